// What snapshots share, what makes a new one necessary, and the file that spares the scoring of a large workspace.
#include "service/account_details.h"
#include "service/importing_service.h"
#include "service/policy_drafts.h"
#include "service/scored_file.h"
#include "service/snapshot.h"
#include "service/tiering_service.h"
#include "service/undo_service.h"
#include "support/small_world.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

#include <array>
#include <random>

using namespace dimsum;

class TestScoredWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QStandardPaths::setTestModeEnabled(true); // never the cache of the person who runs the tests
        m_world = std::make_unique<SmallWorld>();
        QVERIFY(m_world->fill());
    }
    void cleanup()
    {
        QFile::remove(scoredFileOf(m_world->workspace->path()));
        m_world.reset();
    }

    void tiersPinsAndContactsOfOthersShareIt()
    {
        const auto first = loaded();
        QVERIFY(first);
        QVERIFY(SmallWorld::fine(retier(*m_world->workspace, {.apply = true, .by = "Ana"})));
        const auto tiered = loaded(first);
        QVERIFY(tiered->world == first->world);
        QVERIFY(tiered->tiers != first->tiers);
        QVERIFY(SmallWorld::fine(pinTier(*m_world->workspace, {.account = "beta.com", .tier = Tier::two, .until = SmallWorld::today + 10,
                                                               .reason = "friend", .by = "Ana"})));
        const auto pinned = loaded(tiered);
        QVERIFY(pinned->world == first->world);
        QVERIFY(pinned->pin(*pinned->row(m_world->ids.at("beta.com"))) != nullptr);
    }

    // The snapshot before knows them; what comes out is what reading them says, through pins, further applications and undo.
    void appliedTiersAreThoseOfReadingThemAnew()
    {
        Workspace &workspace = *m_world->workspace;
        auto last = loaded();
        const auto same = [&] {
            const auto anew = loaded();
            last = loaded(last);
            return last && anew && last->tiers == anew->tiers && last->applied == anew->applied && last->appliedTiers == anew->appliedTiers &&
                   last->pins.size() == anew->pins.size();
        };
        QVERIFY(SmallWorld::fine(retier(workspace, {.apply = true, .by = "Ana"})));
        QVERIFY(same());
        QVERIFY(last->tiers[*last->row(m_world->ids.at("acme.com"))] == Tier::one);
        QVERIFY(SmallWorld::fine(pinTier(workspace, {.account = "acme.com", .tier = Tier::three, .until = SmallWorld::today + 10, .reason = "friend", .by = "Ana"})));
        QVERIFY(same());
        QVERIFY(last->tiers[*last->row(m_world->ids.at("acme.com"))] == Tier::three);
        QVERIFY(SmallWorld::fine(undo(workspace, "Ana")));
        QVERIFY(same());
        TierPolicy policy = last->policy;
        policy.capacity[1] = 0;
        QVERIFY(SmallWorld::fine(setPolicy(workspace, policy, "Ana")));
        QVERIFY(SmallWorld::fine(retier(workspace, {.apply = true, .by = "Ana"})));
        QVERIFY(same());
        QVERIFY(last->tiers[*last->row(m_world->ids.at("acme.com"))] != Tier::one);
        QVERIFY(SmallWorld::fine(undo(workspace, "Ana")));
        QVERIFY(same());
    }

    void changedInputsMakeANewOne()
    {
        const auto first = loaded();
        QVERIFY(m_world->account("omega.com", "Omega", "Software", "300", "70000"));
        const auto wider = loaded(first);
        QVERIFY(wider->world != first->world);
        QCOMPARE(wider->size(), first->size() + 1);
        // A contact changes no score, and is counted all the same.
        QVERIFY(m_world->person("beta.com", "bo@beta.com"));
        const auto peopled = loaded(wider);
        QCOMPARE(peopled->inputRevision, wider->inputRevision);
        QCOMPARE(peopled->contacts[*peopled->row(m_world->ids.at("beta.com"))], 1U);
        QVERIFY(SmallWorld::fine(undo(*m_world->workspace, "Ana")));
        const auto back = loaded(peopled);
        QCOMPARE(back->contacts[*back->row(m_world->ids.at("beta.com"))], 0U);
        // Another day is another world, and the first day's comes back as it was.
        const auto later = loadSnapshot(*m_world->workspace, SmallWorld::today + 40, {}, back);
        QVERIFY(SmallWorld::fine(later));
        QVERIFY((*later)->world != back->world);
        QVERIFY((*later)->scores.engagement.score != back->scores.engagement.score);
    }

    void undoingATierOrAViewLeavesTheScores()
    {
        Workspace &workspace = *m_world->workspace;
        QVERIFY(SmallWorld::fine(pinTier(workspace, {.account = "beta.com", .tier = Tier::two, .until = SmallWorld::today + 10, .reason = "friend", .by = "Ana"})));
        const auto pinned = loaded();
        QVERIFY(SmallWorld::fine(undo(workspace, "Ana")));
        const auto unpinned = loaded(pinned);
        QVERIFY(unpinned->world == pinned->world);
        QVERIFY(unpinned->pins.empty());
        // A policy is another matter, and a menu is not.
        TierPolicy policy = unpinned->policy;
        policy.engagement.halfLifeDays = 12;
        QVERIFY(SmallWorld::fine(setPolicy(workspace, policy, "Ana")));
        const auto other = loaded(unpinned);
        QVERIFY(other->world != unpinned->world);
        QVERIFY(SmallWorld::fine(undo(workspace, "Ana")));
        const auto back = loaded(other);
        QVERIFY(back->world != other->world);
        QVERIFY(back->scores.engagement.score == unpinned->scores.engagement.score);
        QVERIFY(SmallWorld::fine(setMenu(workspace, back->menu.menu, "Ana")));
        QVERIFY(SmallWorld::fine(undo(workspace, "Ana")));
        QVERIFY(loaded(back)->world == back->world);
    }

    void theFileGivesBackEverything()
    {
        const auto first = loaded();
        const QString file = scoredFileOf(m_world->workspace->path());
        QVERIFY(writeScoredFile(file, *first->world));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
        const auto read = readScoredFile(*m_world->workspace, file, first->world->key);
        QVERIFY(read);
        const ScoredWorld &a = *first->world, &b = *read;
        QCOMPARE(b.base->accounts.size(), a.base->accounts.size());
        for (std::size_t row = 0; row < a.base->accounts.size(); ++row) {
            QCOMPARE(b.base->accounts.id[row], a.base->accounts.id[row]);
            QCOMPARE(b.base->accounts.domain.at(row), a.base->accounts.domain.at(row));
            QCOMPARE(b.base->accounts.name.at(row), a.base->accounts.name.at(row));
            QCOMPARE(b.base->accounts.industry.at(row).label, a.base->accounts.industry.at(row).label);
            QCOMPARE(b.base->accounts.employees.at(row).number, a.base->accounts.employees.at(row).number);
            QCOMPARE(b.base->accounts.acv[row].minor, a.base->accounts.acv[row].minor);
            QCOMPARE(b.base->rowOf.of(a.base->accounts.id[row]), std::optional(static_cast<std::uint32_t>(row)));
        }
        QVERIFY(b.scores.fit->defined && b.scores.fit->fit == a.scores.fit->fit && b.scores.fit->failedMustHave == a.scores.fit->failedMustHave);
        QVERIFY(b.scores.intent->score == a.scores.intent->score && b.scores.intent->weekly == a.scores.intent->weekly);
        QVERIFY(b.scores.intent->feed.anchor == a.scores.intent->feed.anchor && b.scores.intent->feed.established == a.scores.intent->feed.established);
        QVERIFY(b.scores.engagement.energy == a.scores.engagement.energy && b.scores.engagement.weekly == a.scores.engagement.weekly);
        QVERIFY(b.scores.intensity.lastActivity == a.scores.intensity.lastActivity && b.scores.deals.openDeal == a.scores.deals.openDeal);
        QVERIFY(b.contacts == a.contacts && b.base->acvOrder.place == a.base->acvOrder.place);
        QCOMPARE(b.activities, a.activities);
        QCOMPARE(b.policyVersion, a.policyVersion);
    }

    // Another day shares the accounts, whether they are at hand or in the file of the day before, and comes out as if everything
    // had been read.
    void anotherDayIsWhatReadingEverythingGives()
    {
        Workspace &workspace = *m_world->workspace;
        const auto first = loaded();
        const QString file = scoredFileOf(workspace.path());
        QVERIFY(writeScoredFile(file, *first->world));
        for (const int days : {-200, -20, -1, 1, 15, 200}) {
            ScoredKey key = first->world->key;
            key.asOf = key.asOf + days;
            auto inputs = loadScoringInputs(workspace);
            QVERIFY(SmallWorld::fine(inputs));
            const auto whole = scoredWorld(workspace, std::move(*inputs), key);
            QVERIFY(SmallWorld::fine(whole));
            const auto accounts = readScoredFileWithoutScores(workspace, file, key);
            QVERIFY(accounts);
            QVERIFY(accounts->key == first->world->key);
            for (const std::shared_ptr<const ScoredWorld> &other : {first->world, accounts}) {
                const auto made = worldOfDay(workspace, *other, key);
                QVERIFY(SmallWorld::fine(made));
                QVERIFY(*made);
                const ScoredWorld &a = **whole, &b = **made;
                QVERIFY(b.base == other->base);
                QVERIFY(b.key == key);
                QVERIFY(b.scores.fit->fit == a.scores.fit->fit && b.scores.fit->defined == a.scores.fit->defined);
                QVERIFY(b.scores.intent->score == a.scores.intent->score && b.scores.intent->weekly == a.scores.intent->weekly);
                QVERIFY(b.scores.engagement.score == a.scores.engagement.score && b.scores.engagement.weekly == a.scores.engagement.weekly);
                QVERIFY(b.scores.intensity.high == a.scores.intensity.high && b.scores.intensity.lastActivity == a.scores.intensity.lastActivity);
                QVERIFY(b.scores.deals.customer == a.scores.deals.customer && b.contacts == a.contacts);
                QCOMPARE(b.deals->size(), a.deals->size());
                for (std::size_t row = 0; row < a.deals->size(); ++row) {
                    const DealSummary &one = (*a.deals)[row], &two = (*b.deals)[row];
                    QVERIFY(one.open == two.open && one.won == two.won && one.lost == two.lost && one.openAmount == two.openAmount
                            && one.wonAmount == two.wonAmount && one.lastWon == two.lastWon);
                }
                QCOMPARE(b.activities, a.activities);
            }
        }
        // Not where the inputs are others.
        ScoredKey changed = first->world->key;
        ++changed.token;
        QVERIFY(!readScoredFileWithoutScores(workspace, file, changed));
        const auto none = worldOfDay(workspace, *first->world, changed);
        QVERIFY(none.ok() && *none == nullptr);
        QVERIFY(m_world->account("omega.com", "Omega", "Software", "300", "70000"));
        const auto grown = loadSnapshot(workspace, SmallWorld::today + 3, {}, first);
        QVERIFY(SmallWorld::fine(grown));
        QCOMPARE((*grown)->size(), first->size() + 1);
    }

    // Day after day of new activities: what grew is what scoring everything anew gives, in every column.
    void whatGrewIsWhatScoringEverythingGives()
    {
        Workspace &workspace = *m_world->workspace;
        std::mt19937 random(4);
        const auto below = [&random](unsigned limit) { return random() % limit; };
        const std::array domains{"acme.com", "beta.com", "gamma.com", "delta.com"};
        const std::array types{"demo", "webinar", "email_open", "content_download", "web_visit"};
        std::shared_ptr<const ScoredWorld> world = loaded()->world;
        int grown = 0, row = 0;
        for (int day = 0; day < 25; ++day) {
            QByteArray file = "id,account,contact,type,at,asset,campaign,product_area,channel\n";
            for (unsigned i = 0; i < 1 + below(5); ++i) {
                const char *domain = domains[below(4)];
                const Day at = SmallWorld::today - static_cast<int>(below(110)) + 2; // some lie after the day
                file += 'r' + QByteArray::number(++row) + ',' + domain + ",p" + QByteArray::number(below(3)) + '@' + domain + ',' + types[below(5)] + ',' + QByteArray::fromStdString(isoText(at))
                        + ",guide,Spring," + (day > 3 && below(2) == 0 ? "pumps" : "") + ",email\n";
            }
            if (day == 12) // one that is there, with another type: no growth
                file += "r1,acme.com,p0@acme.com,reply," + QByteArray::fromStdString(isoText(SmallWorld::today)) + ",,,,\n";
            if (day == 15) // by hand meanwhile
                QVERIFY(m_world->person("gamma.com", "new@gamma.com"));
            bring(file);
            const auto key = scoredKey(workspace, SmallWorld::today);
            QVERIFY(SmallWorld::fine(key));
            auto inputs = loadScoringInputs(workspace);
            QVERIFY(SmallWorld::fine(inputs));
            const auto whole = scoredWorld(workspace, std::move(*inputs), *key);
            QVERIFY(SmallWorld::fine(whole));
            if (const auto growth = workspace.growth()) {
                const auto bigger = grownWorld(workspace, *world, *growth, *key);
                QVERIFY(SmallWorld::fine(bigger));
                if (*bigger) {
                    ++grown;
                    same(**bigger, **whole);
                    if (QTest::currentTestFailed())
                        return;
                    QVERIFY((*bigger)->key == (*whole)->key);
                    // Not the step from any other state.
                    QVERIFY(!*grownWorld(workspace, **whole, *growth, *key));
                }
            } else {
                QCOMPARE(day, 12);
            }
            world = *whole;
        }
        QCOMPARE(grown, 23); // all but the changed row and the first product area
    }

    void aNewContactGrowsTheWorldToo()
    {
        Workspace &workspace = *m_world->workspace;
        const auto before = loaded()->world;
        QVERIFY(m_world->person("beta.com", "bo@beta.com"));
        const auto key = scoredKey(workspace, SmallWorld::today);
        QVERIFY(SmallWorld::fine(key));
        const ActivityGrowth growth{.tokenBefore = key->token, .tokenAfter = key->token, .accounts = {}};
        const auto bigger = grownWorld(workspace, *before, growth, *key);
        QVERIFY(SmallWorld::fine(bigger));
        QVERIFY(*bigger);
        QCOMPARE((*bigger)->contacts[*before->base->rowOf.of(m_world->ids.at("beta.com"))], 1U);
        auto inputs = loadScoringInputs(workspace);
        QVERIFY(SmallWorld::fine(inputs));
        same(**bigger, **scoredWorld(workspace, std::move(*inputs), *key));
    }

    void receiptsWithoutEventsAtHandSayTheSame()
    {
        const auto first = loaded();
        QVERIFY(first->world->shelf.held()); // few are kept
        const AccountId acme = m_world->ids.at("acme.com");
        const auto before = accountDetails(*m_world->workspace, *first, acme);
        QVERIFY(SmallWorld::fine(before));
        QVERIFY(writeScoredFile(scoredFileOf(m_world->workspace->path()), *first->world));
        const auto again = loaded();
        QVERIFY(again->world != first->world);
        QVERIFY(!again->world->shelf.held()); // came from the file
        const auto after = accountDetails(*m_world->workspace, *again, acme);
        QVERIFY(SmallWorld::fine(after));
        QCOMPARE(after->intent.score, before->intent.score);
        QCOMPARE(after->intent.surgeLine, before->intent.surgeLine);
        QCOMPARE(after->engagement.energy, before->engagement.energy);
        QCOMPARE(after->engagementLines.size(), before->engagementLines.size());
        QCOMPARE(after->timeline.size(), before->timeline.size());
        QCOMPARE(after->people.size(), before->people.size());
        QCOMPARE(after->people.front().engaged, before->people.front().engaged);
        QVERIFY(!again->world->shelf.held()); // of one account only
        QVERIFY(SmallWorld::fine(allEvents(*m_world->workspace, *again->world)));
        QVERIFY(again->world->shelf.held());
    }

    void aFileThatDoesNotFitIsNotRead()
    {
        const auto first = loaded();
        const QString file = m_world->file(QStringLiteral("world.scored"));
        QVERIFY(writeScoredFile(file, *first->world));
        ScoredKey other = first->world->key;
        ++other.token; // a backup was restored and changed
        QVERIFY(!readScoredFile(*m_world->workspace, file, other));
        other = first->world->key;
        other.asOf = other.asOf + 1;
        QVERIFY(!readScoredFile(*m_world->workspace, file, other));
        QVERIFY(!readScoredFile(*m_world->workspace, m_world->file(QStringLiteral("nothing.scored")), first->world->key));

        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray good = whole.readAll();
        whole.close();
        const auto refused = [&](const QByteArray &content) {
            QFile out(file);
            if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
                return false;
            out.close();
            return readScoredFile(*m_world->workspace, file, first->world->key) == nullptr;
        };
        QVERIFY(!refused(good));
        for (qsizetype cut = 0; cut < good.size(); cut += 97)
            QVERIFY2(refused(good.left(cut)), qPrintable(QString::number(cut)));
        for (qsizetype at = 0; at < good.size(); at += 61) {
            QByteArray changed = good;
            changed[at] = static_cast<char>(changed[at] ^ 0x11);
            QVERIFY2(refused(changed), qPrintable(QString::number(at)));
        }
    }

    void everyStateOfTheInputsHasItsOwnToken()
    {
        SettingStore settings(m_world->workspace->database());
        const auto before = settings.inputToken();
        QVERIFY(SmallWorld::fine(before));
        QVERIFY(m_world->account("omega.com", "Omega", "Software", "300", "70000"));
        QVERIFY(*settings.inputToken() != *before);
        const auto after = settings.inputToken();
        QVERIFY(SmallWorld::fine(undo(*m_world->workspace, "Ana")));
        QVERIFY(*settings.inputToken() != *after);
    }

    void draftsAreKeptComparedAndTakenBack()
    {
        Workspace &workspace = *m_world->workspace;
        const auto snapshot = loaded();
        TierPolicy draft = snapshot->policy;
        draft.rules.front().measures.clear(); // takes everybody
        draft.rules.front().flags.clear();
        QVERIFY(!keepPolicyDraft(workspace, QStringLiteral("  "), draft));
        QVERIFY(SmallWorld::fine(keepPolicyDraft(workspace, QStringLiteral("Wide net"), draft)));
        QVERIFY(SmallWorld::fine(keepPolicyDraft(workspace, QStringLiteral("As it is"), snapshot->policy)));
        QVERIFY(SmallWorld::fine(keepPolicyDraft(workspace, QStringLiteral("Wide net"), draft))); // in its own place
        const auto drafts = policyDrafts(workspace);
        QVERIFY(SmallWorld::fine(drafts));
        QCOMPARE(drafts->size(), std::size_t{2});
        QCOMPARE(drafts->front().name, QStringLiteral("As it is"));
        QCOMPARE(policyText(drafts->back().policy, workspace.currency()), policyText(draft, workspace.currency()));

        const auto comparison = comparePolicies(workspace, *snapshot, snapshot->policy, drafts->back().policy);
        QVERIFY(SmallWorld::fine(comparison));
        const TieringPreview one = previewTiers(*snapshot, snapshot->policy), other = previewTiers(*snapshot, draft);
        QCOMPARE(comparison->first.accounts, one.counts);
        QCOMPARE(comparison->second.accounts, other.counts);
        std::int64_t all = 0, stayed = 0;
        for (std::size_t from = 0; from < 4; ++from) {
            stayed += comparison->moved[from][from];
            for (std::size_t to = 0; to < 4; ++to)
                all += comparison->moved[from][to];
        }
        QCOMPARE(all, static_cast<std::int64_t>(snapshot->size()));
        QVERIFY(!comparison->differences.empty());
        QCOMPARE(all - stayed, static_cast<std::int64_t>(comparison->differences.size()));

        QVERIFY(SmallWorld::fine(undo(workspace, "Ana"))); // keeping the same once more was no change
        QCOMPARE(policyDrafts(workspace)->size(), std::size_t{1});
        QCOMPARE(policyDrafts(workspace)->front().name, QStringLiteral("Wide net"));
    }

    void tiersOfADay()
    {
        Workspace &workspace = *m_world->workspace;
        QVERIFY(!tiersOn(workspace, *loaded(), SmallWorld::today)->applied);
        QVERIFY(SmallWorld::fine(retier(workspace, {.apply = true, .by = "Ana", .note = "first go"})));
        const auto applications = tierApplications(workspace);
        QVERIFY(SmallWorld::fine(applications));
        QCOMPARE(applications->size(), std::size_t{1});
        QCOMPARE(applications->front().note, std::string("first go"));
        QCOMPARE(applications->front().accounts, 2);

        m_world->moveTo(SmallWorld::today + 30); // acme is quiet by then
        QVERIFY(m_world->account("omega.com", "Omega", "Software", "300", "70000"));
        QVERIFY(SmallWorld::fine(retier(workspace, {.apply = true, .by = "Ben"})));
        const auto then = tiersOn(workspace, *loaded(), SmallWorld::today);
        QVERIFY(SmallWorld::fine(then));
        QVERIFY(then->applied);
        QCOMPARE(then->accounts[1], 1); // acme
        QCOMPARE(then->accounts[3], 1); // gamma
        QCOMPARE(tiersOn(workspace, *loaded(), SmallWorld::today + 30)->since.size(), std::size_t{0});
        QVERIFY(!tiersOn(workspace, *loaded(), SmallWorld::today - 1)->applied);
        QVERIFY(SmallWorld::fine(undo(workspace, "Ben")));
        QCOMPARE(tierApplications(workspace)->size(), std::size_t{1}); // the list goes back with the tiers
    }

private:
    void bring(const QByteArray &bytes)
    {
        QFile file(m_world->file(QStringLiteral("day.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto report = importFile(*m_world->workspace, {.kind = ImportKind::activities, .file = file.fileName()});
        QVERIFY(SmallWorld::fine(report));
        QCOMPARE(report->rejected, 0);
    }
    static void same(const ScoredWorld &a, const ScoredWorld &b)
    {
        const EngagementScores &ea = a.scores.engagement, &eb = b.scores.engagement;
        QCOMPARE(ea.anyActivity, eb.anyActivity);
        QVERIFY(ea.energy == eb.energy && ea.score == eb.score && ea.recentPoints == eb.recentPoints && ea.recent == eb.recent);
        QVERIFY(ea.surge == eb.surge && ea.firstActivity == eb.firstActivity && ea.surgeValue == eb.surgeValue && ea.surgeLine == eb.surgeLine);
        QVERIFY(ea.weeks == eb.weeks && ea.weekly == eb.weekly);
        const IntensityColumns &ia = a.scores.intensity, &ib = b.scores.intensity;
        QCOMPARE(ia.areasUsed, ib.areasUsed);
        QVERIFY(ia.interactions == ib.interactions && ia.people == ib.people && ia.areas == ib.areas && ia.high == ib.high);
        QVERIFY(ia.lastActivity == ib.lastActivity && ia.daysLeft == ib.daysLeft && ia.endsOn == ib.endsOn);
        QVERIFY(a.scores.fit->fit == b.scores.fit->fit && a.scores.intent->score == b.scores.intent->score);
        QVERIFY(a.contacts == b.contacts);
        QCOMPARE(a.activities, b.activities);
    }
    std::shared_ptr<const Snapshot> loaded(const std::shared_ptr<const Snapshot> &before = {})
    {
        auto snapshot = loadSnapshot(*m_world->workspace, unknownDay, {}, before);
        return SmallWorld::fine(snapshot) ? *snapshot : nullptr;
    }

    std::unique_ptr<SmallWorld> m_world;
};

QTEST_GUILESS_MAIN(TestScoredWorld)
#include "tst_scored_world.moc"
