// libFuzzer target: whatever the bytes, the reader neither crashes nor depends on how they were cut into chunks.
// First byte: encoding, second: delimiter (and whether to detect the encoding), third: chunk size (and whether to read
// typed rows); the rest is the file.
#include "exchange/column_mapping.h"
#include "exchange/csv_reader.h"
#include "exchange/dialect_detection.h"
#include "exchange/import_rows.h"
#include "exchange/text_decoding.h"

#include <algorithm>
#include <cstdlib>

using namespace dimsum;

namespace {

struct Trace {
    std::string text; // fields, lines and problems of every record, one after the other

    void add(const CsvRecord &record)
    {
        text += std::to_string(record.line) + ':' + std::to_string(static_cast<int>(record.problem)) + ':'
                + std::to_string(record.problemLine);
        for (const std::string_view field : record.fields)
            text.append(1, '\x1f').append(field);
        text += '\n';
    }
};

std::string records(std::string_view utf8, char delimiter, std::size_t chunk)
{
    Trace trace;
    // Small limits, so that the fuzzer reaches them.
    CsvReader reader(delimiter, [&](const CsvRecord &record) { trace.add(record); return true; }, CsvLimits{64, 512, 8});
    for (std::size_t at = 0; at < utf8.size(); at += chunk)
        reader.feed(utf8.substr(at, chunk));
    reader.finish();
    return trace.text;
}

// Every cell goes through the typed reader of one kind as well.
template <class Row>
void readRows(const char *profileName, std::string_view utf8, char delimiter)
{
    const SourceProfile &profile = *findProfile(builtInProfiles(), QString::fromLatin1(profileName));
    QStringList header;
    for (const CanonicalField &field : fieldsOf(profile.kind))
        header.append(QString::fromLatin1(field.name.data(), static_cast<qsizetype>(field.name.size())));
    FileFormat format;
    format.delimiter = delimiter;
    RowReader rows(mapColumns(header, profile), format, {});
    Row row;
    CsvReader reader(delimiter, [&](const CsvRecord &record) {
        (void)rows.read(record, row);
        return true;
    });
    reader.feed(utf8);
    reader.finish();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 3)
        return 0;
    static const QStringList encodings = offeredEncodings();
    static constexpr char delimiters[] = {',', ';', '\t', '|'};
    const QString encoding = encodings[data[0] % encodings.size()];
    const char delimiter = delimiters[data[1] % 4];
    const std::size_t chunk = std::size_t{1} + data[2] % 17;
    const QByteArrayView bytes(data + 3, static_cast<qsizetype>(size - 3));

    std::string whole;
    TextDecoder decoder(encoding);
    decoder.decode(bytes, whole);
    decoder.finish(whole);
    std::string cut;
    TextDecoder pieces(encoding);
    for (qsizetype at = 0; at < bytes.size(); at += static_cast<qsizetype>(chunk))
        pieces.decode(bytes.sliced(at, std::min(static_cast<qsizetype>(chunk), bytes.size() - at)), cut);
    pieces.finish(cut);
    if (whole != cut || records(whole, delimiter, whole.size() + 1) != records(whole, delimiter, chunk))
        std::abort();
    if (data[1] & 0x40) // tries two dozen decoders: too slow for every input
        (void)detectEncoding(bytes, true);
    (void)detectDialect(whole);
    if (data[2] & 0x80) {
        readRows<OpportunityRow>("generic-opportunities", whole, delimiter);
        readRows<AccountRow>("generic-accounts", whole, delimiter);
        readRows<IntentRow>("canonical-intent", whole, delimiter);
        readRows<CostRow>("canonical-costs", whole, delimiter);
    }
    return 0;
}
