#include "ui/accounts/dock_section.h"

#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace dimsum
{

namespace
{

constexpr int cellPadding = 8;
constexpr int togglePadding = 5; // of a flat button: the title lines up with those that do not fold

void setInk(QWidget *widget, const QColor &ink)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, ink);
    palette.setColor(QPalette::ButtonText, ink);
    if (palette != widget->palette())
        widget->setPalette(palette);
}

} // namespace

DockSection::DockSection(const QString &title, Fold fold, QWidget *parent)
    : QWidget(parent),
      m_fold(fold),
      m_open(fold != Fold::closed),
      m_title(new QLabel(this)),
      m_toggle(new QToolButton(this)),
      m_facts(new QLabel(this)),
      m_head(new QHBoxLayout),
      m_body(new QWidget(this)),
      m_content(new QVBoxLayout(m_body))
{
    setLook(m_toggle, ButtonLook::flat, true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setAutoRaise(true);
    connect(m_toggle, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    m_facts->setWordWrap(true);
    m_facts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_head->setContentsMargins(fold == Fold::never ? cellPadding : cellPadding - togglePadding, 0,
                               cellPadding, 0);
    m_head->setSpacing(8);
    m_head->addWidget(m_title);
    m_head->addWidget(m_toggle);
    m_head->addWidget(m_facts, 1);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::panelPadding - cellPadding, 5, metric::panelPadding - cellPadding, 6);
    column->setSpacing(2);
    column->addLayout(m_head);
    column->addWidget(m_body);
    setTitle(title);
    applyTheme();
    showFold();
}

void DockSection::setTitle(const QString &title)
{
    m_title->setText(title);
    m_toggle->setText(title);
    setAccessibleName(title);
    showFold();
}

QString DockSection::title() const
{
    return m_title->text();
}

void DockSection::setTitleTone(Tone tone)
{
    m_titleTone = tone;
    applyTheme();
}

void DockSection::setFacts(const QString &facts, Tone tone)
{
    m_facts->setText(facts);
    m_factsTone = tone;
    applyTheme();
}

QString DockSection::facts() const
{
    return m_facts->text();
}

void DockSection::addControl(QWidget *control)
{
    m_head->addWidget(control);
}

void DockSection::addContent(QWidget *content)
{
    auto *padded = new QVBoxLayout;
    padded->setContentsMargins(cellPadding, 0, cellPadding, 0);
    padded->addWidget(content);
    m_content->addLayout(padded);
}

void DockSection::addTable(QWidget *table)
{
    m_content->addWidget(table);
}

bool DockSection::isOpen() const
{
    return m_open;
}

void DockSection::setOpen(bool open)
{
    if (m_fold == Fold::never || open == m_open)
        return;
    m_open = open;
    showFold();
    Q_EMIT openChanged(open);
}

void DockSection::showFold()
{
    const bool named = !title().isEmpty();
    m_title->setVisible(named && m_fold == Fold::never);
    m_toggle->setVisible(named && m_fold != Fold::never);
    m_facts->setVisible(named);
    m_body->setVisible(m_open);
    m_toggle->setIcon(themedIcon(m_open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_toggle->setAccessibleName(m_open ? tr("Fold %1").arg(title()) : tr("Unfold %1").arg(title()));
}

void DockSection::applyTheme()
{
    const Theme &theme = Theme::of(this);
    m_title->setFont(theme.font(TypeSize::text, true));
    m_toggle->setFont(theme.font(TypeSize::text, true));
    m_facts->setFont(theme.font(TypeSize::small));
    const QColor ink = theme.ink(m_titleTone);
    setInk(m_title, ink);
    setInk(m_toggle, ink);
    setInk(m_facts, theme.ink(m_factsTone));
}

void DockSection::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::of(this).line);
}

void DockSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

} // namespace dimsum
