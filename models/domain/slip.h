// The draft slip of one account, checked while it is ticked (domain.md section 7): what each play costs, when
// it is ready, and why it cannot be ordered. The card shows this; the store enforces the invariants once more
// in SQL, because only there do they hold under concurrency.
#pragma once

#include "domain/menu.h"
#include "domain/order.h"
#include "domain/workdays.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dimsum
{

// Why a play cannot be ticked. Codes, not sentences; the front ends word them.
enum class SlipReason : std::uint8_t {
    unknownPlay, // the code is not on the menu
    notApproved, // the play is a draft
    retired,
    holdout,         // the account is in the hold-out arm: no menu at all
    noTier,          // the account is in no tier
    wrongTier,       // the play is not for the account's tier; `limit` = the last tier that it is for
    soldOut,         // `used` of `limit` taken
    accountLimit,    // the account has `used` of `limit`
    envelopeEmpty,   // `envelope` has `left`, the play costs more
    outsideProgram,  // today is before the program starts or after it ends
    readyTooLate,    // ready on `day`, after the program ends
    noContactInRole, // the account has no contact in any of the roles `role` (joined by ", ")
    inputMissing,    // `role` = the input that is not filled in; asked of ticked plays only
};

// Invariants refuse the order wherever it comes from. The others (outsideProgram and below) lock the tick of
// the card and are advice elsewhere: domain.md names no such rule for orders, and what is missing can still
// be given while the order is waiting on rep.
constexpr bool isInvariant(SlipReason reason)
{
    return reason < SlipReason::outsideProgram;
}

// "unknown play", "sold out", ...: stable codes for JSON.
std::string_view slipReasonName(SlipReason reason);

struct Hindrance {
    SlipReason reason = SlipReason::unknownPlay;
    std::int64_t used = 0;
    std::int64_t limit = 0;
    Money left = {};
    Day day = unknownDay;
    std::string envelope = {};
    std::string role = {};
};

// What stands around a slip. Usage counts every order that takes a place (order.h), of all accounts unless
// said.
struct SlipSetting {
    const Menu *menu = nullptr; // must outlive the call
    Day today;
    int tier = 0; // in force; 0 = none
    bool holdout = false;
    std::string campaign = {}; // the campaign that the orders are for; empty = none
    std::map<std::string, EnvelopeUsage, std::less<>> envelopes = {}; // by code; absent = nothing used
    std::map<std::string, int, std::less<>> ordered = {};             // by play code, all accounts
    std::map<std::string, int, std::less<>> orderedByAccount = {};    // by play code, this account
    std::vector<std::string> contactRoles = {};                       // roles of the account's contacts
    std::vector<std::string> filledInputs = {};                       // names of the inputs given so far
};

// One play of the menu beside the slip.
struct SlipPlay {
    const Play *play = nullptr; // owned by the menu
    int ticked = 0;             // how often it is on the slip
    Money price = {};
    bool approval = false;
    Day ready = unknownDay;       // if approved today
    std::optional<int> left = {}; // capacity left after this slip; none = no limit; never below 0
    // Of a ticked play: why it cannot be placed. Of another: why it cannot be ticked as well. The gravest
    // first.
    std::vector<Hindrance> hindrances = {};

    bool orderable() const { return hindrances.empty(); }
};

struct SlipEnvelope {
    const Envelope *envelope = nullptr; // owned by the menu
    EnvelopeUsage usage = {};
    Money slip = {}; // what this slip takes of it
    Money left = {}; // after this slip; negative where the slip asks for too much
};

struct SlipCheck {
    std::vector<SlipPlay>
        plays; // what a rep sees: approved plays of the tier, and what is ticked; menu order
    std::vector<SlipEnvelope>
        envelopes; // those that cover the account's tier, the campaign or a play of the list
    Money total = {};
    int approvals = 0;              // ticked orders that go to approval
    Day firstDelivery = unknownDay; // of the ticked ones
    Day lastDelivery = unknownDay;
    std::vector<std::string> rolesReached =
        {}; // contact roles that the ticked plays reach, in the order of buyingRoles

    // Why the slip as ticked cannot be placed: one entry per ticked order and reason, in the order of
    // ticking. Advice (isInvariant false) is listed, too, but does not keep the slip from being placed.
    struct Obstacle {
        std::string play;
        Hindrance hindrance;
    };
    std::vector<Obstacle> obstacles = {};
    // No invariant is broken and something is ticked.
    bool placeable = false;
};

// `ticked` are play codes in the order they were ticked; a code may repeat where the play may be ordered
// repeatedly.
SlipCheck checkSlip(const SlipSetting &setting, std::span<const std::string> ticked);

} // namespace dimsum
