// policy.json (json-shapes.md): tier rules, thresholds, points and windows. A missing key means its default
// at every level, so thresholds, points, event points and sources are merged into the defaults by key; rules
// and lists are replaced as a whole. Everything else is refused with its path ("rules[1].when.acv").
#pragma once

#include "domain/error.h"
#include "domain/money.h"
#include "domain/tier_policy.h"

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace dimsum
{

// `version` is what `show` printed: whoever stores the policy refuses one that is not the current version.
struct PolicyDocument {
    TierPolicy policy;
    std::optional<std::int64_t> version = {};
};

Result<PolicyDocument> parsePolicy(const QByteArray &bytes, const Currency &currency);
// With "version" as the first key where one is given.
QByteArray printPolicy(const TierPolicy &policy, const Currency &currency,
                       std::optional<std::int64_t> version = {});

} // namespace dimsum
