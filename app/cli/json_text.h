// JSON as the command line prints it: one object on one line.
#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QJsonObject>

namespace dimsum::cli {

QByteArray jsonLine(const QJsonObject &object);

// {"kind", "message"} and where it happened: "file", "line", "field" as far as they are known.
QJsonObject errorJson(const Error &error, const QString &sentence);

} // namespace dimsum::cli
