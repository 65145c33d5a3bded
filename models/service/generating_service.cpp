#include "service/generating_service.h"

#include "domain/program.h"
#include "exchange/csv_writer.h"
#include "exchange/file_commit.h"
#include "exchange/import_kind.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>

namespace dimsum {

namespace {

using namespace sample;

constexpr qsizetype bufferSize = 1 << 20;

// A file of rows under its temporary name. The first error stays and ends the work.
class RowFile
{
public:
    RowFile(const QDir &folder, const QString &name) : m_name(name), m_file(folder.filePath(name + QStringLiteral(".part")))
    {
        m_buffer.reserve(bufferSize + 4096);
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            m_problem = writeError(m_file.fileName(), m_file.errorString());
    }
    ~RowFile()
    {
        if (!m_kept)
            m_file.remove();
    }

    RowFile &text(std::string_view cell)
    {
        separate();
        m_buffer.append(cell.data(), static_cast<qsizetype>(cell.size()));
        return *this;
    }
    // Text that may need quotes.
    RowFile &quoted(std::string_view cell)
    {
        separate();
        m_buffer.append(csvCell(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())), CellType::text, {}, true));
        return *this;
    }
    RowFile &number(std::int64_t value)
    {
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        return text({digits.data(), static_cast<std::size_t>(end - digits.data())});
    }
    RowFile &number(const std::optional<std::int64_t> &value) { return value ? number(*value) : text({}); }
    RowFile &number(std::int64_t value, bool known) { return known ? number(value) : text({}); }
    RowFile &day(Day value) { return text(isoText(value)); }
    void endRow()
    {
        m_buffer.append('\n');
        m_rowBegun = false;
        if (m_buffer.size() >= bufferSize)
            flush();
    }
    void raw(const QByteArray &bytes) { m_buffer.append(bytes); }

    // Writes what is left; the file keeps its temporary name until keep().
    Outcome close()
    {
        flush();
        if (!m_problem && !m_file.flush())
            m_problem = writeError(m_file.fileName(), m_file.errorString());
        m_file.close();
        return state();
    }
    Outcome keep(const QDir &folder)
    {
        const QString final = folder.filePath(m_name);
        QFile::remove(final);
        if (!m_file.rename(final))
            return writeError(final, m_file.errorString());
        m_kept = true;
        return Done{};
    }
    Outcome state() const { return m_problem ? Outcome(*m_problem) : Outcome(Done{}); }
    const QString &name() const { return m_name; }

private:
    void separate()
    {
        if (m_rowBegun)
            m_buffer.append(',');
        m_rowBegun = true;
    }
    void flush()
    {
        if (!m_problem && m_file.write(m_buffer) != m_buffer.size())
            m_problem = writeError(m_file.fileName(), m_file.errorString());
        m_buffer.clear();
    }

    QString m_name;
    QFile m_file;
    QByteArray m_buffer;
    bool m_rowBegun = false;
    bool m_kept = false;
    std::optional<Error> m_problem;
};

// The canonical columns of cli.md. The importer knows more columns than these (ids of a CRM); the sample has no use for
// them. The last two of the accounts are the sample's own and become custom fields.
const char *headerOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::accounts:
        return "domain,name,external_id,industry,country,region,employees,customers,annual_revenue,technologies,maturity,"
               "budget,funding,acv,owner,Sustainability goal,Sites";
    case ImportKind::contacts: return "email,account,first_name,last_name,title,buying_role,opt_out";
    case ImportKind::opportunities: return "id,account,name,amount,stage,status,created,closed,campaign";
    case ImportKind::activities: return "id,account,contact,type,at,asset,campaign,product_area,channel";
    case ImportKind::intent: return "account,source,topic,date,score,event,count";
    case ImportKind::costs: return "subject_kind,subject,line,hours,rate,amount,months,month,actual";
    case ImportKind::campaigns: return "campaign,kind,budget,start,end";
    case ImportKind::program: return "account,program,start,end,arm";
    }
    return "";
}

class CsvWorld : public WorldSink
{
public:
    CsvWorld(const QDir &folder, const WorldOptions &options) : m_folder(folder), m_quarter(dimsum::quarterOf(options.asOf))
    {
        for (const ImportKind kind : importKinds) {
            const std::string_view name = nameOf(kind);
            m_files.push_back(std::make_unique<RowFile>(
                folder, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + QStringLiteral(".csv")));
            RowFile &out = *m_files.back();
            out.raw(QByteArray(headerOf(kind)));
            out.endRow();
        }
    }

    void account(const Account &a) override
    {
        file(ImportKind::accounts).text(a.domain).quoted(a.name).text(a.externalId).text(a.industry).text(a.country)
            .text(a.region).number(a.employees).number(a.customers).number(a.annualRevenue).text(a.technologies)
            .text(a.maturity).number(a.budget).text(a.funding).number(a.acv).text(a.owner).text(a.sustainability)
            .number(a.sites).endRow();
        for (const Person &person : a.people) {
            file(ImportKind::contacts).text(person.email).text(a.domain).text(person.firstName).text(person.lastName)
                .text(person.title).text(person.role).text(person.optedOut ? "true" : "false").endRow();
        }
    }

    void activity(const Account &a, const Touch &touch, std::uint64_t number) override
    {
        std::array<char, 24> id{'a', '-'};
        const auto idEnd = std::to_chars(id.data() + 2, id.data() + id.size(), number).ptr;
        std::string moment = isoText(touch.day);
        const auto two = [&](char before, int value, char after) {
            moment += before;
            moment += static_cast<char>('0' + value / 10);
            moment += static_cast<char>('0' + value % 10);
            if (after != '\0')
                moment += after;
        };
        two('T', touch.minute / 60, '\0');
        two(':', touch.minute % 60, '\0');
        two(':', static_cast<int>(number % 60), 'Z');
        const ActivityKind &kind = activityKinds()[touch.kind];
        file(ImportKind::activities)
            .text({id.data(), static_cast<std::size_t>(idEnd - id.data())})
            .text(a.domain)
            .text(touch.person < 0 ? std::string_view() : std::string_view(a.people[static_cast<std::size_t>(touch.person)].email))
            .text(kind.type)
            .text(moment)
            .text(assets()[touch.asset].name)
            .text(touch.campaign < 0 ? std::string_view() : campaigns()[static_cast<std::size_t>(touch.campaign)].name)
            .text(touch.area < 0 ? std::string_view() : productAreas()[static_cast<std::size_t>(touch.area)])
            .text(kind.channel)
            .endRow();
    }

    // account, source, topic, date, score, event, count
    void signal(const Account &a, const Signal &s) override { intentRow(a.domain, s.source, s.topic, s.day, s.score, {}, 0); }
    void intentEvent(const Account &a, const IntentEvent &e) override { intentRow(a.domain, e.source, {}, e.day, -1, e.event, e.count); }

    void deal(const Account &a, const Deal &deal) override
    {
        const std::string_view status = deal.status == DealStatus::open ? "open" : deal.status == DealStatus::won ? "won" : "lost";
        file(ImportKind::opportunities).text(deal.id).text(a.domain).quoted(deal.name).number(deal.amount).text(deal.stage)
            .text(status).day(deal.created).day(deal.closed).text(deal.campaign).endRow();
    }

    void member(const Account &a, bool holdOut) override
    {
        file(ImportKind::program).text(a.domain).text(m_quarter.name).day(m_quarter.start).day(m_quarter.end)
            .text(holdOut ? "holdout" : "program").endRow();
    }

    void cost(const SampleCost &row) override
    {
        file(ImportKind::costs).text(row.subjectKind).quoted(row.subject).text(row.line).number(row.hours, row.hours != 0)
            .number(row.rate, row.rate != 0).number(row.amount, row.amount != 0).number(row.months, row.months != 0)
            .text(row.month.known() ? isoText(row.month).substr(0, 7) : std::string()).text(row.actual ? "true" : "false").endRow();
    }

    void campaign(const Campaign &c, Day start, Day end, std::int64_t budget) override
    {
        file(ImportKind::campaigns).quoted(c.name).text(c.kind).number(budget).day(start).day(end).endRow();
    }

    Outcome state() const override
    {
        for (const auto &out : m_files) {
            if (Outcome state = out->state(); !state)
                return state;
        }
        return Done{};
    }

    void addDocument(const QString &name, const QByteArray &bytes)
    {
        m_files.push_back(std::make_unique<RowFile>(m_folder, name));
        m_files.back()->raw(bytes);
    }

    Result<QStringList> keep()
    {
        QStringList names;
        for (const auto &out : m_files) {
            if (Outcome closed = out->close(); !closed)
                return closed.error();
        }
        for (const auto &out : m_files) {
            if (Outcome kept = out->keep(m_folder); !kept)
                return kept.error();
            names.append(out->name());
        }
        return names;
    }

private:
    RowFile &file(ImportKind kind) { return *m_files[static_cast<std::size_t>(kind)]; }

    void intentRow(std::string_view domain, std::string_view source, std::string_view topic, Day day, int score,
                   std::string_view event, int count)
    {
        file(ImportKind::intent).text(domain).text(source).text(topic).day(day).number(score, score >= 0).text(event)
            .number(count, count > 0).endRow();
    }

    QDir m_folder;
    ProgramPeriod m_quarter;
    std::vector<std::unique_ptr<RowFile>> m_files;
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonArray list(const std::vector<std::string> &values)
{
    QJsonArray array;
    for (const std::string &value : values)
        array.append(text(value));
    return array;
}

double share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

qint64 count(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

QJsonObject rates(std::uint64_t hot, std::uint64_t hotOf, std::uint64_t other, std::uint64_t otherOf)
{
    const double a = share(hot, hotOf);
    const double b = share(other, otherOf);
    return {{u"treated"_qs, count(hotOf)}, {u"control"_qs, count(otherOf)}, {u"rate_treated"_qs, a}, {u"rate_control"_qs, b},
            {u"ratio"_qs, b > 0 ? QJsonValue(a / b) : QJsonValue()}};
}

// What was planted, and what came of it: the realised figures are counted while the world is made.
QByteArray truthDocument(const WorldOptions &options, const WorldTruth &truth)
{
    const QJsonObject intensity{{u"definition"_qs, u"n >= 3, p >= 2, q >= 1 in 30 days up to as_of"_qs},
                                {u"accounts"_qs, list(truth.highIntensity)},
                                {u"active"_qs, count(truth.active)},
                                {u"share_of_active"_qs, share(truth.highIntensity.size(), truth.active)},
                                {u"share_2_people"_qs, share(truth.threeWithTwoPeople, truth.threeInteractions)},
                                {u"share_2_areas"_qs, share(truth.threeWithTwoAreas, truth.threeInteractions)}};
    QJsonObject lift = rates(truth.hotOutcomes, truth.hotMonths, truth.otherOutcomes, truth.otherMonths);
    lift[u"planted"_qs] = options.planted ? plantedConversionLift : 1.0;
    QJsonArray journeys;
    for (const JourneyTruth &found : {truth.webinarInWeek, truth.webinarIn90Days}) {
        QJsonObject journey = rates(found.treatedHot, found.treated, found.controlHot, found.control);
        journey[u"first"_qs] = u"research report"_qs;
        journey[u"then"_qs] = u"webinar"_qs;
        journey[u"within_days"_qs] = found.withinDays;
        journey[u"planted"_qs] = options.planted;
        journeys.append(journey);
    }

    QJsonObject document{{u"seed"_qs, QString::number(options.seed)},
                         {u"as_of"_qs, text(isoText(options.asOf))},
                         {u"planted"_qs, options.planted},
                         {u"accounts"_qs, count(options.accounts)},
                         {u"activities"_qs, count(truth.activities)},
                         {u"contacts"_qs, count(truth.contacts)},
                         {u"opted_out"_qs, count(truth.optedOut)},
                         {u"opportunities"_qs, count(truth.deals)},
                         {u"intent_rows"_qs, count(truth.signals)},
                         {u"high_intensity"_qs, intensity},
                         {u"conversion_lift"_qs, lift},
                         {u"journeys"_qs, journeys},
                         {u"best_customers"_qs, list(truth.bestCustomers)},
                         {u"surges"_qs, QJsonObject{{u"intent"_qs, list(truth.intentSurges)}, {u"engagement"_qs, list(truth.engagementSurges)}}}};
    if (options.planted) {
        document[u"segment_accounts"_qs] = count(truth.segment);
        document[u"lookalikes"_qs] = list(truth.lookalikes);
        document[u"icp"_qs] = u"icp.json"_qs;
        document[u"broken_link"_qs] = QJsonObject{{u"asset"_qs, u"ROI calculator"_qs},
                                                 {u"broken_from"_qs, text(isoText(options.asOf - 24))},
                                                 {u"broken_to"_qs, text(isoText(options.asOf - 6))}};
        document[u"stumbling_block"_qs] = u"Migration checklist"_qs;
    }
    return QJsonDocument(document).toJson();
}

} // namespace

QByteArray sampleIcpDocument()
{
    QJsonArray industryNames;
    for (const std::string_view name : segmentIndustries)
        industryNames.append(text(name));
    QJsonArray technologyNames;
    for (const std::string_view name : segmentTechnologies)
        technologyNames.append(text(name));
    const QJsonArray criteria{
        QJsonObject{{u"field"_qs, u"industry"_qs}, {u"test"_qs, u"one_of"_qs}, {u"values"_qs, industryNames}, {u"weight"_qs, 4}, {u"must_have"_qs, false}},
        QJsonObject{{u"field"_qs, u"technologies"_qs}, {u"test"_qs, u"has_any"_qs}, {u"values"_qs, technologyNames}, {u"weight"_qs, 4}, {u"must_have"_qs, false}},
        QJsonObject{{u"field"_qs, u"employees"_qs}, {u"test"_qs, u"between"_qs}, {u"min"_qs, segmentEmployeesMin}, {u"max"_qs, segmentEmployeesMax}, {u"weight"_qs, 2}, {u"must_have"_qs, false}}};
    const QJsonArray committee{u"decision maker"_qs, u"budget holder"_qs, u"end user"_qs};
    return QJsonDocument(QJsonObject{{u"criteria"_qs, criteria}, {u"committee"_qs, committee}}).toJson();
}

Result<GenerateResult> generateWorld(GenerateRequest request, const Progress &progress)
{
    const QDir folder(request.folder);
    if (!QDir().mkpath(request.folder))
        return Error{ErrorKind::storage, DIMSUM_TEXT("The folder “%1” cannot be made. Choose a place where you may write."),
                     {request.folder.toStdString()}};
    CsvWorld world(folder, request.world);
    if (Outcome ready = world.state(); !ready)
        return ready.error();
    const Result<WorldTruth> truth = makeWorld(request.world, world, progress);
    if (!truth)
        return truth.error();
    world.addDocument(u"truth.json"_qs, truthDocument(request.world, *truth));
    world.addDocument(u"icp.json"_qs, sampleIcpDocument());
    Result<QStringList> names = world.keep();
    if (!names)
        return names.error();
    return GenerateResult{.folder = request.folder,
                          .files = *names,
                          .accounts = request.world.accounts,
                          .contacts = truth->contacts,
                          .activities = truth->activities,
                          .deals = truth->deals,
                          .signals = truth->signals,
                          .highIntensity = truth->highIntensity.size()};
}

} // namespace dimsum
