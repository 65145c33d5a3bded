// Work on many rows by all cores. Every row is done once, by one thread; what is computed must depend on its row alone,
// so that results are the same whatever the number of cores.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <thread>

namespace dimsum {

namespace detail {
inline std::atomic<std::size_t> coreLimit = 16;

// Calls call(work, 0) .. call(work, count - 1), each once: in this thread and in others that wait for work (all_cores.cpp).
// Returns when all are done.
void shareOut(std::size_t count, void (*call)(const void *work, std::size_t task), const void *work);
}

// At most so many threads work at once from now on (1 to 16). Results do not depend on it.
inline void limitCores(std::size_t most)
{
    detail::coreLimit = std::clamp<std::size_t>(most, 1, 16);
}

inline std::size_t coresToUse()
{
    static const std::size_t cores = std::thread::hardware_concurrency(); // it reads a file each time
    return std::clamp<std::size_t>(cores, 1, detail::coreLimit);
}

// Calls work(0) .. work(count - 1), each once, by whichever core is free. Each must depend on its number alone. Returns when
// all are done; `work` must not throw. Within `work` one core alone goes on.
template <class Work>
void eachInAllCores(std::size_t count, const Work &work)
{
    if (count < 2 || coresToUse() < 2) {
        for (std::size_t task = 0; task < count; ++task)
            work(task);
        return;
    }
    detail::shareOut(count, [](const void *each, std::size_t task) { (*static_cast<const Work *>(each))(task); }, &work);
}

// Calls work(begin, end) for ranges that cover 0 .. count. Returns when all are done; `work` must not throw.
template <class Work>
void inAllCores(std::size_t count, const Work &work)
{
    constexpr std::size_t worthACore = 20'000; // rows; below it, waking one takes longer
    const std::size_t parts = std::min(coresToUse(), count / worthACore);
    if (parts < 2) {
        work(std::size_t{0}, count);
        return;
    }
    eachInAllCores(parts, [&work, count, parts](std::size_t part) { work(count * part / parts, count * (part + 1) / parts); });
}

// Sorts by a total order (no two values are equal under `less`), so that the result does not depend on the cores.
template <class Values, class Less>
void sortInAllCores(Values &values, const Less &less)
{
    const std::size_t count = std::size(values);
    constexpr std::size_t worthACore = 50'000;
    const std::size_t parts = std::min(coresToUse(), count / worthACore);
    if (parts < 2) {
        std::sort(values.begin(), values.end(), less);
        return;
    }
    const auto at = [&](std::size_t part) { return values.begin() + static_cast<std::ptrdiff_t>(count * std::min(part, parts) / parts); };
    eachInAllCores(parts, [&](std::size_t part) { std::sort(at(part), at(part + 1), less); });
    for (std::size_t width = 1; width < parts; width *= 2) {
        eachInAllCores((parts - width + 2 * width - 1) / (2 * width), [&](std::size_t pair) {
            const std::size_t part = pair * 2 * width;
            std::inplace_merge(at(part), at(part + width), at(part + 2 * width), less);
        });
    }
}

} // namespace dimsum
