#include "ui/roi/roi_page.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "service/worth_workbook.h"
#include "ui/common/chart_view.h"
#include "ui/common/empty_state.h"
#include "ui/common/figure_table.h"
#include "ui/common/foot_label.h"
#include "ui/common/icon.h"
#include "ui/common/meter_delegate.h"
#include "ui/common/page_header.h"
#include "ui/common/panel.h"
#include "ui/common/paper.h"
#include "ui/common/prompts.h"
#include "ui/common/segmented.h"
#include "ui/common/side_by_side.h"
#include "ui/common/style.h"
#include "ui/roi/costs_view.h"
#include "ui/roi/credit_view.h"
#include "ui/roi/deals_view.h"
#include "ui/roi/kpi_strip.h"
#include "ui/roi/pace_view.h"
#include "ui/roi/proof_view.h"
#include "ui/roi/quarter_view.h"
#include "ui/roi/range_delegate.h"
#include "ui/roi/worth_report.h"
#include "ui/roi/worth_views.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace dimsum {

namespace {

const QString modelKey = QStringLiteral("model"), subjectKey = QStringLiteral("subject"), tabKey = QStringLiteral("tab");
enum ReturnColumn { NameColumn, KindColumn, CostColumn, RangeColumn, RoiColumn, PaybackColumn };

QToolButton *tableToggle(const QString &text, ChartView *chart)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(QStringLiteral("table")));
    button->setCheckable(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    QObject::connect(button, &QToolButton::toggled, chart, &ChartView::setTableShown);
    return button;
}

QString dashed(const std::optional<QString> &text)
{
    return text.value_or(QStringLiteral("–"));
}

} // namespace

RoiPage::RoiPage(PageContext context, QWidget *parent) : Page(parent), m_context(context)
{
    m_header = new PageHeader(title(), this);
    auto *label = new QLabel(tr("Model"));
    label->setFont(Theme::of().font(TypeSize::small));
    m_header->addControl(label);
    m_model = new QComboBox;
    m_model->setAccessibleName(tr("Attribution model"));
    for (std::size_t model = 0; model < creditModelCount; ++model)
        m_model->addItem(modelTitle(static_cast<CreditModel>(model)), static_cast<int>(model));
    m_model->setCurrentIndex(static_cast<int>(CreditModel::wShape));
    m_header->addControl(m_model);
    connect(m_model, &QComboBox::activated, this, [this] {
        m_modelTouched = true;
        showReturns();
        m_filled[Credit] = m_filled[Deals] = nullptr;
        showTab(m_tabs->currentIndex());
    });
    auto *exporting = new QToolButton;
    exporting->setIcon(themedIcon(QStringLiteral("download")));
    exporting->setText(tr("Export…"));
    exporting->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    exporting->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(exporting);
    for (const auto &[word, text] : {std::pair(QStringLiteral("summary"), tr("Return by campaign and asset…")), std::pair(QStringLiteral("attribution"), tr("Credit by campaign, channel and asset…")),
                                     std::pair(QStringLiteral("costs"), tr("Costs…")), std::pair(QStringLiteral("lift"), tr("Program against controls…"))})
        menu->addAction(text, this, [this, word = word, text = text] { exportTable(word, text); });
    exporting->setMenu(menu);
    m_header->addControl(exporting);
    auto *report = new QPushButton(themedIcon(QStringLiteral("print")), tr("Report…"));
    report->setToolTip(tr("For the manager, as a PDF to print or a workbook with every table: tiers, orders, spend, return, lift, and how it was worked out"));
    m_header->addControl(report);
    connect(report, &QPushButton::clicked, this, &RoiPage::writeReport);

    m_influence = new KpiStrip(tr("Influence"));
    m_actual = new KpiStrip(tr("Actual"));
    auto *strips = new QHBoxLayout;
    strips->setSpacing(metric::panelGap);
    strips->addWidget(m_influence, 4);
    strips->addWidget(m_actual, 6);
    auto *panels = sideBySide(sideBySide(buildReturns(), buildCosts(), {800, 500}), sideBySide(buildLift(), buildTouches(), {960, 350}), {390, 262}, Qt::Vertical);
    auto *overview = new QWidget;
    auto *inner = new QVBoxLayout(overview);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metric::panelGap);
    inner->addLayout(strips);
    inner->addWidget(panels, 1);
    m_credit = new CreditView;
    m_deals = new DealsView(context);
    m_proof = new ProofView(context);
    m_pace = new PaceView(context);
    m_costsView = new CostsView(context);
    m_quarter = new QuarterView(context);
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("ROI"));
    m_stack = new QStackedWidget;
    const std::array<std::pair<QWidget *, QString>, TabCount> tabs{{{overview, tr("Overview")},
                                                                    {m_credit, tr("Models")},
                                                                    {m_deals, tr("Opportunities")},
                                                                    {m_proof, tr("Does it work?")},
                                                                    {m_pace, tr("Pace and price")},
                                                                    {m_costsView, tr("Costs")},
                                                                    {m_quarter, tr("Next quarter")}}};
    for (const auto &[widget, text] : tabs) {
        m_tabs->addTab(text);
        m_stack->addWidget(widget);
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        showTab(tab);
        Q_EMIT placeChanged();
    });
    auto *body = new QWidget;
    auto *tabbed = new QVBoxLayout(body);
    tabbed->setContentsMargins(0, 0, 0, 0);
    tabbed->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metric::pageMargin, 0, metric::pageMargin, 0);
    bar->addWidget(m_tabs);
    bar->addStretch(1);
    tabbed->addLayout(bar);
    auto *padded = new QVBoxLayout;
    padded->setContentsMargins(metric::pageMargin, metric::panelGap, metric::pageMargin, metric::pageMargin);
    padded->addWidget(m_stack);
    tabbed->addLayout(padded, 1);
    m_empty = new EmptyState(EmptyState::Kind::empty, tr("Nothing to weigh yet"), {});
    connect(m_empty, &EmptyState::actionRequested, this, [this] { m_context.navigation.openPage(page_id::exchange); });
    m_whole = new QStackedWidget;
    m_whole->addWidget(body);
    m_whole->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_whole, 1);
    setFocusProxy(m_returns);
}

RoiPage::~RoiPage() = default;

QWidget *RoiPage::buildReturns()
{
    m_returnPanel = new Panel(tr("Return, lowest to highest of nine models"));
    m_subjects = new Segmented;
    m_subjects->setAccessibleName(tr("Return by"));
    for (const WorthView view : allWorthViews)
        m_subjects->addSegment(worthViewTitle(view));
    m_returnPanel->addControl(m_subjects);
    connect(m_subjects, &Segmented::currentChanged, this, &RoiPage::showReturns);
    m_returns = new FigureTable(tr("Return by campaign"));
    m_returns->setItemDelegateForColumn(RangeColumn, new RangeDelegate(m_returns));
    m_returnPanel->addContent(m_returns, 1);
    m_returnFoot = footLabel();
    m_returnPanel->addContent(m_returnFoot);
    connect(m_returns, &QTableView::activated, this, [this](const QModelIndex &index) {
        openReceipt(static_cast<int>(m_returns->accountOf(index)));
    });
    return m_returnPanel;
}

QWidget *RoiPage::buildCosts()
{
    m_costPanel = new Panel(tr("Cost by campaign"));
    m_costs = new ChartView;
    m_costs->setAccessibleName(tr("Cost by campaign"));
    m_costPanel->addControl(tableToggle(tr("Show the costs as a table"), m_costs));
    m_costLegend = footLabel();
    m_costLegend->setTextFormat(Qt::RichText);
    m_costPanel->addContent(m_costLegend);
    m_costPanel->addPadded(m_costs, 1);
    return m_costPanel;
}

QWidget *RoiPage::buildLift()
{
    m_liftPanel = new Panel(tr("Does it work?"));
    m_lift = new FigureTable(tr("Program accounts against matched controls"), nullptr, RowSize::compact);
    m_lift->setItemDelegateForColumn(3, new MeterDelegate(m_lift));
    m_liftFoot = footLabel();
    m_quarters = new ChartView;
    m_quarters->setAccessibleName(tr("Win rate before and after"));
    m_liftPanel->addControl(tableToggle(tr("Show the quarters as a table"), m_quarters));
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_lift, 1);
    column->addWidget(m_liftFoot);
    auto *right = new QWidget;
    auto *chart = new QVBoxLayout(right);
    chart->setContentsMargins(10, 8, 10, 8);
    auto *caption = new QLabel(tr("Win rate before and after"));
    caption->setFont(Theme::of().font(TypeSize::small));
    chart->addWidget(caption);
    chart->addWidget(m_quarters, 1);
    auto *both = new QSplitter;
    both->setChildrenCollapsible(false);
    both->addWidget(left);
    both->addWidget(right);
    both->setSizes({712, 238});
    m_noLift = new EmptyState(EmptyState::Kind::tooFew, tr("Nobody to compare yet"), {});
    m_liftStack = new QStackedWidget;
    m_liftStack->addWidget(both);
    m_liftStack->addWidget(m_noLift);
    m_liftPanel->addContent(m_liftStack, 1);
    return m_liftPanel;
}

QWidget *RoiPage::buildTouches()
{
    m_touchPanel = new Panel(tr("Touches before an opportunity"));
    m_touches = new ChartView;
    m_touches->setAccessibleName(tr("Touches before an opportunity"));
    m_touchPanel->addControl(tableToggle(tr("Show the touches as a table"), m_touches));
    m_touchPanel->addPadded(m_touches, 1);
    return m_touchPanel;
}

CreditModel RoiPage::chosen() const
{
    return static_cast<CreditModel>(m_model->currentData().toInt());
}

void RoiPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool otherFile = !m_snapshot || !snapshot || m_snapshot->path != snapshot->path;
    m_snapshot = std::move(snapshot);
    if (otherFile) {
        m_shownRows.clear();
        m_board.reset();
        m_modelTouched = false;
    }
    if (m_snapshot && !m_modelTouched)
        m_model->setCurrentIndex(static_cast<int>(m_snapshot->policy.attribution.chosen));
    if (isVisible())
        compute();
}

void RoiPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    compute();
}

void RoiPage::compute()
{
    if (!m_snapshot || (m_board && m_board->snapshot->revision == m_snapshot->revision))
        return;
    if (m_running) {
        m_again = m_wanted != m_snapshot->revision;
        return;
    }
    m_running = true;
    m_wanted = m_snapshot->revision;
    m_context.session.run(
        tr("Weighing cost and return"), [snapshot = m_snapshot](Workspace &workspace, const Progress &progress) { return worthBoard(workspace, snapshot, progress); }, this,
        [this](Result<std::shared_ptr<const WorthBoard>> result) { take(std::move(result)); }, WorkspaceSession::Effect::reads);
}

void RoiPage::take(Result<std::shared_ptr<const WorthBoard>> result)
{
    m_running = false;
    if (result.ok()) {
        m_shownRows.clear(); // lead into the old board
        m_board = *result;
        m_whole->setCurrentIndex(0);
        showBoard();
    } else if (result.error().kind == ErrorKind::refused) {
        m_shownRows.clear();
        m_board.reset();
        m_empty->setState(EmptyState::Kind::empty, tr("Nothing to weigh yet"), errorText(result.error()), tr("Import opportunities"));
        m_whole->setCurrentIndex(1);
        m_header->setFacts({});
    } else if (result.error().kind != ErrorKind::cancelled) {
        m_context.navigation.showError(result.error());
    }
    if (m_again) {
        m_again = false;
        compute();
    }
}

void RoiPage::showBoard()
{
    const Snapshot &s = *m_board->snapshot;
    m_header->setFacts(tr("deals closed up to %1, touches of %2 days before each").arg(fullDayText(s.asOf)).arg(s.policy.attribution.lookbackDays));
    showFigures();
    showReturns();
    showCosts();
    showLift();
    showTouches();
    m_filled = {};
    showTab(m_tabs->currentIndex());
    Q_EMIT statusTextsChanged();
}

void RoiPage::showTab(int tab)
{
    if (!m_board || m_filled[static_cast<std::size_t>(tab)] == m_board.get())
        return;
    m_filled[static_cast<std::size_t>(tab)] = m_board.get();
    switch (static_cast<Tab>(tab)) {
    case Credit:
        return m_credit->show(m_board, chosen());
    case Deals:
        return m_deals->show(m_board, chosen());
    case Proof:
        return m_proof->show(m_board);
    case Pace:
        return m_pace->show(m_board);
    case Costs:
        return m_costsView->show(m_board);
    case Quarter:
        return m_quarter->show(m_board->snapshot);
    case Overview:
    case TabCount:
        return; // filled with the board
    }
}

bool RoiPage::settled() const
{
    return !m_running && m_costsView->settled() && m_quarter->settled();
}

Place RoiPage::place() const
{
    Place place{id()};
    if (m_tabs->currentIndex() > 0)
        place.detail.insert(tabKey, m_tabs->currentIndex());
    return place;
}

void RoiPage::goTo(const Place &place)
{
    m_tabs->setCurrentIndex(std::clamp(place.detail.value(tabKey).toInt(), 0, TabCount - 1));
}

void RoiPage::showFigures()
{
    const InfluenceFigures &reach = m_board->influence;
    const ActualFigures &came = m_board->actual;
    const Currency &currency = m_board->snapshot->settings.currency;
    const LiftReport *lift = m_board->lift ? &*m_board->lift : nullptr;
    m_influence->setFigures({{tr("Reached"), countText(reach.reached), tr("of %1 accounts").arg(countText(reach.accounts)), tr("Accounts with any activity in the last 365 days")},
                             {tr("Touches"), countText(reach.impressions), tr("in 365 days"), tr("Activities of any type in the last 365 days")},
                             {tr("Engaged"), countText(reach.engaged), tr("last 30 days"), tr("Accounts with a counting activity in the last 30 days")},
                             {tr("Touched pipeline"), compactAmountText(reach.touchedPipeline, currency), tr("not revenue"), tr("Open deals of accounts with at least one touch")}});
    const auto control = [&](LiftMeasure measure, const auto &words) {
        const LiftFigure *figure = lift ? &lift->after[static_cast<std::size_t>(measure)] : nullptr;
        return figure && figure->smallestVisible && figure->control ? tr("controls %1").arg(words(*figure->control)) : tr("last 365 days");
    };
    const auto rate = came.winRate();
    const auto average = came.averageDeal();
    m_actual->setFigures({{tr("Opportunities"), countText(came.opened), tr("opened in 365 days")},
                          {tr("Won"), countText(came.won), tr("of %1 closed").arg(countText(came.closed))},
                          {tr("Win rate"), dashed(rate ? std::optional(percentText(*rate, 1)) : std::nullopt), control(LiftMeasure::winRate, [](double share) { return percentText(share, 1); })},
                          {tr("Revenue"), compactAmountText(came.revenue, currency), tr("won deals")},
                          {tr("Average deal"), dashed(average ? std::optional(compactAmountText(*average, currency)) : std::nullopt),
                           came.medianDeal ? tr("median %1").arg(compactAmountText(*came.medianDeal, currency)) : QString()},
                          {tr("Cycle"), dashed(came.cycleDays ? std::optional(tr("%1 d").arg(numberText(*came.cycleDays, 0))) : std::nullopt),
                           control(LiftMeasure::cycle, [](double days) { return tr("%1 d").arg(numberText(days, 0)); })}});
}

void RoiPage::showReturns()
{
    if (!m_board)
        return;
    const Currency &currency = m_board->snapshot->settings.currency;
    const WorthView view = allWorthViews[static_cast<std::size_t>(m_subjects->current())];
    const bool campaigns = view == WorthView::campaigns;
    const auto model = static_cast<std::size_t>(chosen());
    m_shownRows = worthRows(*m_board, view);
    QList<double> all;
    std::vector<double> chosenReturns;
    for (const SubjectWorth *row : m_shownRows) {
        if (row->roiLow && campaigns)
            all << *row->roiLow << *row->roiHigh;
        if (row->roi[model])
            chosenReturns.push_back(*row->roi[model]);
    }
    if (!campaigns && !chosenReturns.empty()) {
        // Assets that cost next to nothing return thousands of per cent: the scale ends where most of them do.
        std::sort(chosenReturns.begin(), chosenReturns.end());
        all << chosenReturns.front() << chosenReturns[chosenReturns.size() * 3 / 4];
    }
    if (view != WorthView::tiers) {
        std::stable_sort(m_shownRows.begin(), m_shownRows.end(), [&](const SubjectWorth *a, const SubjectWorth *b) {
            constexpr double last = -1e300;
            return a->roi[model].value_or(last) > b->roi[model].value_or(last);
        });
    }
    const RangeScale scale = rangeScale(all);
    m_returns->setColumns({{worthViewColumn(view), 196},
                           {tr("Kind"), 80},
                           {tr("Cost, %1").arg(currencySign(currency)), 92, true},
                           {tr("%1 to %2, line at 0").arg(percentText(scale.low), percentText(scale.high)), 240, false, true},
                           {tr("ROI"), 76, true},
                           {tr("Paid back"), 84, true, false, tr("From the month of the first cost until the won money credited under the chosen model was no less than the cost, and stayed so")}});
    m_returns->setColumnHidden(KindColumn, !campaigns);
    m_returns->setColumnHidden(PaybackColumn, !campaigns);
    const auto add = [&](const QString &name, const QString &kind, const SubjectWorth &row, std::int64_t at, bool total) {
        auto *range = new QStandardItem;
        QString words = tr("no cost known: no return can be told");
        if (row.roiLow && row.roi[model]) {
            RangeMark mark{.points = {}, .chosen = *row.roi[model], .zero = 0, .scaleMin = scale.low, .scaleMax = scale.high, .total = total};
            QStringList models;
            for (std::size_t i = 0; i < creditModelCount; ++i) {
                if (row.roi[i]) {
                    mark.points << *row.roi[i];
                    models << tr("%1: %2").arg(modelTitle(static_cast<CreditModel>(i)), percentText(*row.roi[i]));
                }
            }
            range->setData(QVariant::fromValue(mark), RangeRole);
            words = models.join(u'\n');
        }
        range->setData(row.roi[model].value_or(-1e300), SortRole);
        range->setData(words, Qt::AccessibleTextRole);
        range->setToolTip(words);
        const auto roi = row.roi[model];
        m_returns->addRow({textItem(name, Tone::plain, total), textItem(kind, Tone::secondary),
                           row.cost.actual ? figureItem(wholeAmountText(*row.cost.actual, currency), static_cast<double>(row.cost.actual->minor), row.cost.overBudget() ? Tone::red : Tone::plain, total)
                                           : figureItem(QStringLiteral("–"), -1, Tone::muted),
                           range, roi ? figureItem(percentText(*roi), *roi, *roi < 0 ? Tone::red : Tone::plain, true) : figureItem(QStringLiteral("–"), -1e300, Tone::muted),
                           textItem(campaigns ? paybackText(*m_board, row, chosen()) : QString(), Tone::secondary)},
                          at);
    };
    for (std::size_t i = 0; i < m_shownRows.size(); ++i)
        add(worthName(view, *m_shownRows[i]), worthKind(*m_board, *m_shownRows[i]), *m_shownRows[i], static_cast<std::int64_t>(i), false);
    if (campaigns && m_board->allAbm)
        add(tr("All ABM campaigns"), tr("ABM"), *m_board->allAbm, -1, true);
    if (campaigns && m_board->allTraditional)
        add(tr("All traditional campaigns"), tr("traditional"), *m_board->allTraditional, -1, true);
    if ((view == WorthView::tiers || view == WorthView::plays) && m_board->program)
        add(tr("Program %1").arg(QString::fromStdString(m_board->programName)), {}, *m_board->program, -1, true);
    const CostTable &costs = m_board->worth.costs;
    const double without = costs.touches > 0 ? double(costs.touchesWithoutCost) / double(costs.touches) : 0;
    const Attribution &won = m_board->worth.won;
    QString foot = tr("Each cost is counted once, however many deals it touched. %1 of touches carry no cost.").arg(percentText(without, 1));
    if (won.total.minor > 0)
        foot += u' ' + tr("%1 of the won money had no touch and stands outside.").arg(percentText(double(won.noTouch.minor) / double(won.total.minor)));
    if (const QString note = worthViewNote(view); !note.isEmpty())
        foot = note + (view == WorthView::tiers || view == WorthView::plays ? u' ' + tr("The program: orders delivered since its start against the credit of touches of its accounts since then.") : QString());
    m_returnFoot->setText(foot);
    m_returnPanel->setFacts({});
    m_returnPanel->setToolTip(tr("Diamond: %1; dots: the other models").arg(modelTitle(chosen())));
}

void RoiPage::showCosts()
{
    const Currency &currency = m_board->snapshot->settings.currency;
    BarChart chart;
    chart.categoryName = tr("Campaign");
    chart.horizontal = true;
    const QStringList kinds{tr("hours"), tr("media"), tr("production"), tr("monthly fee")};
    const QList<Tone> tones{Tone::accent, Tone::bamboo, Tone::secondary, Tone::bamboo};
    for (int kind = 0; kind < 4; ++kind)
        chart.series << ChartSeries{.name = kinds[kind], .tone = tones[kind], .values = {}, .dashed = false, .hatched = kind == 3};
    double scale = 1;
    for (int i = 0; i < currency.exponent; ++i)
        scale *= 10;
    Money actual, planned;
    // The chart counts from below: the dearest stands on top.
    std::vector<CampaignCost> costs(m_board->costs.rbegin(), m_board->costs.rend());
    for (const CampaignCost &cost : costs) {
        chart.categories << QString::fromStdString(cost.label);
        for (std::size_t kind = 0; kind < 4; ++kind)
            chart.series[static_cast<int>(kind)].values << double(cost.byKind[kind].minor) / scale;
        actual += cost.actual;
        planned += cost.planned.value_or(Money{});
    }
    if (chart.categories.isEmpty())
        m_costs->clear();
    else
        m_costs->showBars(chart);
    QStringList legend;
    for (int kind = 0; kind < 4; ++kind)
        legend << QStringLiteral("<span style=\"color:%1\">%2</span> %3").arg(Theme::of(this).ink(tones[kind]).name(), kind == 3 ? QStringLiteral("▨") : QStringLiteral("■"), kinds[kind].toHtmlEscaped());
    m_costLegend->setText(legend.join(QStringLiteral("&nbsp;&nbsp; ")));
    m_costPanel->setFacts(tr("%1 of %2 planned").arg(compactAmountText(actual, currency), compactAmountText(planned, currency)));
    m_costs->setSentence(tr("%1 were spent on campaigns, %2 were planned.").arg(currencyText(actual, currency), currencyText(planned, currency)));
}

void RoiPage::showLift()
{
    fillLift(*m_lift, *m_board, false);
    if (!m_board->lift) {
        m_liftPanel->setFacts({});
        m_noLift->setState(EmptyState::Kind::tooFew, tr("Nobody to compare yet"), m_board->noLift ? errorText(*m_board->noLift) : QString());
        m_liftStack->setCurrentIndex(1);
        return;
    }
    m_liftStack->setCurrentIndex(0);
    const LiftReport &report = *m_board->lift;
    m_liftPanel->setFacts(tr("%1 program accounts against as many matched controls, since %2").arg(countText(report.matched), fullDayText(report.start)));
    QString foot = powerSentence(*m_board);
    if (report.holdoutAccounts > 0) {
        const auto &rate = report.holdout[0];
        foot += u' ' + tr("%1 hold-outs beside, win rate %2.").arg(countText(report.holdoutAccounts), rate ? percentText(*rate, 1) : QStringLiteral("–"));
    }
    if (report.matched < report.programAccounts)
        foot += u' ' + tr("%1 program accounts found no match.").arg(countText(report.programAccounts - report.matched));
    m_liftFoot->setText(foot);

    LineChart chart;
    chart.xName = tr("Quarter");
    ChartSeries program{.name = tr("program"), .tone = Tone::accent, .values = {}}, control{.name = tr("controls"), .tone = Tone::secondary, .values = {}, .dashed = true};
    QStringList quarters;
    double start = -1;
    for (const QuarterRate &quarter : m_board->quarters) {
        if (!quarter.program || !quarter.control)
            continue; // a quarter in which an arm closed nothing has no rate to draw
        if (start < 0 && quarter.start >= report.start)
            start = static_cast<double>(chart.x.size());
        chart.x << static_cast<double>(chart.x.size());
        program.values << *quarter.program * 100;
        control.values << *quarter.control * 100;
        const QString name = QString::fromStdString(quarterOf(quarter.start).name); // "2025 Q3"
        quarters << name.mid(5) + u' ' + name.mid(2, 2);
    }
    chart.series << program << control;
    if (start >= 0)
        chart.thresholds << ChartThreshold{start, tr("program starts"), Tone::bamboo, true};
    chart.xLabel = [quarters](double x) { return quarters.value(static_cast<int>(std::lround(x))); };
    if (chart.x.size() < 2)
        m_quarters->clear();
    else
        m_quarters->showLines(chart);
    m_quarters->setSentence(tr("Share of closed deals that were won, by quarter, program accounts and their controls."));
}

void RoiPage::showTouches()
{
    HistogramChart chart;
    chart.valueName = tr("Touches before the opportunity");
    chart.countName = tr("Opportunities");
    ChartSeries outside{.name = tr("Opportunities"), .tone = Tone::fit, .values = {}, .opacity = 0.5}, inside{.name = tr("7 to 13"), .tone = Tone::fit, .values = {}};
    for (std::size_t touches = 1; touches < m_board->touchesBefore.size(); ++touches) {
        const bool band = touches >= 7 && touches <= 13;
        chart.edges << double(touches) - 0.5;
        outside.values << (band ? 0.0 : double(m_board->touchesBefore[touches]));
        inside.values << (band ? double(m_board->touchesBefore[touches]) : 0.0);
    }
    chart.edges << double(m_board->touchesBefore.size()) - 0.5;
    chart.series << outside << inside;
    chart.label = [](double edge) { return countText(static_cast<std::int64_t>(std::ceil(edge))); };
    m_touches->showHistogram(chart);
    m_touchPanel->setFacts(m_board->dealsTouched > 0 ? tr("%1 deals, median %2; strong: 7 to 13").arg(countText(m_board->dealsTouched), countText(m_board->medianTouches)) : tr("none yet"));
    m_touches->setSentence(tr("Opportunities of the last year had a median of %1 touches before they were created; %2 had none. The articles speak of 7 to 13.")
                               .arg(countText(m_board->medianTouches), countText(m_board->touchesBefore.front())));
}

void RoiPage::openReceipt(int row)
{
    if (!m_board || row < 0 || static_cast<std::size_t>(row) >= m_shownRows.size())
        return;
    const SubjectWorth &worth = *m_shownRows[static_cast<std::size_t>(row)];
    const Currency &currency = m_board->snapshot->settings.currency;
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Return of %1").arg(worthName(allWorthViews[static_cast<std::size_t>(m_subjects->current())], worth)));
    auto *table = new FigureTable(dialog->windowTitle());
    table->setColumns({{tr("Model"), 210, false, true}, {tr("Won money credited"), 150, true}, {tr("less the cost"), 130, true}, {tr("ROI"), 90, true}});
    const QString cost = worth.cost.actual ? currencyText(*worth.cost.actual, currency) : QStringLiteral("–");
    for (std::size_t model = 0; model < creditModelCount; ++model)
        table->addRow({textItem(modelTitle(static_cast<CreditModel>(model)), Tone::plain, static_cast<CreditModel>(model) == chosen()), figureItem(currencyText(worth.revenue[model], currency), double(worth.revenue[model].minor)),
                       figureItem(cost, 0), worth.roi[model] ? figureItem(percentText(*worth.roi[model], 1), *worth.roi[model]) : figureItem(QStringLiteral("–"), -1e300)});
    QString text = tr("ROI = (won money credited − cost) / cost. Cost: %1 actual").arg(cost);
    if (worth.cost.planned)
        text += tr(", %1 planned").arg(currencyText(*worth.cost.planned, currency));
    if (worth.cost.sharedActual.minor != 0)
        text += tr(", of which %1 are its part of the platform fees, by touches").arg(currencyText(worth.cost.sharedActual, currency));
    text += tr(". %1 touches are tagged with it.").arg(countText(worth.cost.touches));
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(label);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    dialog->resize(640, 420);
    dialog->open();
}

void RoiPage::exportTable(const QString &word, const QString &title)
{
    const auto subject = worthSubject(word);
    if (!m_snapshot || !subject)
        return;
    const QString file = m_context.prompts.fileToSave(this, title, QStringLiteral("roi-") + word + QStringLiteral(".xlsx"), {tr("Excel workbook (*.xlsx)"), tr("CSV (*.csv)")}, QStringLiteral("xlsx"));
    if (file.isEmpty())
        return;
    Navigation *window = &m_context.navigation;
    m_context.session.run(
        title, [request = WorthRequest{.subject = *subject, .file = file, .asOf = m_snapshot->asOf}](Workspace &workspace, const Progress &progress) { return writeWorth(workspace, request, progress); }, this,
        [window](Result<WorthResult> result) {
            if (result.ok())
                window->notify(Tone::good, tr("%1 rows written to %2.").arg(countText(result->rows), QDir::toNativeSeparators(result->file)));
            else if (result.error().kind != ErrorKind::cancelled)
                window->showError(result.error());
        },
        WorkspaceSession::Effect::reads);
}

void RoiPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_board)
        showCosts();
}

void RoiPage::writeReport()
{
    if (!m_board)
        return;
    const QString file = m_context.prompts.fileToSave(this, tr("Report"), QStringLiteral("roi-report.pdf"), {tr("PDF to print (*.pdf)"), tr("Excel workbook with every table (*.xlsx)")}, QStringLiteral("pdf"));
    if (file.isEmpty())
        return;
    Navigation *window = &m_context.navigation;
    m_context.session.run(
        tr("Report"),
        [board = m_board, model = chosen(), title = tr("ROI report"), file](Workspace &, const Progress &progress) -> Outcome {
            if (file.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive))
                return writeWorthWorkbook(*board, model, file, progress);
            if (writePdf(*worthReport(*board, model), title, file))
                return Done{};
            return Error{.kind = ErrorKind::storage, .sentence = DIMSUM_TEXT("The report could not be written. Choose another folder, or free some space."), .file = file.toStdString()};
        },
        this,
        [window, file](const Outcome &written) {
            if (written.ok())
                window->notify(Tone::good, tr("The report was written to %1.").arg(QDir::toNativeSeparators(file)));
            else if (written.error().kind != ErrorKind::cancelled)
                window->showError(written.error());
        },
        WorkspaceSession::Effect::reads);
}

StatusTexts RoiPage::statusTexts() const
{
    StatusTexts texts;
    if (!m_board)
        return texts;
    const Currency &currency = m_board->snapshot->settings.currency;
    const Attribution &won = m_board->worth.won;
    texts.left << tr("%1 won deals, %2").arg(countText(won.deals), currencyText(won.total, currency));
    const auto &rows = m_board->worth.costs.rows;
    const auto campaigns = std::count_if(rows.begin(), rows.end(), [](const SubjectCost &row) { return row.subject == CostSubject::campaign; });
    const auto over = std::count_if(rows.begin(), rows.end(), [](const SubjectCost &row) { return row.overBudget(); });
    texts.left << (over > 0 ? tr("%1 campaigns, %2 over their limit").arg(campaigns).arg(over) : tr("%n campaign(s), none over its limit", nullptr, static_cast<int>(campaigns)));
    texts.right << tr("Attribution by account, %1 days").arg(m_board->snapshot->policy.attribution.lookbackDays) << tr("Seed %1").arg(LiftRules().seed);
    return texts;
}

QVariantMap RoiPage::saveState() const
{
    return {{subjectKey, m_subjects->current()}, {tabKey, m_tabs->currentIndex()}};
}

void RoiPage::restoreState(const QVariantMap &state)
{
    m_subjects->setCurrent(std::clamp(state.value(subjectKey).toInt(), 0, m_subjects->count() - 1));
    m_tabs->setCurrentIndex(std::clamp(state.value(tabKey).toInt(), 0, TabCount - 1));
}

QList<QWidget *> RoiPage::panes()
{
    switch (static_cast<Tab>(m_tabs->currentIndex())) {
    case Credit:
        return {m_credit->table()};
    case Deals:
        return {m_deals->deals(), m_deals->touches()};
    case Proof:
        return {m_proof->lift(), m_proof->kinds()};
    case Pace:
        return {m_pace->money(), m_pace->pace(), m_pace->stages(), m_pace->fallen()};
    case Costs:
        return {m_costsView->lines(), m_costsView->campaigns()};
    case Quarter:
        return {m_quarter->plays(), m_quarter->envelopes(), m_quarter->teams(), m_quarter->orders()};
    case Overview:
    case TabCount:
        break;
    }
    return {m_returns, m_lift};
}

} // namespace dimsum
