#include "ui/accounts/contact_dialog.h"

#include "domain/buying_role.h"
#include "qt/role_words.h"
#include "ui/common/message_panel.h"
#include "ui/common/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace dimsum
{

ContactDialog::ContactDialog(const QString &account, const std::string &role, QWidget *parent)
    : QDialog(parent),
      m_email(new QLineEdit(this)),
      m_first(new QLineEdit(this)),
      m_last(new QLineEdit(this)),
      m_title(new QLineEdit(this)),
      m_role(new QComboBox(this)),
      m_optOut(new QCheckBox(this)),
      m_message(new MessagePanel(this))
{
    setWindowTitle(tr("Add a contact at %1").arg(account));
    build(tr("Add contact"));
    m_role->setCurrentIndex(std::max(0, m_role->findData(QString::fromUtf8(role))));
    m_email->setFocus();
    validate();
}

ContactDialog::ContactDialog(const QString &account, const CommitteePerson &person, QWidget *parent)
    : ContactDialog(account, person.role, parent)
{
    setWindowTitle(tr("Change a contact at %1").arg(account));
    m_accept->setText(tr("Change contact"));
    m_email->setText(QString::fromUtf8(person.email));
    m_email->setReadOnly(true);
    m_email->setToolTip(tr("The e-mail address is the key of a contact and stays as it is."));
    m_first->setText(QString::fromUtf8(person.firstName));
    m_last->setText(QString::fromUtf8(person.lastName));
    m_title->setText(QString::fromUtf8(person.title));
    m_optOut->setChecked(person.optOut);
    m_first->setFocus();
    if (person.stub)
        m_message->setMessage(MessagePanel::Kind::neutral,
                              tr("Known from an activity only. Once changed here, the contact may be part of "
                                 "a hand-off unless it has opted out."));
    m_message->setVisible(person.stub);
    validate();
}

void ContactDialog::build(const QString &verb)
{
    setObjectName(QStringLiteral("contact-dialog"));
    m_email->setObjectName(QStringLiteral("contact-email"));
    m_first->setObjectName(QStringLiteral("contact-first"));
    m_last->setObjectName(QStringLiteral("contact-last"));
    m_title->setObjectName(QStringLiteral("contact-title"));
    m_role->setObjectName(QStringLiteral("contact-role"));
    m_role->addItem(roleWords({}), QString());
    for (const std::string_view role : buyingRoles)
        m_role->addItem(roleWords(role), QString::fromUtf8(role));
    m_optOut->setObjectName(QStringLiteral("contact-opt-out"));
    m_optOut->setText(tr("Has &opted out: never part of a hand-off or export"));
    m_message->hide();

    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(tr("&E-mail"), m_email);
    form->addRow(tr("&First name"), m_first);
    form->addRow(tr("&Last name"), m_last);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("Buying &role"), m_role);
    form->addRow(QString(), m_optOut);
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("contact-accept"));
    m_accept->setDefault(true);
    setLook(m_accept, ButtonLook::primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        m_accept->setEnabled(false); // until the workspace has answered
        Q_EMIT submitted();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_email, &QLineEdit::textChanged, this, &ContactDialog::validate);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addStretch();
    column->addWidget(buttons);
    resize(440, sizeHint().height());
}

void ContactDialog::validate()
{
    m_accept->setEnabled(m_email->text().trimmed().contains(u'@'));
    m_accept->setToolTip(m_accept->isEnabled() ? QString()
                                               : tr("A contact needs an e-mail address: it is the key."));
}

NewContact ContactDialog::contact() const
{
    return {.account = {},
            .email = m_email->text(),
            .firstName = m_first->text(),
            .lastName = m_last->text(),
            .title = m_title->text(),
            .buyingRole = m_role->currentData().toString(),
            .optOut = m_optOut->isChecked()};
}

void ContactDialog::showProblem(const QString &problem)
{
    m_message->setMessage(MessagePanel::Kind::red, problem);
    m_message->show();
    validate();
}

} // namespace dimsum
