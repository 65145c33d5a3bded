#include <QtTest>

#include "domain/enrichment.h"
#include "support/small_workspace.h"

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Currency usd{"USD", 2};
const Day today = dayOf(2025, 6, 30);

Criterion oneOf(IcpField field, const std::string &label, int weight, bool mustHave = false)
{
    Criterion made;
    made.field = field;
    made.values = {{label, folded(label)}};
    made.weight = weight;
    made.mustHave = mustHave;
    return made;
}

} // namespace

class TestEnrichment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsWhatWouldChange()
    {
        // Weights: industry 7, country 3 (must have). Fit >= 70 needs industry.
        const Icp icp{{oneOf(IcpField::industry, "Retail", 7), oneOf(IcpField::country, "Canada", 3, true)},
                      {}};
        std::vector<AccountText> rows{
            {"known.com", "Retail", "Canada"}, // tier 3, ACV known: nothing to gain
            {"blank.com", "", "Canada"},       // none -> fit 100 if known
            {"must.com", "Retail", ""},        // tier 3 with an unknown must-have
            {"out.com", "", "France"},         // disqualified: nothing helps
            {"never.com", "Banking", ""},      // at most 30
            {"acv.com", "Retail", "Canada"},   // unknown ACV: not-yet-active, with ACV and activity tier 1
        };
        for (std::size_t i = 0; i < 5; ++i)
            rows[i].acv = Money{1'000'000}; // 10,000: below medium
        rows[1].acv = unknownMoney;
        const AccountFrame accounts = accountFrame(rows);
        const IntentColumns intent = intentColumns({{5, "G2", "ERP", today, 80}}, {}, rows.size());
        const ActivityColumns activities = activityColumns({{5, "demo", today}}, rows.size());
        const TierPolicy policy = defaultPolicy(usd);
        const AccountScores scores = scoreAccounts(accounts, icp, intent, activities,
                                                   opportunityColumns({}, rows.size()), policy, usd, today);
        const TierProposal proposal = proposeTiers(accounts, scores, policy, {}, today);
        const std::vector<EnrichmentItem> list = enrichmentList(accounts, scores, policy, proposal, rowsByPriority(accounts, proposal.priority));
        const UnknownFields unknown(accounts, icp, usd);
        QCOMPARE(list.size(), std::size_t{3});
        // By priority: acv.com (fit 100 and active), must.com (fit 70), blank.com (fit 30).
        QCOMPARE(list[0].account, 5U);
        QVERIFY(list[0].tier == Tier::three && list[0].tierIfKnown == Tier::one);
        QCOMPARE(unknown.of(list[0].account), (std::vector<std::string>{"acv"}));
        QCOMPARE(list[1].account, 2U);
        QVERIFY(list[1].tier == Tier::three && list[1].tierIfKnown == Tier::three);
        QCOMPARE(unknown.of(list[1].account), (std::vector<std::string>{"country"}));
        QCOMPARE(list[2].account, 1U);
        // Unknown ACV passes all tests: too-small (acv_below) is the first rule that then holds.
        QVERIFY(list[2].tier == Tier::none && list[2].tierIfKnown == Tier::three);
        QCOMPARE(unknown.of(list[2].account), (std::vector<std::string>{"industry", "acv"}));
    }

    // Such a must-have leaves fit as it is, known or not: it is still asked for.
    void listsAMustHaveWithoutWeight()
    {
        const Icp icp{{oneOf(IcpField::industry, "Retail", 7), oneOf(IcpField::country, "Canada", 0, true)}, {}};
        std::vector<AccountText> rows{{"known.com", "Retail", "Canada"}, {"must.com", "Retail", ""}, {"never.com", "Banking", ""}};
        for (AccountText &row : rows)
            row.acv = Money{1'000'000};
        const AccountFrame accounts = accountFrame(rows);
        const TierPolicy policy = defaultPolicy(usd);
        const AccountScores scores = scoreAccounts(accounts, icp, intentColumns({}, {}, rows.size()), activityColumns({}, rows.size()),
                                                   opportunityColumns({}, rows.size()), policy, usd, today);
        QCOMPARE(scores.fit->fit[1], scores.fit->fitMax[1]);
        const TierProposal proposal = proposeTiers(accounts, scores, policy, {}, today);
        const std::vector<EnrichmentItem> list = enrichmentList(accounts, scores, policy, proposal, rowsByPriority(accounts, proposal.priority));
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(list[0].account, 1U);
        QVERIFY(list[0].tier == Tier::three && list[0].tierIfKnown == Tier::three);
        QCOMPARE(UnknownFields(accounts, icp, usd).of(1), (std::vector<std::string>{"country"}));
    }

    void coverage()
    {
        const AccountFrame accounts = accountFrame({{"a.com", "Retail"}, {"b.com"}});
        const std::vector<FieldCoverage> coverage = fieldCoverage(accounts);
        QCOMPARE(coverage.size(), namedFields.size());
        QCOMPARE(coverage[0].field, std::string("industry"));
        QCOMPARE(coverage[0].known, 1);
        QCOMPARE(coverage[0].accounts, 2);
        QCOMPARE(coverage.back().known, 0);
    }
};

QTEST_GUILESS_MAIN(TestEnrichment)
#include "tst_enrichment.moc"
