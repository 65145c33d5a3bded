// The orders of a snapshot as a table: filtered and sorted as a permutation of row numbers, so that list, counts and
// (later) the board read one query.
#pragma once

#include "service/snapshot.h"

#include <QAbstractTableModel>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace dimsum {

// What the filter row of the orders page asks; every part that is set must hold.
struct OrderQuery {
    QString text = {}; // in account, play, team, person or number; folded
    std::optional<OrderState> state = {};
    std::optional<int> tier = {}; // when placed; 0 = none
    QString team = {};
    AccountId account = {};
    std::optional<int> dueWithin = {};  // days from today, late ones among them
    std::optional<int> askedWithin = {}; // days before today, at most
    std::optional<int> askedBefore = {}; // days before today, at least
    bool openOnly = false;
    bool overdueOnly = false;
    bool toDecideOnly = false; // requested, waiting for marketing
    bool waitingOnly = false;  // waiting on rep

    int conditions() const; // how many parts are set, the text among them
    // JSON for saved views (the account apart, which is a place and no condition); nothing for another text.
    QByteArray toJson() const;
    static std::optional<OrderQuery> fromJson(const QByteArray &json);
    friend bool operator==(const OrderQuery &, const OrderQuery &) = default;
};

class OrderTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Account, TierColumn, Play, State, Price, Due, Team, RequestedBy, Requested, ColumnCount };
    Q_ENUM(Column)

    explicit OrderTableModel(QObject *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void setQuery(const OrderQuery &query);
    const OrderQuery &query() const { return m_query; }

    // Null for a row that is not there. Valid until the next setSnapshot().
    const OrderRow *order(int row) const;
    // The row that shows the order, -1 where the filter hides it.
    int rowOf(const std::string &orderId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    bool matches(const OrderRow &order) const;
    void rebuild();
    QVariant text(const OrderRow &order, int column) const;
    QVariant sortValue(const OrderRow &order, int column) const;

    std::shared_ptr<const Snapshot> m_snapshot;
    OrderQuery m_query;
    std::vector<std::uint32_t> m_rows; // indexes into Snapshot::orders
    int m_sortColumn = Due;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

// The state in words of the user's language, its icon and tone; waiting names where it came from.
QString orderStateText(OrderState state);
QString orderStateIcon(OrderState state);

} // namespace dimsum
