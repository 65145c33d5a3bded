// Reasons and tiers in the words of the user's language. Files carry the canonical English of the domain instead.
#pragma once

#include "domain/money.h"
#include "domain/reason.h"
#include "domain/tier.h"

#include <QString>

#include <span>

namespace dimsum {

QString tierWords(Tier tier); // "Tier 1, just right"; "Not in the program"

// "fit 88 ≥ 70", "ACV 182,000 ≥ 50,000", with numbers as the locale writes them and true after rounding.
QString reasonWords(const Reason &reason, const Currency &currency);
QString reasonsWords(std::span<const Reason> reasons, const Currency &currency); // joined by commas
// False where the reason tells what stands in the way ("fit 60 < 70", a failed must-have, no ICP, capacity).
bool reasonHolds(const Reason &reason);

// The name of a rule: in words for those of the default policy, any other as it was given.
QString ruleWords(const QString &rule);

} // namespace dimsum
