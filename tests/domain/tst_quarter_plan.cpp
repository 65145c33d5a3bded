#include <QtTest>

#include "domain/quarter_plan.h"
#include "domain/seeded_random.h"

#include <algorithm>

using namespace dimsum;

namespace
{

// Money, places of each option, and hours: the shape that a menu gives.
PlanProblem randomProblem(SeededRandom &random, std::size_t options, std::size_t classes, std::int64_t accounts)
{
    PlanProblem problem;
    problem.limits = {random.between(20, 120), random.between(5, 60)};
    for (std::size_t option = 0; option < options; ++option) {
        problem.limits.push_back(random.between(0, 4));
        problem.options.push_back({{{0, random.between(1, 30)}, {1, random.between(0, 12)}, {static_cast<std::uint32_t>(option + 2), 1}}});
    }
    for (std::size_t from = 0; from < classes; ++from) {
        PlanClass own{.accounts = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint32_t>(accounts))), .worth = {}};
        for (std::size_t option = 0; option < options; ++option)
            own.worth.push_back(random.chance(0.2) ? 0.0 : random.unit());
        problem.classes.push_back(own);
    }
    return problem;
}

bool fits(const PlanProblem &problem, const PlanSolution &solution, double &worth)
{
    std::vector<std::int64_t> left = problem.limits;
    worth = 0;
    for (std::size_t from = 0; from < problem.classes.size(); ++from) {
        std::int64_t accounts = problem.classes[from].accounts;
        for (std::size_t option = 0; option < problem.options.size(); ++option) {
            const std::int64_t number = solution.orders[from][option];
            accounts -= number;
            worth += problem.classes[from].worth[option] * static_cast<double>(number);
            for (const PlanUse &use : problem.options[option].uses)
                left[use.limit] -= use.amount * number;
            if (number < 0 || (number > 0 && problem.classes[from].worth[option] <= 0))
                return false;
        }
        if (accounts < 0)
            return false;
    }
    return std::all_of(left.begin(), left.end(), [](std::int64_t amount) { return amount >= 0; });
}

// Tries everything.
double best(const PlanProblem &problem, std::vector<std::int64_t> &left, std::size_t from, std::size_t option, std::int64_t accounts)
{
    if (from == problem.classes.size())
        return 0;
    if (option == problem.options.size()) {
        const std::size_t next = from + 1;
        return best(problem, left, next, 0, next < problem.classes.size() ? problem.classes[next].accounts : 0);
    }
    double highest = best(problem, left, from, option + 1, accounts);
    const double worth = problem.classes[from].worth[option];
    const auto take = [&](std::int64_t sign) {
        for (const PlanUse &use : problem.options[option].uses)
            left[use.limit] -= sign * use.amount;
    };
    if (worth <= 0)
        return highest;
    std::int64_t number = 0;
    while (number < accounts) {
        take(1);
        ++number;
        if (std::any_of(left.begin(), left.end(), [](std::int64_t amount) { return amount < 0; }))
            break;
        highest = std::max(highest, worth * static_cast<double>(number) + best(problem, left, from, option + 1, accounts - number));
    }
    while (number-- > 0)
        take(-1);
    return highest;
}

} // namespace

class TestQuarterPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void smallOnesAreTheBestThatExists()
    {
        SeededRandom random(7);
        for (int world = 0; world < 300; ++world) {
            const PlanProblem problem = randomProblem(random, 1 + random.below(4), 1 + random.below(3), 4);
            const PlanSolution solution = solvePlan(problem);
            double worth = 0;
            QVERIFY(fits(problem, solution, worth));
            std::vector<std::int64_t> left = problem.limits;
            const double highest = best(problem, left, 0, 0, problem.classes[0].accounts);
            QVERIFY2(std::abs(solution.worth - highest) < 1e-9, qPrintable(QStringLiteral("world %1: %2, best %3").arg(world).arg(solution.worth).arg(highest)));
            QVERIFY(std::abs(worth - solution.worth) < 1e-9);
            QVERIFY(solution.exact);
            QCOMPARE(solution.bound, solution.worth);
        }
    }

    void largeOnesTellHowFarFromTheBestTheyAre()
    {
        // 600 accounts that are each worth something else, ten plays: nothing can be tried out here.
        SeededRandom random(3);
        PlanProblem problem;
        problem.limits = {500'000, 9'000};
        for (std::uint32_t option = 0; option < 10; ++option) {
            problem.limits.push_back(20 + random.below(80));
            problem.options.push_back({{{0, 500 + random.below(6'000)}, {1, random.below(120)}, {option + 2, 1}}});
        }
        for (int account = 0; account < 600; ++account) {
            PlanClass own{.accounts = 1, .worth = {}};
            const double size = 0.2 + random.unit();
            for (std::size_t option = 0; option < 10; ++option)
                own.worth.push_back(size * (0.05 + 0.1 * static_cast<double>(option % 4)));
            problem.classes.push_back(own);
        }
        const PlanSolution solution = solvePlan(problem);
        double worth = 0;
        QVERIFY(fits(problem, solution, worth));
        QVERIFY(!solution.exact);
        QVERIFY(solution.worth <= solution.bound + 1e-9);
        qInfo("gap %.4f", solution.gap());
        QVERIFY(solution.gap() < 0.03);
        QCOMPARE(solvePlan(problem).worth, solution.worth);
    }

    void whatDoesNotBindCostsNothing()
    {
        PlanProblem problem;
        problem.limits = {1'000'000, 2};
        problem.options = {{{{0, 10}, {1, 1}}}};
        problem.classes = {{.accounts = 5, .worth = {0.5}}};
        const PlanSolution solution = solvePlan(problem);
        QCOMPARE(solution.orders[0][0], 2);
        QVERIFY(solution.exact);
        QVERIFY(solution.prices[0] < 1e-9);
        QVERIFY(solution.prices[1] > 0.4);
    }

    void nothingToChooseFrom()
    {
        QCOMPARE(solvePlan({}).worth, 0.0);
        PlanProblem problem;
        problem.limits = {0};
        problem.options = {{{{0, 1}}}};
        problem.classes = {{.accounts = 3, .worth = {1.0}}};
        QCOMPARE(solvePlan(problem).worth, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestQuarterPlan)
#include "tst_quarter_plan.moc"
