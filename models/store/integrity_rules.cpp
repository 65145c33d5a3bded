#include "store/integrity_rules.h"

#include <array>

namespace dimsum {

namespace {

// Orders of an envelope: the same cover as domain/menu.h.
#define DIMSUM_COVERED \
    "o.program_id = e.program_id AND ((e.scope_kind = 0 AND o.tier = e.scope_tier) OR (e.scope_kind = 1 AND o.campaign = " \
    "e.scope_name) OR (e.scope_kind = 2 AND o.play = e.scope_name))"

constexpr std::array rules{
    // money
    IntegrityRule{"SELECT e.code FROM envelope AS e WHERE e.reserved <> (SELECT coalesce(sum(o.price), 0) FROM task_order AS o "
                  "WHERE " DIMSUM_COVERED " AND coalesce(o.waiting_from, o.state) = 0)",
                  DIMSUM_TEXT("What envelope “%1” has reserved is not the sum of its requested orders."), 1},
    IntegrityRule{"SELECT e.code FROM envelope AS e WHERE e.committed <> (SELECT coalesce(sum(o.price), 0) FROM task_order AS o "
                  "WHERE " DIMSUM_COVERED " AND coalesce(o.waiting_from, o.state) IN (1, 3))",
                  DIMSUM_TEXT("What envelope “%1” has committed is not the sum of its approved orders."), 1},
    IntegrityRule{"SELECT e.code FROM envelope AS e WHERE e.actual <> (SELECT coalesce(sum(o.actual), 0) FROM task_order AS o "
                  "WHERE " DIMSUM_COVERED " AND o.state = 4)",
                  DIMSUM_TEXT("What envelope “%1” has spent is not the sum of its delivered orders."), 1},
    IntegrityRule{"SELECT code FROM envelope WHERE reserved + committed + actual > money_limit + overdraft",
                  DIMSUM_TEXT("Envelope “%1” holds more than its limit."), 1},
    IntegrityRule{"SELECT code FROM envelope WHERE overdraft <> max(0, reserved + committed + actual - money_limit)",
                  DIMSUM_TEXT("The overdraft of envelope “%1” is not what its overrides need."), 1},
    IntegrityRule{"SELECT e.code FROM envelope AS e WHERE e.overdraft > 0 AND NOT EXISTS (SELECT 1 FROM task_order AS o WHERE "
                  DIMSUM_COVERED " AND (o.override_reason <> '' OR o.over_limit = 1))",
                  DIMSUM_TEXT("Envelope “%1” is over its limit, and nobody gave a reason."), 1},
    IntegrityRule{"SELECT o.number, o.currency FROM task_order AS o WHERE o.currency IS NOT (SELECT value FROM setting WHERE name = 'currency')",
                  DIMSUM_TEXT("Order %1 is in %2, which is not the currency of the workspace."), 2},
    // capacity
    IntegrityRule{"SELECT u.play FROM play_usage AS u WHERE u.used <> (SELECT count(*) FROM task_order AS o WHERE "
                  "o.program_id = u.program_id AND o.play = u.play AND o.state NOT IN (2, 5))",
                  DIMSUM_TEXT("The places taken of play “%1” are not the number of its orders."), 1},
    IntegrityRule{"SELECT play FROM play_usage WHERE capacity IS NOT NULL AND used > capacity + overbooked",
                  DIMSUM_TEXT("Play “%1” is ordered more often than its capacity."), 1},
    IntegrityRule{"SELECT play FROM play_usage WHERE overbooked <> max(0, used - coalesce(capacity, used))",
                  DIMSUM_TEXT("The overbooking of play “%1” is not what its overrides need."), 1},
    IntegrityRule{"SELECT o.play, o.account_id FROM task_order AS o JOIN play_usage AS u ON u.program_id = o.program_id "
                  "AND u.play = o.play WHERE o.state NOT IN (2, 5) AND u.per_account IS NOT NULL "
                  "GROUP BY o.program_id, o.play, o.account_id HAVING count(*) > max(u.per_account) AND sum(o.override_reason <> '') = 0",
                  DIMSUM_TEXT("Play “%1” is ordered more often for account %2 than one account may."), 2},
    // orders
    IntegrityRule{"SELECT o.number FROM task_order AS o JOIN slip AS s ON s.id = o.slip_id WHERE s.account_id <> o.account_id",
                  DIMSUM_TEXT("Order %1 is for another account than its slip."), 1},
    IntegrityRule{"SELECT s.id FROM slip AS s WHERE NOT EXISTS (SELECT 1 FROM task_order AS o WHERE o.slip_id = s.id)",
                  DIMSUM_TEXT("Slip %1 has lost its orders."), 1},
    IntegrityRule{"SELECT number FROM task_order WHERE state IN (1, 3, 4) AND (approved_day IS NULL OR approved_at IS NULL)",
                  DIMSUM_TEXT("Order %1 is approved and does not say when."), 1},
    IntegrityRule{"SELECT number FROM task_order WHERE (state = 4) <> (actual IS NOT NULL) OR (state = 4) <> (delivered_at IS NOT NULL)",
                  DIMSUM_TEXT("Order %1 is delivered without a cost, or has one without being delivered."), 1},
    IntegrityRule{"SELECT number FROM task_order WHERE (state = 6) <> (waiting_from IS NOT NULL)",
                  DIMSUM_TEXT("Order %1 waits and does not say since which state."), 1},
    // tiers
    IntegrityRule{"SELECT h.account_id, h.id FROM (SELECT id, account_id, old_tier, lag(new_tier, 1, 0) OVER "
                  "(PARTITION BY account_id ORDER BY id) AS before FROM tier_history) AS h WHERE h.old_tier <> h.before",
                  DIMSUM_TEXT("The tier history of account %1 does not follow on from line to line (line %2)."), 2},
    IntegrityRule{"SELECT t.account_id FROM account_tier AS t WHERE t.tier IS NOT (SELECT new_tier FROM tier_history AS h "
                  "WHERE h.account_id = t.account_id ORDER BY h.id DESC LIMIT 1)",
                  DIMSUM_TEXT("The tier in force of account %1 is not the last one applied."), 1},
    IntegrityRule{"SELECT id FROM tier_application WHERE (SELECT sum(accounts) FROM tier_application) <> (SELECT count(*) FROM tier_history) LIMIT 1",
                  DIMSUM_TEXT("The list of applied policies and the history of tiers do not name the same number of moves."), 0},
    IntegrityRule{"SELECT DISTINCT h.account_id FROM tier_history AS h WHERE NOT EXISTS (SELECT 1 FROM account_tier AS t WHERE t.account_id = h.account_id)",
                  DIMSUM_TEXT("Account %1 has a tier history and no tier in force."), 1},
    IntegrityRule{"SELECT DISTINCT h.policy_version FROM tier_history AS h WHERE NOT EXISTS "
                  "(SELECT 1 FROM document AS d WHERE d.kind = 'policy' AND d.version = h.policy_version)",
                  DIMSUM_TEXT("The tier history speaks of policy version %1, which does not exist."), 1},
    IntegrityRule{"SELECT revision FROM score_run WHERE revision > (SELECT revision FROM input_revision)",
                  DIMSUM_TEXT("The scores are of revision %1, which the data have not reached."), 1},
    // imports
    IntegrityRule{"SELECT id FROM import_run WHERE read <> inserted + updated + unchanged + duplicate + rejected",
                  DIMSUM_TEXT("The counts of import %1 do not add up to what was read."), 1},
    IntegrityRule{"SELECT DISTINCT r.import_id FROM (SELECT import_id FROM account UNION SELECT import_id FROM contact "
                  "UNION SELECT import_id FROM stub_page UNION SELECT import_id FROM stub_run UNION SELECT import_id FROM domain_block "
                  "UNION SELECT nullif(import_id, 0) FROM activity_block UNION SELECT import_id FROM activity_page "
                  "UNION SELECT import_id FROM opportunity UNION SELECT import_id FROM intent_signal "
                  "UNION SELECT import_id FROM intent_event UNION SELECT import_id FROM cost UNION SELECT import_id FROM campaign "
                  "UNION SELECT import_id FROM program UNION SELECT import_id FROM program_account UNION SELECT import_id FROM account_field) AS r "
                  "LEFT JOIN import_run AS i ON i.id = r.import_id WHERE r.import_id IS NOT NULL AND (i.id IS NULL OR i.undone_at IS NOT NULL)",
                  DIMSUM_TEXT("There are rows of import %1, which does not exist or was taken back."), 1},
    IntegrityRule{"SELECT import_id FROM activity_page WHERE import_id <> (SELECT import_id FROM activity_page LIMIT 1) "
                  "UNION SELECT import_id FROM stub_page WHERE import_id <> (SELECT import_id FROM stub_page LIMIT 1)",
                  DIMSUM_TEXT("Rows of import %1 stand where only those of the first activities may."), 1},
    IntegrityRule{"SELECT domain FROM account WHERE domain IS NOT NULL GROUP BY domain HAVING count(*) > 1",
                  DIMSUM_TEXT("Several accounts have the domain “%1”."), 1},
    // references without a foreign key, and values out of range
    IntegrityRule{"SELECT id FROM opportunity WHERE created NOT BETWEEN -98615 AND 741807 OR closed NOT BETWEEN -98615 AND 741807",
                  DIMSUM_TEXT("Opportunity %1 lies before the year 1700 or after 4000."), 1},
    IntegrityRule{"SELECT DISTINCT account_id FROM intent_signal WHERE day NOT BETWEEN -98615 AND 741807 OR score NOT BETWEEN 0 AND 100",
                  DIMSUM_TEXT("An intent signal of account %1 has an impossible date or score."), 1},
    IntegrityRule{"SELECT id FROM account WHERE abs(coalesce(annual_revenue, 0)) > 4000000000000000 OR "
                  "abs(coalesce(budget, 0)) > 4000000000000000 OR coalesce(acv, 0) NOT BETWEEN 0 AND 4000000000000000",
                  DIMSUM_TEXT("Account %1 has an amount of money that is out of range."), 1},
    // documents and settings
    IntegrityRule{"SELECT kind, version FROM document WHERE NOT json_valid(body)",
                  DIMSUM_TEXT("Version %2 of the document “%1” cannot be read."), 2},
    IntegrityRule{"SELECT kind FROM document GROUP BY kind HAVING max(version) <> count(*) OR min(version) <> 1",
                  DIMSUM_TEXT("A version of the document “%1” is missing."), 1},
    IntegrityRule{"SELECT k.kind FROM (SELECT 'policy' AS kind UNION SELECT 'menu') AS k WHERE NOT EXISTS "
                  "(SELECT 1 FROM document AS d WHERE d.kind = k.kind) AND EXISTS (SELECT 1 FROM setting WHERE name = 'currency')",
                  DIMSUM_TEXT("The workspace has no document “%1”."), 1},
    IntegrityRule{"SELECT 'input_revision' WHERE (SELECT count(*) FROM input_revision) <> 1",
                  DIMSUM_TEXT("The workspace does not know how often its data changed (“%1”)."), 1},
};

constexpr std::array columnsOfTerms{
    TermColumn{"account", "industry", TermKind::industry},
    TermColumn{"account", "country", TermKind::country},
    TermColumn{"account", "region", TermKind::region},
    TermColumn{"account", "employees", TermKind::employees},
    TermColumn{"account", "customers", TermKind::customers},
    TermColumn{"account", "technologies", TermKind::technologies},
    TermColumn{"account", "maturity", TermKind::maturity},
    TermColumn{"account", "funding", TermKind::funding},
    TermColumn{"account", "owner", TermKind::owner},
    TermColumn{"account_field", "value", TermKind::customValue},
    TermColumn{"opportunity", "campaign", TermKind::campaign},
    TermColumn{"campaign", "campaign", TermKind::campaign},
    TermColumn{"intent_signal", "source", TermKind::source},
    TermColumn{"intent_signal", "topic", TermKind::topic},
    TermColumn{"intent_event", "source", TermKind::source},
    TermColumn{"intent_event", "event", TermKind::eventType},
};

} // namespace

std::span<const IntegrityRule> integrityRules()
{
    return rules;
}

std::span<const TermColumn> termColumns()
{
    return columnsOfTerms;
}

} // namespace dimsum
