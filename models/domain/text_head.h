// The first bytes of a text as a number, for sorting many texts: they decide nearly always, and are compared without a look at
// the text itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dimsum {

// a < b bytewise implies textHead(a) <= textHead(b).
constexpr std::uint64_t textHead(std::string_view text)
{
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < sizeof head; ++i)
        head = head << 8 | (i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0u);
    return head;
}

} // namespace dimsum
