// One action that a person can take: its words, its key, whether it can be done now (and if not, why), and the doing.
// Menus, tool bar, command palette and the shortcut sheet are all made from commands; nothing else adds a QAction.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;

namespace dimsum {

// Whether a command can run now. `reason` is a sentence for people and must be given when it cannot.
struct Availability {
    bool enabled = true;
    QString reason = {};

    static Availability yes() { return {}; }
    static Availability no(const QString &why) { return {false, why}; }
};

// The menu of the menu bar that lists the command. `none`: palette and shortcut sheet only.
enum class CommandMenu { none, file, edit, view, go, account, program, orders, tools, help };

// Subclass per action, or use FunctionCommand where the doing is one call. Lives on the GUI thread.
// Owns its QAction. All texts are read again on a change of language (call changed()).
class Command : public QObject
{
    Q_OBJECT

public:
    explicit Command(QObject *parent = nullptr);
    ~Command() override;

    // Stable, dotted, English, never shown: "account.pin". The key of the shortcut table in the settings.
    virtual QString id() const = 0;
    // As in a menu, with a mnemonic and an ellipsis where a dialog follows: tr("&Pin tier…").
    virtual QString text() const = 0;
    // One sentence for the tool tip; empty: the text.
    virtual QString description() const { return {}; }
    virtual QString iconName() const { return {}; }
    virtual CommandMenu menu() const { return CommandMenu::none; }
    // A separator is drawn between commands of different sections of one menu; sections go upwards.
    virtual int section() const { return 0; }
    virtual QList<QKeySequence> defaultShortcuts() const { return {}; }
    // True for a switch (dock on or off); then checked() is its state.
    virtual bool checkable() const { return false; }
    virtual bool checked() const { return false; }
    virtual Availability availability() const { return Availability::yes(); }

    virtual void run() = 0;

    // The action made from the above. It does nothing while the command is unavailable.
    QAction *action();
    // The text without mnemonic and ellipsis, for the palette and the shortcut sheet.
    QString plainText() const;
    QList<QKeySequence> shortcuts() const { return m_shortcuts; }
    // The user's own keys; an empty list takes the key away.
    void setShortcuts(const QList<QKeySequence> &keys);

public Q_SLOTS:
    // Call when anything above may have another answer: words, state, availability. Cheap.
    void changed();
    // Runs if available, else only says why (refused).
    void trigger();

Q_SIGNALS:
    void refused(const QString &reason);

private:
    QAction *m_action = nullptr;
    QList<QKeySequence> m_shortcuts;
    bool m_ownShortcuts = false;
};

} // namespace dimsum
