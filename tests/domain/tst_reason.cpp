#include <QtTest>

#include "domain/reason.h"

#include <vector>

using namespace dimsum;

namespace
{

std::string text(ReasonCode code, double value, double threshold)
{
    return reasonText(Reason{code, value, threshold, {}, unknownDay});
}

} // namespace

class TestReason : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void canonicalWords()
    {
        const std::vector<Reason> reasons{{ReasonCode::fitAtLeast, 82, 70, {}, unknownDay},
                                          {ReasonCode::acvAtLeast, 61000, 50000, {}, unknownDay},
                                          {ReasonCode::intentAtLeast, 72, 60, {}, unknownDay}};
        QCOMPARE(reasonsText(reasons), std::string("fit 82 >= 70; acv 61000 >= 50000; intent 72 >= 60"));
        QCOMPARE(text(ReasonCode::intentSurge, 240, 93.5), std::string("intent surge 240 >= 93.5"));
        QCOMPARE(text(ReasonCode::fitBelow, 60, 70), std::string("fit 60 < 70"));
        QCOMPARE(text(ReasonCode::acvUnknown, 0, 0), std::string("acv unknown"));
        QCOMPARE(reasonText({ReasonCode::fitMustHave, 0, 0, "employees", unknownDay}),
                 std::string("fit must-have employees"));
        QCOMPARE(reasonText({ReasonCode::pin, 0, 0, {}, dayOf(2025, 12, 31)}),
                 std::string("pin until 2025-12-31"));
        QCOMPARE(text(ReasonCode::acvBelow, 14999.5, 15000), std::string("acv 14999.5 < 15000"));
        QCOMPARE(reasonsText({}), std::string());
    }

    void decimalsKeepTheComparisonTrue()
    {
        QCOMPARE(text(ReasonCode::fitBelow, 69.96, 70), std::string("fit 69.96 < 70"));
        QCOMPARE(text(ReasonCode::fitBelow, 69.9996, 70), std::string("fit 69.9996 < 70"));
        QCOMPARE(text(ReasonCode::fitAtLeast, 81.818181818, 70), std::string("fit 81.82 >= 70"));
        QCOMPARE(text(ReasonCode::fitAtLeast, 70.5551, 70.5551), std::string("fit 70.56 >= 70.5551"));
        // Within the slack of 1e-9 a value counts as reaching the line and prints as the line.
        QCOMPARE(text(ReasonCode::fitAtLeast, 69.9999999995, 70), std::string("fit 70 >= 70"));
        // A computed line is cut like its value, as long as that stays true.
        QCOMPARE(text(ReasonCode::intentSurge, 100, 93.4871234), std::string("intent surge 100 >= 93.49"));
        QCOMPARE(text(ReasonCode::engagementSurge, 13.331, 13.3304),
                 std::string("engagement surge 13.33 >= 13.33"));
        QCOMPARE(text(ReasonCode::engagementSurge, 13.3354, 13.3346),
                 std::string("engagement surge 13.34 >= 13.33"));
    }
};

QTEST_GUILESS_MAIN(TestReason)
#include "tst_reason.moc"
