#include <QtTest>

#include "domain/channel_paths.h"

#include <cmath>
#include <numeric>

using namespace dimsum;

namespace
{

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

// Every visit to the channel ends in null: the conversions that are left, by walking the chain until it dies out.
double conversionsWithout(const std::vector<ChannelPath> &paths, std::size_t channels, std::uint32_t removed)
{
    std::vector<std::vector<double>> step(channels + 1, std::vector<double>(channels + 2, 0.0));
    for (const ChannelPath &path : paths) {
        std::size_t from = channels;
        for (const std::uint32_t channel : path.channels) {
            step[from][channel] += path.conversions + path.nulls;
            from = channel;
        }
        step[from][channels] += path.conversions;
        step[from][channels + 1] += path.nulls;
    }
    std::vector<double> here(channels + 1, 0.0);
    here[channels] = 1;
    double converted = 0;
    for (int walk = 0; walk < 3000; ++walk) {
        std::vector<double> next(channels + 1, 0.0);
        for (std::size_t from = 0; from <= channels; ++from) {
            const double out = std::accumulate(step[from].begin(), step[from].end(), 0.0);
            if (here[from] == 0 || out == 0)
                continue;
            for (std::size_t to = 0; to < channels; ++to)
                next[to] += to == removed ? 0.0 : here[from] * step[from][to] / out;
            converted += here[from] * step[from][channels] / out;
        }
        here = next;
    }
    return converted;
}

} // namespace

class TestChannelPaths : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theReferenceFigureOfTheRules()
    {
        // domain.md section 12: removal effects 0.75 and 0.5, 4 conversions: 2.4 and 1.6.
        const std::vector<ChannelPath> paths{{{0}, 2, 0, 0}, {{0, 1}, 1, 0, 0}, {{1}, 1, 0, 0}, {{1, 0}, 0, 0, 0}};
        const PathCredit credit = creditPaths(paths, 2);
        QVERIFY(near(credit.removalEffects[0], 0.75));
        QVERIFY(near(credit.removalEffects[1], 0.5));
        QVERIFY(near(credit.markov.conversions[0], 2.4));
        QVERIFY(near(credit.markov.conversions[1], 1.6));
    }

    void publishedExampleWithNulls()
    {
        // AnalyzeCore, part 1: C1 > C2 > C3 converts, C1 and C2 > C3 do not.
        const std::vector<ChannelPath> paths{{{0, 1, 2}, 1, 1000, 0}, {{0}, 0, 0, 1}, {{1, 2}, 0, 0, 1}};
        const PathCredit credit = creditPaths(paths, 3);
        const std::vector<double> effects{0.5, 1, 1}, conversions{0.2, 0.4, 0.4}, value{200, 400, 400};
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(near(credit.removalEffects[i], effects[i]));
            QVERIFY(near(credit.markov.conversions[i], conversions[i]));
            QVERIFY(std::abs(credit.markov.value[i] - value[i]) < 1e-6);
        }
    }

    void repeatsAndSelfLoops()
    {
        // ChannelAttribution's vignette: removal 1 and 0.5, conversions 2 and 1.
        const std::vector<ChannelPath> paths{{{0, 1, 0, 1, 1, 0}, 1}, {{0, 1, 1, 0, 0}, 1}, {{0, 0}, 1}};
        const PathCredit credit = creditPaths(paths, 2);
        QVERIFY(near(credit.removalEffects[0], 1));
        QVERIFY(near(credit.removalEffects[1], 0.5));
        QVERIFY(near(credit.markov.conversions[0], 2));
        QCOMPARE(credit.first.conversions, (std::vector<double>{3, 0}));
        QCOMPARE(credit.last.conversions, (std::vector<double>{3, 0}));
    }

    void positionBasedAndLinear()
    {
        const std::vector<ChannelPath> paths{{{0, 1, 2}, 1}, {{0, 2}, 1}};
        const PathCredit credit = creditPaths(paths, 3);
        QVERIFY(near(credit.uShape.conversions[0], 0.9) && near(credit.uShape.conversions[1], 0.2));
        QVERIFY(near(credit.linear.conversions[0], 5.0 / 6) && near(credit.linear.conversions[1], 1.0 / 3));
        QVERIFY(near(credit.shapley.conversions[0], 5.0 / 6) && near(credit.shapley.conversions[1], 1.0 / 3));
    }

    void oneChannelTakesAll()
    {
        const PathCredit credit = creditPaths(std::vector<ChannelPath>{{{0}, 5, 50, 3}}, 1);
        for (const ChannelCredit *model : {&credit.first, &credit.last, &credit.linear, &credit.uShape, &credit.markov, &credit.shapley}) {
            QVERIFY(near(model->conversions[0], 5));
            QVERIFY(near(model->value[0], 50));
        }
        QVERIFY(near(credit.removalEffects[0], 1));
    }

    void nothingConverted()
    {
        const PathCredit credit = creditPaths(std::vector<ChannelPath>{{{0, 1}, 0, 0, 3}}, 2);
        QCOMPARE(credit.removalEffects, (std::vector<double>{0, 0}));
        QCOMPARE(credit.markov.conversions, (std::vector<double>{0, 0}));
    }

    // The solve in one go against removing channels one by one and walking the chain, on paths made up at random.
    void agreesWithWalkingTheChain()
    {
        std::uint32_t state = 7;
        const auto draw = [&state](std::uint32_t below) {
            state = state * 1664525U + 1013904223U;
            return (state >> 16) % below;
        };
        for (int world = 0; world < 20; ++world) {
            const std::size_t channels = 2 + draw(5);
            std::vector<ChannelPath> paths;
            double total = 0;
            for (int i = 0; i < 30; ++i) {
                ChannelPath path;
                for (std::uint32_t length = 1 + draw(6); length > 0; --length)
                    path.channels.push_back(draw(static_cast<std::uint32_t>(channels)));
                path.conversions = draw(3);
                path.nulls = draw(3);
                total += path.conversions;
                paths.push_back(path);
            }
            const PathCredit credit = creditPaths(paths, channels);
            const double all = conversionsWithout(paths, channels, 99);
            for (std::uint32_t c = 0; c < channels; ++c)
                QVERIFY(near(credit.removalEffects[c], 1 - conversionsWithout(paths, channels, c) / all));
            const auto &credits = credit.markov.conversions;
            QVERIFY(near(std::accumulate(credits.begin(), credits.end(), 0.0), total));
        }
    }
};

QTEST_GUILESS_MAIN(TestChannelPaths)
#include "tst_channel_paths.moc"
