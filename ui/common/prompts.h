// The questions that need a person: file names, confirmations, one line of text. Passed in, so that tests answer them
// (tests/support/fake_prompts.h) and no test hangs on a dialog. GUI thread. Plain news never come through here:
// they are message panels beside their cause (Navigation::showError, ui/common/message_panel.h).
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QWidget;

namespace dimsum {

class Prompts
{
public:
    virtual ~Prompts() = default;

    // Empty when the person leaves. `filters`: "Tables (*.csv *.xlsx)".
    virtual QString fileToOpen(QWidget *parent, const QString &title, const QStringList &filters) = 0;
    // `suggestion` is a file name or path; the answer ends in `suffix` ("csv") if no other was typed.
    virtual QString fileToSave(QWidget *parent, const QString &title, const QString &suggestion,
                               const QStringList &filters, const QString &suffix) = 0;
    // `verb` words the button that does it ("Close program"); the other one is Cancel.
    virtual bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb) = 0;
    // The same with one line to say something about it, which may stay empty. Nothing when the person leaves.
    virtual std::optional<QString> note(QWidget *parent, const QString &title, const QString &text, const QString &label, const QString &verb) = 0;
    // Nothing when the person leaves.
    virtual std::optional<QString> textLine(QWidget *parent, const QString &title, const QString &label,
                                            const QString &initial) = 0;
};

} // namespace dimsum
