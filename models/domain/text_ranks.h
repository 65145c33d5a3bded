// The place of each of many texts in an order that needs no language: case-blind for ASCII letters, bytewise otherwise.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace dimsum {

bool lessWithoutCase(std::string_view a, std::string_view b);

// ranks[i] of text(i), equal texts in the order of their numbers. All cores; `text` is called from several threads.
std::vector<std::uint32_t> ranksWithoutCase(std::size_t count, const std::function<std::string_view(std::size_t)> &text);

} // namespace dimsum
