#include "ui/common/segmented.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace dimsum {

Segmented::Segmented(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_group->setExclusive(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

int Segmented::addSegment(const QString &text, const QString &iconName)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(false);
    button->setIconSize({14, 14});
    if (!iconName.isEmpty())
        button->setIcon(themedIcon(iconName));
    button->setToolButtonStyle(iconName.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // shares what a wider frame gives
    const int id = count();
    button->setProperty("dimsumSegment", id == 0 ? QStringLiteral("first") : QStringLiteral("next"));
    m_group->addButton(button, id);
    m_row->addWidget(button);
    if (id == 0)
        button->setChecked(true);
    return id;
}

void Segmented::setText(int index, const QString &text)
{
    if (QAbstractButton *button = m_group->button(index)) {
        button->setText(text);
        button->setAccessibleName(text);
        button->updateGeometry();
    }
}

void Segmented::setSegmentEnabled(int index, bool enabled)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setEnabled(enabled);
}

int Segmented::current() const
{
    return m_group->checkedId();
}

void Segmented::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

int Segmented::count() const
{
    return static_cast<int>(m_group->buttons().size());
}

void Segmented::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintFrame(&painter, rect(), isEnabled() ? theme.button : QColor(), isEnabled() ? theme.line2 : theme.line,
               metric::controlRadius);
    if (!isEnabled())
        return;
    painter.setClipRect(QRect(1, height() - 2, width() - 2, 2));
    paintFrame(&painter, rect(), QColor(), theme.control, metric::controlRadius);
}

} // namespace dimsum
