// Kept scores come back to the last bit.
#include "store/score_chunk.h"

#include <QTest>

#include <random>

using namespace dimsum;

namespace {

auto all(const StoredScore &score)
{
    return std::tie(score.account, score.fit, score.fitMax, score.disqualified, score.intentScore, score.intentSurge, score.recentIntent,
                    score.engagementScore, score.engagementSurge, score.recentEngagement, score.priority, score.proposedTier, score.rule,
                    score.reasons, score.extra);
}

std::vector<StoredScore> someScores(std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto one = [&](int of) { return random() % std::uint64_t(of) == 0; };
    const auto real = [&] { return one(3) ? double(random() % 101) : double(random() % 1'000'000) / 7919.0; };
    std::vector<StoredScore> rows(200);
    std::int64_t account = 0;
    for (StoredScore &row : rows) {
        row.account = AccountId{account += std::int64_t(random() % 900) + 1};
        if (!one(4)) {
            row.fit = real();
            row.fitMax = one(2) ? row.fit : std::optional(real());
            row.priority = real();
            row.proposedTier = int(random() % 4);
        }
        row.intentScore = one(2) ? 0 : real();
        row.engagementScore = one(2) ? 0 : real();
        row.disqualified = one(2);
        row.intentSurge = one(2);
        row.recentIntent = one(2);
        row.engagementSurge = one(2);
        row.recentEngagement = one(2);
        if (one(2)) {
            row.rule = one(2) ? "just-right" : "too-big";
            row.reasons = "fit 100 >= 70; Zürich";
            row.extra = one(2) ? "[1,2,[\"acv\"]]" : "";
        }
    }
    return rows;
}

} // namespace

class TestScoreChunk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasPacked()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const auto rows = someScores(seed);
            std::vector<std::uint8_t> content;
            packScores(rows, content);
            std::vector<StoredScore> back;
            QVERIFY(unpackScores(content, back));
            QCOMPARE(back.size(), rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
                QVERIFY(all(rows[i]) == all(back[i]));
        }
    }
    void tellsDamage()
    {
        std::vector<std::uint8_t> content;
        packScores(someScores(3), content);
        std::vector<StoredScore> back;
        for (std::size_t length = 0; length < content.size(); ++length)
            QVERIFY(!unpackScores(std::span(content).first(length), back));
        std::mt19937_64 random(5);
        for (int round = 0; round < 5000; ++round) {
            auto damaged = content;
            for (int i = 0; i < 3; ++i)
                damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
            back.clear();
            unpackScores(damaged, back); // nothing is read beyond the content: see the sanitizers
            QVERIFY(back.size() <= damaged.size());
        }
    }
};

QTEST_APPLESS_MAIN(TestScoreChunk)
#include "tst_score_chunk.moc"
