// Every command with its keys: F1. The keys can be changed there; they are kept in the preferences. Not modal.
#pragma once

#include <QDialog>

class QKeySequence;
class QKeySequenceEdit;
class QLabel;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTableView;

namespace dimsum {

class Command;
class CommandRegistry;
class Preferences;

class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    // Both outlive the sheet.
    ShortcutSheet(CommandRegistry &commands, Preferences &preferences, QWidget *parent);

    // Shows the sheet of `parent`, a new one or the one that is open; it deletes itself when closed.
    static void open(CommandRegistry &commands, Preferences &preferences, QWidget *parent);

    // Gives the chosen action this key, or takes its keys away (empty). Says why not where another action has it.
    void use(const QKeySequence &key);
    void useStandard();
    void choose(const QString &commandId);
    QString message() const;

private:
    void fill();
    void build();
    Command *chosen() const;
    void showKeys(const Command *command);

    CommandRegistry &m_commands;
    Preferences &m_preferences;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QTableView *m_view;
    QKeySequenceEdit *m_key;
    QLabel *m_message;
};

} // namespace dimsum
