// An approved play of Tier 1 that costs what a test says.
#pragma once

#include "domain/play.h"

#include <cstdint>
#include <string>

namespace dimsum::test {

inline Play givenPlay(const std::string &code, std::int64_t price, Approval::Rule approval = Approval::Rule::none)
{
    Play dish;
    dish.code = code;
    dish.name = "Dish " + code;
    dish.tiers = {1};
    dish.costs = {{.kind = CostKind::production, .amount = Money{price}}};
    dish.leadDays = 3;
    dish.approval.rule = approval;
    dish.status = PlayStatus::approved;
    return dish;
}

} // namespace dimsum::test
