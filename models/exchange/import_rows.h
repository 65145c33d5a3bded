// Typed rows of the eight kinds, made from a record by a mapping, validated by domain.md section 2 and cli.md. Keys are
// folded here, once. What only the workspace knows (which account is meant, whether the row is already there) is left
// to the import service. Rows are meant to be reused: reading into one keeps its memory.
#pragma once

#include "domain/cost_subject.h"
#include "domain/columns.h"
#include "domain/day.h"
#include "domain/event_columns.h"
#include "domain/money.h"
#include "domain/play.h"
#include "domain/program.h"
#include "domain/quantity.h"
#include "domain/text_codes.h"
#include "exchange/column_mapping.h"
#include "exchange/csv_reader.h"
#include "exchange/field_values.h"
#include "exchange/row_problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// A text as shown and as it compares. `given`: the file has the column (an empty cell of a given column differs from a
// column that is not there: policy overwrite clears the one and leaves the other).
struct GivenText {
    std::string label;
    std::string key;
    bool given = false;
    // Of a field of words: the number of this spelling in its column, from 1, whichever the row; 0 = not counted.
    std::uint32_t spelling = 0;

    bool empty() const { return label.empty(); }
    friend bool operator==(const GivenText &, const GivenText &) = default;
};

struct GivenMoney {
    Money amount = unknownMoney;
    bool given = false;
    friend bool operator==(const GivenMoney &, const GivenMoney &) = default;
};

struct GivenDay {
    Day day;
    bool given = false;
    friend bool operator==(const GivenDay &, const GivenDay &) = default;
};

struct GivenFlag {
    std::optional<bool> value;
    bool given = false;
    friend bool operator==(const GivenFlag &, const GivenFlag &) = default;
};

// The account a row speaks of. The service tries, in this order: domain, external id, name (cli.md); the first of the
// three that finds exactly one account is meant.
struct AccountRef {
    std::string text;        // as in the file, trimmed; never empty in a row that was read
    std::string domain;      // registrable domain, if the text is a usable one; else empty
    std::string externalKey; // externalIdKey(text)
    std::string nameKey;     // textKey(text)
};

// An account. `domain.key` may be empty: many CRM accounts have no web site. Then the external id and, without one, the
// name identify it (the row is rejected without all three). A domain that is given but is free mail, a bare suffix or
// no domain at all rejects the row.
struct AccountRow {
    GivenText domain;     // label and key: registrable domain, lower-case A-label
    GivenText name;       // label falls back to the domain for a new account (the service does that)
    GivenText externalId; // key: externalIdKey
    GivenText industry, country, region, employees, customers, technologies, maturity, funding, owner;
    GivenMoney annualRevenue, budget, acv;
    std::vector<GivenText> custom; // one per ColumnMapping::customLabels()
};

struct ContactRow {
    GivenText email;      // required; key folded
    GivenText externalId; // only from profiles that know one (Salesforce Id, HubSpot Record ID)
    AccountRef account;
    GivenText firstName, lastName, title;
    GivenText buyingRole; // key: typeKey ("BUDGET_HOLDER" -> "budget holder"); any text, see isBuyingRole
    GivenFlag optOut;
};

// Won and lost carry a close date. `created` may be unknown (deals that nobody dated).
struct OpportunityRow {
    GivenText id; // empty: the row is identified by contentKey
    AccountRef account;
    GivenText name, stage, campaign;
    GivenMoney amount;
    DealStatus status = DealStatus::open;
    GivenDay created, closed;
    std::string contentKey;
};

// A cell as it is written, without guard and blanks; the view leads into the record or the mapping.
struct GivenCell {
    std::string_view text;
    bool given = false; // the file has the column

    bool empty() const { return text.empty(); }
};

// Files have millions of them, and nearly every cell says what another one said: keys are made by who needs them, once
// per spelling.
struct ActivityRow {
    GivenCell id;
    std::string_view account; // required; accountRefOf()
    GivenCell contact;        // e-mail or a CRM id (no '@'); empty: the account's unknown person
    GivenCell type;           // required; typeKey()
    Moment at;                // required
    GivenCell asset, campaign, productArea, channel; // textKey()
};

// One scored signal (isEvent false: topic and score) or one counted event (isEvent true: event and count).
struct IntentRow {
    AccountRef account;
    GivenText source; // required
    Day day;          // required
    bool isEvent = false;
    GivenText topic;
    double score = 0; // 0..100
    GivenText event;  // key: typeKey
    std::int64_t count = 1;
    std::string contentKey; // identity of an event row; a scored row's is account, source, topic, date
};

struct CostRow {
    CostSubject subjectKind = CostSubject::campaign;
    GivenText subject;
    CostKind line = CostKind::media;
    std::optional<Quantity> hours;  // line hours: with rate
    GivenMoney rate, amount;        // unknown where not given
    std::optional<Quantity> months; // line fee; missing counts as 1
    GivenDay month;                 // first day of the month; unknown: no month
    bool actual = false;
    std::string contentKey;
};

struct CampaignRow {
    GivenText campaign;
    GivenText kind; // key "abm", "traditional" or empty
    GivenMoney budget;
    GivenDay start, end;
};

struct ProgramRow {
    AccountRef account;
    GivenText program;
    GivenDay start, end;
    Arm arm = Arm::program;
};

// Reads records of one file into rows. The identity text `contentKey` of rows without an id holds everything but the
// account and is the same for equal rows however they were written ("1,000.0" and "1000"); the service puts the account
// and the running number of the equal row beside it.
class RowReader
{
public:
    // The mapping must pass checkMapping. The reader keeps it and stays where it is made.
    RowReader(ColumnMapping mapping, const FileFormat &format, ValueContext context);

    RowReader(const RowReader &) = delete;
    RowReader &operator=(const RowReader &) = delete;

    const ColumnMapping &mapping() const { return m_mapping; }

    // Nothing: the row is good. A problem: the row is rejected and its content undefined. The overload must be that of
    // mapping().kind. A record with more values than the header has columns is rejected unless the extras are empty.
    std::optional<RowProblem> read(const CsvRecord &record, AccountRow &row);
    std::optional<RowProblem> read(const CsvRecord &record, ContactRow &row);
    std::optional<RowProblem> read(const CsvRecord &record, OpportunityRow &row);
    std::optional<RowProblem> read(const CsvRecord &record, ActivityRow &row);
    // The same but for the words (type, asset, campaign, product area, channel), which `row` keeps: for a record whose cells of
    // words are those of one that was read before and was good.
    std::optional<RowProblem> readBesideWords(const CsvRecord &record, ActivityRow &row);
    std::optional<RowProblem> read(const CsvRecord &record, IntentRow &row);
    std::optional<RowProblem> read(const CsvRecord &record, CostRow &row);
    std::optional<RowProblem> read(const CsvRecord &record, CampaignRow &row);
    std::optional<RowProblem> read(const CsvRecord &record, ProgramRow &row);

private:
    // The spellings of one column of words: what rows repeat is folded once.
    class Spellings
    {
    public:
        void read(std::string_view text, GivenText &out);

    private:
        TextCodes m_codes;
        std::vector<std::string> m_keys; // by code
    };
    struct Source {
        int column = -1; // -1: no column
        ValueStyle style;
        std::string constant;
        const std::map<std::string, std::string> *valueMap = nullptr;
    };
    class RecordView;

    // A problem of the record as a whole, before any cell is looked at.
    std::optional<RowProblem> unusable(const CsvRecord &record) const;
    // What is none of the words.
    void readPlain(RecordView &view, ActivityRow &row) const;
    void readEvent(RecordView &view, std::string_view eventText, std::size_t countField, IntentRow &row) const;
    std::string statusOfStage(const std::string &stageKey) const; // empty: not known
    static std::optional<RowProblem> checkPeriod(const GivenDay &start, const GivenDay &end);

    ColumnMapping m_mapping;
    std::vector<Source> m_sources;            // per canonical field
    std::vector<std::size_t> m_custom;        // columns of the custom fields
    std::vector<Spellings> m_spellings;       // of accounts, per canonical field
    std::vector<Spellings> m_customSpellings; // as m_custom
    ValueStyle m_plainStyle;
    FieldReader m_values;
};

// The account reference of a text, as rows carry it: for --account and other places that name one.
AccountRef accountRefOf(std::string_view utf8);

} // namespace dimsum
