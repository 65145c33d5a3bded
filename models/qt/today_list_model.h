// The list of the Today page: actions under the headings Today, This week, Later, in the words of the language.
#pragma once

#include "service/today_list.h"

#include <QAbstractListModel>
#include <QString>

#include <memory>
#include <vector>

namespace dimsum {

class TodayListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    // Display is the verb ("Respond to"), SecondLineRole the explanation, TagRole the kind, TierRole and DeadlineRole
    // as everywhere; these are its own:
    enum Role : int {
        HeadingRole = Qt::UserRole + 1, // bool: the row is a heading, CountRole its number of actions
        SubjectRole,                    // QString: the account's name
        WhenRole,                       // QString: "today", "Thu 19 Feb"
        WhenNoteRole,                   // QString: "was due 17 Feb", "1 day"
        ButtonRole,                     // QString: what the button of the row says
        ButtonIconRole                  // QString: its icon
    };

    explicit TodayListModel(QObject *parent = nullptr);

    // `owner`: folded name of the owner whose accounts count; empty for all.
    // `board`: the insights of this very snapshot, or null.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot, const std::string &owner,
                     std::shared_ptr<const InsightBoard> board = nullptr);

    // Null for a heading.
    const TodayAction *action(int row) const;
    int actionCount() const { return static_cast<int>(m_actions.size()); }
    int dueToday() const;
    QString accountName(std::uint32_t row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        int action = -1; // index, or -1 for a heading
        QString heading = {};
        int count = 0;
    };
    void addSection(const QString &heading, Day from, Day to);
    QString verb(const TodayAction &action) const;
    QString explanation(const TodayAction &action) const;
    QString when(const TodayAction &action) const;
    QString whenNote(const TodayAction &action) const;

    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const InsightBoard> m_board; // what the actions point into
    std::vector<TodayAction> m_actions;
    std::vector<Line> m_lines;
};

} // namespace dimsum
