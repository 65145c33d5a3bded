#include "domain/text_ranks.h"

#include "domain/all_cores.h"

#include <algorithm>

namespace dimsum {

namespace {

unsigned char lowered(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

} // namespace

bool lessWithoutCase(std::string_view a, std::string_view b)
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lowered(x) < lowered(y); });
}

std::vector<std::uint32_t> ranksWithoutCase(std::size_t count, const std::function<std::string_view(std::size_t)> &text)
{
    struct Place {
        std::uint64_t head = 0; // the first bytes, which decide nearly always
        std::uint32_t index = 0;
    };
    std::vector<Place> places(count);
    inAllCores(count, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::string_view whole = text(i);
            std::uint64_t head = 0;
            for (std::size_t at = 0; at < sizeof head; ++at)
                head = head << 8 | (at < whole.size() ? lowered(whole[at]) : 0u);
            places[i] = {head, static_cast<std::uint32_t>(i)};
        }
    });
    sortInAllCores(places, [&text](const Place &a, const Place &b) {
        if (a.head != b.head)
            return a.head < b.head;
        const std::string_view first = text(a.index), second = text(b.index);
        if (lessWithoutCase(first, second))
            return true;
        return !lessWithoutCase(second, first) && a.index < b.index;
    });
    std::vector<std::uint32_t> ranks(count);
    for (std::size_t place = 0; place < count; ++place)
        ranks[places[place].index] = static_cast<std::uint32_t>(place);
    return ranks;
}

} // namespace dimsum
