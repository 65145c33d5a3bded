#include "qt/account_query.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace dimsum {

namespace {

// Folding like the dictionaries' keys: good for comparing what people typed with what was imported.
std::string folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded().trimmed().toStdString();
}

// Case-insensitive search in UTF-8: ASCII letters fold bytewise, others are searched in a folded copy of the row, and
// only if the wanted text has any.
class TextSearch
{
public:
    explicit TextSearch(const QString &wanted)
        : m_wanted(folded(wanted)),
          m_ascii(std::all_of(m_wanted.begin(), m_wanted.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    {
    }

    // For dictionary columns: once per distinct value.
    std::vector<std::uint8_t> in(const FieldColumn &column) const
    {
        std::vector<std::uint8_t> found(column.values.size());
        for (std::uint32_t code = 1; code < column.values.size(); ++code)
            found[code] = column.values.at(code).key.find(m_wanted) != std::string::npos;
        return found;
    }

    // Marks the rows begin .. end that hold the text, with 1. The texts of a column lie one behind the other: they are
    // searched as one.
    void mark(const TextColumn &column, std::size_t begin, std::size_t end, std::vector<std::uint8_t> &found) const
    {
        if (begin == end)
            return;
        if (!m_ascii) {
            for (std::size_t row = begin; row < end; ++row) {
                const std::string_view text = column.at(row);
                if (found[row] == 0 && folded(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).find(m_wanted) != std::string::npos)
                    found[row] = 1;
            }
            return;
        }
        const std::vector<std::uint64_t> &ends = column.ends();
        const char *const bytes = column.text().data();
        std::size_t at = begin == 0 ? 0 : static_cast<std::size_t>(ends[begin - 1]);
        const auto last = static_cast<std::size_t>(ends[end - 1]);
        if (at + m_wanted.size() > last)
            return;
        const std::size_t places = last - m_wanted.size() + 1; // where the text may begin
        std::size_t row = begin;
        while (at < places) {
            std::uint64_t marks = candidates(bytes, at, places);
            const std::size_t block = at;
            at += blockBytes;
            while (marks != 0) {
                const std::size_t place = block + static_cast<std::size_t>(std::countr_zero(marks));
                while (ends[row] <= place)
                    ++row;
                const auto rowEnd = static_cast<std::size_t>(ends[row]);
                marks &= marks - 1;
                if (found[row] == 0 && !(place + m_wanted.size() <= rowEnd && matches(bytes + place)))
                    continue;
                found[row] = 1; // one match is enough: on to the next row
                const std::size_t passed = rowEnd - block;
                marks = passed < blockBytes ? marks >> passed << passed : 0;
                at = std::max(at, rowEnd);
            }
        }
    }

private:
    static char low(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }
    bool matches(const char *text) const
    {
        return std::equal(m_wanted.begin(), m_wanted.end(), text, [](char wanted, char have) { return low(have) == wanted; });
    }
    // One bit for each of the next blockBytes places before `end` where the first and the last letter may stand. Bit 0x20
    // makes small letters of large ones; what else it makes alike is told apart by matches().
    static constexpr std::size_t blockBytes = 64;
    std::uint64_t candidates(const char *bytes, std::size_t at, std::size_t end) const
    {
        const char first = static_cast<char>(m_wanted.front() | 0x20), last = static_cast<char>(m_wanted.back() | 0x20);
        const std::size_t reach = m_wanted.size() - 1;
        std::uint64_t marks = 0;
#ifdef __SSE2__
        if (at + blockBytes <= end) {
            const __m128i small = _mm_set1_epi8(0x20), firsts = _mm_set1_epi8(first), lasts = _mm_set1_epi8(last);
            const auto load = [bytes, small](std::size_t place) {
                return _mm_or_si128(_mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + place)), small);
            };
            for (std::size_t i = 0; i < blockBytes; i += 16) {
                const __m128i both = _mm_and_si128(_mm_cmpeq_epi8(load(at + i), firsts), _mm_cmpeq_epi8(load(at + i + reach), lasts));
                marks |= std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(both))} << i;
            }
            return marks;
        }
#endif
        for (std::size_t i = 0; i < std::min(blockBytes, end - at); ++i)
            marks |= std::uint64_t{(bytes[at + i] | 0x20) == first && (bytes[at + i + reach] | 0x20) == last} << i;
        return marks;
    }

    std::string m_wanted;
    bool m_ascii;
};

// Takes out the rows that `drop` says; asks from all cores.
template <class Drop>
void dropIf(std::vector<std::uint8_t> &kept, const Drop &drop)
{
    inAllCores(kept.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            if (kept[row] != 0 && drop(row))
                kept[row] = 0;
        }
    });
}

void keepField(const AccountFrame &accounts, const FieldCondition &condition, std::vector<std::uint8_t> &kept)
{
    const FieldColumn *column = accountField(accounts, condition.field);
    if (column == nullptr) {
        std::fill(kept.begin(), kept.end(), std::uint8_t{0});
        return;
    }
    std::vector<std::uint8_t> wanted(column->values.size());
    for (const QString &value : condition.values) {
        const std::string key = folded(value);
        for (std::uint32_t code = 0; code < column->values.size(); ++code) {
            const FieldValue &have = column->values.at(code);
            wanted[code] |= have.key == key || std::find(have.parts.begin(), have.parts.end(), key) != have.parts.end();
        }
    }
    dropIf(kept, [&](std::size_t row) { return !wanted[column->codes[row]]; });
}

// Gives `use` the question that the scope asks of a row, so that a million rows are asked without asking which one it is.
template <class Use>
auto withScope(const Snapshot &s, AccountScope scope, const QString &owner, const Use &use)
{
    const auto inTier = [&](Tier tier) { return use([tiers = s.tiers.data(), tier](std::size_t row) { return tiers[row] == tier; }); };
    switch (scope) {
    case AccountScope::all:
        break;
    case AccountScope::tier1:
        return inTier(Tier::one);
    case AccountScope::tier2:
        return inTier(Tier::two);
    case AccountScope::tier3:
        return inTier(Tier::three);
    case AccountScope::noTier:
        return inTier(Tier::none);
    case AccountScope::mine: {
        const FieldColumn &column = s.accounts.owner;
        const std::uint32_t code = column.values.find(folded(owner)).value_or(0); // 0: an account without an owner, who is nobody's
        return use([codes = column.codes.data(), code, nobody = folded(owner).empty()](std::size_t row) { return codes[row] == code && (code != 0 || nobody); });
    }
    case AccountScope::surging:
        return use([&](std::size_t row) { return s.scores.intent->surges(row) || s.scores.engagement.surge[row] != 0; });
    case AccountScope::tier1NoPlay:
        return use([&](std::size_t row) { return s.tiers[row] == Tier::one && s.orderSummaries[row].all == 0; });
    case AccountScope::overdueOrders:
        return use([&](std::size_t row) { return s.orderSummaries[row].overdue > 0; });
    }
    return use([](std::size_t) { return true; });
}

void keepNumbers(const Snapshot &s, const AccountQuery &query, std::vector<std::uint8_t> &kept)
{
    if (query.fitAtLeast)
        dropIf(kept, [&](std::size_t row) { return !s.scores.fit->defined || s.scores.fit->fit[row] + 1e-9 < *query.fitAtLeast; });
    if (query.acvAtLeast) {
        const double minor = *query.acvAtLeast * std::pow(10.0, s.settings.currency.exponent);
        dropIf(kept, [&](std::size_t row) {
            const Money acv = s.accounts.acv[row];
            return !acv.known() || static_cast<double>(acv.minor) + 1e-6 < minor;
        });
    }
    const auto daysSince = [&](std::size_t row) {
        const Day last = s.scores.intensity.lastActivity[row];
        return last.known() ? s.asOf - last : std::numeric_limits<std::int32_t>::max();
    };
    if (query.touchedWithin)
        dropIf(kept, [&](std::size_t row) { return daysSince(row) > *query.touchedWithin; });
    if (query.notTouchedFor)
        dropIf(kept, [&](std::size_t row) { return daysSince(row) < *query.notTouchedFor; });
    if (query.recentIntent)
        dropIf(kept, [&](std::size_t row) { return !s.scores.intent->recent[row]; });
    if (query.recentEngagement)
        dropIf(kept, [&](std::size_t row) { return !s.scores.engagement.recent[row]; });
    if (query.pinned)
        dropIf(kept, [&](std::size_t row) { return s.pin(static_cast<std::uint32_t>(row)) == nullptr; });
    if (query.wouldMove)
        dropIf(kept, [&](std::size_t row) { return !s.proposal.defined || s.proposal.withPin(row, s.pins) == s.tiers[row]; });
}

void keepText(const AccountFrame &accounts, const QString &text, std::vector<std::uint8_t> &kept)
{
    const TextSearch search(text);
    const auto industry = search.in(accounts.industry);
    const auto country = search.in(accounts.country);
    const auto owner = search.in(accounts.owner);
    std::vector<std::uint8_t> found;
    resizeLarge(found, kept.size());
    inAllCores(kept.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row)
            found[row] = static_cast<std::uint8_t>(industry[accounts.industry.codes[row]] | country[accounts.country.codes[row]] | owner[accounts.owner.codes[row]]);
        for (const TextColumn *column : {&accounts.name, &accounts.domain, &accounts.externalId})
            search.mark(*column, begin, end, found);
        for (std::size_t row = begin; row < end; ++row)
            kept[row] = static_cast<std::uint8_t>(kept[row] & found[row]);
    });
}

const QList<QString> scopeNames{QStringLiteral("all"),   QStringLiteral("tier-1"), QStringLiteral("tier-2"),
                                QStringLiteral("tier-3"), QStringLiteral("none"),   QStringLiteral("mine"),
                                QStringLiteral("surging"), QStringLiteral("tier-1-no-play"), QStringLiteral("orders-overdue")};

} // namespace

const FieldColumn *accountField(const AccountFrame &accounts, const QString &field)
{
    const std::string name = field.toStdString();
    if (name == "owner")
        return &accounts.owner;
    if (const auto known = fieldOf(name))
        return fieldSource(accounts, *known).field;
    return fieldSource(accounts, IcpField::custom, name).field;
}

int AccountQuery::conditions() const
{
    return !text.isEmpty() + static_cast<int>(fields.size()) + fitAtLeast.has_value() + acvAtLeast.has_value()
           + touchedWithin.has_value() + notTouchedFor.has_value() + recentIntent + recentEngagement + pinned + wouldMove;
}

QByteArray AccountQuery::toJson() const
{
    QJsonObject object{{QStringLiteral("scope"), scopeNames[static_cast<int>(scope)]}};
    const auto put = [&object](const char *name, const QJsonValue &value, bool given) {
        if (given)
            object.insert(QLatin1String(name), value);
    };
    put("owner", owner, !owner.isEmpty());
    put("text", text, !text.isEmpty());
    QJsonArray conditionArray;
    for (const FieldCondition &field : fields)
        conditionArray.append(QJsonObject{{QStringLiteral("field"), field.field}, {QStringLiteral("values"), QJsonArray::fromStringList(field.values)}});
    put("fields", conditionArray, !fields.isEmpty());
    put("fit_at_least", fitAtLeast.value_or(0), fitAtLeast.has_value());
    put("acv_at_least", acvAtLeast.value_or(0), acvAtLeast.has_value());
    put("touched_within", touchedWithin.value_or(0), touchedWithin.has_value());
    put("not_touched_for", notTouchedFor.value_or(0), notTouchedFor.has_value());
    put("recent_intent", true, recentIntent);
    put("recent_engagement", true, recentEngagement);
    put("pinned", true, pinned);
    put("would_move", true, wouldMove);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<AccountQuery> AccountQuery::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    AccountQuery query;
    const qsizetype scopeIndex = scopeNames.indexOf(object.value(QStringLiteral("scope")).toString(QStringLiteral("all")));
    query.scope = static_cast<AccountScope>(std::max<qsizetype>(0, scopeIndex));
    query.owner = object.value(QStringLiteral("owner")).toString();
    query.text = object.value(QStringLiteral("text")).toString();
    for (const QJsonValue &value : object.value(QStringLiteral("fields")).toArray()) {
        FieldCondition field{value.toObject().value(QStringLiteral("field")).toString(), {}};
        for (const QJsonValue &wanted : value.toObject().value(QStringLiteral("values")).toArray())
            field.values << wanted.toString();
        query.fields << field;
    }
    const auto number = [&object](const char *name) -> std::optional<double> {
        const QJsonValue value = object.value(QLatin1String(name));
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    const auto days = [&number](const char *name) -> std::optional<int> {
        const auto value = number(name);
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    };
    query.fitAtLeast = number("fit_at_least");
    query.acvAtLeast = number("acv_at_least");
    query.touchedWithin = days("touched_within");
    query.notTouchedFor = days("not_touched_for");
    query.recentIntent = object.value(QStringLiteral("recent_intent")).toBool();
    query.recentEngagement = object.value(QStringLiteral("recent_engagement")).toBool();
    query.pinned = object.value(QStringLiteral("pinned")).toBool();
    query.wouldMove = object.value(QStringLiteral("would_move")).toBool();
    return query;
}

std::vector<std::uint8_t> keptAccounts(const Snapshot &snapshot, const AccountQuery &query)
{
    std::vector<std::uint8_t> kept;
    resizeLarge(kept, snapshot.size());
    std::fill(kept.begin(), kept.end(), std::uint8_t{1});
    if (query.scope != AccountScope::all)
        withScope(snapshot, query.scope, query.owner, [&kept](const auto &holds) { dropIf(kept, [&](std::size_t row) { return !holds(row); }); });
    for (const FieldCondition &field : query.fields)
        keepField(snapshot.accounts, field, kept);
    keepNumbers(snapshot, query, kept);
    if (!folded(query.text).empty())
        keepText(snapshot.accounts, query.text, kept);
    return kept;
}

std::int64_t accountCount(const Snapshot &snapshot, const AccountQuery &query)
{
    const std::vector<std::uint8_t> kept = keptAccounts(snapshot, query);
    return std::count(kept.begin(), kept.end(), 1);
}

std::int64_t scopeCount(const Snapshot &snapshot, AccountScope scope, const QString &owner)
{
    return withScope(snapshot, scope, owner, [&snapshot](const auto &holds) {
        std::atomic<std::int64_t> count = 0;
        inAllCores(snapshot.size(), [&](std::size_t begin, std::size_t end) {
            std::int64_t mine = 0;
            for (std::size_t row = begin; row < end; ++row)
                mine += holds(row) ? 1 : 0;
            count += mine;
        });
        return count.load();
    });
}

} // namespace dimsum
