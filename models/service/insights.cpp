#include "service/insights.h"

#include "exchange/table_file.h"
#include "exchange/text_key.h"
#include "service/account_lookup.h"
#include "service/committee.h"
#include "store/contact_store.h"

#include <algorithm>
#include <numeric>

namespace dimsum {

Result<PeopleInputs> loadPeople(Workspace &workspace, const ActivityColumns &activities, const EngagementRules &points,
                                const Icp &icp, const AccountRows &rowOf, Day asOf)
{
    ContactStore store(workspace.database());
    const auto contacts = store.unpacked();
    if (!contacts)
        return contacts.error();
    const auto packed = store.packedCounts(); // they have no role, and nobody may write to them
    if (!packed)
        return packed.error();
    const std::size_t accounts = rowOf.accounts();
    PeopleInputs people;
    people.contacts.assign(accounts, 0);
    people.reachable.assign(accounts, 0);
    people.silentRole.assign(accounts, 0);
    people.knownRoles.assign(accounts, 0);
    people.engagedRoles.assign(accounts, 0);
    for (const std::string &role : icp.committee)
        people.roles.push_back(typeKey(std::string_view(role)));
    for (const auto &[account, count] : *packed)
        if (const auto row = rowOf.of(account))
            people.contacts[*row] += static_cast<std::uint32_t>(count);
    std::unordered_map<std::int64_t, std::size_t> roleOf; // by contact, required roles only
    for (const StoredContact &contact : *contacts) {
        const auto row = rowOf.of(contact.account);
        if (!row)
            continue;
        ++people.contacts[*row];
        people.reachable[*row] += !contact.stub && !contact.optOut.value_or(false) ? 1 : 0;
        const auto role = std::find(people.roles.begin(), people.roles.end(), typeKey(std::string_view(contact.buyingRole)));
        if (role == people.roles.end())
            continue;
        const auto index = static_cast<std::size_t>(role - people.roles.begin());
        roleOf.emplace(contact.id.value, index);
        people.knownRoles[*row] = static_cast<std::uint16_t>(people.knownRoles[*row] | 1u << std::min<std::size_t>(index, 15));
    }
    if (people.roles.empty())
        return people;
    const TypeWorth worth = typeWorth(activities.types, points);
    std::vector<std::uint8_t> engaged(people.roles.size());
    for (std::size_t account = 0; account < accounts; ++account) {
        std::fill(engaged.begin(), engaged.end(), std::uint8_t{0});
        const RowRange range = activities.byAccount.of(account);
        for (std::size_t row = range.begin; row < range.end; ++row) {
            const int age = asOf - activities.day[row];
            if (age < 0 || age >= engagedDays || worth.counts[activities.type[row]] == 0)
                continue;
            if (const auto role = roleOf.find(activities.contact[row]); role != roleOf.end())
                engaged[role->second] = 1;
        }
        for (std::size_t role = 0; role < engaged.size(); ++role)
            people.engagedRoles[account] = static_cast<std::uint16_t>(people.engagedRoles[account] | (engaged[role] != 0 ? 1u << std::min<std::size_t>(role, 15) : 0u));
        const auto silent = std::find(engaged.begin(), engaged.end(), std::uint8_t{0});
        people.silentRole[account] = silent == engaged.end() ? std::uint16_t{0} : static_cast<std::uint16_t>(silent - engaged.begin() + 1);
    }
    return people;
}

std::string LookalikeFindings::factorsText(std::uint32_t row) const
{
    std::string text;
    for (const LookalikeFactor &factor : result.accounts[row].factors) {
        if (factor.weight == 0)
            continue;
        const LookalikeField &field = features.fields[factor.field];
        text += (text.empty() ? "" : "; ") + std::string(factor.weight > 0 ? "+" : "-") + field.name + ' ' + field.values[factor.code];
    }
    return text;
}

namespace {

class SeedTaker
{
public:
    explicit SeedTaker(const AccountKeys &keys, const AccountRows &rowOf)
        : m_keys(keys), m_rowOf(rowOf), m_seeds(rowOf.accounts())
    {
    }

    // The error of a text that names no account, or several.
    std::optional<Error> take(std::string_view text, std::int64_t line)
    {
        const auto account = accountNamed(m_keys, text);
        if (!account) {
            Error error = account.error();
            error.line = line;
            error.field = "account";
            return error;
        }
        if (const auto row = m_rowOf.of(*account))
            m_seeds[*row] = 1;
        return std::nullopt;
    }

    std::vector<std::uint8_t> seeds() { return std::move(m_seeds); }

private:
    const AccountKeys &m_keys;
    const AccountRows &m_rowOf;
    std::vector<std::uint8_t> m_seeds;
};

} // namespace

Result<std::vector<std::uint8_t>> seedsFromFile(Workspace &workspace, const QString &file,
                                                const AccountRows &rowOf)
{
    const auto table = TableFile::open(file);
    if (!table)
        return table.error();
    const auto column = table->header().indexOf(QStringLiteral("account"));
    if (column < 0)
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("The list has no column “account”. Its first line must be the word account, "
                                             "then one account per line."),
                     .file = file.toStdString(),
                     .line = 1,
                     .field = "account"};
    const auto keys = AccountStore(workspace.database()).keys(&externalIdKey);
    if (!keys)
        return keys.error();
    SeedTaker taker(*keys, rowOf);
    std::optional<Error> problem;
    const auto read = table->read(
        [&](const CsvRecord &record) {
            const auto at = static_cast<std::size_t>(column);
            const std::string_view text = at < record.fields.size() ? shownText(record.fields[at]) : std::string_view();
            if (!text.empty())
                problem = taker.take(text, record.line);
            return !problem;
        },
        {});
    if (!read)
        return read.error();
    if (problem) {
        problem->file = file.toStdString();
        return *problem;
    }
    return taker.seeds();
}

Result<std::vector<std::uint8_t>> seedsFromText(Workspace &workspace, const QString &pasted,
                                                const AccountRows &rowOf)
{
    const auto keys = AccountStore(workspace.database()).keys(&externalIdKey);
    if (!keys)
        return keys.error();
    SeedTaker taker(*keys, rowOf);
    std::int64_t line = 0;
    for (const QString &word : pasted.split(QLatin1Char('\n'))) {
        ++line;
        const QString shown = shownText(word);
        if (shown.isEmpty() || (line == 1 && shown == u"account"))
            continue;
        if (const auto problem = taker.take(shown.toStdString(), line))
            return *problem;
    }
    return taker.seeds();
}

Result<LookalikeFindings> lookalikesOf(const AccountFrame &accounts, const EventTables &events, const TierPolicy &policy,
                                       std::vector<std::uint8_t> seeds, Day asOf, const Progress &progress)
{
    LookalikeFindings findings;
    findings.seeded = !seeds.empty();
    findings.positive = findings.seeded
                            ? std::move(seeds)
                            : scoreIntensity(events.activities, accounts.size(), policy.engagement, policy.intensity, asOf).high;
    const auto positives = std::accumulate(findings.positive.begin(), findings.positive.end(), std::int64_t{0});
    if (positives < fewestPositives)
        return Error{.kind = ErrorKind::refused,
                     .sentence = findings.seeded
                                     ? DIMSUM_TEXT("The list names %1 accounts. At least %2 are needed to find others like them.")
                                     : DIMSUM_TEXT("%1 accounts are high-intensity. At least %2 are needed to find others like "
                                                   "them: take a later date, or a list of your own."),
                     .arguments = {std::to_string(positives), std::to_string(fewestPositives)}};
    if (static_cast<std::int64_t>(accounts.size()) - positives < fewestPositives)
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("All but %1 accounts are positives, so there is nobody to rank."),
                     .arguments = {std::to_string(static_cast<std::int64_t>(accounts.size()) - positives)}};
    findings.features = lookalikeFeatures(accounts, events.intent, policy.intent, events.deals, asOf);
    findings.excluded = dropDefiningFields(findings.features, findings.positive);
    if (findings.features.fields.empty())
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("The accounts have no field that tells them apart. Import more about them "
                                             "first: industry, country, employees.")};
    findings.result = findLookalikes(findings.features, findings.positive, {}, progress);
    if (progress.cancelled())
        return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    return findings;
}

std::optional<DecileConversion> decileConversion(const AccountFrame &accounts, const EventTables &events,
                                                 const TierPolicy &policy, Day asOf, const Progress &progress)
{
    constexpr int horizon = 180;
    DecileConversion conversion{.scoredAt = asOf - horizon};
    const auto &days = events.activities.day;
    if (days.empty() || *std::min_element(days.begin(), days.end()) > conversion.scoredAt - policy.intensity.windowDays)
        return std::nullopt;
    const auto then = lookalikesOf(accounts, events, policy, {}, conversion.scoredAt, progress);
    if (!then)
        return std::nullopt;
    const auto top = static_cast<std::uint32_t>((accounts.size() + 9) / 10);
    std::vector<std::uint8_t> opened(accounts.size());
    for (std::size_t deal = 0; deal < events.deals.size(); ++deal) {
        const Day created = events.deals.created[deal];
        if (created > conversion.scoredAt && created <= asOf)
            opened[events.deals.account[deal]] = 1;
    }
    for (std::size_t row = 0; row < accounts.size(); ++row) {
        ++conversion.all;
        conversion.allOutcomes += opened[row];
        if (then->result.accounts[row].rank <= top && then->positive[row] == 0) {
            ++conversion.top;
            conversion.topOutcomes += opened[row];
        }
    }
    return conversion;
}

std::vector<ActionPlay> actionPlays(const Menu &menu)
{
    std::vector<ActionPlay> plays;
    for (const Play &play : menu.plays) {
        if (play.status != PlayStatus::approved)
            continue;
        ActionPlay folded{.code = play.code, .tiers = play.tiers, .delivers = typeKey(std::string_view(play.delivers)), .roles = {}};
        for (const std::string &role : play.roles)
            folded.roles.push_back(typeKey(std::string_view(role)));
        plays.push_back(std::move(folded));
    }
    return plays;
}

ConversionLift conversionOf(const Calibration &calibration, const IntensityRules &rules)
{
    // A rule that the table does not hold (q of 3, say) has no lift: nothing is claimed for it.
    const CalibrationRow *row = calibration.row(rules);
    return row ? row->conversion : ConversionLift{};
}

std::vector<NextAction> nextActionsOf(const ActionSources &sources)
{
    std::vector<std::uint8_t> surges(sources.accounts.size());
    for (std::size_t row = 0; row < surges.size(); ++row)
        surges[row] = sources.scores.intent->surges(row) || sources.scores.engagement.surge[row] != 0 ? 1 : 0;
    const std::vector<ActionPlay> plays = actionPlays(sources.menu);
    return nextActions({.accounts = sources.accounts,
                        .activities = sources.events.activities,
                        .points = sources.policy.engagement,
                        .intensityRules = sources.policy.intensity,
                        .intensity = sources.scores.intensity,
                        .pairs = sources.pairs,
                        .lookalikes = sources.lookalikes ? std::span(sources.lookalikes->result.accounts) : std::span<const LookalikeAccount>(),
                        .surges = surges,
                        .reachable = sources.people.reachable,
                        .contacts = sources.people.contacts,
                        .silentRole = sources.people.silentRole,
                        .roles = sources.people.roles,
                        .tiers = sources.tiers,
                        .holdOut = sources.holdOut,
                        .plays = plays,
                        .conversion = sources.conversion,
                        .asOf = sources.asOf,
                        .wrong = sources.feedback.wrong,
                        .records = sources.feedback.records});
}

} // namespace dimsum
