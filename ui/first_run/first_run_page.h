// What the window shows while no workspace is open: the ways to begin, recent files, three steps, language, theme.
// Nothing modal (ux.md 3.3, 10). GUI thread.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QStandardItemModel;

namespace dimsum {

class ChoiceButton;
class MessagePanel;
class Preferences;
class Segmented;
class WorkspaceFiles;

class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    FirstRunPage(WorkspaceFiles &files, Preferences &preferences, QWidget *parent = nullptr);

Q_SIGNALS:
    void accountsRequested();
    void workspaceRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeSide();
    QWidget *makeSteps(QWidget *parent);
    void fillRecent();
    void retranslate();

    WorkspaceFiles &m_files;
    Preferences &m_preferences;
    QWidget *m_drawing;
    QLabel *m_title, *m_sentence, *m_dropHint;
    ChoiceButton *m_sample, *m_accounts, *m_team, *m_workspace;
    MessagePanel *m_progress;
    QLabel *m_recentHead, *m_recentEmpty;
    QListView *m_recent;
    QStandardItemModel *m_recentModel;
    QLabel *m_stepsHead;
    QList<QLabel *> m_stepTitles, m_stepTexts;
    QLabel *m_languageLabel, *m_themeLabel;
    QComboBox *m_language;
    Segmented *m_theme = nullptr; // made last
};

} // namespace dimsum
