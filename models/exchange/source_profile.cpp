#include "exchange/source_profile.h"

#include "exchange/column_mapping.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/text_key.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace dimsum {

namespace {

constexpr const char *unknownField = DIMSUM_TEXT("%1 is no column of this kind of file.");
constexpr const char *notAChoice = DIMSUM_TEXT("%1 is not one of the choices here.");

QString qs(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QStringList textList(const JsonNode &node)
{
    QStringList list;
    for (const std::string &text : node.texts())
        list.append(QString::fromStdString(text));
    return list;
}

std::optional<std::size_t> fieldNamed(const JsonNode &node, ImportKind kind, const std::string &name)
{
    const auto field = fieldIndex(kind, name);
    if (!field)
        node.refuse(unknownField, {name});
    return field;
}

void readColumns(JsonKeys &keys, SourceProfile &profile)
{
    profile.synonyms.resize(fieldsOf(profile.kind).size());
    if (const auto node = keys.find("columns")) {
        for (const auto &[name, headers] : JsonKeys(*node).rest()) {
            if (const auto field = fieldNamed(headers, profile.kind, name))
                profile.synonyms[*field] = textList(headers);
        }
    }
    if (const auto node = keys.find("signature")) {
        for (const JsonNode &set : node->items())
            profile.signatures.push_back(textList(set));
    }
    if (const auto node = keys.find("ignored"))
        profile.ignored = textList(*node);
    keys.read("ignore_unknown", profile.ignoreUnknown);
}

void readRules(JsonKeys &keys, SourceProfile &profile)
{
    if (const auto node = keys.find("constants")) {
        for (const auto &[name, value] : JsonKeys(*node).rest()) {
            if (const auto field = fieldNamed(value, profile.kind, name))
                profile.constants[*field] = value.requiredText();
        }
    }
    if (const auto node = keys.find("status_of_stage")) {
        for (const auto &[stage, status] : JsonKeys(*node).rest()) {
            const std::string word = status.text();
            if (word != "open" && word != "won" && word != "lost")
                status.refuse(notAChoice, {word});
            profile.statusOfStage[textKey(stage)] = word;
        }
    }
    if (const auto node = keys.find("value_maps")) {
        for (const auto &[name, map] : JsonKeys(*node).rest()) {
            const auto field = fieldNamed(map, profile.kind, name);
            for (const auto &[cell, value] : JsonKeys(map).rest()) {
                if (field)
                    profile.valueMaps[*field][textKey(cell)] = value.text();
            }
        }
    }
    if (const auto node = keys.find("multipliers")) {
        for (const auto &[name, factor] : JsonKeys(*node).rest()) {
            const double value = factor.number({1, 1e6});
            if (value != 1 && value != 1e3 && value != 1e6)
                factor.refuse(notAChoice, {std::to_string(value)});
            if (const auto field = fieldNamed(factor, profile.kind, name))
                profile.multipliers[*field] = value;
        }
    }
    if (const auto node = keys.find("date_only")) {
        for (const std::string &name : node->texts()) {
            if (const auto field = fieldNamed(*node, profile.kind, name))
                profile.dateOnlyFields.push_back(*field);
        }
    }
}

void readStyle(JsonKeys &keys, SourceProfile &profile)
{
    if (const auto node = keys.find("values")) {
        JsonKeys values(*node);
        values.read("lenient", profile.lenient);
        values.read("null_marker", profile.nullMarker);
        values.read("cut_footer", profile.cutFooter);
        values.finish();
    }
    if (const auto node = keys.find("file")) {
        JsonKeys file(*node);
        if (const auto delimiter = file.find("delimiter")) {
            const std::string sign = delimiter->value().toString().toStdString();
            if (sign != "," && sign != ";" && sign != "\t" && sign != "|")
                delimiter->refuse(notAChoice, {sign});
            else
                profile.delimiter = sign.front();
        }
        if (const auto decimals = file.find("decimals")) {
            const std::string mark = decimals->text();
            if (mark != "." && mark != ",")
                decimals->refuse(notAChoice, {mark});
            profile.decimals = mark == "," ? DecimalMark::comma : DecimalMark::point;
        }
        if (const auto dates = file.find("dates")) {
            const std::string order = dates->text();
            if (order != "iso" && order != "month first" && order != "day first")
                dates->refuse(notAChoice, {order});
            profile.dates = order == "day first"     ? DateOrder::dayFirst
                            : order == "month first" ? DateOrder::monthFirst
                                                     : DateOrder::isoOnly;
        }
        file.finish();
    }
}

void writeList(JsonWriter &writer, const QStringList &list)
{
    writer.beginArray(JsonWriter::Layout::oneLine);
    for (const QString &text : list)
        writer.text(QStringView(text));
    writer.endArray();
}

void writeMap(JsonWriter &writer, const std::map<std::string, std::string> &map)
{
    writer.beginObject();
    for (const auto &[key, value] : map)
        writer.key(key).text(std::string_view(value));
    writer.endObject();
}

void writeFileStyle(JsonWriter &writer, const SourceProfile &profile)
{
    writer.key("values").beginObject(JsonWriter::Layout::oneLine);
    writer.key("lenient").boolean(profile.lenient);
    writer.key("null_marker").boolean(profile.nullMarker);
    writer.key("cut_footer").boolean(profile.cutFooter);
    writer.endObject();
    writer.key("file").beginObject(JsonWriter::Layout::oneLine);
    if (profile.delimiter)
        writer.key("delimiter").text(std::string_view(&*profile.delimiter, 1));
    if (profile.decimals)
        writer.key("decimals").text(std::string_view(*profile.decimals == DecimalMark::comma ? "," : "."));
    if (profile.dates)
        writer.key("dates").text(std::string_view(*profile.dates == DateOrder::dayFirst     ? "day first"
                                                  : *profile.dates == DateOrder::monthFirst ? "month first"
                                                                                            : "iso"));
    writer.endObject();
}

// Columns without which a file is not the canonical one of its kind, however many names agree.
std::vector<QStringList> canonicalSignatures(ImportKind kind)
{
    const auto set = [](std::initializer_list<const char *> names) {
        QStringList list;
        for (const char *name : names)
            list.append(QString::fromLatin1(name));
        return list;
    };
    switch (kind) {
    case ImportKind::accounts:
        return {set({"domain"})};
    case ImportKind::contacts:
        return {set({"email", "account"})};
    case ImportKind::opportunities:
        return {set({"account", "status"})};
    case ImportKind::activities:
        return {set({"account", "type", "at"})};
    case ImportKind::intent:
        return {set({"account", "source", "topic", "date", "score"}), set({"account", "source", "event", "date"})};
    case ImportKind::costs:
        return {set({"subject_kind", "subject", "line"})};
    case ImportKind::campaigns:
        return {set({"campaign", "kind"}), set({"campaign", "budget"})};
    case ImportKind::program:
        return {set({"account", "program", "arm"})};
    }
    return {};
}

SourceProfile canonicalProfile(ImportKind kind)
{
    SourceProfile profile;
    profile.name = QStringLiteral("canonical-") + qs(nameOf(kind));
    profile.label = QStringLiteral("Dimsum ") + qs(nameOf(kind));
    profile.kind = kind;
    profile.synonyms.resize(fieldsOf(kind).size());
    profile.signatures = canonicalSignatures(kind);
    return profile;
}

bool isCanonical(const SourceProfile &profile)
{
    return profile.name.startsWith(QLatin1String("canonical-"));
}

bool complete(const QStringList &signature, const QSet<QString> &keys)
{
    return !signature.isEmpty() && std::all_of(signature.begin(), signature.end(), [&](const QString &header) {
        return keys.contains(headerKey(header));
    });
}

// Fields of the profile that some column of the header gives.
std::size_t understoodFields(const SourceProfile &profile, const QSet<QString> &keys)
{
    std::size_t count = 0;
    const auto fields = fieldsOf(profile.kind);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool named = keys.contains(headerKey(qs(fields[i].name)));
        const bool known = std::any_of(profile.synonyms[i].begin(), profile.synonyms[i].end(),
                                       [&](const QString &header) { return keys.contains(headerKey(header)); });
        count += named || known;
    }
    return count;
}

} // namespace

QString headerKey(QStringView header)
{
    QString folded = QString::fromStdString(textKey(header));
    if (folded.endsWith(QLatin1String("__c")))
        folded.chop(3);
    QString key;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            key.append(c);
    }
    return key.isEmpty() ? folded : key;
}

Result<SourceProfile> parseProfile(const QByteArray &json)
{
    SourceProfile profile;
    const Outcome read = readJson(json, [&](const JsonNode &top) {
        JsonKeys keys(top);
        profile.name = QString::fromStdString(keys.require("name").requiredText());
        profile.label = QString::fromStdString(keys.require("label").requiredText());
        const JsonNode kind = keys.require("kind");
        const auto found = importKindOf(kind.text());
        if (!found)
            kind.refuse(notAChoice, {kind.text()});
        profile.kind = found.value_or(ImportKind::accounts);
        readColumns(keys, profile);
        readRules(keys, profile);
        readStyle(keys, profile);
        keys.finish();
    });
    if (!read)
        return read.error();
    return profile;
}

QByteArray profileJson(const SourceProfile &profile)
{
    const auto fields = fieldsOf(profile.kind);
    JsonWriter writer;
    writer.beginObject();
    writer.key("name").text(QStringView(profile.name));
    writer.key("label").text(QStringView(profile.label));
    writer.key("kind").text(nameOf(profile.kind));
    writer.key("columns").beginObject();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!profile.synonyms[i].isEmpty()) {
            writer.key(fields[i].name);
            writeList(writer, profile.synonyms[i]);
        }
    }
    writer.endObject();
    writer.key("signature").beginArray();
    for (const QStringList &signature : profile.signatures)
        writeList(writer, signature);
    writer.endArray();
    writer.key("ignored");
    writeList(writer, profile.ignored);
    writer.key("ignore_unknown").boolean(profile.ignoreUnknown);
    writer.key("constants").beginObject();
    for (const auto &[field, value] : profile.constants)
        writer.key(fields[field].name).text(std::string_view(value));
    writer.endObject();
    writer.key("status_of_stage");
    writeMap(writer, profile.statusOfStage);
    writer.key("value_maps").beginObject();
    for (const auto &[field, map] : profile.valueMaps) {
        writer.key(fields[field].name);
        writeMap(writer, map);
    }
    writer.endObject();
    writer.key("multipliers").beginObject();
    for (const auto &[field, factor] : profile.multipliers)
        writer.key(fields[field].name).number(factor);
    writer.endObject();
    QStringList dateOnly;
    for (const std::size_t field : profile.dateOnlyFields)
        dateOnly.append(qs(fields[field].name));
    writer.key("date_only");
    writeList(writer, dateOnly);
    writeFileStyle(writer, profile);
    writer.endObject();
    return writer.document();
}

const std::vector<SourceProfile> &builtInProfiles()
{
    static const std::vector<SourceProfile> profiles = [] {
        std::vector<SourceProfile> all;
        for (const ImportKind kind : importKinds)
            all.push_back(canonicalProfile(kind));
        std::vector<SourceProfile> generic;
        const QDir folder(QStringLiteral(":/profiles"));
        for (const QString &name : folder.entryList({QStringLiteral("import_*.json")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const Result<SourceProfile> profile = parseProfile(file.readAll());
            Q_ASSERT_X(profile.ok(), "builtInProfiles", qPrintable(name));
            if (profile)
                (profile.value().signatures.empty() ? generic : all).push_back(profile.value());
        }
        all.insert(all.end(), generic.begin(), generic.end());
        return all;
    }();
    return profiles;
}

std::vector<SourceProfile> savedProfiles(const QString &folder, std::vector<Error> *problems)
{
    std::vector<SourceProfile> profiles;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name)) {
        QFile file(dir.filePath(name));
        Result<SourceProfile> profile =
            file.open(QIODevice::ReadOnly)
                ? parseProfile(file.readAll())
                : Error{ErrorKind::unreadable, DIMSUM_TEXT("This profile cannot be read. Check its permissions.")};
        if (profile) {
            profiles.push_back(std::move(profile).value());
        } else if (problems) {
            Error error = profile.error();
            error.file = dir.filePath(name).toStdString();
            problems->push_back(std::move(error));
        }
    }
    return profiles;
}

Outcome saveProfile(const QString &folder, const SourceProfile &profile)
{
    const auto failed = [&] {
        return Error{ErrorKind::storage, DIMSUM_TEXT("The profile cannot be saved in %1. Check the folder and its free space."),
                     {folder.toStdString()}};
    };
    if (!QDir().mkpath(folder))
        return failed();
    QString stem;
    for (const QChar c : profile.name.toLower())
        stem.append(c.isLetterOrNumber() ? c : QLatin1Char('-'));
    QSaveFile file(QDir(folder).filePath(stem + QStringLiteral(".json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(profileJson(profile)) < 0 || !file.commit())
        return failed();
    return Done{};
}

const SourceProfile *findProfile(const std::vector<SourceProfile> &profiles, const QString &name,
                                 std::optional<ImportKind> kind)
{
    const auto find = [&](auto &&matches) -> const SourceProfile * {
        const auto found = std::find_if(profiles.begin(), profiles.end(), [&](const SourceProfile &profile) {
            return (!kind || profile.kind == *kind) && matches(profile);
        });
        return found == profiles.end() ? nullptr : &*found;
    };
    if (const auto *exact = find([&](const SourceProfile &profile) {
            return profile.name.compare(name, Qt::CaseInsensitive) == 0;
        }))
        return exact;
    if (!kind || name.isEmpty())
        return nullptr;
    return find([&](const SourceProfile &profile) {
        return profile.name.startsWith(name + QLatin1Char('-'), Qt::CaseInsensitive);
    });
}

ProfileMatch detectProfile(const QStringList &header, const std::vector<SourceProfile> &profiles,
                           std::optional<ImportKind> kind)
{
    QSet<QString> keys;
    for (const QString &name : header)
        keys.insert(headerKey(name));
    ProfileMatch best;
    // A profile that no row can be read with is the last choice; then a complete signature counts (a vendor without
    // one is not meant), then how much is understood. Canonical profiles stand before generic ones and win a tie.
    std::tuple<bool, int, std::size_t> bestRank;
    for (const SourceProfile &profile : profiles) {
        if (kind && profile.kind != *kind)
            continue;
        const bool usable = checkMapping(mapColumns(header, profile)).ok();
        const bool certain = usable && std::any_of(profile.signatures.begin(), profile.signatures.end(),
                                                   [&](const QStringList &set) { return complete(set, keys); });
        const bool vendor = !profile.signatures.empty() && !isCanonical(profile);
        const std::tuple rank{usable, certain ? 2 : vendor ? 0 : 1, understoodFields(profile, keys)};
        if (best.profile && rank <= bestRank)
            continue;
        best.profile = &profile;
        best.certain = certain;
        bestRank = rank;
    }
    const std::size_t bestFields = std::get<2>(bestRank);
    if (best.profile && !header.isEmpty())
        best.score = std::min(1.0, static_cast<double>(bestFields) / static_cast<double>(header.size()));
    return best;
}

} // namespace dimsum
