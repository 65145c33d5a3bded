#!/bin/sh
# From a bare Debian 12 to the program in one command: installs what is missing, builds, opens the window on the
# sample workspace. Without a display it does the main job headless and leaves its results in a folder.
#   sh packaging/run.sh                the sample workspace
#   sh packaging/run.sh my.dimsum      another one
set -eu
cd "$(dirname "$0")/.."
root=$PWD
sh packaging/install-deps

export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_NOHASHDIR=1
cmake --preset release -DDIMSUM_TESTS=OFF >/dev/null
cmake --build --preset release --target dimsum
dimsum=$root/.build/release/app/dimsum

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    if [ $# -gt 0 ]; then
        exec "$dimsum" "$@"
    fi
    # The place where the window itself keeps the sample (AppLocalDataLocation).
    sample=${XDG_DATA_HOME:-$HOME/.local/share}/Dimsum/dimsum/sample.dimsum
    mkdir -p "$(dirname "$sample")"
    [ -e "$sample" ] || "$dimsum" demo "$sample"
    exec "$dimsum" "$sample"
fi

echo 'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.'
echo 'Doing the main job without one instead: sample workspace, tiers, one order, the plan, pictures of the pages.'
folder=${DIMSUM_OUT:-$(mktemp -d "${TMPDIR:-/tmp}/dimsum.XXXXXX")}
mkdir -p "$folder"
workspace=$folder/sample.dimsum
rm -f "$workspace" "$workspace-wal" "$workspace-shm"
"$dimsum" demo "$workspace"
"$dimsum" retier "$workspace" --apply --by "packaging/run.sh"
"$dimsum" export "$workspace" accounts --out "$folder/accounts.csv"

# The first account by priority that may order the play; a refusal changes nothing.
placed=
for domain in $(cut -d, -f1 "$folder/accounts.csv" | grep -E '^[a-z0-9-]+\.[a-z0-9.-]+$' | head -40); do
    if "$dimsum" order "$workspace" --account "$domain" --play personalised-landing-page \
            --input message="Written by packaging/run.sh" --by "packaging/run.sh" 2>/dev/null; then
        placed=$domain
        break
    fi
done
[ -n "$placed" ] || { echo 'No account of the sample could order the play.' >&2; exit 1; }
echo "Ordered a personalised landing page for $placed."
"$dimsum" export "$workspace" plan --out "$folder/plan.csv"

for page in today accounts icp tiering menu orders insights roi exchange; do
    "$dimsum" screenshot "$workspace" --page "$page" --out "$folder/$page.png" || echo "No picture of the page $page." >&2
done
"$dimsum" screenshot "$workspace" --page accounts --theme dark --out "$folder/accounts-dark.png" || echo 'No dark picture.' >&2
"$dimsum" screenshot "$workspace" --page first-run --out "$folder/first-run.png"
"$dimsum" check "$workspace"
echo "Everything is in $folder"
