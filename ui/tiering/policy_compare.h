// Two policies side by side over the same accounts: the one in force, the draft on the page, kept drafts, versions of
// before. What differs in the rules, what each makes of the tiers, and who would be somewhere else. GUI thread; the
// counting is done on the session's.
#pragma once

#include "service/policy_drafts.h"
#include "ui/page_context.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;

namespace dimsum {

class FigureTable;

class PolicyCompare : public QDialog
{
    Q_OBJECT

public:
    // `draft`: what the page holds, if it differs from the policy in force.
    PolicyCompare(PageContext context, std::shared_ptr<const Snapshot> snapshot, std::optional<TierPolicy> draft, QWidget *parent = nullptr);

    const FigureTable *tiers() const { return m_tiers; }
    const FigureTable *accounts() const { return m_accounts; }

Q_SIGNALS:
    void useWanted(const dimsum::TierPolicy &policy); // take the second one as the draft

private:
    struct Choice {
        QString name;
        TierPolicy policy;
    };
    void offer(const std::vector<PolicyDraft> &drafts, const std::vector<std::pair<std::int64_t, TierPolicy>> &versions);
    void compareSoon();
    void show(const PolicyComparison &comparison);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    QList<Choice> m_choices;
    QComboBox *m_first, *m_second;
    QLabel *m_changes, *m_summary;
    FigureTable *m_tiers, *m_accounts;
    quint64 m_asked = 0; // counts comparisons: only the newest is shown
};

} // namespace dimsum
