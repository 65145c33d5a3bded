#include "domain/rejection.h"

#include "domain/play.h"

namespace dimsum {

namespace {

constexpr std::string_view insteadMark = "; instead: ";

} // namespace

std::string_view rejectionCodeName(RejectionCode code)
{
    constexpr std::array<std::string_view, 7> names{"budget", "capacity", "timing", "not a fit", "duplicate", "input", "other"};
    return names[static_cast<std::size_t>(code)];
}

std::string rejectionLine(const Rejection &rejection)
{
    std::string line;
    if (rejection.code)
        line = std::string(rejectionCodeName(*rejection.code)) + (rejection.text.empty() ? "" : ": ");
    line += rejection.text;
    if (!rejection.alternative.empty())
        line += std::string(insteadMark) + rejection.alternative;
    return line;
}

Rejection parseRejection(std::string_view line)
{
    Rejection rejection;
    if (const auto mark = line.rfind(insteadMark); mark != std::string_view::npos && isPlayCode(line.substr(mark + insteadMark.size()))) {
        rejection.alternative = line.substr(mark + insteadMark.size());
        line = line.substr(0, mark);
    }
    for (const RejectionCode code : allRejectionCodes) {
        const std::string_view name = rejectionCodeName(code);
        if (line == name)
            return {.code = code, .text = {}, .alternative = rejection.alternative};
        if (line.substr(0, name.size()) == name && line.substr(name.size(), 2) == ": ") {
            rejection.code = code;
            line = line.substr(name.size() + 2);
            break;
        }
    }
    rejection.text = line;
    return rejection;
}

} // namespace dimsum
