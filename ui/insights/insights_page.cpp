#include "ui/insights/insights_page.h"

#include "qt/display_text.h"
#include "qt/insight_words.h"
#include "qt/wording.h"
#include "service/insight_service.h"
#include "service/workspace_session.h"
#include "ui/common/chart_view.h"
#include "ui/common/empty_state.h"
#include "ui/common/foot_label.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/page_header.h"
#include "ui/common/panel.h"
#include "ui/common/prompts.h"
#include "ui/common/style.h"
#include "ui/insights/calibration_panel.h"
#include "ui/insights/flow_view.h"
#include "ui/insights/insight_feed.h"
#include "ui/insights/insight_lists.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace dimsum {

namespace {

const QString tabKey = QStringLiteral("tab");

QPushButton *headButton(Panel *panel, const char *icon, const QString &text)
{
    auto *button = new QPushButton(themedIcon(QString::fromLatin1(icon)), text);
    setLook(button, ButtonLook::normal, true);
    panel->addControl(button);
    return button;
}

// The most frequent values of a field, for a filter: at most so many.
void fillFilter(QComboBox *box, const QString &all, const Dictionary &values, const std::vector<std::int64_t> &counts)
{
    constexpr std::size_t most = 40;
    const QString before = box->currentText();
    std::vector<std::pair<std::int64_t, std::uint32_t>> order;
    for (std::uint32_t code = 1; code < counts.size(); ++code)
        order.emplace_back(-counts[code], code);
    std::sort(order.begin(), order.end());
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(all, 0U);
    for (std::size_t i = 0; i < order.size() && i < most; ++i)
        box->addItem(QString::fromStdString(values.at(order[i].second).label), order[i].second);
    box->setCurrentIndex(std::max(0, box->findText(before)));
}

void fillFilter(QComboBox *box, const QString &all, const FieldColumn &column)
{
    std::vector<std::int64_t> counts(column.values.size());
    for (const std::uint32_t code : column.codes)
        ++counts[code];
    fillFilter(box, all, column.values, counts);
}

} // namespace

InsightsPage::InsightsPage(PageContext context, QWidget *parent) : Page(parent), m_context(context)
{
    m_feed = context.insights ? context.insights : new InsightFeed(context.session, this);
    connect(m_feed, &InsightFeed::boardChanged, this, &InsightsPage::takeBoard);
    connect(m_feed, &InsightFeed::refused, this, &InsightsPage::takeRefusal);
    connect(m_feed, &InsightFeed::failed, this, [this](const Error &error) { m_context.navigation.showError(error); });
    m_header = new PageHeader(title(), this);
    m_handOff = new QToolButton;
    m_handOff->setIcon(themedIcon(QStringLiteral("send")));
    m_handOff->setText(tr("Hand off…"));
    m_handOff->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_handOff->setPopupMode(QToolButton::InstantPopup);
    m_handOff->setToolTip(tr("The selected accounts as a file for a tool; recorded, and followed for %1 days").arg(handOffDays));
    auto *targets = new QMenu(m_handOff);
    for (const auto &[target, text] : {std::pair(HandOffTarget::salesloft, tr("Salesloft people…")), std::pair(HandOffTarget::marketo, tr("Marketo list…")), std::pair(HandOffTarget::crm, tr("CRM tasks…"))})
        targets->addAction(text, this, [this, target = target] { handOffSelected(target); });
    m_handOff->setMenu(targets);
    m_header->addControl(m_handOff);
    m_message = new MessagePanel(this);
    m_message->hide();
    connect(m_message, &MessagePanel::linkActivated, m_message, &QWidget::hide);
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Insights"));
    m_stack = new QStackedWidget;
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->addTab({});
    m_stack->addWidget(buildOverview());
    m_stack->addWidget(buildList(HighIntensity, makeHighTable(false), tr("High intensity"), QStringLiteral("intensity")));
    m_stack->addWidget(buildList(NearMisses, makeMissTable(), tr("Near misses"), QStringLiteral("near-misses")));
    m_stack->addWidget(buildJourneys());
    m_stack->addWidget(buildList(Lookalikes, makeAlikeTable(false), tr("Lookalikes"), QStringLiteral("lookalikes")));
    m_stack->addWidget(buildList(Stumbling, makeBlockTable(), tr("Stumbling blocks"), QStringLiteral("stumbling")));
    m_stack->addWidget(buildList(Committees, makeCommitteeTable(), tr("Buying committees"), {}));
    m_stack->addWidget(buildList(Actions, makeActionTable(), tr("Next best actions"), QStringLiteral("actions")));
    m_panels[HandOffs] = new Panel(tr("Hand-offs"));
    m_panels[HandOffs]->setFacts(tr("each account is followed for %1 days, until it turns high-intensity, converts or expires").arg(handOffDays));
    m_tables[HandOffs] = makeHandOffTable();
    m_panels[HandOffs]->addContent(m_tables[HandOffs], 1);
    m_stack->addWidget(m_panels[HandOffs]);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
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
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(metric::pageMargin, metric::panelGap, metric::pageMargin, metric::pageMargin);
    inner->addWidget(m_stack);
    tabbed->addLayout(inner, 1);
    m_empty = new EmptyState(EmptyState::Kind::empty, tr("Nothing to find yet"), {});
    m_whole = new QStackedWidget;
    m_whole->addWidget(body);
    m_whole->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionRequested, this, [this] { m_context.navigation.openPage(page_id::exchange); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(m_whole, 1);
    setFocusProxy(m_tabs);
    showBoard();
}

InsightsPage::~InsightsPage() = default;

QWidget *InsightsPage::buildOverview()
{
    m_highPanel = new Panel(tr("High intensity"));
    QPushButton *open = headButton(m_highPanel, "open", tr("Open list"));
    connect(open, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(HighIntensity); });
    m_highBrief = makeHighTable(true);
    m_highPanel->addContent(m_highBrief, 1);
    m_calibration = new CalibrationPanel;
    connect(m_calibration, &CalibrationPanel::ruleWanted, this, &InsightsPage::useRule);
    m_pairPanel = new Panel(tr("First this, then that"));
    m_pairPanel->setFacts(tr("reaches high intensity in 90 days; grey: not proven"));
    m_pairsBrief = makePairTable(true);
    m_pairPanel->addContent(m_pairsBrief, 1);
    m_stepPanel = new Panel(tr("Missing step"));
    QPushButton *order = headButton(m_stepPanel, "menu", tr("Order plays…"));
    m_stepsBrief = makeStepTable(true);
    m_noSteps = new EmptyState(EmptyState::Kind::tooFew, tr("No missing step"), tr("A step is missed only where a pattern is proven and an account still has time for it."));
    m_stepStack = new QStackedWidget;
    m_stepStack->addWidget(m_stepsBrief);
    m_stepStack->addWidget(m_noSteps);
    m_stepPanel->addContent(m_stepStack, 1);
    connect(order, &QPushButton::clicked, this, [this] { openCard(*m_stepsBrief); });
    m_alikePanel = new Panel(tr("Lookalikes"));
    QPushButton *more = headButton(m_alikePanel, "open", tr("Open list"));
    connect(more, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(Lookalikes); });
    m_alikeWarning = footLabel();
    m_alikePanel->addContent(m_alikeWarning);
    m_alikeBrief = makeAlikeTable(true);
    m_noAlike = new EmptyState(EmptyState::Kind::tooFew, tr("Too few examples"), {}, tr("Like my own list…"));
    connect(m_noAlike, &EmptyState::actionRequested, this, &InsightsPage::askForSeeds);
    m_alikeStack = new QStackedWidget;
    m_alikeStack->addWidget(m_alikeBrief);
    m_alikeStack->addWidget(m_noAlike);
    m_alikePanel->addContent(m_alikeStack, 1);
    m_alikeFoot = footLabel();
    m_alikePanel->addContent(m_alikeFoot);
    for (FigureTable *table : {m_highBrief, m_stepsBrief, m_alikeBrief})
        connect(table, &FigureTable::accountActivated, this, &InsightsPage::openAccount);

    const auto side = [](std::initializer_list<std::pair<QWidget *, int>> parts) {
        auto *splitter = new QSplitter;
        splitter->setChildrenCollapsible(false);
        QList<int> sizes;
        for (const auto &[widget, size] : parts) {
            splitter->addWidget(widget);
            sizes << size;
        }
        splitter->setSizes(sizes);
        return splitter;
    };
    auto *whole = new QSplitter(Qt::Vertical);
    whole->setChildrenCollapsible(false);
    whole->addWidget(side({{m_highPanel, 660}, {m_calibration, 640}}));
    whole->addWidget(side({{m_pairPanel, 640}, {m_stepPanel, 310}, {m_alikePanel, 350}}));
    whole->setSizes({350, 340});
    return whole;
}

QWidget *InsightsPage::buildList(Tab tab, FigureTable *table, const QString &title, const QString &word)
{
    auto *panel = new Panel(title);
    m_panels[tab] = panel;
    m_tables[tab] = table;
    connect(table, &FigureTable::accountActivated, this, &InsightsPage::openAccount);
    if (tab == Lookalikes) {
        QPushButton *seeds = headButton(panel, "edit", tr("Like my own list…"));
        seeds->setToolTip(tr("Paste the domains of the accounts that others should resemble"));
        connect(seeds, &QPushButton::clicked, this, &InsightsPage::askForSeeds);
    }
    if (tab != Stumbling) {
        QPushButton *card = headButton(panel, "menu", tr("Order plays…"));
        card->setToolTip(tr("Opens the menu card of the selected account"));
        connect(card, &QPushButton::clicked, this, [this, table] { openCard(*table); });
    }
    if (tab == Actions) {
        for (const bool useful : {true, false}) {
            QPushButton *verdict = headButton(panel, useful ? "check" : "close", useful ? tr("Useful") : tr("Wrong"));
            verdict->setToolTip(useful ? tr("Counts for the hit rate of this kind of action")
                                       : tr("Takes the selected action away for 30 days and counts against its kind; kinds that are mostly wrong stand back"));
            connect(verdict, &QPushButton::clicked, this, [this, useful] { judge(useful); });
        }
        m_hitRates = footLabel();
    }
    if (!word.isEmpty()) {
        QPushButton *exporting = headButton(panel, "download", tr("Export…"));
        connect(exporting, &QPushButton::clicked, this, [this, word, title] { exportList(word, title); });
    }
    if (tab == Lookalikes) {
        m_learners = footLabel();
        panel->addContent(m_learners);
    }
    panel->addContent(table, 1);
    if (tab == Actions)
        panel->addContent(m_hitRates);
    if (tab != HighIntensity)
        return panel;
    auto *trend = new Panel(tr("High-intensity accounts by month"));
    m_trend = new ChartView;
    m_trend->setAccessibleName(tr("High-intensity accounts by month"));
    trend->addPadded(m_trend, 1);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(panel);
    splitter->addWidget(trend);
    splitter->setSizes({480, 200});
    return splitter;
}

QWidget *InsightsPage::buildJourneys()
{
    auto *panel = new Panel(tr("First this, then that"));
    m_panels[Journeys] = panel;
    m_tables[Journeys] = makePairTable(false);
    m_industry = new QComboBox;
    m_industry->setAccessibleName(tr("Industry"));
    m_country = new QComboBox;
    m_country->setAccessibleName(tr("Country"));
    m_area = new QComboBox;
    m_area->setAccessibleName(tr("Product area"));
    for (QComboBox *box : {m_industry, m_country, m_area}) {
        panel->addControl(box);
        connect(box, &QComboBox::currentIndexChanged, this, &InsightsPage::filterPairs);
    }
    QPushButton *exporting = headButton(panel, "download", tr("Export…"));
    connect(exporting, &QPushButton::clicked, this, [this] { exportList(QStringLiteral("journeys"), tr("Journeys")); });
    panel->addContent(m_tables[Journeys], 1);
    auto *flow = new Panel(tr("First three steps"));
    flow->setFacts(tr("of all accounts, as wide as the number of accounts"));
    m_flow = new FlowView;
    flow->addPadded(m_flow, 1);
    auto *steps = new Panel(tr("Missing step"));
    QPushButton *order = headButton(steps, "menu", tr("Order plays…"));
    m_steps = makeStepTable(false);
    steps->addContent(m_steps, 1);
    connect(order, &QPushButton::clicked, this, [this] { openCard(*m_steps); });
    connect(m_steps, &FigureTable::accountActivated, this, &InsightsPage::openAccount);
    auto *below = new QSplitter;
    below->setChildrenCollapsible(false);
    below->addWidget(flow);
    below->addWidget(steps);
    below->setSizes({560, 740});
    auto *whole = new QSplitter(Qt::Vertical);
    whole->setChildrenCollapsible(false);
    whole->addWidget(panel);
    whole->addWidget(below);
    whole->setSizes({380, 320});
    return whole;
}

void InsightsPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool otherFile = !m_snapshot || !snapshot || m_snapshot->path != snapshot->path;
    m_snapshot = std::move(snapshot);
    if (otherFile) {
        m_board.reset();
        m_message->hide();
        showBoard();
    }
    if (isVisible())
        m_feed->want();
}

void InsightsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_feed->want();
    takeBoard(); // another page may have asked for it
}

bool InsightsPage::settled() const
{
    return !m_running && !m_following && !m_feed->running();
}

void InsightsPage::takeBoard()
{
    // A hidden page fills its lists when it is shown.
    if (m_board == m_feed->board() || !isVisible())
        return;
    m_board = m_feed->board();
    showBoard();
}

void InsightsPage::takeRefusal(const Error &error)
{
    m_board.reset();
    m_empty->setState(EmptyState::Kind::empty, tr("Nothing to find yet"), errorText(error), tr("Import activities"));
    m_whole->setCurrentIndex(1);
}

void InsightsPage::showBoard()
{
    const InsightBoard *board = m_board.get();
    m_whole->setCurrentIndex(0);
    const auto name = [this](Tab tab, const QString &word, std::optional<std::size_t> count) {
        m_tabs->setTabText(tab, count ? tr("%1  %2").arg(word, countText(static_cast<std::int64_t>(*count))) : word);
    };
    using Count = std::optional<std::size_t>;
    name(Overview, tr("Overview"), {});
    name(HighIntensity, tr("High intensity"), board ? Count(board->high.size()) : Count());
    name(NearMisses, tr("Near misses"), board ? Count(board->misses.size()) : Count());
    name(Journeys, tr("Journeys"), board ? Count(static_cast<std::size_t>(board->patterns())) : Count());
    name(Lookalikes, tr("Lookalikes"), board && board->lookalikes ? Count(board->alike.size()) : Count());
    name(Stumbling, tr("Stumbling blocks"),
         board ? Count(static_cast<std::size_t>(std::count_if(board->blocks.begin(), board->blocks.end(), [](const StumblingBlock &b) { return b.broken() || b.stops(); }))) : Count());
    name(Committees, tr("Committees"), board ? Count(board->committees.size()) : Count());
    name(Actions, tr("Next actions"), board ? Count(board->actions.size()) : Count());
    name(HandOffs, tr("Hand-offs"), {});
    if (!board) {
        m_header->setFacts(m_snapshot ? tr("looking…") : QString());
        for (FigureTable *table : m_tables) {
            if (table)
                table->clearRows();
        }
        for (FigureTable *table : {m_highBrief, m_pairsBrief, m_stepsBrief, m_alikeBrief, m_steps})
            table->clearRows();
        Q_EMIT statusTextsChanged();
        return;
    }
    const Snapshot &s = *board->snapshot;
    const std::int64_t active = board->active();
    m_header->setFacts(tr("%1 accounts active in the last %2 days").arg(countText(active)).arg(s.policy.intensity.windowDays));
    const double share = active > 0 ? double(board->high.size()) / double(active) : 0;
    m_highPanel->setFacts(tr("%1 of %2 active, that is %3").arg(countText(static_cast<std::int64_t>(board->high.size())), countText(active), percentText(share, 1)));
    fillHigh(*m_highBrief, *board, true);
    fillHigh(*m_tables[HighIntensity], *board, false);
    fillMisses(*m_tables[NearMisses], *board);
    fillPairs(*m_pairsBrief, *board, board->pairs, true);
    fillSteps(*m_stepsBrief, *board, true);
    fillSteps(*m_steps, *board, false);
    fillBlocks(*m_tables[Stumbling], *board);
    fillCommittees(*m_tables[Committees], *board);
    fillActions(*m_tables[Actions], *board);
    m_hitRates->setText(hitRateWords(*board));
    m_hitRates->setVisible(!m_hitRates->text().isEmpty());
    m_stepStack->setCurrentIndex(board->steps.empty() ? 1 : 0);
    m_stepPanel->setFacts(tr("%n account(s)", nullptr, static_cast<int>(board->steps.size())));
    m_calibration->setCalibration(board->calibration, s.policy.intensity);
    for (const auto &[tab, count] : {std::pair(HighIntensity, board->high.size()), std::pair(NearMisses, board->misses.size()), std::pair(Actions, board->actions.size()), std::pair(Committees, board->committees.size())})
        m_panels[static_cast<std::size_t>(tab)]->setFacts(count > mostInsightRows ? tr("the first %1; the export has all %2").arg(mostInsightRows).arg(countText(static_cast<std::int64_t>(count))) : QString());

    LineChart trend;
    trend.xName = tr("Month");
    ChartSeries line{.name = tr("High-intensity accounts"), .tone = Tone::accent, .values = {}};
    QStringList months;
    for (const IntensityTrendPoint &point : board->trend) {
        trend.x << static_cast<double>(trend.x.size());
        line.values << static_cast<double>(point.high);
        months << dayText(point.day);
    }
    trend.series << line;
    trend.xLabel = [months](double x) { return months.value(static_cast<int>(x + 0.5)); };
    m_trend->showLines(trend);
    m_trend->setSentence(tr("%n high-intensity account(s) now.", nullptr, static_cast<int>(board->high.size())));

    QStringList types;
    for (std::uint32_t code = 0; code < board->types.size(); ++code)
        types << QString::fromStdString(board->types.at(code).label);
    m_flow->setFlow(board->flow, types);
    fillFilter(m_industry, tr("Industry: all"), s.accounts.industry);
    fillFilter(m_country, tr("Country: all"), s.accounts.country);
    fillFilter(m_area, tr("Area: all"), board->areas, board->areaCounts);
    filterPairs();
    showLookalikes();
    loadHandOffs();
    Q_EMIT statusTextsChanged();
}

void InsightsPage::showLookalikes()
{
    const InsightBoard &board = *m_board;
    fillAlike(*m_alikeBrief, board, true);
    fillAlike(*m_tables[Lookalikes], board, false);
    if (!board.lookalikes) {
        const QString why = board.noLookalikes ? errorText(*board.noLookalikes) : QString();
        m_alikePanel->setFacts({});
        m_noAlike->setState(EmptyState::Kind::tooFew, tr("Too few examples"), why, tr("Like my own list…"));
        m_alikeStack->setCurrentIndex(1);
        m_alikeWarning->hide();
        m_alikeFoot->hide();
        m_learners->setText(why);
        return;
    }
    m_alikeStack->setCurrentIndex(0);
    m_alikeWarning->show();
    m_alikeFoot->show();
    const LookalikeFindings &found = *board.lookalikes;
    const LearnerReport &used = found.result.reports[static_cast<std::size_t>(found.result.chosen)];
    const Learner otherLearner = found.result.chosen == Learner::logistic ? Learner::baggedTrees : Learner::logistic;
    const LearnerReport &other = found.result.reports[static_cast<std::size_t>(otherLearner)];
    m_alikeWarning->setText(found.seeded ? tr("Like the %n account(s) of your list.", nullptr, static_cast<int>(found.result.positives))
                                         : tr("Of the %n example(s), some were chosen by marketing.", nullptr, static_cast<int>(found.result.positives)));
    m_alikeFoot->setText(tr("finds %1 of known in the top 10 %, AUC %2").arg(percentText(used.recall10), numberText(used.auc, 2)));
    QString facts = tr("top tenth: none yet");
    if (board.decile && board.decile->top > 0 && board.decile->allOutcomes > 0) {
        const double top = double(board.decile->topOutcomes) / double(board.decile->top), all = double(board.decile->allOutcomes) / double(board.decile->all);
        facts = tr("top tenth converts %1").arg(ratioText(top / all));
    }
    m_alikePanel->setFacts(facts);
    const auto words = [](Learner learner) { return learner == Learner::logistic ? tr("logistic regression") : tr("bagged trees"); };
    QString text = tr("Used: %1. Held-out examples found in the top 5 / 10 / 20 %: %2 / %3 / %4; AUC %5 ± %6. Beside it: %7 finds %8 in the top 10 %, AUC %9.")
                       .arg(words(found.result.chosen), percentText(used.recall5), percentText(used.recall10), percentText(used.recall20), numberText(used.auc, 3), numberText(used.aucSpread, 3),
                            words(otherLearner), percentText(other.recall10), numberText(other.auc, 3));
    text += u' ' + tr("Never used: interactions, people and areas, because they define high intensity.");
    if (!found.excluded.empty()) {
        QStringList fields;
        for (const std::string &field : found.excluded)
            fields << QString::fromStdString(field);
        text += u' ' + tr("Left out because they give the answer away: %1.").arg(fields.join(QStringLiteral(", ")));
    }
    text += u' ' + tr("“Alike” is for display: never add it up to a market size.");
    m_learners->setText(text);
}

namespace {

// Accounts that ever did something about a product area, up to the date.
void keepAccountsOfArea(const ActivityColumns &activities, std::uint32_t area, Day asOf, std::vector<std::uint8_t> &chosen)
{
    for (std::size_t account = 0; account < chosen.size(); ++account) {
        const RowRange range = activities.byAccount.of(account);
        bool there = false;
        for (std::size_t row = range.begin; row < range.end && !there; ++row)
            there = activities.area[row] == area && activities.day[row] <= asOf;
        chosen[account] = there ? chosen[account] : std::uint8_t{0};
    }
}

} // namespace

void InsightsPage::judge(bool useful)
{
    const std::int64_t row = m_tables[Actions]->currentAccount();
    const NextAction *action = m_board && row >= 0 ? m_board->actionOf(static_cast<std::uint32_t>(row)) : nullptr;
    if (!action) {
        m_message->setMessage(MessagePanel::Kind::bamboo, tr("Select an action of the list first."), tr("Dismiss"));
        m_message->show();
        return;
    }
    m_message->hide();
    const Snapshot &s = *m_board->snapshot;
    m_context.session.run(tr("Keeping the verdict"), [account = s.accounts.id[action->account], kind = action->kind, useful, asOf = s.asOf,
                                                      by = m_context.preferences.who().toStdString()](Workspace &workspace, const Progress &) {
        return judgeAction(workspace, account, kind, useful, asOf, by);
    });
}

void InsightsPage::filterPairs()
{
    if (!m_board)
        return;
    const Snapshot &s = *m_board->snapshot;
    const std::uint32_t industry = m_industry->currentData().toUInt(), country = m_country->currentData().toUInt(), area = m_area->currentData().toUInt();
    if (industry == 0 && country == 0 && area == 0) {
        fillPairs(*m_tables[Journeys], *m_board, m_board->pairs, false);
        m_panels[Journeys]->setFacts(tr("%1 patterns of %2 pairs tested").arg(countText(m_board->patterns()), countText(static_cast<std::int64_t>(m_board->pairs.size()))));
        return;
    }
    std::vector<std::uint8_t> chosen(s.size());
    for (std::size_t row = 0; row < s.size(); ++row)
        chosen[row] = (industry == 0 || s.accounts.industry.codes[row] == industry) && (country == 0 || s.accounts.country.codes[row] == country) ? 1 : 0;
    m_running = true;
    m_context.session.run(
        tr("Looking for patterns"),
        [board = m_board, chosen = std::move(chosen), area](Workspace &workspace, const Progress &progress) mutable -> Result<std::vector<JourneyPair>> {
            const Snapshot &snapshot = *board->snapshot;
            const auto events = allEvents(workspace, *snapshot.world, progress);
            if (!events)
                return events.error();
            const ActivityColumns &activities = (*events)->activities;
            if (area != 0)
                keepAccountsOfArea(activities, area, snapshot.asOf, chosen);
            return journeyPairs(activities, snapshot.size(), snapshot.policy.engagement, snapshot.policy.intensity, snapshot.asOf, chosen, progress);
        },
        this,
        [this, board = m_board](Result<std::vector<JourneyPair>> pairs) {
            m_running = false;
            if (!pairs.ok() || board != m_board)
                return;
            fillPairs(*m_tables[Journeys], *m_board, *pairs, false);
            const auto patterns = std::count_if(pairs->begin(), pairs->end(), [](const JourneyPair &pair) { return pair.pattern; });
            m_panels[Journeys]->setFacts(tr("%1 patterns of %2 pairs tested").arg(countText(patterns), countText(static_cast<std::int64_t>(pairs->size()))));
        },
        WorkspaceSession::Effect::reads);
}

void InsightsPage::askForSeeds()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Lookalikes of my own list"));
    auto *text = new QPlainTextEdit;
    text->setPlaceholderText(tr("acme.com\nglobex.com\n…"));
    text->setAccessibleName(tr("Accounts, one per line"));
    auto *label = new QLabel(tr("Accounts that others should resemble, one per line: domain, CRM id or name. At least %1. Empty: the high-intensity accounts.").arg(fewestPositives));
    label->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *customers = buttons->addButton(tr("My customers"), QDialogButtonBox::ActionRole);
    customers->setToolTip(tr("Fills in the accounts with a won deal"));
    connect(customers, &QPushButton::clicked, this, [this, text] {
        QStringList domains;
        for (std::uint32_t row = 0; m_snapshot && row < m_snapshot->size(); ++row) {
            if (m_snapshot->scores.deals.customer[row] != 0) {
                const std::string_view domain = m_snapshot->accounts.domain.at(row);
                domains << QString::fromUtf8(domain.data(), static_cast<qsizetype>(domain.size()));
            }
        }
        text->setPlainText(domains.join(u'\n'));
    });
    QPushButton *find = buttons->addButton(tr("Find lookalikes"), QDialogButtonBox::AcceptRole);
    find->setDefault(true);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(label);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    dialog->resize(420, 420);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, dialog, text] {
        useSeeds(text->toPlainText());
        dialog->accept();
    });
    dialog->open();
}

void InsightsPage::useSeeds(const QString &pasted)
{
    if (!m_snapshot)
        return;
    if (pasted.trimmed().isEmpty())
        return m_feed->setSeeds({});
    m_running = true;
    m_context.session.run(
        tr("Reading the list"),
        [pasted, snapshot = m_snapshot](Workspace &workspace, const Progress &) { return seedsFromText(workspace, pasted, snapshot->rowOf); }, this,
        [this](Result<std::vector<std::uint8_t>> seeds) {
            m_running = false;
            if (!seeds.ok()) {
                m_message->setMessage(MessagePanel::Kind::red, errorText(seeds.error()), tr("Dismiss"));
                m_message->show();
                return;
            }
            m_message->hide();
            m_feed->setSeeds(std::move(*seeds));
        },
        WorkspaceSession::Effect::reads);
}

void InsightsPage::useRule(const IntensityRules &rules)
{
    if (!m_snapshot)
        return;
    TierPolicy policy = m_snapshot->policy;
    policy.intensity = rules;
    m_context.session.run(tr("Changing the rule"), [policy, version = m_snapshot->policyVersion, who = m_context.preferences.who().toStdString()](Workspace &workspace, const Progress &) {
        return setPolicy(workspace, policy, who, version);
    });
}

void InsightsPage::exportList(const QString &word, const QString &title)
{
    const auto subject = insightSubject(word);
    if (!m_snapshot || !subject)
        return;
    const QString file = m_context.prompts.fileToSave(this, tr("Export: %1").arg(title), word + QStringLiteral(".xlsx"),
                                                      {tr("Excel workbook (*.xlsx)"), tr("CSV (*.csv)")}, QStringLiteral("xlsx"));
    if (file.isEmpty())
        return;
    Navigation *window = &m_context.navigation;
    m_context.session.run(
        tr("Export: %1").arg(title),
        [request = InsightRequest{.subject = *subject, .file = file, .asOf = m_snapshot->asOf}](Workspace &workspace, const Progress &progress) { return writeInsight(workspace, request, progress); },
        this,
        [window](Result<InsightResult> result) {
            if (result.ok())
                window->notify(Tone::good, tr("%1 rows written to %2.").arg(countText(result->rows), QDir::toNativeSeparators(result->file)));
            else if (result.error().kind != ErrorKind::cancelled)
                window->showError(result.error());
        },
        WorkspaceSession::Effect::reads);
}

void InsightsPage::loadHandOffs()
{
    m_following = true;
    m_context.session.run(
        tr("Following hand-offs"), [snapshot = m_board->snapshot](Workspace &workspace, const Progress &) { return handOffs(workspace, *snapshot); }, this,
        [this](Result<std::vector<HandOffLine>> lines) {
            m_following = false;
            if (!lines.ok())
                return;
            fillHandOffs(*m_tables[HandOffs], *lines);
            m_tabs->setTabText(HandOffs, tr("%1  %2").arg(tr("Hand-offs"), countText(static_cast<std::int64_t>(lines->size()))));
        },
        WorkspaceSession::Effect::reads);
}

void InsightsPage::handOffSelected(HandOffTarget target)
{
    const int tab = m_tabs->currentIndex();
    const FigureTable *table = tab == Overview ? m_highBrief : tab == Journeys ? m_steps : m_tables[static_cast<std::size_t>(tab)];
    HandOffRequest request{.target = target, .file = {}, .items = {}, .by = m_context.preferences.who().toStdString()};
    if (m_board) {
        const Snapshot &s = *m_board->snapshot;
        QModelIndexList rows = table->selectionModel()->selectedRows();
        std::sort(rows.begin(), rows.end());
        for (const QModelIndex &index : std::as_const(rows)) {
            const std::int64_t row = table->accountOf(index);
            if (row < 0 || tab == HandOffs || tab == Stumbling)
                continue;
            const auto at = static_cast<std::uint32_t>(row);
            HandOffItem item{.account = s.accounts.id[at], .action = "follow up", .reason = {}, .deadline = s.asOf + 30, .owner = s.accounts.owner.at(at).label};
            if (const NextAction *action = m_board->actionOf(at)) {
                item.action = std::string(actionName(action->kind));
                item.reason = action->reason;
                item.deadline = action->deadline;
            }
            request.items.push_back(std::move(item));
        }
    }
    if (request.items.empty()) {
        m_context.navigation.hint(tr("Select the accounts to hand off in a list first."));
        return;
    }
    request.file = m_context.prompts.fileToSave(this, tr("Hand off %n account(s)", nullptr, static_cast<int>(request.items.size())),
                                                QString::fromLatin1(handOffTargetName(target).data()) + QStringLiteral(".csv"), {tr("CSV (*.csv)"), tr("Excel workbook (*.xlsx)")}, QStringLiteral("csv"));
    if (request.file.isEmpty())
        return;
    Navigation *window = &m_context.navigation;
    m_context.session.run(
        tr("Handing off"), [request](Workspace &workspace, const Progress &progress) { return handOff(workspace, request, progress); }, this,
        [this, window](Result<HandOffResult> result) {
            if (!result.ok()) {
                if (result.error().kind != ErrorKind::cancelled)
                    window->showError(result.error());
                return;
            }
            QString text = tr("%1 accounts handed off to %2.").arg(countText(result->accounts), QDir::toNativeSeparators(result->file));
            if (result->optedOut > 0)
                text += u' ' + tr("%n person(s) opted out and stayed here.", nullptr, static_cast<int>(result->optedOut));
            if (result->unknown > 0)
                text += u' ' + tr("%n person(s) without consent data stayed here.", nullptr, static_cast<int>(result->unknown));
            window->notify(Tone::good, text);
            loadHandOffs();
        },
        WorkspaceSession::Effect::reads);
}

void InsightsPage::openCard(const FigureTable &table)
{
    const std::int64_t row = table.currentAccount();
    if (!m_board || row < 0) {
        m_context.navigation.hint(tr("Select an account first."));
        return;
    }
    m_context.navigation.openMenuCard(m_board->snapshot->accounts.id[static_cast<std::size_t>(row)]);
}

void InsightsPage::openAccount(qint64 row)
{
    if (m_board)
        m_context.navigation.openAccount(m_board->snapshot->accounts.id[static_cast<std::size_t>(row)]);
}

StatusTexts InsightsPage::statusTexts() const
{
    StatusTexts texts;
    if (!m_board)
        return texts;
    const Snapshot &s = *m_board->snapshot;
    const int window = s.policy.intensity.windowDays;
    texts.left << tr("%1 high intensity").arg(countText(static_cast<std::int64_t>(m_board->high.size())))
               << tr("%n near miss(es)", nullptr, static_cast<int>(m_board->misses.size()))
               << tr("%1 patterns of %2 pairs tested").arg(countText(m_board->patterns()), countText(static_cast<std::int64_t>(m_board->pairs.size())));
    texts.right << tr("Window %1 days: %2 to %3").arg(window).arg(dayText(s.asOf - (window - 1)), dayText(s.asOf)) << tr("Seed %1").arg(LookalikeRules().seed);
    return texts;
}

QVariantMap InsightsPage::saveState() const
{
    return {{tabKey, m_tabs->currentIndex()}};
}

void InsightsPage::restoreState(const QVariantMap &state)
{
    m_tabs->setCurrentIndex(std::clamp(state.value(tabKey).toInt(), 0, TabCount - 1));
}

Place InsightsPage::place() const
{
    return {.page = {}, .account = {}, .detail = {{tabKey, m_tabs->currentIndex()}}};
}

void InsightsPage::goTo(const Place &place)
{
    if (place.detail.contains(tabKey))
        m_tabs->setCurrentIndex(std::clamp(place.detail.value(tabKey).toInt(), 0, TabCount - 1));
}

QList<QWidget *> InsightsPage::panes()
{
    const int tab = m_tabs->currentIndex();
    return tab == Overview ? QList<QWidget *>{m_highBrief, m_pairsBrief, m_stepsBrief, m_alikeBrief} : QList<QWidget *>{m_tables[static_cast<std::size_t>(tab)]};
}

} // namespace dimsum
