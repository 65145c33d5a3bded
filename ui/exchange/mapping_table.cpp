#include "ui/exchange/mapping_table.h"

#include "qt/display_text.h"
#include "qt/roles.h"
#include "ui/common/icon.h"
#include "ui/common/meter_bar.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/exchange/import_words.h"

#include <QComboBox>
#include <QHeaderView>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int doNotImport = -1, newField = -2; // beside the fields' numbers

} // namespace

MappingTable::MappingTable(QWidget *parent) : QTableWidget(0, ColumnCount, parent)
{
    setAccessibleName(tr("Columns of the file and what they mean"));
    setHorizontalHeaderLabels({tr("Column in the file"), tr("First values"), tr("Field"), tr("Read as"), tr("Filled"), QString()});
    setUpTable(this, {.rows = RowSize::roomy, .sortable = false, .multiSelect = false, .movableColumns = false});
    setEditTriggers(NoEditTriggers);
    horizontalHeader()->setSectionResizeMode(FirstValues, QHeaderView::Stretch);
    setColumnWidth(InFile, 180);
    setColumnWidth(Field, 190);
    setColumnWidth(ReadAs, 140);
    setColumnWidth(Filled, 110);
    setColumnWidth(State, 34);
    horizontalHeader()->setStretchLastSection(false);
}

void MappingTable::setMapping(const ColumnMapping &mapping)
{
    m_showing = true;
    m_mapping = mapping;
    setRowCount(0);
    setRowCount(static_cast<int>(mapping.columns.size()));
    for (int row = 0; row < rowCount(); ++row)
        addRow(row);
    m_showing = false;
}

void MappingTable::addRow(int row)
{
    const MappedColumn &column = m_mapping.columns[static_cast<std::size_t>(row)];
    setItem(row, InFile, new QTableWidgetItem(column.header));
    auto *values = new QTableWidgetItem(column.firstValues.join(QStringLiteral(" · ")));
    values->setData(ToneRole, int(Tone::secondary));
    setItem(row, FirstValues, values);
    setItem(row, ReadAs, new QTableWidgetItem);
    setItem(row, State, new QTableWidgetItem);
    auto *box = new QComboBox;
    box->setAccessibleName(tr("Field for %1").arg(column.header));
    box->setObjectName(QStringLiteral("field_%1").arg(row));
    box->addItem(tr("Do not import"), doNotImport);
    const auto fields = fieldsOf(m_mapping.kind);
    for (std::size_t field = 0; field < fields.size(); ++field)
        box->addItem(fieldWords(m_mapping.kind, field), static_cast<int>(field));
    if (m_mapping.kind == ImportKind::accounts)
        box->addItem(tr("New: %1").arg(column.header), newField);
    box->setCurrentIndex(box->findData(column.target == MappedColumn::Target::field    ? static_cast<int>(column.field)
                                       : column.target == MappedColumn::Target::custom ? newField
                                                                                       : doNotImport));
    setCellWidget(row, Field, box);
    connect(box, &QComboBox::currentIndexChanged, this, [this, row, box] { choose(row, box->currentData().toInt()); });
    auto *filled = new MeterBar;
    filled->setShare(column.filledShare, percentText(column.filledShare), column.filledShare < 0.5 ? Tone::warn : Tone::secondary);
    setCellWidget(row, Filled, filled);
    showState(row);
}

void MappingTable::showState(int row)
{
    const MappedColumn &column = m_mapping.columns[static_cast<std::size_t>(row)];
    const bool used = column.target != MappedColumn::Target::ignored;
    item(row, ReadAs)->setText(column.target == MappedColumn::Target::field ? fieldReading(m_mapping.kind, column.field) : used ? tr("text") : QString());
    item(row, InFile)->setData(ToneRole, used ? QVariant() : QVariant(int(Tone::muted)));
    item(row, State)->setData(IconNameRole, column.target == MappedColumn::Target::custom ? QStringLiteral("add") : used ? QStringLiteral("check") : QStringLiteral("slash"));
    item(row, State)->setData(ToneRole, int(column.target == MappedColumn::Target::field ? Tone::good : Tone::muted));
}

// A field has one column: the one that had it before is left out.
void MappingTable::choose(int row, int choice)
{
    if (m_showing)
        return;
    MappedColumn &column = m_mapping.columns[static_cast<std::size_t>(row)];
    if (choice == doNotImport) {
        column.target = MappedColumn::Target::ignored;
    } else if (choice == newField) {
        column.target = MappedColumn::Target::custom;
        column.customLabel = column.header;
    } else {
        column.target = MappedColumn::Target::field;
        column.field = static_cast<std::size_t>(choice);
        for (int other = 0; other < rowCount(); ++other) {
            MappedColumn &rival = m_mapping.columns[static_cast<std::size_t>(other)];
            if (other == row || rival.target != MappedColumn::Target::field || rival.field != column.field)
                continue;
            rival.target = MappedColumn::Target::ignored;
            m_showing = true;
            auto *box = static_cast<QComboBox *>(cellWidget(other, Field));
            box->setCurrentIndex(box->findData(doNotImport));
            m_showing = false;
            showState(other);
        }
    }
    showState(row);
    Q_EMIT edited();
}

int MappingTable::mapped() const
{
    return static_cast<int>(std::count_if(m_mapping.columns.begin(), m_mapping.columns.end(),
                                          [](const MappedColumn &column) { return column.target != MappedColumn::Target::ignored; }));
}

int MappingTable::custom() const
{
    return static_cast<int>(std::count_if(m_mapping.columns.begin(), m_mapping.columns.end(),
                                          [](const MappedColumn &column) { return column.target == MappedColumn::Target::custom; }));
}

} // namespace dimsum
