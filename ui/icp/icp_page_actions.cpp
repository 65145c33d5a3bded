// What changes the ICP: criteria by hand, learnt ones, a file; each a new version and one step of undo. And the commands.
#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/icp_service.h"
#include "service/workspace_session.h"
#include "ui/commands/function_command.h"
#include "ui/common/message_panel.h"
#include "ui/common/prompts.h"
#include "ui/icp/committee_dialog.h"
#include "ui/icp/criterion_dialog.h"
#include "ui/icp/icp_page.h"

#include <QFile>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace dimsum {

void IcpPage::store(Icp icp)
{
    m_message->hide();
    ++m_storing;
    const std::string by = m_context.preferences.who().toStdString();
    m_context.session.run(
        tr("Saving the ICP"),
        [icp = std::move(icp), by, version = m_snapshot->icpVersion](Workspace &workspace, const Progress &) { return setIcp(workspace, icp, by, version); },
        this,
        [this](Result<std::int64_t> stored) {
            --m_storing;
            if (!stored.ok())
                tell(errorText(stored.error()), stored.error().kind == ErrorKind::conflict);
        });
}

void IcpPage::addCriterion()
{
    if (!m_snapshot)
        return;
    auto *dialog = new CriterionDialog(*m_snapshot, nullptr, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kept = m_snapshot] { // the dialog reads the snapshot it was opened on
        Icp icp = m_snapshot->icp;
        icp.criteria.push_back(dialog->criterion());
        store(std::move(icp));
    });
    dialog->open();
}

void IcpPage::editCriterion()
{
    const int row = selected();
    if (row < 0)
        return;
    auto *dialog = new CriterionDialog(*m_snapshot, &m_snapshot->icp.criteria[static_cast<std::size_t>(row)], this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row, kept = m_snapshot] {
        Icp icp = m_snapshot->icp;
        if (static_cast<std::size_t>(row) < icp.criteria.size())
            icp.criteria[static_cast<std::size_t>(row)] = dialog->criterion();
        store(std::move(icp));
    });
    dialog->open();
}

void IcpPage::removeCriterion()
{
    const int row = selected();
    if (row < 0)
        return;
    Icp icp = m_snapshot->icp;
    icp.criteria.erase(icp.criteria.begin() + row);
    store(std::move(icp));
}

void IcpPage::moveCriterion(int by)
{
    const int row = selected(), other = row + by;
    if (row < 0 || other < 0 || other >= m_criteria.rowCount())
        return;
    Icp icp = m_snapshot->icp;
    std::swap(icp.criteria[static_cast<std::size_t>(row)], icp.criteria[static_cast<std::size_t>(other)]);
    m_table->selectRow(other);
    store(std::move(icp));
}

void IcpPage::editCommittee()
{
    if (!m_snapshot)
        return;
    auto *dialog = new CommitteeDialog(m_snapshot->icp.committee, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Icp icp = m_snapshot->icp;
        icp.committee = dialog->roles();
        store(std::move(icp));
    });
    dialog->open();
}

void IcpPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    learnUnasked();
}

void IcpPage::learnUnasked()
{
    constexpr std::size_t quick = 20000; // accounts; more take longer than a person expects of a page that opens
    if (!isVisible() || !m_snapshot || m_learning || m_snapshot->accounts.size() > quick)
        return;
    // What the answer depends on, but for corrected values: the button is there for those.
    const QString key = QStringLiteral("%1|%2|%3").arg(m_snapshot->path).arg(m_snapshot->accounts.size()).arg(m_snapshot->opportunities);
    if (key == std::exchange(m_learntFor, key))
        return;
    learn();
}

void IcpPage::learn()
{
    if (!m_snapshot || m_learning)
        return;
    m_learning = true;
    m_learn->setEnabled(false);
    m_verdict->setText(tr("Comparing the best customers with the market…"));
    m_context.session.run(
        tr("Learning from the best customers"),
        [asOf = m_snapshot->asOf](Workspace &workspace, const Progress &progress) { return suggestIcp(workspace, asOf, progress); }, this,
        [this](Result<IcpSuggestions> learned) {
            m_learning = false;
            m_learn->setEnabled(true);
            if (!learned.ok()) {
                m_verdict->setText(errorText(learned.error()).toHtmlEscaped());
                return;
            }
            showLearned(*learned);
        },
        WorkspaceSession::Effect::reads);
}

void IcpPage::showLearned(const IcpSuggestions &learned)
{
    const int apart = m_snapshot ? m_snapshot->policy.bestCustomer.daysApart : 0;
    const QString best = tr("<b>%1 best customers</b> of %2 with enough won deals; %3 days must lie between two of them.")
                             .arg(countText(learned.best.spaced), countText(learned.best.customers))
                             .arg(apart);
    QString verdict;
    if (learned.best.rows.empty())
        verdict = tr("There is nothing to learn from yet: bring in won deals.");
    else if (learned.suggestions.empty())
        verdict = tr("<b>Nothing is significant.</b> %1 values were tested and none is more frequent among the best than chance explains: no criterion is suggested.")
                      .arg(countText(static_cast<qint64>(learned.tested.size())));
    else
        verdict = tr("%1 of %2 tested values stand out (lift at least 1.2, q at most 0.05). Select some and adopt them.")
                      .arg(countText(static_cast<qint64>(learned.suggestions.size())), countText(static_cast<qint64>(learned.tested.size())));
    m_verdict->setText(best + u' ' + verdict);
    m_suggestions.setSuggestions(learned.suggestions);
    m_adopt->setEnabled(false);
}

void IcpPage::adoptSelected()
{
    const QModelIndexList rows = m_suggestionTable->selectionModel()->selectedRows();
    if (!m_snapshot || rows.isEmpty())
        return;
    Icp icp = m_snapshot->icp;
    for (const QModelIndex &index : rows) {
        const Criterion &wanted = m_suggestions.suggestion(index.row()).criterion;
        const auto same = [&](const Criterion &have) { return criterionText(have) == criterionText(wanted); };
        if (std::none_of(icp.criteria.begin(), icp.criteria.end(), same))
            icp.criteria.push_back(wanted);
    }
    store(std::move(icp));
}

void IcpPage::load()
{
    const QString file = m_context.prompts.fileToOpen(this, tr("Load an ICP"), {tr("ICP (*.json)")});
    if (file.isEmpty() || !m_snapshot)
        return;
    QFile in(file);
    constexpr qint64 mostBytes = 1 << 20; // an ICP is a page of text
    if (!in.open(QIODevice::ReadOnly))
        return tell(tr("%1 cannot be read. Check its permissions.").arg(file));
    auto icp = icpFromText(in.read(mostBytes), m_snapshot->settings.currency);
    if (!icp.ok())
        return tell(errorText(icp.error()));
    store(std::move(*icp));
}

void IcpPage::save()
{
    const QString file = m_context.prompts.fileToSave(this, tr("Save the ICP"), QStringLiteral("icp.json"), {tr("ICP (*.json)")}, QStringLiteral("json"));
    if (file.isEmpty() || !m_snapshot)
        return;
    QSaveFile out(file);
    const QByteArray text = icpText(m_snapshot->icp, m_snapshot->settings.currency);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        tell(tr("%1 cannot be written. Check the folder and the free space.").arg(file));
}

void IcpPage::buildCommands()
{
    const auto open = [this] { return m_snapshot ? Availability::yes() : Availability::no(tr("Open a workspace first.")); };
    const auto chosen = [this] { return selected() >= 0 ? Availability::yes() : Availability::no(tr("Select a criterion first.")); };
    const auto add = [this](CommandParts parts) { m_commands << new FunctionCommand(std::move(parts), this); };
    add({.id = QStringLiteral("icp.add_criterion"), .text = [] { return tr("Add a &criterion…"); }, .run = [this] { addCriterion(); },
         .iconName = QStringLiteral("add"), .menu = CommandMenu::program, .section = 0, .availability = open});
    add({.id = QStringLiteral("icp.edit_criterion"), .text = [] { return tr("Change the criterion…"); }, .run = [this] { editCriterion(); },
         .iconName = QStringLiteral("edit"), .menu = CommandMenu::program, .section = 0, .availability = chosen});
    add({.id = QStringLiteral("icp.remove_criterion"), .text = [] { return tr("Remove the criterion"); }, .run = [this] { removeCriterion(); },
         .iconName = QStringLiteral("delete"), .menu = CommandMenu::program, .section = 0, .availability = chosen});
    add({.id = QStringLiteral("icp.committee"), .text = [] { return tr("Roles of the &buying committee…"); }, .run = [this] { editCommittee(); },
         .menu = CommandMenu::program, .section = 0, .availability = open});
    add({.id = QStringLiteral("icp.learn"), .text = [] { return tr("&Learn from the best customers"); }, .run = [this] { learn(); },
         .iconName = QStringLiteral("star"), .menu = CommandMenu::program, .section = 0, .availability = open});
    add({.id = QStringLiteral("icp.load"), .text = [] { return tr("Load an &ICP…"); }, .run = [this] { load(); }, .menu = CommandMenu::program, .section = 0,
         .availability = open});
    add({.id = QStringLiteral("icp.save"), .text = [] { return tr("Save the ICP as a &file…"); }, .run = [this] { save(); }, .menu = CommandMenu::program,
         .section = 0, .availability = open});
}

} // namespace dimsum
