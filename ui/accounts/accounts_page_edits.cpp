// What a person changes on the accounts page: cells, many accounts at once, pasted blocks, new accounts; and its commands.
#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/accounts/account_dock.h"
#include "ui/accounts/account_form.h"
#include "ui/accounts/accounts_page.h"
#include "ui/commands/function_command.h"
#include "ui/common/column_chooser.h"
#include "ui/common/frozen_table_view.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/table_export.h"
#include "ui/menu/bulk_order_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>

#include <algorithm>
#include <map>

namespace dimsum {

void AccountsPage::editCell(AccountId account, int column, const QString &text)
{
    store({{account, {{m_model.fieldOfColumn(column), text}}}}, {{account, column}});
}

void AccountsPage::store(std::vector<AccountEdit> edits, const QList<std::pair<AccountId, int>> &cells)
{
    for (const auto &[account, column] : cells)
        m_model.markChanged(account, column);
    m_message->hide();
    m_context.session.run(
        tr("Saving the change"), [edits](Workspace &workspace, const Progress &) { return editAccounts(workspace, edits); }, this,
        [this](Outcome edited) {
            if (edited.ok())
                return;
            m_message->setMessage(MessagePanel::Kind::red, errorText(edited.error()), tr("Dismiss"));
            m_message->show();
        });
}

void AccountsPage::orderForSelected()
{
    const std::vector<AccountId> accounts = selectedAccounts();
    if (accounts.empty() || !m_snapshot)
        return;
    constexpr std::size_t most = 2'000;
    if (accounts.size() > most)
        return m_context.navigation.notify(Tone::warn, tr("%1 accounts are selected. Order for at most %2 at once: filter or select fewer.")
                                                           .arg(countText(qint64(accounts.size())), countText(qint64(most))));
    auto *dialog = new BulkOrderDialog(m_context, m_snapshot, accounts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void AccountsPage::editSelected()
{
    const std::vector<std::uint32_t> rows = selectedRows();
    if (rows.empty())
        return;
    const std::vector<AccountId> accounts = selectedAccounts();
    auto *form = new AccountForm(*m_snapshot, rows, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &AccountForm::submitted, this, [this, form, accounts] {
        form->setBusy(true);
        const std::vector<FieldEdit> edits = form->edits();
        for (const FieldEdit &edit : edits) {
            for (int column = 0; column < m_model.columnCount(); ++column) {
                if (m_model.fieldOfColumn(column) != edit.field)
                    continue;
                for (const AccountId account : accounts)
                    m_model.markChanged(account, column);
            }
        }
        m_context.session.run(
            tr("Saving the changes"),
            [accounts, edits](Workspace &workspace, const Progress &) { return editAccounts(workspace, accounts, edits); }, form,
            [form](Outcome edited) {
                if (edited.ok())
                    form->accept();
                else
                    form->showProblem(edited.error());
            });
    });
    form->open();
}

// A block from a spreadsheet lands from the current cell on, in the columns as they stand; one value fills all selected
// rows. Cells over columns that cannot be edited refuse the whole block, so that nothing lands in the wrong place.
void AccountsPage::pasteCells()
{
    const QString clipboard = QGuiApplication::clipboard()->text();
    const QModelIndex current = m_table->currentIndex();
    if (clipboard.isEmpty() || !current.isValid())
        return;
    QList<QStringList> block;
    for (const QString &line : QString(clipboard).remove(u'\r').split(u'\n'))
        block << line.split(u'\t');
    if (block.size() > 1 && block.last() == QStringList{QString()})
        block.removeLast();

    QList<int> columns;
    const QHeaderView *header = m_table->horizontalHeader();
    for (int visual = header->visualIndex(current.column()); visual < header->count() && columns.size() < block.first().size(); ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            columns << header->logicalIndex(visual);
    }
    std::vector<int> rows;
    const bool oneValue = block.size() == 1 && block.first().size() == 1;
    if (oneValue) {
        const QModelIndexList selected = m_table->selectionModel()->selectedRows();
        for (const QModelIndex &index : selected)
            rows.push_back(index.row());
    } else {
        for (int row = current.row(); row < m_model.rowCount() && rows.size() < static_cast<std::size_t>(block.size()); ++row)
            rows.push_back(row);
    }
    const auto readOnly = std::find_if(columns.begin(), columns.end(), [this](int column) { return m_model.fieldOfColumn(column).isEmpty(); });
    if (readOnly != columns.end()) {
        const QString name = m_model.headerData(*readOnly, Qt::Horizontal, Qt::DisplayRole).toString();
        m_message->setMessage(MessagePanel::Kind::warn, tr("“%1” is computed and takes no pasted values. Start in another column.").arg(name), tr("Dismiss"));
        m_message->show();
        return;
    }
    std::vector<AccountEdit> edits;
    QList<std::pair<AccountId, int>> cells;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QStringList &line = oneValue ? block.first() : block[static_cast<qsizetype>(i)];
        AccountEdit edit{m_model.accountAt(rows[i]), {}};
        for (qsizetype j = 0; j < columns.size() && j < line.size(); ++j) {
            edit.edits.push_back({m_model.fieldOfColumn(columns[j]), line[j].trimmed()});
            cells.append({edit.account, columns[j]});
        }
        edits.push_back(std::move(edit));
    }
    store(std::move(edits), cells);
}

// The value of the first selected row into the current column of the others.
void AccountsPage::fillDown()
{
    const int column = m_table->currentIndex().column();
    const QString field = m_model.fieldOfColumn(column);
    QModelIndexList selected = m_table->selectionModel()->selectedRows();
    if (field.isEmpty() || selected.size() < 2) {
        m_context.navigation.hint(tr("Select some rows and stand in a column that can be edited."));
        return;
    }
    std::sort(selected.begin(), selected.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    const QString value = m_model.editText(selected.first().row(), column);
    std::vector<AccountEdit> edits;
    QList<std::pair<AccountId, int>> cells;
    for (const QModelIndex &index : selected.mid(1)) {
        const AccountId account = m_model.accountAt(index.row());
        edits.push_back({account, {{field, value}}});
        cells.append({account, column});
    }
    store(std::move(edits), cells);
}

void AccountsPage::addNewAccount()
{
    if (!m_snapshot)
        return;
    auto *form = new AccountForm(*m_snapshot, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &AccountForm::submitted, this, [this, form] {
        form->setBusy(true);
        const NewAccount account = form->account();
        m_context.session.run(
            tr("Adding the account"), [account](Workspace &workspace, const Progress &) { return addAccount(workspace, account); }, form,
            [this, form](Result<AccountId> added) {
                if (!added.ok())
                    return form->showProblem(added.error());
                m_wanted = *added; // the next snapshot has it
                form->accept();
                showScope(AccountScope::all);
            });
    });
    form->open();
}

void AccountsPage::chooseColumns()
{
    auto *chooser = new ColumnChooser(m_table, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->open();
}

void AccountsPage::offerExports(QWidget *beside)
{
    QMenu menu;
    for (const ExportSubject subject : {ExportSubject::accounts, ExportSubject::plan, ExportSubject::contacts, ExportSubject::history,
                                        ExportSubject::enrichment}) {
        QAction *action = menu.addAction(tr("%1…").arg(exportTitle(subject)), this, [this, subject] { exportTable(m_context, this, subject); });
        action->setToolTip(exportDescription(subject));
    }
    menu.setToolTipsVisible(true);
    menu.exec(beside->mapToGlobal(QPoint(0, beside->height())));
}

void AccountsPage::buildCommands()
{
    const auto open = [this] { return m_snapshot ? Availability::yes() : Availability::no(tr("Open a workspace first.")); };
    const auto someSelected = [this] {
        return m_snapshot && m_table->selectionModel()->hasSelection() ? Availability::yes()
                                                                       : Availability::no(tr("Select an account first."));
    };
    const auto add = [this](CommandParts parts) { m_commands << new FunctionCommand(std::move(parts), this); };
    add({.id = QStringLiteral("account.new"), .text = [] { return tr("&New account…"); }, .run = [this] { addNewAccount(); },
         .iconName = QStringLiteral("add"), .menu = CommandMenu::account, .section = 1, .availability = open});
    add({.id = QStringLiteral("account.edit"),
         .text = [this] { return tr("&Edit %n account(s)…", nullptr, static_cast<int>(std::max<qsizetype>(1, m_table->selectionModel()->selectedRows().size()))); },
         .run = [this] { editSelected(); }, .iconName = QStringLiteral("edit"), .menu = CommandMenu::account, .section = 1,
         .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_E)}, .availability = someSelected});
    add({.id = QStringLiteral("account.paste"), .text = [] { return tr("&Paste into the table"); }, .run = [this] { pasteCells(); },
         .menu = CommandMenu::edit, .section = 3, .availability = someSelected});
    add({.id = QStringLiteral("account.fill_down"), .text = [] { return tr("Fill &down"); }, .run = [this] { fillDown(); },
         .menu = CommandMenu::edit, .section = 3, .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_D)}, .availability = someSelected});
    add({.id = QStringLiteral("account.menu_card"), .text = [] { return tr("Open &menu card"); },
         .run = [this] { m_context.navigation.openMenuCard(m_current); }, .iconName = QStringLiteral("steamer"), .menu = CommandMenu::account,
         .section = 2, .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_M)}, .availability = someSelected});
    add({.id = QStringLiteral("account.order_many"),
         .text = [this] { return tr("&Order plays for %n account(s)…", nullptr, static_cast<int>(std::max<qsizetype>(1, m_table->selectionModel()->selectedRows().size()))); },
         .run = [this] { orderForSelected(); }, .iconName = QStringLiteral("orders"), .menu = CommandMenu::account, .section = 2,
         .shortcuts = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, .availability = someSelected});
    add({.id = QStringLiteral("accounts.columns"), .text = [] { return tr("Choose &columns…"); }, .run = [this] { chooseColumns(); },
         .iconName = QStringLiteral("columns"), .menu = CommandMenu::view, .section = 3, .availability = open});
    add({.id = QStringLiteral("accounts.save_view"), .text = [] { return tr("&Save this view…"); }, .run = [this] { askForViewName(); },
         .menu = CommandMenu::view, .section = 3, .availability = open});
    add({.id = QStringLiteral("accounts.dock"), .text = [] { return tr("&Account dock"); }, .run = [this] { showDock(!m_dock->isVisible()); },
         .iconName = QStringLiteral("panel"), .menu = CommandMenu::view, .section = 3, .shortcuts = {QKeySequence(Qt::Key_F9)},
         .checked = [this] { return m_dockWanted; }});
    add({.id = QStringLiteral("accounts.export"), .text = [] { return tr("E&xport accounts…"); },
         .run = [this] { exportTable(m_context, this, ExportSubject::accounts); }, .iconName = QStringLiteral("download"),
         .menu = CommandMenu::file, .section = 3, .availability = open});
}

QList<Command *> AccountsPage::commands()
{
    return m_commands + m_dock->commands();
}

} // namespace dimsum
