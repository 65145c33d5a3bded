// What a long piece of work gets from its caller: whether to stop, and somebody to tell how far it is.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

namespace dimsum {

struct Progress {
    std::function<void(std::int64_t done, std::int64_t total)> report = {}; // total 0 = not known; any thread
    std::stop_token stop = {};

    bool cancelled() const { return stop.stop_requested(); }
    void at(std::int64_t done, std::int64_t total) const
    {
        if (report)
            report(done, total);
    }
};

} // namespace dimsum
