// What an import does or did with the rows: a bar and the five counts that add up to what was read; below, the problems.
#pragma once

#include "service/importing_service.h"

#include <QWidget>

class QLabel;
class QListView;
class QStandardItemModel;

namespace dimsum {

class CountsBar : public QWidget
{
    Q_OBJECT

public:
    explicit CountsBar(QWidget *parent = nullptr);

    void setReport(const ImportReport &report);
    QSize sizeHint() const override { return {200, 16}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ImportReport m_report;
};

class CountsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CountsPanel(QWidget *parent = nullptr);

    // `title` says whether it is a dry run; without a report the panel waits.
    void setReport(const QString &title, const ImportReport *report);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showProblems(const ImportReport &report);

    QLabel *m_title;
    CountsBar *m_bar;
    QList<QLabel *> m_counts;
    QLabel *m_problemsTitle;
    QStandardItemModel *m_problems;
    QListView *m_list;
};

} // namespace dimsum
