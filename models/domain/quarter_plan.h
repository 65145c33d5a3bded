// Which plays to order next, given money, hours and places: the set with the best expected outcome (domain.md section 11,
// "marginal next play"). A knapsack with several limits in which each account takes at most one play. Solved exactly by
// branch and bound where the search ends; otherwise the distance from the best that could exist is told. Pure; any thread.
#pragma once

#include "domain/progress.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dimsum
{

// What one order of an option takes of a limit (money in minor units, places, hours in ten-thousandths ...); >= 0.
struct PlanUse {
    std::uint32_t limit = 0; // index into PlanProblem::limits
    std::int64_t amount = 0;
};

// One play in one tier.
struct PlanOption {
    std::vector<PlanUse> uses; // each limit at most once
};

// Accounts for which every option is worth the same. An account takes one option at most.
struct PlanClass {
    std::int64_t accounts = 0;
    std::vector<double> worth; // by option; 0 or less: not for these accounts
};

struct PlanProblem {
    std::vector<std::int64_t> limits; // none negative
    std::vector<PlanOption> options;
    std::vector<PlanClass> classes;
};

struct PlanSolution {
    std::vector<std::vector<std::int64_t>> orders; // by class, by option: how many of its accounts take it
    double worth = 0;
    double bound = 0;   // nothing can be worth more
    bool exact = false; // proved to be the best: worth == bound

    double gap() const { return bound > 0 ? (bound - worth) / bound : 0; } // 0..1
    // What one more unit of each limit would be worth at the margin (0: it does not bind). By limit.
    std::vector<double> prices;
};

struct PlanEffort {
    int rounds = 300;                // of the search for prices
    std::int64_t nodes = 1'000'000;  // of branch and bound
};

// The same for the same problem on any machine. A cancelled call returns the best so far.
PlanSolution solvePlan(const PlanProblem &problem, const PlanEffort &effort = {}, const Progress &progress = {});

} // namespace dimsum
