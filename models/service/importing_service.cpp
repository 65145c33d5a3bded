#include "service/importing_service.h"

#include "domain/tier_policy.h"
#include "exchange/cell_patterns.h"
#include "exchange/policy_document.h"
#include "exchange/record_stream.h"
#include "exchange/rejects_file.h"
#include "exchange/spelling_check.h"
#include "exchange/table_file.h"
#include "exchange/text_key.h"
#include "service/import_session.h"
#include "store/activity_store.h"
#include "store/direct_writing.h"
#include "store/document_store.h"
#include "store/setting_store.h"
#include "store/transaction.h"
#include "store/undo_store.h"

#include <QFileInfo>

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::size_t listedLines = 10;

struct OpenedFile {
    TableFile table;
    ColumnMapping mapping;
};

Result<SourceProfile> profileFor(const ImportRequest &request, const QStringList &header)
{
    const std::vector<SourceProfile> &profiles = builtInProfiles();
    if (request.profile.isEmpty()) {
        const ProfileMatch match = detectProfile(header, profiles, request.kind);
        if (match.profile)
            return *match.profile;
        SourceProfile plain;
        plain.kind = request.kind;
        plain.synonyms.resize(fieldsOf(request.kind).size());
        return plain;
    }
    const SourceProfile *named = findProfile(profiles, request.profile);
    // "salesforce" means the Salesforce profile of this kind.
    if (!named)
        for (const SourceProfile &profile : profiles)
            if (!named && profile.kind == request.kind && profile.name.startsWith(request.profile + u'-', Qt::CaseInsensitive))
                named = &profile;
    if (!named)
        return Error{ErrorKind::usage, DIMSUM_TEXT("There is no source profile “%1”. Leave it out, and Dimsum finds one from the header."),
                     {request.profile.toStdString()}, {}, 0, "profile"};
    if (named->kind != request.kind)
        return Error{ErrorKind::usage, DIMSUM_TEXT("The source profile “%1” is for %2, not for %3."),
                     {named->name.toStdString(), std::string(nameOf(named->kind)), std::string(nameOf(request.kind))}, {}, 0, "profile"};
    return *named;
}

// The format as the profile knows it, then as the person says.
FileFormat formatFor(const TableFile &table, const SourceProfile &profile, const ImportRequest &request)
{
    FileFormat format = table.format();
    if (profile.delimiter)
        format.delimiter = *profile.delimiter;
    if (profile.decimals)
        format.decimals = *profile.decimals;
    if (profile.dates && format.dates == DateOrder::isoOnly)
        format.dates = *profile.dates;
    return request.format.value_or(format);
}

Result<OpenedFile> openFile(const ImportRequest &request)
{
    Result<TableFile> table = TableFile::open(request.file);
    if (!table)
        return table.error();
    if (request.format)
        if (const Outcome set = table->setFormat(*request.format); !set)
            return set.error();
    ColumnMapping mapping;
    if (request.mapping) {
        mapping = *request.mapping;
    } else {
        const Result<SourceProfile> profile = profileFor(request, table->header());
        if (!profile)
            return profile.error();
        const FileFormat format = formatFor(*table, *profile, request);
        if (!(format == table->format()))
            if (const Outcome set = table->setFormat(format); !set)
                return set.error();
        mapping = mapColumns(table->header(), *profile);
    }
    if (mapping.kind != request.kind)
        return Error{ErrorKind::invalid, DIMSUM_TEXT("The columns are mapped for %1, and the file is to be imported as %2."),
                     {std::string(nameOf(mapping.kind)), std::string(nameOf(request.kind))}};
    if (const Outcome usable = checkMapping(mapping); !usable)
        return usable.error();
    return OpenedFile{std::move(*table), std::move(mapping)};
}

Result<std::unique_ptr<KindImporter>> importerOf(ImportKind kind, ImportSession &session, const ColumnMapping &mapping, ActivityOrder order)
{
    switch (kind) {
    case ImportKind::accounts:
        return makeAccountImporter(session, mapping);
    case ImportKind::contacts:
        return makeContactImporter(session);
    case ImportKind::opportunities:
        return makeOpportunityImporter(session);
    case ImportKind::activities:
        return makeActivityImporter(session, order);
    case ImportKind::intent:
        return makeIntentImporter(session);
    case ImportKind::costs:
        return makeCostImporter(session);
    case ImportKind::campaigns:
        return makeCampaignImporter(session);
    case ImportKind::program:
        break;
    }
    return makeProgramImporter(session);
}

// Groups problems by sentence and field, so that ten thousand like rows are one line for a person.
class ProblemList
{
public:
    explicit ProblemList(std::string file) : m_file(std::move(file)) {}

    void add(const RowProblem &problem, std::int64_t line, bool rejected)
    {
        // The pointer of the sentence may differ between sources; its text does not.
        std::string key = problem.sentence;
        key += '\n' + problem.field;
        key += rejected ? 'r' : 'n';
        const auto [at, added] = m_index.emplace(std::move(key), m_problems.size());
        if (added) {
            Error error = problem.toError(line);
            error.file = m_file;
            m_problems.push_back({std::move(error), 0, {}, rejected});
        }
        ImportProblem &group = m_problems[at->second];
        ++group.rows;
        if (group.lines.size() < listedLines)
            group.lines.push_back(line);
    }
    void addNotice(Error error, std::int64_t rows)
    {
        error.file = m_file;
        m_problems.push_back({std::move(error), rows, {}, false});
    }
    std::vector<ImportProblem> take()
    {
        std::stable_sort(m_problems.begin(), m_problems.end(), [](const ImportProblem &a, const ImportProblem &b) {
            return std::pair(!a.rejected, -a.rows) < std::pair(!b.rejected, -b.rows);
        });
        return std::move(m_problems);
    }

private:
    std::string m_file;
    std::vector<ImportProblem> m_problems;
    std::unordered_map<std::string, std::size_t> m_index;
};

bool isName(std::string_view field)
{
    return field == "name" || field == "first_name" || field == "last_name" || field == "title";
}

// One spelling check per column of words; other columns are left out by the check itself.
class ColumnSpelling
{
public:
    explicit ColumnSpelling(const ColumnMapping &mapping)
    {
        for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
            const MappedColumn &mapped = mapping.columns[column];
            const CanonicalField &field = fieldsOf(mapping.kind)[mapped.target == MappedColumn::Target::field ? mapped.field : 0];
            // Names of companies and people are spelt as their owners like; only words that recur are looked at.
            const bool words = mapped.target != MappedColumn::Target::field
                               || ((field.type == FieldType::text || field.type == FieldType::type) && !isName(field.name));
            if (words)
                m_checks.emplace_back(column, mapped.header.toStdString(), SpellingCheck());
        }
    }
    // The pattern of the record.
    std::uint32_t add(const CsvRecord &record)
    {
        if (!m_patterns.usable()) {
            for (Column &column : m_checks)
                column.check.add(cellOf(record, column));
            return 0;
        }
        for (const Column &column : m_checks)
            m_patterns.add(cellOf(record, column));
        const std::optional<TextCodes::Coded> pattern = m_patterns.take();
        if (pattern->added) {
            m_rows.push_back(0);
            for (const Column &column : m_checks)
                m_cells.emplace_back(cellOf(record, column));
        }
        ++m_rows[pattern->code];
        if (!m_patterns.usable())
            countPatterns();
        return pattern->code + 1;
    }
    void tell(ProblemList &problems)
    {
        countPatterns();
        for (const Column &column : m_checks)
            for (const SpellingNotice &notice : column.check.notices())
                problems.addNotice(Error{ErrorKind::invalid,
                                         DIMSUM_TEXT("“%1” looks like another spelling of “%2”. Nothing was changed; mend it in the source if they are one."),
                                         {notice.value, notice.resembles}, {}, 0, column.header},
                                   notice.count);
    }

private:
    struct Column {
        Column(std::size_t position, std::string name, SpellingCheck empty) : at(position), header(std::move(name)), check(std::move(empty)) {}
        std::size_t at;
        std::string header;
        SpellingCheck check;
    };
    static std::string_view cellOf(const CsvRecord &record, const Column &column)
    {
        return column.at < record.fields.size() ? record.fields[column.at] : std::string_view();
    }
    void countPatterns()
    {
        for (std::size_t pattern = 0; pattern < m_rows.size(); ++pattern)
            for (std::size_t column = 0; column < m_checks.size(); ++column)
                m_checks[column].check.add(m_cells[pattern * m_checks.size() + column], m_rows[pattern]);
        m_rows.clear();
        m_cells.clear();
    }

    CellPatterns m_patterns;
    std::vector<std::int64_t> m_rows; // by pattern
    std::vector<std::string> m_cells; // pattern by pattern, in the order of m_checks
    std::vector<Column> m_checks;
};

void count(ImportCounts &counts, RowOutcome outcome)
{
    switch (outcome) {
    case RowOutcome::inserted:
        ++counts.inserted;
        break;
    case RowOutcome::updated:
        ++counts.updated;
        break;
    case RowOutcome::unchanged:
        ++counts.unchanged;
        break;
    case RowOutcome::duplicate:
        ++counts.duplicate;
        break;
    case RowOutcome::rejected:
        ++counts.rejected;
        break;
    case RowOutcome::pending:
        break;
    }
}

struct ReadRows {
    ImportCounts counts;
    TableSummary summary;
};

// The spelling of the columns is looked at where the rows are read, beside what the importer makes of them there.
class SpelledWork : public BatchWork
{
public:
    SpelledWork(ColumnSpelling &spelling, std::unique_ptr<BatchWork> importers) : m_spelling(spelling), m_importers(std::move(importers)) {}
    void clear() override { m_importers->clear(); }
    void add(const CsvRecord &record) override
    {
        CsvRecord told = record;
        told.pattern = m_spelling.add(record);
        m_importers->add(told);
    }
    BatchWork &importers() { return *m_importers; }

private:
    ColumnSpelling &m_spelling;
    std::unique_ptr<BatchWork> m_importers;
};

// Nothing, without an error: the file must be read again.
Result<std::optional<ReadRows>> readRows(const OpenedFile &file, RowReader &reader, KindImporter &importer, ProblemList &problems,
                          ColumnSpelling &spelling, RejectsFile *rejects, const Progress &progress)
{
    ReadRows rows;
    std::optional<Error> failed;
    const auto sink = [&](const CsvRecord &record, BatchWork &work, std::size_t row) {
        const Result<RowVerdict> verdict = importer.take(static_cast<SpelledWork &>(work).importers(), row);
        if (!verdict) {
            failed = verdict.error();
            return false;
        }
        if (importer.mustReadAgain())
            return false;
        ++rows.counts.read;
        count(rows.counts, verdict->outcome);
        const bool rejected = verdict->outcome == RowOutcome::rejected;
        if (verdict->problem) {
            problems.add(*verdict->problem, record.line, rejected);
            if (rejected && rejects) {
                // The field has a column of its own there.
                Error reason = verdict->problem->toError();
                reason.field.clear();
                rejects->add(record, verdict->problem->field, plainText(reason));
            }
        }
        return true;
    };
    const auto newWork = [&] { return std::make_unique<SpelledWork>(spelling, importer.newWork(reader)); };
    const Result<TableSummary> summary = streamTable(file.table, {newWork, sink}, progress, file.mapping.profile.cutFooter);
    if (failed)
        return *failed;
    if (!summary)
        return summary.error();
    if (importer.mustReadAgain())
        return std::optional<ReadRows>();
    rows.summary = *summary;
    const auto settle = [&](const RowVerdict &verdict, std::int64_t line) {
        count(rows.counts, verdict.outcome);
        if (verdict.problem)
            problems.add(*verdict.problem, line, false);
    };
    if (const Outcome finished = importer.finish(settle, progress); !finished)
        return finished.error();
    return std::optional(std::move(rows));
}

// Types that came in and have no points of their own in the policy (domain.md sections 4 and 5).
Result<std::vector<NamedCount>> unknownTypes(Workspace &workspace, ImportKind kind, const KindImporter &importer)
{
    std::vector<NamedCount> unknown;
    if (importer.types().empty())
        return unknown;
    const Result<Document> document = DocumentStore(workspace.database()).current(DocumentKind::policy);
    if (!document)
        return document.error();
    TierPolicy policy = defaultPolicy(workspace.currency());
    if (document->version > 0) {
        const Result<PolicyDocument> parsed = parsePolicy(QByteArray::fromStdString(document->body), workspace.currency());
        if (!parsed)
            return parsed.error();
        policy = parsed->policy;
    }
    const auto hasPoints = [&](const std::string &key) {
        if (kind == ImportKind::activities)
            return std::any_of(policy.engagement.points.begin(), policy.engagement.points.end(), [&](const auto &type) { return type.key == key; });
        return std::any_of(policy.intent.eventPoints.begin(), policy.intent.eventPoints.end(), [&](const auto &type) { return type.key == key; });
    };
    for (const auto &[key, type] : importer.types())
        if (!hasPoints(key))
            unknown.push_back({type.label, type.rows});
    std::stable_sort(unknown.begin(), unknown.end(), [](const NamedCount &a, const NamedCount &b) { return a.count > b.count; });
    return unknown;
}

// The database stops long statements when the import is cancelled; this takes the flag away again on every way out.
class Watched
{
public:
    Watched(Database &database, const Progress &progress) : m_database(database) { m_database.watch(&progress); }
    ~Watched() { m_database.watch(nullptr); }
    Watched(const Watched &) = delete;
    Watched &operator=(const Watched &) = delete;

private:
    Database &m_database;
};

std::string nameOfUser(const QString &by)
{
    if (!by.isEmpty())
        return by.toStdString();
    const QString login = qEnvironmentVariable("USER");
    return login.isEmpty() ? std::string("import") : login.toStdString();
}

ImportRun runOf(Workspace &workspace, const ImportRequest &request, const OpenedFile &file, ImportPolicy policy)
{
    ImportRun run;
    run.kind = nameOf(request.kind);
    run.file = QFileInfo(request.file).fileName().toStdString();
    run.profile = file.mapping.profile.name.toStdString();
    run.policy = nameOf(policy);
    run.instant = workspace.now();
    run.by = nameOfUser(request.by);
    return run;
}

// What must be kept beside the rows: the counts, the input revision, the step of undo.
Outcome finishRun(Workspace &workspace, const ImportRun &run, const ImportCounts &counts, bool changed)
{
    Database &database = workspace.database();
    if (!counts.addUp())
        return Error{ErrorKind::refused, DIMSUM_TEXT("The rows were not counted right, so nothing was imported. Please report this.")};
    if (Outcome finished = ImportStore(database).finish(run.id, counts); !finished)
        return finished;
    if (!changed)
        return Done{};
    if (Outcome bumped = SettingStore(database).bumpInputRevision(); !bumped)
        return bumped;
    return UndoStore(database).rememberImport({.id = {}, .action = "import", .argument = run.file, .instant = run.instant, .by = run.by, .import = run.id});
}

// Whether the import brings the first accounts or activities: nothing of that kind is there to be read meanwhile.
Result<bool> isFirst(Workspace &workspace, ImportKind kind)
{
    if (kind == ImportKind::accounts) {
        const Result<std::int64_t> accounts = AccountStore(workspace.database()).atMost();
        if (!accounts)
            return accounts.error();
        return *accounts == 0;
    }
    if (kind != ImportKind::activities)
        return false;
    const Result<bool> any = ActivityStore(workspace.database()).any();
    if (!any)
        return any.error();
    return !*any;
}

// One transaction. Nothing, without an error and with nothing done: to be done again with nothing taken for granted.
Result<std::optional<ImportReport>> importOnce(Workspace &workspace, const ImportRequest &request, const OpenedFile &file, ActivityOrder order,
                                               const Progress &progress)
{
    std::unique_ptr<RejectsFile> rejects;
    if (!request.rejects.isEmpty()) {
        Result<std::unique_ptr<RejectsFile>> created = RejectsFile::create(request.rejects, file.table.header(), file.table.format().delimiter);
        if (!created)
            return created.error();
        rejects = std::move(*created);
    }
    Database &database = workspace.database();
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto tokenBefore = SettingStore(database).inputToken();
    if (!tokenBefore)
        return tokenBefore.error();
    const ImportPolicy policy = request.policy.value_or(defaultImportPolicy);
    ImportRun run = runOf(workspace, request, file, policy);
    const Result<ImportId> id = ImportStore(database).start(run);
    if (!id)
        return id.error();
    run.id = *id;

    ImportSession session(workspace, request, policy, run.id);
    Result<std::unique_ptr<KindImporter>> made = importerOf(request.kind, session, file.mapping, order);
    if (!made)
        return made.error();
    const std::unique_ptr<KindImporter> importer = std::move(*made);
    RowReader reader(file.mapping, file.table.format(), ValueContext{workspace.currency(), workspace.timeZone()});
    ProblemList problems(run.file);
    ColumnSpelling spelling(file.mapping);
    const Result<std::optional<ReadRows>> read = readRows(file, reader, *importer, problems, spelling, rejects.get(), progress);
    if (!read)
        return read.error();
    const std::optional<ReadRows> &rows = *read;
    if (!rows)
        return std::optional<ImportReport>();
    spelling.tell(problems);

    ImportReport report;
    const ImportCounts &counts = rows->counts;
    report.read = counts.read;
    report.inserted = counts.inserted;
    report.updated = counts.updated;
    report.unchanged = counts.unchanged;
    report.duplicate = counts.duplicate;
    report.rejected = counts.rejected;
    report.profile = run.profile;
    report.problems = problems.take();
    report.createdAccounts = session.createdAccounts();
    report.stubContacts = session.stubContacts();
    report.blankLines = rows->summary.blankLines;
    report.footerLines = rows->summary.footerLines;
    Result<std::vector<NamedCount>> types = unknownTypes(workspace, request.kind, *importer);
    if (!types)
        return types.error();
    report.unknownTypes = std::move(*types);

    const bool changed = counts.inserted + counts.updated + session.createdAccounts() > 0;
    if (const Outcome finished = finishRun(workspace, run, counts, changed); !finished)
        return finished.error();
    if (progress.cancelled())
        return Error{ErrorKind::cancelled, DIMSUM_TEXT("Stopped. Nothing was changed.")};
    // The rejects file first: if it cannot be written, the rows it would hold are not lost, because nothing came in.
    if (rejects)
        if (const Outcome written = rejects->commit(); !written)
            return written.error();
    if (request.dryRun)
        return std::optional(std::move(report));
    report.id = run.id;
    std::shared_ptr<ActivityGrowth> growth;
    if (auto grown = importer->onlyAddedTo(); grown && changed && session.createdAccounts() == 0) {
        const auto tokenAfter = SettingStore(database).inputToken();
        if (!tokenAfter)
            return tokenAfter.error();
        growth = std::make_shared<ActivityGrowth>(ActivityGrowth{*tokenBefore, *tokenAfter, std::move(*grown), counts.inserted});
    }
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    if (changed)
        workspace.setGrowth(std::move(growth));
    return std::optional(std::move(report));
}

} // namespace

std::string_view nameOf(ImportPolicy policy)
{
    switch (policy) {
    case ImportPolicy::create:
        return "create";
    case ImportPolicy::updateEmpty:
        return "update-empty";
    case ImportPolicy::overwrite:
        return "overwrite";
    case ImportPolicy::skip:
        break;
    }
    return "skip";
}

std::optional<ImportPolicy> importPolicyOf(std::string_view word)
{
    for (const ImportPolicy policy : {ImportPolicy::create, ImportPolicy::updateEmpty, ImportPolicy::overwrite, ImportPolicy::skip})
        if (word == nameOf(policy))
            return policy;
    return std::nullopt;
}

Result<ImportReport> importFile(Workspace &workspace, ImportRequest request, const Progress &progress)
{
    Result<OpenedFile> file = openFile(request);
    if (!file)
        return file.error();
    std::optional<DirectWriting> direct;
    const Result<bool> first = isFirst(workspace, request.kind);
    if (!first)
        return first.error();
    constexpr std::int64_t worthIt = 1 << 20; // bytes: others need not wait for a file that is read at once
    if (*first && !request.dryRun && QFileInfo(request.file).size() >= worthIt)
        direct.emplace(workspace.database());
    const Watched watched(workspace.database(), progress);
    Result<std::optional<ImportReport>> report = importOnce(workspace, request, *file, ActivityOrder::idsAscend, progress);
    if (report && !*report)
        report = importOnce(workspace, request, *file, ActivityOrder::any, progress);
    if (!report)
        return report.error();
    return std::move(**report);
}

Result<std::vector<ImportRecord>> imports(Workspace &workspace)
{
    const Result<std::vector<ImportRun>> runs = ImportStore(workspace.database()).runs();
    if (!runs)
        return runs.error();
    std::vector<ImportRecord> records;
    for (const ImportRun &run : *runs)
        records.push_back({run.id, run.kind, run.file, run.profile, run.policy, run.by, run.instant, run.counts.read,
                           run.counts.inserted, run.counts.updated, run.counts.unchanged, run.counts.duplicate,
                           run.counts.rejected, run.undoneAt, run.undoneBy});
    return records;
}

Outcome undoImport(Workspace &workspace, ImportId id, const QString &by)
{
    Database &database = workspace.database();
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (Outcome undone = ImportStore(database).undo(id, workspace.now(), nameOfUser(by)); !undone)
        return undone;
    if (Outcome forgotten = UndoStore(database).forgetImport(id); !forgotten)
        return forgotten;
    if (Outcome bumped = SettingStore(database).bumpInputRevision(); !bumped)
        return bumped;
    return transaction->commit();
}

} // namespace dimsum
