#!/bin/bash
# Installs a built nianbao into a folder, for a container: stage.sh PROGRAM FOLDER
set -euo pipefail
program=$(readlink -e -- "$1")
stage=$2
project=$(readlink -e -- "$(dirname "$0")/../..")

make --silent --directory="$project" install DESTDIR="$stage" BINARY="$program"
# The programs of a debug build need the Swift runtime of the toolchain, which may lie where the unit can't see it.
mkdir -p "$stage/usr/local/lib"
ldd "$program" "$(dirname "$program")/nianbao-reader" | awk '$3 ~ /swift/ { print $3 }' | sort -u | xargs --no-run-if-empty cp -Lt "$stage/usr/local/lib"
