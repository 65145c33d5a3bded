#include "exchange/export_profile.h"

#include "exchange/json_reader.h"

#include <QDir>
#include <QFile>

namespace dimsum
{

namespace
{

const QString defaultName = QStringLiteral("default");

QString resourceOf(const QString &name)
{
    return QStringLiteral(":/profiles/export_%1.json").arg(name);
}

} // namespace

Result<ExportProfile> exportProfile(const QString &name)
{
    QFile file(resourceOf(name));
    if (!exportProfileNames().contains(name) || !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::usage,
                     DIMSUM_TEXT("There is no export profile \"%1\". Choose one of: %2."),
                     {name.toStdString(), exportProfileNames().join(QStringLiteral(", ")).toStdString()}};
    ExportProfile profile;
    const Outcome read = readJson(file.readAll(), [&](const JsonNode &top) {
        JsonKeys keys(top);
        profile.name = QString::fromStdString(keys.require("name").requiredText());
        keys.find("description");
        keys.read("byte_order_mark", profile.byteOrderMark);
        keys.read("formula_guard", profile.formulaGuard);
        keys.read("everything", profile.everything);
        keys.finish();
    });
    if (!read)
        return read.error();
    return profile;
}

QStringList exportProfileNames()
{
    QStringList names;
    const QDir folder(QStringLiteral(":/profiles"));
    for (QString file : folder.entryList({QStringLiteral("export_*.json")}, QDir::Files, QDir::Name)) {
        file.remove(0, 7).chop(5);
        if (file != defaultName)
            names.append(file);
    }
    names.prepend(defaultName);
    return names;
}

} // namespace dimsum
