// Who the accounts of a file are: looked up one by one where a file names few of them, from memory where it names many.
// Within one transaction, on its thread.
#pragma once

#include "domain/error.h"
#include "store/account_store.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dimsum {

class KnownAccounts
{
public:
    explicit KnownAccounts(Database &database) : m_store(database) {}

    Result<AccountMatch> byDomain(std::string_view domain);
    Outcome byDomains(std::span<const std::string_view> domains, std::span<AccountMatch> matches); // as many
    Result<AccountMatch> byExternalId(std::string_view externalKey); // externalIdKey()
    Result<AccountMatch> byName(std::string_view nameKey);
    // Whether there is an account without a domain by one of these keys, or was when its keys were last told: false for
    // nearly every row that has a domain, and spares the names and external ids of all accounts.
    Result<bool> mayLackDomain(std::string_view externalKey, std::string_view nameKey);
    // A hint that these keys will be asked for soon.
    void expect(std::string_view domain, std::string_view externalKey = {}, std::string_view nameKey = {}) const
    {
        if (m_domains)
            m_domains->expect(domain, {}, {});
        if (m_others)
            m_others->expect({}, externalKey, nameKey);
    }
    // All of them bytewise, once any was asked for. Valid until the next add().
    std::vector<PackedDomain> domainsInOrder() const { return m_domains ? m_domains->domainsInOrder() : std::vector<PackedDomain>(); }
    // An account that was put into the store, or whose keys changed.
    void add(AccountId id, std::string_view domain, std::string_view externalKey, std::string_view nameKey);

private:
    Outcome loadDomains();
    Outcome loadOthers();

    AccountStore m_store;
    std::optional<std::int64_t> m_count; // of accounts before the first look, or a few more
    std::int64_t m_looks = 0;
    std::optional<AccountKeys> m_domains; // domains alone
    std::optional<AccountKeys> m_others;  // external ids and names
    std::optional<AccountKeys> m_withoutDomain; // the same of accounts without a domain, and of some that have got one
};

} // namespace dimsum
