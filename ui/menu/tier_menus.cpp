#include "ui/menu/tier_menus.h"

#include "qt/display_text.h"
#include "ui/common/drawing.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QMimeData>

#include <functional>

namespace dimsum {

namespace {

const QString mimeType = QStringLiteral("application/x-dimsum-play"); // code and the tier it was taken from

class PlayList : public QListWidget
{
public:
    PlayList(int tier, std::function<void(const QString &code, int from, int to)> moved) : m_tier(tier), m_moved(std::move(moved))
    {
        setDragEnabled(true);
        setAcceptDrops(true);
        setDropIndicatorShown(true);
        setDragDropMode(QAbstractItemView::DragDrop);
        setDefaultDropAction(Qt::CopyAction);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setTextElideMode(Qt::ElideRight);
        setSpacing(1);
    }

protected:
    QStringList mimeTypes() const override { return {mimeType}; }
    QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override
    {
        auto *play = new QMimeData;
        if (!items.isEmpty())
            play->setData(mimeType, items.first()->data(Qt::UserRole).toString().toUtf8() + '\n' + QByteArray::number(m_tier));
        return play;
    }
    bool dropMimeData(int, const QMimeData *dropped, Qt::DropAction) override
    {
        const QList<QByteArray> parts = dropped->data(mimeType).split('\n');
        if (parts.size() != 2)
            return false;
        const int from = parts[1].toInt();
        if (from != m_tier)
            m_moved(QString::fromUtf8(parts[0]), from, m_tier);
        return true;
    }
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }
    void keyPressEvent(QKeyEvent *event) override
    {
        const QListWidgetItem *item = currentItem();
        const QString code = item ? item->data(Qt::UserRole).toString() : QString();
        if (!code.isEmpty() && m_tier > 0 && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
            return m_moved(code, m_tier, 0);
        if (!code.isEmpty() && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_3)
            return m_moved(code, 0, event->key() - Qt::Key_0);
        QListWidget::keyPressEvent(event);
    }

private:
    int m_tier;
    std::function<void(const QString &, int, int)> m_moved;
};

} // namespace

TierMenus::TierMenus(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::panelGap);
    for (int tier = 0; tier <= 3; ++tier) {
        // Off the event of the drop: the answer fills the lists anew.
        auto *list = new PlayList(tier, [this](const QString &code, int from, int to) {
            QMetaObject::invokeMethod(this, [this, code, from, to] { Q_EMIT playMoved(code, from, to); }, Qt::QueuedConnection);
        });
        list->setAccessibleName(tier == 0 ? tr("All plays") : tr("Menu of Tier %1").arg(tier));
        list->setToolTip(tier == 0 ? tr("Drag a play onto a tier, or press 1, 2 or 3") : tr("Drop a play here; Delete takes one off"));
        auto *panel = new Panel(tier == 0 ? tr("All plays") : tierText(tier));
        panel->addContent(list, 1);
        row->addWidget(panel, 1);
        m_lists[static_cast<std::size_t>(tier)] = list;
    }
}

void TierMenus::setMenu(const Menu &menu, const Currency &currency)
{
    for (int tier = 0; tier <= 3; ++tier) {
        QListWidget *list = m_lists[static_cast<std::size_t>(tier)];
        const int current = list->currentRow();
        list->clear();
        for (const Play &play : menu.plays) {
            if (play.status == PlayStatus::retired || (tier > 0 && !offeredTo(play, tier)))
                continue;
            auto *item = new QListWidgetItem(tr("%1, %2").arg(QString::fromStdString(play.name), currencyText(priceOf(play), currency)), list);
            item->setData(Qt::UserRole, QString::fromStdString(play.code));
            if (play.status == PlayStatus::draft)
                item->setText(tr("%1 (draft)").arg(item->text()));
        }
        list->setCurrentRow(std::min(current, list->count() - 1));
    }
}

} // namespace dimsum
