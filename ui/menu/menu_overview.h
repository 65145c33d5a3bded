// The menu editor of marketing: every play with status, tiers, price, places, to write, change, copy and retire; which
// tier offers it is ticked in the list. Envelopes with their limits. Approve, load, save, go on to the next program.
// Every change is a version of the menu, saved at once and undone in one step.
#pragma once

#include "ui/page_context.h"

#include "domain/menu.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QStandardItem;
class QStandardItemModel;
class QTableView;

namespace dimsum {

class MessagePanel;
class TierMenus;
struct Snapshot;

class MenuOverview : public QDialog
{
    Q_OBJECT

public:
    explicit MenuOverview(PageContext context, QWidget *parent = nullptr);

    QTableView *plays() const { return m_table; }
    QTableView *envelopes() const { return m_envelopeTable; }
    TierMenus *tierMenus() const { return m_tierMenus; }
    // The dialog for a play; null: a new one. `copy`: begins as the play, under another code.
    void edit(const Play *play, bool copy = false);

private:
    void fill(const Snapshot &snapshot);
    void approve();
    void store(Menu menu);
    const Play *current() const;
    void editCurrent(bool copy);
    void retireCurrent();
    void takeTick(QStandardItem *item);
    void takeLimit(QStandardItem *item);
    void takeDrop(const QString &code, int from, int to);
    void addEnvelope();
    void removeEnvelope();
    void editProgram();
    void nextProgram();
    void load();
    void save();
    void tell(const QString &text);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    bool m_filling = false;
    QTableView *m_table, *m_envelopeTable;
    TierMenus *m_tierMenus;
    QPushButton *m_edit, *m_copy, *m_retire;
    QStandardItemModel *m_plays, *m_limits;
    MessagePanel *m_message;
    QPushButton *m_approve;
};

} // namespace dimsum
