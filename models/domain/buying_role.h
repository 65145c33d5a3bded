// The nine roles of a buying committee (domain.md section 10), in the words that files and documents use.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace dimsum
{

inline constexpr std::array<std::string_view, 9> buyingRoles{
    "blocker",    "budget holder",        "champion", "decision maker", "end user", "executive sponsor",
    "influencer", "legal and compliance", "other"};

// `key` is folded as a type code is: lower case, single spaces.
inline bool isBuyingRole(std::string_view key)
{
    return std::find(buyingRoles.begin(), buyingRoles.end(), key) != buyingRoles.end();
}

} // namespace dimsum
