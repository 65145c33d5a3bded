#include "app/cli/json_text.h"

#include <QJsonDocument>

namespace dimsum::cli {

namespace {

QString kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::usage: return QStringLiteral("usage");
    case ErrorKind::invalid: return QStringLiteral("invalid");
    case ErrorKind::notFound: return QStringLiteral("not_found");
    case ErrorKind::refused: return QStringLiteral("refused");
    case ErrorKind::conflict: return QStringLiteral("conflict");
    case ErrorKind::busy: return QStringLiteral("busy");
    case ErrorKind::unreadable: return QStringLiteral("unreadable");
    case ErrorKind::damaged: return QStringLiteral("damaged");
    case ErrorKind::newerVersion: return QStringLiteral("newer_version");
    case ErrorKind::storage: return QStringLiteral("storage");
    case ErrorKind::cancelled: return QStringLiteral("cancelled");
    }
    return QStringLiteral("failed");
}

} // namespace

QByteArray jsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject errorJson(const Error &error, const QString &sentence)
{
    QJsonObject object{{QStringLiteral("kind"), kindName(error.kind)}, {QStringLiteral("message"), sentence}};
    if (!error.file.empty())
        object[QStringLiteral("file")] = QString::fromStdString(error.file);
    if (error.line > 0)
        object[QStringLiteral("line")] = static_cast<qint64>(error.line);
    if (!error.field.empty())
        object[QStringLiteral("field")] = QString::fromStdString(error.field);
    return object;
}

} // namespace dimsum::cli
