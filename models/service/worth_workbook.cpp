#include "service/worth_workbook.h"

#include "exchange/xlsx_writer.h"
#include "service/table_cells.h"

#include <array>
#include <string>

namespace dimsum {

namespace {

Cell optionalMoney(const std::optional<Money> &amount)
{
    return amount ? Cell(*amount) : Cell();
}

QString modelWord(std::size_t model)
{
    const std::string_view name = creditModelName(static_cast<CreditModel>(model));
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

TableDocument figuresSheet(const WorthBoard &board, CreditModel chosen)
{
    const Currency &currency = board.snapshot->settings.currency;
    TableRows rows;
    const auto add = [&rows](const char *group, const char *figure, Cell value) { rows.push_back({textCell(group), textCell(figure), std::move(value)}); };
    const InfluenceFigures &reach = board.influence;
    const ActualFigures &came = board.actual;
    const auto text = [](const auto &value) { return Cell(QString::number(value)); };
    const auto moneyWords = [&currency](Money amount) { return textCell(moneyText(amount, currency)); };
    add("report", "as of", textCell(isoText(board.snapshot->asOf)));
    add("report", "revision", text(board.snapshot->inputRevision));
    add("report", "currency", textCell(currency.code));
    add("report", "chosen model", Cell(modelWord(static_cast<std::size_t>(chosen))));
    add("influence", "accounts", text(reach.accounts));
    add("influence", "reached", text(reach.reached));
    add("influence", "touches", text(reach.impressions));
    add("influence", "engaged", text(reach.engaged));
    add("influence", "touched pipeline", moneyWords(reach.touchedPipeline));
    add("actual", "opportunities opened", text(came.opened));
    add("actual", "closed", text(came.closed));
    add("actual", "won", text(came.won));
    add("actual", "revenue", moneyWords(came.revenue));
    const Attribution &won = board.worth.won;
    add("attribution", "won money", moneyWords(won.total));
    add("attribution", "of which without a touch", moneyWords(won.noTouch));
    add("attribution", "won deals", text(won.deals));
    add("costs", "touches", text(board.worth.costs.touches));
    add("costs", "touches without a cost", text(board.worth.costs.touchesWithoutCost));
    if (board.lift) {
        add("lift", "pairs", text(board.lift->matched));
        add("lift", "from", textCell(isoText(board.lift->start)));
        add("lift", "to", textCell(isoText(board.lift->end)));
        add("lift", "hold-outs", text(board.lift->holdoutAccounts));
    }
    return tableOf(currency, QStringLiteral("figures"), {tableColumn("group"), tableColumn("figure"), tableColumn("value")}, std::move(rows));
}

TableDocument returnSheet(const WorthBoard &board, const char *title, const std::vector<SubjectWorth> &worth, CreditModel chosen, const std::vector<std::optional<Payback>> *payback)
{
    std::vector<TableColumn> columns{tableColumn("subject"), tableColumn("planned", CellType::money), tableColumn("actual", CellType::money), tableColumn("touches", CellType::integer)};
    for (std::size_t model = 0; model < creditModelCount; ++model)
        columns.push_back({modelWord(model), CellType::money});
    for (const char *header : {"roi_low", "roi_high", "roi_chosen"})
        columns.push_back(tableColumn(header, CellType::ratio));
    if (payback)
        columns.push_back(tableColumn("payback_months", CellType::integer));
    TableRows rows;
    for (std::size_t i = 0; i < worth.size(); ++i) {
        const SubjectWorth &row = worth[i];
        std::vector<Cell> cells{textCell(row.cost.label), optionalMoney(row.cost.planned), optionalMoney(row.cost.actual), row.cost.touches};
        for (const Money credit : row.revenue)
            cells.emplace_back(credit);
        for (const auto &share : {row.roiLow, row.roiHigh, row.roiOf(chosen)})
            cells.push_back(numberCell(share));
        if (payback)
            cells.push_back((*payback)[i] && (*payback)[i]->months ? Cell(static_cast<std::int64_t>(*(*payback)[i]->months)) : Cell());
        rows.push_back(std::move(cells));
    }
    return tableOf(board.snapshot->settings.currency, QString::fromLatin1(title), std::move(columns), std::move(rows));
}

TableDocument liftSheet(const WorthBoard &board)
{
    TableRows rows;
    const auto add = [&rows](std::string name, const LiftFigure &figure) {
        rows.push_back({textCell(name), numberCell(figure.program), numberCell(figure.control), numberCell(figure.difference), figure.interval ? Cell(figure.interval->low) : Cell(), figure.interval ? Cell(figure.interval->high) : Cell(),
                        numberCell(figure.smallestVisible), figure.tellsApart ? textCell("different") : textCell("too few accounts to tell")});
    };
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure)
        add(std::string(liftMeasureName(static_cast<LiftMeasure>(measure))), board.lift->after[measure]);
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure)
        add(std::string(liftMeasureName(static_cast<LiftMeasure>(measure))) + "_change", board.lift->change[measure]);
    if (board.liftTierOne)
        add("win_rate_tier_1", board.liftTierOne->after[0]);
    std::vector<TableColumn> columns{tableColumn("measure")};
    for (const char *header : {"program", "control", "difference", "ci_low", "ci_high", "smallest_visible"})
        columns.push_back(tableColumn(header, CellType::ratio));
    columns.push_back(tableColumn("verdict"));
    return tableOf(board.snapshot->settings.currency, QStringLiteral("lift"), std::move(columns), std::move(rows));
}

TableDocument kindsSheet(const WorthBoard &board)
{
    constexpr std::array words{"abm", "traditional", "neither"};
    TableRows rows;
    for (std::size_t mix = 0; mix < dealMixes; ++mix) {
        const MixFigures &figures = board.mixes[mix];
        rows.push_back({textCell(words[mix]), figures.opened, figures.closed, figures.won, numberCell(figures.winRate()), figures.closed > 0 ? Cell(figures.winRateInterval().low) : Cell(), figures.closed > 0 ? Cell(figures.winRateInterval().high) : Cell(),
                        figures.revenue, optionalMoney(figures.averageDeal()), numberCell(figures.cycleDays()), numberCell(figures.touchesPerDeal())});
    }
    return tableOf(board.snapshot->settings.currency, QStringLiteral("abm_against_traditional"),
                   {tableColumn("touched_by"), tableColumn("opened", CellType::integer), tableColumn("closed", CellType::integer), tableColumn("won", CellType::integer), tableColumn("win_rate", CellType::ratio), tableColumn("ci_low", CellType::ratio),
                    tableColumn("ci_high", CellType::ratio), tableColumn("revenue", CellType::money), tableColumn("average_deal", CellType::money), tableColumn("cycle_days", CellType::ratio), tableColumn("touches_per_deal", CellType::ratio)},
                   std::move(rows));
}

TableDocument accountsSheet(const WorthBoard &board)
{
    TableRows rows;
    for (const std::size_t tier : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{0}}) {
        const MoneyPerAccount &money = board.perTier[tier];
        rows.push_back({tier == 0 ? textCell("all") : textCell(tierCode(static_cast<Tier>(tier))), money.cost, money.engaged, optionalMoney(MoneyPerAccount::per(money.cost, money.engaged)), money.qualified,
                        optionalMoney(MoneyPerAccount::per(money.cost, money.qualified)), money.won, optionalMoney(MoneyPerAccount::per(money.cost, money.won))});
    }
    return tableOf(board.snapshot->settings.currency, QStringLiteral("cost_per_account"),
                   {tableColumn("tier"), tableColumn("cost", CellType::money), tableColumn("engaged", CellType::integer), tableColumn("cost_per_engaged", CellType::money), tableColumn("qualified", CellType::integer),
                    tableColumn("cost_per_qualified", CellType::money), tableColumn("won", CellType::integer), tableColumn("cost_per_won", CellType::money)},
                   std::move(rows));
}

TableDocument paceSheet(const WorthBoard &board)
{
    constexpr std::array words{"identify", "engage", "convert"};
    TableRows rows;
    for (std::size_t step = 0; step < paceSteps; ++step) {
        const PaceFigures &all = board.pace[step];
        rows.push_back({textCell(words[step]), all.started, all.arrived, numberCell(all.lowerQuarter), numberCell(all.median), numberCell(all.upperQuarter), numberCell(board.programPace ? (*board.programPace)[step].median : std::nullopt)});
    }
    return tableOf(board.snapshot->settings.currency, QStringLiteral("pace"),
                   {tableColumn("step"), tableColumn("started", CellType::integer), tableColumn("arrived", CellType::integer), tableColumn("days_lower_quarter", CellType::ratio), tableColumn("days_median", CellType::ratio),
                    tableColumn("days_upper_quarter", CellType::ratio), tableColumn("days_median_program", CellType::ratio)},
                   std::move(rows));
}

// Campaigns or assets of the rows, with their paybacks.
void pick(const WorthBoard &board, CostSubject subject, CreditModel chosen, std::vector<SubjectWorth> &rows, std::vector<std::optional<Payback>> &payback)
{
    for (std::size_t i = 0; i < board.worth.rows.size(); ++i) {
        if (board.worth.rows[i].cost.subject != subject)
            continue;
        rows.push_back(board.worth.rows[i]);
        payback.push_back(board.payback[static_cast<std::size_t>(chosen)][i]);
    }
}

} // namespace

Outcome writeWorthWorkbook(const WorthBoard &board, CreditModel chosen, const QString &file, const Progress &progress)
{
    std::vector<TableDocument> sheets{figuresSheet(board, chosen)};
    for (const auto &[subject, title] : {std::pair(CostSubject::campaign, "return_by_campaign"), std::pair(CostSubject::asset, "return_by_asset")}) {
        std::vector<SubjectWorth> rows;
        std::vector<std::optional<Payback>> payback;
        pick(board, subject, chosen, rows, payback);
        sheets.push_back(returnSheet(board, title, rows, chosen, subject == CostSubject::campaign ? &payback : nullptr));
    }
    sheets.push_back(returnSheet(board, "return_by_channel", board.channels, chosen, nullptr));
    sheets.push_back(returnSheet(board, "return_by_tier", board.tiers, chosen, nullptr));
    sheets.push_back(returnSheet(board, "return_by_play", board.plays, chosen, nullptr));
    if (board.lift)
        sheets.push_back(liftSheet(board));
    sheets.push_back(kindsSheet(board));
    sheets.push_back(accountsSheet(board));
    sheets.push_back(paceSheet(board));
    return writeXlsx(sheets, file, progress);
}

} // namespace dimsum
