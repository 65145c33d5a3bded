// Orders, their ledgers and their audit log. The invariants of domain.md section 7 hold here and nowhere else can break
// them: money per envelope, capacity per play, orders per account, the only transitions there are.
// Each change is one transaction (or a savepoint of the caller's) whose conditional UPDATEs decide, so they hold with
// any number of processes at the file.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "domain/menu.h"
#include "domain/order.h"
#include "domain/slip.h"
#include "store/database.h"
#include "store/program_store.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

struct StoredOrder {
    std::string id;           // UUID, lower case with hyphens, made by the client
    std::int64_t number = 0;  // 1, 2, 3 ... for people; given by the store
    std::string slip;
    AccountId account;
    ProgramId program;
    std::string play;
    std::int64_t menuVersion = 0;
    int tier = 0;             // in force when it was placed
    std::string campaign;
    OrderStanding standing;
    Money price;
    Money actual = unknownMoney; // set when delivered
    std::string currency;
    std::string inputs = "{}"; // JSON
    std::int64_t requestedAt = 0;
    Day requestedDay;
    std::string requestedBy;
    std::optional<std::int64_t> approvedAt = {};
    Day approvedDay;
    std::optional<std::int64_t> deliveredAt = {};
    Day deliveredDay;
    Day due;
    std::string note;
    std::string overrideReason;
    bool overLimit = false; // delivered beyond its envelope, with a reason
    // OrderEvent::sequence of the move that made it stand like this. Undo brings the old one back with the rest, so that
    // a chain of moves can be taken back one by one.
    std::int64_t version = 1;
};

// How an order stood, and which version of it that may replace.
struct OrderImage {
    std::string order;
    std::int64_t replaces = 0; // another version by now: the order moved on
    std::int64_t version = 0;
    OrderStanding standing;
    Money actual = unknownMoney;
    std::optional<std::int64_t> approvedAt = {};
    Day approvedDay;
    std::optional<std::int64_t> deliveredAt = {};
    Day deliveredDay;
    Day due;
    bool overLimit = false;
};

struct OrderEvent {
    std::string order;
    std::int64_t sequence = 0; // 1, 2, 3 ... within the order
    std::int64_t instant = 0;
    Day day;                   // the same in the workspace's zone
    std::string by;
    std::optional<OrderState> from = {}; // none = placed
    OrderState to = OrderState::requested;
    std::string note;
    Correction correction = Correction::none; // otherwise `to` is no transition from `from`, but where it was before
};

// One ticked play of a slip.
struct OrderLine {
    std::string id; // UUID of the order
    std::string play;
    Money price;
    OrderState firstState = OrderState::requested; // or approved (firstStateOf)
    Day due;                                       // known where it starts approved
    std::string note = {};
    std::string inputs = "{}"; // JSON
};

struct SlipRequest {
    std::string id; // UUID: placing the same slip twice is placing it once
    AccountId account;
    ProgramId program;
    std::int64_t menuVersion = 0;
    int tier = 0;
    std::string campaign = {};
    std::string currency;
    std::int64_t instant = 0;
    Day day;
    std::string by;
    std::string overrideReason = {}; // not empty: beyond limits is allowed, and noted
    std::vector<OrderLine> lines;
};

struct PlacedSlip {
    bool placed = false;
    bool repeated = false;         // the same slip was placed before: these are its orders
    std::vector<StoredOrder> orders;  // in the order of the lines
    Hindrance hindrance = {};      // why not: soldOut, accountLimit, envelopeEmpty
    std::string play = {};         // and which play
};

// Who moves an order, when and why.
struct OrderMove {
    std::string order;
    OrderState to = OrderState::approved;
    std::int64_t instant = 0;
    Day day;
    std::string by;
    std::string note = {};            // reason, alternative
    Money actual = unknownMoney;      // for delivered; unknown = the price
    Day due = unknownDay;             // new due day, if it changes
    bool override = false;            // delivered dearer than the envelope has room for; `note` says why
    Correction correction = Correction::none;
};

struct StoredEnvelope {
    ProgramId program;
    Envelope envelope;
    EnvelopeUsage usage;
    Money overdraft; // allowed beyond the limit by overrides still in effect
};

struct PlayUsage {
    std::string play;
    std::optional<std::int64_t> capacity = {};
    std::optional<std::int64_t> perAccount = {};
    std::int64_t used = 0;
    bool onMenu = true;
};

class OrderStore
{
public:
    explicit OrderStore(Database &database) : m_database(&database) {}

    // Puts a menu's envelopes and limits in place for its program. refused: a limit or capacity goes below what is
    // used, a play with open orders is missing, the code of a dropped play that had orders comes back.
    Outcome setMenu(ProgramId program, const Menu &menu);

    // Whole or not at all. A refusal by an invariant is `placed == false`; errors are everything else
    // (conflict: the slip id was used for something else; notFound: no such play in the program).
    Result<PlacedSlip> place(const SlipRequest &request);

    // One transition, appended to the audit log. refused: no such transition, or no room for what it cost.
    // Returns the order as it is now.
    Result<StoredOrder> move(const OrderMove &move);

    // The order as `before` says, to be put back once it was moved to `after`.
    static OrderImage image(const StoredOrder &before, const StoredOrder &after);
    // Puts an order back to how it stood, money and place included, and appends that to its log: a correction by a
    // person, the one way back that the transitions of domain.md do not have. Returns how it stood until now, so that
    // putting that back does the move again. conflict: the order moved on since; refused: its money or its place has
    // gone to others.
    Result<OrderImage> putBack(const OrderImage &image, const OrderMove &who);

    Result<std::optional<StoredOrder>> order(std::string_view id);
    // Whole UUID, or its beginning where that is unique (of digits alone: eight or more), or the number. notFound, invalid (ambiguous).
    Result<StoredOrder> named(std::string_view word);
    Result<std::vector<StoredOrder>> orders(); // by number
    Result<std::vector<StoredOrder>> ofSlip(std::string_view slip);
    Result<std::vector<OrderEvent>> events(std::string_view order); // oldest first
    Result<std::vector<OrderEvent>> events();                       // of all, by order number, oldest first

    Result<std::vector<StoredEnvelope>> envelopes(ProgramId program); // by code
    Result<std::vector<PlayUsage>> usage(ProgramId program);       // by play code
    Result<std::map<std::string, int, std::less<>>> orderedBy(ProgramId program, AccountId account); // by play code

    // The ticked plays of an account that are not placed yet: JSON, opaque; empty = none.
    Result<std::string> draft(AccountId account);
    Outcome setDraft(AccountId account, std::string_view body);
    Result<std::map<std::int64_t, std::string>> drafts(); // by account id

private:
    Database *m_database;
};

} // namespace dimsum
