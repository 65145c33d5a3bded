// First-party activities, third-party signals and opportunities as columns (domain.md sections 1 and 2).
// All are sorted by account row first; `byAccount` gives each account's range without a search.
#pragma once

#include "domain/columns.h"
#include "domain/day.h"
#include "domain/ids.h"
#include "domain/money.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dimsum {

// Half-open range of rows of one account.
struct RowRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t size() const { return end - begin; }
};

// Ranges per account over rows sorted by account. Knows the accounts from the first to the last that has rows: of a
// single one it is small, however many the frame holds.
class AccountIndex
{
public:
    AccountIndex() = default;
    explicit AccountIndex(const std::vector<std::uint32_t> &sortedAccounts)
    {
        if (sortedAccounts.empty())
            return;
        m_first = sortedAccounts.front();
        m_begin.assign(std::size_t{sortedAccounts.back()} - m_first + 2, 0);
        for (const std::uint32_t account : sortedAccounts)
            ++m_begin[account - m_first + 1];
        for (std::size_t i = 1; i < m_begin.size(); ++i)
            m_begin[i] += m_begin[i - 1];
    }

    RowRange of(std::size_t account) const
    {
        const std::size_t at = account - m_first; // far too large for accounts before the first
        if (at >= m_begin.size() || at + 1 >= m_begin.size())
            return {};
        return {static_cast<std::size_t>(m_begin[at]), static_cast<std::size_t>(m_begin[at + 1])};
    }

private:
    std::size_t m_first = 0;
    std::vector<std::uint64_t> m_begin; // by account from the first, and where the last one ends
};

// Sorted by account, then in the order of domain.md section 9: time, type, id bytewise (rows without id last),
// file order. Dictionaries: code 0 = none.
struct ActivityColumns {
    AccountIndex byAccount;
    std::vector<std::uint32_t> account; // row of the AccountFrame
    std::vector<Day> day;               // calendar date in the workspace's zone
    std::vector<std::int64_t> instant;  // UTC milliseconds; a date without a time: start of its day in the zone
    std::vector<std::uint16_t> type;
    std::vector<std::uint32_t> contact; // 0 = the account's unknown person; else an index that is unique per contact
    std::vector<std::uint32_t> asset, campaign, channel;
    std::vector<std::uint16_t> area;

    Dictionary types; // key: type code folded with '_', '-' and ' ' alike (a single space), label as imported
    Dictionary assets, campaigns, areas, channels;

    std::size_t size() const { return account.size(); }
};

enum class SourceKind : std::uint8_t { coop, review, bidstream, other };

// Scored signals, sorted by account, then day, source, topic; one row per (account, source, topic, day).
struct SignalColumns {
    AccountIndex byAccount;
    std::vector<std::uint32_t> account;
    std::vector<std::uint16_t> source;
    std::vector<std::uint32_t> topic;
    std::vector<Day> day;
    std::vector<float> score; // 0..100

    std::size_t size() const { return account.size(); }
};

// Counted intent events ("pricing page seen 3 times on G2"), sorted by account, then day.
struct IntentEventColumns {
    AccountIndex byAccount;
    std::vector<std::uint32_t> account;
    std::vector<std::uint16_t> source;
    std::vector<std::uint16_t> event;
    std::vector<Day> day;
    std::vector<std::int32_t> count;

    std::size_t size() const { return account.size(); }
};

struct IntentColumns {
    SignalColumns signals;
    IntentEventColumns events;
    Dictionary sources, topics, eventTypes; // code 0 = none
};

enum class DealStatus : std::uint8_t { open, won, lost };

// Sorted by account, then created day, then id.
struct OpportunityColumns {
    AccountIndex byAccount;
    std::vector<std::uint32_t> account;
    std::vector<Money> amount; // unknownMoney = none given
    std::vector<DealStatus> status;
    std::vector<Day> created;
    std::vector<Day> closed; // unknownDay if none; for an open deal the expected close, never used
    TextColumn externalId, name, stage;
    std::vector<std::uint32_t> campaign; // code in `campaigns`
    Dictionary campaigns;

    std::size_t size() const { return account.size(); }
};

} // namespace dimsum
