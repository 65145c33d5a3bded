// What a test of a page or of the window needs: preferences in memory, prompts with prepared answers, a session on a
// small workspace in a temporary folder, and ways to wait that name what they waited for.
//
//     UiFixture ui;
//     QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
//     OrdersPage page(ui.context());
//     ui.show(page);                       // snapshot set, shown, exposed
//     QVERIFY(ui.waitIdle());              // after something was posted to the session
#pragma once

#include "support/fake_navigation.h"
#include "support/fake_prompts.h"
#include "support/memory_preferences.h"

#include "exchange/icp_document.h"
#include "qt/wording.h"
#include "service/generating_service.h"
#include "service/icp_service.h"
#include "service/importing_service.h"
#include "service/tiering_service.h"
#include "service/workspace_session.h"
#include "ui/common/theme.h"
#include "ui/page.h"
#include "ui/page_context.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace dimsum {

class UiFixture
{
public:
    static constexpr int smallAccounts = 240; // of openSmall()
    static constexpr int patience = 30'000; // milliseconds; a stuck test fails instead of hanging

    UiFixture()
    {
        applyTheme(*qApp, ThemeChoice::light);
        preferences.setWho(QStringLiteral("Lena Brandt"));
        QObject::connect(&session, &WorkspaceSession::failed, &session,
                         [this](const Error &error) { failures.append(errorText(error)); });
    }

    MemoryPreferences preferences;
    FakePrompts prompts;
    FakeNavigation navigation;
    WorkspaceSession session;
    QStringList failures; // what the session could not do
    QTemporaryDir folder;

    PageContext context() { return {session, prompts, preferences, navigation}; }
    QString file(const QString &name) const { return folder.filePath(name); }
    QString problem() const { return failures.join(QLatin1Char('\n')); }
    std::shared_ptr<const Snapshot> snapshot() const { return session.snapshot(); }

    // An empty workspace with the default menu and policy.
    bool openEmpty()
    {
        session.create(file(QStringLiteral("empty.dimsum")), NewWorkspace{.name = QStringLiteral("Empty")});
        return waitIdle() && session.snapshot();
    }

    // Generated accounts, a few of them in each tier, with a year of events, an ICP, tiers applied. Made once per process, then copied.
    bool openSmall()
    {
        static const QByteArray bytes = smallWorkspace();
        QFile out(file(QStringLiteral("small.dimsum")));
        if (bytes.isEmpty() || !out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
            failures.append(QStringLiteral("The small workspace could not be made: ") + smallProblem());
            return false;
        }
        out.close();
        session.open(out.fileName());
        return waitIdle() && session.snapshot();
    }

    // True once nothing runs any more and the snapshot is there.
    bool waitIdle() const
    {
        return QTest::qWaitFor([this] { return !failures.isEmpty() || (!session.busy() && session.snapshot()); }, patience)
               && QTest::qWaitFor([this] { return !session.busy(); }, patience);
    }

    void show(Page &page, QSize size = QSize(1440, 900))
    {
        page.setSnapshot(session.snapshot());
        QObject::connect(&session, &WorkspaceSession::snapshotChanged, &page, &Page::setSnapshot);
        page.resize(size);
        page.show();
        QApplication::processEvents();
    }

private:
    static QString &smallProblem()
    {
        static QString problem;
        return problem;
    }

    // One step of making the small workspace: notes what went wrong.
    template <class Answer>
    static bool worked(const char *step, const Answer &answer)
    {
        if (!answer.ok())
            smallProblem() = QLatin1String(step) + QStringLiteral(": ") + errorText(answer.error());
        return answer.ok();
    }

    static bool fillSmall(Workspace &workspace, const QString &folder, Day asOf)
    {
        GenerateRequest request;
        request.folder = folder;
        request.world = {.accounts = smallAccounts, .activities = 15 * smallAccounts, .seed = 8, .asOf = asOf};
        if (!worked("generate", generateWorld(request)))
            return false;
        constexpr std::pair<ImportKind, const char *> files[] = {{ImportKind::accounts, "accounts"},
                                                                 {ImportKind::contacts, "contacts"},
                                                                 {ImportKind::opportunities, "opportunities"},
                                                                 {ImportKind::activities, "activities"},
                                                                 {ImportKind::intent, "intent"}};
        for (const auto &[kind, name] : files) {
            const QString csv = folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".csv");
            if (!worked(name, importFile(workspace, {.kind = kind, .file = csv})))
                return false;
        }
        const auto icp = parseIcp(sampleIcpDocument(), workspace.currency());
        return worked("icp", icp) && worked("set icp", setIcp(workspace, *icp, "Lena Brandt"))
               && worked("approve", approveMenu(workspace, "Lena Brandt"))
               && worked("start", startProgram(workspace, "Lena Brandt"))
               && worked("retier", retier(workspace, {.asOf = asOf, .apply = true, .by = "Lena Brandt"}));
    }

    static QByteArray smallWorkspace()
    {
        const QTemporaryDir made;
        const QString path = made.filePath(QStringLiteral("small.dimsum"));
        {
            auto workspace = Workspace::create(path, NewWorkspace{.name = QStringLiteral("Small")});
            if (!worked("create", workspace) || !fillSmall(**workspace, made.filePath(QStringLiteral("csv")), (*workspace)->today()))
                return {};
        }
        QFile in(path); // closed by now, so the one file holds everything
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
};

} // namespace dimsum
