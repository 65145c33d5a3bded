#include <QtTest>

#include "exchange/policy_document.h"
#include "support/document_check.h"

#include <QJsonObject>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Currency dollars{"USD", 2};

// json-shapes.md, word for word.
const QByteArray example =
    R"({"thresholds": {"fit": {"high": 70}, "acv": {"large": "50000", "medium": "15000"}},
 "rules": [
  {"name": "just-right", "tier": 1, "when": {"fit": "high", "acv": "large", "recent_intent": true, "recent_engagement": true}},
  {"name": "too-big", "tier": 2, "when": {"fit": "high", "acv": "medium", "recent_intent": true}},
  {"name": "engaged-no-intent", "tier": 2, "when": {"fit": "high", "acv": "medium", "recent_engagement": true}},
  {"name": "too-small", "tier": 3, "when": {"fit": "high", "acv_below": "medium"}},
  {"name": "not-yet-active", "tier": 3, "when": {"fit": "high"}}],
 "exclude": [],
 "capacity": {"1": 100, "2": 500, "3": null},
 "priority": {"fit": 0.3, "intent": 0.3, "engagement": 0.3, "acv_rank": 0.1},
 "points": {"email open": 1, "ad click": 2, "email click": 3, "web visit": 2, "high-value web page": 5, "content download": 5, "research report": 6,
            "webinar": 8, "event": 10, "demo": 15, "trial": 15, "meeting": 15, "reply": 8},
 "unknown_points": 1,
 "intent": {"window_days": 30, "top": 3, "recent_score": 60, "followed_topics": null, "bidstream": false,
            "sources": {"Bombora": "co-op", "G2": "review", "Bidstream Exchange": "bidstream"},
            "event_points": {"category": 10, "comparison": 30, "alternatives": 30, "profile": 50, "pricing": 50},
            "event_half_life_days": 14, "event_scale": 40, "event_min": 50, "stale_days": 7,
            "surge": {"weeks": 12, "sd": 2, "sd_floor": 10, "min_score": 50, "min_history_weeks": 4}},
 "engagement": {"window_days": 120, "half_life_days": 30, "scale": 30, "day_person_cap": 15, "recent_days": 30, "recent_points": 5,
                "surge": {"weeks": 12, "sd": 2, "sd_floor": 2, "min_points": 10}},
 "counting_points": 2,
 "intensity": {"n": 3, "p": 2, "q": 1, "window_days": 30},
 "best_customer": {"won": 2, "days_apart": 180},
 "attribution": {"lookback_days": 365, "half_life_days": 7, "chosen": "w_shape"}})";

Result<PolicyDocument> parse(const char *json)
{
    return parsePolicy(json, dollars);
}

} // namespace

class TestPolicyDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsTheDefaultsOfTheExample();
    void aMissingKeyMeansItsDefault();
    void isAFixedPoint();
    void mergesPointsAndSources();
    void readsTheTestsOfARule();
    void readsTopics();
    void scalesWithTheCurrency();
    void carriesTheVersion();
    void refuses_data();
    void refuses();
};

void TestPolicyDocument::printsTheDefaultsOfTheExample()
{
    QJsonObject expected = valueOf(example).object();
    expected[QStringLiteral("capacity")] = valueOf(R"({"1": null, "2": null, "3": null})").object();
    const QJsonObject printed = valueOf(printPolicy(defaultPolicy(dollars), dollars)).object();
    for (const QString &key : expected.keys())
        QCOMPARE(printed[key], expected[key]);
    QCOMPARE(printed.keys(), expected.keys());
}

void TestPolicyDocument::aMissingKeyMeansItsDefault()
{
    const Result<PolicyDocument> empty = parse("{}");
    QVERIFY(empty.ok());
    QCOMPARE(printPolicy(empty->policy, dollars), printPolicy(defaultPolicy(dollars), dollars));
    const Result<PolicyDocument> whole = parsePolicy(example, dollars);
    QVERIFY2(whole.ok(), whole.ok() ? "" : plainText(whole.error()).c_str());
    QCOMPARE(whole->policy.capacity[1], std::optional<std::int64_t>(100));
    QVERIFY(!whole->policy.capacity[3]);
    const Result<PolicyDocument> deep =
        parse(R"({"intent": {"surge": {"sd": 3}}, "thresholds": {"acv": {"large": 40000}}})");
    QVERIFY(deep.ok());
    QCOMPARE(deep->policy.intent.surge.sd, 3.0);
    QCOMPARE(deep->policy.intent.surge.weeks, 12);
    QCOMPARE(deep->policy.thresholds.acv.size(), std::size_t{2});
    QCOMPARE(deep->policy.thresholds.acv[0].value, Money{4'000'000});
    QCOMPARE(deep->policy.thresholds.acv[1].value, Money{1'500'000});
}

void TestPolicyDocument::isAFixedPoint()
{
    for (const QByteArray &document :
         {example, QByteArray("{}"),
          QByteArray(R"({"points": {"Zulu": 4, "alpha": 0.5}, "exclude": ["open_deals", "customers"],
             "rules": [{"name": "a", "tier": 2, "when": {"acv": "49999.99", "fit": 12.5, "high_intensity": false}},
                       {"name": "all", "tier": 3, "when": {}}],
             "intent": {"followed_topics": ["ERP"], "sources": {"X": {"kind": "other", "compliant": true}}}})")}) {
        const Result<PolicyDocument> first = parsePolicy(document, dollars);
        QVERIFY2(first.ok(), first.ok() ? "" : plainText(first.error()).c_str());
        const QByteArray printed = printPolicy(first->policy, dollars);
        const Result<PolicyDocument> second = parsePolicy(printed, dollars);
        QVERIFY(second.ok());
        QCOMPARE(printPolicy(second->policy, dollars), printed);
    }
}

void TestPolicyDocument::mergesPointsAndSources()
{
    const Result<PolicyDocument> document = parse(
        R"({"points": {"Email_Open": 0, "podcast": 4},
            "intent": {"sources": {"g2": "other", "Acme Feed": {"kind": "bidstream", "compliant": true}},
                       "event_points": {"Pricing": 60}}})");
    QVERIFY2(document.ok(), document.ok() ? "" : plainText(document.error()).c_str());
    const EngagementRules &engagement = document->policy.engagement;
    QCOMPARE(engagement.points.size(), std::size_t{14});
    QCOMPARE(pointsOf(engagement, "email open"), 0.0);
    QCOMPARE(pointsOf(engagement, "podcast"), 4.0);
    QCOMPARE(pointsOf(engagement, "demo"), 15.0);
    const IntentRules &intent = document->policy.intent;
    QCOMPARE(intent.sources.size(), std::size_t{4});
    QCOMPARE(sourceKind(intent, "g2"), SourceKind::other);
    QCOMPARE(sourceKind(intent, "acme feed"), SourceKind::bidstream);
    QCOMPARE(intent.eventPoints.size(), std::size_t{5});
    QVERIFY(printPolicy(document->policy, dollars)
                .contains("\"Acme Feed\": {\"kind\": \"bidstream\", \"compliant\": true}"));
    QVERIFY(printPolicy(document->policy, dollars).contains("\"pricing\": 60"));
}

void TestPolicyDocument::readsTheTestsOfARule()
{
    const Result<PolicyDocument> document = parse(
        R"({"thresholds": {"fit": {"ok": 40}, "acv": {"tiny": "0.5"}},
            "rules": [{"name": "r", "tier": 2, "when": {"fit_max": "ok", "fit_below": 90, "acv": "tiny",
                       "acv_below": "100.25", "intent_score": 10, "engagement_score_below": 50.5,
                       "intent_surge": true, "high_intensity": false}}]})");
    QVERIFY2(document.ok(), document.ok() ? "" : plainText(document.error()).c_str());
    const TierRule &rule = document->policy.rules.at(0);
    QCOMPARE(rule.tier, Tier::two);
    QCOMPARE(rule.measures.size(), std::size_t{6});
    QCOMPARE(rule.flags.size(), std::size_t{2});
    const auto test = [&](Measure measure, bool below) {
        return *std::find_if(rule.measures.begin(), rule.measures.end(),
                             [&](const MeasureTest &t) { return t.measure == measure && t.below == below; });
    };
    QCOMPARE(test(Measure::fitMax, false).threshold, std::string("ok"));
    QCOMPARE(test(Measure::fit, true).number, 90.0);
    QCOMPARE(test(Measure::acv, false).threshold, std::string("tiny"));
    QCOMPARE(test(Measure::acv, true).amount, Money{10'025});
    QVERIFY(test(Measure::acv, true).threshold.empty());
    QCOMPARE(test(Measure::engagementScore, true).number, 50.5);
    QCOMPARE(rule.flags[0].flag, Flag::intentSurge);
    QVERIFY(!rule.flags[1].expected);
}

void TestPolicyDocument::readsTopics()
{
    QVERIFY(!parse(R"({"intent": {"followed_topics": null}})")->policy.intent.followedTopics);
    QVERIFY(parse(R"({"intent": {"followed_topics": []}})")->policy.intent.followedTopics->empty());
    const Result<PolicyDocument> some = parse(R"({"intent": {"followed_topics": [" Cloud ERP "]}})");
    QCOMPARE(some->policy.intent.followedTopics->at(0).label, std::string("Cloud ERP"));
    QCOMPARE(some->policy.intent.followedTopics->at(0).key, std::string("cloud erp"));
}

void TestPolicyDocument::scalesWithTheCurrency()
{
    const Currency yen{"JPY", 0};
    QVERIFY(printPolicy(parsePolicy("{}", yen)->policy, yen).contains("\"large\": \"7500000\""));
    QVERIFY(!parsePolicy(R"({"thresholds": {"acv": {"large": "1.5"}}})", yen).ok());
}

void TestPolicyDocument::carriesTheVersion()
{
    const QByteArray printed = printPolicy(defaultPolicy(dollars), dollars, 7);
    QVERIFY(printed.startsWith("{\n  \"version\": 7,"));
    QCOMPARE(parsePolicy(printed, dollars)->version, std::optional<std::int64_t>(7));
    QVERIFY(!parse("{}")->version);
}

void TestPolicyDocument::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *what, const char *by, const char *path) {
        QTest::addRow("%s: %s", path, by) << spoilt(example, what, by) << QString::fromLatin1(path);
    };
    row("\"exclude\"", "\"excluded\"", "excluded");
    row("\"exclude\": []", "\"exclude\": [\"leads\"]", "exclude[0]");
    row("\"exclude\": []", "\"exclude\": [\"customers\", \"customers\"]", "exclude[1]");
    row("\"exclude\": []", "\"exclude\": \"customers\"", "exclude");
    row("{\"high\": 70}", "{\"high\": 101}", "thresholds.fit.high");
    row("{\"high\": 70}", "{\"high\": \"70\"}", "thresholds.fit.high");
    row("{\"high\": 70}", "{\"high\": 70, \"50\": 5}", "thresholds.fit.50");
    row("{\"high\": 70}", "70", "thresholds.fit");
    row("\"50000\"", "\"50,000\"", "thresholds.acv.large");
    row("\"50000\"", "50000.5", "thresholds.acv.large");
    row("\"50000\"", "\"-1\"", "thresholds.acv.large");
    row("\"50000\"", "\"1.001\"", "thresholds.acv.large");
    row("\"acv\": \"medium\"", "\"acv\": \"huge\"", "rules[1].when.acv");
    row("\"acv\": \"medium\"", "\"acv\": true", "rules[1].when.acv");
    row("\"acv\": \"medium\"", "\"acv\": -5", "rules[1].when.acv");
    row("\"acv\": \"medium\"", "\"avc\": \"medium\"", "rules[1].when.avc");
    row("\"fit\": \"high\"", "\"fit\": \"large\"", "rules[0].when.fit");
    row("\"fit\": \"high\"", "\"fit\": 101", "rules[0].when.fit");
    row("\"fit\": \"high\"", "\"intent_score\": \"high\"", "rules[0].when.intent_score");
    row("\"recent_intent\": true", "\"recent_intent\": \"yes\"", "rules[0].when.recent_intent");
    row("\"name\": \"too-big\"", "\"name\": \"just-right\"", "rules[1].name");
    row("\"name\": \"too-big\"", "\"name\": \"\"", "rules[1].name");
    row("\"name\": \"too-big\", ", "", "rules[1].name");
    row("\"tier\": 2", "\"tier\": 4", "rules[1].tier");
    row("\"tier\": 2", "\"tier\": 0", "rules[1].tier");
    row("\"tier\": 2", "\"tier\": \"2\"", "rules[1].tier");
    row("\"when\": {\"fit\": \"high\"}", "\"when\": []", "rules[4].when");
    row("\"1\": 100", "\"1\": -1", "capacity.1");
    row("\"1\": 100", "\"1\": 1.5", "capacity.1");
    row("\"1\": 100", "\"4\": 100", "capacity.4");
    row("\"acv_rank\": 0.1", "\"acv_rank\": 0.2", "priority");
    row("\"acv_rank\": 0.1", "\"acv_rank\": -0.1", "priority.acv_rank");
    row("\"acv_rank\": 0.1", "\"acv\": 0.1", "priority.acv");
    row("\"demo\": 15", "\"demo\": -1", "points.demo");
    row("\"demo\": 15", "\"demo\": \"15\"", "points.demo");
    row("\"demo\": 15", "\"Email_Click\": 15", "points.email click");
    row("\"unknown_points\": 1", "\"unknown_points\": -1", "unknown_points");
    row("\"counting_points\": 2", "\"counting_points\": null", "counting_points");
    row("\"window_days\": 30, \"top\"", "\"window_days\": 0, \"top\"", "intent.window_days");
    row("\"top\": 3", "\"top\": 0", "intent.top");
    row("\"recent_score\": 60", "\"recent_score\": 101", "intent.recent_score");
    row("\"followed_topics\": null", "\"followed_topics\": \"ERP\"", "intent.followed_topics");
    row("\"followed_topics\": null", "\"followed_topics\": [\"ERP\", \"erp\"]", "intent.followed_topics[1]");
    row("\"bidstream\": false", "\"bidstream\": 0", "intent.bidstream");
    row("\"co-op\"", "\"coop\"", "intent.sources.Bombora");
    row("\"co-op\"", "{\"compliant\": true}", "intent.sources.Bombora.kind");
    row("\"co-op\"", "{\"kind\": \"co-op\", \"complient\": true}", "intent.sources.Bombora.complient");
    row("\"category\": 10", "\"category\": null", "intent.event_points.category");
    row("\"event_half_life_days\": 14", "\"event_half_life_days\": 0", "intent.event_half_life_days");
    row("\"event_scale\": 40", "\"event_scale\": 0", "intent.event_scale");
    row("\"event_min\": 50", "\"event_min\": 101", "intent.event_min");
    row("\"stale_days\": 7", "\"stale_days\": -1", "intent.stale_days");
    row("\"weeks\": 12, \"sd\": 2, \"sd_floor\": 10", "\"weeks\": 1, \"sd\": 2, \"sd_floor\": 10",
        "intent.surge.weeks");
    row("\"min_history_weeks\": 4", "\"min_history_weeks\": 13", "intent.surge.min_history_weeks");
    row("\"min_score\": 50", "\"min_points\": 50", "intent.surge.min_points");
    row("\"half_life_days\": 30", "\"half_life_days\": 0", "engagement.half_life_days");
    row("\"scale\": 30", "\"scale\": 0", "engagement.scale");
    row("\"day_person_cap\": 15", "\"day_person_cap\": 0", "engagement.day_person_cap");
    row("\"recent_days\": 30", "\"recent_days\": 0", "engagement.recent_days");
    row("\"min_points\": 10", "\"min_points\": -1", "engagement.surge.min_points");
    row("\"q\": 1, \"window_days\": 30", "\"q\": 1, \"window_days\": 45", "intensity.window_days");
    row("\"n\": 3", "\"n\": 0", "intensity.n");
    row("\"won\": 2", "\"won\": 0", "best_customer.won");
    row("\"days_apart\": 180", "\"days_apart\": -1", "best_customer.days_apart");
    row("\"lookback_days\": 365", "\"lookback_days\": 0", "attribution.lookback_days");
    row("\"w_shape\"", "\"x_shape\"", "attribution.chosen");
    row("{\"thresholds\"", "{\"version\": \"7\", \"thresholds\"", "version");
}

void TestPolicyDocument::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    QVERIFY2(!bytes.isEmpty(), "the example no longer holds what this row replaces");
    const Result<PolicyDocument> document = parsePolicy(bytes, dollars);
    QVERIFY(!document.ok());
    QCOMPARE(QString::fromStdString(document.error().field), path);
}

QTEST_GUILESS_MAIN(TestPolicyDocument)
#include "tst_policy_document.moc"
