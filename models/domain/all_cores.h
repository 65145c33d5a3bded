// Work on many rows by all cores. Every row is done once, by one thread; what is computed must depend on its row alone,
// so that results are the same whatever the number of cores.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iterator>
#include <thread>
#include <vector>

namespace dimsum {

namespace detail {
inline std::atomic<std::size_t> coreLimit = 16;
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

// Calls work(begin, end) for ranges that cover 0 .. count. Returns when all are done; `work` must not throw.
template <class Work>
void inAllCores(std::size_t count, const Work &work)
{
    constexpr std::size_t worthAThread = 20'000; // rows; below it, starting one takes longer
    const std::size_t cores = coresToUse();
    const std::size_t parts = std::min(cores, count / worthAThread);
    if (parts < 2) {
        work(std::size_t{0}, count);
        return;
    }
    std::vector<std::jthread> others;
    const auto at = [&](std::size_t part) { return count * part / parts; };
    for (std::size_t part = 1; part < parts; ++part)
        others.emplace_back([&work, begin = at(part), end = at(part + 1)] { work(begin, end); });
    work(std::size_t{0}, at(1));
}

// Sorts by a total order (no two values are equal under `less`), so that the result does not depend on the cores.
template <class Values, class Less>
void sortInAllCores(Values &values, const Less &less)
{
    const std::size_t count = std::size(values);
    constexpr std::size_t worthAThread = 50'000;
    const std::size_t cores = coresToUse();
    const std::size_t parts = std::min(cores, count / worthAThread);
    if (parts < 2) {
        std::sort(values.begin(), values.end(), less);
        return;
    }
    const auto at = [&](std::size_t part) { return values.begin() + static_cast<std::ptrdiff_t>(count * part / parts); };
    {
        std::vector<std::jthread> others;
        for (std::size_t part = 1; part < parts; ++part)
            others.emplace_back([&, part] { std::sort(at(part), at(part + 1), less); });
        std::sort(at(0), at(1), less);
    }
    for (std::size_t width = 1; width < parts; width *= 2) {
        std::vector<std::jthread> others;
        for (std::size_t part = 0; part + width < parts; part += 2 * width)
            others.emplace_back([&, part, width] { std::inplace_merge(at(part), at(part + width), at(std::min(part + 2 * width, parts)), less); });
    }
}

// Calls work(0) .. work(count - 1), each once, by whichever core is free: for few tasks that take long. Each must depend
// on its number alone. Returns when all are done; `work` must not throw.
template <class Work>
void eachInAllCores(std::size_t count, const Work &work)
{
    const std::size_t cores = coresToUse();
    std::atomic<std::size_t> next = 0;
    const auto take = [&next, &work, count] {
        for (std::size_t task = next++; task < count; task = next++)
            work(task);
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < std::min(cores, count); ++thread)
        others.emplace_back(take);
    take();
}

} // namespace dimsum
