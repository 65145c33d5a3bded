#include "ui/icp/criterion_dialog.h"

#include "domain/fit.h"
#include "qt/criterion_table_model.h"
#include "service/today_list.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace dimsum {

namespace {

constexpr std::array tests{CriterionTest::oneOf, CriterionTest::between, CriterionTest::hasAny, CriterionTest::hasAll,
                           CriterionTest::known};
constexpr std::size_t offeredValues = 200;

// A bound as a person types it: the locale's grouping and decimals, or a plain number.
std::optional<double> boundOf(const QString &text)
{
    bool ok = false;
    const double local = QLocale().toDouble(text.trimmed(), &ok);
    if (ok)
        return local;
    const double plain = text.trimmed().toDouble(&ok);
    return ok ? std::optional(plain) : std::nullopt;
}

QString boundText(const std::optional<double> &bound)
{
    return bound ? QLocale().toString(*bound, 'f', QLocale::FloatingPointShortest) : QString();
}

} // namespace

CriterionDialog::CriterionDialog(const Snapshot &snapshot, const Criterion *criterion, QWidget *parent)
    : QDialog(parent), m_snapshot(snapshot)
{
    setWindowTitle(criterion != nullptr ? tr("Change the criterion") : tr("Add a criterion"));
    m_field = new QComboBox(this);
    m_test = new QComboBox(this);
    m_values = new QListWidget(this);
    m_values->setAccessibleName(tr("Values that the accounts have"));
    m_more = new QLineEdit(this);
    m_more->setPlaceholderText(tr("Others, separated by ;"));
    m_more->setAccessibleName(tr("Other values"));
    m_min = new QLineEdit(this);
    m_max = new QLineEdit(this);
    m_min->setPlaceholderText(tr("no lower end"));
    m_max->setPlaceholderText(tr("no upper end"));
    m_weight = new QSpinBox(this);
    m_weight->setRange(1, 10);
    m_must = new QCheckBox(tr("Must-have: an account that says no is disqualified"), this);
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);

    auto *list = new QWidget(this);
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->addWidget(m_values, 1);
    listColumn->addWidget(m_more);
    auto *ends = new QWidget(this);
    auto *endsForm = new QFormLayout(ends);
    endsForm->setContentsMargins(0, 0, 0, 0);
    endsForm->addRow(tr("&From"), m_min);
    endsForm->addRow(tr("&To"), m_max);
    m_kind = new QStackedWidget(this);
    m_kind->addWidget(list);
    m_kind->addWidget(ends);
    m_kind->addWidget(new QLabel(tr("The field must be filled in; any value will do."), this));

    auto *buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(criterion != nullptr ? tr("Change criterion") : tr("Add criterion"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setLook(m_ok, ButtonLook::primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout;
    form->addRow(tr("F&ield"), m_field);
    form->addRow(tr("T&est"), m_test);
    form->addRow(tr("Values"), m_kind);
    form->addRow(tr("&Weight, 1 to 10"), m_weight);
    form->addRow(QString(), m_must);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    resize(460, 520);

    fillFields();
    for (const CriterionTest test : tests)
        m_test->addItem(testTitle(test), int(test));
    if (criterion != nullptr)
        show(*criterion);
    else
        fieldChanged();
    connect(m_field, &QComboBox::currentIndexChanged, this, &CriterionDialog::fieldChanged);
    connect(m_test, &QComboBox::currentIndexChanged, this, &CriterionDialog::validate);
    connect(m_values, &QListWidget::itemChanged, this, &CriterionDialog::validate);
    for (QLineEdit *edit : {m_more, m_min, m_max})
        connect(edit, &QLineEdit::textChanged, this, &CriterionDialog::validate);
    connect(m_must, &QCheckBox::toggled, this, &CriterionDialog::validate);
    validate();
}

void CriterionDialog::fillFields()
{
    for (const IcpField field : namedFields)
        m_field->addItem(fieldTitle(field), int(field));
    for (const CustomColumn &custom : m_snapshot.accounts.custom) {
        m_field->addItem(QString::fromStdString(custom.label), int(IcpField::custom));
        m_field->setItemData(m_field->count() - 1, QString::fromStdString(custom.key), Qt::UserRole + 1);
    }
}

void CriterionDialog::show(const Criterion &criterion)
{
    for (int i = 0; i < m_field->count(); ++i) {
        const bool same = m_field->itemData(i).toInt() == int(criterion.field)
                          && (criterion.field != IcpField::custom
                              || m_field->itemData(i, Qt::UserRole + 1).toString().toStdString() == criterion.customKey);
        if (same)
            m_field->setCurrentIndex(i);
    }
    offerValues();
    m_test->setCurrentIndex(m_test->findData(int(criterion.test)));
    QStringList others;
    for (const CriterionValue &value : criterion.values) {
        bool found = false;
        for (int i = 0; i < m_values->count() && !found; ++i) {
            if (ownerKey(m_values->item(i)->text()) == value.key) {
                m_values->item(i)->setCheckState(Qt::Checked);
                found = true;
            }
        }
        if (!found)
            others << QString::fromStdString(value.label);
    }
    m_more->setText(others.join(QStringLiteral("; ")));
    m_min->setText(boundText(criterion.min));
    m_max->setText(boundText(criterion.max));
    m_weight->setValue(criterion.weight);
    m_must->setChecked(criterion.mustHave);
}

void CriterionDialog::fieldChanged()
{
    const auto field = static_cast<IcpField>(m_field->currentData().toInt());
    const CriterionTest usual = isNumeric(field) ? CriterionTest::between
                                : field == IcpField::technologies ? CriterionTest::hasAny : CriterionTest::oneOf;
    m_test->setCurrentIndex(m_test->findData(int(usual)));
    offerValues();
    validate();
}

void CriterionDialog::offerValues()
{
    m_values->clear();
    const auto field = static_cast<IcpField>(m_field->currentData().toInt());
    const FieldSource source = fieldSource(m_snapshot.accounts, field, m_field->currentData(Qt::UserRole + 1).toString().toStdString());
    if (source.field == nullptr)
        return;
    // Most frequent first; a ';' list offers its parts.
    QHash<QString, int> counts;
    for (const std::uint32_t code : source.field->codes) {
        const FieldValue &value = source.field->values.at(code);
        if (code == 0)
            continue;
        for (const QString &part : QString::fromStdString(value.label).split(u';', Qt::SkipEmptyParts))
            ++counts[part.trimmed()];
    }
    QStringList labels = counts.keys();
    std::sort(labels.begin(), labels.end(), [&counts](const QString &a, const QString &b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : QString::localeAwareCompare(a, b) < 0;
    });
    for (const QString &label : labels.mid(0, offeredValues)) {
        auto *item = new QListWidgetItem(label, m_values);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Unchecked);
        item->setToolTip(tr("%n account(s)", nullptr, counts[label]));
    }
}

bool CriterionDialog::isBetween() const
{
    return static_cast<CriterionTest>(m_test->currentData().toInt()) == CriterionTest::between;
}

void CriterionDialog::validate()
{
    const auto test = static_cast<CriterionTest>(m_test->currentData().toInt());
    m_kind->setCurrentIndex(test == CriterionTest::between ? 1 : test == CriterionTest::known ? 2 : 0);
    m_must->setEnabled(test != CriterionTest::known);
    QString problem;
    if (isBetween()) {
        const bool minBad = !m_min->text().trimmed().isEmpty() && !boundOf(m_min->text());
        const bool maxBad = !m_max->text().trimmed().isEmpty() && !boundOf(m_max->text());
        setInvalid(m_min, minBad);
        setInvalid(m_max, maxBad);
        const Criterion now = criterion();
        if (minBad || maxBad)
            problem = tr("Write a number, such as 250.");
        else if (!now.min && !now.max)
            problem = tr("Give at least one end.");
        else if (now.min && now.max && *now.min > *now.max)
            problem = tr("The lower end is above the upper one.");
    } else if (test != CriterionTest::known && criterion().values.empty()) {
        problem = tr("Tick at least one value.");
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_ok->setEnabled(problem.isEmpty());
}

Criterion CriterionDialog::criterion() const
{
    Criterion criterion;
    criterion.field = static_cast<IcpField>(m_field->currentData().toInt());
    if (criterion.field == IcpField::custom) {
        criterion.customLabel = m_field->currentText().toStdString();
        criterion.customKey = m_field->currentData(Qt::UserRole + 1).toString().toStdString();
    }
    criterion.test = static_cast<CriterionTest>(m_test->currentData().toInt());
    criterion.weight = m_weight->value();
    criterion.mustHave = m_must->isEnabled() && m_must->isChecked();
    criterion.kind = defaultClass(criterion.field);
    if (isBetween()) {
        criterion.min = boundOf(m_min->text());
        criterion.max = boundOf(m_max->text());
        return criterion;
    }
    if (criterion.test == CriterionTest::known)
        return criterion;
    QStringList labels;
    for (int i = 0; i < m_values->count(); ++i) {
        if (m_values->item(i)->checkState() == Qt::Checked)
            labels << m_values->item(i)->text();
    }
    for (const QString &part : m_more->text().split(u';', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            labels << part.trimmed();
    }
    for (const QString &label : std::as_const(labels))
        criterion.values.push_back({label.toStdString(), ownerKey(label)});
    return criterion;
}

} // namespace dimsum
