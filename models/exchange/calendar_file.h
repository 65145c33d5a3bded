// Due dates as an iCalendar file (RFC 5545, by libical): one all-day task (VTODO) per order. The UID is the order's own, so
// that a calendar that has read an earlier file takes the newer one as an update.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "exchange/cell.h"

#include <QString>

#include <cstdint>
#include <span>

namespace dimsum
{

struct CalendarEntry {
    QString uid;         // UUID of the order; the file adds "@dimsum"
    QString summary, description, category;
    Day due;
    Instant changed;     // when the order last changed: DTSTAMP and LAST-MODIFIED
    bool done = false;   // delivered
    bool cancelled = false;
    std::int64_t sequence = 0; // grows with every change of the order
};

// Writes the whole file or nothing. Errors: storage.
Outcome writeCalendar(std::span<const CalendarEntry> entries, const QString &path);

} // namespace dimsum
