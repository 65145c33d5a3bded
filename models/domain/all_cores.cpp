#include "domain/all_cores.h"

#include <chrono>
#include <vector>

namespace dimsum {

namespace {

// Whether this thread is at work that is shared out.
thread_local bool sharing = false;

// Threads that wait for work: starting one takes longer than many a pass over a million rows. Nothing here locks: a process
// that was forked has none of these threads, and goes on by itself.
class Crew
{
public:
    using Call = void (*)(const void *work, std::size_t task);

    // False: somebody else is being helped.
    bool share(std::size_t count, Call call, const void *work)
    {
        if (m_taken.exchange(true))
            return false;
        m_call = call;
        m_work = work;
        m_count = count;
        m_next = 0;
        m_places = static_cast<std::int64_t>(coresToUse()) - 1;
        m_open = true;
        ++m_jobs;
        m_jobs.notify_all();
        takeTasks();
        // Whoever comes late finds it closed; whoever is in there is waited for.
        m_open = false;
        awaitAll();
        m_taken = false;
        return true;
    }

    static Crew &instance()
    {
        // Never destroyed: its threads wait until the process ends.
        static Crew &crew = *new Crew;
        return crew;
    }

private:
    Crew()
    {
        const std::size_t others = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 16) - 1;
        for (std::size_t i = 0; i < others; ++i)
            std::thread([this] { help(); }).detach();
    }

    [[noreturn]] void help()
    {
        sharing = true;
        std::uint32_t seen = 0;
        while (true) {
            lookOut(seen);
            seen = m_jobs;
            ++m_inside;
            if (m_open && --m_places >= 0)
                takeTasks();
            if (--m_inside == 0)
                m_inside.notify_all();
        }
    }

    void takeTasks()
    {
        for (std::size_t task = m_next++; task < m_count; task = m_next++)
            m_call(m_work, task);
    }

    // Passes follow each other closely: who has just worked looks around for a while before it sleeps.
    void lookOut(std::uint32_t seen) const
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(100);
        while (m_jobs == seen) {
            if (std::chrono::steady_clock::now() > until) {
                m_jobs.wait(seen);
                return;
            }
            std::this_thread::yield();
        }
    }

    void awaitAll() const
    {
        for (std::uint32_t inside = m_inside; inside != 0; inside = m_inside)
            m_inside.wait(inside);
    }

    std::atomic<bool> m_taken = false, m_open = false;
    std::atomic<std::uint32_t> m_jobs = 0;   // so far
    std::atomic<std::uint32_t> m_inside = 0; // threads that may be taking tasks
    std::atomic<std::int64_t> m_places = 0;  // for as many of them as may help
    std::atomic<std::size_t> m_next = 0;     // task
    // Of the job: written while nobody is inside, before it is opened.
    Call m_call = nullptr;
    const void *m_work = nullptr;
    std::size_t m_count = 0;
};

// Where two threads want help at once, as the window and its worker do: with threads of one's own.
void shareAlone(std::size_t count, Crew::Call call, const void *work)
{
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        sharing = true;
        for (std::size_t task = next++; task < count; task = next++)
            call(work, task);
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < std::min(coresToUse(), count); ++thread)
        others.emplace_back(take);
    take();
}

} // namespace

void detail::shareOut(std::size_t count, void (*call)(const void *work, std::size_t task), const void *work)
{
    // Within work that is shared out already, all cores have something to do.
    if (sharing) {
        for (std::size_t task = 0; task < count; ++task)
            call(work, task);
        return;
    }
    sharing = true;
    if (!Crew::instance().share(count, call, work))
        shareAlone(count, call, work);
    sharing = false;
}

} // namespace dimsum
