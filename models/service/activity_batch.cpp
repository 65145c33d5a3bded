#include "service/activity_batch.h"

#include "exchange/text_key.h"

namespace dimsum {

namespace {

constexpr std::size_t peopleLookedThrough = 16; // of a stretch; a person beyond them gets a second entry

} // namespace

// Texts by code from 1 on, in the order of appearance. Files repeat themselves from row to row.
class RepeatingCodes
{
public:
    TextCodes::Coded code(std::string_view text)
    {
        if (text == m_last && m_lastCode != 0)
            return {m_lastCode, false};
        const auto [code, added] = m_codes.intern(text);
        m_last.assign(text);
        m_lastCode = code + 1;
        return {m_lastCode, added};
    }

private:
    TextCodes m_codes;
    std::string m_last;
    std::uint32_t m_lastCode = 0;
};

// What the batches of one file share, in the reading thread.
class ActivityReading
{
public:
    explicit ActivityReading(RowReader &rows) : reader(rows) {}

    using Cells = std::array<const GivenCell *, activityWords>;
    using Spellings = std::array<std::uint32_t, activityWords>;
    using Fresh = std::array<std::vector<NewSpelling>, activityWords>;

    // `pattern`: of the record. Every column of words belongs to it (importing_service.cpp), so that a pattern which was
    // looked up says all five.
    bool known(std::uint32_t pattern) const { return pattern != 0 && pattern <= m_ofPattern.size() && m_ofPattern[pattern - 1].number != 0; }
    void knownWords(std::uint32_t pattern, ReadActivity &activity) const
    {
        activity.spellings = m_ofPattern[pattern - 1].spellings;
        activity.combination = m_ofPattern[pattern - 1].number;
    }
    void words(const Cells &cells, std::uint32_t pattern, ReadActivity &activity, Fresh &fresh)
    {
        for (std::size_t word = 0; word < activityWords; ++word)
            activity.spellings[word] = spelling(word, cells[word]->text, fresh[word]);
        if (pattern == 0)
            return;
        if (pattern > m_ofPattern.size())
            m_ofPattern.resize(pattern);
        activity.combination = ++m_combinations;
        m_ofPattern[pattern - 1] = {activity.spellings, activity.combination};
    }

    void id(std::string_view text, ReadActivity &activity, std::vector<std::string> &fresh)
    {
        if (text.empty())
            return;
        // Two spellings of one Salesforce id are one id.
        constexpr std::size_t longSalesforceId = 18;
        const PackedId id = text.size() == longSalesforceId ? packedId(m_scratch = externalIdKey(text)) : packedId(text);
        const auto [code, added] = m_idPrefixes.code(id.text);
        if (added)
            fresh.emplace_back(id.text);
        activity.idPrefix = code;
        activity.idNumber = id.number;
    }

    RowReader &reader;
    ActivityRow row;
    std::array<bool, activityWords> wordsGiven{};

private:
    std::uint32_t spelling(std::size_t word, std::string_view text, std::vector<NewSpelling> &fresh)
    {
        if (text.empty())
            return 0;
        const auto [code, added] = m_spellings[word].code(text);
        if (added) {
            NewSpelling spelled{std::string(text), 0, {}};
            const std::string key = word == TypeWord ? typeKey(text) : textKey(text);
            if (!key.empty()) {
                const auto [keyCode, isNew] = m_keys[word].intern(key);
                spelled.key = keyCode + 1;
                if (isNew)
                    spelled.newKey = key;
            }
            fresh.push_back(std::move(spelled));
        }
        return code;
    }

    struct Combination {
        Spellings spellings{};
        std::uint32_t number = 0;
    };
    std::vector<Combination> m_ofPattern;
    std::uint32_t m_combinations = 0;
    std::array<RepeatingCodes, activityWords> m_spellings;
    std::array<TextCodes, activityWords> m_keys;
    RepeatingCodes m_idPrefixes;
    std::string m_scratch;
};

void ActivityBatch::clear()
{
    m_rows.clear();
    m_problems.clear();
    m_accounts.clear();
    m_peopleCount = m_peopleOfStretch = 0;
    for (auto &spellings : m_newSpellings)
        spellings.clear();
    m_newIdPrefixes.clear();
}

void ActivityBatch::add(const CsvRecord &record)
{
    ActivityRow &given = m_reading->row;
    ReadActivity &row = m_rows.emplace_back();
    row.line = record.line;
    const bool known = m_reading->known(record.pattern);
    if (std::optional<RowProblem> problem = known ? m_reading->reader.readBesideWords(record, given) : m_reading->reader.read(record, given)) {
        m_problems.push_back(std::move(*problem));
        row.problem = static_cast<std::uint32_t>(m_problems.size());
        return;
    }
    if (m_accounts.empty() || m_accounts.back() != given.account) {
        m_accounts.push_back(given.account);
        m_peopleOfStretch = m_peopleCount;
    }
    row.stretch = static_cast<std::uint32_t>(m_accounts.size() - 1);
    row.instant = given.at.dateOnly ? std::int64_t{given.at.day.number} * millisecondsPerDay : given.at.instant;
    row.dated = given.at.dateOnly;
    if (known) {
        m_reading->knownWords(record.pattern, row);
    } else {
        const ActivityReading::Cells cells{&given.type, &given.asset, &given.campaign, &given.productArea, &given.channel};
        m_reading->words(cells, record.pattern, row, m_newSpellings);
        for (std::size_t word = 0; word < activityWords; ++word)
            m_reading->wordsGiven[word] = cells[word]->given;
    }
    m_wordsGiven = m_reading->wordsGiven;
    m_personGiven = given.contact.given;
    if (!given.contact.empty())
        row.person = personOf(given.contact.text);
    m_reading->id(given.id.text, row, m_newIdPrefixes);
}

std::uint32_t ActivityBatch::personOf(std::string_view text)
{
    std::size_t at = m_peopleCount;
    for (std::size_t looked = 0; at > m_peopleOfStretch && looked < peopleLookedThrough; ++looked, --at)
        if (m_people[at - 1].spelled == text)
            return static_cast<std::uint32_t>(at);
    if (m_peopleCount == m_people.size())
        m_people.emplace_back();
    Person &person = m_people[m_peopleCount++];
    person.spelled = text;
    person.stretch = static_cast<std::uint32_t>(m_accounts.size() - 1);
    person.code = 0;
    if (text.find('@') == std::string_view::npos)
        person.key = externalIdKey(text);
    else
        textKeyInto(text, person.key);
    return static_cast<std::uint32_t>(m_peopleCount);
}

std::shared_ptr<ActivityReading> makeActivityReading(RowReader &reader)
{
    return std::make_shared<ActivityReading>(reader);
}

std::unique_ptr<BatchWork> makeActivityBatch(std::shared_ptr<ActivityReading> reading)
{
    return std::make_unique<ActivityBatch>(std::move(reading));
}

void ColumnWords::learn(const ActivityBatch &batch, std::size_t word)
{
    m_given = m_given || batch.wordGiven(word);
    for (const NewSpelling &spelling : batch.newSpellings(word)) {
        m_spellings.push_back({spelling.text, spelling.key});
        if (!spelling.newKey.empty())
            m_keys.push_back({spelling.newKey, {}, 0});
    }
}

Result<std::int64_t> ColumnWords::term(ImportSession &session, std::uint32_t key)
{
    if (key == 0)
        return 0;
    Key &known = m_keys[key - 1];
    if (known.term == 0) {
        const Result<TermId> id = session.term(m_kind, GivenText{known.label, known.key, true});
        if (!id)
            return id.error();
        known.term = id->value;
    }
    return known.term;
}

Result<std::int64_t> ColumnWords::knownTerm(ImportSession &session, std::uint32_t key) const
{
    if (key == 0 || m_keys[key - 1].term != 0)
        return key == 0 ? 0 : m_keys[key - 1].term;
    const Result<TermId> id = session.knownTerm(m_kind, m_keys[key - 1].key);
    if (!id)
        return id.error();
    return id->value;
}

GivenText ColumnWords::textOf(std::uint32_t key) const
{
    return key == 0 ? GivenText{{}, {}, m_given} : GivenText{m_keys[key - 1].label, m_keys[key - 1].key, m_given};
}

ActivityColumnWords activityColumnWords()
{
    return {ColumnWords(TermKind::activityType), ColumnWords(TermKind::asset), ColumnWords(TermKind::campaign), ColumnWords(TermKind::area),
            ColumnWords(TermKind::channel)};
}

} // namespace dimsum
