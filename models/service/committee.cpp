#include "service/committee.h"

#include "domain/buying_role.h"
#include "exchange/text_key.h"
#include "service/scoring_inputs.h"
#include "store/contact_store.h"

#include <algorithm>
#include <unordered_map>

namespace dimsum {

namespace {

struct Traces {
    Day last = unknownDay;
    Day lastCounting = unknownDay;
};

std::unordered_map<std::int64_t, Traces> tracesOf(const Snapshot &snapshot, const ActivityColumns &activities, std::uint32_t row)
{
    const TypeWorth worth = typeWorth(activities.types, snapshot.policy.engagement);
    std::unordered_map<std::int64_t, Traces> traces;
    const RowRange range = activities.byAccount.of(row);
    for (std::size_t at = range.begin; at < range.end; ++at) {
        const Day day = activities.day[at];
        if (snapshot.asOf < day)
            continue;
        Traces &person = traces[activities.contact[at]];
        person.last = std::max(person.last, day);
        if (worth.counts[activities.type[at]])
            person.lastCounting = std::max(person.lastCounting, day);
    }
    return traces;
}

std::string fullName(const StoredContact &contact)
{
    std::string name = contact.firstName;
    if (!name.empty() && !contact.lastName.empty())
        name += ' ';
    return name + contact.lastName;
}

} // namespace

Result<std::vector<CommitteePerson>> committeePeople(Workspace &workspace, const Snapshot &snapshot, AccountId account)
{
    const auto row = snapshot.row(account);
    if (!row)
        return committeePeople(workspace, snapshot, account, EventTables());
    const auto events = accountEvents(workspace, *snapshot.world, *row);
    if (!events)
        return events.error();
    return committeePeople(workspace, snapshot, account, **events);
}

Result<std::vector<CommitteePerson>> committeePeople(Workspace &workspace, const Snapshot &snapshot, AccountId account,
                                                     const EventTables &events)
{
    const auto contacts = ContactStore(workspace.database()).ofAccount(account);
    if (!contacts)
        return contacts.error();
    const auto row = snapshot.row(account);
    auto traces = row ? tracesOf(snapshot, events.activities, *row) : std::unordered_map<std::int64_t, Traces>();
    std::vector<CommitteePerson> people;
    for (const StoredContact &contact : *contacts) {
        const Traces trace = traces[contact.id.value];
        people.push_back({.id = contact.id,
                          .name = fullName(contact),
                          .title = contact.title,
                          .email = contact.email,
                          .role = typeKey(std::string_view(contact.buyingRole)),
                          .firstName = contact.firstName,
                          .lastName = contact.lastName,
                          .lastActivity = trace.last,
                          .engaged = trace.lastCounting.known()
                                     && snapshot.asOf - trace.lastCounting < engagedDays,
                          .optOut = contact.optOut.value_or(false),
                          .stub = contact.stub});
    }
    std::stable_sort(people.begin(), people.end(), [](const CommitteePerson &a, const CommitteePerson &b) {
        return a.lastActivity != b.lastActivity ? a.lastActivity > b.lastActivity : a.name < b.name;
    });
    return people;
}

std::vector<CommitteeRole> committeeRoles(const Icp &icp, const std::vector<CommitteePerson> &people)
{
    std::vector<CommitteeRole> roles;
    const auto add = [&](std::string role, bool required) {
        const bool known = std::any_of(roles.begin(), roles.end(), [&](const auto &other) { return other.role == role; });
        if (known)
            return;
        CommitteeRole entry{.role = std::move(role), .required = required, .engaged = false, .people = {}};
        for (std::uint32_t at = 0; at < people.size(); ++at) {
            if (people[at].role != entry.role)
                continue;
            entry.people.push_back(at);
            entry.engaged = entry.engaged || people[at].engaged;
        }
        std::stable_partition(entry.people.begin(), entry.people.end(),
                              [&](std::uint32_t at) { return people[at].engaged; });
        if (required || !entry.people.empty())
            roles.push_back(std::move(entry));
    };
    for (const std::string &role : icp.committee)
        add(typeKey(std::string_view(role)), true);
    for (const std::string_view role : buyingRoles)
        add(std::string(role), false);
    return roles;
}

} // namespace dimsum
