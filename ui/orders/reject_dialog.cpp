#include "ui/orders/reject_dialog.h"

#include "qt/display_text.h"
#include "qt/rejection_words.h"
#include "ui/common/style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

RejectDialog::RejectDialog(std::shared_ptr<const Snapshot> snapshot, const std::vector<const OrderRow *> &orders, QWidget *parent)
    : QDialog(parent), m_code(new QComboBox(this)), m_words(new QLineEdit(this)), m_alternative(new QComboBox(this)), m_reject(nullptr)
{
    setObjectName(QStringLiteral("reject-dialog"));
    setWindowTitle(orders.size() == 1 ? tr("Reject order %1").arg(orders.front()->number) : tr("Reject %n order(s)", nullptr, static_cast<int>(orders.size())));
    const OrderRow &first = *orders.front();
    auto *about = new QLabel(orders.size() == 1 ? tr("%1 for %2, %3, asked by %4")
                                                      .arg(QString::fromStdString(first.playName), QString::fromStdString(first.accountName),
                                                           currencyText(first.price, snapshot->settings.currency), QString::fromStdString(first.requestedBy))
                                                : tr("All of them get the same answer."), this);
    about->setWordWrap(true);

    m_code->setAccessibleName(tr("Reason"));
    m_code->addItem(tr("Choose a reason…"));
    for (const RejectionCode code : allRejectionCodes)
        m_code->addItem(rejectionCodeText(code), int(code));
    m_words->setMaxLength(500);
    m_words->setPlaceholderText(tr("in words the rep can use"));
    m_alternative->addItem(tr("nothing"), QString());
    const bool alike = std::all_of(orders.begin(), orders.end(), [&](const OrderRow *order) { return order->play == first.play && order->tier == first.tier; });
    if (alike) {
        for (const Play *play : cheaperPlays(snapshot->menu.menu, first.play, first.tier))
            m_alternative->addItem(tr("%1, %2").arg(QString::fromStdString(play->name), currencyText(priceOf(*play), snapshot->settings.currency)),
                                   QString::fromStdString(play->code));
    }
    m_alternative->setEnabled(m_alternative->count() > 1);
    if (!m_alternative->isEnabled())
        m_alternative->setToolTip(alike ? tr("The play names no cheaper one for this tier.") : tr("The orders are of different plays."));

    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->addRow(tr("&Reason"), m_code);
    form->addRow(tr("&Words"), m_words);
    form->addRow(tr("&Offer instead"), m_alternative);
    auto *buttons = new QDialogButtonBox(this);
    m_reject = buttons->addButton(tr("Reject"), QDialogButtonBox::AcceptRole);
    m_reject->setObjectName(QStringLiteral("reject-accept"));
    setLook(m_reject, ButtonLook::danger);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_code, &QComboBox::currentIndexChanged, this, &RejectDialog::validate);
    connect(m_words, &QLineEdit::textChanged, this, &RejectDialog::validate);
    auto *column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addLayout(form);
    column->addWidget(buttons);
    setMinimumWidth(440);
    m_code->setFocus();
    validate();
}

Rejection RejectDialog::rejection() const
{
    Rejection rejection{.code = {}, .text = m_words->text().simplified().toStdString(), .alternative = m_alternative->currentData().toString().toStdString()};
    if (m_code->currentIndex() > 0)
        rejection.code = static_cast<RejectionCode>(m_code->currentData().toInt());
    return rejection;
}

void RejectDialog::validate()
{
    const bool coded = m_code->currentIndex() > 0;
    const bool other = coded && m_code->currentData().toInt() == int(RejectionCode::other);
    const bool said = !m_words->text().simplified().isEmpty();
    m_reject->setEnabled(coded && (!other || said)); // "other" says nothing by itself
    m_reject->setToolTip(m_reject->isEnabled() ? QString() : other ? tr("Say why in words.") : tr("Choose a reason first."));
}

} // namespace dimsum
