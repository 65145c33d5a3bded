// L2-regularised logistic regression over fields of codes: one weight per value of each field (domain.md section 10).
#pragma once

#include "domain/lookalike_features.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dimsum
{

// Rows to learn from: account, whether it is positive, how much it counts.
struct TrainingRow {
    std::uint32_t account = 0;
    bool positive = false;
    float weight = 1;
};

class LogisticModel
{
public:
    // Minimises sum(weight * log loss) + |w|^2 / (2 C), the intercept free, by L-BFGS. One thread, no randomness.
    static LogisticModel fit(const LookalikeFeatures &features, std::span<const TrainingRow> rows, double c);

    double logit(std::span<const std::uint8_t> codes) const;
    double weight(std::size_t field, std::uint8_t code) const { return m_weights[m_offsets[field] + code]; }

private:
    std::vector<std::size_t> m_offsets; // of each field's weights
    std::vector<double> m_weights;      // intercept last
};

} // namespace dimsum
