#include "ui/accounts/pin_dialog.h"

#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "ui/common/message_panel.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QButtonGroup>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace dimsum
{

namespace
{

constexpr int usualDays = 90; // a quarter, where no running program tells better

QString nameOf(const Snapshot &snapshot, std::uint32_t row)
{
    const std::string_view name = snapshot.accounts.name.at(row);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QLabel *quiet(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

PinDialog::PinDialog(std::shared_ptr<const Snapshot> snapshot, std::uint32_t row, QWidget *parent)
    : QDialog(parent),
      m_snapshot(std::move(snapshot)),
      m_row(row),
      m_tiers(new QButtonGroup(this)),
      m_until(new QDateEdit(this)),
      m_reason(new QLineEdit(this)),
      m_warning(new MessagePanel(this)),
      m_pin(nullptr)
{
    const TierPin *pinned = m_snapshot->pin(row);
    setObjectName(QStringLiteral("pin-dialog"));
    setWindowTitle(tr("Pin the tier of %1").arg(nameOf(*m_snapshot, row)));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    m_until->setObjectName(QStringLiteral("pin-until"));
    m_until->setDate(dateOf(pinned != nullptr ? pinned->until : firstProposal()));
    m_reason->setObjectName(QStringLiteral("pin-reason"));
    m_reason->setPlaceholderText(tr("such as: the CEO asked for a workshop"));
    m_reason->setMaxLength(500);
    if (pinned != nullptr)
        m_reason->setText(QString::fromStdString(pinned->reason));

    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->addRow(tr("Tier"), buildTiers());
    form->addRow(tr("Last &day"), m_until);
    form->addRow(tr("&Reason"), m_reason);

    auto *buttons = new QDialogButtonBox(this);
    m_pin = buttons->addButton(tr("Pin tier"), QDialogButtonBox::AcceptRole);
    m_pin->setObjectName(QStringLiteral("pin-accept"));
    setLook(m_pin, ButtonLook::primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    if (pinned != nullptr) {
        QPushButton *unpin = buttons->addButton(tr("Unpin"), QDialogButtonBox::ResetRole);
        unpin->setObjectName(QStringLiteral("pin-remove"));
        connect(unpin, &QPushButton::clicked, this, [this] {
            Q_EMIT unpinRequested();
            reject();
        });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(
        quiet(tr("A pin stands beside the computed tier until its last day, and takes a place of the tier. "
                 "It can be undone."),
              this));
    column->addLayout(form);
    column->addWidget(m_warning);
    column->addStretch();
    column->addWidget(buttons);
    resize(440, sizeHint().height());

    connect(m_tiers, &QButtonGroup::idToggled, this, &PinDialog::validate);
    connect(m_until, &QDateEdit::dateChanged, this, &PinDialog::validate);
    connect(m_reason, &QLineEdit::textChanged, this, &PinDialog::validate);
    validate();
    m_reason->setFocus();
}

QWidget *PinDialog::buildTiers()
{
    auto *box = new QWidget(this);
    box->setAccessibleName(tr("Tier"));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const Tier computed = m_snapshot->proposal.defined ? m_snapshot->proposal.proposed[m_row] : Tier::none;
    for (const Tier tier : allTiers) {
        QString words = tierWords(tier);
        if (m_snapshot->proposal.defined && tier == computed)
            words = tr("%1 (computed)").arg(words);
        auto *choice = new QRadioButton(words, box);
        m_tiers->addButton(choice, static_cast<int>(tierIndex(tier)));
        choice->setChecked(tier == m_snapshot->tiers[m_row]);
        column->addWidget(choice);
    }
    return box;
}

// The end of the running program, else a quarter from now.
Day PinDialog::firstProposal() const
{
    if (m_snapshot->program && m_snapshot->today <= m_snapshot->program->period.end)
        return m_snapshot->program->period.end;
    return m_snapshot->today + usualDays;
}

Tier PinDialog::tier() const
{
    return static_cast<Tier>(m_tiers->checkedId());
}

Day PinDialog::until() const
{
    return dayFrom(m_until->date());
}

QString PinDialog::reason() const
{
    return m_reason->text().trimmed();
}

QString PinDialog::warning() const
{
    const FitColumns &fit = m_snapshot->scores.fit;
    if (until() < m_snapshot->today)
        return tr("This day is past: the pin would count only for scores of earlier dates.");
    if (tier() != Tier::none && fit.defined && fit.disqualified(m_row))
        return tr("The account is disqualified (must-have not met: %1). The pin stands all the same.")
            .arg(QString::fromStdString(
                criterionFieldName(m_snapshot->icp.criteria[fit.failedMustHave[m_row]])));
    return {};
}

void PinDialog::validate()
{
    const QString warns = warning();
    const bool complete = !reason().isEmpty() && until().known();
    if (!warns.isEmpty())
        m_warning->setMessage(MessagePanel::Kind::warn, warns);
    else if (!complete)
        m_warning->setMessage(MessagePanel::Kind::neutral,
                              tr("Give a reason: whoever looks at the account later reads it."));
    m_warning->setVisible(!warns.isEmpty() || !complete);
    m_pin->setEnabled(complete);
    m_pin->setToolTip(complete ? QString() : tr("A pin needs a reason."));
}

} // namespace dimsum
