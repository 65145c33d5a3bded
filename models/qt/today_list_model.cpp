#include "qt/today_list_model.h"

#include "qt/display_text.h"
#include "qt/rejection_words.h"
#include "qt/insight_words.h"
#include "qt/roles.h"

#include <algorithm>
#include <limits>

namespace dimsum {

namespace {

QString kindTag(TodayKind kind)
{
    switch (kind) {
    case TodayKind::surge:
        return TodayListModel::tr("Surge");
    case TodayKind::overdueOrder:
        return TodayListModel::tr("Order overdue");
    case TodayKind::answerOrder:
        return TodayListModel::tr("Waiting on rep");
    case TodayKind::decideOrder:
        return TodayListModel::tr("To decide");
    case TodayKind::rejectedOrder:
        return TodayListModel::tr("Rejected");
    case TodayKind::placeDraft:
        return TodayListModel::tr("Draft slip");
    case TodayKind::firstPlay:
        return TodayListModel::tr("No play yet");
    case TodayKind::dueSoon:
        return TodayListModel::tr("Due soon");
    case TodayKind::nextAction:
        return TodayListModel::tr("Next best action");
    }
    return {};
}

bool opensMenu(TodayKind kind)
{
    return kind == TodayKind::placeDraft || kind == TodayKind::firstPlay;
}

// A play of the menu serves the action.
bool ordersPlay(const TodayAction &action)
{
    return action.next != nullptr && !action.next->play.empty();
}

const OrderRow *orderOf(const Snapshot &snapshot, const std::string &id)
{
    const auto found = std::find_if(snapshot.orders.begin(), snapshot.orders.end(),
                                    [&id](const OrderRow &order) { return order.id == id; });
    return found == snapshot.orders.end() ? nullptr : &*found;
}

} // namespace

TodayListModel::TodayListModel(QObject *parent) : QAbstractListModel(parent) {}

void TodayListModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot, const std::string &owner, std::shared_ptr<const InsightBoard> board)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_board = std::move(board);
    m_lines.clear();
    m_actions = m_snapshot ? todayActions(*m_snapshot, owner, 25, m_board.get()) : std::vector<TodayAction>{};
    if (m_snapshot) {
        const Day today = m_snapshot->today;
        const int toSunday = 7 - dateOf(today).dayOfWeek();
        addSection(tr("Today"), Day{std::numeric_limits<std::int32_t>::min() + 1}, today);
        addSection(tr("This week and next"), today + 1, today + toSunday + 7);
        addSection(tr("Later"), today + toSunday + 8, Day{std::numeric_limits<std::int32_t>::max()});
    }
    endResetModel();
}

void TodayListModel::addSection(const QString &heading, Day from, Day to)
{
    std::vector<Line> lines;
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        if (m_actions[i].deadline >= from && m_actions[i].deadline <= to)
            lines.push_back({.action = static_cast<int>(i)});
    }
    if (lines.empty())
        return;
    m_lines.push_back({.heading = heading, .count = static_cast<int>(lines.size())});
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
}

const TodayAction *TodayListModel::action(int row) const
{
    if (row < 0 || row >= rowCount() || m_lines[static_cast<std::size_t>(row)].action < 0)
        return nullptr;
    return &m_actions[static_cast<std::size_t>(m_lines[static_cast<std::size_t>(row)].action)];
}

int TodayListModel::dueToday() const
{
    return static_cast<int>(std::count_if(m_actions.begin(), m_actions.end(),
                                          [this](const TodayAction &action) { return action.deadline <= m_snapshot->today; }));
}

QString TodayListModel::accountName(std::uint32_t row) const
{
    const std::string_view name = m_snapshot->accounts.name.at(row);
    const std::string_view shown = name.empty() ? m_snapshot->accounts.domain.at(row) : name;
    return QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()));
}

int TodayListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

Qt::ItemFlags TodayListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (action(index.row()) == nullptr)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString TodayListModel::verb(const TodayAction &action) const
{
    switch (action.kind) {
    case TodayKind::surge:
        return tr("Respond to");
    case TodayKind::overdueOrder:
        return tr("Chase the delivery for");
    case TodayKind::answerOrder:
        return tr("Answer marketing about");
    case TodayKind::decideOrder:
        return tr("Decide the order for");
    case TodayKind::rejectedOrder:
        return tr("Look at the rejection for");
    case TodayKind::placeDraft:
        return tr("Place the draft slip for");
    case TodayKind::firstPlay:
        return tr("Order a first play for");
    case TodayKind::dueSoon:
        return tr("Expect the delivery for");
    case TodayKind::nextAction:
        return tr("%1:").arg(actionWords(action.next->kind));
    }
    return {};
}

QString TodayListModel::explanation(const TodayAction &action) const
{
    const Currency &currency = m_snapshot->settings.currency;
    if (action.kind == TodayKind::surge) {
        const IntentScores &intent = m_snapshot->scores.intent;
        const EngagementScores &engagement = m_snapshot->scores.engagement;
        QStringList parts;
        if (action.intentSurge)
            parts << tr("Intent %1 this week, surge line %2")
                         .arg(numberText(intent.surgeValue[action.account], 0), numberText(intent.surgeLine[action.account], 0));
        if (action.engagementSurge)
            parts << tr("points this week: %1, surge line %2")
                         .arg(numberText(engagement.surgeValue[action.account], 0), numberText(engagement.surgeLine[action.account], 0));
        return parts.join(QStringLiteral(". "));
    }
    if (action.kind == TodayKind::nextAction) {
        const Play *play = m_snapshot->menu.menu.play(action.next->play);
        QString text = QString::fromStdString(action.next->reason);
        if (play)
            text += QStringLiteral(". ") + tr("Play: %1").arg(QString::fromStdString(play->name));
        if (action.next->expectedValue.known())
            text += QStringLiteral(". ") + tr("Worth about %1").arg(compactAmountText(action.next->expectedValue, currency));
        return text;
    }
    if (action.kind == TodayKind::placeDraft)
        return tr("%n play(s), %1", nullptr, action.plays).arg(currencyText(action.amount, currency));
    if (action.kind == TodayKind::firstPlay)
        return tr("Tier 1, priority %1, and nothing ordered yet").arg(numberText(m_snapshot->proposal.priority[action.account], 1));
    const OrderRow *order = orderOf(*m_snapshot, action.order);
    if (order == nullptr)
        return {};
    const QString play = QString::fromStdString(order->playName);
    const QString reason = QString::fromStdString(order->reason.empty() ? order->note : order->reason);
    switch (action.kind) {
    case TodayKind::overdueOrder:
        return tr("%1 is %n day(s) late", nullptr, m_snapshot->today - order->due).arg(play);
    case TodayKind::rejectedOrder:
        return order->reason.empty() ? play : tr("%1: %2").arg(play, rejectionText(order->reason, m_snapshot->menu.menu));
    case TodayKind::answerOrder:
        return reason.isEmpty() ? play : tr("%1: %2").arg(play, reason);
    case TodayKind::decideOrder:
        return tr("%1, %2, asked by %3").arg(play, currencyText(order->price, currency), QString::fromStdString(order->requestedBy));
    default:
        return tr("%1, %2").arg(play, currencyText(order->price, currency));
    }
}

QString TodayListModel::when(const TodayAction &action) const
{
    return action.deadline <= m_snapshot->today ? tr("today") : weekdayText(action.deadline);
}

QString TodayListModel::whenNote(const TodayAction &action) const
{
    const int left = action.deadline - m_snapshot->today;
    if (left < 0)
        return tr("was due %1").arg(dayText(action.deadline));
    return left == 0 ? tr("no day left") : tr("%n day(s) left", nullptr, left);
}

QVariant TodayListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    if (line.action < 0) {
        switch (role) {
        case Qt::DisplayRole:
            return line.heading;
        case HeadingRole:
            return true;
        case CountRole:
            return line.count;
        default:
            return {};
        }
    }
    const TodayAction &action = m_actions[static_cast<std::size_t>(line.action)];
    switch (role) {
    case Qt::DisplayRole:
        return verb(action);
    case HeadingRole:
        return false;
    case SubjectRole:
        return accountName(action.account);
    case SecondLineRole:
        return explanation(action);
    case TagRole:
        return kindTag(action.kind);
    case WhenRole:
        return when(action);
    case WhenNoteRole:
        return whenNote(action);
    case TierRole:
        return int(tierIndex(m_snapshot->tiers[action.account]));
    case DeadlineRole:
        return QVariant::fromValue(Deadline{double(action.deadline - m_snapshot->today), double(action.spanDays)});
    case ButtonRole:
        return opensMenu(action.kind) || ordersPlay(action) ? tr("Open menu") : action.order.empty() ? tr("Open account") : tr("Open order");
    case ButtonIconRole:
        return opensMenu(action.kind) || ordersPlay(action) ? QStringLiteral("menu") : action.order.empty() ? QStringLiteral("accounts") : QStringLiteral("orders");
    case Qt::AccessibleTextRole:
        return tr("%1 %2, %3, %4").arg(verb(action), accountName(action.account), when(action), explanation(action));
    default:
        return {};
    }
}

} // namespace dimsum
