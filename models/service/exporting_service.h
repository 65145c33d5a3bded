// The canonical files out (cli.md, CSV out), CSV or XLSX by the ending of the file's name; the files for other tools
// (shaped profiles); the due dates of orders as a calendar (.ics).
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/progress.h"
#include "service/workspace.h"

#include <QString>

#include <optional>
#include <vector>

namespace dimsum {

enum class ExportSubject { accounts, contacts, orders, plan, history, enrichment };
std::optional<ExportSubject> exportSubject(const QString &word); // "accounts", "plan", ...

// A tool that a shaped profile writes a file for.
struct ExportTool {
    QString profile; // the name to export with
    QString label;   // "Asana tasks"
    ExportSubject subject = ExportSubject::orders;
    bool csvOnly = false;
};

// Those that take the subject, a person's own among them, by label.
std::vector<ExportTool> exportTools(ExportSubject subject);

struct ExportRequest {
    ExportSubject subject = ExportSubject::accounts;
    QString file; // *.csv or *.xlsx; *.ics of orders or the plan
    QString profile = QStringLiteral("default"); // one of exportProfileNames() (exchange/export_profile.h)
    std::optional<Day> asOf = {};
    bool allowStale = false; // take scores that are older than the data
    bool rescore = false;    // or score again first, as the window does: what it shows is always fresh
};

struct ExportResult {
    QString file;
    std::int64_t rows = 0;
    Day asOf;                   // what the scores and tiers in it are for
    std::int64_t revision = 0;  // input revision of those scores
    std::int64_t leftOut = 0;   // opted-out contacts
    std::int64_t stubs = 0;     // people known by an activity only, whose consent is not known: left out as well
    std::int64_t incomplete = 0; // rows left out: the tool needs a field that is empty
    bool stale = false;
    std::vector<Error> notices = {}; // what the person should know before they hand the file on; sentences only
};

// Writes the whole file or none. Errors: usage (ending, subject), refused (no scores yet, or older than the data and not
// allowed), storage.
Result<ExportResult> exportFile(Workspace &workspace, ExportRequest request, const Progress &progress = {});

} // namespace dimsum
