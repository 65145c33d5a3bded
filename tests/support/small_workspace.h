// A handful of accounts with their events, built row by row for tests of the domain rules. Labels are folded
// by making ASCII letters small, which is all that test labels need.
#pragma once

#include "domain/account_frame.h"
#include "domain/event_columns.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <string>
#include <tuple>
#include <vector>

namespace dimsum::test
{

inline std::string folded(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

inline std::vector<std::string> splitParts(const std::string &key)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= key.size();) {
        const std::size_t end = std::min(key.find(';', begin), key.size());
        if (end > begin)
            parts.push_back(key.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

inline void put(FieldColumn &column, const std::string &label)
{
    column.codes.push_back(
        label.empty() ? 0 : column.values.intern(folded(label), label, splitParts(folded(label))));
}

struct AccountText {
    std::string domain;
    std::string industry = {};
    std::string country = {};
    std::string employees = {};
    std::string technologies = {};
    Money acv = unknownMoney;
    Money annualRevenue = unknownMoney;
};

struct ActivityRow {
    std::uint32_t account;
    std::string type;
    Day day;
    std::uint32_t contact = 1;
    std::string area = {};
    std::string campaign = {};
    std::string channel = {};
    std::string asset = {};
};

struct SignalRow {
    std::uint32_t account;
    std::string source;
    std::string topic;
    Day day;
    float score;
};

struct EventRow {
    std::uint32_t account;
    std::string source;
    std::string event;
    Day day;
    std::int32_t count = 1;
};

struct DealRow {
    std::uint32_t account;
    DealStatus status;
    Day created;
    Day closed = unknownDay;
    Money amount = Money{100'000};
};

inline AccountFrame accountFrame(const std::vector<AccountText> &rows)
{
    AccountFrame frame;
    for (const AccountText &row : rows) {
        frame.id.push_back(AccountId{static_cast<std::int64_t>(frame.id.size() + 1)});
        frame.domain.append(row.domain);
        frame.name.append(row.domain);
        frame.externalId.append("");
        put(frame.industry, row.industry);
        put(frame.country, row.country);
        put(frame.employees, row.employees);
        put(frame.technologies, row.technologies);
        for (FieldColumn *column :
             {&frame.region, &frame.customers, &frame.maturity, &frame.funding, &frame.owner})
            put(*column, "");
        frame.annualRevenue.push_back(row.annualRevenue);
        frame.budget.push_back(unknownMoney);
        frame.acv.push_back(row.acv);
    }
    return frame;
}

inline ActivityColumns activityColumns(std::vector<ActivityRow> rows, std::size_t accounts)
{
    std::stable_sort(rows.begin(), rows.end(), [](const ActivityRow &a, const ActivityRow &b) {
        return std::tie(a.account, a.day, a.type) < std::tie(b.account, b.day, b.type);
    });
    ActivityColumns columns;
    for (const ActivityRow &row : rows) {
        columns.account.push_back(row.account);
        columns.day.push_back(row.day);
        columns.instant.push_back(std::int64_t{row.day.number} * 86'400'000);
        columns.type.push_back(static_cast<std::uint16_t>(columns.types.intern(folded(row.type), row.type)));
        columns.contact.push_back(row.contact);
        const auto tag = [](Dictionary &values, const std::string &text) {
            return text.empty() ? 0 : values.intern(folded(text), text);
        };
        columns.asset.push_back(tag(columns.assets, row.asset));
        columns.campaign.push_back(tag(columns.campaigns, row.campaign));
        columns.channel.push_back(tag(columns.channels, row.channel));
        columns.area.push_back(
            row.area.empty() ? std::uint16_t{0}
                             : static_cast<std::uint16_t>(columns.areas.intern(folded(row.area), row.area)));
    }
    Q_ASSERT(columns.account.empty() || columns.account.back() < accounts);
    columns.byAccount = AccountIndex(columns.account);
    return columns;
}

inline IntentColumns intentColumns(std::vector<SignalRow> signals, std::vector<EventRow> events,
                                   std::size_t accounts)
{
    IntentColumns columns;
    const auto source = [&](const std::string &label) {
        return static_cast<std::uint16_t>(columns.sources.intern(folded(label), label));
    };
    std::stable_sort(signals.begin(), signals.end(), [](const SignalRow &a, const SignalRow &b) {
        return std::tie(a.account, a.day, a.source, a.topic) < std::tie(b.account, b.day, b.source, b.topic);
    });
    for (const SignalRow &row : signals) {
        columns.signals.account.push_back(row.account);
        columns.signals.source.push_back(source(row.source));
        columns.signals.topic.push_back(columns.topics.intern(folded(row.topic), row.topic));
        columns.signals.day.push_back(row.day);
        columns.signals.score.push_back(row.score);
    }
    std::stable_sort(events.begin(), events.end(), [](const EventRow &a, const EventRow &b) {
        return std::tie(a.account, a.day) < std::tie(b.account, b.day);
    });
    for (const EventRow &row : events) {
        columns.events.account.push_back(row.account);
        columns.events.source.push_back(source(row.source));
        columns.events.event.push_back(
            static_cast<std::uint16_t>(columns.eventTypes.intern(folded(row.event), row.event)));
        columns.events.day.push_back(row.day);
        columns.events.count.push_back(row.count);
    }
    Q_ASSERT(columns.signals.account.empty() || columns.signals.account.back() < accounts);
    columns.signals.byAccount = AccountIndex(columns.signals.account);
    columns.events.byAccount = AccountIndex(columns.events.account);
    return columns;
}

inline OpportunityColumns opportunityColumns(std::vector<DealRow> rows, std::size_t accounts)
{
    std::stable_sort(rows.begin(), rows.end(), [](const DealRow &a, const DealRow &b) {
        return std::tie(a.account, a.created) < std::tie(b.account, b.created);
    });
    OpportunityColumns columns;
    for (const DealRow &row : rows) {
        columns.account.push_back(row.account);
        columns.amount.push_back(row.amount);
        columns.status.push_back(row.status);
        columns.created.push_back(row.created);
        columns.closed.push_back(row.closed);
        columns.externalId.append("");
        columns.name.append("");
        columns.stage.append("");
        columns.campaign.push_back(0);
    }
    Q_ASSERT(columns.account.empty() || columns.account.back() < accounts);
    columns.byAccount = AccountIndex(columns.account);
    return columns;
}

} // namespace dimsum::test
