#include "ui/icp/icp_page.h"

#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "qt/role_words.h"
#include "qt/roles.h"
#include "ui/common/chart_view.h"
#include "ui/common/empty_state.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/meter_delegate.h"
#include "ui/common/page_header.h"
#include "ui/common/panel.h"
#include "ui/common/segmented.h"
#include "ui/common/style.h"
#include "ui/common/table_export.h"
#include "ui/common/table_setup.h"
#include "ui/common/tag_delegate.h"
#include "ui/common/theme.h"
#include "ui/common/tier_delegate.h"
#include "ui/icp/funnel_view.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int fitClasses = 20;
constexpr std::size_t mostListed = 1000; // of the enrichment list; the export has all

const QString splitterKey = QStringLiteral("splitter"), gapsKey = QStringLiteral("gaps");

// The name of a field of files ("annual_revenue") for people; a custom header stays as it is.
QString fieldLabel(const std::string &field)
{
    const auto known = fieldOf(field);
    return known ? fieldTitle(*known) : QString::fromStdString(field);
}

} // namespace

IcpPage::IcpPage(PageContext context, QWidget *parent) : Page(parent), m_context(context)
{
    m_header = new PageHeader(title(), this);
    m_message = new MessagePanel(this);
    m_message->hide();
    auto *left = new QSplitter(Qt::Vertical);
    left->addWidget(buildCriteria());
    left->addWidget(buildLearning());
    left->setChildrenCollapsible(false);
    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(buildMarket());
    right->addWidget(buildGaps());
    right->setStretchFactor(1, 1);
    right->setChildrenCollapsible(false);
    m_splitter = new QSplitter;
    m_splitter->addWidget(left);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 4);
    m_splitter->setSizes({740, 580});
    m_splitter->setChildrenCollapsible(false);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(metric::pageMargin, metric::panelGap, metric::pageMargin, metric::pageMargin);
    body->addWidget(m_splitter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(body, 1);
    connect(m_message, &MessagePanel::linkActivated, m_message, &QWidget::hide);
    setFocusProxy(m_table);
    buildCommands();
}

IcpPage::~IcpPage() = default;

QWidget *IcpPage::buildCriteria()
{
    auto *panel = new Panel(tr("Criteria"));
    panel->setFacts(tr("fit is the weight that says yes"));
    const auto button = [&](const char *icon, const QString &text, auto run) {
        auto *made = new QPushButton(themedIcon(QString::fromLatin1(icon)), text);
        made->setAccessibleName(text);
        setLook(made, ButtonLook::normal, true);
        panel->addControl(made);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    const auto tool = [&](const char *icon, const QString &text, auto run) {
        QPushButton *made = button(icon, {}, run);
        made->setAccessibleName(text);
        made->setToolTip(text);
        return made;
    };
    m_up = tool("up", tr("Move the criterion up"), [this] { moveCriterion(-1); });
    m_down = tool("down", tr("Move the criterion down"), [this] { moveCriterion(1); });
    m_remove = tool("delete", tr("Remove the criterion"), [this] { removeCriterion(); });
    m_edit = button("edit", tr("Change…"), [this] { editCriterion(); });
    button("add", tr("Criterion…"), [this] { addCriterion(); });

    m_table = new QTableView;
    m_table->setAccessibleName(tr("Criteria of the ICP"));
    m_table->setModel(&m_criteria);
    setUpTable(m_table, {.sortable = false, .multiSelect = false, .editable = true});
    m_table->setItemDelegateForColumn(CriterionTableModel::MustHave, new TagDelegate(m_table));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(CriterionTableModel::Condition, QHeaderView::Stretch);
    m_table->setColumnWidth(CriterionTableModel::Weight, 68);
    m_table->setColumnWidth(CriterionTableModel::MustHave, 88);
    for (const int column : {CriterionTableModel::Yes, CriterionTableModel::No, CriterionTableModel::Unknown})
        m_table->setColumnWidth(column, 90);
    m_empty = new EmptyState(EmptyState::Kind::empty, tr("No criteria yet"),
                             tr("Say what a fitting account is, or learn it from the best customers below."), tr("Add a criterion"));
    m_criteriaStack = new QStackedWidget;
    m_criteriaStack->addWidget(m_table);
    m_criteriaStack->addWidget(m_empty);
    panel->addContent(m_criteriaStack, 1);
    m_committee = new QLabel;
    m_committee->setTextFormat(Qt::RichText);
    m_committee->setWordWrap(true);
    m_committee->setContentsMargins(12, 6, 12, 6);
    panel->addContent(m_committee);
    connect(m_empty, &EmptyState::actionRequested, this, &IcpPage::addCriterion);
    connect(m_committee, &QLabel::linkActivated, this, &IcpPage::editCommittee);
    connect(&m_criteria, &CriterionTableModel::weightWanted, this, [this](int row, int weight) {
        Icp icp = m_snapshot->icp;
        icp.criteria[static_cast<std::size_t>(row)].weight = weight;
        store(std::move(icp));
    });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != CriterionTableModel::Weight)
            editCriterion();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        for (Command *command : std::as_const(m_commands))
            command->changed();
        for (QPushButton *control : {m_edit, m_remove, m_up, m_down})
            control->setEnabled(selected() >= 0);
    });
    return panel;
}

QWidget *IcpPage::buildLearning()
{
    auto *panel = new Panel(tr("Learn from the best customers"));
    panel->setFacts(tr("suggests, never adopts by itself"));
    m_adopt = new QPushButton(themedIcon(QStringLiteral("check")), tr("Adopt selected"));
    m_learn = new QPushButton(themedIcon(QStringLiteral("star")), tr("Learn"));
    for (QPushButton *control : {m_adopt, m_learn}) {
        setLook(control, ButtonLook::normal, true);
        panel->addControl(control);
    }
    m_adopt->setEnabled(false);
    m_verdict = new QLabel;
    m_verdict->setTextFormat(Qt::RichText);
    m_verdict->setWordWrap(true);
    m_verdict->setContentsMargins(12, 8, 12, 8);
    m_suggestionTable = new QTableView;
    m_suggestionTable->setAccessibleName(tr("What the best customers have more often"));
    m_suggestionTable->setModel(&m_suggestions);
    setUpTable(m_suggestionTable, {.sortable = false});
    m_suggestionTable->setItemDelegateForColumn(SuggestionTableModel::IntervalColumn, new MeterDelegate(m_suggestionTable));
    m_suggestionTable->horizontalHeader()->setStretchLastSection(false);
    m_suggestionTable->horizontalHeader()->setSectionResizeMode(SuggestionTableModel::Condition, QHeaderView::Stretch);
    const QList<int> widths{200, 64, 128, 120, 96, 70, 64};
    for (int column = 0; column < widths.size(); ++column)
        m_suggestionTable->setColumnWidth(column, widths[column]);
    panel->addContent(m_verdict);
    panel->addContent(m_suggestionTable, 1);
    connect(m_learn, &QPushButton::clicked, this, &IcpPage::learn);
    connect(m_adopt, &QPushButton::clicked, this, &IcpPage::adoptSelected);
    connect(m_suggestionTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_adopt->setEnabled(m_suggestionTable->selectionModel()->hasSelection()); });
    m_verdict->setText(tr("Best customers bought at least twice, far enough apart. What they have more often than the market is tested and shown with its interval."));
    return panel;
}

QWidget *IcpPage::buildMarket()
{
    auto *panel = new Panel(tr("From the market to the tiers"));
    auto *asTable = new QToolButton;
    asTable->setIcon(themedIcon(QStringLiteral("table")));
    asTable->setCheckable(true);
    asTable->setToolTip(tr("Show the fit figures as a table"));
    asTable->setAccessibleName(asTable->toolTip());
    panel->addControl(asTable);
    m_funnel = new FunnelView;
    m_fit = new ChartView;
    m_fit->setAccessibleName(tr("All accounts, by fit"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_funnel);
    column->addWidget(new QLabel(tr("All accounts, by fit")));
    column->addWidget(m_fit, 1);
    panel->addPadded(body, 1);
    connect(asTable, &QToolButton::toggled, m_fit, &ChartView::setTableShown);
    return panel;
}

QWidget *IcpPage::buildGaps()
{
    auto *panel = new Panel(tr("Gaps"));
    m_gapsKind = new Segmented;
    m_gapsKind->setAccessibleName(tr("Which gaps"));
    m_gapsKind->addSegment(tr("Worth enriching"));
    m_gapsKind->addSegment(tr("Field coverage"));
    panel->addHeadWidget(m_gapsKind);
    auto *exporting = new QPushButton(themedIcon(QStringLiteral("download")), tr("Export"));
    exporting->setToolTip(tr("Write the enrichment list to a file"));
    exporting->setAccessibleName(tr("Export the enrichment list"));
    setLook(exporting, ButtonLook::normal, true);
    panel->addControl(exporting);
    m_enrichment = new QStandardItemModel(0, 4, this);
    m_enrichmentTable = new QTableView;
    m_enrichmentTable->setAccessibleName(tr("Accounts worth enriching"));
    m_enrichmentTable->setModel(m_enrichment);
    setUpTable(m_enrichmentTable, {.sortable = false, .multiSelect = false});
    m_enrichmentTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_enrichmentTable->setItemDelegateForColumn(1, new TierDelegate(m_enrichmentTable));
    m_coverage = new QStandardItemModel(0, 2, this);
    auto *coverage = new QTableView;
    coverage->setAccessibleName(tr("Coverage of the fields"));
    coverage->setModel(m_coverage);
    setUpTable(coverage, {.rows = RowSize::compact, .sortable = false, .multiSelect = false});
    coverage->setEditTriggers(QAbstractItemView::NoEditTriggers);
    coverage->setItemDelegateForColumn(1, new MeterDelegate(coverage));
    coverage->setColumnWidth(0, 200);
    m_gapsStack = new QStackedWidget;
    m_gapsStack->addWidget(m_enrichmentTable);
    m_gapsStack->addWidget(coverage);
    panel->addContent(m_gapsStack, 1);
    connect(m_gapsKind, &Segmented::currentChanged, m_gapsStack, &QStackedWidget::setCurrentIndex);
    connect(exporting, &QPushButton::clicked, this, [this] {
        if (m_snapshot)
            exportTable(m_context, this, ExportSubject::enrichment);
    });
    connect(m_enrichmentTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        const auto row = static_cast<std::size_t>(index.row());
        if (m_snapshot && row < m_snapshot->enrichment.size())
            m_context.navigation.openAccount(m_snapshot->accounts.id[m_snapshot->enrichment[row].account]);
    });
    return panel;
}

int IcpPage::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void IcpPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool otherFile = !m_snapshot || !snapshot || m_snapshot->path != snapshot->path;
    const int row = m_table->currentIndex().row();
    m_snapshot = std::move(snapshot);
    m_criteria.setSnapshot(m_snapshot);
    if (otherFile) {
        m_suggestions.setSuggestions({});
        m_message->hide();
    }
    m_criteriaStack->setCurrentIndex(m_criteria.rowCount() > 0 ? 0 : 1);
    if (m_criteria.rowCount() > 0)
        m_table->selectRow(std::clamp(row, 0, m_criteria.rowCount() - 1));
    for (QPushButton *control : {m_edit, m_remove, m_up, m_down})
        control->setEnabled(selected() >= 0);
    if (m_snapshot) {
        showMarket();
        showGaps();
        QStringList roles;
        for (const std::string &role : m_snapshot->icp.committee)
            roles << roleWords(role);
        m_committee->setText(roles.isEmpty() ? tr("<b>Buying committee</b> no roles required. <a href=\"#\">Choose…</a>")
                                             : tr("<b>Buying committee</b> %1. <a href=\"#\">Change…</a>").arg(roles.join(QStringLiteral(", ")).toHtmlEscaped()));
        m_header->setFacts(m_snapshot->icpVersion > 0 ? tr("version %1 · %2 of %3 accounts fit")
                                                            .arg(m_snapshot->icpVersion)
                                                            .arg(countText(m_snapshot->funnel.icp.accounts), countText(m_snapshot->funnel.tam.accounts))
                                                      : tr("not written yet"));
        learnUnasked();
    } else {
        m_header->setFacts({});
    }
    Q_EMIT statusTextsChanged();
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

void IcpPage::showMarket()
{
    const Snapshot &s = *m_snapshot;
    m_funnel->setFunnel(s.funnel, s.settings.currency);
    if (!s.scores.fit->defined)
        return m_fit->clear();
    HistogramChart chart;
    chart.valueName = tr("Fit");
    chart.countName = tr("Accounts");
    ChartSeries series{.name = tr("Accounts"), .tone = Tone::fit, .values = {}};
    series.values.fill(0, fitClasses);
    for (int i = 0; i <= fitClasses; ++i)
        chart.edges << i * 100.0 / fitClasses;
    for (const auto fit : s.scores.fit->fit)
        ++series.values[std::clamp(static_cast<int>(double(fit) / 100 * fitClasses), 0, fitClasses - 1)];
    chart.series << series;
    const double high = highFit(s.policy);
    chart.thresholds << ChartThreshold{high, tr("fit %1").arg(numberText(high, 0)), Tone::plain, false, false};
    m_fit->showHistogram(chart);
    m_fit->setSentence(tr("%1 of %2 accounts have a fit of at least %3.")
                           .arg(countText(s.funnel.icp.accounts), countText(static_cast<qint64>(s.size())), numberText(high, 0)));
}

void IcpPage::showGaps()
{
    const Snapshot &s = *m_snapshot;
    m_gapsKind->setText(0, tr("Worth enriching %1").arg(countText(static_cast<qint64>(s.enrichment.size()))));
    m_enrichment->clear();
    m_enrichment->setHorizontalHeaderLabels({tr("Account"), tr("Tier if known"), tr("Priority"), tr("Fields to fill")});
    for (std::size_t i = 0; i < s.enrichment.size() && i < mostListed; ++i) {
        const EnrichmentItem &item = s.enrichment[i];
        QStringList fields;
        for (const std::string &field : s.unknownFields->of(item.account))
            fields << fieldLabel(field);
        std::string_view name = s.accounts.name.at(item.account);
        if (name.empty())
            name = s.accounts.domain.at(item.account);
        auto *account = new QStandardItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        auto *tier = new QStandardItem;
        tier->setData(int(tierIndex(item.tierIfKnown)), TierRole);
        tier->setData(int(tierIndex(item.tier)), TierFromRole);
        tier->setData(tr("from %1 to %2").arg(tierWords(item.tier), tierWords(item.tierIfKnown)), Qt::AccessibleTextRole);
        auto *priority = new QStandardItem(numberText(s.proposal.priority[item.account], 1));
        priority->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_enrichment->appendRow({account, tier, priority, new QStandardItem(fields.join(QStringLiteral(", ")))});
    }
    m_enrichmentTable->horizontalHeader()->setStretchLastSection(true);
    fitColumns(m_enrichmentTable, 240);
    m_coverage->clear();
    m_coverage->setHorizontalHeaderLabels({tr("Field"), tr("Accounts that have it")});
    for (const FieldCoverage &field : s.coverage) {
        auto *name = new QStandardItem(fieldLabel(field.field));
        auto *share = new QStandardItem;
        share->setData(QVariant::fromValue(Capacity{static_cast<int>(field.known), static_cast<int>(field.accounts), {}}), CapacityRole);
        share->setData(tr("%1 of %2").arg(countText(field.known), countText(field.accounts)), Qt::AccessibleTextRole);
        m_coverage->appendRow({name, share});
    }
}

QString IcpPage::verdict() const
{
    return m_verdict->text();
}

void IcpPage::tell(const QString &text, bool conflict)
{
    m_message->setMessage(conflict ? MessagePanel::Kind::bamboo : MessagePanel::Kind::red, text, tr("Dismiss"));
    m_message->show();
}

StatusTexts IcpPage::statusTexts() const
{
    if (!m_snapshot)
        return {};
    StatusTexts texts;
    texts.left << tr("%n criteria", nullptr, m_criteria.rowCount());
    texts.left << tr("%n account(s) worth enriching", nullptr, static_cast<int>(m_snapshot->enrichment.size()));
    return texts;
}

QVariantMap IcpPage::saveState() const
{
    return {{splitterKey, m_splitter->saveState()}, {gapsKey, m_gapsKind->current()}};
}

void IcpPage::restoreState(const QVariantMap &state)
{
    m_splitter->restoreState(state.value(splitterKey).toByteArray());
    m_gapsKind->setCurrent(state.value(gapsKey).toInt());
}

QList<QWidget *> IcpPage::panes()
{
    return {m_table, m_suggestionTable, m_enrichmentTable};
}

} // namespace dimsum
