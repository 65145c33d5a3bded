#include "service/ordering_service.h"

#include "service/account_lookup.h"
#include "service/menu_program.h"
#include "service/order_moves.h"
#include "service/order_rows.h"
#include "service/recorded_change.h"
#include "service/slip_inputs.h"
#include "service/slip_setting.h"
#include "store/account_store.h"
#include "store/contact_store.h"
#include "store/order_store.h"
#include "store/transaction.h"
#include "store/undo_store.h"

#include <QUuid>

#include <algorithm>
#include <set>

namespace dimsum {

namespace {

Result<QUuid> slipId(const std::string &text)
{
    if (text.empty())
        return QUuid::createUuid();
    const QUuid id = text.size() == 36 ? QUuid::fromString(QString::fromStdString(text)) : QUuid();
    if (id.isNull())
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("“%1” is no UUID. Leave the id out to have one made."),
                     .arguments = {text},
                     .field = "id"};
    return id;
}

std::string uuidText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces).toStdString();
}

// The first order carries the id of its slip, so that the id a client sent finds its order again; the others follow
// from it, so that sending the slip again names the same orders.
std::string orderId(const QUuid &slip, std::size_t at)
{
    return at == 0 ? uuidText(slip) : uuidText(QUuid::createUuidV5(slip, QString::number(at)));
}

// The inputs of each line: its own, and the common ones that its play asks for.
Result<std::vector<std::map<std::string, std::string>>> inputsPerLine(const OrderRequest &request, const Menu &menu)
{
    const auto asks = [](const Play *play, const std::string &name) {
        return !play || std::find(play->inputs.begin(), play->inputs.end(), name) != play->inputs.end();
    };
    const auto noSuchInput = [](const std::string &name) {
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("No play of this order asks for “%1”."),
                     .arguments = {name},
                     .field = "input"};
    };
    std::vector<std::map<std::string, std::string>> inputs;
    for (const SlipLine &line : request.lines) {
        const Play *play = menu.play(line.play);
        for (const auto &[name, value] : line.inputs) {
            if (!asks(play, name))
                return noSuchInput(name);
        }
        inputs.push_back(line.inputs);
    }
    for (const auto &[name, value] : request.inputs) {
        bool taken = false;
        for (std::size_t at = 0; at < request.lines.size(); ++at) {
            if (!asks(menu.play(request.lines[at].play), name))
                continue;
            inputs[at].emplace(name, value);
            taken = true;
        }
        if (!taken)
            return noSuchInput(name);
    }
    return inputs;
}

SlipAnswer refusal(const Hindrance &hindrance, const std::string &play, const Menu &menu, const Currency &currency)
{
    const Play *known = menu.play(play);
    return {.placed = false,
            .orders = {},
            .play = play,
            .hindrance = hindrance,
            .reason = std::string(slipReasonName(hindrance.reason)),
            .error = hindranceError(hindrance, known ? known->name : play, currency)};
}

// Limits may be exceeded on purpose; who may order what may not.
bool overridable(SlipReason reason)
{
    return reason == SlipReason::soldOut || reason == SlipReason::accountLimit || reason == SlipReason::envelopeEmpty;
}

std::optional<SlipAnswer> firstRefusal(const SlipCheck &check, bool override, const Menu &menu,
                                       const Currency &currency)
{
    for (const SlipCheck::Obstacle &obstacle : check.obstacles) {
        const SlipReason reason = obstacle.hindrance.reason;
        if (isInvariant(reason) && !(override && overridable(reason)))
            return refusal(obstacle.hindrance, obstacle.play, menu, currency);
    }
    return std::nullopt;
}

SlipRequest storeRequest(const Workspace &workspace, const OrderRequest &request, const QUuid &id,
                         const MenuInForce &menu, const SlipSetting &setting, AccountId account,
                         const std::vector<std::map<std::string, std::string>> &inputs)
{
    SlipRequest slip;
    slip.id = uuidText(id);
    slip.account = account;
    slip.program = menu.program.id;
    slip.menuVersion = menu.version;
    slip.tier = setting.tier;
    slip.campaign = request.campaign;
    slip.currency = workspace.currency().code;
    slip.instant = workspace.now();
    slip.day = setting.today;
    slip.by = request.by;
    slip.overrideReason = request.overrideReason;
    const Workdays workdays(menu.menu->program.holidays);
    for (std::size_t at = 0; at < request.lines.size(); ++at) {
        const Play *play = menu.menu->play(request.lines[at].play);
        OrderLine line;
        line.id = orderId(id, at);
        line.play = request.lines[at].play;
        if (play) {
            line.price = priceOf(*play);
            line.firstState = firstStateOf(*play);
            if (line.firstState == OrderState::approved)
                line.due = earliestDelivery(setting.today, play->leadDays, workdays);
        }
        line.note = request.note;
        line.inputs = inputsText(inputs[at]);
        slip.lines.push_back(std::move(line));
    }
    return slip;
}

SlipAnswer answerOf(const PlacedSlip &placed)
{
    SlipAnswer answer{.placed = true};
    for (const StoredOrder &order : placed.orders)
        answer.orders.push_back({order.id, order.play, order.standing.state, order.price, order.due});
    return answer;
}

std::optional<Error> wrongCall(const OrderRequest &request)
{
    if (request.by.empty())
        return Error{.kind = ErrorKind::usage,
                     .sentence = DIMSUM_TEXT("Say who orders: the audit trail keeps the name."),
                     .field = "by"};
    if (request.lines.empty())
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("No play was chosen. Name at least one of the menu."),
                     .field = "play"};
    return std::nullopt;
}

// What the counter-move of undo cancels.
void addImages(const PlacedSlip &placed, std::vector<OrderImage> &images)
{
    for (const StoredOrder &order : placed.orders) {
        StoredOrder before = order;
        before.version = 0; // it was not there
        before.standing = {OrderState::cancelled, std::nullopt};
        images.push_back(OrderStore::image(before, order));
    }
}

Outcome rememberPlaced(Workspace &workspace, AccountId account, const std::vector<OrderImage> &images, const std::string &by)
{
    const auto row = AccountStore(workspace.database()).row(account);
    if (!row)
        return row.error();
    return UndoStore(workspace.database())
        .rememberOrders({.id = {},
                         .action = std::string(undoAction::placeSlip),
                         .argument = *row ? (*row)->domain : std::string(),
                         .instant = workspace.now(),
                         .by = by,
                         .import = {}},
                        images);
}

// Adds to `images` what it placed; nothing where the slip was there already.
Result<SlipAnswer> placeInTransaction(Workspace &workspace, const OrderRequest &request, const QUuid &id,
                                      AccountId account, std::vector<OrderImage> &images)
{
    OrderStore store(workspace.database());
    const auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    auto setting = slipSetting(workspace, *menu, account);
    if (!setting)
        return setting.error();
    setting->campaign = request.campaign;

    // What was placed before is not checked again: it may well have taken the last place itself.
    const auto before = store.ofSlip(uuidText(id));
    if (!before)
        return before.error();
    const auto inputs = inputsPerLine(request, *menu->menu);
    if (before->empty()) {
        if (menu->program.state == ProgramState::closed)
            return SlipAnswer{.placed = false,
                              .orders = {},
                              .play = request.lines.front().play,
                              .hindrance = {},
                              .reason = "program closed",
                              .error = {.kind = ErrorKind::refused,
                                        .sentence = DIMSUM_TEXT("The program “%1” is closed. Set the menu of the next "
                                                                "program before ordering."),
                                        .arguments = {menu->program.name}}};
        std::vector<std::string> plays;
        for (const SlipLine &line : request.lines)
            plays.push_back(line.play);
        const SlipCheck check = checkSlip(*setting, plays);
        if (auto refused = firstRefusal(check, !request.overrideReason.empty(), *menu->menu, workspace.currency()))
            return *refused;
        if (!inputs)
            return inputs.error();
    }
    const std::vector<std::map<std::string, std::string>> none(request.lines.size());
    const auto placed =
        store.place(storeRequest(workspace, request, id, *menu, *setting, account, inputs.ok() ? *inputs : none));
    if (!placed)
        return placed.error();
    if (!placed->placed)
        return refusal(placed->hindrance, placed->play, *menu->menu, workspace.currency());
    if (!placed->repeated)
        addImages(*placed, images);
    return answerOf(*placed);
}

} // namespace

Result<SlipAnswer> placeSlip(Workspace &workspace, OrderRequest request)
{
    if (const auto wrong = wrongCall(request))
        return *wrong;
    const auto id = slipId(request.id);
    if (!id)
        return id.error();
    const auto account = accountNamed(workspace, request.account);
    if (!account)
        return account.error();
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    std::vector<OrderImage> images;
    auto answer = placeInTransaction(workspace, request, *id, *account, images);
    if (!answer || !answer->placed)
        return answer;
    if (!images.empty()) {
        if (const Outcome remembered = rememberPlaced(workspace, *account, images, request.by); !remembered)
            return remembered.error();
    }
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return answer;
}

namespace {

// Whom an input "contact" of many accounts means: somebody in a role that the play reaches, else anybody who may be
// written to; by e-mail. Empty: the account has nobody.
Result<std::string> contactFor(Workspace &workspace, AccountId account, const Play &play)
{
    const auto people = ContactStore(workspace.database()).ofAccount(account);
    if (!people)
        return people.error();
    const StoredContact *found = nullptr;
    for (const StoredContact &person : *people) {
        if (person.optOut.value_or(false) || person.stub)
            continue;
        const bool inRole = std::find(play.roles.begin(), play.roles.end(), person.buyingRole) != play.roles.end();
        if (inRole)
            return person.email;
        found = found ? found : &person;
    }
    return found ? found->email : std::string();
}

// One account of many: the plays that fit become its slip, the others are told.
Outcome orderForOne(Workspace &workspace, const BulkRequest &request, const QUuid &bulk, AccountId account, std::vector<OrderImage> &images, BulkAnswer &answer)
{
    const auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    auto setting = slipSetting(workspace, *menu, account);
    if (!setting)
        return setting.error();
    setting->campaign = request.campaign;
    OrderRequest slip{.account = {}, .lines = {}, .inputs = {}, .by = request.by, .note = request.note, .campaign = request.campaign, .id = {}, .overrideReason = {}};
    std::vector<std::string> plays;
    for (const std::string &code : request.plays) {
        const Play *play = menu->menu->play(code);
        BulkLine line{.account = account, .tier = setting->tier, .play = code, .price = {}, .ready = unknownDay, .inputs = {}, .hindrance = {}, .error = {}};
        plays.push_back(code);
        const SlipCheck check = checkSlip(*setting, plays);
        const auto obstacle = std::find_if(check.obstacles.begin(), check.obstacles.end(), [&](const SlipCheck::Obstacle &candidate) {
            // Late deliveries would not be ticked by hand either.
            return candidate.play == code && (isInvariant(candidate.hindrance.reason) || candidate.hindrance.reason == SlipReason::readyTooLate || candidate.hindrance.reason == SlipReason::outsideProgram);
        });
        if (!play || obstacle != check.obstacles.end()) {
            plays.pop_back();
            line.hindrance = obstacle == check.obstacles.end() ? Hindrance{} : obstacle->hindrance;
            line.error = hindranceError(*line.hindrance, play ? play->name : code, workspace.currency());
            answer.misfits.push_back(std::move(line));
            continue;
        }
        for (const std::string &input : play->inputs) {
            if (const auto given = request.inputs.find(input); given != request.inputs.end() && !given->second.empty()) {
                line.inputs.emplace(input, given->second);
            } else if (input == "contact") {
                auto contact = contactFor(workspace, account, *play);
                if (!contact)
                    return contact.error();
                if (!contact->empty())
                    line.inputs.emplace(input, std::move(*contact));
            }
        }
        line.price = priceOf(*play);
        line.ready = earliestDelivery(setting->today, play->leadDays, Workdays(menu->menu->program.holidays));
        line.approval = needsApproval(*play);
        slip.lines.push_back({code, line.inputs});
        answer.fits.push_back(std::move(line));
    }
    if (slip.lines.empty())
        return Done{};
    OrderStore store(workspace.database());
    const auto draft = store.draft(account); // of a slip of its own, which has nothing to do with this
    if (!draft)
        return draft.error();
    const auto placed = placeInTransaction(workspace, slip, QUuid::createUuidV5(bulk, QString::number(account.value)), account, images);
    if (!placed)
        return placed.error();
    if (!placed->placed)
        return placed->error; // somebody else took the place between check and order; nothing of the whole is kept
    for (const PlacedOrder &order : placed->orders)
        answer.orders.push_back(order);
    return draft->empty() ? Outcome(Done{}) : store.setDraft(account, *draft);
}

} // namespace

Result<BulkAnswer> orderForMany(Workspace &workspace, const BulkRequest &request, bool place, const Progress &progress)
{
    if (request.by.empty())
        return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("Say who orders: the audit trail keeps the name."), .field = "by"};
    const auto bulk = slipId(request.id);
    if (!bulk)
        return bulk.error();
    // Tried out in the transaction that would place them, so that the accounts share envelopes and places as they would.
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    BulkAnswer answer;
    std::vector<OrderImage> images;
    for (std::size_t at = 0; at < request.accounts.size(); ++at) {
        if (progress.cancelled())
            return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was ordered.")};
        progress.at(static_cast<std::int64_t>(at), static_cast<std::int64_t>(request.accounts.size()));
        if (const Outcome ordered = orderForOne(workspace, request, *bulk, request.accounts[at], images, answer); !ordered)
            return ordered.error();
    }
    for (const BulkLine &line : answer.fits) {
        answer.total = answer.total + line.price;
        answer.approvals += line.approval ? 1 : 0;
    }
    if (!place)
        return answer; // the transaction rolls back
    if (!images.empty()) {
        std::set<AccountId> accounts;
        for (const BulkLine &line : answer.fits)
            accounts.insert(line.account);
        if (const Outcome remembered = UndoStore(workspace.database())
                                           .rememberOrders({.id = {},
                                                            .action = std::string(undoAction::placeSlips),
                                                            .argument = std::to_string(accounts.size()),
                                                            .instant = workspace.now(),
                                                            .by = request.by,
                                                            .import = {}},
                                                           images);
            !remembered)
            return remembered.error();
    }
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    answer.placed = true;
    return answer;
}

Result<OrderRow> moveOrder(Workspace &workspace, MoveRequest request)
{
    auto moved = moveOrders(workspace, {std::move(request)});
    if (!moved)
        return moved.error();
    return std::move(moved->front());
}

Result<std::vector<OrderRow>> moveOrders(Workspace &workspace, std::vector<MoveRequest> requests)
{
    if (requests.empty())
        return std::vector<OrderRow>();
    const bool one = requests.size() == 1;
    ChangeLabel label{.action = std::string(one ? undoAction::moveOrder : undoAction::moveOrders),
                      .argument = one ? requests.front().order : std::to_string(requests.size()),
                      .by = requests.front().by};
    return moveTogether(workspace, requests, std::move(label));
}

Result<std::vector<OrderRow>> orders(Workspace &workspace, OrderFilter filter)
{
    const auto stored = OrderStore(workspace.database()).orders();
    if (!stored)
        return stored.error();
    OrderRows rows(workspace);
    std::vector<OrderRow> found;
    for (const StoredOrder &order : *stored) {
        if ((filter.state && order.standing.state != *filter.state) || (filter.tier && order.tier != *filter.tier)
            || (filter.account.valid() && order.account != filter.account))
            continue;
        auto row = rows.row(order);
        if (!row)
            return row.error();
        found.push_back(std::move(*row));
    }
    std::stable_sort(found.begin(), found.end(), [](const OrderRow &a, const OrderRow &b) {
        return a.requestedAt != b.requestedAt ? a.requestedAt < b.requestedAt : a.number < b.number;
    });
    return found;
}

Result<std::vector<AuditLine>> auditTrail(Workspace &workspace, const std::string &order)
{
    OrderStore store(workspace.database());
    const auto stored = store.named(order);
    if (!stored)
        return stored.error();
    const auto events = store.events(stored->id);
    if (!events)
        return events.error();
    std::vector<AuditLine> lines;
    for (const OrderEvent &event : *events)
        lines.push_back({event.instant, event.by, event.from, event.to, event.note, event.correction});
    return lines;
}

} // namespace dimsum
