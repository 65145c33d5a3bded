#include "service/insight_board.h"

#include <algorithm>
#include <tuple>

namespace dimsum {

std::int64_t InsightBoard::active() const
{
    const auto &interactions = snapshot->scores.intensity.interactions;
    return std::count_if(interactions.begin(), interactions.end(), [](std::int32_t count) { return count > 0; });
}

std::int64_t InsightBoard::patterns() const
{
    return std::count_if(pairs.begin(), pairs.end(), [](const JourneyPair &pair) { return pair.pattern; });
}

const NextAction *InsightBoard::actionOf(std::uint32_t row) const
{
    return row < actionIndex.size() && actionIndex[row] >= 0 ? &actions[static_cast<std::size_t>(actionIndex[row])] : nullptr;
}

namespace {

void listIntensity(InsightBoard &board)
{
    const Snapshot &snapshot = *board.snapshot;
    const IntensityColumns &intensity = snapshot.scores.intensity;
    for (std::uint32_t row = 0; row < snapshot.size(); ++row) {
        if (intensity.high[row] != 0)
            board.high.push_back(row);
        else if (const auto miss = nearMiss(intensity, snapshot.policy.intensity, row))
            board.misses.push_back(*miss);
    }
    std::stable_sort(board.high.begin(), board.high.end(), [&intensity](std::uint32_t a, std::uint32_t b) {
        return std::tuple(intensity.interactions[b], intensity.people[b]) < std::tuple(intensity.interactions[a], intensity.people[a]);
    });
    std::stable_sort(board.misses.begin(), board.misses.end(), [&intensity](const NearMiss &a, const NearMiss &b) {
        return intensity.daysLeft[a.account] < intensity.daysLeft[b.account];
    });
}

void listAlike(InsightBoard &board)
{
    const auto &accounts = board.lookalikes->result.accounts;
    const auto top = static_cast<std::uint32_t>((accounts.size() + 9) / 10);
    for (std::uint32_t row = 0; row < accounts.size(); ++row) {
        if (accounts[row].rank <= top && board.lookalikes->positive[row] == 0)
            board.alike.push_back(row);
    }
    std::sort(board.alike.begin(), board.alike.end(), [&accounts](std::uint32_t a, std::uint32_t b) { return accounts[a].rank < accounts[b].rank; });
}

// Of accounts in a tier: the others have no committee to complete.
void listCommittees(InsightBoard &board, std::span<const Tier> tiers)
{
    const Snapshot &s = *board.snapshot;
    const std::size_t roles = board.people.roles.size();
    if (roles == 0)
        return;
    const auto all = static_cast<std::uint16_t>((1u << std::min<std::size_t>(roles, 16)) - 1);
    const std::vector<ActionPlay> plays = actionPlays(s.menu.menu);
    for (std::uint32_t row = 0; row < s.size(); ++row) {
        if (tiers[row] == Tier::none || board.people.engagedRoles[row] == all)
            continue;
        CommitteeGap gap{.account = row, .known = board.people.knownRoles[row], .engaged = board.people.engagedRoles[row], .play = {}};
        const std::string &role = board.people.roles[board.people.silentRole[row] - 1u];
        for (const ActionPlay &play : plays) {
            const bool offered = std::find(play.tiers.begin(), play.tiers.end(), static_cast<int>(tiers[row])) != play.tiers.end();
            if (offered && std::find(play.roles.begin(), play.roles.end(), role) != play.roles.end()) {
                gap.play = play.code;
                break;
            }
        }
        board.committees.push_back(std::move(gap));
    }
    std::stable_sort(board.committees.begin(), board.committees.end(), [&s](const CommitteeGap &a, const CommitteeGap &b) {
        return s.accounts.acv[b.account] < s.accounts.acv[a.account]; // unknown ones are the smallest
    });
}

} // namespace

Result<std::shared_ptr<const InsightBoard>> insightBoard(Workspace &workspace, std::shared_ptr<const Snapshot> snapshot,
                                                         std::vector<std::uint8_t> seeds, const Progress &progress)
{
    const Snapshot &s = *snapshot;
    const auto read = allEvents(workspace, *s.world, progress);
    if (!read)
        return read.error();
    const EventTables &events = **read;
    const EngagementRules &points = s.policy.engagement;
    const auto &days = events.activities.day;
    if (std::none_of(days.begin(), days.end(), [&s](Day day) { return day <= s.asOf; }))
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("There is no activity up to %1, so there is nothing to find. Import activities first."),
                     .arguments = {isoText(s.asOf)}};
    auto board = std::make_shared<InsightBoard>();
    board->snapshot = snapshot;
    board->types = events.activities.types;
    board->assets = events.activities.assets;
    board->areas = events.activities.areas;
    board->areaCounts.assign(board->areas.size(), 0);
    for (const std::uint16_t area : events.activities.area)
        ++board->areaCounts[area];
    listIntensity(*board);
    auto people = loadPeople(workspace, events.activities, points, s.icp, s.rowOf, s.asOf);
    if (!people)
        return people.error();
    board->people = std::move(*people);
    progress.at(10, 100);
    board->calibration = calibrate(events.activities, events.deals, s.size(), points, s.asOf);
    board->conversion = conversionOf(board->calibration, s.policy.intensity);
    board->trend = intensityTrend(events.activities, s.size(), points, s.policy.intensity, s.asOf);
    progress.at(30, 100);
    board->pairs = journeyPairs(events.activities, s.size(), points, s.policy.intensity, s.asOf, {}, progress);
    board->steps = missingSteps(events.activities, s.size(), points, board->pairs, s.policy.intensity, s.asOf);
    std::stable_sort(board->steps.begin(), board->steps.end(), [](const MissingStep &a, const MissingStep &b) { return a.until < b.until; });
    board->flow = firstSteps(events.activities, s.size(), points, s.asOf);
    progress.at(50, 100);
    board->blocks = stumblingBlocks(events.activities, s.size(), points, s.asOf);
    progress.at(60, 100);
    auto lookalikes = lookalikesOf(s.accounts, events, s.policy, std::move(seeds), s.asOf, {.report = {}, .stop = progress.stop});
    if (lookalikes) {
        board->lookalikes = std::move(*lookalikes);
        listAlike(*board);
        board->decile = decileConversion(s.accounts, events, s.policy, s.asOf, {.report = {}, .stop = progress.stop});
    } else {
        board->noLookalikes = lookalikes.error();
    }
    if (progress.cancelled())
        return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    progress.at(90, 100);

    const auto feedback = actionFeedback(workspace, s.rowOf, s.asOf);
    if (!feedback)
        return feedback.error();
    board->records = feedback->records;
    std::vector<Tier> tiers = s.tiers;
    if (s.proposal.defined && std::count(s.applied.begin(), s.applied.end(), 1) == 0) {
        for (std::size_t row = 0; row < s.size(); ++row)
            tiers[row] = s.proposal.withPin(row, s.pins);
    }
    board->actions = nextActionsOf({.accounts = s.accounts,
                                    .events = events,
                                    .policy = s.policy,
                                    .scores = s.scores,
                                    .tiers = tiers,
                                    .holdOut = s.holdOut,
                                    .people = board->people,
                                    .menu = s.menu.menu,
                                    .pairs = board->pairs,
                                    .lookalikes = board->lookalikes ? &*board->lookalikes : nullptr,
                                    .conversion = board->conversion,
                                    .asOf = s.asOf,
                                    .feedback = *feedback});
    listCommittees(*board, tiers);
    board->actionIndex.assign(s.size(), -1);
    for (std::size_t i = 0; i < board->actions.size(); ++i) {
        board->actionIndex[board->actions[i].account] = static_cast<std::int32_t>(i);
        ++board->actionCounts[static_cast<std::size_t>(board->actions[i].kind)];
    }
    progress.at(100, 100);
    return std::shared_ptr<const InsightBoard>(std::move(board));
}

} // namespace dimsum
