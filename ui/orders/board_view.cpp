#include "ui/orders/board_view.h"

#include "qt/display_text.h"
#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHash>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <limits>
#include <map>

namespace dimsum {

namespace {

constexpr int laneStrip = 34, closedStrip = 30, cellPadding = 7, cardGap = 6, cardsFolded = 3;

QString utf8(const std::string &text)
{
    return QString::fromStdString(text);
}

std::optional<std::size_t> columnOfState(OrderState state)
{
    const auto &columns = BoardView::columns();
    const auto found = std::find(columns.begin(), columns.end(), state);
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

} // namespace

const std::array<OrderState, 5> &BoardView::columns()
{
    static constexpr std::array<OrderState, 5> states{OrderState::requested, OrderState::approved, OrderState::inProduction,
                                                      OrderState::waitingOnRep, OrderState::delivered};
    return states;
}

BoardView::BoardView(OrderTableModel &model, QWidget *parent) : QAbstractScrollArea(parent), m_model(model)
{
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Board of orders"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &BoardView::rebuild);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &BoardView::rebuild);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &BoardView::rebuild);
}

void BoardView::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    letGo();
    rebuild();
}

void BoardView::setLanes(BoardLanes lanes)
{
    m_laneKind = lanes;
    rebuild();
}

void BoardView::setFields(unsigned fields)
{
    m_fields = fields;
    layOut();
}

void BoardView::rebuild()
{
    m_lanes.clear();
    m_counts = {};
    m_sums = {};
    m_rejected = m_cancelled = 0;
    std::map<QString, Lane> byKey; // lanes in the order of their keys
    if (m_snapshot && m_laneKind == BoardLanes::tier) {
        for (int tier = 1; tier <= 3; ++tier)
            byKey[QString::number(tier)] = Lane{.key = QString::number(tier), .name = tierShortText(tier), .tier = tier, .cells = {}, .rect = {}};
    }
    std::vector<const OrderRow *> orders;
    for (int row = 0; m_snapshot && row < m_model.rowCount(); ++row) {
        if (const OrderRow *order = m_model.order(row))
            orders.push_back(order);
    }
    // Open ones by due day, those without a day by when they were asked for; the newest delivered first.
    std::stable_sort(orders.begin(), orders.end(), [](const OrderRow *a, const OrderRow *b) {
        if (a->deliveredAt && b->deliveredAt)
            return *a->deliveredAt > *b->deliveredAt;
        if (a->due.known() != b->due.known())
            return a->due.known();
        return a->due != b->due ? a->due < b->due : a->requestedAt < b->requestedAt;
    });
    for (const OrderRow *order : orders) {
        m_rejected += order->standing.state == OrderState::rejected;
        m_cancelled += order->standing.state == OrderState::cancelled;
        const auto column = columnOfState(order->standing.state);
        if (!column)
            continue;
        const QString name = m_laneKind == BoardLanes::team ? utf8(order->ownerTeam) : utf8(order->playName);
        const QString key = m_laneKind == BoardLanes::tier ? QString::number(order->tier) : name.toCaseFolded();
        Lane &lane = byKey[key];
        if (lane.key.isNull()) {
            lane.key = key;
            lane.tier = m_laneKind == BoardLanes::tier ? order->tier : 0;
            lane.name = m_laneKind == BoardLanes::tier ? tierShortText(order->tier) : name.isEmpty() ? tr("no team") : name;
        }
        const Money price = order->actual.known() ? order->actual : order->price;
        Cell &cell = lane.cells[*column];
        cell.cards.push_back({order, {}});
        cell.sum += price;
        ++m_counts[*column];
        m_sums[*column] += price;
    }
    QHash<QString, int> rank;
    for (int i = 0; i < m_rank.size(); ++i)
        rank.insert(m_rank[i], i);
    const auto placeOf = [&rank](const Card &card) { return rank.value(utf8(card.order->id), std::numeric_limits<int>::max()); };
    for (auto &[key, lane] : byKey) {
        for (Cell &cell : lane.cells)
            std::stable_sort(cell.cards.begin(), cell.cards.end(), [&](const Card &a, const Card &b) { return placeOf(a) < placeOf(b); });
        if (m_laneKind != BoardLanes::tier) {
            if (const QString places = placesLeft(&lane); !places.isEmpty())
                lane.name += QStringLiteral(" · ") + places;
        }
        m_lanes.push_back(std::move(lane));
    }
    layOut();
}

void BoardView::setRank(const QStringList &orders)
{
    m_rank = orders;
    rebuild();
}

QString BoardView::placesLeft(const Lane *lane) const
{
    int left = 0, all = 0;
    if (!m_snapshot)
        return {};
    for (const Play &play : m_snapshot->menu.menu.plays) {
        const QString name = utf8(m_laneKind == BoardLanes::team ? play.ownerTeam : play.name);
        if (play.status != PlayStatus::approved || (lane && name.toCaseFolded() != lane->key))
            continue;
        if (!play.capacity && lane)
            return {};
        if (!play.capacity)
            continue; // the whole program is told for the plays that have a limit
        const auto used = m_snapshot->menu.ordered.find(play.code);
        all += *play.capacity;
        left += std::max(0, *play.capacity - (used == m_snapshot->menu.ordered.end() ? 0 : used->second));
    }
    return all > 0 ? tr("%1 of %2 places left").arg(left).arg(all) : QString();
}

const BoardView::Cell *BoardView::cellOf(const std::string &order) const
{
    for (const Lane &lane : m_lanes) {
        for (const Cell &cell : lane.cells) {
            if (std::any_of(cell.cards.begin(), cell.cards.end(), [&](const Card &card) { return card.order->id == order; }))
                return &cell;
        }
    }
    return nullptr;
}

void BoardView::putBefore(const std::string &order, const OrderRow *before)
{
    const Cell *cell = cellOf(order);
    if (!cell || (before && before->id == order))
        return;
    QStringList ids;
    for (const Card &card : cell->cards) {
        if (before && card.order->id == before->id)
            ids << utf8(order);
        if (card.order->id != order)
            ids << utf8(card.order->id);
    }
    if (!before)
        ids << utf8(order);
    // The cell as it is now, then what was ranked elsewhere.
    for (const QString &known : std::as_const(m_rank)) {
        if (!ids.contains(known))
            ids << known;
    }
    m_rank = ids;
    rebuild();
    setCurrent(order);
    Q_EMIT rankChanged();
}

int BoardView::headHeight() const
{
    const Theme &theme = Theme::of(this);
    return QFontMetrics(theme.font(TypeSize::text, true)).height() + QFontMetrics(theme.font(TypeSize::small)).height() + 14;
}

QRect BoardView::columnSpan(std::size_t column) const
{
    const int width = std::max(5 * 120, viewport()->width() - laneStrip - closedStrip);
    const int left = laneStrip + static_cast<int>(column) * width / 5, right = laneStrip + static_cast<int>(column + 1) * width / 5;
    return {left, 0, right - left, 0};
}

void BoardView::layOut()
{
    const Theme &theme = Theme::of(this);
    const int small = QFontMetrics(theme.font(TypeSize::small)).height(), text = QFontMetrics(theme.font(TypeSize::text)).height();
    int lines = 0;
    lines += (m_fields & BoardPlay) != 0 ? 1 : 0;
    lines += (m_fields & (BoardTeam | BoardPerson | BoardNumber)) != 0 ? 1 : 0;
    lines += (m_fields & (BoardPrice | BoardDue)) != 0 ? 1 : 0;
    const int cardHeight = text + lines * small + 12;
    int top = 0;
    for (Lane &lane : m_lanes) {
        int bottom = top + 60;
        for (std::size_t column = 0; column < lane.cells.size(); ++column) {
            Cell &cell = lane.cells[column];
            const QRect span = columnSpan(column);
            const bool unfolded = m_unfolded.contains(lane.key + u'\n' + QString::number(column));
            cell.shown = unfolded ? cell.cards.size() : std::min<std::size_t>(cell.cards.size(), cardsFolded);
            int y = top + small + 10;
            for (std::size_t i = 0; i < cell.cards.size(); ++i) {
                cell.cards[i].rect = i < cell.shown ? QRect(span.left() + cellPadding, y, span.width() - 2 * cellPadding, cardHeight) : QRect();
                y += i < cell.shown ? cardHeight + cardGap : 0;
            }
            cell.more = {};
            if (cell.cards.size() > cardsFolded) {
                cell.more = QRect(span.left() + cellPadding, y, span.width() - 2 * cellPadding, small + 4);
                y += small + 8;
            }
            bottom = std::max(bottom, y + 2);
        }
        lane.rect = QRect(0, top, viewport()->width(), bottom - top);
        for (std::size_t column = 0; column < lane.cells.size(); ++column) {
            const QRect span = columnSpan(column);
            lane.cells[column].rect = QRect(span.left(), top, span.width(), bottom - top);
        }
        top = bottom;
    }
    m_height = top;
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height() - headHeight()));
    verticalScrollBar()->setSingleStep(cardHeight + cardGap);
    verticalScrollBar()->setRange(0, std::max(0, m_height + headHeight() - viewport()->height()));
    viewport()->update();
}

QPoint BoardView::toBoard(QPoint viewportPoint) const
{
    return viewportPoint - QPoint(0, headHeight() - verticalScrollBar()->value());
}

int BoardView::columnAt(int x) const
{
    for (std::size_t column = 0; column < columns().size(); ++column) {
        const QRect span = columnSpan(column);
        if (x >= span.left() && x <= span.right())
            return static_cast<int>(column);
    }
    return -1;
}

const BoardView::Card *BoardView::cardAt(QPoint boardPoint) const
{
    for (const Lane &lane : m_lanes) {
        for (const Cell &cell : lane.cells) {
            for (std::size_t i = 0; i < cell.shown; ++i) {
                if (cell.cards[i].rect.contains(boardPoint))
                    return &cell.cards[i];
            }
        }
    }
    return nullptr;
}

const BoardView::Card *BoardView::cardOf(const std::string &order) const
{
    for (const Lane &lane : m_lanes) {
        for (const Cell &cell : lane.cells) {
            for (std::size_t i = 0; i < cell.shown; ++i) {
                if (cell.cards[i].order->id == order)
                    return &cell.cards[i];
            }
        }
    }
    return nullptr;
}

QRect BoardView::cardRect(const std::string &order) const
{
    const Card *card = cardOf(order);
    return card ? card->rect.translated(0, headHeight() - verticalScrollBar()->value()) : QRect();
}

QRect BoardView::columnRect(OrderState state) const
{
    const auto column = columnOfState(state);
    if (!column)
        return {};
    const QRect span = columnSpan(*column);
    return {span.left(), 0, span.width(), viewport()->height()};
}

int BoardView::cardCount(OrderState state) const
{
    const auto column = columnOfState(state);
    return column ? m_counts[*column] : state == OrderState::rejected ? m_rejected : m_cancelled;
}

Money BoardView::sumOf(OrderState state) const
{
    const auto column = columnOfState(state);
    return column ? m_sums[*column] : Money{};
}

bool BoardView::allowed(const OrderRow &order, OrderState to) const
{
    const auto next = nextStates(order.standing);
    return std::find(next.begin(), next.end(), to) != next.end();
}

QString BoardView::headNote(std::size_t column) const
{
    std::int64_t oldest = 0;
    int late = 0;
    for (const Lane &lane : m_lanes) {
        for (const Card &card : lane.cells[column].cards) {
            oldest = oldest == 0 ? card.order->requestedAt : std::min(oldest, card.order->requestedAt);
            late += card.order->overdue;
        }
    }
    switch (columns()[column]) {
    case OrderState::requested: {
        if (m_counts[column] == 0)
            return tr("nothing to decide");
        const QDate asked = QDateTime::fromMSecsSinceEpoch(oldest, Qt::UTC).date();
        return tr("the oldest waits %n day(s)", nullptr, static_cast<int>(std::max<qint64>(0, asked.daysTo(dateOf(m_snapshot->today)))));
    }
    case OrderState::approved:
        return late > 0 ? tr("%n late", nullptr, late) : tr("all in time");
    case OrderState::inProduction: {
        const QString time = late > 0 ? tr("%n late", nullptr, late) : tr("all in time");
        const QString places = placesLeft(nullptr);
        return places.isEmpty() ? time : tr("%1 · %2").arg(time, places);
    }
    case OrderState::waitingOnRep:
        return tr("clocks paused");
    default:
        return tr("what they cost");
    }
}

QString BoardView::dueWords(const OrderRow &order, Tone &tone, QString &icon) const
{
    tone = Tone::secondary;
    icon = QStringLiteral("due");
    const Day today = m_snapshot->today;
    switch (order.standing.state) {
    case OrderState::requested:
        icon = QStringLiteral("hourglass");
        return tr("asked %1").arg(instantText(order.requestedAt, m_snapshot->settings.timeZone));
    case OrderState::waitingOnRep:
        tone = Tone::warn;
        icon = QStringLiteral("waiting");
        return order.reason.empty() ? tr("waits for the rep") : utf8(order.reason);
    case OrderState::delivered:
        tone = Tone::good;
        icon = QStringLiteral("ok");
        return order.deliveredAt ? instantText(*order.deliveredAt, m_snapshot->settings.timeZone) : QString();
    default:
        break;
    }
    if (order.overdue) {
        tone = Tone::red;
        icon = QStringLiteral("late");
        return tr("%n day(s) late", nullptr, today - order.due);
    }
    if (!order.due.known())
        return tr("no day yet");
    if (order.due - today <= 7) {
        tone = Tone::warn;
        icon = QStringLiteral("soon");
    }
    return tr("due %1").arg(dayText(order.due));
}

void BoardView::drawHeads(QPainter &painter) const
{
    const Theme &theme = Theme::of(this);
    const int height = headHeight();
    painter.fillRect(QRect(0, 0, viewport()->width(), height), theme.header);
    const QFontMetrics section(theme.font(TypeSize::text, true)), small(theme.font(TypeSize::small));
    const OrderRow *dragged = nullptr;
    if (const Card *card = m_dragged.empty() ? nullptr : cardOf(m_dragged))
        dragged = card->order;
    for (std::size_t column = 0; column < columns().size(); ++column) {
        const QRect span = columnSpan(column);
        const QRect head(span.left(), 0, span.width(), height);
        if (dragged && allowed(*dragged, columns()[column]))
            painter.fillRect(head, theme.accentTint);
        const QRect inner = head.adjusted(cellPadding + 2, 6, -cellPadding - 2, -6);
        painter.setFont(theme.font(TypeSize::text, true));
        painter.setPen(theme.text);
        QString name = orderStateText(columns()[column]);
        name[0] = name[0].toUpper();
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), section.height()), Qt::AlignVCenter, name);
        const int left = section.horizontalAdvance(name) + 7;
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), section.height()), Qt::AlignVCenter | Qt::AlignRight,
                         m_snapshot ? currencyText(m_sums[column], m_snapshot->settings.currency) : QString());
        painter.setFont(theme.font(TypeSize::text));
        painter.setPen(theme.text2);
        painter.drawText(QRect(inner.left() + left, inner.top(), inner.width() - left, section.height()), Qt::AlignVCenter, countText(m_counts[column]));
        painter.setFont(theme.font(TypeSize::small));
        painter.drawText(QRect(inner.left(), inner.top() + section.height() + 2, inner.width(), small.height()), Qt::AlignVCenter,
                         m_snapshot ? small.elidedText(headNote(column), Qt::ElideRight, inner.width()) : QString());
        painter.fillRect(QRect(span.left(), 0, 1, viewport()->height()), theme.line);
    }
    painter.fillRect(QRect(0, height - 1, viewport()->width(), 1), theme.line2);
    // What came to nothing has no column; its number stands at the edge.
    const int edge = columnSpan(columns().size() - 1).right() + 1;
    painter.fillRect(QRect(edge, 0, viewport()->width() - edge, viewport()->height()), theme.header);
    painter.fillRect(QRect(edge, 0, 1, viewport()->height()), theme.line);
    painter.save();
    painter.translate(edge + (viewport()->width() - edge) / 2.0, height + 8);
    painter.rotate(90);
    painter.setFont(theme.font(TypeSize::small));
    painter.setPen(theme.text2);
    painter.drawText(QRectF(0, -small.height() / 2.0, viewport()->height(), small.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Rejected %1 · Cancelled %2").arg(m_rejected).arg(m_cancelled));
    painter.restore();
}

void BoardView::drawLane(QPainter &painter, const Lane &lane) const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics small(theme.font(TypeSize::small));
    painter.fillRect(QRect(0, lane.rect.top(), laneStrip, lane.rect.height()), theme.header);
    double nameTop = lane.rect.top() + 10;
    if (m_laneKind == BoardLanes::tier) {
        paintTierBadge(&painter, QRectF(8, nameTop, 18, 18), lane.tier, theme);
        nameTop += 26;
    }
    painter.save();
    painter.setFont(theme.font(TypeSize::small));
    painter.setPen(theme.text2);
    painter.translate(laneStrip / 2.0, nameTop);
    painter.rotate(90);
    const int room = static_cast<int>(lane.rect.bottom() - nameTop - 6);
    painter.drawText(QRectF(0, -small.height() / 2.0, room, small.height()), Qt::AlignLeft | Qt::AlignVCenter, small.elidedText(lane.name, Qt::ElideRight, room));
    painter.restore();

    for (const Cell &cell : lane.cells) {
        const QRect line(cell.rect.left() + cellPadding + 2, lane.rect.top() + 4, cell.rect.width() - 2 * cellPadding - 4, small.height());
        painter.setFont(theme.font(TypeSize::small));
        painter.setPen(theme.text2);
        if (cell.cards.empty()) {
            painter.setPen(theme.text3);
            painter.drawText(line, Qt::AlignVCenter, tr("none"));
            continue;
        }
        painter.drawText(line, Qt::AlignVCenter, tr("%n order(s)", nullptr, static_cast<int>(cell.cards.size())));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, currencyText(cell.sum, m_snapshot->settings.currency));
        for (std::size_t i = 0; i < cell.shown; ++i) {
            if (cell.cards[i].order->id != m_dragged)
                drawCard(painter, cell.cards[i], cell.cards[i].rect, false);
        }
        if (!cell.more.isNull()) {
            const bool folded = cell.shown < cell.cards.size();
            paintIcon(&painter, QRectF(cell.more.left() + 4, cell.more.center().y() - 6, 12, 12), folded ? QStringLiteral("down") : QStringLiteral("up"), theme.text2);
            painter.setFont(theme.font(TypeSize::small));
            painter.setPen(theme.text2);
            painter.drawText(cell.more.adjusted(20, 0, 0, 0), Qt::AlignVCenter,
                             folded ? tr("%n more", nullptr, static_cast<int>(cell.cards.size() - cell.shown)) : tr("fewer"));
        }
    }
    painter.fillRect(QRect(0, lane.rect.bottom(), lane.rect.width(), 1), theme.line);
}

void BoardView::drawCard(QPainter &painter, const Card &card, const QRect &rect, bool ghost) const
{
    const Theme &theme = Theme::of(this);
    const OrderRow &order = *card.order;
    const bool current = order.id == m_current;
    painter.setOpacity(ghost ? 0.85 : 1);
    paintFrame(&painter, rect, current ? theme.accentTint : theme.base, current ? theme.accent : theme.line2, metric::controlRadius);
    painter.fillRect(QRectF(rect.left() + 1, rect.top() + 3, 3, rect.height() - 6), theme.tierInk(order.tier));
    if (current && hasFocus())
        paintFocusRing(&painter, QRectF(rect).adjusted(-1, -1, 1, 1), theme);
    const QFont name = theme.font(TypeSize::text, true), rest = theme.font(TypeSize::small);
    const QFontMetrics upper(name), lower(rest);
    const int left = rect.left() + 10, width = rect.width() - 18;
    int y = rect.top() + 5;
    painter.setFont(name);
    painter.setPen(theme.text);
    painter.drawText(QRect(left, y, width, upper.height()), Qt::AlignVCenter,
                     upper.elidedText(utf8(order.accountName.empty() ? order.accountDomain : order.accountName), Qt::ElideRight, width));
    y += upper.height();
    painter.setFont(rest);
    if (m_fields & BoardPlay) {
        painter.drawText(QRect(left, y, width, lower.height()), Qt::AlignVCenter, lower.elidedText(utf8(order.playName), Qt::ElideRight, width));
        y += lower.height();
    }
    QStringList who;
    if (m_fields & BoardNumber)
        who << tr("No. %1").arg(order.number);
    if ((m_fields & BoardTeam) && !order.ownerTeam.empty())
        who << utf8(order.ownerTeam);
    if (m_fields & BoardPerson)
        who << utf8(order.requestedBy);
    if (m_fields & (BoardTeam | BoardPerson | BoardNumber)) {
        painter.setPen(theme.text2);
        painter.drawText(QRect(left, y, width, lower.height()), Qt::AlignVCenter, lower.elidedText(who.join(QStringLiteral(" · ")), Qt::ElideRight, width));
        y += lower.height();
    }
    int x = left;
    if (m_fields & BoardPrice) {
        const QString price = currencyText(order.actual.known() ? order.actual : order.price, m_snapshot->settings.currency);
        painter.setPen(theme.text);
        painter.drawText(QRect(x, y, width, lower.height()), Qt::AlignVCenter, price);
        x += lower.horizontalAdvance(price) + 8;
    }
    int right = rect.right() - 7;
    if (order.tierChanged()) {
        const QString was = tr("was Tier %1").arg(order.tier);
        const double needs = paintTag(nullptr, QRectF(), was, Tone::warn, theme);
        paintTag(&painter, QRectF(right - needs, y - 1, needs, lower.height() + 1), was, Tone::warn, theme);
        right -= static_cast<int>(needs) + 6;
    }
    if (m_fields & BoardDue) {
        Tone tone = Tone::secondary;
        QString icon;
        const QString due = dueWords(order, tone, icon);
        paintIcon(&painter, QRectF(x, y + (lower.height() - 12) / 2.0, 12, 12), icon, theme.ink(tone));
        painter.setPen(theme.ink(tone));
        painter.drawText(QRect(x + 15, y, right - x - 15, lower.height()), Qt::AlignVCenter, lower.elidedText(due, Qt::ElideRight, right - x - 15));
    }
    painter.setOpacity(1);
}

void BoardView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), theme.window);
    const OrderRow *dragged = nullptr;
    if (const Card *card = m_dragged.empty() ? nullptr : cardOf(m_dragged)) {
        dragged = card->order;
        for (std::size_t column = 0; column < columns().size(); ++column) {
            if (allowed(*dragged, columns()[column]))
                painter.fillRect(columnRect(columns()[column]), theme.accentTint);
        }
    }
    painter.save();
    painter.setClipRect(QRect(0, headHeight(), viewport()->width(), viewport()->height() - headHeight()));
    painter.translate(0, headHeight() - verticalScrollBar()->value());
    for (const Lane &lane : m_lanes)
        drawLane(painter, lane);
    painter.restore();
    drawHeads(painter);
    if (const Card *card = dragged ? cardOf(m_dragged) : nullptr)
        drawCard(painter, *card, card->rect.translated(0, headHeight() - verticalScrollBar()->value()).translated(m_dragAt - m_pressed), true);
}

void BoardView::resizeEvent(QResizeEvent *)
{
    layOut();
}

void BoardView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void BoardView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        layOut();
    QAbstractScrollArea::changeEvent(event);
}

bool BoardView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Card *card = help->pos().y() < headHeight() ? nullptr : cardAt(toBoard(help->pos()));
        if (!card) {
            QToolTip::hideText();
            return true;
        }
        const OrderRow &order = *card->order;
        QStringList lines{tr("%1 for %2").arg(utf8(order.playName), utf8(order.accountName)), tr("Asked by %1").arg(utf8(order.requestedBy))};
        if (!order.note.empty())
            lines << utf8(order.note);
        lines << tr("Drag it to its next state, or press Ctrl+Right");
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BoardView::choose(const Card &card)
{
    if (m_current != card.order->id) {
        m_current = card.order->id;
        QAccessibleEvent told(this, QAccessible::DescriptionChanged);
        setAccessibleDescription(tr("%1, %2, %3").arg(utf8(card.order->accountName), utf8(card.order->playName), orderStateText(card.order->standing.state)));
        QAccessible::updateAccessibility(&told);
        Q_EMIT currentChanged(utf8(m_current));
    }
    viewport()->update();
}

void BoardView::setCurrent(const std::string &order)
{
    m_current = order;
    // Who looks at another part of the board keeps it in sight.
    if (const Card *card = hasFocus() ? cardOf(order) : nullptr) {
        const int room = viewport()->height() - headHeight();
        QScrollBar *bar = verticalScrollBar();
        if (card->rect.top() < bar->value())
            bar->setValue(card->rect.top() - cardGap);
        else if (card->rect.bottom() > bar->value() + room)
            bar->setValue(card->rect.bottom() - room + cardGap);
    }
    viewport()->update();
}

void BoardView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || event->position().toPoint().y() < headHeight())
        return;
    const QPoint at = toBoard(event->position().toPoint());
    if (const Card *card = cardAt(at)) {
        choose(*card);
        m_pressed = m_dragAt = event->position().toPoint();
        m_mayDrag = true;
        return;
    }
    for (Lane &lane : m_lanes) {
        for (std::size_t column = 0; column < lane.cells.size(); ++column) {
            if (!lane.cells[column].more.contains(at))
                continue;
            const QString key = lane.key + u'\n' + QString::number(column);
            if (!m_unfolded.remove(key))
                m_unfolded.insert(key);
            layOut();
            return;
        }
    }
}

void BoardView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_mayDrag || !(event->buttons() & Qt::LeftButton))
        return;
    m_dragAt = event->position().toPoint();
    if (m_dragged.empty() && (m_dragAt - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragged = m_current;
    const Card *card = cardOf(m_dragged);
    const int column = columnAt(m_dragAt.x());
    const bool fits = card && column >= 0 && allowed(*card->order, columns()[static_cast<std::size_t>(column)]);
    viewport()->setCursor(fits ? Qt::DragMoveCursor : Qt::ForbiddenCursor);
    viewport()->update();
}

void BoardView::letGo()
{
    m_mayDrag = false;
    m_dragged.clear();
    viewport()->unsetCursor();
    viewport()->update();
}

void BoardView::mouseReleaseEvent(QMouseEvent *event)
{
    const std::string dragged = m_dragged;
    const int column = columnAt(event->position().toPoint().x());
    const Card *card = dragged.empty() ? nullptr : cardOf(dragged);
    const bool fits = card && column >= 0 && allowed(*card->order, columns()[static_cast<std::size_t>(column)]);
    const QPoint at = toBoard(event->position().toPoint());
    const Cell *cell = card ? cellOf(dragged) : nullptr;
    const bool within = cell && cell->rect.contains(at);
    letGo();
    if (fits)
        Q_EMIT moveWanted(utf8(dragged), columns()[static_cast<std::size_t>(column)]);
    if (!within)
        return;
    // Before the first card whose middle lies below the mouse.
    const OrderRow *before = nullptr;
    for (std::size_t i = 0; i < cell->shown && !before; ++i)
        before = cell->cards[i].rect.center().y() > at.y() && cell->cards[i].order->id != dragged ? cell->cards[i].order : nullptr;
    if (!before && cell->shown < cell->cards.size())
        before = cell->cards[cell->shown].order; // the folded ones stay behind
    putBefore(dragged, before);
}

void BoardView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const Card *card = cardAt(toBoard(event->position().toPoint())))
        Q_EMIT opened(utf8(card->order->id));
}

// Up and down through a column, left and right to the nearest card of the neighbour column.
void BoardView::walk(int key)
{
    const Card *from = cardOf(m_current);
    const Card *best = nullptr;
    double bestDistance = 0;
    for (const Lane &lane : m_lanes) {
        for (const Cell &cell : lane.cells) {
            for (std::size_t i = 0; i < cell.shown; ++i) {
                const Card &card = cell.cards[i];
                double distance = 0;
                if (from) {
                    const QPoint step = card.rect.center() - from->rect.center();
                    const bool sameColumn = std::abs(step.x()) < 5;
                    const bool ahead = key == Qt::Key_Up      ? sameColumn && step.y() < 0
                                       : key == Qt::Key_Down  ? sameColumn && step.y() > 0
                                       : key == Qt::Key_Left  ? step.x() < -5
                                                              : step.x() > 5;
                    if (!ahead)
                        continue;
                    distance = sameColumn ? std::abs(step.y()) : std::abs(step.x()) * 10.0 + std::abs(step.y());
                } else {
                    distance = card.rect.top() * 10.0 + card.rect.left();
                }
                if (!best || distance < bestDistance) {
                    best = &card;
                    bestDistance = distance;
                }
            }
        }
    }
    if (best) {
        choose(*best);
        setCurrent(m_current);
    }
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (event->key() == Qt::Key_Escape && !m_dragged.empty()) {
        letGo();
    } else if (sideways && event->modifiers() == Qt::ControlModifier) {
        const Card *card = cardOf(m_current);
        const auto column = card ? columnOfState(card->order->standing.state) : std::nullopt;
        if (!column)
            return;
        // The nearest state in that direction that the order may go to.
        const int step = event->key() == Qt::Key_Right ? 1 : -1;
        for (int next = static_cast<int>(*column) + step; next >= 0 && next < static_cast<int>(columns().size()); next += step) {
            const OrderState to = columns()[static_cast<std::size_t>(next)];
            if (allowed(*card->order, to)) {
                Q_EMIT moveWanted(utf8(m_current), to);
                return;
            }
        }
    } else if ((event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) && event->modifiers() == Qt::ControlModifier) {
        const Cell *cell = cellOf(m_current);
        if (!cell)
            return;
        const auto here = std::find_if(cell->cards.begin(), cell->cards.end(), [this](const Card &card) { return card.order->id == m_current; });
        const auto index = here - cell->cards.begin();
        const auto wanted = event->key() == Qt::Key_Up ? index - 1 : index + 2; // before which card
        if (wanted < 0 || index + (event->key() == Qt::Key_Up ? 0 : 1) >= static_cast<std::ptrdiff_t>(cell->cards.size()))
            return;
        putBefore(m_current, wanted < static_cast<std::ptrdiff_t>(cell->cards.size()) ? cell->cards[static_cast<std::size_t>(wanted)].order : nullptr);
    } else if (sideways || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        walk(event->key());
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && cardOf(m_current)) {
        Q_EMIT opened(utf8(m_current));
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace dimsum
