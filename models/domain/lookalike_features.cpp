#include "domain/lookalike_features.h"

#include "domain/deals.h"
#include "domain/statistics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace dimsum
{

namespace
{

constexpr std::size_t mostTexts = 60;      // values of a text field with a code of their own
constexpr std::size_t mostTags = 40;       // technologies, and topics
constexpr std::size_t fewNumbers = 10;     // so many different numbers are values, more become bins
constexpr double hotTopicSlack = 1e-9;

// A field while it is made: one code per account.
struct FieldDraft {
    LookalikeField field;
    std::vector<std::uint8_t> codes;
};

std::string shortNumber(double number)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 6).ptr;
    return {text.data(), end};
}

class FeatureBuilder
{
public:
    explicit FeatureBuilder(std::size_t accounts) : m_accounts(accounts) {}

    void addText(const std::string &name, const FieldColumn &column)
    {
        if (isNumeric(column))
            return addNumbers(name, numbersOf(column));
        std::vector<std::int64_t> counts(column.values.size());
        for (const std::uint32_t code : column.codes)
            ++counts[code];
        std::vector<std::uint32_t> order;
        for (std::uint32_t code = 1; code < counts.size(); ++code) {
            if (counts[code] > 0)
                order.push_back(code);
        }
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(-counts[a], std::string_view(column.values.at(a).key))
                   < std::tuple(-counts[b], std::string_view(column.values.at(b).key));
        });
        FieldDraft draft{.field = {.name = name, .values = {"unknown"}}, .codes = {}};
        std::vector<std::uint8_t> codeOf(counts.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i < mostTexts)
                draft.field.values.push_back(column.values.at(order[i]).label);
            else if (i == mostTexts)
                draft.field.values.push_back("other");
            codeOf[order[i]] = static_cast<std::uint8_t>(std::min(i, mostTexts) + 1);
        }
        draft.codes.resize(m_accounts);
        for (std::size_t row = 0; row < m_accounts; ++row)
            draft.codes[row] = codeOf[column.codes[row]];
        keep(std::move(draft));
    }

    void addMoney(const std::string &name, const MoneyColumn &column)
    {
        std::vector<std::optional<double>> numbers(m_accounts);
        for (std::size_t row = 0; row < m_accounts; ++row) {
            if (column[row].known())
                numbers[row] = static_cast<double>(column[row].minor) / 100;
        }
        addNumbers(name, numbers);
    }

    void addNumbers(const std::string &name, const std::vector<std::optional<double>> &numbers)
    {
        std::vector<double> known;
        for (const auto &number : numbers) {
            if (number)
                known.push_back(*number);
        }
        std::sort(known.begin(), known.end());
        if (known.empty())
            return;
        std::vector<double> distinct;
        for (const double value : known) {
            if ((distinct.empty() || distinct.back() != value) && distinct.size() <= fewNumbers)
                distinct.push_back(value);
        }
        FieldDraft draft{.field = {.name = name, .values = {"unknown"}, .ordered = true}, .codes = {}};
        std::vector<double> upper; // of all values but the last
        if (distinct.size() <= fewNumbers) {
            for (const double value : distinct)
                draft.field.values.push_back(shortNumber(value));
            upper.assign(distinct.begin(), distinct.end() - 1);
        } else {
            for (int tenth = 1; tenth < 10; ++tenth) {
                const double edge = quantile(known, tenth / 10.0);
                if (edge > known.front() - 1 && (upper.empty() || edge > upper.back()) && edge < known.back())
                    upper.push_back(edge);
            }
            for (std::size_t bin = 0; bin <= upper.size(); ++bin) {
                const double from = bin == 0 ? known.front() : upper[bin - 1];
                const double to = bin == upper.size() ? known.back() : upper[bin];
                draft.field.values.push_back((bin == 0 ? "" : "over ") + shortNumber(from) + " to " + shortNumber(to));
            }
        }
        draft.codes.resize(m_accounts);
        for (std::size_t row = 0; row < m_accounts; ++row) {
            if (numbers[row]) {
                const auto bin = std::lower_bound(upper.begin(), upper.end(), *numbers[row]) - upper.begin();
                draft.codes[row] = static_cast<std::uint8_t>(bin + 1);
            }
        }
        keep(std::move(draft));
    }

    void addTags(const std::string &name, const FieldColumn &column)
    {
        std::unordered_map<std::string, std::int64_t> counts;
        std::vector<std::int64_t> rows(column.values.size());
        for (const std::uint32_t code : column.codes)
            ++rows[code];
        for (std::uint32_t code = 1; code < rows.size(); ++code) {
            const std::set<std::string> parts(column.values.at(code).parts.begin(), column.values.at(code).parts.end());
            for (const std::string &part : parts)
                counts[part] += rows[code];
        }
        for (const std::string &tag : mostFrequent(counts)) {
            std::vector<std::uint8_t> codeOf(column.values.size(), 1);
            codeOf[0] = 0;
            for (std::uint32_t code = 1; code < codeOf.size(); ++code) {
                const auto &parts = column.values.at(code).parts;
                if (std::find(parts.begin(), parts.end(), tag) != parts.end())
                    codeOf[code] = 2;
            }
            FieldDraft draft{.field = {.name = name + ": " + tag, .values = {"unknown", "no", "yes"}}, .codes = {}};
            draft.codes.resize(m_accounts);
            for (std::size_t row = 0; row < m_accounts; ++row)
                draft.codes[row] = codeOf[column.codes[row]];
            keep(std::move(draft));
        }
    }

    void addTopics(const IntentColumns &intent, const IntentRules &rules, Day asOf)
    {
        // Newest score of every (account, topic) in the window: rows are by account, then day.
        std::vector<std::uint8_t> counted(intent.sources.size());
        for (std::uint32_t code = 0; code < counted.size(); ++code)
            counted[code] = sourceCounts(rules, intent.sources.at(code).key) ? 1 : 0;
        std::unordered_map<std::string, std::int64_t> counts;
        const SignalColumns &signals = intent.signals;
        const auto used = [&](std::size_t row) {
            const int age = asOf - signals.day[row];
            return age >= 0 && age < rules.windowDays && counted[signals.source[row]] != 0;
        };
        for (std::size_t row = 0; row < signals.size(); ++row) {
            if (used(row))
                ++counts[intent.topics.at(signals.topic[row]).key];
        }
        std::unordered_map<std::uint32_t, std::size_t> draftOf; // by topic code
        std::vector<FieldDraft> drafts;
        for (const std::string &key : mostFrequent(counts)) {
            const auto code = intent.topics.find(key);
            draftOf[*code] = drafts.size();
            drafts.push_back({.field = {.name = "topic: " + intent.topics.at(*code).label, .values = {"no signal", "below hot", "hot"}, .ordered = true},
                              .codes = std::vector<std::uint8_t>(m_accounts)});
        }
        std::vector<std::pair<Day, float>> newest(drafts.size() * m_accounts, {unknownDay, 0.0F});
        for (std::size_t row = 0; row < signals.size(); ++row) {
            const auto draft = used(row) ? draftOf.find(signals.topic[row]) : draftOf.end();
            if (draft == draftOf.end())
                continue;
            auto &[day, score] = newest[draft->second * m_accounts + signals.account[row]];
            if (!day.known() || signals.day[row] > day || (signals.day[row] == day && signals.score[row] > score)) {
                day = signals.day[row];
                score = signals.score[row];
            }
        }
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            for (std::size_t row = 0; row < m_accounts; ++row) {
                const auto &[day, score] = newest[i * m_accounts + row];
                drafts[i].codes[row] = !day.known() ? 0 : score + hotTopicSlack >= rules.recentScore ? 2 : 1;
            }
            keep(std::move(drafts[i]));
        }
    }

    void addPurchases(const OpportunityColumns &deals, Day asOf)
    {
        FieldDraft draft{.field = {.name = "purchases", .values = {"none", "one", "two or more"}, .ordered = true},
                         .codes = std::vector<std::uint8_t>(m_accounts)};
        for (std::size_t deal = 0; deal < deals.size(); ++deal) {
            std::uint8_t &code = draft.codes[deals.account[deal]];
            if (code < 2 && dealExists(deals, deal, asOf) && dealWon(deals, deal, asOf))
                ++code;
        }
        keep(std::move(draft));
    }

    LookalikeFeatures finished()
    {
        LookalikeFeatures features;
        features.accounts = m_accounts;
        features.codes.resize(m_accounts * m_drafts.size());
        for (std::size_t field = 0; field < m_drafts.size(); ++field) {
            for (std::size_t row = 0; row < m_accounts; ++row)
                features.codes[row * m_drafts.size() + field] = m_drafts[field].codes[row];
            features.fields.push_back(std::move(m_drafts[field].field));
        }
        return features;
    }

private:
    static bool isNumeric(const FieldColumn &column)
    {
        std::int64_t known = 0, numbers = 0;
        for (const std::uint32_t code : column.codes) {
            known += code != 0 ? 1 : 0;
            numbers += code != 0 && column.values.at(code).number ? 1 : 0;
        }
        return known > 0 && numbers * 10 >= known * 9;
    }

    static std::vector<std::optional<double>> numbersOf(const FieldColumn &column)
    {
        std::vector<std::optional<double>> numbers;
        for (const std::uint32_t code : column.codes)
            numbers.push_back(code != 0 ? column.values.at(code).number : std::nullopt);
        return numbers;
    }

    static std::vector<std::string> mostFrequent(const std::unordered_map<std::string, std::int64_t> &counts)
    {
        std::vector<std::pair<std::int64_t, std::string>> order;
        for (const auto &[key, count] : counts)
            order.emplace_back(-count, key);
        std::sort(order.begin(), order.end());
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < order.size() && i < mostTags; ++i)
            keys.push_back(order[i].second);
        return keys;
    }

    void keep(FieldDraft draft)
    {
        const bool differs = std::any_of(draft.codes.begin(), draft.codes.end(),
                                         [first = draft.codes.empty() ? 0 : draft.codes.front()](auto code) { return code != first; });
        if (differs)
            m_drafts.push_back(std::move(draft));
    }

    std::size_t m_accounts;
    std::vector<FieldDraft> m_drafts;
};

} // namespace

LookalikeFeatures lookalikeFeatures(const AccountFrame &accounts, const IntentColumns &intent,
                                    const IntentRules &intentRules, const OpportunityColumns &deals, Day asOf)
{
    FeatureBuilder builder(accounts.size());
    builder.addText("industry", accounts.industry);
    builder.addText("country", accounts.country);
    builder.addText("region", accounts.region);
    builder.addText("employees", accounts.employees);
    builder.addText("customers", accounts.customers);
    builder.addMoney("annual_revenue", accounts.annualRevenue);
    builder.addText("maturity", accounts.maturity);
    builder.addMoney("budget", accounts.budget);
    builder.addText("funding", accounts.funding);
    builder.addMoney("acv", accounts.acv);
    for (const CustomColumn &column : accounts.custom)
        builder.addText(column.label, column.column);
    builder.addTags("technologies", accounts.technologies);
    builder.addTopics(intent, intentRules, asOf);
    builder.addPurchases(deals, asOf);
    return builder.finished();
}

std::vector<std::string> dropDefiningFields(LookalikeFeatures &features, std::span<const std::uint8_t> positive)
{
    const std::size_t count = features.fields.size();
    std::vector<std::array<std::int64_t, 256>> with(count), all(count);
    std::int64_t positives = 0;
    for (std::size_t row = 0; row < features.accounts; ++row) {
        positives += positive[row];
        const auto codes = features.of(row);
        for (std::size_t field = 0; field < count; ++field) {
            ++all[field][codes[field]];
            with[field][codes[field]] += positive[row];
        }
    }
    std::vector<std::string> dropped;
    std::vector<std::uint8_t> keep(count, 1);
    for (std::size_t field = 0; field < count; ++field) {
        // F1 of "has one of the values that most positives have" for "is positive".
        std::int64_t hits = 0, having = 0;
        for (std::size_t code = 0; code < features.fields[field].size(); ++code) {
            if (2 * with[field][code] > all[field][code]) {
                hits += with[field][code];
                having += all[field][code];
            }
        }
        if (hits > 0 && 2.0 * static_cast<double>(hits) >= 0.98 * static_cast<double>(having + positives))
            keep[field] = 0;
        if (keep[field] == 0)
            dropped.push_back(features.fields[field].name);
    }
    if (dropped.empty())
        return dropped;
    LookalikeFeatures kept;
    kept.accounts = features.accounts;
    for (std::size_t row = 0; row < features.accounts; ++row) {
        const auto codes = features.of(row);
        for (std::size_t field = 0; field < count; ++field) {
            if (keep[field] != 0)
                kept.codes.push_back(codes[field]);
        }
    }
    for (std::size_t field = 0; field < count; ++field) {
        if (keep[field] != 0)
            kept.fields.push_back(std::move(features.fields[field]));
    }
    features = std::move(kept);
    return dropped;
}

} // namespace dimsum
