#include "ui/common/column_chooser.h"

#include "ui/common/search_field.h"
#include "ui/common/table_setup.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace dimsum {

namespace {
constexpr int columnRole = Qt::UserRole + 1;

QString nameOf(const QTableView *view, int column)
{
    return view->model()->headerData(column, Qt::Horizontal).toString();
}
} // namespace

ColumnChooser::ColumnChooser(QTableView *view, QWidget *parent)
    : QDialog(parent ? parent : view), m_view(view), m_search(new SearchField(tr("Find a column"))),
      m_list(new QListWidget), m_before(columnState(view))
{
    setWindowTitle(tr("Columns"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::Reset);
    column->addWidget(buttons);
    m_list->setAccessibleName(tr("Columns, ticked ones are shown"));
    resize(280, 420);
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &ColumnChooser::filter);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        m_view->setColumnHidden(item->data(columnRole).toInt(), item->checkState() != Qt::Checked);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    connect(buttons->button(QDialogButtonBox::Reset), &QPushButton::clicked, this, [this] {
        restoreColumns(m_view, m_before);
        fill();
    });
}

void ColumnChooser::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const QHeaderView *header = m_view->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        auto *item = new QListWidgetItem(nameOf(m_view, logical), m_list);
        item->setData(columnRole, logical);
        // The first column names the row; a table without it says nothing.
        item->setFlags(logical == 0 ? Qt::ItemIsSelectable : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(header->isSectionHidden(logical) ? Qt::Unchecked : Qt::Checked);
    }
    filter(m_search->text());
}

void ColumnChooser::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive));
    }
}

void addColumnMenu(QTableView *view)
{
    QHeaderView *header = view->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QHeaderView::customContextMenuRequested, view, [view, header](const QPoint &at) {
        const int column = header->logicalIndexAt(at);
        QMenu menu(view);
        if (column > 0)
            menu.addAction(QObject::tr("Hide “%1”").arg(nameOf(view, column)), view, [view, column] { view->hideColumn(column); });
        if (column >= 0 && view->isSortingEnabled()) {
            menu.addAction(QObject::tr("Sort upwards"), view, [view, column] { view->sortByColumn(column, Qt::AscendingOrder); });
            menu.addAction(QObject::tr("Sort downwards"), view, [view, column] { view->sortByColumn(column, Qt::DescendingOrder); });
        }
        menu.addSeparator();
        menu.addAction(QObject::tr("Fit widths"), view, [view] { fitColumns(view); });
        menu.addAction(QObject::tr("Choose columns…"), view, [view] {
            auto *chooser = new ColumnChooser(view);
            chooser->setAttribute(Qt::WA_DeleteOnClose);
            chooser->open();
        });
        menu.exec(header->viewport()->mapToGlobal(at));
    });
}

} // namespace dimsum
