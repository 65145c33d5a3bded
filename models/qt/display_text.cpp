#include "qt/display_text.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace dimsum {

namespace {

double major(Money amount, const Currency &currency)
{
    return static_cast<double>(amount.minor) / std::pow(10.0, currency.exponent);
}

// QLocale has month names but no "day and month" format without the year, so the order is taken from its long format.
QString dayAndMonth(QDate date, bool weekday)
{
    const QLocale locale;
    if (locale.language() == QLocale::Chinese || locale.language() == QLocale::Japanese) {
        const QString day = locale.toString(date, QStringLiteral("M月d日"));
        return weekday ? day + u' ' + locale.dayName(date.dayOfWeek(), QLocale::ShortFormat) : day;
    }
    return locale.toString(date, weekday ? QStringLiteral("ddd d MMM") : QStringLiteral("d MMM"));
}

} // namespace

QDate dateOf(Day day)
{
    return day.known() ? QDate(1970, 1, 1).addDays(day.number) : QDate();
}

Day dayFrom(QDate date)
{
    return date.isValid() ? Day{static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(date))} : unknownDay;
}

QString dayText(Day day)
{
    return day.known() ? dayAndMonth(dateOf(day), false) : QString();
}

QString weekdayText(Day day)
{
    return day.known() ? dayAndMonth(dateOf(day), true) : QString();
}

QString fullDayText(Day day)
{
    return day.known() ? dayAndMonth(dateOf(day), true) + u' ' + QString::number(dateOf(day).year()) : QString();
}

Day dayOfInstant(std::int64_t utcMilliseconds, const QByteArray &timeZone)
{
    return dayFrom(QDateTime::fromMSecsSinceEpoch(utcMilliseconds, Qt::UTC).toTimeZone(QTimeZone(timeZone)).date());
}

QString instantText(std::int64_t utcMilliseconds, const QByteArray &timeZone)
{
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(utcMilliseconds, Qt::UTC).toTimeZone(QTimeZone(timeZone));
    return dayAndMonth(there.date(), false) + u' ' + QLocale().toString(there.time(), QStringLiteral("HH:mm"));
}

QString amountText(Money amount, const Currency &currency)
{
    if (!amount.known())
        return {};
    std::int64_t unit = 1;
    for (int i = 0; i < currency.exponent; ++i)
        unit *= 10;
    const bool whole = amount.minor % unit == 0;
    return QLocale().toString(major(amount, currency), 'f', whole ? 0 : currency.exponent);
}

QString currencySign(const Currency &currency)
{
    static const QHash<QString, QString> signs{
        {QStringLiteral("USD"), QStringLiteral("$")},   {QStringLiteral("EUR"), QStringLiteral("€")},
        {QStringLiteral("GBP"), QStringLiteral("£")},   {QStringLiteral("JPY"), QStringLiteral("¥")},
        {QStringLiteral("CNY"), QStringLiteral("CN¥")}, {QStringLiteral("TWD"), QStringLiteral("NT$")},
        {QStringLiteral("INR"), QStringLiteral("₹")},   {QStringLiteral("RUB"), QStringLiteral("₽")},
        {QStringLiteral("CAD"), QStringLiteral("CA$")}, {QStringLiteral("AUD"), QStringLiteral("A$")}};
    const QString code = QString::fromStdString(currency.code);
    return signs.value(code, code);
}

QString currencyText(Money amount, const Currency &currency)
{
    if (!amount.known())
        return {};
    const QString digits = amountText(Money{std::abs(amount.minor)}, currency);
    const QString sign = currencySign(currency);
    const QString minus = amount.minor < 0 ? QLocale().negativeSign() : QString();
    // The locale's own habit: sign in front ("$8,640") or behind after a space ("8 640 ₽").
    const bool inFront = QLocale().toCurrencyString(1.0, QStringLiteral("#"), 0).startsWith(u'#');
    if (!inFront)
        return minus + digits + QChar(0x00a0) + sign;
    return minus + sign + (sign.back().isLetter() ? QString(QChar(0x00a0)) : QString()) + digits;
}

QString compactAmountText(Money amount, const Currency &currency)
{
    if (!amount.known())
        return {};
    const double value = major(amount, currency);
    const double size = std::abs(value);
    const QLocale locale;
    if (size >= 1e9)
        return locale.toString(value / 1e9, 'f', 2) + QStringLiteral(" B");
    if (size >= 1e6)
        return locale.toString(value / 1e6, 'f', 2) + QStringLiteral(" M");
    if (size >= 1e4)
        return locale.toString(value / 1e3, 'f', 0) + QStringLiteral(" k");
    return locale.toString(value, 'f', 0);
}

QString countText(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString numberText(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString percentText(double share, int decimals)
{
    return QLocale().toString(share * 100, 'f', decimals) + QStringLiteral(" %");
}

} // namespace dimsum
