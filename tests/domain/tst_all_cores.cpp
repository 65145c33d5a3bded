// Work that is shared out is done once, whoever helps: nested, from two threads at once, limited, and in a forked process.
#include "domain/all_cores.h"

#include <QTest>

#include <array>
#include <atomic>
#include <numeric>
#include <random>
#include <thread>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace dimsum;

namespace {

// How often each of so many tasks was done.
bool eachOnce(std::size_t count)
{
    std::vector<std::atomic<int>> done(count);
    eachInAllCores(count, [&](std::size_t task) { ++done[task]; });
    return std::all_of(done.begin(), done.end(), [](const std::atomic<int> &times) { return times == 1; });
}

} // namespace

class TestAllCores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTaskIsDoneOnce()
    {
        for (const std::size_t count : {0, 1, 2, 3, 16, 1000})
            QVERIFY(eachOnce(count));
        for (int job = 0; job < 20'000; ++job)
            QVERIFY(eachOnce(2));
    }

    void rangesCoverAllRows()
    {
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{39'999}, std::size_t{40'000}, std::size_t{1'000'003}}) {
            std::vector<std::uint8_t> done(count, 0);
            inAllCores(count, [&](std::size_t begin, std::size_t end) {
                for (std::size_t row = begin; row < end; ++row)
                    ++done[row];
            });
            QCOMPARE(static_cast<std::size_t>(std::count(done.begin(), done.end(), 1)), count);
        }
    }

    void sortsAnyNumberOfParts_data()
    {
        QTest::addColumn<int>("cores");
        for (const int cores : {1, 2, 3, 5, 16})
            QTest::addRow("%d", cores) << cores;
    }
    void sortsAnyNumberOfParts()
    {
        QFETCH(int, cores);
        limitCores(static_cast<std::size_t>(cores));
        std::mt19937 random(7);
        std::vector<std::uint32_t> values(333'333);
        std::iota(values.begin(), values.end(), 0u);
        std::shuffle(values.begin(), values.end(), random);
        sortInAllCores(values, std::less<>());
        QVERIFY(std::is_sorted(values.begin(), values.end()));
        QVERIFY(eachOnce(100));
        limitCores(16);
    }

    void workMaySharePartsOfItself()
    {
        std::array<std::atomic<int>, 8> done{};
        eachInAllCores(done.size(), [&](std::size_t task) {
            eachInAllCores(10, [&](std::size_t) { ++done[task]; });
        });
        QVERIFY(std::all_of(done.begin(), done.end(), [](const std::atomic<int> &times) { return times == 10; }));
    }

    void twoThreadsAtOnce()
    {
        std::atomic<bool> right = true;
        const auto work = [&right] {
            for (int job = 0; job < 2'000; ++job)
                if (!eachOnce(5))
                    right = false;
        };
        {
            const std::jthread one(work), other(work);
            work();
        }
        QVERIFY(right);
    }

    // It has the memory of the helpers, but not them.
    void aForkedProcessGoesOnAlone()
    {
        QVERIFY(eachOnce(4));
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            alarm(20);
            _exit(eachOnce(4) && eachOnce(1000) ? 0 : 1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

QTEST_GUILESS_MAIN(TestAllCores)
#include "tst_all_cores.moc"
