// Bagged decision trees on balanced draws of positives and unlabelled accounts (Mordelet and Vert 2014; domain.md
// section 10). Seeded; a forest is grown by one thread.
#pragma once

#include "domain/logistic_learner.h"
#include "domain/lookalike_features.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dimsum
{

struct TreeRules {
    int trees = 100;
    int depth = 6;
    int leaf = 3;                     // fewest rows in a leaf
    std::size_t mostPerClass = 2'000; // rows of each class that a tree sees
};

class BaggedTrees
{
public:
    // Each tree sees as many positives as unlabelled rows, drawn with replacement; each split looks at the square root
    // of the number of columns (an ordered field is one, a value of another field is one). Weights are not used.
    static BaggedTrees fit(const LookalikeFeatures &features, std::span<const TrainingRow> rows, const TreeRules &rules,
                           std::uint64_t seed);

    // Mean share of positives in the leaves, 0..1, as if both classes were equally large.
    double share(std::span<const std::uint8_t> codes) const;
    // What each field adds to that share along the paths; `into` has one entry per field and is added to.
    void contributions(std::span<const std::uint8_t> codes, std::span<float> into) const;

private:
    friend class TreeGrower;
    // A leaf has itself as both children.
    struct Node {
        std::uint16_t field = 0;
        std::uint8_t code = 0;
        bool ordered = false; // left: code <= ours; else left: code == ours
        float share = 0;
        std::uint32_t left = 0, right = 0;
    };
    std::uint32_t next(std::uint32_t node, std::span<const std::uint8_t> codes) const;

    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_roots;
};

} // namespace dimsum
