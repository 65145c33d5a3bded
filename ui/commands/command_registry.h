// Every command of the window: what menus, palette and shortcut sheet list. Commands of pages are in it, too, and are
// available only while their page says so. Owned by the composition; lives on the GUI thread.
#pragma once

#include "ui/commands/command.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

namespace dimsum {

class CommandRegistry : public QObject
{
    Q_OBJECT

public:
    explicit CommandRegistry(QObject *parent = nullptr);

    // The command keeps its owner; it leaves the registry when it is destroyed. An id may be there once.
    void add(Command *command);

    QList<Command *> all() const;                  // in the order of adding
    QList<Command *> inMenu(CommandMenu menu) const; // by section, then in the order of adding
    Command *find(const QString &id) const;        // null if there is none

    // All of them may have new answers (a new snapshot, another page, another language).
    void refresh();

Q_SIGNALS:
    void added(dimsum::Command *command);
    void refused(const QString &reason); // somebody tried an unavailable command: for the status bar

private:
    QList<QPointer<Command>> m_commands;
};

} // namespace dimsum
