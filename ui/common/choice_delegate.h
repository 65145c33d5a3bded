// A cell that is edited by choosing one of a few words; the value kept under Qt::EditRole is the chosen word. GUI thread.
#pragma once

#include "ui/common/row_delegate.h"

#include <QStringList>

namespace dimsum {

class ChoiceDelegate : public RowDelegate
{
    Q_OBJECT
public:
    explicit ChoiceDelegate(QStringList choices, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    QStringList m_choices;
};

} // namespace dimsum
