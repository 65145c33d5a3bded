#!/bin/sh
# Makes the pictures of the README anew, from the program itself: sh packaging/take-pictures.sh [PROGRAM]
set -eu
cd "$(dirname "$0")/.."
program=${1:-.build/release/app/dimsum}
pictures=packaging/pictures
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$pictures"
"$program" demo "$scratch/northlight.dimsum"
for page in today accounts icp tiering menu orders insights roi exchange; do
    "$program" screenshot "$scratch/northlight.dimsum" --page "$page" --size 1440x900 --theme light \
        --out "$pictures/$page.png"
done
for tab in 3:calendar 5:budgets; do
    "$program" screenshot "$scratch/northlight.dimsum" --page orders --tab "${tab%:*}" --size 1440x900 --theme light \
        --out "$pictures/orders-${tab#*:}.png"
done
"$program" screenshot "$scratch/northlight.dimsum" --page roi --tab 7 --size 1440x900 --theme light \
    --out "$pictures/roi-quarter.png"
"$program" screenshot "$scratch/northlight.dimsum" --page accounts --size 1440x900 --theme dark \
    --out "$pictures/accounts-dark.png"
