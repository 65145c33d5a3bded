#include "service/account_details.h"

#include "domain/deals.h"
#include "service/committee.h"
#include "service/scoring_inputs.h"
#include "service/weekly_charts.h"

#include <algorithm>
#include <set>

namespace dimsum {

namespace {

constexpr int timelineDays = 365;

std::string shownValue(const Snapshot &snapshot, const Criterion &criterion, std::uint32_t row)
{
    const FieldSource source = fieldSource(snapshot.accounts, criterion.field, criterion.customKey);
    if (source.field)
        return source.field->at(row).label;
    if (source.money && (*source.money)[row].known())
        return shortMoneyText((*source.money)[row], snapshot.settings.currency);
    return {};
}

void takeFit(const Snapshot &snapshot, std::uint32_t row, AccountDetails &details)
{
    const FitReceipt receipt = fitReceipt(snapshot.accounts, snapshot.icp, snapshot.settings.currency, row);
    for (std::size_t at = 0; at < receipt.answers.size(); ++at) {
        const Criterion &criterion = snapshot.icp.criteria[at];
        details.fit.push_back({criterion, receipt.answers[at], shownValue(snapshot, criterion, row)});
    }
    details.fitWeightYes = receipt.weightYes;
    details.fitWeightUnknown = receipt.weightUnknown;
    details.fitWeightAll = receipt.weightAll;
}

void takePriority(const Snapshot &snapshot, std::uint32_t row, AccountDetails &details)
{
    if (!snapshot.proposal.defined)
        return;
    const PriorityWeights &weights = snapshot.policy.priority;
    const auto line = [&](double factor, double weight) {
        details.priority.push_back({factor, weight, factor * weight});
    };
    line(snapshot.scores.fit->fit[row], weights.fit);
    line(snapshot.scores.intent->score[row], weights.intent);
    line(snapshot.scores.engagement.score[row], weights.engagement);
    line(100 * snapshot.proposal.acvRank(row, snapshot.world->base->acvOrder), weights.acvRank);
}

void takeIntent(const Snapshot &snapshot, const IntentColumns &intent, std::uint32_t row, AccountDetails &details)
{
    details.intent = intentReceipt(intent, snapshot.policy.intent, snapshot.scores.intent->feed, snapshot.asOf, row);
    for (const IntentItem &item : details.intent.items)
        details.intentLines.push_back({.topic = item.topic == 0 ? std::string() : intent.topics.at(item.topic).label,
                                       .source = intent.sources.at(item.source).label,
                                       .day = item.day,
                                       .score = item.score,
                                       .eventPoints = item.eventPoints,
                                       .inMean = item.inMean,
                                       .hot = item.hot});
    details.intentWeeks = intentChart(snapshot, intent, row, details.intent);
}

std::string personName(const AccountDetails &details, std::uint32_t contact)
{
    for (const CommitteePerson &person : details.people) {
        if (person.id.value == static_cast<std::int64_t>(contact))
            return person.name.empty() ? person.email : person.name;
    }
    return {};
}

void takeEngagement(const Snapshot &snapshot, const ActivityColumns &activities, std::uint32_t row, AccountDetails &details)
{
    details.engagement = engagementReceipt(activities, snapshot.policy.engagement, snapshot.asOf, row);
    const RowRange range = activities.byAccount.of(row);
    for (const DayPersonPoints &points : details.engagement.lines) {
        EngagementLine line{.day = points.day,
                            .person = personName(details, points.contact),
                            .points = points.points,
                            .capped = points.capped,
                            .decayed = points.decayed,
                            .types = {}};
        std::set<std::uint16_t> seen;
        for (std::size_t at = range.begin; at < range.end; ++at) {
            if (activities.day[at] == points.day && activities.contact[at] == points.contact
                && seen.insert(activities.type[at]).second)
                line.types.push_back(activities.types.at(activities.type[at]).label);
        }
        details.engagementLines.push_back(std::move(line));
    }
    details.engagementWeeks = engagementChart(snapshot, activities, row, details.engagement);
}

void takeTimeline(const Snapshot &snapshot, const ActivityColumns &activities, std::uint32_t row, AccountDetails &details)
{
    const TypeWorth worth = typeWorth(activities.types, snapshot.policy.engagement);
    const RowRange range = activities.byAccount.of(row);
    for (std::size_t at = range.begin; at < range.end; ++at) {
        if (snapshot.asOf < activities.day[at] || snapshot.asOf - activities.day[at] >= timelineDays)
            continue;
        TimelineMark mark;
        mark.day = activities.day[at];
        mark.instant = activities.instant[at];
        for (std::uint32_t person = 0; person < details.people.size(); ++person) {
            if (details.people[person].id.value == static_cast<std::int64_t>(activities.contact[at]))
                mark.person = person + 1;
        }
        mark.type = activities.types.at(activities.type[at]).label;
        mark.asset = activities.assets.at(activities.asset[at]).label;
        mark.campaign = activities.campaigns.at(activities.campaign[at]).label;
        mark.channel = activities.channels.at(activities.channel[at]).label;
        mark.area = activities.areas.at(activities.area[at]).label;
        mark.points = worth.points[activities.type[at]];
        mark.counting = worth.counts[activities.type[at]] != 0;
        details.timeline.push_back(std::move(mark));
    }
}

void takeDeals(const Snapshot &snapshot, const OpportunityColumns &deals, std::uint32_t row, AccountDetails &details)
{
    const RowRange range = deals.byAccount.of(row);
    for (std::size_t deal = range.end; deal-- > range.begin;) {
        if (!dealExists(deals, deal, snapshot.asOf))
            continue;
        details.deals.push_back({.id = std::string(deals.externalId.at(deal)),
                                 .name = std::string(deals.name.at(deal)),
                                 .stage = std::string(deals.stage.at(deal)),
                                 .campaign = deals.campaigns.at(deals.campaign[deal]).label,
                                 .amount = deals.amount[deal],
                                 .status = dealOpen(deals, deal, snapshot.asOf) ? DealStatus::open
                                                                                : deals.status[deal],
                                 .created = deals.created[deal],
                                 .closed = deals.closed[deal]});
    }
}

void takeCustomFields(const Snapshot &snapshot, std::uint32_t row, AccountDetails &details)
{
    for (const CustomColumn &custom : snapshot.accounts.custom) {
        if (custom.column.known(row))
            details.custom.push_back({custom.label, custom.column.at(row).label});
    }
}

void countRoles(AccountDetails &details)
{
    for (const CommitteeRole &role : details.committee) {
        details.requiredRoles += role.required ? 1 : 0;
        details.engagedRoles += role.required && role.engaged ? 1 : 0;
    }
    if (details.requiredRoles > 0)
        details.committeeCoverage = static_cast<double>(details.engagedRoles) / details.requiredRoles;
}

} // namespace

Result<AccountDetails> accountDetails(Workspace &workspace, const Snapshot &snapshot, AccountId account)
{
    const auto row = snapshot.row(account);
    if (!row)
        return Error{.kind = ErrorKind::notFound,
                     .sentence = DIMSUM_TEXT("The account is not in this workspace any more.")};
    AccountDetails details;
    details.account = account;
    details.revision = snapshot.revision;
    details.asOf = snapshot.asOf;

    const auto events = accountEvents(workspace, *snapshot.world, *row);
    if (!events)
        return events.error();
    auto people = committeePeople(workspace, snapshot, account, **events);
    if (!people)
        return people.error();
    details.people = std::move(*people);
    details.committee = committeeRoles(snapshot.icp, details.people);
    countRoles(details);
    takeFit(snapshot, *row, details);
    takePriority(snapshot, *row, details);
    takeIntent(snapshot, (*events)->intent, *row, details);
    takeEngagement(snapshot, (*events)->activities, *row, details);
    takeTimeline(snapshot, (*events)->activities, *row, details);
    takeDeals(snapshot, (*events)->deals, *row, details);
    takeCustomFields(snapshot, *row, details);

    for (const OrderRow &order : snapshot.orders) {
        if (order.account == account)
            details.orders.push_back(order);
    }
    std::reverse(details.orders.begin(), details.orders.end());
    auto history = tierHistory(workspace, account);
    if (!history)
        return history.error();
    details.history = std::move(*history);
    std::reverse(details.history.begin(), details.history.end());
    return details;
}

} // namespace dimsum
