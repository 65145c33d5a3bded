// Millions of rows without ever moving one: memory grows by what is added, and never holds two copies.
#pragma once

#include "domain/large_memory.h"

#include <cstdint>
#include <vector>

namespace dimsum {

template <class Row>
class ChunkedRows
{
public:
    void push_back(const Row &row)
    {
        if (m_size % chunk == 0)
            reserveLarge(m_chunks.emplace_back(), chunk);
        m_chunks.back().push_back(row);
        ++m_size;
    }
    std::uint32_t size() const { return m_size; }
    const Row &operator[](std::uint32_t at) const { return m_chunks[at / chunk][at % chunk]; }

private:
    static constexpr std::uint32_t chunk = 1 << 18;
    std::vector<std::vector<Row>> m_chunks;
    std::uint32_t m_size = 0;
};

} // namespace dimsum
