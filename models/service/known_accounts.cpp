#include "service/known_accounts.h"

#include "exchange/text_key.h"

namespace dimsum {

namespace {

// One look into the table takes as long as reading this many of its rows.
constexpr std::int64_t rowsPerLook = 8;

} // namespace

Result<AccountMatch> KnownAccounts::byDomain(std::string_view domain)
{
    if (domain.empty())
        return AccountMatch{};
    if (!m_count) {
        const Result<std::int64_t> count = m_store.atMost();
        if (!count)
            return count.error();
        m_count = *count;
    }
    if (!m_domains && ++m_looks * rowsPerLook > *m_count) {
        if (const Outcome loaded = loadDomains(); !loaded)
            return loaded.error();
    }
    if (m_domains)
        return m_domains->byDomain(domain);
    const Result<AccountId> id = m_store.byDomain(domain);
    if (!id)
        return id.error();
    return AccountMatch{*id, false};
}

Outcome KnownAccounts::byDomains(std::span<const std::string_view> domains, std::span<AccountMatch> matches)
{
    std::size_t i = 0;
    for (; i < domains.size() && !m_domains; ++i) {
        const Result<AccountMatch> match = byDomain(domains[i]);
        if (!match)
            return match.error();
        matches[i] = *match;
    }
    if (m_domains)
        m_domains->byDomains(domains.subspan(i), matches.subspan(i));
    return Done{};
}

Result<AccountMatch> KnownAccounts::byExternalId(std::string_view externalKey)
{
    if (externalKey.empty())
        return AccountMatch{};
    if (const Outcome loaded = loadOthers(); !loaded)
        return loaded.error();
    return m_others->byExternalId(externalKey);
}

Result<AccountMatch> KnownAccounts::byName(std::string_view nameKey)
{
    if (nameKey.empty())
        return AccountMatch{};
    if (const Outcome loaded = loadOthers(); !loaded)
        return loaded.error();
    return m_others->byName(nameKey);
}

Result<bool> KnownAccounts::mayLackDomain(std::string_view externalKey, std::string_view nameKey)
{
    if (!m_withoutDomain) {
        Result<AccountKeys> keys = m_store.withoutDomain(&externalIdKey);
        if (!keys)
            return keys.error();
        m_withoutDomain = std::move(*keys);
    }
    const auto found = [](const AccountMatch &match) { return match.id.valid() || match.ambiguous; };
    return found(m_withoutDomain->byExternalId(externalKey)) || found(m_withoutDomain->byName(nameKey));
}

void KnownAccounts::add(AccountId id, std::string_view domain, std::string_view externalKey, std::string_view nameKey)
{
    if (m_domains)
        m_domains->add(id, domain, {}, {});
    if (m_others)
        m_others->add(id, {}, externalKey, nameKey);
    if (m_withoutDomain && domain.empty())
        m_withoutDomain->add(id, {}, externalKey, nameKey);
}

Outcome KnownAccounts::loadDomains()
{
    Result<AccountKeys> keys = m_store.domains();
    if (!keys)
        return keys.error();
    m_domains = std::move(*keys);
    return Done{};
}

Outcome KnownAccounts::loadOthers()
{
    if (m_others)
        return Done{};
    Result<AccountKeys> keys = m_store.idsAndNames(&externalIdKey);
    if (!keys)
        return keys.error();
    m_others = std::move(*keys);
    return Done{};
}

} // namespace dimsum
