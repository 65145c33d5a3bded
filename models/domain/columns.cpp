#include "domain/columns.h"

#include "domain/large_memory.h"

#include <charconv>

namespace dimsum {

void TextColumn::reserve(std::size_t rows, std::size_t bytes)
{
    reserveLarge(m_bytes, bytes);
    reserveLarge(m_ends, rows);
}

void TextColumn::append(std::string_view text)
{
    // Growing by itself, a column of millions of texts would be moved on small pages again and again.
    constexpr std::size_t large = std::size_t{8} << 20;
    if (m_bytes.size() + text.size() > m_bytes.capacity() && m_bytes.capacity() >= large)
        reserveLarge(m_bytes, (m_bytes.size() + text.size()) * 2);
    if (m_ends.size() == m_ends.capacity() && m_ends.capacity() * sizeof(m_ends[0]) >= large)
        reserveLarge(m_ends, m_ends.size() * 2);
    m_bytes.append(text);
    m_ends.push_back(m_bytes.size());
}

TextColumn TextColumn::of(std::string bytes, std::vector<std::uint64_t> ends)
{
    TextColumn column;
    column.m_bytes = std::move(bytes);
    column.m_ends = std::move(ends);
    return column;
}

Dictionary::Dictionary()
{
    m_values.push_back(FieldValue{});
    m_codes.emplace(std::string{}, 0U);
}

std::uint32_t Dictionary::intern(std::string_view key, std::string_view label, std::vector<std::string> partKeys)
{
    const auto [position, added] = m_codes.try_emplace(std::string(key), static_cast<std::uint32_t>(m_values.size()));
    if (added)
        m_values.push_back(FieldValue{std::string(label), std::string(key), plainNumber(label), std::move(partKeys)});
    return position->second;
}

std::optional<std::uint32_t> Dictionary::find(std::string_view key) const
{
    const auto position = m_codes.find(std::string(key));
    if (position == m_codes.end())
        return std::nullopt;
    return position->second;
}

std::optional<double> plainNumber(std::string_view text)
{
    std::size_t at = !text.empty() && text.front() == '-' ? 1 : 0;
    const std::size_t firstDigit = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    if (at == firstDigit)
        return std::nullopt;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = ++at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        if (at == fraction)
            return std::nullopt;
    }
    if (at != text.size())
        return std::nullopt;
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace dimsum
