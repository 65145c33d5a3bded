#include "service/exporting_service.h"

#include "exchange/export_profile.h"
#include "exchange/table_writer.h"
#include "service/export_tables.h"
#include "service/subject_words.h"
#include "service/tiering_service.h"
#include "store/tiering_store.h"

#include <QFileInfo>

#include <array>
#include <utility>

namespace dimsum {

namespace {

constexpr SubjectWords<ExportSubject, 6> subjectWords{{
    {"accounts", ExportSubject::accounts},
    {"contacts", ExportSubject::contacts},
    {"orders", ExportSubject::orders},
    {"plan", ExportSubject::plan},
    {"history", ExportSubject::history},
    {"enrichment", ExportSubject::enrichment},
}};

Error wrongEnding(const QString &file)
{
    return {.kind = ErrorKind::usage,
            .sentence = DIMSUM_TEXT("“%1” ends neither in .csv nor in .xlsx, so it is not clear what to write."),
            .arguments = {file.toStdString()}};
}

bool needsScores(ExportSubject subject)
{
    return subject == ExportSubject::accounts || subject == ExportSubject::enrichment;
}

// Scores that are missing or older than the data are made new. For another date than the kept one they are computed
// for the file alone (scoreTable).
Outcome refreshScores(Workspace &workspace, const ExportRequest &request, std::int64_t revision,
                      const Progress &progress)
{
    const auto run = TieringStore(workspace.database()).scoreRun();
    if (!run)
        return run.error();
    const bool fresh = *run && (*run)->revision == revision;
    if (fresh || (request.asOf && *run && (*run)->asOf != *request.asOf))
        return Done{};
    const auto scored = retier(workspace, {.asOf = request.asOf.value_or(unknownDay)}, progress);
    return scored ? Outcome(Done{}) : Outcome(scored.error());
}

// Files without scores speak of the date that the kept scores are for, so that all files of one evening agree; once the
// data moved on, of today.
Result<Day> dayWithoutScores(Workspace &workspace, std::int64_t revision)
{
    const auto run = TieringStore(workspace.database()).scoreRun();
    if (!run)
        return run.error();
    return *run && (*run)->revision == revision ? (*run)->asOf : workspace.today();
}

// The table of a subject; fills in what the result tells about it.
Result<TableDocument> tableOf(Workspace &workspace, const ExportRequest &request, const ExportProfile &profile,
                              ExportResult &result, const Progress &progress)
{
    switch (request.subject) {
    case ExportSubject::accounts:
    case ExportSubject::enrichment: {
        auto scores = scoreTable(workspace, request.asOf, request.allowStale, progress);
        if (!scores)
            return scores.error();
        result.asOf = scores->run.asOf;
        result.revision = scores->run.revision;
        result.stale = scores->stale;
        return request.subject == ExportSubject::accounts ? accountsTable(workspace, std::move(*scores))
                                                          : enrichmentTable(workspace, std::move(*scores));
    }
    case ExportSubject::contacts:
        return contactsTable(workspace, profile.everything, result.leftOut, result.stubs);
    case ExportSubject::orders:
        return ordersTable(workspace);
    case ExportSubject::plan:
        return planTable(workspace, result.asOf);
    case ExportSubject::history:
        return historyTable(workspace);
    }
    return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("There is nothing of that name to export.")};
}

} // namespace

std::optional<ExportSubject> exportSubject(const QString &word)
{
    return subjectNamed(subjectWords, word);
}

Result<ExportResult> exportFile(Workspace &workspace, ExportRequest request, const Progress &progress)
{
    const QString suffix = QFileInfo(request.file).suffix().toLower();
    if (suffix != QLatin1String("csv") && suffix != QLatin1String("xlsx"))
        return wrongEnding(request.file);
    const auto profile = exportProfile(request.profile);
    if (!profile)
        return profile.error();
    const auto revision = workspace.inputRevision();
    if (!revision)
        return revision.error();

    ExportResult result;
    result.file = request.file;
    result.revision = *revision;
    const auto day = dayWithoutScores(workspace, *revision);
    if (!day)
        return day.error();
    result.asOf = request.asOf.value_or(*day);
    if (request.rescore && needsScores(request.subject)) {
        if (const Outcome scored = refreshScores(workspace, request, *revision, progress); !scored)
            return scored.error();
    }
    auto table = tableOf(workspace, request, *profile, result, progress);
    if (!table)
        return table.error();
    result.rows = table->rowCount;
    if (const Outcome written = writeTable(*table, request.file, *profile, progress); !written)
        return written.error();
    return result;
}

} // namespace dimsum
