// Numbers and texts packed into bytes, for the columns that hold thousands of values in one: LEB128, signed numbers
// zigzag, reals by their bits from the other end (whole numbers take three bytes).
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dimsum {

class Packer
{
public:
    // Appends to `content`, which must outlive this.
    explicit Packer(std::vector<std::uint8_t> &content) : m_content(content) {}

    void byte(std::uint8_t value) { m_content.push_back(value); }
    void number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<std::uint8_t>(value | 0x80));
        byte(static_cast<std::uint8_t>(value));
    }
    void signedNumber(std::int64_t value)
    {
        number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void real(double value) { number(turned(std::bit_cast<std::uint64_t>(value))); }
    void text(std::string_view text)
    {
        number(text.size());
        m_content.insert(m_content.end(), text.begin(), text.end());
    }

    static std::uint64_t turned(std::uint64_t bits)
    {
        std::uint64_t other = 0;
        for (int i = 0; i < 8; ++i, bits >>= 8)
            other = other << 8 | (bits & 0xff);
        return other;
    }

private:
    std::vector<std::uint8_t> &m_content;
};

// Reads what a Packer wrote. Content that was damaged gives zeros and empty texts from there on and is not sound.
class Unpacker
{
public:
    explicit Unpacker(std::span<const std::uint8_t> content) : m_at(content.data()), m_end(content.data() + content.size()) {}

    std::uint8_t byte()
    {
        if (m_at == m_end) {
            m_sound = false;
            return 0;
        }
        return *m_at++;
    }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const std::uint8_t part = *m_at++;
            value |= static_cast<std::uint64_t>(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
        m_sound = false;
        return 0;
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    double real() { return std::bit_cast<double>(Packer::turned(number())); }
    // Views into the content.
    std::string_view text() { return bytes(number()); }
    std::string_view bytes(std::uint64_t length)
    {
        if (length > left()) {
            m_sound = false;
            return {};
        }
        const std::string_view text(reinterpret_cast<const char *>(m_at), static_cast<std::size_t>(length));
        m_at += length;
        return text;
    }

    std::uint64_t left() const { return static_cast<std::uint64_t>(m_end - m_at); }
    bool sound() const { return m_sound; }
    void spoil() { m_sound = false; } // by a reader that finds no sense in what it read

private:
    const std::uint8_t *m_at;
    const std::uint8_t *m_end;
    bool m_sound = true;
};

} // namespace dimsum
