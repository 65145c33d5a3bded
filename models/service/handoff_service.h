// Hand-offs (domain.md section 10): the file that carries accounts to a sales or marketing tool, its record, and what
// became of the accounts since. Free functions over an open workspace, on its thread.
#pragma once

#include "domain/handoff.h"
#include "domain/progress.h"
#include "service/snapshot.h"
#include "store/handoff_store.h"

#include <QString>

#include <array>
#include <string>
#include <vector>

namespace dimsum {

// salesloft: people for a cadence (the field names of its API); marketo: a static list; crm: one task per account
// (Salesforce's column names, ready for its import).
enum class HandOffTarget { salesloft, marketo, crm };
std::string_view handOffTargetName(HandOffTarget target); // "salesloft", "marketo", "crm"

struct HandOffItem {
    AccountId account;
    std::string action;     // "inbound cadence"
    std::string reason;     // why, for the record and the task
    Day deadline = unknownDay;
    std::string owner = {}; // of the task
};

struct HandOffRequest {
    HandOffTarget target = HandOffTarget::salesloft;
    QString file; // *.csv or *.xlsx
    std::vector<HandOffItem> items;
    std::string by;
};

struct HandOffResult {
    QString file;
    std::int64_t accounts = 0;
    std::int64_t people = 0;   // rows of the file for people
    std::int64_t optedOut = 0; // left out: they said no
    std::int64_t unknown = 0;  // left out: known from an activity only, consent not known
};

// Writes the file and its record: both or neither. People who opted out, or whose consent is not known, never leave. An
// account without anybody to write to is recorded all the same. Errors: usage (ending, no account, nobody's name),
// refused (nobody of these accounts may be written to, for the two people lists), storage, cancelled.
Result<HandOffResult> handOff(Workspace &workspace, const HandOffRequest &request, const Progress &progress = {});

struct HandOffLine {
    StoredHandOff record;
    std::array<std::int64_t, 4> states{}; // accounts by HandOffState
    std::int64_t accounts() const { return states[0] + states[1] + states[2] + states[3]; }
};
// Newest first, as of the snapshot's date; hand-offs after it are left out.
Result<std::vector<HandOffLine>> handOffs(Workspace &workspace, const Snapshot &snapshot);

} // namespace dimsum
