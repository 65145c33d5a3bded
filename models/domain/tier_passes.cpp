#include "domain/tier_passes.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/rule_blocks.h"
#include "domain/tier_capacity.h"
#include "domain/tier_depth.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>

namespace dimsum
{

namespace
{

// Counts the accounts in the program by amount, for one thread.
class MemberCounter
{
public:
    explicit MemberCounter(const AcvOrder &order)
        : m_order(order), m_which(order.amounts.size() < repeatingAmounts ? countersApart - 1 : 0),
          m_counted(m_which + 1, std::vector<std::uint32_t>(order.amounts.size() + 1, 0))
    {
    }

    // The accounts from `begin` on that have these rules.
    void count(std::size_t begin, std::span<const std::int16_t> rules)
    {
        const std::uint32_t *place = m_order.place.data() + begin;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const std::uint32_t inProgram = rules[i] >= 0 ? ~std::uint32_t{0} : 0;
            ++m_counted[i & m_which][(place[i] + 1) & inProgram]; // after the last place comes 0: an unknown one does not count
            m_members += rules[i] >= 0;
        }
    }
    // Adds what was counted to `members` and `inProgram`.
    void addTo(TierProposal &proposal) const
    {
        proposal.inProgram += m_members;
        for (const std::vector<std::uint32_t> &counters : m_counted)
            for (std::size_t place = 0; place < proposal.members.size(); ++place)
                proposal.members[place] += counters[place + 1];
    }

private:
    // A counter that was just written cannot be read at once, so rows one after the other have their own; where amounts hardly
    // repeat, clearing and adding up so many more would take longer.
    static constexpr std::size_t countersApart = 4, repeatingAmounts = std::size_t{1} << 14;

    const AcvOrder &m_order;
    std::size_t m_which;
    std::vector<std::vector<std::uint32_t>> m_counted; // at place + 1; at 0 those that do not count
    std::int64_t m_members = 0;
};

void countOutcomes(std::size_t rules, TierProposal &proposal)
{
    proposal.outcomes.assign(rules + 1, {});
    std::mutex guard;
    inAllCores(proposal.rule.size(), [&](std::size_t begin, std::size_t end) {
        constexpr std::size_t apart = 8, block = 1024; // apart: as in MemberCounter
        const std::size_t cells = (rules + 1) * 8;         // by rule + 1, then by displaced * 4 + tier
        std::vector<std::uint32_t> counted(cells * apart, 0);
        std::array<std::uint32_t, block> cell;
        for (std::size_t at = begin; at < end; at += block) {
            const std::size_t size = std::min(block, end - at);
            const std::int16_t *rule = proposal.rule.data() + at;
            const Tier *proposed = proposal.proposed.data() + at;
            const std::uint8_t *displaced = proposal.displaced.data() + at;
            for (std::size_t i = 0; i < size; ++i)
                cell[i] = static_cast<std::uint32_t>((rule[i] + 1) * 8 + displaced[i] * 4 + static_cast<int>(proposed[i]));
            for (std::size_t i = 0; i < size; ++i)
                ++counted[i % apart * cells + cell[i]];
        }
        const std::scoped_lock lock(guard);
        for (std::size_t each = 0; each < counted.size(); ++each) {
            const std::size_t where = each % cells, tier = where % 4;
            RuleOutcome &outcome = proposal.outcomes[where / 8];
            outcome.accounts[tier] += counted[each];
            outcome.displaced[tier] += where % 8 >= 4 ? counted[each] : 0;
        }
    });
}

} // namespace

void noticeInputs(const AccountScores &scores, Day asOf, TierProposal &proposal)
{
    if (!scores.intent->feed.anyIntent && !scores.engagement.anyActivity && !scores.deals.anyDeal)
        proposal.notices.push_back({TieringWarning::noData, Tier::none, 0});
    if (scores.intent->feed.stale)
        proposal.notices.push_back({TieringWarning::staleIntent, Tier::none, asOf - scores.intent->feed.anchor});
}

void setPins(const TierBasis &basis, TierProposal &proposal)
{
    const std::span<const TierPin> pins = basis.pins;
    const std::size_t rows = basis.accounts.size();
    if (proposal.pin.size() == rows) { // used before
        for (const std::uint32_t row : proposal.pinned)
            proposal.pin[row] = -1;
    } else {
        resizeLarge(proposal.pin, rows);
        std::fill(proposal.pin.begin(), proposal.pin.end(), -1);
    }
    proposal.pinned.clear();
    for (std::size_t i = 0; i < pins.size(); ++i) {
        if (!pins[i].inForce(basis.asOf) || pins[i].account >= rows)
            continue;
        if (proposal.pin[pins[i].account] < 0)
            proposal.pinned.push_back(pins[i].account);
        proposal.pin[pins[i].account] = static_cast<std::int32_t>(i);
    }
    std::int64_t onDisqualified = 0;
    for (const std::uint32_t row : proposal.pinned)
        onDisqualified += pins[static_cast<std::size_t>(proposal.pin[row])].tier != Tier::none && basis.scores.fit->disqualified(row);
    if (onDisqualified > 0)
        proposal.notices.push_back({TieringWarning::pinnedDisqualified, Tier::none, onDisqualified});
}

std::vector<Tier> tiersOfRules(const TierPolicy &policy)
{
    std::vector<Tier> tiers{Tier::none};
    for (const TierRule &rule : policy.rules)
        tiers.push_back(rule.tier);
    return tiers;
}

void matchRules(const TierBasis &basis, const TierPolicy &policy, TierProposal &proposal)
{
    const AcvOrder &order = basis.order;
    const RuleMatcher matcher(policy);
    const std::vector<Tier> tierOf = tiersOfRules(policy);
    const std::size_t rows = basis.scores.fit->fit.size();
    resizeLarge(proposal.rule, rows);
    resizeLarge(proposal.computed, rows);
    proposal.members.assign(order.amounts.size(), 0);
    proposal.inProgram = 0;
    std::mutex guard;
    inAllCores(rows, [&](std::size_t begin, std::size_t end) {
        BlockMatcher block(order, basis.scores, policy, matcher);
        MemberCounter members(order);
        for (std::size_t at = begin; at < end; at += BlockMatcher::blockRows) {
            const std::size_t size = std::min(BlockMatcher::blockRows, end - at);
            std::int16_t *rule = proposal.rule.data() + at;
            Tier *computed = proposal.computed.data() + at;
            block.match(at, size, rule);
            members.count(at, {rule, size});
            for (std::size_t i = 0; i < size; ++i)
                computed[i] = tierOf[static_cast<std::size_t>(rule[i] + 1)];
        }
        const std::scoped_lock lock(guard);
        members.addTo(proposal);
    });
}

void prioritise(const TierBasis &basis, const PriorityWeights &weights, std::vector<double> *priority, Competition *competition, TierProposal &proposal)
{
    const std::vector<std::uint32_t> &members = proposal.members;
    const std::size_t rows = basis.order.place.size();
    // The ACV rank is the share of in-program accounts with a strictly lower ACV, found by counting: amounts need no sorting
    // once their order is known.
    proposal.rankOfAmount.assign(members.size() + 1, 0.0); // the last one: unknown
    std::uint32_t below = 0;
    for (std::size_t place = 0; place < members.size() && proposal.inProgram > 0; ++place) {
        proposal.rankOfAmount[place] = static_cast<double>(below) / static_cast<double>(proposal.inProgram);
        below += members[place];
    }
    if (priority != nullptr)
        resizeLarge(*priority, rows);
    if (competition != nullptr)
        competition->open(rows);
    if (priority == nullptr && competition == nullptr)
        return;
    std::mutex guard;
    const Priorities priorities(basis, weights, proposal, true);
    inAllCores(rows, [&](std::size_t begin, std::size_t end) {
        std::optional<Competition::Entrance> entrance;
        if (competition != nullptr)
            entrance.emplace(*competition, guard);
        std::array<double, Competition::blockRows> one;
        for (std::size_t at = begin; at < end; at += Competition::blockRows) {
            const std::size_t size = std::min(Competition::blockRows, end - at);
            double *points = priority != nullptr ? priority->data() + at : one.data();
            priorities.fill(at, size, points);
            if (entrance)
                entrance->enter(at, {points, size}, std::span(proposal.computed).subspan(at, size));
        }
    });
}

bool limited(const TierPolicy &policy)
{
    return policy.capacity[1] || policy.capacity[2] || policy.capacity[3];
}

void noticeUnjust(const TierPolicy &policy, TierProposal &proposal)
{
    std::vector<std::array<std::int64_t, 4>> competing; // by rule: accounts without a pin
    for (const RuleOutcome &outcome : proposal.outcomes)
        competing.push_back(outcome.accounts);
    for (const std::uint32_t row : proposal.pinned)
        --competing[static_cast<std::size_t>(proposal.rule[row] + 1)][tierIndex(proposal.proposed[row])];
    int bestOfLater = 4; // highest tier that a later rule reached
    std::int64_t unjust = 0;
    for (std::size_t rule = policy.rules.size(); rule-- > 0;) {
        int best = bestOfLater;
        for (const Tier tier : allTiers) {
            if (tierDepth(tier) > bestOfLater)
                unjust += proposal.outcomes[rule + 1].displaced[tierIndex(tier)];
            if (competing[rule + 1][tierIndex(tier)] > 0)
                best = std::min(best, tierDepth(tier));
        }
        bestOfLater = best;
    }
    if (unjust > 0)
        proposal.notices.push_back({TieringWarning::displacedBelowLesser, Tier::none, unjust});
}

void placeAll(const TierBasis &basis, const TierPolicy &policy, std::vector<double> *priority, Competition &competition, TierProposal &proposal)
{
    Competition *const entered = limited(policy) ? &competition : nullptr;
    prioritise(basis, policy.priority, priority, entered, proposal);
    resizeLarge(proposal.proposed, proposal.computed.size());
    resizeLarge(proposal.displaced, proposal.computed.size());
    const bool displaced = applyCapacity(basis, policy, entered, proposal, [&proposal](std::size_t begin, std::span<const Tier> tiers, std::span<const std::uint8_t> fell) {
        std::copy(tiers.begin(), tiers.end(), proposal.proposed.begin() + static_cast<std::ptrdiff_t>(begin));
        std::copy(fell.begin(), fell.end(), proposal.displaced.begin() + static_cast<std::ptrdiff_t>(begin));
    });
    countOutcomes(policy.rules.size(), proposal);
    if (displaced)
        noticeUnjust(policy, proposal);
}

} // namespace dimsum
