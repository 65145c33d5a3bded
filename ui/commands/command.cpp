#include "ui/commands/command.h"

#include "ui/common/icon.h"

#include <QAction>

namespace dimsum {

Command::Command(QObject *parent) : QObject(parent) {}

Command::~Command() = default;

QAction *Command::action()
{
    if (!m_action) {
        m_action = new QAction(this);
        m_action->setObjectName(id());
        m_action->setShortcutContext(Qt::WindowShortcut);
        m_action->setIconVisibleInMenu(false);
        if (!iconName().isEmpty())
            m_action->setIcon(themedIcon(iconName()));
        connect(m_action, &QAction::triggered, this, &Command::trigger);
        if (!m_ownShortcuts)
            m_shortcuts = defaultShortcuts();
        changed();
    }
    return m_action;
}

QString Command::plainText() const
{
    QString plain;
    const QString words = text();
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == u'&' && i + 1 < words.size())
            ++i;
        plain += words[i];
    }
    while (plain.endsWith(u'…') || plain.endsWith(u'.'))
        plain.chop(1);
    return plain;
}

void Command::setShortcuts(const QList<QKeySequence> &keys)
{
    m_shortcuts = keys;
    m_ownShortcuts = true;
    changed();
}

void Command::changed()
{
    if (!m_action)
        return;
    const Availability now = availability();
    m_action->setText(text());
    m_action->setIconText(plainText());
    m_action->setShortcuts(m_shortcuts);
    m_action->setCheckable(checkable());
    if (checkable())
        m_action->setChecked(checked());
    m_action->setEnabled(now.enabled);
    // The reason of a disabled action stands where people look for it: tool tip and status bar.
    const QString told = description().isEmpty() ? plainText() : description();
    m_action->setToolTip(now.enabled ? told : told + QStringLiteral("\n") + now.reason);
    m_action->setStatusTip(now.enabled ? description() : now.reason);
}

void Command::trigger()
{
    const Availability now = availability();
    if (!now.enabled) {
        Q_EMIT refused(now.reason);
        return;
    }
    run();
    changed();
}

} // namespace dimsum
