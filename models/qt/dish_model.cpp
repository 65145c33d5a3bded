#include "qt/dish_model.h"

#include "qt/display_text.h"
#include "qt/role_words.h"
#include "qt/wording.h"
#include "service/slip_setting.h"

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::array<std::string_view, cardRoles> roles{"executive sponsor", "decision maker", "budget holder", "champion",
                                                        "influencer",        "end user",       "legal and compliance"};

QString courseIcon(const QString &channel)
{
    const auto has = [&](const char *word) { return channel.contains(QLatin1String(word), Qt::CaseInsensitive); };
    if (has("event"))
        return QStringLiteral("events");
    if (has("mail") && !has("email"))
        return QStringLiteral("gift");
    if (has("email") || has("newsletter"))
        return QStringLiteral("newspaper");
    if (has("webinar"))
        return QStringLiteral("video");
    if (has("display") || has("ads") || has("web"))
        return QStringLiteral("digital");
    if (has("sales"))
        return QStringLiteral("sales");
    return QStringLiteral("content");
}

QString courseTitle(QString channel)
{
    if (channel.isEmpty())
        return DishModel::tr("Other");
    channel[0] = channel[0].toUpper();
    return channel;
}

} // namespace

QString hindranceWords(const Hindrance &hindrance, const QString &play, const Currency &currency)
{
    switch (hindrance.reason) { // the card stands beside the name: shorter than the sentence of a refusal
    case SlipReason::soldOut:
        return DishModel::tr("Sold out: %1 of %2 places are taken.").arg(hindrance.used).arg(hindrance.limit);
    case SlipReason::accountLimit:
        return DishModel::tr("Already ordered, %1 of at most %2 per account.").arg(hindrance.used).arg(hindrance.limit);
    case SlipReason::envelopeEmpty:
        return DishModel::tr("Costs more than the %1 left in the envelope “%2”.").arg(currencyText(hindrance.left, currency), QString::fromStdString(hindrance.envelope));
    case SlipReason::readyTooLate:
        return DishModel::tr("Ready %1, after the program ends.").arg(dayText(hindrance.day));
    case SlipReason::noContactInRole:
        return DishModel::tr("No contact in this role: %1.").arg(roleWords(hindrance.role));
    case SlipReason::inputMissing:
        return DishModel::tr("Still needs: %1.").arg(QString::fromStdString(hindrance.role));
    default:
        break;
    }
    Error error = hindranceError(hindrance, play.toStdString(), currency);
    error.field.clear();
    return errorText(error);
}

DishModel::DishModel(QObject *parent) : QAbstractListModel(parent) {}

QString DishModel::roleHead(int role)
{
    switch (role) {
    case 0:
        return tr("ES", "executive sponsor");
    case 1:
        return tr("DM", "decision maker");
    case 2:
        return tr("BH", "budget holder");
    case 3:
        return tr("CH", "champion");
    case 4:
        return tr("IN", "influencer");
    case 5:
        return tr("EU", "end user");
    default:
        return tr("LC", "legal and compliance");
    }
}

QString DishModel::roleName(int role)
{
    return roleWords(roles[static_cast<std::size_t>(role)]);
}

Dish DishModel::dishOf(const SlipPlay &entry, const Currency &currency)
{
    const Play &play = *entry.play;
    Dish dish;
    dish.name = QString::fromStdString(play.name);
    dish.ticked = entry.ticked > 0;
    dish.locked = !dish.ticked && !entry.orderable();
    dish.obstacle = dish.ticked && !entry.orderable();
    dish.line = entry.orderable() ? QString::fromStdString(play.description)
                                  : hindranceWords(entry.hindrances.front(), dish.name, currency);
    dish.price = amountText(entry.price, currency);
    dish.ready = dayText(entry.ready);
    dish.lead = tr("%1 d").arg(play.leadDays);
    dish.approval = entry.approval;
    if (entry.left && play.capacity) {
        dish.left = *entry.left;
        dish.capacity = *play.capacity;
    }
    for (std::size_t role = 0; role < roles.size(); ++role)
        dish.reaches[role] = std::find(play.roles.begin(), play.roles.end(), roles[role]) != play.roles.end();
    return dish;
}

void DishModel::setCard(const MenuCard &card, const SlipCheck &check, const Currency &currency)
{
    m_all.clear();
    m_channels.clear();
    for (std::size_t role = 0; role < roles.size(); ++role)
        m_silent[role] = std::find(card.emptyRoles.begin(), card.emptyRoles.end(), roles[role]) != card.emptyRoles.end();
    for (const SlipPlay &play : check.plays) {
        m_all.push_back({play.play->code, dishOf(play, currency)});
        if (play.play->code == m_suggested)
            m_all.back().dish.suggestion = m_suggestion;
        m_channels.push_back(QString::fromStdString(play.play->channel));
    }
    rebuild();
}

void DishModel::clear()
{
    m_all.clear();
    m_channels.clear();
    rebuild();
}

void DishModel::setSuggestion(const QString &play, const QString &why)
{
    m_suggested = play.toStdString();
    m_suggestion = why;
    for (Row &row : m_all)
        row.dish.suggestion = !m_suggested.empty() && row.play == m_suggested ? m_suggestion : QString();
    rebuild();
}

bool DishModel::keeps(const Dish &dish, DishFilter filter) const
{
    switch (filter) {
    case DishFilter::all:
        return true;
    case DishFilter::orderable:
        return !dish.locked;
    case DishFilter::silentRoles:
        for (std::size_t role = 0; role < roles.size(); ++role) {
            if (dish.reaches[role] && m_silent[role])
                return true;
        }
        return false;
    }
    return true;
}

// Courses in the order in which the menu first names them; rows that stay are told as changed, so that neither the focus
// nor the scroll position moves while boxes are ticked.
void DishModel::rebuild()
{
    std::vector<Row> rows;
    QStringList courses;
    for (const QString &channel : m_channels) {
        if (!courses.contains(channel))
            courses << channel;
    }
    for (const QString &channel : std::as_const(courses)) {
        const std::size_t head = rows.size();
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (m_channels[i] == channel && keeps(m_all[i].dish, m_filter))
                rows.push_back(m_all[i]);
        }
        if (rows.size() > head) {
            Dish course;
            course.course = true;
            course.name = courseTitle(channel);
            course.iconName = courseIcon(channel);
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(head), Row{{}, course});
        }
    }
    const bool sameShape = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                      [](const Row &a, const Row &b) { return a.play == b.play && a.dish.course == b.dish.course && (!a.dish.course || a.dish.name == b.dish.name); });
    if (!sameShape) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (m_rows[i].dish == rows[i].dish)
            continue;
        m_rows[i] = std::move(rows[i]);
        Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
}

void DishModel::setFilter(DishFilter filter)
{
    m_filter = filter;
    rebuild();
}

int DishModel::count(DishFilter filter) const
{
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [&](const Row &row) { return keeps(row.dish, filter); }));
}

int DishModel::ticked() const
{
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [](const Row &row) { return row.dish.ticked; }));
}

QString DishModel::playAt(int row) const
{
    return row >= 0 && row < rowCount() ? QString::fromStdString(m_rows[static_cast<std::size_t>(row)].play) : QString();
}

int DishModel::rowOf(const QString &play) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].play.empty() && QString::fromStdString(m_rows[i].play) == play)
            return static_cast<int>(i);
    }
    return -1;
}

int DishModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags DishModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[static_cast<std::size_t>(index.row())].dish.course)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
}

QVariant DishModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Dish &dish = m_rows[static_cast<std::size_t>(index.row())].dish;
    switch (role) {
    case Qt::DisplayRole:
        return dish.name;
    case DishRole:
        return QVariant::fromValue(dish);
    case Qt::CheckStateRole:
        return dish.course ? QVariant() : QVariant(int(dish.ticked ? Qt::Checked : Qt::Unchecked));
    case Qt::ToolTipRole: {
        QStringList lines{dish.line, dish.suggestion};
        lines.removeAll(QString());
        return lines.isEmpty() ? QVariant() : QVariant(lines.join(u'\n'));
    }
    case Qt::AccessibleTextRole:
        if (dish.course)
            return dish.name;
        return (dish.locked ? tr("%1, cannot be ordered: %2").arg(dish.name, dish.line)
                            : tr("%1, %2, ready %3, %4").arg(dish.name, dish.price, dish.ready, dish.ticked ? tr("ticked") : tr("not ticked")))
               + (dish.suggestion.isEmpty() ? QString() : tr("; next best action: %1").arg(dish.suggestion));
    default:
        return {};
    }
}

bool DishModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.dish.course)
        return false;
    const bool on = value.toInt() == Qt::Checked;
    if (on && row.dish.locked) {
        Q_EMIT refused(row.dish.line);
        return false;
    }
    if (on != row.dish.ticked)
        Q_EMIT tickWanted(QString::fromStdString(row.play), on);
    return true;
}

} // namespace dimsum
