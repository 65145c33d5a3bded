// The accounts a rep may order for, by priority: name, and what stands with each one in a second line.
#pragma once

#include "service/snapshot.h"

#include <QAbstractListModel>
#include <QHash>

#include <memory>
#include <vector>

namespace dimsum {

class MenuAccountModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit MenuAccountModel(QObject *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void setFilter(const QString &text); // in name or domain
    // The slip as ticked right now: newer than the snapshot knows it.
    void setDraft(AccountId account, int plays, Money total);

    AccountId accountAt(int row) const; // none for a row that is not there
    int rowOf(AccountId account) const; // -1 where it is not listed
    // An account that is in no tier is listed only while it is looked at.
    void keep(AccountId account);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Draft {
        int plays = 0;
        Money total;
    };
    void rebuild();
    std::vector<std::uint32_t> rows() const;
    QString secondLine(std::uint32_t row) const;
    QVariant secondTone(std::uint32_t row) const;
    Draft draftOf(std::uint32_t row) const;

    std::shared_ptr<const Snapshot> m_snapshot;
    QString m_filter;
    AccountId m_kept;
    QHash<std::int64_t, Draft> m_drafts; // by account id
    std::vector<std::uint32_t> m_rows;   // of the snapshot
};

} // namespace dimsum
