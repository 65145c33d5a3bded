#include "ui/common/filter_bar.h"

#include "ui/common/chip.h"
#include "ui/common/flow_layout.h"
#include "ui/common/search_field.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace dimsum {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent), m_search(new SearchField(tr("Filter"), QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText))),
      m_flow(new FlowLayout), m_chips(new QWidget), m_add(new Chip(Chip::Kind::add, tr("Filter"))), m_clear(nullptr),
      m_controls(new QWidget)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metric::pageMargin, 6, metric::pageMargin, 6);
    row->setSpacing(6);
    m_search->setFixedWidth(190);
    row->addWidget(m_search, 0, Qt::AlignTop);
    m_chips->setLayout(m_flow);
    m_chips->setContentsMargins(0, 2, 0, 2);
    m_flow->insertWidget(0, m_add);
    row->addWidget(m_chips, 1);
    auto *controls = new QHBoxLayout(m_controls);
    controls->setContentsMargins(0, 2, 0, 2);
    controls->setSpacing(6);
    row->addWidget(m_controls, 0, Qt::AlignTop);
    auto *clear = new QPushButton(tr("Clear all"));
    setLook(clear, ButtonLook::link, true);
    clear->hide();
    m_clear = clear;
    row->addWidget(clear, 0, Qt::AlignTop);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::searchChanged);
    connect(m_add, &Chip::clicked, this, [this] { Q_EMIT conditionWanted(m_add); });
    connect(clear, &QPushButton::clicked, this, &FilterBar::clearRequested);
}

void FilterBar::setConditions(const QList<Condition> &conditions)
{
    // A chip may be the sender of the change that removes it.
    for (Chip *chip : std::as_const(m_conditions)) {
        chip->hide();
        m_flow->removeWidget(chip);
        chip->deleteLater();
    }
    m_conditions.clear();
    for (const Condition &condition : conditions) {
        auto *chip = new Chip(condition.field, condition.operation, condition.value, m_chips);
        m_flow->insertWidget(static_cast<int>(m_conditions.size()), chip);
        chip->show();
        m_conditions << chip;
        connect(chip, &Chip::clicked, this, [this, key = condition.key] { Q_EMIT conditionEditRequested(key); });
        connect(chip, &Chip::removalRequested, this, [this, key = condition.key] { Q_EMIT conditionRemovalRequested(key); });
    }
    m_clear->setVisible(!conditions.isEmpty());
    updateGeometry();
    setFixedHeight(heightForWidth(width()));
}

void FilterBar::addControl(QWidget *control)
{
    m_controls->layout()->addWidget(control);
}

int FilterBar::heightForWidth(int width) const
{
    const int others = m_search->width() + m_controls->sizeHint().width() + m_clear->sizeHint().width() + 6 * 6
                       + 2 * metric::pageMargin;
    const int chips = m_flow->heightForWidth(std::max(120, width - others)) + 4;
    return std::max(metric::filterRow, chips + 12);
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const int wanted = heightForWidth(width()); wanted != height())
        setFixedHeight(wanted);
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.base);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

} // namespace dimsum
