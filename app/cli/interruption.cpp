#include "app/cli/interruption.h"

#include <csignal>

#include <unistd.h>

namespace dimsum::cli {

namespace {

sigset_t waitedSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interruption::Interruption()
{
    const sigset_t signals = waitedSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_waiter = std::thread([this] { wait(); });
}

Interruption::~Interruption()
{
    m_ended = true;
    pthread_kill(m_waiter.native_handle(), SIGTERM); // only wakes the waiter: the signal is blocked everywhere
    m_waiter.join();
}

void Interruption::wait()
{
    const sigset_t signals = waitedSignals();
    while (true) {
        int signal = 0;
        if (sigwait(&signals, &signal) != 0)
            continue;
        if (m_ended)
            return;
        if (m_source.stop_requested())
            _exit(128 + signal);
        m_source.request_stop();
    }
}

} // namespace dimsum::cli
