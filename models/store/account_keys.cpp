#include "store/account_store.h"

#include "domain/all_cores.h"
#include "domain/text_head.h"

#include <algorithm>

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

std::vector<PackedDomain> AccountKeys::domainsInOrder() const
{
    struct Place {
        std::uint64_t head = 0;
        PackedDomain domain;
    };
    std::vector<Place> places;
    places.reserve(m_domains.keys.size());
    for (std::uint32_t code = 0; code < m_domains.keys.size(); ++code) {
        const std::string_view domain = m_domains.keys.at(code);
        if (m_domains.matches[code].id.valid())
            places.push_back({textHead(domain), {domain, m_domains.matches[code].id}});
    }
    sortInAllCores(places, [](const Place &a, const Place &b) { return a.head != b.head ? a.head < b.head : a.domain.domain < b.domain.domain; });
    std::vector<PackedDomain> domains(places.size());
    std::transform(places.begin(), places.end(), domains.begin(), [](const Place &place) { return place.domain; });
    return domains;
}

void AccountKeys::add(AccountId id, std::string_view domain, std::string_view externalId, std::string_view nameKey)
{
    put(m_domains, domain, id);
    put(m_externalIds, externalId, id);
    put(m_names, nameKey, id);
}

} // namespace dimsum
