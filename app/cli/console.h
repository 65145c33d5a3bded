// Where a command speaks: results to standard output, messages and progress to standard error.
#pragma once

#include "domain/progress.h"

#include <QString>

#include <chrono>
#include <stop_token>

namespace dimsum::cli {

// Main thread only, apart from the callback of progress(), which any one thread at a time may call.
class Console
{
public:
    explicit Console(std::stop_token stop);
    ~Console();

    void result(const QByteArray &text); // to standard output, a line feed is added where it lacks one
    void message(const QString &text);   // one line to standard error

    // Shows `what` with a percentage on standard error if that is a terminal; stops on Ctrl-C. The Console must
    // outlive the returned value.
    Progress progress(const QString &what);

    bool cancelled() const { return m_stop.stop_requested(); }

private:
    void drawProgress(const QString &what, qint64 done, qint64 total);
    void clearProgress();

    std::stop_token m_stop;
    bool m_terminal;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_lastDrawn = {};
};

} // namespace dimsum::cli
