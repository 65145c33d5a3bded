// How thresholds compare (domain.md section 2): computed values are sums of fractions and may miss a line that they reach
// on paper by the last bits.
#pragma once

namespace dimsum {

inline constexpr double slack = 1e-9;

} // namespace dimsum
