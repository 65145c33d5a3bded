#include "service/undo_service.h"

#include "service/recorded_change.h"
#include "service/slip_inputs.h"
#include "store/import_store.h"
#include "store/order_store.h"
#include "store/transaction.h"
#include "store/undo_store.h"

#include <algorithm>

namespace dimsum {

namespace {

UndoStep stepOf(const std::optional<UndoEntry> &entry)
{
    if (!entry)
        return {};
    return {.action = entry->action, .argument = entry->argument, .instant = entry->instant, .by = entry->by};
}

// What the slip of these orders would be as a draft.
Result<DraftSlip> draftOf(OrderStore &store, const std::vector<OrderImage> &images)
{
    DraftSlip draft;
    for (const OrderImage &image : images) {
        const auto order = store.order(image.order);
        if (!order)
            return order.error();
        if (!*order)
            continue;
        draft.lines.push_back({.play = (*order)->play, .inputs = parseInputs((*order)->inputs)});
        draft.note = (*order)->note;
    }
    return draft;
}

bool samePlays(const DraftSlip &one, const DraftSlip &other)
{
    return std::equal(one.lines.begin(), one.lines.end(), other.lines.begin(), other.lines.end(),
                      [](const SlipLine &a, const SlipLine &b) { return a.play == b.play; });
}

// A slip that is no order any more is a draft again; one that is an order again is no draft.
Outcome settleDraft(Workspace &workspace, UndoId id)
{
    const auto images = UndoStore(workspace.database()).orders(id);
    if (!images)
        return images.error();
    if (images->empty())
        return Done{};
    OrderStore store(workspace.database());
    const auto first = store.order(images->front().order);
    if (!first)
        return first.error();
    const AccountId account = (*first)->account;
    const auto draft = draftOf(store, *images);
    if (!draft)
        return draft.error();
    const auto kept = store.draft(account);
    if (!kept)
        return kept.error();
    if ((*first)->standing.state == OrderState::cancelled)
        return kept->empty() ? store.setDraft(account, draftText(*draft)) : Outcome(Done{});
    return samePlays(parseDraft(*kept), *draft) ? store.setDraft(account, {}) : Outcome(Done{});
}

Outcome takeBackImport(Workspace &workspace, const UndoEntry &entry, const UndoAuthor &author)
{
    if (Outcome undone = ImportStore(workspace.database()).undo(entry.import, author.instant, author.by); !undone)
        return undone;
    return UndoStore(workspace.database()).forget(entry.id);
}

enum class Direction { undo, redo };

Outcome carryOut(Workspace &workspace, const UndoEntry &entry, Direction direction, const std::string &by)
{
    if (by.empty())
        return Error{.kind = ErrorKind::usage,
                     .sentence = DIMSUM_TEXT("Say who takes this back or repeats it: the audit trail keeps the name."),
                     .field = "by"};
    const UndoAuthor author{.by = by, .instant = workspace.now(), .day = workspace.today()};
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    UndoStore store(workspace.database());
    Outcome done = entry.import.valid()           ? takeBackImport(workspace, entry, author)
                   : direction == Direction::undo ? store.undo(author)
                                                  : store.redo(author);
    if (!done)
        return done;
    if (entry.action == undoAction::placeSlip || entry.action == undoAction::takeBackSlip) {
        if (Outcome settled = settleDraft(workspace, entry.id); !settled)
            return settled;
    }
    return transaction->commit();
}

// Stops a long statement when the person does.
class Watched
{
public:
    Watched(Database &database, const Progress &progress) : m_database(database) { m_database.watch(&progress); }
    ~Watched() { m_database.watch(nullptr); }

private:
    Database &m_database;
};

} // namespace

Result<UndoState> undoState(Workspace &workspace)
{
    UndoStore store(workspace.database());
    const auto undoEntry = store.nextUndo();
    if (!undoEntry)
        return undoEntry.error();
    const auto redoEntry = store.nextRedo();
    if (!redoEntry)
        return redoEntry.error();
    return UndoState{.undo = stepOf(*undoEntry), .redo = stepOf(*redoEntry)};
}

Result<UndoStep> undo(Workspace &workspace, const std::string &by, const Progress &progress)
{
    const Watched watched(workspace.database(), progress);
    const auto entry = UndoStore(workspace.database()).nextUndo();
    if (!entry)
        return entry.error();
    if (!*entry)
        return Error{.kind = ErrorKind::notFound, .sentence = DIMSUM_TEXT("There is nothing to undo.")};
    if (const Outcome undone = carryOut(workspace, **entry, Direction::undo, by); !undone)
        return undone.error();
    return stepOf(*entry);
}

Result<UndoStep> redo(Workspace &workspace, const std::string &by, const Progress &progress)
{
    const Watched watched(workspace.database(), progress);
    const auto entry = UndoStore(workspace.database()).nextRedo();
    if (!entry)
        return entry.error();
    if (!*entry)
        return Error{.kind = ErrorKind::notFound, .sentence = DIMSUM_TEXT("There is nothing to redo.")};
    if (const Outcome done = carryOut(workspace, **entry, Direction::redo, by); !done)
        return done.error();
    return stepOf(*entry);
}

} // namespace dimsum
