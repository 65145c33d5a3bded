#include "ui/window/score_status.h"

#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace dimsum {

ScoreStatus::ScoreStatus(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_link(new QToolButton(this))
{
    setLook(m_link, ButtonLook::link, true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->setSpacing(6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text);
    layout->addWidget(m_link);
    connect(m_link, &QToolButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT cancelRequested();
        else
            Q_EMIT scoreAgainRequested();
    });
    refresh();
}

void ScoreStatus::setState(State state)
{
    m_state = state;
    refresh();
}

void ScoreStatus::showJob(const QString &label, qint64 done, qint64 total)
{
    m_running = true;
    const int share = total > 0 ? static_cast<int>(qBound(qint64(0), done * 100 / total, qint64(100))) : -1;
    m_job = share < 0 ? label : tr("%1 %2 %").arg(label).arg(share);
    refresh();
}

void ScoreStatus::endJob()
{
    m_running = false;
    refresh();
}

QString ScoreStatus::text() const
{
    return m_text->text();
}

void ScoreStatus::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void ScoreStatus::refresh()
{
    QString icon;
    Tone tone = Tone::secondary;
    m_link->setVisible(m_running || m_state == State::stale);
    if (m_running) {
        icon = QStringLiteral("refresh");
        m_text->setText(m_job);
        m_link->setText(tr("Cancel"));
    } else if (m_state == State::stale) {
        icon = QStringLiteral("alert");
        tone = Tone::warn;
        m_text->setText(tr("Data changed since scoring"));
        m_link->setText(tr("Score again"));
    } else if (m_state == State::upToDate) {
        icon = QStringLiteral("ok");
        tone = Tone::good;
        m_text->setText(tr("Scores up to date"));
    } else {
        m_text->clear();
    }
    const Theme &theme = Theme::of(this);
    m_text->setFont(theme.font(TypeSize::small));
    QPalette inks = palette();
    inks.setColor(QPalette::WindowText, theme.text2);
    if (m_text->palette().color(QPalette::WindowText) != theme.text2)
        m_text->setPalette(inks);
    m_icon->setPixmap(icon.isEmpty() ? QPixmap() : themedIcon(icon, tone).pixmap(QSize(16, 16), devicePixelRatioF()));
}

} // namespace dimsum
