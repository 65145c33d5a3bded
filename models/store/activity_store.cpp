#include "store/activity_store.h"

#include "domain/account_rows.h"
#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/radix_sort.h"
#include "store/page_walk.h"
#include "store/statement.h"
#include "store/term_store.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <future>

namespace dimsum {

namespace {

constexpr std::size_t keysPerStretch = 512;

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

Error damagedBlock()
{
    return Error{ErrorKind::damaged, DIMSUM_TEXT("Activities of the workspace are damaged and cannot be read. Open the newest backup instead.")};
}

// The packed blocks of many accounts, in pieces that never move.
class BlockPile
{
public:
    std::span<const std::uint8_t> keep(std::span<const std::uint8_t> content)
    {
        if (m_pieces.empty() || m_pieces.back().capacity() - m_pieces.back().size() < content.size())
            startPiece(content.size());
        std::vector<std::uint8_t> &piece = m_pieces.back();
        piece.insert(piece.end(), content.begin(), content.end());
        return std::span(piece).last(content.size());
    }

private:
    using Piece = std::vector<std::uint8_t>;
    static constexpr std::size_t pieceBytes = std::size_t{16} << 20;

    // From the second piece on the next one is made ready beside the reading: new memory has to be cleared first.
    void startPiece(std::size_t least)
    {
        if (m_next.valid() && least <= pieceBytes)
            m_pieces.push_back(m_next.get());
        else
            reserveLarge(m_pieces.emplace_back(), std::max(pieceBytes, least));
        if (m_pieces.size() == 1 || m_next.valid())
            return;
        m_next = std::async(std::launch::async, [] {
            Piece piece;
            reserveLarge(piece, pieceBytes);
            piece.resize(pieceBytes);
            piece.clear();
            return piece;
        });
    }

    std::vector<Piece> m_pieces;
    std::future<Piece> m_next;
};

struct PiledBlock {
    std::uint32_t account = 0; // row of the frame
    std::uint32_t rows = 0;    // as the table says
    std::size_t first = 0;     // row of the columns
    std::span<const std::uint8_t> content;
};

// Fills the columns of some accounts, in the order of domain.md section 9. Several fillers work on parts of the same
// columns, which have their size already.
class ColumnFiller
{
public:
    ColumnFiller(const Words &words, const ZoneRules &zone, ActivityColumns &columns) : m_words(words), m_zone(zone), m_columns(columns)
    {
        m_typeKeys.resize(words.types.dictionary.size());
        for (std::size_t code = 0; code < m_typeKeys.size(); ++code)
            m_typeKeys[code] = words.types.dictionary.at(static_cast<std::uint32_t>(code)).key;
    }

    // All blocks of one account. False: a block cannot be read.
    bool fill(std::span<const PiledBlock> blocks)
    {
        m_rows.clear();
        for (const PiledBlock &block : blocks) {
            ActivityBlockReader reader(block.content);
            const std::size_t before = m_rows.size();
            for (PackedActivity row; reader.next(row);)
                m_rows.push_back(placed(row));
            if (!reader.sound() || m_rows.size() - before != block.rows)
                return false;
        }
        const auto earlier = [this](const Placed &a, const Placed &b) { return before(a, b); };
        if (!std::is_sorted(m_rows.begin(), m_rows.end(), earlier))
            std::stable_sort(m_rows.begin(), m_rows.end(), earlier);
        std::size_t at = blocks.front().first;
        for (const Placed &row : m_rows) {
            m_columns.account[at] = blocks.front().account;
            m_columns.day[at] = row.day;
            m_columns.instant[at] = row.instant;
            m_columns.type[at] = row.type;
            m_columns.contact[at] = row.contact;
            m_columns.asset[at] = row.asset;
            m_columns.campaign[at] = row.campaign;
            m_columns.channel[at] = row.channel;
            m_columns.area[at] = row.area;
            ++at;
        }
        return true;
    }

private:
    struct Placed {
        std::int64_t instant = 0;
        Day day;
        std::uint16_t type = 0, area = 0;
        std::uint32_t contact = 0, asset = 0, campaign = 0, channel = 0;
        PackedId id;
    };

    Placed placed(const PackedActivity &row) const
    {
        Placed event;
        event.instant = row.instant;
        if (row.dated) {
            event.day = Day{static_cast<std::int32_t>(row.instant / millisecondsPerDay - (row.instant % millisecondsPerDay < 0 ? 1 : 0))};
            event.instant = m_zone.startOfDay(event.day);
        } else {
            event.day = m_zone.dayOf(row.instant);
        }
        event.type = static_cast<std::uint16_t>(m_words.types.code(row.type));
        event.area = static_cast<std::uint16_t>(m_words.areas.code(row.area));
        event.contact = static_cast<std::uint32_t>(row.contact);
        event.asset = m_words.assets.code(row.asset);
        event.campaign = m_words.campaigns.code(row.campaign);
        event.channel = m_words.channels.code(row.channel);
        event.id = row.id;
        return event;
    }

    // Types compare by their key, not by the number that they happened to get; rows without an id come last.
    bool before(const Placed &a, const Placed &b) const
    {
        if (a.instant != b.instant)
            return a.instant < b.instant;
        if (a.type != b.type)
            return m_typeKeys[a.type] < m_typeKeys[b.type];
        if (a.id.empty() || b.id.empty())
            return !a.id.empty() && b.id.empty();
        return compareIds(a.id, b.id) < 0;
    }

    const Words &m_words;
    const ZoneRules &m_zone;
    ActivityColumns &m_columns;
    std::vector<std::string_view> m_typeKeys;
    std::vector<Placed> m_rows; // of the account being filled
};

// Clearing new memory takes longer than reading the rows that go there, so every core clears some columns.
template <class... Columns>
void resizeInAllCores(std::size_t rows, Columns &...columns)
{
    const std::array<std::function<void()>, sizeof...(columns)> tasks{[&columns, rows] { resizeLarge(columns, rows); }...};
    constexpr std::size_t worthAThread = 100'000; // rows
    if (rows < worthAThread)
        std::for_each(tasks.begin(), tasks.end(), [](const auto &task) { task(); });
    else
        eachInAllCores(tasks.size(), [&tasks](std::size_t task) { tasks[task](); });
}

// Calls key(identity, account) for every entry of a stretch.
template <class Key>
void readStretch(std::int64_t first, std::span<const std::uint8_t> content, Key key)
{
    Unpacker unpack(content);
    std::uint64_t identity = static_cast<std::uint64_t>(first);
    while (unpack.left() > 0 && unpack.sound()) {
        identity += unpack.number();
        const std::uint64_t account = unpack.number();
        key(static_cast<std::int64_t>(identity), static_cast<std::int64_t>(account));
    }
}

} // namespace

Result<ActivityColumns> ActivityStore::load(const AccountRows &accounts, const std::function<ZoneRules()> &zone, std::span<const AccountId> only)
{
    Words words;
    if (const Outcome outcome = loadWords(*m_database, words); !outcome)
        return outcome.error();
    // Blocks come by account id, columns go by row of the frame.
    BlockPile pile;
    std::vector<PiledBlock> blocks;
    const auto keep = [&](const StoredBlock &block) -> Outcome {
        if (!block.sound)
            return damagedBlock();
        if (const std::optional<std::uint32_t> account = accounts.of(block.account.value))
            blocks.push_back({*account, static_cast<std::uint32_t>(block.rows), 0, pile.keep(block.content)});
        return Done{};
    };
    ActivityWalk walk(*m_database);
    Outcome outcome = only.empty() ? eachBlock(walk, keep) : Outcome(Done{});
    for (std::size_t i = 0; i < only.size() && outcome; ++i)
        outcome = eachBlockOf(only[i], walk, keep);
    if (!outcome)
        return outcome.error();
    sortByKey(blocks, [](const PiledBlock &block) -> std::uint64_t { return block.account; });
    std::size_t rows = 0;
    std::vector<std::size_t> firstOfAccount; // indexes into `blocks`, and the end
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        blocks[i].first = rows;
        rows += blocks[i].rows;
        if (i == 0 || blocks[i].account != blocks[i - 1].account)
            firstOfAccount.push_back(i);
    }
    firstOfAccount.push_back(blocks.size());

    ActivityColumns columns;
    resizeInAllCores(rows, columns.instant, columns.account, columns.day, columns.contact, columns.asset, columns.campaign, columns.channel, columns.type,
                     columns.area);
    std::atomic<bool> sound = true;
    inAllCores(firstOfAccount.size() - 1, [&](std::size_t begin, std::size_t end) {
        const ZoneRules rules = zone();
        ColumnFiller filler(words, rules, columns);
        for (std::size_t i = begin; i < end && sound; ++i) {
            if (!filler.fill(std::span(blocks).subspan(firstOfAccount[i], firstOfAccount[i + 1] - firstOfAccount[i])))
                sound = false;
        }
    });
    if (!sound)
        return damagedBlock();
    columns.byAccount = AccountIndex(columns.account);
    columns.types = std::move(words.types.dictionary);
    columns.assets = std::move(words.assets.dictionary);
    columns.campaigns = std::move(words.campaigns.dictionary);
    columns.areas = std::move(words.areas.dictionary);
    columns.channels = std::move(words.channels.dictionary);
    return columns;
}

Result<std::int64_t> ActivityStore::count()
{
    Statement select(*m_database, "SELECT (SELECT coalesce(sum(rows), 0) FROM activity_page) + (SELECT coalesce(sum(rows), 0) FROM activity_block)");
    return firstInteger(select);
}

Result<bool> ActivityStore::any()
{
    Statement select(*m_database, "SELECT EXISTS (SELECT 1 FROM activity_page) OR EXISTS (SELECT 1 FROM activity_block)");
    const Result<std::int64_t> there = firstInteger(select);
    if (!there)
        return there.error();
    return *there != 0;
}

Result<std::vector<ActivityBlock>> ActivityStore::blocks(AccountId account)
{
    std::vector<ActivityBlock> found;
    ActivityWalk walk(*m_database);
    const Outcome outcome = eachBlockOf(account, walk, [&](const StoredBlock &block) -> Outcome {
        if (!block.sound)
            return damagedBlock();
        found.push_back({account, block.import, {block.content.begin(), block.content.end()}});
        return Done{};
    });
    if (!outcome)
        return outcome.error();
    return found;
}

// A block that changes gets a row of its own, and so do its neighbours: taken back, it stays one.
Outcome ActivityStore::leavePage(AccountId account, ImportId import)
{
    if (!m_pagesOf) {
        Statement select(*m_database, "SELECT coalesce((SELECT import_id FROM activity_page LIMIT 1), 0)");
        const Result<std::int64_t> of = firstInteger(select);
        if (!of)
            return of.error();
        m_pagesOf = *of;
    }
    if (*m_pagesOf == 0 || *m_pagesOf != import.value)
        return Done{};
    Statement select(*m_database, "SELECT last_account, rows, content FROM activity_page WHERE last_account >= ?1 ORDER BY last_account LIMIT 1");
    const Result<bool> there = select.bind(account.value).next();
    if (!there)
        return there.error();
    if (!*there)
        return Done{};
    const AccountId last{select.integer(0)};
    const std::int64_t rows = select.integer(1);
    const std::span<const std::uint8_t> stored = select.blob(2);
    const std::vector<std::uint8_t> content(stored.begin(), stored.end());
    select.reset();
    std::vector<PagedBlock> blocks;
    AccountPageReader reader(content, {last, rows, {}});
    for (PagedBlock block; reader.next(block);)
        blocks.push_back(block);
    if (!reader.sound())
        return damagedBlock();
    if (std::none_of(blocks.begin(), blocks.end(), [account](const PagedBlock &block) { return block.account == account; }))
        return Done{};
    Statement remove(*m_database, "DELETE FROM activity_page WHERE last_account = ?1");
    if (Outcome removed = remove.bind(last.value).run(); !removed)
        return removed;
    Statement add(*m_database, "INSERT INTO activity_block (account_id, import_id, rows, content) VALUES (?1, ?2, ?3, ?4)");
    for (const PagedBlock &block : blocks)
        if (Outcome added = add.bind(block.account.value, import.value, block.rows).bindBlob(4, block.content).run(); !added)
            return added;
    return Done{};
}

Outcome ActivityStore::put(AccountId account, ImportId import, std::span<const PackedActivity> rows)
{
    if (Outcome left = leavePage(account, import); !left)
        return left;
    if (rows.empty()) {
        Statement remove(*m_database, "DELETE FROM activity_block WHERE account_id = ?1 AND import_id = ?2");
        return remove.bind(account.value, import.value).run();
    }
    std::vector<std::uint8_t> content;
    packActivities(rows, content);
    Statement put(*m_database, "INSERT INTO activity_block (account_id, import_id, rows, content) VALUES (?1, ?2, ?3, ?4) "
                               "ON CONFLICT (account_id, import_id) DO UPDATE SET rows = excluded.rows, content = excluded.content");
    return put.bind(account.value, import.value, static_cast<std::int64_t>(rows.size())).bindBlob(4, content).run();
}

Outcome ActivityStore::add(ImportId import, const AccountPages &pages)
{
    Statement add(*m_database, "INSERT INTO activity_page (last_account, import_id, rows, content) VALUES (?1, ?2, ?3, ?4)");
    return pages.forEach([&](const AccountPages::Page &page, std::span<const std::uint8_t> content) {
        return add.bind(page.last.value, import.value, page.rows).bindBlob(4, content).run();
    });
}

Outcome ActivityStore::keepPrior(ImportId by, AccountId account, ImportId import)
{
    if (Outcome left = leavePage(account, import); !left)
        return left;
    Statement keep(*m_database, "INSERT INTO activity_prior (import_id, account_id, block_import_id, rows, content) "
                                "SELECT ?1, account_id, import_id, rows, content FROM activity_block "
                                "WHERE account_id = ?2 AND import_id = ?3 ON CONFLICT DO NOTHING");
    return keep.bind(by.value, account.value, import.value).run();
}

Outcome ActivityStore::addKeys(ImportId import, std::span<const ActivityKey> keys)
{
    Statement insert(*m_database, "INSERT INTO activity_key (import_id, first, last, content) VALUES (?1, ?2, ?3, ?4)");
    std::vector<std::uint8_t> content;
    for (std::size_t begin = 0; begin < keys.size();) {
        std::size_t end = std::min(begin + keysPerStretch, keys.size());
        // A stretch is found by its first identity, so equal ones stay together.
        while (end < keys.size() && keys[end].identity == keys[end - 1].identity)
            ++end;
        content.clear();
        Packer pack(content);
        std::int64_t before = keys[begin].identity;
        for (const ActivityKey &key : keys.subspan(begin, end - begin)) {
            pack.number(static_cast<std::uint64_t>(key.identity - before));
            pack.number(static_cast<std::uint64_t>(key.account.value));
            before = key.identity;
        }
        if (Outcome outcome = insert.bind(import.value, keys[begin].identity, before).bindBlob(4, content).run(); !outcome)
            return outcome;
        begin = end;
    }
    return Done{};
}

Result<std::vector<ActivityKey>> ActivityStore::findKeys(std::span<const std::int64_t> identities)
{
    std::vector<ActivityKey> found;
    if (identities.empty())
        return found;
    std::vector<std::int64_t> imports{0};
    Statement runs(*m_database, "SELECT id FROM import_run WHERE kind = 'activities' AND undone_at IS NULL");
    if (const Outcome outcome = runs.forEach([&](Statement &row) { imports.push_back(row.integer(0)); }); !outcome)
        return outcome.error();
    Statement stretches(*m_database, "SELECT first, last, content FROM activity_key WHERE import_id = ?1 AND first <= ?3 AND last >= ?2 ORDER BY first");
    for (const std::int64_t import : imports) {
        const Outcome outcome = stretches.bind(import, identities.front(), identities.back()).forEach([&](Statement &row) {
            auto wanted = std::lower_bound(identities.begin(), identities.end(), row.integer(0));
            if (wanted == identities.end() || *wanted > row.integer(1))
                return;
            readStretch(row.integer(0), row.blob(2), [&](std::int64_t identity, std::int64_t account) {
                while (wanted != identities.end() && *wanted < identity)
                    ++wanted;
                if (wanted != identities.end() && *wanted == identity)
                    found.push_back({identity, AccountId{account}});
            });
        });
        if (!outcome)
            return outcome.error();
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace dimsum
