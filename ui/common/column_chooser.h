// Dialog to show, hide and find the columns of a table; changes apply at once, Reset restores what it opened with.
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QMenu;
class QTableView;

namespace dimsum {

class ColumnChooser : public QDialog
{
    Q_OBJECT
public:
    explicit ColumnChooser(QTableView *view, QWidget *parent = nullptr);

private:
    void fill();
    void filter(const QString &text);

    QTableView *m_view;
    QLineEdit *m_search;
    QListWidget *m_list;
    QByteArray m_before;
};

// The header's context menu: hide this column, sort, fit widths, choose columns...
void addColumnMenu(QTableView *view);

} // namespace dimsum
