// Paints the rows of the dim sum card: course bands and dishes with box, red tick, price, date, places, roles.
#pragma once

#include "qt/dish_model.h"

#include <QStyledItemDelegate>

namespace dimsum {

// Where the parts of a dish stand in a row of some width; shared with the head of the card.
struct DishColumns {
    int box = 0, name = 0, nameRight = 0, priceRight = 0, readyRight = 0, leadRight = 0, capacity = 0, capacityRight = 0;
    int roles = 0, roleWidth = 0;

    static DishColumns of(int width, const QFontMetrics &metrics);
};

class DishDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    DishDelegate(const DishModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    void paintDish(QPainter *painter, const QStyleOptionViewItem &option, const Dish &dish) const;

    const DishModel &m_model;
};

// The head above the dishes: names of the columns, roles with the silent ones in bold.
class DishHead : public QWidget
{
    Q_OBJECT

public:
    explicit DishHead(const DishModel &model, QWidget *parent = nullptr);

    void setCurrencySign(const QString &sign);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const DishModel &m_model;
    QString m_sign;
};

} // namespace dimsum
