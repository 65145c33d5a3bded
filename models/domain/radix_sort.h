// Sorting many values by a whole number: by counting, a few bits at a time, from the lowest. Equal ones stay in their order.
#pragma once

#include "domain/large_memory.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dimsum {

// `keyOf`: an unsigned number of 32 or 64 bits; called a few times for each value.
template <class Value, class KeyOf>
void sortByKey(std::vector<Value> &values, const KeyOf &keyOf)
{
    using Key = decltype(keyOf(values.front()));
    constexpr unsigned bits = 11, digits = (sizeof(Key) * 8 + bits - 1) / bits;
    constexpr std::size_t buckets = std::size_t{1} << bits;
    std::vector<std::array<std::uint32_t, buckets>> counts(digits);
    for (const Value &each : values) {
        Key key = keyOf(each);
        for (unsigned digit = 0; digit < digits; ++digit, key >>= bits)
            ++counts[digit][key & (buckets - 1)];
    }
    std::vector<Value> sorted;
    for (unsigned digit = 0; digit < digits; ++digit) {
        std::array<std::uint32_t, buckets> &next = counts[digit];
        if (values.empty() || next[(keyOf(values.front()) >> (digit * bits)) & (buckets - 1)] == values.size())
            continue; // all have the same
        std::uint32_t before = 0;
        for (std::uint32_t &bucket : next)
            before += std::exchange(bucket, before);
        resizeLarge(sorted, values.size());
        for (const Value &each : values)
            sorted[next[(keyOf(each) >> (digit * bits)) & (buckets - 1)]++] = each;
        values.swap(sorted);
    }
}

// A key that ascends as the numbers do; no NaN. Both zeros are one.
inline std::uint64_t ascendingKey(double number)
{
    const auto raw = std::bit_cast<std::uint64_t>(number + 0.0);
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    return (raw & sign) != 0 ? ~raw : raw | sign;
}

} // namespace dimsum
