#include "service/person_codes.h"

#include "domain/prefetch.h"

namespace dimsum {

namespace {

constexpr std::uint32_t few = 32; // people of an account that are looked through one by one

} // namespace

TextCodes::Coded PersonCodes::intern(AccountId account, std::string_view key)
{
    const auto at = static_cast<std::size_t>(account.value);
    if (at >= m_ofAccount.size())
        m_ofAccount.resize(at + at / 2 + 1024);
    const People &people = m_ofAccount[at];
    if (people.count > few)
        return internAmongMany(account, key);
    for (std::uint32_t code = people.newest; code != none; code = m_earlier[code])
        if (m_keys.at(code) == key)
            return {code, false};
    if (people.count == few) // from now on they are too many
        for (std::uint32_t code = people.newest; code != none; code = m_earlier[code])
            if (m_ofMany.intern(longKey(account, m_keys.at(code))).added)
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
    const auto code = static_cast<std::uint32_t>(m_keys.size());
    People &people = m_ofAccount[static_cast<std::size_t>(account.value)];
    m_keys.append(key);
    m_accounts.push_back(static_cast<std::uint32_t>(account.value));
    m_earlier.push_back(people.newest);
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
        fetch(&m_keys.ends()[newest]);
    else
        fetch(m_keys.at(newest).data());
}

} // namespace dimsum
