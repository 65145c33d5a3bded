#include "ui/tiering/tiering_page.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/tier_need.h"
#include "service/workspace_session.h"
#include "ui/common/apply_bar.h"
#include "ui/common/empty_state.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/page_header.h"
#include "ui/common/panel.h"
#include "ui/common/segmented.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/common/tier_delegate.h"
#include "ui/tiering/lines_panel.h"
#include "ui/tiering/policy_words.h"
#include "ui/tiering/rules_panel.h"
#include "ui/tiering/settings_strip.h"
#include "ui/tiering/tier_money_panel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace dimsum {

namespace {

// A preview that takes less than a frame is made at once: handing it to the session's thread and back would take longer than
// it saves, and the window would paint twice. What takes longer goes to that thread. Nobody knows before the first one, which
// takes several times as long as one that follows it.
constexpr std::size_t accountsAtOnce = 20'000;
constexpr double millisecondsAtOnce = 16, millisecondsAnew = 50;

const QString draftKey = QStringLiteral("draft"), draftFileKey = QStringLiteral("draft_file"), basedOnKey = QStringLiteral("based_on"),
              splitterKey = QStringLiteral("splitter"), columnsKey = QStringLiteral("columns"), tablesKey = QStringLiteral("tables");

} // namespace

TieringPage::TieringPage(PageContext context, QWidget *parent) : Page(parent), m_context(context)
{
    build();
    buildCommands();
}

TieringPage::~TieringPage() = default;

QWidget *TieringPage::buildMoves()
{
    auto *panel = new Panel(tr("Who would move"));
    m_groups = new Segmented;
    m_groups->setAccessibleName(tr("Which moves"));
    for (int i = 0; i < 5; ++i)
        m_groups->addSegment({});
    panel->addHeadWidget(m_groups);
    auto *exporting = new QPushButton(themedIcon(QStringLiteral("download")), tr("Export"));
    exporting->setToolTip(tr("Write the accounts with their proposed tiers to a file"));
    panel->addControl(exporting);
    m_table = new QTableView;
    m_table->setAccessibleName(tr("Who would move"));
    m_table->setModel(&m_moves);
    setUpTable(m_table, {.multiSelect = false});
    m_table->setItemDelegateForColumn(TierMoveModel::Move, new TierDelegate(m_table));
    m_table->sortByColumn(TierMoveModel::Priority, Qt::DescendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(TierMoveModel::Why, QHeaderView::Stretch);
    m_table->setColumnWidth(TierMoveModel::Account, 180);
    m_table->setColumnWidth(TierMoveModel::Move, 84);
    m_table->setColumnWidth(TierMoveModel::Priority, 82);
    m_table->setColumnWidth(TierMoveModel::Acv, 84);
    m_table->setColumnWidth(TierMoveModel::Orders, 70);
    panel->addContent(m_table, 1);
    connect(m_groups, &Segmented::currentChanged, this, [this](int group) { m_moves.setGroup(static_cast<MoveGroup>(group)); });
    connect(exporting, &QPushButton::clicked, this, &TieringPage::exportMoves);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const AccountId account = m_moves.accountAt(index.row()); account.valid())
            m_context.navigation.openAccount(account);
    });
    return panel;
}

void TieringPage::build()
{
    m_header = new PageHeader(title(), this);
    m_history = new QPushButton(themedIcon(QStringLiteral("history")), tr("Policy history"), this);
    m_reset = new QPushButton(themedIcon(QStringLiteral("undo")), tr("Reset"), this);
    m_drafts = new QPushButton(themedIcon(QStringLiteral("compare")), tr("Drafts"), this);
    m_drafts->setToolTip(tr("Keep the draft under a name, take one up again, compare two policies"));
    m_header->addControl(m_drafts);
    m_header->addControl(m_history);
    m_header->addControl(m_reset);
    m_message = new MessagePanel(this);
    m_message->hide();
    m_rules = new RulesPanel;
    m_settings = new SettingsStrip;
    m_rules->addContent(m_settings);
    m_money = new TierMoneyPanel;
    m_lines = new LinesPanel;

    auto *left = new QSplitter(Qt::Vertical);
    left->addWidget(m_rules);
    left->addWidget(buildMoves());
    left->setStretchFactor(1, 1);
    left->setChildrenCollapsible(false);
    auto *right = new QWidget;
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(metric::panelGap);
    rightColumn->addWidget(m_money);
    rightColumn->addWidget(m_lines, 1);
    m_splitter = new QSplitter;
    m_splitter->addWidget(left);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({800, 520});
    m_splitter->setChildrenCollapsible(false);

    m_empty = new EmptyState(EmptyState::Kind::empty, tr("No tiers without an ICP"),
                             tr("Say first what a fitting account is; the rules ask for its fit."), tr("Open ICP"), this);
    auto *body = new QWidget;
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(metric::pageMargin, metric::panelGap, metric::pageMargin, metric::panelGap);
    bodyLayout->addWidget(m_splitter);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(body);
    m_stack->addWidget(m_empty);
    m_applyBar = new ApplyBar(this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    column->addWidget(m_applyBar);

    connect(m_rules, &RulesPanel::edited, this, &TieringPage::takeDraft);
    connect(m_settings, &SettingsStrip::edited, this, &TieringPage::takeDraft);
    connect(m_lines, &LinesPanel::edited, this, &TieringPage::takeDraft);
    connect(m_applyBar, &ApplyBar::applyRequested, this, &TieringPage::apply);
    connect(m_applyBar, &ApplyBar::discardRequested, this, &TieringPage::discard);
    connect(m_reset, &QPushButton::clicked, this, &TieringPage::discard);
    connect(m_history, &QPushButton::clicked, this, &TieringPage::showHistory);
    connect(m_drafts, &QPushButton::clicked, this, &TieringPage::showDrafts);
    connect(m_empty, &EmptyState::actionRequested, this, [this] { m_context.navigation.openPage(page_id::icp); });
    connect(m_message, &MessagePanel::linkActivated, m_message, &QWidget::hide);
    setFocusProxy(m_table);
}

bool TieringPage::draftDiffers() const
{
    return m_snapshot && m_draft != m_snapshot->policy;
}

void TieringPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool otherFile = !m_snapshot || !snapshot || m_snapshot->path != snapshot->path;
    m_snapshot = std::move(snapshot);
    if (!m_snapshot) {
        m_hasDraft = false;
        m_preview.reset();
        m_previewOf.reset();
        m_moves.setPreview({}, {});
        m_applyBar->setParts({});
        return;
    }
    if (otherFile)
        m_hasDraft = false;
    if (otherFile && m_restoredFor == m_snapshot->path) {
        if (auto restored = policyFromText(m_restoredDraft, m_snapshot->settings.currency); restored.ok()) {
            m_draft = std::move(*restored);
            m_hasDraft = true;
        }
    }
    if (m_hasDraft && m_basedOn != m_snapshot->policyVersion) {
        if (draftDiffers())
            tell(tr("The policy became version %1 while this draft was open. Applying the draft replaces it; Discard shows it.").arg(m_snapshot->policyVersion), true);
        else
            m_hasDraft = false;
        m_basedOn = m_snapshot->policyVersion;
    }
    if (!m_hasDraft) {
        m_draft = m_snapshot->policy;
        m_basedOn = m_snapshot->policyVersion;
    }
    if (isVisible())
        readDrafts();
    m_stack->setCurrentIndex(m_snapshot->icp.criteria.empty() ? 1 : 0);
    showDraft();
    previewSoon();
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

void TieringPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_snapshot)
        readDrafts();
}

void TieringPage::takeDraft(const TierPolicy &draft)
{
    m_draft = draft;
    m_hasDraft = true;
    showDraft();
    previewSoon();
}

void TieringPage::showDraft()
{
    if (!m_snapshot)
        return;
    m_rules->setPolicies(m_snapshot->policy, m_draft, *m_snapshot);
    m_settings->setPolicy(m_draft);
    m_differs = draftDiffers();
    const QString inForce = m_snapshot->lastApplied
                                ? tr("in force: policy %1, applied %2").arg(m_snapshot->lastApplied->policyVersion).arg(instantText(m_snapshot->lastApplied->instant, m_snapshot->settings.timeZone))
                                : tr("nothing applied yet");
    m_header->setFacts(m_differs ? tr("Draft of policy %1 · %2").arg(m_snapshot->policyVersion + 1).arg(inForce)
                               : tr("Policy %1 · %2").arg(m_snapshot->policyVersion).arg(inForce));
    m_reset->setText(tr("Reset to policy %1").arg(m_snapshot->policyVersion));
    m_reset->setEnabled(m_differs);
}

void TieringPage::previewSoon()
{
    if (!m_snapshot)
        return;
    if (m_previewing) {
        m_previewAgain = true; // only the newest draft is worth the time
        return;
    }
    const std::shared_ptr<TieringPreview> before = m_previewOf == m_snapshot ? m_preview : nullptr;
    const bool quick = m_snapshot->size() <= accountsAtOnce || (before && before->milliseconds < (before->followed ? millisecondsAtOnce : millisecondsAnew));
    if (quick && sameScoring(m_snapshot->policy, m_draft)) {
        if (before) {
            m_moves.changePreview([this] { previewTiers(*m_snapshot, m_draft, *m_preview); });
        } else {
            m_preview = std::make_shared<TieringPreview>(previewTiers(*m_snapshot, m_draft));
            m_previewOf = m_snapshot;
            m_moves.setPreview(m_snapshot, m_preview);
        }
        showPreview();
        return;
    }
    m_previewing = true;
    m_context.session.run(
        tr("Trying the draft policy"),
        [snapshot = m_snapshot, draft = m_draft, before](Workspace &workspace, const Progress &progress) -> Result<std::shared_ptr<TieringPreview>> {
            auto preview = previewPolicy(workspace, *snapshot, draft, progress, before ? *before : TieringPreview{});
            if (!preview)
                return preview.error();
            return std::make_shared<TieringPreview>(std::move(*preview));
        },
        this,
        [this, snapshot = m_snapshot](Result<std::shared_ptr<TieringPreview>> preview) {
            m_previewing = false;
            if (m_previewAgain || snapshot != m_snapshot) {
                m_previewAgain = false;
                previewSoon();
            } else if (preview.ok()) {
                m_preview = std::move(*preview);
                m_previewOf = m_snapshot;
                m_moves.setPreview(m_snapshot, m_preview);
                showPreview();
            }
        },
        WorkspaceSession::Effect::reads);
}

void TieringPage::showPreview()
{
    const QStringList names{tr("All"), tr("Up"), tr("Down"), tr("Capacity"), tr("Pinned")};
    for (int group = 0; group < names.size(); ++group)
        m_groups->setText(group, tr("%1 %2").arg(names[group], countText(m_moves.count(static_cast<MoveGroup>(group)))));
    m_rules->setPreview(*m_preview, *m_snapshot);
    m_money->setPreview(*m_snapshot, m_draft, *m_preview);
    m_lines->setPreview(*m_snapshot, m_draft, *m_preview);
    showApplyBar();
    Q_EMIT statusTextsChanged();
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

QStringList TieringPage::warnings() const
{
    QStringList texts;
    const Currency &currency = m_snapshot->settings.currency;
    for (int tier = 1; tier <= 3; ++tier) {
        const TierNeed need = tierNeed(*m_snapshot, tier, m_preview->counts[static_cast<std::size_t>(tier)]);
        if (need.limited && need.known && need.left().minor < 0)
            texts << tr("Tier %1 needs %2 more than its envelope").arg(tier).arg(currencyText(Money{-need.left().minor}, currency));
    }
    for (const TieringNotice &notice : m_preview->proposal.notices) {
        switch (notice.warning) {
        case TieringWarning::noData:
            texts << tr("No activity, signal or deal up to this date");
            break;
        case TieringWarning::staleIntent:
            texts << tr("Intent feed is %n day(s) old: no surges", nullptr, static_cast<int>(notice.value));
            break;
        case TieringWarning::displacedBelowLesser:
            texts << tr("%n account(s) without a place end below accounts of lesser rules", nullptr, static_cast<int>(notice.value));
            break;
        case TieringWarning::pinsFillTier:
            texts << tr("%1 pins in Tier %2, more than its places").arg(notice.value).arg(tierIndex(notice.tier));
            break;
        case TieringWarning::pinnedDisqualified:
            texts << tr("%n disqualified account(s) pinned", nullptr, static_cast<int>(notice.value));
            break;
        case TieringWarning::noIcp:
            break;
        }
    }
    return texts;
}

void TieringPage::showApplyBar()
{
    const qint64 moves = m_moves.count(MoveGroup::all);
    const QStringList changes = policyChanges(m_snapshot->policy, m_draft, m_snapshot->settings.currency);
    QList<ApplyBar::Part> parts;
    if (m_preview->proposal.defined && (moves > 0 || m_differs)) {
        constexpr qsizetype namedChanges = 2;
        QString what = changes.mid(0, namedChanges).join(QStringLiteral("; "));
        if (changes.size() > namedChanges)
            what += tr("; %n more change(s)", nullptr, static_cast<int>(changes.size() - namedChanges));
        if (what.isEmpty())
            what = m_differs ? tr("Other settings of the policy changed") : tr("The data moved: the policy is as it was");
        parts.append({what, Tone::plain, QStringLiteral("compare")});
        const QStringList told = warnings();
        if (!told.isEmpty())
            parts.append({told.size() == 1 ? told.first() : tr("%1, and %n more", nullptr, static_cast<int>(told.size() - 1)).arg(told.first()),
                          Tone::red, QStringLiteral("late")});
        if (m_moves.openOrders() > 0)
            parts.append({tr("%n open order(s) get the mark “tier changed”", nullptr, static_cast<int>(m_moves.openOrders())), Tone::secondary, {}});
    }
    m_applyBar->setToolTip((changes + warnings()).join(u'\n'));
    m_applyBar->setParts(parts);
    m_applyBar->setVerbs(tr("Discard"), moves > 0 ? tr("Apply %n move(s)…", nullptr, static_cast<int>(moves)) : tr("Apply policy…"));
    m_applyBar->setApplyEnabled(m_settings->problem().isEmpty(), m_settings->problem());
}

void TieringPage::discard()
{
    if (!m_snapshot)
        return;
    m_hasDraft = false;
    m_message->hide();
    m_draft = m_snapshot->policy;
    m_basedOn = m_snapshot->policyVersion;
    showDraft();
    previewSoon();
}

void TieringPage::tell(const QString &text, bool conflict)
{
    m_message->setMessage(conflict ? MessagePanel::Kind::bamboo : MessagePanel::Kind::red, text, tr("Dismiss"));
    m_message->show();
}

StatusTexts TieringPage::statusTexts() const
{
    if (!m_snapshot || !m_preview)
        return {};
    StatusTexts texts;
    texts.left << tr("%1 moves: %2 up, %3 down")
                      .arg(countText(m_moves.count(MoveGroup::all)), countText(m_moves.count(MoveGroup::up)), countText(m_moves.count(MoveGroup::down)));
    if (m_moves.count(MoveGroup::pinned) > 0)
        texts.left << tr("%n pin(s) keep their tier", nullptr, static_cast<int>(m_moves.count(MoveGroup::pinned)));
    texts.left << tr("Nothing moves until you apply");
    return texts;
}

QVariantMap TieringPage::saveState() const
{
    QVariantMap state{{splitterKey, m_splitter->saveState()}, {columnsKey, columnState(m_table)}, {tablesKey, m_lines->tablesShown()}};
    if (m_snapshot && m_hasDraft && m_differs) {
        state.insert(draftKey, policyText(m_draft, m_snapshot->settings.currency));
        state.insert(draftFileKey, m_snapshot->path);
        state.insert(basedOnKey, static_cast<qlonglong>(m_basedOn));
    }
    return state;
}

void TieringPage::restoreState(const QVariantMap &state)
{
    m_splitter->restoreState(state.value(splitterKey).toByteArray());
    restoreColumns(m_table, state.value(columnsKey).toByteArray());
    m_lines->setTablesShown(state.value(tablesKey).toBool());
    m_restoredDraft = state.value(draftKey).toByteArray();
    m_restoredFor = state.value(draftFileKey).toString();
    m_basedOn = state.value(basedOnKey).toLongLong();
}

QList<QWidget *> TieringPage::panes()
{
    return {m_rules, m_table, m_lines, m_applyBar};
}

} // namespace dimsum
