// The tier of an account (domain.md section 1): 1 "just right", 2 "too big", 3 "too small", none "not in
// program".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace dimsum
{

enum class Tier : std::uint8_t { none = 0, one = 1, two = 2, three = 3 };

inline constexpr std::array allTiers{Tier::one, Tier::two, Tier::three, Tier::none};

// "1", "2", "3", "none": the word in every file.
constexpr const char *tierCode(Tier tier)
{
    switch (tier) {
    case Tier::one:
        return "1";
    case Tier::two:
        return "2";
    case Tier::three:
        return "3";
    case Tier::none:
        break;
    }
    return "none";
}

// Index into arrays of four: none 0, then 1 to 3.
constexpr std::size_t tierIndex(Tier tier)
{
    return static_cast<std::size_t>(tier);
}

} // namespace dimsum
