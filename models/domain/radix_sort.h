// Sorting many values by a whole number: by counting, a few bits at a time, from the lowest. Equal ones stay in their order.
#pragma once

#include "domain/all_cores.h"
#include "domain/large_memory.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dimsum {

// `keyOf`: an unsigned number of 32 or 64 bits; called a few times for each value, from all cores.
template <class Value, class KeyOf>
void sortByKey(std::vector<Value> &values, const KeyOf &keyOf)
{
    using Key = decltype(keyOf(values.front()));
    constexpr unsigned bits = 11, digits = (sizeof(Key) * 8 + bits - 1) / bits;
    constexpr std::size_t buckets = std::size_t{1} << bits, worthACore = 100'000;
    using Counts = std::array<std::uint32_t, buckets>;
    const std::size_t count = values.size(), parts = std::max<std::size_t>(1, std::min(coresToUse(), count / worthACore));
    const auto at = [count, parts](std::size_t part) { return count * part / parts; };
    const auto bucketOf = [&keyOf](const Value &value, unsigned digit) { return static_cast<std::size_t>((keyOf(value) >> (digit * bits)) & (buckets - 1)); };
    // By part, so that each core knows where to put its own.
    std::vector<Counts> counts(parts);
    std::vector<Value> sorted;
    for (unsigned digit = 0; digit < digits; ++digit) {
        eachInAllCores(parts, [&](std::size_t part) {
            counts[part].fill(0);
            for (std::size_t i = at(part); i < at(part + 1); ++i)
                ++counts[part][bucketOf(values[i], digit)];
        });
        bool all = false; // have the same
        std::uint32_t before = 0;
        for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
            const std::uint32_t begin = before;
            for (Counts &mine : counts)
                before += std::exchange(mine[bucket], before);
            all = all || before - begin == count;
        }
        if (all)
            continue;
        resizeLarge(sorted, count);
        eachInAllCores(parts, [&](std::size_t part) {
            Counts &next = counts[part];
            for (std::size_t i = at(part); i < at(part + 1); ++i)
                sorted[next[bucketOf(values[i], digit)]++] = values[i];
        });
        values.swap(sorted);
    }
}

// Sorts rows by a key of at most `wide` bits; equal ones stay in their order. By its upper 32 bits, where the others are the
// same in all: that is half of the memory and of the rounds. Otherwise by the lower ones first.
template <class KeyOf>
void sortRowsByKey(std::vector<std::uint32_t> &rows, unsigned wide, const KeyOf &keyOf)
{
    struct Placed {
        std::uint32_t key;
        std::uint32_t row;
    };
    constexpr unsigned half = 32;
    const unsigned dropped = wide > half ? wide - half : 0;
    const std::uint64_t lower = (std::uint64_t{1} << dropped) - 1;
    std::vector<Placed> placed;
    resizeLarge(placed, rows.size());
    std::atomic<bool> lowerDiffers = false;
    inAllCores(rows.size(), [&](std::size_t begin, std::size_t end) {
        std::uint64_t differs = 0;
        const std::uint64_t first = rows.empty() ? 0 : keyOf(rows[0]);
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint64_t key = keyOf(rows[i]);
            differs |= key ^ first;
            placed[i] = {static_cast<std::uint32_t>(key >> dropped), rows[i]};
        }
        if ((differs & lower) != 0)
            lowerDiffers = true;
    });
    const auto byKey = [](const Placed &each) { return each.key; };
    if (lowerDiffers) {
        const auto rekey = [&](unsigned shift, std::uint64_t mask) {
            inAllCores(placed.size(), [&](std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i)
                    placed[i].key = static_cast<std::uint32_t>(keyOf(placed[i].row) >> shift & mask);
            });
        };
        rekey(0, lower);
        sortByKey(placed, byKey);
        rekey(dropped, ~std::uint64_t{0});
    }
    sortByKey(placed, byKey);
    inAllCores(rows.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            rows[i] = placed[i].row;
    });
}

// A key that ascends as the numbers do; no NaN. Both zeros are one.
inline std::uint64_t ascendingKey(double number)
{
    const auto raw = std::bit_cast<std::uint64_t>(number + 0.0);
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    return (raw & sign) != 0 ? ~raw : raw | sign;
}

} // namespace dimsum
