// What was applied: when, by whom, under which policy, with which note, how many accounts moved; and the tiers as they
// were on any day. Read on the session's thread. GUI thread.
#pragma once

#include "service/policy_drafts.h"
#include "ui/page_context.h"

#include <QDialog>

class QDateEdit;
class QLabel;

namespace dimsum {

class FigureTable;

class PolicyHistory : public QDialog
{
    Q_OBJECT

public:
    PolicyHistory(PageContext context, std::shared_ptr<const Snapshot> snapshot, QWidget *parent = nullptr);

    const FigureTable *applications() const { return m_applications; }
    const FigureTable *since() const { return m_since; }
    QDateEdit *day() const { return m_day; }

private:
    void read();
    void readDay();
    void show(const TiersOfDay &tiers);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    FigureTable *m_applications, *m_since;
    QDateEdit *m_day;
    QLabel *m_counts;
    quint64 m_asked = 0; // counts days: only the newest is shown
};

} // namespace dimsum
