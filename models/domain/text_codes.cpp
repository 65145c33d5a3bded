#include "domain/text_codes.h"

#include "domain/large_memory.h"

#include <bit>
#include <cstring>

namespace dimsum {

namespace {

constexpr std::size_t smallestIndex = 64;

std::uint64_t hashOf(std::string_view text)
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
    return state ^ (state >> 29);
}

} // namespace

void TextCodes::reserve(std::size_t texts, std::size_t bytes)
{
    m_texts.reserve(texts, bytes);
    const std::size_t slots = std::bit_ceil(texts + texts / 2 + smallestIndex);
    if (slots > m_slots.size())
        grow(slots);
}

std::size_t TextCodes::place(std::string_view text, std::uint64_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = static_cast<std::size_t>(hash) & mask;
    while (m_slots[at].code != free && (m_slots[at].hash != tag || m_texts.at(m_slots[at].code) != text))
        at = (at + 1) & mask;
    return at;
}

void TextCodes::grow(std::size_t slots)
{
    m_slots = {};
    reserveLarge(m_slots, slots);
    m_slots.resize(slots);
    const std::size_t mask = slots - 1;
    for (std::uint32_t code = 0; code < m_texts.size(); ++code) {
        const std::uint64_t hash = hashOf(m_texts.at(code));
        std::size_t at = static_cast<std::size_t>(hash) & mask;
        while (m_slots[at].code != free)
            at = (at + 1) & mask;
        m_slots[at] = {static_cast<std::uint32_t>(hash >> 32), code};
    }
}

void TextCodes::expect(std::string_view text) const
{
#ifdef __GNUC__
    if (!m_slots.empty())
        __builtin_prefetch(&m_slots[static_cast<std::size_t>(hashOf(text)) & (m_slots.size() - 1)]);
#else
    static_cast<void>(text);
#endif
}

std::optional<std::uint32_t> TextCodes::expectAgain(std::string_view text) const
{
    if (m_slots.empty())
        return std::nullopt;
    const std::uint64_t hash = hashOf(text);
    const std::size_t mask = m_slots.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = static_cast<std::size_t>(hash) & mask;
    while (m_slots[at].code != free && m_slots[at].hash != tag)
        at = (at + 1) & mask;
    if (m_slots[at].code == free)
        return std::nullopt;
#ifdef __GNUC__
    __builtin_prefetch(m_texts.at(m_slots[at].code).data());
#endif
    return m_slots[at].code;
}

TextCodes::Coded TextCodes::intern(std::string_view text)
{
    if ((m_texts.size() + 1) * 3 > m_slots.size() * 2)
        grow(m_slots.empty() ? smallestIndex : m_slots.size() * 2);
    const std::uint64_t hash = hashOf(text);
    Slot &slot = m_slots[place(text, hash)];
    if (slot.code != free)
        return {slot.code, false};
    slot = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(m_texts.size())};
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
