#include "domain/text_codes.h"

#include "domain/large_memory.h"
#include "domain/prefetch.h"

#include <bit>
#include <cstring>
#include <utility>

namespace dimsum {

namespace {

constexpr std::size_t smallestIndex = 64;

std::uint32_t hashOf(std::string_view text)
{
    constexpr std::uint64_t factor = 0x9FB21C651E98DF25u;
    std::uint64_t state = text.size() * factor;
    while (text.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        state = (std::rotl(state, 23) ^ word) * factor;
        text.remove_prefix(8);
    }
    if (!text.empty()) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), text.size());
        state = (std::rotl(state, 23) ^ word) * factor;
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

std::size_t TextCodes::place(std::string_view text, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
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

std::optional<std::uint32_t> TextCodes::expectAgain(std::string_view text) const
{
    if (m_slots.empty())
        return std::nullopt;
    const std::uint32_t hash = hashOf(text);
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].code != free && m_slots[at].hash != hash)
        at = (at + 1) & mask;
    if (m_slots[at].code == free)
        return std::nullopt;
    fetch(m_texts.at(m_slots[at].code).data());
    return m_slots[at].code;
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
