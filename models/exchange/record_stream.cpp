#include "exchange/record_stream.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace dimsum {

namespace {

constexpr std::size_t batchRecords = 4096;
constexpr std::size_t batchBytes = std::size_t{2} << 20;
constexpr std::size_t batches = 3; // one being filled, one being worked on, one between

// Copies of records in one block of memory, used over and over.
class RecordBatch
{
public:
    void clear()
    {
        m_bytes.clear();
        m_fields.clear();
        m_records.clear();
    }
    bool empty() const { return m_records.empty(); }
    bool full() const { return m_records.size() >= batchRecords || m_bytes.size() >= batchBytes; }

    void add(const CsvRecord &record)
    {
        const std::size_t raw = m_bytes.size();
        m_bytes.append(record.raw);
        const std::size_t firstField = m_fields.size();
        for (const std::string_view field : record.fields)
            m_fields.push_back({placeOf(field, record.raw, raw), field.size()});
        m_records.push_back({raw, record.raw.size(), firstField, record.fields.size(), record.line, record.problem, record.problemLine});
    }

    template <class Sink>
    bool handOut(const Sink &sink)
    {
        const std::string_view bytes = m_bytes;
        for (const Record &kept : m_records) {
            m_views.clear();
            for (std::size_t field = kept.firstField; field < kept.firstField + kept.fields; ++field)
                m_views.push_back(bytes.substr(m_fields[field].begin, m_fields[field].size));
            const CsvRecord record{.fields = m_views,
                                   .line = kept.line,
                                   .raw = bytes.substr(kept.raw, kept.rawSize),
                                   .problem = kept.problem,
                                   .problemLine = kept.problemLine};
            if (!sink(record))
                return false;
        }
        return true;
    }

private:
    struct Field {
        std::size_t begin = 0;
        std::size_t size = 0;
    };
    struct Record {
        std::size_t raw = 0, rawSize = 0, firstField = 0, fields = 0;
        std::int64_t line = 0;
        CsvProblem problem = CsvProblem::none;
        std::int64_t problemLine = 0;
    };

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
    std::vector<std::string_view> m_views;
};

// Batches go round: empty to the reader, filled to the caller.
class BatchRing
{
public:
    BatchRing()
    {
        for (RecordBatch &batch : m_batches)
            m_empty.push_back(&batch);
    }

    // A batch to fill, or null once the caller has had enough.
    RecordBatch *takeEmpty()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_empty.empty(); });
        return m_closed ? nullptr : take(m_empty);
    }
    // The next filled batch, or null once the reader is done and nothing is left.
    RecordBatch *takeFilled()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ended || !m_filled.empty(); });
        return m_filled.empty() ? nullptr : take(m_filled);
    }
    void giveEmpty(RecordBatch *batch) { give(m_empty, batch); }
    void giveFilled(RecordBatch *batch) { give(m_filled, batch); }
    void close() { raise(m_closed); } // by the caller
    void end() { raise(m_ended); }    // by the reader

private:
    using List = std::vector<RecordBatch *>;
    static RecordBatch *take(List &list)
    {
        RecordBatch *first = list.front();
        list.erase(list.begin());
        return first;
    }
    void give(List &list, RecordBatch *batch)
    {
        const std::lock_guard lock(m_mutex);
        list.push_back(batch);
        m_changed.notify_all();
    }
    void raise(bool &flag)
    {
        const std::lock_guard lock(m_mutex);
        flag = true;
        m_changed.notify_all();
    }

    std::array<RecordBatch, batches> m_batches;
    List m_empty, m_filled;
    bool m_closed = false, m_ended = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

} // namespace

Result<TableSummary> streamTable(const TableFile &table, const TableFile::Sink &sink, const Progress &progress, bool cutFooter,
                                 const std::function<void(const CsvRecord &record)> &look)
{
    BatchRing ring;
    std::atomic<std::int64_t> done = 0;
    std::atomic<std::int64_t> total = 0;
    std::optional<Result<TableSummary>> summary;
    const auto read = [&] {
        RecordBatch *batch = ring.takeEmpty();
        const auto keep = [&](const CsvRecord &record) {
            if (look)
                look(record);
            batch->add(record);
            if (!batch->full())
                return true;
            ring.giveFilled(batch);
            batch = ring.takeEmpty();
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
            ring.giveFilled(batch);
        ring.end();
    };
    bool wanted = true;
    {
        const std::jthread reader(read);
        while (RecordBatch *batch = ring.takeFilled()) {
            wanted = batch->handOut(sink);
            if (!wanted)
                break;
            batch->clear();
            ring.giveEmpty(batch);
            progress.at(done, total);
        }
        ring.close();
    }
    progress.at(done, total);
    return std::move(*summary);
}

} // namespace dimsum
