#include "service/exporting_service.h"

#include "exchange/export_profile.h"
#include "exchange/table_writer.h"
#include "service/export_tables.h"

#include <QFileInfo>

#include <array>
#include <utility>

namespace dimsum {

namespace {

constexpr std::array<std::pair<const char *, ExportSubject>, 6> subjectWords{{
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
    for (const auto &[name, subject] : subjectWords) {
        if (word == QLatin1String(name))
            return subject;
    }
    return std::nullopt;
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
    result.asOf = request.asOf.value_or(workspace.today());
    result.revision = *revision;
    auto table = tableOf(workspace, request, *profile, result, progress);
    if (!table)
        return table.error();
    result.rows = table->rowCount;
    if (const Outcome written = writeTable(*table, request.file, *profile, progress); !written)
        return written.error();
    return result;
}

} // namespace dimsum
