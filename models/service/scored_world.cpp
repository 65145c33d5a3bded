#include "service/scored_world.h"

#include "domain/deals.h"
#include "domain/text_ranks.h"
#include "store/contact_store.h"
#include "store/setting_store.h"

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
