// Prompts for tests: answers are put in beforehand, questions are kept. Without an answer every question is
// cancelled, so no test ever waits for a person.
#pragma once

#include "ui/common/prompts.h"

#include <QList>

namespace dimsum {

class FakePrompts : public Prompts
{
public:
    QStringList questions; // "title: text" of everything asked, oldest first
    QStringList files;     // taken from the front by both file questions
    QList<bool> answers;   // of confirm(), taken from the front
    QStringList lines;     // of textLine(), taken from the front

    QString fileToOpen(QWidget *, const QString &title, const QStringList &) override
    {
        questions.append(title);
        return files.isEmpty() ? QString() : files.takeFirst();
    }
    QString fileToSave(QWidget *, const QString &title, const QString &, const QStringList &, const QString &) override
    {
        questions.append(title);
        return files.isEmpty() ? QString() : files.takeFirst();
    }
    bool confirm(QWidget *, const QString &title, const QString &text, const QString &) override
    {
        questions.append(title + QStringLiteral(": ") + text);
        return !answers.isEmpty() && answers.takeFirst();
    }
    // Confirmed by `answers`; what is said comes from `lines`, nothing where there is none.
    std::optional<QString> note(QWidget *parent, const QString &title, const QString &text, const QString &, const QString &verb) override
    {
        if (!confirm(parent, title, text, verb))
            return std::nullopt;
        return lines.isEmpty() ? QString() : lines.takeFirst();
    }
    std::optional<QString> textLine(QWidget *, const QString &title, const QString &label, const QString &) override
    {
        questions.append(title + QStringLiteral(": ") + label);
        return lines.isEmpty() ? std::nullopt : std::optional(lines.takeFirst());
    }
};

} // namespace dimsum
