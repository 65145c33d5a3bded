#include "app/cli/console.h"

#include <QByteArray>

#include <cstdio>

#include <unistd.h>

namespace dimsum::cli {

Console::Console(std::stop_token stop) : m_stop(std::move(stop)), m_terminal(isatty(STDERR_FILENO) == 1) {}

Console::~Console()
{
    clearProgress();
}

void Console::result(const QByteArray &text)
{
    clearProgress();
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    if (!text.endsWith('\n'))
        std::fputc('\n', stdout);
    std::fflush(stdout);
}

void Console::message(const QString &text)
{
    clearProgress();
    const QByteArray bytes = text.toUtf8();
    std::fprintf(stderr, "%s\n", bytes.constData());
}

Progress Console::progress(const QString &what)
{
    Progress progress;
    progress.stop = m_stop;
    if (m_terminal)
        progress.report = [this, what](qint64 done, qint64 total) { drawProgress(what, done, total); };
    return progress;
}

void Console::drawProgress(const QString &what, qint64 done, qint64 total)
{
    // Ten times a second is smooth for the eye and free for the work.
    const auto now = std::chrono::steady_clock::now();
    if (m_drawn && now - m_lastDrawn < std::chrono::milliseconds(100))
        return;
    m_lastDrawn = now;
    m_drawn = true;
    const QString amount = total > 0 ? QStringLiteral("%1 %").arg(std::min<qint64>(100, done * 100 / total))
                                     : QString::number(done);
    const QByteArray line = QStringLiteral("\r%1 %2\x1b[K").arg(what, amount).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
}

void Console::clearProgress()
{
    if (!m_drawn)
        return;
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
    m_drawn = false;
}

} // namespace dimsum::cli
