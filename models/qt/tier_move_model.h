// Who would move if the draft policy were applied: account, badge to badge, why, priority, ACV, open orders.
#pragma once

#include "service/snapshot.h"
#include "service/tiering_service.h"

#include <QAbstractTableModel>

#include <array>
#include <memory>
#include <vector>

namespace dimsum {

// Up: towards Tier 1; capacity: only the lack of places moves the account; pinned: accounts that their pin keeps.
enum class MoveGroup : std::uint8_t { all, up, down, capacity, pinned };

class TierMoveModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Account, Move, Why, Priority, Acv, Orders, ColumnCount };

    explicit TierMoveModel(QObject *parent = nullptr);

    void setPreview(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const TieringPreview> preview);
    // Calls change(), which may change the preview that is shown.
    template <class Change>
    void changePreview(const Change &change)
    {
        beginResetModel();
        change();
        rebuild();
        endResetModel();
    }
    void setGroup(MoveGroup group);
    MoveGroup group() const { return m_group; }
    std::int64_t count(MoveGroup group) const { return m_counts[static_cast<std::size_t>(group)]; }
    // None for a row that is not there.
    AccountId accountAt(int row) const;
    // Open orders of the accounts that move: they get the mark "tier changed".
    std::int64_t openOrders() const { return m_preview ? m_preview->picture.openOrders : 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Line {
        double key = 0;        // of the column sorted by, where that is a number
        std::uint32_t row = 0; // of the snapshot
        bool pinned = false;   // its pin keeps it where it is
    };
    Tier from(const Line &line) const;
    Tier to(const Line &line) const;
    void rebuild();
    template <class Use>
    void withKey(const Use &use) const;
    template <class Key>
    void keepFirst(std::size_t wanted, const Key &key) const;
    bool sortsByText() const;
    bool before(const Line &a, const Line &b) const; // by key
    void sortLines(std::size_t wanted) const;
    const Line &line(int row) const;
    template <class Take>
    void eachLine(const Take &take) const;
    template <class Take>
    void eachMove(std::size_t begin, std::size_t end, const Take &take) const;
    bool belongs(const Line &line, MoveGroup group) const;
    QString why(const Line &line) const;
    QString text(const Line &line, int column) const;

    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const TieringPreview> m_preview;
    // A slider moves hundreds of thousands of lines at every step and shows fifteen: here are the first ones of the group in
    // their order, as far as somebody has asked for them.
    mutable std::vector<Line> m_lines;
    std::vector<Line> m_pinned;
    std::array<std::int64_t, 5> m_counts{};
    MoveGroup m_group = MoveGroup::all;
    int m_sortColumn = Priority;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace dimsum
