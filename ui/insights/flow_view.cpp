#include "ui/insights/flow_view.h"

#include "qt/display_text.h"
#include "ui/common/drawing.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <map>

namespace dimsum {

namespace {

constexpr std::size_t mostTypes = 6; // the rest is one band
constexpr int nodeWidth = 8;

} // namespace

FlowView::FlowView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("First three steps of all accounts"));
}

void FlowView::setFlow(std::vector<FirstSteps> steps, const QStringList &names)
{
    std::map<std::uint16_t, std::int64_t> counts;
    for (const FirstSteps &step : steps) {
        for (const std::uint16_t type : step.types)
            counts[type] += type != 0 ? step.accounts : 0;
    }
    std::vector<std::pair<std::int64_t, std::uint16_t>> order;
    for (const auto &[type, count] : counts)
        order.emplace_back(-count, type);
    std::sort(order.begin(), order.end());
    m_names = names;
    const auto others = static_cast<std::uint16_t>(names.size());
    m_names << tr("other");
    std::map<std::uint16_t, std::uint16_t> shown{{0, 0}};
    for (std::size_t i = 0; i < order.size(); ++i)
        shown.try_emplace(order[i].second, i < mostTypes ? order[i].second : others);
    std::map<std::array<std::uint16_t, 3>, std::int64_t> merged;
    for (const FirstSteps &step : steps)
        merged[{shown[step.types[0]], shown[step.types[1]], shown[step.types[2]]}] += step.accounts;
    m_steps.clear();
    for (const auto &[types, accounts] : merged)
        m_steps.push_back({types, accounts});
    QStringList words;
    for (std::size_t i = 0; i < steps.size() && i < 5; ++i) {
        QStringList path;
        for (const std::uint16_t type : steps[i].types) {
            if (type != 0)
                path << names.value(type);
        }
        words << tr("%1: %2 accounts").arg(path.join(QStringLiteral(" → ")), countText(steps[i].accounts));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void FlowView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TypeSize::small));
    const int line = painter.fontMetrics().height();
    std::array<std::map<std::uint16_t, double>, 3> weights;
    double all = 0;
    for (const FirstSteps &step : m_steps) {
        all += static_cast<double>(step.accounts);
        for (std::size_t column = 0; column < 3; ++column) {
            if (step.types[column] != 0)
                weights[column][step.types[column]] += static_cast<double>(step.accounts);
        }
    }
    if (all <= 0)
        return;
    const QRectF area = QRectF(rect()).adjusted(4, line + 6, -4, -4);
    constexpr double gap = 6;
    // Nodes of each column from the top, largest first.
    std::array<std::map<std::uint16_t, QRectF>, 3> nodes;
    const double nameWidth = 120, unit = (area.height() - gap * double(mostTypes)) / all;
    const auto left = [&](std::size_t column) { return area.left() + (area.width() - nodeWidth - nameWidth) * double(column) / 2; };
    for (std::size_t column = 0; column < 3; ++column) {
        std::vector<std::pair<double, std::uint16_t>> order;
        for (const auto &[type, weight] : weights[column])
            order.emplace_back(-weight, type);
        std::sort(order.begin(), order.end());
        double y = area.top();
        for (const auto &[weight, type] : order) {
            nodes[column][type] = QRectF(left(column), y, nodeWidth, std::max(1.0, -weight * unit));
            y += -weight * unit + gap;
        }
        painter.setPen(theme.text2);
        painter.drawText(QRectF(left(column), 0, 140, line), Qt::AlignLeft | Qt::AlignVCenter, column == 0 ? tr("first") : column == 1 ? tr("second") : tr("third"));
    }
    for (std::size_t column = 0; column < 2; ++column) {
        std::map<std::pair<std::uint16_t, std::uint16_t>, double> bands;
        for (const FirstSteps &step : m_steps) {
            if (step.types[column] != 0 && step.types[column + 1] != 0)
                bands[{step.types[column], step.types[column + 1]}] += static_cast<double>(step.accounts);
        }
        std::map<std::uint16_t, double> used, taken;
        for (const auto &[types, weight] : bands) {
            const QRectF &from = nodes[column][types.first], &to = nodes[column + 1][types.second];
            const double high = weight * unit, y1 = from.top() + used[types.first], y2 = to.top() + taken[types.second];
            used[types.first] += high;
            taken[types.second] += high;
            const double x1 = from.right(), x2 = to.left(), middle = (x1 + x2) / 2;
            QPainterPath path(QPointF(x1, y1));
            path.cubicTo(middle, y1, middle, y2, x2, y2);
            path.lineTo(x2, y2 + high);
            path.cubicTo(middle, y2 + high, middle, y1 + high, x1, y1 + high);
            path.closeSubpath();
            painter.fillPath(path, faded(theme.accent, 0.18));
        }
    }
    for (std::size_t column = 0; column < 3; ++column) {
        for (const auto &[type, node] : nodes[column]) {
            painter.fillRect(node, theme.accent);
            if (node.height() < line * 0.6)
                continue;
            painter.setPen(theme.text);
            // Where the room is short the name gives way, not the number.
            const QFontMetrics metrics = painter.fontMetrics();
            const QString number = countText(std::llround(weights[column][type]));
            const int room = static_cast<int>(nameWidth) - metrics.horizontalAdvance(number + u' ');
            const QString text = tr("%1 %2").arg(metrics.elidedText(m_names.value(type), Qt::ElideRight, room), number);
            painter.drawText(QRectF(node.right() + 5, node.center().y() - line / 2.0, nameWidth, line), Qt::AlignVCenter, text);
        }
    }
}

} // namespace dimsum
