#include "store/account_store.h"

namespace dimsum {

AccountMatch AccountKeys::find(const Map &map, std::string_view key)
{
    const auto found = key.empty() ? map.end() : map.find(key);
    return found == map.end() ? AccountMatch{} : found->second;
}

void AccountKeys::put(Map &map, std::string_view key, AccountId id)
{
    if (key.empty())
        return;
    const auto [entry, added] = map.emplace(key, AccountMatch{id, false});
    if (!added && entry->second.id != id)
        entry->second = AccountMatch{{}, true};
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

void AccountKeys::reserve(std::size_t accounts)
{
    m_domains.reserve(accounts);
    m_externalIds.reserve(accounts);
    m_names.reserve(accounts);
}

} // namespace dimsum
