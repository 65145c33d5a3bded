#include "domain/icp_learning.h"

#include "domain/deals.h"
#include "domain/fit.h"
#include "domain/tolerance.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace dimsum
{

namespace
{

constexpr double minLift = 1.2;
constexpr std::int64_t minBestMatch = 5;
constexpr double maxQ = 0.05;
constexpr std::size_t maxCustomValues = 50;

struct Counts {
    std::int64_t best = 0;
    std::int64_t tam = 0;
};

// Collects what is tested; figures that need all p values are filled in at the end.
class Trial
{
public:
    void add(Criterion criterion, Counts match, Counts known)
    {
        if (match.best == 0) // nobody among the best has it: not tested
            return;
        SuggestedCriterion tested;
        tested.criterion = std::move(criterion);
        tested.bestMatch = match.best;
        tested.bestKnown = known.best;
        tested.tamMatch = match.tam;
        tested.tamKnown = known.tam;
        const double bestShare = static_cast<double>(match.best) / static_cast<double>(known.best);
        const double tamShare = static_cast<double>(match.tam) / static_cast<double>(known.tam);
        tested.lift = bestShare / tamShare;
        tested.wilson = wilsonInterval(match.best, known.best);
        tested.p = fisherExact(match.best, known.best - match.best, match.tam - match.best,
                               known.tam - known.best - (match.tam - match.best));
        const double weight = std::floor(3 * std::log2(tested.lift) + 0.5 + slack);
        tested.criterion.weight = static_cast<int>(std::clamp(weight, 1.0, 10.0));
        m_tested.push_back(std::move(tested));
    }

    std::vector<SuggestedCriterion> finished() &&
    {
        std::vector<double> p;
        for (const SuggestedCriterion &tested : m_tested)
            p.push_back(tested.p);
        const std::vector<double> q = benjaminiHochberg(p);
        for (std::size_t i = 0; i < q.size(); ++i)
            m_tested[i].q = q[i];
        // Rounded, so that two ways to the same ratio rank alike; equal lifts stay in field order.
        const auto rank = [](const SuggestedCriterion &tested) { return std::round(tested.lift * 1e9); };
        std::stable_sort(m_tested.begin(), m_tested.end(),
                         [&](const auto &a, const auto &b) { return rank(a) > rank(b); });
        return std::move(m_tested);
    }

private:
    std::vector<SuggestedCriterion> m_tested;
};

Criterion criterionFor(IcpField field, const CustomColumn *custom)
{
    Criterion criterion;
    criterion.field = field;
    criterion.kind = defaultClass(field);
    if (custom != nullptr) {
        criterion.customLabel = custom->label;
        criterion.customKey = custom->key;
    }
    return criterion;
}

std::vector<std::uint32_t> codesByKey(const Dictionary &values)
{
    std::vector<std::uint32_t> codes;
    for (std::uint32_t code = 1; code < values.size(); ++code)
        codes.push_back(code);
    std::sort(codes.begin(), codes.end(),
              [&](std::uint32_t a, std::uint32_t b) { return values.at(a).key < values.at(b).key; });
    return codes;
}

std::vector<Counts> countCodes(const FieldColumn &column, const std::vector<std::uint8_t> &isBest)
{
    std::vector<Counts> counts(column.values.size());
    for (std::size_t row = 0; row < column.codes.size(); ++row) {
        Counts &count = counts[column.codes[row]];
        ++count.tam;
        count.best += isBest[row];
    }
    return counts;
}

Counts knownOf(const std::vector<Counts> &byCode)
{
    Counts known;
    for (std::size_t code = 1; code < byCode.size(); ++code) {
        known.best += byCode[code].best;
        known.tam += byCode[code].tam;
    }
    return known;
}

// Each whole value: "one of".
void tryValues(Trial &trial, const Criterion &shape, const FieldColumn &column,
               const std::vector<std::uint8_t> &isBest, std::size_t mostValues)
{
    const std::vector<Counts> counts = countCodes(column, isBest);
    const auto used = static_cast<std::size_t>(
        std::count_if(counts.begin() + 1, counts.end(), [](const Counts &count) { return count.tam > 0; }));
    if (used > mostValues)
        return;
    const Counts known = knownOf(counts);
    for (const std::uint32_t code : codesByKey(column.values)) {
        Criterion criterion = shape;
        criterion.test = CriterionTest::oneOf;
        criterion.values = {{column.values.at(code).label, column.values.at(code).key}};
        trial.add(std::move(criterion), counts[code], known);
    }
}

// The label of a part that has only a key: the piece of the label at the same place, if the pieces can be
// told.
std::string partLabel(const FieldValue &value, std::size_t part)
{
    std::vector<std::string> pieces;
    std::size_t begin = 0;
    while (begin <= value.label.size()) {
        const std::size_t end = std::min(value.label.find(';', begin), value.label.size());
        std::string piece = value.label.substr(begin, end - begin);
        const std::size_t first = piece.find_first_not_of(" \t");
        if (first != std::string::npos)
            pieces.push_back(piece.substr(first, piece.find_last_not_of(" \t") - first + 1));
        begin = end + 1;
    }
    return pieces.size() == value.parts.size() ? pieces[part] : value.parts[part];
}

// Each part of a ';' list: "has any of". An account that names a part twice has it once.
void tryParts(Trial &trial, const Criterion &shape, const FieldColumn &column,
              const std::vector<std::uint8_t> &isBest)
{
    const std::vector<Counts> byCode = countCodes(column, isBest);
    Dictionary parts;
    std::vector<Counts> counts(1);
    for (std::uint32_t code = 1; code < byCode.size(); ++code) {
        const FieldValue &value = column.values.at(code);
        std::vector<std::uint32_t> seen;
        const std::size_t pieces = std::max<std::size_t>(1, value.parts.size());
        for (std::size_t i = 0; i < pieces; ++i) {
            const bool whole = value.parts.empty();
            const std::uint32_t part = whole ? parts.intern(value.key, value.label)
                                             : parts.intern(value.parts[i], partLabel(value, i));
            counts.resize(parts.size());
            if (std::find(seen.begin(), seen.end(), part) != seen.end())
                continue;
            seen.push_back(part);
            counts[part].best += byCode[code].best;
            counts[part].tam += byCode[code].tam;
        }
    }
    const Counts known = knownOf(byCode);
    for (const std::uint32_t part : codesByKey(parts)) {
        Criterion criterion = shape;
        criterion.test = CriterionTest::hasAny;
        criterion.values = {{parts.at(part).label, parts.at(part).key}};
        trial.add(std::move(criterion), counts[part], known);
    }
}

struct KnownNumber {
    double value = 0;
    std::uint8_t best = 0;
};

std::vector<KnownNumber> knownNumbers(const FieldSource &source, const Currency &currency,
                                      const std::vector<std::uint8_t> &isBest)
{
    std::vector<KnownNumber> known;
    if (source.field != nullptr) {
        for (std::size_t row = 0; row < source.field->codes.size(); ++row) {
            if (const auto &number = source.field->at(row).number)
                known.push_back({*number, isBest[row]});
        }
    } else {
        const double minorPerMajor = std::pow(10.0, currency.exponent);
        for (std::size_t row = 0; row < source.money->size(); ++row) {
            const Money amount = (*source.money)[row];
            if (amount.known())
                known.push_back({static_cast<double>(amount.minor) / minorPerMajor, isBest[row]});
        }
    }
    std::sort(known.begin(), known.end(),
              [](const KnownNumber &a, const KnownNumber &b) { return a.value < b.value; });
    return known;
}

// Quintile bins [e0, e1], (e1, e2] ... with equal edges merged. A bin is told by its smallest and largest
// known value.
void tryBins(Trial &trial, const Criterion &shape, const std::vector<KnownNumber> &sorted)
{
    if (sorted.empty())
        return;
    std::vector<double> values;
    Counts known;
    for (const KnownNumber &one : sorted) {
        values.push_back(one.value);
        ++known.tam;
        known.best += one.best;
    }
    std::vector<double> uppers;
    for (int fifth = 1; fifth <= 5; ++fifth) {
        const double edge = fifth == 5 ? values.back() : quantile(values, fifth / 5.0);
        if (edge > values.front() && (uppers.empty() || edge > uppers.back()))
            uppers.push_back(edge);
    }
    // All edges equal: no bin, for it would hold every account and could not tell the best from the rest.
    std::size_t at = 0;
    for (const double upper : uppers) {
        Counts match;
        const std::size_t first = at;
        for (; at < sorted.size() && sorted[at].value <= upper; ++at) {
            ++match.tam;
            match.best += sorted[at].best;
        }
        if (at == first)
            continue;
        Criterion criterion = shape;
        criterion.test = CriterionTest::between;
        criterion.min = values[first];
        criterion.max = values[at - 1];
        trial.add(std::move(criterion), match, known);
    }
}

// Most deals that can be chosen with every two at least `apart` days from each other: the earliest, then the
// next far enough, and so on. For two deals that is "first and last lie far enough apart".
int spacedDeals(std::vector<Day> &closes, int apart)
{
    std::sort(closes.begin(), closes.end());
    int chosen = 0;
    Day last = unknownDay;
    for (const Day close : closes) {
        if (chosen == 0 || close - last >= apart) {
            ++chosen;
            last = close;
        }
    }
    return chosen;
}

} // namespace

BestCustomers bestCustomers(const OpportunityColumns &deals, std::size_t accounts,
                            const BestCustomerRules &rules, Day asOf)
{
    BestCustomers best;
    std::vector<std::vector<Day>> closes(accounts);
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (dealWon(deals, deal, asOf))
            closes[deals.account[deal]].push_back(deals.closed[deal]);
    }
    for (std::size_t account = 0; account < accounts; ++account) {
        if (std::ssize(closes[account]) < rules.won)
            continue;
        ++best.customers;
        if (spacedDeals(closes[account], rules.daysApart) >= rules.won)
            best.rows.push_back(static_cast<std::uint32_t>(account));
    }
    best.spaced = std::ssize(best.rows);
    return best;
}

IcpSuggestions learnIcp(const AccountFrame &accounts, const BestCustomers &best, const Currency &currency)
{
    IcpSuggestions learnt;
    learnt.best = best;
    std::vector<std::uint8_t> isBest(accounts.size(), 0);
    for (const std::uint32_t row : best.rows)
        isBest[row] = 1;
    Trial trial;
    for (const IcpField field : namedFields) {
        const Criterion shape = criterionFor(field, nullptr);
        const FieldSource source = fieldSource(accounts, field);
        if (isNumeric(field))
            tryBins(trial, shape, knownNumbers(source, currency, isBest));
        else if (field == IcpField::technologies)
            tryParts(trial, shape, *source.field, isBest);
        else
            tryValues(trial, shape, *source.field, isBest, source.field->values.size());
    }
    for (const CustomColumn &custom : accounts.custom)
        tryValues(trial, criterionFor(IcpField::custom, &custom), custom.column, isBest, maxCustomValues);
    learnt.tested = std::move(trial).finished();
    for (const SuggestedCriterion &tested : learnt.tested) {
        if (tested.lift + slack >= minLift && tested.bestMatch >= minBestMatch && tested.q <= maxQ + slack)
            learnt.suggestions.push_back(tested);
    }
    return learnt;
}

} // namespace dimsum
