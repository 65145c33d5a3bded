// The menu of a program: the plays that tiers may order and the envelopes they are paid from
// (domain.md section 7, json-shapes.md "menu.json"). Plain values; any thread.
#pragma once

#include "domain/error.h"
#include "domain/play.h"
#include "domain/program.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

// What an order is to an envelope: its tier in force when placed, its play, and its campaign (may be empty).
struct OrderScope {
    int tier = 0;
    std::string_view play = {};
    std::string_view campaign = {};
};

struct EnvelopeScope {
    enum class Kind : std::uint8_t { tier, campaign, play };
    Kind kind = Kind::tier;
    int tier = 0;     // 1..3 for Kind::tier, else 0
    std::string name; // campaign or play code, else empty

    friend bool operator==(const EnvelopeScope &, const EnvelopeScope &) = default;
};

bool covers(const EnvelopeScope &scope, const OrderScope &order);

// The money that a tier, campaign or play may spend in the program.
struct Envelope {
    std::string code; // same form as a play's code, unique among envelopes
    EnvelopeScope scope;
    Money limit;

    friend bool operator==(const Envelope &, const Envelope &) = default;
};

// What the orders of an envelope hold of it, by bucket (order.h).
struct EnvelopeUsage {
    Money reserved = {};
    Money committed = {};
    Money actual = {};

    constexpr Money total() const { return reserved + committed + actual; }
};

struct Menu {
    ProgramPeriod program;
    std::vector<Envelope> envelopes;
    std::vector<Play> plays;

    // The play of a code, or null. Owned by the menu.
    const Play *play(std::string_view code) const;

    friend bool operator==(const Menu &, const Menu &) = default;
};

// Everything that breaks a rule of json-shapes.md, each with its path in `field` ("plays[2].tiers"); empty =
// valid.
std::vector<Error> problemsOf(const Menu &menu);

// The plays that may be offered instead of a rejected one: its `cheaper` ones that are approved, for the tier and on the
// menu, in the order given. Owned by the menu.
std::vector<const Play *> cheaperPlays(const Menu &menu, std::string_view code, int tier);

// Turns drafts to approved; returns how many there were.
int approveDrafts(Menu &menu);

// The menu of a new workspace: at least the plays of domain.md section 7, in the courses of the card, with
// money scaled by thresholdScale(currency). Every play is approved, so that a new workspace can order at
// once; whoever wants the approval step sets a menu of drafts.
Menu defaultMenu(const Currency &currency, const ProgramPeriod &program);

} // namespace dimsum
