#include "store/row_identity.h"

#include <bit>
#include <cstring>

namespace dimsum {

namespace {

constexpr std::uint64_t contentSeed = 0x9E3779B97F4A7C15u;
constexpr std::uint64_t idSeed = 0xC2B2AE3D27D4EB4Fu;

// The finaliser of MurmurHash3: every bit of the input reaches every bit of the output.
std::uint64_t mixed(std::uint64_t x)
{
    x ^= x >> 33;
    x *= 0xFF51AFD7ED558CCDu;
    x ^= x >> 33;
    x *= 0xC4CEB9FE1A85EC53u;
    return x ^ (x >> 33);
}

std::uint64_t joined(std::uint64_t state, std::uint64_t word)
{
    return mixed(std::rotl(state, 23) * 0x9FB21C651E98DF25u + word);
}

} // namespace

RowHash &RowHash::add(std::string_view text)
{
    m_state = joined(m_state, text.size());
    while (text.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        m_state = joined(m_state, word);
        text.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    if (!text.empty())
        std::memcpy(&rest, text.data(), text.size());
    m_state = joined(m_state, rest);
    return *this;
}

RowHash &RowHash::add(std::int64_t number)
{
    m_state = joined(m_state, static_cast<std::uint64_t>(number));
    return *this;
}

std::int64_t RowHash::value() const
{
    return static_cast<std::int64_t>(mixed(m_state) >> 1);
}

std::int64_t identityOfId(std::string_view externalId)
{
    return RowHash(idSeed).add(externalId).value();
}

std::int64_t identityOfContent(std::int64_t content, std::int64_t repeat)
{
    return RowHash(contentSeed).add(content).add(repeat).value();
}

} // namespace dimsum
