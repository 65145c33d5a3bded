#include "domain/menu.h"

#include "domain/buying_role.h"

#include <algorithm>
#include <set>

namespace dimsum
{

namespace
{

constexpr int longestLead = 10'000; // business days; keeps due dates inside the calendar

class Findings
{
public:
    void add(std::string path, const char *sentence, std::vector<std::string> arguments = {})
    {
        m_errors.push_back(Error{ErrorKind::invalid, sentence, std::move(arguments), {}, 0, std::move(path)});
    }
    std::vector<Error> taken() { return std::move(m_errors); }

private:
    std::vector<Error> m_errors;
};

std::string item(const char *list, std::size_t index)
{
    return std::string(list) + '[' + std::to_string(index) + ']';
}

bool isTier(int tier)
{
    return tier >= 1 && tier <= 3;
}

bool isAmount(Money money)
{
    return money.known() && money.minor >= 0 && money.minor <= largestMoney;
}

void checkProgram(const ProgramPeriod &program, Findings &findings)
{
    if (program.name.empty())
        findings.add("program.name", DIMSUM_TEXT("The program needs a name."));
    if (!program.start.known())
        findings.add("program.start", DIMSUM_TEXT("The program needs a first day, as in 2025-07-01."));
    if (!program.end.known())
        findings.add("program.end", DIMSUM_TEXT("The program needs a last day, as in 2025-09-30."));
    if (program.start.known() && program.end.known() && program.end < program.start)
        findings.add("program.end", DIMSUM_TEXT("The program ends before it starts."));
}

void checkScope(const Menu &menu, const EnvelopeScope &scope, const std::string &path, Findings &findings)
{
    switch (scope.kind) {
    case EnvelopeScope::Kind::tier:
        if (!isTier(scope.tier))
            findings.add(path + ".tier", DIMSUM_TEXT("A tier is 1, 2 or 3."));
        break;
    case EnvelopeScope::Kind::campaign:
        if (scope.name.empty())
            findings.add(path + ".campaign", DIMSUM_TEXT("Name the campaign that this envelope pays for."));
        break;
    case EnvelopeScope::Kind::play:
        if (menu.play(scope.name) == nullptr)
            findings.add(path + ".play", DIMSUM_TEXT("There is no play \"%1\" on this menu."), {scope.name});
        break;
    }
}

void checkCode(const std::string &code, std::set<std::string> &seen, const std::string &path,
               Findings &findings)
{
    if (!isPlayCode(code))
        findings.add(path, DIMSUM_TEXT("\"%1\" is no code: use 1 to 40 of a-z, 0-9 and -."), {code});
    else if (!seen.insert(code).second)
        findings.add(path, DIMSUM_TEXT("The code \"%1\" is given twice."), {code});
}

void checkTiers(const std::vector<int> &tiers, const std::string &path, Findings &findings)
{
    if (tiers.empty())
        findings.add(path, DIMSUM_TEXT("Name at least one tier that may order this play."));
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const std::string at = path + '[' + std::to_string(i) + ']';
        if (!isTier(tiers[i]))
            findings.add(at, DIMSUM_TEXT("A tier is 1, 2 or 3."));
        else if (std::find(tiers.begin(), tiers.begin() + static_cast<std::ptrdiff_t>(i), tiers[i]) !=
                 tiers.begin() + static_cast<std::ptrdiff_t>(i))
            findings.add(at, DIMSUM_TEXT("Tier %1 is given twice."), {std::to_string(tiers[i])});
    }
}

void checkCosts(const Play &play, const std::string &path, Findings &findings)
{
    bool linesAreSound = true;
    for (std::size_t i = 0; i < play.costs.size(); ++i) {
        const CostLine &line = play.costs[i];
        const std::string at = path + '[' + std::to_string(i) + ']';
        if (!isAmount(line.amount) || line.quantity < Quantity{} || line.quantity > largestQuantity) {
            findings.add(at, DIMSUM_TEXT("A cost is an amount of 0 or more."));
            linesAreSound = false;
        }
    }
    if (linesAreSound && !priceOf(play).known())
        findings.add(path, DIMSUM_TEXT("The price of this play is too large."));
}

void checkPlay(const Play &play, const std::string &path, Findings &findings)
{
    if (play.name.empty())
        findings.add(path + ".name", DIMSUM_TEXT("The play needs a name."));
    checkTiers(play.tiers, path + ".tiers", findings);
    for (std::size_t i = 0; i < play.roles.size(); ++i)
        if (!isBuyingRole(play.roles[i]))
            findings.add(path + '.' + item("roles", i), DIMSUM_TEXT("\"%1\" is no buying role."),
                         {play.roles[i]});
    checkCosts(play, path + ".costs", findings);
    if (play.leadDays < 0 || play.leadDays > longestLead)
        findings.add(path + ".lead_days", DIMSUM_TEXT("Lead days are a whole number from 0 to %1."),
                     {std::to_string(longestLead)});
    if (play.capacity && *play.capacity < 0)
        findings.add(path + ".capacity", DIMSUM_TEXT("A capacity is 0 or more, or null for no limit."));
    if (play.perAccount && *play.perAccount < 0)
        findings.add(path + ".per_account",
                     DIMSUM_TEXT("A limit per account is 0 or more, or null for no limit."));
    if (play.approval.rule == Approval::Rule::above && !isAmount(play.approval.above))
        findings.add(path + ".approval.above", DIMSUM_TEXT("The amount is 0 or more."));
    for (std::size_t i = 0; i < play.cheaper.size(); ++i)
        if (!isPlayCode(play.cheaper[i]) || play.cheaper[i] == play.code)
            findings.add(path + '.' + item("cheaper", i),
                         DIMSUM_TEXT("Name the code of another play as the cheaper one."));
}

} // namespace

bool covers(const EnvelopeScope &scope, const OrderScope &order)
{
    switch (scope.kind) {
    case EnvelopeScope::Kind::tier:
        return scope.tier == order.tier;
    case EnvelopeScope::Kind::campaign:
        return !order.campaign.empty() && scope.name == order.campaign;
    case EnvelopeScope::Kind::play:
        return scope.name == order.play;
    }
    return false;
}

const Play *Menu::play(std::string_view code) const
{
    const auto at = std::find_if(plays.begin(), plays.end(), [&](const Play &p) { return p.code == code; });
    return at == plays.end() ? nullptr : &*at;
}

std::vector<Error> problemsOf(const Menu &menu)
{
    Findings findings;
    checkProgram(menu.program, findings);
    std::set<std::string> codes;
    for (std::size_t i = 0; i < menu.envelopes.size(); ++i) {
        const Envelope &envelope = menu.envelopes[i];
        const std::string path = item("envelopes", i);
        checkCode(envelope.code, codes, path + ".code", findings);
        checkScope(menu, envelope.scope, path + ".scope", findings);
        if (!isAmount(envelope.limit))
            findings.add(path + ".limit", DIMSUM_TEXT("The limit of an envelope is 0 or more."));
    }
    codes.clear();
    for (std::size_t i = 0; i < menu.plays.size(); ++i) {
        const std::string path = item("plays", i);
        checkCode(menu.plays[i].code, codes, path + ".code", findings);
        checkPlay(menu.plays[i], path, findings);
    }
    return findings.taken();
}

std::vector<const Play *> cheaperPlays(const Menu &menu, std::string_view code, int tier)
{
    std::vector<const Play *> found;
    if (const Play *rejected = menu.play(code)) {
        for (const std::string &cheaper : rejected->cheaper) {
            const Play *play = menu.play(cheaper);
            if (play && play->status == PlayStatus::approved && offeredTo(*play, tier))
                found.push_back(play);
        }
    }
    return found;
}

int approveDrafts(Menu &menu)
{
    int approved = 0;
    for (Play &play : menu.plays) {
        if (play.status != PlayStatus::draft)
            continue;
        play.status = PlayStatus::approved;
        ++approved;
    }
    return approved;
}

} // namespace dimsum
