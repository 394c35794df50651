#!/bin/bash
# Installs a built nianbao into a container that systemd boots, and runs checks there: checks.sh, or the script that is named.
#
#   run.sh [--checks SCRIPT] PROGRAM [REAL]      REAL: a folder with real reports and gold files, where there is one
#
# Exits 0 when every check passed, 1 when one failed, 125 when this machine can boot no container.
set -euo pipefail
checks=checks.sh
[[ $1 != --checks ]] || { checks=$2; shift 2; }
program=$(readlink -e -- "$1")
here=$(readlink -e -- "$(dirname "$0")")
project=$(readlink -e -- "$here/../..")
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

make --silent --directory="$project" install DESTDIR="$stage" BINARY="$program"
# A worker that misbehaves as its document says, for one of the checks.
bad=$(dirname "$program")/BadWorker
[[ ! -x $bad ]] || install -D "$bad" "$stage/usr/local/libexec/BadWorker"
# The programs of a debug build need the Swift runtime of the toolchain, which may lie where the unit can't see it.
mkdir -p "$stage/usr/local/lib"
ldd "$program" "$(dirname "$program")/nianbao-reader" | awk '$3 ~ /swift/ { print $3 }' | sort -u | xargs --no-run-if-empty cp -Lt "$stage/usr/local/lib"

arguments=(--stage "$stage" --bind-ro "$project/docs/samples:/samples" --bind-ro "$here:/checks" --bind-ro "$project:/project" --bind-ro "$here/../DeliveryTests:/sink")
[[ ! -d ${2-} ]] || arguments+=(--bind-ro "$2:/real")
# A guard against what hangs; a slow disk takes minutes.
"$here/container.sh" --timeout 1500 "${arguments[@]}" -- bash -c "ldconfig && exec /checks/$checks /samples /real"
