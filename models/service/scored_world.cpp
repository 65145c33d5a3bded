#include "service/scored_world.h"

#include "domain/all_cores.h"
#include "domain/deals.h"
#include "domain/large_memory.h"
#include "domain/text_ranks.h"
#include "store/contact_store.h"
#include "store/setting_store.h"

#include <algorithm>
#include <array>
#include <functional>
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

// Copies with large pages: hundreds of megabytes, which touched page by page would take longer than all the rest.
template <class T>
std::vector<T> copied(const std::vector<T> &from)
{
    std::vector<T> copy;
    reserveLarge(copy, from.size());
    copy.insert(copy.end(), from.begin(), from.end());
    return copy;
}

// Every member of the structs by name, so that one more does not go missing: what is not copied is empty, and the test of
// the growth compares all columns.
void copy(const EngagementScores &from, EngagementScores &to)
{
    to = {from.anyActivity,
                       copied(from.energy),
                       copied(from.score),
                       copied(from.recentPoints),
                       copied(from.recent),
                       copied(from.surge),
                       copied(from.firstActivity),
                       copied(from.surgeValue),
                       copied(from.surgeLine),
                       from.weeks,
                       copied(from.weekly)};
}

void copy(const IntensityColumns &from, IntensityColumns &to)
{
    to = {from.areasUsed,    copied(from.interactions), copied(from.people),   copied(from.areas),
                      copied(from.high), copied(from.lastActivity), copied(from.daysLeft), copied(from.endsOn)};
}

void copy(const DealFlags &from, DealFlags &to)
{
    to = {copied(from.customer), copied(from.openDeal), from.anyDeal};
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

void rankTexts(AccountBase &base)
{
    const AccountFrame &accounts = base.accounts;
    base.acvOrder = AcvOrder(accounts.acv);
    if (accounts.size() <= mostCollated)
        return;
    base.nameRank = ranksWithoutCase(accounts.size(), [&accounts](std::size_t row) { return shownName(accounts, row); });
    base.externalIdRank = ranksWithoutCase(accounts.size(), [&accounts](std::size_t row) { return accounts.externalId.at(row); });
}

// What worlds of other days, or with more activities, have in common.
std::shared_ptr<ScoredWorld> rulesAndAccounts(const ScoredWorld &other, const ScoredKey &key)
{
    auto world = std::make_shared<ScoredWorld>();
    world->key = key;
    world->icp = other.icp;
    world->icpVersion = other.icpVersion;
    world->policy = other.policy;
    world->policyVersion = other.policyVersion;
    world->base = other.base;
    world->activities = other.activities;
    world->signals = other.signals;
    world->opportunities = other.opportunities;
    return world;
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
    auto base = std::make_shared<AccountBase>();
    base->accounts = std::move(inputs.accounts);
    base->rowOf = std::move(inputs.rowOf);
    const EventTables &events = *inputs.events;
    world->scores = scoreAccounts(base->accounts, world->icp, events.intent, events.activities, events.deals, world->policy,
                                  workspace.currency(), key.asOf);
    rankTexts(*base);
    world->deals = std::make_shared<const std::vector<DealSummary>>(dealSummaries(events.deals, base->accounts.size(), key.asOf));
    world->activities = static_cast<std::int64_t>(events.activities.size());
    world->signals = static_cast<std::int64_t>(events.intent.signals.size() + events.intent.events.size());
    world->opportunities = static_cast<std::int64_t>(events.deals.size());
    world->shelf.put(std::move(inputs.events));

    const auto counts = ContactStore(workspace.database()).counts();
    if (!counts)
        return counts.error();
    world->contacts.assign(base->accounts.size(), 0);
    for (const auto &[account, people] : *counts) {
        if (const auto row = base->rowOf.of(account))
            world->contacts[*row] = static_cast<std::uint32_t>(people);
    }
    world->base = std::move(base);
    return std::shared_ptr<const ScoredWorld>(std::move(world));
}

Result<std::shared_ptr<const ScoredWorld>> worldOfDay(Workspace &workspace, const ScoredWorld &other, const ScoredKey &key, const Progress &progress)
{
    if (key.token == 0 || !other.key.sameInputs(key))
        return std::shared_ptr<const ScoredWorld>();
    auto events = allEvents(workspace, other, progress);
    if (!events)
        return events.error();
    const auto still = scoredKey(workspace, key.asOf);
    if (!still)
        return still.error();
    if (*still != key)
        return std::shared_ptr<const ScoredWorld>(); // somebody wrote meanwhile
    auto world = rulesAndAccounts(other, key);
    const EventTables &read = **events;
    const AccountFrame &accounts = other.base->accounts;
    world->scores = scoreAccounts(accounts, world->icp, read.intent, read.activities, read.deals, world->policy, workspace.currency(), key.asOf);
    world->deals = std::make_shared<const std::vector<DealSummary>>(dealSummaries(read.deals, accounts.size(), key.asOf));
    world->contacts = other.contacts;
    world->shelf.put(std::move(*events));
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
        const auto row = before.base->rowOf.of(account);
        if (!row)
            return none;
        rows.push_back(*row);
    }
    ActivityColumns activities;
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
    const auto still = scoredKey(workspace, key.asOf);
    if (!still)
        return still.error();
    if (*still != key)
        return none; // somebody wrote meanwhile: what was read is of two states

    auto world = rulesAndAccounts(before, key);
    world->deals = before.deals;
    world->scores.fit = before.scores.fit;
    world->scores.intent = before.scores.intent;
    const std::array<std::function<void()>, 2> halves{
        [&] {
            copy(before.scores.engagement, world->scores.engagement);
        },
        [&] {
            copy(before.scores.intensity, world->scores.intensity);
            copy(before.scores.deals, world->scores.deals);
            world->contacts = copied(before.contacts);
        }};
    eachInAllCores(halves.size(), [&halves](std::size_t half) { halves[half](); });
    world->activities += growth.activities;
    putRows(world->scores.engagement, engagement, rows);
    putRows(world->scores.intensity, intensity, rows);
    for (std::size_t i = 0; i < peopled->size(); ++i) {
        if (const auto row = before.base->rowOf.of((*peopled)[i]))
            world->contacts[*row] = static_cast<std::uint32_t>((*people)[i]);
    }
    return std::shared_ptr<const ScoredWorld>(std::move(world));
}

Result<std::shared_ptr<const EventTables>> allEvents(Workspace &workspace, const ScoredWorld &world, const Progress &progress)
{
    if (auto held = world.shelf.held())
        return held;
    auto events = loadInOneGo(workspace.database(), [&] { return loadEvents(workspace, world.base->rowOf, {}, progress); });
    if (events.ok())
        world.shelf.put(*events);
    return events;
}

Result<std::shared_ptr<const EventTables>> accountEvents(Workspace &workspace, const ScoredWorld &world, std::uint32_t row)
{
    if (auto held = world.shelf.held())
        return held;
    return loadInOneGo(workspace.database(), [&] { return loadEvents(workspace, world.base->rowOf, world.base->accounts.id[row]); });
}

} // namespace dimsum
