// Prompts as dialogs of the desktop.
#pragma once

#include "ui/common/prompts.h"

namespace dimsum {

class SystemPrompts : public Prompts
{
public:
    QString fileToOpen(QWidget *parent, const QString &title, const QStringList &filters) override;
    QString fileToSave(QWidget *parent, const QString &title, const QString &suggestion, const QStringList &filters,
                       const QString &suffix) override;
    bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb) override;
    std::optional<QString> note(QWidget *parent, const QString &title, const QString &text, const QString &label, const QString &verb) override;
    std::optional<QString> textLine(QWidget *parent, const QString &title, const QString &label,
                                    const QString &initial) override;

private:
    QString m_folder; // of the last file, for the next dialog
};

} // namespace dimsum
