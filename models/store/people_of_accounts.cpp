#include "store/people_of_accounts.h"

#include <algorithm>

namespace dimsum {

PeopleOfAccounts::PeopleOfAccounts(Database &database, bool stream, std::string (*externalKey)(std::string_view))
    : m_contacts(database), m_externalKey(externalKey)
{
    if (!stream)
        return;
    m_rows.emplace(database, "SELECT account_id, id, email_key, external_id FROM contact ORDER BY account_id, email_key");
    m_blocks.emplace(database);
}

Outcome PeopleOfAccounts::go(AccountId account)
{
    m_people.clear();
    if (m_rows && m_furthest < account) {
        m_furthest = account;
        if (Outcome rows = skipTo(account, *m_rows, [this](const Statement &row) { keep(row.text(2), row.text(3), row.integer(1)); }); !rows)
            return rows;
        return skipTo(account, *m_blocks, [this](const PeopleWalk &walk) { keepPacked(walk.block()); });
    }
    const Result<std::vector<StoredContact>> people = m_contacts.ofAccount(account);
    if (!people)
        return people.error();
    for (const StoredContact &person : *people)
        keep(person.emailKey, person.externalId, person.id.value);
    return Done{};
}

std::int64_t PeopleOfAccounts::find(std::string_view key) const
{
    for (const auto &[known, contact] : m_people)
        if (known == key)
            return contact;
    return 0;
}

void PeopleOfAccounts::keep(std::string_view emailKey, std::string_view externalId, std::int64_t contact)
{
    add(emailKey, contact);
    if (!externalId.empty())
        add(m_externalKey(externalId), contact);
}

// Whoever has a row, which is kept already, goes by the keys that stand there. Blocks that cannot be read are found by
// whoever reads all of them.
void PeopleOfAccounts::keepPacked(const StoredBlock &block)
{
    const std::size_t rows = m_people.size();
    std::int64_t id = block.firstPerson.value;
    StubBlockReader reader(block.content);
    for (PackedStub person; reader.next(person); ++id) {
        const auto end = m_people.begin() + static_cast<std::ptrdiff_t>(rows);
        if (std::none_of(m_people.begin(), end, [id](const auto &known) { return known.second == id; }))
            m_people.emplace_back(person.key, id);
    }
}

template <class Source, class Keep>
Outcome PeopleOfAccounts::skipTo(AccountId account, Stream<Source> &stream, Keep keep)
{
    while (!stream.ended) {
        if (!stream.loaded) {
            const Result<bool> more = stream.source.next();
            if (!more)
                return more.error();
            stream.ended = !*more;
            stream.loaded = *more;
            continue;
        }
        const std::int64_t here = accountOf(stream.source);
        if (here > account.value)
            break;
        if (here == account.value)
            keep(stream.source);
        stream.loaded = false;
    }
    return Done{};
}

} // namespace dimsum
