// Codes for millions of distinct short texts: an index over one block of memory, a tenth of what a map of strings takes.
#pragma once

#include "domain/columns.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dimsum {

// Codes count up from 0 in the order of first appearance. Append only; one thread.
class TextCodes
{
public:
    void reserve(std::size_t texts, std::size_t bytes);

    struct Coded {
        std::uint32_t code = 0;
        bool added = false;
    };
    Coded intern(std::string_view text);
    std::optional<std::uint32_t> find(std::string_view text) const;
    // The same for many texts; `none` for those that have no code. With millions of texts, waiting for memory is what takes
    // the time: here many wait together. `codes`: as many as texts.
    static constexpr std::uint32_t none = 0xffffffff;
    void find(std::span<const std::string_view> texts, std::span<std::uint32_t> codes) const;
    // A hint that `text` will be asked for soon.
    void expect(std::string_view text) const;

    std::size_t size() const { return m_texts.size(); }
    // Valid until the next intern().
    std::string_view at(std::uint32_t code) const { return m_texts.at(code); }

private:
    static constexpr std::uint32_t free = none;
    struct Slot {
        std::uint32_t hash = 0; // says where it belongs, and spares most looks at the text itself
        std::uint32_t code = free;
    };
    std::size_t place(std::string_view text, std::uint32_t hash) const { return place(text, hash, hash & (m_slots.size() - 1)); }
    std::size_t place(std::string_view text, std::uint32_t hash, std::size_t from) const;
    void grow(std::size_t slots);

    TextColumn m_texts;
    std::vector<Slot> m_slots; // a power of two, at most two thirds full
};

} // namespace dimsum
