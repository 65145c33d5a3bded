#!/bin/sh
# Builds the fuzz targets with clang and libFuzzer (preset `asan`) and runs each for N seconds (default 60) over its corpus.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift # what follows is for cmake
cmake --preset asan "$@" >/dev/null
cmake --build --preset asan --target fuzz_targets
for target in .build/asan/tests/fuzz/fuzz_*; do
    [ -x "$target" ] && [ -f "$target" ] || continue
    name=$(basename "$target")
    found=$(mktemp -d) # new inputs stay out of the tree
    echo "fuzzing $name for $seconds s"
    "$target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="$found/" "$found" "tests/fuzz/corpus/${name#fuzz_}"
    rm -rf "$found"
done
