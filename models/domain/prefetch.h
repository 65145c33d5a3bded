// A hint that memory will be read soon: with millions of rows, waiting for it is what takes the time.
#pragma once

namespace dimsum {

inline void fetch(const void *memory)
{
#ifdef __GNUC__
    __builtin_prefetch(memory);
#else
    static_cast<void>(memory);
#endif
}

} // namespace dimsum
