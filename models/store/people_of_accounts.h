// The people of one account after the other: asked for one by one, or read as one stream where most accounts are wanted.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "store/contact_store.h"
#include "store/page_walk.h"
#include "store/statement.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dimsum {

// Within one transaction; contacts may be added to accounts that were gone to already.
class PeopleOfAccounts
{
public:
    // `externalKey` makes the key of an external id (two spellings of one id meet).
    PeopleOfAccounts(Database &database, bool stream, std::string (*externalKey)(std::string_view));

    // To this account. In ascending order of the ids the stream is used; whoever was passed is asked for.
    Outcome go(AccountId account);
    void add(std::string_view key, std::int64_t contact) { m_people.emplace_back(key, contact); }
    // By folded e-mail address or key of the external id; 0 = nobody.
    std::int64_t find(std::string_view key) const;

private:
    // What comes by account: a statement whose first column that is, or a walk.
    template <class Source>
    struct Stream {
        template <class... Arguments>
        explicit Stream(Arguments &&...arguments) : source(std::forward<Arguments>(arguments)...)
        {
        }

        Source source;
        bool loaded = false;
        bool ended = false;
    };
    static std::int64_t accountOf(const Statement &row) { return row.integer(0); }
    static std::int64_t accountOf(const PeopleWalk &walk) { return walk.block().account.value; }

    void keep(std::string_view emailKey, std::string_view externalId, std::int64_t contact);
    void keepPacked(const StoredBlock &block);
    template <class Source, class Keep>
    static Outcome skipTo(AccountId account, Stream<Source> &stream, Keep keep);

    ContactStore m_contacts;
    std::string (*m_externalKey)(std::string_view);
    std::optional<Stream<Statement>> m_rows;
    std::optional<Stream<PeopleWalk>> m_blocks;
    AccountId m_furthest; // that was gone to
    std::vector<std::pair<std::string, std::int64_t>> m_people;
};

} // namespace dimsum
