#include "qt/menu_account_model.h"

#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "qt/roles.h"

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::size_t mostListed = 2000; // nobody scrolls further; the search finds the rest

QString textAt(const TextColumn &column, std::uint32_t row)
{
    const std::string_view text = column.at(row);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

MenuAccountModel::MenuAccountModel(QObject *parent) : QAbstractListModel(parent) {}

void MenuAccountModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    m_drafts.clear();
    rebuild();
}

void MenuAccountModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    rebuild();
}

void MenuAccountModel::keep(AccountId account)
{
    m_kept = account;
    if (account.valid() && rowOf(account) < 0)
        rebuild();
}

void MenuAccountModel::setDraft(AccountId account, int plays, Money total)
{
    m_drafts.insert(account.value, {plays, total});
    if (const int row = rowOf(account); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

std::vector<std::uint32_t> MenuAccountModel::rows() const
{
    std::vector<std::uint32_t> found;
    if (!m_snapshot)
        return found;
    const auto named = [this](std::uint32_t row) {
        return m_filter.isEmpty() || textAt(m_snapshot->accounts.name, row).contains(m_filter, Qt::CaseInsensitive)
               || textAt(m_snapshot->accounts.domain, row).contains(m_filter, Qt::CaseInsensitive);
    };
    const auto kept = m_snapshot->row(m_kept);
    for (const std::uint32_t row : m_snapshot->byPriority) {
        const bool ordering = m_snapshot->tiers[row] != Tier::none || m_snapshot->orderSummaries[row].open > 0
                              || m_snapshot->orderSummaries[row].drafted > 0;
        if ((ordering || !m_filter.isEmpty()) && named(row))
            found.push_back(row);
        if (found.size() == mostListed)
            break;
    }
    if (kept && std::find(found.begin(), found.end(), *kept) == found.end())
        found.insert(found.begin(), *kept);
    return found;
}

void MenuAccountModel::rebuild()
{
    std::vector<std::uint32_t> now = rows();
    if (now == m_rows) { // nothing jumps while boxes are ticked
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(now);
    endResetModel();
}

AccountId MenuAccountModel::accountAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_snapshot->accounts.id[m_rows[static_cast<std::size_t>(row)]] : AccountId{};
}

int MenuAccountModel::rowOf(AccountId account) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_snapshot->accounts.id[m_rows[i]] == account)
            return static_cast<int>(i);
    }
    return -1;
}

int MenuAccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_snapshot ? 0 : static_cast<int>(m_rows.size());
}

MenuAccountModel::Draft MenuAccountModel::draftOf(std::uint32_t row) const
{
    const auto ticked = m_drafts.constFind(m_snapshot->accounts.id[row].value);
    if (ticked != m_drafts.cend())
        return *ticked;
    return {m_snapshot->orderSummaries[row].drafted, m_snapshot->orderSummaries[row].draftTotal};
}

QString MenuAccountModel::secondLine(std::uint32_t row) const
{
    const OrderSummary &orders = m_snapshot->orderSummaries[row];
    const Draft draft = draftOf(row);
    if (draft.plays > 0)
        return tr("draft slip, %1").arg(amountText(draft.total, m_snapshot->settings.currency));
    if (orders.overdue > 0)
        return tr("%1 open, %2 overdue").arg(orders.open).arg(orders.overdue);
    if (orders.open > 0)
        return tr("%n open order(s)", nullptr, orders.open);
    if (m_snapshot->holdOut[row] != 0)
        return tr("hold-out: no plays");
    if (const TierPin *pin = m_snapshot->pin(row))
        return tr("pinned until %1").arg(dayText(pin->until));
    if (m_snapshot->tiers[row] == Tier::none)
        return tr("in no tier");
    return orders.all > 0 ? tr("nothing open") : tr("no play yet");
}

QVariant MenuAccountModel::secondTone(std::uint32_t row) const
{
    const OrderSummary &orders = m_snapshot->orderSummaries[row];
    if (draftOf(row).plays == 0 && orders.overdue > 0)
        return int(Tone::red);
    return draftOf(row).plays == 0 && orders.all == 0 && m_snapshot->tiers[row] != Tier::none ? QVariant(int(Tone::warn)) : QVariant();
}

QVariant MenuAccountModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const std::uint32_t row = m_rows[static_cast<std::size_t>(index.row())];
    const QString name = textAt(m_snapshot->accounts.name, row);
    switch (role) {
    case Qt::DisplayRole:
        return name.isEmpty() ? textAt(m_snapshot->accounts.domain, row) : name;
    case SecondLineRole:
        return secondLine(row);
    case SecondToneRole:
        return secondTone(row);
    case TierRole:
        return int(tierIndex(m_snapshot->tiers[row]));
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(name, tierWords(m_snapshot->tiers[row]), secondLine(row));
    default:
        return {};
    }
}

} // namespace dimsum
