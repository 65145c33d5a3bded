// The queries of OrderStore; what changes orders is in order_store.cpp.
#include "store/order_store.h"

#include "store/statement.h"

#include <algorithm>

namespace dimsum {

namespace {

#define DIMSUM_ORDER_COLUMNS \
    "SELECT id, number, slip_id, account_id, program_id, play, menu_version, tier, campaign, state, waiting_from, price, " \
    "actual, currency, inputs, requested_at, requested_day, requested_by, approved_at, approved_day, delivered_at, " \
    "delivered_day, due_day, note, override_reason, over_limit, version FROM task_order "

#define DIMSUM_EVENT_COLUMNS \
    "SELECT e.order_id, e.seq, e.at, e.day, e.by, e.from_state, e.to_state, e.note, e.correction FROM order_event AS e "

StoredOrder readOrder(const Statement &row)
{
    StoredOrder order;
    order.id = row.text(0);
    order.number = row.integer(1);
    order.slip = row.text(2);
    order.account = AccountId{row.integer(3)};
    order.program = ProgramId{row.integer(4)};
    order.play = row.text(5);
    order.menuVersion = row.integer(6);
    order.tier = static_cast<int>(row.integer(7));
    order.campaign = row.text(8);
    order.standing.state = static_cast<OrderState>(row.integer(9));
    if (!row.isNull(10))
        order.standing.waitingFrom = static_cast<OrderState>(row.integer(10));
    order.price = row.money(11);
    order.actual = row.money(12);
    order.currency = row.text(13);
    order.inputs = row.text(14);
    order.requestedAt = row.integer(15);
    order.requestedDay = row.day(16);
    order.requestedBy = row.text(17);
    order.approvedAt = row.optionalInteger(18);
    order.approvedDay = row.day(19);
    order.deliveredAt = row.optionalInteger(20);
    order.deliveredDay = row.day(21);
    order.due = row.day(22);
    order.note = row.text(23);
    order.overrideReason = row.text(24);
    order.overLimit = row.integer(25) != 0;
    order.version = row.integer(26);
    return order;
}

OrderEvent readEvent(const Statement &row)
{
    OrderEvent event;
    event.order = row.text(0);
    event.sequence = row.integer(1);
    event.instant = row.integer(2);
    event.day = row.day(3);
    event.by = row.text(4);
    if (!row.isNull(5))
        event.from = static_cast<OrderState>(row.integer(5));
    event.to = static_cast<OrderState>(row.integer(6));
    event.note = row.text(7);
    event.correction = static_cast<Correction>(row.integer(8));
    return event;
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

} // namespace

Result<std::optional<StoredOrder>> OrderStore::order(std::string_view id)
{
    Statement select(*m_database, DIMSUM_ORDER_COLUMNS "WHERE id = ?1");
    const Result<bool> row = select.bind(id).next();
    if (!row)
        return row.error();
    return *row ? std::optional<StoredOrder>(readOrder(select)) : std::nullopt;
}

Result<StoredOrder> OrderStore::named(std::string_view word)
{
    // A number names an order before the beginning of an id does: people read numbers, programs whole ids. A number that no order
    // has names none, or a slip of the finger would move whatever order has an id that begins so; ids are told by eight characters.
    constexpr std::size_t groupOfId = 8;
    const bool number = word.size() < groupOfId && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    Statement select(*m_database, DIMSUM_ORDER_COLUMNS "WHERE id = ?1 OR CAST(number AS TEXT) = ?1");
    Result<std::vector<StoredOrder>> found = readAll<StoredOrder>(select.bind(word), readOrder);
    if (found && found->empty() && !number) { // an empty word is one, too
        Statement prefix(*m_database, DIMSUM_ORDER_COLUMNS "WHERE substr(id, 1, length(?1)) = ?1");
        found = readAll<StoredOrder>(prefix.bind(word), readOrder);
    }
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorKind::notFound, DIMSUM_TEXT("There is no order “%1”. Look at “dimsum orders” for their names."), {std::string(word)}};
    if (found->size() > 1)
        return Error{ErrorKind::invalid, DIMSUM_TEXT("Several orders begin with “%1”. Give more of the name."), {std::string(word)}};
    return std::move(found->front());
}

Result<std::vector<StoredOrder>> OrderStore::orders()
{
    Statement select(*m_database, DIMSUM_ORDER_COLUMNS "ORDER BY number");
    return readAll<StoredOrder>(select, readOrder);
}

Result<std::vector<StoredOrder>> OrderStore::ofSlip(std::string_view slip)
{
    Statement select(*m_database, DIMSUM_ORDER_COLUMNS "WHERE slip_id = ?1 ORDER BY number");
    return readAll<StoredOrder>(select.bind(slip), readOrder);
}

Result<std::vector<OrderEvent>> OrderStore::events(std::string_view order)
{
    Statement select(*m_database, DIMSUM_EVENT_COLUMNS "WHERE e.order_id = ?1 ORDER BY e.seq");
    return readAll<OrderEvent>(select.bind(order), readEvent);
}

Result<std::vector<OrderEvent>> OrderStore::events()
{
    Statement select(*m_database, DIMSUM_EVENT_COLUMNS "JOIN task_order AS o ON o.id = e.order_id ORDER BY o.number, e.seq");
    return readAll<OrderEvent>(select, readEvent);
}

Result<std::vector<StoredEnvelope>> OrderStore::envelopes(ProgramId program)
{
    Statement select(*m_database, "SELECT code, scope_kind, scope_tier, scope_name, money_limit, reserved, committed, actual, "
                                  "overdraft FROM envelope WHERE program_id = ?1 ORDER BY code");
    return readAll<StoredEnvelope>(select.bind(program.value), [&](const Statement &row) {
        StoredEnvelope envelope;
        envelope.program = program;
        envelope.envelope.code = row.text(0);
        envelope.envelope.scope.kind = static_cast<EnvelopeScope::Kind>(row.integer(1));
        envelope.envelope.scope.tier = static_cast<int>(row.integer(2));
        envelope.envelope.scope.name = row.text(3);
        envelope.envelope.limit = row.money(4);
        envelope.usage = {row.money(5), row.money(6), row.money(7)};
        envelope.overdraft = row.money(8);
        return envelope;
    });
}

Result<std::vector<PlayUsage>> OrderStore::usage(ProgramId program)
{
    Statement select(*m_database, "SELECT play, capacity, per_account, used, on_menu FROM play_usage WHERE program_id = ?1 ORDER BY play");
    return readAll<PlayUsage>(select.bind(program.value), [](const Statement &row) {
        return PlayUsage{std::string(row.text(0)), row.optionalInteger(1), row.optionalInteger(2), row.integer(3),
                         row.integer(4) != 0};
    });
}

Result<std::map<std::string, int, std::less<>>> OrderStore::orderedBy(ProgramId program, AccountId account)
{
    std::map<std::string, int, std::less<>> counts;
    Statement select(*m_database, "SELECT play, count(*) FROM task_order WHERE account_id = ?1 AND program_id = ?2 "
                                  "AND state NOT IN (2, 5) GROUP BY play");
    const Outcome outcome = select.bind(account.value, program.value).forEach([&](Statement &row) {
        counts.emplace(row.text(0), static_cast<int>(row.integer(1)));
    });
    if (!outcome)
        return outcome.error();
    return counts;
}

} // namespace dimsum
