// Which column of the file means what: a row per column with its first values, a field to choose, how full it is.
#pragma once

#include "service/import_preview.h"

#include <QTableWidget>

namespace dimsum {

class MappingTable : public QTableWidget
{
    Q_OBJECT

public:
    enum Column { InFile, FirstValues, Field, ReadAs, Filled, State, ColumnCount };

    explicit MappingTable(QWidget *parent = nullptr);

    void setMapping(const ColumnMapping &mapping);
    const ColumnMapping &mapping() const { return m_mapping; }
    int mapped() const;
    int custom() const;

Q_SIGNALS:
    void edited(); // by the person

private:
    void addRow(int row);
    void choose(int row, int choice);
    void showState(int row);

    ColumnMapping m_mapping;
    bool m_showing = false;
};

} // namespace dimsum
