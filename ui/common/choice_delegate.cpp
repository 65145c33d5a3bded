#include "ui/common/choice_delegate.h"

#include <QComboBox>
#include <QTimer>

#include <algorithm>

namespace dimsum {

ChoiceDelegate::ChoiceDelegate(QStringList choices, QObject *parent) : RowDelegate(parent), m_choices(std::move(choices)) {}

QWidget *ChoiceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *box = new QComboBox(parent);
    box->addItems(m_choices);
    // Chosen is done: nobody wants to press Enter after a click.
    auto *self = const_cast<ChoiceDelegate *>(this); // signals of a delegate are not const
    connect(box, &QComboBox::activated, self, [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    QTimer::singleShot(0, box, &QComboBox::showPopup);
    return box;
}

void ChoiceDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = qobject_cast<QComboBox *>(editor);
    box->setCurrentIndex(std::max(0, box->findText(index.data(Qt::EditRole).toString())));
}

void ChoiceDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, qobject_cast<QComboBox *>(editor)->currentText());
}

} // namespace dimsum
