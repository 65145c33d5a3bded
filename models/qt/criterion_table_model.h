// The criteria of the ICP as a table: what is asked, how much it weighs, and how the accounts answer.
#pragma once

#include "service/snapshot.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace dimsum {

class CriterionTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Condition, Weight, MustHave, Yes, No, Unknown, ColumnCount };

    explicit CriterionTableModel(QObject *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    // Changes nothing here: tells what is wanted; the next snapshot brings it.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void weightWanted(int row, int weight);

private:
    struct Answers {
        qint64 yes = 0, no = 0, unknown = 0;
    };
    std::shared_ptr<const Snapshot> m_snapshot;
    std::vector<Answers> m_answers; // one per criterion
};

// "Industry is one of Logistics, Retail"; "Employees from 20"; in the words of the language.
QString criterionText(const Criterion &criterion);
// "Annual revenue": the name of a field for people; a custom field keeps its header.
QString fieldTitle(IcpField field, const std::string &customLabel = {});
QString testTitle(CriterionTest test);

} // namespace dimsum
