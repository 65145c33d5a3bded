// Third-party intent (domain.md section 4): score, hot topics, counted events, surge against the account's
// own baseline. Signals and events after the as-of date are ignored.
#pragma once

#include "domain/event_columns.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

struct SourceRule {
    std::string label; // as written
    std::string key;   // folded
    SourceKind kind = SourceKind::other;
    bool compliant = false; // carried for the record; changes no score

    friend bool operator==(const SourceRule &, const SourceRule &) = default;
};

struct EventPoints {
    std::string label;
    std::string key; // folded like the keys of IntentColumns::eventTypes
    double points = 0;

    friend bool operator==(const EventPoints &, const EventPoints &) = default;
};

struct FollowedTopic {
    std::string label;
    std::string key;

    friend bool operator==(const FollowedTopic &, const FollowedTopic &) = default;
};

struct IntentSurgeRules {
    int weeks = 12; // baseline weeks 1..weeks
    double sd = 2;
    double sdFloor = 10;
    double minScore = 50;
    int minHistoryWeeks = 4;

    friend bool operator==(const IntentSurgeRules &, const IntentSurgeRules &) = default;
};

struct IntentRules {
    int windowDays = 30;
    int top = 3;
    double recentScore = 60;
    std::optional<std::vector<FollowedTopic>> followedTopics =
        std::nullopt; // none: all; empty list: no topic
    bool bidstream = false;
    std::vector<SourceRule> sources; // defaults: see defaultIntentRules()
    std::vector<EventPoints> eventPoints;
    double eventHalfLifeDays = 14;
    double eventScale = 40;
    double eventMin = 50;
    int staleDays = 7;
    IntentSurgeRules surge;

    friend bool operator==(const IntentRules &, const IntentRules &) = default;
};

IntentRules defaultIntentRules();

// Kind of a source by its folded name: as listed, else bidstream where the name contains it, review for the
// review sites we know, co-op for Bombora, else other.
SourceKind sourceKind(const IntentRules &rules, std::string_view sourceKey);
bool sourceCounts(const IntentRules &rules, std::string_view sourceKey);

// Why an account has no surge, or that it has one.
enum class SurgeState : std::uint8_t {
    none, // below the line
    surge,
    staleFeed,  // the newest signal of the workspace is too old
    noBaseline, // the account's own history is too short
};

// One entry per account.
// What the signals of the whole workspace say for one day: receipts of single accounts need it, too.
struct IntentFeed {
    Day anchor = unknownDay; // T: newest scored signal of a counted source; unknown without any
    bool stale = false;      // the anchor is older than staleDays: no surges
    bool anyIntent = false;  // some signal or event of the workspace is dated up to the day
    std::size_t topics = 0;
    // By source * topics + topic: 1 where the pair had a signal in the history weeks.
    std::vector<std::uint8_t> established = {};

    // A word that came in after the feed was read is not established.
    bool isEstablished(std::size_t source, std::size_t topic) const
    {
        const std::size_t at = source * topics + topic;
        return topic < topics && at < established.size() && established[at] != 0;
    }
};
IntentFeed intentFeed(const IntentColumns &intent, const IntentRules &rules, Day asOf);

struct IntentScores {
    IntentFeed feed;

    std::vector<double> score;   // 0..100
    std::vector<double> highest; // newest score of the strongest topic or counted source; 0 if none
    std::vector<SurgeState> surge;
    std::vector<double> surgeValue; // v_0
    std::vector<double> surgeLine;  // mu + sd * max(s, floor)
    std::vector<std::uint8_t> recent;
    std::size_t weeks = 0;     // values per account in `weekly`: baseline weeks + 1
    std::vector<float> weekly; // v_0, v_1, ... per account, newest first

    bool surges(std::size_t row) const { return surge[row] == SurgeState::surge; }
    std::span<const float> weeklyOf(std::size_t row) const
    {
        return std::span(weekly).subspan(row * weeks, weeks);
    }
};

IntentScores scoreIntent(const IntentColumns &intent, std::size_t accounts, const IntentRules &rules,
                         Day asOf);

// One line of the receipt: a topic with its newest score, or a source of counted events.
struct IntentItem {
    std::uint32_t topic = 0;  // code in IntentColumns::topics; 0 for counted events
    std::uint16_t source = 0; // code in IntentColumns::sources
    Day day = unknownDay;     // of the newest score; of the newest event
    double score = 0;
    double eventPoints = 0; // P, for counted events
    bool inMean = false;
    bool hot = false;
};

struct IntentReceipt {
    std::vector<IntentItem> items; // highest score first, ties by topic code
    double score = 0;
    SurgeState surge = SurgeState::none;
    double surgeValue = 0;
    double baselineMean = 0;
    double baselineDeviation = 0; // s, before the floor
    double surgeLine = 0;
    Day firstSignal = unknownDay; // of the topics that count for the surge
    bool recent = false;
};

// The account's arithmetic, and v_0 .. v_(weeks-1) for its chart, weeks counted back from the anchor.
IntentReceipt intentReceipt(const IntentColumns &intent, const IntentRules &rules, const IntentFeed &feed,
                            Day asOf, std::size_t account);
std::vector<double> intentWeeks(const IntentColumns &intent, const IntentRules &rules, const IntentFeed &feed,
                                Day asOf, std::size_t account, std::size_t weeks);

} // namespace dimsum
