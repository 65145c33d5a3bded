#include "ui/insights/insight_lists.h"

#include "qt/role_words.h"
#include "qt/display_text.h"
#include "qt/insight_words.h"
#include "qt/role_words.h"
#include "service/scoring_inputs.h"
#include "ui/common/meter_delegate.h"
#include "ui/common/tier_delegate.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace dimsum {

namespace {

struct InsightLists {
    Q_DECLARE_TR_FUNCTIONS(InsightLists)
};

using Column = FigureTable::Column;

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStandardItem *accountItem(const Snapshot &snapshot, std::uint32_t row)
{
    QStandardItem *item = textItem(accountLabel(snapshot, row));
    item->setToolTip(utf8(snapshot.accounts.domain.at(row)));
    return item;
}

QStandardItem *tierOf(const Snapshot &snapshot, std::uint32_t row)
{
    return tierItem(int(tierIndex(snapshot.tiers[row])));
}

QStandardItem *shareItem(const std::optional<double> &share)
{
    return share ? figureItem(percentText(*share), *share) : figureItem(QStringLiteral("–"), -1, Tone::muted);
}

QString typeName(const InsightBoard &board, std::uint16_t type)
{
    return QString::fromStdString(board.types.at(type).label);
}

QString playName(const Snapshot &snapshot, const std::string &code)
{
    const Play *play = code.empty() ? nullptr : snapshot.menu.menu.play(code);
    return play ? QString::fromStdString(play->name) : QString();
}

// Ratios on a scale of powers of two from a quarter to eight.
IntervalMark ratioMark(double low, double point, double high, bool proven)
{
    return {.low = std::log2(std::max(low, 1.0 / 64)), .point = std::log2(std::max(point, 1.0 / 64)), .high = std::log2(std::max(high, 1.0 / 64)),
            .zero = 0, .scaleMin = -2, .scaleMax = 3.2, .proven = proven, .enough = true};
}

} // namespace

QString accountLabel(const Snapshot &snapshot, std::uint32_t row)
{
    const std::string_view name = snapshot.accounts.name.at(row);
    return utf8(name.empty() ? snapshot.accounts.domain.at(row) : name);
}

FigureTable *makeHighTable(bool brief)
{
    auto *table = new FigureTable(InsightLists::tr("High-intensity accounts"));
    QList<Column> columns{{InsightLists::tr("Account"), 190, false, true},
                          {InsightLists::tr("Tier"), 44},
                          {InsightLists::tr("Interactions"), 88, true},
                          {InsightLists::tr("People"), 58, true},
                          {InsightLists::tr("Areas"), 52, true},
                          {InsightLists::tr("Stays for"), 108, false, false, InsightLists::tr("Days until the state ends if nothing happens")},
                          {InsightLists::tr("Next step"), brief ? 140 : 190}};
    if (!brief)
        columns << Column{InsightLists::tr("Last activity"), 100} << Column{InsightLists::tr("Why"), 320};
    table->setColumns(columns);
    table->setItemDelegateForColumn(1, new TierDelegate(table));
    table->setItemDelegateForColumn(5, new MeterDelegate(table));
    return table;
}

void fillHigh(FigureTable &table, const InsightBoard &board, bool brief)
{
    table.clearRows();
    const Snapshot &s = *board.snapshot;
    const IntensityColumns &intensity = s.scores.intensity;
    for (std::size_t i = 0; i < board.high.size() && i < mostInsightRows; ++i) {
        const std::uint32_t row = board.high[i];
        const NextAction *action = board.actionOf(row);
        const int left = intensity.endsOn[row] - s.asOf;
        QList<QStandardItem *> cells{accountItem(s, row), tierOf(s, row), countItem(intensity.interactions[row]), countItem(intensity.people[row]),
                                     countItem(intensity.areas[row]), daysItem(left, s.policy.intensity.windowDays, left),
                                     textItem(action ? actionWords(action->kind) : InsightLists::tr("hold-out: measured only"), action ? Tone::plain : Tone::muted)};
        if (!brief)
            cells << figureItem(dayText(intensity.lastActivity[row]), intensity.lastActivity[row].number)
                  << textItem(action ? QString::fromStdString(action->reason) : QString(), Tone::secondary);
        table.addRow(cells, row);
    }
}

FigureTable *makeMissTable()
{
    auto *table = new FigureTable(InsightLists::tr("Near misses"));
    table->setColumns({{InsightLists::tr("Account"), 220, false, true},
                       {InsightLists::tr("Tier"), 44},
                       {InsightLists::tr("Interactions"), 96, true},
                       {InsightLists::tr("People"), 70, true},
                       {InsightLists::tr("Areas"), 64, true},
                       {InsightLists::tr("Lacks"), 180},
                       {InsightLists::tr("Time left"), 110},
                       {InsightLists::tr("Play that helps"), 240}});
    table->setItemDelegateForColumn(1, new TierDelegate(table));
    table->setItemDelegateForColumn(6, new MeterDelegate(table));
    return table;
}

void fillMisses(FigureTable &table, const InsightBoard &board)
{
    table.clearRows();
    const Snapshot &s = *board.snapshot;
    for (std::size_t i = 0; i < board.misses.size() && i < mostInsightRows; ++i) {
        const NearMiss &miss = board.misses[i];
        const std::uint32_t row = miss.account;
        const QString lacks = miss.shortPeople > 0   ? InsightLists::tr("one more person")
                              : miss.shortAreas > 0  ? InsightLists::tr("one more product area")
                                                     : InsightLists::tr("%n interaction(s)", nullptr, miss.shortInteractions);
        const NextAction *action = board.actionOf(row);
        const int left = s.scores.intensity.daysLeft[row];
        table.addRow({accountItem(s, row), tierOf(s, row), countItem(s.scores.intensity.interactions[row]), countItem(s.scores.intensity.people[row]),
                      countItem(s.scores.intensity.areas[row]), textItem(lacks), daysItem(left, s.policy.intensity.windowDays, left),
                      textItem(action ? playName(s, action->play) : QString(), Tone::secondary)},
                     row);
    }
}

FigureTable *makePairTable(bool brief)
{
    auto *table = new FigureTable(InsightLists::tr("First this, then that"));
    QList<Column> columns{{InsightLists::tr("First, then"), 190, false, true},
                          {InsightLists::tr("Within"), 54},
                          {InsightLists::tr("Rate"), 112, true, false, InsightLists::tr("Share that turns high-intensity within 90 days: with the step against without it")},
                          {InsightLists::tr("¼× to 8×"), brief ? 124 : 160, false, false, InsightLists::tr("Ratio of the two shares with its 95 % interval, from a quarter to eight times")},
                          {InsightLists::tr("Ratio"), 56, true},
                          {InsightLists::tr("q"), 64, true, false, InsightLists::tr("Chance of a false find among all pairs tested, after the landmark test")}};
    if (!brief)
        columns << Column{InsightLists::tr("Whose"), 120} << Column{InsightLists::tr("Accounts"), 130, true} << Column{InsightLists::tr("Landmark ratio"), 108, true}
                << Column{InsightLists::tr("Landmark n"), 110, true} << Column{InsightLists::tr("Fisher p"), 76, true} << Column{InsightLists::tr("Verdict"), 110};
    table->setColumns(columns);
    table->setItemDelegateForColumn(3, new MeterDelegate(table));
    return table;
}

void fillPairs(FigureTable &table, const InsightBoard &board, std::span<const JourneyPair> pairs, bool brief)
{
    table.clearRows();
    std::vector<const JourneyPair *> order;
    for (const JourneyPair &pair : pairs)
        order.push_back(&pair);
    // Patterns first, then by how sure the plain difference is.
    std::stable_sort(order.begin(), order.end(), [](const JourneyPair *a, const JourneyPair *b) {
        return std::tuple(!a->pattern, a->landmarkQ.value_or(2), a->p) < std::tuple(!b->pattern, b->landmarkQ.value_or(2), b->p);
    });
    if (brief) {
        // One line for each step: its strongest window.
        std::vector<std::uint32_t> seen;
        std::erase_if(order, [&seen](const JourneyPair *pair) {
            const std::uint32_t key = (std::uint32_t{pair->first} << 16) | pair->then;
            if (std::find(seen.begin(), seen.end(), key) != seen.end())
                return true;
            seen.push_back(key);
            return false;
        });
    }
    for (std::size_t i = 0; i < order.size() && i < mostInsightRows; ++i) {
        const JourneyPair &pair = *order[i];
        const Tone tone = pair.pattern ? Tone::plain : Tone::secondary;
        const QString name = InsightLists::tr("%1 → %2").arg(typeName(board, pair.first), typeName(board, pair.then));
        const double ratio = pair.ratio.ratio.value_or(0);
        IntervalMark mark;
        mark.enough = false;
        QString words = InsightLists::tr("too few to tell");
        if (pair.ratio.interval) {
            mark = ratioMark(pair.ratio.interval->low, ratio, pair.ratio.interval->high, pair.pattern);
            words = InsightLists::tr("ratio %1, interval %2 to %3").arg(ratioText(ratio), ratioText(pair.ratio.interval->low), ratioText(pair.ratio.interval->high));
        }
        QList<QStandardItem *> cells{textItem(name, tone, pair.pattern),
                                     figureItem(InsightLists::tr("%1 d").arg(pair.withinDays), pair.withinDays, tone),
                                     figureItem(InsightLists::tr("%1 vs %2").arg(percentText(pair.rateTreated()), percentText(pair.rateControl())), pair.rateTreated(), tone),
                                     intervalItem(mark, words),
                                     pair.ratio.ratio ? figureItem(numberText(ratio, 1), ratio, tone, pair.pattern) : figureItem(QStringLiteral("–"), -1, Tone::muted),
                                     pair.landmarkQ ? figureItem(smallChanceText(*pair.landmarkQ), *pair.landmarkQ, tone) : figureItem(QStringLiteral("–"), 2, Tone::muted)};
        if (!brief) {
            cells << textItem(pair.variant == JourneyVariant::first ? InsightLists::tr("first activity") : InsightLists::tr("any time"), tone)
                  << figureItem(InsightLists::tr("%1 vs %2").arg(countText(pair.treated), countText(pair.control)), static_cast<double>(pair.treated), tone)
                  << (pair.landmarkRatio ? figureItem(numberText(*pair.landmarkRatio, 2), *pair.landmarkRatio, tone) : figureItem(QStringLiteral("–"), -1, Tone::muted))
                  << figureItem(InsightLists::tr("%1 vs %2").arg(countText(pair.landmarkTreated), countText(pair.landmarkControl)), static_cast<double>(pair.landmarkTreated), tone)
                  << figureItem(smallChanceText(pair.p), pair.p, tone)
                  << textItem(pair.pattern ? InsightLists::tr("pattern") : InsightLists::tr("not proven"), pair.pattern ? Tone::good : Tone::muted);
        }
        table.addRow(cells);
    }
}

FigureTable *makeStepTable(bool brief)
{
    auto *table = new FigureTable(InsightLists::tr("Accounts with a missing step"));
    QList<Column> columns{{InsightLists::tr("Account"), 130, false, true}, {InsightLists::tr("Not yet"), brief ? 96 : 160}, {InsightLists::tr("Time left"), 96}};
    if (!brief)
        columns << Column{InsightLists::tr("After"), 140} << Column{InsightLists::tr("Play that delivers it"), 220};
    table->setColumns(columns);
    table->setItemDelegateForColumn(2, new MeterDelegate(table));
    return table;
}

void fillSteps(FigureTable &table, const InsightBoard &board, bool brief)
{
    table.clearRows();
    const Snapshot &s = *board.snapshot;
    for (std::size_t i = 0; i < board.steps.size() && i < mostInsightRows; ++i) {
        const MissingStep &step = board.steps[i];
        const JourneyPair &pair = board.pairs[step.pair];
        const int left = step.until - s.asOf;
        QList<QStandardItem *> cells{accountItem(s, step.account), textItem(typeName(board, pair.then)), daysItem(left, pair.withinDays, left)};
        if (!brief) {
            const NextAction *action = board.actionOf(step.account);
            cells << textItem(InsightLists::tr("%1 on %2").arg(typeName(board, pair.first), dayText(step.since)), Tone::secondary)
                  << textItem(action ? playName(s, action->play) : QString());
        }
        table.addRow(cells, step.account);
    }
}

FigureTable *makeAlikeTable(bool brief)
{
    auto *table = new FigureTable(InsightLists::tr("Lookalikes"));
    QList<Column> columns{{InsightLists::tr("Rank"), 48, true}, {InsightLists::tr("Account"), brief ? 120 : 200, false, brief}, {InsightLists::tr("Tier"), 42}};
    columns << Column{InsightLists::tr("Alike"), 56, true, false, InsightLists::tr("Calibrated score of 0 to 1, for display only: never add it up to a market size")};
    if (!brief)
        columns << Column{InsightLists::tr("Why"), 420, false, true} << Column{InsightLists::tr("Nearest examples"), 340};
    table->setColumns(columns);
    table->setItemDelegateForColumn(2, new TierDelegate(table));
    return table;
}

void fillAlike(FigureTable &table, const InsightBoard &board, bool brief)
{
    table.clearRows();
    if (!board.lookalikes)
        return;
    const Snapshot &s = *board.snapshot;
    for (std::size_t i = 0; i < board.alike.size() && i < mostInsightRows; ++i) {
        const std::uint32_t row = board.alike[i];
        const LookalikeAccount &alike = board.lookalikes->result.accounts[row];
        const QString factors = QString::fromStdString(board.lookalikes->factorsText(row));
        QList<QStandardItem *> cells{figureItem(countText(static_cast<std::int64_t>(i + 1)), static_cast<double>(i + 1), Tone::secondary), accountItem(s, row),
                                     tierOf(s, row), figureItem(numberText(alike.probability, 2), alike.score, Tone::plain, true)};
        cells[1]->setToolTip(factors);
        if (!brief) {
            QStringList nearest;
            for (const std::uint32_t other : alike.nearest) {
                if (other != noAccount)
                    nearest << accountLabel(s, other);
            }
            cells << textItem(factors) << textItem(nearest.join(QStringLiteral(", ")), Tone::secondary);
        }
        table.addRow(cells, row);
    }
}

FigureTable *makeBlockTable()
{
    auto *table = new FigureTable(InsightLists::tr("Stumbling blocks"));
    table->setColumns({{InsightLists::tr("Asset"), 220, false, true},
                       {InsightLists::tr("Accounts"), 84, true},
                       {InsightLists::tr("Went silent"), 90, true, false, InsightLists::tr("No counting activity in the 30 days after the last one with it")},
                       {InsightLists::tr("Share"), 70, true},
                       {InsightLists::tr("Elsewhere"), 84, true},
                       {InsightLists::tr("q"), 70, true},
                       {InsightLists::tr("Link broken"), 190},
                       {InsightLists::tr("Verdict"), 190}});
    return table;
}

void fillBlocks(FigureTable &table, const InsightBoard &board)
{
    table.clearRows();
    for (const StumblingBlock &block : board.blocks) {
        const QString broken = block.broken() ? InsightLists::tr("%1 to %2").arg(dayText(block.brokenFrom), dayText(block.brokenTo)) : QString();
        const QString verdict = block.broken() ? InsightLists::tr("broken link") : block.stops() ? InsightLists::tr("accounts stop here") : InsightLists::tr("nothing unusual");
        table.addRow({textItem(QString::fromStdString(board.assets.at(block.asset).label)), countItem(block.accounts), countItem(block.stopped),
                      shareItem(block.rate), shareItem(block.othersRate), block.q ? figureItem(smallChanceText(*block.q), *block.q) : figureItem(QStringLiteral("–"), 2, Tone::muted),
                      figureItem(broken, block.brokenFrom.known() ? block.brokenFrom.number : 0, Tone::red),
                      textItem(verdict, block.broken() ? Tone::red : block.stops() ? Tone::warn : Tone::muted)});
    }
}

FigureTable *makeCommitteeTable()
{
    auto *table = new FigureTable(InsightLists::tr("Buying committees"));
    table->setColumns({{InsightLists::tr("Account"), 200},
                       {InsightLists::tr("Tier"), 44},
                       {InsightLists::tr("Coverage"), 90, true, false, InsightLists::tr("Required roles with somebody engaged in the last 90 days, of all that the ICP requires")},
                       {InsightLists::tr("Silent"), 240, false, false, InsightLists::tr("Somebody is known in the role and does nothing that counts")},
                       {InsightLists::tr("Missing"), 240, false, true, InsightLists::tr("Nobody is known in the role")},
                       {InsightLists::tr("Play that reaches the first"), 220},
                       {InsightLists::tr("ACV"), 100, true}});
    table->setItemDelegateForColumn(1, new TierDelegate(table));
    return table;
}

void fillCommittees(FigureTable &table, const InsightBoard &board)
{
    table.clearRows();
    const Snapshot &s = *board.snapshot;
    const std::size_t roles = std::min<std::size_t>(board.people.roles.size(), 16);
    for (std::size_t i = 0; i < board.committees.size() && i < mostInsightRows; ++i) {
        const CommitteeGap &gap = board.committees[i];
        QStringList silent, missing;
        int engaged = 0;
        for (std::size_t role = 0; role < roles; ++role) {
            const bool awake = (gap.engaged >> role & 1) != 0;
            engaged += awake ? 1 : 0;
            if (!awake)
                ((gap.known >> role & 1) != 0 ? silent : missing) << roleWords(board.people.roles[role]);
        }
        const Money acv = s.accounts.acv[gap.account];
        table.addRow({accountItem(s, gap.account), tierOf(s, gap.account),
                      figureItem(InsightLists::tr("%1 of %2").arg(engaged).arg(roles), engaged), textItem(silent.join(QStringLiteral(", ")), Tone::warn),
                      textItem(missing.join(QStringLiteral(", ")), Tone::red), textItem(playName(s, gap.play)),
                      acv.known() ? figureItem(amountText(acv, s.settings.currency), static_cast<double>(acv.minor)) : figureItem(QStringLiteral("–"), -1, Tone::muted)},
                     gap.account);
    }
}

QString hitRateWords(const InsightBoard &board)
{
    QStringList parts;
    for (std::size_t kind = 0; kind < actionKinds; ++kind) {
        const SignalRecord &record = board.records[kind];
        if (record.judged() == 0)
            continue;
        const QString name = actionWords(static_cast<ActionKind>(kind));
        const auto rate = record.hitRate();
        QString words = rate ? InsightLists::tr("%1 %2 of %3").arg(name, percentText(*rate)).arg(record.judged())
                             : InsightLists::tr("%1 %2 of %3, too few to tell").arg(name).arg(record.useful).arg(record.judged());
        if (record.demoted())
            words += InsightLists::tr(", stands back");
        parts << words;
    }
    return parts.isEmpty() ? QString() : InsightLists::tr("Called useful: %1.").arg(parts.join(QStringLiteral("; ")));
}

FigureTable *makeActionTable()
{
    auto *table = new FigureTable(InsightLists::tr("Next best actions"));
    table->setColumns({{InsightLists::tr("Account"), 180},
                       {InsightLists::tr("Tier"), 44},
                       {InsightLists::tr("Action"), 180},
                       {InsightLists::tr("Why"), 300, false, true},
                       {InsightLists::tr("Play"), 200},
                       {InsightLists::tr("Who"), 120},
                       {InsightLists::tr("Worth"), 96, true, false, InsightLists::tr("The account's ACV times the chance of a deal within 30 days that the action adds")},
                       {InsightLists::tr("Time left"), 100}});
    table->setItemDelegateForColumn(1, new TierDelegate(table));
    table->setItemDelegateForColumn(7, new MeterDelegate(table));
    return table;
}

void fillActions(FigureTable &table, const InsightBoard &board)
{
    table.clearRows();
    const Snapshot &s = *board.snapshot;
    for (std::size_t i = 0; i < board.actions.size() && i < mostInsightRows; ++i) {
        const NextAction &action = board.actions[i];
        const int left = action.deadline - s.asOf;
        QStandardItem *what = textItem(actionWords(action.kind));
        what->setToolTip(actionHint(action.kind));
        const QString who = action.marketing ? InsightLists::tr("Marketing") : QString::fromStdString(s.accounts.owner.at(action.account).label);
        table.addRow({accountItem(s, action.account), tierOf(s, action.account), what, textItem(QString::fromStdString(action.reason), Tone::secondary),
                      textItem(playName(s, action.play)), textItem(who, Tone::secondary),
                      action.expectedValue.known() ? figureItem(currencyText(Money{action.expectedValue.minor / 100 * 100}, s.settings.currency), static_cast<double>(action.expectedValue.minor))
                                                   : figureItem(QStringLiteral("–"), -1, Tone::muted),
                      daysItem(left, 30, left)},
                     action.account);
    }
}

FigureTable *makeHandOffTable()
{
    auto *table = new FigureTable(InsightLists::tr("Hand-offs"));
    table->setColumns({{InsightLists::tr("Day"), 90},
                       {InsightLists::tr("To"), 130},
                       {InsightLists::tr("By"), 150},
                       {InsightLists::tr("File"), 220, false, true},
                       {InsightLists::tr("Accounts"), 84, true},
                       {InsightLists::tr("People"), 76, true},
                       {InsightLists::tr("Left out"), 84, true, false, InsightLists::tr("People who opted out, or whose consent is not known: they never leave")},
                       {InsightLists::tr("Waiting"), 84, true},
                       {InsightLists::tr("Turned hot"), 96, true},
                       {InsightLists::tr("Converted"), 92, true, false, InsightLists::tr("An opportunity was opened within 90 days")},
                       {InsightLists::tr("Expired"), 84, true}});
    return table;
}

void fillHandOffs(FigureTable &table, const std::vector<HandOffLine> &lines)
{
    table.clearRows();
    const auto target = [](const std::string &name) {
        return name == "salesloft" ? InsightLists::tr("Salesloft people") : name == "marketo" ? InsightLists::tr("Marketo list") : InsightLists::tr("CRM tasks");
    };
    for (const HandOffLine &line : lines) {
        const StoredHandOff &record = line.record;
        QList<QStandardItem *> cells{figureItem(dayText(record.day), record.day.number), textItem(target(record.target)), textItem(QString::fromStdString(record.by)),
                                     textItem(QString::fromStdString(record.file), Tone::secondary), countItem(line.accounts()), countItem(record.people), countItem(record.leftOut)};
        for (const std::int64_t count : line.states)
            cells << countItem(count);
        table.addRow(cells);
    }
}

} // namespace dimsum
