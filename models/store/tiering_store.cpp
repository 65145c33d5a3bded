#include "store/tiering_store.h"

#include "store/score_chunk.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <algorithm>

namespace dimsum {

namespace {

TierChange readChange(const Statement &row)
{
    TierChange change;
    change.account = AccountId{row.integer(0)};
    change.instant = row.integer(1);
    change.by = row.text(2);
    change.asOf = row.day(3);
    change.policyVersion = row.integer(4);
    change.oldTier = static_cast<int>(row.integer(5));
    change.newTier = static_cast<int>(row.integer(6));
    change.rule = row.text(7);
    change.reasons = row.text(8);
    return change;
}

AppliedTier readApplied(const Statement &row)
{
    return {AccountId{row.integer(0)}, static_cast<int>(row.integer(1)), std::string(row.text(2)), std::string(row.text(3)),
            row.integer(4)};
}

StoredPin readPin(const Statement &row)
{
    return {AccountId{row.integer(0)}, static_cast<int>(row.integer(1)), row.day(2), std::string(row.text(3)),
            std::string(row.text(4)), row.integer(5)};
}

template <class Row, class Read>
Result<std::vector<Row>> readAll(Statement &select, Read read)
{
    std::vector<Row> rows;
    const Outcome outcome = select.forEach([&](Statement &row) { rows.push_back(read(row)); });
    if (!outcome)
        return outcome.error();
    return rows;
}

template <class Row, class Read>
Result<std::optional<Row>> readOne(Statement &select, Read read)
{
    const Result<bool> row = select.next();
    if (!row)
        return row.error();
    return *row ? std::optional<Row>(read(select)) : std::nullopt;
}

constexpr std::size_t scoresPerChunk = 8192;

} // namespace

Outcome TieringStore::apply(std::span<const TierChange> changes, std::string_view note)
{
    if (changes.empty())
        return Done{};
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Statement inForce(*m_database, "SELECT tier FROM account_tier WHERE account_id = ?1");
    Statement append(*m_database, "INSERT INTO tier_history (account_id, at, by, as_of, policy_version, old_tier, new_tier, rule, reasons) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    Statement put(*m_database, "INSERT INTO account_tier (account_id, tier, rule, reasons, applied_at) VALUES (?1, ?2, ?3, ?4, ?5) "
                               "ON CONFLICT (account_id) DO UPDATE SET tier = excluded.tier, rule = excluded.rule, "
                               "reasons = excluded.reasons, applied_at = excluded.applied_at");
    for (const TierChange &change : changes) {
        const Result<std::int64_t> tier = firstInteger(inForce.bind(change.account.value));
        if (!tier)
            return tier.error();
        if (*tier != change.oldTier)
            return Error{ErrorKind::conflict, DIMSUM_TEXT("Somebody else applied tiers meanwhile. Run the tiering again, then apply.")};
        const Outcome appended = append.bind(change.account.value, change.instant, change.by, change.asOf, change.policyVersion,
                                             change.oldTier, change.newTier, change.rule, change.reasons)
                                     .run();
        if (!appended)
            return appended;
        const Outcome applied = put.bind(change.account.value, change.newTier, change.rule, change.reasons, change.instant).run();
        if (!applied)
            return applied;
    }
    const TierChange &first = changes.front();
    Statement record(*m_database, "INSERT INTO tier_application (at, by, as_of, policy_version, accounts, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    const Outcome recorded = record.bind(first.instant, first.by, first.asOf, first.policyVersion, static_cast<std::int64_t>(changes.size()), note).run();
    if (!recorded)
        return recorded;
    return transaction->commit();
}

Result<std::vector<StoredApplication>> TieringStore::applications()
{
    std::vector<StoredApplication> applications;
    Statement select(*m_database, "SELECT at, by, as_of, policy_version, accounts, note FROM tier_application ORDER BY id DESC");
    const Outcome outcome = select.forEach([&applications](Statement &row) {
        applications.push_back({row.integer(0), std::string(row.text(1)), row.day(2), row.integer(3), row.integer(4), std::string(row.text(5))});
    });
    if (!outcome)
        return outcome.error();
    return applications;
}

Result<std::vector<TierChange>> TieringStore::newestChanges()
{
    std::vector<TierChange> changes;
    // By id from the end: what was applied last lies there.
    Statement select(*m_database, "SELECT account_id, at, by, as_of, policy_version, old_tier, new_tier, rule FROM tier_history "
                                  "ORDER BY id DESC LIMIT (SELECT accounts FROM tier_application ORDER BY id DESC LIMIT 1)");
    const Outcome outcome = select.forEach([&changes](Statement &row) {
        changes.push_back({AccountId{row.integer(0)}, row.integer(1), std::string(row.text(2)), row.day(3), row.integer(4),
                           static_cast<int>(row.integer(5)), static_cast<int>(row.integer(6)), std::string(row.text(7)), {}});
    });
    if (!outcome)
        return outcome.error();
    return changes;
}

Result<std::vector<std::pair<AccountId, int>>> TieringStore::appliedTiersUpTo(std::int64_t instant)
{
    std::vector<std::pair<AccountId, int>> tiers;
    Statement select(*m_database, "SELECT account_id, new_tier FROM tier_history WHERE id IN "
                                  "(SELECT max(id) FROM tier_history WHERE at <= ?1 GROUP BY account_id) ORDER BY account_id");
    const Outcome outcome = select.bind(instant).forEach(
        [&tiers](Statement &row) { tiers.emplace_back(AccountId{row.integer(0)}, static_cast<int>(row.integer(1))); });
    if (!outcome)
        return outcome.error();
    return tiers;
}

Result<std::vector<AppliedTier>> TieringStore::applied()
{
    Statement select(*m_database, "SELECT account_id, tier, rule, reasons, applied_at FROM account_tier ORDER BY account_id");
    return readAll<AppliedTier>(select, readApplied);
}

Result<std::vector<std::pair<AccountId, int>>> TieringStore::appliedTiers()
{
    std::vector<std::pair<AccountId, int>> tiers;
    Statement select(*m_database, "SELECT account_id, tier FROM account_tier ORDER BY account_id");
    const Outcome outcome = select.forEach([&tiers](Statement &row) { tiers.emplace_back(AccountId{row.integer(0)}, static_cast<int>(row.integer(1))); });
    if (!outcome)
        return outcome.error();
    return tiers;
}

Result<std::optional<AppliedTier>> TieringStore::applied(AccountId account)
{
    Statement select(*m_database, "SELECT account_id, tier, rule, reasons, applied_at FROM account_tier WHERE account_id = ?1");
    return readOne<AppliedTier>(select.bind(account.value), readApplied);
}

Result<std::vector<TierChange>> TieringStore::history()
{
    Statement select(*m_database, "SELECT account_id, at, by, as_of, policy_version, old_tier, new_tier, rule, reasons "
                                  "FROM tier_history ORDER BY id");
    return readAll<TierChange>(select, readChange);
}

Result<std::vector<TierChange>> TieringStore::history(AccountId account)
{
    Statement select(*m_database, "SELECT account_id, at, by, as_of, policy_version, old_tier, new_tier, rule, reasons "
                                  "FROM tier_history WHERE account_id = ?1 ORDER BY id");
    return readAll<TierChange>(select.bind(account.value), readChange);
}

Result<std::vector<StoredPin>> TieringStore::pins()
{
    Statement select(*m_database, "SELECT account_id, tier, until, reason, by, at FROM pin ORDER BY account_id");
    return readAll<StoredPin>(select, readPin);
}

Result<std::optional<StoredPin>> TieringStore::pin(AccountId account)
{
    Statement select(*m_database, "SELECT account_id, tier, until, reason, by, at FROM pin WHERE account_id = ?1");
    return readOne<StoredPin>(select.bind(account.value), readPin);
}

Outcome TieringStore::setPin(const StoredPin &pin)
{
    Statement upsert(*m_database, "INSERT INTO pin (account_id, tier, until, reason, by, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                                  "ON CONFLICT (account_id) DO UPDATE SET tier = excluded.tier, until = excluded.until, "
                                  "reason = excluded.reason, by = excluded.by, at = excluded.at");
    return upsert.bind(pin.account.value, pin.tier, pin.until, pin.reason, pin.by, pin.instant).run();
}

Result<bool> TieringStore::removePin(AccountId account)
{
    Statement remove(*m_database, "DELETE FROM pin WHERE account_id = ?1");
    if (const Outcome outcome = remove.bind(account.value).run(); !outcome)
        return outcome.error();
    return remove.changes() > 0;
}

Outcome TieringStore::saveScores(const ScoreRun &run, std::span<const StoredScore> rows)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    if (Outcome cleared = m_database->run("DELETE FROM score_chunk; DELETE FROM score_run"); !cleared)
        return cleared;
    Statement head(*m_database, "INSERT INTO score_run (id, as_of, revision, policy_version, icp_version, at, extra) "
                                "VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)");
    if (Outcome outcome = head.bind(run.asOf, run.revision, run.policyVersion, run.icpVersion, run.instant, run.extra).run(); !outcome)
        return outcome;
    std::vector<StoredScore> ordered;
    const auto byAccount = [](const StoredScore &x, const StoredScore &y) { return x.account < y.account; };
    if (!std::is_sorted(rows.begin(), rows.end(), byAccount)) {
        ordered.assign(rows.begin(), rows.end());
        std::sort(ordered.begin(), ordered.end(), byAccount);
        rows = ordered;
    }
    Statement insert(*m_database, "INSERT INTO score_chunk (number, content) VALUES (?1, ?2)");
    std::vector<std::uint8_t> content;
    for (std::size_t begin = 0; begin < rows.size(); begin += scoresPerChunk) {
        packScores(rows.subspan(begin, std::min(scoresPerChunk, rows.size() - begin)), content);
        if (Outcome outcome = insert.bind(static_cast<std::int64_t>(begin / scoresPerChunk)).bindBlob(2, content).run(); !outcome)
            return outcome;
    }
    return transaction->commit();
}

Result<std::optional<ScoreRun>> TieringStore::scoreRun()
{
    Statement select(*m_database, "SELECT as_of, revision, policy_version, icp_version, at, extra FROM score_run");
    return readOne<ScoreRun>(select, [](const Statement &row) {
        return ScoreRun{row.day(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), std::string(row.text(5))};
    });
}

Result<std::vector<StoredScore>> TieringStore::scores()
{
    std::vector<StoredScore> rows;
    Statement select(*m_database, "SELECT content FROM score_chunk ORDER BY number");
    const Outcome outcome = select.forEach([&](Statement &row) {
        return unpackScores(row.blob(0), rows)
                   ? Outcome(Done{})
                   : Outcome(Error{ErrorKind::damaged, DIMSUM_TEXT("The kept scores cannot be read. Run “dimsum retier” again.")});
    });
    if (!outcome)
        return outcome.error();
    return rows;
}

} // namespace dimsum
