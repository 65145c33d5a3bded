#include "domain/logistic_learner.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <deque>

namespace dimsum
{

namespace
{

using Vector = Eigen::VectorXd;

// Fields taken together, so that a row of fifty fields needs a look at some fifteen sums only: the codes of the fields of a
// group make one code, whose weight is the sum of theirs.
class FieldGroups
{
public:
    FieldGroups(const LookalikeFeatures &features, std::span<const TrainingRow> rows, std::span<const std::size_t> offsets)
        : m_offsets(offsets)
    {
        constexpr std::size_t mostCodes = 1024; // of a group: the sums of all groups stay in the cache
        for (std::size_t field = 0; field < features.fields.size(); ++field) {
            const std::size_t size = features.fields[field].size();
            if (m_groups.empty() || m_groups.back().codes * size > mostCodes)
                m_groups.push_back({.begin = field, .sizes = {}, .first = m_sums});
            else
                m_sums -= m_groups.back().codes;
            Group &group = m_groups.back();
            group.sizes.push_back(size);
            group.codes *= size;
            m_sums += group.codes;
        }
        m_codes.reserve(rows.size() * m_groups.size());
        for (const TrainingRow &row : rows) {
            const auto codes = features.of(row.account);
            for (const Group &group : m_groups) {
                std::size_t code = 0;
                for (std::size_t i = 0; i < group.sizes.size(); ++i)
                    code = code * group.sizes[i] + codes[group.begin + i];
                m_codes.push_back(static_cast<std::uint32_t>(group.first + code));
            }
        }
    }

    std::size_t groups() const { return m_groups.size(); }
    std::size_t sums() const { return m_sums; }
    // Places of a training row among the sums, one per group.
    std::span<const std::uint32_t> of(std::size_t row) const { return std::span(m_codes).subspan(row * m_groups.size(), m_groups.size()); }

    void gather(const Vector &weights, std::vector<double> &sums) const
    {
        for (const Group &group : m_groups)
            eachCode(group, [&](std::size_t place, std::size_t weight, bool first) {
                sums[place] = (first ? 0 : sums[place]) + weights[static_cast<Eigen::Index>(weight)];
            });
    }
    void spread(const std::vector<double> &sums, Vector &gradient) const
    {
        for (const Group &group : m_groups)
            eachCode(group, [&](std::size_t place, std::size_t weight, bool) { gradient[static_cast<Eigen::Index>(weight)] += sums[place]; });
    }

private:
    struct Group {
        std::size_t begin = 0; // first field
        std::vector<std::size_t> sizes;
        std::size_t first = 0; // place of its code 0 among the sums
        std::size_t codes = 1;
    };

    // use(place, weight, whether it is the first of the place) for every field of every code.
    template <class Use>
    void eachCode(const Group &group, const Use &use) const
    {
        for (std::size_t code = 0; code < group.codes; ++code) {
            std::size_t rest = code;
            for (std::size_t i = group.sizes.size(); i-- > 0;) {
                use(group.first + code, m_offsets[group.begin + i] + rest % group.sizes[i], i + 1 == group.sizes.size());
                rest /= group.sizes[i];
            }
        }
    }

    std::span<const std::size_t> m_offsets; // of the weights of each field
    std::vector<Group> m_groups;
    std::size_t m_sums = 0;
    std::vector<std::uint32_t> m_codes; // row by row
};

class LogisticLoss
{
public:
    LogisticLoss(const LookalikeFeatures &features, std::span<const TrainingRow> rows, std::span<const std::size_t> offsets, double penalty)
        : m_rows(rows), m_groups(features, rows, offsets), m_penalty(penalty), m_weightSums(m_groups.sums()), m_slopeSums(m_groups.sums())
    {
    }

    // The loss at `weights`; its gradient into `gradient`.
    double at(const Vector &weights, Vector &gradient)
    {
        const Eigen::Index last = weights.size() - 1;
        m_groups.gather(weights, m_weightSums);
        std::fill(m_slopeSums.begin(), m_slopeSums.end(), 0.0);
        double loss = 0, slopes = 0;
        for (std::size_t at = 0; at < m_rows.size(); ++at) {
            const TrainingRow &row = m_rows[at];
            const auto places = m_groups.of(at);
            double logit = weights[last];
            for (const std::uint32_t place : places)
                logit += m_weightSums[place];
            // log(1 + e^-m) without overflow, m the margin.
            const double margin = row.positive ? logit : -logit;
            const double power = std::exp(-std::abs(margin));
            loss += row.weight * (std::log1p(power) + (margin < 0 ? -margin : 0));
            const double slope = row.weight * (margin > 0 ? power : 1.0) / (1 + power) * (row.positive ? -1 : 1);
            for (const std::uint32_t place : places)
                m_slopeSums[place] += slope;
            slopes += slope;
        }
        gradient.setZero();
        m_groups.spread(m_slopeSums, gradient);
        gradient[last] = slopes;
        loss += m_penalty / 2 * weights.head(last).squaredNorm();
        gradient.head(last) += m_penalty * weights.head(last);
        return loss;
    }

private:
    std::span<const TrainingRow> m_rows;
    FieldGroups m_groups;
    double m_penalty; // 1 / C
    std::vector<double> m_weightSums, m_slopeSums;
};

// The two-loop recursion of L-BFGS (Nocedal and Wright, algorithm 7.4).
class LbfgsMemory
{
public:
    void add(Vector step, Vector change)
    {
        const double product = step.dot(change);
        if (product <= 1e-12)
            return;
        m_pairs.push_back({std::move(step), std::move(change), 1 / product});
        if (m_pairs.size() > 8)
            m_pairs.pop_front();
    }

    Vector direction(const Vector &gradient) const
    {
        Vector q = gradient;
        std::vector<double> alphas(m_pairs.size());
        for (std::size_t i = m_pairs.size(); i-- > 0;) {
            alphas[i] = m_pairs[i].rho * m_pairs[i].step.dot(q);
            q -= alphas[i] * m_pairs[i].change;
        }
        if (!m_pairs.empty())
            q *= 1 / (m_pairs.back().rho * m_pairs.back().change.squaredNorm());
        for (std::size_t i = 0; i < m_pairs.size(); ++i)
            q += (alphas[i] - m_pairs[i].rho * m_pairs[i].change.dot(q)) * m_pairs[i].step;
        return -q;
    }

private:
    struct Pair {
        Vector step, change;
        double rho;
    };
    std::deque<Pair> m_pairs;
};

Vector minimised(LogisticLoss loss, Vector weights)
{
    constexpr int mostSteps = 200;
    constexpr double tolerance = 1e-5; // of the gradient, beside its size at the start
    Vector gradient(weights.size()), nextGradient(weights.size());
    LbfgsMemory memory;
    double value = loss.at(weights, gradient);
    const double enough = tolerance * std::max(1.0, gradient.lpNorm<Eigen::Infinity>());
    for (int step = 0; step < mostSteps && gradient.lpNorm<Eigen::Infinity>() > enough; ++step) {
        const Vector direction = memory.direction(gradient);
        const double slope = direction.dot(gradient);
        if (slope >= 0)
            break;
        double length = step == 0 ? 1 / std::max(1.0, gradient.norm()) : 1.0;
        Vector next;
        double nextValue = value;
        for (int halving = 0; halving < 40; ++halving, length /= 2) {
            next = weights + length * direction;
            nextValue = loss.at(next, nextGradient);
            if (nextValue <= value + 1e-4 * length * slope)
                break;
        }
        if (!(nextValue < value))
            break;
        memory.add(next - weights, nextGradient - gradient);
        weights = std::move(next);
        gradient = nextGradient;
        value = nextValue;
    }
    return weights;
}

} // namespace

LogisticModel LogisticModel::fit(const LookalikeFeatures &features, std::span<const TrainingRow> rows, double c)
{
    LogisticModel model;
    std::size_t size = 0;
    for (const LookalikeField &field : features.fields) {
        model.m_offsets.push_back(size);
        size += field.size();
    }
    Vector start = Vector::Zero(static_cast<Eigen::Index>(size + 1));
    double positives = 0, others = 0;
    for (const TrainingRow &row : rows)
        (row.positive ? positives : others) += row.weight;
    start[static_cast<Eigen::Index>(size)] = std::log((positives + 1) / (others + 1));
    const Vector weights = minimised(LogisticLoss(features, rows, model.m_offsets, 1 / c), std::move(start));
    model.m_weights.assign(weights.data(), weights.data() + weights.size());
    return model;
}

double LogisticModel::logit(std::span<const std::uint8_t> codes) const
{
    double sum = m_weights.back();
    for (std::size_t field = 0; field < codes.size(); ++field)
        sum += m_weights[m_offsets[field] + codes[field]];
    return sum;
}

} // namespace dimsum
