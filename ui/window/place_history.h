// Where the window has been, for back and forward. A plain value; the newest fifty places are kept.
#pragma once

#include "ui/navigation.h"

#include <vector>

namespace dimsum {

class PlaceHistory
{
public:
    // Goes to `place`: what was ahead is forgotten. Going where one is already only refreshes the detail.
    void visit(const Place &place);
    // The page tells that the current place changed its detail or account without a jump.
    void refresh(const Place &place);

    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }
    // Precondition: the matching question above said yes.
    const Place &back();
    const Place &forward();
    const Place &current() const;
    void clear();

private:
    std::vector<Place> m_places;
    std::size_t m_current = 0;
};

} // namespace dimsum
