#include "ui/roi/worth_report.h"

#include "qt/display_text.h"
#include "qt/insight_words.h"
#include "ui/roi/proof_view.h"
#include "ui/roi/worth_views.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <array>
#include <cmath>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class WorthReport
{
    Q_DECLARE_TR_FUNCTIONS(WorthReport)
};

QString cells(const QStringList &texts, const char *tag = "td")
{
    QString row;
    for (qsizetype i = 0; i < texts.size(); ++i)
        row += QStringLiteral("<%1 align=\"%2\"%4>%3</%1>").arg(QLatin1String(tag), i == 0 ? QStringLiteral("left") : QStringLiteral("right"), texts[i].toHtmlEscaped(), i == 0 ? QStringLiteral(" width=\"34%\"") : QString());
    return QStringLiteral("<tr>%1</tr>").arg(row);
}

QString table(const QStringList &header, const QList<QStringList> &rows)
{
    QString body = cells(header, "th");
    for (const QStringList &row : rows)
        body += cells(row);
    return QStringLiteral("<table width=\"100%\" cellpadding=\"4\" cellspacing=\"0\" border=\"1\" style=\"border-collapse:collapse; border-color:#999999\">%1</table>").arg(body);
}

QString section(const QString &title, const QString &body, const QString &note = {}, bool onNewPage = false)
{
    return QStringLiteral("<h2%3>%1</h2>%2").arg(title.toHtmlEscaped(), body, onNewPage ? QStringLiteral(" style=\"page-break-before:always\"") : QString()) + (note.isEmpty() ? QString() : QStringLiteral("<p><small>%1</small></p>").arg(note.toHtmlEscaped()));
}

QString dash(const std::optional<QString> &text)
{
    return text.value_or(QStringLiteral("–"));
}

QString percent(const std::optional<double> &share)
{
    return share ? percentText(*share) : QStringLiteral("–");
}

QString figuresSection(const WorthBoard &board)
{
    const Currency &currency = board.snapshot->settings.currency;
    const InfluenceFigures &reach = board.influence;
    const ActualFigures &came = board.actual;
    const QString influence = table({WorthReport::tr("Influence (says nothing about money)"), {}},
                                    {{WorthReport::tr("Accounts reached in 365 days"), WorthReport::tr("%1 of %2").arg(countText(reach.reached), countText(reach.accounts))},
                                     {WorthReport::tr("Touches"), countText(reach.impressions)},
                                     {WorthReport::tr("Accounts engaged in 30 days"), countText(reach.engaged)},
                                     {WorthReport::tr("Open pipeline with a touch"), currencyText(reach.touchedPipeline, currency)}});
    const auto rate = came.winRate();
    const auto average = came.averageDeal();
    const QString actual = table({WorthReport::tr("Actual, in 365 days"), {}},
                                 {{WorthReport::tr("Opportunities opened"), countText(came.opened)},
                                  {WorthReport::tr("Won of closed"), WorthReport::tr("%1 of %2").arg(countText(came.won), countText(came.closed))},
                                  {WorthReport::tr("Win rate"), dash(rate ? std::optional(percentText(*rate, 1)) : std::nullopt)},
                                  {WorthReport::tr("Revenue"), currencyText(came.revenue, currency)},
                                  {WorthReport::tr("Average deal"), dash(average ? std::optional(currencyText(*average, currency)) : std::nullopt)},
                                  {WorthReport::tr("Mean cycle"), dash(came.cycleDays ? std::optional(WorthReport::tr("%1 days").arg(numberText(*came.cycleDays, 0))) : std::nullopt)}});
    return section(WorthReport::tr("Reached and achieved"), influence + QStringLiteral("<br>") + actual);
}

QString tiersSection(const WorthBoard &board)
{
    const Snapshot &s = *board.snapshot;
    const Currency &currency = s.settings.currency;
    QList<QStringList> rows;
    for (int tier = 1; tier <= 3; ++tier) {
        const auto accounts = std::count(s.tiers.begin(), s.tiers.end(), static_cast<Tier>(tier));
        std::int64_t orders = 0, delivered = 0;
        Money promised, spent;
        for (const OrderRow &order : s.orders) {
            if (order.tier != tier || !takesPlace(order.standing.state))
                continue;
            ++orders;
            if (order.standing.state == OrderState::delivered) {
                ++delivered;
                spent += order.actual.known() ? order.actual : order.price;
            } else {
                promised += order.price;
            }
        }
        rows << QStringList{WorthReport::tr("Tier %1").arg(tier), countText(accounts), countText(orders), countText(delivered), currencyText(promised, currency), currencyText(spent, currency)};
    }
    return section(WorthReport::tr("Tiers, orders, spend"), table({WorthReport::tr("Tier"), WorthReport::tr("Accounts"), WorthReport::tr("Orders"), WorthReport::tr("Delivered"), WorthReport::tr("Promised"), WorthReport::tr("Spent")}, rows));
}

QString returnSection(const WorthBoard &board, CreditModel chosen)
{
    const Currency &currency = board.snapshot->settings.currency;
    QList<QStringList> rows;
    const auto add = [&](const QString &name, const SubjectWorth &row) {
        rows << QStringList{name, row.cost.planned ? wholeAmountText(*row.cost.planned, currency) : QStringLiteral("–"), row.cost.actual ? wholeAmountText(*row.cost.actual, currency) : QStringLiteral("–"),
                            wholeAmountText(row.revenue[static_cast<std::size_t>(chosen)], currency), percent(row.roiLow), percent(row.roiOf(chosen)), percent(row.roiHigh)};
    };
    for (const SubjectWorth &row : board.worth.rows) {
        if (row.cost.subject == CostSubject::campaign)
            add(QString::fromStdString(row.cost.label), row);
    }
    if (board.allAbm)
        add(WorthReport::tr("All ABM campaigns"), *board.allAbm);
    if (board.allTraditional)
        add(WorthReport::tr("All traditional campaigns"), *board.allTraditional);
    if (board.program)
        add(WorthReport::tr("Program %1").arg(QString::fromStdString(board.programName)), *board.program);
    const Attribution &won = board.worth.won;
    const CostTable &costs = board.worth.costs;
    const QString note = WorthReport::tr("%1 won deals of %2 in all; %3 of it had no touch and stands outside. Each cost is counted once. %4 of %5 touches carry no cost. Amounts in %6.")
                             .arg(countText(won.deals), currencyText(won.total, currency), currencyText(won.noTouch, currency), countText(costs.touchesWithoutCost), countText(costs.touches), QString::fromStdString(currency.code));
    return section(WorthReport::tr("Return by campaign, as a range over nine models"),
                   table({WorthReport::tr("Campaign"), WorthReport::tr("Planned"), WorthReport::tr("Cost"), WorthReport::tr("Credited"), WorthReport::tr("Lowest"), shortModelTitle(chosen), WorthReport::tr("Highest")}, rows), note, true);
}

QString liftSection(const WorthBoard &board)
{
    if (!board.lift)
        return section(WorthReport::tr("Does it work?"), QStringLiteral("<p>%1</p>").arg(WorthReport::tr("There is no program with accounts to compare yet.").toHtmlEscaped()), {}, true);
    const LiftReport &report = *board.lift;
    const Currency &currency = board.snapshot->settings.currency;
    const double scale = std::pow(10.0, currency.exponent);
    const auto worded = [&](std::size_t measure, const std::optional<double> &value) -> QString {
        if (!value)
            return QStringLiteral("–");
        switch (static_cast<LiftMeasure>(measure)) {
        case LiftMeasure::winRate:
            return percentText(*value, 1);
        case LiftMeasure::cycle:
            return WorthReport::tr("%1 days").arg(numberText(*value, 0));
        default:
            return currencyText(Money{std::llround(*value) * static_cast<std::int64_t>(scale)}, currency);
        }
    };
    const std::array names{WorthReport::tr("Win rate"), WorthReport::tr("Cycle length"), WorthReport::tr("Deal size"), WorthReport::tr("Pipeline per account")};
    QList<QStringList> rows;
    const auto add = [&](const QString &name, std::size_t measure, const LiftFigure &figure) {
        const QString interval = figure.interval ? WorthReport::tr("%1 to %2").arg(worded(measure, figure.interval->low), worded(measure, figure.interval->high)) : QStringLiteral("–");
        rows << QStringList{name, worded(measure, figure.program), worded(measure, figure.control), worded(measure, figure.difference), interval,
                            figure.tellsApart ? WorthReport::tr("different") : WorthReport::tr("too few accounts to tell")};
    };
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure)
        add(names[measure], measure, report.after[measure]);
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure)
        add(WorthReport::tr("%1, change since before").arg(names[measure]), measure, report.change[measure]);
    return section(WorthReport::tr("Does it work?"),
                   table({WorthReport::tr("Measure"), WorthReport::tr("Program"), WorthReport::tr("Control"), WorthReport::tr("Difference"), WorthReport::tr("95 % interval"), WorthReport::tr("Verdict")}, rows),
                   WorthReport::tr("%1 program accounts against as many matched controls; deals created from %2 to %3 against as many days before.")
                       .arg(countText(report.matched), fullDayText(report.start), fullDayText(report.end)) + u' ' + powerSentence(board), true);
}

QString viewSection(const WorthBoard &board, WorthView view, CreditModel chosen)
{
    const Currency &currency = board.snapshot->settings.currency;
    QList<QStringList> rows;
    for (const SubjectWorth *row : worthRows(board, view))
        rows << QStringList{worthName(view, *row), row->cost.actual ? wholeAmountText(*row->cost.actual, currency) : QStringLiteral("–"), wholeAmountText(row->revenue[static_cast<std::size_t>(chosen)], currency),
                            percent(row->roiLow), percent(row->roiOf(chosen)), percent(row->roiHigh)};
    if (rows.isEmpty())
        return {};
    return section(WorthReport::tr("Return by %1").arg(worthViewColumn(view).toLower()),
                   table({worthViewColumn(view), WorthReport::tr("Cost"), WorthReport::tr("Credited"), WorthReport::tr("Lowest"), shortModelTitle(chosen), WorthReport::tr("Highest")}, rows), worthViewNote(view));
}

QString kindsSection(const WorthBoard &board)
{
    const Currency &currency = board.snapshot->settings.currency;
    QList<QStringList> rows;
    const auto add = [&](const QString &name, const auto &words) {
        QStringList cells{name};
        for (const MixFigures &mix : board.mixes)
            cells << dash(words(mix));
        rows << cells;
    };
    using Text = std::optional<QString>;
    add(WorthReport::tr("Closed deals, of which won"), [](const MixFigures &mix) { return Text(WorthReport::tr("%1, %2").arg(countText(mix.closed), countText(mix.won))); });
    add(WorthReport::tr("Win rate"), [](const MixFigures &mix) { return mix.winRate() ? Text(percentText(*mix.winRate(), 1)) : Text(); });
    add(WorthReport::tr("Average deal"), [&](const MixFigures &mix) { return mix.averageDeal() ? Text(wholeAmountText(*mix.averageDeal(), currency)) : Text(); });
    add(WorthReport::tr("Cycle"), [](const MixFigures &mix) { return mix.cycleDays() ? Text(WorthReport::tr("%1 days").arg(numberText(*mix.cycleDays(), 0))) : Text(); });
    const bool enough = board.mixes[0].closed >= fewestClosedDeals && board.mixes[1].closed >= fewestClosedDeals;
    const QString verdict = !enough ? WorthReport::tr("Too few closed deals to tell.") : winRatesDiffer(board.mixes[0], board.mixes[1]) ? WorthReport::tr("The win rates differ beyond chance.") : WorthReport::tr("The win rates do not differ beyond chance.");
    return section(WorthReport::tr("Account-based against traditional campaigns"), table({WorthReport::tr("Deals of 365 days, by their touches"), WorthReport::tr("ABM"), WorthReport::tr("Traditional only"), WorthReport::tr("Neither")}, rows),
                   verdict + u' ' + WorthReport::tr("Nobody drew lots for who met which campaign: this is no proof."));
}

QString moneySection(const WorthBoard &board)
{
    const Currency &currency = board.snapshot->settings.currency;
    QList<QStringList> rows;
    for (const std::size_t tier : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{0}}) {
        const MoneyPerAccount &money = board.perTier[tier];
        QStringList cells{tier == 0 ? WorthReport::tr("All accounts") : WorthReport::tr("Tier %1").arg(tier), wholeAmountText(money.cost, currency)};
        for (const std::int64_t accounts : {money.engaged, money.qualified, money.won}) {
            const auto each = MoneyPerAccount::per(money.cost, accounts);
            cells << (each ? WorthReport::tr("%1 (%2)").arg(wholeAmountText(*each, currency), countText(accounts)) : QStringLiteral("–"));
        }
        rows << cells;
    }
    return section(WorthReport::tr("What an account costs"), table({{}, WorthReport::tr("Cost of 365 days"), WorthReport::tr("Per engaged"), WorthReport::tr("Per qualified"), WorthReport::tr("Per won")}, rows));
}

QString methodSection(const WorthBoard &board)
{
    const AttributionRules &rules = board.snapshot->policy.attribution;
    const QStringList lines{
        WorthReport::tr("A touch is a counting activity of the account, of any of its people, in the %1 days before a deal closed.").arg(rules.lookbackDays),
        WorthReport::tr("Nine models share each deal's amount over its touches, to the cent; the truth is not one of them, so the range is shown."),
        WorthReport::tr("Markov credit comes from an exact solve over the paths of won and lost deals, Shapley credit from the channels of each deal."),
        WorthReport::tr("Return = (credited won money − cost) / cost. Campaigns and assets each count their own costs and are never added together."),
        WorthReport::tr("Controls are outside the program, of the same industry, size, region and fit, nearest in fit and revenue, each used once."),
        WorthReport::tr("Intervals: 2,000 seeded bootstrap draws by account. Under 30 accounts, or where the interval covers 0, nothing is claimed.")};
    QString items;
    for (const QString &line : lines)
        items += QStringLiteral("<li>%1</li>").arg(line.toHtmlEscaped());
    return section(WorthReport::tr("How this was worked out"), QStringLiteral("<ul>%1</ul>").arg(items));
}

} // namespace

QString modelTitle(CreditModel model)
{
    switch (model) {
    case CreditModel::first:
        return WorthReport::tr("First touch");
    case CreditModel::last:
        return WorthReport::tr("Last touch");
    case CreditModel::linear:
        return WorthReport::tr("Linear");
    case CreditModel::timeDecay:
        return WorthReport::tr("Time decay");
    case CreditModel::uShape:
        return WorthReport::tr("U-shaped 40 / 20 / 40");
    case CreditModel::wShape:
        return WorthReport::tr("W-shaped 30 / 30 / 30 / 10");
    case CreditModel::fullPath:
        return WorthReport::tr("Full path");
    case CreditModel::markov:
        return WorthReport::tr("Markov");
    case CreditModel::shapley:
        return WorthReport::tr("Shapley");
    }
    return {};
}

QString shortModelTitle(CreditModel model)
{
    switch (model) {
    case CreditModel::uShape:
        return WorthReport::tr("U-shaped");
    case CreditModel::wShape:
        return WorthReport::tr("W-shaped");
    default:
        return modelTitle(model);
    }
}

std::unique_ptr<QTextDocument> worthReport(const WorthBoard &board, CreditModel chosen)
{
    const Snapshot &s = *board.snapshot;
    auto document = std::make_unique<QTextDocument>();
    document->setDefaultFont(QFont(document->defaultFont().family(), 9));
    document->setHtml(QStringLiteral("<h1>%1</h1><p>%2</p>").arg(WorthReport::tr("What marketing cost and brought: %1").arg(s.settings.name).toHtmlEscaped(),
                                                                 WorthReport::tr("As of %1. Revision %2 of the data.").arg(fullDayText(s.asOf)).arg(s.inputRevision).toHtmlEscaped())
                      + figuresSection(board) + tiersSection(board) + moneySection(board) + returnSection(board, chosen) + viewSection(board, WorthView::channels, chosen) + viewSection(board, WorthView::tiers, chosen)
                      + viewSection(board, WorthView::plays, chosen) + liftSection(board) + kindsSection(board) + methodSection(board));
    return document;
}

} // namespace dimsum
