// Why marketing said no, and what it would say yes to (domain.md section 7). Kept as one line that people and scripts can
// read in the audit log: "budget: too dear this quarter; instead: direct-mail". A reason without a code is plain text.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dimsum {

enum class RejectionCode : std::uint8_t { budget, capacity, timing, notAFit, duplicate, input, other };

inline constexpr std::array<RejectionCode, 7> allRejectionCodes{RejectionCode::budget, RejectionCode::capacity, RejectionCode::timing,
                                                                RejectionCode::notAFit, RejectionCode::duplicate, RejectionCode::input,
                                                                RejectionCode::other};

// "budget", "capacity", "timing", "not a fit", "duplicate", "input", "other".
std::string_view rejectionCodeName(RejectionCode code);

struct Rejection {
    std::optional<RejectionCode> code = {};
    std::string text = {};        // in the marketer's words
    std::string alternative = {}; // code of a cheaper play, or empty

    friend bool operator==(const Rejection &, const Rejection &) = default;
};

std::string rejectionLine(const Rejection &rejection);
// Takes any line; what has no such form is all text.
Rejection parseRejection(std::string_view line);

} // namespace dimsum
