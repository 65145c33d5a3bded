#include "domain/program.h"

namespace dimsum
{

std::string_view armName(Arm arm)
{
    return arm == Arm::program ? "program" : "holdout";
}

std::optional<Arm> parseArm(std::string_view name)
{
    if (name == "program")
        return Arm::program;
    if (name == "holdout")
        return Arm::holdout;
    return std::nullopt;
}

ProgramPeriod quarterOf(Day day)
{
    const std::chrono::year_month_day date = civil(day);
    const int year = static_cast<int>(date.year());
    const unsigned quarter = (static_cast<unsigned>(date.month()) - 1) / 3;
    ProgramPeriod period;
    period.name = std::to_string(year) + " Q" + std::to_string(quarter + 1);
    period.start = dayOf(year, quarter * 3 + 1, 1);
    period.end = monthEnd(dayOf(year, quarter * 3 + 3, 1));
    return period;
}

} // namespace dimsum
