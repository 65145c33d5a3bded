#include "ui/commands/shortcut_sheet.h"

#include "ui/commands/command_registry.h"
#include "ui/common/table_setup.h"
#include "ui/settings/preferences.h"

#include <QCoreApplication>
#include <QDialog>
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

QString tr(const char *text)
{
    return QCoreApplication::translate("dimsum::ShortcutSheet", text);
}

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

class ShortcutSheet : public QDialog
{
public:
    ShortcutSheet(CommandRegistry &commands, Preferences &preferences, QWidget *parent)
        : QDialog(parent), m_commands(commands), m_preferences(preferences), m_model(new QStandardItemModel(this)),
          m_filtered(new QSortFilterProxyModel(this)), m_view(new QTableView(this)), m_key(new QKeySequenceEdit(this)),
          m_set(new QPushButton(tr("Use these keys"), this)), m_message(new QLabel(this))
    {
        setObjectName(QStringLiteral("shortcutSheet"));
        setAttribute(Qt::WA_DeleteOnClose);
        setWindowTitle(tr("Keyboard shortcuts"));
        resize(620, 640);
        fill();
        build();
    }

private:
    void fill()
    {
        m_model->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
        for (Command *command : m_commands.all()) {
            auto *name = new QStandardItem(command->plainText());
            name->setData(command->id(), idRole);
            m_model->appendRow({name, new QStandardItem(keyText(command->shortcuts()))});
        }
    }

    void build()
    {
        auto *filter = new QLineEdit(this);
        filter->setPlaceholderText(tr("Filter by action or key"));
        filter->setAccessibleName(tr("Filter"));
        m_filtered->setSourceModel(m_model);
        m_filtered->setFilterKeyColumn(-1);
        m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
        connect(filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
        m_view->setModel(m_filtered);
        setUpTable(m_view, {.multiSelect = false, .movableColumns = false});
        m_view->setAccessibleName(tr("Actions and their keys"));
        m_view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        m_view->setColumnWidth(1, 200);

        auto *label = new QLabel(tr("&New keys"), this);
        label->setBuddy(m_key);
        auto *standard = new QPushButton(tr("Standard keys"), this);
        auto *row = new QHBoxLayout;
        row->addWidget(label);
        row->addWidget(m_key, 1);
        row->addWidget(m_set);
        row->addWidget(standard);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        connect(m_set, &QPushButton::clicked, this, [this] { use(m_key->keySequence()); });
        connect(standard, &QPushButton::clicked, this, [this] { useStandard(); });

        auto *column = new QVBoxLayout(this);
        column->addWidget(filter);
        column->addWidget(m_view, 1);
        column->addLayout(row);
        column->addWidget(m_message);
        column->addWidget(buttons);
        filter->setFocus();
    }

    Command *chosen() const
    {
        const QModelIndex index = m_view->currentIndex();
        return index.isValid() ? m_commands.find(index.siblingAtColumn(0).data(idRole).toString()) : nullptr;
    }

    void use(const QKeySequence &key)
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
        const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key};
        command->setShortcuts(keys);
        m_preferences.setShortcuts(command->id(), QKeySequence::listToString(keys, QKeySequence::PortableText)
                                                      .split(QStringLiteral("; "), Qt::SkipEmptyParts));
        show(command);
    }

    void useStandard()
    {
        if (Command *command = chosen()) {
            command->setShortcuts(command->defaultShortcuts());
            m_preferences.setShortcuts(command->id(), QVariant());
            show(command);
        }
    }

    using QDialog::show;
    void show(const Command *command)
    {
        m_message->clear();
        m_filtered->setData(m_view->currentIndex().siblingAtColumn(1), keyText(command->shortcuts()));
    }

    CommandRegistry &m_commands;
    Preferences &m_preferences;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QTableView *m_view;
    QKeySequenceEdit *m_key;
    QPushButton *m_set;
    QLabel *m_message;
};

} // namespace

void showShortcutSheet(CommandRegistry &commands, Preferences &preferences, QWidget *parent)
{
    if (auto *open = parent->findChild<QDialog *>(QStringLiteral("shortcutSheet"))) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *sheet = new ShortcutSheet(commands, preferences, parent);
    static_cast<QWidget *>(sheet)->show();
}

} // namespace dimsum
