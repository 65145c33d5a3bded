#include "domain/priority_order.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/radix_sort.h"
#include "domain/tiering.h"

#include <algorithm>
#include <atomic>
#include <cmath>
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
    std::vector<Ranked> ranked;
    reserveLarge(ranked, rows.size());
    for (const std::uint32_t row : rows)
        ranked.push_back({stepsOf(priority[row]), row});
    const bool finite = std::all_of(ranked.begin(), ranked.end(), [](const Ranked &each) { return std::abs(each.steps) < 1e15; });
    if (finite && !rows.empty() && std::is_sorted(rows.begin(), rows.end()) && liesByKey(accounts))
        sortByKey(ranked, [top = std::max_element(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) { return a.steps < b.steps; })->steps](
                              const Ranked &each) { return static_cast<std::uint64_t>(top - each.steps); }); // whole numbers: fewer digits than a double
    else
        sortInAllCores(ranked, PriorityOrder(accounts));
    std::transform(ranked.begin(), ranked.end(), rows.begin(), [](const Ranked &each) { return each.row; });
    return rows;
}

} // namespace dimsum
