#include "store/people_of_accounts.h"

namespace dimsum {

PeopleOfAccounts::PeopleOfAccounts(Database &database, bool stream, std::string (*externalKey)(std::string_view))
    : m_contacts(database), m_externalKey(externalKey)
{
    if (stream)
        m_stream.emplace(database, "SELECT account_id, id, email_key, external_id FROM contact ORDER BY account_id, email_key");
}

Outcome PeopleOfAccounts::go(AccountId account)
{
    m_people.clear();
    if (m_stream && m_furthest < account) {
        m_furthest = account;
        return skipTo(account);
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

Outcome PeopleOfAccounts::skipTo(AccountId account)
{
    while (!m_ended) {
        if (!m_loaded) {
            const Result<bool> more = m_stream->next();
            if (!more)
                return more.error();
            m_ended = !*more;
            m_loaded = *more;
            continue;
        }
        const std::int64_t here = m_stream->integer(0);
        if (here > account.value)
            break;
        if (here == account.value)
            keep(m_stream->text(2), m_stream->text(3), m_stream->integer(1));
        m_loaded = false;
    }
    return Done{};
}

} // namespace dimsum
