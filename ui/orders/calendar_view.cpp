#include "ui/orders/calendar_view.h"

#include "domain/workdays.h"
#include "qt/display_text.h"
#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int weekDays = 7, entryGap = 2, boxPadding = 4;

int weekdayOf(Day day) // 0 = Monday
{
    return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{std::chrono::days{day.number}}}.iso_encoding()) - 1;
}

QString plain(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

CalendarView::CalendarView(OrderTableModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_month(new QLabel(this)), m_facts(new QLabel(this)), m_head(new QWidget(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Orders by due day"));
    setAttribute(Qt::WA_Hover);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::buttonGap);
    const auto button = [&](const QString &icon, const QString &text, const QString &name, auto run) {
        auto *made = new QPushButton(icon.isEmpty() ? QIcon() : themedIcon(icon), text, m_head);
        made->setAccessibleName(name);
        made->setToolTip(name);
        setLook(made, ButtonLook::normal, true);
        connect(made, &QPushButton::clicked, this, run);
        row->addWidget(made);
    };
    button(QStringLiteral("chevron-left"), {}, tr("Month before"), [this] { turn(-1); });
    button({}, tr("Today"), tr("The month of today"), [this] {
        if (m_snapshot)
            showMonth(m_snapshot->today);
    });
    button(QStringLiteral("chevron-right"), {}, tr("Month after"), [this] { turn(1); });
    row->addWidget(m_month);
    row->addStretch(1);
    row->addWidget(m_facts);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CalendarView::rebuild);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &CalendarView::rebuild);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &CalendarView::rebuild);
}

void CalendarView::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    if (m_snapshot && !m_day.known())
        m_day = m_snapshot->today;
    rebuild();
}

void CalendarView::setCurrent(const std::string &order)
{
    m_current = order;
    update();
}

void CalendarView::showMonth(Day day)
{
    m_day = day;
    rebuild();
}

void CalendarView::turn(int months)
{
    if (!m_day.known())
        return;
    const QDate moved = dateOf(m_day).addMonths(months);
    showMonth(dayFrom(moved));
}

void CalendarView::rebuild()
{
    m_boxes.clear();
    m_undated = 0;
    if (!m_day.known())
        return update();
    const Day first = monthStart(m_day) - weekdayOf(monthStart(m_day));
    const Day end = monthEnd(m_day);
    for (Day day = first; day <= end || weekdayOf(day) != 0; day = day + 1)
        m_boxes.push_back({.day = day, .rect = {}, .entries = {}});
    int inMonth = 0, late = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const OrderRow *order = m_model.order(row);
        if (order->standing.state == OrderState::rejected || order->standing.state == OrderState::cancelled)
            continue;
        if (!order->due.known()) {
            ++m_undated;
            continue;
        }
        const auto box = order->due - first;
        if (box < 0 || box >= static_cast<std::int32_t>(m_boxes.size()))
            continue;
        m_boxes[static_cast<std::size_t>(box)].entries.push_back({order, {}});
        inMonth += order->due >= monthStart(m_day) && order->due <= end ? 1 : 0;
        late += order->overdue ? 1 : 0;
    }
    for (DayBox &box : m_boxes) {
        // What is still to do comes first.
        std::stable_sort(box.entries.begin(), box.entries.end(), [](const Entry &a, const Entry &b) {
            return isOpen(a.order->standing.state) > isOpen(b.order->standing.state);
        });
    }
    m_month->setText(QStringLiteral("<b>%1</b>").arg(QLocale().toString(dateOf(m_day), tr("MMMM yyyy"))));
    QStringList facts{tr("%n due", nullptr, inMonth)};
    if (late > 0)
        facts << tr("%n late", nullptr, late);
    if (m_undated > 0)
        facts << tr("%n without a day yet", nullptr, m_undated);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    layOut();
}

void CalendarView::layOut()
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(TypeSize::small)), caption(theme.font(TypeSize::caption, true));
    m_head->setGeometry(0, 8, width(), metric::controlSmall + 4);
    const int top = m_head->geometry().bottom() + 5, names = caption.height() + 6;
    const int weeks = std::max<int>(1, static_cast<int>(m_boxes.size()) / weekDays);
    // Working days get more room than the week-end, on which hardly anything is due.
    const double unit = (width() - 1) / 6.2;
    const auto left = [&](int column) { return column <= 5 ? column * unit : 5 * unit + (column - 5) * unit * 0.6; };
    const double high = double(height() - top - names - 1) / weeks;
    const int line = metrics.height() + 4;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        DayBox &box = m_boxes[i];
        const int column = static_cast<int>(i % weekDays), week = static_cast<int>(i / weekDays);
        const int x = static_cast<int>(left(column)), right = static_cast<int>(left(column + 1));
        const int y = top + names + static_cast<int>(week * high), bottom = top + names + static_cast<int>((week + 1) * high);
        box.rect = QRect(x, y, right - x, bottom - y);
        const int from = y + caption.height() + boxPadding + 2;
        const std::size_t room = static_cast<std::size_t>(std::max(0, (bottom - boxPadding - from) / (line + entryGap)));
        const std::size_t shown = box.entries.size() <= room ? box.entries.size() : room > 0 ? room - 1 : 0; // the last line says how many more
        for (std::size_t entry = 0; entry < box.entries.size(); ++entry)
            box.entries[entry].rect = entry < shown ? QRect(x + boxPadding, from + static_cast<int>(entry) * (line + entryGap), right - x - 2 * boxPadding, line)
                                                    : QRect();
    }
    update();
}

void CalendarView::drawDay(QPainter &painter, const DayBox &box) const
{
    const Theme &theme = Theme::of(this);
    const bool inMonth = box.day >= monthStart(m_day) && box.day <= monthEnd(m_day);
    const std::vector<Day> holidays = m_snapshot->menu.menu.program.holidays;
    const bool works = Workdays(holidays).isBusinessDay(box.day);
    painter.fillRect(box.rect, !works || !inMonth ? theme.alt : theme.base);
    painter.setPen(theme.line2);
    painter.drawRect(box.rect);
    const QFont small = theme.font(TypeSize::small), caption = theme.font(TypeSize::caption, true);
    const QFontMetrics metrics(small);
    const bool today = box.day == m_snapshot->today;
    painter.setFont(caption);
    const int number = dateOf(box.day).day();
    const QString label = number == 1 ? QLocale().toString(dateOf(box.day), tr("d MMM")) : QString::number(number);
    QRect head(box.rect.left() + boxPadding + 2, box.rect.top() + boxPadding, box.rect.width() - 2 * boxPadding - 4, QFontMetrics(caption).height());
    if (today) {
        const int wide = QFontMetrics(caption).horizontalAdvance(label) + 10;
        paintFrame(&painter, QRect(head.left() - 4, head.top() - 1, wide, head.height() + 2), theme.accent, {}, metric::tagRadius);
        painter.setPen(theme.onAccent);
        painter.drawText(QRect(head.left() - 4, head.top() - 1, wide, head.height() + 2), Qt::AlignCenter, label);
    } else {
        painter.setPen(inMonth ? theme.text2 : theme.text3);
        painter.drawText(head, Qt::AlignVCenter, label);
    }
    if (std::find(holidays.begin(), holidays.end(), box.day) != holidays.end()) {
        painter.setPen(theme.text3);
        painter.drawText(head, Qt::AlignVCenter | Qt::AlignRight, tr("holiday"));
    }
    painter.setFont(small);
    std::size_t shown = 0;
    for (const Entry &entry : box.entries) {
        if (entry.rect.isNull())
            continue;
        ++shown;
        const OrderRow &order = *entry.order;
        const bool current = order.id == m_current, done = !isOpen(order.standing.state);
        paintFrame(&painter, entry.rect, current ? theme.accentTint : theme.panel, current ? theme.accent : QColor(), metric::tagRadius);
        painter.fillRect(QRect(entry.rect.left() + 1, entry.rect.top() + 2, 3, entry.rect.height() - 4), theme.tierInk(order.tier));
        QRect text = entry.rect.adjusted(8, 0, -4, 0);
        const QString icon = done ? QStringLiteral("ok") : order.overdue ? QStringLiteral("late") : order.standing.state == OrderState::waitingOnRep ? QStringLiteral("waiting") : QString();
        if (!icon.isEmpty()) {
            const Tone tone = done ? Tone::good : order.overdue ? Tone::red : Tone::warn;
            paintIcon(&painter, QRectF(text.left(), text.center().y() - 5.5, 11, 11), icon, theme.ink(tone));
            text.setLeft(text.left() + 15);
        }
        painter.setPen(order.overdue ? theme.red : done ? theme.text2 : theme.text);
        painter.drawText(text, Qt::AlignVCenter, metrics.elidedText(tr("%1: %2").arg(plain(order.accountName), plain(order.playName)), Qt::ElideRight, text.width()));
    }
    if (shown < box.entries.size()) {
        painter.setPen(theme.text2);
        const int y = shown == 0 ? head.bottom() + 2 : box.rect.bottom() - metrics.height() - boxPadding;
        painter.drawText(QRect(box.rect.left() + boxPadding + 4, y, box.rect.width() - 2 * boxPadding, metrics.height()), Qt::AlignVCenter,
                         tr("%n more", nullptr, static_cast<int>(box.entries.size() - shown)));
    }
    if (box.day == m_day && hasFocus())
        paintFocusRing(&painter, QRectF(box.rect).adjusted(1, 1, 0, 0), theme);
}

void CalendarView::paintEvent(QPaintEvent *)
{
    if (!m_snapshot || m_boxes.empty())
        return;
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.setFont(theme.font(TypeSize::caption, true));
    painter.setPen(theme.text2);
    for (int column = 0; column < weekDays; ++column) {
        const QRect &box = m_boxes[static_cast<std::size_t>(column)].rect;
        const int from = m_head->geometry().bottom() + 5;
        painter.drawText(QRect(box.left() + boxPadding + 2, from, box.width(), box.top() - from), Qt::AlignVCenter,
                         QLocale().standaloneDayName(column + 1, QLocale::ShortFormat));
    }
    for (const DayBox &box : m_boxes)
        drawDay(painter, box);
}

void CalendarView::resizeEvent(QResizeEvent *)
{
    layOut();
}

const CalendarView::DayBox *CalendarView::boxAt(QPoint point) const
{
    const auto found = std::find_if(m_boxes.begin(), m_boxes.end(), [&](const DayBox &box) { return box.rect.contains(point); });
    return found == m_boxes.end() ? nullptr : &*found;
}

const CalendarView::DayBox *CalendarView::boxOf(Day day) const
{
    const auto found = std::find_if(m_boxes.begin(), m_boxes.end(), [&](const DayBox &box) { return box.day == day; });
    return found == m_boxes.end() ? nullptr : &*found;
}

const OrderRow *CalendarView::orderAt(QPoint point) const
{
    const DayBox *box = boxAt(point);
    if (!box)
        return nullptr;
    const auto entry = std::find_if(box->entries.begin(), box->entries.end(), [&](const Entry &candidate) { return candidate.rect.contains(point); });
    return entry == box->entries.end() ? nullptr : entry->order;
}

QRect CalendarView::dayRect(Day day) const
{
    const DayBox *box = boxOf(day);
    return box ? box->rect : QRect();
}

QRect CalendarView::cardRect(const std::string &order) const
{
    for (const DayBox &box : m_boxes) {
        for (const Entry &entry : box.entries) {
            if (entry.order->id == order)
                return entry.rect;
        }
    }
    return {};
}

int CalendarView::countOn(Day day) const
{
    const DayBox *box = boxOf(day);
    return box ? static_cast<int>(box->entries.size()) : 0;
}

void CalendarView::choose(const OrderRow &order)
{
    m_current = order.id;
    m_day = order.due;
    update();
    Q_EMIT currentChanged(plain(order.id));
}

void CalendarView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const DayBox *box = boxAt(event->pos());
    if (!box)
        return;
    const Day day = box->day;
    if (const OrderRow *order = orderAt(event->pos()))
        choose(*order);
    if (day < monthStart(m_day) || day > monthEnd(m_day))
        showMonth(day);
    m_day = day;
    update();
}

void CalendarView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const OrderRow *order = orderAt(event->pos()))
        Q_EMIT opened(plain(order->id));
}

void CalendarView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        turn(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

void CalendarView::keyPressEvent(QKeyEvent *event)
{
    const auto to = [this](int days) { showMonth(m_day + days); };
    switch (event->key()) {
    case Qt::Key_Left:
        return to(-1);
    case Qt::Key_Right:
        return to(1);
    case Qt::Key_Up:
        return to(-weekDays);
    case Qt::Key_Down:
        return to(weekDays);
    case Qt::Key_PageUp:
        return turn(-1);
    case Qt::Key_PageDown:
        return turn(1);
    case Qt::Key_Space: {
        const DayBox *box = boxOf(m_day);
        if (!box || box->entries.empty())
            return;
        const auto current = std::find_if(box->entries.begin(), box->entries.end(), [this](const Entry &entry) { return entry.order->id == m_current; });
        const bool last = current == box->entries.end() || std::next(current) == box->entries.end();
        return choose(last ? *box->entries.front().order : *std::next(current)->order);
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_current.empty())
            Q_EMIT opened(plain(m_current));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool CalendarView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QString text;
        if (const OrderRow *order = orderAt(help->pos())) {
            text = tr("%1\n%2\n%3, due %4").arg(plain(order->accountName), plain(order->playName), orderStateText(order->standing.state), fullDayText(order->due));
        } else if (const DayBox *box = boxAt(help->pos())) {
            QStringList lines;
            for (const Entry &entry : box->entries)
                lines << tr("%1: %2").arg(plain(entry.order->accountName), plain(entry.order->playName));
            text = lines.join(u'\n');
        }
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        layOut();
    return QWidget::event(event);
}

} // namespace dimsum
