// Rows of large files differ in who and when; what a handful of their cells say together repeats by the thousand. One
// look-up for all of these cells takes the place of one for each.
#pragma once

#include "domain/text_codes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dimsum {

// Combinations of cells by number, from 0 in the order of first appearance. One thread.
class CellPatterns
{
public:
    // Files whose rows hardly repeat gain nothing: after so many combinations no more are told.
    explicit CellPatterns(std::size_t most = 1 << 14) : m_most(most) {}

    void add(std::string_view cell)
    {
        const auto size = static_cast<std::uint32_t>(cell.size());
        m_key.append(reinterpret_cast<const char *>(&size), sizeof size);
        m_key.append(cell);
    }
    // After the cells of one row; none: there were too many.
    std::optional<TextCodes::Coded> take()
    {
        std::optional<TextCodes::Coded> coded;
        if (m_codes.size() < m_most)
            coded = m_codes.intern(m_key);
        m_key.clear();
        return coded;
    }
    bool usable() const { return m_codes.size() < m_most; }

private:
    std::size_t m_most;
    TextCodes m_codes;
    std::string m_key;
};

} // namespace dimsum
