#include "domain/stumbling.h"

#include "domain/statistics.h"

#include <algorithm>
#include <tuple>

namespace dimsum
{

namespace
{

constexpr int silenceDays = 30; // of an account after an asset
constexpr int busyDays = 28;    // of an asset before its link broke
constexpr int brokenDays = 14;

struct AssetTally {
    std::int64_t accounts = 0, stopped = 0;
    std::vector<std::int32_t> daily; // activities by day from the first of the workspace on
};

void tallyAccount(std::vector<AssetTally> &tallies, const ActivityColumns &activities, const TypeWorth &worth,
                  std::size_t account, Day asOf, std::vector<std::uint32_t> &seen)
{
    const RowRange range = activities.byAccount.of(account);
    seen.clear();
    Day nextCounting = unknownDay; // the first counting day after the one looked at
    Day pendingCounting = unknownDay;
    Day current = unknownDay;
    for (std::size_t row = range.end; row-- > range.begin;) {
        const Day day = activities.day[row];
        if (day > asOf)
            continue;
        if (day != current) {
            nextCounting = pendingCounting;
            current = day;
        }
        const std::uint32_t asset = activities.asset[row];
        if (asset != 0 && std::find(seen.begin(), seen.end(), asset) == seen.end()) {
            seen.push_back(asset); // newest first: this is the last activity with it
            if (day <= asOf - silenceDays) {
                ++tallies[asset].accounts;
                if (!nextCounting.known() || nextCounting > day + silenceDays)
                    ++tallies[asset].stopped;
            }
        }
        if (worth.counts[activities.type[row]] != 0)
            pendingCounting = day;
    }
}

// The newest run of at least 14 silent days that follows 28 days with one activity a day on average.
void findBreak(StumblingBlock &block, const std::vector<std::int32_t> &daily, Day firstDay)
{
    std::int64_t before = 0; // activities of the 28 days before the day looked at
    const auto count = static_cast<std::int64_t>(daily.size());
    for (std::int64_t day = 0; day < count; ++day) {
        const auto at = [&daily](std::int64_t index) { return daily[static_cast<std::size_t>(index)]; };
        if (at(day) == 0 && day > 0 && at(day - 1) != 0 && before >= busyDays) {
            std::int64_t end = day;
            while (end < count && at(end) == 0)
                ++end;
            if (end - day >= brokenDays) {
                block.brokenFrom = firstDay + static_cast<std::int32_t>(day);
                block.brokenTo = firstDay + static_cast<std::int32_t>(end - 1);
            }
        }
        before += at(day) - (day >= busyDays ? at(day - busyDays) : 0);
    }
}

} // namespace

std::vector<StumblingBlock> stumblingBlocks(const ActivityColumns &activities, std::size_t accounts,
                                            const EngagementRules &points, Day asOf)
{
    const TypeWorth worth = typeWorth(activities.types, points);
    std::vector<AssetTally> tallies(activities.assets.size());
    Day firstDay = asOf;
    for (std::size_t row = 0; row < activities.size(); ++row) {
        if (activities.asset[row] != 0)
            firstDay = std::min(firstDay, activities.day[row]);
    }
    std::vector<std::uint32_t> seen;
    for (std::size_t account = 0; account < accounts; ++account)
        tallyAccount(tallies, activities, worth, account, asOf, seen);
    const auto days = static_cast<std::size_t>(asOf - firstDay + 1);
    for (std::size_t row = 0; row < activities.size(); ++row) {
        const std::uint32_t asset = activities.asset[row];
        if (asset == 0 || activities.day[row] > asOf)
            continue;
        tallies[asset].daily.resize(days);
        ++tallies[asset].daily[static_cast<std::size_t>(activities.day[row] - firstDay)];
    }

    std::int64_t allAccounts = 0, allStopped = 0;
    for (const AssetTally &tally : tallies) {
        allAccounts += tally.accounts;
        allStopped += tally.stopped;
    }
    std::vector<StumblingBlock> blocks;
    std::vector<double> p;
    for (std::uint32_t asset = 1; asset < tallies.size(); ++asset) {
        const AssetTally &tally = tallies[asset];
        StumblingBlock block{.asset = asset, .accounts = tally.accounts, .stopped = tally.stopped, .rate = {}, .othersRate = {}, .p = {}, .q = {}, .brokenFrom = {}, .brokenTo = {}};
        findBreak(block, tally.daily, firstDay);
        const std::int64_t others = allAccounts - tally.accounts;
        if (tally.accounts > 0) {
            block.rate = static_cast<double>(tally.stopped) / static_cast<double>(tally.accounts);
            block.p = fisherExact(tally.stopped, tally.accounts - tally.stopped, allStopped - tally.stopped,
                                  others - (allStopped - tally.stopped));
            p.push_back(*block.p);
        }
        if (others > 0)
            block.othersRate = static_cast<double>(allStopped - tally.stopped) / static_cast<double>(others);
        if (block.rate || block.broken())
            blocks.push_back(block);
    }
    const std::vector<double> q = benjaminiHochberg(p);
    std::size_t next = 0;
    for (StumblingBlock &block : blocks) {
        if (block.p)
            block.q = q[next++];
    }
    std::sort(blocks.begin(), blocks.end(), [&activities](const StumblingBlock &a, const StumblingBlock &b) {
        return std::tuple(a.q.value_or(2), std::string_view(activities.assets.at(a.asset).label))
               < std::tuple(b.q.value_or(2), std::string_view(activities.assets.at(b.asset).label));
    });
    return blocks;
}

} // namespace dimsum
