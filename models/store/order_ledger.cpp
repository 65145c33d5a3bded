#include "store/order_ledger.h"

#include "store/statement.h"

#include <algorithm>
#include <array>
#include <vector>

namespace dimsum {

namespace {

struct Account {
    std::int64_t id = 0;
    std::string code;
    Money limit, overdraft, reserved, committed, actual;

    Money used() const { return reserved + committed + actual; }
};

// The envelopes that cover an order, in the order of their ids: everybody takes them in the same order.
constexpr std::string_view coveringEnvelopes =
    "SELECT id, code, money_limit, overdraft, reserved, committed, actual FROM envelope WHERE program_id = ?1 AND "
    "((scope_kind = 0 AND scope_tier = ?2) OR (scope_kind = 1 AND scope_name = ?3 AND ?3 <> '') "
    "OR (scope_kind = 2 AND scope_name = ?4)) ORDER BY id";

Result<std::vector<Account>> covering(Database &database, const LedgerOrder &order)
{
    std::vector<Account> accounts;
    Statement select(database, coveringEnvelopes);
    const Outcome outcome = select.bind(order.program.value, order.tier, order.campaign, order.play).forEach([&](Statement &row) {
        accounts.push_back({row.integer(0), std::string(row.text(1)), row.money(2), row.money(3), row.money(4), row.money(5),
                            row.money(6)});
    });
    if (!outcome)
        return outcome.error();
    return accounts;
}

std::int64_t inBucket(MoneyBucket bucket, MoneyBucket asked, Money amount)
{
    return bucket == asked && bucket != MoneyBucket::none ? amount.minor : 0;
}

} // namespace

Result<std::optional<Hindrance>> OrderLedger::takePlace(const LedgerOrder &order, bool override)
{
    Statement limits(*m_database, "SELECT capacity, per_account, used FROM play_usage WHERE program_id = ?1 AND play = ?2 AND on_menu = 1");
    const Result<bool> found = limits.bind(order.program.value, order.play).next();
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::notFound, DIMSUM_TEXT("The menu has no play “%1”. Look at “dimsum menu show” for its plays."), {order.play}};
    const std::optional<std::int64_t> capacity = limits.optionalInteger(0);
    const std::optional<std::int64_t> perAccount = limits.optionalInteger(1);
    const std::int64_t taken = limits.integer(2);
    limits.reset();

    if (perAccount && !override) {
        Statement mine(*m_database, "SELECT count(*) FROM task_order WHERE account_id = ?1 AND play = ?2 AND program_id = ?3 "
                                    "AND state NOT IN (2, 5)");
        const Result<std::int64_t> ordered = firstInteger(mine.bind(order.account.value, order.play, order.program.value));
        if (!ordered)
            return ordered.error();
        if (*ordered >= *perAccount)
            return std::optional<Hindrance>({.reason = SlipReason::accountLimit, .used = *ordered, .limit = *perAccount});
    }
    // The condition stands in the UPDATE, so that nobody can come between the look and the leap.
    Statement take(*m_database, "UPDATE play_usage SET used = used + 1, "
                                "overbooked = max(overbooked, used + 1 - coalesce(capacity, used + 1)) "
                                "WHERE program_id = ?1 AND play = ?2 AND (?3 OR capacity IS NULL OR used < capacity)");
    if (const Outcome outcome = take.bind(order.program.value, order.play, override).run(); !outcome)
        return outcome.error();
    if (take.changes() == 0)
        return std::optional<Hindrance>({.reason = SlipReason::soldOut, .used = taken, .limit = capacity.value_or(0)});
    return std::optional<Hindrance>();
}

Outcome OrderLedger::freePlace(const LedgerOrder &order)
{
    // An allowance beyond the capacity ends with the need for it.
    Statement free(*m_database, "UPDATE play_usage SET used = used - 1, "
                                "overbooked = max(0, min(overbooked, used - 1 - coalesce(capacity, used))) "
                                "WHERE program_id = ?1 AND play = ?2");
    return free.bind(order.program.value, order.play).run();
}

Result<std::optional<Hindrance>> OrderLedger::moveMoney(const LedgerOrder &order, MoneyBucket from, Money fromAmount,
                                                        MoneyBucket to, Money toAmount, bool override)
{
    const Result<std::vector<Account>> accounts = covering(*m_database, order);
    if (!accounts)
        return accounts.error();
    std::array<std::int64_t, 3> change{};
    const std::array buckets{MoneyBucket::reserved, MoneyBucket::committed, MoneyBucket::actual};
    std::int64_t growth = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        change[i] = inBucket(to, buckets[i], toAmount) - inBucket(from, buckets[i], fromAmount);
        growth += change[i];
    }
    // growth > 0 must fit, or be overridden: then the overdraft grows by exactly what is missing. growth < 0 gives an
    // overdraft back that is no longer needed.
    Statement post(*m_database,
                   "UPDATE envelope SET reserved = reserved + ?2, committed = committed + ?3, actual = actual + ?4, "
                   "overdraft = CASE WHEN ?5 > 0 "
                   "THEN max(overdraft, reserved + committed + actual + ?5 - money_limit) "
                   "ELSE max(0, min(overdraft, reserved + committed + actual + ?5 - money_limit)) END "
                   "WHERE id = ?1 AND (?6 OR ?5 <= 0 OR reserved + committed + actual + ?5 <= money_limit)");
    for (const Account &account : *accounts) {
        if (const Outcome outcome = post.bind(account.id, change[0], change[1], change[2], growth, override).run(); !outcome)
            return outcome.error();
        if (post.changes() == 0)
            return std::optional<Hindrance>({.reason = SlipReason::envelopeEmpty,
                                             .left = std::max(Money{0}, account.limit - account.used()),
                                             .envelope = account.code});
    }
    return std::optional<Hindrance>();
}

Outcome OrderLedger::setEnvelope(ProgramId program, const Envelope &envelope)
{
    const int kind = static_cast<int>(envelope.scope.kind);
    // What the orders of the program hold of this scope, whether the envelope is new or known.
    Statement held(*m_database,
                   "SELECT coalesce(sum(CASE WHEN coalesce(waiting_from, state) = 0 THEN price END), 0), "
                   "coalesce(sum(CASE WHEN coalesce(waiting_from, state) IN (1, 3) THEN price END), 0), "
                   "coalesce(sum(CASE WHEN state = 4 THEN actual END), 0) FROM task_order WHERE program_id = ?1 AND "
                   "((?2 = 0 AND tier = ?3) OR (?2 = 1 AND campaign = ?4 AND ?4 <> '') OR (?2 = 2 AND play = ?4))");
    const Result<bool> row = held.bind(program.value, kind, envelope.scope.tier, envelope.scope.name).next();
    if (!row)
        return row.error();
    const Money reserved = held.money(0);
    const Money committed = held.money(1);
    const Money actual = held.money(2);
    const Money used = reserved + committed + actual;
    held.reset();

    Statement before(*m_database, "SELECT money_limit FROM envelope WHERE program_id = ?1 AND code = ?2 AND scope_kind = ?3 "
                                  "AND scope_tier = ?4 AND scope_name = ?5");
    const Result<bool> known = before.bind(program.value, envelope.code, kind, envelope.scope.tier, envelope.scope.name).next();
    if (!known)
        return known.error();
    // Over its limit by an override it may stay as it is; it may not be lowered, and a new one may not begin that way.
    const bool kept = *known && before.money(0) <= envelope.limit;
    before.reset();
    if (used > envelope.limit && !kept)
        return Error{ErrorKind::refused,
                     DIMSUM_TEXT("Envelope “%1” has spent or promised more than this limit. Raise the limit, or cancel orders first."),
                     {envelope.code}, {}, 0, "limit"};
    const Money overdraft = std::max(Money{0}, used - envelope.limit);
    Statement put(*m_database,
                  "INSERT INTO envelope (program_id, code, scope_kind, scope_tier, scope_name, money_limit, overdraft, reserved, "
                  "committed, actual) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
                  "ON CONFLICT (program_id, code) DO UPDATE SET scope_kind = excluded.scope_kind, "
                  "scope_tier = excluded.scope_tier, scope_name = excluded.scope_name, money_limit = excluded.money_limit, "
                  "overdraft = excluded.overdraft, reserved = excluded.reserved, committed = excluded.committed, "
                  "actual = excluded.actual");
    return put.bind(program.value, envelope.code, kind, envelope.scope.tier, envelope.scope.name, envelope.limit, overdraft,
                    reserved, committed, actual)
        .run();
}

Outcome OrderLedger::setPlay(ProgramId program, const Play &play)
{
    Statement before(*m_database, "SELECT capacity, used, on_menu FROM play_usage WHERE program_id = ?1 AND play = ?2");
    const Result<bool> known = before.bind(program.value, play.code).next();
    if (!known)
        return known.error();
    const std::int64_t used = *known ? before.integer(1) : 0;
    const bool same = *known && (before.isNull(0) ? !play.capacity : play.capacity && before.integer(0) <= *play.capacity);
    before.reset();
    if (play.capacity && used > *play.capacity && !same)
        return Error{ErrorKind::refused,
                     DIMSUM_TEXT("Play “%1” is ordered %2 times already, more than this capacity. Raise the capacity, or cancel orders first."),
                     {play.code, std::to_string(used)}, {}, 0, "capacity"};
    const std::int64_t overbooked = play.capacity ? std::max<std::int64_t>(0, used - *play.capacity) : 0;
    Statement put(*m_database,
                  "INSERT INTO play_usage (program_id, play, capacity, per_account, used, overbooked, on_menu) "
                  "VALUES (?1, ?2, ?3, ?4, 0, 0, 1) ON CONFLICT (program_id, play) DO UPDATE SET capacity = excluded.capacity, "
                  "per_account = excluded.per_account, overbooked = ?5, on_menu = 1");
    return put.bind(program.value, play.code, play.capacity, play.perAccount, overbooked).run();
}

} // namespace dimsum
