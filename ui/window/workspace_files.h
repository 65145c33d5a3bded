// Which workspace file is open and how another one gets open: a file, a new one, the sample (made as a job the first
// time). Keeps the list of recent files. The window asks; the session does the work. GUI thread.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"

#include <QObject>
#include <QString>

#include <functional>
#include <stop_token>

class QThread;

namespace dimsum {

class Preferences;
class WorkspaceSession;

// Writes the sample workspace to a file that does not exist yet; called on a thread of its own.
using SampleMaker = std::function<Outcome(const QString &file, const Progress &progress)>;

class WorkspaceFiles : public QObject
{
    Q_OBJECT

public:
    WorkspaceFiles(WorkspaceSession &session, Preferences &preferences, QString sampleFile, SampleMaker makeSample,
                   QObject *parent = nullptr);
    ~WorkspaceFiles() override; // stops a sample that is being made

    static bool isWorkspaceFile(const QString &file); // by its ending
    static QStringList fileFilters();                 // of file dialogs

    void open(const QString &file);
    // A new file with the defaults for the currency and zone of this machine.
    void create(const QString &file);
    void openSample();
    // Closed by the person: the next start does not open it again.
    void close();
    // What was open when the program ended; nothing happens if that is gone.
    void reopenLast();

    bool makingSample() const { return m_maker != nullptr; }
    QString sampleFile() const { return m_sampleFile; }
    // The open file's name, empty if none is open.
    QString openName() const;

Q_SIGNALS:
    void sampleProgress(qint64 done, qint64 total);
    void makingSampleChanged(bool making);
    void failed(const dimsum::Error &error);

private:
    void sampleMade(const Outcome &outcome);

    WorkspaceSession &m_session;
    Preferences &m_preferences;
    QString m_sampleFile;
    SampleMaker m_makeSample;
    std::stop_source m_stop;
    QThread *m_maker = nullptr;
};

} // namespace dimsum
