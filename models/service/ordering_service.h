// Menu, programs, slips and orders (domain.md section 7). The rules are those of domain/slip.h and domain/order.h; the
// store enforces money, capacity and per-account limits once more inside the transaction that writes.
// Free functions over an open workspace, on its thread.
#pragma once

#include "domain/error.h"
#include "domain/menu.h"
#include "domain/order.h"
#include "domain/progress.h"
#include "domain/program.h"
#include "domain/slip.h"
#include "exchange/program_document.h"
#include "service/workspace.h"
#include "store/program_store.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dimsum {

// ---- The menu and its program

struct MenuState {
    Menu menu;
    std::int64_t version = 0;
    std::int64_t changedAt = 0; // UTC milliseconds
    std::string changedBy;
    std::map<std::string, EnvelopeUsage, std::less<>> envelopes; // by code
    std::map<std::string, int, std::less<>> ordered;             // places taken, by play code
};

Result<MenuState> menuState(Workspace &workspace);

// Replaces the menu by a new version; what a person edits is what `expectedVersion` was (conflict otherwise; none: no
// check). Errors: invalid with the path in `field`; refused: a play with open orders is missing, a limit or capacity
// lies below what is used, a code of a former play is used for another one.
Result<std::int64_t> setMenu(Workspace &workspace, Menu menu, std::string by,
                             std::optional<std::int64_t> expectedVersion = {});
// The menu as the file that `dimsum menu show` prints and `set` takes (json-shapes.md). Errors: invalid with `field`.
QByteArray menuText(const Menu &menu, const Currency &currency);
Result<Menu> menuFromText(const QByteArray &text, const Currency &currency);
// The plays alone as a table for a spreadsheet (exchange/menu_csv.h); what is read back keeps the rest of `current`.
// Errors: invalid with line and field.
QByteArray menuTable(const Menu &menu, const Currency &currency);
Result<Menu> menuFromTable(const QByteArray &csv, const Menu &current, const Currency &currency);
// Turns drafts to approved and returns how many there were.
Result<int> approveMenu(Workspace &workspace, std::string by);

struct ProgramSummary {
    ProgramId id;
    ProgramPeriod period;
    ProgramState state = ProgramState::planned;
    std::int64_t members = 0;
    std::int64_t holdOuts = 0;
};

// The program of the menu.
Result<ProgramSummary> programSummary(Workspace &workspace);
Result<ProgramDocument> programDocument(Workspace &workspace);
// Replaces the period (where the document has one) and the accounts with their arm. Errors: notFound (an account that
// is not in the workspace, with its place in `field`), invalid (the same account twice).
Outcome setProgram(Workspace &workspace, ProgramDocument document, std::string by);
Outcome startProgram(Workspace &workspace, std::string by); // refused if it runs or is closed
Outcome closeProgram(Workspace &workspace, std::string by); // refused unless it runs

// ---- The card of an account and its draft slip

struct SlipLine {
    std::string play;
    std::map<std::string, std::string> inputs = {}; // by the names of Play::inputs
};

struct DraftSlip {
    std::vector<SlipLine> lines = {}; // in the order of ticking
    std::string note = {};
};

struct MenuCard {
    AccountId account;
    std::shared_ptr<const Menu> menu; // the pointers inside `check` lead into it
    std::int64_t menuVersion = 0;
    int tier = 0;                     // in force; 0 = none
    bool holdout = false;
    std::vector<std::string> contactRoles = {};
    std::vector<std::string> emptyRoles = {};  // roles without any contact ("other" is no gap)
    DraftSlip draft = {};
    SlipCheck check = {};             // of the draft
    SlipSetting setting = {};         // what it was checked against; leads into `menu`
};

// Another draft against what the card was read with: what a window shows while boxes are ticked, before it is kept.
// Reads no store; any thread. The result leads into card.menu.
SlipCheck checkDraft(const MenuCard &card, const DraftSlip &draft);

Result<MenuCard> menuCard(Workspace &workspace, AccountId account);
// The card with another draft, kept from now on. The slip of an account is one; the last to save wins.
Result<MenuCard> saveDraft(Workspace &workspace, AccountId account, DraftSlip draft);

struct DraftSummary {
    AccountId account;
    int plays = 0;
    Money total;
};
Result<std::vector<DraftSummary>> drafts(Workspace &workspace);

// ---- Orders

struct OrderRequest {
    std::string account;            // domain, external id or name
    std::vector<SlipLine> lines;
    // Given to every play of the slip that asks for it, where its line does not say otherwise (--input K=V).
    std::map<std::string, std::string> inputs = {};
    std::string by;
    std::string note = {};
    std::string campaign = {};
    // UUID of the slip, made by the client before it is sent. The same id again changes nothing and returns the orders
    // that are there, so that nobody orders twice. Empty: one is made.
    std::string id = {};
    std::string overrideReason = {}; // a marketer's reason to go over an envelope; empty = no override
};

struct PlacedOrder {
    std::string id; // UUID
    std::string play;
    OrderState state = OrderState::requested;
    Money price;
    Day due = unknownDay; // known from approval on
};

// A slip is placed whole or not at all.
struct SlipAnswer {
    bool placed = false;
    std::vector<PlacedOrder> orders = {}; // in the order of the lines; empty if not placed
    std::string play = {};                // the first play that stands in the way
    std::optional<Hindrance> hindrance = {};
    std::string reason = {};              // slipReasonName(hindrance): "sold out", "envelope empty", ...
    Error error = {};                     // the same as a sentence
};

// Places the slip and clears the account's draft. An error (not an answer) where the call itself is wrong: unknown account
// (notFound), no play, an id that is no UUID or an input that no play asks for (invalid), nobody named in `by` (usage),
// an id that was used for another slip (conflict).
Result<SlipAnswer> placeSlip(Workspace &workspace, OrderRequest request);

// ---- The same plays for many accounts

struct BulkRequest {
    std::vector<AccountId> accounts; // those at the front get the last places
    std::vector<std::string> plays;
    // Given to every order whose play asks for it. Without a "contact" somebody of each account is taken: in a role that
    // the play reaches before others, never one who opted out.
    std::map<std::string, std::string> inputs = {};
    std::string by;
    std::string note = {};
    std::string campaign = {};
    std::string id = {}; // UUID of the whole, as of OrderRequest
};

// One play for one account.
struct BulkLine {
    AccountId account;
    int tier = 0;
    std::string play;
    Money price;
    Day ready = unknownDay; // if approved today
    std::map<std::string, std::string> inputs;
    std::optional<Hindrance> hindrance; // why it does not fit
    Error error = {};                   // the same as a sentence
    bool approval = false;
};

struct BulkAnswer {
    std::vector<BulkLine> fits, misfits; // by account as asked, then by play
    Money total;
    int approvals = 0;
    std::vector<PlacedOrder> orders = {};
    bool placed = false;
};

// A slip per account with those of the plays that fit, the limits shared among all of them. With `place` they are placed
// in one transaction and one step of undo, without it only told. Drafts of the accounts stay. Errors: those of placeSlip;
// cancelled.
Result<BulkAnswer> orderForMany(Workspace &workspace, const BulkRequest &request, bool place, const Progress &progress = {});

// Takes a slip back that was just placed: cancels these orders, all or none, and makes `draft` the account's draft again
// unless another one was begun meanwhile. Errors: refused (one of them has gone too far), notFound.
Result<MenuCard> takeBackSlip(Workspace &workspace, AccountId account, std::vector<std::string> orders, DraftSlip draft,
                              std::string by);

struct MoveRequest {
    std::string order; // UUID, its unique beginning, or the number
    OrderState to = OrderState::approved;
    std::string by;
    std::string reason = {};            // needed for a rejection
    std::optional<Money> actual = {};   // with `delivered`: what it cost; none = its price
    std::string overrideReason = {};    // delivered dearer than there is room for
};

struct OrderRow {
    std::string id; // UUID
    std::int64_t number = 0; // 1, 2, 3 ... for people
    AccountId account;
    std::string accountDomain, accountName;
    int tier = 0;        // in force when it was placed
    int tierNow = 0;     // in force today
    std::string play, playName, channel, ownerTeam;
    OrderStanding standing;
    Money price;
    Money actual = unknownMoney;
    std::int64_t requestedAt = 0; // UTC milliseconds
    std::string requestedBy;
    std::optional<std::int64_t> approvedAt;
    std::optional<std::int64_t> deliveredAt;
    Day due = unknownDay;
    bool overdue = false;
    std::string reason, note, campaign, owner; // `owner` of the account; `reason` of a rejection: domain/rejection.h
    std::string overrideReason; // not empty: placed beyond its envelope, and why
    std::map<std::string, std::string> inputs;

    bool tierChanged() const { return tier != tierNow && isOpen(standing.state); }
};

// One transition. Errors: notFound, refused (no such transition, no room for the actual cost), invalid (no reason).
// One step of undo. Undo and redo counter it with one more line of the audit trail, in which the transition may run
// backwards: a correction of a slip of the hand, the one thing that the states of domain.md do not foresee.
Result<OrderRow> moveOrder(Workspace &workspace, MoveRequest request);
// Several at once, all or none, one step of undo.
Result<std::vector<OrderRow>> moveOrders(Workspace &workspace, std::vector<MoveRequest> requests);

struct OrderFilter {
    std::optional<OrderState> state = {};
    std::optional<int> tier = {}; // in force when placed; 0 = none
    AccountId account = {};       // 0 = all
};

// By requested time, then id.
Result<std::vector<OrderRow>> orders(Workspace &workspace, OrderFilter filter = {});

struct AuditLine {
    std::int64_t instant = 0; // UTC milliseconds
    std::string by;
    std::optional<OrderState> from = {}; // none: the order was placed
    OrderState to = OrderState::requested;
    std::string note;
    Correction correction = Correction::none; // undo or redo: no transition, but back to where it was
};

Result<std::vector<AuditLine>> auditTrail(Workspace &workspace, const std::string &order);

} // namespace dimsum
