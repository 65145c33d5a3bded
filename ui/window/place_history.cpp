#include "ui/window/place_history.h"

namespace dimsum {

namespace {
constexpr std::size_t mostPlaces = 50;
}

void PlaceHistory::visit(const Place &place)
{
    if (!m_places.empty() && m_places[m_current].page == place.page && m_places[m_current].account == place.account) {
        m_places[m_current] = place;
        return;
    }
    if (!m_places.empty())
        m_places.resize(m_current + 1);
    m_places.push_back(place);
    if (m_places.size() > mostPlaces)
        m_places.erase(m_places.begin());
    m_current = m_places.size() - 1;
}

void PlaceHistory::refresh(const Place &place)
{
    if (!m_places.empty() && m_places[m_current].page == place.page)
        m_places[m_current] = place;
}

const Place &PlaceHistory::back()
{
    return m_places[--m_current];
}

const Place &PlaceHistory::forward()
{
    return m_places[++m_current];
}

const Place &PlaceHistory::current() const
{
    static const Place nowhere;
    return m_places.empty() ? nowhere : m_places[m_current];
}

void PlaceHistory::clear()
{
    m_places.clear();
    m_current = 0;
}

} // namespace dimsum
