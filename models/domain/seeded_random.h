// Random numbers that are the same on every machine for the same seed: the generators of the standard library are
// exact, but their distributions differ between libraries.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>

namespace dimsum {

// splitmix64 (Steele, Lea, Flood 2014): one multiplication chain per number, any seed is good.
class SeededRandom
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    // An own stream for item `index` of the whole that `seed` stands for.
    SeededRandom(std::uint64_t seed, std::uint64_t index) : m_state(seed + (index + 1) * 0xd1342543de82ef95ULL)
    {
        m_state = next();
    }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    // 0 <= x < 1, 53 bits.
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return unit() < probability; }
    // 0 .. count - 1; count must not be 0.
    std::uint32_t below(std::uint32_t count)
    {
        return static_cast<std::uint32_t>(((next() >> 32) * count) >> 32);
    }
    // first .. last, both included.
    int between(int first, int last) { return first + static_cast<int>(below(static_cast<std::uint32_t>(last - first + 1))); }
    // Mean 0, standard deviation 1 (Box-Muller; the second value is not kept, so that a stream has no hidden state).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
        return radius * std::cos(2.0 * std::numbers::pi * unit());
    }
    // Index with probability in proportion to its weight; the weights must not all be 0.
    std::size_t weighted(std::span<const double> weights)
    {
        double sum = 0;
        for (const double weight : weights)
            sum += weight;
        double point = unit() * sum;
        for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
            point -= weights[i];
            if (point < 0)
                return i;
        }
        return weights.size() - 1;
    }
    template <class T>
    const T &pick(std::span<const T> items)
    {
        return items[below(static_cast<std::uint32_t>(items.size()))];
    }

private:
    std::uint64_t m_state;
};

} // namespace dimsum
