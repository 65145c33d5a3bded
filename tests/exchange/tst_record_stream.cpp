// The records of a file go through three threads and come out as they stand in it, each with what was made of it on the way.
#include "exchange/cell_patterns.h"
#include "exchange/record_stream.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace dimsum;

namespace {

constexpr int rows = 30'000; // several batches

class LengthWork : public BatchWork
{
public:
    explicit LengthWork(int &made) { ++made; }
    void clear() override { m_lengths.clear(); }
    void add(const CsvRecord &record) override { m_lengths.push_back(record.fields.size() > 1 ? record.fields[1].size() : 0); }
    std::size_t length(std::size_t row) const { return m_lengths.at(row); }

private:
    std::vector<std::size_t> m_lengths;
};

} // namespace

class TestRecordStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray text = "number,word\n";
        for (int i = 0; i < rows; ++i)
            text += QByteArray::number(i) + (i % 7 == 0 ? ",\"a \"\"b\"\"\"" : "," + QByteArray(i % 50, 'x')) + '\n';
        QCOMPARE(file.write(text), text.size());
    }

    void recordsMeetWhatWasMadeOfThem()
    {
        const auto table = TableFile::open(m_path);
        QVERIFY(table.ok());
        int works = 0, seen = 0;
        bool right = true;
        const RecordPipeline pipeline{.newWork = [&works] { return std::make_unique<LengthWork>(works); },
                                      .sink = [&](const CsvRecord &record, BatchWork &work, std::size_t row) {
                                          right = right && record.fields.size() == 2 && record.fields[0] == std::to_string(seen) && record.line == seen + 2
                                                  && record.fields[1] == (seen % 7 == 0 ? std::string("a \"b\"") : std::string(static_cast<std::size_t>(seen % 50), 'x'))
                                                  && static_cast<LengthWork &>(work).length(row) == record.fields[1].size();
                                          ++seen;
                                          return true;
                                      }};
        const auto summary = streamTable(*table, pipeline, {}, false);
        QVERIFY(summary.ok());
        QCOMPARE(seen, rows);
        QVERIFY(right);
        QCOMPARE(summary->records, std::int64_t{rows});
        QVERIFY(works > 2);
    }

    void whoHasEnoughIsLeftAlone()
    {
        const auto table = TableFile::open(m_path);
        for (const int wanted : {1, 4096, 4097, 20'000}) {
            int works = 0, seen = 0;
            const RecordPipeline pipeline{.newWork = [&works] { return std::make_unique<LengthWork>(works); },
                                          .sink = [&](const CsvRecord &, BatchWork &, std::size_t) { return ++seen < wanted; }};
            QVERIFY(streamTable(*table, pipeline, {}, false).ok());
            QCOMPARE(seen, wanted);
        }
    }

    void patternsTellCellsApart()
    {
        CellPatterns patterns(3);
        const auto take = [&patterns](std::initializer_list<const char *> cells) {
            for (const char *cell : cells)
                patterns.add(cell);
            return patterns.take();
        };
        QCOMPARE(take({"a", "bc"})->code, 0U);
        QCOMPARE(take({"ab", "c"})->code, 1U); // the same letters, cut elsewhere
        const auto again = take({"a", "bc"});
        QCOMPARE(again->code, 0U);
        QVERIFY(!again->added);
        QVERIFY(patterns.usable());
        QVERIFY(take({"", ""})->added);
        QVERIFY(!patterns.usable());
        QVERIFY(!take({"a", "bc"}));
    }

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("rows.csv"));
};

QTEST_GUILESS_MAIN(TestRecordStream)
#include "tst_record_stream.moc"
