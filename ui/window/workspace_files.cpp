#include "ui/window/workspace_files.h"

#include "domain/money.h"
#include "service/workspace_session.h"
#include "ui/settings/preferences.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QThread>
#include <QTimeZone>

namespace dimsum {

static const QString lastFileKey = QStringLiteral("workspace/last");

WorkspaceFiles::WorkspaceFiles(WorkspaceSession &session, Preferences &preferences, QString sampleFile,
                               SampleMaker makeSample, QObject *parent)
    : QObject(parent), m_session(session), m_preferences(preferences), m_sampleFile(std::move(sampleFile)),
      m_makeSample(std::move(makeSample))
{
    connect(&session, &WorkspaceSession::opened, this,
            [this](const QString &path) {
                m_preferences.addRecentFile(path);
                m_preferences.setState(lastFileKey, path);
            });
}

WorkspaceFiles::~WorkspaceFiles()
{
    if (m_maker) {
        m_stop.request_stop();
        m_maker->wait();
        delete m_maker;
    }
}

bool WorkspaceFiles::isWorkspaceFile(const QString &file)
{
    return file.endsWith(QStringLiteral(".dimsum"), Qt::CaseInsensitive);
}

QStringList WorkspaceFiles::fileFilters()
{
    return {tr("Dimsum workspaces (*.dimsum)")};
}

void WorkspaceFiles::open(const QString &file)
{
    m_session.open(QFileInfo(file).absoluteFilePath());
}

void WorkspaceFiles::create(const QString &file)
{
    const QString code = QLocale::system().currencySymbol(QLocale::CurrencyIsoCode);
    NewWorkspace description;
    description.name = QFileInfo(file).completeBaseName();
    if (currencyOf(code.toStdString()))
        description.currency = code;
    if (QTimeZone::isTimeZoneIdAvailable(QTimeZone::systemTimeZoneId()))
        description.timeZone = QTimeZone::systemTimeZoneId();
    m_session.create(QFileInfo(file).absoluteFilePath(), description);
}

void WorkspaceFiles::openSample()
{
    if (m_maker)
        return;
    if (QFile::exists(m_sampleFile)) {
        open(m_sampleFile);
        return;
    }
    QDir().mkpath(QFileInfo(m_sampleFile).absolutePath());
    m_stop = std::stop_source();
    Progress progress;
    progress.stop = m_stop.get_token();
    progress.report = [this](std::int64_t done, std::int64_t total) { Q_EMIT sampleProgress(done, total); };
    m_maker = QThread::create([this, progress, make = m_makeSample, file = m_sampleFile] {
        // Made beside its place and renamed when whole: a stopped attempt leaves no half sample behind.
        const QFileInfo place(file);
        const QString draft = place.absolutePath() + QStringLiteral("/making-") + place.fileName();
        QFile::remove(draft);
        Outcome outcome = make(draft, progress);
        if (outcome.ok() && !QFile::rename(draft, file))
            outcome = Error{ErrorKind::storage, DIMSUM_TEXT("The sample could not be stored as %1. Check the folder."),
                            {file.toStdString()}};
        if (!outcome.ok())
            QFile::remove(draft);
        QMetaObject::invokeMethod(this, [this, outcome] { sampleMade(outcome); }, Qt::QueuedConnection);
    });
    m_maker->start();
    Q_EMIT makingSampleChanged(true);
}

void WorkspaceFiles::sampleMade(const Outcome &outcome)
{
    m_maker->wait();
    m_maker->deleteLater();
    m_maker = nullptr;
    Q_EMIT makingSampleChanged(false);
    if (outcome.ok())
        open(m_sampleFile);
    else
        Q_EMIT failed(outcome.error());
}

void WorkspaceFiles::close()
{
    m_preferences.setState(lastFileKey, QVariant());
    m_session.close();
}

void WorkspaceFiles::reopenLast()
{
    const QString last = m_preferences.state(lastFileKey).toString();
    if (!last.isEmpty() && QFile::exists(last))
        open(last);
}

QString WorkspaceFiles::openName() const
{
    return m_session.isOpen() ? QFileInfo(m_session.path()).fileName() : QString();
}

} // namespace dimsum
