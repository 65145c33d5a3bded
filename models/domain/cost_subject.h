// What a line of cost is spent on (domain.md section 11).
#pragma once

#include <cstdint>

namespace dimsum {

enum class CostSubject : std::uint8_t { asset, campaign, play, platform };

} // namespace dimsum
