// Room for columns of a million rows. The system is asked to back it with large pages: touching it for the first time
// then costs a tenth. Only a wish; where the system knows nothing of it, it is reserve().
#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace dimsum {

// `Column`: anything with reserve(), data(), capacity() and contiguous values.
template <class Column>
void reserveLarge(Column &column, std::size_t size)
{
    column.reserve(size);
#ifdef __linux__
    constexpr std::uintptr_t page = std::uintptr_t{2} << 20;
    const auto begin = (reinterpret_cast<std::uintptr_t>(column.data()) + page - 1) & ~(page - 1);
    const auto end = (reinterpret_cast<std::uintptr_t>(column.data()) + column.capacity() * sizeof(*column.data())) & ~(page - 1);
    if (begin < end)
        static_cast<void>(madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE));
#endif
}

// resize() with such pages where memory is taken for the first time; a column that is used again keeps its memory.
template <class Column>
void resizeLarge(Column &column, std::size_t size)
{
    if (column.capacity() < size)
        reserveLarge(column, size);
    column.resize(size);
}

} // namespace dimsum
