#include "ui/menu/dish_delegate.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/row_delegate.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace dimsum {

namespace {

constexpr int boxSize = 18, gap = 12;

// The columns of roles that nobody holds are tinted through the whole card.
void tintSilentRoles(QPainter *painter, const QRect &row, const DishColumns &columns, const DishModel &model, const Theme &theme)
{
    for (int role = 0; role < cardRoles; ++role) {
        if (model.silent()[static_cast<std::size_t>(role)])
            painter->fillRect(QRect(row.left() + columns.roles + role * columns.roleWidth, row.top(), columns.roleWidth, row.height()), theme.warnTint);
    }
}

} // namespace

DishColumns DishColumns::of(int width, const QFontMetrics &metrics)
{
    DishColumns columns;
    const int digit = metrics.horizontalAdvance(u'0');
    columns.roleWidth = std::max(26, metrics.horizontalAdvance(QStringLiteral("MM")) + 4);
    columns.roles = width - gap - cardRoles * columns.roleWidth;
    columns.capacityRight = columns.roles - 6;
    columns.capacity = columns.capacityRight - 30 - 6 - 9 * digit;
    columns.leadRight = columns.capacity - gap;
    columns.readyRight = columns.leadRight - 5 * digit;
    columns.priceRight = columns.readyRight - 9 * digit;
    columns.nameRight = columns.priceRight - 8 * digit;
    columns.box = gap + 4;
    columns.name = columns.box + boxSize + 10;
    return columns;
}

DishDelegate::DishDelegate(const DishModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

QSize DishDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    if (index.data(DishModel::DishRole).value<Dish>().course)
        return {200, rowHeight(metric::courseBand, theme.font(TypeSize::small))};
    const int lines = QFontMetrics(theme.font(TypeSize::text)).height() + QFontMetrics(theme.font(TypeSize::small)).height();
    return {640, std::max(metric::dishRow, lines + 6)};
}

void DishDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const Dish dish = index.data(DishModel::DishRole).value<Dish>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (dish.course) {
        painter->fillRect(option.rect, theme.bambooTint);
        paintIcon(painter, QRectF(option.rect.left() + gap + 4, option.rect.center().y() - 6, 14, 14), dish.iconName, theme.bambooInk);
        painter->setFont(theme.font(TypeSize::text, true));
        painter->setPen(theme.bambooInk);
        painter->drawText(option.rect.adjusted(gap + 28, 0, -gap, 0), Qt::AlignVCenter, dish.name);
    } else {
        if (option.widget && hoveredRow(option.widget) == index.row())
            painter->fillRect(option.rect, theme.hover);
        tintSilentRoles(painter, option.rect, DishColumns::of(option.rect.width(), option.fontMetrics), m_model, theme);
        paintDish(painter, option, dish);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.grid);
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Enabled))
            paintFocusRing(painter, QRectF(option.rect).adjusted(2, 1, -2, -2), theme);
    }
    painter->restore();
}

void DishDelegate::paintDish(QPainter *painter, const QStyleOptionViewItem &option, const Dish &dish) const
{
    const Theme &theme = Theme::of(option.widget);
    const QRect &r = option.rect;
    const DishColumns x = DishColumns::of(r.width(), option.fontMetrics);
    const QRectF box(r.left() + x.box, r.center().y() - boxSize / 2.0, boxSize, boxSize);
    paintFrame(painter, box, dish.locked ? theme.alt : theme.base, dish.locked ? theme.line2 : theme.control, 3);
    if (dish.locked)
        paintIcon(painter, box.adjusted(4, 3, -4, -5), QStringLiteral("lock"), theme.text3);
    if (dish.ticked)
        paintTick(painter, box, theme);

    const QFont first = theme.font(TypeSize::text, dish.ticked), second = theme.font(TypeSize::small);
    const QFontMetrics upper(first), lower(second);
    const int top = r.top() + (r.height() - upper.height() - lower.height()) / 2;
    const int nameWidth = x.nameRight - x.name;
    painter->setFont(first);
    painter->setPen(dish.locked ? theme.text3 : theme.text);
    painter->drawText(QRect(r.left() + x.name, top, nameWidth, upper.height()), Qt::AlignVCenter, upper.elidedText(dish.name, Qt::ElideRight, nameWidth));
    int lineLeft = r.left() + x.name;
    painter->setFont(second);
    if (dish.approval && !dish.locked) {
        const QString word = DishModel::tr("approval");
        paintIcon(painter, QRectF(lineLeft, top + upper.height() + (lower.height() - 12) / 2.0, 12, 12), QStringLiteral("approved"), theme.warn);
        painter->setPen(theme.warn);
        painter->drawText(QRect(lineLeft + 16, top + upper.height(), nameWidth, lower.height()), Qt::AlignVCenter, word);
        lineLeft += 16 + lower.horizontalAdvance(word + QStringLiteral("  "));
    }
    if (!dish.suggestion.isEmpty()) {
        const QString word = DishModel::tr("next best action");
        const QRectF mark(lineLeft, top + upper.height() + 1, lower.horizontalAdvance(word) + 12, lower.height() - 2);
        paintFrame(painter, mark, theme.accentTint, theme.accent, mark.height() / 2);
        painter->setPen(theme.accent);
        painter->drawText(mark, Qt::AlignCenter, word);
        lineLeft += static_cast<int>(mark.width()) + 8;
    }
    painter->setPen(dish.obstacle ? theme.red : theme.text2);
    const int lineWidth = r.left() + x.nameRight - lineLeft;
    painter->drawText(QRect(lineLeft, top + upper.height(), lineWidth, lower.height()), Qt::AlignVCenter, lower.elidedText(dish.line, Qt::ElideRight, lineWidth));

    const auto right = [&](const QString &text, int edge, const QFont &font, const QColor &ink) {
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(QRect(r.left(), r.top(), edge, r.height()), Qt::AlignVCenter | Qt::AlignRight, text);
    };
    const QColor ink = dish.locked ? theme.text3 : theme.text;
    right(dish.price, x.priceRight, theme.font(TypeSize::text), ink);
    right(dish.ready, x.readyRight, theme.font(TypeSize::text), ink);
    right(dish.lead, x.leadRight, theme.font(TypeSize::caption), theme.text3);

    const Capacity capacity{dish.left, dish.capacity, {}};
    const QColor inkOfPlaces = theme.ink(capacityTone(capacity));
    painter->setFont(theme.font(TypeSize::small));
    painter->setPen(inkOfPlaces);
    if (dish.capacity < 0) {
        painter->setPen(theme.text3);
        painter->drawText(QRect(r.left() + x.capacity, r.top(), x.capacityRight - x.capacity, r.height()), Qt::AlignVCenter, DishModel::tr("no limit"));
    } else {
        const bool none = dish.left <= 0;
        if (!none)
            paintBar(painter, QRectF(r.left() + x.capacity, r.center().y() - 2.5, 30, 6), dish.capacity > 0 ? double(dish.left) / dish.capacity : 0,
                     inkOfPlaces, theme);
        painter->drawText(QRect(r.left() + x.capacity + (none ? 0 : 36), r.top(), x.capacityRight - x.capacity, r.height()), Qt::AlignVCenter,
                          capacityText(capacity));
    }
    for (int role = 0; role < cardRoles; ++role) {
        if (!dish.reaches[static_cast<std::size_t>(role)])
            continue;
        const QPointF centre(r.left() + x.roles + (role + 0.5) * x.roleWidth, r.center().y() + 0.5);
        const QColor dot = m_model.silent()[static_cast<std::size_t>(role)] ? theme.warn : theme.text2;
        painter->setPen(QPen(dot, 1.2));
        painter->setBrush(dish.ticked ? QBrush(dot) : QBrush(Qt::NoBrush));
        painter->drawEllipse(centre, 4, 4);
    }
}

bool DishDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    const bool click = event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    const bool key = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!click && !key)
        return false;
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    model->setData(index, int(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
    return true;
}

DishHead::DishHead(const DishModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    connect(&model, &QAbstractItemModel::modelReset, this, qOverload<>(&QWidget::update));
    QStringList names;
    for (int role = 0; role < cardRoles; ++role)
        names << DishModel::roleHead(role) + u' ' + DishModel::roleName(role);
    setToolTip(names.join(u'\n'));
}

void DishHead::setCurrencySign(const QString &sign)
{
    m_sign = sign;
    update();
}

QSize DishHead::sizeHint() const
{
    return {640, rowHeight(metric::tableHeader, Theme::of(this).font(TypeSize::small))};
}

void DishHead::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QRect row = rect().adjusted(0, 0, -metric::scrollBar, 0); // as wide as the rows below
    const DishColumns x = DishColumns::of(row.width(), QFontMetrics(theme.font(TypeSize::text)));
    tintSilentRoles(&painter, row, x, m_model, theme);
    painter.setFont(theme.font(TypeSize::small));
    painter.setPen(theme.text2);
    painter.drawText(QRect(x.name, 0, x.nameRight - x.name, height()), Qt::AlignVCenter, tr("Play"));
    painter.drawText(QRect(0, 0, x.priceRight, height()), Qt::AlignVCenter | Qt::AlignRight, tr("Price, %1").arg(m_sign));
    painter.drawText(QRect(0, 0, x.leadRight, height()), Qt::AlignVCenter | Qt::AlignRight, tr("Ready, lead"));
    painter.drawText(QRect(x.capacity, 0, x.capacityRight - x.capacity, height()), Qt::AlignVCenter, tr("Capacity left"));
    for (int role = 0; role < cardRoles; ++role) {
        const bool silent = m_model.silent()[static_cast<std::size_t>(role)];
        painter.setFont(theme.font(TypeSize::small, silent));
        painter.setPen(silent ? theme.warn : theme.text2);
        painter.drawText(QRect(x.roles + role * x.roleWidth, 0, x.roleWidth, height()), Qt::AlignCenter, DishModel::roleHead(role));
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line2);
}

} // namespace dimsum
