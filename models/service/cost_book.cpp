#include "service/cost_book.h"

#include "exchange/import_rows.h"
#include "exchange/text_key.h"
#include "service/cost_lines.h"
#include "service/recorded_change.h"
#include "store/campaign_store.h"
#include "store/term_store.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace dimsum {

namespace {

constexpr std::array<std::string_view, 4> subjectWords{"asset", "campaign", "play", "platform"};

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString quantityWords(const std::optional<Quantity> &quantity)
{
    return quantity ? words(quantityText(*quantity)) : QString();
}

QString moneyWords(Money amount, const Currency &currency)
{
    return amount.known() ? words(shortMoneyText(amount, currency)) : QString();
}

CostLineText textOf(const StoredCost &cost, const Currency &currency)
{
    return {.subjectKind = words(subjectWords[static_cast<std::size_t>(cost.subjectKind)]),
            .subject = words(cost.subject),
            .line = words(costKindName(cost.line)),
            .hours = quantityWords(cost.hours),
            .rate = moneyWords(cost.rate, currency),
            .amount = moneyWords(cost.amount, currency),
            .months = quantityWords(cost.months),
            .month = words(isoText(cost.month)).left(7),
            .actual = cost.actual ? QStringLiteral("yes") : QStringLiteral("no")};
}

// As one row of costs.csv, so that a typed line obeys the rules of an imported one and is known as the same.
Result<CostRow> rowOf(const Workspace &workspace, const CostLineText &text)
{
    static const QStringList header{QStringLiteral("subject_kind"), QStringLiteral("subject"), QStringLiteral("line"), QStringLiteral("hours"), QStringLiteral("rate"),
                                    QStringLiteral("amount"), QStringLiteral("months"), QStringLiteral("month"), QStringLiteral("actual")};
    const SourceProfile *profile = findProfile(builtInProfiles(), QStringLiteral("canonical"), ImportKind::costs);
    if (!profile)
        return Error{.kind = ErrorKind::damaged, .sentence = DIMSUM_TEXT("The rules of costs.csv are missing from this program.")};
    RowReader reader(mapColumns(header, *profile), {}, {workspace.currency(), workspace.timeZone()});
    std::vector<std::string> cells;
    for (const QString &cell : {text.subjectKind, text.subject, text.line, text.hours, text.rate, text.amount, text.months, text.month, text.actual})
        cells.push_back(cell.trimmed().toStdString());
    const std::vector<std::string_view> fields(cells.begin(), cells.end());
    CostRow row;
    if (const auto problem = reader.read(CsvRecord{.fields = fields, .line = 1}, row))
        return problem->toError();
    return row;
}

Error nobody()
{
    return {.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("Say who changes the costs."), .field = "by"};
}

Error lineGone()
{
    return {.kind = ErrorKind::notFound, .sentence = DIMSUM_TEXT("The line of cost is not in this workspace any more.")};
}

const StoredCost *lineOf(const std::vector<StoredCost> &lines, std::int64_t id)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [id](const StoredCost &line) { return line.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

auto contentOf(const StoredCost &line)
{
    const auto number = [](const std::optional<Quantity> &quantity) { return quantity ? quantity->tenThousandths : -1; };
    return std::tuple(line.subjectKind, line.subjectKey, line.line, number(line.hours), line.rate, line.amount, number(line.months), line.month, line.actual);
}

// Inserts as the first repeat of its content that is not there.
Result<std::int64_t> insertLine(CostStore &store, const CostRow &row)
{
    for (std::int64_t repeat = 1;; ++repeat) {
        const auto inserted = store.insert(storedCost(row, repeat));
        if (!inserted)
            return inserted.error();
        if (*inserted != 0)
            return inserted;
    }
}

Result<int> insertLines(Workspace &workspace, const std::vector<CostRow> &rows)
{
    CostStore store(workspace.database());
    for (const CostRow &row : rows) {
        if (const auto id = insertLine(store, row); !id)
            return id.error();
    }
    return static_cast<int>(rows.size());
}

template <class Change>
Outcome changeCampaign(Workspace &workspace, const QString &campaign, std::string by, const char *action, Change change)
{
    if (by.empty())
        return nobody();
    const std::string label = shownText(QStringView(campaign)).toStdString();
    if (label.empty())
        return Error{.kind = ErrorKind::invalid, .sentence = DIMSUM_TEXT("Say which campaign."), .field = "campaign"};
    return recordedChange(workspace, {.action = action, .argument = label, .by = std::move(by)}, ScoreEffect::none, [&]() -> Outcome {
        const auto term = TermStore(workspace.database()).intern(TermKind::campaign, textKey(std::string_view(label)), label);
        if (!term)
            return term.error();
        CampaignStore store(workspace.database());
        const auto stored = store.find(term->value);
        if (!stored)
            return stored.error();
        StoredCampaign row = *stored ? **stored : StoredCampaign{.campaign = term->value, .start = {}, .end = {}};
        change(row);
        return *stored ? store.update(row) : store.insert(row);
    });
}

} // namespace

Result<CostBook> costBook(Workspace &workspace)
{
    const auto stored = CostStore(workspace.database()).all();
    if (!stored)
        return stored.error();
    const auto campaigns = CampaignStore(workspace.database()).all();
    if (!campaigns)
        return campaigns.error();
    CostBook book;
    for (const StoredCost &line : *stored)
        book.lines.push_back({line.id, textOf(line, workspace.currency()), costEntry(line)});
    for (const StoredCampaign &campaign : *campaigns)
        book.campaigns.push_back({textKey(std::string_view(campaign.name)), campaign.name, campaign.budget,
                                  campaign.kind ? std::optional(*campaign.kind == CampaignKind::abm) : std::nullopt});
    return book;
}

Result<std::int64_t> addCostLine(Workspace &workspace, const CostLineText &text, std::string by)
{
    if (by.empty())
        return nobody();
    const auto row = rowOf(workspace, text);
    if (!row)
        return row.error();
    return recordedChange(workspace, {.action = "add_cost", .argument = std::string(row->subject.label), .by = std::move(by)}, ScoreEffect::none,
                          [&]() -> Result<std::int64_t> {
                              CostStore store(workspace.database());
                              return insertLine(store, *row);
                          });
}

Result<int> addCostLines(Workspace &workspace, const std::vector<CostLineText> &texts, std::string by)
{
    if (by.empty())
        return nobody();
    std::vector<CostRow> rows;
    for (const CostLineText &text : texts) {
        auto row = rowOf(workspace, text);
        if (!row) {
            Error error = row.error();
            error.line = static_cast<std::int64_t>(rows.size()) + 1;
            return error;
        }
        rows.push_back(std::move(*row));
    }
    if (rows.empty())
        return 0;
    return recordedChange(workspace, {.action = "add_cost", .argument = rows.size() == 1 ? rows[0].subject.label : std::to_string(rows.size()), .by = std::move(by)},
                          ScoreEffect::none, [&]() -> Result<int> { return insertLines(workspace, rows); });
}

Outcome changeCostLine(Workspace &workspace, std::int64_t id, const CostLineText &text, std::string by)
{
    if (by.empty())
        return nobody();
    const auto row = rowOf(workspace, text);
    if (!row)
        return row.error();
    const auto lines = CostStore(workspace.database()).all();
    if (!lines)
        return lines.error();
    const StoredCost *before = lineOf(*lines, id);
    if (!before)
        return lineGone();
    StoredCost after = storedCost(*row, 1);
    after.id = id;
    after.identity = before->identity; // the file that it came from does not bring it back
    if (contentOf(after) == contentOf(*before) && after.subject == before->subject)
        return Done{};
    return recordedChange(workspace, {.action = "change_cost", .argument = after.subject, .by = std::move(by)}, ScoreEffect::none,
                          [&]() -> Outcome { return CostStore(workspace.database()).update(after); });
}

Outcome removeCostLines(Workspace &workspace, std::vector<std::int64_t> ids, std::string by)
{
    if (by.empty())
        return nobody();
    const auto lines = CostStore(workspace.database()).all();
    if (!lines)
        return lines.error();
    std::string subject;
    for (const std::int64_t id : ids) {
        const StoredCost *line = lineOf(*lines, id);
        if (!line)
            return lineGone();
        subject = line->subject;
    }
    return recordedChange(workspace, {.action = "remove_cost", .argument = ids.size() == 1 ? subject : std::to_string(ids.size()), .by = std::move(by)},
                          ScoreEffect::none, [&]() -> Outcome {
                              CostStore store(workspace.database());
                              for (const std::int64_t id : ids) {
                                  if (const Outcome removed = store.remove(id); !removed)
                                      return removed;
                              }
                              return Done{};
                          });
}

Result<int> copyPlanToActual(Workspace &workspace, std::vector<std::int64_t> ids, std::string by)
{
    if (by.empty())
        return nobody();
    const auto lines = CostStore(workspace.database()).all();
    if (!lines)
        return lines.error();
    std::multiset<decltype(contentOf(StoredCost{}))> known;
    for (const StoredCost &line : *lines)
        known.insert(contentOf(line));
    std::vector<CostRow> rows;
    for (const std::int64_t id : ids) {
        const StoredCost *line = lineOf(*lines, id);
        if (!line)
            return lineGone();
        if (line->actual)
            continue;
        StoredCost actual = *line;
        actual.actual = true;
        if (const auto there = known.find(contentOf(actual)); there != known.end()) {
            known.erase(there); // an equal planned line finds the next one
            continue;
        }
        CostLineText text = textOf(actual, workspace.currency());
        auto row = rowOf(workspace, text);
        if (!row)
            return row.error();
        rows.push_back(std::move(*row));
    }
    if (rows.empty())
        return Error{.kind = ErrorKind::refused, .sentence = DIMSUM_TEXT("Nothing to copy: choose planned lines that have no actual line yet.")};
    return recordedChange(workspace, {.action = "copy_costs", .argument = std::to_string(rows.size()), .by = std::move(by)}, ScoreEffect::none,
                          [&]() -> Result<int> { return insertLines(workspace, rows); });
}

Outcome setCampaignBudget(Workspace &workspace, const QString &campaign, const QString &budget, std::string by)
{
    Money limit = unknownMoney;
    if (const QString text = budget.trimmed(); !text.isEmpty()) {
        const ParsedMoney parsed = parseMoney(text.toStdString(), workspace.currency());
        if (parsed.problem || parsed.amount.minor < 0)
            return Error{.kind = ErrorKind::invalid,
                         .sentence = DIMSUM_TEXT("“%1” is no budget. Write an amount of zero or more like 50000, or nothing for no limit."),
                         .arguments = {text.toStdString()},
                         .field = "budget"};
        limit = parsed.amount;
    }
    return changeCampaign(workspace, campaign, std::move(by), "campaign_budget", [limit](StoredCampaign &row) { row.budget = limit; });
}

Outcome setCampaignKind(Workspace &workspace, const QString &campaign, std::optional<bool> abm, std::string by)
{
    return changeCampaign(workspace, campaign, std::move(by), "campaign_kind", [abm](StoredCampaign &row) {
        row.kind = abm ? std::optional(*abm ? CampaignKind::abm : CampaignKind::traditional) : std::nullopt;
    });
}

} // namespace dimsum
