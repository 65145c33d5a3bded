#include "store/order_store.h"

#include "store/order_ledger.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <algorithm>

namespace dimsum {

namespace {

LedgerOrder ledgerOrder(const StoredOrder &order)
{
    return {order.program, order.account, order.play, order.tier, order.campaign};
}

// What makes two requests with one id the same request.
std::string contentOf(const SlipRequest &request)
{
    std::string content = std::to_string(request.program.value);
    for (const OrderLine &line : request.lines)
        content += ' ' + line.play;
    return content;
}

Outcome appendEvent(Database &database, const OrderEvent &event)
{
    Statement append(database, "INSERT INTO order_event (order_id, seq, at, day, by, from_state, to_state, note, correction) "
                               "VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM order_event WHERE order_id = ?1), "
                               "?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    const std::optional<int> from = event.from ? std::optional<int>(static_cast<int>(*event.from)) : std::nullopt;
    return append.bind(event.order, event.instant, event.day, event.by, from, static_cast<int>(event.to), event.note,
                       static_cast<int>(event.correction))
        .run();
}

Outcome insertOrder(Database &database, const SlipRequest &request, const OrderLine &line)
{
    const bool approved = line.firstState == OrderState::approved;
    Statement insert(database,
                     "INSERT INTO task_order (id, number, slip_id, account_id, program_id, play, menu_version, tier, campaign, "
                     "state, price, currency, inputs, requested_at, requested_day, requested_by, approved_at, approved_day, "
                     "due_day, note, override_reason) VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM task_order), ?2, ?3, "
                     "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)");
    Outcome outcome = insert.bind(line.id, request.id, request.account.value, request.program.value, line.play,
                                  request.menuVersion, request.tier, request.campaign, static_cast<int>(line.firstState),
                                  line.price, request.currency, line.inputs, request.instant, request.day, request.by,
                                  approved ? std::optional<std::int64_t>(request.instant) : std::nullopt,
                                  approved ? request.day : unknownDay, line.due, line.note, request.overrideReason)
                          .run();
    if (!outcome)
        return outcome;
    return appendEvent(database, {.order = line.id, .instant = request.instant, .day = request.day, .by = request.by,
                                  .to = line.firstState, .note = request.overrideReason});
}

// One play of a slip: its place, its money, the order itself. What does not fit is the answer.
Result<std::optional<Hindrance>> placeLine(Database &database, const SlipRequest &request, const OrderLine &line)
{
    OrderLedger ledger(database);
    const bool override = !request.overrideReason.empty();
    const LedgerOrder order{request.program, request.account, line.play, request.tier, request.campaign};
    Result<std::optional<Hindrance>> hindrance = ledger.takePlace(order, override);
    if (!hindrance || *hindrance)
        return hindrance;
    const MoneyBucket bucket = bucketOf({line.firstState, std::nullopt});
    hindrance = ledger.moveMoney(order, MoneyBucket::none, Money{0}, bucket, line.price, override);
    if (!hindrance || *hindrance)
        return hindrance;
    if (const Outcome inserted = insertOrder(database, request, line); !inserted)
        return inserted.error();
    return std::optional<Hindrance>();
}

Outcome writeMove(Database &database, const StoredOrder &order)
{
    Statement update(database, "UPDATE task_order SET state = ?2, waiting_from = ?3, actual = ?4, approved_at = ?5, "
                               "approved_day = ?6, delivered_at = ?7, delivered_day = ?8, due_day = ?9, over_limit = ?10, version = ?11 "
                               "WHERE id = ?1");
    const std::optional<int> waitingFrom =
        order.standing.waitingFrom ? std::optional<int>(static_cast<int>(*order.standing.waitingFrom)) : std::nullopt;
    return update.bind(order.id, static_cast<int>(order.standing.state), waitingFrom, order.actual, order.approvedAt,
                       order.approvedDay, order.deliveredAt, order.deliveredDay, order.due, order.overLimit, order.version)
        .run();
}

// Everything a move changes in the order itself; the ledgers follow from the two standings.
Outcome applyMove(StoredOrder &order, const OrderMove &move)
{
    Result<OrderStanding> standing = moved(order.standing, move.to);
    if (!standing)
        return standing.error();
    if (needsReason(move.to) && move.note.empty())
        return Error{ErrorKind::invalid, DIMSUM_TEXT("Say why: a rejected order needs a reason."), {}, {}, 0, "reason"};
    order.standing = *standing;
    if (move.to == OrderState::approved && !order.approvedAt) {
        order.approvedAt = move.instant;
        order.approvedDay = move.day;
    }
    if (move.to == OrderState::delivered) {
        order.actual = move.actual.known() ? move.actual : order.price;
        order.deliveredAt = move.instant;
        order.deliveredDay = move.day;
    }
    if (move.due.known())
        order.due = move.due;
    order.overLimit = order.overLimit || move.override;
    return Done{};
}

Result<std::int64_t> lengthOfLog(Database &database, std::string_view order)
{
    Statement last(database, "SELECT coalesce(max(seq), 0) FROM order_event WHERE order_id = ?1");
    return firstInteger(last.bind(order));
}

StoredOrder withImage(StoredOrder order, const OrderImage &image)
{
    order.standing = image.standing;
    order.actual = image.actual;
    order.approvedAt = image.approvedAt;
    order.approvedDay = image.approvedDay;
    order.deliveredAt = image.deliveredAt;
    order.deliveredDay = image.deliveredDay;
    order.due = image.due;
    order.overLimit = image.overLimit;
    order.version = image.version;
    return order;
}

Money amountIn(MoneyBucket bucket, const StoredOrder &order)
{
    return bucket == MoneyBucket::none ? Money{0} : bucket == MoneyBucket::actual ? order.actual : order.price;
}

// Brings the ledgers, the order and its log from one standing to another. What does not fit is the answer.
Result<std::optional<Hindrance>> bring(Database &database, const StoredOrder &before, const StoredOrder &after,
                                       const OrderMove &move)
{
    OrderLedger ledger(database);
    const LedgerOrder ledgered = ledgerOrder(before);
    if (!takesPlace(before.standing.state) && takesPlace(after.standing.state)) {
        const auto hindrance = ledger.takePlace(ledgered, move.override);
        if (!hindrance || *hindrance)
            return hindrance;
    }
    const MoneyBucket from = bucketOf(before.standing);
    const MoneyBucket to = bucketOf(after.standing);
    if (from != to) {
        const auto hindrance = ledger.moveMoney(ledgered, from, amountIn(from, before), to, amountIn(to, after), move.override);
        if (!hindrance || *hindrance)
            return hindrance;
    }
    if (takesPlace(before.standing.state) && !takesPlace(after.standing.state)) {
        if (const Outcome freed = ledger.freePlace(ledgered); !freed)
            return freed.error();
    }
    if (const Outcome written = writeMove(database, after); !written)
        return written.error();
    const OrderEvent event{.order = before.id, .instant = move.instant, .day = move.day, .by = move.by,
                           .from = before.standing.state, .to = after.standing.state, .note = move.note,
                           .correction = move.correction};
    if (const Outcome logged = appendEvent(database, event); !logged)
        return logged.error();
    return std::optional<Hindrance>();
}

} // namespace

Outcome OrderStore::setMenu(ProgramId program, const Menu &menu)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const Result<std::vector<PlayUsage>> before = usage(program);
    if (!before)
        return before.error();
    Statement openOrders(*m_database, "SELECT count(*) FROM task_order WHERE program_id = ?1 AND play = ?2 AND state IN (0, 1, 3, 6)");
    for (const PlayUsage &known : *before) {
        if (menu.play(known.play))
            continue;
        const Result<std::int64_t> open = firstInteger(openOrders.bind(program.value, known.play));
        if (!open)
            return open.error();
        if (*open > 0)
            return Error{ErrorKind::refused, DIMSUM_TEXT("Play “%1” has open orders, so it cannot be dropped. Retire it instead (status “retired”)."),
                         {known.play}, {}, 0, "plays"};
    }
    Statement drop(*m_database, "UPDATE play_usage SET on_menu = 0 WHERE program_id = ?1 AND play = ?2");
    Statement everOrdered(*m_database, "SELECT count(*) FROM task_order WHERE program_id = ?1 AND play = ?2");
    for (const PlayUsage &known : *before) {
        if (!menu.play(known.play)) {
            if (Outcome dropped = drop.bind(program.value, known.play).run(); !dropped)
                return dropped;
        } else if (!known.onMenu) {
            const Result<std::int64_t> orders = firstInteger(everOrdered.bind(program.value, known.play));
            if (!orders)
                return orders.error();
            if (*orders > 0)
                return Error{ErrorKind::refused, DIMSUM_TEXT("The code “%1” belonged to a play that was ordered, and codes are never used again. Choose another code."),
                             {known.play}, {}, 0, "plays"};
        }
    }
    OrderLedger ledger(*m_database);
    for (const Play &play : menu.plays)
        if (Outcome set = ledger.setPlay(program, play); !set)
            return set;
    const Result<std::vector<StoredEnvelope>> envelopesBefore = envelopes(program);
    if (!envelopesBefore)
        return envelopesBefore.error();
    Statement remove(*m_database, "DELETE FROM envelope WHERE program_id = ?1 AND code = ?2");
    for (const StoredEnvelope &known : *envelopesBefore) {
        const bool stays = std::any_of(menu.envelopes.begin(), menu.envelopes.end(),
                                       [&](const Envelope &envelope) { return envelope.code == known.envelope.code; });
        if (!stays)
            if (Outcome removed = remove.bind(program.value, known.envelope.code).run(); !removed)
                return removed;
    }
    for (const Envelope &envelope : menu.envelopes)
        if (Outcome set = ledger.setEnvelope(program, envelope); !set)
            return set;
    return transaction->commit();
}

Result<PlacedSlip> OrderStore::place(const SlipRequest &request)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Statement known(*m_database, "SELECT account_id, content FROM slip WHERE id = ?1");
    const Result<bool> repeated = known.bind(request.id).next();
    if (!repeated)
        return repeated.error();
    PlacedSlip result;
    if (*repeated) {
        if (known.integer(0) != request.account.value || known.text(1) != contentOf(request))
            return Error{ErrorKind::conflict, DIMSUM_TEXT("The slip %1 was placed before with other plays or for another account. Use a new id."), {request.id}};
        known.reset();
        Result<std::vector<StoredOrder>> orders = ofSlip(request.id);
        if (!orders)
            return orders.error();
        result.placed = result.repeated = true;
        result.orders = std::move(*orders);
        return result;
    }
    Statement insert(*m_database, "INSERT INTO slip (id, account_id, requested_at, by, content) VALUES (?1, ?2, ?3, ?4, ?5)");
    if (const Outcome inserted = insert.bind(request.id, request.account.value, request.instant, request.by, contentOf(request)).run();
        !inserted)
        return inserted.error();
    for (const OrderLine &line : request.lines) {
        const Result<std::optional<Hindrance>> hindrance = placeLine(*m_database, request, line);
        if (!hindrance)
            return hindrance.error();
        if (*hindrance) {
            result.hindrance = **hindrance;
            result.play = line.play;
            return result; // the transaction goes with everything that was placed before
        }
    }
    Statement ticked(*m_database, "DELETE FROM draft_slip WHERE account_id = ?1");
    if (const Outcome cleared = ticked.bind(request.account.value).run(); !cleared)
        return cleared.error();
    Result<std::vector<StoredOrder>> orders = ofSlip(request.id);
    if (!orders)
        return orders.error();
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    result.placed = true;
    result.orders = std::move(*orders);
    return result;
}

Result<StoredOrder> OrderStore::move(const OrderMove &move)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const Result<std::optional<StoredOrder>> found = order(move.order);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::notFound, DIMSUM_TEXT("There is no order “%1”. Look at “dimsum orders” for their names."), {move.order}};
    const StoredOrder before = **found;
    StoredOrder after = before;
    if (const Outcome applied = applyMove(after, move); !applied)
        return applied.error();
    const Result<std::int64_t> length = lengthOfLog(*m_database, before.id);
    if (!length)
        return length.error();
    after.version = *length + 1;

    const auto hindrance = bring(*m_database, before, after, move);
    if (!hindrance)
        return hindrance.error();
    if (*hindrance)
        return Error{ErrorKind::refused, DIMSUM_TEXT("Envelope “%1” has no room for what this order cost. Raise its limit, or override with a reason."),
                     {(*hindrance)->envelope}, {}, 0, "actual"};
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return after;
}

OrderImage OrderStore::image(const StoredOrder &before, const StoredOrder &after)
{
    return {.order = before.id, .replaces = after.version, .version = before.version, .standing = before.standing,
            .actual = before.actual, .approvedAt = before.approvedAt, .approvedDay = before.approvedDay,
            .deliveredAt = before.deliveredAt, .deliveredDay = before.deliveredDay, .due = before.due,
            .overLimit = before.overLimit};
}

Result<OrderImage> OrderStore::putBack(const OrderImage &image, const OrderMove &who)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const Result<std::optional<StoredOrder>> found = order(image.order);
    if (!found)
        return found.error();
    if (!*found || (*found)->version != image.replaces)
        return Error{ErrorKind::conflict, DIMSUM_TEXT("Order %1 was moved on since, so this cannot be taken back or repeated. Nothing was changed."),
                     {*found ? std::to_string((*found)->number) : image.order}};
    const StoredOrder before = **found;
    const StoredOrder after = withImage(before, image);
    OrderMove correction = who;
    correction.override = after.overLimit || !after.overrideReason.empty(); // the reason given then still holds
    const auto hindrance = bring(*m_database, before, after, correction);
    if (!hindrance)
        return hindrance.error();
    if (*hindrance)
        return Error{ErrorKind::refused, DIMSUM_TEXT("Order %1 cannot be put back: its budget or its place has gone to other orders since. Nothing was changed."),
                     {std::to_string(before.number)}};
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return OrderStore::image(before, after);
}

Result<std::string> OrderStore::draft(AccountId account)
{
    Statement select(*m_database, "SELECT body FROM draft_slip WHERE account_id = ?1");
    const Result<bool> row = select.bind(account.value).next();
    if (!row)
        return row.error();
    return *row ? std::string(select.text(0)) : std::string();
}

Outcome OrderStore::setDraft(AccountId account, std::string_view body)
{
    if (body.empty()) {
        Statement remove(*m_database, "DELETE FROM draft_slip WHERE account_id = ?1");
        return remove.bind(account.value).run();
    }
    Statement upsert(*m_database, "INSERT INTO draft_slip (account_id, body) VALUES (?1, ?2) "
                                  "ON CONFLICT (account_id) DO UPDATE SET body = excluded.body");
    return upsert.bind(account.value, body).run();
}

Result<std::map<std::int64_t, std::string>> OrderStore::drafts()
{
    std::map<std::int64_t, std::string> drafts;
    Statement select(*m_database, "SELECT account_id, body FROM draft_slip");
    const Outcome outcome = select.forEach([&](Statement &row) { drafts.emplace(row.integer(0), row.text(1)); });
    if (!outcome)
        return outcome.error();
    return drafts;
}

} // namespace dimsum
