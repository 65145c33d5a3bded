// Rows of activities on their way from the reading thread to the importer: words are codes there already, and a stretch
// of rows of one account names it and its people once. Nearly every cell of such a file says what another one said.
#pragma once

#include "domain/text_codes.h"
#include "exchange/import_rows.h"
#include "exchange/record_stream.h"
#include "service/import_session.h"
#include "store/activity_block.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

enum ActivityWord : std::size_t { TypeWord, AssetWord, CampaignWord, AreaWord, ChannelWord, activityWords };

// One row. Codes count up from 1 over the whole file, 0 = empty.
struct ReadActivity {
    std::int64_t instant = 0; // as PackedActivity
    std::int64_t idNumber = -1;
    std::array<std::uint32_t, activityWords> spellings{};
    std::uint32_t combination = 0; // of the spellings: where it is the same, so are they; 0 = not counted
    std::uint32_t idPrefix = 0;
    std::uint32_t stretch = 0; // in this batch: rows one after the other that name one account
    std::uint32_t person = 0;  // place in this batch + 1
    std::uint32_t problem = 0; // place in this batch + 1: the row is rejected, and the rest says nothing
    bool dated = false;
    std::int64_t line = 0; // of the file
};

// A spelling that was not there before. Spellings that fold alike share a key; 0: nothing is left of it.
struct NewSpelling {
    std::string text;
    std::uint32_t key = 0;
    std::string newKey; // where `key` is new, too
};

class ActivityReading;

class ActivityBatch : public BatchWork
{
public:
    explicit ActivityBatch(std::shared_ptr<ActivityReading> reading) : m_reading(std::move(reading)) {}

    struct Person {
        std::string_view spelled;
        std::string key; // folded address, or key of the CRM's id
        std::uint32_t stretch = 0;
        std::uint32_t code = 0; // the importer's; 0 = none yet
    };

    void clear() override;
    void add(const CsvRecord &record) override;

    const ReadActivity &row(std::size_t at) const { return m_rows[at]; }
    const RowProblem &problem(const ReadActivity &row) const { return m_problems[row.problem - 1]; }
    std::string_view account(const ReadActivity &row) const { return m_accounts[row.stretch]; }
    Person &person(const ReadActivity &row) { return m_people[row.person - 1]; }
    // All of the batch.
    std::span<const std::string_view> accounts() const { return m_accounts; } // by stretch
    std::span<Person> people() { return std::span(m_people).first(m_peopleCount); }

    // What first appears in this batch, in the order of the codes.
    const std::vector<NewSpelling> &newSpellings(std::size_t word) const { return m_newSpellings[word]; }
    const std::vector<std::string> &newIdPrefixes() const { return m_newIdPrefixes; }
    // Whether the file has the columns.
    bool wordGiven(std::size_t word) const { return m_wordsGiven[word]; }
    bool personGiven() const { return m_personGiven; }

private:
    std::uint32_t personOf(std::string_view text);

    std::shared_ptr<ActivityReading> m_reading;
    std::vector<ReadActivity> m_rows;
    std::vector<RowProblem> m_problems;
    std::vector<std::string_view> m_accounts; // by stretch
    std::vector<Person> m_people;             // the first m_peopleCount of them; they keep their memory
    std::size_t m_peopleCount = 0;
    std::size_t m_peopleOfStretch = 0; // the first of them
    std::array<std::vector<NewSpelling>, activityWords> m_newSpellings;
    std::vector<std::string> m_newIdPrefixes;
    std::array<bool, activityWords> m_wordsGiven{};
    bool m_personGiven = false;

    friend class ActivityReading;
};

// Makes the batches of one file; what they have in common lives as long as one of them.
std::unique_ptr<BatchWork> makeActivityBatch(std::shared_ptr<ActivityReading> reading);
std::shared_ptr<ActivityReading> makeActivityReading(RowReader &reader);

// What an importer has made of the combinations of words that it met (ReadActivity::combination).
class CombinationPlaces
{
public:
    // 0: nothing yet, or the rows of this combination are not counted.
    std::uint32_t find(std::uint32_t combination) const { return combination < m_places.size() ? m_places[combination] : 0; }
    void set(std::uint32_t combination, std::uint32_t place)
    {
        if (combination == 0)
            return;
        if (combination >= m_places.size())
            m_places.resize(combination + combination / 2 + 64, 0);
        m_places[combination] = place;
    }

private:
    std::vector<std::uint32_t> m_places; // by combination; that of 0 stays 0
};

// The words of one column on the side of the importer, by key.
class ColumnWords
{
public:
    explicit ColumnWords(TermKind kind) : m_kind(kind) {}

    // At the first row of every batch.
    void learn(const ActivityBatch &batch, std::size_t word);
    // The key of a spelling in a row that may be kept; the first such row gives the key its label.
    std::uint32_t key(std::uint32_t spelling)
    {
        if (spelling == 0)
            return 0;
        const Spelling &known = m_spellings[spelling - 1];
        if (known.key != 0 && m_keys[known.key - 1].label.empty())
            m_keys[known.key - 1].label = known.text;
        return known.key;
    }
    // The word's id in the workspace, put there only once a row that needs it is kept.
    Result<std::int64_t> term(ImportSession &session, std::uint32_t key);
    // The same without putting it there: 0 where the workspace does not know it.
    Result<std::int64_t> knownTerm(ImportSession &session, std::uint32_t key) const;
    GivenText textOf(std::uint32_t key) const;
    std::size_t size() const { return m_keys.size(); }

private:
    struct Spelling {
        std::string text;
        std::uint32_t key = 0;
    };
    struct Key {
        std::string key, label;
        std::int64_t term = 0; // 0 = not asked for yet
    };

    TermKind m_kind;
    bool m_given = false;
    std::vector<Spelling> m_spellings;
    std::vector<Key> m_keys;
};

using ActivityColumnWords = std::array<ColumnWords, activityWords>;
ActivityColumnWords activityColumnWords();

} // namespace dimsum
