#include "service/export_tables.h"

#include "service/icp_service.h"
#include "service/ordering_service.h"
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

using Rows = std::vector<std::vector<Cell>>;

Cell text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Cell number(const std::optional<double> &value)
{
    return value ? Cell(*value) : Cell();
}

Cell tierCell(Tier tier)
{
    return text(tierCode(tier));
}

TableDocument document(const Workspace &workspace, const QString &title, std::vector<TableColumn> columns, Rows rows)
{
    TableDocument table{.title = title,
                        .columns = std::move(columns),
                        .currency = workspace.currency(),
                        .rows = {},
                        .rowCount = static_cast<std::int64_t>(rows.size())};
    table.rows = [held = std::make_shared<const Rows>(std::move(rows))](const RowSink &sink) -> Outcome {
        for (const std::vector<Cell> &row : *held) {
            if (Outcome taken = sink(row); !taken)
                return taken;
        }
        return Done{};
    };
    return table;
}

TableColumn column(const char *header, CellType type = CellType::text)
{
    return {QString::fromLatin1(header), type};
}

// What a file calls an account: its key, so that the file can be brought in again.
std::string_view accountWord(const AccountFrame &accounts, std::size_t row)
{
    if (const auto domain = accounts.domain.at(row); !domain.empty())
        return domain;
    if (const auto id = accounts.externalId.at(row); !id.empty())
        return id;
    return accounts.name.at(row);
}

// Accounts with the tier in force on a day and why.
struct TierLine {
    std::optional<Tier> tier; // none without an ICP where nothing was applied or pinned either
    std::string rule, reasons;
    Day pinnedUntil = unknownDay;
};

struct TieredAccounts {
    AccountFrame accounts;
    std::unordered_map<AccountId, std::uint32_t> rowOf;
    std::vector<TierLine> tiers; // by row
};

Result<TieredAccounts> tieredAccounts(Workspace &workspace, Day day)
{
    auto accounts = AccountStore(workspace.database()).load();
    if (!accounts)
        return accounts.error();
    const auto icp = icpState(workspace);
    if (!icp)
        return icp.error();
    TieringStore store(workspace.database());
    const auto applied = store.applied();
    if (!applied)
        return applied.error();
    const auto pins = store.pins();
    if (!pins)
        return pins.error();

    TieredAccounts found{.accounts = std::move(*accounts), .rowOf = {}, .tiers = {}};
    for (std::uint32_t row = 0; row < found.accounts.size(); ++row)
        found.rowOf.emplace(found.accounts.id[row], row);
    TierLine untouched;
    if (icp->icp.defined())
        untouched.tier = Tier::none;
    found.tiers.assign(found.accounts.size(), untouched);
    for (const AppliedTier &tier : *applied) {
        if (const auto row = found.rowOf.find(tier.account); row != found.rowOf.end())
            found.tiers[row->second] = {static_cast<Tier>(tier.tier), tier.rule, tier.reasons};
    }
    for (const StoredPin &pin : *pins) {
        const auto row = found.rowOf.find(pin.account);
        if (row == found.rowOf.end() || pin.until < day)
            continue;
        const Reason reason{.code = ReasonCode::pin, .day = pin.until};
        found.tiers[row->second] = {static_cast<Tier>(pin.tier), "pin", reasonText(reason), pin.until};
    }
    return found;
}

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
        if (const auto row = tiered.rowOf.find(score.account); row != tiered.rowOf.end())
            rows[row->second].score = &score;
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
    return {text(accounts.domain.at(scored.row)),
            text(accounts.name.at(scored.row)),
            text(accounts.externalId.at(scored.row)),
            number(score.fit),
            number(score.fitMax),
            flag(score.disqualified),
            value(score.intentScore),
            flag(score.intentSurge),
            flag(score.recentIntent),
            value(score.engagementScore),
            flag(score.engagementSurge),
            flag(score.recentEngagement),
            accounts.acv[scored.row],
            number(score.priority),
            tierCell(tier.tier),
            score.proposedTier ? tierCell(static_cast<Tier>(*score.proposedTier)) : Cell(),
            tier.pinnedUntil,
            text(pinned ? tier.rule : score.rule),
            text(pinned ? tier.reasons : score.reasons)};
}

} // namespace

Result<TableDocument> accountsTable(Workspace &workspace, ScoreTable scores)
{
    const auto tiered = tieredAccounts(workspace, scores.run.asOf);
    if (!tiered)
        return tiered.error();
    Rows rows;
    for (const ScoredRow &scored : scoredRows(*tiered, scores))
        rows.push_back(accountCells(*tiered, scored));
    return document(workspace, QStringLiteral("accounts"),
                    {column("domain"), column("name"), column("external_id"), column("fit", CellType::score),
                     column("fit_max", CellType::score), column("disqualified", CellType::boolean),
                     column("intent_score", CellType::score), column("intent_surge", CellType::boolean),
                     column("recent_intent", CellType::boolean), column("engagement_score", CellType::score),
                     column("engagement_surge", CellType::boolean), column("recent_engagement", CellType::boolean),
                     column("acv", CellType::money), column("priority", CellType::score), column("tier"),
                     column("proposed_tier"), column("pinned_until", CellType::day), column("rule"),
                     column("reasons")},
                    std::move(rows));
}

Result<TableDocument> enrichmentTable(Workspace &workspace, ScoreTable scores)
{
    const auto tiered = tieredAccounts(workspace, scores.run.asOf);
    if (!tiered)
        return tiered.error();
    Rows rows;
    for (const ScoredRow &scored : scoredRows(*tiered, scores)) {
        const auto note = parseEnrichment(scored.score->extra);
        if (!note)
            continue;
        std::string fields;
        for (const std::string &field : note->fields)
            fields += (fields.empty() ? "" : ";") + field;
        rows.push_back({text(tiered->accounts.domain.at(scored.row)), text(tiered->accounts.name.at(scored.row)),
                        number(scored.score->priority), tierCell(note->tier), tierCell(note->tierIfKnown),
                        text(fields)});
    }
    return document(workspace, QStringLiteral("enrichment"),
                    {column("domain"), column("name"), column("priority", CellType::score), column("tier"),
                     column("tier_if_known"), column("fields")},
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

    Rows rows;
    for (const StoredContact &contact : *contacts) {
        const bool optedOut = contact.optOut.value_or(false);
        if (!everything && (optedOut || contact.stub)) {
            ++(optedOut ? leftOut : stubs);
            continue;
        }
        std::vector<Cell> cells{text(contact.email),     text(words[contact.account]), text(contact.firstName),
                                text(contact.lastName),  text(contact.title),          text(contact.buyingRole)};
        if (everything)
            cells.push_back(contact.optOut ? Cell(*contact.optOut) : Cell());
        rows.push_back(std::move(cells));
    }
    std::vector<TableColumn> columns{column("email"),     column("account"), column("first_name"),
                                     column("last_name"), column("title"),   column("buying_role")};
    if (everything)
        columns.push_back(column("opt_out", CellType::boolean));
    return document(workspace, QStringLiteral("contacts"), std::move(columns), std::move(rows));
}

namespace {

Cell instant(const std::optional<std::int64_t> &milliseconds)
{
    return milliseconds ? Cell(Instant{*milliseconds}) : Cell();
}

Cell stateCell(const OrderRow &order)
{
    return text(orderStateName(order.standing.state));
}

} // namespace

Result<TableDocument> ordersTable(Workspace &workspace)
{
    const auto found = orders(workspace);
    if (!found)
        return found.error();
    const Cell currency = text(workspace.currency().code);
    Rows rows;
    for (const OrderRow &order : *found)
        rows.push_back({text(order.id), text(order.accountDomain.empty() ? order.accountName : order.accountDomain),
                        text(order.accountName), tierCell(static_cast<Tier>(order.tier)), text(order.play),
                        text(order.playName), stateCell(order), order.price, currency, Instant{order.requestedAt},
                        text(order.requestedBy), instant(order.approvedAt), order.due, instant(order.deliveredAt),
                        text(order.ownerTeam), text(order.note.empty() ? order.reason : order.note)});
    return document(workspace, QStringLiteral("orders"),
                    {column("order_id"), column("account"), column("account_name"), column("tier"), column("play"),
                     column("play_name"), column("state"), column("price", CellType::money), column("currency"),
                     column("requested_at", CellType::instant), column("requested_by"),
                     column("approved_at", CellType::instant), column("due", CellType::day),
                     column("delivered_at", CellType::instant), column("owner_team"), column("note")},
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
    const Cell currency = text(workspace.currency().code);
    Rows rows;
    for (std::size_t row = 0; row < accounts.size(); ++row) { // the frame is in order of domain
        const TierLine &tier = tiered->tiers[row];
        std::vector<Cell> cells{text(accountWord(accounts, row)),
                                text(accounts.name.at(row)),
                                tierCell(tier.tier),
                                text(tier.rule),
                                text(tier.reasons),
                                text(accounts.owner.at(row).label)};
        const auto ordered = byAccount.find(accounts.id[row]);
        if (ordered == byAccount.end()) {
            cells.resize(15);
            rows.push_back(std::move(cells));
            continue;
        }
        for (const OrderRow *order : ordered->second) {
            std::vector<Cell> line = cells;
            line.insert(line.end(), {text(order->id), text(order->play), text(order->playName), text(order->channel),
                                     stateCell(*order), order->price, currency, order->due, text(order->ownerTeam)});
            rows.push_back(std::move(line));
        }
    }
    return document(workspace, QStringLiteral("plan"),
                    {column("account"), column("account_name"), column("tier"), column("rule"), column("reasons"),
                     column("owner"), column("order_id"), column("play"), column("play_name"), column("channel"),
                     column("state"), column("price", CellType::money), column("currency"),
                     column("due", CellType::day), column("owner_team")},
                    std::move(rows));
}

Result<TableDocument> historyTable(Workspace &workspace)
{
    const auto lines = tierHistory(workspace);
    if (!lines)
        return lines.error();
    Rows rows;
    for (const HistoryLine &line : *lines)
        rows.push_back({text(line.domain), Instant{line.instant}, text(line.by), line.asOf, line.policyVersion,
                        tierCell(line.oldTier), tierCell(line.newTier), text(line.rule), text(line.reasons)});
    return document(workspace, QStringLiteral("history"),
                    {column("account"), column("at", CellType::instant), column("by"), column("as_of", CellType::day),
                     column("policy_version", CellType::integer), column("old_tier"), column("new_tier"),
                     column("rule"), column("reasons")},
                    std::move(rows));
}

} // namespace dimsum
