#include "service/scored_world.h"

#include "domain/deals.h"
#include "domain/text_ranks.h"
#include "store/contact_store.h"
#include "store/setting_store.h"

#include <algorithm>
#include <span>

namespace dimsum {

namespace {

constexpr std::size_t keptEvents = 2'000'000; // activities: some 70 MB

std::vector<DealSummary> dealSummaries(const OpportunityColumns &deals, std::size_t accounts, Day asOf)
{
    std::vector<DealSummary> summaries(accounts);
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (!dealExists(deals, deal, asOf))
            continue;
        DealSummary &summary = summaries[deals.account[deal]];
        const Money amount = deals.amount[deal].known() ? deals.amount[deal] : Money{};
        if (dealOpen(deals, deal, asOf)) {
            ++summary.open;
            summary.openAmount += amount;
        } else if (dealWon(deals, deal, asOf)) {
            ++summary.won;
            summary.wonAmount += amount;
            if (!summary.lastWon.known() || summary.lastWon < deals.closed[deal])
                summary.lastWon = deals.closed[deal];
        } else {
            ++summary.lost;
        }
    }
    return summaries;
}

// Row i of `part` becomes row rows[i] of `all`; every column that there is one value per account of.
void putRows(EngagementScores &all, const EngagementScores &part, std::span<const std::uint32_t> rows)
{
    all.anyActivity = all.anyActivity || part.anyActivity;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t row = rows[i];
        all.energy[row] = part.energy[i];
        all.score[row] = part.score[i];
        all.recentPoints[row] = part.recentPoints[i];
        all.recent[row] = part.recent[i];
        all.surge[row] = part.surge[i];
        all.firstActivity[row] = part.firstActivity[i];
        all.surgeValue[row] = part.surgeValue[i];
        all.surgeLine[row] = part.surgeLine[i];
        std::copy_n(part.weekly.begin() + static_cast<std::ptrdiff_t>(i * part.weeks), part.weeks, all.weekly.begin() + static_cast<std::ptrdiff_t>(row * all.weeks));
    }
}

void putRows(IntensityColumns &all, const IntensityColumns &part, std::span<const std::uint32_t> rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t row = rows[i];
        all.interactions[row] = part.interactions[i];
        all.people[row] = part.people[i];
        all.areas[row] = part.areas[i];
        all.high[row] = part.high[i];
        all.lastActivity[row] = part.lastActivity[i];
        all.daysLeft[row] = part.daysLeft[i];
        all.endsOn[row] = part.endsOn[i];
    }
}

void rankTexts(ScoredWorld &world)
{
    const AccountFrame &accounts = world.accounts;
    world.acvOrder = AcvOrder(accounts.acv);
    if (accounts.size() <= mostCollated)
        return;
    world.nameRank = ranksWithoutCase(accounts.size(), [&accounts](std::size_t row) { return shownName(accounts, row); });
    world.externalIdRank = ranksWithoutCase(accounts.size(), [&accounts](std::size_t row) { return accounts.externalId.at(row); });
}

} // namespace

void EventShelf::put(std::shared_ptr<const EventTables> events) const
{
    const std::scoped_lock lock(m_mutex);
    m_known = events;
    if (events->activities.size() <= keptEvents)
        m_kept = std::move(events);
}

std::shared_ptr<const EventTables> EventShelf::held() const
{
    const std::scoped_lock lock(m_mutex);
    return m_known.lock();
}

Result<ScoredKey> scoredKey(Workspace &workspace, Day asOf)
{
    SettingStore settings(workspace.database());
    const auto revision = settings.inputRevision();
    if (!revision)
        return revision.error();
    const auto token = settings.inputToken();
    if (!token)
        return token.error();
    const auto contacts = ContactStore(workspace.database()).newest();
    if (!contacts)
        return contacts.error();
    return ScoredKey{*revision, *token, *contacts, asOf};
}

Result<std::shared_ptr<const ScoredWorld>> scoredWorld(Workspace &workspace, ScoringInputs inputs, const ScoredKey &key)
{
    auto world = std::make_shared<ScoredWorld>();
    world->key = key;
    world->icp = std::move(inputs.icp);
    world->icpVersion = inputs.icpVersion;
    world->policy = std::move(inputs.policy);
    world->policyVersion = inputs.policyVersion;
    world->accounts = std::move(inputs.accounts);
    world->rowOf = std::move(inputs.rowOf);
    const EventTables &events = *inputs.events;
    world->scores = scoreAccounts(world->accounts, world->icp, events.intent, events.activities, events.deals, world->policy,
                                  workspace.currency(), key.asOf);
    world->deals = dealSummaries(events.deals, world->accounts.size(), key.asOf);
    rankTexts(*world);
    world->activities = static_cast<std::int64_t>(events.activities.size());
    world->signals = static_cast<std::int64_t>(events.intent.signals.size() + events.intent.events.size());
    world->opportunities = static_cast<std::int64_t>(events.deals.size());
    world->shelf.put(std::move(inputs.events));

    const auto counts = ContactStore(workspace.database()).counts();
    if (!counts)
        return counts.error();
    world->contacts.assign(world->accounts.size(), 0);
    for (const auto &[account, people] : *counts) {
        if (const auto row = world->rowOf.of(account))
            world->contacts[*row] = static_cast<std::uint32_t>(people);
    }
    return std::shared_ptr<const ScoredWorld>(std::move(world));
}

Result<std::shared_ptr<const ScoredWorld>> grownWorld(Workspace &workspace, const ScoredWorld &before, const ActivityGrowth &growth, const ScoredKey &key)
{
    const std::shared_ptr<const ScoredWorld> none;
    const std::int64_t steps = growth.tokenBefore == growth.tokenAfter ? 0 : 1;
    if (before.key.token == 0 || growth.tokenBefore != before.key.token || growth.tokenAfter != key.token || before.key.asOf != key.asOf
        || before.key.revision + steps != key.revision)
        return none;
    std::vector<std::uint32_t> rows;
    rows.reserve(growth.accounts.size());
    for (const AccountId account : growth.accounts) {
        const auto row = before.rowOf.of(account);
        if (!row)
            return none;
        rows.push_back(*row);
    }
    ActivityColumns activities;
    activities.byAccount.begin.assign(1, 0);
    if (!growth.accounts.empty()) {
        auto loaded = loadActivities(workspace, AccountRows(growth.accounts), growth.accounts);
        if (!loaded)
            return loaded.error();
        activities = std::move(*loaded);
    }
    const std::optional<bool> areas = before.scores.intensity.areasUsed ? std::optional(true) : std::nullopt;
    const IntensityColumns intensity = scoreIntensity(activities, rows.size(), before.policy.engagement, before.policy.intensity, key.asOf, areas);
    if (intensity.areasUsed != before.scores.intensity.areasUsed)
        return none;
    const EngagementScores engagement = scoreEngagement(activities, rows.size(), before.policy.engagement, key.asOf);
    // People come with activities and by hand.
    ContactStore contacts(workspace.database());
    const auto peopled = contacts.accountsSince(before.key.newestContact);
    if (!peopled)
        return peopled.error();
    const auto people = contacts.counts(*peopled);
    if (!people)
        return people.error();

    auto world = std::make_shared<ScoredWorld>();
    world->key = key;
    world->icp = before.icp;
    world->icpVersion = before.icpVersion;
    world->policy = before.policy;
    world->policyVersion = before.policyVersion;
    world->accounts = before.accounts;
    world->rowOf = before.rowOf;
    world->scores = before.scores;
    world->deals = before.deals;
    world->contacts = before.contacts;
    world->acvOrder = before.acvOrder;
    world->nameRank = before.nameRank;
    world->externalIdRank = before.externalIdRank;
    world->activities = before.activities + growth.activities;
    world->signals = before.signals;
    world->opportunities = before.opportunities;
    putRows(world->scores.engagement, engagement, rows);
    putRows(world->scores.intensity, intensity, rows);
    for (std::size_t i = 0; i < peopled->size(); ++i) {
        if (const auto row = before.rowOf.of((*peopled)[i]))
            world->contacts[*row] = static_cast<std::uint32_t>((*people)[i]);
    }
    return std::shared_ptr<const ScoredWorld>(std::move(world));
}

Result<std::shared_ptr<const EventTables>> allEvents(Workspace &workspace, const ScoredWorld &world, const Progress &progress)
{
    if (auto held = world.shelf.held())
        return held;
    auto events = loadInOneGo(workspace.database(), [&] { return loadEvents(workspace, world.rowOf, {}, progress); });
    if (events.ok())
        world.shelf.put(*events);
    return events;
}

Result<std::shared_ptr<const EventTables>> accountEvents(Workspace &workspace, const ScoredWorld &world, std::uint32_t row)
{
    if (auto held = world.shelf.held())
        return held;
    return loadInOneGo(workspace.database(), [&] { return loadEvents(workspace, world.rowOf, world.accounts.id[row]); });
}

} // namespace dimsum
