#include "qt/account_table_model.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/radix_sort.h"
#include "domain/text_ranks.h"
#include "qt/display_text.h"
#include "qt/insight_words.h"
#include "qt/reason_words.h"
#include "qt/roles.h"

#include <QCollator>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>

namespace dimsum {

namespace {

constexpr double unknownNumber = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t sparkWeeks = 12;
constexpr qint64 markMilliseconds = 5 * 60 * 1000;

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Puts rows into the order of their numbers times `sign`, unknown ones last; equals stay as they are. `numbers`: by row.
void sortByNumbers(const std::vector<double> &numbers, double sign, std::vector<std::uint32_t> &rows)
{
    sortRowsByKey(rows, 64, [&numbers, sign](std::uint32_t row) {
        // Behind every number; with nothing in the lower half, which is then not looked at where no number has any.
        constexpr std::uint64_t last = std::uint64_t{0xffffffff} << 32;
        return std::isnan(numbers[row]) ? last : ascendingKey(sign * numbers[row]);
    });
}

// The place of each text in the order of the user's language.
std::vector<double> ranks(const std::vector<std::string_view> &texts)
{
    if (texts.size() > mostCollated) { // by language it would take seconds
        const auto places = ranksWithoutCase(texts.size(), [&texts](std::size_t i) { return texts[i]; });
        return {places.begin(), places.end()};
    }
    std::vector<std::optional<QCollatorSortKey>> keys(texts.size());
    inAllCores(texts.size(), [&](std::size_t begin, std::size_t end) {
        QCollator collator;
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        for (std::size_t i = begin; i < end; ++i)
            keys[i].emplace(collator.sortKey(shown(texts[i])));
    });
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0u);
    sortInAllCores(order, [&keys](std::uint32_t a, std::uint32_t b) {
        const int difference = keys[a]->compare(*keys[b]);
        return difference != 0 ? difference < 0 : a < b;
    });
    std::vector<double> places(texts.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        places[order[place]] = static_cast<double>(place);
    return places;
}

// Numbers first by value, then words by the language; code 0 is unknown.
std::vector<double> valueRanks(const Dictionary &values)
{
    std::vector<std::string_view> labels;
    for (std::uint32_t code = 0; code < values.size(); ++code)
        labels.push_back(values.at(code).label);
    std::vector<double> result = ranks(labels);
    constexpr double wordsStart = 1e18, wordStep = 1e3; // a step that a double of this size still tells apart
    for (std::uint32_t code = 0; code < values.size(); ++code)
        result[code] = values.at(code).number ? *values.at(code).number : wordsStart + result[code] * wordStep;
    result[0] = unknownNumber;
    return result;
}

QList<double> weeksOf(std::span<const float> newestFirst)
{
    const std::size_t count = std::min(sparkWeeks, newestFirst.size());
    QList<double> weeks;
    weeks.reserve(static_cast<qsizetype>(count));
    for (std::size_t i = count; i > 0; --i)
        weeks.append(static_cast<double>(newestFirst[i - 1]));
    return weeks;
}

std::vector<double> unknownNumbers(std::size_t rows)
{
    std::vector<double> numbers;
    reserveLarge(numbers, rows);
    numbers.assign(rows, unknownNumber);
    return numbers;
}

double tierNumber(Tier tier)
{
    return tier == Tier::none ? 4.0 : static_cast<double>(tierIndex(tier));
}

double dayNumber(Day day)
{
    return day.known() ? static_cast<double>(day.number) : unknownNumber;
}

} // namespace

QString nextActionText(const TodayAction &action)
{
    switch (action.kind) {
    case TodayKind::surge:
        return AccountTableModel::tr("Respond to surge");
    case TodayKind::overdueOrder:
        return AccountTableModel::tr("Chase late delivery");
    case TodayKind::answerOrder:
        return AccountTableModel::tr("Answer marketing");
    case TodayKind::decideOrder:
        return AccountTableModel::tr("Decide the order");
    case TodayKind::rejectedOrder:
        return AccountTableModel::tr("Look at rejection");
    case TodayKind::placeDraft:
        return AccountTableModel::tr("Place draft slip");
    case TodayKind::firstPlay:
        return AccountTableModel::tr("Order a first play");
    case TodayKind::dueSoon:
        return AccountTableModel::tr("Expect delivery");
    case TodayKind::nextAction:
        return action.next != nullptr ? actionWords(action.next->kind) : QString();
    }
    return {};
}

AccountTableModel::AccountTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void AccountTableModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const std::shared_ptr<const Snapshot> before = std::exchange(m_snapshot, std::move(snapshot));
    const int custom = m_snapshot ? static_cast<int>(m_snapshot->accounts.custom.size()) : 0;
    std::vector<TodayAction> actions;
    std::vector<std::int32_t> actionOfRow;
    if (m_snapshot) {
        actions = todayActions(*m_snapshot, {}, std::numeric_limits<std::size_t>::max());
        actionOfRow.assign(m_snapshot->size(), -1);
        for (std::size_t i = actions.size(); i > 0; --i) // the first of an account is its most urgent
            actionOfRow[actions[i - 1].account] = static_cast<std::int32_t>(i - 1);
    }
    m_actions = std::move(actions);
    m_actionOf = std::move(actionOfRow);
    m_nameRanks.clear();

    sortAll();
    runQuery();
    std::vector<std::uint32_t> rows = keptRows();
    if (!before || !m_snapshot || custom != m_customColumns || rows.size() != m_rows.size()) {
        beginResetModel();
        m_customColumns = custom;
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    // As many accounts as before: nothing jumps, and what was selected stays selected.
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList old = persistentIndexList();
    std::vector<AccountId> ids;
    for (const QModelIndex &index : old)
        ids.push_back(before->accounts.id[accountRow(index.row())]);
    m_rows = std::move(rows);
    QModelIndexList now;
    for (qsizetype i = 0; i < old.size(); ++i) {
        const int row = rowOf(ids[static_cast<std::size_t>(i)]);
        now.append(row < 0 ? QModelIndex() : index(row, old[i].column()));
    }
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged();
}

void AccountTableModel::setQuery(const AccountQuery &query)
{
    if (query == m_query)
        return;
    beginResetModel();
    m_query = query;
    runQuery();
    m_rows = keptRows();
    endResetModel();
}

void AccountTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    // Each of the two tables side by side asks for it.
    if (column == m_sortColumn && order == m_sortOrder && m_snapshot && m_order.size() == m_snapshot->size())
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    if (!m_snapshot)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<std::uint32_t> kept;
    for (const QModelIndex &index : old)
        kept.push_back(accountRow(index.row()));
    sortAll();
    m_rows = keptRows();
    QModelIndexList now;
    for (std::size_t i = 0; i < kept.size(); ++i) { // a few: what is selected
        const bool sameRow = i > 0 && kept[i] == kept[i - 1];
        const int place = sameRow ? now.last().row() : static_cast<int>(std::find(m_rows.begin(), m_rows.end(), kept[i]) - m_rows.begin());
        now.append(index(place, old[static_cast<qsizetype>(i)].column()));
    }
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void AccountTableModel::countTotals()
{
    m_totals = {};
    if (!m_snapshot)
        return;
    const Snapshot &s = *m_snapshot;
    // In blocks whose sums are added in order: the same figures whatever the number of cores.
    struct Sums {
        AccountTotals totals = {};
        double priority = 0, fit = 0;
    };
    constexpr std::size_t blockRows = 1 << 16;
    std::vector<Sums> blocks((s.size() + blockRows - 1) / blockRows);
    eachInAllCores(blocks.size(), [&](std::size_t block) {
        Sums &sums = blocks[block];
        AccountTotals &totals = sums.totals;
        const std::size_t begin = block * blockRows, end = std::min(s.size(), begin + blockRows);
        // Picked out without a branch, which nobody could guess.
        std::vector<std::uint32_t> rows(end - begin + 1);
        std::size_t count = 0;
        for (std::size_t row = begin; row < end; ++row) {
            rows[count] = static_cast<std::uint32_t>(row);
            count += m_kept[row];
        }
        rows.resize(count);
        totals.accounts = static_cast<std::int64_t>(count);
        for (const std::uint32_t row : rows) {
            sums.priority += s.proposal.defined ? s.proposal.priority[row] : 0;
            sums.fit += s.scores.fit->defined ? s.scores.fit->fit[row] : 0;
            totals.intentSurges += s.scores.intent->surges(row);
            totals.engagementSurges += s.scores.engagement.surge[row] != 0;
            const Money acv = s.accounts.acv[row];
            totals.acv += acv.known() ? acv : Money{};
            totals.unknownAcv += !acv.known();
            const TodayAction *action = actionOf(row);
            totals.dueToday += action != nullptr && action->deadline <= s.today;
            ++totals.tiers[tierIndex(s.tiers[row])];
        }
    });
    for (const std::uint32_t row : s.ground.withOpenOrders) {
        if (m_kept[row] == 0)
            continue;
        m_totals.openOrders += s.orderSummaries[row].open;
        m_totals.overdueOrders += s.orderSummaries[row].overdue;
    }
    double priority = 0, fit = 0;
    for (const Sums &sums : blocks) {
        const AccountTotals &totals = sums.totals;
        priority += sums.priority;
        fit += sums.fit;
        m_totals.accounts += totals.accounts;
        m_totals.intentSurges += totals.intentSurges;
        m_totals.engagementSurges += totals.engagementSurges;
        m_totals.acv += totals.acv;
        m_totals.unknownAcv += totals.unknownAcv;
        m_totals.dueToday += totals.dueToday;
        for (std::size_t tier = 0; tier < totals.tiers.size(); ++tier)
            m_totals.tiers[tier] += totals.tiers[tier];
    }
    const auto count = static_cast<double>(m_totals.accounts);
    if (s.proposal.defined && m_totals.accounts > 0)
        m_totals.meanPriority = priority / count;
    if (s.scores.fit->defined && m_totals.accounts > 0)
        m_totals.meanFit = fit / count;
}

const std::vector<double> &AccountTableModel::nameRanks() const
{
    if (m_nameRanks.empty()) {
        std::vector<std::string_view> names;
        names.reserve(m_snapshot->size());
        for (std::size_t row = 0; row < m_snapshot->size(); ++row)
            names.push_back(shownName(m_snapshot->accounts, row));
        m_nameRanks = ranks(names);
    }
    return m_nameRanks;
}

// The rows of the snapshot in the order of the sorted column, whatever the filter shows of them.
void AccountTableModel::sortAll()
{
    m_order.clear();
    if (!m_snapshot)
        return;
    const Snapshot &s = *m_snapshot;
    if (m_sortColumn == Priority && m_sortOrder == Qt::DescendingOrder && s.proposal.defined) {
        m_order = s.byPriority;
        return;
    }
    const std::vector<double> numbers = sortNumbers();
    // Of equals the more important one comes first, and of equally important ones the earlier row.
    if (s.proposal.defined) {
        m_order = s.byPriority;
    } else {
        resizeLarge(m_order, s.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
    }
    sortByNumbers(numbers, m_sortOrder == Qt::AscendingOrder ? 1 : -1, m_order);
}

void AccountTableModel::runQuery()
{
    m_kept.clear();
    if (m_snapshot)
        m_kept = keptAccounts(*m_snapshot, m_query);
    countTotals();
}

// What the query keeps of them, in that order.
std::vector<std::uint32_t> AccountTableModel::keptRows() const
{
    if (m_totals.accounts == std::ssize(m_order))
        return m_order;
    // Without a branch, which nobody could guess; each core into a place of its own, which is then closed up.
    std::vector<std::uint32_t> rows;
    resizeLarge(rows, m_order.size());
    std::map<std::size_t, std::size_t> found; // from where on, how many
    std::mutex guard;
    inAllCores(m_order.size(), [&](std::size_t begin, std::size_t end) {
        std::size_t count = begin;
        for (std::size_t at = begin; at < end; ++at) {
            const std::uint32_t row = m_order[at];
            rows[count] = row;
            count += m_kept[row];
        }
        const std::scoped_lock lock(guard);
        found[begin] = count - begin;
    });
    std::size_t filled = 0;
    for (const auto &[from, count] : found) {
        if (filled != from)
            std::copy_n(rows.data() + from, count, rows.data() + filled);
        filled += count;
    }
    rows.resize(filled);
    return rows;
}

std::vector<double> AccountTableModel::sortNumbers() const
{
    const Snapshot &s = *m_snapshot;
    std::vector<double> numbers;
    resizeLarge(numbers, s.size());
    const auto fill = [&](const auto &number) {
        inAllCores(numbers.size(), [&](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row)
                numbers[row] = number(row);
        });
    };
    if (const FieldColumn *column = field(m_sortColumn)) {
        const std::vector<double> byCode = valueRanks(column->values);
        fill([&](std::size_t row) { return byCode[column->codes[row]]; });
        return numbers;
    }
    if (const MoneyColumn *column = money(m_sortColumn)) {
        fill([&](std::size_t row) { return (*column)[row].known() ? static_cast<double>((*column)[row].minor) : unknownNumber; });
        return numbers;
    }
    if (m_sortColumn == Domain || m_sortColumn == ExternalId || m_sortColumn == Reasons)
        return textNumbers();
    return computedNumbers();
}

std::vector<double> AccountTableModel::computedNumbers() const
{
    const Snapshot &s = *m_snapshot;
    std::vector<double> numbers = unknownNumbers(s.size());
    const auto fill = [&](const auto &number) {
        inAllCores(numbers.size(), [&](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row)
                numbers[row] = double(number(static_cast<std::uint32_t>(row)));
        });
    };
    switch (m_sortColumn) {
    case Name: {
        if (!s.world->base->nameRank.empty()) {
            fill([&](std::uint32_t row) { return s.world->base->nameRank[row]; });
            break;
        }
        const std::vector<double> &names = nameRanks();
        fill([&](std::uint32_t row) { return names[row]; });
        break;
    }
    case TierColumn:
        fill([&](std::uint32_t row) { return tierNumber(s.tiers[row]); });
        break;
    case ProposedTier:
        if (s.proposal.defined)
            fill([&](std::uint32_t row) { return tierNumber(s.proposal.withPin(row, s.pins)); });
        break;
    case Priority:
        if (s.proposal.defined)
            fill([&](std::uint32_t row) { return s.proposal.priority[row]; });
        break;
    case Fit:
        if (s.scores.fit->defined)
            fill([&](std::uint32_t row) { return s.scores.fit->fit[row]; });
        break;
    case Intent:
        fill([&](std::uint32_t row) { return s.scores.intent->score[row]; });
        break;
    case Engagement:
        fill([&](std::uint32_t row) { return s.scores.engagement.score[row]; });
        break;
    case Open: // of as many, late ones count more
        fill([&](std::uint32_t row) { return s.orderSummaries[row].open + s.orderSummaries[row].overdue / 1000.0; });
        break;
    case NextAction: // upwards: the most urgent first
        fill([&](std::uint32_t row) { return m_actionOf[row] < 0 ? unknownNumber : double(m_actionOf[row]); });
        break;
    case LastActivity:
        fill([&](std::uint32_t row) { return dayNumber(s.scores.intensity.lastActivity[row]); });
        break;
    case Contacts:
        fill([&](std::uint32_t row) { return s.contacts[row]; });
        break;
    case WonDeals:
        fill([&](std::uint32_t row) { return s.deals[row].won; });
        break;
    case OpenDeals:
        fill([&](std::uint32_t row) { return s.deals[row].open; });
        break;
    case Rule: // in the order of the policy
        if (s.proposal.defined)
            fill([&](std::uint32_t row) { return s.proposal.rule[row] < 0 ? unknownNumber : double(s.proposal.rule[row]); });
        break;
    default:
        break;
    }
    return numbers;
}

std::vector<double> AccountTableModel::textNumbers() const
{
    const Snapshot &s = *m_snapshot;
    std::vector<double> numbers = unknownNumbers(s.size());
    if (s.size() > mostCollated) {
        // Texts of so many rows are ranked beforehand: accounts lie by domain, and reasons begin with those of the rule.
        inAllCores(numbers.size(), [&](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                if (m_sortColumn == Domain && !s.accounts.domain.at(row).empty())
                    numbers[row] = static_cast<double>(row);
                else if (m_sortColumn == ExternalId && !s.accounts.externalId.at(row).empty())
                    numbers[row] = s.world->base->externalIdRank[row];
                else if (m_sortColumn == Reasons && s.proposal.defined && s.proposal.rule[row] >= 0)
                    numbers[row] = s.proposal.rule[row];
            }
        });
        return numbers;
    }
    std::vector<std::string> made;
    std::vector<std::string_view> texts;
    texts.reserve(s.size());
    if (m_sortColumn == Reasons) {
        made.reserve(s.size());
        for (std::uint32_t row = 0; row < s.size(); ++row)
            made.push_back(reasonsText(s.reasons(row)));
        texts.assign(made.begin(), made.end());
    } else {
        const TextColumn &column = m_sortColumn == Domain ? s.accounts.domain : s.accounts.externalId;
        for (std::size_t row = 0; row < s.size(); ++row)
            texts.push_back(column.at(row));
    }
    const std::vector<double> places = ranks(texts);
    for (std::size_t row = 0; row < texts.size(); ++row)
        numbers[row] = texts[row].empty() ? unknownNumber : places[row];
    return numbers;
}

AccountId AccountTableModel::accountAt(int row) const
{
    return m_snapshot && row >= 0 && row < rowCount() ? m_snapshot->accounts.id[accountRow(row)] : AccountId{};
}

int AccountTableModel::rowOf(AccountId account) const
{
    const auto wanted = m_snapshot ? m_snapshot->row(account) : std::nullopt;
    if (!wanted)
        return -1;
    const auto found = std::find(m_rows.begin(), m_rows.end(), *wanted);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

const TodayAction *AccountTableModel::actionOf(std::uint32_t row) const
{
    const std::int32_t action = m_actionOf[row];
    return action < 0 ? nullptr : &m_actions[static_cast<std::size_t>(action)];
}

const TodayAction *AccountTableModel::nextAction(int row) const
{
    return row >= 0 && row < rowCount() ? actionOf(accountRow(row)) : nullptr;
}

int AccountTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AccountTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + m_customColumns;
}

const FieldColumn *AccountTableModel::field(int column) const
{
    const AccountFrame &accounts = m_snapshot->accounts;
    switch (column) {
    case Owner:
        return &accounts.owner;
    case Industry:
        return &accounts.industry;
    case Country:
        return &accounts.country;
    case Region:
        return &accounts.region;
    case Employees:
        return &accounts.employees;
    case Customers:
        return &accounts.customers;
    case Technologies:
        return &accounts.technologies;
    case Maturity:
        return &accounts.maturity;
    case Funding:
        return &accounts.funding;
    default:
        break;
    }
    const int custom = column - ColumnCount;
    return custom >= 0 && custom < m_customColumns ? &accounts.custom[static_cast<std::size_t>(custom)].column : nullptr;
}

const MoneyColumn *AccountTableModel::money(int column) const
{
    const AccountFrame &accounts = m_snapshot->accounts;
    switch (column) {
    case Acv:
        return &accounts.acv;
    case AnnualRevenue:
        return &accounts.annualRevenue;
    case Budget:
        return &accounts.budget;
    default:
        return nullptr;
    }
}

bool AccountTableModel::rightAligned(int column)
{
    switch (column) {
    case Priority:
    case Acv:
    case Open:
    case Employees:
    case Customers:
    case AnnualRevenue:
    case Budget:
    case LastActivity:
    case Contacts:
    case WonDeals:
    case OpenDeals:
        return true;
    default:
        return false;
    }
}

bool AccountTableModel::unknown(std::uint32_t row, int column) const
{
    if (const FieldColumn *values = field(column))
        return !values->known(row);
    if (const MoneyColumn *amounts = money(column))
        return !(*amounts)[row].known();
    if (column == Priority)
        return !m_snapshot->proposal.defined;
    return column == Fit && !m_snapshot->scores.fit->defined;
}

QString AccountTableModel::disqualifiedBy(std::uint32_t row) const
{
    const FitColumns &fit = m_snapshot->scores.fit;
    if (!fit.defined || !fit.disqualified(row))
        return {};
    return QString::fromStdString(criterionFieldName(m_snapshot->icp.criteria[fit.failedMustHave[row]]));
}

QString AccountTableModel::text(std::uint32_t row, int column) const
{
    const Snapshot &s = *m_snapshot;
    if (const FieldColumn *values = field(column)) {
        const FieldValue &value = values->at(row);
        const bool count = (column == Employees || column == Customers) && value.number;
        return count ? countText(std::llround(*value.number)) : shown(value.label);
    }
    if (const MoneyColumn *amounts = money(column))
        return amountText((*amounts)[row], s.settings.currency);
    switch (column) {
    case Name:
        return shown(shownName(s.accounts, row));
    case Domain:
        return shown(s.accounts.domain.at(row));
    case ExternalId:
        return shown(s.accounts.externalId.at(row));
    case Priority:
        return s.proposal.defined ? numberText(s.proposal.priority[row], 1) : QString();
    case Fit:
        return s.scores.fit->defined ? numberText(s.scores.fit->fit[row], 0) : QString();
    case Intent:
        return numberText(s.scores.intent->score[row], 0);
    case Engagement:
        return numberText(s.scores.engagement.score[row], 0);
    case Open:
        return countText(s.orderSummaries[row].open);
    case NextAction: {
        const TodayAction *action = actionOf(row);
        return action != nullptr ? nextActionText(*action) : QString();
    }
    case LastActivity: {
        const Day day = s.scores.intensity.lastActivity[row];
        return day.known() ? dayText(day) : tr("never");
    }
    case Contacts:
        return countText(s.contacts[row]);
    case Rule:
        return ruleWords(QString::fromStdString(s.rule(row)));
    case Reasons:
        return reasonsWords(s.reasons(row), s.settings.currency);
    case WonDeals:
        return countText(s.deals[row].won);
    case OpenDeals:
        return countText(s.deals[row].open);
    default:
        return {};
    }
}

QString AccountTableModel::accessibleText(std::uint32_t row, int column) const
{
    const Snapshot &s = *m_snapshot;
    switch (column) {
    case TierColumn:
        return s.pin(row) != nullptr ? tr("%1, set by hand").arg(tierWords(s.tiers[row])) : tierWords(s.tiers[row]);
    case ProposedTier:
        return s.proposal.defined ? tierWords(s.proposal.withPin(row, s.pins)) : QString();
    case Fit:
        if (!s.scores.fit->defined)
            return tr("unknown");
        if (const QString criterion = disqualifiedBy(row); !criterion.isEmpty())
            return tr("disqualified by %1").arg(criterion);
        return tr("fit %1, up to %2, threshold %3")
            .arg(numberText(s.scores.fit->fit[row], 0), numberText(s.scores.fit->fitMax[row], 0),
                 numberText(highFit(s.policy), 0));
    case Intent:
        return (s.scores.intent->surges(row) ? tr("intent %1, surge this week") : tr("intent %1")).arg(text(row, column));
    case Engagement:
        return (s.scores.engagement.surge[row] != 0 ? tr("engagement %1, surge this week") : tr("engagement %1"))
            .arg(text(row, column));
    case Open:
        return s.orderSummaries[row].overdue > 0
                   ? tr("%1 open, %2 overdue").arg(text(row, column), countText(s.orderSummaries[row].overdue))
                   : text(row, column);
    default:
        return unknown(row, column) ? tr("unknown") : text(row, column);
    }
}

QVariant AccountTableModel::tone(std::uint32_t row, int column) const
{
    const Snapshot &s = *m_snapshot;
    const auto zeroIsMuted = [](std::int64_t count) { return count == 0 ? QVariant(int(Tone::muted)) : QVariant(); };
    switch (column) {
    case Open:
        return s.orderSummaries[row].overdue > 0 ? QVariant(int(Tone::red)) : zeroIsMuted(s.orderSummaries[row].open);
    case NextAction: {
        const TodayAction *action = actionOf(row);
        return action != nullptr && action->deadline < s.today ? QVariant(int(Tone::red)) : QVariant();
    }
    case WonDeals:
        return zeroIsMuted(s.deals[row].won);
    case OpenDeals:
        return zeroIsMuted(s.deals[row].open);
    case Contacts:
        return zeroIsMuted(s.contacts[row]);
    default:
        return column > NextAction ? QVariant(int(Tone::secondary)) : QVariant();
    }
}

QVariant AccountTableModel::mark(std::uint32_t row, int column, int role) const
{
    const Snapshot &s = *m_snapshot;
    switch (role) {
    case TierRole:
        if (column == TierColumn)
            return int(tierIndex(s.tiers[row]));
        if (column == ProposedTier && s.proposal.defined)
            return int(tierIndex(s.proposal.withPin(row, s.pins)));
        return {};
    case PinRole:
        return column == TierColumn && s.pin(row) != nullptr;
    case FitRole:
        if (column != Fit || !s.scores.fit->defined)
            return {};
        return QVariant::fromValue(
            FitRange{s.scores.fit->fit[row], s.scores.fit->fitMax[row], highFit(s.policy), disqualifiedBy(row)});
    case SeriesRole:
        if (column == Intent)
            return QVariant::fromValue(weeksOf(s.scores.intent->weeklyOf(row)));
        if (column == Engagement)
            return QVariant::fromValue(weeksOf(s.scores.engagement.weeklyOf(row)));
        return {};
    case SurgeRole:
        return column == Intent ? s.scores.intent->surges(row)
                                : column == Engagement && s.scores.engagement.surge[row] != 0;
    case UnknownRole:
        return unknown(row, column);
    case ChangedRole:
        return changed(row, column);
    case IconNameRole:
        return column == Open && s.orderSummaries[row].overdue > 0 ? QVariant(QStringLiteral("due")) : QVariant();
    case ToneRole:
        return tone(row, column);
    default:
        return {};
    }
}

QVariant AccountTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_snapshot || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const std::uint32_t row = accountRow(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::EditRole:
        return plainText(row, column);
    case Qt::TextAlignmentRole:
        return int((rightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case Qt::ToolTipRole:
        if (const TierPin *pin = column == TierColumn ? m_snapshot->pin(row) : nullptr)
            return tr("%1 until %2: %3").arg(tierWords(pin->tier), dayText(pin->until), QString::fromStdString(pin->reason));
        return column == TierColumn || column == Fit || column == Open || column == Reasons
                   ? QVariant(accessibleText(row, column))
                   : QVariant();
    default:
        return mark(row, column, role);
    }
}

QString AccountTableModel::fieldOfColumn(int column) const
{
    switch (column) {
    case Name:
        return QStringLiteral("name");
    case Acv:
        return QStringLiteral("acv");
    case Owner:
        return QStringLiteral("owner");
    case Industry:
        return QStringLiteral("industry");
    case Country:
        return QStringLiteral("country");
    case Region:
        return QStringLiteral("region");
    case Employees:
        return QStringLiteral("employees");
    case Customers:
        return QStringLiteral("customers");
    case AnnualRevenue:
        return QStringLiteral("annual_revenue");
    case Technologies:
        return QStringLiteral("technologies");
    case Maturity:
        return QStringLiteral("maturity");
    case Budget:
        return QStringLiteral("budget");
    case Funding:
        return QStringLiteral("funding");
    default:
        break;
    }
    const int custom = column - ColumnCount;
    if (!m_snapshot || custom < 0 || custom >= m_customColumns)
        return {};
    return QString::fromStdString(m_snapshot->accounts.custom[static_cast<std::size_t>(custom)].label);
}

QString AccountTableModel::plainText(std::uint32_t row, int column) const
{
    if (const FieldColumn *values = field(column))
        return shown(values->at(row).label);
    if (const MoneyColumn *amounts = money(column)) {
        const Money amount = (*amounts)[row];
        return amount.known() ? QString::fromStdString(moneyText(amount, m_snapshot->settings.currency)) : QString();
    }
    return column == Name ? shown(m_snapshot->accounts.name.at(row)) : text(row, column);
}

QString AccountTableModel::editText(int row, int column) const
{
    return m_snapshot && row >= 0 && row < rowCount() ? plainText(accountRow(row), column) : QString();
}

void AccountTableModel::markChanged(AccountId account, int column)
{
    const auto row = m_snapshot ? m_snapshot->row(account) : std::nullopt;
    if (row)
        m_changes.insert({account.value, column}, {plainText(*row, column), QDeadlineTimer(markMilliseconds)});
}

bool AccountTableModel::changed(std::uint32_t row, int column) const
{
    if (m_changes.isEmpty())
        return false;
    const auto change = m_changes.constFind({m_snapshot->accounts.id[row].value, column});
    return change != m_changes.cend() && !change->until.hasExpired() && change->before != plainText(row, column);
}

Qt::ItemFlags AccountTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() && !fieldOfColumn(index.column()).isEmpty() ? base | Qt::ItemIsEditable : base;
}

bool AccountTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    if (text != editText(index.row(), index.column()))
        Q_EMIT editWanted(accountAt(index.row()), index.column(), text);
    return true;
}

QVariant AccountTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((rightAligned(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section >= ColumnCount)
        return QString::fromStdString(m_snapshot->accounts.custom[static_cast<std::size_t>(section - ColumnCount)].label);
    const QString sign = m_snapshot ? currencySign(m_snapshot->settings.currency) : QString();
    const QStringList heads{tr("Account"), tr("Tier"), tr("Priority"), tr("Fit"), tr("Intent"), tr("Engagement"),
                            tr("ACV, %1").arg(sign), tr("Open"), tr("Next action"), tr("Owner"), tr("Domain"),
                            tr("External id"), tr("Industry"), tr("Country"), tr("Region"), tr("Employees"),
                            tr("Customers"), tr("Revenue, %1").arg(sign), tr("Technologies"), tr("Maturity"),
                            tr("Budget, %1").arg(sign), tr("Funding"), tr("Last touch"), tr("Contacts"),
                            tr("Proposed tier"), tr("Rule"), tr("Reasons"), tr("Won deals"), tr("Open deals")};
    return heads[section];
}

} // namespace dimsum
