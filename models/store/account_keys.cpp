#include "store/account_store.h"

namespace dimsum {

AccountMatch AccountKeys::find(const Map &map, std::string_view key)
{
    const auto code = key.empty() ? std::nullopt : map.keys.find(key);
    return code ? map.matches[*code] : AccountMatch{};
}

void AccountKeys::put(Map &map, std::string_view key, AccountId id)
{
    if (key.empty())
        return;
    const auto [code, added] = map.keys.intern(key);
    if (added)
        map.matches.push_back({id, false});
    else if (map.matches[code].id != id)
        map.matches[code] = AccountMatch{{}, true};
}

AccountMatch AccountKeys::byDomain(std::string_view domain) const
{
    return find(m_domains, domain);
}

AccountMatch AccountKeys::byExternalId(std::string_view externalId) const
{
    return find(m_externalIds, externalId);
}

AccountMatch AccountKeys::byName(std::string_view nameKey) const
{
    return find(m_names, nameKey);
}

void AccountKeys::add(AccountId id, std::string_view domain, std::string_view externalId, std::string_view nameKey)
{
    put(m_domains, domain, id);
    put(m_externalIds, externalId, id);
    put(m_names, nameKey, id);
}

} // namespace dimsum
