#include <QtTest>

#include "domain/fit.h"
#include "support/small_workspace.h"

#include <cmath>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Currency usd{"USD", 2};

CriterionValue value(const std::string &label)
{
    return {label, folded(label)};
}

Criterion criterion(IcpField field, CriterionTest test, int weight)
{
    Criterion made;
    made.field = field;
    made.test = test;
    made.weight = weight;
    return made;
}

Criterion oneOf(IcpField field, std::vector<CriterionValue> values, int weight)
{
    Criterion made = criterion(field, CriterionTest::oneOf, weight);
    made.values = std::move(values);
    return made;
}

Criterion between(IcpField field, std::optional<double> min, std::optional<double> max, int weight)
{
    Criterion made = criterion(field, CriterionTest::between, weight);
    made.min = min;
    made.max = max;
    return made;
}

Answer answer(const AccountText &account, const Criterion &asked)
{
    return IcpAnswers(accountFrame({account}), Icp{{asked}, {}}, usd).at(0, 0);
}

} // namespace

class TestFit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void weighs()
    {
        // The example of json-shapes.md: country 3, technologies 5, employees 1 (must have).
        Criterion technologies = criterion(IcpField::technologies, CriterionTest::hasAny, 5);
        technologies.values = {value("ERP")};
        Criterion employees = between(IcpField::employees, 20, std::nullopt, 1);
        employees.mustHave = true;
        const Icp icp{
            {oneOf(IcpField::country, {value("United States"), value("Canada")}, 3), technologies, employees},
            {}};
        const AccountFrame accounts = accountFrame({
            {"all.com", "", "canada", "20", "crm;erp"},
            {"blank.com", "", "", "", ""},
            {"small.com", "", "Canada", "19", "ERP"},
            {"range.com", "", "Canada", "50-100", "CRM"},
        });
        const FitColumns fit = scoreFit(accounts, icp, usd);
        QVERIFY(fit.defined);
        QCOMPARE(fit.fit[0], 100.0);
        QCOMPARE(fit.fit[1], 0.0);
        QCOMPARE(fit.fitMax[1], 100.0);
        QCOMPARE(int(fit.unknownMustHave[1]), 1);
        QVERIFY(!fit.disqualified(1));
        QVERIFY(fit.disqualified(2)); // 19 < 20: both 0, whatever else holds
        QCOMPARE(int(fit.failedMustHave[2]), 2);
        QCOMPARE(fit.fit[2] + fit.fitMax[2], 0.0);
        // "50-100" is no number: unknown, 3/9 now, 4/9 at best.
        QVERIFY(std::abs(fit.fit[3] - 100.0 * 3 / 9) < 1e-12);
        QVERIFY(std::abs(fit.fitMax[3] - 100.0 * 4 / 9) < 1e-12);

        const FitReceipt receipt = fitReceipt(accounts, icp, usd, 3);
        QCOMPARE(receipt.weightYes, 3);
        QCOMPARE(receipt.weightUnknown, 1);
        QCOMPARE(receipt.weightAll, 9);
        QCOMPARE(receipt.fit, fit.fit[3]);
        QVERIFY(receipt.answers[2] == Answer::unknown);
    }

    void withoutCriteriaThereIsNoFit() { QVERIFY(!scoreFit(accountFrame({{"a.com"}}), Icp{}, usd).defined); }

    void betweenIsInclusive()
    {
        const Criterion range = between(IcpField::employees, 10, 20, 1);
        QVERIFY(answer({"a.com", "", "", "10"}, range) == Answer::yes);
        QVERIFY(answer({"a.com", "", "", "20"}, range) == Answer::yes);
        QVERIFY(answer({"a.com", "", "", "9.9"}, range) == Answer::no);
        QVERIFY(answer({"a.com", "", "", "20.1"}, range) == Answer::no);
    }

    void listsHaveAnyOrAll()
    {
        Criterion any = criterion(IcpField::technologies, CriterionTest::hasAny, 1);
        any.values = {value("SAP"), value("Oracle")};
        Criterion all = any;
        all.test = CriterionTest::hasAll;
        QVERIFY(answer({"a.com", "", "", "", "sap;AWS"}, any) == Answer::yes);
        QVERIFY(answer({"a.com", "", "", "", "sap;AWS"}, all) == Answer::no);
        QVERIFY(answer({"a.com", "", "", "", "oracle;aws;SAP"}, all) == Answer::yes);
        QVERIFY(answer({"a.com", "", "", "", "sapphire"}, any) == Answer::no);
        QVERIFY(answer({"a.com"}, any) == Answer::unknown);
    }

    void moneyComparesAsAmount()
    {
        AccountText account{"a.com"};
        account.acv = Money{5'000'050};
        QVERIFY(answer(account, oneOf(IcpField::acv, {value("50000.50")}, 1)) == Answer::yes);
        QVERIFY(answer(account, oneOf(IcpField::acv, {value("50000")}, 1)) == Answer::no);
        QVERIFY(answer(account, between(IcpField::acv, 50000.5, std::nullopt, 1)) == Answer::yes);
        QVERIFY(answer(account, between(IcpField::acv, 50000.51, std::nullopt, 1)) == Answer::no);
        account.acv = unknownMoney;
        QVERIFY(answer(account, between(IcpField::acv, 0, std::nullopt, 1)) == Answer::unknown);
    }

    void emptyFieldsLeaveEvenKnownOpen()
    {
        // "is known" of an empty field is unknown, not no: filling it in would make it yes, so fit_max counts
        // it.
        const Criterion known = criterion(IcpField::industry, CriterionTest::known, 1);
        QVERIFY(answer({"a.com"}, known) == Answer::unknown);
        QVERIFY(answer({"a.com", "Retail"}, known) == Answer::yes);
    }

    void customFields()
    {
        AccountFrame accounts = accountFrame({{"a.com"}, {"b.com"}});
        CustomColumn segment;
        segment.label = "Segment";
        segment.key = "segment";
        put(segment.column, "Gold");
        put(segment.column, "");
        accounts.custom.push_back(segment);
        Criterion gold = oneOf(IcpField::custom, {value("GOLD")}, 2);
        gold.customKey = "segment";
        Criterion missing = gold;
        missing.customKey = "no such column";
        const Icp icp{{gold, missing}, {}};
        const IcpAnswers answers(accounts, icp, usd);
        QVERIFY(answers.at(0, 0) == Answer::yes);
        QVERIFY(answers.at(0, 1) == Answer::unknown);
        QVERIFY(answers.at(1, 0) == Answer::unknown);
    }
};

QTEST_GUILESS_MAIN(TestFit)
#include "tst_fit.moc"
