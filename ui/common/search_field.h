// Line edit with a magnifier, a clear cross and its shortcut as a key cap; Esc clears, then leaves.
#pragma once

#include <QLineEdit>

class QAction;

namespace dimsum {

class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, const QString &keyCap = {}, QWidget *parent = nullptr);

Q_SIGNALS:
    void left(); // Esc in an empty field

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_keyCap;
    QAction *m_magnifier;
};

} // namespace dimsum
