// One condition of a filter, "field operator value", with a cross; or a dashed chip that adds; or a toggle chip.
#pragma once

#include <QAbstractButton>

namespace dimsum {

class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind { condition, add, toggle };

    // A condition: click edits it, the cross (or Delete) asks for its removal.
    Chip(const QString &field, const QString &operation, const QString &value, QWidget *parent = nullptr);
    // A chip that adds (dashed) or a checkable one with an icon and a word.
    Chip(Kind kind, const QString &text, const QString &iconName = {}, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removalRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRect crossRect() const;

    Kind m_kind;
    QString m_field, m_operation, m_value, m_iconName;
};

} // namespace dimsum
