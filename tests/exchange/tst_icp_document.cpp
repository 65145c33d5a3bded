#include <QtTest>

#include "exchange/icp_document.h"
#include "support/document_check.h"

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Currency dollars{"USD", 2};

// json-shapes.md, word for word.
const QByteArray example = R"({"criteria": [
  {"field": "country", "test": "one_of", "values": ["United States", "Canada"], "weight": 3, "must_have": false},
  {"field": "technologies", "test": "has_any", "values": ["ERP"], "weight": 5, "must_have": false, "class": "technographic"},
  {"field": "employees", "test": "between", "min": 20, "max": null, "weight": 1, "must_have": true}],
 "committee": ["decision maker", "budget holder", "end user"]})";

} // namespace

class TestIcpDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExample();
    void printsWhatItReads();
    void foldsOnceAtTheBorder();
    void readsMoneyEnds();
    void takesAnEmptyProfile();
    void refuses_data();
    void refuses();
};

void TestIcpDocument::readsTheExample()
{
    const Result<Icp> icp = parseIcp(example, dollars);
    QVERIFY2(icp.ok(), icp.ok() ? "" : plainText(icp.error()).c_str());
    QCOMPARE(icp->criteria.size(), std::size_t{3});
    const Criterion &country = icp->criteria[0];
    QCOMPARE(country.field, IcpField::country);
    QCOMPARE(country.test, CriterionTest::oneOf);
    QCOMPARE(country.values[0].label, std::string("United States"));
    QCOMPARE(country.values[0].key, std::string("united states"));
    QCOMPARE(country.weight, 3);
    QCOMPARE(country.kind, CriterionClass::firmographic); // by field
    QCOMPARE(icp->criteria[1].kind, CriterionClass::technographic);
    QCOMPARE(icp->criteria[2].min, std::optional(20.0));
    QVERIFY(!icp->criteria[2].max);
    QVERIFY(icp->criteria[2].mustHave);
    QCOMPARE(icp->committee, (std::vector<std::string>{"decision maker", "budget holder", "end user"}));
}

void TestIcpDocument::printsWhatItReads()
{
    const QByteArray printed = printIcp(*parseIcp(example, dollars), dollars);
    const Result<Icp> again = parseIcp(printed, dollars);
    QVERIFY(again.ok());
    QCOMPARE(printIcp(*again, dollars), printed);
    QVERIFY(printed.indexOf("\"field\"") < printed.indexOf("\"test\""));
    QVERIFY(printed.contains("\"min\": 20, \"max\": null"));
}

void TestIcpDocument::foldsOnceAtTheBorder()
{
    const Result<Icp> icp = parseIcp(R"({"criteria": [
        {"field": " Stra\u00dfe Typ ", "test": "has_all", "values": ["\uff21\uff22", " GRO\u00dfE "], "weight": 1}],
        "committee": ["DECISION_MAKER", "End-User"]})",
                                     dollars);
    QVERIFY(icp.ok());
    QCOMPARE(icp->criteria[0].field, IcpField::custom);
    QCOMPARE(icp->criteria[0].customLabel, std::string("Stra\xc3\x9f"
                                                       "e Typ"));
    QCOMPARE(QString::fromStdString(icp->criteria[0].customKey), QStringLiteral("strasse typ"));
    QCOMPARE(icp->criteria[0].values[0].key, std::string("ab"));
    QCOMPARE(icp->criteria[0].values[1].key, std::string("grosse"));
    QCOMPARE(icp->committee, (std::vector<std::string>{"decision maker", "end user"}));
}

void TestIcpDocument::readsMoneyEnds()
{
    const Result<Icp> icp = parseIcp(
        R"({"criteria": [{"field": "acv", "test": "between", "min": "49999.99", "max": 60000, "weight": 1}]})",
        dollars);
    QVERIFY(icp.ok());
    QCOMPARE(icp->criteria[0].min, std::optional(49'999.99));
    QVERIFY(printIcp(*icp, dollars).contains("\"min\": \"49999.99\", \"max\": \"60000.00\""));
}

void TestIcpDocument::takesAnEmptyProfile()
{
    const Result<Icp> icp = parseIcp(R"({"criteria": []})", dollars);
    QVERIFY(icp.ok());
    QVERIFY(!icp->defined());
}

void TestIcpDocument::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *what, const char *by, const char *path) {
        QTest::newRow(name) << spoilt(example, what, by) << QString::fromLatin1(path);
    };
    row("unknown key at the top", "\"committee\"", "\"comittee\"", "comittee");
    row("unknown key", "\"must_have\": false}", "\"musthave\": false}", "criteria[0].musthave");
    row("no criteria", "\"criteria\"", "\"criterias\"", "criteria");
    row("field of another type", "\"country\"", "5", "criteria[0].field");
    row("empty field", "\"country\"", "\" \"", "criteria[0].field");
    row("unknown test", "one_of", "among", "criteria[0].test");
    row("values missing", "\"values\": [\"ERP\"], ", "", "criteria[1].values");
    row("no value", "[\"ERP\"]", "[]", "criteria[1].values");
    row("empty value", "[\"ERP\"]", "[\"ERP\", \"\"]", "criteria[1].values[1]");
    row("value of another type", "[\"ERP\"]", "[1]", "criteria[1].values[0]");
    row("weight 0", "\"weight\": 3", "\"weight\": 0", "criteria[0].weight");
    row("weight 11", "\"weight\": 3", "\"weight\": 11", "criteria[0].weight");
    row("weight with a fraction", "\"weight\": 3", "\"weight\": 2.5", "criteria[0].weight");
    row("weight as text", "\"weight\": 3", "\"weight\": \"3\"", "criteria[0].weight");
    row("weight missing", "\"weight\": 3, ", "", "criteria[0].weight");
    row("must-have of another type", "\"must_have\": true", "\"must_have\": 1", "criteria[2].must_have");
    row("must-have and known", "\"test\": \"between\", \"min\": 20, \"max\": null", "\"test\": \"known\"",
        "criteria[2].must_have");
    row("both ends open", "\"min\": 20", "\"min\": null", "criteria[2]");
    row("ends crossed", "\"max\": null", "\"max\": 19", "criteria[2].max");
    row("end as text", "\"min\": 20", "\"min\": \"20\"", "criteria[2].min");
    row("range on a list test", "\"values\": [\"ERP\"]", "\"values\": [\"ERP\"], \"min\": 1",
        "criteria[1].min");
    row("unknown class", "\"class\": \"technographic\"", "\"class\": \"demographic\"", "criteria[1].class");
    row("unknown role", "budget holder", "cook", "committee[1]");
    row("role twice", "budget holder", "Decision_Maker", "committee[1]");
    row("key twice", "\"weight\": 3", "\"weight\": 3, \"weight\": 4", "criteria[0].weight");
}

void TestIcpDocument::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    QVERIFY2(!bytes.isEmpty(), "the example no longer holds what this row replaces");
    const Result<Icp> icp = parseIcp(bytes, dollars);
    QVERIFY(!icp.ok());
    QCOMPARE(QString::fromStdString(icp.error().field), path);
    QCOMPARE(icp.error().kind, ErrorKind::invalid);
}

QTEST_GUILESS_MAIN(TestIcpDocument)
#include "tst_icp_document.moc"
