#include "domain/play.h"

#include <algorithm>
#include <array>

namespace dimsum
{

namespace
{

__extension__ typedef __int128
    Wide; // hours times rate exceed 64 bits long before they exceed what is accepted

template <class Value, std::size_t count>
std::optional<Value> valueOf(std::string_view name, const std::array<std::string_view, count> &names)
{
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end())
        return std::nullopt;
    return static_cast<Value>(at - names.begin());
}

// In the order of the enumerations.
constexpr std::array<std::string_view, 4> costKinds{"hours", "media", "production", "fee"};
constexpr std::array<std::string_view, 3> personalisations{"1:1", "1:few", "1:many"};
constexpr std::array<std::string_view, 3> statuses{"draft", "approved", "retired"};

} // namespace

std::string_view costKindName(CostKind kind)
{
    return costKinds[static_cast<std::size_t>(kind)];
}

std::optional<CostKind> parseCostKind(std::string_view name)
{
    return valueOf<CostKind>(name, costKinds);
}

std::string_view personalisationName(Personalisation personalisation)
{
    return personalisations[static_cast<std::size_t>(personalisation)];
}

std::optional<Personalisation> parsePersonalisation(std::string_view name)
{
    return valueOf<Personalisation>(name, personalisations);
}

std::string_view playStatusName(PlayStatus status)
{
    return statuses[static_cast<std::size_t>(status)];
}

std::optional<PlayStatus> parsePlayStatus(std::string_view name)
{
    return valueOf<PlayStatus>(name, statuses);
}

Money priceOf(const CostLine &line)
{
    const Wide half = oneQuantity.tenThousandths / 2;
    const Wide exact = static_cast<Wide>(line.amount.minor) * line.quantity.tenThousandths;
    const Wide rounded = (exact + half) / oneQuantity.tenThousandths;
    return rounded > largestMoney ? unknownMoney : Money{static_cast<std::int64_t>(rounded)};
}

Money priceOf(const Play &play)
{
    Money sum;
    for (const CostLine &line : play.costs) {
        const Money price = priceOf(line);
        if (!price.known() || price.minor > largestMoney - sum.minor)
            return unknownMoney;
        sum += price;
    }
    return sum;
}

bool offeredTo(const Play &play, int tier)
{
    return std::find(play.tiers.begin(), play.tiers.end(), tier) != play.tiers.end();
}

bool needsApproval(const Play &play)
{
    switch (play.approval.rule) {
    case Approval::Rule::none:
        return false;
    case Approval::Rule::always:
        return true;
    case Approval::Rule::above:
        return priceOf(play) > play.approval.above;
    }
    return true;
}

bool isPlayCode(std::string_view code)
{
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !code.empty() && code.size() <= 40 && std::all_of(code.begin(), code.end(), allowed);
}

Course courseOf(std::string_view channel)
{
    struct Entry {
        std::string_view channel;
        Course course;
    };
    static constexpr std::array entries{
        Entry{"content", Course::content},
        Entry{"web", Course::content},
        Entry{"event", Course::events},
        Entry{"webinar", Course::events},
        Entry{"direct mail", Course::mail},
        Entry{"gift", Course::mail},
        Entry{"display", Course::digital},
        Entry{"ads", Course::digital},
        Entry{"social", Course::digital},
        Entry{"email", Course::digital},
        Entry{"sales development", Course::salesDevelopment},
        Entry{"phone", Course::salesDevelopment},
    };
    const auto at =
        std::find_if(entries.begin(), entries.end(), [&](const Entry &e) { return e.channel == channel; });
    return at == entries.end() ? Course::other : at->course;
}

} // namespace dimsum
