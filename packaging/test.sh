#!/bin/sh
# Installs what is missing, builds everything and runs every test: the command of the README and of CI.
#   sh packaging/test.sh            all of it
#   sh packaging/test.sh quick      release build and its tests only
set -eu
cd "$(dirname "$0")/.."
sh packaging/install-deps

export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1
# An empty cache only costs: every precompiled header would be read once more per file, for nothing.
kept=$(ccache --print-stats 2>/dev/null | awk '$1 == "files_in_cache" {print $2}')
launcher=
[ "${kept:-0}" -ge 100 ] || launcher='-DCMAKE_CXX_COMPILER_LAUNCHER= -DCMAKE_C_COMPILER_LAUNCHER='
export CTEST_PARALLEL_LEVEL="$(nproc)"

step() { printf '\n== %s (%s s since start)\n' "$1" "$(($(date +%s) - started))"; }
started=$(date +%s)

step 'Release build'
cmake --preset release -DDIMSUM_TESTS=ON -DDIMSUM_BENCH=ON $launcher >/dev/null
cmake --build --preset release
step 'Tests on the release build'
ctest --preset release
[ "${1:-all}" = quick ] && exit 0

step 'Benchmark on a small market, to keep it working'
python3 tests/bench/run.py --build .build/release --accounts 2000 --activities 20000 --runs 1 --without-npm --out .build/bench.md

step 'Sanitizer build (ASan, UBSan) of the layers below the window'
cmake --preset asan $launcher >/dev/null
cmake --build --preset asan
step 'Unit tests under the sanitizers'
# Qt keeps global objects until exit: LeakSanitizer would report those and not ours.
ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 ctest --preset asan

step 'Fuzzing the file reader for 60 seconds'
sh tests/fuzz/run.sh 60 $launcher
step 'Done'
