#include "ui/tiering/policy_history.h"

#include "qt/display_text.h"
#include "service/tiering_service.h"
#include "service/workspace_session.h"
#include "ui/common/figure_table.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include "ui/common/tier_delegate.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QTimeZone>
#include <QVBoxLayout>

namespace dimsum {

namespace {

constexpr std::size_t listedMoves = 1000;

} // namespace

PolicyHistory::PolicyHistory(PageContext context, std::shared_ptr<const Snapshot> snapshot, QWidget *parent)
    : QDialog(parent), m_context(context), m_snapshot(std::move(snapshot))
{
    setWindowTitle(tr("Policy history"));
    m_applications = new FigureTable(tr("Applied policies"), this, RowSize::compact);
    m_applications->setColumns({{.title = tr("Applied"), .width = 120},
                                {.title = tr("By"), .width = 110},
                                {.title = tr("Policy"), .width = 60, .right = true},
                                {.title = tr("As of"), .width = 120},
                                {.title = tr("Accounts moved"), .width = 110, .right = true},
                                {.title = tr("Note"), .stretch = true}});
    m_day = new QDateEdit(dateOf(m_snapshot->today), this);
    m_day->setCalendarPopup(true);
    m_day->setMaximumDate(dateOf(m_snapshot->today));
    m_day->setAccessibleName(tr("Day"));
    m_counts = new QLabel(this);
    m_counts->setWordWrap(true);
    m_since = new FigureTable(tr("In another tier since"), this, RowSize::compact);
    m_since->setColumns({{.title = tr("Account"), .stretch = true}, {.title = tr("Then"), .width = 80}, {.title = tr("Now"), .width = 80}});
    for (const int column : {1, 2})
        m_since->setItemDelegateForColumn(column, new TierDelegate(m_since));
    auto *applied = new Panel(tr("Applied policies"));
    applied->addContent(m_applications, 1);
    auto *asItWas = new Panel(tr("As it was on"));
    asItWas->addHeadWidget(m_day);
    asItWas->addPadded(m_counts);
    asItWas->addContent(m_since, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_day, &QDateEdit::dateChanged, this, &PolicyHistory::readDay);
    connect(m_applications, &QTableView::activated, this, [this](const QModelIndex &index) {
        const QVariant day = index.siblingAtColumn(0).data(Qt::UserRole);
        if (day.isValid())
            m_day->setDate(day.toDate());
    });
    connect(m_since, &FigureTable::accountActivated, this, [this](qint64 row) {
        m_context.navigation.openAccount(m_snapshot->accounts.id[static_cast<std::size_t>(row)]);
        accept();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::pageMargin, metric::pageMargin, metric::pageMargin, metric::pageMargin);
    column->setSpacing(metric::panelGap);
    column->addWidget(applied, 1);
    column->addWidget(asItWas, 1);
    column->addWidget(buttons);
    resize(760, 620);
    read();
    readDay();
}

void PolicyHistory::read()
{
    m_context.session.run(
        tr("Reading the history"), [](Workspace &workspace, const Progress &) { return tierApplications(workspace); }, this,
        [this](Result<std::vector<TierApplication>> applications) {
            if (!applications.ok())
                return m_context.navigation.showError(applications.error());
            for (const TierApplication &application : *applications) {
                QStandardItem *when = textItem(instantText(application.instant, m_snapshot->settings.timeZone));
                when->setData(QDateTime::fromMSecsSinceEpoch(application.instant, QTimeZone(m_snapshot->settings.timeZone)).date(), Qt::UserRole);
                m_applications->addRow({when, textItem(QString::fromStdString(application.by)),
                                        figureItem(QString::number(application.policyVersion), static_cast<double>(application.policyVersion)),
                                        textItem(fullDayText(application.asOf)), countItem(application.accounts),
                                        textItem(QString::fromStdString(application.note))});
            }
        },
        WorkspaceSession::Effect::reads);
}

void PolicyHistory::readDay()
{
    m_context.session.run(
        tr("Reading the tiers of that day"),
        [snapshot = m_snapshot, day = dayFrom(m_day->date())](Workspace &workspace, const Progress &) { return tiersOn(workspace, *snapshot, day); }, this,
        [this, asked = ++m_asked](Result<TiersOfDay> tiers) {
            if (asked != m_asked)
                return;
            if (tiers.ok())
                show(*tiers);
            else
                m_context.navigation.showError(tiers.error());
        },
        WorkspaceSession::Effect::reads);
}

void PolicyHistory::show(const TiersOfDay &tiers)
{
    m_since->clearRows();
    if (!tiers.applied) {
        m_counts->setText(tr("Nothing was applied by %1. Choose a later day.").arg(fullDayText(tiers.day)));
        return;
    }
    QString text = tr("At the end of %1 under policy %2: %3 in Tier 1, %4 in Tier 2, %5 in Tier 3.")
                       .arg(fullDayText(tiers.day))
                       .arg(tiers.policyVersion)
                       .arg(countText(tiers.accounts[1]), countText(tiers.accounts[2]), countText(tiers.accounts[3]));
    text += u' ' + tr("%n account(s) in another tier now.", nullptr, static_cast<int>(tiers.since.size()));
    if (tiers.since.size() > listedMoves)
        text += u' ' + tr("The %1 of highest priority are listed.").arg(countText(static_cast<qint64>(listedMoves)));
    m_counts->setText(text);
    for (std::size_t i = 0; i < std::min(tiers.since.size(), listedMoves); ++i) {
        const PolicyComparison::Difference &move = tiers.since[i];
        const std::string_view name = shownName(m_snapshot->accounts, move.account);
        m_since->addRow({textItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))), tierItem(static_cast<int>(tierIndex(move.first))),
                         tierItem(static_cast<int>(tierIndex(move.second)))},
                        move.account);
    }
}

} // namespace dimsum
