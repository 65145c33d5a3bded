// Codes of the people that a file of activities names. A person belongs to an account, and accounts have few of them, so they
// are looked for there: a file that goes from account to account, as exports do, needs no search among millions.
#pragma once

#include "domain/columns.h"
#include "domain/ids.h"
#include "domain/text_codes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// Codes count up from 0 in the order of first appearance. Append only; one thread. Account ids are small numbers.
class PersonCodes
{
public:
    TextCodes::Coded intern(AccountId account, std::string_view key);

    // Hints that somebody of an account will be asked for soon: each step when the one before has been followed.
    enum class Hint { account, newest, key };
    void expect(AccountId account, Hint hint) const;

    std::size_t size() const { return m_keys.size(); }
    // Valid until the next intern().
    std::string_view key(std::uint32_t code) const { return m_keys.at(code); }
    AccountId account(std::uint32_t code) const { return AccountId{m_accounts[code]}; }

private:
    static constexpr std::uint32_t none = 0xffffffff;
    struct People {
        std::uint32_t newest = none; // the others follow by m_earlier
        std::uint32_t count = 0;
    };

    // Where one by one would take too long.
    TextCodes::Coded internAmongMany(AccountId account, std::string_view key);
    std::uint32_t append(AccountId account, std::string_view key);
    std::string_view longKey(AccountId account, std::string_view key); // until the next call

    TextColumn m_keys;
    std::vector<std::uint32_t> m_accounts, m_earlier; // by code
    std::vector<People> m_ofAccount;                  // by account id
    TextCodes m_ofMany;                               // account and key of those whose account has many
    std::vector<std::uint32_t> m_codesOfMany;         // as m_ofMany
    std::string m_longKey;
};

} // namespace dimsum
