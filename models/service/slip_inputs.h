// What a rep gives with a play, and the kept draft of a slip, as the JSON that the store holds.
#pragma once

#include "service/ordering_service.h"

#include <map>
#include <string>
#include <string_view>

namespace dimsum {

std::string inputsText(const std::map<std::string, std::string> &inputs);
std::map<std::string, std::string> parseInputs(std::string_view text);

std::string draftText(const DraftSlip &draft); // empty for an empty draft
DraftSlip parseDraft(std::string_view text);   // what cannot be read is no draft: it was never ordered

} // namespace dimsum
