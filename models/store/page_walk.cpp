#include "store/page_walk.h"

namespace dimsum {

PageWalk::PageWalk(Database &database, std::string_view sql) : m_pages(database, sql)
{
    m_pages.bind(std::int64_t{0});
}

void PageWalk::from(AccountId account)
{
    m_pages.bind(account.value);
    m_from = account;
    m_reader.reset();
    m_ended = false;
}

Result<bool> PageWalk::next()
{
    while (!m_ended) {
        if (!m_reader) {
            const Result<bool> more = m_pages.next();
            if (!more)
                return more;
            m_ended = !*more;
            if (m_ended)
                break;
            m_block.import = ImportId{m_pages.integer(1)};
            m_nextPerson = m_pages.optionalInteger(4);
            m_reader.emplace(m_pages.blob(3), PagedBlock{AccountId{m_pages.integer(0)}, m_pages.integer(2), {}});
        }
        PagedBlock block;
        if (m_reader->next(block)) {
            if (m_nextPerson) {
                m_block.firstPerson = ContactId{*m_nextPerson};
                *m_nextPerson += block.rows;
            }
            if (block.account < m_from)
                continue;
            m_block.account = block.account;
            m_block.rows = block.rows;
            m_block.content = block.content;
            m_block.sound = true;
            return true;
        }
        const bool sound = m_reader->sound();
        m_reader.reset();
        if (sound)
            continue;
        m_block.account = AccountId{m_pages.integer(0)};
        m_block.rows = 0;
        m_block.content = {};
        m_block.sound = false;
        return true;
    }
    return false;
}

PeopleWalk::PeopleWalk(Database &database)
    : PageWalk(database, "SELECT last_account, import_id, people, content, first_id FROM stub_page WHERE last_account >= ?1 ORDER BY last_account")
{
}

FirstActivityWalk::FirstActivityWalk(Database &database)
    : PageWalk(database, "SELECT last_account, import_id, rows, content, NULL FROM activity_page WHERE last_account >= ?1 ORDER BY last_account")
{
}

ActivityWalk::ActivityWalk(Database &database)
    : m_pages(database),
      m_rows(database, "SELECT account_id, import_id, rows, content FROM activity_block WHERE account_id >= ?1 ORDER BY account_id, import_id")
{
    m_rows.bind(std::int64_t{0});
}

void ActivityWalk::from(AccountId account)
{
    m_rows.bind(account.value);
    m_started = false;
    m_pages.from(account);
}

Result<bool> ActivityWalk::nextOfBlocks()
{
    const Result<bool> more = m_rows.next();
    if (more && *more) {
        m_row.account = AccountId{m_rows.integer(0)};
        m_row.import = ImportId{m_rows.integer(1)};
        m_row.rows = m_rows.integer(2);
        m_row.content = m_rows.blob(3);
    }
    return more;
}

// What was given last is left behind only now: its content had to live until here.
Result<bool> ActivityWalk::next()
{
    const auto step = [](bool due, bool &there, auto go) -> Outcome {
        if (!due)
            return Done{};
        const Result<bool> more = go();
        if (!more)
            return more.error();
        there = *more;
        return Done{};
    };
    if (Outcome stepped = step(!m_started || (m_page && m_now == &m_pages.block()), m_page, [this] { return m_pages.next(); }); !stepped)
        return stepped.error();
    if (Outcome stepped = step(!m_started || (m_hasRow && m_now == &m_row), m_hasRow, [this] { return nextOfBlocks(); }); !stepped)
        return stepped.error();
    m_started = true;
    if (!m_page && !m_hasRow)
        return false;
    const bool pageFirst = m_page && (!m_hasRow || m_pages.block().account <= m_row.account);
    m_now = pageFirst ? &m_pages.block() : &m_row;
    return true;
}

} // namespace dimsum
