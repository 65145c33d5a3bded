// Scores, tiers, pins, history and their files on a world worked out by hand (domain.md sections 3 to 6).
#include "service/exporting_service.h"
#include "service/snapshot.h"
#include "service/tiering_service.h"
#include "service/undo_service.h"
#include "support/small_world.h"

#include <QTest>

#include <numeric>
#include <utility>

using namespace dimsum;

namespace {

const char accountsHeader[] = "domain,name,external_id,fit,fit_max,disqualified,intent_score,intent_surge,recent_intent,"
                              "engagement_score,engagement_surge,recent_engagement,acv,priority,tier,proposed_tier,"
                              "pinned_until,rule,reasons\n";

} // namespace

class TestTieringService : public QObject
{
    Q_OBJECT

private:
    QByteArray exported(SmallWorld &world, ExportSubject subject, std::optional<Day> asOf = {})
    {
        const QString path = world.file(QStringLiteral("out.csv"));
        QFile::remove(path);
        const auto result = exportFile(*world.workspace, {.subject = subject, .file = path, .asOf = asOf});
        return result ? world.read(path) : QByteArray(plainText(result.error()).c_str());
    }

private Q_SLOTS:
    void everyFigureOfTheSmallWorld()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const auto result = retier(*world.workspace, {.apply = true, .by = "Ana"});
        QVERIFY(SmallWorld::fine(result));
        QCOMPARE(result->asOf, SmallWorld::today);
        QVERIFY(result->scored);
        QCOMPARE(result->tiers, (std::array<std::int64_t, 4>{2, 1, 0, 1}));
        QCOMPARE(result->moves, 2);
        QCOMPARE(result->written, 2);

        // acme: 0.3 * 100 + 0.3 * 72 + 0.3 * 100 * (1 - 2^-(15/30)) + 0.1 * 50; one of two in the program is cheaper.
        const QByteArray expected =
            QByteArray(accountsHeader)
            + "acme.com,Acme,,100.0000,100.0000,false,72.0000,false,true,29.2893,true,true,60000.00,65.3868,1,1,,"
              "just-right,fit 100 >= 70; acv 60000 >= 50000; intent 72 >= 60; engagement 15 >= 5\n"
              "gamma.com,Gamma,,100.0000,100.0000,false,0.0000,false,false,0.0000,false,false,10000.00,30.0000,3,3,,"
              "too-small,fit 100 >= 70; acv 10000 < 15000\n"
              "beta.com,Beta,,60.0000,100.0000,false,0.0000,false,false,0.0000,false,false,20000.00,23.0000,none,none,,"
              ",fit 60 < 70\n"
              "delta.com,Delta,,40.0000,40.0000,false,0.0000,false,false,0.0000,false,false,90000.00,22.0000,none,none,"
              ",,fit 40 < 70\n";
        QCOMPARE(exported(world, ExportSubject::accounts), expected);

        const QByteArray history =
            "account,at,by,as_of,policy_version,old_tier,new_tier,rule,reasons\n"
            "acme.com,2025-06-30T12:00:00Z,Ana,2025-06-30,1,none,1,just-right,fit 100 >= 70; acv 60000 >= 50000; "
            "intent 72 >= 60; engagement 15 >= 5\n"
            "gamma.com,2025-06-30T12:00:00Z,Ana,2025-06-30,1,none,3,too-small,fit 100 >= 70; acv 10000 < 15000\n";
        QCOMPARE(exported(world, ExportSubject::history), history);

        // beta.com has no head count: with one it would fit (100) and be too-big only with intent, so not-yet-active.
        QCOMPARE(exported(world, ExportSubject::enrichment),
                 QByteArray("domain,name,priority,tier,tier_if_known,fields\n"
                            "beta.com,Beta,23.0000,none,3,employees\n"));
    }

    void withoutAnIcpNothingIsProposed()
    {
        SmallWorld world;
        QVERIFY(world.create());
        QVERIFY(world.account("acme.com", "Acme", "Software", "200", "60000"));
        const auto result = retier(*world.workspace, {.apply = true, .by = "Ana"});
        QVERIFY(SmallWorld::fine(result));
        QVERIFY(!result->scored);
        QCOMPARE(result->moves, 0);
        QVERIFY(!result->notices.empty());
        QCOMPARE(exported(world, ExportSubject::accounts),
                 QByteArray(accountsHeader)
                     + "acme.com,Acme,,,,false,0.0000,false,false,0.0000,false,false,60000.00,,,,,,no ICP\n");
    }

    void applyingAgainMovesNobody()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        QVERIFY(SmallWorld::fine(retier(*world.workspace, {.apply = true, .by = "Ana"})));
        const auto again = retier(*world.workspace, {.apply = true, .by = "Ana"});
        QVERIFY(SmallWorld::fine(again));
        QCOMPARE(again->moves, 0);
        QCOMPARE(again->written, 0);
        QCOMPARE(tierHistory(*world.workspace)->size(), std::size_t{2});
    }

    void proposingChangesNoTier()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const std::string before = world.contentHash();
        const auto proposed = retier(*world.workspace, {});
        QVERIFY(SmallWorld::fine(proposed));
        QCOMPARE(proposed->moves, 2);
        QCOMPARE(world.contentHash(), before);
        QVERIFY(exported(world, ExportSubject::accounts).contains("65.3868,none,1,,just-right,"));
    }

    void scoresOlderThanTheDataAreRefused()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        QVERIFY(exported(world, ExportSubject::accounts).startsWith("Nothing is scored yet"));
        QVERIFY(SmallWorld::fine(retier(*world.workspace, {})));
        QVERIFY(world.activity("gamma.com", nullptr, "webinar", SmallWorld::today));
        QVERIFY(exported(world, ExportSubject::accounts).startsWith("The data changed"));

        const QString path = world.file(QStringLiteral("stale.csv"));
        const auto stale = exportFile(*world.workspace, {.file = path, .allowStale = true});
        QVERIFY(SmallWorld::fine(stale));
        QVERIFY(stale->stale);
        QVERIFY(world.read(path).contains("gamma.com,Gamma,,100.0000,100.0000,false,0.0000"));

        // The window scores again instead of refusing.
        QVERIFY(SmallWorld::fine(exportFile(*world.workspace, {.file = path, .rescore = true})));
        QVERIFY(world.read(path).contains("gamma.com,Gamma,,100.0000,100.0000,false,0.0000,false,false,16.8"));

        // Another date is scored for itself; a day later the webinar counts 8 points, halved over 30 days.
        const QByteArray tomorrow = exported(world, ExportSubject::accounts, SmallWorld::today + 1);
        QVERIFY(tomorrow.contains("gamma.com,Gamma,,100.0000,100.0000,false,0.0000,false,false,16."));
    }

    void aPinStandsBesideTheProposal()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        QVERIFY(SmallWorld::fine(retier(*world.workspace, {.apply = true, .by = "Ana"})));
        const auto pinned = pinTier(*world.workspace, {.account = "beta.com",
                                                       .tier = Tier::two,
                                                       .until = SmallWorld::today + 10,
                                                       .reason = "knows us",
                                                       .by = "Ana"});
        QVERIFY(SmallWorld::fine(pinned));
        QVERIFY(!pinned->disqualified);
        QVERIFY(exported(world, ExportSubject::accounts)
                    .contains("23.0000,2,none,2025-07-10,pin,pin until 2025-07-10\n"));

        const auto counted = retier(*world.workspace, {.apply = true, .by = "Ana"});
        QVERIFY(SmallWorld::fine(counted));
        QCOMPARE(counted->tiers, (std::array<std::int64_t, 4>{1, 1, 1, 1}));
        QCOMPARE(counted->moves, 0);

        QCOMPARE(*tierOn(*world.workspace, world.ids["beta.com"], SmallWorld::today), std::optional(Tier::two));
        world.moveTo(SmallWorld::today + 11);
        const auto later = loadSnapshot(*world.workspace);
        QVERIFY(SmallWorld::fine(later));
        QCOMPARE((*later)->tiers[*(*later)->row(world.ids["beta.com"])], Tier::none);
        QVERIFY(SmallWorld::fine(unpinTier(*world.workspace, "beta.com", "Ana")));
        QVERIFY(!unpinTier(*world.workspace, "beta.com", "Ana").ok());
    }

    void aPinOfThePastCountsForItsTime()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const auto pinned = pinTier(*world.workspace, {.account = "beta.com",
                                                       .tier = Tier::two,
                                                       .until = SmallWorld::today - 1,
                                                       .reason = "then",
                                                       .by = "Ana"});
        QVERIFY(SmallWorld::fine(pinned));
        QVERIFY(pinned->ended);
        QVERIFY(SmallWorld::fine(retier(*world.workspace, {.asOf = SmallWorld::today - 1})));
        QVERIFY(exported(world, ExportSubject::accounts).contains(",2,none,2025-06-29,pin,pin until 2025-06-29\n"));
        QVERIFY(SmallWorld::fine(retier(*world.workspace, {})));
        QVERIFY(!exported(world, ExportSubject::accounts).contains("pin until"));
    }

    void refusedPinsChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("account");
        QTest::addColumn<int>("daysAhead");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QByteArray>("by");
        QTest::newRow("unknown account") << QByteArray("nobody.com") << 1 << QByteArray("r") << QByteArray("Ana");
        QTest::newRow("no date") << QByteArray("acme.com") << 0 << QByteArray("r") << QByteArray("Ana");
        QTest::newRow("no reason") << QByteArray("acme.com") << 1 << QByteArray() << QByteArray("Ana");
        QTest::newRow("nobody") << QByteArray("acme.com") << 1 << QByteArray("r") << QByteArray();
    }

    void refusedPinsChangeNothing()
    {
        QFETCH(QByteArray, account);
        QFETCH(int, daysAhead);
        QFETCH(QByteArray, reason);
        QFETCH(QByteArray, by);
        SmallWorld world;
        QVERIFY(world.fill());
        const std::string before = world.contentHash();
        const auto pinned = pinTier(*world.workspace, {.account = account.toStdString(),
                                                       .tier = Tier::one,
                                                       .until = daysAhead > 0 ? SmallWorld::today + daysAhead
                                                                              : unknownDay,
                                                       .reason = reason.toStdString(),
                                                       .by = by.toStdString()});
        QVERIFY(!pinned.ok());
        QCOMPARE(world.contentHash(), before);
    }

    void policiesHaveVersions()
    {
        SmallWorld world;
        QVERIFY(world.create());
        auto state = policyState(*world.workspace);
        QVERIFY(SmallWorld::fine(state));
        QCOMPARE(state->version, 1);
        state->policy.capacity[1] = 7;
        const auto second = setPolicy(*world.workspace, state->policy, "Ana", 1);
        QVERIFY(SmallWorld::fine(second));
        QCOMPARE(*second, 2);
        const auto stale = setPolicy(*world.workspace, state->policy, "Ben", 1);
        QVERIFY(!stale.ok());
        QCOMPARE(stale.error().kind, ErrorKind::conflict);
        QCOMPARE(policyState(*world.workspace)->policy.capacity[1], std::optional<std::int64_t>(7));
    }

    void undoTakesAnApplyBack()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        QVERIFY(SmallWorld::fine(retier(*world.workspace, {})));
        const std::string before = world.contentHash();
        QVERIFY(SmallWorld::fine(retier(*world.workspace, {.apply = true, .by = "Ana"})));
        QVERIFY(world.contentHash() != before);
        QCOMPARE(undoState(*world.workspace)->undo.action, std::string("apply_tiers"));
        QVERIFY(SmallWorld::fine(undo(*world.workspace, "Ana")));
        QCOMPARE(world.contentHash(), before);
        QCOMPARE(undoState(*world.workspace)->redo.action, std::string("apply_tiers"));
        QVERIFY(SmallWorld::fine(redo(*world.workspace, "Ana")));
        QCOMPARE(tierHistory(*world.workspace)->size(), std::size_t{2});
    }

    void aDraftPolicyIsPreviewedInMemory()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const auto snapshot = loadSnapshot(*world.workspace);
        QVERIFY(SmallWorld::fine(snapshot));
        QCOMPARE(previewTiers(**snapshot, (*snapshot)->policy).moving(), std::int64_t{2});
        TierPolicy draft = (*snapshot)->policy;
        draft.capacity[1] = 0;
        const TieringPreview preview = previewTiers(**snapshot, draft);
        // acme falls from 1 to 2, where there is room.
        QCOMPARE(preview.counts, (std::array<std::int64_t, 4>{2, 0, 1, 1}));
        QCOMPARE(preview.matches, (std::vector<std::int64_t>{1, 0, 0, 1, 0}));
    }

    // What stands beside a draft is what a person would count, also where an old preview gave its memory.
    void thePictureOfADraftIsCounted()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const auto loaded = loadSnapshot(*world.workspace);
        QVERIFY(SmallWorld::fine(loaded));
        const Snapshot &snapshot = **loaded;
        TieringPreview followed = previewTiers(snapshot, snapshot.policy);
        for (const double high : {0.0, 40.0, 70.0, 101.0}) {
            TierPolicy draft = snapshot.policy;
            draft.capacity[1] = 0;
            for (ScoreThreshold &threshold : draft.thresholds.fit)
                threshold.value = high;
            const TieringPreview preview = previewTiers(snapshot, draft);
            TierPicture counted;
            std::int64_t up = 0;
            for (std::uint32_t row = 0; row < snapshot.size(); ++row) {
                const bool fits = !snapshot.scores.fit->disqualified(row) && snapshot.scores.fit->fit[row] + 1e-9 >= high;
                const Money acv = snapshot.accounts.acv[row];
                counted.fitting += fits;
                counted.withoutAcv += fits && !(acv.known() && acv.minor > 0);
                counted.fallen[tierIndex(preview.proposal.computed[row])] += preview.proposal.displaced[row];
            }
            std::int64_t moving = 0;
            for (std::uint32_t row = 0; row < snapshot.size(); ++row) {
                const Tier from = snapshot.tiers[row], to = preview.tiers[row];
                moving += preview.moves(row, snapshot);
                up += preview.moves(row, snapshot) && to != Tier::none && (from == Tier::none || to < from);
            }
            QCOMPARE(preview.picture.fitting, counted.fitting);
            QCOMPARE(preview.picture.withoutAcv, counted.withoutAcv);
            QCOMPARE(preview.picture.fallen, counted.fallen);
            QCOMPARE(preview.picture.up, up);
            QCOMPARE(preview.moving(), moving);
            std::int64_t drawn = 0;
            for (const auto &classes : preview.picture.acv)
                drawn += std::accumulate(classes.begin(), classes.begin() + AcvClasses::count, std::int64_t{0});
            QCOMPARE(drawn, preview.picture.drawn());

            // The draft before it is another one each time: what was counted beside it is the same.
            previewTiers(snapshot, draft, followed);
            QVERIFY(followed.followed);
            QCOMPARE(followed.tiers, preview.tiers);
            QCOMPARE(followed.moving(), preview.moving());
            QCOMPARE(followed.counts, preview.counts);
            QCOMPARE(followed.matches, preview.matches);
            QCOMPARE(followed.proposal.displaced, preview.proposal.displaced);
            for (std::uint32_t row = 0; row < snapshot.size(); ++row)
                QCOMPARE(followed.priorities(snapshot).of(row), preview.priorities(snapshot).of(row));
            QCOMPARE(followed.picture.fitting, preview.picture.fitting);
            QCOMPARE(followed.picture.withoutAcv, preview.picture.withoutAcv);
            QCOMPARE(followed.picture.acv, preview.picture.acv);
            QCOMPARE(followed.picture.fallen, preview.picture.fallen);
            QCOMPARE(followed.picture.up, preview.picture.up);
            QCOMPARE(followed.picture.down, preview.picture.down);
            QCOMPARE(followed.picture.byCapacity, preview.picture.byCapacity);
            QCOMPARE(followed.picture.openOrders, preview.picture.openOrders);
        }
        QCOMPARE(std::accumulate(snapshot.ground.before.begin(), snapshot.ground.before.end(), std::int64_t{0}), static_cast<std::int64_t>(snapshot.size()));
        QCOMPARE(std::accumulate(snapshot.ground.fit.begin(), snapshot.ground.fit.end(), std::int64_t{0}), static_cast<std::int64_t>(snapshot.size()));
    }
};

QTEST_GUILESS_MAIN(TestTieringService)
#include "tst_tiering_service.moc"
