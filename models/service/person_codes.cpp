#include "service/person_codes.h"

#include "domain/large_memory.h"
#include "domain/prefetch.h"

namespace dimsum {

namespace {

constexpr std::uint32_t few = 32; // people of an account that are looked through one by one

} // namespace

TextCodes::Coded PersonCodes::intern(AccountId account, std::string_view key)
{
    const auto at = static_cast<std::size_t>(account.value);
    if (at >= m_ofAccount.size())
        resizeLarge(m_ofAccount, at + at / 2 + 1024);
    const People &people = m_ofAccount[at];
    if (people.count > few)
        return internAmongMany(account, key);
    for (std::uint32_t code = people.newest; code != none; code = m_people[code].earlier)
        if (this->key(code) == key)
            return {code, false};
    if (people.count == few) // from now on they are too many
        for (std::uint32_t code = people.newest; code != none; code = m_people[code].earlier)
            if (m_ofMany.intern(longKey(account, this->key(code))).added)
                m_codesOfMany.push_back(code);
    if (people.count >= few)
        return internAmongMany(account, key);
    return {append(account, key), true};
}

TextCodes::Coded PersonCodes::internAmongMany(AccountId account, std::string_view key)
{
    const auto [place, added] = m_ofMany.intern(longKey(account, key));
    if (added)
        m_codesOfMany.push_back(append(account, key));
    return {m_codesOfMany[place], added};
}

std::uint32_t PersonCodes::append(AccountId account, std::string_view key)
{
    const std::uint32_t code = m_people.size();
    People &people = m_ofAccount[static_cast<std::size_t>(account.value)];
    if (m_keys.empty() || m_keys.back().size() + key.size() > keyBytes)
        reserveLarge(m_keys.emplace_back(), keyBytes);
    const std::size_t begin = (m_keys.size() - 1) * keyBytes + m_keys.back().size();
    m_keys.back().append(key);
    m_people.push_back({begin, static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(account.value), people.newest});
    people.newest = code;
    ++people.count;
    return code;
}

std::string_view PersonCodes::longKey(AccountId account, std::string_view key)
{
    m_longKey.assign(reinterpret_cast<const char *>(&account.value), sizeof account.value);
    m_longKey += key;
    return m_longKey;
}

void PersonCodes::expect(AccountId account, Hint hint) const
{
    const auto at = static_cast<std::size_t>(account.value);
    if (at >= m_ofAccount.size())
        return;
    if (hint == Hint::account) {
        fetch(&m_ofAccount[at]);
        return;
    }
    const std::uint32_t newest = m_ofAccount[at].newest;
    if (newest == none)
        return;
    if (hint == Hint::newest)
        fetch(&m_people[newest]);
    else
        fetch(key(newest).data());
}

} // namespace dimsum
