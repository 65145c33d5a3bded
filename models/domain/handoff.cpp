#include "domain/handoff.h"

#include "domain/deals.h"

#include <algorithm>
#include <array>

namespace dimsum
{

std::string_view handOffStateName(HandOffState state)
{
    constexpr std::array<std::string_view, 4> words{"waiting", "high-intensity", "converted", "expired"};
    return words[static_cast<std::size_t>(state)];
}

HandOffEnd handOffEnd(Day handedOff, Day asOf, std::span<const Interaction> interactions, const IntensityRules &rules,
                      const OpportunityColumns &deals, std::size_t account)
{
    const Day last = std::min(asOf, handedOff + handOffDays);
    HandOffEnd end;
    const auto offer = [&end, last](HandOffState state, Day day) {
        if (day <= last && (!end.day.known() || day < end.day))
            end = {state, day};
    };
    const RowRange range = deals.byAccount.of(account);
    for (std::size_t deal = range.begin; deal < range.end; ++deal) {
        if (deals.created[deal] > handedOff)
            offer(HandOffState::converted, deals.created[deal]);
    }
    bool highAlready = false;
    for (const DaySpan &span : highDays(interactions, rules)) {
        highAlready = highAlready || (span.first <= handedOff && span.last >= handedOff);
        if (span.first > handedOff && !highAlready)
            offer(HandOffState::highIntensity, span.first);
    }
    if (!end.day.known() && asOf > handedOff + handOffDays)
        end = {HandOffState::expired, handedOff + handOffDays};
    return end;
}

} // namespace dimsum
