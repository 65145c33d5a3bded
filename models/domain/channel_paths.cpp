#include "domain/channel_paths.h"

#include <Eigen/LU>

#include <algorithm>
#include <numeric>

namespace dimsum
{

Transitions::Transitions(std::size_t channels)
    : m_channels(channels), m_steps((channels + 1) * channels), m_conversions(channels), m_values(channels),
      m_nulls(channels)
{
}

void Transitions::add(std::span<const std::uint32_t> path, double conversions, double value, double nulls)
{
    const double times = conversions + nulls;
    std::size_t row = 0;
    for (const std::uint32_t channel : path) {
        m_steps[row * m_channels + channel] += times;
        row = channel + 1;
    }
    m_conversions[path.back()] += conversions;
    m_values[path.back()] += value;
    m_nulls[path.back()] += nulls;
}

std::vector<double> Transitions::effects(std::span<const double> reward) const
{
    const auto size = static_cast<Eigen::Index>(m_channels);
    std::vector<double> effect(m_channels, 0.0);
    if (size == 0)
        return effect;
    // Channels that no path with a weight visits keep an empty row: they lead nowhere and are never reached.
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(size, size);
    Eigen::VectorXd gain = Eigen::VectorXd::Zero(size);
    for (std::size_t from = 0; from < m_channels; ++from) {
        const double *steps = m_steps.data() + (from + 1) * m_channels;
        const double out = std::accumulate(steps, steps + m_channels, m_conversions[from] + m_nulls[from]);
        if (out <= 0)
            continue;
        const auto row = static_cast<Eigen::Index>(from);
        for (std::size_t to = 0; to < m_channels; ++to)
            matrix(row, static_cast<Eigen::Index>(to)) -= steps[to] / out;
        gain(row) = reward[from] / out;
    }
    Eigen::RowVectorXd start = Eigen::RowVectorXd::Zero(size);
    const double starts = std::accumulate(m_steps.begin(), m_steps.begin() + static_cast<std::ptrdiff_t>(m_channels), 0.0);
    if (starts <= 0)
        return effect;
    for (std::size_t to = 0; to < m_channels; ++to)
        start(static_cast<Eigen::Index>(to)) = m_steps[to] / starts;

    // N = (I - Q)^-1 counts visits, h = N g is what is gained from a channel on. Ending every visit to c in null
    // loses what passes through c: the chance to reach it at all, (start N)_c / N_cc, times h_c.
    const Eigen::MatrixXd visits = Eigen::PartialPivLU<Eigen::MatrixXd>(matrix).inverse();
    const Eigen::VectorXd gained = visits * gain;
    const Eigen::RowVectorXd fromStart = start * visits;
    const double all = start * gained;
    if (!(all > 0))
        return effect;
    for (std::size_t channel = 0; channel < m_channels; ++channel) {
        const auto c = static_cast<Eigen::Index>(channel);
        effect[channel] = std::clamp(fromStart(c) / visits(c, c) * gained(c) / all, 0.0, 1.0);
    }
    return effect;
}

std::vector<double> Transitions::removalEffects() const
{
    return effects(m_conversions);
}

std::vector<double> Transitions::valueRemovalEffects() const
{
    // Conversions that leave a channel times the channel's mean value of one: its value, where it has any conversion.
    return effects(m_values);
}

namespace
{

// `whole` in proportion to `shares`; all zero gives zeros.
std::vector<double> splitBy(const std::vector<double> &shares, double whole)
{
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<double> parts(shares.size(), 0.0);
    for (std::size_t i = 0; i < shares.size() && sum > 0; ++i)
        parts[i] = whole * shares[i] / sum;
    return parts;
}

void give(ChannelCredit &credit, std::uint32_t channel, double share, const ChannelPath &path)
{
    credit.conversions[channel] += share * path.conversions;
    credit.value[channel] += share * path.value;
}

} // namespace

PathCredit creditPaths(std::span<const ChannelPath> paths, std::size_t channels)
{
    PathCredit credit;
    for (ChannelCredit *model : {&credit.first, &credit.last, &credit.linear, &credit.uShape, &credit.shapley}) {
        model->conversions.assign(channels, 0.0);
        model->value.assign(channels, 0.0);
    }
    Transitions transitions(channels);
    double conversions = 0;
    double value = 0;
    std::vector<std::uint32_t> distinct;
    for (const ChannelPath &path : paths) {
        conversions += path.conversions;
        value += path.value;
        transitions.add(path.channels, path.conversions, path.value, path.nulls);
        const std::size_t length = path.channels.size();
        give(credit.first, path.channels.front(), 1.0, path);
        give(credit.last, path.channels.back(), 1.0, path);
        const double equal = 1.0 / static_cast<double>(length);
        const double end = length > 2 ? 0.4 : 0.5;
        const double middle = length > 2 ? 0.2 / static_cast<double>(length - 2) : 0.0;
        for (std::size_t i = 0; i < length; ++i) {
            give(credit.linear, path.channels[i], equal, path);
            if (i != 0 && i + 1 != length)
                give(credit.uShape, path.channels[i], middle, path);
        }
        give(credit.uShape, path.channels.front(), end, path);
        give(credit.uShape, path.channels.back(), end, path);
        distinct.assign(path.channels.begin(), path.channels.end());
        std::sort(distinct.begin(), distinct.end());
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
        for (const std::uint32_t channel : distinct)
            give(credit.shapley, channel, 1.0 / static_cast<double>(distinct.size()), path);
    }
    credit.removalEffects = transitions.removalEffects();
    credit.markov.conversions = splitBy(credit.removalEffects, conversions);
    credit.markov.value = splitBy(transitions.valueRemovalEffects(), value);
    return credit;
}

} // namespace dimsum
