#include "service/menu_program.h"

#include "exchange/menu_csv.h"
#include "exchange/menu_document.h"
#include "exchange/text_key.h"
#include "service/account_lookup.h"
#include "service/ordering_service.h"
#include "service/recorded_change.h"
#include "store/document_store.h"
#include "store/order_store.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace dimsum {

namespace {

std::string programKey(const std::string &name)
{
    return textKey(std::string_view(name));
}

// The row of the menu's program, made or brought up to date.
Result<ProgramId> storeProgram(Workspace &workspace, const ProgramPeriod &period)
{
    ProgramStore store(workspace.database());
    const auto found = store.find(programKey(period.name));
    if (!found)
        return found.error();
    StoredProgram row = found->value_or(StoredProgram{});
    row.key = programKey(period.name);
    row.name = period.name;
    row.start = period.start;
    row.end = period.end;
    if (!row.id.valid())
        return store.insert(row);
    if (const Outcome updated = store.update(row); !updated)
        return updated.error();
    return row.id;
}

// A play with open orders stays on the menu, whichever program they were placed in (json-shapes.md).
Outcome refuseDroppedPlays(Workspace &workspace, const Menu &menu)
{
    const auto placed = OrderStore(workspace.database()).orders();
    if (!placed)
        return placed.error();
    for (const StoredOrder &order : *placed) {
        if (isOpen(order.standing.state) && !menu.play(order.play))
            return Error{.kind = ErrorKind::refused,
                         .sentence = DIMSUM_TEXT("The play “%1” has open orders and cannot be dropped. Keep it with "
                                                 "the status “retired” until they are delivered or cancelled."),
                         .arguments = {order.play},
                         .field = "plays"};
    }
    return Done{};
}

Result<std::int64_t> storeMenu(Workspace &workspace, const Menu &menu, const std::string &by,
                               std::optional<std::int64_t> expectedVersion)
{
    if (Outcome kept = refuseDroppedPlays(workspace, menu); !kept)
        return kept.error();
    const auto version = DocumentStore(workspace.database())
                             .append(DocumentKind::menu, printMenu(menu, workspace.currency()).toStdString(), by,
                                     workspace.now(), expectedVersion);
    if (!version)
        return version;
    const auto program = storeProgram(workspace, menu.program);
    if (!program)
        return program.error();
    if (const Outcome limits = OrderStore(workspace.database()).setMenu(*program, menu); !limits)
        return limits.error();
    return version;
}

struct ResolvedMember {
    AccountId account;
    Arm arm;
};

Result<std::vector<ResolvedMember>> resolvedMembers(Workspace &workspace, const ProgramDocument &document)
{
    const auto keys = AccountStore(workspace.database()).keys(&externalIdKey);
    if (!keys)
        return keys.error();
    std::vector<ResolvedMember> members;
    std::set<AccountId> seen;
    for (std::size_t at = 0; at < document.members.size(); ++at) {
        const std::string place = "accounts[" + std::to_string(at) + "].account";
        const auto account = accountNamed(*keys, document.members[at].account);
        if (!account) {
            Error error = account.error();
            error.field = place;
            return error;
        }
        if (!seen.insert(*account).second)
            return Error{.kind = ErrorKind::invalid,
                         .sentence = DIMSUM_TEXT("The account “%1” is in the list twice."),
                         .arguments = {document.members[at].account},
                         .field = place};
        members.push_back({*account, document.members[at].arm});
    }
    return members;
}

Outcome replaceMembers(Workspace &workspace, ProgramId program, const std::vector<ResolvedMember> &members)
{
    ProgramStore store(workspace.database());
    const auto before = store.accounts(program);
    if (!before)
        return before.error();
    std::unordered_map<AccountId, Arm> wanted;
    for (const ResolvedMember &member : members)
        wanted.emplace(member.account, member.arm);
    for (const ProgramAccount &member : *before) {
        const auto kept = wanted.find(member.account);
        if (kept == wanted.end()) {
            if (Outcome removed = store.removeAccount(program, member.account); !removed)
                return removed;
        } else if (kept->second == member.arm) {
            wanted.erase(kept);
        }
    }
    for (const ResolvedMember &member : members) {
        if (!wanted.contains(member.account))
            continue;
        if (Outcome set = store.setArm(program, member.account, member.arm); !set)
            return set;
    }
    return Done{};
}

Outcome changeState(Workspace &workspace, const std::string &by, const char *action, ProgramState from,
                    ProgramState to, const char *sentence)
{
    const auto current = menuInForce(workspace);
    if (!current)
        return current.error();
    if (current->program.state != from)
        return Error{.kind = ErrorKind::refused, .sentence = sentence, .arguments = {current->program.name}};
    return recordedChange(workspace, {.action = action, .argument = current->program.name, .by = by},
                          ScoreEffect::none, [&]() -> Outcome {
                              StoredProgram row = current->program;
                              row.state = to;
                              return ProgramStore(workspace.database()).update(row);
                          });
}

} // namespace

Result<MenuInForce> menuInForce(Workspace &workspace)
{
    const auto document = DocumentStore(workspace.database()).current(DocumentKind::menu);
    if (!document)
        return document.error();
    auto menu = parseMenu(QByteArray::fromStdString(document->body), workspace.currency());
    if (!menu)
        return Error{.kind = ErrorKind::damaged,
                     .sentence = DIMSUM_TEXT("The menu that is stored in this workspace cannot be read: %1"),
                     .arguments = {plainText(menu.error())}};
    const auto program = ProgramStore(workspace.database()).find(programKey(menu->program.name));
    if (!program)
        return program.error();
    if (!*program)
        return Error{.kind = ErrorKind::damaged,
                     .sentence = DIMSUM_TEXT("The program “%1” of the menu is missing in this workspace."),
                     .arguments = {menu->program.name}};
    return MenuInForce{.menu = std::make_shared<const Menu>(std::move(*menu)),
                       .version = document->version,
                       .changedAt = document->instant,
                       .changedBy = document->by,
                       .program = **program};
}

Result<Menu> menuOfVersion(Workspace &workspace, std::int64_t version)
{
    const auto document = DocumentStore(workspace.database()).version(DocumentKind::menu, version);
    if (!document)
        return document.error();
    if (!*document)
        return Error{.kind = ErrorKind::damaged,
                     .sentence = DIMSUM_TEXT("Version %1 of the menu is missing in this workspace."),
                     .arguments = {std::to_string(version)}};
    return parseMenu(QByteArray::fromStdString((*document)->body), workspace.currency());
}

Result<MenuState> menuState(Workspace &workspace)
{
    const auto current = menuInForce(workspace);
    if (!current)
        return current.error();
    OrderStore store(workspace.database());
    const auto envelopes = store.envelopes(current->program.id);
    if (!envelopes)
        return envelopes.error();
    const auto usage = store.usage(current->program.id);
    if (!usage)
        return usage.error();
    MenuState state{.menu = *current->menu,
                    .version = current->version,
                    .changedAt = current->changedAt,
                    .changedBy = current->changedBy,
                    .envelopes = {},
                    .ordered = {}};
    for (const StoredEnvelope &envelope : *envelopes)
        state.envelopes.emplace(envelope.envelope.code, envelope.usage);
    for (const PlayUsage &play : *usage)
        state.ordered.emplace(play.play, static_cast<int>(play.used));
    return state;
}

Result<std::int64_t> setMenu(Workspace &workspace, Menu menu, std::string by,
                             std::optional<std::int64_t> expectedVersion)
{
    if (const auto problems = problemsOf(menu); !problems.empty())
        return problems.front();
    return recordedChange(workspace, {.action = "set_menu", .argument = menu.program.name, .by = by},
                          ScoreEffect::none, [&] { return storeMenu(workspace, menu, by, expectedVersion); });
}

QByteArray menuText(const Menu &menu, const Currency &currency)
{
    return printMenu(menu, currency);
}

Result<Menu> menuFromText(const QByteArray &text, const Currency &currency)
{
    return parseMenu(text, currency);
}

QByteArray menuTable(const Menu &menu, const Currency &currency)
{
    return formatMenuCsv(menu, currency);
}

Result<Menu> menuFromTable(const QByteArray &csv, const Menu &current, const Currency &currency)
{
    return parseMenuCsv(csv, current, currency);
}

Result<int> approveMenu(Workspace &workspace, std::string by)
{
    const auto current = menuInForce(workspace);
    if (!current)
        return current.error();
    Menu menu = *current->menu;
    const int approved = approveDrafts(menu);
    if (approved == 0)
        return 0;
    return recordedChange(workspace, {.action = "approve_menu", .argument = menu.program.name, .by = by},
                          ScoreEffect::none, [&]() -> Result<int> {
                              const auto version = storeMenu(workspace, menu, by, current->version);
                              if (!version)
                                  return version.error();
                              return approved;
                          });
}

Result<ProgramSummary> programSummary(Workspace &workspace)
{
    const auto current = menuInForce(workspace);
    if (!current)
        return current.error();
    const auto members = ProgramStore(workspace.database()).accounts(current->program.id);
    if (!members)
        return members.error();
    ProgramSummary summary{.id = current->program.id,
                           .period = current->menu->program,
                           .state = current->program.state};
    for (const ProgramAccount &member : *members)
        ++(member.arm == Arm::holdout ? summary.holdOuts : summary.members);
    return summary;
}

Result<ProgramDocument> programDocument(Workspace &workspace)
{
    const auto current = menuInForce(workspace);
    if (!current)
        return current.error();
    const auto members = ProgramStore(workspace.database()).accounts(current->program.id);
    if (!members)
        return members.error();
    ProgramDocument document{.name = current->menu->program.name, .period = current->menu->program, .members = {}};
    AccountStore accounts(workspace.database());
    for (const ProgramAccount &member : *members) {
        const auto account = accounts.row(member.account);
        if (!account)
            return account.error();
        if (!*account)
            continue;
        const StoredAccount &row = **account;
        const std::string &word = !row.domain.empty() ? row.domain : !row.externalId.empty() ? row.externalId : row.name;
        document.members.push_back({word, member.arm});
    }
    std::sort(document.members.begin(), document.members.end(),
              [](const ProgramMember &a, const ProgramMember &b) { return a.account < b.account; });
    return document;
}

Outcome setProgram(Workspace &workspace, ProgramDocument document, std::string by)
{
    const auto current = menuInForce(workspace);
    if (!current)
        return current.error();
    if (!document.period && programKey(document.name) != current->program.key)
        return Error{.kind = ErrorKind::notFound,
                     .sentence = DIMSUM_TEXT("The menu belongs to the program “%1”, not to “%2”. Give the program with "
                                             "its start and end to begin another one."),
                     .arguments = {current->program.name, document.name},
                     .field = "program"};
    const auto members = resolvedMembers(workspace, document);
    if (!members)
        return members.error();

    return recordedChange(workspace, {.action = "set_program", .argument = document.name, .by = by}, ScoreEffect::none,
                          [&]() -> Outcome {
                              ProgramId program = current->program.id;
                              if (document.period && *document.period != current->menu->program) {
                                  Menu menu = *current->menu;
                                  menu.program = *document.period;
                                  if (const auto problems = problemsOf(menu); !problems.empty())
                                      return problems.front();
                                  const auto version = storeMenu(workspace, menu, by, current->version);
                                  if (!version)
                                      return version.error();
                                  const auto row =
                                      ProgramStore(workspace.database()).find(programKey(menu.program.name));
                                  if (!row)
                                      return row.error();
                                  program = (*row)->id;
                              }
                              return replaceMembers(workspace, program, *members);
                          });
}

Outcome startProgram(Workspace &workspace, std::string by)
{
    return changeState(workspace, by, "start_program", ProgramState::planned, ProgramState::running,
                       DIMSUM_TEXT("The program “%1” was started before."));
}

Outcome closeProgram(Workspace &workspace, std::string by)
{
    return changeState(workspace, by, "close_program", ProgramState::running, ProgramState::closed,
                       DIMSUM_TEXT("The program “%1” is not running."));
}

} // namespace dimsum
