#include "exchange/policy_document.h"

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/period_json.h"
#include "exchange/text_key.h"

#include <array>
#include <cmath>
#include <set>

namespace dimsum
{

namespace
{

constexpr NumberRange scoreRange{0, 100};
constexpr NumberRange pointRange{0, 1e6};
constexpr NumberRange positiveRange{0, 1e6, true};
constexpr WholeRange dayRange{1, 3'650};
constexpr WholeRange baselineRange{2, 260}; // a standard deviation needs two weeks
constexpr std::array measures{Measure::fit, Measure::fitMax, Measure::acv, Measure::intentScore,
                              Measure::engagementScore};
constexpr std::array flags{Flag::recentIntent, Flag::recentEngagement, Flag::intentSurge,
                           Flag::engagementSurge, Flag::highIntensity};

std::string keyOf(const MeasureTest &test)
{
    return std::string(measureName(test.measure)) + (test.below ? "_below" : "");
}

// The entry of a list that has this name, added where there is none: given entries are merged into the
// defaults.
template <class Entry> Entry &entryNamed(std::vector<Entry> &entries, const std::string &name)
{
    for (Entry &entry : entries)
        if (entry.name == name)
            return entry;
    entries.push_back({name, {}});
    return entries.back();
}

template <class Entry>
Entry &entryKeyed(std::vector<Entry> &entries, const std::string &label, const std::string &key)
{
    for (Entry &entry : entries)
        if (entry.key == key)
            return entry;
    Entry entry;
    entry.label = label;
    entry.key = key;
    entries.push_back(std::move(entry));
    return entries.back();
}

template <class Entry> bool hasName(const std::vector<Entry> &entries, const std::string &name)
{
    return std::any_of(entries.begin(), entries.end(), [&](const Entry &e) { return e.name == name; });
}

class PolicyReader
{
public:
    PolicyReader(const Currency &currency, PolicyDocument &document)
        : m_currency(currency), m_document(document), m_policy(document.policy)
    {
    }

    void read(const JsonNode &top)
    {
        JsonKeys keys(top);
        if (const auto version = keys.find("version"))
            m_document.version = version->whole({});
        // Thresholds come before the rules that name them. They are merged, so the default rules keep theirs.
        if (const auto node = keys.find("thresholds"))
            readThresholds(*node);
        if (const auto node = keys.find("rules"))
            readRules(*node);
        if (const auto node = keys.find("exclude"))
            readExclude(*node);
        if (const auto node = keys.find("capacity"))
            readCapacity(*node);
        if (const auto node = keys.find("priority"))
            readPriority(*node);
        if (const auto node = keys.find("points"))
            readPoints(*node, m_policy.engagement.points);
        keys.read("unknown_points", m_policy.engagement.unknownPoints, pointRange);
        if (const auto node = keys.find("intent"))
            readIntent(*node);
        if (const auto node = keys.find("engagement"))
            readEngagement(*node);
        keys.read("counting_points", m_policy.engagement.countingPoints, pointRange);
        if (const auto node = keys.find("intensity"))
            readIntensity(*node);
        if (const auto node = keys.find("best_customer"))
            readBestCustomer(*node);
        if (const auto node = keys.find("attribution"))
            readAttribution(*node);
        keys.finish();
    }

private:
    void readThresholds(const JsonNode &node)
    {
        JsonKeys keys(node);
        if (const auto fit = keys.find("fit"))
            for (const auto &[name, value] : JsonKeys(*fit).rest()) {
                checkThresholdName(name, value);
                entryNamed(m_policy.thresholds.fit, name).value = value.number(scoreRange);
            }
        if (const auto acv = keys.find("acv"))
            for (const auto &[name, value] : JsonKeys(*acv).rest()) {
                checkThresholdName(name, value);
                entryNamed(m_policy.thresholds.acv, name).value = value.money(m_currency);
            }
        keys.finish();
    }

    // A rule may give a number in place of a name, so a name must not look like one.
    void checkThresholdName(const std::string &name, const JsonNode &value)
    {
        if (name.empty() || !parseMoney(name, m_currency).problem)
            value.refuse(DIMSUM_TEXT("\"%1\" is no name for a threshold."), {name});
    }

    void readRules(const JsonNode &node)
    {
        std::set<std::string> names;
        m_policy.rules.clear();
        for (const JsonNode &item : node.items()) {
            TierRule rule;
            JsonKeys keys(item);
            const JsonNode name = keys.require("name");
            rule.name = name.requiredText();
            if (!names.insert(rule.name).second)
                name.refuse(DIMSUM_TEXT("Two rules are called \"%1\"."), {rule.name});
            rule.tier = static_cast<Tier>(keys.require("tier").whole({1, 3}));
            readTests(keys.require("when"), rule);
            keys.finish();
            m_policy.rules.push_back(std::move(rule));
        }
    }

    void readTests(const JsonNode &node, TierRule &rule)
    {
        JsonKeys keys(node);
        for (const Measure measure : measures) {
            for (const bool below : {false, true}) {
                MeasureTest test;
                test.measure = measure;
                test.below = below;
                if (const auto value = keys.find(keyOf(test))) {
                    readLimit(*value, test);
                    rule.measures.push_back(test);
                }
            }
        }
        for (const Flag flag : flags)
            if (const auto value = keys.find(flagName(flag)))
                rule.flags.push_back({flag, value->boolean()});
        keys.finish();
    }

    void readLimit(const JsonNode &value, MeasureTest &test)
    {
        const std::string name = value.isText() ? value.text() : std::string();
        const bool fit = test.measure == Measure::fit || test.measure == Measure::fitMax;
        const bool acv = test.measure == Measure::acv;
        if ((fit && hasName(m_policy.thresholds.fit, name)) ||
            (acv && hasName(m_policy.thresholds.acv, name)))
            test.threshold = name;
        else if (value.isText() && (!acv || parseMoney(name, m_currency).problem == MoneyProblem::notANumber))
            value.refuse(DIMSUM_TEXT("There is no threshold \"%1\" for %2."),
                         {name, std::string(measureName(test.measure))});
        else if (acv)
            test.amount = value.money(m_currency);
        else
            test.number = value.number(scoreRange);
    }

    void readExclude(const JsonNode &node)
    {
        m_policy.excludeCustomers = false;
        m_policy.excludeOpenDeals = false;
        for (const JsonNode &item : node.items()) {
            const std::string word = item.text();
            bool *excluded = word == "customers"    ? &m_policy.excludeCustomers
                             : word == "open_deals" ? &m_policy.excludeOpenDeals
                                                    : nullptr;
            if (excluded == nullptr)
                item.refuse(DIMSUM_TEXT("\"%1\" cannot be excluded; what can is customers and open_deals."),
                            {word});
            else if (*excluded)
                item.refuse(DIMSUM_TEXT("\"%1\" is given twice."), {word});
            else
                *excluded = true;
        }
    }

    void readCapacity(const JsonNode &node)
    {
        JsonKeys keys(node);
        for (const Tier tier : {Tier::one, Tier::two, Tier::three}) {
            const auto value = keys.find(tierCode(tier));
            if (!value)
                continue;
            auto &capacity = m_policy.capacity[tierIndex(tier)];
            capacity = value->isNull() ? std::nullopt : std::optional(value->whole({}));
        }
        keys.finish();
    }

    void readPriority(const JsonNode &node)
    {
        constexpr NumberRange weightRange{0, 1};
        PriorityWeights &weights = m_policy.priority;
        JsonKeys keys(node);
        keys.read("fit", weights.fit, weightRange);
        keys.read("intent", weights.intent, weightRange);
        keys.read("engagement", weights.engagement, weightRange);
        keys.read("acv_rank", weights.acvRank, weightRange);
        keys.finish();
        if (std::fabs(weights.fit + weights.intent + weights.engagement + weights.acvRank - 1) > 1e-9)
            node.refuse(DIMSUM_TEXT("The four weights of the priority must add up to 1."));
    }

    template <class Entry> void readPoints(const JsonNode &node, std::vector<Entry> &points)
    {
        std::set<std::string> given;
        for (const auto &[label, value] : JsonKeys(node).rest()) {
            const std::string key = typeKey(label);
            if (key.empty() || !given.insert(key).second)
                value.refuse(DIMSUM_TEXT("\"%1\" is empty or the same type as another key here."), {label});
            entryKeyed(points, label, key).points = value.number(pointRange);
        }
    }

    void readSources(const JsonNode &node)
    {
        std::set<std::string> given;
        for (const auto &[label, value] : JsonKeys(node).rest()) {
            const std::string key = textKey(label);
            if (key.empty() || !given.insert(key).second)
                value.refuse(DIMSUM_TEXT("\"%1\" is empty or the same source as another key here."), {label});
            SourceRule &source = entryKeyed(m_policy.intent.sources, label, key);
            if (!value.isObject()) {
                source.kind = readKind(value);
                source.compliant = false;
                continue;
            }
            JsonKeys keys(value);
            source.kind = readKind(keys.require("kind"));
            source.compliant = false;
            keys.read("compliant", source.compliant);
            keys.finish();
        }
    }

    SourceKind readKind(const JsonNode &node)
    {
        const std::string word = node.text();
        const std::optional<SourceKind> kind = sourceKindOf(word);
        if (!kind)
            node.refuse(DIMSUM_TEXT("\"%1\" is no kind of source; it is co-op, review, bidstream or other."),
                        {word});
        return kind.value_or(SourceKind::other);
    }

    void readTopics(const JsonNode &node)
    {
        m_policy.intent.followedTopics.reset();
        if (node.isNull())
            return;
        std::vector<FollowedTopic> topics;
        std::set<std::string> given;
        for (const JsonNode &item : node.items()) {
            const std::string label = item.requiredText();
            if (!given.insert(textKey(label)).second)
                item.refuse(DIMSUM_TEXT("\"%1\" is given twice."), {label});
            topics.push_back({label, textKey(label)});
        }
        m_policy.intent.followedTopics = std::move(topics);
    }

    void readIntent(const JsonNode &node)
    {
        IntentRules &intent = m_policy.intent;
        JsonKeys keys(node);
        keys.read("window_days", intent.windowDays, dayRange);
        keys.read("top", intent.top, {1, 1'000});
        keys.read("recent_score", intent.recentScore, scoreRange);
        if (const auto topics = keys.find("followed_topics"))
            readTopics(*topics);
        keys.read("bidstream", intent.bidstream);
        if (const auto sources = keys.find("sources"))
            readSources(*sources);
        if (const auto points = keys.find("event_points"))
            readPoints(*points, intent.eventPoints);
        keys.read("event_half_life_days", intent.eventHalfLifeDays, positiveRange);
        keys.read("event_scale", intent.eventScale, positiveRange);
        keys.read("event_min", intent.eventMin, scoreRange);
        keys.read("stale_days", intent.staleDays, {0, 3'650});
        if (const auto surge = keys.find("surge")) {
            JsonKeys inner(*surge);
            inner.read("weeks", intent.surge.weeks, baselineRange);
            inner.read("sd", intent.surge.sd, pointRange);
            inner.read("sd_floor", intent.surge.sdFloor, pointRange);
            inner.read("min_score", intent.surge.minScore, scoreRange);
            inner.read("min_history_weeks", intent.surge.minHistoryWeeks, {0, intent.surge.weeks});
            inner.finish();
        }
        keys.finish();
    }

    void readEngagement(const JsonNode &node)
    {
        EngagementRules &engagement = m_policy.engagement;
        JsonKeys keys(node);
        keys.read("window_days", engagement.windowDays, dayRange);
        keys.read("half_life_days", engagement.halfLifeDays, positiveRange);
        keys.read("scale", engagement.scale, positiveRange);
        keys.read("day_person_cap", engagement.dayPersonCap, positiveRange);
        keys.read("recent_days", engagement.recentDays, dayRange);
        keys.read("recent_points", engagement.recentPoints, pointRange);
        if (const auto surge = keys.find("surge")) {
            JsonKeys inner(*surge);
            inner.read("weeks", engagement.surge.weeks, baselineRange);
            inner.read("sd", engagement.surge.sd, pointRange);
            inner.read("sd_floor", engagement.surge.sdFloor, pointRange);
            inner.read("min_points", engagement.surge.minPoints, pointRange);
            inner.finish();
        }
        keys.finish();
    }

    void readIntensity(const JsonNode &node)
    {
        JsonKeys keys(node);
        keys.read("n", m_policy.intensity.n, {1, 1'000});
        keys.read("p", m_policy.intensity.p, {1, 1'000});
        keys.read("q", m_policy.intensity.q, {1, 1'000});
        if (const auto window = keys.find("window_days")) {
            const std::int64_t days = window->whole({1, 3'650});
            if (days != 30 && days != 60 && days != 90 && days != 120)
                window->refuse(DIMSUM_TEXT("The window is 30, 60, 90 or 120 days."));
            m_policy.intensity.windowDays = static_cast<int>(days);
        }
        keys.finish();
    }

    void readBestCustomer(const JsonNode &node)
    {
        JsonKeys keys(node);
        keys.read("won", m_policy.bestCustomer.won, {1, 1'000});
        keys.read("days_apart", m_policy.bestCustomer.daysApart, {0, 36'500});
        keys.finish();
    }

    void readAttribution(const JsonNode &node)
    {
        JsonKeys keys(node);
        keys.read("lookback_days", m_policy.attribution.lookbackDays, dayRange);
        keys.read("half_life_days", m_policy.attribution.halfLifeDays, positiveRange);
        if (const auto chosen = keys.find("chosen")) {
            const std::string word = chosen->text();
            const std::optional<CreditModel> model = creditModelOf(word);
            if (!model)
                chosen->refuse(DIMSUM_TEXT("\"%1\" is no attribution model."), {word});
            m_policy.attribution.chosen = model.value_or(CreditModel::wShape);
        }
        keys.finish();
    }

    const Currency &m_currency;
    PolicyDocument &m_document;
    TierPolicy &m_policy;
};

class PolicyPrinter
{
public:
    PolicyPrinter(const TierPolicy &policy, const Currency &currency) : m_policy(policy), m_currency(currency)
    {
    }

    QByteArray print(std::optional<std::int64_t> version)
    {
        m_writer.beginObject();
        if (version)
            m_writer.key("version").number(*version);
        addThresholds();
        m_writer.key("rules").beginArray();
        for (const TierRule &rule : m_policy.rules)
            add(rule);
        m_writer.endArray();
        addExclude();
        addCapacity();
        addPriority();
        m_writer.key("points");
        addPoints(m_policy.engagement.points);
        number("unknown_points", m_policy.engagement.unknownPoints);
        addIntent();
        addEngagement();
        number("counting_points", m_policy.engagement.countingPoints);
        addSmallOnes();
        m_writer.endObject();
        return m_writer.document();
    }

private:
    void number(const char *key, double value) { m_writer.key(key).number(value); }
    void whole(const char *key, int value) { m_writer.key(key).number(std::int64_t{value}); }
    void beginLine(const char *key) { m_writer.key(key).beginObject(JsonWriter::Layout::oneLine); }

    void addThresholds()
    {
        m_writer.key("thresholds").beginObject();
        beginLine("fit");
        for (const ScoreThreshold &threshold : m_policy.thresholds.fit)
            m_writer.key(threshold.name).number(threshold.value);
        m_writer.endObject();
        beginLine("acv");
        for (const MoneyThreshold &threshold : m_policy.thresholds.acv)
            m_writer.key(threshold.name).text(shortMoneyText(threshold.value, m_currency));
        m_writer.endObject();
        m_writer.endObject();
    }

    void add(const TierRule &rule)
    {
        m_writer.beginObject(JsonWriter::Layout::oneLine);
        m_writer.key("name").text(rule.name);
        m_writer.key("tier").number(static_cast<std::int64_t>(rule.tier));
        m_writer.key("when").beginObject();
        for (const MeasureTest &test : rule.measures) {
            m_writer.key(keyOf(test));
            if (!test.threshold.empty())
                m_writer.text(test.threshold);
            else if (test.measure == Measure::acv)
                m_writer.text(shortMoneyText(test.amount, m_currency));
            else
                m_writer.number(test.number);
        }
        for (const FlagTest &test : rule.flags)
            m_writer.key(flagName(test.flag)).boolean(test.expected);
        m_writer.endObject();
        m_writer.endObject();
    }

    void addExclude()
    {
        m_writer.key("exclude").beginArray(JsonWriter::Layout::oneLine);
        if (m_policy.excludeCustomers)
            m_writer.text(std::string_view("customers"));
        if (m_policy.excludeOpenDeals)
            m_writer.text(std::string_view("open_deals"));
        m_writer.endArray();
    }

    void addCapacity()
    {
        beginLine("capacity");
        for (const Tier tier : {Tier::one, Tier::two, Tier::three}) {
            m_writer.key(tierCode(tier));
            if (const auto places = m_policy.capacity[tierIndex(tier)])
                m_writer.number(*places);
            else
                m_writer.null();
        }
        m_writer.endObject();
    }

    void addPriority()
    {
        beginLine("priority");
        number("fit", m_policy.priority.fit);
        number("intent", m_policy.priority.intent);
        number("engagement", m_policy.priority.engagement);
        number("acv_rank", m_policy.priority.acvRank);
        m_writer.endObject();
    }

    template <class Entry> void addPoints(const std::vector<Entry> &points)
    {
        m_writer.beginObject(JsonWriter::Layout::oneLine);
        for (const Entry &entry : points)
            m_writer.key(entry.label).number(entry.points);
        m_writer.endObject();
    }

    void addSources()
    {
        beginLine("sources");
        for (const SourceRule &source : m_policy.intent.sources) {
            m_writer.key(source.label);
            if (!source.compliant) {
                m_writer.text(sourceKindName(source.kind));
                continue;
            }
            m_writer.beginObject();
            m_writer.key("kind").text(sourceKindName(source.kind));
            m_writer.key("compliant").boolean(true);
            m_writer.endObject();
        }
        m_writer.endObject();
    }

    void addTopics()
    {
        m_writer.key("followed_topics");
        if (!m_policy.intent.followedTopics) {
            m_writer.null();
            return;
        }
        std::vector<std::string> labels;
        for (const FollowedTopic &topic : *m_policy.intent.followedTopics)
            labels.push_back(topic.label);
        writeTexts(m_writer, labels);
    }

    void addIntent()
    {
        const IntentRules &intent = m_policy.intent;
        m_writer.key("intent").beginObject();
        whole("window_days", intent.windowDays);
        whole("top", intent.top);
        number("recent_score", intent.recentScore);
        addTopics();
        m_writer.key("bidstream").boolean(intent.bidstream);
        addSources();
        m_writer.key("event_points");
        addPoints(intent.eventPoints);
        number("event_half_life_days", intent.eventHalfLifeDays);
        number("event_scale", intent.eventScale);
        number("event_min", intent.eventMin);
        whole("stale_days", intent.staleDays);
        beginLine("surge");
        whole("weeks", intent.surge.weeks);
        number("sd", intent.surge.sd);
        number("sd_floor", intent.surge.sdFloor);
        number("min_score", intent.surge.minScore);
        whole("min_history_weeks", intent.surge.minHistoryWeeks);
        m_writer.endObject();
        m_writer.endObject();
    }

    void addEngagement()
    {
        const EngagementRules &engagement = m_policy.engagement;
        m_writer.key("engagement").beginObject();
        whole("window_days", engagement.windowDays);
        number("half_life_days", engagement.halfLifeDays);
        number("scale", engagement.scale);
        number("day_person_cap", engagement.dayPersonCap);
        whole("recent_days", engagement.recentDays);
        number("recent_points", engagement.recentPoints);
        beginLine("surge");
        whole("weeks", engagement.surge.weeks);
        number("sd", engagement.surge.sd);
        number("sd_floor", engagement.surge.sdFloor);
        number("min_points", engagement.surge.minPoints);
        m_writer.endObject();
        m_writer.endObject();
    }

    void addSmallOnes()
    {
        beginLine("intensity");
        whole("n", m_policy.intensity.n);
        whole("p", m_policy.intensity.p);
        whole("q", m_policy.intensity.q);
        whole("window_days", m_policy.intensity.windowDays);
        m_writer.endObject();
        beginLine("best_customer");
        whole("won", m_policy.bestCustomer.won);
        whole("days_apart", m_policy.bestCustomer.daysApart);
        m_writer.endObject();
        beginLine("attribution");
        whole("lookback_days", m_policy.attribution.lookbackDays);
        number("half_life_days", m_policy.attribution.halfLifeDays);
        m_writer.key("chosen").text(creditModelName(m_policy.attribution.chosen));
        m_writer.endObject();
    }

    const TierPolicy &m_policy;
    const Currency &m_currency;
    JsonWriter m_writer;
};

} // namespace

Result<PolicyDocument> parsePolicy(const QByteArray &bytes, const Currency &currency)
{
    PolicyDocument document{defaultPolicy(currency), std::nullopt};
    const Outcome read =
        readJson(bytes, [&](const JsonNode &top) { PolicyReader(currency, document).read(top); });
    if (!read)
        return read.error();
    return document;
}

QByteArray printPolicy(const TierPolicy &policy, const Currency &currency,
                       std::optional<std::int64_t> version)
{
    return PolicyPrinter(policy, currency).print(version);
}

} // namespace dimsum
