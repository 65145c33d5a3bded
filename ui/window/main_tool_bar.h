// The tool bar of the window: history, undo, the program, the date everything is computed for, the search field, the
// state of the scores, messages, help. It shows and wishes; the window acts.
#pragma once

#include "domain/day.h"

#include <QToolBar>

class QAction;
class QComboBox;
class QDateEdit;
class QLabel;
class QToolButton;

namespace dimsum {

class ScoreStatus;
class SearchField;

class MainToolBar : public QToolBar
{
    Q_OBJECT

public:
    struct Actions {
        QAction *back;
        QAction *forward;
        QAction *undo;
        QAction *redo;
        QAction *messages;
        QAction *help;
    };
    MainToolBar(const Actions &actions, QWidget *parent);

    SearchField *search() const { return m_search; }
    ScoreStatus *scores() const { return m_scores; }
    QToolButton *bell() const { return m_bell; }

    // What is computed for: the program's words ("Q1 2026, day 49 of 90") and the date. An unknown day and empty
    // words show that no workspace is open and disable both.
    void setProgram(const QString &words);
    void setAsOf(Day day, bool pinned);
    void setUnread(int messages);
    // Below 1180 pixels the labels before the fields go; their accessible names stay.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void asOfChosen(dimsum::Day day);
    void todayChosen(); // follow the calendar again

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fitDate();
    void addGap(int width);

    QLabel *m_programLabel;
    QComboBox *m_program;
    QLabel *m_asOfLabel;
    QDateEdit *m_asOf;
    QAction *m_followToday;
    SearchField *m_search;
    ScoreStatus *m_scores;
    QToolButton *m_bell;
    QWidget *m_dot = nullptr; // on the bell
};

} // namespace dimsum
