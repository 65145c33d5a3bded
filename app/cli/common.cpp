#include "app/cli/common.h"
#include "app/cli/words.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace dimsum::cli {

namespace {

constexpr qint64 largestDocument = 16 * 1024 * 1024;

} // namespace

Argument workspaceArgument()
{
    return {QStringLiteral("WS"), CommandLine::tr("the workspace: a file like plan.dimsum")};
}

Option byOption(bool needed)
{
    return {.name = QStringLiteral("by"),
            .value = QStringLiteral("WHO"),
            .help = needed ? CommandLine::tr("who does it; kept in the history")
                           : CommandLine::tr("who does it; the user of this computer if left out"),
            .needed = needed};
}

Option asOfOption()
{
    return {.name = QStringLiteral("as-of"),
            .value = QStringLiteral("DATE"),
            .help = CommandLine::tr("compute for this date (yyyy-MM-dd) instead of today"),
            .kind = OptionKind::day};
}

Result<std::unique_ptr<Workspace>> openWorkspace(const Call &call)
{
    return Workspace::open(call.argument(QStringLiteral("WS")));
}

Result<QByteArray> readDocument(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorKind::unreadable, DIMSUM_TEXT("There is no such file."), {}, path.toStdString()};
    if (!info.isFile())
        return Error{ErrorKind::unreadable, DIMSUM_TEXT("This is not a file."), {}, path.toStdString()};
    if (info.size() > largestDocument)
        return Error{ErrorKind::unreadable, DIMSUM_TEXT("The file has more than 16 MiB; a document like this is smaller."),
                     {}, path.toStdString()};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::unreadable, DIMSUM_TEXT("The file cannot be read: %1"), {file.errorString().toStdString()},
                     path.toStdString()};
    return file.readAll();
}

Error inFile(Error error, const QString &path)
{
    const bool aboutContent = error.line > 0 || !error.field.empty();
    if (error.file.empty() && aboutContent)
        error.file = path.toStdString();
    return error;
}

std::string personOf(const Call &call)
{
    if (call.has(QStringLiteral("by")))
        return call.text(QStringLiteral("by")).trimmed().toStdString();
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME")).trimmed();
    return user.isEmpty() ? std::string("command line") : user.toStdString();
}

Day asOfOf(const Call &call)
{
    return call.day(QStringLiteral("as-of")).value_or(unknownDay);
}

std::optional<Tier> tierOf(const QString &code)
{
    for (const Tier tier : allTiers) {
        if (code == QLatin1String(tierCode(tier)))
            return tier;
    }
    return std::nullopt;
}

QStringList tierCodes()
{
    QStringList codes;
    for (const Tier tier : allTiers)
        codes.append(QString::fromLatin1(tierCode(tier)));
    return codes;
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString dayText(Day day)
{
    return textOf(isoText(day));
}

QString instantText(std::optional<std::int64_t> utcMilliseconds)
{
    if (!utcMilliseconds)
        return {};
    return QDateTime::fromMSecsSinceEpoch(*utcMilliseconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
}

QString moneyOf(Money amount, const Currency &currency)
{
    return amount.known() ? textOf(moneyText(amount, currency)) : QString();
}

} // namespace dimsum::cli
