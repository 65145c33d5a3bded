// People at accounts. Key: the folded e-mail address within the account (domain.md section 2). Those whom only the first
// activities name are packed per account (stub_block.h) in pages (account_page.h); a row with the id of one of them counts instead.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "store/account_page.h"
#include "store/database.h"
#include "store/stub_block.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dimsum {

struct StoredContact {
    ContactId id;
    AccountId account;
    std::string emailKey;
    std::string email;      // as first imported
    std::string externalId; // CRM id, empty if none
    std::string firstName;
    std::string lastName;
    std::string title;
    std::string buyingRole; // one of domain/buying_role.h, or empty
    std::optional<bool> optOut = {};
    bool stub = false; // known from an activity only: consent is not known, never handed off

    friend bool operator==(const StoredContact &, const StoredContact &) = default;
};

// The ids that one import gave to packed people.
struct StubRun {
    ImportId import;
    ContactId first, last;

    bool has(ContactId id) const { return id >= first && id <= last; }
};

class ContactStore
{
public:
    explicit ContactStore(Database &database) : m_database(&database) {}

    using Counts = std::vector<std::pair<AccountId, std::int64_t>>; // by account id; accounts without any are left out

    Result<std::vector<StoredContact>> all();                   // by account id, then e-mail key bytewise
    Result<std::vector<StoredContact>> ofAccount(AccountId id); // by e-mail key
    // The two parts of all(): people of whom more may be known, and how many are packed and no more than that.
    Result<std::vector<StoredContact>> unpacked();
    Result<Counts> packedCounts();
    // How many people each account has.
    Result<Counts> counts();
    // Accounts with a contact of a larger id than this one, each once, by id.
    Result<std::vector<AccountId>> accountsSince(std::int64_t newest);
    // Of these accounts, in their order, with zero for who has none.
    Result<std::vector<std::int64_t>> counts(std::span<const AccountId> accounts);
    Result<std::int64_t> newest(); // the largest id; 0 without contacts
    Result<std::optional<StoredContact>> find(AccountId account, std::string_view emailKey);
    Result<ContactId> insert(const StoredContact &row, ImportId import = {});
    // A person whom only activities know, by address or by the id of a CRM (a label without '@').
    Result<ContactId> insertStub(AccountId account, std::string_view key, std::string_view label, ImportId import);
    // All columns but the account, by id. Whoever is packed becomes a row, which `by` brings.
    Outcome update(const StoredContact &row, ImportId by = {});

    // The millions of a first file of activities (packStubs()): accounts ascend, ids follow each other from nextId() on and are
    // told when all are put.
    Result<ContactId> nextId();
    Outcome putStubs(ImportId import, ContactId first, const AccountPages &pages);
    Outcome addRun(const StubRun &run);
    Result<std::vector<StubRun>> runs(); // by import

private:
    Result<ContactId> insert(ContactId id, const StoredContact &row, ImportId import);

    Database *m_database;
};

} // namespace dimsum
