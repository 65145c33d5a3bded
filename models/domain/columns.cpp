#include "domain/columns.h"

#include <charconv>

namespace dimsum {

void TextColumn::reserve(std::size_t rows, std::size_t bytes)
{
    m_ends.reserve(rows);
    m_bytes.reserve(bytes);
}

void TextColumn::append(std::string_view text)
{
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
