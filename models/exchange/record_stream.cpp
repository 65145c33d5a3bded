#include "exchange/record_stream.h"

#include "domain/work_queue.h"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace dimsum {

namespace {

constexpr std::size_t batchRecords = 4096;
constexpr std::size_t batchBytes = std::size_t{2} << 20;
constexpr std::size_t batches = 9; // three being worked on, and some between each two: threads take turns on few cores

// Copies of records in one block of memory, used over and over.
class RecordBatch
{
public:
    std::unique_ptr<BatchWork> work;

    void clear()
    {
        m_bytes.clear();
        m_fields.clear();
        m_records.clear();
        work->clear();
    }
    bool empty() const { return m_records.empty(); }
    bool full() const { return m_records.size() >= batchRecords || m_bytes.size() >= batchBytes; }

    void add(const CsvRecord &record)
    {
        const std::size_t raw = m_bytes.size();
        m_bytes.append(record.raw);
        const std::size_t firstField = m_fields.size();
        for (const std::string_view field : record.fields)
            m_fields.push_back({static_cast<std::uint32_t>(placeOf(field, record.raw, raw)), static_cast<std::uint32_t>(field.size())});
        m_records.push_back({raw, record.raw.size(), firstField, record.fields.size(), record.line, record.problem, record.problemLine});
    }

    // Once it is full, in the thread between.
    void finish()
    {
        const std::string_view bytes = m_bytes;
        m_views.clear();
        for (const Field &field : m_fields)
            m_views.push_back(bytes.substr(field.begin, field.size));
        for (const Record &kept : m_records)
            work->add(recordOf(kept));
    }

    template <class Sink>
    bool handOut(const Sink &sink)
    {
        for (std::size_t row = 0; row < m_records.size(); ++row)
            if (!sink(recordOf(m_records[row]), *work, row))
                return false;
        return true;
    }

private:
    struct Field { // a batch is a few megabytes
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Record {
        std::size_t raw = 0, rawSize = 0, firstField = 0, fields = 0;
        std::int64_t line = 0;
        CsvProblem problem = CsvProblem::none;
        std::int64_t problemLine = 0;
    };

    CsvRecord recordOf(const Record &kept) const
    {
        return {.fields = std::span(m_views).subspan(kept.firstField, kept.fields),
                .line = kept.line,
                .raw = std::string_view(m_bytes).substr(kept.raw, kept.rawSize),
                .problem = kept.problem,
                .problemLine = kept.problemLine};
    }

    // Most fields are a part of the record; those that lost quotes are kept beside it.
    std::size_t placeOf(std::string_view field, std::string_view record, std::size_t raw)
    {
        const auto inside = [&](const char *at) { return !std::less<>{}(at, record.data()) && !std::less<>{}(record.data() + record.size(), at); };
        if (inside(field.data()) && inside(field.data() + field.size()))
            return raw + static_cast<std::size_t>(field.data() - record.data());
        const std::size_t begin = m_bytes.size();
        m_bytes.append(field);
        return begin;
    }

    std::string m_bytes;
    std::vector<Field> m_fields;
    std::vector<Record> m_records;
    std::vector<std::string_view> m_views; // of all fields, by finish()
};

} // namespace

Result<TableSummary> streamTable(const TableFile &table, const RecordPipeline &pipeline, const Progress &progress, bool cutFooter)
{
    std::array<RecordBatch, batches> ring;
    WorkQueue<RecordBatch> empty, split, worked;
    for (RecordBatch &batch : ring) {
        batch.work = pipeline.newWork();
        empty.give(&batch);
    }
    std::atomic<std::int64_t> done = 0;
    std::atomic<std::int64_t> total = 0;
    std::optional<Result<TableSummary>> summary;
    const auto read = [&] {
        RecordBatch *batch = empty.take();
        const auto keep = [&](const CsvRecord &record) {
            batch->add(record);
            if (!batch->full())
                return true;
            split.give(batch);
            batch = empty.take();
            return batch != nullptr;
        };
        const Progress quiet{.report =
                                 [&](std::int64_t now, std::int64_t all) {
                                     done = now;
                                     total = all;
                                 },
                             .stop = progress.stop};
        summary.emplace(table.read(keep, quiet, cutFooter));
        if (batch && !batch->empty())
            split.give(batch);
        split.end();
    };
    const auto work = [&] {
        while (RecordBatch *batch = split.take()) {
            batch->finish();
            worked.give(batch);
        }
        worked.end();
    };
    {
        const std::jthread reader(read);
        const std::jthread worker(work);
        while (RecordBatch *batch = worked.take()) {
            if (!batch->handOut(pipeline.sink))
                break;
            batch->clear();
            empty.give(batch);
            progress.at(done, total);
        }
        empty.close();
        split.close();
    }
    progress.at(done, total);
    return std::move(*summary);
}

} // namespace dimsum
