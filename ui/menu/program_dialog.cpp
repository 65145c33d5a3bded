#include "ui/menu/program_dialog.h"

#include "qt/display_text.h"
#include "ui/common/drawing.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

QDateEdit *dateEdit(Day day, QWidget *parent)
{
    auto *edit = new QDateEdit(dateOf(day), parent);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    return edit;
}

QLabel *wrongLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Theme::of(parent).red);
    label->setPalette(palette);
    return label;
}

} // namespace

ProgramDialog::ProgramDialog(const ProgramPeriod &program, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(QString::fromStdString(program.name), this)), m_start(dateEdit(program.start, this)), m_end(dateEdit(program.end, this)),
      m_holiday(dateEdit(program.start, this)), m_holidays(new QListWidget(this)), m_reps(new QPlainTextEdit(this)), m_wrong(wrongLabel(this))
{
    setObjectName(QStringLiteral("program-dialog"));
    setWindowTitle(tr("Program"));
    m_holidays->setAccessibleName(tr("Holidays"));
    m_holidays->setFixedHeight(120);
    m_reps->setAccessibleName(tr("Pilot reps"));
    m_reps->setPlaceholderText(tr("one name per line; empty: all reps"));
    m_reps->setFixedHeight(72);
    m_add = new QPushButton(tr("Add"), this);
    auto *remove = new QPushButton(tr("Remove"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_holiday, 1);
    row->addWidget(m_add);
    row->addWidget(remove);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&First day"), m_start);
    form->addRow(tr("&Last day"), m_end);
    form->addRow(tr("&Pilot reps"), m_reps);
    form->addRow(tr("&Holidays"), row);
    form->addRow(QString(), m_holidays);
    auto *buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("Save program"), QDialogButtonBox::AcceptRole);
    setLook(m_ok, ButtonLook::primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, [this] { add(dayFrom(m_holiday->date())); });
    connect(remove, &QPushButton::clicked, this, [this] { delete m_holidays->currentItem(); });
    for (QDateEdit *edit : {m_start, m_end})
        connect(edit, &QDateEdit::dateChanged, this, &ProgramDialog::validate);
    connect(m_name, &QLineEdit::textChanged, this, &ProgramDialog::validate);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_wrong);
    column->addWidget(buttons);
    setMinimumWidth(460);
    QStringList reps;
    for (const std::string &rep : program.pilotReps)
        reps << QString::fromStdString(rep);
    m_reps->setPlainText(reps.join(u'\n'));
    for (const Day day : program.holidays)
        add(day);
    validate();
}

void ProgramDialog::add(Day day)
{
    for (int row = 0; row < m_holidays->count(); ++row) {
        const Day known{m_holidays->item(row)->data(Qt::UserRole).toInt()};
        if (known == day)
            return;
        if (known > day) {
            auto *item = new QListWidgetItem(fullDayText(day));
            item->setData(Qt::UserRole, day.number);
            return m_holidays->insertItem(row, item);
        }
    }
    auto *item = new QListWidgetItem(fullDayText(day), m_holidays);
    item->setData(Qt::UserRole, day.number);
}

void ProgramDialog::validate()
{
    const QString wrong = m_name->text().trimmed().isEmpty() ? tr("Give the program a name.") : m_end->date() < m_start->date() ? tr("The last day lies before the first.") : QString();
    m_wrong->setText(wrong);
    m_wrong->setVisible(!wrong.isEmpty());
    m_ok->setEnabled(wrong.isEmpty());
}

ProgramPeriod ProgramDialog::program() const
{
    ProgramPeriod program{.name = m_name->text().trimmed().toStdString(), .start = dayFrom(m_start->date()), .end = dayFrom(m_end->date())};
    for (const QString &rep : m_reps->toPlainText().split(u'\n')) {
        if (!rep.trimmed().isEmpty())
            program.pilotReps.push_back(rep.trimmed().toStdString());
    }
    for (int row = 0; row < m_holidays->count(); ++row)
        program.holidays.push_back(Day{m_holidays->item(row)->data(Qt::UserRole).toInt()});
    return program;
}

EnvelopeDialog::EnvelopeDialog(const Menu &menu, const QStringList &campaigns, const Currency &currency, QWidget *parent)
    : QDialog(parent), m_menu(menu), m_campaigns(campaigns), m_currency(currency), m_kind(new QComboBox(this)), m_subject(new QComboBox(this)), m_limit(new QLineEdit(this)),
      m_wrong(wrongLabel(this))
{
    setObjectName(QStringLiteral("envelope-dialog"));
    setWindowTitle(tr("New envelope"));
    m_kind->addItems({tr("a tier"), tr("a campaign"), tr("a play")});
    m_limit->setPlaceholderText(tr("such as 20000.00"));
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(tr("Pays &for"), m_kind);
    form->addRow(tr("&Which"), m_subject);
    form->addRow(tr("&Limit, %1").arg(currencySign(currency)), m_limit);
    auto *buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("Add envelope"), QDialogButtonBox::AcceptRole);
    setLook(m_ok, ButtonLook::primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EnvelopeDialog::fillSubjects);
    connect(m_subject, &QComboBox::editTextChanged, this, &EnvelopeDialog::validate);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &EnvelopeDialog::validate);
    connect(m_limit, &QLineEdit::textChanged, this, &EnvelopeDialog::validate);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_wrong);
    column->addWidget(buttons);
    setMinimumWidth(420);
    fillSubjects();
}

void EnvelopeDialog::fillSubjects()
{
    m_subject->clear();
    const int kind = m_kind->currentIndex();
    m_subject->setEditable(kind == 1); // a campaign may be planned before its first activity
    if (kind == 0) {
        for (int tier = 1; tier <= 3; ++tier)
            m_subject->addItem(tierText(tier), QString::number(tier));
    } else if (kind == 1) {
        for (const QString &campaign : m_campaigns)
            m_subject->addItem(campaign, campaign);
    } else {
        for (const Play &play : m_menu.plays) {
            if (play.status != PlayStatus::retired)
                m_subject->addItem(QString::fromStdString(play.name), QString::fromStdString(play.code));
        }
    }
    validate();
}

Envelope EnvelopeDialog::envelope() const
{
    Envelope envelope;
    const QString word = m_kind->currentIndex() == 1 ? m_subject->currentText().trimmed() : m_subject->currentData().toString();
    switch (m_kind->currentIndex()) {
    case 0:
        envelope.scope = {.kind = EnvelopeScope::Kind::tier, .tier = word.toInt(), .name = {}};
        envelope.code = "tier-" + word.toStdString();
        break;
    case 1:
        envelope.scope = {.kind = EnvelopeScope::Kind::campaign, .tier = 0, .name = word.toStdString()};
        envelope.code = "campaign";
        break;
    default:
        envelope.scope = {.kind = EnvelopeScope::Kind::play, .tier = 0, .name = word.toStdString()};
        envelope.code = "play-" + word.toStdString();
    }
    envelope.code = envelope.code.substr(0, 36);
    const std::string stem = envelope.code;
    const auto taken = [&] { return std::any_of(m_menu.envelopes.begin(), m_menu.envelopes.end(), [&](const Envelope &known) { return known.code == envelope.code; }); };
    for (int number = 2; taken(); ++number)
        envelope.code = stem + '-' + std::to_string(number);
    const ParsedMoney limit = parseMoney(m_limit->text().trimmed().toStdString(), m_currency);
    if (!limit.problem)
        envelope.limit = limit.amount;
    return envelope;
}

std::optional<QString> EnvelopeDialog::problem() const
{
    if (m_subject->currentText().trimmed().isEmpty())
        return tr("Say which one.");
    const Envelope written = envelope();
    if (std::any_of(m_menu.envelopes.begin(), m_menu.envelopes.end(), [&](const Envelope &known) { return known.scope == written.scope; }))
        return tr("There is an envelope for it already: change its limit.");
    const ParsedMoney limit = parseMoney(m_limit->text().trimmed().toStdString(), m_currency);
    if (m_limit->text().trimmed().isEmpty() || limit.problem || limit.amount.minor < 0)
        return tr("Write the limit like 20000.00.");
    return std::nullopt;
}

void EnvelopeDialog::validate()
{
    const auto wrong = problem();
    m_wrong->setText(wrong.value_or(QString()));
    m_ok->setEnabled(!wrong);
}

} // namespace dimsum
