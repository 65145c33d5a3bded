#include "service/demo_service.h"

#include "domain/program.h"
#include "exchange/icp_document.h"
#include "service/demo_orders.h"
#include "service/generating_service.h"
#include "service/icp_service.h"
#include "service/importing_service.h"
#include "service/snapshot.h"
#include "service/tiering_service.h"
#include "store/undo_store.h"
#include "store/workspace_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <atomic>

namespace dimsum {

namespace {

constexpr std::int64_t millisecondsPerHour = 3'600'000;
constexpr int steps = 17; // of the progress

// The order in which files are brought in: what is referred to comes first.
constexpr std::array importOrder{ImportKind::accounts, ImportKind::campaigns, ImportKind::contacts, ImportKind::opportunities,
                                 ImportKind::activities, ImportKind::intent, ImportKind::costs, ImportKind::program};

// The making of one sample. Its workspace lives under a temporary name until it is whole, and its clock is set by hand,
// because a quarter of history is made in a second.
class Demo
{
public:
    Demo(DemoRequest request, const Progress &progress)
        : m_request(std::move(request)), m_progress(progress), m_draft(m_request.file + QStringLiteral(".part"))
    {
        const std::int64_t now = systemClock()();
        m_asOf = m_request.asOf.known() ? m_request.asOf : Day{static_cast<std::int32_t>(now / millisecondsPerDay)};
    }
    ~Demo()
    {
        m_workspace.reset();
        removeWorkspaceFiles(m_draft);
    }

    Result<DemoResult> make()
    {
        if (QFileInfo::exists(m_request.file))
            return Error{ErrorKind::refused, DIMSUM_TEXT("There is a file “%1” already. Choose another name."), {m_request.file.toStdString()}};
        removeWorkspaceFiles(m_draft);
        for (const auto part : {&Demo::create, &Demo::bringIn, &Demo::setRules, &Demo::tierAndOrder, &Demo::publish}) {
            if (const Outcome done = (this->*part)(); !done)
                return done.error();
        }
        return m_result;
    }

private:
    Outcome step()
    {
        m_progress.at(++m_steps, steps);
        if (m_progress.cancelled())
            return Error{ErrorKind::cancelled, DIMSUM_TEXT("Stopped. No sample was made.")};
        return Done{};
    }

    Progress quietly() const { return Progress{.report = {}, .stop = m_progress.stop}; }
    void setClock(std::int64_t instant) { *m_now = instant; }
    void setClock(Day day, int hour) { setClock(day.number * millisecondsPerDay + hour * millisecondsPerHour); }

    Outcome create()
    {
        setClock(m_asOf, 6);
        auto workspace = Workspace::create(m_draft, {.name = QStringLiteral("Dimsum sample"), .timeZone = "UTC", .currency = QStringLiteral("USD")},
                                           [now = m_now] { return now->load(); });
        if (!workspace)
            return workspace.error();
        m_workspace = std::move(*workspace);
        return step();
    }

    Outcome bringIn()
    {
        const QTemporaryDir folder;
        if (!folder.isValid())
            return Error{ErrorKind::storage, DIMSUM_TEXT("No temporary folder can be made: %1"), {folder.errorString().toStdString()}};
        GenerateRequest request{.folder = folder.path(), .world = {}};
        request.world.accounts = 1000;
        request.world.activities = 11500;
        request.world.seed = 11;
        request.world.asOf = m_asOf;
        request.world.intentShare = 0.80;
        request.world.heatShare = 0.6;
        request.world.acvScale = 1.7;
        request.world.surgeShare = 0.03;
        request.world.bestShare = 0.5;
        request.world.journeyShare = 0.15;
        request.world.dealShare = 0.02;
        if (const auto generated = generateWorld(request, quietly()); !generated)
            return generated.error();
        for (const ImportKind kind : importOrder) {
            const std::string_view name = nameOf(kind);
            ImportRequest import;
            import.kind = kind;
            import.file = QDir(folder.path()).filePath(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + QStringLiteral(".csv"));
            import.by = QString::fromUtf8(demoMarketer.data(), static_cast<qsizetype>(demoMarketer.size()));
            const auto report = importFile(*m_workspace, import, quietly());
            if (!report)
                return report.error();
            if (kind == ImportKind::accounts)
                m_result.accounts = report->inserted;
            if (const Outcome next = step(); !next)
                return next;
        }
        return Done{};
    }

    Outcome setRules()
    {
        auto icp = parseIcp(sampleIcpDocument(), m_workspace->currency());
        if (!icp)
            return icp.error();
        if (const auto set = setIcp(*m_workspace, std::move(*icp), std::string(demoMarketer)); !set)
            return set.error();
        auto policy = policyState(*m_workspace);
        if (!policy)
            return policy.error();
        policy->policy.capacity[tierIndex(Tier::one)] = 20;
        policy->policy.capacity[tierIndex(Tier::two)] = 100;
        if (const auto set = setPolicy(*m_workspace, policy->policy, std::string(demoMarketer)); !set)
            return set.error();
        if (const auto approved = approveMenu(*m_workspace, std::string(demoMarketer)); !approved)
            return approved.error();
        if (const Outcome started = startProgram(*m_workspace, std::string(demoMarketer)); !started)
            return started;
        return step();
    }

    Outcome apply(Day day)
    {
        setClock(day, 9);
        RetierRequest request{.asOf = day, .apply = true, .by = std::string(demoMarketer)};
        if (const auto applied = retier(*m_workspace, request, quietly()); !applied)
            return applied.error();
        return step();
    }

    // Tiers weeks ago, orders since then, tiers again; what would move today is left to be seen.
    Outcome tierAndOrder()
    {
        const Day quarterBegin = quarterOf(m_asOf).start;
        const Day first = std::max(m_asOf - 40, std::min(quarterBegin, m_asOf - 24));
        const Day second = m_asOf - 20;
        const Day third = m_asOf - 5;
        if (const Outcome done = wave({first, second - 1, m_asOf, 20, 1}, true); !done)
            return done;
        if (const Outcome done = wave({second, third - 1, m_asOf, 26, 2}, false); !done)
            return done;
        if (const Outcome done = wave({third, m_asOf - 1, m_asOf, 16, 3}, false); !done)
            return done;
        setClock(m_asOf, 9);
        if (const auto scored = retier(*m_workspace, {.asOf = m_asOf, .apply = false, .by = {}}, quietly()); !scored)
            return scored.error();
        const auto snapshot = loadSnapshot(*m_workspace, m_asOf, quietly());
        if (!snapshot)
            return snapshot.error();
        if (const Outcome kept = keepDemoDrafts(*m_workspace, **snapshot); !kept)
            return kept;
        return UndoStore(m_workspace->database()).forgetAll(); // nobody here did any of this
    }

    Outcome wave(const DemoWave &wave, bool withPins)
    {
        if (const Outcome applied = apply(wave.first); !applied)
            return applied;
        auto snapshot = loadSnapshot(*m_workspace, wave.first, quietly());
        if (!snapshot)
            return snapshot.error();
        if (withPins) {
            if (const Outcome pinned = pin(**snapshot, wave.first + 1); !pinned)
                return pinned;
            snapshot = loadSnapshot(*m_workspace, wave.first + 1, quietly());
            if (!snapshot)
                return snapshot.error();
        }
        const auto orders = placeDemoOrders(*m_workspace, **snapshot, wave, [this](std::int64_t instant) { setClock(instant); });
        if (!orders)
            return orders.error();
        m_result.orders += *orders;
        return step();
    }

    // What people know and figures do not.
    Outcome pin(const Snapshot &snapshot, Day day)
    {
        struct Wish {
            Tier of, to;
            std::string_view reason;
        };
        static constexpr std::array wishes{Wish{Tier::two, Tier::one, "Their new COO asked for us by name"},
                                           Wish{Tier::three, Tier::two, "Sister company of a customer"},
                                           Wish{Tier::one, Tier::two, "Budget frozen until summer, says their CFO"},
                                           Wish{Tier::none, Tier::two, "Partner referral, figures follow"}};
        setClock(day, 11);
        for (const Wish &wish : wishes) {
            const auto found = std::ranges::find_if(snapshot.byPriority, [&](std::uint32_t row) {
                return snapshot.tiers[row] == wish.of && snapshot.holdOut[row] == 0;
            });
            if (found == snapshot.byPriority.end())
                continue;
            PinRequest request{.account = std::string(snapshot.accounts.domain.at(*found)), .tier = wish.to, .until = m_asOf + 45,
                               .reason = std::string(wish.reason), .by = "Ana Ruiz"};
            if (const auto pinned = pinTier(*m_workspace, request); !pinned)
                return pinned.error();
        }
        return step();
    }

    Outcome publish()
    {
        m_workspace.reset(); // the last connection takes the write-ahead log into the file
        if (!QFile::rename(m_draft, m_request.file))
            return Error{ErrorKind::storage, DIMSUM_TEXT("“%1” cannot be written. Choose a place where you may write."), {m_request.file.toStdString()}};
        m_result.asOf = m_asOf;
        m_progress.at(steps, steps);
        return Done{};
    }

    DemoRequest m_request;
    const Progress &m_progress;
    QString m_draft;
    Day m_asOf;
    std::shared_ptr<std::atomic<std::int64_t>> m_now = std::make_shared<std::atomic<std::int64_t>>(0);
    std::unique_ptr<Workspace> m_workspace;
    DemoResult m_result;
    int m_steps = 0;
};

} // namespace

Result<DemoResult> makeDemo(DemoRequest request, const Progress &progress)
{
    return Demo(std::move(request), progress).make();
}

} // namespace dimsum
