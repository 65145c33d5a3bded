#include "ui/commands/shortcut_sheet.h"

#include "ui/commands/command_registry.h"
#include "ui/common/table_setup.h"
#include "ui/settings/preferences.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace dimsum {

namespace {

constexpr int idRole = Qt::UserRole + 1;

QString keyText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(QStringLiteral(", "));
}

// The command that already has the key, apart from `self`; null if it is free.
Command *holderOf(const CommandRegistry &commands, const QKeySequence &key, const Command *self)
{
    for (Command *command : commands.all()) {
        if (command != self && command->shortcuts().contains(key))
            return command;
    }
    return nullptr;
}

} // namespace

ShortcutSheet::ShortcutSheet(CommandRegistry &commands, Preferences &preferences, QWidget *parent)
    : QDialog(parent), m_commands(commands), m_preferences(preferences), m_model(new QStandardItemModel(this)),
      m_filtered(new QSortFilterProxyModel(this)), m_view(new QTableView(this)), m_key(new QKeySequenceEdit(this)),
      m_message(new QLabel(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(640, 640);
    fill();
    build();
}

void ShortcutSheet::open(CommandRegistry &commands, Preferences &preferences, QWidget *parent)
{
    auto *sheet = parent->findChild<ShortcutSheet *>();
    if (!sheet) {
        sheet = new ShortcutSheet(commands, preferences, parent);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->show();
    }
    sheet->raise();
    sheet->activateWindow();
}

void ShortcutSheet::fill()
{
    m_model->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    QList<Command *> commands;
    for (const CommandMenu menu : {CommandMenu::file, CommandMenu::edit, CommandMenu::view, CommandMenu::go,
                                   CommandMenu::account, CommandMenu::program, CommandMenu::orders,
                                   CommandMenu::tools, CommandMenu::help, CommandMenu::none})
        commands.append(m_commands.inMenu(menu));
    for (Command *command : std::as_const(commands)) {
        auto *name = new QStandardItem(command->plainText());
        name->setData(command->id(), idRole);
        auto *keys = new QStandardItem(keyText(command->shortcuts()));
        name->setEditable(false);
        keys->setEditable(false);
        m_model->appendRow({name, keys});
    }
}

void ShortcutSheet::build()
{
    auto *filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Filter by action or key"));
    filter->setAccessibleName(tr("Filter"));
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    m_view->setModel(m_filtered);
    setUpTable(m_view, {.sortable = false, .multiSelect = false, .movableColumns = false});
    m_view->setAccessibleName(tr("Actions and their keys"));
    m_view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_view->setColumnWidth(1, 200);

    auto *label = new QLabel(tr("&New keys"), this);
    label->setBuddy(m_key);
    auto *set = new QPushButton(tr("Use these keys"), this);
    auto *standard = new QPushButton(tr("Standard keys"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_key, 1);
    row->addWidget(set);
    row->addWidget(standard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(set, &QPushButton::clicked, this, [this] { use(m_key->keySequence()); });
    connect(standard, &QPushButton::clicked, this, &ShortcutSheet::useStandard);

    auto *column = new QVBoxLayout(this);
    column->addWidget(filter);
    column->addWidget(m_view, 1);
    column->addLayout(row);
    column->addWidget(m_message);
    column->addWidget(buttons);
    filter->setFocus();
}

Command *ShortcutSheet::chosen() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_commands.find(index.siblingAtColumn(0).data(idRole).toString()) : nullptr;
}

void ShortcutSheet::choose(const QString &commandId)
{
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const QModelIndex index = m_filtered->index(row, 0);
        if (index.data(idRole).toString() == commandId)
            m_view->setCurrentIndex(index);
    }
}

void ShortcutSheet::use(const QKeySequence &key)
{
    Command *command = chosen();
    if (!command) {
        m_message->setText(tr("Choose an action in the table first."));
        return;
    }
    if (const Command *holder = key.isEmpty() ? nullptr : holderOf(m_commands, key, command)) {
        m_message->setText(tr("%1 already belongs to “%2”. Choose other keys or take them away there first.")
                               .arg(key.toString(QKeySequence::NativeText), holder->plainText()));
        return;
    }
    QStringList stored;
    if (!key.isEmpty())
        stored.append(key.toString(QKeySequence::PortableText));
    command->setShortcuts(key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
    m_preferences.setShortcuts(command->id(), stored);
    showKeys(command);
}

void ShortcutSheet::useStandard()
{
    if (Command *command = chosen()) {
        command->setShortcuts(command->defaultShortcuts());
        m_preferences.setShortcuts(command->id(), QVariant());
        showKeys(command);
    }
}

QString ShortcutSheet::message() const
{
    return m_message->text();
}

void ShortcutSheet::showKeys(const Command *command)
{
    m_message->clear();
    m_filtered->setData(m_view->currentIndex().siblingAtColumn(1), keyText(command->shortcuts()));
}

} // namespace dimsum
