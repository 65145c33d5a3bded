// A play: one dish of the menu, what marketing does for one account (domain.md section 7, json-shapes.md
// "menu.json").
#pragma once

#include "domain/money.h"
#include "domain/quantity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

enum class CostKind : std::uint8_t { hours, media, production, fee };

// One line of a price, the same four lines as costs.csv. hours: `quantity` hours at the rate `amount`;
// fee: `amount` a month for `quantity` months; media and production: `amount`, the quantity stays 1.
struct CostLine {
    CostKind kind = CostKind::production;
    Money amount = {};
    Quantity quantity = oneQuantity;

    friend bool operator==(const CostLine &, const CostLine &) = default;
};

enum class Personalisation : std::uint8_t { oneToOne, oneToFew, oneToMany };
enum class PlayStatus : std::uint8_t { draft, approved, retired };

// Who must say yes to an order. `above` compares with the price of the order: at the amount none is needed.
struct Approval {
    enum class Rule : std::uint8_t { none, always, above };
    Rule rule = Rule::none;
    Money above = {}; // used by Rule::above only

    friend bool operator==(const Approval &, const Approval &) = default;
};

struct Play {
    std::string code; // [a-z0-9-]{1,40}, never reused
    std::string name;
    std::string description = {};
    std::string channel = {};
    Personalisation personalisation = Personalisation::oneToMany;
    std::vector<int> tiers = {};          // each of 1..3 at most once, not empty, in the order given
    std::vector<std::string> roles = {};  // buying roles it reaches; empty = no particular one
    std::vector<std::string> stages = {}; // opportunity stages it suits; empty = any
    std::vector<CostLine> costs = {};
    int leadDays = 0;                   // business days from approval to delivery
    std::optional<int> capacity = {};   // orders per program; none = no limit
    std::optional<int> perAccount = {}; // orders per account and program; none = no limit
    Approval approval = {};
    std::vector<std::string> inputs = {}; // what the rep gives with the order
    std::string ownerTeam = {};
    std::string delivers = {};             // activity type that a delivered order stands for; may be empty
    std::vector<std::string> cheaper = {}; // codes offered when this one is rejected
    PlayStatus status = PlayStatus::draft;

    friend bool operator==(const Play &, const Play &) = default;
};

// The words of the documents: "hours", "1:1", "approved" and so on; parse takes exactly these.
std::string_view costKindName(CostKind kind);
std::optional<CostKind> parseCostKind(std::string_view name);
std::string_view personalisationName(Personalisation personalisation);
std::optional<Personalisation> parsePersonalisation(std::string_view name);
std::string_view playStatusName(PlayStatus status);
std::optional<PlayStatus> parsePlayStatus(std::string_view name);

// Rounded half up to the minor unit, line by line; unknownMoney where it exceeds largestMoney.
Money priceOf(const CostLine &line);
// The sum of its lines: what one order costs. unknownMoney where it exceeds largestMoney.
Money priceOf(const Play &play);

bool offeredTo(const Play &play, int tier);
bool needsApproval(const Play &play);
bool isPlayCode(std::string_view code);

// The heading of the card under which a channel stands.
enum class Course : std::uint8_t { content, events, mail, digital, salesDevelopment, other };
Course courseOf(std::string_view channel);

} // namespace dimsum
