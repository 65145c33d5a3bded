#include "domain/priority_order.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/radix_sort.h"
#include "domain/tiering.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>
#include <numeric>

namespace dimsum
{

bool earlierKey(const AccountFrame &accounts, std::uint32_t a, std::uint32_t b)
{
    if (const int order = accounts.domain.at(a).compare(accounts.domain.at(b)); order != 0)
        return order < 0;
    if (const int order = accounts.name.at(a).compare(accounts.name.at(b)); order != 0)
        return order < 0;
    return a < b;
}

namespace
{

// Accounts as a workspace loads them lie in the order of their keys already.
bool liesByKey(const AccountFrame &accounts)
{
    std::atomic<bool> ascends = true;
    inAllCores(accounts.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = std::max<std::size_t>(begin, 1); row < end && ascends; ++row) {
            if (!earlierKey(accounts, static_cast<std::uint32_t>(row - 1), static_cast<std::uint32_t>(row)))
                ascends = false;
        }
    });
    return ascends;
}

} // namespace

std::vector<std::uint32_t> rowsByPriority(const AccountFrame &accounts, std::span<const double> priority)
{
    std::vector<std::uint32_t> rows(accounts.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rowsByPriority(accounts, priority, std::move(rows));
}

std::vector<std::uint32_t> rowsByPriority(const AccountFrame &accounts, std::span<const double> priority,
                                          std::vector<std::uint32_t> rows)
{
    if (priority.empty()) {
        std::sort(rows.begin(), rows.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return earlierKey(accounts, a, b); });
        return rows;
    }
    // Whole numbers of steps, at most so many: with the rows in the order of their keys they can be counted into place.
    constexpr unsigned wide = 40;
    constexpr double most = 1e12;
    static_assert(most < static_cast<double>(std::uint64_t{1} << wide));
    std::atomic<bool> countable = std::is_sorted(rows.begin(), rows.end()) && liesByKey(accounts);
    inAllCores(countable ? rows.size() : 0, [&](std::size_t begin, std::size_t end) {
        if (!std::all_of(rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end),
                         [priority](std::uint32_t row) { return std::abs(stepsOf(priority[row])) < most / 2; }))
            countable = false;
    });
    if (countable) {
        sortRowsByKey(rows, wide, [priority](std::uint32_t row) { return static_cast<std::uint64_t>(most / 2 - stepsOf(priority[row])); });
        return rows;
    }
    std::vector<Ranked> ranked;
    reserveLarge(ranked, rows.size());
    for (const std::uint32_t row : rows)
        ranked.push_back({stepsOf(priority[row]), row});
    sortInAllCores(ranked, PriorityOrder(accounts));
    std::transform(ranked.begin(), ranked.end(), rows.begin(), [](const Ranked &each) { return each.row; });
    return rows;
}

std::vector<std::uint32_t> rowsByPriority(const AccountFrame &accounts, std::span<const double> priority,
                                          std::span<const std::uint32_t> order, std::span<const double> earlier)
{
    if (priority.empty() || earlier.size() != priority.size() || order.size() != priority.size())
        return rowsByPriority(accounts, priority);
    std::vector<std::uint8_t> moves(priority.size()); // 1 for those whose priority changed
    std::vector<Ranked> changed;
    for (std::uint32_t row = 0; row < priority.size(); ++row) {
        const double steps = stepsOf(priority[row]);
        moves[row] = steps != stepsOf(earlier[row]) ? 1 : 0;
        if (moves[row])
            changed.push_back({steps, row});
    }
    constexpr std::size_t few = 16; // one in so many
    if (changed.size() > priority.size() / few)
        return rowsByPriority(accounts, priority);
    const PriorityOrder before(accounts);
    std::sort(changed.begin(), changed.end(), before);
    // The others stay as they were to each other; the changed ones go between them.
    std::vector<std::uint32_t> stays;
    reserveLarge(stays, order.size());
    std::copy_if(order.begin(), order.end(), std::back_inserter(stays), [&moves](std::uint32_t row) { return moves[row] == 0; });
    std::vector<std::uint32_t> rows;
    reserveLarge(rows, order.size());
    auto next = stays.cbegin();
    for (const Ranked &each : changed) {
        const auto place = std::partition_point(next, stays.cend(), [&](std::uint32_t row) { return before({stepsOf(priority[row]), row}, each); });
        rows.insert(rows.end(), next, place);
        rows.push_back(each.row);
        next = place;
    }
    rows.insert(rows.end(), next, stays.cend());
    return rows;
}

} // namespace dimsum
