#include "ui/common/apply_bar.h"

#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace dimsum {

namespace {

// Label whose ink is a tone, read from the theme at each painting.
class ToneLabel : public QWidget
{
public:
    explicit ToneLabel(const ApplyBar::Part &part)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
        setPart(part);
    }
    void setPart(const ApplyBar::Part &part)
    {
        m_part = part;
        setAccessibleName(m_part.text);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::of(this).baseFont);
        return {metrics.horizontalAdvance(m_part.text) + 4 + (m_part.iconName.isEmpty() ? 0 : 20), metrics.height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = Theme::of(this);
        int x = 0;
        if (!m_part.iconName.isEmpty()) {
            paintIcon(&painter, QRectF(0, (height() - 14) / 2.0, 14, 14), m_part.iconName, theme.ink(m_part.tone));
            x = 20;
        }
        painter.setPen(theme.ink(m_part.tone));
        painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignVCenter, m_part.text);
    }

private:
    ApplyBar::Part m_part;
};

class Divider : public QWidget
{
public:
    Divider() { setFixedWidth(1); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::of(this).bambooLine); }
};

} // namespace

ApplyBar::ApplyBar(QWidget *parent)
    : QWidget(parent), m_parts(new QHBoxLayout), m_reason(new QLabel), m_discard(new QPushButton(tr("Discard"))),
      m_apply(new QPushButton(tr("Apply…")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, metric::pageMargin, 8);
    row->setSpacing(8);
    m_parts->setSpacing(14);
    row->addLayout(m_parts);
    row->addStretch(1);
    row->addWidget(m_reason);
    row->addWidget(m_discard);
    row->addWidget(m_apply);
    m_apply->setIcon(themedIcon(QStringLiteral("check")));
    m_apply->setIconSize({14, 14});
    setLook(m_apply, ButtonLook::primary);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(48);
    connect(m_discard, &QPushButton::clicked, this, &ApplyBar::discardRequested);
    connect(m_apply, &QPushButton::clicked, this, &ApplyBar::applyRequested);
    m_reason->hide();
    hide();
}

void ApplyBar::setParts(const QList<Part> &parts)
{
    // A dragged slider says something else at every step: the labels stay, their words change.
    for (qsizetype i = 0; i < std::min(parts.size(), m_shown.size()); ++i) {
        if (!(parts[i] == m_shown[i]))
            static_cast<ToneLabel *>(m_parts->itemAt(static_cast<int>(i) * 2)->widget())->setPart(parts[i]);
    }
    while (m_parts->count() > std::max(0, static_cast<int>(parts.size()) * 2 - 1)) {
        QLayoutItem *last = m_parts->takeAt(m_parts->count() - 1);
        delete last->widget();
        delete last;
    }
    for (qsizetype i = m_shown.size(); i < parts.size(); ++i) {
        if (i > 0)
            m_parts->addWidget(new Divider);
        m_parts->addWidget(new ToneLabel(parts[i]));
    }
    m_shown = parts;
    setVisible(!parts.isEmpty());
}

void ApplyBar::setVerbs(const QString &discard, const QString &apply)
{
    m_discard->setText(discard);
    m_apply->setText(apply);
}

void ApplyBar::setApplyEnabled(bool enabled, const QString &reason)
{
    m_apply->setEnabled(enabled);
    static_cast<QLabel *>(m_reason)->setText(reason);
    m_reason->setVisible(!enabled && !reason.isEmpty());
}

void ApplyBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.bambooTint);
    painter.fillRect(QRect(0, 0, width(), 1), theme.bambooLine);
}

} // namespace dimsum
