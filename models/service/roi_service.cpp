#include "service/roi_service.h"

#include "exchange/table_writer.h"
#include "exchange/text_key.h"
#include "service/cost_lines.h"
#include "service/menu_program.h"
#include "service/ordering_service.h"
#include "service/subject_words.h"
#include "service/table_cells.h"
#include "store/campaign_store.h"
#include "store/cost_store.h"
#include "store/program_store.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace dimsum {

namespace {

constexpr SubjectWords<WorthSubject, 4> worthWords{{
    {"summary", WorthSubject::summary},
    {"attribution", WorthSubject::attribution},
    {"costs", WorthSubject::costs},
    {"lift", WorthSubject::lift},
}};

// What delivered orders cost, under their play, and under the campaign that they were ordered for.
Outcome addDeliveredOrders(Workspace &workspace, WorthInputs &inputs, const AccountRows &rowOf, Day asOf)
{
    const auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    for (const Play &play : menu->menu->plays)
        inputs.plays.push_back({play.code, play.name, typeKey(std::string_view(play.delivers))});
    const auto delivered = orders(workspace, {.state = OrderState::delivered});
    if (!delivered)
        return delivered.error();
    for (const OrderRow &order : *delivered) {
        const Day day = order.deliveredAt ? workspace.dayOf(*order.deliveredAt) : unknownDay;
        if (!day.known() || day > asOf)
            continue;
        CostEntry entry{.subject = CostSubject::play,
                        .key = order.play,
                        .label = order.play,
                        .amount = order.actual.known() ? order.actual : order.price,
                        .month = monthStart(day),
                        .actual = true,
                        .delivered = day,
                        .tier = order.tier};
        inputs.costs.push_back(entry);
        const auto play = std::find_if(inputs.plays.begin(), inputs.plays.end(), [&order](const PlayName &known) { return known.code == order.play; });
        if (const auto row = rowOf.of(order.account); row && play != inputs.plays.end())
            inputs.delivered.push_back({*row, static_cast<std::uint32_t>(play - inputs.plays.begin()), day});
        if (!order.campaign.empty()) {
            entry.subject = CostSubject::campaign;
            entry.key = textKey(std::string_view(order.campaign));
            entry.label = order.campaign;
            inputs.costs.push_back(std::move(entry));
        }
    }
    return Done{};
}

Outcome takeArms(Workspace &workspace, WorthInputs &inputs, const AccountRows &rowOf,
                 Day asOf)
{
    inputs.arms.assign(rowOf.accounts(), LiftArm::neither);
    const auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    ProgramStore store(workspace.database());
    const auto programs = store.all();
    if (!programs)
        return programs.error();
    std::vector<ProgramAccount> members;
    const auto rank = [&](const StoredProgram &program) {
        return std::tuple(program.start <= asOf, program.id == menu->program.id, program.start);
    };
    const StoredProgram *chosen = nullptr;
    for (const StoredProgram &program : *programs) {
        if (chosen && rank(program) < rank(*chosen))
            continue;
        auto accounts = store.accounts(program.id);
        if (!accounts)
            return accounts.error();
        if (accounts->empty())
            continue;
        chosen = &program;
        members = std::move(*accounts);
    }
    if (!chosen)
        return Done{};
    inputs.program = chosen->name;
    inputs.programStart = chosen->start;
    for (const ProgramAccount &member : members) {
        if (const auto row = rowOf.of(member.account))
            inputs.arms[*row] = member.arm == Arm::holdout ? LiftArm::holdout : LiftArm::program;
    }
    return Done{};
}

} // namespace

Result<WorthInputs> loadWorthInputs(Workspace &workspace, const AccountRows &rowOf,
                                    Day asOf)
{
    WorthInputs inputs;
    const auto costs = CostStore(workspace.database()).all();
    if (!costs)
        return costs.error();
    for (const StoredCost &cost : *costs)
        inputs.costs.push_back(costEntry(cost));
    const auto campaigns = CampaignStore(workspace.database()).all();
    if (!campaigns)
        return campaigns.error();
    for (const StoredCampaign &campaign : *campaigns)
        inputs.campaigns.push_back({textKey(std::string_view(campaign.name)), campaign.name, campaign.budget,
                                    campaign.kind ? std::optional(*campaign.kind == CampaignKind::abm) : std::nullopt});
    if (const Outcome added = addDeliveredOrders(workspace, inputs, rowOf, asOf); !added)
        return added.error();
    if (const Outcome taken = takeArms(workspace, inputs, rowOf, asOf); !taken)
        return taken.error();
    return inputs;
}

Worth worthOf(const EventTables &events, const TierPolicy &policy, const WorthInputs &inputs, Day asOf, bool withOpen,
              std::span<const TouchGrouping> groupings)
{
    Worth worth{.asOf = asOf, .won = {}, .shown = {}, .costs = {}, .rows = {}};
    worth.won = attribute(events.activities, events.deals, policy.engagement, policy.attribution, asOf, CreditedDeals::won, groupings);
    worth.shown = withOpen ? attribute(events.activities, events.deals, policy.engagement, policy.attribution, asOf,
                                       CreditedDeals::wonAndOpen)
                           : worth.won;
    worth.costs = costTable(inputs.costs, inputs.campaigns, events.activities, policy.engagement, asOf);
    worth.rows = roiRows(worth.costs, events.activities, worth.won, worth.shown);
    return worth;
}

Result<LiftReport> programLift(const AccountFrame &accounts, const FitColumns &fit, const OpportunityColumns &deals,
                               const WorthInputs &inputs, const Currency &currency, Day asOf, const Progress &progress)
{
    if (inputs.program.empty())
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("No program has any accounts, so there is nobody to compare. Import a "
                                             "program file or set one with “dimsum program WS set”.")};
    if (inputs.programStart > asOf)
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("The program “%1” starts on %2, after the date asked for."),
                     .arguments = {inputs.program, isoText(inputs.programStart)}};
    return liftReport(accounts, fit, inputs.arms, deals, currency.exponent, inputs.programStart, asOf, {}, progress);
}

std::optional<WorthSubject> worthSubject(const QString &word)
{
    return subjectNamed(worthWords, word);
}

namespace {

std::vector<TableColumn> modelColumns()
{
    std::vector<TableColumn> columns;
    for (std::size_t model = 0; model < creditModelCount; ++model) {
        const std::string_view name = creditModelName(static_cast<CreditModel>(model));
        columns.push_back({QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())), CellType::money});
    }
    return columns;
}

void append(std::vector<TableColumn> &columns, std::vector<TableColumn> more)
{
    columns.insert(columns.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Cell moneyCell(const std::optional<Money> &amount)
{
    return amount ? Cell(*amount) : Cell();
}

Cell subjectCell(CostSubject subject)
{
    constexpr std::array<std::string_view, 4> words{"asset", "campaign", "play", "platform"};
    return textCell(words[static_cast<std::size_t>(subject)]);
}

TableDocument summaryTable(const Currency &currency, const Worth &worth, CreditModel chosen)
{
    std::vector<TableColumn> columns{tableColumn("subject_kind"), tableColumn("subject"),
                                     tableColumn("planned", CellType::money), tableColumn("actual", CellType::money)};
    append(columns, modelColumns());
    append(columns, {tableColumn("roi_low", CellType::ratio), tableColumn("roi_high", CellType::ratio),
                     tableColumn("roi_chosen", CellType::ratio)});
    TableRows rows;
    for (const SubjectWorth &row : worth.rows) {
        std::vector<Cell> cells{subjectCell(row.cost.subject), textCell(row.cost.label), moneyCell(row.cost.planned),
                                moneyCell(row.cost.actual)};
        cells.insert(cells.end(), row.credits.begin(), row.credits.end());
        cells.insert(cells.end(), {numberCell(row.roiLow), numberCell(row.roiHigh), numberCell(row.roiOf(chosen))});
        rows.push_back(std::move(cells));
    }
    return tableOf(currency, QStringLiteral("roi"), std::move(columns), std::move(rows));
}

TableDocument attributionTable(const Currency &currency, const Attribution &attribution,
                               const ActivityColumns &activities)
{
    std::vector<TableColumn> columns{tableColumn("campaign"), tableColumn("channel"), tableColumn("asset")};
    append(columns, modelColumns());
    TableRows rows;
    for (const CreditRow &row : attribution.rows) {
        std::vector<Cell> cells{textCell(activities.campaigns.at(row.campaign).label),
                                textCell(activities.channels.at(row.channel).label),
                                textCell(activities.assets.at(row.asset).label)};
        cells.insert(cells.end(), row.credits.begin(), row.credits.end());
        rows.push_back(std::move(cells));
    }
    if (attribution.dealsWithoutTouch > 0) {
        std::vector<Cell> cells{QStringLiteral("(no touch)"), QString(), QString()};
        cells.insert(cells.end(), creditModelCount, attribution.noTouch);
        rows.push_back(std::move(cells));
    }
    return tableOf(currency, QStringLiteral("attribution"), std::move(columns), std::move(rows));
}

TableDocument costsTable(const Currency &currency, const CostTable &costs)
{
    TableRows rows;
    for (const SubjectCost &row : costs.rows)
        rows.push_back({subjectCell(row.subject), textCell(row.label), moneyCell(row.planned), moneyCell(row.actual),
                        row.planned ? Cell(row.sharedPlanned) : Cell(), row.actual ? Cell(row.sharedActual) : Cell(),
                        row.budget, row.budget.known() ? Cell(row.overBudget()) : Cell(), row.touches});
    return tableOf(currency, QStringLiteral("costs"),
                   {tableColumn("subject_kind"), tableColumn("subject"), tableColumn("planned", CellType::money),
                    tableColumn("actual", CellType::money), tableColumn("shared_planned", CellType::money),
                    tableColumn("shared_actual", CellType::money), tableColumn("budget", CellType::money),
                    tableColumn("over_budget", CellType::boolean), tableColumn("touches", CellType::integer)},
                   std::move(rows));
}

std::vector<Cell> liftCells(const QString &measure, const LiftFigure &figure, std::int64_t accounts)
{
    const auto end = [&figure](double Interval::*side) {
        return figure.interval ? Cell((*figure.interval).*side) : Cell();
    };
    return {measure,
            numberCell(figure.program),
            numberCell(figure.control),
            numberCell(figure.difference),
            end(&Interval::low),
            end(&Interval::high),
            accounts,
            accounts,
            figure.tellsApart ? QString() : QStringLiteral("too few accounts to tell")};
}

TableDocument liftTable(const Currency &currency, const LiftReport &report)
{
    TableRows rows;
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure) {
        const std::string_view name = liftMeasureName(static_cast<LiftMeasure>(measure));
        rows.push_back(liftCells(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())),
                                 report.after[measure], report.matched));
    }
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure) {
        const std::string_view name = liftMeasureName(static_cast<LiftMeasure>(measure));
        rows.push_back(liftCells(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())) + QStringLiteral("_change"),
                                 report.change[measure], report.matched));
    }
    return tableOf(currency, QStringLiteral("lift"),
                   {tableColumn("measure"), tableColumn("program", CellType::ratio), tableColumn("control", CellType::ratio),
                    tableColumn("difference", CellType::ratio), tableColumn("ci_low", CellType::ratio),
                    tableColumn("ci_high", CellType::ratio), tableColumn("accounts_program", CellType::integer),
                    tableColumn("accounts_control", CellType::integer), tableColumn("verdict")},
                   std::move(rows));
}

bool anyDealUpTo(const OpportunityColumns &deals, Day asOf)
{
    return std::any_of(deals.created.begin(), deals.created.end(), [asOf](Day day) { return day <= asOf; });
}

void takeTotals(WorthResult &result, const Worth &worth)
{
    result.total = worth.shown.total;
    result.noTouch = worth.shown.noTouch;
    result.deals = worth.shown.deals;
    result.dealsWithoutTouch = worth.shown.dealsWithoutTouch;
    result.dealsWithoutAmount = worth.shown.dealsWithoutAmount;
    result.touches = worth.costs.touches;
    result.touchesWithoutCost = worth.costs.touchesWithoutCost;
}

Result<TableDocument> worthTable(Workspace &workspace, const WorthRequest &request, const ScoringInputs &inputs,
                                 WorthResult &result, const Progress &progress)
{
    const Currency &currency = workspace.currency();
    const EventTables &events = *inputs.events;
    if (request.subject != WorthSubject::costs && !anyDealUpTo(events.deals, result.asOf))
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("There is no opportunity up to %1, so nothing can be said about return. "
                                             "Import opportunities first."),
                     .arguments = {isoText(result.asOf)}};
    const auto money = loadWorthInputs(workspace, inputs.rowOf, result.asOf);
    if (!money)
        return money.error();
    if (request.subject == WorthSubject::lift) {
        const FitColumns fit = scoreFit(inputs.accounts, inputs.icp, currency);
        auto report = programLift(inputs.accounts, fit, events.deals, *money, currency, result.asOf, progress);
        if (!report)
            return report.error();
        if (progress.cancelled())
            return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
        result.lift = *report;
        return liftTable(currency, *report);
    }
    const Worth worth = worthOf(events, inputs.policy, *money, result.asOf, request.withOpen);
    takeTotals(result, worth);
    switch (request.subject) {
    case WorthSubject::attribution:
        return attributionTable(currency, worth.shown, events.activities);
    case WorthSubject::costs:
        return costsTable(currency, worth.costs);
    default:
        return summaryTable(currency, worth, inputs.policy.attribution.chosen);
    }
}

} // namespace

Result<WorthResult> writeWorth(Workspace &workspace, const WorthRequest &request, const Progress &progress)
{
    const auto inputs = loadScoringInputs(workspace, progress);
    if (!inputs)
        return inputs.error();
    WorthResult result;
    result.file = request.file;
    result.asOf = request.asOf.known() ? request.asOf : workspace.today();
    const auto table = worthTable(workspace, request, *inputs, result, progress);
    if (!table)
        return table.error();
    result.rows = table->rowCount;
    if (const Outcome written = writeTable(*table, request.file, ExportProfile{}, progress); !written)
        return written.error();
    return result;
}

} // namespace dimsum
