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
    constexpr std::uint32_t lookedThrough = 6; // accounts that a file leaves out
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(m_domains.keys.size(), std::size_t{m_nextDomain} + lookedThrough));
    for (std::uint32_t code = m_nextDomain; code < end; ++code) {
        if (m_domains.keys.at(code) != domain)
            continue;
        m_nextDomain = code;
        m_inOrder = true;
        return m_domains.matches[code];
    }
    m_inOrder = false;
    const auto code = domain.empty() ? std::nullopt : m_domains.keys.find(domain);
    if (!code)
        return {};
    m_nextDomain = *code;
    return m_domains.matches[*code];
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
