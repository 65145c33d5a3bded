#include <QtTest>

#include "domain/handoff.h"
#include "support/small_workspace.h"

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day handed = dayOf(2025, 3, 1);

HandOffEnd endOf(const std::vector<std::pair<int, std::uint32_t>> &rows, const std::vector<DealRow> &deals, int asOf)
{
    std::vector<Interaction> interactions;
    for (const auto &[day, contact] : rows)
        interactions.push_back({handed + day, contact, 1, 1});
    return handOffEnd(handed, handed + asOf, interactions, IntensityRules{}, opportunityColumns(deals, 1), 0);
}

} // namespace

class TestHandOff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstOfThreeEnds()
    {
        const std::vector<std::pair<int, std::uint32_t>> hot{{5, 1}, {6, 2}, {7, 1}};
        const std::vector<DealRow> deal{{0, DealStatus::open, handed + 20}};
        QCOMPARE(endOf({}, {}, 90).state, HandOffState::waiting);
        QCOMPARE(endOf({}, {}, 91).state, HandOffState::expired);
        QCOMPARE(endOf(hot, {}, 30).state, HandOffState::highIntensity);
        QVERIFY(endOf(hot, {}, 30).day == handed + 7);
        QCOMPARE(endOf(hot, deal, 30).state, HandOffState::highIntensity); // day 7 comes before day 20
        QCOMPARE(endOf({}, deal, 30).state, HandOffState::converted);
        QCOMPARE(endOf({}, {{0, DealStatus::open, handed}}, 30).state, HandOffState::waiting);      // was there already
        QCOMPARE(endOf({}, {{0, DealStatus::open, handed + 91}}, 120).state, HandOffState::expired); // too late
    }

    void anAccountThatWasHotCanOnlyConvert()
    {
        const std::vector<std::pair<int, std::uint32_t>> hot{{-5, 1}, {-4, 2}, {-3, 1}, {60, 1}, {61, 2}, {62, 1}};
        QCOMPARE(endOf(hot, {}, 70).state, HandOffState::waiting);
        QCOMPARE(endOf(hot, {{0, DealStatus::won, handed + 40, handed + 50}}, 70).state, HandOffState::converted);
    }
};

QTEST_GUILESS_MAIN(TestHandOff)
#include "tst_handoff.moc"
