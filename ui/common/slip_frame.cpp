#include "ui/common/slip_frame.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace dimsum {

namespace {
constexpr double tooth = 7, edge = 7;
}

SlipFrame::SlipFrame(QWidget *parent) : QFrame(parent), m_content(new QVBoxLayout(this))
{
    setFrameShape(QFrame::NoFrame);
    m_content->setContentsMargins(16, 18, 16, 16);
    m_content->setSpacing(6);
}

void SlipFrame::setSeal(const QString &text)
{
    m_seal = text;
    update();
}

void SlipFrame::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF r = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath paper(r.topLeft());
    paper.lineTo(r.topRight());
    paper.lineTo(r.right(), r.bottom() - tooth);
    // Torn foot: the teeth are spread so that a whole number of them fits.
    const int teeth = std::max(1, qRound(r.width() / (2 * tooth)));
    const double step = r.width() / (2 * teeth);
    for (int i = 1; i <= 2 * teeth; ++i)
        paper.lineTo(r.right() - i * step, i % 2 ? r.bottom() : r.bottom() - tooth);
    paper.closeSubpath();
    painter.setPen(QPen(theme.slipEdge, 1));
    painter.setBrush(theme.slip);
    painter.drawPath(paper);
    painter.fillRect(QRectF(r.left(), r.top(), r.width(), edge), theme.bambooTint);
    painter.fillRect(QRectF(r.left(), r.top(), r.width(), 1), theme.bambooLine);
    painter.fillRect(QRectF(r.left(), r.top() + edge, r.width(), 1), theme.bambooLine);
    if (m_seal.isEmpty())
        return;
    const QFont font = theme.font(TypeSize::small, true);
    const QRectF words = QFontMetricsF(font).boundingRect(m_seal).adjusted(-8, -6, 8, 6);
    QRectF seal(0, 0, words.width(), words.height());
    seal.moveTopRight(QPointF(r.right() - 14, r.top() + 20));
    painter.translate(seal.center());
    painter.rotate(-4); // set by hand, so never quite straight
    seal.moveCenter(QPointF());
    painter.setPen(QPen(theme.red, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(seal);
    painter.setFont(font);
    painter.drawText(seal, Qt::AlignCenter, m_seal);
}

} // namespace dimsum
