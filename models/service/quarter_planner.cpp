#include "service/quarter_planner.h"

#include "service/insights.h"
#include "service/scored_world.h"
#include "service/slip_inputs.h"
#include "store/order_store.h"
#include "store/transaction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace dimsum {

namespace {

constexpr double tenThousandths = 10'000;
constexpr int daysPerWeek = 7;

double hoursOf(const Play &play)
{
    std::int64_t hours = 0;
    for (const CostLine &line : play.costs)
        hours += line.kind == CostKind::hours ? line.quantity.tenThousandths : 0;
    return static_cast<double>(hours) / tenThousandths;
}

// One play in one tier.
struct Choice {
    std::size_t play = 0; // index into PlannedPlay
    int tier = 0;
};

class Planner
{
public:
    Planner(const Snapshot &snapshot, const PlanRequest &request, QuarterPlan &plan) : m_s(snapshot), m_request(request), m_plan(plan) {}

    void span()
    {
        const ProgramPeriod &program = m_s.menu.menu.program;
        m_plan.from = program.start;
        m_plan.to = program.end;
        if (m_request.span == PlanSpan::rest)
            m_plan.from = std::clamp(m_s.today, program.start, program.end);
        m_weeks = static_cast<double>(m_plan.to - m_plan.from + 1) / daysPerWeek;
    }

    // Approved plays with their price, places and evidence.
    void takePlays(const EventTables &events)
    {
        std::vector<std::optional<std::uint32_t>> types;
        const std::vector<ActionPlay> folded = actionPlays(m_s.menu.menu); // approved ones, in the order of the menu
        for (const ActionPlay &known : folded) {
            const Play *play = m_s.menu.menu.play(known.code);
            PlannedPlay row{.code = play->code, .name = play->name, .team = play->ownerTeam, .tiers = play->tiers, .price = priceOf(*play), .hours = hoursOf(*play), .places = {}, .evidence = {}, .spend = {}, .envelope = {}, .perTenThousand = {}};
            if (play->capacity) {
                row.places = *play->capacity;
                if (m_request.span == PlanSpan::rest) {
                    const auto taken = m_s.menu.ordered.find(play->code);
                    row.places = std::max<std::int64_t>(0, *row.places - (taken == m_s.menu.ordered.end() ? 0 : taken->second));
                }
            }
            if (const auto whatIf = m_request.plays.find(play->code); whatIf != m_request.plays.end()) {
                row.price = whatIf->second.price.value_or(row.price);
                if (whatIf->second.capacity)
                    row.places = *whatIf->second.capacity;
            }
            m_plan.plays.push_back(std::move(row));
            types.push_back(known.delivers.empty() ? std::nullopt : events.activities.types.find(known.delivers));
        }
        const auto responses = playResponses(events.activities, events.deals, m_s.policy.engagement, m_s.tiers, types, m_s.asOf);
        for (std::size_t play = 0; play < m_plan.plays.size(); ++play) {
            PlannedPlay &row = m_plan.plays[play];
            row.evidence = m_request.goal == PlanGoal::engaged ? responses[play].engaged : responses[play].opportunity;
            row.effect = row.evidence.touched >= fewestTouched ? row.evidence.effect() : 0;
        }
        m_plan.winRates = winRateByTier(events.deals, m_s.tiers, m_s.asOf);
    }

    // Money, places and hours, as limits of the problem.
    void takeLimits(const TeamHours &weekly)
    {
        const Menu &menu = m_s.menu.menu;
        for (const Envelope &envelope : menu.envelopes) {
            Money available = envelope.limit;
            if (m_request.span == PlanSpan::rest) {
                if (const auto usage = m_s.menu.envelopes.find(envelope.code); usage != m_s.menu.envelopes.end())
                    available = available - usage->second.total();
            }
            if (const auto given = m_request.envelopes.find(envelope.code); given != m_request.envelopes.end())
                available = given->second;
            m_plan.envelopes.push_back({envelope.code, available, {}});
            m_problem.limits.push_back(std::max<std::int64_t>(0, available.minor));
        }
        m_firstPlace = m_problem.limits.size();
        for (const PlannedPlay &play : m_plan.plays)
            m_problem.limits.push_back(play.places.value_or(std::numeric_limits<std::int32_t>::max()));
        m_firstTeam = m_problem.limits.size();
        std::set<std::string> teams;
        for (const PlannedPlay &play : m_plan.plays)
            teams.insert(play.team);
        for (const std::string &team : teams) {
            PlannedTeam row{.team = team, .available = {}};
            if (const auto given = m_request.hours.find(team); given != m_request.hours.end())
                row.available = given->second;
            else if (const auto known = weekly.find(team); known != weekly.end())
                row.available = std::max(0.0, known->second * m_weeks - hoursTaken(team));
            m_problem.limits.push_back(row.available ? static_cast<std::int64_t>(std::floor(*row.available * tenThousandths)) : std::numeric_limits<std::int64_t>::max() / 4);
            m_plan.teams.push_back(std::move(row));
        }
        for (std::size_t play = 0; play < m_plan.plays.size(); ++play) {
            for (const int tier : m_plan.plays[play].tiers) {
                m_choices.push_back({play, tier});
                m_problem.options.push_back(optionOf(play, tier));
            }
        }
    }

    // Accounts that are worth the same for every option stand together.
    void takeAccounts()
    {
        const bool anyMember = std::any_of(m_s.inProgram.begin(), m_s.inProgram.end(), [](std::uint8_t in) { return in != 0; });
        std::map<std::uint32_t, std::map<std::string, int, std::less<>>> ordered; // of the program, by account and play
        if (m_request.span == PlanSpan::rest) {
            for (const OrderRow &order : m_s.orders) {
                const auto row = m_s.row(order.account);
                if (row && takesPlace(order.standing.state))
                    ++ordered[*row][order.play];
            }
        }
        std::array<std::int64_t, 4> taken{};
        std::map<std::vector<double>, std::size_t> classes;
        for (const std::uint32_t row : m_s.byPriority) {
            const Tier tier = m_s.tiers[row];
            if (tier == Tier::none || m_s.holdOut[row] != 0 || (anyMember && m_s.inProgram[row] == 0))
                continue;
            if (taken[tierIndex(tier)] >= mostPlanned) {
                ++m_plan.leftAside;
                continue;
            }
            ++taken[tierIndex(tier)];
            ++m_plan.accounts;
            const auto own = ordered.find(row);
            std::vector<double> worth = worthOfOptions(row, own == ordered.end() ? nullptr : &own->second);
            if (std::none_of(worth.begin(), worth.end(), [](double value) { return value > 0; }))
                continue;
            const auto [at, isNew] = classes.try_emplace(std::move(worth), m_problem.classes.size());
            if (isNew) {
                m_problem.classes.push_back({.accounts = 0, .worth = at->first});
                m_members.emplace_back();
            }
            ++m_problem.classes[at->second].accounts;
            m_members[at->second].push_back(row);
        }
    }

    void solve(const Progress &progress)
    {
        setMeans();
        const PlanSolution solution = solvePlan(m_problem, {}, progress);
        m_plan.outcome = solution.worth;
        m_plan.bound = solution.bound;
        m_plan.exact = solution.exact;
        m_plan.gap = solution.gap();
        m_left = m_problem.limits;
        for (std::size_t from = 0; from < m_problem.classes.size(); ++from) {
            std::size_t next = 0;
            for (std::size_t option = 0; option < m_choices.size(); ++option)
                take(from, option, solution.orders[from][option], next);
            m_freeAccounts.push_back(static_cast<std::int64_t>(m_members[from].size() - next));
        }
        std::stable_sort(m_plan.orders.begin(), m_plan.orders.end(), [this](const PlannedOrder &a, const PlannedOrder &b) {
            return std::tuple(m_s.tiers[a.account], m_rank[a.account]) < std::tuple(m_s.tiers[b.account], m_rank[b.account]);
        });
        for (std::size_t play = 0; play < m_plan.plays.size(); ++play)
            m_plan.plays[play].limit = limitOf(play);
        for (std::size_t team = 0; team < m_plan.teams.size(); ++team) {
            for (const PlannedPlay &play : m_plan.plays)
                m_plan.teams[team].hours += play.team == m_plan.teams[team].team ? play.hours * static_cast<double>(play.orders) : 0;
        }
        std::stable_sort(m_plan.plays.begin(), m_plan.plays.end(), [](const PlannedPlay &a, const PlannedPlay &b) {
            return std::tuple(a.orders == 0, -a.perTenThousand.value_or(-1)) < std::tuple(b.orders == 0, -b.perTenThousand.value_or(-1));
        });
    }

private:
    double hoursTaken(const std::string &team) const
    {
        if (m_request.span == PlanSpan::next)
            return 0;
        double hours = 0;
        for (const OrderRow &order : m_s.orders) {
            const Play *play = m_s.menu.menu.play(order.play);
            if (play && order.ownerTeam == team && isOpen(order.standing.state))
                hours += hoursOf(*play);
        }
        return hours;
    }

    PlanOption optionOf(std::size_t play, int tier) const
    {
        PlanOption option;
        const PlannedPlay &row = m_plan.plays[play];
        const OrderScope scope{.tier = tier, .play = row.code, .campaign = {}};
        for (std::size_t envelope = 0; envelope < m_s.menu.menu.envelopes.size(); ++envelope) {
            if (covers(m_s.menu.menu.envelopes[envelope].scope, scope))
                option.uses.push_back({static_cast<std::uint32_t>(envelope), row.price.minor});
        }
        option.uses.push_back({static_cast<std::uint32_t>(m_firstPlace + play), 1});
        const auto team = std::find_if(m_plan.teams.begin(), m_plan.teams.end(), [&row](const PlannedTeam &known) { return known.team == row.team; });
        option.uses.push_back({static_cast<std::uint32_t>(m_firstTeam + static_cast<std::size_t>(team - m_plan.teams.begin())),
                               static_cast<std::int64_t>(std::llround(row.hours * tenThousandths))});
        return option;
    }

    // 0 where the account cannot have the play, or the goal is reached there without it.
    std::vector<double> worthOfOptions(std::uint32_t row, const std::map<std::string, int, std::less<>> *ordered)
    {
        std::vector<double> worth(m_choices.size(), 0.0);
        const bool done = m_request.goal == PlanGoal::engaged ? m_s.scores.engagement.recent[row] != 0 : m_s.deals[row].open > 0;
        double factor = 1;
        if (m_request.goal != PlanGoal::engaged)
            factor = m_plan.winRates[tierIndex(m_s.tiers[row])];
        if (m_request.goal == PlanGoal::revenue)
            factor *= m_s.accounts.acv[row].known() ? static_cast<double>(std::max<std::int64_t>(0, m_s.accounts.acv[row].minor)) / std::pow(10.0, m_s.settings.currency.exponent) : 0;
        for (std::size_t option = 0; option < m_choices.size(); ++option) {
            if (static_cast<Tier>(m_choices[option].tier) != m_s.tiers[row])
                continue;
            PlannedPlay &play = m_plan.plays[m_choices[option].play];
            const Play *onMenu = m_s.menu.menu.play(play.code);
            if (ordered) {
                const auto own = ordered->find(play.code);
                if (own != ordered->end() && own->second >= onMenu->perAccount.value_or(1))
                    continue;
            }
            if (done)
                continue;
            ++play.suits;
            worth[option] = play.effect * factor;
            play.outcome += worth[option]; // for the mean; set anew when the plan is known
        }
        return worth;
    }

    void take(std::size_t from, std::size_t option, std::int64_t number, std::size_t &next)
    {
        PlannedPlay &play = m_plan.plays[m_choices[option].play];
        for (std::int64_t i = 0; i < number; ++i)
            m_plan.orders.push_back({m_members[from][next++], play.code});
        play.orders += number;
        play.outcome += m_problem.classes[from].worth[option] * static_cast<double>(number);
        const Money spend{play.price.minor * number};
        play.spend += spend;
        m_plan.spend += spend;
        for (const PlanUse &use : m_problem.options[option].uses) {
            m_left[use.limit] -= use.amount * number;
            if (use.limit < m_plan.envelopes.size())
                m_plan.envelopes[use.limit].spend += spend;
        }
    }

    // From the sum over all accounts that a play suits to the mean of one order.
    void setMeans()
    {
        m_rank.assign(m_s.size(), 0);
        for (std::uint32_t rank = 0; rank < m_s.byPriority.size(); ++rank)
            m_rank[m_s.byPriority[rank]] = rank;
        const double major = std::pow(10.0, m_s.settings.currency.exponent);
        for (PlannedPlay &play : m_plan.plays) {
            if (play.suits > 0 && play.price.minor > 0 && play.effect > 0)
                play.perTenThousand = play.outcome / static_cast<double>(play.suits) / (static_cast<double>(play.price.minor) / major) * 10'000;
            play.outcome = 0;
        }
    }

    PlanLimit limitOf(std::size_t play)
    {
        PlannedPlay &row = m_plan.plays[play];
        if (row.evidence.touched < fewestTouched)
            return PlanLimit::noEvidence;
        if (row.effect <= 0)
            return PlanLimit::noEffect;
        if (row.suits == 0)
            return PlanLimit::nobodyFree;
        if (row.orders == row.suits)
            return PlanLimit::none;
        if (m_left[m_firstPlace + play] < 1)
            return PlanLimit::soldOut;
        bool anyFree = false, anyRoom = false;
        std::string empty;
        for (std::size_t option = 0; option < m_choices.size(); ++option) {
            if (m_choices[option].play != play)
                continue;
            for (std::size_t from = 0; from < m_problem.classes.size(); ++from)
                anyFree = anyFree || (m_problem.classes[from].worth[option] > 0 && m_freeAccounts[from] > 0);
            bool room = true;
            for (const PlanUse &use : m_problem.options[option].uses) {
                if (use.amount <= m_left[use.limit])
                    continue;
                room = false;
                if (use.limit < m_plan.envelopes.size())
                    empty = m_plan.envelopes[use.limit].code;
            }
            anyRoom = anyRoom || room;
        }
        if (!anyFree || anyRoom)
            return PlanLimit::worseThanOthers;
        row.envelope = empty;
        return empty.empty() ? PlanLimit::noHours : PlanLimit::envelopeEmpty;
    }

    const Snapshot &m_s;
    const PlanRequest &m_request;
    QuarterPlan &m_plan;
    double m_weeks = 0;
    PlanProblem m_problem;
    std::vector<Choice> m_choices; // by option of the problem
    std::size_t m_firstPlace = 0, m_firstTeam = 0;
    std::vector<std::vector<std::uint32_t>> m_members; // by class, highest priority first
    std::vector<std::int64_t> m_left, m_freeAccounts;
    std::vector<std::uint32_t> m_rank;
};

} // namespace

Result<std::shared_ptr<const QuarterPlan>> planQuarter(Workspace &workspace, std::shared_ptr<const Snapshot> snapshot,
                                                       const PlanRequest &request, const Progress &progress)
{
    const auto events = allEvents(workspace, *snapshot->world, progress);
    if (!events)
        return events.error();
    const auto weekly = teamHours(workspace);
    if (!weekly)
        return weekly.error();
    auto plan = std::make_shared<QuarterPlan>();
    plan->snapshot = snapshot;
    plan->request = request;
    Planner planner(*snapshot, request, *plan);
    planner.span();
    planner.takePlays(**events);
    if (plan->plays.empty())
        return Error{.kind = ErrorKind::refused, .sentence = DIMSUM_TEXT("The menu has no approved play to plan with. Approve some on the Menu page.")};
    planner.takeLimits(*weekly);
    planner.takeAccounts();
    if (plan->accounts == 0)
        return Error{.kind = ErrorKind::refused, .sentence = DIMSUM_TEXT("No account of the program is in a tier, so there is nobody to plan for. Apply the tiers on the Tiering page.")};
    progress.at(50, 100);
    planner.solve(progress);
    if (progress.cancelled())
        return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    progress.at(100, 100);
    return std::shared_ptr<const QuarterPlan>(std::move(plan));
}

Result<std::vector<PlannedOrder>> draftPlan(Workspace &workspace, const QuarterPlan &plan)
{
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    OrderStore store(workspace.database());
    std::vector<PlannedOrder> added;
    for (const PlannedOrder &order : plan.orders) {
        const AccountId account = plan.snapshot->accounts.id[order.account];
        const auto kept = store.draft(account);
        if (!kept)
            return kept.error();
        DraftSlip draft = parseDraft(*kept);
        if (std::any_of(draft.lines.begin(), draft.lines.end(), [&order](const SlipLine &line) { return line.play == order.play; }))
            continue;
        draft.lines.push_back({.play = order.play});
        if (const Outcome saved = store.setDraft(account, draftText(draft)); !saved)
            return saved.error();
        added.push_back(order);
    }
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return added;
}

Outcome takeBackPlan(Workspace &workspace, const QuarterPlan &plan, std::vector<PlannedOrder> added)
{
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    OrderStore store(workspace.database());
    for (const PlannedOrder &order : added) {
        const AccountId account = plan.snapshot->accounts.id[order.account];
        const auto kept = store.draft(account);
        if (!kept)
            return kept.error();
        DraftSlip draft = parseDraft(*kept);
        std::erase_if(draft.lines, [&order](const SlipLine &line) { return line.play == order.play; });
        if (const Outcome saved = store.setDraft(account, draftText(draft)); !saved)
            return saved.error();
    }
    return transaction->commit();
}

} // namespace dimsum
