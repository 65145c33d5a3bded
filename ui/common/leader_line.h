// "Name ......... 4,800": text, dotted leader, DemiBold amount.
#pragma once

#include <QWidget>

namespace dimsum {

class LeaderLine : public QWidget
{
    Q_OBJECT
public:
    explicit LeaderLine(const QString &name, const QString &amount, QWidget *parent = nullptr);

    void setLine(const QString &name, const QString &amount);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name, m_amount;
};

} // namespace dimsum
