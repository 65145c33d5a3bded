// The accounts of a snapshot as a table. Filter and sort are permutations of row numbers (architecture.md section 3):
// data() reads columns of the snapshot and never computes more than the cell.
#pragma once

#include "qt/account_query.h"
#include "service/today_list.h"

#include <QAbstractTableModel>
#include <QDeadlineTimer>
#include <QHash>

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace dimsum {

// Sums over the rows that the table shows; what the totals row says.
struct AccountTotals {
    std::int64_t accounts = 0;
    std::optional<double> meanPriority = {}, meanFit = {}; // nothing without an ICP or without rows
    std::int64_t intentSurges = 0, engagementSurges = 0;
    Money acv = {}; // of the known ones
    std::int64_t unknownAcv = 0;
    std::int64_t openOrders = 0, overdueOrders = 0;
    std::int64_t dueToday = 0; // next actions with a deadline up to today
    std::array<std::int64_t, 4> tiers{}; // by tierIndex
};

class AccountTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // Custom fields follow after ColumnCount, in the order of the frame.
    enum Column {
        Name, TierColumn, Priority, Fit, Intent, Engagement, Acv, Open, NextAction, Owner, // shown at first
        Domain, ExternalId, Industry, Country, Region, Employees, Customers, AnnualRevenue, Technologies, Maturity,
        Budget, Funding, LastActivity, Contacts, ProposedTier, Rule, Reasons, WonDeals, OpenDeals,
        ColumnCount
    };
    Q_ENUM(Column)

    explicit AccountTableModel(QObject *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    const Snapshot *snapshot() const { return m_snapshot.get(); }
    void setQuery(const AccountQuery &query);
    const AccountQuery &query() const { return m_query; }

    // Row of the snapshot behind a row of the table.
    std::uint32_t accountRow(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    AccountId accountAt(int row) const; // none for a row that is not there
    // Row of the table that shows the account; -1 where the filter hides it.
    int rowOf(AccountId account) const;
    // The column is shown unless the person chose otherwise.
    static bool shownByDefault(int column) { return column <= Owner; }

    // What editing calls the column: its canonical name ("industry") or the header of a custom field. Empty for
    // columns that are computed or the key.
    QString fieldOfColumn(int column) const;
    // The cell as a person edits it: no grouping, empty = unknown.
    QString editText(int row, int column) const;
    // The cell carries the mark of a change by hand until it reads as before again, at most five minutes.
    void markChanged(AccountId account, int column);

    // Of the rows shown; counted once per snapshot and query.
    const AccountTotals &totals() const { return m_totals; }
    // The most urgent action of the Today list for the account of a row; null if there is none.
    const TodayAction *nextAction(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    // Changes nothing here: tells what is wanted; the next snapshot brings it.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void editWanted(dimsum::AccountId account, int column, const QString &text);

private:
    struct Change {
        QString before;
        QDeadlineTimer until;
    };
    void sortAll();
    void runQuery();
    void countTotals();
    std::vector<std::uint32_t> keptRows() const;
    const std::vector<double> &nameRanks() const;
    // Of the sorted column, by row of the snapshot; NaN = unknown, always last.
    std::vector<double> sortNumbers() const;
    std::vector<double> computedNumbers() const;
    std::vector<double> textNumbers() const;
    QString text(std::uint32_t row, int column) const;
    QVariant mark(std::uint32_t row, int column, int role) const;
    QVariant tone(std::uint32_t row, int column) const;
    QString accessibleText(std::uint32_t row, int column) const;
    QString disqualifiedBy(std::uint32_t row) const; // empty if it is not
    QString plainText(std::uint32_t row, int column) const;
    bool changed(std::uint32_t row, int column) const;
    const FieldColumn *field(int column) const;
    const MoneyColumn *money(int column) const;
    bool unknown(std::uint32_t row, int column) const;
    const TodayAction *actionOf(std::uint32_t row) const;
    static bool rightAligned(int column);

    std::shared_ptr<const Snapshot> m_snapshot;
    AccountQuery m_query;
    std::vector<std::uint32_t> m_order; // all rows of the snapshot as sorted
    std::vector<std::uint8_t> m_kept;   // by row of the snapshot: 1 where the query keeps it
    std::vector<std::uint32_t> m_rows;  // those of m_order that are kept
    std::vector<TodayAction> m_actions;
    std::vector<std::int32_t> m_actionOf;    // by snapshot row: index into m_actions, -1 for none
    mutable std::vector<double> m_nameRanks; // by snapshot row, worked out when first sorted by name
    AccountTotals m_totals;
    int m_customColumns = 0;
    QHash<std::pair<std::int64_t, int>, Change> m_changes; // by account id and column
    int m_sortColumn = Priority;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

// The action in the few words of a table cell: "Respond to surge".
QString nextActionText(const TodayAction &action);

} // namespace dimsum
