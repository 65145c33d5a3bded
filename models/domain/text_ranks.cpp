#include "domain/text_ranks.h"

#include "domain/all_cores.h"

#include <algorithm>
#include <cstring>

namespace dimsum {

namespace {

constexpr std::size_t wordBytes = sizeof(std::uint64_t);

unsigned char lowered(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

// Eight bytes at once: which of them are capitals is found by two sums that run over into the highest bit of each byte.
std::uint64_t lowered(std::uint64_t word)
{
    constexpr std::uint64_t each = 0x0101010101010101u, highest = 0x80 * each;
    const std::uint64_t low = word & ~highest;
    const std::uint64_t fromA = low + (0x80 - 'A') * each, afterZ = low + (0x7f - 'Z') * each;
    const std::uint64_t capitals = ~word & (fromA ^ afterZ) & highest;
    return word | capitals >> 2; // 32, where a letter says 128
}

// Below 0, 0 or above it.
int compareWithoutCase(std::string_view a, std::string_view b)
{
    const std::size_t both = std::min(a.size(), b.size());
    std::size_t at = 0;
    for (; at + wordBytes <= both; at += wordBytes) {
        std::uint64_t first = 0, second = 0;
        std::memcpy(&first, a.data() + at, wordBytes);
        std::memcpy(&second, b.data() + at, wordBytes);
        if (first == second)
            continue;
        first = lowered(first);
        second = lowered(second);
        if (first != second)
            return std::memcmp(&first, &second, wordBytes);
    }
    for (; at < both; ++at)
        if (const int difference = int{lowered(a[at])} - int{lowered(b[at])}; difference != 0)
            return difference;
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

// What all texts begin with, as ids of one source do: it decides nothing.
std::size_t commonBeginning(std::size_t count, const std::function<std::string_view(std::size_t)> &text)
{
    if (count == 0)
        return 0;
    const std::string_view first = text(0);
    std::size_t common = first.size();
    for (std::size_t i = 1; i < count && common > 0; ++i) {
        const std::string_view other = text(i);
        common = std::min(common, other.size());
        for (std::size_t at = 0; at < common; ++at)
            if (lowered(first[at]) != lowered(other[at]))
                common = at;
    }
    return common;
}

} // namespace

bool lessWithoutCase(std::string_view a, std::string_view b)
{
    return compareWithoutCase(a, b) < 0;
}

std::vector<std::uint32_t> ranksWithoutCase(std::size_t count, const std::function<std::string_view(std::size_t)> &text)
{
    struct Place {
        std::uint64_t head = 0; // the first bytes that differ, which decide nearly always
        std::uint32_t index = 0;
    };
    const std::size_t common = commonBeginning(count, text);
    std::vector<Place> places(count);
    inAllCores(count, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::string_view differing = text(i).substr(common);
            std::uint64_t head = 0;
            for (std::size_t at = 0; at < sizeof head; ++at)
                head = head << 8 | (at < differing.size() ? lowered(differing[at]) : 0u);
            places[i] = {head, static_cast<std::uint32_t>(i)};
        }
    });
    sortInAllCores(places, [&text](const Place &a, const Place &b) {
        if (a.head != b.head)
            return a.head < b.head;
        const int order = compareWithoutCase(text(a.index), text(b.index));
        return order != 0 ? order < 0 : a.index < b.index;
    });
    std::vector<std::uint32_t> ranks(count);
    for (std::size_t place = 0; place < count; ++place)
        ranks[places[place].index] = static_cast<std::uint32_t>(place);
    return ranks;
}

} // namespace dimsum
