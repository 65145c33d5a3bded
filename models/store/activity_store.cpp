#include "store/activity_store.h"

#include "store/account_rows.h"
#include "store/statement.h"
#include "store/term_store.h"

#include <sqlite3.h>

#include <algorithm>
#include <tuple>

namespace dimsum {

namespace {

// One event while it waits for its place in the sorted columns.
struct Event {
    std::uint32_t account = 0;
    std::uint16_t type = 0;
    std::uint16_t area = 0;
    std::int64_t instant = 0;
    std::int64_t storeId = 0;
    std::uint32_t contact = 0, asset = 0, campaign = 0, channel = 0;
    Day day;
    std::uint32_t idAt = 0; // where the external id stands in `ids`; 0 = none
};

struct Words {
    TermCodes types, assets, campaigns, areas, channels;
};

Outcome loadWords(Database &database, Words &words)
{
    TermStore terms(database);
    for (const auto &[kind, codes] : {std::pair{TermKind::activityType, &words.types}, {TermKind::asset, &words.assets},
                                      {TermKind::campaign, &words.campaigns}, {TermKind::area, &words.areas},
                                      {TermKind::channel, &words.channels}}) {
        Result<TermCodes> loaded = terms.codes(kind);
        if (!loaded)
            return loaded.error();
        *codes = std::move(*loaded);
    }
    if (words.types.dictionary.size() > 0xffff || words.areas.dictionary.size() > 0xffff)
        return Error{ErrorKind::invalid, DIMSUM_TEXT("There are more than 65,000 activity types or product areas. Check which column was imported as one.")};
    return Done{};
}

StoredActivity readActivity(const Statement &row)
{
    StoredActivity activity;
    activity.id = ActivityId{row.integer(0)};
    activity.account = AccountId{row.integer(1)};
    activity.instant = row.integer(2);
    activity.dated = row.integer(3) != 0;
    activity.type = row.integer(4);
    activity.contact = ContactId{row.integer(5)};
    activity.asset = row.integer(6);
    activity.campaign = row.integer(7);
    activity.area = row.integer(8);
    activity.channel = row.integer(9);
    activity.externalId = row.text(10);
    activity.identity = row.integer(11);
    return activity;
}

ActivityColumns inColumns(const std::vector<Event> &events, const std::vector<std::uint32_t> &order, std::size_t accounts,
                          Words &&words)
{
    ActivityColumns columns;
    const auto fill = [&](auto &column, auto member) {
        column.reserve(events.size());
        for (const std::uint32_t at : order)
            column.push_back(events[at].*member);
    };
    fill(columns.account, &Event::account);
    fill(columns.day, &Event::day);
    fill(columns.instant, &Event::instant);
    fill(columns.type, &Event::type);
    fill(columns.contact, &Event::contact);
    fill(columns.asset, &Event::asset);
    fill(columns.campaign, &Event::campaign);
    fill(columns.channel, &Event::channel);
    fill(columns.area, &Event::area);
    fill(columns.storeId, &Event::storeId);
    columns.byAccount = accountIndex(columns.account, accounts);
    columns.types = std::move(words.types.dictionary);
    columns.assets = std::move(words.assets.dictionary);
    columns.campaigns = std::move(words.campaigns.dictionary);
    columns.areas = std::move(words.areas.dictionary);
    columns.channels = std::move(words.channels.dictionary);
    return columns;
}

} // namespace

Result<ActivityColumns> ActivityStore::load(const AccountFrame &accounts, const ZoneRules &zone)
{
    Words words;
    if (const Outcome outcome = loadWords(*m_database, words); !outcome)
        return outcome.error();
    const Result<std::int64_t> rows = count();
    if (!rows)
        return rows.error();
    std::vector<Event> events;
    events.reserve(static_cast<std::size_t>(*rows));
    TextColumn ids;
    ids.append({}); // number 0 = none
    const AccountRows accountRows(accounts.id);
    Statement select(*m_database, "SELECT id, account_id, instant, dated, type, contact_id, asset, campaign, area, channel, "
                                  "external_id FROM activity ORDER BY id");
    const Outcome outcome = select.forEach([&](Statement &row) {
        const std::optional<std::uint32_t> account = accountRows.of(row.integer(1));
        if (!account)
            return;
        Event event;
        event.account = *account;
        event.instant = row.integer(2);
        if (row.integer(3) != 0) {
            event.day = Day{static_cast<std::int32_t>(event.instant / millisecondsPerDay
                                                      - (event.instant % millisecondsPerDay < 0 ? 1 : 0))};
            event.instant = zone.startOfDay(event.day);
        } else {
            event.day = zone.dayOf(event.instant);
        }
        event.type = static_cast<std::uint16_t>(words.types.code(row.integer(4)));
        event.contact = static_cast<std::uint32_t>(row.integer(5));
        event.asset = words.assets.code(row.integer(6));
        event.campaign = words.campaigns.code(row.integer(7));
        event.area = static_cast<std::uint16_t>(words.areas.code(row.integer(8)));
        event.channel = words.channels.code(row.integer(9));
        event.storeId = row.integer(0);
        if (!row.isNull(10)) {
            event.idAt = static_cast<std::uint32_t>(ids.size());
            ids.append(row.text(10));
        }
        events.push_back(event);
    });
    if (!outcome)
        return outcome.error();
    std::vector<std::uint32_t> order(events.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<std::uint32_t>(i);
    // Types compare by their key, not by the number that they happened to get; rows without an id come last.
    std::vector<std::string_view> typeKeys(words.types.dictionary.size());
    for (std::size_t code = 0; code < typeKeys.size(); ++code)
        typeKeys[code] = words.types.dictionary.at(static_cast<std::uint32_t>(code)).key;
    std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
        const Event &a = events[left];
        const Event &b = events[right];
        if (a.account != b.account)
            return a.account < b.account;
        if (a.instant != b.instant)
            return a.instant < b.instant;
        if (a.type != b.type)
            return typeKeys[a.type] < typeKeys[b.type];
        if ((a.idAt == 0) != (b.idAt == 0))
            return b.idAt == 0;
        if (a.idAt != 0)
            if (const int compared = ids.at(a.idAt).compare(ids.at(b.idAt)))
                return compared < 0;
        return left < right;
    });
    return inColumns(events, order, accounts.size(), std::move(words));
}

Result<std::int64_t> ActivityStore::count()
{
    Statement select(*m_database, "SELECT count(*) FROM activity");
    return firstInteger(select);
}

Result<std::optional<StoredActivity>> ActivityStore::find(std::int64_t identity)
{
    Statement select(*m_database, "SELECT id, account_id, instant, dated, type, contact_id, asset, campaign, area, channel, "
                                  "external_id, identity FROM activity WHERE identity = ?1");
    const Result<bool> row = select.bind(identity).next();
    if (!row)
        return row.error();
    return *row ? std::optional<StoredActivity>(readActivity(select)) : std::nullopt;
}

Result<ActivityId> ActivityStore::insert(const StoredActivity &row, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO activity (account_id, instant, dated, type, contact_id, asset, campaign, area, "
                                  "channel, external_id, identity, import_id) VALUES (?1, ?2, ?3, ?4, nullif(?5, 0), "
                                  "nullif(?6, 0), nullif(?7, 0), nullif(?8, 0), nullif(?9, 0), ?10, ?11, nullif(?12, 0))");
    const Outcome outcome = insert.bind(row.account.value, row.instant, row.dated, row.type, row.contact.value, row.asset,
                                        row.campaign, row.area, row.channel, orNull(row.externalId), row.identity,
                                        import.value)
                                .run();
    if (!outcome)
        return outcome.error();
    return ActivityId{sqlite3_last_insert_rowid(m_database->handle())};
}

Outcome ActivityStore::update(const StoredActivity &row)
{
    Statement update(*m_database, "UPDATE activity SET account_id = ?2, instant = ?3, dated = ?4, type = ?5, "
                                  "contact_id = nullif(?6, 0), asset = nullif(?7, 0), campaign = nullif(?8, 0), "
                                  "area = nullif(?9, 0), channel = nullif(?10, 0), external_id = ?11 WHERE id = ?1");
    return update.bind(row.id.value, row.account.value, row.instant, row.dated, row.type, row.contact.value, row.asset,
                       row.campaign, row.area, row.channel, orNull(row.externalId))
        .run();
}

} // namespace dimsum
