#include "store/integrity.h"

#include "domain/order.h"
#include "store/activity_check.h"
#include "store/custom_values.h"
#include "store/domain_block.h"
#include "store/integrity_rules.h"
#include "store/migrations.h"
#include "store/statement.h"
#include "store/tiering_store.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_set>
#include <vector>

namespace dimsum {

namespace {

constexpr std::size_t listedPerRule = 20;

class Inspection
{
public:
    Inspection(Database &database, IntegrityReport &report) : m_database(database), m_report(report) {}

    // Every row of `sql` is a finding; its columns are the arguments of the sentence.
    Outcome rule(const std::string &sql, const char *sentence, int arguments)
    {
        begin();
        Statement select(m_database, sql);
        Outcome outcome = select.forEach([&](Statement &row) {
            std::vector<std::string> texts;
            for (int i = 0; i < arguments; ++i)
                texts.emplace_back(row.text(i));
            finding(sentence, std::move(texts));
        });
        end();
        return outcome;
    }

    void begin()
    {
        ++m_report.checks;
        m_found = 0;
    }
    void finding(const char *sentence, std::vector<std::string> arguments)
    {
        if (++m_found <= listedPerRule)
            m_report.findings.push_back(Error{ErrorKind::damaged, sentence, std::move(arguments)});
    }
    void end()
    {
        if (m_found > listedPerRule)
            m_report.findings.push_back(Error{ErrorKind::damaged, DIMSUM_TEXT("... and %1 more of the same kind."),
                                              {std::to_string(m_found - listedPerRule)}});
    }

private:
    Database &m_database;
    IntegrityReport &m_report;
    std::size_t m_found = 0;
};

Outcome checkFile(Database &database, Inspection &inspection)
{
    inspection.begin();
    Statement check(database, "PRAGMA integrity_check(100)");
    Outcome outcome = check.forEach([&](Statement &row) {
        if (row.text(0) != "ok")
            inspection.finding(DIMSUM_TEXT("The file itself is damaged: %1"), {std::string(row.text(0))});
    });
    inspection.end();
    // A page that cannot be read ends the scan with an error: that is a finding, not a reason to stop checking.
    if (!outcome && outcome.error().kind == ErrorKind::damaged) {
        inspection.begin();
        inspection.finding(DIMSUM_TEXT("The file itself is damaged: %1"), {plainText(outcome.error())});
        return Done{};
    }
    return outcome;
}

Outcome checkForeignKeys(Database &database, Inspection &inspection)
{
    inspection.begin();
    Statement check(database, "PRAGMA foreign_key_check");
    Outcome outcome = check.forEach([&](Statement &row) {
        inspection.finding(DIMSUM_TEXT("A row of “%1” refers to a row of “%2” that does not exist (row %3)."),
                           {std::string(row.text(0)), std::string(row.text(2)), std::string(row.text(1))});
    });
    inspection.end();
    return outcome;
}

struct LoggedOrder {
    OrderStanding standing;
    std::vector<OrderStanding> before; // where a correction may lead back to
    bool logged = false;
    std::int64_t sequence = 0;
    bool told = false; // one finding per order is enough
};

// A correction leads back to where the order was before; taking back a placing cancels it.
std::optional<OrderStanding> correctedTo(const LoggedOrder &order, OrderState to)
{
    const auto was = std::find_if(order.before.rbegin(), order.before.rend(),
                                  [to](const OrderStanding &standing) { return standing.state == to; });
    if (was != order.before.rend())
        return *was;
    return to == OrderState::cancelled ? std::optional<OrderStanding>({to, std::nullopt}) : std::nullopt;
}

// Plays every audit log again from its first line.
Outcome replayOrders(Database &database, Inspection &inspection)
{
    std::map<std::string, LoggedOrder, std::less<>> orders;
    const auto tell = [&](LoggedOrder &order, const char *sentence, std::string_view id) {
        if (!std::exchange(order.told, true))
            inspection.finding(sentence, {std::string(id)});
    };
    inspection.begin();
    Statement events(database, "SELECT order_id, seq, from_state, to_state, correction FROM order_event ORDER BY order_id, seq");
    Outcome outcome = events.forEach([&](Statement &row) {
        const std::string id(row.text(0));
        LoggedOrder &order = orders[id];
        if (row.integer(1) != ++order.sequence)
            tell(order, DIMSUM_TEXT("The audit log of order %1 has a gap: a line was removed or added."), id);
        const auto to = static_cast<OrderState>(row.integer(3));
        if (!std::exchange(order.logged, true)) {
            if (!row.isNull(2) || (to != OrderState::requested && to != OrderState::approved))
                tell(order, DIMSUM_TEXT("The audit log of order %1 does not begin with its placing."), id);
            order.standing = {to, std::nullopt};
            return;
        }
        if (row.isNull(2) || static_cast<OrderState>(row.integer(2)) != order.standing.state)
            tell(order, DIMSUM_TEXT("The audit log of order %1 does not follow on from line to line."), id);
        std::optional<OrderStanding> next = row.integer(4) != 0 ? correctedTo(order, to) : std::nullopt;
        if (const auto made = moved(order.standing, to); row.integer(4) == 0 && made)
            next = *made;
        if (!next)
            tell(order, DIMSUM_TEXT("Order %1 made a move that does not exist."), id);
        order.before.push_back(order.standing);
        order.standing = next.value_or(OrderStanding{to, std::nullopt});
    });
    if (!outcome)
        return outcome;
    Statement states(database, "SELECT id, state, waiting_from FROM task_order");
    outcome = states.forEach([&](Statement &row) {
        LoggedOrder &order = orders[std::string(row.text(0))];
        OrderStanding stored{static_cast<OrderState>(row.integer(1)), std::nullopt};
        if (!row.isNull(2))
            stored.waitingFrom = static_cast<OrderState>(row.integer(2));
        if (!order.logged)
            tell(order, DIMSUM_TEXT("Order %1 has no audit log."), row.text(0));
        else if (order.standing != stored)
            tell(order, DIMSUM_TEXT("The state of order %1 is not the one that its audit log ends with."), row.text(0));
    });
    inspection.end();
    return outcome;
}

Outcome checkSchemaWords(Database &database, Inspection &inspection)
{
    inspection.begin();
    const Outcome schema = checkSchema(database);
    if (!schema && schema.error().kind == ErrorKind::unreadable)
        inspection.finding(DIMSUM_TEXT("The workspace holds tables, triggers or views that Dimsum did not make."), {});
    else if (!schema)
        return schema;
    return Done{};
}

Outcome checkTerms(Database &, Inspection &inspection)
{
    for (const TermColumn &column : termColumns()) {
        // Names come from integrity_rules.cpp alone.
        const std::string sql = std::string("SELECT DISTINCT r.\"") + column.column + "\" FROM " + column.table
                                + " AS r LEFT JOIN term AS t ON t.id = r.\"" + column.column + "\" WHERE r.\"" + column.column
                                + "\" IS NOT NULL AND t.kind IS NOT " + std::to_string(static_cast<int>(column.kind));
        const Outcome outcome = inspection.rule("SELECT '" + std::string(column.table) + "." + column.column + "', * FROM (" + sql + ")",
                                                DIMSUM_TEXT("“%1” names a word that does not exist or is of another kind (number %2)."), 2);
        if (!outcome)
            return outcome;
    }
    return Done{};
}

// The custom fields that accounts came with: fields and words that exist.
Outcome checkCustomValues(Database &database, Inspection &inspection)
{
    std::unordered_set<std::int64_t> fields, words;
    Statement known(database, "SELECT id FROM custom_field");
    Outcome outcome = known.forEach([&](Statement &row) { fields.insert(row.integer(0)); });
    Statement terms(database, "SELECT id FROM term WHERE kind = ?1");
    if (outcome)
        outcome = terms.bind(static_cast<int>(TermKind::customValue)).forEach([&](Statement &row) { words.insert(row.integer(0)); });
    if (!outcome)
        return outcome;
    inspection.begin();
    Statement accounts(database, "SELECT id, custom FROM account WHERE custom IS NOT NULL");
    outcome = accounts.forEach([&](Statement &row) {
        CustomValueReader reader(row.blob(1));
        bool right = true;
        for (CustomValue value; right && reader.next(value);)
            right = fields.contains(value.field.value) && words.contains(value.value.value);
        if (!right || !reader.sound())
            inspection.finding(DIMSUM_TEXT("The custom fields of account %1 cannot be read, or name a field or word that does not exist."),
                               {std::string(row.text(0))});
    });
    inspection.end();
    return outcome;
}

// The packed domains ascend and are those of their accounts, and every account that counts on it stands among them.
Outcome checkDomains(Database &database, Inspection &inspection)
{
    inspection.begin();
    Statement blocks(database, "SELECT first, content FROM domain_block ORDER BY first");
    Statement account(database, "SELECT domain, domain_packed FROM account WHERE id = ?1");
    std::string before;
    std::int64_t packed = 0;
    Outcome outcome = blocks.forEach([&](Statement &row) -> Outcome {
        DomainBlockReader reader(row.blob(1));
        for (PackedDomain each; reader.next(each);) {
            const Result<bool> there = account.bind(each.account.value).next();
            if (!there)
                return there.error();
            if (!*there || account.text(0) != each.domain || each.domain <= before)
                inspection.finding(DIMSUM_TEXT("The list of domains names “%1” in the wrong place or for the wrong account (account %2)."),
                                   {std::string(each.domain), std::to_string(each.account.value)});
            else
                packed += account.integer(1);
            before = each.domain;
        }
        if (!reader.sound())
            inspection.finding(DIMSUM_TEXT("The list of domains cannot be read from “%1” on."), {std::string(row.text(0))});
        return Done{};
    });
    if (!outcome)
        return outcome;
    Statement count(database, "SELECT count(*) FROM account WHERE domain_packed = 1");
    const Result<std::int64_t> counted = firstInteger(count);
    if (!counted)
        return counted.error();
    if (*counted != packed)
        inspection.finding(DIMSUM_TEXT("%1 accounts cannot be found by their domain."), {std::to_string(*counted - packed)});
    inspection.end();
    return Done{};
}

Outcome checkPacked(Database &database, Inspection &inspection)
{
    auto ways = checkActivities(database);
    if (!ways)
        return ways.error();
    for (ActivityFindings &way : *ways) {
        inspection.begin();
        for (std::vector<std::string> &place : way.places)
            inspection.finding(way.sentence, std::move(place));
        inspection.end();
    }
    inspection.begin();
    const auto scores = TieringStore(database).scores();
    if (!scores && scores.error().kind != ErrorKind::damaged)
        return scores.error();
    if (!scores)
        inspection.finding(DIMSUM_TEXT("The kept scores cannot be read."), {});
    return Done{};
}

} // namespace

Result<IntegrityReport> checkIntegrity(Database &database, const Progress &progress)
{
    IntegrityReport report;
    Inspection inspection(database, report);
    database.watch(&progress);
    const auto inspect = [&]() -> Outcome {
        for (const auto step : {&checkFile, &checkForeignKeys, &checkSchemaWords, &checkTerms, &checkCustomValues, &checkDomains, &checkPacked, &replayOrders}) {
            if (Outcome outcome = step(database, inspection); !outcome)
                return outcome;
        }
        std::int64_t done = 0;
        const std::span<const IntegrityRule> rules = integrityRules();
        for (const IntegrityRule &rule : rules) {
            if (Outcome outcome = inspection.rule(rule.sql, rule.sentence, rule.arguments); !outcome)
                return outcome;
            progress.at(++done, static_cast<std::int64_t>(rules.size()));
        }
        return Done{};
    };
    const Outcome outcome = inspect();
    database.watch(nullptr);
    if (!outcome)
        return outcome.error();
    return report;
}

} // namespace dimsum
