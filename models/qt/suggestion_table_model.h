// What the best customers have more often than the market, with lift, interval and q: to adopt one by one.
#pragma once

#include "domain/icp_learning.h"

#include <QAbstractTableModel>

#include <vector>

namespace dimsum {

class SuggestionTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Condition, Lift, Best, IntervalColumn, Market, QValue, Weight, ColumnCount };

    explicit SuggestionTableModel(QObject *parent = nullptr);

    void setSuggestions(std::vector<SuggestedCriterion> suggestions);
    const SuggestedCriterion &suggestion(int row) const { return m_suggestions[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SuggestedCriterion> m_suggestions;
};

} // namespace dimsum
