#include "ui/window/notification_list.h"

#include "ui/common/drawing.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace dimsum {

namespace {

constexpr int mostKept = 200;

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::red:
        return QStringLiteral("error");
    case Tone::warn:
        return QStringLiteral("alert");
    case Tone::good:
        return QStringLiteral("ok");
    default:
        return QStringLiteral("info");
    }
}

} // namespace

NotificationList::NotificationList(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_model(new QStandardItemModel(this)), m_list(new QListView(this))
{
    setAccessibleName(tr("Messages"));
    auto *empty = new QLabel(tr("No messages yet."), this);
    empty->setContentsMargins(12, 12, 12, 12);
    setUpList(m_list);
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Messages"));
    m_list->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(empty);
    layout->addWidget(m_list);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this, empty] {
        empty->hide();
        m_list->show();
    });
}

void NotificationList::add(Tone tone, const QString &text, const QDateTime &at)
{
    auto *item = new QStandardItem(text);
    item->setData(iconOf(tone), IconNameRole);
    item->setData(QLocale().toString(at, QLocale::ShortFormat), SecondLineRole);
    item->setToolTip(text);
    item->setEditable(false);
    m_model->insertRow(0, item);
    if (m_model->rowCount() > mostKept)
        m_model->removeRow(m_model->rowCount() - 1);
    ++m_unread;
    Q_EMIT unreadChanged(m_unread);
}

int NotificationList::count() const
{
    return m_model->rowCount();
}

void NotificationList::popUp(const QWidget *anchor)
{
    const int rows = qBound(1, m_model->rowCount(), 8);
    resize(420, rows * metric::twoLineRow + 6);
    const QPoint below = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + 4));
    move(below);
    show();
    m_list->setFocus(Qt::PopupFocusReason);
    m_unread = 0;
    Q_EMIT unreadChanged(0);
}

void NotificationList::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    paintFrame(&painter, rect(), theme.base, theme.control, 0);
}

} // namespace dimsum
