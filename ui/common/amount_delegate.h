// A number that is typed plainly and shown grouped: 45717.5 as "45,717.5". Grouping that a person types is taken out
// before it is stored, in the way of the language in force. GUI thread.
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum {

class AmountDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    QString displayText(const QVariant &value, const QLocale &locale) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

// "1,234.50" of the language in force as "1234.50"; what is no number stays as it is, for the rule that refuses it.
QString plainAmount(const QString &typed, const QLocale &locale = QLocale());

} // namespace dimsum
