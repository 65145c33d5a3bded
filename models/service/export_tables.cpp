#include "service/export_tables.h"

#include "service/icp_service.h"
#include "service/ordering_service.h"
#include "service/table_cells.h"
#include "service/tiered_accounts.h"
#include "service/tiering_service.h"
#include "store/account_store.h"
#include "store/contact_store.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <tuple>
#include <unordered_map>

namespace dimsum {

namespace {

Cell tierCell(const std::optional<Tier> &tier)
{
    return tier ? tierCell(*tier) : Cell();
}

// Highest first, rows without a priority last, ties by account.
template <class Row>
void sortByPriority(std::vector<Row> &rows, const AccountFrame &accounts)
{
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
        // Rankings round to 1e-9 and end on the key (domain.md section 2).
        const std::int64_t left = std::llround(a.score->priority.value_or(-1) * 1e9);
        const std::int64_t right = std::llround(b.score->priority.value_or(-1) * 1e9);
        if (left != right)
            return left > right;
        return accountWord(accounts, a.row) < accountWord(accounts, b.row);
    });
}

struct ScoredRow {
    std::uint32_t row = 0;
    const StoredScore *score = nullptr;
};

std::vector<ScoredRow> scoredRows(const TieredAccounts &tiered, const ScoreTable &scores)
{
    static const StoredScore unscored; // accounts that came after a stale run
    std::vector<ScoredRow> rows(tiered.accounts.size());
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        rows[row] = {row, &unscored};
    for (const StoredScore &score : scores.rows) {
        if (const auto row = tiered.rowOf.of(score.account))
            rows[*row].score = &score;
    }
    sortByPriority(rows, tiered.accounts);
    return rows;
}

std::vector<Cell> accountCells(const TieredAccounts &tiered, const ScoredRow &scored)
{
    const AccountFrame &accounts = tiered.accounts;
    const StoredScore &score = *scored.score;
    const TierLine &tier = tiered.tiers[scored.row];
    const bool pinned = tier.pinnedUntil.known();
    const bool known = score.account.valid();
    const auto flag = [known](bool value) { return known ? Cell(value) : Cell(); };
    const auto value = [known](double figure) { return known ? Cell(figure) : Cell(); };
    return {textCell(accounts.domain.at(scored.row)),
            textCell(accounts.name.at(scored.row)),
            textCell(accounts.externalId.at(scored.row)),
            numberCell(score.fit),
            numberCell(score.fitMax),
            flag(score.disqualified),
            value(score.intentScore),
            flag(score.intentSurge),
            flag(score.recentIntent),
            value(score.engagementScore),
            flag(score.engagementSurge),
            flag(score.recentEngagement),
            accounts.acv[scored.row],
            numberCell(score.priority),
            tierCell(tier.tier),
            score.proposedTier ? tierCell(static_cast<Tier>(*score.proposedTier)) : Cell(),
            tier.pinnedUntil,
            textCell(pinned ? tier.rule : score.rule),
            textCell(pinned ? tier.reasons : score.reasons)};
}

} // namespace

Result<TableDocument> accountsTable(Workspace &workspace, ScoreTable scores)
{
    const auto tiered = tieredAccounts(workspace, scores.run.asOf);
    if (!tiered)
        return tiered.error();
    TableRows rows;
    for (const ScoredRow &scored : scoredRows(*tiered, scores))
        rows.push_back(accountCells(*tiered, scored));
    return tableOf(workspace.currency(), QStringLiteral("accounts"),
                    {tableColumn("domain"), tableColumn("name"), tableColumn("external_id"), tableColumn("fit", CellType::score),
                     tableColumn("fit_max", CellType::score), tableColumn("disqualified", CellType::boolean),
                     tableColumn("intent_score", CellType::score), tableColumn("intent_surge", CellType::boolean),
                     tableColumn("recent_intent", CellType::boolean), tableColumn("engagement_score", CellType::score),
                     tableColumn("engagement_surge", CellType::boolean), tableColumn("recent_engagement", CellType::boolean),
                     tableColumn("acv", CellType::money), tableColumn("priority", CellType::score), tableColumn("tier"),
                     tableColumn("proposed_tier"), tableColumn("pinned_until", CellType::day), tableColumn("rule"),
                     tableColumn("reasons")},
                    std::move(rows));
}

Result<TableDocument> enrichmentTable(Workspace &workspace, ScoreTable scores)
{
    const auto tiered = tieredAccounts(workspace, scores.run.asOf);
    if (!tiered)
        return tiered.error();
    TableRows rows;
    for (const ScoredRow &scored : scoredRows(*tiered, scores)) {
        const auto note = parseEnrichment(scored.score->extra);
        if (!note)
            continue;
        std::string fields;
        for (const std::string &field : note->fields)
            fields += (fields.empty() ? "" : ";") + field;
        rows.push_back({textCell(tiered->accounts.domain.at(scored.row)), textCell(tiered->accounts.name.at(scored.row)),
                        numberCell(scored.score->priority), tierCell(note->tier), tierCell(note->tierIfKnown),
                        textCell(fields)});
    }
    return tableOf(workspace.currency(), QStringLiteral("enrichment"),
                    {tableColumn("domain"), tableColumn("name"), tableColumn("priority", CellType::score), tableColumn("tier"),
                     tableColumn("tier_if_known"), tableColumn("fields")},
                    std::move(rows));
}

Result<TableDocument> contactsTable(Workspace &workspace, bool everything, std::int64_t &leftOut, std::int64_t &stubs)
{
    const auto accounts = AccountStore(workspace.database()).load();
    if (!accounts)
        return accounts.error();
    auto contacts = ContactStore(workspace.database()).all();
    if (!contacts)
        return contacts.error();
    std::unordered_map<AccountId, std::string_view> words;
    for (std::size_t row = 0; row < accounts->size(); ++row)
        words.emplace(accounts->id[row], accountWord(*accounts, row));
    std::stable_sort(contacts->begin(), contacts->end(), [&](const StoredContact &a, const StoredContact &b) {
        return std::tie(words[a.account], a.emailKey) < std::tie(words[b.account], b.emailKey);
    });

    TableRows rows;
    for (const StoredContact &contact : *contacts) {
        const bool optedOut = contact.optOut.value_or(false);
        if (!everything && (optedOut || contact.stub)) {
            ++(optedOut ? leftOut : stubs);
            continue;
        }
        std::vector<Cell> cells{textCell(contact.email),     textCell(words[contact.account]), textCell(contact.firstName),
                                textCell(contact.lastName),  textCell(contact.title),          textCell(contact.buyingRole)};
        if (everything)
            cells.push_back(contact.optOut ? Cell(*contact.optOut) : Cell());
        rows.push_back(std::move(cells));
    }
    std::vector<TableColumn> columns{tableColumn("email"),     tableColumn("account"), tableColumn("first_name"),
                                     tableColumn("last_name"), tableColumn("title"),   tableColumn("buying_role")};
    if (everything)
        columns.push_back(tableColumn("opt_out", CellType::boolean));
    return tableOf(workspace.currency(), QStringLiteral("contacts"), std::move(columns), std::move(rows));
}

namespace {

Cell instant(const std::optional<std::int64_t> &milliseconds)
{
    return milliseconds ? Cell(Instant{*milliseconds}) : Cell();
}

Cell stateCell(const OrderRow &order)
{
    return textCell(orderStateName(order.standing.state));
}

} // namespace

Result<TableDocument> ordersTable(Workspace &workspace)
{
    const auto found = orders(workspace);
    if (!found)
        return found.error();
    const Cell currency = textCell(workspace.currency().code);
    TableRows rows;
    for (const OrderRow &order : *found)
        rows.push_back({textCell(order.id), textCell(order.accountDomain.empty() ? order.accountName : order.accountDomain),
                        textCell(order.accountName), tierCell(static_cast<Tier>(order.tier)), textCell(order.play),
                        textCell(order.playName), stateCell(order), order.price, currency, Instant{order.requestedAt},
                        textCell(order.requestedBy), instant(order.approvedAt), order.due, instant(order.deliveredAt),
                        textCell(order.ownerTeam), textCell(order.note.empty() ? order.reason : order.note)});
    return tableOf(workspace.currency(), QStringLiteral("orders"),
                    {tableColumn("order_id"), tableColumn("account"), tableColumn("account_name"), tableColumn("tier"), tableColumn("play"),
                     tableColumn("play_name"), tableColumn("state"), tableColumn("price", CellType::money), tableColumn("currency"),
                     tableColumn("requested_at", CellType::instant), tableColumn("requested_by"),
                     tableColumn("approved_at", CellType::instant), tableColumn("due", CellType::day),
                     tableColumn("delivered_at", CellType::instant), tableColumn("owner_team"), tableColumn("note")},
                    std::move(rows));
}

Result<TableDocument> planTable(Workspace &workspace, Day day)
{
    const auto tiered = tieredAccounts(workspace, day);
    if (!tiered)
        return tiered.error();
    const auto found = orders(workspace);
    if (!found)
        return found.error();
    std::unordered_map<AccountId, std::vector<const OrderRow *>> byAccount;
    for (const OrderRow &order : *found)
        byAccount[order.account].push_back(&order);

    const AccountFrame &accounts = tiered->accounts;
    const Cell currency = textCell(workspace.currency().code);
    TableRows rows;
    for (std::size_t row = 0; row < accounts.size(); ++row) { // the frame is in order of domain
        const TierLine &tier = tiered->tiers[row];
        std::vector<Cell> cells{textCell(accountWord(accounts, row)),
                                textCell(accounts.name.at(row)),
                                tierCell(tier.tier),
                                textCell(tier.rule),
                                textCell(tier.reasons),
                                textCell(accounts.owner.at(row).label)};
        const auto ordered = byAccount.find(accounts.id[row]);
        if (ordered == byAccount.end()) {
            cells.resize(15);
            rows.push_back(std::move(cells));
            continue;
        }
        for (const OrderRow *order : ordered->second) {
            std::vector<Cell> line = cells;
            line.insert(line.end(), {textCell(order->id), textCell(order->play), textCell(order->playName), textCell(order->channel),
                                     stateCell(*order), order->price, currency, order->due, textCell(order->ownerTeam)});
            rows.push_back(std::move(line));
        }
    }
    return tableOf(workspace.currency(), QStringLiteral("plan"),
                    {tableColumn("account"), tableColumn("account_name"), tableColumn("tier"), tableColumn("rule"), tableColumn("reasons"),
                     tableColumn("owner"), tableColumn("order_id"), tableColumn("play"), tableColumn("play_name"), tableColumn("channel"),
                     tableColumn("state"), tableColumn("price", CellType::money), tableColumn("currency"),
                     tableColumn("due", CellType::day), tableColumn("owner_team")},
                    std::move(rows));
}

Result<TableDocument> historyTable(Workspace &workspace)
{
    const auto lines = tierHistory(workspace);
    if (!lines)
        return lines.error();
    TableRows rows;
    for (const HistoryLine &line : *lines)
        rows.push_back({textCell(line.domain), Instant{line.instant}, textCell(line.by), line.asOf, line.policyVersion,
                        tierCell(line.oldTier), tierCell(line.newTier), textCell(line.rule), textCell(line.reasons)});
    return tableOf(workspace.currency(), QStringLiteral("history"),
                    {tableColumn("account"), tableColumn("at", CellType::instant), tableColumn("by"), tableColumn("as_of", CellType::day),
                     tableColumn("policy_version", CellType::integer), tableColumn("old_tier"), tableColumn("new_tier"),
                     tableColumn("rule"), tableColumn("reasons")},
                    std::move(rows));
}

} // namespace dimsum
