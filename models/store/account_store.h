// The accounts of a workspace. Keys (domain, name key, custom field key) come folded from the caller.
#pragma once

#include "domain/account_frame.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "domain/text_codes.h"
#include "store/custom_values.h"
#include "store/database.h"
#include "store/domain_block.h"
#include "store/term_store.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// The dictionary fields of an account, in the order of StoredAccount::fields; each is the TermKind of the same number.
inline constexpr std::array<TermKind, 9> accountFieldKinds{
    TermKind::industry,     TermKind::country,  TermKind::region,  TermKind::employees, TermKind::customers,
    TermKind::technologies, TermKind::maturity, TermKind::funding, TermKind::owner};

// One account as stored. Fields hold term ids; 0 = unknown.
struct StoredAccount {
    AccountId id;
    std::string domain; // empty only where a file gave none
    std::string name;
    std::string nameKey;
    std::string externalId;
    std::array<std::int64_t, accountFieldKinds.size()> fields{};
    Money annualRevenue = unknownMoney;
    Money budget = unknownMoney;
    Money acv = unknownMoney;

    friend bool operator==(const StoredAccount &, const StoredAccount &) = default;
};

// What an account comes with.
struct AccountArrival {
    ImportId import = {};
    std::span<const CustomValue> custom = {}; // each field once
    // For the first accounts of a workspace: the caller sees to it that no domain comes twice, and writes all of them with
    // AccountStore::putDomains() in the same transaction. Until then byDomain() does not know the account.
    bool domainPacked = false;
};

struct CustomField {
    CustomFieldId id;
    std::string key;
    std::string label;
};

// By what a row of a file may name an account. Several accounts under one name or external id: AccountId{} with
// `ambiguous`.
struct AccountMatch {
    AccountId id;
    bool ambiguous = false;
};

// All keys in memory, for matching a file row by row. Keep it up to date with add(). One thread.
class AccountKeys
{
public:
    AccountMatch byDomain(std::string_view domain) const;
    // The same for many: several times as fast. `matches`: as many as domains.
    void byDomains(std::span<const std::string_view> domains, std::span<AccountMatch> matches) const;
    AccountMatch byExternalId(std::string_view externalId) const;
    AccountMatch byName(std::string_view nameKey) const;
    void add(AccountId id, std::string_view domain, std::string_view externalId, std::string_view nameKey);
    // A hint that these keys will be asked for soon.
    void expect(std::string_view domain, std::string_view externalId, std::string_view nameKey) const
    {
        if (!m_inOrder)
            m_domains.keys.expect(domain);
        m_externalIds.keys.expect(externalId);
        m_names.keys.expect(nameKey);
    }
    // Every domain with its account, bytewise. Valid until the next add().
    std::vector<PackedDomain> domainsInOrder() const;
    void reserveDomains(std::size_t accounts)
    {
        constexpr std::size_t usualLength = 24;
        m_domains.keys.reserve(accounts, accounts * usualLength);
        m_domains.matches.reserve(accounts);
    }

private:
    struct Map {
        TextCodes keys;
        std::vector<AccountMatch> matches; // by code
    };
    static void put(Map &map, std::string_view key, AccountId id);
    static AccountMatch find(const Map &map, std::string_view key);
    std::optional<std::uint32_t> nextInOrder(std::string_view domain) const; // its code
    Map m_domains, m_externalIds, m_names;
    // Where the next domain is looked for first, and whether the last one was there: files name accounts in the order in which
    // they came more often than not, and then nothing has to be searched for.
    mutable std::uint32_t m_nextDomain = 0;
    mutable bool m_inOrder = false;
};

class AccountStore
{
public:
    explicit AccountStore(Database &database) : m_database(&database) {}

    // Everything, ordered by domain bytewise (accounts without one last, by name key).
    Result<AccountFrame> load();
    // `externalKey` makes the key of an external id (two spellings of one id meet); null: the id itself.
    Result<AccountKeys> keys(std::string (*externalKey)(std::string_view) = nullptr);
    // Parts of the same: each takes a third of the memory.
    Result<AccountKeys> domains();
    // External ids and names of accounts without a domain.
    Result<AccountKeys> withoutDomain(std::string (*externalKey)(std::string_view));
    Result<AccountKeys> idsAndNames(std::string (*externalKey)(std::string_view));
    Result<std::int64_t> count(); // reads all of them
    Result<std::int64_t> atMost(); // so many there are, or fewer where some were taken back; at once. 0 = none
    Result<AccountId> byDomain(std::string_view domain); // id 0 = nobody has it

    Result<std::optional<StoredAccount>> row(AccountId id);
    Result<AccountId> insert(const StoredAccount &row, const AccountArrival &arrival = {});
    Outcome update(const StoredAccount &row); // all columns, by id
    // Domains ascend bytewise, and no domain_block is there yet.
    Outcome putDomains(ImportId import, std::span<const PackedDomain> domains);

    Result<std::vector<CustomField>> customFields(); // in order of first appearance
    Result<CustomFieldId> internCustomField(std::string_view key, std::string_view label, ImportId import = {});
    // What one account came with and what was set since, by field. No value: it was taken away.
    Result<std::vector<CustomValue>> customValues(AccountId id);
    // No value takes it away.
    Outcome setCustomValue(AccountId id, CustomFieldId field, TermId value, ImportId import = {});

private:
    Database *m_database;
};

} // namespace dimsum
