#include "domain/lookalikes.h"

#include "domain/all_cores.h"
#include "domain/bagged_trees.h"
#include "domain/logistic_learner.h"
#include "domain/seeded_random.h"
#include "domain/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <tuple>

namespace dimsum
{

std::string_view learnerName(Learner learner)
{
    return learner == Learner::logistic ? "logistic regression" : "bagged trees";
}

namespace
{

// Beyond these a model learns nothing more; the unlabelled that stand for the rest count so much more.
constexpr std::size_t mostPositives = 50'000, mostOthers = 150'000;
constexpr std::size_t mostNeighbours = 2000; // positives that nearest ones are looked for among; of more, a seeded sample

void shuffle(std::vector<std::uint32_t> &rows, SeededRandom &random)
{
    for (std::size_t left = rows.size(); left > 1; --left)
        std::swap(rows[left - 1], rows[random.below(static_cast<std::uint32_t>(left))]);
}

// The fold that each account is held out in: positives and others are dealt out evenly.
std::vector<std::uint8_t> dealFolds(std::span<const std::uint8_t> positive, const LookalikeRules &rules)
{
    std::vector<std::uint8_t> fold(positive.size());
    SeededRandom random(rules.seed);
    for (const std::uint8_t group : {std::uint8_t{1}, std::uint8_t{0}}) {
        std::vector<std::uint32_t> rows;
        for (std::uint32_t row = 0; row < positive.size(); ++row) {
            if (positive[row] == group)
                rows.push_back(row);
        }
        shuffle(rows, random);
        for (std::size_t i = 0; i < rows.size(); ++i)
            fold[rows[i]] = static_cast<std::uint8_t>(i % static_cast<std::size_t>(rules.folds));
    }
    return fold;
}

std::vector<TrainingRow> trainingRows(std::span<const std::uint8_t> positive, std::span<const std::uint8_t> fold,
                                      std::uint8_t heldOut, std::uint64_t seed)
{
    std::vector<TrainingRow> rows;
    for (const std::uint8_t group : {std::uint8_t{1}, std::uint8_t{0}}) {
        std::vector<std::uint32_t> members;
        for (std::uint32_t row = 0; row < positive.size(); ++row) {
            if (fold[row] != heldOut && positive[row] == group)
                members.push_back(row);
        }
        const std::size_t most = group == 1 ? mostPositives : mostOthers;
        float weight = 1;
        if (members.size() > most) {
            SeededRandom random(seed, heldOut);
            shuffle(members, random);
            weight = static_cast<float>(members.size()) / static_cast<float>(most);
            members.resize(most);
            std::sort(members.begin(), members.end()); // memory is read in order
        }
        for (const std::uint32_t row : members)
            rows.push_back({row, group == 1, weight});
    }
    return rows;
}

// Of positives against all others; ties count half.
double areaUnderCurve(std::span<const double> scores, std::span<const std::uint8_t> positive, std::span<const std::uint8_t> counted)
{
    std::vector<std::pair<double, std::uint8_t>> order;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (counted.empty() || counted[i] != 0)
            order.emplace_back(scores[i], positive[i]);
    }
    std::sort(order.begin(), order.end());
    double ranks = 0, positives = 0;
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        double tied = 0;
        while (end < order.size() && order[end].first == order[i].first)
            tied += order[end++].second;
        ranks += tied * (static_cast<double>(i + end) + 1) / 2; // mean rank, from 1
        positives += tied;
        i = end;
    }
    const double others = static_cast<double>(order.size()) - positives;
    return positives > 0 && others > 0 ? (ranks - positives * (positives + 1) / 2) / (positives * others) : 0.5;
}

std::vector<std::uint32_t> ranked(std::span<const double> scores)
{
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&scores](std::uint32_t a, std::uint32_t b) {
        // Rankings round to 1e-9 and end on the key (domain.md section 2).
        return std::tuple(-std::llround(scores[a] * 1e9), a) < std::tuple(-std::llround(scores[b] * 1e9), b);
    });
    return order;
}

struct RecallCount {
    double found = 0, all = 0;
    double share() const { return all > 0 ? found / all : 0; }
};

LearnerReport reportOf(std::span<const double> scores, std::span<const std::uint8_t> positive,
                       std::span<const std::uint8_t> fold, int folds)
{
    LearnerReport report;
    report.auc = areaUnderCurve(scores, positive, {});
    const std::vector<std::uint32_t> order = ranked(scores);
    const auto recall = [&](double share, std::optional<std::uint8_t> mask) {
        const auto top = static_cast<std::size_t>(std::max(1LL, std::llround(share * static_cast<double>(order.size()))));
        RecallCount count;
        for (std::size_t place = 0; place < order.size(); ++place) {
            if (positive[order[place]] == 0 || (mask && fold[order[place]] != *mask))
                continue;
            ++count.all;
            count.found += place < top ? 1 : 0;
        }
        return count.share();
    };
    report.recall5 = recall(0.05, {});
    report.recall10 = recall(0.10, {});
    report.recall20 = recall(0.20, {});
    std::vector<double> areas, recalls;
    std::vector<std::uint8_t> counted(scores.size());
    for (std::uint8_t mask = 0; mask < folds; ++mask) {
        for (std::size_t i = 0; i < counted.size(); ++i)
            counted[i] = fold[i] == mask ? 1 : 0;
        areas.push_back(areaUnderCurve(scores, positive, counted));
        recalls.push_back(recall(0.10, mask));
    }
    report.aucSpread = sampleDeviation(areas);
    report.recall10Spread = sampleDeviation(recalls);
    return report;
}

double sigmoid(double logit)
{
    return 1 / (1 + std::exp(-logit));
}

// The share of a balanced draw as a probability under the true shares of the classes.
double unbalanced(double share, double positives, double others)
{
    constexpr double edge = 1e-6;
    const double clipped = std::clamp(share, edge, 1 - edge);
    const double odds = clipped / (1 - clipped) * positives / others;
    return odds / (1 + odds);
}

struct FoldModels {
    LogisticModel logistic;
    BaggedTrees trees;
};

void takeStrongest(LookalikeAccount &account, std::span<const float> byField, std::span<const std::uint8_t> codes)
{
    constexpr float nothing = 1e-6F;
    for (std::uint16_t field = 0; field < byField.size(); ++field) {
        LookalikeFactor factor{field, codes[field], byField[field]};
        if (std::abs(factor.weight) < nothing)
            continue;
        for (LookalikeFactor &place : account.factors) {
            if (std::abs(factor.weight) > std::abs(place.weight))
                std::swap(place, factor);
        }
    }
}

// Codes of some accounts side by side, each row filled up with zeros to whole strides, so that the loops over them need
// no rest and the compiler compares many codes at once.
class PaddedCodes
{
public:
    static constexpr std::size_t stride = 16;

    explicit PaddedCodes(std::size_t fields) : m_fields(fields), m_width((fields + stride - 1) / stride * stride) {}

    void add(std::span<const std::uint8_t> codes)
    {
        m_codes.insert(m_codes.end(), codes.begin(), codes.end());
        m_codes.resize(m_codes.size() + m_width - m_fields, 0);
    }
    void clear() { m_codes.clear(); }
    const std::uint8_t *row(std::size_t at) const { return m_codes.data() + at * m_width; }

    // In how many fields two rows of this width differ.
    std::uint32_t differences(const std::uint8_t *a, const std::uint8_t *b) const
    {
        std::uint32_t differs = 0;
        for (std::size_t begin = 0; begin < m_width; begin += stride) {
            std::uint8_t some = 0;
            for (std::size_t i = 0; i < stride; ++i)
                some = static_cast<std::uint8_t>(some + (a[begin + i] != b[begin + i] ? 1 : 0));
            differs += some;
        }
        return differs;
    }

private:
    std::size_t m_fields, m_width;
    std::vector<std::uint8_t> m_codes;
};

void takeNearest(LookalikeAccount &account, std::uint32_t row, const std::uint8_t *codes, std::span<const std::uint32_t> neighbours,
                 const PaddedCodes &neighbourCodes)
{
    std::array<std::uint32_t, 3> distance{noAccount, noAccount, noAccount};
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        if (neighbours[i] == row)
            continue;
        std::uint32_t differs = neighbourCodes.differences(codes, neighbourCodes.row(i));
        if (differs >= distance.back())
            continue;
        std::uint32_t candidate = neighbours[i];
        for (std::size_t place = 0; place < distance.size(); ++place) {
            if (differs < distance[place]) {
                std::swap(differs, distance[place]);
                std::swap(candidate, account.nearest[place]);
            }
        }
    }
}

// Mean weight of every field over all accounts: a factor is what an account has more or less than that.
std::vector<std::vector<double>> centredWeights(const LogisticModel &model, const LookalikeFeatures &features,
                                                std::span<const std::vector<std::int64_t>> counts)
{
    std::vector<std::vector<double>> weights(features.fields.size());
    for (std::size_t field = 0; field < weights.size(); ++field) {
        double sum = 0;
        for (std::size_t code = 0; code < features.fields[field].size(); ++code)
            sum += static_cast<double>(counts[field][code]) * model.weight(field, static_cast<std::uint8_t>(code));
        for (std::size_t code = 0; code < features.fields[field].size(); ++code)
            weights[field].push_back(model.weight(field, static_cast<std::uint8_t>(code)) - sum / static_cast<double>(features.accounts));
    }
    return weights;
}

} // namespace

std::vector<TrainingRow> foldRows(std::span<const std::uint8_t> positive, const LookalikeRules &rules, std::uint8_t heldOut)
{
    return trainingRows(positive, dealFolds(positive, rules), heldOut, rules.seed);
}

LookalikeResult findLookalikes(const LookalikeFeatures &features, std::span<const std::uint8_t> positive,
                               const LookalikeRules &rules, const Progress &progress)
{
    LookalikeResult result;
    const std::size_t count = features.accounts;
    result.positives = std::accumulate(positive.begin(), positive.end(), std::int64_t{0});
    const std::vector<std::uint8_t> fold = dealFolds(positive, rules);
    const auto folds = static_cast<std::size_t>(rules.folds);

    // One task per fold and learner.
    std::vector<FoldModels> models(folds);
    eachInAllCores(folds * 2, [&](std::size_t task) {
        if (progress.cancelled())
            return;
        const std::size_t heldOut = task / 2;
        const auto rows = trainingRows(positive, fold, static_cast<std::uint8_t>(heldOut), rules.seed);
        if (task % 2 == 0)
            models[heldOut].logistic = LogisticModel::fit(features, rows, rules.inverseRegularisation);
        else
            models[heldOut].trees = BaggedTrees::fit(features, rows, {.trees = rules.trees, .depth = rules.depth, .leaf = rules.leaf},
                                                     rules.seed + heldOut + 1);
    });
    if (progress.cancelled())
        return {};
    progress.at(40, 100);

    std::array<std::vector<double>, 2> scores;
    for (auto &of : scores)
        of.resize(count);
    inAllCores(count, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end && !progress.cancelled(); ++row) {
            scores[0][row] = models[fold[row]].logistic.logit(features.of(row));
            scores[1][row] = models[fold[row]].trees.share(features.of(row));
        }
    });
    if (progress.cancelled())
        return {};
    progress.at(65, 100);
    eachInAllCores(2, [&](std::size_t learner) { result.reports[learner] = reportOf(scores[learner], positive, fold, rules.folds); });
    const auto merit = [](const LearnerReport &report) { return std::tuple(report.recall10, report.auc); };
    result.chosen = merit(result.reports[1]) > merit(result.reports[0]) ? Learner::baggedTrees : Learner::logistic;

    const auto others = static_cast<double>(static_cast<std::int64_t>(count) - result.positives);
    const auto probability = [&](std::size_t learner, std::size_t row) {
        return learner == 0 ? sigmoid(scores[0][row]) : unbalanced(scores[1][row], static_cast<double>(result.positives), others);
    };
    for (std::size_t learner = 0; learner < 2; ++learner) {
        double sum = 0;
        for (std::size_t row = 0; row < count; ++row)
            sum += positive[row] != 0 ? probability(learner, row) : 0;
        result.reports[learner].calibration = sum / static_cast<double>(result.positives);
    }

    const auto chosen = static_cast<std::size_t>(result.chosen);
    const double c = result.reports[chosen].calibration;
    result.accounts.resize(count);
    std::vector<std::vector<std::int64_t>> counts;
    for (const LookalikeField &field : features.fields)
        counts.emplace_back(field.size());
    for (std::size_t row = 0; row < count; ++row) {
        const auto codes = features.of(row);
        for (std::size_t field = 0; field < codes.size(); ++field)
            ++counts[field][codes[field]];
    }
    std::vector<std::vector<std::vector<double>>> centred;
    for (const FoldModels &model : models)
        centred.push_back(result.chosen == Learner::logistic ? centredWeights(model.logistic, features, counts) : std::vector<std::vector<double>>{});
    std::vector<std::uint32_t> neighbours;
    for (std::uint32_t row = 0; row < count; ++row) {
        if (positive[row] != 0)
            neighbours.push_back(row);
    }
    if (neighbours.size() > mostNeighbours) {
        SeededRandom random(rules.seed, 99);
        shuffle(neighbours, random);
        neighbours.resize(mostNeighbours);
        std::sort(neighbours.begin(), neighbours.end());
    }
    PaddedCodes neighbourCodes(features.fields.size());
    for (const std::uint32_t row : neighbours)
        neighbourCodes.add(features.of(row));

    inAllCores(count, [&](std::size_t begin, std::size_t end) {
        std::vector<float> byField(features.fields.size());
        PaddedCodes own(features.fields.size());
        for (std::size_t row = begin; row < end && !progress.cancelled(); ++row) {
            LookalikeAccount &account = result.accounts[row];
            account.score = scores[chosen][row];
            account.probability = c > 0 ? std::min(1.0, probability(chosen, row) / c) : 0;
            const auto codes = features.of(row);
            if (result.chosen == Learner::logistic) {
                for (std::size_t field = 0; field < byField.size(); ++field)
                    byField[field] = static_cast<float>(centred[fold[row]][field][codes[field]]);
            } else {
                std::fill(byField.begin(), byField.end(), 0.0F);
                models[fold[row]].trees.contributions(codes, byField);
            }
            takeStrongest(account, byField, codes);
            own.clear();
            own.add(codes);
            takeNearest(account, static_cast<std::uint32_t>(row), own.row(0), neighbours, neighbourCodes);
        }
    });
    if (progress.cancelled())
        return {};
    const std::vector<std::uint32_t> order = ranked(scores[chosen]);
    for (std::uint32_t place = 0; place < count; ++place)
        result.accounts[order[place]].rank = place + 1;
    progress.at(100, 100);
    return result;
}

} // namespace dimsum
