#include "domain/slip.h"

#include "domain/buying_role.h"

#include <algorithm>
#include <array>

namespace dimsum
{

namespace
{

constexpr std::array<std::string_view, 13> reasonNames{
    "unknown play",   "not approved",       "retired",       "holdout",        "no tier",
    "wrong tier",     "sold out",           "account limit", "envelope empty", "outside program",
    "ready too late", "no contact in role", "input missing"};

bool contains(const std::vector<std::string> &list, std::string_view text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string joined(const std::vector<std::string> &list)
{
    std::string text;
    for (const std::string &part : list)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

int countOf(const std::map<std::string, int, std::less<>> &counts, std::string_view code)
{
    const auto at = counts.find(code);
    return at == counts.end() ? 0 : at->second;
}

// The setting with the orders of the slip so far on top of it.
class Counter
{
public:
    explicit Counter(const SlipSetting &setting)
        : m_setting(setting), m_workdays(setting.menu->program.holidays)
    {
    }

    void take(const Play &play)
    {
        ++m_taken[play.code];
        for (const Envelope &envelope : m_setting.menu->envelopes)
            if (covers(envelope.scope, scopeOf(play)))
                m_spent[envelope.code] += priceOf(play);
    }

    int taken(std::string_view play) const { return countOf(m_taken, play); }
    int used(std::string_view play) const { return countOf(m_setting.ordered, play) + taken(play); }
    int usedByAccount(std::string_view play) const
    {
        return countOf(m_setting.orderedByAccount, play) + taken(play);
    }

    OrderScope scopeOf(const Play &play) const { return {m_setting.tier, play.code, m_setting.campaign}; }
    Day readyDay(const Play &play) const
    {
        return earliestDelivery(m_setting.today, play.leadDays, m_workdays);
    }

    EnvelopeUsage usageOf(const Envelope &envelope) const
    {
        const auto at = m_setting.envelopes.find(envelope.code);
        return at == m_setting.envelopes.end() ? EnvelopeUsage{} : at->second;
    }
    Money spentOn(const Envelope &envelope) const
    {
        const auto at = m_spent.find(envelope.code);
        return at == m_spent.end() ? Money{} : at->second;
    }
    Money leftOf(const Envelope &envelope) const
    {
        return envelope.limit - usageOf(envelope).total() - spentOn(envelope);
    }

    // What keeps one more order of `play` from being placed, the gravest first.
    std::vector<Hindrance> hindrancesOf(const Play &play, bool askInputs) const
    {
        std::vector<Hindrance> found;
        addStanding(play, found);
        addPlaces(play, found);
        addMoney(play, found);
        addAdvice(play, askInputs, found);
        return found;
    }

private:
    void addStanding(const Play &play, std::vector<Hindrance> &found) const
    {
        if (play.status != PlayStatus::approved)
            found.push_back(
                {.reason = play.status == PlayStatus::draft ? SlipReason::notApproved : SlipReason::retired});
        if (m_setting.holdout)
            found.push_back({.reason = SlipReason::holdout});
        if (m_setting.tier == 0)
            found.push_back({.reason = SlipReason::noTier});
        else if (!offeredTo(play, m_setting.tier))
            found.push_back(
                {.reason = SlipReason::wrongTier,
                 .limit = play.tiers.empty() ? 0 : *std::max_element(play.tiers.begin(), play.tiers.end())});
    }

    void addPlaces(const Play &play, std::vector<Hindrance> &found) const
    {
        if (play.capacity && used(play.code) >= *play.capacity)
            found.push_back(
                {.reason = SlipReason::soldOut, .used = used(play.code), .limit = *play.capacity});
        if (play.perAccount && usedByAccount(play.code) >= *play.perAccount)
            found.push_back({.reason = SlipReason::accountLimit,
                             .used = usedByAccount(play.code),
                             .limit = *play.perAccount});
    }

    void addMoney(const Play &play, std::vector<Hindrance> &found) const
    {
        for (const Envelope &envelope : m_setting.menu->envelopes)
            if (covers(envelope.scope, scopeOf(play)) && priceOf(play) > leftOf(envelope))
                found.push_back({.reason = SlipReason::envelopeEmpty,
                                 .limit = envelope.limit.minor,
                                 .left = leftOf(envelope),
                                 .envelope = envelope.code});
    }

    void addAdvice(const Play &play, bool askInputs, std::vector<Hindrance> &found) const
    {
        const ProgramPeriod &program = m_setting.menu->program;
        const Day ready = readyDay(play);
        if (m_setting.today < program.start || m_setting.today > program.end)
            found.push_back({.reason = SlipReason::outsideProgram, .day = program.end});
        else if (ready > program.end)
            found.push_back({.reason = SlipReason::readyTooLate, .day = ready});
        const auto hasContact = [&](const std::string &role) {
            return contains(m_setting.contactRoles, role);
        };
        if (!play.roles.empty() && std::none_of(play.roles.begin(), play.roles.end(), hasContact))
            found.push_back({.reason = SlipReason::noContactInRole, .role = joined(play.roles)});
        if (!askInputs)
            return;
        for (const std::string &input : play.inputs)
            if (!contains(m_setting.filledInputs, input))
                found.push_back({.reason = SlipReason::inputMissing, .role = input});
    }

    const SlipSetting &m_setting;
    Workdays m_workdays;
    std::map<std::string, int, std::less<>> m_taken;
    std::map<std::string, Money, std::less<>> m_spent;
};

void tickOne(const SlipSetting &setting, const std::string &code, Counter &counter, SlipCheck &check)
{
    const Play *play = setting.menu->play(code);
    if (play == nullptr) {
        check.obstacles.push_back({code, {.reason = SlipReason::unknownPlay}});
        return;
    }
    for (Hindrance &hindrance : counter.hindrancesOf(*play, true))
        check.obstacles.push_back({code, std::move(hindrance)});
    counter.take(*play);
    check.total += priceOf(*play);
    check.approvals += needsApproval(*play) ? 1 : 0;
    const Day ready = counter.readyDay(*play);
    check.firstDelivery = check.firstDelivery.known() ? std::min(check.firstDelivery, ready) : ready;
    check.lastDelivery = std::max(check.lastDelivery, ready);
}

bool onCard(const SlipSetting &setting, const Play &play)
{
    return !setting.holdout && play.status == PlayStatus::approved && offeredTo(play, setting.tier);
}

SlipPlay cardEntry(const Play &play, const Counter &counter, const SlipCheck &check)
{
    SlipPlay entry;
    entry.play = &play;
    entry.ticked = counter.taken(play.code);
    entry.price = priceOf(play);
    entry.approval = needsApproval(play);
    entry.ready = counter.readyDay(play);
    if (play.capacity)
        entry.left = std::max(0, *play.capacity - counter.used(play.code));
    if (entry.ticked == 0) {
        entry.hindrances = counter.hindrancesOf(play, false);
        return entry;
    }
    for (const SlipCheck::Obstacle &obstacle : check.obstacles)
        if (obstacle.play == play.code)
            entry.hindrances.push_back(obstacle.hindrance);
    return entry;
}

void addEnvelopes(const SlipSetting &setting, const Counter &counter, SlipCheck &check)
{
    for (const Envelope &envelope : setting.menu->envelopes) {
        const bool shown = std::any_of(check.plays.begin(), check.plays.end(), [&](const SlipPlay &entry) {
            return covers(envelope.scope, counter.scopeOf(*entry.play));
        });
        if (shown)
            check.envelopes.push_back(
                {&envelope, counter.usageOf(envelope), counter.spentOn(envelope), counter.leftOf(envelope)});
    }
}

void addRoles(const SlipSetting &setting, SlipCheck &check)
{
    for (const std::string_view role : buyingRoles) {
        const bool reached = std::any_of(check.plays.begin(), check.plays.end(), [&](const SlipPlay &entry) {
            return entry.ticked > 0 && contains(entry.play->roles, role);
        });
        if (reached && contains(setting.contactRoles, role))
            check.rolesReached.emplace_back(role);
    }
}

} // namespace

std::string_view slipReasonName(SlipReason reason)
{
    return reasonNames[static_cast<std::size_t>(reason)];
}

SlipCheck checkSlip(const SlipSetting &setting, std::span<const std::string> ticked)
{
    SlipCheck check;
    Counter counter(setting);
    for (const std::string &code : ticked)
        tickOne(setting, code, counter, check);
    for (const Play &play : setting.menu->plays)
        if (onCard(setting, play) || counter.taken(play.code) > 0)
            check.plays.push_back(cardEntry(play, counter, check));
    addEnvelopes(setting, counter, check);
    addRoles(setting, check);
    check.placeable = !ticked.empty() && std::none_of(check.obstacles.begin(), check.obstacles.end(),
                                                      [](const SlipCheck::Obstacle &o) {
                                                          return isInvariant(o.hindrance.reason);
                                                      });
    return check;
}

} // namespace dimsum
