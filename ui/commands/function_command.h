// A command whose parts are given as values: for actions that are one call on a page or on the session.
#pragma once

#include "ui/commands/command.h"

#include <functional>

namespace dimsum {

struct CommandParts {
    QString id = {};
    std::function<QString()> text = {};        // evaluated again on a change of language: [] { return tr("…"); }
    std::function<void()> run = {};
    QString iconName = {};
    CommandMenu menu = CommandMenu::none;
    int section = 0;
    QList<QKeySequence> shortcuts = {};
    std::function<Availability()> availability = {}; // none: always
    std::function<bool()> checked = {};              // given: the command is a switch
    std::function<QString()> description = {};
};

class FunctionCommand : public Command
{
    Q_OBJECT

public:
    explicit FunctionCommand(CommandParts parts, QObject *parent = nullptr);

    QString id() const override { return m_parts.id; }
    QString text() const override { return m_parts.text(); }
    QString description() const override { return m_parts.description ? m_parts.description() : QString(); }
    QString iconName() const override { return m_parts.iconName; }
    CommandMenu menu() const override { return m_parts.menu; }
    int section() const override { return m_parts.section; }
    QList<QKeySequence> defaultShortcuts() const override { return m_parts.shortcuts; }
    bool checkable() const override { return static_cast<bool>(m_parts.checked); }
    bool checked() const override { return m_parts.checked && m_parts.checked(); }
    Availability availability() const override
    {
        return m_parts.availability ? m_parts.availability() : Availability::yes();
    }
    void run() override { m_parts.run(); }

private:
    CommandParts m_parts;
};

} // namespace dimsum
