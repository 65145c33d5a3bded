// An open workspace on the thread that opened it: the database connection, the settings that everything is read
// with, and the clock. Services are free functions over it; none of them keeps state of its own.
// One Workspace belongs to one thread. Two of them may be open on the same file, in one process or in several.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/progress.h"
#include "store/database.h"

#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace dimsum {

// UTC milliseconds since 1970. Passed in at the edge; nothing below reads the time of day.
using Clock = std::function<std::int64_t()>;
Clock systemClock();

struct WorkspaceSettings {
    QString name;
    QByteArray timeZone = "UTC"; // IANA id
    Currency currency;
};

struct NewWorkspace {
    QString name = {}; // empty: the name of the file
    QByteArray timeZone = "UTC";
    QString currency = QStringLiteral("USD");
};

// An import that did nothing but add activities to accounts that were there: scores from before it hold for all others
// (scored_world.h). The tokens are those of the input revision on either side (SettingStore), so that nobody takes it for
// the step from another state.
struct ActivityGrowth {
    std::int64_t tokenBefore = 0, tokenAfter = 0;
    std::vector<AccountId> accounts; // with new activities, each once
    std::int64_t activities = 0;
};

class Workspace
{
public:
    // A new file with the default policy scaled to the currency, the default points and menu (for the calendar
    // quarter that `clock` falls in) and no ICP. Errors: usage (zone, currency or address that does not exist),
    // refused (the file is already there), storage.
    static Result<std::unique_ptr<Workspace>> create(const QString &path, const NewWorkspace &description,
                                                     Clock clock = systemClock());
    // Errors: notFound, unreadable, damaged, newerVersion, busy; usage for a server address.
    static Result<std::unique_ptr<Workspace>> open(const QString &path, Clock clock = systemClock());
    ~Workspace();

    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    Database &database() { return *m_database; }
    const WorkspaceSettings &settings() const { return m_settings; }
    const Currency &currency() const { return m_settings.currency; }
    const QTimeZone &timeZone() const { return m_timeZone; }
    QString path() const { return m_path; }

    std::int64_t now() const { return m_clock(); } // UTC milliseconds
    Day today() const;                            // in the workspace's zone
    Day dayOf(std::int64_t instant) const;        // calendar date of UTC milliseconds in the workspace's zone

    // The revision of everything that scores depend on (accounts, events, ICP, policy): it grows with each change of
    // them, and scores carry the one that they were computed from.
    Result<std::int64_t> inputRevision();

    // What the last change of the inputs through this object was, where it only added activities; null otherwise.
    std::shared_ptr<const ActivityGrowth> growth() const { return m_growth; }
    void setGrowth(std::shared_ptr<const ActivityGrowth> growth) { m_growth = std::move(growth); }

    // What a person should know about the defaults that were chosen on create (a currency without a scale).
    const std::vector<Error> &notices() const { return m_notices; }

private:
    Workspace() = default;

    std::unique_ptr<Database> m_database;
    WorkspaceSettings m_settings;
    QTimeZone m_timeZone;
    QString m_path;
    Clock m_clock;
    std::vector<Error> m_notices;
    std::shared_ptr<const ActivityGrowth> m_growth;
};

} // namespace dimsum
