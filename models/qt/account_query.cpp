#include "qt/account_query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace dimsum {

namespace {

// Folding like the dictionaries' keys: good for comparing what people typed with what was imported.
std::string folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded().trimmed().toStdString();
}

// Case-insensitive search in UTF-8 without allocating per row: ASCII folds bytewise, other letters are searched in
// the folded copy of the row only if the wanted text has any.
class TextSearch
{
public:
    explicit TextSearch(const QString &wanted)
        : m_wanted(folded(wanted)),
          m_ascii(std::all_of(m_wanted.begin(), m_wanted.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    {
    }

    bool in(std::string_view text) const
    {
        if (!m_ascii)
            return folded(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).find(m_wanted) != std::string::npos;
        const auto same = [](char have, char wanted) { return (have >= 'A' && have <= 'Z' ? char(have + 32) : have) == wanted; };
        return std::search(text.begin(), text.end(), m_wanted.begin(), m_wanted.end(), same) != text.end();
    }
    // For dictionary columns: once per distinct value.
    std::vector<std::uint8_t> in(const FieldColumn &column) const
    {
        std::vector<std::uint8_t> found(column.values.size());
        for (std::uint32_t code = 1; code < column.values.size(); ++code)
            found[code] = column.values.at(code).key.find(m_wanted) != std::string::npos;
        return found;
    }

private:
    std::string m_wanted;
    bool m_ascii;
};

void keepField(const AccountFrame &accounts, const FieldCondition &condition, std::vector<std::uint32_t> &rows)
{
    const FieldColumn *column = accountField(accounts, condition.field);
    if (column == nullptr) {
        rows.clear();
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
    std::erase_if(rows, [&](std::uint32_t row) { return !wanted[column->codes[row]]; });
}

bool inScope(const Snapshot &s, std::uint32_t row, AccountScope scope, const std::string &owner)
{
    switch (scope) {
    case AccountScope::all:
        return true;
    case AccountScope::tier1:
        return s.tiers[row] == Tier::one;
    case AccountScope::tier2:
        return s.tiers[row] == Tier::two;
    case AccountScope::tier3:
        return s.tiers[row] == Tier::three;
    case AccountScope::noTier:
        return s.tiers[row] == Tier::none;
    case AccountScope::mine:
        return s.accounts.owner.at(row).key == owner;
    case AccountScope::surging:
        return s.scores.intent.surges(row) || s.scores.engagement.surge[row] != 0;
    case AccountScope::tier1NoPlay:
        return s.tiers[row] == Tier::one && s.orderSummaries[row].all == 0;
    case AccountScope::overdueOrders:
        return s.orderSummaries[row].overdue > 0;
    }
    return true;
}

void keepNumbers(const Snapshot &s, const AccountQuery &query, std::vector<std::uint32_t> &rows)
{
    if (query.fitAtLeast)
        std::erase_if(rows, [&](std::uint32_t row) { return !s.scores.fit.defined || s.scores.fit.fit[row] + 1e-9 < *query.fitAtLeast; });
    if (query.acvAtLeast) {
        const double minor = *query.acvAtLeast * std::pow(10.0, s.settings.currency.exponent);
        std::erase_if(rows, [&](std::uint32_t row) {
            const Money acv = s.accounts.acv[row];
            return !acv.known() || static_cast<double>(acv.minor) + 1e-6 < minor;
        });
    }
    const auto daysSince = [&](std::uint32_t row) {
        const Day last = s.scores.intensity.lastActivity[row];
        return last.known() ? s.asOf - last : std::numeric_limits<std::int32_t>::max();
    };
    if (query.touchedWithin)
        std::erase_if(rows, [&](std::uint32_t row) { return daysSince(row) > *query.touchedWithin; });
    if (query.notTouchedFor)
        std::erase_if(rows, [&](std::uint32_t row) { return daysSince(row) < *query.notTouchedFor; });
    if (query.recentIntent)
        std::erase_if(rows, [&](std::uint32_t row) { return !s.scores.intent.recent[row]; });
    if (query.recentEngagement)
        std::erase_if(rows, [&](std::uint32_t row) { return !s.scores.engagement.recent[row]; });
    if (query.pinned)
        std::erase_if(rows, [&](std::uint32_t row) { return s.pin(row) == nullptr; });
    if (query.wouldMove)
        std::erase_if(rows, [&](std::uint32_t row) { return !s.proposal.defined || s.proposal.withPin(row, s.pins) == s.tiers[row]; });
}

void keepText(const AccountFrame &accounts, const QString &text, std::vector<std::uint32_t> &rows)
{
    const TextSearch search(text);
    const auto industry = search.in(accounts.industry);
    const auto country = search.in(accounts.country);
    const auto owner = search.in(accounts.owner);
    std::erase_if(rows, [&](std::uint32_t row) {
        return !(industry[accounts.industry.codes[row]] || country[accounts.country.codes[row]] || owner[accounts.owner.codes[row]]
                 || search.in(accounts.name.at(row)) || search.in(accounts.domain.at(row)) || search.in(accounts.externalId.at(row)));
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

std::vector<std::uint32_t> accountRows(const Snapshot &snapshot, const AccountQuery &query)
{
    const std::string owner = folded(query.owner);
    std::vector<std::uint32_t> rows;
    rows.reserve(snapshot.size());
    for (std::uint32_t row = 0; row < snapshot.size(); ++row) {
        if (inScope(snapshot, row, query.scope, owner))
            rows.push_back(row);
    }
    for (const FieldCondition &field : query.fields)
        keepField(snapshot.accounts, field, rows);
    keepNumbers(snapshot, query, rows);
    if (!query.text.isEmpty())
        keepText(snapshot.accounts, query.text, rows);
    return rows;
}

std::int64_t scopeCount(const Snapshot &snapshot, AccountScope scope, const QString &owner)
{
    const std::string key = folded(owner);
    std::int64_t count = 0;
    for (std::uint32_t row = 0; row < snapshot.size(); ++row)
        count += inScope(snapshot, row, scope, key);
    return count;
}

} // namespace dimsum
