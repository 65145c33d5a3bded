// The pages at the left edge: icon over word, the number that waits for a person, settings at the foot.
// Below 1024 pixels of window width it shows icons only. Two lists, so that arrows and screen readers work as in any.
#pragma once

#include <QHash>
#include <QString>
#include <QWidget>

class QListView;
class QStandardItem;
class QStandardItemModel;

namespace dimsum {

class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    enum class Stand { top, foot };
    void addPage(const QString &id, const QString &title, const QString &iconName, Stand stand);
    void setTitle(const QString &id, const QString &title);
    void setBadge(const QString &id, int count);
    void setPageEnabled(const QString &id, bool enabled);
    // Marks the page; an unknown id marks none. Emits nothing.
    void setCurrent(const QString &id);
    QString current() const { return m_current; }
    void setIconsOnly(bool iconsOnly);
    bool iconsOnly() const { return m_iconsOnly; }

Q_SIGNALS:
    void pageChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QListView *makeList(QStandardItemModel *model);
    void updateWidths();
    void choose(const QString &id);

    QStandardItemModel *m_topModel;
    QStandardItemModel *m_footModel;
    QListView *m_top;
    QListView *m_foot;
    QHash<QString, QStandardItem *> m_items;
    QString m_current;
    bool m_iconsOnly = false;
    bool m_marking = false; // the selection is being set by us
};

} // namespace dimsum
