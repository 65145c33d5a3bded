#include "domain/text_codes.h"

#include "domain/large_memory.h"
#include "domain/prefetch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace dimsum {

namespace {

constexpr std::size_t smallestIndex = 64;

template <class Word>
std::uint64_t wordAt(const char *text)
{
    Word word = 0;
    std::memcpy(&word, text, sizeof word);
    return word;
}

// The last bytes are read in one go as well, some of them twice: byte by byte they took longer than all before them.
std::uint32_t hashOf(std::string_view text)
{
    constexpr std::uint64_t factor = 0x9FB21C651E98DF25u;
    const char *at = text.data();
    const std::size_t size = text.size();
    std::uint64_t state = size * factor;
    const auto mix = [&state](std::uint64_t word) { state = (std::rotl(state, 23) ^ word) * factor; };
    if (size >= 8) {
        for (const char *const last = at + size - 8; at < last; at += 8)
            mix(wordAt<std::uint64_t>(at));
        mix(wordAt<std::uint64_t>(text.data() + size - 8));
    } else if (size >= 4) {
        mix(wordAt<std::uint32_t>(at) << 32 | wordAt<std::uint32_t>(at + size - 4));
    } else if (size > 0) {
        mix(wordAt<std::uint8_t>(at) << 16 | wordAt<std::uint8_t>(at + size / 2) << 8 | wordAt<std::uint8_t>(at + size - 1));
    }
    state ^= state >> 32;
    state *= factor;
    return static_cast<std::uint32_t>((state ^ (state >> 29)) >> 16);
}

} // namespace

void TextCodes::reserve(std::size_t texts, std::size_t bytes)
{
    m_texts.reserve(texts, bytes);
    const std::size_t slots = std::bit_ceil(texts + texts / 2 + smallestIndex);
    if (slots > m_slots.size())
        grow(slots);
}

std::size_t TextCodes::place(std::string_view text, std::uint32_t hash, std::size_t from) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = from;
    while (m_slots[at].code != free && (m_slots[at].hash != hash || m_texts.at(m_slots[at].code) != text))
        at = (at + 1) & mask;
    return at;
}

void TextCodes::grow(std::size_t slots)
{
    std::vector<Slot> bigger;
    reserveLarge(bigger, slots);
    bigger.resize(slots);
    const std::size_t mask = slots - 1;
    for (const Slot &slot : m_slots) {
        if (slot.code == free)
            continue;
        std::size_t at = slot.hash & mask;
        while (bigger[at].code != free)
            at = (at + 1) & mask;
        bigger[at] = slot;
    }
    m_slots = std::move(bigger);
}

void TextCodes::expect(std::string_view text) const
{
    if (!m_slots.empty())
        fetch(&m_slots[hashOf(text) & (m_slots.size() - 1)]);
}

// Step after step for some texts at once: each step announces what the next one reads.
void TextCodes::find(std::span<const std::string_view> texts, std::span<std::uint32_t> codes) const
{
    if (m_slots.empty()) {
        std::fill(codes.begin(), codes.end(), none);
        return;
    }
    constexpr std::size_t together = 32;
    const std::size_t mask = m_slots.size() - 1;
    std::array<std::uint32_t, together> hashes{};
    std::array<std::size_t, together> places{};
    for (std::size_t begin = 0; begin < texts.size(); begin += together) {
        const std::size_t count = std::min(together, texts.size() - begin);
        for (std::size_t i = 0; i < count; ++i) {
            hashes[i] = hashOf(texts[begin + i]);
            fetch(&m_slots[hashes[i] & mask]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            places[i] = hashes[i] & mask;
            while (m_slots[places[i]].code != free && m_slots[places[i]].hash != hashes[i])
                places[i] = (places[i] + 1) & mask;
            if (m_slots[places[i]].code != free)
                fetch(&m_texts.ends()[m_slots[places[i]].code]);
        }
        for (std::size_t i = 0; i < count; ++i)
            if (m_slots[places[i]].code != free)
                fetch(m_texts.at(m_slots[places[i]].code).data());
        for (std::size_t i = 0; i < count; ++i)
            codes[begin + i] = m_slots[place(texts[begin + i], hashes[i], places[i])].code;
    }
}

TextCodes::Coded TextCodes::intern(std::string_view text)
{
    if ((m_texts.size() + 1) * 3 > m_slots.size() * 2)
        grow(m_slots.empty() ? smallestIndex : m_slots.size() * 2);
    const std::uint32_t hash = hashOf(text);
    Slot &slot = m_slots[place(text, hash)];
    if (slot.code != free)
        return {slot.code, false};
    slot = {hash, static_cast<std::uint32_t>(m_texts.size())};
    m_texts.append(text);
    return {slot.code, true};
}

std::optional<std::uint32_t> TextCodes::find(std::string_view text) const
{
    if (m_slots.empty())
        return std::nullopt;
    const Slot &slot = m_slots[place(text, hashOf(text))];
    return slot.code == free ? std::nullopt : std::optional(slot.code);
}

} // namespace dimsum
