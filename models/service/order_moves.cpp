#include "service/order_moves.h"

#include "domain/rejection.h"
#include "service/menu_program.h"
#include "service/order_rows.h"
#include "store/order_store.h"
#include "store/transaction.h"
#include "store/undo_store.h"

#include <algorithm>

namespace dimsum {

namespace {

Outcome checkMove(const MoveRequest &request)
{
    if (request.by.empty())
        return Error{.kind = ErrorKind::usage,
                     .sentence = DIMSUM_TEXT("Say who moves the order: the audit trail keeps the name."),
                     .field = "by"};
    if (needsReason(request.to) && request.reason.empty())
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("Say why: a rejected order needs a reason."),
                     .field = "reason"};
    if (!request.actual)
        return Done{};
    if (request.to != OrderState::delivered)
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("What an order really cost is told when it is delivered, not before."),
                     .field = "actual"};
    if (!request.actual->known() || request.actual->minor < 0)
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("A cost is zero or more."),
                     .field = "actual"};
    return Done{};
}

// An alternative that is named must be one that the rep can order: one of the play's cheaper ones, on the menu of the tier.
Outcome checkAlternative(Workspace &workspace, const StoredOrder &order, const MoveRequest &request)
{
    const std::string alternative = request.to == OrderState::rejected ? parseRejection(request.reason).alternative : std::string();
    if (alternative.empty())
        return Done{};
    const auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    const auto allowed = cheaperPlays(*menu->menu, order.play, order.tier);
    if (std::any_of(allowed.begin(), allowed.end(), [&](const Play *play) { return play->code == alternative; }))
        return Done{};
    return Error{.kind = ErrorKind::invalid,
                 .sentence = DIMSUM_TEXT("“%1” is no cheaper alternative to “%2” that Tier %3 may order."),
                 .arguments = {alternative, order.play, std::to_string(order.tier)},
                 .field = "reason"};
}

Result<OrderMove> storeMove(const Workspace &workspace, OrderRows &rows, const StoredOrder &order, const MoveRequest &request)
{
    OrderMove move;
    move.order = order.id;
    move.to = request.to;
    move.instant = workspace.now();
    move.day = workspace.today();
    move.by = request.by;
    move.note = request.overrideReason.empty() || !request.reason.empty() ? request.reason : request.overrideReason;
    move.actual = request.actual.value_or(unknownMoney);
    move.override = !request.overrideReason.empty();
    const auto due = rows.dueAfter(order, request.to);
    if (!due)
        return due.error();
    move.due = *due;
    return move;
}

} // namespace

Result<std::vector<OrderRow>> moveTogether(Workspace &workspace, std::span<const MoveRequest> requests, ChangeLabel label)
{
    for (const MoveRequest &request : requests) {
        if (const Outcome right = checkMove(request); !right)
            return right.error();
    }
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    OrderStore store(workspace.database());
    OrderRows rows(workspace);
    std::vector<OrderImage> images;
    std::vector<OrderRow> found;
    for (const MoveRequest &request : requests) {
        const auto order = store.named(request.order);
        if (!order)
            return order.error();
        if (const Outcome right = checkAlternative(workspace, *order, request); !right)
            return right.error();
        const auto move = storeMove(workspace, rows, *order, request);
        if (!move)
            return move.error();
        const auto moved = store.move(*move);
        if (!moved)
            return moved.error();
        images.push_back(OrderStore::image(*order, *moved));
        auto row = rows.row(*moved);
        if (!row)
            return row.error();
        found.push_back(std::move(*row));
    }
    if (label.action == undoAction::moveOrder)
        label.argument = std::to_string(found.front().number);
    if (const Outcome remembered = UndoStore(workspace.database())
                                       .rememberOrders({.id = {},
                                                        .action = std::move(label.action),
                                                        .argument = std::move(label.argument),
                                                        .instant = workspace.now(),
                                                        .by = std::move(label.by),
                                                        .import = {}},
                                                       images);
        !remembered)
        return remembered.error();
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return found;
}

} // namespace dimsum
