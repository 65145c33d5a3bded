#include "ui/roi/pace_view.h"

#include "qt/display_text.h"
#include "ui/common/figure_table.h"
#include "ui/common/foot_label.h"
#include "ui/common/panel.h"
#include "ui/common/side_by_side.h"
#include "ui/roi/worth_views.h"

#include <QLabel>
#include <QVBoxLayout>

namespace dimsum {

namespace {

QLabel *foot(const QString &text)
{
    QLabel *label = footLabel();
    label->setText(text);
    return label;
}

} // namespace

PaceView::PaceView(PageContext context, QWidget *parent)
    : QWidget(parent), m_context(context), m_moneyPanel(new Panel(tr("What an account costs"))), m_pacePanel(new Panel(tr("How long accounts take"))), m_stagePanel(new Panel(tr("Channels by stage"))),
      m_fallenPanel(new Panel(tr("Left alone after the hand-off"))), m_money(new FigureTable(tr("What an account costs"))), m_pace(new FigureTable(tr("How long accounts take"))),
      m_stages(new FigureTable(tr("Channels by stage"))), m_fallen(new FigureTable(tr("Left alone after the hand-off")))
{
    m_moneyPanel->setFacts(tr("actual cost of the last 365 days"));
    m_moneyPanel->addContent(m_money, 1);
    m_moneyPanel->addContent(foot(tr("Engaged: recent engagement today. Qualified: an opportunity opened in the year. Won: a deal won in it. Costs of a campaign are split over tiers by touches.")));
    m_pacePanel->setFacts(tr("days, half of the accounts were faster"));
    m_pacePanel->addContent(m_pace, 1);
    m_pacePanel->addContent(foot(tr("Identify: first sign to first known person. Engage: on to recent engagement. Convert: on to the opportunity. Who is still on the way is not in the days: all will take longer.")));
    m_stagePanel->setFacts(tr("distinct channels in 90 days"));
    m_stagePanel->addContent(m_stages, 1);
    m_stagePanel->addContent(foot(tr("Marketing does not stop at hand-off: an open deal should be met through no fewer channels than before.")));
    m_fallenPanel->addContent(m_fallen, 1);
    auto *splitter = sideBySide(sideBySide(m_moneyPanel, m_pacePanel, {720, 600}), sideBySide(m_stagePanel, m_fallenPanel, {560, 760}), {300, 380}, Qt::Vertical);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    setFocusProxy(m_money);
    connect(m_fallen, &FigureTable::accountActivated, this, [this](qint64 row) { m_context.navigation.openAccount(m_board->snapshot->accounts.id[static_cast<std::size_t>(row)]); });
}

void PaceView::show(std::shared_ptr<const WorthBoard> board)
{
    m_board = std::move(board);
    const Snapshot &s = *m_board->snapshot;
    const Currency &currency = s.settings.currency;
    m_money->setColumns({{tr("Accounts"), 110}, {tr("Cost, %1").arg(currencySign(currency)), 96, true}, {tr("Engaged"), 70, true}, {tr("each"), 84, true}, {tr("Qualified"), 76, true}, {tr("each"), 84, true}, {tr("Won"), 60, true}, {tr("each"), 90, true, true}});
    m_money->setSortingEnabled(false);
    for (const std::size_t tier : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{0}}) {
        const MoneyPerAccount &money = m_board->perTier[tier];
        const bool strong = tier == 0;
        QList<QStandardItem *> cells{textItem(tier == 0 ? tr("All accounts") : tr("Tier %1").arg(tier), Tone::plain, strong), figureItem(wholeAmountText(money.cost, currency), double(money.cost.minor), Tone::plain, strong)};
        for (const std::int64_t accounts : {money.engaged, money.qualified, money.won}) {
            const auto each = MoneyPerAccount::per(money.cost, accounts);
            cells << figureItem(countText(accounts), double(accounts), Tone::secondary) << (each ? figureItem(compactAmountText(*each, currency), double(each->minor), Tone::plain, true) : figureItem(QStringLiteral("–"), 0, Tone::muted));
        }
        m_money->addRow(cells);
    }

    const bool program = m_board->programPace.has_value();
    QList<FigureTable::Column> columns{{tr("Step"), 100}, {tr("All: median"), 90, true}, {tr("middle half"), 100, true}, {tr("took it"), 110, true, !program}};
    if (program)
        columns << FigureTable::Column{tr("Program"), 90, true, false, tr("Median of the accounts of the program")} << FigureTable::Column{tr("took it"), 90, true, true};
    m_pace->setColumns(columns);
    m_pace->setSortingEnabled(false);
    const QStringList steps{tr("Identify"), tr("Engage"), tr("Convert")};
    const auto days = [](const std::optional<double> &value) { return value ? figureItem(tr("%1 d").arg(numberText(*value, 0)), *value, Tone::plain, true) : figureItem(QStringLiteral("–"), 0, Tone::muted); };
    const auto took = [](const PaceFigures &figures) { return figureItem(tr("%1 of %2").arg(countText(figures.arrived), countText(figures.started)), double(figures.arrived), Tone::secondary); };
    for (std::size_t step = 0; step < paceSteps; ++step) {
        const PaceFigures &all = m_board->pace[step];
        QList<QStandardItem *> cells{textItem(steps[static_cast<int>(step)]), days(all.median),
                                     all.lowerQuarter ? figureItem(tr("%1 to %2 d").arg(numberText(*all.lowerQuarter, 0), numberText(*all.upperQuarter, 0)), 0, Tone::secondary) : figureItem(QStringLiteral("–"), 0, Tone::muted), took(all)};
        if (program)
            cells << days((*m_board->programPace)[step].median) << took((*m_board->programPace)[step]);
        m_pace->addRow(cells);
    }

    m_stages->setColumns({{tr("Stage"), 190, false, true}, {tr("Deals"), 70, true}, {tr("Channels"), 80, true}, {tr("Silent"), 80, true, false, tr("Deals of accounts that nothing reached in these 90 days")}});
    m_stages->setSortingEnabled(false);
    for (const StageChannels &stage : m_board->channelsByStage.stages) {
        const QString label = QString::fromStdString(stage.stage);
        const bool own = label.startsWith(u'(');
        const QString name = label == QStringLiteral("(won)") ? tr("After it was won") : own ? tr("Before the opportunity") : label.isEmpty() ? tr("Open, no stage") : label;
        m_stages->addRow({textItem(name, own ? Tone::secondary : Tone::plain), figureItem(countText(stage.deals), double(stage.deals)), stage.deals > 0 ? figureItem(numberText(stage.channels, 1), stage.channels, Tone::plain, true) : figureItem(QStringLiteral("–"), 0, Tone::muted),
                          figureItem(countText(stage.silent), double(stage.silent), stage.silent > 0 ? Tone::warn : Tone::muted)});
    }

    m_fallen->setColumns({{tr("Account"), 170, false, true}, {tr("Opportunity"), 130}, {tr("Stage"), 100}, {tr("Amount"), 90, true}, {tr("Channels before"), 120, true}, {tr("since"), 60, true}});
    for (std::size_t i = 0; i < m_board->fallen.size(); ++i) {
        const CreditedDeal &deal = m_board->fallen[i];
        const FallenDeal &fall = m_board->channelsByStage.fallen[i];
        const std::string_view name = s.accounts.name.at(deal.account);
        m_fallen->addRow({textItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))), textItem(QString::fromStdString(deal.name), Tone::secondary), textItem(QString::fromStdString(deal.stage), Tone::secondary),
                          deal.amount.known() ? figureItem(amountText(deal.amount, currency), double(deal.amount.minor)) : figureItem(QStringLiteral("–"), -1, Tone::muted), figureItem(countText(fall.before), fall.before),
                          figureItem(countText(fall.since), fall.since, fall.since == 0 ? Tone::red : Tone::warn, true)},
                         deal.account);
    }
    m_fallenPanel->setFacts(m_board->fallen.empty() ? tr("no open deal is met through fewer channels than before") : tr("%n open deal(s) met through fewer channels than before", nullptr, static_cast<int>(m_board->fallen.size())));
}

} // namespace dimsum
