// People at accounts. Key: the folded e-mail address within the account (domain.md section 2).
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "store/database.h"

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

class ContactStore
{
public:
    explicit ContactStore(Database &database) : m_database(&database) {}

    Result<std::vector<StoredContact>> all();                   // by account id, then e-mail key bytewise
    Result<std::vector<StoredContact>> ofAccount(AccountId id); // by e-mail key
    // How many people each account has, by account id; accounts without any are left out.
    Result<std::vector<std::pair<AccountId, std::int64_t>>> counts();
    // Accounts with a contact of a larger id than this one, each once.
    Result<std::vector<AccountId>> accountsSince(std::int64_t newest);
    // Of these accounts, in their order, with zero for who has none.
    Result<std::vector<std::int64_t>> counts(std::span<const AccountId> accounts);
    Result<std::int64_t> newest(); // the largest id; 0 without contacts
    Result<std::optional<StoredContact>> find(AccountId account, std::string_view emailKey);
    Result<ContactId> insert(const StoredContact &row, ImportId import = {});
    // A person whom only activities know, by address or by the id of a CRM; the millions of a large file.
    Result<ContactId> insertStub(AccountId account, std::string_view key, std::string_view email, std::string_view externalId, ImportId import);
    Outcome update(const StoredContact &row); // all columns but the account, by id

private:
    Database *m_database;
};

} // namespace dimsum
