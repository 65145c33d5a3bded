#include "service/handoff_service.h"

#include "exchange/table_writer.h"
#include "service/scoring_inputs.h"
#include "service/table_cells.h"
#include "store/account_store.h"
#include "store/contact_store.h"
#include "store/transaction.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <unordered_map>

namespace dimsum {

std::string_view handOffTargetName(HandOffTarget target)
{
    constexpr std::array<std::string_view, 3> words{"salesloft", "marketo", "crm"};
    return words[static_cast<std::size_t>(target)];
}

namespace {

std::vector<TableColumn> handOffColumns(HandOffTarget target)
{
    switch (target) {
    case HandOffTarget::salesloft: // formats.md: field names of the API, which the import maps by itself
        return {tableColumn("first_name"), tableColumn("last_name"), tableColumn("email_address"), tableColumn("title"),
                tableColumn("person_company_name"), tableColumn("person_company_website")};
    case HandOffTarget::marketo: // the key is Email Address; the other headers are mapped on upload
        return {tableColumn("Email Address"), tableColumn("First Name"), tableColumn("Last Name"), tableColumn("Job Title"),
                tableColumn("Company Name")};
    case HandOffTarget::crm: // Salesforce Task; WhatId is the CRM id of the account, where one was imported
        break;
    }
    return {tableColumn("Subject"), tableColumn("ActivityDate", CellType::day), tableColumn("Status"), tableColumn("Priority"),
            tableColumn("WhatId"), tableColumn("Account Website"), tableColumn("Owner"), tableColumn("Description")};
}

// Rows of one account, and who was left out.
Outcome addRows(Workspace &workspace, const HandOffRequest &request, const HandOffItem &item, const AccountFrame &accounts,
                std::size_t row, TableRows &rows, HandOffResult &result)
{
    const Cell domain = textCell(accounts.domain.at(row)), name = textCell(accounts.name.at(row));
    if (request.target == HandOffTarget::crm) {
        rows.push_back({textCell(item.action), item.deadline, QStringLiteral("Not Started"), QStringLiteral("High"),
                        textCell(accounts.externalId.at(row)), domain, textCell(item.owner), textCell(item.reason)});
        return Done{};
    }
    const auto people = ContactStore(workspace.database()).ofAccount(item.account);
    if (!people)
        return people.error();
    for (const StoredContact &person : *people) {
        if (person.optOut.value_or(false) || person.stub) {
            ++(person.optOut.value_or(false) ? result.optedOut : result.unknown);
            continue;
        }
        ++result.people;
        if (request.target == HandOffTarget::salesloft)
            rows.push_back({textCell(person.firstName), textCell(person.lastName), textCell(person.email), textCell(person.title), name, domain});
        else
            rows.push_back({textCell(person.email), textCell(person.firstName), textCell(person.lastName), textCell(person.title), name});
    }
    return Done{};
}

Outcome record(Workspace &workspace, const HandOffRequest &request, const HandOffResult &result)
{
    HandOffStore store(workspace.database());
    const auto id = store.insert(StoredHandOff{.id = {},
                                               .at = workspace.now(),
                                               .day = workspace.today(),
                                               .by = request.by,
                                               .target = std::string(handOffTargetName(request.target)),
                                               .file = QFileInfo(request.file).fileName().toStdString(),
                                               .people = result.people,
                                               .leftOut = result.optedOut + result.unknown});
    if (!id)
        return id.error();
    for (const HandOffItem &item : request.items) {
        if (const Outcome kept = store.insert(HandOffAccount{*id, item.account, item.reason}); !kept)
            return kept;
    }
    return Done{};
}

} // namespace

Result<HandOffResult> handOff(Workspace &workspace, const HandOffRequest &request, const Progress &progress)
{
    if (request.items.empty())
        return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("No account is selected to hand off.")};
    if (request.by.empty())
        return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("A hand-off is recorded under a name. Enter yours in the settings.")};
    const auto accounts = AccountStore(workspace.database()).load();
    if (!accounts)
        return accounts.error();
    const AccountRows rowOf(accounts->id);
    HandOffResult result{.file = request.file};
    TableRows rows;
    for (const HandOffItem &item : request.items) {
        const auto row = rowOf.of(item.account);
        if (!row)
            return Error{.kind = ErrorKind::notFound, .sentence = DIMSUM_TEXT("An account of the selection is not in the workspace any more.")};
        if (const Outcome added = addRows(workspace, request, item, *accounts, *row, rows, result); !added)
            return added.error();
        ++result.accounts;
    }
    if (rows.empty())
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("Nobody of these accounts may be written to: %1 opted out, of %2 consent is not known. Import "
                                             "contacts with their consent, or hand off CRM tasks."),
                     .arguments = {std::to_string(result.optedOut), std::to_string(result.unknown)}};

    // The record is written first and kept only once the file is there.
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    if (const Outcome kept = record(workspace, request, result); !kept)
        return kept.error();
    const TableDocument table = tableOf(workspace.currency(), QStringLiteral("hand-off"), handOffColumns(request.target), std::move(rows));
    if (const Outcome written = writeTable(table, request.file, ExportProfile{}, progress); !written)
        return written.error();
    if (const Outcome committed = transaction->commit(); !committed) {
        QFile::remove(request.file); // a file without a record would be followed by nobody
        return committed.error();
    }
    return result;
}

Result<std::vector<HandOffLine>> handOffs(Workspace &workspace, const Snapshot &snapshot)
{
    HandOffStore store(workspace.database());
    const auto records = store.all();
    if (!records)
        return records.error();
    const auto members = store.accounts();
    if (!members)
        return members.error();
    std::vector<HandOffLine> lines;
    std::unordered_map<std::int64_t, std::size_t> lineOf;
    for (const StoredHandOff &row : *records) {
        if (row.day > snapshot.asOf)
            continue;
        lineOf.emplace(row.id.value, lines.size());
        lines.push_back({.record = row});
    }
    if (lines.empty())
        return lines;
    const auto events = allEvents(workspace, *snapshot.world);
    if (!events)
        return events.error();
    const ActivityColumns &activities = (*events)->activities;
    const TypeWorth worth = typeWorth(activities.types, snapshot.policy.engagement);
    const IntensityRules rules = effectiveRules(activities, snapshot.policy.intensity, snapshot.asOf);
    std::vector<Interaction> interactions;
    for (const HandOffAccount &member : *members) {
        const auto line = lineOf.find(member.handOff.value);
        const auto row = snapshot.row(member.account);
        if (line == lineOf.end() || !row)
            continue;
        interactionsOf(activities, worth, *row, snapshot.asOf, interactions);
        const HandOffEnd end = handOffEnd(lines[line->second].record.day, snapshot.asOf, interactions, rules, (*events)->deals, *row);
        ++lines[line->second].states[static_cast<std::size_t>(end.state)];
    }
    return lines;
}

} // namespace dimsum
