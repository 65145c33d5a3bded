// What became of an account after it was handed off (domain.md section 10): followed until it turns high-intensity,
// converts, or expires. Pure functions, any thread.
#pragma once

#include "domain/day.h"
#include "domain/event_columns.h"
#include "domain/intensity_days.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace dimsum
{

enum class HandOffState : std::uint8_t { waiting, highIntensity, converted, expired };
std::string_view handOffStateName(HandOffState state); // "waiting", "high-intensity", "converted", "expired"

// An account is followed for so many days.
inline constexpr int handOffDays = 90;

struct HandOffEnd {
    HandOffState state = HandOffState::waiting;
    Day day = unknownDay; // on which it ended; unknown while waiting
};

// The first of: an opportunity created after the hand-off, a first high-intensity day after it (not for an account that
// was high-intensity already), the end of the time. `interactions` of the account up to `asOf`; `rules` effective ones.
HandOffEnd handOffEnd(Day handedOff, Day asOf, std::span<const Interaction> interactions, const IntensityRules &rules,
                      const OpportunityColumns &deals, std::size_t account);

} // namespace dimsum
