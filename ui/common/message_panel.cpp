#include "ui/common/message_panel.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int progressBarWidth = 62;

Tone toneOf(MessagePanel::Kind kind)
{
    switch (kind) {
    case MessagePanel::Kind::red: return Tone::red;
    case MessagePanel::Kind::warn: return Tone::warn;
    case MessagePanel::Kind::bamboo: return Tone::bamboo;
    case MessagePanel::Kind::neutral: break;
    }
    return Tone::plain;
}

} // namespace

MessagePanel::MessagePanel(QWidget *parent) : MessagePanel(Kind::neutral, {}, {}, parent) {}

MessagePanel::MessagePanel(Kind kind, const QString &text, const QString &link, QWidget *parent)
    : QWidget(parent), m_text(new QLabel), m_share(new QLabel), m_link(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(33, 3, 10, 3);
    row->setSpacing(6);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_text, 1);
    m_share->hide();
    row->addWidget(m_share);
    m_link->setAutoRaise(false);
    m_link->setFocusPolicy(Qt::StrongFocus);
    m_link->setCursor(Qt::PointingHandCursor);
    m_link->setProperty("dimsumLook", static_cast<int>(ButtonLook::link));
    row->addWidget(m_link);
    setMinimumHeight(30);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(m_link, &QToolButton::clicked, this, &MessagePanel::linkActivated);
    setMessage(kind, text, link);
}

void MessagePanel::setMessage(Kind kind, const QString &text, const QString &link)
{
    m_kind = kind;
    m_text->setText(text);
    m_link->setText(link);
    m_link->setAccessibleName(link);
    m_link->setVisible(!link.isEmpty());
    setAccessibleName(text);
    applyColors();
}

void MessagePanel::setIconName(const QString &name)
{
    m_iconName = name;
    update();
}

void MessagePanel::setDetails(const QString &details)
{
    m_details = details;
    setToolTip(details);
}

void MessagePanel::setProgress(double share)
{
    m_progress = share;
    m_share->setVisible(share >= 0);
    if (share >= 0)
        m_share->setText(tr("%1 %").arg(QLocale().toString(qRound(share * 100))));
    m_share->setContentsMargins(progressBarWidth + 6, 0, 0, 0);
    update();
}

QString MessagePanel::text() const
{
    return m_text->text();
}

QString MessagePanel::iconName() const
{
    if (!m_iconName.isEmpty())
        return m_iconName;
    switch (m_kind) {
    case Kind::red: return QStringLiteral("error");
    case Kind::warn: return QStringLiteral("late");
    case Kind::bamboo: return QStringLiteral("compare");
    case Kind::neutral: break;
    }
    return m_progress >= 0 ? QStringLiteral("refresh") : QStringLiteral("info");
}

void MessagePanel::applyColors()
{
    const Theme &theme = Theme::of(this);
    const QFont font = theme.font(TypeSize::small);
    const bool neutral = m_kind == Kind::neutral;
    QPalette inked = theme.palette();
    inked.setColor(QPalette::WindowText, theme.ink(toneOf(m_kind)));
    m_text->setFont(font);
    m_text->setPalette(inked);
    inked.setColor(QPalette::WindowText, neutral ? theme.text2 : theme.ink(toneOf(m_kind)));
    m_share->setFont(font);
    m_share->setPalette(inked);
    m_link->setFont(font);
    // A coloured message has its link in the same ink, underlined; a neutral one in accent.
    m_link->setProperty("dimsumTone", neutral ? QVariant() : QVariant(static_cast<int>(toneOf(m_kind))));
    update();
}

void MessagePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Tone tone = toneOf(m_kind);
    const bool neutral = m_kind == Kind::neutral;
    const QColor line = neutral ? theme.line2 : m_kind == Kind::bamboo ? theme.bambooLine : theme.ink(tone);
    paintFrame(&painter, rect(), neutral ? theme.base : theme.tint(tone), line, metric::controlRadius);
    const double y = m_text->height() > 2 * m_text->fontMetrics().height() ? 15 : height() / 2.0;
    paintIcon(&painter, QRectF(11, y - 7, 14, 14), iconName(), neutral ? theme.text2 : theme.ink(tone));
    if (m_progress >= 0)
        paintBar(&painter, QRectF(m_share->x(), height() / 2.0 - 3, progressBarWidth, 6), m_progress, theme.accent, theme);
}

void MessagePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void MessagePanel::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QAction *copy = menu.addAction(themedIcon(QStringLiteral("copy")), tr("Copy details"));
    if (menu.exec(event->globalPos()) == copy)
        QApplication::clipboard()->setText(m_details.isEmpty() ? text() : text() + QLatin1Char('\n') + m_details);
}

} // namespace dimsum
