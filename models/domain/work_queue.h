// Pieces of work on their way from one thread to the next, in order. What bounds it is the number of pieces that go round.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>

namespace dimsum {

// Of pointers to pieces that somebody else owns. Any thread.
template <class Piece>
class WorkQueue
{
public:
    void give(Piece *piece)
    {
        const std::lock_guard lock(m_mutex);
        m_pieces.push_back(piece);
        m_changed.notify_one();
    }
    // Waits for the next one. Null once it was ended and nothing is left, or at once after close().
    Piece *take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ended || m_closed || !m_pieces.empty(); });
        if (m_closed || m_pieces.empty())
            return nullptr;
        Piece *first = m_pieces.front();
        m_pieces.pop_front();
        return first;
    }
    void end() { raise(m_ended); }    // nothing more comes
    void close() { raise(m_closed); } // nothing more is wanted

private:
    void raise(bool &flag)
    {
        const std::lock_guard lock(m_mutex);
        flag = true;
        m_changed.notify_all();
    }

    std::deque<Piece *> m_pieces;
    bool m_ended = false, m_closed = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

} // namespace dimsum
