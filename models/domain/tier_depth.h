// Which of two tiers is the higher one.
#pragma once

#include "domain/tier.h"

namespace dimsum {

// 1 is the highest; none counts as the lowest, 4.
constexpr int tierDepth(Tier tier)
{
    return tier == Tier::none ? 4 : static_cast<int>(tier);
}

} // namespace dimsum
