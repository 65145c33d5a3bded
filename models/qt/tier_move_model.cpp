#include "qt/tier_move_model.h"

#include "domain/all_cores.h"
#include "domain/tier_depth.h"
#include "domain/wide_registers.h"
#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "qt/roles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <mutex>
#include <type_traits>

namespace dimsum {

namespace {

constexpr std::size_t blockRows = 1024;
using Keys = std::array<double, blockRows>;
using Marks = std::array<std::uint8_t, blockRows>;

// What gives a line's priority, and those of a block of accounts faster than one by one. `classes`: of the priorities, where
// somebody has told them apart already.
struct PriorityKey {
    Priorities priorities;
    const Competition::Class *classes = nullptr; // by row

    template <class Line>
    double operator()(const Line &line) const
    {
        return priorities.of(line.row);
    }
    void fill(std::size_t begin, std::size_t rows, Keys &keys) const { priorities.fill(begin, rows, keys.data()); }
};

// Marks who moves and does not stand behind the line that has the key `bound`.
DIMSUM_WIDE void markFirst(const Tier *__restrict tiers, const Tier *__restrict before, const double *__restrict keys, std::size_t rows, double bound,
                           bool ascending, std::uint8_t *__restrict marks)
{
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] = ascending ? keys[i] <= bound : keys[i] >= bound;
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] &= static_cast<std::uint8_t>(tiers[i] != before[i]);
}

// The same by classes of priority: perhaps with some of the class of `bound` who do stand behind it.
DIMSUM_WIDE void markFirst(const Tier *__restrict tiers, const Tier *__restrict before, const Competition::Class *__restrict classes, std::size_t rows,
                           Competition::Class bound, bool ascending, std::uint8_t *__restrict marks)
{
    if (ascending)
        for (std::size_t i = 0; i < rows; ++i)
            marks[i] = classes[i] >= bound;
    else
        for (std::size_t i = 0; i < rows; ++i)
            marks[i] = classes[i] <= bound;
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] &= static_cast<std::uint8_t>(tiers[i] != before[i]);
}

// Calls use(i) for the marked ones, of which most blocks have few.
template <class Use>
void eachMarked(const Marks &marks, std::size_t rows, const Use &use)
{
    constexpr std::size_t together = sizeof(std::uint64_t);
    static_assert(blockRows % together == 0);
    for (std::size_t at = 0; at < rows; at += together) {
        std::uint64_t any = 0;
        std::memcpy(&any, marks.data() + at, together);
        for (std::size_t i = at; any != 0 && i < std::min(at + together, rows); ++i)
            if (marks[i])
                use(i);
    }
}

template <class Key>
constexpr bool hasClasses = std::is_same_v<Key, PriorityKey>;

QString nameAt(const Snapshot &snapshot, std::uint32_t row)
{
    std::string_view name = snapshot.accounts.name.at(row);
    if (name.empty())
        name = snapshot.accounts.domain.at(row);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

TierMoveModel::TierMoveModel(QObject *parent) : QAbstractTableModel(parent) {}

void TierMoveModel::setPreview(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const TieringPreview> preview)
{
    changePreview([&] {
        m_snapshot = std::move(snapshot);
        m_preview = std::move(preview);
    });
}

Tier TierMoveModel::from(const Line &line) const
{
    return line.pinned ? m_preview->proposal.computed[line.row] : m_snapshot->tiers[line.row];
}

Tier TierMoveModel::to(const Line &line) const
{
    return m_preview->tiers[line.row];
}

bool TierMoveModel::belongs(const Line &line, MoveGroup group) const
{
    if (line.pinned)
        return group == MoveGroup::pinned;
    switch (group) {
    case MoveGroup::all:
        return true;
    case MoveGroup::up:
        return tierDepth(to(line)) < tierDepth(from(line));
    case MoveGroup::down:
        return tierDepth(to(line)) > tierDepth(from(line));
    case MoveGroup::capacity:
        return m_preview->proposal.displaced[line.row] != 0;
    case MoveGroup::pinned:
        return false;
    }
    return false;
}

void TierMoveModel::setGroup(MoveGroup group)
{
    if (group == m_group)
        return;
    changePreview([&] { m_group = group; });
}

void TierMoveModel::rebuild()
{
    m_lines.clear();
    m_pinned.clear();
    m_counts = {};
    if (!m_snapshot || !m_preview || !m_preview->proposal.defined)
        return;
    const TieringPreview &preview = *m_preview;
    for (const std::uint32_t row : preview.proposal.pinned)
        m_pinned.push_back({.row = row, .pinned = true});
    const TierPicture &picture = preview.picture;
    m_counts = {preview.moving(), picture.up, picture.down, picture.byCapacity, std::ssize(m_pinned)};
}

// Calls take(row) for those of some accounts that move, ascending. Most of a million stay where they are: eight of them at a
// time are told apart from the others.
template <class Take>
void TierMoveModel::eachMove(std::size_t begin, std::size_t end, const Take &take) const
{
    constexpr std::size_t together = sizeof(std::uint64_t);
    const Tier *tiers = m_preview->tiers.data(), *before = m_snapshot->tiers.data();
    const std::int32_t *pin = m_preview->proposal.pin.data();
    for (std::size_t at = begin; at < end; at += together) {
        const std::size_t rows = std::min(together, end - at);
        if (rows == together && std::memcmp(tiers + at, before + at, together) == 0)
            continue;
        for (std::size_t row = at; row < at + rows; ++row)
            if (tiers[row] != before[row] && pin[row] < 0)
                take(static_cast<std::uint32_t>(row));
    }
}

// The lines of the group, in no order, without their keys.
template <class Take>
void TierMoveModel::eachLine(const Take &take) const
{
    const auto give = [&](const Line &line) {
        if (belongs(line, m_group))
            take(line);
    };
    if (m_group != MoveGroup::pinned)
        eachMove(0, m_preview->tiers.size(), [&give](std::uint32_t row) { give({.row = row}); });
    for (const Line &line : m_pinned)
        give(line);
}

// Calls use(key) with what gives a line's key in the column sorted by, where that is a number.
template <class Use>
void TierMoveModel::withKey(const Use &use) const
{
    switch (m_sortColumn) {
    case Account:
        return use([rank = m_snapshot->world->base->nameRank.data()](const Line &line) { return static_cast<double>(rank[line.row]); });
    case Move:
        return use([this](const Line &line) { return tierDepth(to(line)) * 10.0 + tierDepth(from(line)); });
    case Acv:
        return use([acv = m_snapshot->accounts.acv.data()](const Line &line) {
            return acv[line.row].known() ? static_cast<double>(acv[line.row].minor) : -1;
        });
    case Orders:
        return use([this](const Line &line) { return static_cast<double>(m_snapshot->orderSummaries[line.row].open); });
    default:
        return use(PriorityKey{m_preview->priorities(*m_snapshot),
                               m_preview->track.classed ? m_preview->track.competition.classOf().data() : nullptr});
    }
}

// Names are known in their order where there are many.
bool TierMoveModel::sortsByText() const
{
    return m_sortColumn == Why || (m_sortColumn == Account && m_snapshot->world->base->nameRank.empty());
}

bool TierMoveModel::before(const Line &a, const Line &b) const
{
    if (a.key != b.key)
        return m_sortOrder == Qt::AscendingOrder ? a.key < b.key : a.key > b.key;
    return a.pinned != b.pinned ? b.pinned : a.row < b.row;
}

// Nearly all lines are behind one that a sample can name: they need not be kept, nor compared any further. Fills m_lines with
// the others; with less than `wanted` if there are few lines, or the sample told too little.
template <class Key>
void TierMoveModel::keepFirst(std::size_t wanted, const Key &key) const
{
    const auto all = static_cast<std::size_t>(rowCount());
    constexpr std::size_t samples = 2048, worthIt = 16'384; // lines
    if (m_group == MoveGroup::pinned || all < 32 * wanted || all < worthIt)
        return;
    const auto less = [this](const Line &a, const Line &b) { return before(a, b); };
    const std::size_t rows = m_preview->tiers.size();
    const auto keyed = [&key](Line line) {
        line.key = key(line);
        return line;
    };
    std::vector<Line> sample;
    for (std::size_t at = 0; at < rows; at += all / samples)
        eachMove(at, at + 1, [&](std::uint32_t row) {
            if (const Line line{.row = row}; belongs(line, m_group))
                sample.push_back(keyed(line));
        });
    // So many of the sample are expected before the bound; with a few more, hardly ever too few lines are.
    const double expected = static_cast<double>(samples * wanted) / static_cast<double>(all);
    const auto place = static_cast<std::size_t>(expected + 4 * std::sqrt(expected) + 8);
    if (sample.size() <= place)
        return;
    const auto pivot = sample.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(sample.begin(), pivot, sample.end(), less);
    std::mutex guard;
    const Tier *tiers = m_preview->tiers.data(), *inForce = m_snapshot->tiers.data();
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    const Line first = *pivot;
    const auto markBlock = [&](std::size_t at, std::size_t size, Marks &marks) {
        if constexpr (hasClasses<Key>) {
            if (key.classes != nullptr) {
                markFirst(tiers + at, inForce + at, key.classes + at, size, Competition::classOf(first.key), ascending, marks.data());
                return;
            }
        }
        Keys keys;
        if constexpr (requires { key.fill(at, size, keys); }) {
            key.fill(at, size, keys);
        } else {
            for (std::size_t i = 0; i < size; ++i)
                keys[i] = key(Line{.row = static_cast<std::uint32_t>(at + i)});
        }
        markFirst(tiers + at, inForce + at, keys.data(), size, first.key, ascending, marks.data());
    };
    inAllCores(rows, [&](std::size_t begin, std::size_t end) {
        std::vector<Line> mine;
        Marks marks{};
        for (std::size_t at = begin; at < end; at += blockRows) {
            const std::size_t size = std::min(blockRows, end - at);
            if (std::memcmp(tiers + at, inForce + at, size) == 0)
                continue;
            markBlock(at, size, marks);
            eachMarked(marks, size, [&](std::size_t i) {
                const Line line = keyed({.row = static_cast<std::uint32_t>(at + i)});
                if (m_preview->proposal.pin[line.row] < 0 && before(line, first) && belongs(line, m_group))
                    mine.push_back(line);
            });
        }
        const std::scoped_lock lock(guard);
        m_lines.insert(m_lines.end(), mine.begin(), mine.end());
    });
    for (const Line &line : m_pinned)
        if (belongs(line, m_group))
            m_lines.push_back(keyed(line));
}

// Fills m_lines with the first `wanted` lines, or with all.
void TierMoveModel::sortLines(std::size_t wanted) const
{
    m_lines.clear();
    if (sortsByText()) {
        eachLine([this](const Line &line) { m_lines.push_back(line); });
        const bool up = m_sortOrder == Qt::AscendingOrder;
        std::stable_sort(m_lines.begin(), m_lines.end(), [&](const Line &a, const Line &b) {
            const int order = QString::localeAwareCompare(text(a, m_sortColumn), text(b, m_sortColumn));
            return up ? order < 0 : order > 0;
        });
        return;
    }
    const auto less = [this](const Line &a, const Line &b) { return before(a, b); };
    withKey([&](const auto &key) {
        keepFirst(wanted, key);
        if (m_lines.size() >= wanted)
            return;
        m_lines.clear(); // everybody
        m_lines.reserve(static_cast<std::size_t>(rowCount()));
        eachLine([&](Line line) {
            line.key = key(line);
            m_lines.push_back(line);
        });
    });
    wanted = std::min(wanted, m_lines.size());
    const auto end = m_lines.begin() + static_cast<std::ptrdiff_t>(wanted);
    if (end != m_lines.end())
        std::nth_element(m_lines.begin(), end, m_lines.end(), less);
    std::sort(m_lines.begin(), end, less);
    m_lines.resize(wanted);
}

const TierMoveModel::Line &TierMoveModel::line(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    if (at >= m_lines.size())
        sortLines(std::max<std::size_t>(256, at * 4)); // far more than was asked for: who scrolls asks again
    return m_lines[at];
}

void TierMoveModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<std::uint32_t> rows;
    for (const QModelIndex &index : old)
        rows.push_back(line(index.row()).row);
    m_sortColumn = column;
    m_sortOrder = order;
    m_lines.clear();
    if (!old.isEmpty())
        line(rowCount() - 1); // where each of them goes is to be known
    QModelIndexList now;
    for (qsizetype i = 0; i < old.size(); ++i) {
        const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                        [&](const Line &each) { return each.row == rows[static_cast<std::size_t>(i)]; });
        now.append(index(static_cast<int>(found - m_lines.begin()), old[i].column()));
    }
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

AccountId TierMoveModel::accountAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_snapshot->accounts.id[line(row).row] : AccountId{};
}

int TierMoveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(count(m_group));
}

int TierMoveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TierMoveModel::why(const Line &line) const
{
    if (line.pinned) {
        const TierPin &pin = m_snapshot->pins[static_cast<std::size_t>(m_preview->proposal.pin[line.row])];
        return tr("pinned until %1: %2").arg(dayText(pin.until), QString::fromStdString(pin.reason));
    }
    return reasonsWords(m_preview->reasons(line.row, *m_snapshot), m_snapshot->settings.currency);
}

QString TierMoveModel::text(const Line &line, int column) const
{
    switch (column) {
    case Account:
        return nameAt(*m_snapshot, line.row);
    case Why:
        return why(line);
    case Priority:
        return numberText(m_preview->priorities(*m_snapshot).of(line.row), 1);
    case Acv:
        return amountText(m_snapshot->accounts.acv[line.row], m_snapshot->settings.currency);
    case Orders:
        return countText(m_snapshot->orderSummaries[line.row].open);
    default:
        return {};
    }
}

QVariant TierMoveModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line &shown = line(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, column);
    case Qt::ToolTipRole:
        return column == Why ? QVariant(why(shown)) : QVariant();
    case Qt::TextAlignmentRole:
        return int((column >= Priority ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return column == Move ? tr("from %1 to %2").arg(tierWords(from(shown)), tierWords(to(shown))) : text(shown, column);
    case TierRole:
        return column == Move ? QVariant(int(tierIndex(to(shown)))) : QVariant();
    case TierFromRole:
        return column == Move ? QVariant(int(tierIndex(from(shown)))) : QVariant();
    case UnknownRole:
        return column == Acv && !m_snapshot->accounts.acv[shown.row].known();
    case ToneRole:
        return column == Orders && m_snapshot->orderSummaries[shown.row].open == 0 ? QVariant(int(Tone::muted))
                                                                                  : column == Why ? QVariant(int(Tone::secondary)) : QVariant();
    default:
        return {};
    }
}

QVariant TierMoveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Priority ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString sign = m_snapshot ? currencySign(m_snapshot->settings.currency) : QString();
    const QStringList heads{tr("Account"), tr("Move"), tr("Why"), tr("Priority"), tr("ACV, %1").arg(sign), tr("Orders")};
    return heads[section];
}

} // namespace dimsum
