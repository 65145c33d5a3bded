#include "ui/accounts/account_form.h"

#include "domain/fit.h"
#include "qt/account_query.h"
#include "qt/criterion_table_model.h"
#include "qt/display_text.h"
#include "qt/wording.h"
#include "ui/common/message_panel.h"
#include "ui/common/style.h"

#include <QCheckBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::uint32_t mostOffered = 500;

QStringList labelsOf(const FieldColumn &column)
{
    QStringList labels;
    for (std::uint32_t code = 1; code < column.values.size() && code <= mostOffered; ++code)
        labels << QString::fromStdString(column.values.at(code).label);
    return labels;
}

// What all the rows have in common; nothing where they differ.
std::optional<QString> commonValue(const FieldColumn &column, const std::vector<std::uint32_t> &rows)
{
    const bool same = std::all_of(rows.begin(), rows.end(),
                                  [&](std::uint32_t row) { return column.codes[row] == column.codes[rows.front()]; });
    return same ? std::optional(QString::fromStdString(column.at(rows.front()).label)) : std::nullopt;
}

} // namespace

AccountForm::AccountForm(const Snapshot &snapshot, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("New account"));
    build(snapshot, tr("Add account"), nullptr);
}

AccountForm::AccountForm(const Snapshot &snapshot, const std::vector<std::uint32_t> &rows, QWidget *parent) : QDialog(parent)
{
    const int count = static_cast<int>(rows.size());
    setWindowTitle(tr("Edit %n account(s)", nullptr, count));
    build(snapshot, tr("Change %n account(s)", nullptr, count), &rows);
}

void AccountForm::build(const Snapshot &snapshot, const QString &verb, const std::vector<std::uint32_t> *rows)
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (rows == nullptr) {
        m_domain = new QLineEdit(fields);
        m_domain->setPlaceholderText(tr("acme.com, or a web or e-mail address of theirs"));
        form->addRow(tr("&Domain"), m_domain);
        connect(m_domain, &QLineEdit::textChanged, this, &AccountForm::validate);
        addField(*form, snapshot, QStringLiteral("name"), tr("Name"), rows);
    }
    addField(*form, snapshot, QStringLiteral("owner"), tr("Owner"), rows);
    constexpr std::array names{"industry", "country",  "region", "employees", "customers", "annual_revenue",
                               "technologies", "maturity", "budget", "funding", "acv"};
    for (const char *name : names)
        addField(*form, snapshot, QString::fromLatin1(name), fieldTitle(*fieldOf(name)), rows);
    for (const CustomColumn &custom : snapshot.accounts.custom) {
        const QString label = QString::fromStdString(custom.label);
        addField(*form, snapshot, label, label, rows);
    }

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(fields);
    m_problem = new MessagePanel(this);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setLook(m_ok, ButtonLook::primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &AccountForm::submitted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    if (rows != nullptr) {
        auto *hint = new QLabel(tr("Only ticked fields are changed. An empty value makes the field unknown."), this);
        hint->setWordWrap(true);
        layout->addWidget(hint);
    }
    layout->addWidget(scroll, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(520, 560);
    validate();
}

void AccountForm::addField(QFormLayout &form, const Snapshot &snapshot, const QString &name, const QString &title,
                           const std::vector<std::uint32_t> *rows)
{
    Field field{name, new QLineEdit(this), nullptr};
    field.edit->setObjectName(name);
    field.edit->setAccessibleName(title);
    if (const FieldColumn *column = accountField(snapshot.accounts, name)) {
        auto *completer = new QCompleter(labelsOf(*column), field.edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        field.edit->setCompleter(completer);
        if (rows != nullptr && !rows->empty()) {
            const auto common = commonValue(*column, *rows);
            field.edit->setPlaceholderText(common ? (common->isEmpty() ? tr("unknown") : *common) : tr("several values"));
        }
    }
    if (rows == nullptr) {
        form.addRow(title, field.edit);
    } else {
        field.tick = new QCheckBox(title, this);
        field.tick->setObjectName(name + QStringLiteral("_tick"));
        field.tick->setAccessibleName(tr("Change %1").arg(title));
        form.addRow(field.tick, field.edit);
        connect(field.edit, &QLineEdit::textEdited, field.tick, [tick = field.tick] { tick->setChecked(true); });
        connect(field.tick, &QCheckBox::toggled, this, &AccountForm::validate);
    }
    m_fields.append(field);
}

void AccountForm::validate()
{
    if (m_ok != nullptr)
        m_ok->setEnabled(m_domain != nullptr ? !m_domain->text().trimmed().isEmpty() : !edits().empty());
}

NewAccount AccountForm::account() const
{
    NewAccount account{.domain = m_domain->text().trimmed(), .name = {}};
    for (const FieldEdit &edit : edits()) {
        if (edit.field == u"name")
            account.name = edit.value;
        else
            account.fields.push_back(edit);
    }
    return account;
}

std::vector<FieldEdit> AccountForm::edits() const
{
    std::vector<FieldEdit> edits;
    for (const Field &field : m_fields) {
        const QString value = field.edit->text().trimmed();
        if (field.tick != nullptr ? field.tick->isChecked() : !value.isEmpty())
            edits.push_back({field.name, value});
    }
    return edits;
}

void AccountForm::setBusy(bool busy)
{
    setEnabled(!busy);
}

void AccountForm::showProblem(const Error &error)
{
    setBusy(false);
    m_problem->setMessage(MessagePanel::Kind::red, errorText(error));
    m_problem->show();
    const QString wrong = QString::fromStdString(error.field);
    if (m_domain != nullptr)
        setInvalid(m_domain, wrong == u"domain");
    for (const Field &field : std::as_const(m_fields)) {
        setInvalid(field.edit, field.name == wrong);
        if (field.name == wrong)
            field.edit->setFocus();
    }
}

} // namespace dimsum
