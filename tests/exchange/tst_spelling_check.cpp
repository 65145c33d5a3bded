// Spellings that look like another value of the same column.
#include "exchange/spelling_check.h"
#include "exchange/table_file.h"

#include <QtTest>

using namespace dimsum;

class SpellingCheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsVariants();
    void leavesNumbersAndNamesAlone();
    void mavenProducts();
};

void SpellingCheckTest::findsVariants()
{
    SpellingCheck check;
    for (const char *value : {"Google", "Google", "google", "GTX Pro", "GTX  PRO", "GTX Pro", "", "GTX-Pro"})
        check.add(value);
    const auto notices = check.notices();
    QCOMPARE(notices.size(), std::size_t{3});
    for (const SpellingNotice &notice : notices)
        QCOMPARE(notice.resembles, std::string(notice.value == "google" ? "Google" : "GTX Pro"));
}

void SpellingCheckTest::leavesNumbersAndNamesAlone()
{
    SpellingCheck check;
    for (const char *value : {"1", "-1", "1.0", "10", "2025-01-02", "Acme", "Beta Corp", "Gamma Labs"})
        check.add(value);
    QVERIFY(check.notices().empty());
    SpellingCheck many;
    for (int i = 0; i < 6000; ++i) {
        many.add("name " + std::to_string(i));
        many.add("NAME " + std::to_string(i));
    }
    QVERIFY(many.notices().empty());
}

void SpellingCheckTest::mavenProducts()
{
    const auto table = TableFile::open(QStringLiteral(DIMSUM_SHARED_DATA "/crm_maven/sales_pipeline.csv"));
    if (!table)
        QSKIP("crm_maven is not on this machine");
    const auto column = static_cast<std::size_t>(table->header().indexOf(u"product"_qs));
    SpellingCheck check;
    QVERIFY(table->read([&](const CsvRecord &record) { check.add(record.fields[column]); return true; }, {}).ok());
    const auto notices = check.notices();
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices[0].value, std::string("GTXPro"));
    QCOMPARE(notices[0].resembles, std::string("GTX Pro"));
    QCOMPARE(notices[0].count, 1480);
}

QTEST_GUILESS_MAIN(SpellingCheckTest)
#include "tst_spelling_check.moc"
