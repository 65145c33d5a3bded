#include "store/intent_store.h"

#include "domain/account_rows.h"
#include "store/statement.h"
#include "store/term_store.h"

#include <algorithm>
#include <tuple>

namespace dimsum {

namespace {

struct Signal {
    std::uint32_t account;
    Day day;
    std::uint16_t source;
    std::uint32_t topic;
    float score;
};

struct Counted {
    std::uint32_t account;
    Day day;
    std::uint16_t source;
    std::uint16_t event;
    std::int32_t count;
};

// Runs the first text for all accounts, the second for one.
template <class Row>
Outcome readRows(Database &database, std::string_view all, std::string_view ofOne, AccountId only, Row row)
{
    Statement select(database, only.valid() ? ofOne : all);
    return only.valid() ? select.bind(only.value).forEach(row) : select.forEach(row);
}

Outcome loadSignals(Database &database, const AccountRows &accounts, AccountId only, const TermCodes &sources, const TermCodes &topics,
                    SignalColumns &columns)
{
    std::vector<Signal> signals;
    Outcome outcome = readRows(database, "SELECT account_id, source, topic, day, score FROM intent_signal",
                               "SELECT account_id, source, topic, day, score FROM intent_signal WHERE account_id = ?1", only, [&](Statement &row) {
        if (const std::optional<std::uint32_t> account = accounts.of(row.integer(0)))
            signals.push_back({*account, row.day(3), static_cast<std::uint16_t>(sources.code(row.integer(1))),
                               topics.code(row.integer(2)), static_cast<float>(row.real(4))});
    });
    std::sort(signals.begin(), signals.end(), [](const Signal &a, const Signal &b) {
        return std::tie(a.account, a.day, a.source, a.topic) < std::tie(b.account, b.day, b.source, b.topic);
    });
    for (const Signal &signal : signals) {
        columns.account.push_back(signal.account);
        columns.day.push_back(signal.day);
        columns.source.push_back(signal.source);
        columns.topic.push_back(signal.topic);
        columns.score.push_back(signal.score);
    }
    return outcome;
}

Outcome loadEvents(Database &database, const AccountRows &accounts, AccountId only, const TermCodes &sources, const TermCodes &types,
                   IntentEventColumns &columns)
{
    std::vector<Counted> events;
    Outcome outcome = readRows(database, "SELECT account_id, source, event, day, count FROM intent_event",
                               "SELECT account_id, source, event, day, count FROM intent_event WHERE account_id = ?1", only, [&](Statement &row) {
        if (const std::optional<std::uint32_t> account = accounts.of(row.integer(0)))
            events.push_back({*account, row.day(3), static_cast<std::uint16_t>(sources.code(row.integer(1))),
                              static_cast<std::uint16_t>(types.code(row.integer(2))),
                              static_cast<std::int32_t>(row.integer(4))});
    });
    std::sort(events.begin(), events.end(), [](const Counted &a, const Counted &b) {
        return std::tie(a.account, a.day, a.source, a.event, a.count) < std::tie(b.account, b.day, b.source, b.event, b.count);
    });
    for (const Counted &event : events) {
        columns.account.push_back(event.account);
        columns.day.push_back(event.day);
        columns.source.push_back(event.source);
        columns.event.push_back(event.event);
        columns.count.push_back(event.count);
    }
    return outcome;
}

} // namespace

Result<IntentColumns> IntentStore::load(const AccountRows &accounts, AccountId only)
{
    TermStore terms(*m_database);
    Result<TermCodes> sources = terms.codes(TermKind::source);
    Result<TermCodes> topics = terms.codes(TermKind::topic);
    Result<TermCodes> types = terms.codes(TermKind::eventType);
    for (const Result<TermCodes> *codes : {&sources, &topics, &types})
        if (!codes->ok())
            return codes->error();
    if (sources->dictionary.size() > 0xffff || types->dictionary.size() > 0xffff)
        return Error{ErrorKind::invalid, DIMSUM_TEXT("There are more than 65,000 intent sources or event types. Check which column was imported as one.")};
    IntentColumns columns;
    if (const Outcome outcome = loadSignals(*m_database, accounts, only, *sources, *topics, columns.signals); !outcome)
        return outcome.error();
    if (const Outcome outcome = loadEvents(*m_database, accounts, only, *sources, *types, columns.events); !outcome)
        return outcome.error();
    columns.signals.byAccount = AccountIndex(columns.signals.account);
    columns.events.byAccount = AccountIndex(columns.events.account);
    columns.sources = std::move(sources->dictionary);
    columns.topics = std::move(topics->dictionary);
    columns.eventTypes = std::move(types->dictionary);
    return columns;
}

Result<std::optional<double>> IntentStore::score(const StoredSignal &key)
{
    Statement select(*m_database, "SELECT score FROM intent_signal WHERE account_id = ?1 AND source = ?2 AND topic = ?3 AND day = ?4");
    const Result<bool> row = select.bind(key.account.value, key.source, key.topic, key.day).next();
    if (!row)
        return row.error();
    return *row ? std::optional<double>(select.real(0)) : std::nullopt;
}

Outcome IntentStore::insert(const StoredSignal &row, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO intent_signal (account_id, source, topic, day, score, import_id) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, 0))");
    return insert.bind(row.account.value, row.source, row.topic, row.day, row.score, import.value).run();
}

Outcome IntentStore::updateScore(const StoredSignal &row)
{
    Statement update(*m_database, "UPDATE intent_signal SET score = ?5 WHERE account_id = ?1 AND source = ?2 AND topic = ?3 AND day = ?4");
    return update.bind(row.account.value, row.source, row.topic, row.day, row.score).run();
}

Result<bool> IntentStore::insertEvent(const StoredIntentEvent &row, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO intent_event (account_id, source, event, day, count, repeat, import_id) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, 0)) ON CONFLICT DO NOTHING");
    const Outcome outcome = insert.bind(row.account.value, row.source, row.event, row.day, row.count, row.repeat, import.value).run();
    if (!outcome)
        return outcome.error();
    return insert.changes() > 0;
}

} // namespace dimsum
