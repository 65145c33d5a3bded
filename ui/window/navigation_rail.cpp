#include "ui/window/navigation_rail.h"

#include "qt/roles.h"
#include "ui/common/theme.h"
#include "ui/window/rail_delegate.h"

#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace dimsum {

namespace {
constexpr int idRole = Qt::UserRole + 1;
}

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent), m_topModel(new QStandardItemModel(this)), m_footModel(new QStandardItemModel(this)),
      m_top(makeList(m_topModel)), m_foot(makeList(m_footModel))
{
    m_top->setAccessibleName(tr("Pages"));
    m_foot->setAccessibleName(tr("Settings"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 1, 4);
    layout->setSpacing(0);
    layout->addWidget(m_top, 1);
    layout->addWidget(m_foot);
    setFocusProxy(m_top);
    updateWidths();
}

QListView *NavigationRail::makeList(QStandardItemModel *model)
{
    auto *list = new QListView(this);
    list->setModel(model);
    list->setItemDelegate(new RailDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setMouseTracking(true);
    list->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!m_marking && index.isValid())
            choose(index.data(idRole).toString());
    });
    // A click on the page that is marked already (the other list had the focus meanwhile).
    connect(list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const QString id = index.data(idRole).toString(); id != m_current)
            choose(id);
    });
    return list;
}

void NavigationRail::addPage(const QString &id, const QString &title, const QString &iconName, Stand stand)
{
    auto *item = new QStandardItem(title);
    item->setData(id, idRole);
    item->setData(iconName, IconNameRole);
    item->setToolTip(title);
    m_items.insert(id, item);
    (stand == Stand::top ? m_topModel : m_footModel)->appendRow(item);
    updateWidths();
}

void NavigationRail::setTitle(const QString &id, const QString &title)
{
    if (QStandardItem *item = m_items.value(id)) {
        item->setText(title);
        item->setToolTip(title);
    }
}

void NavigationRail::setBadge(const QString &id, int count)
{
    if (QStandardItem *item = m_items.value(id)) {
        item->setData(count, CountRole);
        item->setData(count > 0 ? tr("%1, %n waiting", nullptr, count).arg(item->text()) : item->text(),
                      Qt::AccessibleTextRole);
    }
}

void NavigationRail::setPageEnabled(const QString &id, bool enabled)
{
    if (QStandardItem *item = m_items.value(id))
        item->setEnabled(enabled);
}

void NavigationRail::setCurrent(const QString &id)
{
    m_current = id;
    m_marking = true;
    const QStandardItem *item = m_items.value(id);
    for (QListView *list : {m_top, m_foot}) {
        if (item && item->model() == list->model())
            list->setCurrentIndex(item->index());
        else
            list->setCurrentIndex(QModelIndex());
    }
    m_marking = false;
}

void NavigationRail::choose(const QString &id)
{
    m_current = id;
    Q_EMIT pageChosen(id);
}

void NavigationRail::setIconsOnly(bool iconsOnly)
{
    if (iconsOnly == m_iconsOnly)
        return;
    m_iconsOnly = iconsOnly;
    for (QListView *list : {m_top, m_foot})
        static_cast<RailDelegate *>(list->itemDelegate())->setIconsOnly(iconsOnly);
    updateWidths();
}

void NavigationRail::updateWidths()
{
    setFixedWidth((m_iconsOnly ? metric::railIcons : metric::rail) + 1);
    int footHeight = 0;
    for (int row = 0; row < m_footModel->rowCount(); ++row)
        footHeight += m_foot->sizeHintForRow(row);
    m_foot->setFixedHeight(footHeight);
    m_top->doItemsLayout();
    m_foot->doItemsLayout();
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.line2);
}

} // namespace dimsum
