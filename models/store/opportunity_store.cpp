#include "store/opportunity_store.h"

#include "domain/account_rows.h"
#include "store/statement.h"
#include "store/term_store.h"

#include <sqlite3.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dimsum {

namespace {

StoredOpportunity readOpportunity(const Statement &row)
{
    StoredOpportunity deal;
    deal.id = OpportunityId{row.integer(0)};
    deal.account = AccountId{row.integer(1)};
    deal.externalId = row.text(2);
    deal.identity = row.integer(3);
    deal.name = row.text(4);
    deal.amount = row.money(5);
    deal.stage = row.text(6);
    deal.status = static_cast<DealStatus>(row.integer(7));
    deal.created = row.day(8);
    deal.closed = row.day(9);
    deal.campaign = row.integer(10);
    return deal;
}

} // namespace

Result<OpportunityColumns> OpportunityStore::load(const AccountRows &accounts, AccountId only)
{
    TermStore terms(*m_database);
    Result<TermCodes> campaigns = terms.codes(TermKind::campaign);
    if (!campaigns)
        return campaigns.error();
    struct Deal {
        std::uint32_t account;
        StoredOpportunity row;
    };
    std::vector<Deal> deals;
    const auto keep = [&](Statement &row) {
        if (const std::optional<std::uint32_t> account = accounts.of(row.integer(1)))
            deals.push_back({*account, readOpportunity(row)});
    };
    Outcome outcome = Done{};
    if (only.valid()) {
        Statement select(*m_database, "SELECT id, account_id, external_id, identity, name, amount, stage, status, created, "
                                      "closed, campaign FROM opportunity WHERE account_id = ?1 ORDER BY id");
        outcome = select.bind(only.value).forEach(keep);
    } else {
        Statement select(*m_database, "SELECT id, account_id, external_id, identity, name, amount, stage, status, created, "
                                      "closed, campaign FROM opportunity ORDER BY id");
        outcome = select.forEach(keep);
    }
    if (!outcome)
        return outcome.error();
    std::vector<std::uint32_t> order(deals.size()); // moving numbers is cheaper than moving deals
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&deals](std::uint32_t one, std::uint32_t other) {
        const Deal &a = deals[one], &b = deals[other];
        return std::tie(a.account, a.row.created, a.row.externalId, one) < std::tie(b.account, b.row.created, b.row.externalId, other);
    });
    OpportunityColumns columns;
    for (const std::uint32_t at : order) {
        const Deal &deal = deals[at];
        columns.account.push_back(deal.account);
        columns.amount.push_back(deal.row.amount);
        columns.status.push_back(deal.row.status);
        columns.created.push_back(deal.row.created);
        columns.closed.push_back(deal.row.closed);
        columns.externalId.append(deal.row.externalId);
        columns.name.append(deal.row.name);
        columns.stage.append(deal.row.stage);
        columns.campaign.push_back(campaigns->code(deal.row.campaign));
    }
    columns.byAccount = AccountIndex(columns.account);
    columns.campaigns = std::move(campaigns->dictionary);
    return columns;
}

Result<std::optional<StoredOpportunity>> OpportunityStore::find(std::int64_t identity)
{
    Statement select(*m_database, "SELECT id, account_id, external_id, identity, name, amount, stage, status, created, "
                                  "closed, campaign FROM opportunity WHERE identity = ?1");
    const Result<bool> row = select.bind(identity).next();
    if (!row)
        return row.error();
    return *row ? std::optional<StoredOpportunity>(readOpportunity(select)) : std::nullopt;
}

Result<OpportunityId> OpportunityStore::insert(const StoredOpportunity &row, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO opportunity (account_id, external_id, identity, name, amount, stage, status, "
                                  "created, closed, campaign, import_id) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, nullif(?10, 0), nullif(?11, 0))");
    const Outcome outcome = insert.bind(row.account.value, orNull(row.externalId), row.identity, row.name, row.amount,
                                        row.stage, static_cast<int>(row.status), row.created, row.closed, row.campaign,
                                        import.value)
                                .run();
    if (!outcome)
        return outcome.error();
    return OpportunityId{sqlite3_last_insert_rowid(m_database->handle())};
}

Outcome OpportunityStore::update(const StoredOpportunity &row)
{
    Statement update(*m_database, "UPDATE opportunity SET account_id = ?2, external_id = ?3, name = ?4, amount = ?5, "
                                  "stage = ?6, status = ?7, created = ?8, closed = ?9, campaign = nullif(?10, 0) WHERE id = ?1");
    return update.bind(row.id.value, row.account.value, orNull(row.externalId), row.name, row.amount, row.stage,
                       static_cast<int>(row.status), row.created, row.closed, row.campaign)
        .run();
}

Result<std::vector<AccountId>> OpportunityStore::winnersBetween(Day first, Day last)
{
    Statement select(*m_database, "SELECT DISTINCT account_id FROM opportunity WHERE status = ?1 AND closed BETWEEN ?2 AND ?3 ORDER BY account_id");
    std::vector<AccountId> accounts;
    const Outcome outcome = select.bind(static_cast<int>(DealStatus::won), first, last).forEach([&accounts](Statement &row) {
        accounts.push_back(AccountId{row.integer(0)});
    });
    if (!outcome)
        return outcome.error();
    return accounts;
}

} // namespace dimsum
