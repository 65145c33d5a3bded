// Ctrl-C and SIGTERM as a std::stop_token, so that long work ends at a clean point.
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace dimsum::cli {

// Make it before any other thread starts: it blocks the two signals for all of them and waits on its own thread,
// because asking a stop_source to stop is not allowed inside a signal handler. A second signal ends the process.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    void wait();

    std::stop_source m_source;
    std::atomic<bool> m_ended = false;
    std::thread m_waiter;
};

} // namespace dimsum::cli
