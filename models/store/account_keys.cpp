#include "store/account_store.h"

#include "domain/all_cores.h"
#include "domain/prefetch.h"
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

std::optional<std::uint32_t> AccountKeys::nextInOrder(std::string_view domain) const
{
    const std::size_t lookedThrough = m_inOrder ? 6 : 2; // accounts that a file leaves out
    const auto end = static_cast<std::uint32_t>(std::min(m_domains.keys.size(), m_nextDomain + lookedThrough));
    for (std::uint32_t code = m_nextDomain; code < end; ++code) {
        if (m_domains.keys.at(code) != domain)
            continue;
        m_nextDomain = code;
        m_inOrder = true;
        return code;
    }
    m_inOrder = false;
    return std::nullopt;
}

AccountMatch AccountKeys::byDomain(std::string_view domain) const
{
    if (const auto next = nextInOrder(domain))
        return m_domains.matches[*next];
    const auto code = domain.empty() ? std::nullopt : m_domains.keys.find(domain);
    if (!code)
        return {};
    m_nextDomain = *code;
    return m_domains.matches[*code];
}

void AccountKeys::byDomains(std::span<const std::string_view> domains, std::span<AccountMatch> matches) const
{
    std::vector<std::size_t> places; // of those that are searched for
    std::vector<std::string_view> searched;
    for (std::size_t i = 0; i < domains.size(); ++i) {
        matches[i] = AccountMatch{};
        if (const auto next = nextInOrder(domains[i])) {
            matches[i] = m_domains.matches[*next];
        } else if (!domains[i].empty()) {
            places.push_back(i);
            searched.push_back(domains[i]);
        }
    }
    if (places.empty())
        return;
    std::vector<std::uint32_t> codes(searched.size());
    m_domains.keys.find(searched, codes);
    for (const std::uint32_t code : codes)
        if (code != TextCodes::none)
            fetch(&m_domains.matches[code]);
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (codes[i] != TextCodes::none)
            matches[places[i]] = m_domains.matches[codes[i]];
    // Perhaps the file goes on in order from there.
    if (places.back() + 1 == domains.size() && codes.back() != TextCodes::none) {
        m_nextDomain = codes.back();
        m_inOrder = true;
    }
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
