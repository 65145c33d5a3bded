// Brings files in (cli.md "import"): the eight kinds, any source profile, one transaction per file. Every row that is
// read has exactly one outcome, and the five add up to what was read; a bad row never stops the file.
// Free functions over an open workspace, on its thread.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "domain/progress.h"
#include "exchange/column_mapping.h"
#include "exchange/file_format.h"
#include "exchange/import_kind.h"
#include "service/workspace.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// What happens to a row that the workspace knows already when the file says something else about it. New rows are
// inserted under every policy. A known row that stays as it is counts as unchanged.
enum class ImportPolicy : std::uint8_t {
    create,      // known rows stay as they are; those that differ are listed in the report
    updateEmpty, // fills what the workspace does not know; never replaces a value
    overwrite,   // the file's columns replace what is stored, an empty cell clears (the default)
    skip,        // known rows stay as they are, without a word
};

// "create", "update-empty", "overwrite", "skip".
std::optional<ImportPolicy> importPolicyOf(std::string_view word);
std::string_view nameOf(ImportPolicy policy);

struct ImportRequest {
    ImportKind kind = ImportKind::accounts;
    QString file;
    QString profile = {};                         // name of a source profile; empty: found from the header
    std::optional<ImportPolicy> policy = {};      // none: defaultImportPolicy
    bool createAccounts = false;                  // accounts that are named and unknown are made
    bool dryRun = false;                          // everything happens and nothing stays
    QString rejects = {};                         // path of the rejects file; empty: none
    QString by = {};                              // who; empty: the login name of the system
    // From the wizard: how the file is written and which column means what; empty: found from the file.
    std::optional<FileFormat> format = {};
    std::optional<ColumnMapping> mapping = {};
};

// The policy used when none is asked for: overwrite, because a file that is imported again is newer than what it
// brought the last time.
inline constexpr ImportPolicy defaultImportPolicy = ImportPolicy::overwrite;

// A sentence that several rows share, with how many and where the first of them are.
struct ImportProblem {
    Error error;                      // as of the first such row (file, line, field, arguments)
    std::int64_t rows = 0;
    std::vector<std::int64_t> lines;  // the first ten
    bool rejected = true;             // false: a notice, the row came in
};

struct NamedCount {
    std::string name;
    std::int64_t count = 0;
};

struct ImportReport {
    std::int64_t read = 0, inserted = 0, updated = 0, unchanged = 0, duplicate = 0, rejected = 0;
    ImportId id;               // invalid after a dry run
    std::string profile;       // the one that was used
    std::vector<ImportProblem> problems; // rejections first, most rows first
    std::vector<NamedCount> unknownTypes; // activity types (or intent event types) without points, by label
    std::int64_t createdAccounts = 0;     // by createAccounts
    std::int64_t stubContacts = 0;        // people known from an activity only
    std::int64_t blankLines = 0, footerLines = 0;
};

// A file of nothing but bad rows is a report as well: every row rejected. Errors: notFound, unreadable (the file),
// invalid (mapping, profile), cancelled (within 2 s, nothing stays), storage, busy.
Result<ImportReport> importFile(Workspace &workspace, ImportRequest request, const Progress &progress = {});

struct ImportRecord {
    ImportId id;
    std::string kind, file, profile, policy, by;
    std::int64_t instant = 0; // UTC milliseconds
    std::int64_t read = 0, inserted = 0, updated = 0, unchanged = 0, duplicate = 0, rejected = 0;
    std::optional<std::int64_t> undoneAt = {};
    std::string undoneBy = {};
};

Result<std::vector<ImportRecord>> imports(Workspace &workspace); // oldest first

// Takes an import back, updates included: inserted rows go, changed rows get back what they held. Errors: notFound,
// refused (taken back before; a later import, an order or a tier depends on it: the sentence says what to do first).
Outcome undoImport(Workspace &workspace, ImportId id, const QString &by);

} // namespace dimsum
