// A program: the period that a menu, its envelopes and the accounts in an arm belong to (domain.md sections 1
// and 11).
#pragma once

#include "domain/day.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

// Both ends belong to the period. `holidays` are days on which nobody produces anything (workdays.h).
struct ProgramPeriod {
    std::string name;
    Day start;
    Day end;
    std::vector<std::string> pilotReps = {};
    std::vector<Day> holidays = {};

    friend bool operator==(const ProgramPeriod &, const ProgramPeriod &) = default;
};

// A hold-out account is measured but gets no menu.
enum class Arm : std::uint8_t { program, holdout };

std::string_view armName(Arm arm); // "program", "holdout"
std::optional<Arm> parseArm(std::string_view name);

// The calendar quarter of `day`, named "2025 Q3", without holidays: the period of a new workspace.
ProgramPeriod quarterOf(Day day);

} // namespace dimsum
