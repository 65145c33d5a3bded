#include "ui/common/empty_state.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace dimsum {

EmptyState::EmptyState(QWidget *parent) : EmptyState(Kind::empty, {}, {}, {}, parent) {}

EmptyState::EmptyState(Kind kind, const QString &title, const QString &text, const QString &action, QWidget *parent)
    : QWidget(parent), m_picture(new QLabel), m_title(new QLabel), m_text(new QLabel), m_action(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(2);
    column->addStretch(1);
    for (QLabel *label : {m_picture, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label == m_text);
        column->addWidget(label);
    }
    setLook(m_action, ButtonLook::normal, true);
    column->addSpacing(4);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
    setState(kind, title, text, action);
}

void EmptyState::setState(Kind kind, const QString &title, const QString &text, const QString &action)
{
    m_kind = kind;
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    applyTheme();
}

void EmptyState::setFramed(bool framed)
{
    m_framed = framed;
    update();
}

void EmptyState::applyTheme()
{
    const Theme &theme = Theme::of(this);
    static constexpr const char *pictures[] = {"steamer", "search", "lock", "question"};
    const bool steamer = m_kind == Kind::empty;
    const int size = steamer ? 32 : 24;
    m_picture->setPixmap(themedIcon(QString::fromLatin1(pictures[static_cast<int>(m_kind)]),
                                    steamer ? Tone::bamboo : Tone::muted)
                             .pixmap(QSize(size, size), devicePixelRatioF()));
    m_title->setFont(theme.font(TypeSize::text, true));
    m_text->setFont(theme.font(TypeSize::small));
    QPalette quiet = theme.palette();
    quiet.setColor(QPalette::WindowText, theme.text2);
    m_text->setPalette(quiet);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    if (!m_framed)
        return;
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintFrame(&painter, rect(), theme.base, theme.line2, metric::panelRadius);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

} // namespace dimsum
