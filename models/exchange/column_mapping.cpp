#include "exchange/column_mapping.h"

#include "exchange/rejects_file.h"
#include "exchange/text_key.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>

namespace dimsum {

namespace {

QString fieldName(ImportKind kind, std::size_t field)
{
    const std::string_view name = fieldsOf(kind)[field].name;
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

bool isRejectsColumn(const QString &header)
{
    return header == QLatin1String(rejectLineColumn) || header == QLatin1String(rejectFieldColumn)
           || header == QLatin1String(rejectReasonColumn);
}

// The column whose header comes first among the names of a field; within one name the leftmost column.
std::optional<std::size_t> bestColumn(const QStringList &names, const std::vector<QString> &keys,
                                      const std::vector<MappedColumn> &columns)
{
    for (const QString &name : names) {
        const QString wanted = headerKey(name);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (keys[i] == wanted && columns[i].target == MappedColumn::Target::ignored
                && !isRejectsColumn(columns[i].header))
                return i;
        }
    }
    return std::nullopt;
}

void mapFields(ColumnMapping &mapping, const std::vector<QString> &keys)
{
    const auto fields = fieldsOf(mapping.kind);
    const auto take = [&](std::size_t field, const QStringList &names) {
        if (mapping.columnOf(field))
            return;
        if (const auto column = bestColumn(names, keys, mapping.columns)) {
            mapping.columns[*column].target = MappedColumn::Target::field;
            mapping.columns[*column].field = field;
        }
    };
    // The profile's own words first: a Salesforce "External_id__c" must not take the place of "Id".
    for (std::size_t field = 0; field < fields.size(); ++field)
        take(field, mapping.profile.synonyms[field]);
    for (std::size_t field = 0; field < fields.size(); ++field)
        take(field, {fieldName(mapping.kind, field)});
}

} // namespace

std::optional<std::size_t> ColumnMapping::columnOf(std::size_t field) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].target == MappedColumn::Target::field && columns[i].field == field)
            return i;
    }
    return std::nullopt;
}

QStringList ColumnMapping::customLabels() const
{
    QStringList labels;
    for (const MappedColumn &column : columns) {
        if (column.target == MappedColumn::Target::custom)
            labels.append(column.customLabel);
    }
    return labels;
}

ColumnMapping mapColumns(const QStringList &header, const SourceProfile &profile)
{
    ColumnMapping mapping;
    mapping.kind = profile.kind;
    mapping.profile = profile;
    mapping.profile.synonyms.resize(fieldsOf(profile.kind).size());
    std::vector<QString> keys;
    QHash<QString, int> seen;
    for (const QString &name : header) {
        MappedColumn column;
        const int count = ++seen[name];
        column.header = count == 1 ? name : QStringLiteral("%1 (%2)").arg(name).arg(count);
        mapping.columns.push_back(column);
        keys.push_back(headerKey(name));
    }
    mapFields(mapping, keys);

    QSet<QString> ignored;
    for (const QString &name : profile.ignored)
        ignored.insert(headerKey(name));
    if (mapping.kind != ImportKind::accounts || profile.ignoreUnknown)
        return mapping;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        MappedColumn &column = mapping.columns[i];
        if (column.target != MappedColumn::Target::ignored || ignored.contains(keys[i])
            || isRejectsColumn(column.header))
            continue;
        column.target = MappedColumn::Target::custom;
        column.customLabel = column.header;
    }
    return mapping;
}

void describeColumns(ColumnMapping &mapping, const std::vector<QStringList> &rows)
{
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        MappedColumn &column = mapping.columns[i];
        column.firstValues.clear();
        qsizetype filled = 0;
        for (const QStringList &row : rows) {
            const QString value = row.value(static_cast<qsizetype>(i));
            if (value.isEmpty())
                continue;
            ++filled;
            if (column.firstValues.size() < 3 && !column.firstValues.contains(value))
                column.firstValues.append(value);
        }
        column.filledShare = rows.empty() ? 0 : static_cast<double>(filled) / static_cast<double>(rows.size());
    }
}

Outcome checkMapping(const ColumnMapping &mapping)
{
    const auto fields = fieldsOf(mapping.kind);
    const auto fail = [](const char *sentence, const std::string &field) {
        return Error{ErrorKind::invalid, sentence, {field}, {}, 0, field};
    };
    std::vector<int> columns(fields.size(), 0);
    for (const MappedColumn &column : mapping.columns) {
        if (column.target == MappedColumn::Target::field && column.field < fields.size())
            ++columns[column.field];
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string name(fields[i].name);
        if (columns[i] > 1)
            return fail(DIMSUM_TEXT("Two columns are read as \"%1\". Choose one of them."), name);
        if (fields[i].required && columns[i] == 0 && !mapping.profile.constants.contains(i))
            return fail(DIMSUM_TEXT("No column of the file gives \"%1\", which every row needs. Choose the column that "
                                    "holds it."),
                        name);
    }
    const auto has = [&](std::string_view name) {
        const auto field = fieldIndex(mapping.kind, name);
        return field && (columns[*field] > 0 || mapping.profile.constants.contains(*field));
    };
    if (mapping.kind == ImportKind::accounts && !has("domain") && !has("external_id") && !has("name"))
        return fail(DIMSUM_TEXT("No column of the file says which company a row is. Choose the column for \"%1\"."),
                    "domain");
    if (mapping.kind == ImportKind::opportunities && !has("status") && !has("stage"))
        return fail(DIMSUM_TEXT("No column of the file gives \"%1\" or the stage. Choose the column that says whether a "
                                "deal is open, won or lost."),
                    "status");
    if (mapping.kind == ImportKind::intent && !has("score") && !has("event"))
        return fail(DIMSUM_TEXT("No column of the file gives \"%1\" or an event. Choose the column that holds one of "
                                "them."),
                    "score");
    return Done{};
}

SourceProfile profileFrom(const ColumnMapping &mapping, const QString &name, const FileFormat &format)
{
    SourceProfile profile = mapping.profile;
    profile.name = name;
    profile.label = name;
    profile.kind = mapping.kind;
    profile.delimiter = format.delimiter;
    profile.decimals = format.decimals;
    profile.dates = format.dates;
    profile.synonyms.assign(fieldsOf(mapping.kind).size(), {});
    profile.ignored.clear();
    profile.multipliers.clear();
    profile.ignoreUnknown = false;
    QStringList signature;
    for (const MappedColumn &column : mapping.columns) {
        if (column.target == MappedColumn::Target::field) {
            profile.synonyms[column.field].append(column.header);
            signature.append(column.header);
            if (column.multiplier && *column.multiplier != 1.0)
                profile.multipliers[column.field] = *column.multiplier;
        } else if (column.target == MappedColumn::Target::ignored && !isRejectsColumn(column.header)) {
            profile.ignored.append(column.header);
        }
    }
    profile.signatures = {signature};
    return profile;
}

} // namespace dimsum
