#include "ui/common/page_header.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace dimsum {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(new QLabel(title)), m_facts(new QLabel), m_controls(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, metric::pageMargin, 0);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_facts, 1);
    m_facts->setContentsMargins(0, 4, 0, 0);
    m_facts->setMinimumWidth(0);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_controls->setSpacing(metric::buttonGap);
    row->addLayout(m_controls);
    setMinimumHeight(metric::pageBar);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    applyFonts();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setFacts(const QString &facts)
{
    m_facts->setText(facts);
    m_facts->setToolTip(facts);
}

void PageHeader::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

void PageHeader::applyFonts()
{
    const Theme &theme = Theme::of(this);
    m_title->setFont(theme.font(TypeSize::title));
    QPalette quiet = theme.palette();
    quiet.setColor(QPalette::WindowText, theme.text2);
    m_facts->setPalette(quiet);
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyFonts();
}

} // namespace dimsum
