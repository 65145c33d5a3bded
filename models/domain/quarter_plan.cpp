#include "domain/quarter_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace dimsum
{

namespace
{

constexpr double slack = 1e-9; // of a sum of worths

// Prices of the limits (Lagrange multipliers): relaxing all limits but "one play per account" leaves a problem that falls
// apart by class; its value at any prices is an upper bound.
class Prices
{
public:
    explicit Prices(const PlanProblem &problem) : m_problem(problem), m_prices(problem.limits.size())
    {
        // Scales: worths per unit differ by orders of magnitude between money, hours and places.
        m_scale.assign(problem.limits.size(), 0);
        for (const PlanClass &from : problem.classes) {
            for (std::size_t option = 0; option < problem.options.size(); ++option) {
                if (from.worth[option] <= 0)
                    continue;
                for (const PlanUse &use : problem.options[option].uses) {
                    if (use.amount > 0)
                        m_scale[use.limit] = std::max(m_scale[use.limit], from.worth[option] / static_cast<double>(use.amount));
                }
            }
        }
    }

    const std::vector<double> &values() const { return m_prices; }

    double reduced(std::size_t from, std::size_t option) const
    {
        double worth = m_problem.classes[from].worth[option];
        if (worth <= 0)
            return 0;
        for (const PlanUse &use : m_problem.options[option].uses)
            worth -= m_prices[use.limit] * static_cast<double>(use.amount);
        return worth;
    }

    // The bound at the present prices; `left` gets limit minus use of the relaxed solution.
    double bound(std::vector<double> *left = nullptr) const
    {
        double sum = 0;
        if (left)
            left->assign(m_problem.limits.begin(), m_problem.limits.end());
        for (std::size_t limit = 0; limit < m_prices.size(); ++limit)
            sum += m_prices[limit] * static_cast<double>(m_problem.limits[limit]);
        for (std::size_t from = 0; from < m_problem.classes.size(); ++from) {
            double best = 0;
            std::size_t chosen = m_problem.options.size();
            for (std::size_t option = 0; option < m_problem.options.size(); ++option) {
                const double worth = reduced(from, option);
                if (worth > best) {
                    best = worth;
                    chosen = option;
                }
            }
            if (chosen == m_problem.options.size())
                continue;
            const auto accounts = static_cast<double>(m_problem.classes[from].accounts);
            sum += best * accounts;
            if (left) {
                for (const PlanUse &use : m_problem.options[chosen].uses)
                    (*left)[use.limit] -= static_cast<double>(use.amount) * accounts;
            }
        }
        return sum;
    }

    // Subgradient steps with shrinking length; keeps the prices with the lowest bound.
    double improve(int rounds, const Progress &progress)
    {
        std::vector<double> left, best = m_prices;
        double lowest = bound(&left);
        double length = 1.0;
        int idle = 0;
        for (int round = 0; round < rounds && !progress.cancelled(); ++round) {
            double norm = 0;
            for (std::size_t limit = 0; limit < left.size(); ++limit) {
                if (m_prices[limit] > 0 || left[limit] < 0) // the others cannot fall below nothing and must not shorten the step
                    norm += (left[limit] * m_scale[limit]) * (left[limit] * m_scale[limit]);
            }
            if (norm <= 0)
                break;
            // Polyak's step towards a value a little below the lowest bound, in scaled units.
            const double step = length * std::max(lowest, slack) * 0.5 / norm;
            for (std::size_t limit = 0; limit < left.size(); ++limit)
                m_prices[limit] = std::max(0.0, m_prices[limit] - step * left[limit] * m_scale[limit] * m_scale[limit]);
            const double now = bound(&left);
            if (now < lowest - slack * std::max(1.0, lowest)) {
                lowest = now;
                best = m_prices;
                idle = 0;
            } else if (++idle >= 8) {
                idle = 0;
                length *= 0.6;
            }
        }
        m_prices = best;
        return lowest;
    }

private:
    const PlanProblem &m_problem;
    std::vector<double> m_prices, m_scale;
};

// One (class, option) whose number is searched for.
struct Variable {
    std::size_t from, option;
    double worth;
    double reduced;
};

class Search
{
public:
    Search(const PlanProblem &problem, const Prices &prices, double bound, const PlanEffort &effort, const Progress &progress)
        : m_problem(problem), m_prices(prices.values()), m_effort(effort), m_progress(progress), m_left(problem.limits)
    {
        for (const PlanClass &from : problem.classes)
            m_accounts.push_back(from.accounts);
        for (std::size_t from = 0; from < problem.classes.size(); ++from) {
            for (std::size_t option = 0; option < problem.options.size(); ++option) {
                if (problem.classes[from].worth[option] > 0 && problem.classes[from].accounts > 0)
                    m_variables.push_back({from, option, problem.classes[from].worth[option], prices.reduced(from, option)});
            }
        }
        // What is worth most beyond the prices first, so that the first dive is already good.
        std::stable_sort(m_variables.begin(), m_variables.end(), [](const Variable &a, const Variable &b) { return a.reduced > b.reduced; });
        m_numbers.assign(m_variables.size(), 0);
        m_bestNumbers = m_numbers;
        m_bound = bound;
        prepareBounds();
    }

    void run()
    {
        fillGreedily();
        if (closed())
            return;
        m_ended = true;
        dive(0, 0);
    }

    PlanSolution solution() const
    {
        PlanSolution found;
        found.orders.assign(m_problem.classes.size(), std::vector<std::int64_t>(m_problem.options.size(), 0));
        for (std::size_t i = 0; i < m_variables.size(); ++i)
            found.orders[m_variables[i].from][m_variables[i].option] = m_bestNumbers[i];
        found.worth = m_best;
        found.exact = m_ended || closed();
        found.bound = found.exact ? m_best : m_bound;
        found.prices = m_prices;
        return found;
    }

private:
    bool closed() const { return m_bound <= m_best + slack * std::max(1.0, m_best); }

    std::int64_t most(const Variable &variable) const
    {
        std::int64_t number = m_accounts[variable.from];
        for (const PlanUse &use : m_problem.options[variable.option].uses) {
            if (use.amount > 0)
                number = std::min(number, m_left[use.limit] / use.amount);
        }
        return number;
    }

    void take(const Variable &variable, std::int64_t number)
    {
        m_accounts[variable.from] -= number;
        for (const PlanUse &use : m_problem.options[variable.option].uses)
            m_left[use.limit] -= use.amount * number;
    }

    // Several orders of trying give several good first answers: by reduced worth, by worth, by worth per dearest limit.
    void fillGreedily()
    {
        std::vector<std::vector<std::size_t>> orders(4, std::vector<std::size_t>(m_variables.size()));
        for (auto &order : orders)
            std::iota(order.begin(), order.end(), std::size_t{0});
        const auto density = [this](std::size_t i) {
            double use = 1e-12;
            for (const PlanUse &part : m_problem.options[m_variables[i].option].uses)
                use = std::max(use, static_cast<double>(part.amount) / std::max(1.0, static_cast<double>(m_problem.limits[part.limit])));
            return m_variables[i].worth / use;
        };
        const auto priced = [this](std::size_t i) {
            return m_variables[i].worth / std::max(1e-12, m_variables[i].worth - m_variables[i].reduced);
        };
        std::stable_sort(orders[1].begin(), orders[1].end(), [this](auto a, auto b) { return m_variables[a].worth > m_variables[b].worth; });
        std::stable_sort(orders[2].begin(), orders[2].end(), [&](auto a, auto b) { return density(a) > density(b); });
        std::stable_sort(orders[3].begin(), orders[3].end(), [&](auto a, auto b) { return priced(a) > priced(b); });
        for (const auto &order : orders) {
            double worth = 0;
            for (const std::size_t i : order) {
                m_numbers[i] = most(m_variables[i]);
                take(m_variables[i], m_numbers[i]);
                worth += m_variables[i].worth * static_cast<double>(m_numbers[i]);
            }
            keepIfBetter(worth);
            for (std::size_t i = 0; i < m_variables.size(); ++i) {
                take(m_variables[i], -m_numbers[i]);
                m_numbers[i] = 0;
            }
        }
    }

    void keepIfBetter(double worth)
    {
        if (worth > m_best + slack) {
            m_best = worth;
            m_bestNumbers = m_numbers;
        }
    }

    // For every position: the best reduced worth that each class still has behind it.
    void prepareBounds()
    {
        const std::size_t classes = m_problem.classes.size();
        m_behind.assign((m_variables.size() + 1) * classes, 0);
        for (std::size_t i = m_variables.size(); i-- > 0;) {
            for (std::size_t from = 0; from < classes; ++from)
                m_behind[i * classes + from] = m_behind[(i + 1) * classes + from];
            double &own = m_behind[i * classes + m_variables[i].from];
            own = std::max(own, m_variables[i].reduced);
        }
    }

    double boundBehind(std::size_t position) const
    {
        double sum = 0;
        for (std::size_t limit = 0; limit < m_left.size(); ++limit)
            sum += m_prices[limit] * static_cast<double>(m_left[limit]);
        const std::size_t classes = m_problem.classes.size();
        for (std::size_t from = 0; from < classes; ++from)
            sum += std::max(0.0, m_behind[position * classes + from]) * static_cast<double>(m_accounts[from]);
        return sum;
    }

    void dive(std::size_t position, double worth)
    {
        if (m_nodes >= m_effort.nodes || (m_nodes % 4096 == 0 && m_progress.cancelled())) {
            m_ended = false;
            return;
        }
        ++m_nodes;
        if (position == m_variables.size()) {
            keepIfBetter(worth);
            return;
        }
        if (worth + boundBehind(position) <= m_best + slack * std::max(1.0, m_best))
            return;
        const Variable &variable = m_variables[position];
        for (std::int64_t number = most(variable); number >= 0 && m_ended; --number) {
            m_numbers[position] = number;
            take(variable, number);
            dive(position + 1, worth + variable.worth * static_cast<double>(number));
            take(variable, -number);
        }
        m_numbers[position] = 0;
    }

    const PlanProblem &m_problem;
    const std::vector<double> m_prices;
    const PlanEffort &m_effort;
    const Progress &m_progress;
    std::vector<Variable> m_variables;
    std::vector<std::int64_t> m_left, m_accounts, m_numbers, m_bestNumbers;
    std::vector<double> m_behind;
    double m_best = 0, m_bound = 0;
    std::int64_t m_nodes = 0;
    bool m_ended = false;
};

// Large problems have more variables than branch and bound can prove anything about, and its recursion must stay shallow.
constexpr std::size_t mostVariablesToProve = 400;

std::size_t variablesOf(const PlanProblem &problem)
{
    std::size_t count = 0;
    for (const PlanClass &from : problem.classes)
        count += static_cast<std::size_t>(std::count_if(from.worth.begin(), from.worth.end(), [](double worth) { return worth > 0; }));
    return count;
}

} // namespace

PlanSolution solvePlan(const PlanProblem &problem, const PlanEffort &effort, const Progress &progress)
{
    Prices prices(problem);
    const double bound = prices.improve(effort.rounds, progress);
    PlanEffort own = effort;
    if (variablesOf(problem) > mostVariablesToProve)
        own.nodes = 0;
    Search search(problem, prices, bound, own, progress);
    search.run();
    return search.solution();
}

} // namespace dimsum
