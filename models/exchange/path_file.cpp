#include "exchange/path_file.h"

#include "exchange/table_file.h"
#include "exchange/text_key.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace dimsum
{

namespace
{

constexpr std::size_t mostChannels = 4096; // the exact solve needs channels^2 numbers
constexpr std::array<const char *, 4> pathColumns{"path", "total_conversions", "total_conversion_value", "total_null"};

std::optional<double> amountOf(std::string_view text)
{
    text = shownText(text);
    if (text.empty())
        return 0.0;
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(number) || number < 0)
        return std::nullopt;
    return number == 0 ? 0.0 : number; // no negative zero
}

class PathReader
{
public:
    explicit PathReader(const QStringList &header)
    {
        for (std::size_t i = 0; i < pathColumns.size(); ++i)
            m_at[i] = static_cast<int>(header.indexOf(QLatin1String(pathColumns[i])));
    }

    // The needed column that is not there.
    const char *missing() const { return m_at[0] < 0 ? pathColumns[0] : m_at[1] < 0 ? pathColumns[1] : nullptr; }

    bool take(const CsvRecord &record)
    {
        if (record.problem != CsvProblem::none)
            return refuse(record, "", csvProblemSentence(record.problem), {std::to_string(record.problemLine)});
        ChannelPath path;
        if (!takeSteps(record, path))
            return false;
        const std::array<double *, 3> numbers{&path.conversions, &path.value, &path.nulls};
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto number = amountOf(field(record, i + 1));
            if (!number)
                return refuse(record, pathColumns[i + 1],
                              DIMSUM_TEXT("“%1” is no number of 0 or more. Write it like 12 or 12.5."),
                              {std::string(field(record, i + 1))});
            *numbers[i] = *number;
        }
        m_file.paths.push_back(std::move(path));
        return true;
    }

    std::optional<Error> error;

    // Channels numbered anew in byte order, so that the answer does not depend on the order of the rows.
    PathFile finished()
    {
        std::vector<std::uint32_t> order(m_file.channels.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [this](auto a, auto b) { return m_file.channels[a] < m_file.channels[b]; });
        std::vector<std::uint32_t> place(order.size());
        std::vector<std::string> channels;
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            channels.push_back(std::move(m_file.channels[order[i]]));
        }
        m_file.channels = std::move(channels);
        for (ChannelPath &path : m_file.paths) {
            for (std::uint32_t &channel : path.channels)
                channel = place[channel];
        }
        return std::move(m_file);
    }

private:
    std::string_view field(const CsvRecord &record, std::size_t column) const
    {
        const auto at = static_cast<std::size_t>(m_at[column]);
        return m_at[column] >= 0 && at < record.fields.size() ? record.fields[at] : std::string_view();
    }

    bool takeSteps(const CsvRecord &record, ChannelPath &path)
    {
        const std::string_view text = field(record, 0);
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('>', begin), text.size());
            const std::string_view step = shownText(text.substr(begin, end - begin));
            begin = end + 1;
            if (step.empty())
                return refuse(record, pathColumns[0],
                              DIMSUM_TEXT("The path “%1” has an empty step. Write every step, like “ads > web > demo”."),
                              {std::string(text)});
            textKeyInto(step, m_key);
            const auto [known, isNew] = m_codes.try_emplace(m_key, static_cast<std::uint32_t>(m_file.channels.size()));
            if (isNew)
                m_file.channels.emplace_back(step);
            path.channels.push_back(known->second);
        }
        if (m_file.channels.size() > mostChannels)
            return refuse(record, pathColumns[0],
                          DIMSUM_TEXT("The file names more than 4,096 channels. Bring them together into fewer."), {});
        return true;
    }

    bool refuse(const CsvRecord &record, const char *column, const char *sentence, std::vector<std::string> arguments)
    {
        error = Error{.kind = ErrorKind::invalid,
                      .sentence = sentence,
                      .arguments = std::move(arguments),
                      .line = record.line,
                      .field = column};
        return false;
    }

    std::array<int, 4> m_at{};
    PathFile m_file;
    std::unordered_map<std::string, std::uint32_t> m_codes;
    std::string m_key;
};

} // namespace

Result<PathFile> readPathFile(const QString &path, const Progress &progress)
{
    const auto file = TableFile::open(path);
    if (!file)
        return file.error();
    PathReader reader(file->header());
    if (const char *absent = reader.missing())
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("The file has no column “%1”. Its header must name path and "
                                             "total_conversions."),
                     .arguments = {absent},
                     .file = path.toStdString(),
                     .line = 1,
                     .field = absent};
    const auto read = file->read([&reader](const CsvRecord &record) { return reader.take(record); }, progress);
    if (!read)
        return read.error();
    if (reader.error) {
        reader.error->file = path.toStdString();
        return *reader.error;
    }
    PathFile paths = reader.finished();
    if (paths.paths.empty())
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("The file has no path in it. Add a row below the header."),
                     .file = path.toStdString()};
    return paths;
}

} // namespace dimsum
