#include "ui/accounts/next_action_section.h"

#include "qt/display_text.h"
#include "qt/insight_words.h"
#include "ui/accounts/shown_account.h"
#include "ui/common/icon.h"
#include "ui/common/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace dimsum
{

NextActionSection::NextActionSection(QWidget *parent) : DockSection(tr("Next best action"), Fold::never, parent)
{
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    addContent(m_text);
    m_card = new QPushButton(themedIcon(QStringLiteral("menu")), tr("Open menu"));
    setLook(m_card, ButtonLook::normal, true);
    addControl(m_card);
    m_useful = new QPushButton(tr("Useful"));
    m_useful->setToolTip(tr("Counts for the hit rate of this kind of action"));
    m_wrong = new QPushButton(tr("Wrong"));
    m_wrong->setToolTip(tr("Takes it away from this account for 30 days and counts against its kind; kinds that are mostly wrong stand back"));
    for (QPushButton *button : {m_useful, m_wrong}) {
        setLook(button, ButtonLook::normal, true);
        connect(button, &QPushButton::clicked, this, [this, button] { Q_EMIT judged(button == m_useful); });
    }
    auto *verdicts = new QWidget;
    auto *row = new QHBoxLayout(verdicts);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_useful);
    row->addWidget(m_wrong);
    row->addStretch(1);
    addContent(verdicts);
    connect(m_card, &QPushButton::clicked, this, &NextActionSection::menuCardRequested);
    hide();
}

void NextActionSection::setAction(const ShownAccount &shown, const NextAction *action)
{
    setVisible(action != nullptr);
    if (!action)
        return;
    setFacts(tr("by %1").arg(weekdayText(action->deadline)));
    QString text = tr("%1 (%2)").arg(actionWords(action->kind), action->marketing ? tr("marketing") : tr("rep"));
    text += u'\n' + actionHint(action->kind) + u'\n' + QString::fromStdString(action->reason);
    const Play *play = shown.snapshot->menu.menu.play(action->play);
    if (play)
        text += u'\n' + tr("Play: %1").arg(QString::fromStdString(play->name));
    if (action->expectedValue.known())
        text += u'\n' + tr("Worth about %1: ACV times the chance of a deal in 30 days that it adds").arg(currencyText(Money{action->expectedValue.minor / 100 * 100}, shown.currency()));
    m_text->setText(text);
    m_card->setVisible(play != nullptr);
}

QString NextActionSection::words() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace dimsum
