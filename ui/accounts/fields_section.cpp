#include "ui/accounts/fields_section.h"

#include "qt/criterion_table_model.h"
#include "qt/display_text.h"
#include "ui/accounts/shown_account.h"
#include "ui/accounts/tall_table.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QLabel>

namespace dimsum
{

namespace
{

QString valueOf(const ShownAccount &shown, IcpField field)
{
    const FieldSource source = fieldSource(shown.snapshot->accounts, field);
    if (source.money != nullptr)
        return currencyText((*source.money)[shown.row], shown.currency());
    return source.field != nullptr && source.field->known(shown.row)
               ? QString::fromStdString(source.field->at(shown.row).label)
               : QString();
}

} // namespace

FieldsSection::FieldsSection(QWidget *parent)
    : DockSection(QString(), Fold::closed, parent),
      m_table(new TallTable(2, this)),
      m_unknown(new QLabel(this))
{
    m_table->setObjectName(QStringLiteral("fields"));
    m_table->setStretchColumn(1);
    m_table->setColumnLimit(0, 0.45);
    m_unknown->setWordWrap(true);
    m_unknown->setForegroundRole(QPalette::PlaceholderText);
    m_unknown->setFont(Theme::of(this).font(TypeSize::small));
    addTable(m_table);
    addContent(m_unknown);
    retranslate();
}

void FieldsSection::retranslate()
{
    setTitle(tr("All fields"));
    m_table->setAccessibleName(tr("All fields"));
    m_table->setHeaders({tr("Field"), tr("Value")});
}

void FieldsSection::addField(const QString &name, const QString &value)
{
    if (value.isEmpty()) {
        m_missing << name;
        return;
    }
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setCell(row, 0, name, Tone::secondary);
    m_table->setCell(row, 1, value);
}

void FieldsSection::setAccount(const ShownAccount &shown)
{
    m_table->setRowCount(0);
    m_missing.clear();
    for (const IcpField field : namedFields)
        addField(fieldTitle(field), valueOf(shown, field));
    const std::string_view external = shown.snapshot->accounts.externalId.at(shown.row);
    if (!external.empty())
        addField(tr("CRM id"), QString::fromUtf8(external.data(), static_cast<qsizetype>(external.size())));
    for (const CustomFieldLine &field : shown.details.custom)
        addField(QString::fromStdString(field.label), QString::fromStdString(field.value));
    m_table->fitColumns();
    m_unknown->setText(tr("Not known yet: %1").arg(m_missing.join(QStringLiteral(", "))));
    m_unknown->setVisible(!m_missing.isEmpty());
    setFacts(m_missing.isEmpty() ? tr("%n known", nullptr, m_table->rowCount())
                                 : tr("%1 known, %2 unknown").arg(m_table->rowCount()).arg(m_missing.size()));
}

void FieldsSection::changeEvent(QEvent *event)
{
    DockSection::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_unknown->setFont(Theme::of(this).font(TypeSize::small));
}

} // namespace dimsum
