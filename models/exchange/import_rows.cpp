#include "exchange/import_rows.h"

#include "exchange/text_key.h"
#include "exchange/web_domain.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace dimsum {

namespace {

constexpr char separator = '\x1f'; // between the parts of a content key; no text of a cell holds it in earnest

constexpr const char *missing = DIMSUM_TEXT("This row has no %1. Fill it in.");
constexpr const char *extraValues =
    DIMSUM_TEXT("This row has %1 values, the header has %2 columns. Check for a missing quotation mark or delimiter.");
constexpr const char *noIdentity =
    DIMSUM_TEXT("This row has neither a web domain nor an id nor a name, so no account can be made of it.");
constexpr const char *notEmail = DIMSUM_TEXT("%1 is not an e-mail address.");
constexpr const char *negative = DIMSUM_TEXT("%1 is negative, which this field cannot be.");
constexpr const char *notAmong = DIMSUM_TEXT("%1 is not one of the words for this field: %2.");
constexpr const char *noCloseDate = DIMSUM_TEXT("This deal is %1 but has no close date. Fill it in.");
constexpr const char *scoreRange = DIMSUM_TEXT("The score %1 is not between 0 and 100.");
constexpr const char *bothSignals =
    DIMSUM_TEXT("This row holds both a score and an event. Put them into two rows.");
constexpr const char *noSignal = DIMSUM_TEXT("This row holds neither a topic with a score nor an event.");
constexpr const char *notQuantity = DIMSUM_TEXT("%1 is not a number of 0 or more with at most four decimals.");
constexpr const char *endBeforeStart = DIMSUM_TEXT("The end %1 lies before the start %2.");
constexpr const char *costNeeds = DIMSUM_TEXT("A cost line \"%1\" needs %2. Fill it in.");

RowProblem problemOf(std::string_view field, const char *sentence, std::vector<std::string> arguments = {})
{
    return RowProblem{std::string(field), sentence, std::move(arguments)};
}

// Whether some of eight bytes may be a blank or one of ",;<>"; other marks up to the comma and what shares five bits with
// the semicolon (8, 9 and a few more) look like it.
bool mayEndAddress(std::uint64_t word)
{
    constexpr std::uint64_t ones = 0x0101010101010101u, high = ones << 7;
    const auto anyZero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & high; };
    const std::uint64_t upToComma = (word - ones * 0x2d) & ~word & high;
    return (upToComma | anyZero((word & (ones * 0xf8)) ^ (ones * 0x38))) != 0;
}

// Addresses come by the million: nearly all are seen to be plain eight bytes at a time.
bool isEmail(std::string_view text)
{
    bool plain = text.size() >= 8;
    const auto look = [&](std::size_t i) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, sizeof word);
        plain = plain && !mayEndAddress(word);
    };
    if (plain) {
        for (std::size_t i = 0; i + 8 < text.size(); i += 8)
            look(i);
        look(text.size() - 8);
    }
    if (!plain && text.find_first_of(" \t,;<>") != text.npos)
        return false;
    const std::size_t at = text.rfind('@');
    return at != text.npos && at > 0 && at + 1 < text.size();
}

void appendPart(std::string &key, std::string_view part)
{
    key.append(part);
    key.push_back(separator);
}

void appendNumber(std::string &key, std::int64_t value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    appendPart(key, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

void fillAccount(std::string_view text, AccountRef &account)
{
    account.text.assign(text);
    account.externalKey = externalIdKey(text);
    textKeyInto(text, account.nameKey);
    account.domain.clear();
    // A text without a dot is no domain: names and ids need no look-up in the suffix list.
    if (text.find('.') != text.npos || std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) {
        WebDomain domain = webDomainOf(text);
        if (domain.usable())
            account.domain = std::move(domain.domain);
    }
}

DealStatus statusNamed(std::string_view word)
{
    return word == "won" ? DealStatus::won : word == "lost" ? DealStatus::lost : DealStatus::open;
}

bool isStatus(std::string_view word)
{
    return word == "open" || word == "won" || word == "lost";
}

// "Closed - Won", "Lost (price)": where the profile lets every stage through, the words decide.
std::string_view statusInWords(std::string_view stageKey, std::string_view otherwise)
{
    const auto word = [&](std::string_view wanted) {
        const std::size_t at = stageKey.find(wanted);
        if (at == stageKey.npos)
            return false;
        const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; };
        const std::size_t end = at + wanted.size();
        return (at == 0 || !letter(stageKey[at - 1])) && (end == stageKey.size() || !letter(stageKey[end]));
    };
    return word("won") ? "won" : word("lost") ? "lost" : otherwise;
}

} // namespace

// The record of one row seen through the mapping: cells by canonical field, the first problem kept.
class RowReader::RecordView
{
public:
    RecordView(const RowReader &reader, const CsvRecord &record) : m_reader(reader), m_record(record) {}

    const std::optional<RowProblem> &problem() const { return m_problem; }
    bool failed() const { return m_problem.has_value(); }
    void fail(RowProblem problem)
    {
        if (!m_problem)
            m_problem = std::move(problem);
    }
    void failField(std::size_t field, const char *sentence, std::vector<std::string> arguments = {})
    {
        fail(problemOf(nameOfField(field), sentence, std::move(arguments)));
    }

    std::string_view nameOfField(std::size_t field) const { return fieldsOf(m_reader.m_mapping.kind)[field].name; }
    bool given(std::size_t field) const { return source(field).column >= 0 || !source(field).constant.empty(); }

    // The cell, mapped by the profile, or its constant. `fromConstant` tells which.
    std::string_view cell(std::size_t field, bool *fromConstant = nullptr) const;
    std::string_view required(std::size_t field);

    void text(std::size_t field, GivenText &out) const;
    void type(std::size_t field, GivenText &out) const;
    void id(std::size_t field, GivenText &out) const;
    void account(std::size_t field, AccountRef &out);
    void money(std::size_t field, GivenMoney &out, bool mayBeNegative);
    void day(std::size_t field, GivenDay &out);
    void quantity(std::size_t field, std::optional<Quantity> &out);
    // One of `words`, folded; the first is what an empty cell means, unless the field is required.
    std::string word(std::size_t field, std::span<const std::string_view> words, bool needed);

    std::string_view rawCell(std::size_t column) const
    {
        return column < m_record.fields.size() ? m_record.fields[column] : std::string_view();
    }
    const Source &source(std::size_t field) const { return m_reader.m_sources[field]; }
    const FieldReader &values() const { return m_reader.m_values; }

private:
    const RowReader &m_reader;
    const CsvRecord &m_record;
    std::optional<RowProblem> m_problem;
};

std::string_view RowReader::RecordView::cell(std::size_t field, bool *fromConstant) const
{
    const Source &from = source(field);
    if (fromConstant)
        *fromConstant = false;
    std::string_view text;
    if (from.column >= 0)
        text = plainCell(rawCell(static_cast<std::size_t>(from.column)), from.style);
    if (!text.empty() && from.valueMap) {
        const auto mapped = from.valueMap->find(textKey(text));
        if (mapped != from.valueMap->end())
            return mapped->second;
    }
    if (!text.empty() || from.constant.empty())
        return text;
    if (fromConstant)
        *fromConstant = true;
    return from.constant;
}

std::string_view RowReader::RecordView::required(std::size_t field)
{
    const std::string_view text = cell(field);
    if (text.empty())
        failField(field, missing, {std::string(nameOfField(field))});
    return text;
}

void RowReader::RecordView::text(std::size_t field, GivenText &out) const
{
    out.given = given(field);
    out.label.assign(cell(field));
    textKeyInto(out.label, out.key);
}

void RowReader::RecordView::type(std::size_t field, GivenText &out) const
{
    out.given = given(field);
    out.label.assign(cell(field));
    typeKeyInto(out.label, out.key);
}

void RowReader::RecordView::id(std::size_t field, GivenText &out) const
{
    out.given = given(field);
    out.label.assign(cell(field));
    out.key = externalIdKey(out.label);
}

void RowReader::RecordView::account(std::size_t field, AccountRef &out)
{
    fillAccount(required(field), out);
}

void RowReader::RecordView::money(std::size_t field, GivenMoney &out, bool mayBeNegative)
{
    out.given = given(field);
    out.amount = unknownMoney;
    const std::string_view text = cell(field);
    const Parsed<Money> parsed = values().money(text, source(field).style);
    if (!parsed.ok())
        failField(field, parsed.problem, {std::string(text)});
    else if (parsed.value && parsed.value->minor < 0 && !mayBeNegative)
        failField(field, negative, {std::string(text)});
    else if (parsed.value)
        out.amount = *parsed.value;
}

void RowReader::RecordView::day(std::size_t field, GivenDay &out)
{
    out.given = given(field);
    out.day = unknownDay;
    const std::string_view text = cell(field);
    const Parsed<Day> parsed = fieldsOf(m_reader.m_mapping.kind)[field].type == FieldType::month
                                   ? values().month(text, source(field).style)
                                   : values().day(text, source(field).style);
    if (!parsed.ok())
        failField(field, parsed.problem, {std::string(text)});
    else if (parsed.value)
        out.day = *parsed.value;
}

void RowReader::RecordView::quantity(std::size_t field, std::optional<Quantity> &out)
{
    out.reset();
    const std::string_view text = cell(field);
    if (text.empty())
        return;
    const ValueStyle &style = source(field).style;
    const bool plain = !style.lenient && style.decimals == DecimalMark::point;
    const std::optional<std::string> number = plain ? std::string(text) : canonicalNumber(text, style);
    out = number ? parseQuantity(*number) : std::nullopt;
    if (!out)
        failField(field, notQuantity, {std::string(text)});
}

std::string RowReader::RecordView::word(std::size_t field, std::span<const std::string_view> words, bool needed)
{
    const std::string_view text = needed ? required(field) : cell(field);
    if (text.empty())
        return std::string(words.front());
    std::string key = typeKey(text);
    if (std::find(words.begin(), words.end(), std::string_view(key)) != words.end())
        return key;
    std::string choices;
    for (const std::string_view choice : words)
        choices += (choices.empty() ? "" : ", ") + std::string(choice);
    failField(field, notAmong, {std::string(text), choices});
    return std::string(words.front());
}

RowReader::RowReader(ColumnMapping mapping, const FileFormat &format, ValueContext context)
    : m_mapping(std::move(mapping)), m_values(std::move(context))
{
    const SourceProfile &profile = m_mapping.profile;
    ValueStyle base;
    base.lenient = profile.lenient;
    base.nullMarker = profile.nullMarker;
    base.decimals = format.decimals;
    base.dates = format.dates;
    // Where the file leaves the order of dates open, the habit of the source decides.
    if (base.dates == DateOrder::isoOnly && profile.dates)
        base.dates = *profile.dates;
    // A strict file with commas between its values has points in its numbers, whatever a stray cell looks like.
    if (!profile.lenient && format.delimiter == ',')
        base.decimals = DecimalMark::point;
    m_plainStyle = base;

    m_sources.resize(fieldsOf(m_mapping.kind).size());
    for (std::size_t field = 0; field < m_sources.size(); ++field) {
        Source &source = m_sources[field];
        source.style = base;
        if (const auto found = profile.multipliers.find(field); found != profile.multipliers.end())
            source.style.multiplier = found->second;
        source.style.dateOnly = std::find(profile.dateOnlyFields.begin(), profile.dateOnlyFields.end(), field)
                                != profile.dateOnlyFields.end();
        if (const auto found = profile.constants.find(field); found != profile.constants.end())
            source.constant = found->second;
        if (const auto found = profile.valueMaps.find(field); found != profile.valueMaps.end())
            source.valueMap = &found->second;
        if (const auto column = m_mapping.columnOf(field)) {
            source.column = static_cast<int>(*column);
            const MappedColumn &mapped = m_mapping.columns[*column];
            source.style.decimals = mapped.decimals.value_or(source.style.decimals);
            source.style.dates = mapped.dates.value_or(source.style.dates);
            source.style.multiplier = mapped.multiplier.value_or(source.style.multiplier);
            // Salesforce stamps ActivityDate with midnight UTC: the date is meant, not the instant.
            if (headerKey(mapped.header) == QLatin1String("activitydate") && profile.nullMarker)
                source.style.dateOnly = true;
        }
    }
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        if (m_mapping.columns[i].target == MappedColumn::Target::custom)
            m_custom.push_back(i);
    }
    m_customSpellings.resize(m_custom.size());
    m_spellings.resize(m_mapping.kind == ImportKind::accounts ? m_sources.size() : 0);
}

void RowReader::Spellings::read(std::string_view text, GivenText &out)
{
    // A column that hardly repeats itself gains nothing: after so many no more are told apart.
    constexpr std::size_t most = std::size_t{1} << 18;
    out.label.assign(text);
    out.spelling = 0;
    if (text.empty()) {
        out.key.clear();
        return;
    }
    std::optional<std::uint32_t> code;
    if (m_codes.size() < most) {
        const auto [known, added] = m_codes.intern(text);
        code = known;
        if (added)
            m_keys.push_back(textKey(text));
    } else {
        code = m_codes.find(text);
    }
    if (!code) {
        textKeyInto(text, out.key);
        return;
    }
    out.key.assign(m_keys[*code]);
    out.spelling = *code + 1;
}

std::optional<RowProblem> RowReader::unusable(const CsvRecord &record) const
{
    if (record.problem != CsvProblem::none)
        return problemOf({}, csvProblemSentence(record.problem), {std::to_string(record.problemLine)});
    const std::size_t columns = m_mapping.columns.size();
    for (std::size_t i = columns; i < record.fields.size(); ++i) {
        if (!shownText(record.fields[i]).empty())
            return problemOf({}, extraValues, {std::to_string(record.fields.size()), std::to_string(columns)});
    }
    return std::nullopt;
}

namespace {

// Fields by name once per program, not per row.
template <ImportKind kind>
std::size_t at(std::string_view name)
{
    return *fieldIndex(kind, name);
}

} // namespace

std::optional<RowProblem> RowReader::read(const CsvRecord &record, AccountRow &row)
{
    if (auto problem = unusable(record))
        return problem;
    RecordView view(*this, record);
    constexpr auto kind = ImportKind::accounts;
    static const std::size_t domain = at<kind>("domain"), name = at<kind>("name"), externalId = at<kind>("external_id"),
                             revenue = at<kind>("annual_revenue"), budget = at<kind>("budget"), acv = at<kind>("acv");
    row.domain = GivenText{{}, {}, view.given(domain)};
    if (const std::string_view text = view.cell(domain); !text.empty()) {
        WebDomain found = webDomainOf(text);
        if (!found.usable())
            return problemOf("domain", domainProblemSentence(found.problem), {std::string(text)});
        row.domain.key = found.domain;
        row.domain.label = std::move(found.domain);
    }
    view.text(name, row.name);
    view.id(externalId, row.externalId);
    struct Member {
        std::size_t field;
        GivenText AccountRow::*member;
    };
    static const std::array members{
        Member{at<kind>("industry"), &AccountRow::industry},   Member{at<kind>("country"), &AccountRow::country},
        Member{at<kind>("region"), &AccountRow::region},       Member{at<kind>("employees"), &AccountRow::employees},
        Member{at<kind>("customers"), &AccountRow::customers}, Member{at<kind>("technologies"), &AccountRow::technologies},
        Member{at<kind>("maturity"), &AccountRow::maturity},   Member{at<kind>("funding"), &AccountRow::funding},
        Member{at<kind>("owner"), &AccountRow::owner}};
    for (const Member &each : members) {
        GivenText &text = row.*each.member;
        text.given = view.given(each.field);
        m_spellings[each.field].read(view.cell(each.field), text);
    }
    // "10,000" people is a number to a criterion only once it is written as one.
    for (const auto &[field, member] : {std::pair{at<kind>("employees"), &AccountRow::employees},
                                        std::pair{at<kind>("customers"), &AccountRow::customers}}) {
        const ValueStyle &style = m_sources[field].style;
        GivenText &text = row.*member;
        if (text.empty() || (!style.lenient && style.decimals == DecimalMark::point))
            continue;
        if (const auto number = canonicalNumber(text.label, style); number && plainNumber(*number))
            text.label = text.key = *number;
    }
    view.money(revenue, row.annualRevenue, true);
    view.money(budget, row.budget, false);
    view.money(acv, row.acv, false);
    row.custom.resize(m_custom.size());
    for (std::size_t i = 0; i < m_custom.size(); ++i) {
        row.custom[i].given = true;
        m_customSpellings[i].read(plainCell(view.rawCell(m_custom[i]), m_plainStyle), row.custom[i]);
    }
    if (!view.failed() && row.domain.empty() && row.externalId.empty() && row.name.empty())
        return problemOf("domain", noIdentity);
    return view.problem();
}

std::optional<RowProblem> RowReader::read(const CsvRecord &record, ContactRow &row)
{
    if (auto problem = unusable(record))
        return problem;
    RecordView view(*this, record);
    constexpr auto kind = ImportKind::contacts;
    static const std::size_t email = at<kind>("email"), account = at<kind>("account"), optOut = at<kind>("opt_out");
    view.required(email);
    view.text(email, row.email);
    if (!view.failed() && !isEmail(row.email.label))
        view.failField(email, notEmail, {row.email.label});
    view.account(account, row.account);
    view.id(at<kind>("external_id"), row.externalId);
    view.text(at<kind>("first_name"), row.firstName);
    view.text(at<kind>("last_name"), row.lastName);
    view.text(at<kind>("title"), row.title);
    view.type(at<kind>("buying_role"), row.buyingRole);
    row.optOut = GivenFlag{std::nullopt, view.given(optOut)};
    const std::string_view flag = view.cell(optOut);
    const Parsed<bool> parsed = m_values.boolean(flag, m_sources[optOut].style);
    if (!parsed.ok())
        view.failField(optOut, parsed.problem, {std::string(flag)});
    row.optOut.value = parsed.value;
    return view.problem();
}

std::optional<RowProblem> RowReader::read(const CsvRecord &record, OpportunityRow &row)
{
    if (auto problem = unusable(record))
        return problem;
    RecordView view(*this, record);
    constexpr auto kind = ImportKind::opportunities;
    static const std::size_t status = at<kind>("status"), stage = at<kind>("stage"), closed = at<kind>("closed");
    view.id(at<kind>("id"), row.id);
    view.account(at<kind>("account"), row.account);
    view.text(at<kind>("name"), row.name);
    view.text(stage, row.stage);
    view.text(at<kind>("campaign"), row.campaign);
    view.money(at<kind>("amount"), row.amount, true);
    view.day(at<kind>("created"), row.created);
    view.day(closed, row.closed);

    const std::string_view word = view.cell(status);
    std::string key = typeKey(word);
    if (key.empty())
        key = statusOfStage(row.stage.key);
    if (!isStatus(key))
        view.failField(status, word.empty() && row.stage.empty() ? missing : notAmong,
                       {std::string(!word.empty()       ? word
                                    : row.stage.empty() ? std::string_view("status")
                                                        : std::string_view(row.stage.label)),
                        "open, won, lost"});
    row.status = statusNamed(key);
    if (row.status != DealStatus::open && !row.closed.day.known())
        view.failField(closed, noCloseDate, {key});

    row.contentKey.clear();
    for (const std::string *part : {&row.name.key, &row.stage.key, &row.campaign.key, &key})
        appendPart(row.contentKey, *part);
    for (const std::int64_t part : {row.amount.amount.minor, std::int64_t{row.created.day.number},
                                    std::int64_t{row.closed.day.number}})
        appendNumber(row.contentKey, part);
    return view.problem();
}

void RowReader::readPlain(RecordView &view, ActivityRow &row) const
{
    constexpr auto kind = ImportKind::activities;
    static const std::size_t id = at<kind>("id"), account = at<kind>("account"), contact = at<kind>("contact"), when = at<kind>("at");
    row.id = {view.cell(id), view.given(id)};
    row.account = view.required(account);
    row.contact = {view.cell(contact), view.given(contact)};
    if (row.contact.text.find('@') != std::string_view::npos && !isEmail(row.contact.text))
        view.failField(contact, notEmail, {std::string(row.contact.text)});
    const std::string_view moment = view.required(when);
    const Parsed<Moment> parsed = m_values.moment(moment, m_sources[when].style);
    if (!parsed.ok())
        view.failField(when, parsed.problem, {std::string(moment)});
    row.at = parsed.value.value_or(Moment{});
}

std::optional<RowProblem> RowReader::read(const CsvRecord &record, ActivityRow &row)
{
    if (auto problem = unusable(record))
        return problem;
    RecordView view(*this, record);
    constexpr auto kind = ImportKind::activities;
    static const std::size_t type = at<kind>("type"), asset = at<kind>("asset"), campaign = at<kind>("campaign"),
                             area = at<kind>("product_area"), channel = at<kind>("channel");
    const auto cell = [&](std::size_t field) { return GivenCell{view.cell(field), view.given(field)}; };
    readPlain(view, row);
    view.required(type);
    row.type = cell(type);
    row.asset = cell(asset);
    row.campaign = cell(campaign);
    row.productArea = cell(area);
    row.channel = cell(channel);
    return view.problem();
}

std::optional<RowProblem> RowReader::readBesideWords(const CsvRecord &record, ActivityRow &row)
{
    if (auto problem = unusable(record))
        return problem;
    RecordView view(*this, record);
    readPlain(view, row);
    return view.problem();
}

std::optional<RowProblem> RowReader::read(const CsvRecord &record, IntentRow &row)
{
    if (auto problem = unusable(record))
        return problem;
    RecordView view(*this, record);
    constexpr auto kind = ImportKind::intent;
    static const std::size_t account = at<kind>("account"), source = at<kind>("source"), topic = at<kind>("topic"),
                             date = at<kind>("date"), score = at<kind>("score"), event = at<kind>("event"),
                             count = at<kind>("count");
    view.account(account, row.account);
    view.required(source);
    view.text(source, row.source);
    GivenDay day;
    view.required(date);
    view.day(date, day);
    row.day = day.day;
    view.text(topic, row.topic);

    bool assumedEvent = false; // a profile's constant stands back where the row has a score
    const std::string_view eventText = view.cell(event, &assumedEvent);
    const std::string_view scoreText = view.cell(score);
    row.isEvent = !eventText.empty() && !(assumedEvent && !scoreText.empty());
    row.score = 0;
    row.count = 1;
    row.event = GivenText{{}, {}, view.given(event)};
    row.contentKey.clear();
    if (row.isEvent) {
        if (!scoreText.empty())
            view.failField(score, bothSignals);
        readEvent(view, eventText, count, row);
        return view.problem();
    }
    if (row.topic.empty())
        view.failField(topic, scoreText.empty() ? noSignal : missing, {"topic"});
    const Parsed<double> parsed = m_values.number(scoreText, m_sources[score].style);
    if (!parsed.ok())
        view.failField(score, parsed.problem, {std::string(scoreText)});
    else if (!parsed.value)
        view.failField(score, missing, {"score"});
    else if (!(*parsed.value >= 0 && *parsed.value <= 100))
        view.failField(score, scoreRange, {std::string(scoreText)});
    row.score = parsed.value.value_or(0);
    return view.problem();
}

void RowReader::readEvent(RecordView &view, std::string_view eventText, std::size_t countField, IntentRow &row) const
{
    row.event.label.assign(eventText);
    typeKeyInto(row.event.label, row.event.key);
    const std::string_view countText = view.cell(countField);
    const Parsed<std::int64_t> count = m_values.integer(countText, m_sources[countField].style);
    if (!count.ok())
        view.failField(countField, count.problem, {std::string(countText)});
    else if (count.value.value_or(1) < 0)
        view.failField(countField, negative, {std::string(countText)});
    else if (count.value.value_or(1) > 1'000'000'000)
        view.failField(countField, DIMSUM_TEXT("%1 is larger than any count that can be kept."),
                       {std::string(countText)});
    row.count = count.value.value_or(1);
    for (const std::string *part : {&row.source.key, &row.event.key, &row.topic.key})
        appendPart(row.contentKey, *part);
    appendNumber(row.contentKey, row.day.number);
    appendNumber(row.contentKey, row.count);
}

std::optional<RowProblem> RowReader::read(const CsvRecord &record, CostRow &row)
{
    if (auto problem = unusable(record))
        return problem;
    RecordView view(*this, record);
    constexpr auto kind = ImportKind::costs;
    static constexpr std::array<std::string_view, 4> subjects{"asset", "campaign", "play", "platform"};
    static constexpr std::array<std::string_view, 4> lines{"hours", "media", "production", "fee"};
    static const std::size_t actual = at<kind>("actual");
    const std::string subject = view.word(at<kind>("subject_kind"), subjects, true);
    row.subjectKind = static_cast<CostSubject>(std::find(subjects.begin(), subjects.end(), subject) - subjects.begin());
    view.required(at<kind>("subject"));
    view.text(at<kind>("subject"), row.subject);
    const std::string line = view.word(at<kind>("line"), lines, true);
    row.line = static_cast<CostKind>(std::find(lines.begin(), lines.end(), line) - lines.begin());
    view.quantity(at<kind>("hours"), row.hours);
    view.money(at<kind>("rate"), row.rate, false);
    view.money(at<kind>("amount"), row.amount, false);
    view.quantity(at<kind>("months"), row.months);
    view.day(at<kind>("month"), row.month);
    const std::string_view flag = view.cell(actual);
    const Parsed<bool> parsed = m_values.boolean(flag, m_sources[actual].style);
    if (!parsed.ok())
        view.failField(actual, parsed.problem, {std::string(flag)});
    row.actual = parsed.value.value_or(false);
    if (row.line == CostKind::hours && !row.hours)
        view.failField(at<kind>("hours"), costNeeds, {line, "hours"});
    if (row.line == CostKind::hours && !row.rate.amount.known())
        view.failField(at<kind>("rate"), costNeeds, {line, "rate"});
    if (row.line != CostKind::hours && !row.amount.amount.known())
        view.failField(at<kind>("amount"), costNeeds, {line, "amount"});

    row.contentKey.clear();
    for (const std::string_view part : {std::string_view(subject), std::string_view(row.subject.key), std::string_view(line)})
        appendPart(row.contentKey, part);
    for (const std::int64_t part :
         {row.hours ? row.hours->tenThousandths : -1, row.rate.amount.minor, row.amount.amount.minor,
          row.months ? row.months->tenThousandths : -1, std::int64_t{row.month.day.number},
          std::int64_t{row.actual ? 1 : 0}})
        appendNumber(row.contentKey, part);
    return view.problem();
}

std::optional<RowProblem> RowReader::checkPeriod(const GivenDay &start, const GivenDay &end)
{
    if (start.day.known() && end.day.known() && end.day < start.day)
        return problemOf("end", endBeforeStart, {isoText(end.day), isoText(start.day)});
    return std::nullopt;
}

std::optional<RowProblem> RowReader::read(const CsvRecord &record, CampaignRow &row)
{
    if (auto problem = unusable(record))
        return problem;
    RecordView view(*this, record);
    constexpr auto kind = ImportKind::campaigns;
    static constexpr std::array<std::string_view, 3> kinds{"", "abm", "traditional"};
    view.required(at<kind>("campaign"));
    view.text(at<kind>("campaign"), row.campaign);
    view.type(at<kind>("kind"), row.kind);
    view.word(at<kind>("kind"), kinds, false);
    view.money(at<kind>("budget"), row.budget, false);
    view.day(at<kind>("start"), row.start);
    view.day(at<kind>("end"), row.end);
    return view.failed() ? view.problem() : checkPeriod(row.start, row.end);
}

std::optional<RowProblem> RowReader::read(const CsvRecord &record, ProgramRow &row)
{
    if (auto problem = unusable(record))
        return problem;
    RecordView view(*this, record);
    constexpr auto kind = ImportKind::program;
    static const std::size_t arm = at<kind>("arm");
    view.account(at<kind>("account"), row.account);
    view.required(at<kind>("program"));
    view.text(at<kind>("program"), row.program);
    view.day(at<kind>("start"), row.start);
    view.day(at<kind>("end"), row.end);
    static constexpr std::array<std::string_view, 2> arms{"program", "holdout"};
    row.arm = view.word(arm, arms, true) == "holdout" ? Arm::holdout : Arm::program;
    return view.failed() ? view.problem() : checkPeriod(row.start, row.end);
}

std::string RowReader::statusOfStage(const std::string &stageKey) const
{
    const auto &map = m_mapping.profile.statusOfStage;
    if (stageKey.empty())
        return {};
    if (const auto exact = map.find(stageKey); exact != map.end())
        return exact->second;
    const auto any = map.find("*");
    return any == map.end() ? std::string() : std::string(statusInWords(stageKey, any->second));
}

AccountRef accountRefOf(std::string_view utf8)
{
    AccountRef account;
    fillAccount(shownText(utf8), account);
    return account;
}

} // namespace dimsum
