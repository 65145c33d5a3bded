#include "exchange/export_profile.h"

#include "exchange/json_reader.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

namespace dimsum
{

namespace
{

const QString defaultName = QStringLiteral("default");
const QString builtIn = QStringLiteral(":/profiles");

QString fileOf(const QString &name)
{
    const QString file = QStringLiteral("export_%1.json").arg(name);
    const QString own = ownProfileFolder() + u'/' + file;
    const QString ours = builtIn + u'/' + file;
    return QFile::exists(ours) || !QFile::exists(own) ? ours : own; // ours keep their meaning
}

void addNames(const QString &folder, QStringList &names)
{
    for (QString file : QDir(folder).entryList({QStringLiteral("export_*.json")}, QDir::Files, QDir::Name)) {
        file.remove(0, 7).chop(5);
        if (file != defaultName && !names.contains(file))
            names.append(file);
    }
}

QString textOf(const JsonNode &node)
{
    return QString::fromStdString(node.text());
}

ShapedColumn columnOf(const JsonNode &node)
{
    JsonKeys keys(node);
    ShapedColumn column;
    column.header = QString::fromStdString(keys.require("header").requiredText());
    column.value = textOf(keys.require("value"));
    if (const auto words = keys.find("words")) {
        JsonKeys entries(*words);
        for (const auto &[word, written] : entries.rest())
            column.words.insert(QString::fromStdString(word), textOf(written));
    }
    if (const auto otherwise = keys.find("otherwise"))
        column.otherwise = textOf(*otherwise);
    keys.finish();
    return column;
}

void readShape(JsonKeys &keys, ExportProfile &profile)
{
    const auto columns = keys.find("columns");
    if (!columns)
        return;
    const JsonNode subject = keys.require("subject");
    profile.subject = textOf(subject);
    if (!QStringList{QStringLiteral("accounts"), QStringLiteral("contacts"), QStringLiteral("orders")}.contains(profile.subject))
        subject.refuse(DIMSUM_TEXT("A shaped profile is about accounts, contacts or orders."));
    for (const JsonNode &column : columns->items())
        profile.columns.push_back(columnOf(column));
    if (profile.columns.empty())
        columns->refuse(DIMSUM_TEXT("A shaped profile needs at least one column."));
    if (const auto only = keys.find("only")) {
        JsonKeys fields(*only);
        for (const auto &[field, values] : fields.rest()) {
            for (const std::string &value : values.texts())
                profile.only[QString::fromStdString(field)].append(QString::fromStdString(value));
        }
    }
    std::vector<std::string> needs;
    keys.read("needs", needs);
    for (const std::string &field : needs)
        profile.needs.append(QString::fromStdString(field));
    if (const auto consent = keys.find("consent")) {
        profile.consentGiven = consent->text() == "given";
        if (!profile.consentGiven)
            consent->refuse(DIMSUM_TEXT("“consent” is “given” or left out."));
    }
    keys.read("csv_only", profile.csvOnly);
    const WholeRange rows{.from = 0, .to = 100'000'000};
    if (const auto fewest = keys.find("fewest_rows"))
        profile.fewestRows = fewest->whole(rows);
    if (const auto most = keys.find("most_rows"))
        profile.mostRows = most->whole(rows);
}

} // namespace

Result<ExportProfile> exportProfileFromText(const QByteArray &text)
{
    ExportProfile profile;
    const Outcome read = readJson(text, [&](const JsonNode &top) {
        JsonKeys keys(top);
        profile.name = QString::fromStdString(keys.require("name").requiredText());
        if (const auto label = keys.find("label"))
            profile.label = textOf(*label);
        keys.find("description");
        keys.read("byte_order_mark", profile.byteOrderMark);
        keys.read("formula_guard", profile.formulaGuard);
        keys.read("everything", profile.everything);
        readShape(keys, profile);
        keys.finish();
    });
    if (!read)
        return read.error();
    return profile;
}

Result<ExportProfile> exportProfile(const QString &name)
{
    const bool path = name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    QFile file(path ? name : fileOf(name));
    const bool known = path || !name.contains(u'/'); // a name is no way out of the folders
    if (path && !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::unreadable, DIMSUM_TEXT("The export profile %1 cannot be read: %2."),
                     {name.toStdString(), file.errorString().toStdString()}};
    if (!path && (!known || !file.open(QIODevice::ReadOnly)))
        return Error{ErrorKind::usage,
                     DIMSUM_TEXT("There is no export profile \"%1\". Choose one of: %2."),
                     {name.toStdString(), exportProfileNames().join(QStringLiteral(", ")).toStdString()}};
    auto profile = exportProfileFromText(file.readAll());
    if (profile)
        return profile;
    Error error = profile.error();
    error.file = file.fileName().toStdString();
    return error;
}

QStringList exportProfileNames()
{
    QStringList names;
    addNames(builtIn, names);
    addNames(ownProfileFolder(), names);
    names.sort();
    names.prepend(defaultName);
    return names;
}

std::vector<ExportProfile> shapedProfiles(const QString &subject)
{
    std::vector<ExportProfile> found;
    for (const QString &name : exportProfileNames()) {
        // A broken one of a person's own is told where it is asked for by name.
        if (auto profile = exportProfile(name); profile && profile->shaped() && profile->subject == subject)
            found.push_back(std::move(*profile));
    }
    std::sort(found.begin(), found.end(), [](const ExportProfile &a, const ExportProfile &b) { return a.label.localeAwareCompare(b.label) < 0; });
    return found;
}

QString ownProfileFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/profiles");
}

} // namespace dimsum
