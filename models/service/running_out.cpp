#include "service/order_plan.h"

#include <algorithm>

namespace dimsum {

std::vector<RunningOut> runningOut(const MenuState &menu)
{
    std::vector<RunningOut> found;
    for (const Play &play : menu.menu.plays) {
        if (play.status != PlayStatus::approved || !play.capacity || *play.capacity == 0)
            continue;
        const auto used = menu.ordered.find(play.code);
        const int left = std::max(0, *play.capacity - (used == menu.ordered.end() ? 0 : used->second));
        if (left * 10 <= *play.capacity)
            found.push_back({.play = &play, .envelope = nullptr, .left = left, .of = *play.capacity, .share = double(left) / *play.capacity});
    }
    for (const Envelope &envelope : menu.menu.envelopes) {
        const auto used = menu.envelopes.find(envelope.code);
        const std::int64_t left = envelope.limit.minor - (used == menu.envelopes.end() ? 0 : used->second.total().minor);
        if (envelope.limit.minor > 0 && left * 10 <= envelope.limit.minor)
            found.push_back({.play = nullptr, .envelope = &envelope, .left = left, .of = envelope.limit.minor, .share = double(left) / double(envelope.limit.minor)});
    }
    std::stable_sort(found.begin(), found.end(), [](const RunningOut &a, const RunningOut &b) { return a.share < b.share; });
    return found;
}

} // namespace dimsum
