#include "domain/bagged_trees.h"

#include "domain/seeded_random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace dimsum
{

// Grows one tree after the other into the nodes of a forest.
class TreeGrower
{
public:
    TreeGrower(BaggedTrees &forest, const LookalikeFeatures &features, const TreeRules &rules)
        : m_forest(forest), m_features(features), m_rules(rules)
    {
        for (std::uint16_t field = 0; field < features.fields.size(); ++field) {
            if (features.fields[field].ordered) {
                m_columns.push_back({field, 0, true});
                continue;
            }
            for (std::size_t code = 0; code < features.fields[field].size(); ++code)
                m_columns.push_back({field, static_cast<std::uint8_t>(code), false});
        }
        m_tried = static_cast<std::size_t>(std::max(1.0, std::sqrt(static_cast<double>(m_columns.size()))));
    }

    void grow(std::vector<TrainingRow> rows, SeededRandom &random)
    {
        m_rows = std::move(rows);
        m_forest.m_roots.push_back(newNode(0, m_rows.size()));
        split(m_forest.m_roots.back(), 0, m_rows.size(), 0, random);
    }

private:
    struct Column {
        std::uint16_t field;
        std::uint8_t code;
        bool ordered;
    };
    struct Split {
        Column column;
        double gain;
    };
    struct Tally {
        std::int32_t all = 0, positive = 0;
    };

    std::uint32_t newNode(std::size_t begin, std::size_t end)
    {
        const auto index = static_cast<std::uint32_t>(m_forest.m_nodes.size());
        BaggedTrees::Node node;
        node.share = static_cast<float>(static_cast<double>(tally(begin, end).positive) / static_cast<double>(end - begin));
        node.left = node.right = index;
        m_forest.m_nodes.push_back(node);
        return index;
    }

    Tally tally(std::size_t begin, std::size_t end) const
    {
        Tally sum;
        for (std::size_t i = begin; i < end; ++i) {
            ++sum.all;
            sum.positive += m_rows[i].positive ? 1 : 0;
        }
        return sum;
    }

    // 2 p (1 - p) times the number of rows.
    static double impurity(const Tally &tally)
    {
        if (tally.all == 0)
            return 0;
        const double positive = tally.positive;
        return 2 * positive * (tally.all - positive) / tally.all;
    }

    // How much purer the best split by this column makes the rows; nothing where it cannot split them.
    std::optional<Split> bestSplit(const Column &column, std::size_t begin, std::size_t end, const Tally &whole) const
    {
        std::array<Tally, 256> byCode{};
        const std::size_t codes = m_features.fields[column.field].size();
        for (std::size_t i = begin; i < end; ++i) {
            Tally &sum = byCode[m_features.at(m_rows[i].account, column.field)];
            ++sum.all;
            sum.positive += m_rows[i].positive ? 1 : 0;
        }
        std::optional<Split> best;
        const auto consider = [&](const Tally &left, std::uint8_t code) {
            const Tally right{whole.all - left.all, whole.positive - left.positive};
            if (left.all < m_rules.leaf || right.all < m_rules.leaf)
                return;
            const double gain = impurity(whole) - impurity(left) - impurity(right);
            if (gain > 1e-9 && (!best || gain > best->gain))
                best = Split{{column.field, code, column.ordered}, gain};
        };
        if (!column.ordered) {
            consider(byCode[column.code], column.code);
            return best;
        }
        Tally left;
        for (std::size_t code = 0; code + 1 < codes; ++code) {
            left.all += byCode[code].all;
            left.positive += byCode[code].positive;
            consider(left, static_cast<std::uint8_t>(code));
        }
        return best;
    }

    void split(std::uint32_t node, std::size_t begin, std::size_t end, int depth, SeededRandom &random)
    {
        const Tally whole = tally(begin, end);
        if (depth >= m_rules.depth || whole.all < 2 * m_rules.leaf || whole.positive == 0 || whole.positive == whole.all)
            return;
        // So many columns, and more until one of them can split at all.
        std::optional<Split> best;
        for (std::size_t tried = 0; tried < m_columns.size() && (tried < m_tried || !best); ++tried) {
            const std::size_t pick = tried + random.below(static_cast<std::uint32_t>(m_columns.size() - tried));
            std::swap(m_columns[tried], m_columns[pick]);
            const auto candidate = bestSplit(m_columns[tried], begin, end, whole);
            if (candidate && (!best || candidate->gain > best->gain))
                best = candidate;
        }
        if (!best)
            return;
        const Column by = best->column;
        const auto goesLeft = [this, by](const TrainingRow &row) {
            const std::uint8_t code = m_features.at(row.account, by.field);
            return by.ordered ? code <= by.code : code == by.code;
        };
        const auto middle = std::partition(m_rows.begin() + static_cast<std::ptrdiff_t>(begin),
                                           m_rows.begin() + static_cast<std::ptrdiff_t>(end), goesLeft);
        const auto cut = static_cast<std::size_t>(middle - m_rows.begin());
        const std::uint32_t left = newNode(begin, cut);
        const std::uint32_t right = newNode(cut, end);
        BaggedTrees::Node &parent = m_forest.m_nodes[node];
        parent.field = by.field;
        parent.code = by.code;
        parent.ordered = by.ordered;
        parent.left = left;
        parent.right = right;
        split(left, begin, cut, depth + 1, random);
        split(right, cut, end, depth + 1, random);
    }

    BaggedTrees &m_forest;
    const LookalikeFeatures &m_features;
    TreeRules m_rules;
    std::vector<Column> m_columns;
    std::size_t m_tried = 1;
    std::vector<TrainingRow> m_rows;
};

BaggedTrees BaggedTrees::fit(const LookalikeFeatures &features, std::span<const TrainingRow> rows, const TreeRules &rules,
                             std::uint64_t seed)
{
    std::vector<TrainingRow> positives, others;
    for (const TrainingRow &row : rows)
        (row.positive ? positives : others).push_back(row);
    BaggedTrees forest;
    if (positives.empty() || others.empty())
        return forest;
    TreeGrower grower(forest, features, rules);
    const std::size_t perClass = std::min(positives.size(), rules.mostPerClass);
    for (int tree = 0; tree < rules.trees; ++tree) {
        SeededRandom random(seed, static_cast<std::uint64_t>(tree));
        std::vector<TrainingRow> drawn;
        for (const auto *group : {&positives, &others}) {
            for (std::size_t i = 0; i < perClass; ++i)
                drawn.push_back((*group)[random.below(static_cast<std::uint32_t>(group->size()))]);
        }
        grower.grow(std::move(drawn), random);
    }
    return forest;
}

std::uint32_t BaggedTrees::next(std::uint32_t node, std::span<const std::uint8_t> codes) const
{
    const Node &at = m_nodes[node];
    const std::uint8_t code = codes[at.field];
    return (at.ordered ? code <= at.code : code == at.code) ? at.left : at.right;
}

double BaggedTrees::share(std::span<const std::uint8_t> codes) const
{
    double sum = 0;
    for (std::uint32_t node : m_roots) {
        while (m_nodes[node].left != node)
            node = next(node, codes);
        sum += m_nodes[node].share;
    }
    return m_roots.empty() ? 0 : sum / static_cast<double>(m_roots.size());
}

void BaggedTrees::contributions(std::span<const std::uint8_t> codes, std::span<float> into) const
{
    for (std::uint32_t node : m_roots) {
        while (m_nodes[node].left != node) {
            const std::uint32_t child = next(node, codes);
            into[m_nodes[node].field] += (m_nodes[child].share - m_nodes[node].share) / static_cast<float>(m_roots.size());
            node = child;
        }
    }
}

} // namespace dimsum
