#include "ui/commands/command_registry.h"

#include <algorithm>

namespace dimsum {

CommandRegistry::CommandRegistry(QObject *parent) : QObject(parent) {}

void CommandRegistry::add(Command *command)
{
    Q_ASSERT(!find(command->id()));
    m_commands.append(command);
    connect(command, &Command::refused, this, &CommandRegistry::refused);
    Q_EMIT added(command);
}

QList<Command *> CommandRegistry::all() const
{
    QList<Command *> commands;
    for (const QPointer<Command> &command : m_commands) {
        if (command)
            commands.append(command);
    }
    return commands;
}

QList<Command *> CommandRegistry::inMenu(CommandMenu menu) const
{
    QList<Command *> commands = all();
    commands.removeIf([menu](const Command *command) { return command->menu() != menu; });
    std::stable_sort(commands.begin(), commands.end(),
                     [](const Command *a, const Command *b) { return a->section() < b->section(); });
    return commands;
}

Command *CommandRegistry::find(const QString &id) const
{
    for (const QPointer<Command> &command : m_commands) {
        if (command && command->id() == id)
            return command;
    }
    return nullptr;
}

void CommandRegistry::refresh()
{
    for (Command *command : all())
        command->changed();
}

} // namespace dimsum
