#include "qt/order_table_model.h"

#include "qt/display_text.h"
#include "qt/roles.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace dimsum {

namespace {

Tone stateTone(const OrderRow &order)
{
    switch (order.standing.state) {
    case OrderState::requested:
    case OrderState::waitingOnRep:
        return Tone::warn;
    case OrderState::rejected:
        return Tone::red;
    case OrderState::delivered:
        return Tone::good;
    case OrderState::cancelled:
        return Tone::muted;
    case OrderState::approved:
    case OrderState::inProduction:
        break;
    }
    return Tone::secondary;
}

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

QString orderStateText(OrderState state)
{
    switch (state) {
    case OrderState::requested:
        return QCoreApplication::translate("OrderState", "requested");
    case OrderState::approved:
        return QCoreApplication::translate("OrderState", "approved");
    case OrderState::rejected:
        return QCoreApplication::translate("OrderState", "rejected");
    case OrderState::inProduction:
        return QCoreApplication::translate("OrderState", "in production");
    case OrderState::delivered:
        return QCoreApplication::translate("OrderState", "delivered");
    case OrderState::cancelled:
        return QCoreApplication::translate("OrderState", "cancelled");
    case OrderState::waitingOnRep:
        return QCoreApplication::translate("OrderState", "waiting on rep");
    }
    return {};
}

QString orderStateIcon(OrderState state)
{
    switch (state) {
    case OrderState::requested:
        return QStringLiteral("hourglass");
    case OrderState::approved:
        return QStringLiteral("approved");
    case OrderState::rejected:
        return QStringLiteral("error");
    case OrderState::inProduction:
        return QStringLiteral("steamer");
    case OrderState::delivered:
        return QStringLiteral("ok");
    case OrderState::cancelled:
        return QStringLiteral("ban");
    case OrderState::waitingOnRep:
        return QStringLiteral("waiting");
    }
    return {};
}

int OrderQuery::conditions() const
{
    return !text.isEmpty() + state.has_value() + tier.has_value() + !team.isEmpty() + account.valid() + dueWithin.has_value()
           + askedWithin.has_value() + askedBefore.has_value() + openOnly + overdueOnly + toDecideOnly + waitingOnly;
}

QByteArray OrderQuery::toJson() const
{
    QJsonObject object;
    const auto put = [&object](const char *name, const QJsonValue &value, bool given) {
        if (given)
            object.insert(QLatin1String(name), value);
    };
    put("text", text, !text.isEmpty());
    if (state)
        object.insert(QStringLiteral("state"), QString::fromLatin1(orderStateName(*state).data(), qsizetype(orderStateName(*state).size())));
    put("tier", tier.value_or(0), tier.has_value());
    put("team", team, !team.isEmpty());
    put("due_within", dueWithin.value_or(0), dueWithin.has_value());
    put("asked_within", askedWithin.value_or(0), askedWithin.has_value());
    put("asked_before", askedBefore.value_or(0), askedBefore.has_value());
    put("open", true, openOnly);
    put("overdue", true, overdueOnly);
    put("to_decide", true, toDecideOnly);
    put("waiting", true, waitingOnly);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<OrderQuery> OrderQuery::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    const auto number = [&object](const char *name) {
        const QJsonValue value = object.value(QLatin1String(name));
        return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
    };
    const auto set = [&object](const char *name) { return object.value(QLatin1String(name)).toBool(); };
    OrderQuery query;
    query.text = object.value(QLatin1String("text")).toString();
    query.state = parseOrderState(object.value(QLatin1String("state")).toString().toStdString());
    query.tier = number("tier");
    query.team = object.value(QLatin1String("team")).toString();
    query.dueWithin = number("due_within");
    query.askedWithin = number("asked_within");
    query.askedBefore = number("asked_before");
    query.openOnly = set("open");
    query.overdueOnly = set("overdue");
    query.toDecideOnly = set("to_decide");
    query.waitingOnly = set("waiting");
    return query;
}

OrderTableModel::OrderTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void OrderTableModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    rebuild();
    endResetModel();
}

void OrderTableModel::setQuery(const OrderQuery &query)
{
    if (query == m_query)
        return;
    beginResetModel();
    m_query = query;
    rebuild();
    endResetModel();
}

const OrderRow *OrderTableModel::order(int row) const
{
    if (!m_snapshot || row < 0 || row >= rowCount())
        return nullptr;
    return &m_snapshot->orders[m_rows[static_cast<std::size_t>(row)]];
}

int OrderTableModel::rowOf(const std::string &orderId) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_snapshot->orders[m_rows[row]].id == orderId)
            return static_cast<int>(row);
    }
    return -1;
}

int OrderTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OrderTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool OrderTableModel::matches(const OrderRow &order) const
{
    const OrderState state = order.standing.state;
    if (m_query.state && state != *m_query.state)
        return false;
    if (m_query.tier && order.tier != *m_query.tier)
        return false;
    if (m_query.account.valid() && order.account != m_query.account)
        return false;
    if (!m_query.team.isEmpty() && shown(order.ownerTeam) != m_query.team)
        return false;
    const Day today = m_snapshot->today;
    if (m_query.dueWithin && (!isOpen(state) || !order.due.known() || order.due > today + *m_query.dueWithin))
        return false;
    const Day asked = dayOfInstant(order.requestedAt, m_snapshot->settings.timeZone);
    if ((m_query.askedWithin && asked < today - *m_query.askedWithin) || (m_query.askedBefore && asked > today - *m_query.askedBefore))
        return false;
    if ((m_query.openOnly && !isOpen(state)) || (m_query.overdueOnly && !order.overdue)
        || (m_query.toDecideOnly && state != OrderState::requested)
        || (m_query.waitingOnly && state != OrderState::waitingOnRep))
        return false;
    if (m_query.text.isEmpty())
        return true;
    const QString wanted = m_query.text.toCaseFolded();
    const auto holds = [&wanted](const std::string &text) { return shown(text).toCaseFolded().contains(wanted); };
    return holds(order.accountName) || holds(order.accountDomain) || holds(order.playName) || holds(order.ownerTeam)
           || holds(order.requestedBy) || QString::number(order.number) == wanted;
}

void OrderTableModel::rebuild()
{
    m_rows.clear();
    if (!m_snapshot)
        return;
    for (std::uint32_t row = 0; row < m_snapshot->orders.size(); ++row) {
        if (matches(m_snapshot->orders[row]))
            m_rows.push_back(row);
    }
    const auto before = [this](std::uint32_t a, std::uint32_t b) {
        const QVariant left = sortValue(m_snapshot->orders[a], m_sortColumn);
        const QVariant right = sortValue(m_snapshot->orders[b], m_sortColumn);
        if (left.userType() == QMetaType::QString) {
            const int order = QString::localeAwareCompare(left.toString(), right.toString());
            return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
        }
        return m_sortOrder == Qt::AscendingOrder ? left.toLongLong() < right.toLongLong()
                                                 : left.toLongLong() > right.toLongLong();
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), before);
}

void OrderTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<std::uint32_t> shownBefore = m_rows;
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild();
    for (const QModelIndex &index : old) {
        const auto place = std::find(m_rows.begin(), m_rows.end(), shownBefore[static_cast<std::size_t>(index.row())]);
        changePersistentIndex(index, createIndex(static_cast<int>(place - m_rows.begin()), index.column()));
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QVariant OrderTableModel::sortValue(const OrderRow &order, int column) const
{
    switch (column) {
    case Number:
        return QVariant::fromValue<qlonglong>(order.number);
    case TierColumn:
        return QVariant::fromValue<qlonglong>(order.tier == 0 ? 4 : order.tier);
    case State:
        return QVariant::fromValue<qlonglong>(static_cast<int>(order.standing.state));
    case Price:
        return QVariant::fromValue<qlonglong>(order.price.minor);
    case Due: // what is still to do first, by date; the rest after it, the newest first
        if (!isOpen(order.standing.state))
            return QVariant::fromValue<qlonglong>(2'000'000'000'000'000LL - order.requestedAt);
        return QVariant::fromValue<qlonglong>(order.due.known() ? order.due.number : 1'000'000'000LL);
    case Requested:
        return QVariant::fromValue<qlonglong>(order.requestedAt);
    default:
        return text(order, column);
    }
}

QVariant OrderTableModel::text(const OrderRow &order, int column) const
{
    switch (column) {
    case Number:
        return QVariant::fromValue<qlonglong>(order.number);
    case Account:
        return shown(order.accountName.empty() ? order.accountDomain : order.accountName);
    case Play:
        return shown(order.playName);
    case State:
        return orderStateText(order.standing.state);
    case Price:
        return amountText(order.price, m_snapshot->settings.currency);
    case Due:
        if (order.standing.state == OrderState::delivered && order.deliveredAt)
            return tr("delivered %1").arg(instantText(*order.deliveredAt, m_snapshot->settings.timeZone));
        if (!isOpen(order.standing.state))
            return QString();
        if (order.overdue)
            return tr("%n day(s) late", nullptr, m_snapshot->today - order.due);
        return order.due.known() ? weekdayText(order.due) : tr("after approval");
    case Team:
        return shown(order.ownerTeam);
    case RequestedBy:
        return shown(order.requestedBy);
    case Requested:
        return instantText(order.requestedAt, m_snapshot->settings.timeZone);
    default:
        return {};
    }
}

QVariant OrderTableModel::data(const QModelIndex &index, int role) const
{
    const OrderRow *row = index.isValid() ? order(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, column);
    case SortRole:
        return sortValue(*row, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == Price || column == Number ? Qt::AlignRight : Qt::AlignLeft));
    case TierRole:
        return column == TierColumn ? QVariant(row->tier) : QVariant();
    case TagRole:
        if (column == Account && row->tierChanged())
            return row->tierNow == 0 ? tr("now none") : tr("now Tier %1").arg(row->tierNow);
        return column == State ? text(*row, column) : QVariant();
    case TagToneRole:
        return column == State ? QVariant(int(stateTone(*row))) : QVariant(int(Tone::bamboo));
    case IconNameRole:
        if (column == State)
            return orderStateIcon(row->standing.state);
        if (column == Due && row->overdue)
            return QStringLiteral("late");
        return {};
    case ToneRole:
        if (column == Due && row->overdue)
            return int(Tone::red);
        if (column == Due && isOpen(row->standing.state) && row->due.known() && row->due - m_snapshot->today <= 3)
            return int(Tone::warn);
        return int(!isOpen(row->standing.state) && column != Account ? Tone::secondary : Tone::plain);
    case Qt::AccessibleTextRole:
        if (column == TierColumn)
            return row->tier == 0 ? tr("not in the program") : tr("Tier %1").arg(row->tier);
        return {};
    default:
        return {};
    }
}

QVariant OrderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Price || section == Number ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case Account:
        return tr("Account");
    case TierColumn:
        return tr("Tier");
    case Play:
        return tr("Play");
    case State:
        return tr("State");
    case Price:
        return m_snapshot ? tr("Price, %1").arg(currencySign(m_snapshot->settings.currency)) : tr("Price");
    case Due:
        return tr("Due");
    case Team:
        return tr("Team");
    case RequestedBy:
        return tr("Ordered by");
    case Requested:
        return tr("Ordered");
    default:
        return {};
    }
}

} // namespace dimsum
