#include "qt/suggestion_table_model.h"

#include "qt/criterion_table_model.h"
#include "qt/display_text.h"
#include "qt/roles.h"

namespace dimsum {

SuggestionTableModel::SuggestionTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void SuggestionTableModel::setSuggestions(std::vector<SuggestedCriterion> suggestions)
{
    beginResetModel();
    m_suggestions = std::move(suggestions);
    endResetModel();
}

int SuggestionTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_suggestions.size());
}

int SuggestionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SuggestionTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SuggestedCriterion &s = suggestion(index.row());
    const auto share = [](std::int64_t part, std::int64_t whole) { return whole == 0 ? 0.0 : double(part) / double(whole); };
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == Condition || index.column() == IntervalColumn ? Qt::AlignLeft : Qt::AlignRight));
    if (role == IntervalRole && index.column() == IntervalColumn) {
        IntervalMark mark;
        mark.low = s.wilson.low;
        mark.high = s.wilson.high;
        mark.point = share(s.bestMatch, s.bestKnown);
        mark.zero = share(s.tamMatch, s.tamKnown); // the market's share: what the interval must clear
        mark.scaleMin = 0;
        mark.scaleMax = 1;
        mark.proven = s.wilson.low > mark.zero;
        return QVariant::fromValue(mark);
    }
    if (role == Qt::ToolTipRole)
        return tr("%1: %2 of %3 best customers, %4 of %5 in the market, Fisher p %6")
            .arg(criterionText(s.criterion), countText(s.bestMatch), countText(s.bestKnown), countText(s.tamMatch),
                 countText(s.tamKnown), QString::number(s.p, 'g', 3));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Condition:
        return criterionText(s.criterion);
    case Lift:
        return tr("%1 ×").arg(numberText(s.lift, 2));
    case Best:
        return tr("%1 (%2 of %3)").arg(percentText(share(s.bestMatch, s.bestKnown)), countText(s.bestMatch), countText(s.bestKnown));
    case Market:
        return percentText(share(s.tamMatch, s.tamKnown));
    case QValue:
        return QString::number(s.q, 'g', 2);
    case Weight:
        return s.criterion.weight;
    default:
        return {};
    }
}

QVariant SuggestionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Condition || section == IntervalColumn ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Condition:
        return tr("Best customers more often have");
    case Lift:
        return tr("Lift");
    case Best:
        return tr("Among the best");
    case IntervalColumn:
        return tr("95 % interval");
    case Market:
        return tr("In the market");
    case QValue:
        return tr("q");
    case Weight:
        return tr("Weight");
    default:
        return {};
    }
}

} // namespace dimsum
