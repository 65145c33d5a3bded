#include "service/exporting_service.h"

#include "exchange/export_profile.h"
#include "exchange/calendar_file.h"
#include "exchange/table_shape.h"
#include "exchange/table_writer.h"
#include "service/export_tables.h"
#include "service/handout_tables.h"
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
            .sentence = DIMSUM_TEXT("“%1” ends neither in .csv nor in .xlsx (nor, for orders, in .ics), so it is not clear what to write."),
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

QString wordOf(ExportSubject subject)
{
    for (const auto &[word, known] : subjectWords) {
        if (known == subject)
            return QString::fromLatin1(word);
    }
    return {};
}

// What the limits of the tool and the state of the data make worth knowing.
void addNotices(const ExportProfile &profile, const ShapeCounts &counts, ExportResult &result)
{
    const auto number = [](std::int64_t value) { return std::to_string(value); };
    if (counts.rows < profile.fewestRows)
        result.notices.push_back({.kind = ErrorKind::refused,
                                  .sentence = DIMSUM_TEXT("%1 rows only: %2 serves an audience from %3 matched ones. Add accounts, or take more tiers."),
                                  .arguments = {number(counts.rows), profile.label.toStdString(), number(profile.fewestRows)}});
    if (profile.mostRows > 0 && counts.rows > profile.mostRows)
        result.notices.push_back({.kind = ErrorKind::refused,
                                  .sentence = DIMSUM_TEXT("%1 rows: %2 takes %3 at once. Split the file, or ask an administrator."),
                                  .arguments = {number(counts.rows), profile.label.toStdString(), number(profile.mostRows)}});
    if (counts.incomplete > 0)
        result.notices.push_back({.kind = ErrorKind::refused,
                                  .sentence = DIMSUM_TEXT("%1 rows left out: they lack what %2 needs (%3)."),
                                  .arguments = {number(counts.incomplete), profile.label.toStdString(), profile.needs.join(QStringLiteral(", ")).toStdString()}});
    if (counts.formulas > 0)
        result.notices.push_back({.kind = ErrorKind::refused,
                                  .sentence = DIMSUM_TEXT("%1 cells begin with =, +, - or @ and stand as they are, because %2 wants them so: do not "
                                                          "open the file in a spreadsheet."),
                                  .arguments = {number(counts.formulas), profile.label.toStdString()}});
}

// The file for another tool.
Outcome writeShaped(Workspace &workspace, const ExportRequest &request, const ExportProfile &profile, ExportResult &result, const Progress &progress)
{
    if (wordOf(request.subject) != profile.subject)
        return Error{.kind = ErrorKind::usage,
                     .sentence = DIMSUM_TEXT("The export profile “%1” is for %2, not for %3."),
                     .arguments = {profile.name.toStdString(), profile.subject.toStdString(), wordOf(request.subject).toStdString()}};
    if (profile.csvOnly && !request.file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("%1 takes CSV files only. Let the file's name end in .csv."),
                     .arguments = {profile.label.isEmpty() ? profile.name.toStdString() : profile.label.toStdString()}};
    PeopleLeftOut people;
    const auto table = handoutTable(workspace, profile, result.asOf, people);
    if (!table)
        return table.error();
    ShapeCounts counts;
    const auto shaped = shapedTable(*table, profile, counts);
    if (!shaped)
        return shaped.error();
    result.rows = counts.rows;
    result.incomplete = counts.incomplete;
    result.leftOut = people.optedOut;
    result.stubs = people.unknown;
    addNotices(profile, counts, result);
    return writeTable(*shaped, request.file, profile, progress);
}

Outcome writeDueDates(Workspace &workspace, const ExportRequest &request, ExportResult &result)
{
    if (request.subject != ExportSubject::orders && request.subject != ExportSubject::plan)
        return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("A calendar holds the due dates of orders: export orders to an .ics file.")};
    const auto entries = dueDates(workspace);
    if (!entries)
        return entries.error();
    result.rows = static_cast<std::int64_t>(entries->size());
    return writeCalendar(*entries, request.file);
}

} // namespace

std::optional<ExportSubject> exportSubject(const QString &word)
{
    return subjectNamed(subjectWords, word);
}

std::vector<ExportTool> exportTools(ExportSubject subject)
{
    std::vector<ExportTool> tools;
    for (const ExportProfile &profile : shapedProfiles(wordOf(subject)))
        tools.push_back({.profile = profile.name, .label = profile.label.isEmpty() ? profile.name : profile.label, .subject = subject, .csvOnly = profile.csvOnly});
    return tools;
}

Result<ExportResult> exportFile(Workspace &workspace, ExportRequest request, const Progress &progress)
{
    const QString suffix = QFileInfo(request.file).suffix().toLower();
    const bool calendar = suffix == QLatin1String("ics");
    if (!calendar && suffix != QLatin1String("csv") && suffix != QLatin1String("xlsx"))
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
    if (calendar || profile->shaped()) {
        const Outcome written = calendar ? writeDueDates(workspace, request, result) : writeShaped(workspace, request, *profile, result, progress);
        if (!written)
            return written.error();
        return result;
    }
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
