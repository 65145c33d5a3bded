#include "ui/common/panel.h"

#include "ui/common/drawing.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace dimsum {

Panel::Panel(const QString &title, QWidget *parent)
    : QWidget(parent), m_head(new QWidget), m_title(new QLabel(title)), m_facts(new QLabel),
      m_headLeft(new QHBoxLayout), m_headRight(new QHBoxLayout), m_content(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(11, 0, 7, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_facts);
    m_headLeft->setSpacing(metric::buttonGap);
    m_headRight->setSpacing(4);
    head->addLayout(m_headLeft);
    head->addStretch(1);
    head->addLayout(m_headRight);
    m_head->setMinimumHeight(metric::panelHead - 1);
    m_head->setVisible(!title.isEmpty());
    m_facts->hide();
    column->addWidget(m_head);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(0);
    column->addLayout(m_content, 1);
    applyFonts();
}

void Panel::setTitle(const QString &title)
{
    m_title->setText(title);
    m_head->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Panel::setFacts(const QString &facts)
{
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
}

void Panel::addControl(QWidget *control)
{
    m_headRight->addWidget(control);
}

void Panel::addHeadWidget(QWidget *widget)
{
    m_headLeft->addWidget(widget);
}

void Panel::addContent(QWidget *content, int stretch)
{
    m_content->addWidget(content, stretch);
}

void Panel::addPadded(QWidget *content, int stretch)
{
    auto *margin = new QVBoxLayout;
    margin->setContentsMargins(metric::panelPadding, 8, metric::panelPadding, 8);
    margin->addWidget(content);
    m_content->addLayout(margin, stretch);
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintFrame(&painter, rect(), theme.base, QColor(), metric::panelRadius);
    if (!m_head->isHidden()) {
        const int foot = m_head->geometry().bottom();
        painter.save();
        painter.setClipRect(QRect(0, 0, width(), foot + 1));
        paintFrame(&painter, rect(), theme.header, QColor(), metric::panelRadius);
        painter.restore();
        painter.fillRect(QRect(1, foot, width() - 2, 1), theme.line);
    }
    paintFrame(&painter, rect(), QColor(), theme.line2, metric::panelRadius);
}

void Panel::applyFonts()
{
    const Theme &theme = Theme::of(this);
    m_title->setFont(theme.font(TypeSize::text, true));
    m_facts->setFont(theme.font(TypeSize::small));
    QPalette quiet = theme.palette();
    quiet.setColor(QPalette::WindowText, theme.text2);
    m_facts->setPalette(quiet);
}

void Panel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyFonts();
}

} // namespace dimsum
