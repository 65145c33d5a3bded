#include "service/workspace.h"

#include "domain/menu.h"
#include "domain/tier_policy.h"
#include "exchange/menu_document.h"
#include "exchange/policy_document.h"
#include "exchange/text_key.h"
#include "store/document_store.h"
#include "store/order_store.h"
#include "store/program_store.h"
#include "store/setting_store.h"
#include "store/transaction.h"
#include "store/workspace_files.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace dimsum {

namespace {

std::string plain(const QString &text)
{
    return text.toStdString();
}

// Server workspaces come with a later version; saying so beats "file not found".
std::optional<Error> refusedAddress(const QString &path)
{
    if (path.trimmed().isEmpty())
        return Error{.kind = ErrorKind::usage,
                     .sentence = DIMSUM_TEXT("No workspace was named. Give the name of a file that ends in .dimsum.")};
    if (path.startsWith(QLatin1String("postgresql:"), Qt::CaseInsensitive)
        || path.startsWith(QLatin1String("postgres:"), Qt::CaseInsensitive))
        return Error{.kind = ErrorKind::usage,
                     .sentence = DIMSUM_TEXT("This Dimsum works with workspace files only, not yet with a server. "
                                             "Give the name of a file that ends in .dimsum.")};
    return std::nullopt;
}

Result<QTimeZone> zoneOf(const QByteArray &id)
{
    const QTimeZone zone(id);
    if (!zone.isValid())
        return Error{.kind = ErrorKind::usage,
                     .sentence = DIMSUM_TEXT("There is no time zone “%1”. Give one like Europe/Berlin or UTC."),
                     .arguments = {id.toStdString()}};
    return zone;
}

Result<Currency> knownCurrency(const QString &code)
{
    const auto currency = currencyOf(plain(code.trimmed().toUpper()));
    if (!currency)
        return Error{.kind = ErrorKind::usage,
                     .sentence = DIMSUM_TEXT("There is no currency “%1”. Give the three letters of ISO 4217, "
                                             "like USD or EUR."),
                     .arguments = {plain(code)}};
    return *currency;
}

Day dayIn(const QTimeZone &zone, std::int64_t instant)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(instant, zone).date();
    return dimsum::dayOf(date.year(), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

// Everything a new workspace holds, in one transaction.
Outcome fill(Database &database, const WorkspaceSettings &settings, std::int64_t now, Day today)
{
    static constexpr std::string_view author = "dimsum";
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();

    SettingStore stored(database);
    for (const auto &[name, value] : {std::pair<std::string_view, std::string>{"name", plain(settings.name)},
                                      {"time_zone", settings.timeZone.toStdString()},
                                      {"currency", settings.currency.code}}) {
        if (Outcome kept = stored.setValue(name, value); !kept)
            return kept;
    }

    const Menu menu = defaultMenu(settings.currency, quarterOf(today));
    const QByteArray policyText = printPolicy(defaultPolicy(settings.currency), settings.currency);
    const QByteArray menuText = printMenu(menu, settings.currency);
    DocumentStore documents(database);
    for (const auto &[kind, body] : {std::pair{DocumentKind::policy, policyText}, {DocumentKind::menu, menuText}}) {
        const auto version = documents.append(kind, body.toStdString(), author, now);
        if (!version)
            return version.error();
    }

    const auto program = ProgramStore(database).insert({.id = {},
                                                        .key = textKey(std::string_view(menu.program.name)),
                                                        .name = menu.program.name,
                                                        .start = menu.program.start,
                                                        .end = menu.program.end});
    if (!program)
        return program.error();
    if (Outcome limits = OrderStore(database).setMenu(*program, menu); !limits)
        return limits;
    return transaction->commit();
}

Result<WorkspaceSettings> readSettings(Database &database)
{
    SettingStore store(database);
    WorkspaceSettings settings;
    const auto name = store.value("name");
    const auto zone = store.value("time_zone");
    const auto currency = store.value("currency");
    for (const auto *value : {&name, &zone, &currency}) {
        if (!*value)
            return value->error();
    }
    const auto known = currencyOf(currency->value_or(""));
    if (!known || !zone->has_value())
        return Error{.kind = ErrorKind::damaged,
                     .sentence = DIMSUM_TEXT("The workspace does not say in which currency and time zone it counts. "
                                             "Open a copy of it from a backup.")};
    settings.name = QString::fromStdString(name->value_or(""));
    settings.timeZone = QByteArray::fromStdString(**zone);
    settings.currency = *known;
    return settings;
}

} // namespace

Clock systemClock()
{
    return [] { return std::int64_t{QDateTime::currentMSecsSinceEpoch()}; };
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(const QString &path, const NewWorkspace &description, Clock clock)
{
    if (const auto refused = refusedAddress(path))
        return *refused;
    const auto zone = zoneOf(description.timeZone);
    if (!zone)
        return zone.error();
    const auto currency = knownCurrency(description.currency);
    if (!currency)
        return currency.error();

    auto database = Database::create(path);
    if (!database)
        return database.error();

    WorkspaceSettings settings{.name = description.name.trimmed(),
                               .timeZone = description.timeZone,
                               .currency = *currency};
    if (settings.name.isEmpty())
        settings.name = QFileInfo(path).completeBaseName();
    const std::int64_t now = clock();
    if (const Outcome filled = fill(**database, settings, now, dayIn(*zone, now)); !filled) {
        const QString file = (*database)->path();
        database->reset();
        removeWorkspaceFiles(file); // what could not be filled is no workspace
        return filled.error();
    }

    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->m_path = (*database)->path();
    workspace->m_database = std::move(*database);
    workspace->m_settings = settings;
    workspace->m_timeZone = *zone;
    workspace->m_clock = std::move(clock);
    if (!thresholdScale(*currency))
        workspace->m_notices.push_back(
            {.kind = ErrorKind::invalid,
             .sentence = DIMSUM_TEXT("The default amounts are not scaled for %1: check the ACV thresholds of the "
                                     "policy and the prices of the menu."),
             .arguments = {currency->code}});
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, Clock clock)
{
    if (const auto refused = refusedAddress(path))
        return *refused;
    auto database = Database::open(path);
    if (!database)
        return database.error();
    const auto settings = readSettings(**database);
    if (!settings)
        return settings.error();
    const auto zone = zoneOf(settings->timeZone);
    if (!zone)
        return Error{.kind = ErrorKind::unreadable,
                     .sentence = DIMSUM_TEXT("The workspace counts in the time zone “%1”, which this computer does "
                                             "not know. Install its time zone data (package tzdata)."),
                     .arguments = {settings->timeZone.toStdString()}};

    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->m_path = (*database)->path();
    workspace->m_database = std::move(*database);
    workspace->m_settings = *settings;
    workspace->m_timeZone = *zone;
    workspace->m_clock = std::move(clock);
    return workspace;
}

Day Workspace::today() const
{
    return dayOf(now());
}

Day Workspace::dayOf(std::int64_t instant) const
{
    return dayIn(m_timeZone, instant);
}

Result<std::int64_t> Workspace::inputRevision()
{
    return SettingStore(*m_database).inputRevision();
}

} // namespace dimsum
