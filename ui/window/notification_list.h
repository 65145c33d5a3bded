// What the window has told since it was opened, newest first: the list behind the bell. Nothing said is lost with
// the moment it was shown (design-language.md section 5).
#pragma once

#include "qt/roles.h"

#include <QDateTime>
#include <QFrame>

class QListView;
class QStandardItemModel;

namespace dimsum {

class NotificationList : public QFrame
{
    Q_OBJECT

public:
    explicit NotificationList(QWidget *parent = nullptr);

    void add(Tone tone, const QString &text, const QDateTime &at);
    int unread() const { return m_unread; }
    int count() const;
    // Drops below `anchor` and counts everything as read.
    void popUp(const QWidget *anchor);

Q_SIGNALS:
    void unreadChanged(int unread);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStandardItemModel *m_model;
    QListView *m_list;
    int m_unread = 0;
};

} // namespace dimsum
