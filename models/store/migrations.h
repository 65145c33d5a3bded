// The schema, as numbered SQL files in the resources (":/sql/sqlite/0001_account.sql"). All files of one number are one
// version and run in one transaction together with the new user_version. A fresh file is all of them run, so there is
// no second source of the schema.
#pragma once

#include "domain/error.h"
#include "store/database.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace dimsum {

struct Migration {
    int version = 0; // 1, 2, 3 ... without gaps
    QByteArray sql;
};

// Those that this program knows, oldest first.
const std::vector<Migration> &knownMigrations();

enum class SchemaOutcome {
    current,  // nothing to do
    upgraded, // was older (or new and empty), is current now
    newer,    // written by a newer Dimsum: leave it alone
    failed    // see `error`; the file is as it was
};

struct SchemaResult {
    SchemaOutcome outcome = SchemaOutcome::failed;
    Error error = {};
    QString backup = {}; // the copy made before an existing file was changed
};

// Brings the file up to the last of `migrations`. A file with content is copied first (backup API, synced, checked) to
// PATH.backup-vN; when that fails, nothing is changed.
SchemaResult migrate(Database &database, std::span<const Migration> migrations = knownMigrations());

// A consistent copy of the whole workspace, synced to disk; replaces `target` only when complete.
Outcome backUp(Database &database, const QString &target);

// Whether the schema is, word for word, what the migrations up to the file's version make: no trigger, no view, no
// table of a stranger. Errors: unreadable, newerVersion.
Outcome checkSchema(Database &database, std::span<const Migration> migrations = knownMigrations());

} // namespace dimsum
