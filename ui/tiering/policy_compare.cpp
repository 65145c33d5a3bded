#include "ui/tiering/policy_compare.h"

#include "qt/display_text.h"
#include "service/workspace_session.h"
#include "ui/common/figure_table.h"
#include "ui/common/theme.h"
#include "ui/common/tier_delegate.h"
#include "ui/tiering/policy_words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dimsum {

namespace {

constexpr std::size_t listedDifferences = 1000;
constexpr std::int64_t offeredVersions = 20;

struct Offers {
    std::vector<PolicyDraft> drafts;
    std::vector<std::pair<std::int64_t, TierPolicy>> versions;
};

} // namespace

PolicyCompare::PolicyCompare(PageContext context, std::shared_ptr<const Snapshot> snapshot, std::optional<TierPolicy> draft, QWidget *parent)
    : QDialog(parent), m_context(context), m_snapshot(std::move(snapshot))
{
    setWindowTitle(tr("Compare policies"));
    m_choices.append({tr("Policy %1, in force").arg(m_snapshot->policyVersion), m_snapshot->policy});
    if (draft)
        m_choices.append({tr("The draft on the page"), *draft});
    m_first = new QComboBox(this);
    m_first->setAccessibleName(tr("First policy"));
    m_second = new QComboBox(this);
    m_second->setAccessibleName(tr("Second policy"));
    auto *beside = new QLabel(tr("beside"), this);
    m_changes = new QLabel(this);
    m_changes->setWordWrap(true);
    m_changes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary = new QLabel(this);
    m_tiers = new FigureTable(tr("Tiers under both policies"), this, RowSize::compact);
    m_tiers->setColumns({{.title = tr("Tier"), .width = 84},
                         {.title = tr("Accounts, first"), .width = 110, .right = true},
                         {.title = tr("second"), .width = 80, .right = true},
                         {.title = tr("ACV, first"), .width = 100, .right = true},
                         {.title = tr("second"), .width = 100, .right = true},
                         {.title = tr("Mean priority, first"), .width = 130, .right = true},
                         {.title = tr("second"), .width = 70, .right = true},
                         {.title = tr("Surging, first"), .width = 100, .right = true},
                         {.title = tr("second"), .width = 70, .right = true}});
    m_tiers->setItemDelegateForColumn(0, new TierDelegate(m_tiers));
    m_tiers->setFixedHeight(150);
    m_accounts = new FigureTable(tr("Accounts in another tier"), this, RowSize::compact);
    m_accounts->setColumns({{.title = tr("Account"), .stretch = true},
                            {.title = tr("First"), .width = 80},
                            {.title = tr("Second"), .width = 80},
                            {.title = tr("ACV"), .width = 110, .right = true}});
    for (const int column : {1, 2})
        m_accounts->setItemDelegateForColumn(column, new TierDelegate(m_accounts));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *use = buttons->addButton(tr("Take the second as draft"), QDialogButtonBox::ActionRole);
    connect(use, &QPushButton::clicked, this, [this] {
        const int chosen = m_second->currentIndex();
        if (chosen < 0)
            return;
        Q_EMIT useWanted(m_choices[chosen].policy);
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_accounts, &FigureTable::accountActivated, this, [this](qint64 row) {
        m_context.navigation.openAccount(m_snapshot->accounts.id[static_cast<std::size_t>(row)]);
        accept();
    });

    auto *pick = new QHBoxLayout;
    pick->addWidget(m_first, 1);
    pick->addWidget(beside);
    pick->addWidget(m_second, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::pageMargin, metric::pageMargin, metric::pageMargin, metric::pageMargin);
    column->setSpacing(metric::panelGap);
    column->addLayout(pick);
    column->addWidget(m_changes);
    column->addWidget(m_tiers);
    column->addWidget(m_summary);
    column->addWidget(m_accounts, 1);
    column->addWidget(buttons);
    resize(900, 640);

    for (const Choice &choice : std::as_const(m_choices)) {
        m_first->addItem(choice.name);
        m_second->addItem(choice.name);
    }
    m_second->setCurrentIndex(m_second->count() - 1);
    connect(m_first, &QComboBox::currentIndexChanged, this, &PolicyCompare::compareSoon);
    connect(m_second, &QComboBox::currentIndexChanged, this, &PolicyCompare::compareSoon);
    m_context.session.run(
        tr("Reading the policies"),
        [inForce = m_snapshot->policyVersion](Workspace &workspace, const Progress &) -> Result<Offers> {
            Offers offers;
            auto drafts = policyDrafts(workspace);
            if (!drafts)
                return drafts.error();
            offers.drafts = std::move(*drafts);
            for (std::int64_t version = inForce - 1; version > 0 && version >= inForce - offeredVersions; --version) {
                auto policy = policyOfVersion(workspace, version);
                if (policy) // one that cannot be read any more is not offered
                    offers.versions.emplace_back(version, std::move(*policy));
            }
            return offers;
        },
        this,
        [this](Result<Offers> offers) {
            if (offers.ok())
                offer(offers->drafts, offers->versions);
            else
                m_context.navigation.showError(offers.error());
            compareSoon();
        },
        WorkspaceSession::Effect::reads);
}

void PolicyCompare::offer(const std::vector<PolicyDraft> &drafts, const std::vector<std::pair<std::int64_t, TierPolicy>> &versions)
{
    const auto add = [this](const QString &name, const TierPolicy &policy) {
        m_choices.append({name, policy});
        const QSignalBlocker first(m_first), second(m_second);
        m_first->addItem(name);
        m_second->addItem(name);
    };
    const bool alone = m_choices.size() == 1; // nothing to set beside it yet
    for (const PolicyDraft &draft : drafts)
        add(tr("Draft “%1”").arg(draft.name), draft.policy);
    for (const auto &[version, policy] : versions)
        add(tr("Policy %1").arg(version), policy);
    if (alone && m_choices.size() > 1) {
        const QSignalBlocker second(m_second);
        m_second->setCurrentIndex(1);
    }
}

void PolicyCompare::compareSoon()
{
    const Choice first = m_choices.value(m_first->currentIndex()), second = m_choices.value(m_second->currentIndex());
    const QStringList changes = policyChanges(first.policy, second.policy, m_snapshot->settings.currency);
    m_changes->setText(changes.isEmpty() ? tr("Both have the same rules. Choose another policy on either side.")
                                         : tr("From first to second: %1").arg(changes.join(QStringLiteral("; "))));
    m_context.session.run(
        tr("Comparing the policies"),
        [snapshot = m_snapshot, first, second](Workspace &workspace, const Progress &progress) {
            return comparePolicies(workspace, *snapshot, first.policy, second.policy, progress);
        },
        this,
        [this, asked = ++m_asked](Result<PolicyComparison> comparison) {
            if (asked != m_asked)
                return;
            if (comparison.ok())
                show(*comparison);
            else
                m_context.navigation.showError(comparison.error());
        },
        WorkspaceSession::Effect::reads);
}

void PolicyCompare::show(const PolicyComparison &comparison)
{
    const Currency &currency = m_snapshot->settings.currency;
    m_tiers->clearRows();
    for (const std::size_t tier : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{0}}) {
        const PolicyOutcome &a = comparison.first, &b = comparison.second;
        const auto changed = [](bool differs) { return differs ? Tone::accent : Tone::plain; };
        m_tiers->addRow({tierItem(static_cast<int>(tier)), countItem(a.accounts[tier]),
                         figureItem(countText(b.accounts[tier]), static_cast<double>(b.accounts[tier]), changed(a.accounts[tier] != b.accounts[tier])),
                         figureItem(compactAmountText(a.acv[tier], currency), static_cast<double>(a.acv[tier].minor)),
                         figureItem(compactAmountText(b.acv[tier], currency), static_cast<double>(b.acv[tier].minor), changed(a.acv[tier] != b.acv[tier])),
                         figureItem(numberText(a.priority[tier], 1), a.priority[tier]), figureItem(numberText(b.priority[tier], 1), b.priority[tier]),
                         countItem(a.surging[tier]), countItem(b.surging[tier])});
    }
    const std::size_t all = comparison.differences.size();
    QString summary = tr("%n account(s) in another tier", nullptr, static_cast<int>(all));
    if (all > listedDifferences)
        summary += tr(", the %1 of highest priority listed").arg(countText(static_cast<qint64>(listedDifferences)));
    m_summary->setText(summary);
    m_accounts->clearRows();
    for (std::size_t i = 0; i < std::min(all, listedDifferences); ++i) {
        const PolicyComparison::Difference &difference = comparison.differences[i];
        const std::string_view name = shownName(m_snapshot->accounts, difference.account);
        const Money acv = m_snapshot->accounts.acv[difference.account];
        m_accounts->addRow({textItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))),
                            tierItem(static_cast<int>(tierIndex(difference.first))), tierItem(static_cast<int>(tierIndex(difference.second))),
                            acv.known() ? figureItem(amountText(acv, currency), static_cast<double>(acv.minor)) : figureItem(QStringLiteral("–"), -1, Tone::muted)},
                           difference.account);
    }
}

} // namespace dimsum
