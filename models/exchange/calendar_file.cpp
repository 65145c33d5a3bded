#include "exchange/calendar_file.h"

#include "exchange/file_commit.h"

#include <QSaveFile>

#include <libical/ical.h>

#include <memory>

namespace dimsum
{

namespace
{

struct ComponentFree {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};

icaltimetype dayTime(Day day)
{
    const auto date = civil(day);
    icaltimetype time = icaltime_null_date();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.is_date = 1;
    return time;
}

icaltimetype instantTime(Instant instant)
{
    return icaltime_from_timet_with_zone(static_cast<time_t>(instant.milliseconds / 1000), 0, icaltimezone_get_utc_timezone());
}

icalcomponent *task(const CalendarEntry &entry)
{
    icalcomponent *todo = icalcomponent_new(ICAL_VTODO_COMPONENT);
    icalcomponent_add_property(todo, icalproperty_new_uid((entry.uid + QStringLiteral("@dimsum")).toUtf8().constData()));
    icalcomponent_add_property(todo, icalproperty_new_dtstamp(instantTime(entry.changed)));
    icalcomponent_add_property(todo, icalproperty_new_lastmodified(instantTime(entry.changed)));
    icalcomponent_add_property(todo, icalproperty_new_sequence(static_cast<int>(entry.sequence)));
    icalcomponent_add_property(todo, icalproperty_new_summary(entry.summary.toUtf8().constData()));
    if (!entry.description.isEmpty())
        icalcomponent_add_property(todo, icalproperty_new_description(entry.description.toUtf8().constData()));
    if (!entry.category.isEmpty())
        icalcomponent_add_property(todo, icalproperty_new_categories(entry.category.toUtf8().constData()));
    icalcomponent_add_property(todo, icalproperty_new_due(dayTime(entry.due)));
    icalcomponent_add_property(todo, icalproperty_new_status(entry.cancelled ? ICAL_STATUS_CANCELLED : entry.done ? ICAL_STATUS_COMPLETED : ICAL_STATUS_NEEDSACTION));
    return todo;
}

} // namespace

Outcome writeCalendar(std::span<const CalendarEntry> entries, const QString &path)
{
    const std::unique_ptr<icalcomponent, ComponentFree> calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Dimsum//Marketing task orders//EN"));
    for (const CalendarEntry &entry : entries)
        icalcomponent_add_component(calendar.get(), task(entry));
    // Not the library's ring of buffers: a year of orders may be larger than one of them lives.
    const std::unique_ptr<char, void (*)(void *)> text(icalcomponent_as_ical_string_r(calendar.get()), icalmemory_free_buffer);

    if (Outcome free = canBeReplaced(path); !free)
        return free;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.get()) < 0 || !file.commit()) {
        const QString why = file.errorString();
        file.cancelWriting();
        return writeError(path, why);
    }
    return Done{};
}

} // namespace dimsum
