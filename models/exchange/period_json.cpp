#include "exchange/period_json.h"

namespace dimsum
{

ProgramPeriod readPeriod(const JsonNode &node)
{
    ProgramPeriod period;
    JsonKeys keys(node);
    period.name = keys.require("name").requiredText();
    period.start = keys.require("start").day();
    const JsonNode end = keys.require("end");
    period.end = end.day();
    if (period.start.known() && period.end.known() && period.end < period.start)
        end.refuse(DIMSUM_TEXT("The program ends before it starts."));
    keys.read("pilot_reps", period.pilotReps);
    if (const std::optional<JsonNode> holidays = keys.find("holidays"))
        for (const JsonNode &item : holidays->items())
            period.holidays.push_back(item.day());
    keys.finish();
    return period;
}

void writePeriod(JsonWriter &writer, const ProgramPeriod &period)
{
    writer.beginObject();
    writer.key("name").text(period.name);
    writer.key("start").text(isoText(period.start));
    writer.key("end").text(isoText(period.end));
    writer.key("pilot_reps");
    writeTexts(writer, period.pilotReps);
    std::vector<std::string> holidays;
    for (const Day day : period.holidays)
        holidays.push_back(isoText(day));
    writer.key("holidays");
    writeTexts(writer, holidays);
    writer.endObject();
}

void writeTexts(JsonWriter &writer, const std::vector<std::string> &texts)
{
    writer.beginArray(JsonWriter::Layout::oneLine);
    for (const std::string &text : texts)
        writer.text(text);
    writer.endArray();
}

} // namespace dimsum
