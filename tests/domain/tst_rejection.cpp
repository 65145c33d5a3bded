#include "domain/rejection.h"

#include <QTest>

using namespace dimsum;

class TestRejection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsReadBack()
    {
        for (const auto &code : allRejectionCodes) {
            for (const char *text : {"", "too dear this quarter", "x; instead: nothing"}) {
                for (const char *play : {"", "direct-mail"}) {
                    const Rejection given{.code = code, .text = text, .alternative = play};
                    if (std::string_view(text).ends_with("nothing") && given.alternative.empty())
                        continue; // would itself read as an alternative
                    QVERIFY2(parseRejection(rejectionLine(given)) == given, rejectionLine(given).c_str());
                }
            }
        }
        QCOMPARE(rejectionLine({.code = RejectionCode::budget, .text = "too dear", .alternative = "direct-mail"}), std::string("budget: too dear; instead: direct-mail"));
    }

    void plainTextStaysText()
    {
        QVERIFY(parseRejection("Not now") == (Rejection{.code = {}, .text = "Not now", .alternative = {}}));
        QVERIFY(parseRejection("budgets are tight") == (Rejection{.code = {}, .text = "budgets are tight", .alternative = {}}));
        QVERIFY(parseRejection("") == Rejection{});
    }
};

QTEST_GUILESS_MAIN(TestRejection)
#include "tst_rejection.moc"
