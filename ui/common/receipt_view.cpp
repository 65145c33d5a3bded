#include "ui/common/receipt_view.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace dimsum {

namespace {
constexpr int barHeight = 10, checkIcon = 14, checkMinimum = 150;
}

ReceiptView::ReceiptView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
}

void ReceiptView::setReceipt(const Receipt &receipt)
{
    m_receipt = receipt;
    setFocusPolicy(receipt.link.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setAccessibleName(receipt.title);
    setAccessibleDescription(plainText());
    updateGeometry();
    update();
}

QString ReceiptView::plainText() const
{
    QStringList lines;
    if (!m_receipt.title.isEmpty())
        lines << m_receipt.title;
    for (const ReceiptFactor &factor : m_receipt.factors)
        lines << QStringList{factor.name, factor.value, factor.note, factor.weight, factor.result}.join(QLatin1Char('\t'));
    if (!m_receipt.checksTitle.isEmpty())
        lines << m_receipt.checksTitle;
    for (const ReceiptCheck &check : m_receipt.checks)
        lines << (check.unknown ? tr("unknown: %1") : check.holds ? tr("holds: %1") : tr("fails: %1")).arg(check.text);
    if (!m_receipt.note.isEmpty())
        lines << m_receipt.note;
    return lines.join(QLatin1Char('\n'));
}

int ReceiptView::checkColumns(int width) const
{
    const QFontMetrics metrics(Theme::of(this).font(TypeSize::small));
    int widest = checkMinimum;
    for (const ReceiptCheck &check : m_receipt.checks)
        widest = std::max(widest, metrics.horizontalAdvance(check.text) + checkIcon + 12);
    return width >= 2 * widest && m_receipt.checks.size() > 1 ? 2 : 1;
}

int ReceiptView::layOut(QPainter *painter, int width) const
{
    const Theme &theme = Theme::of(this);
    const QFont plain = theme.baseFont, bold = theme.font(TypeSize::text, true), small = theme.font(TypeSize::small);
    const QFontMetrics plainMetrics(plain), smallMetrics(small);
    const int line = plainMetrics.height() - 1;
    int y = 0;
    const auto say = [&](const QRect &rect, int flags, const QFont &font, const QColor &ink, const QString &words) {
        if (!painter)
            return;
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width() + 1));
    };

    if (!m_receipt.title.isEmpty() || !m_receipt.link.isEmpty()) {
        const int linkWidth = m_receipt.link.isEmpty() ? 0 : smallMetrics.horizontalAdvance(m_receipt.link) + 20;
        say(QRect(0, y, width - linkWidth, line + 2), Qt::AlignLeft, bold, theme.text, m_receipt.title);
        m_linkRect = linkWidth ? QRect(width - linkWidth, y, linkWidth, line + 2) : QRect();
        say(m_linkRect.adjusted(0, 0, -18, 0), Qt::AlignRight, small, theme.text2, m_receipt.link);
        if (painter && linkWidth) {
            paintIcon(painter, QRectF(width - 14, y + (line - 12) / 2.0, 14, 14), QStringLiteral("receipt"), theme.text3);
            if (hasFocus())
                paintFocusRing(painter, m_linkRect.adjusted(-2, -1, 2, 1).intersected(rect()), theme, 3);
        }
        y += line + 7;
    }
    if (m_receipt.whole > 0 && !m_receipt.factors.isEmpty()) {
        if (painter) {
            double x = 0;
            painter->fillRect(QRectF(0, y, width, barHeight), theme.dark ? theme.line : theme.buttonDown);
            for (const ReceiptFactor &factor : m_receipt.factors) {
                const double part = std::max(0.0, factor.part / m_receipt.whole * width);
                painter->fillRect(QRectF(x, y, std::max(0.0, std::min(part, width - x) - 1), barHeight), theme.ink(factor.tone));
                x += part;
            }
        }
        y += barHeight + 6;
    }
    int resultWidth = 0, weightWidth = 0;
    for (const ReceiptFactor &factor : m_receipt.factors) {
        resultWidth = std::max(resultWidth, plainMetrics.horizontalAdvance(factor.result) + 10);
        weightWidth = std::max(weightWidth, smallMetrics.horizontalAdvance(factor.weight) + 8);
    }
    // Names grow with the language: the notes begin behind the longest, but never take the whole line from them.
    int noteStart = 110;
    for (const ReceiptFactor &factor : m_receipt.factors)
        noteStart = std::max(noteStart, 15 + plainMetrics.horizontalAdvance(factor.name) + 4
                                            + QFontMetrics(bold).horizontalAdvance(factor.value) + 14);
    noteStart = std::min(noteStart, width * 55 / 100);
    for (const ReceiptFactor &factor : m_receipt.factors) {
        const int nameWidth = plainMetrics.horizontalAdvance(factor.name);
        if (painter)
            painter->fillRect(QRect(0, y + (line - 9) / 2 + 1, 9, 9), theme.ink(factor.tone));
        say(QRect(15, y, noteStart - 15, line), Qt::AlignLeft, plain, theme.text, factor.name);
        say(QRect(15 + nameWidth + 4, y, std::max(0, noteStart - nameWidth - 22), line), Qt::AlignLeft, bold, theme.text, factor.value);
        say(QRect(noteStart, y, std::max(0, width - noteStart - resultWidth - weightWidth), line), Qt::AlignLeft, small, theme.text2, factor.note);
        say(QRect(width - resultWidth - weightWidth, y, weightWidth, line), Qt::AlignRight, small, theme.text2, factor.weight);
        say(QRect(width - resultWidth, y, resultWidth, line), Qt::AlignRight, plain, theme.text, factor.result);
        y += line;
    }
    if (!m_receipt.checks.isEmpty() || !m_receipt.checksTitle.isEmpty()) {
        y += 6;
        if (painter && y > 8) {
            QPen dashes(theme.line2, 1);
            dashes.setDashPattern({3, 2});
            painter->setPen(dashes);
            painter->drawLine(QPointF(0, y - 1.5), QPointF(width, y - 1.5));
        }
        y += 4;
        const int checkLine = smallMetrics.height() + 1;
        if (!m_receipt.checksTitle.isEmpty()) {
            say(QRect(0, y, width, checkLine), Qt::AlignLeft, theme.font(TypeSize::small, true), theme.text2, m_receipt.checksTitle);
            y += checkLine + 1;
        }
        const int columns = checkColumns(width);
        const int columnWidth = width / columns;
        for (qsizetype i = 0; i < m_receipt.checks.size(); ++i) {
            const ReceiptCheck &check = m_receipt.checks[i];
            const int x = static_cast<int>(i % columns) * columnWidth;
            if (painter)
                paintIcon(painter, QRectF(x, y + (checkLine - checkIcon) / 2.0, checkIcon, checkIcon),
                          check.unknown ? QStringLiteral("question") : check.holds ? QStringLiteral("check") : QStringLiteral("close"),
                          check.unknown ? theme.text3 : check.holds ? theme.good : theme.red);
            say(QRect(x + checkIcon + 5, y, columnWidth - checkIcon - 8, checkLine), Qt::AlignLeft, small,
                check.holds || check.unknown ? theme.text : theme.red, check.text);
            if (i % columns == columns - 1 || i + 1 == m_receipt.checks.size())
                y += checkLine;
        }
    }
    if (!m_receipt.note.isEmpty()) {
        y += 4;
        const QRect box = smallMetrics.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, m_receipt.note);
        if (painter) {
            painter->setFont(small);
            painter->setPen(theme.text2);
            painter->drawText(QRect(0, y, width, box.height()), Qt::TextWordWrap, m_receipt.note);
        }
        y += box.height();
    }
    return y + 2;
}

int ReceiptView::heightForWidth(int width) const
{
    return layOut(nullptr, width);
}

QSize ReceiptView::sizeHint() const
{
    return {340, heightForWidth(std::max(240, width()))};
}

QSize ReceiptView::minimumSizeHint() const
{
    return {240, heightForWidth(std::max(240, width()))};
}

void ReceiptView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    layOut(&painter, width());
}

void ReceiptView::mousePressEvent(QMouseEvent *event)
{
    if (m_linkRect.contains(event->position().toPoint()) && event->button() == Qt::LeftButton)
        Q_EMIT linkActivated();
    else
        QWidget::mousePressEvent(event);
}

void ReceiptView::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(m_linkRect.contains(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ReceiptView::keyPressEvent(QKeyEvent *event)
{
    const bool press = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(plainText());
    else if (press && !m_receipt.link.isEmpty())
        Q_EMIT linkActivated();
    else
        QWidget::keyPressEvent(event);
}

void ReceiptView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QAction *copy = menu.addAction(themedIcon(QStringLiteral("copy")), tr("Copy receipt"));
    if (menu.exec(event->globalPos()) == copy)
        QApplication::clipboard()->setText(plainText());
}

void ReceiptView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace dimsum
