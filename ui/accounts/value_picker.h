// Values of one field to tick, with how many accounts have each; a search on top. For "Industry is …" of the filter.
#pragma once

#include "domain/columns.h"

#include <QDialog>
#include <QStringList>

class QListWidget;
class QPushButton;

namespace dimsum {

class ValuePicker : public QDialog
{
    Q_OBJECT

public:
    // Parts of ';' lists are offered one by one. `chosen` are the labels ticked at first.
    ValuePicker(const QString &field, const FieldColumn &column, const QStringList &chosen, QWidget *parent = nullptr);

    // In the order of the list; call after accept().
    QStringList values() const;

private:
    void fill(const FieldColumn &column, const QStringList &chosen);

    QListWidget *m_list;
    QPushButton *m_ok;
};

} // namespace dimsum
