// Documents for the tests of the JSON shapes: spoil one value of a good document and see where it is refused.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace dimsum::test
{

// `good` with the first `what` replaced by `by`; empty if `what` is not there, so that a stale test fails.
inline QByteArray spoilt(const QByteArray &good, const char *what, const char *by)
{
    const qsizetype at = good.indexOf(what);
    QByteArray bad = good;
    return at < 0 ? QByteArray() : bad.replace(at, static_cast<qsizetype>(qstrlen(what)), by);
}

// The value of a document, whatever its layout and the order of its keys.
inline QJsonDocument valueOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json);
}

} // namespace dimsum::test
