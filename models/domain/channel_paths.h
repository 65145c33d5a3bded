// Credit by channel from whole paths (domain.md section 11): what path files and the Markov and Shapley models
// rest on. Channels are numbered from 0. Pure functions, any thread; no randomness anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dimsum
{

// First-order transitions between start, channels, conversion and null, as counts. Adding a path again adds up.
// Memory: 8 * channels^2 bytes.
class Transitions
{
public:
    explicit Transitions(std::size_t channels);

    // One path (not empty) that ended in `conversions` conversions worth `value` in all and in `nulls` losses;
    // all three >= 0. A channel that follows itself counts too: it changes no removal effect.
    void add(std::span<const std::uint32_t> path, double conversions, double value, double nulls);

    std::size_t channels() const { return m_channels; }

    // By channel: the share of conversions lost if every visit to the channel ended in null, 0..1. Exact, by one
    // linear solve. All 0 without a conversion.
    std::vector<double> removalEffects() const;
    // The same of the value: a conversion that leaves a channel is worth that channel's mean value of one.
    std::vector<double> valueRemovalEffects() const;

private:
    std::vector<double> effects(std::span<const double> reward) const;

    std::size_t m_channels;
    std::vector<double> m_steps;       // (channels + 1) x channels; row 0 is the start
    std::vector<double> m_conversions; // by channel that a path ended on
    std::vector<double> m_values;
    std::vector<double> m_nulls;
};

// One line of a path file.
struct ChannelPath {
    std::vector<std::uint32_t> channels; // not empty
    double conversions = 0;
    double value = 0;
    double nulls = 0;
};

// Conversions and value, each by channel.
struct ChannelCredit {
    std::vector<double> conversions;
    std::vector<double> value;
};

struct PathCredit {
    ChannelCredit first, last, linear, uShape, markov, shapley;
    std::vector<double> removalEffects; // of conversions, by channel
};

// U is 40 / 20 / 40 on first and last touch: a path of one touch gives it all, one of two halves it. Markov
// splits conversions by their removal effects and value by its own; Shapley shares a path equally over its
// distinct channels.
PathCredit creditPaths(std::span<const ChannelPath> paths, std::size_t channels);

} // namespace dimsum
