// Accounts that resemble the positives but are not among them yet: positive-unlabeled learning (domain.md section 10).
// Two learners, L2-regularised logistic regression and bagged trees; every account is scored by a model that never saw
// it, and the learner that finds more held-out positives is used. Seeded: the same on any number of cores.
#pragma once

#include "domain/logistic_learner.h"
#include "domain/lookalike_features.h"
#include "domain/progress.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

enum class Learner : std::uint8_t { logistic, baggedTrees };
std::string_view learnerName(Learner learner); // "logistic regression", "bagged trees"

struct LookalikeRules {
    int folds = 5;
    double inverseRegularisation = 0.1; // C of the L2 penalty: weak signals of few positives need a firm hand
    int trees = 100;
    int depth = 6;
    int leaf = 3;
    std::uint64_t seed = 20250101;
};

inline constexpr std::int64_t fewestPositives = 30;

// What one learner found of the positives it had not seen. Recall: the share of all positives within the top share of
// all accounts. `aucSpread`: standard deviation over the masks, each of which hides one fold of the positives.
struct LearnerReport {
    double auc = 0, aucSpread = 0;
    double recall5 = 0, recall10 = 0, recall20 = 0, recall10Spread = 0;
    double calibration = 0; // Elkan and Noto's c: mean score of held-out positives
};

struct LookalikeFactor {
    std::uint16_t field = 0;
    std::uint8_t code = 0;
    float weight = 0; // above 0 speaks for, below against; 0: no factor
};

inline constexpr std::uint32_t noAccount = 0xffffffff;

struct LookalikeAccount {
    double score = 0;       // raw: what is ranked
    double probability = 0; // p / c, at most 1: for display only, never a market size
    std::uint32_t rank = 0; // 1 = most alike, over all accounts; ties by key
    std::array<LookalikeFactor, 3> factors;                                  // strongest first
    std::array<std::uint32_t, 3> nearest{noAccount, noAccount, noAccount};   // rows of positives that differ least
};

struct LookalikeResult {
    Learner chosen = Learner::logistic;
    std::array<LearnerReport, 2> reports; // by Learner
    std::int64_t positives = 0;
    std::vector<LookalikeAccount> accounts;
};

// What the models of one fold learn from: accounts that are not held out in it, of many a seeded sample.
std::vector<TrainingRow> foldRows(std::span<const std::uint8_t> positive, const LookalikeRules &rules, std::uint8_t heldOut);

// `positive`: one flag per account, at least fewestPositives of them and at least as many others (the caller refuses
// otherwise). An empty result after a cancel.
LookalikeResult findLookalikes(const LookalikeFeatures &features, std::span<const std::uint8_t> positive,
                               const LookalikeRules &rules = {}, const Progress &progress = {});

} // namespace dimsum
