#include "exchange/cell.h"

#include <QDateTime>

#include <cmath>

namespace dimsum
{

namespace
{

QString numberText(double number, CellType type)
{
    if (!std::isfinite(number))
        return {};
    switch (type) {
    case CellType::score: {
        const QString text = QString::number(number, 'f', 4);
        return text == u"-0.0000" ? QStringLiteral("0.0000") : text;
    }
    case CellType::ratio:
        return QString::number(number == 0 ? 0.0 : number, 'g', 6);
    case CellType::figure:
        return QString::number(number == 0 ? 0.0 : number, 'g', 12);
    default:
        return QString::number(number, 'g', QLocale::FloatingPointShortest);
    }
}

struct TextOf {
    CellType type;
    const Currency &currency;

    QString operator()(std::monostate) const { return {}; }
    QString operator()(const QString &text) const { return text; }
    QString operator()(std::int64_t number) const
    {
        const bool decimals = type == CellType::score || type == CellType::ratio || type == CellType::figure;
        return decimals ? numberText(static_cast<double>(number), type) : QString::number(number);
    }
    QString operator()(double number) const { return numberText(number, type); }
    QString operator()(Money money) const { return QString::fromStdString(moneyText(money, currency)); }
    QString operator()(bool value) const { return value ? QStringLiteral("true") : QStringLiteral("false"); }
    QString operator()(Day day) const { return QString::fromStdString(isoText(day)); }
    QString operator()(Instant instant) const
    {
        return QDateTime::fromMSecsSinceEpoch(instant.milliseconds, Qt::UTC)
            .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
    }
};

} // namespace

QString cellText(const Cell &cell, CellType type, const Currency &currency)
{
    return std::visit(TextOf{type, currency}, cell);
}

} // namespace dimsum
