#include "ui/accounts/journey_view.h"

#include "ui/common/drawing.h"
#include "ui/common/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace dimsum
{

namespace
{

constexpr int lane = 17, mark = 10, gap = 10;

bool isMonthStart(Day day)
{
    return civil(day).day() == std::chrono::day{1};
}

QString monthName(Day day)
{
    return QLocale().standaloneMonthName(static_cast<int>(static_cast<unsigned>(civil(day).month())),
                                         QLocale::ShortFormat);
}

} // namespace

JourneyView::JourneyView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void JourneyView::setJourney(const Journey &journey)
{
    m_journey = journey;
    m_current = -1;
    updateGeometry();
    update();
}

void JourneyView::setCurrent(int index)
{
    const int bounded =
        m_journey.marks.isEmpty() ? -1 : std::clamp(index, -1, static_cast<int>(m_journey.marks.size()) - 1);
    if (bounded == m_current)
        return;
    m_current = bounded;
    setAccessibleDescription(bounded < 0 ? QString() : m_journey.marks[bounded].words);
    update();
    Q_EMIT currentChanged(bounded);
}

int JourneyView::laneHeight() const
{
    return std::max(lane, QFontMetrics(Theme::of(this).font(TypeSize::caption)).height() + 2);
}

int JourneyView::nameWidth() const
{
    const QFontMetrics metrics(Theme::of(this).font(TypeSize::caption));
    int widest = 0;
    for (const QString &name : m_journey.lanes)
        widest = std::max(widest, metrics.horizontalAdvance(name) + 2);
    return std::min(widest, width() * 28 / 100) + gap;
}

double JourneyView::xOf(Day day) const
{
    const double left = nameWidth() + mark / 2.0, right = width() - mark / 2.0 - 1;
    const int days = std::max(1, m_journey.last - m_journey.first);
    return left + (right - left) * (day - m_journey.first) / days;
}

QRectF JourneyView::boxOf(const Journey::Mark &at) const
{
    return {xOf(at.day) - mark / 2.0, at.lane * laneHeight() + (laneHeight() - mark) / 2.0, mark, mark};
}

int JourneyView::markAt(const QPointF &point) const
{
    int nearest = -1;
    double distance = 7;
    for (int at = 0; at < m_journey.marks.size(); ++at) {
        const QPointF away = boxOf(m_journey.marks[at]).center() - point;
        const double length = std::hypot(away.x(), away.y());
        if (length <= distance) { // of marks that lie upon each other the one drawn last
            distance = length;
            nearest = at;
        }
    }
    return nearest;
}

QSize JourneyView::sizeHint() const
{
    const int axis = QFontMetrics(Theme::of(this).font(TypeSize::caption)).height() + 2;
    return {300, static_cast<int>(m_journey.lanes.size()) * laneHeight() + axis};
}

QSize JourneyView::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void JourneyView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const QFont font = theme.font(TypeSize::caption);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const int height = laneHeight(), names = nameWidth() - gap;
    for (int at = 0; at < m_journey.lanes.size(); ++at) {
        const QRect row(0, at * height, width(), height);
        painter.setPen(theme.text2);
        painter.drawText(QRect(0, row.top(), names, height), Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(m_journey.lanes[at], Qt::ElideRight, names));
        QPen hair(theme.grid, 1);
        hair.setCosmetic(true);
        painter.setPen(hair);
        painter.drawLine(QPointF(names + gap, row.center().y() + 0.5),
                         QPointF(width(), row.center().y() + 0.5));
    }
    const int axis = static_cast<int>(m_journey.lanes.size()) * height;
    double free = 0;
    for (Day day = m_journey.first; day <= m_journey.last; day = day + 1) {
        if (!isMonthStart(day) && day != m_journey.first)
            continue;
        const QString name = monthName(day);
        const double wide = metrics.horizontalAdvance(name);
        const double x = std::clamp(xOf(day) - mark / 2.0, 0.0, width() - wide);
        // The first days of a month at the very left would run into the next name.
        const bool cramped = day == m_journey.first && xOf(monthEnd(day) + 1) - x < wide + 6;
        if (x < free || cramped)
            continue;
        painter.setPen(theme.text3);
        painter.drawText(QPointF(x, axis + metrics.ascent() + 2), name);
        free = x + wide + 6;
    }
    for (const Journey::Mark &at : m_journey.marks) {
        painter.save();
        paintJourneyMark(&painter, boxOf(at), at.kind, theme);
        painter.restore();
    }
    if (m_current >= 0)
        paintFocusRing(&painter, boxOf(m_journey.marks[m_current]).adjusted(-3, -3, 3, 3), theme, 4);
    else if (hasFocus())
        paintFocusRing(&painter, rect(), theme);
}

bool JourneyView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int at = markAt(help->pos());
    if (at >= 0)
        QToolTip::showText(help->globalPos(), m_journey.marks[at].words, this);
    else
        QToolTip::hideText();
    return true;
}

void JourneyView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_journey.marks.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
        setCurrent(std::min(m_current + 1, last));
        return;
    case Qt::Key_Left:
        setCurrent(m_current < 0 ? last : std::max(0, m_current - 1));
        return;
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        setCurrent(last);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void JourneyView::mousePressEvent(QMouseEvent *event)
{
    setCurrent(markAt(event->position()));
    QWidget::mousePressEvent(event);
}

void JourneyView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        updateGeometry();
}

} // namespace dimsum
