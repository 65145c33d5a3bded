// Numbers, money and dates as people of the current locale read them. Files and the command line never use these:
// they are locale-free (cli.md). Reads QLocale(), the application's default.
#pragma once

#include "domain/day.h"
#include "domain/money.h"

#include <QDate>
#include <QString>

#include <cstdint>

namespace dimsum {

QDate dateOf(Day day);            // invalid for an unknown day
Day dayFrom(QDate date);          // unknown for an invalid date

QString dayText(Day day);         // "18 Feb": within a year of today nobody needs the year; empty for unknown
QString weekdayText(Day day);     // "Wed 18 Feb"
QString fullDayText(Day day);     // "Wed 18 Feb 2026"
Day dayOfInstant(std::int64_t utcMilliseconds, const QByteArray &timeZone); // on the zone's calendar
QString instantText(std::int64_t utcMilliseconds, const QByteArray &timeZone); // "18 Feb 10:42" on the zone's clock

// Amounts of a column whose header names the currency: "182,000", "45.50"; decimals only where there are some.
QString amountText(Money amount, const Currency &currency);
// A lone amount: "$8,640", "8 640 ₽" as the locale writes it; the code where the currency has no sign.
QString currencyText(Money amount, const Currency &currency);
// For totals and axis labels: "2.07 M", "48 k".
QString compactAmountText(Money amount, const Currency &currency);
// "$", "€", "NT$"; the code where there is no sign of its own.
QString currencySign(const Currency &currency);

QString countText(std::int64_t count);           // "12,408"
QString numberText(double value, int decimals);  // fixed decimals, grouped
QString percentText(double share, int decimals = 0); // 0.625 -> "63 %"

} // namespace dimsum
