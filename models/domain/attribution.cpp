#include "domain/attribution.h"

#include "domain/all_cores.h"
#include "domain/channel_paths.h"
#include "domain/deals.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace dimsum
{

namespace
{

constexpr std::array perTouchModels{CreditModel::first,  CreditModel::last,   CreditModel::linear,   CreditModel::timeDecay,
                                    CreditModel::uShape, CreditModel::wShape, CreditModel::fullPath, CreditModel::shapley};

Money &of(Credits &credits, CreditModel model)
{
    return credits[static_cast<std::size_t>(model)];
}

// An anchor and its part of the whole; the rest goes to the touches that are no anchor.
struct AnchorShare {
    std::optional<std::size_t> touch;
    double share = 0;
};

// A missing anchor's share goes to the present ones in proportion, and so does the rest where every touch is an
// anchor.
void shareByAnchors(std::span<const AnchorShare> anchors, double rest, std::vector<double> &shares)
{
    std::fill(shares.begin(), shares.end(), 0.0);
    double present = 0;
    for (const AnchorShare &anchor : anchors) {
        if (anchor.touch) {
            present += anchor.share;
            shares[*anchor.touch] += anchor.share;
        }
    }
    const auto others = static_cast<std::size_t>(std::count(shares.begin(), shares.end(), 0.0));
    const double scale = (others > 0 ? 1 - rest : 1.0) / present;
    for (double &share : shares)
        share = share > 0 ? share * scale : rest / static_cast<double>(others);
}

void sharesInto(CreditModel model, const DealTouches &touches, const ActivityColumns &activities,
                const AttributionRules &rules, std::vector<double> &shares)
{
    const std::size_t count = touches.rows.size();
    shares.assign(count, 0.0);
    if (count == 0)
        return;
    const Anchors &at = touches.anchors;
    switch (model) {
    case CreditModel::first:
        shares.front() = 1;
        return;
    case CreditModel::last:
        shares.back() = 1;
        return;
    case CreditModel::linear:
        std::fill(shares.begin(), shares.end(), 1.0 / static_cast<double>(count));
        return;
    case CreditModel::timeDecay: {
        // Counted from the newest touch, so that a long quiet time before the close cannot make all weights vanish.
        const Day newest = activities.day[touches.rows.back()];
        for (std::size_t i = 0; i < count; ++i)
            shares[i] = std::exp2(-static_cast<double>(newest - activities.day[touches.rows[i]]) / rules.halfLifeDays);
        const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
        for (double &share : shares)
            share /= sum;
        return;
    }
    case CreditModel::uShape:
        return shareByAnchors(std::array<AnchorShare, 2>{{{at.first, 0.4}, {at.lead, 0.4}}}, 0.2, shares);
    case CreditModel::wShape:
        return shareByAnchors(std::array<AnchorShare, 3>{{{at.first, 0.3}, {at.lead, 0.3}, {at.opportunity, 0.3}}}, 0.1,
                              shares);
    case CreditModel::fullPath:
        return shareByAnchors(std::array<AnchorShare, 4>{{{at.first, 0.225},
                                                          {at.lead, 0.225},
                                                          {at.opportunity, 0.225},
                                                          {at.close, 0.225}}},
                              0.1, shares);
    case CreditModel::shapley: {
        // The deal is shared equally over its distinct channels, each one's part equally over its touches.
        std::vector<std::uint32_t> channels(count);
        for (std::size_t i = 0; i < count; ++i)
            channels[i] = activities.channel[touches.rows[i]];
        std::sort(channels.begin(), channels.end());
        const auto distinct = [&channels] {
            std::size_t number = 0;
            for (std::size_t i = 0; i < channels.size(); ++i)
                number += i == 0 || channels[i] != channels[i - 1] ? 1 : 0;
            return static_cast<double>(number);
        }();
        for (std::size_t i = 0; i < count; ++i) {
            const auto [begin, end] = std::equal_range(channels.begin(), channels.end(), activities.channel[touches.rows[i]]);
            shares[i] = 1.0 / (distinct * static_cast<double>(end - begin));
        }
        return;
    }
    case CreditModel::markov:
        shares.clear();
        return;
    }
}

// What a touch is credited to.
struct TouchKey {
    std::uint32_t campaign, channel, asset;

    friend bool operator==(const TouchKey &, const TouchKey &) = default;
};

struct TouchKeyHash {
    std::size_t operator()(const TouchKey &key) const
    {
        std::uint64_t mixed = key.campaign;
        for (const std::uint32_t part : {key.channel, key.asset})
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15ULL + (mixed >> 29);
        return static_cast<std::size_t>(mixed ^ (mixed >> 32));
    }
};

struct GroupSum {
    Credits credits{};
    std::int64_t touches = 0;
};

void addTo(Credits &sum, const Credits &part)
{
    for (std::size_t model = 0; model < creditModelCount; ++model)
        sum[model] += part[model];
}

// A row and, for each grouping, its parts by group (only as far as one was touched).
struct CreditSum {
    CreditRow row;
    std::vector<std::vector<GroupSum>> grouped;

    CreditSum(const TouchKey &key, std::size_t groupings) : row{key.campaign, key.channel, key.asset}, grouped(groupings) {}

    GroupSum &part(std::size_t grouping, std::uint32_t group)
    {
        std::vector<GroupSum> &parts = grouped[grouping];
        if (parts.size() <= group)
            parts.resize(group + std::size_t{1});
        return parts[group];
    }
};

struct CreditSums {
    std::unordered_map<TouchKey, CreditSum, TouchKeyHash> rows;
    Money total, noTouch;
    std::int64_t deals = 0, withoutTouch = 0, withoutAmount = 0;
};

void mergeInto(CreditSums &all, const CreditSums &part)
{
    for (const auto &[key, from] : part.rows) {
        CreditSum &sum = all.rows.try_emplace(key, key, from.grouped.size()).first->second;
        sum.row.touches += from.row.touches;
        addTo(sum.row.credits, from.row.credits);
        for (std::size_t grouping = 0; grouping < from.grouped.size(); ++grouping) {
            for (std::uint32_t group = 0; group < from.grouped[grouping].size(); ++group) {
                GroupSum &into = sum.part(grouping, group);
                into.touches += from.grouped[grouping][group].touches;
                addTo(into.credits, from.grouped[grouping][group].credits);
            }
        }
    }
    all.total += part.total;
    all.noTouch += part.noTouch;
    all.deals += part.deals;
    all.withoutTouch += part.withoutTouch;
    all.withoutAmount += part.withoutAmount;
}

bool credited(const OpportunityColumns &deals, std::size_t deal, Day asOf, CreditedDeals which)
{
    if (!dealExists(deals, deal, asOf))
        return false;
    return dealWon(deals, deal, asOf) || (which == CreditedDeals::wonAndOpen && dealOpen(deals, deal, asOf));
}

std::vector<std::uint32_t> orderedCodes(const Dictionary &dictionary)
{
    // Place of every code in the byte order of what is shown; code 0 is the empty text and comes first.
    std::vector<std::uint32_t> codes(dictionary.size());
    std::iota(codes.begin(), codes.end(), 0U);
    std::sort(codes.begin(), codes.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(dictionary.at(a).label, a) < std::tie(dictionary.at(b).label, b);
    });
    std::vector<std::uint32_t> place(codes.size());
    for (std::uint32_t i = 0; i < codes.size(); ++i)
        place[codes[i]] = i;
    return place;
}

// Paths of won and lost deals; open ones are left out (domain.md section 11).
std::vector<double> channelEffects(const ActivityColumns &activities, const TypeWorth &worth,
                                   const OpportunityColumns &deals, const AttributionRules &rules, Day asOf)
{
    Transitions transitions(activities.channels.size());
    std::vector<std::uint32_t> path;
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (!dealExists(deals, deal, asOf) || dealOpen(deals, deal, asOf))
            continue;
        path.clear();
        for (const std::uint32_t row : dealTouches(activities, worth, deals, deal, rules, asOf).rows)
            path.push_back(activities.channel[row]);
        if (path.empty())
            continue;
        const bool won = dealWon(deals, deal, asOf);
        transitions.add(path, won ? 1 : 0, 0, won ? 0 : 1);
    }
    return transitions.removalEffects();
}

// Splits the credited money by removal effect over the channels, and inside a channel by number of touches.
void creditByMarkov(Attribution &result, const std::vector<double> &effects, const Dictionary &channelNames)
{
    std::vector<std::uint32_t> place = orderedCodes(channelNames);
    std::vector<std::uint32_t> channels;
    for (const CreditRow &row : result.rows)
        channels.push_back(row.channel);
    std::sort(channels.begin(), channels.end(), [&](auto a, auto b) { return place[a] < place[b]; });
    channels.erase(std::unique(channels.begin(), channels.end()), channels.end());
    std::vector<double> shares;
    for (const std::uint32_t channel : channels)
        shares.push_back(effects[channel]);
    const std::vector<Money> parts = splitMoney(result.total - result.noTouch, shares);
    for (std::size_t i = 0; i < channels.size(); ++i) {
        std::vector<CreditRow *> rows;
        std::vector<double> touches;
        for (CreditRow &row : result.rows) { // by campaign, then asset within one channel
            if (row.channel == channels[i]) {
                rows.push_back(&row);
                touches.push_back(static_cast<double>(row.touches));
            }
        }
        const std::vector<Money> credits = splitMoney(parts[i], touches);
        for (std::size_t r = 0; r < rows.size(); ++r)
            of(rows[r]->credits, CreditModel::markov) = credits[r];
        result.channels.push_back({channels[i], effects[channels[i]], parts[i]});
    }
}

std::vector<GroupCredit> partsOf(const std::vector<const CreditSum *> &sums, const std::vector<CreditRow> &rows, std::size_t grouping)
{
    std::vector<GroupCredit> all;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const std::size_t first = all.size();
        std::vector<double> touches;
        const std::vector<GroupSum> &groups = sums[row]->grouped[grouping];
        for (std::uint32_t group = 0; group < groups.size(); ++group) {
            if (groups[group].touches == 0)
                continue;
            all.push_back({row, group, groups[group].credits, groups[group].touches});
            touches.push_back(static_cast<double>(groups[group].touches));
        }
        const std::vector<Money> markov = splitMoney(rows[row].credits[static_cast<std::size_t>(CreditModel::markov)], touches);
        for (std::size_t i = 0; i < markov.size(); ++i)
            of(all[first + i].credits, CreditModel::markov) = markov[i];
    }
    return all;
}

} // namespace

DealTouches dealTouches(const ActivityColumns &activities, const TypeWorth &worth, const OpportunityColumns &deals,
                        std::size_t deal, const AttributionRules &rules, Day asOf)
{
    DealTouches touches;
    touches.close = dealOpen(deals, deal, asOf) ? asOf : deals.closed[deal];
    const Day since = touches.close - rules.lookbackDays;
    const RowRange range = activities.byAccount.of(deals.account[deal]);
    const auto day = [&](std::size_t row) { return activities.day[row]; };
    // By time, so by day: the window is one run of rows.
    std::size_t row = range.begin;
    for (std::size_t step = range.size(); step > 0;) {
        const std::size_t half = step / 2;
        if (day(row + half) < since) {
            row += half + 1;
            step -= half + 1;
        } else {
            step = half;
        }
    }
    for (; row < range.end && day(row) <= touches.close; ++row) {
        if (worth.counts[activities.type[row]] == 0)
            continue;
        const std::size_t index = touches.rows.size();
        touches.rows.push_back(static_cast<std::uint32_t>(row));
        if (!touches.anchors.lead && activities.contact[row] != 0)
            touches.anchors.lead = index;
        if (day(row) <= deals.created[deal])
            touches.anchors.opportunity = index;
    }
    if (!touches.rows.empty()) {
        touches.anchors.first = 0;
        touches.anchors.close = touches.rows.size() - 1;
    }
    return touches;
}

std::vector<double> touchShares(CreditModel model, const DealTouches &touches, const ActivityColumns &activities,
                                const AttributionRules &rules)
{
    std::vector<double> shares;
    sharesInto(model, touches, activities, rules, shares);
    return shares;
}

DealCredit dealCredit(const ActivityColumns &activities, const EngagementRules &points,
                      const OpportunityColumns &deals, std::size_t deal, const AttributionRules &rules, Day asOf)
{
    DealCredit opened;
    opened.touches = dealTouches(activities, typeWorth(activities.types, points), deals, deal, rules, asOf);
    opened.credits.resize(opened.touches.rows.size());
    const Money amount = deals.amount[deal].known() ? deals.amount[deal] : Money{};
    for (const CreditModel model : perTouchModels) {
        const std::vector<Money> parts = splitMoney(amount, touchShares(model, opened.touches, activities, rules));
        for (std::size_t i = 0; i < parts.size(); ++i)
            of(opened.credits[i], model) = parts[i];
    }
    return opened;
}

Attribution attribute(const ActivityColumns &activities, const OpportunityColumns &deals,
                      const EngagementRules &points, const AttributionRules &rules, Day asOf, CreditedDeals which,
                      std::span<const TouchGrouping> groupings)
{
    const TypeWorth worth = typeWorth(activities.types, points);
    CreditSums all;
    std::mutex merging;
    inAllCores(deals.size(), [&](std::size_t begin, std::size_t end) {
        CreditSums sums;
        std::vector<double> shares;
        std::vector<CreditSum *> rows;
        std::vector<Credits> credits;
        for (std::size_t deal = begin; deal < end; ++deal) {
            if (!credited(deals, deal, asOf, which))
                continue;
            ++sums.deals;
            const Money amount = deals.amount[deal].known() ? deals.amount[deal] : Money{};
            sums.withoutAmount += deals.amount[deal].known() ? 0 : 1;
            sums.total += amount;
            const DealTouches touches = dealTouches(activities, worth, deals, deal, rules, asOf);
            if (touches.rows.empty()) {
                ++sums.withoutTouch;
                sums.noTouch += amount;
                continue;
            }
            rows.clear();
            for (const std::uint32_t row : touches.rows) {
                const TouchKey key{activities.campaign[row], activities.channel[row], activities.asset[row]};
                CreditSum &sum = sums.rows.try_emplace(key, key, groupings.size()).first->second;
                ++sum.row.touches;
                rows.push_back(&sum);
            }
            credits.assign(rows.size(), Credits{});
            of(credits.front(), CreditModel::first) += amount;
            of(credits.back(), CreditModel::last) += amount;
            for (const CreditModel model : perTouchModels) {
                if (model == CreditModel::first || model == CreditModel::last)
                    continue;
                sharesInto(model, touches, activities, rules, shares);
                const std::vector<Money> parts = splitMoney(amount, shares);
                for (std::size_t i = 0; i < rows.size(); ++i)
                    of(credits[i], model) = parts[i];
            }
            for (std::size_t i = 0; i < rows.size(); ++i) {
                addTo(rows[i]->row.credits, credits[i]);
                for (std::size_t grouping = 0; grouping < groupings.size(); ++grouping) {
                    GroupSum &part = rows[i]->part(grouping, groupings[grouping].groupOf(touches.rows[i], static_cast<std::uint32_t>(deal)));
                    addTo(part.credits, credits[i]);
                    ++part.touches;
                }
            }
        }
        const std::lock_guard guard(merging);
        mergeInto(all, sums);
    });

    Attribution result{.total = all.total,
                       .noTouch = all.noTouch,
                       .deals = all.deals,
                       .dealsWithoutTouch = all.withoutTouch,
                       .dealsWithoutAmount = all.withoutAmount};
    std::vector<const CreditSum *> order;
    for (const auto &[key, sum] : all.rows)
        order.push_back(&sum);
    const auto campaigns = orderedCodes(activities.campaigns);
    const auto channels = orderedCodes(activities.channels);
    const auto assets = orderedCodes(activities.assets);
    std::sort(order.begin(), order.end(), [&](const CreditSum *a, const CreditSum *b) {
        return std::tuple(campaigns[a->row.campaign], channels[a->row.channel], assets[a->row.asset])
               < std::tuple(campaigns[b->row.campaign], channels[b->row.channel], assets[b->row.asset]);
    });
    for (const CreditSum *sum : order)
        result.rows.push_back(sum->row);
    creditByMarkov(result, channelEffects(activities, worth, deals, rules, asOf), activities.channels);
    for (std::size_t grouping = 0; grouping < groupings.size(); ++grouping)
        result.grouped.push_back(partsOf(order, result.rows, grouping));
    return result;
}

} // namespace dimsum
