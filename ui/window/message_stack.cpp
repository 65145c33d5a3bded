#include "ui/window/message_stack.h"

#include "qt/wording.h"
#include "ui/common/message_panel.h"
#include "ui/common/theme.h"

#include <QVBoxLayout>

namespace dimsum {

namespace {

constexpr int mostPanels = 3;

MessagePanel::Kind panelKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::conflict:
        return MessagePanel::Kind::bamboo;
    case ErrorKind::cancelled:
        return MessagePanel::Kind::neutral;
    case ErrorKind::refused:
    case ErrorKind::busy:
        return MessagePanel::Kind::warn;
    default:
        return MessagePanel::Kind::red;
    }
}

} // namespace

MessageStack::MessageStack(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(metric::pageMargin, 6, metric::pageMargin, 0);
    m_layout->setSpacing(metric::buttonGap);
    hide();
}

void MessageStack::show(const Error &error)
{
    const QString text = errorText(error);
    for (MessagePanel *panel : findChildren<MessagePanel *>()) {
        if (panel->text() == text)
            return;
    }
    auto *panel = new MessagePanel(panelKind(error.kind), text, tr("Dismiss"), this);
    panel->setDetails(text);
    connect(panel, &MessagePanel::linkActivated, this, [this, panel] {
        panel->setParent(nullptr);
        panel->deleteLater();
        setVisible(m_layout->count() > 0);
    });
    m_layout->insertWidget(0, panel);
    while (m_layout->count() > mostPanels)
        delete m_layout->takeAt(m_layout->count() - 1)->widget();
    setVisible(true);
}

void MessageStack::clear()
{
    qDeleteAll(findChildren<MessagePanel *>());
    hide();
}

QStringList MessageStack::texts() const
{
    QStringList texts;
    for (const MessagePanel *panel : findChildren<MessagePanel *>())
        texts.append(panel->text());
    return texts;
}

} // namespace dimsum
