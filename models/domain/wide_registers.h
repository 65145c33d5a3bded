// DIMSUM_WIDE before a function that goes through many rows without branches: it is compiled once more for processors with
// wider registers, and which of the two runs is chosen when the program starts. What is computed is the same.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define DIMSUM_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define DIMSUM_WIDE
#endif
