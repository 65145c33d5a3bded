// The packed blocks of accounts one after the other, whatever rows of the database they stand in.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "store/account_page.h"
#include "store/statement.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace dimsum {

// A block as a walk stands at it. Its content lives until the next step.
struct StoredBlock {
    AccountId account;
    ImportId import; // 0 = none
    std::int64_t rows = 0;
    ContactId firstPerson; // of people: the others follow; 0 of activities
    std::span<const std::uint8_t> content;
    bool sound = true; // false: the page is damaged, and this is its last account
};

// Calls use(block) for every block that is left of a walk; a `use` that returns Outcome may stop it with an error.
template <class Walk, class Use>
Outcome eachBlock(Walk &walk, Use use)
{
    while (true) {
        const Result<bool> more = walk.next();
        if (!more)
            return more.error();
        if (!*more)
            return Done{};
        if constexpr (std::is_void_v<std::invoke_result_t<Use, const StoredBlock &>>) {
            use(walk.block());
        } else {
            if (Outcome outcome = use(walk.block()); !outcome)
                return outcome;
        }
    }
}

// The same for the blocks of one account; `use` returns Outcome. A page that is damaged may hold one of it, and is given, too.
template <class Walk, class Use>
Outcome eachBlockOf(AccountId account, Walk &walk, Use use)
{
    walk.from(account);
    while (true) {
        const Result<bool> more = walk.next();
        if (!more)
            return more.error();
        if (!*more || (walk.block().sound && walk.block().account != account))
            return Done{};
        if (Outcome outcome = use(walk.block()); !outcome)
            return outcome;
    }
}

// The pages of one table, by account. Within one transaction, or nobody writes meanwhile.
class PageWalk
{
public:
    // To this account: the next block is its, or that of the next one that has a block.
    void from(AccountId account);
    // To the next block; false after the last.
    Result<bool> next();
    const StoredBlock &block() const { return m_block; }

protected:
    // All accounts. `sql`: last account, import, rows, content and first person (NULL: these are no people) of pages whose
    // last account is ?1 or later, by that.
    PageWalk(Database &database, std::string_view sql);
    ~PageWalk() = default;

private:
    Statement m_pages;
    AccountId m_from;
    std::optional<AccountPageReader> m_reader;
    std::optional<std::int64_t> m_nextPerson;
    bool m_ended = false;
    StoredBlock m_block;
};

// Everybody who is packed, by account. (Nobody has two blocks: only the first activities of a workspace bring them.)
class PeopleWalk : public PageWalk
{
public:
    explicit PeopleWalk(Database &database);
};

// The pages that the first activities came in.
class FirstActivityWalk : public PageWalk
{
public:
    explicit FirstActivityWalk(Database &database);
};

// All activities: the pages that the first ones came in, and the blocks of later imports and of accounts that these
// changed. By account, then import.
class ActivityWalk
{
public:
    explicit ActivityWalk(Database &database);

    void from(AccountId account);
    Result<bool> next();
    const StoredBlock &block() const { return *m_now; }

private:
    Result<bool> nextOfBlocks();

    FirstActivityWalk m_pages;
    Statement m_rows;
    StoredBlock m_row;
    bool m_page = false, m_hasRow = false; // stand at a block that was not given yet
    bool m_started = false;
    const StoredBlock *m_now = nullptr;
};

} // namespace dimsum
