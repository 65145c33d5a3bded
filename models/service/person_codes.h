// Codes of the people that a file of activities names. A person belongs to an account, and accounts have few of them, so they
// are looked for there: a file that goes from account to account, as exports do, needs no search among millions.
#pragma once

#include "domain/ids.h"
#include "domain/text_codes.h"
#include "service/chunked_rows.h"

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

    std::size_t size() const { return m_people.size(); }
    // Valid until the next intern().
    std::string_view key(std::uint32_t code) const
    {
        const Person &person = m_people[code];
        return {m_keys[person.key / keyBytes].data() + person.key % keyBytes, person.keySize};
    }
    AccountId account(std::uint32_t code) const { return AccountId{m_people[code].account}; }

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

    struct Person {
        std::uint64_t key = 0; // where it begins in m_keys
        std::uint32_t keySize = 0;
        std::uint32_t account = 0;
        std::uint32_t earlier = none; // of the same account
    };
    static constexpr std::size_t keyBytes = std::size_t{4} << 20; // of a piece; no key is longer than a cell may be

    ChunkedRows<Person> m_people;     // by code
    std::vector<std::string> m_keys;  // in pieces that never move
    std::vector<People> m_ofAccount;  // by account id
    TextCodes m_ofMany;                               // account and key of those whose account has many
    std::vector<std::uint32_t> m_codesOfMany;         // as m_ofMany
    std::string m_longKey;
};

} // namespace dimsum
