#include "ui/common/amount_delegate.h"

#include <QLineEdit>
#include <QLocale>

namespace dimsum {

QString plainAmount(const QString &typed, const QLocale &locale)
{
    const QString text = typed.trimmed();
    bool plain = false;
    QLocale::c().toDouble(text, &plain);
    if (plain && !text.contains(QLocale::c().groupSeparator()))
        return text;
    bool number = false;
    locale.toDouble(text, &number);
    if (!number)
        return text;
    // Digits as typed: a double would lose some of a long amount.
    QString amount = text;
    amount.remove(locale.groupSeparator());
    amount.replace(locale.decimalPoint(), QStringLiteral("."));
    return amount;
}

QString AmountDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    const QString text = value.toString();
    bool number = false;
    const double amount = QLocale::c().toDouble(text, &number);
    if (!number)
        return RowDelegate::displayText(value, locale);
    const qsizetype dot = text.indexOf(u'.');
    return locale.toString(amount, 'f', dot < 0 ? 0 : static_cast<int>(text.size() - dot - 1));
}

void AmountDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, plainAmount(line->text()));
    else
        RowDelegate::setModelData(editor, model, index);
}

} // namespace dimsum
