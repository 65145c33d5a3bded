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

struct LogisticLoss {
    const LookalikeFeatures &features;
    std::span<const TrainingRow> rows;
    std::span<const std::size_t> offsets;
    double penalty; // 1 / C

    // The loss at `weights`; its gradient into `gradient`.
    double at(const Vector &weights, Vector &gradient) const
    {
        const std::size_t fields = offsets.size();
        const Eigen::Index last = weights.size() - 1;
        gradient.setZero();
        double loss = 0;
        for (const TrainingRow &row : rows) {
            const auto codes = features.of(row.account);
            double logit = weights[last];
            for (std::size_t field = 0; field < fields; ++field)
                logit += weights[static_cast<Eigen::Index>(offsets[field] + codes[field])];
            // log(1 + e^-m) without overflow, m the margin.
            const double margin = row.positive ? logit : -logit;
            loss += row.weight * (margin > 0 ? std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin)) - margin);
            const double slope = row.weight / (1 + std::exp(margin)) * (row.positive ? -1 : 1);
            for (std::size_t field = 0; field < fields; ++field)
                gradient[static_cast<Eigen::Index>(offsets[field] + codes[field])] += slope;
            gradient[last] += slope;
        }
        loss += penalty / 2 * weights.head(last).squaredNorm();
        gradient.head(last) += penalty * weights.head(last);
        return loss;
    }
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

Vector minimised(const LogisticLoss &loss, Vector weights)
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
    const Vector weights = minimised({features, rows, model.m_offsets, 1 / c}, std::move(start));
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
