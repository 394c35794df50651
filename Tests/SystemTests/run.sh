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

"$here/stage.sh" "$program" "$stage"
# A worker that misbehaves as its document says, for one of the checks.
bad=$(dirname "$program")/BadWorker
[[ ! -x $bad ]] || install -D "$bad" "$stage/usr/local/libexec/BadWorker"

arguments=(--stage "$stage" --bind-ro "$project/docs/samples:/samples" --bind-ro "$here:/checks" --bind-ro "$project:/project" --bind-ro "$here/../DeliveryTests:/sink")
[[ ! -d ${2-} ]] || arguments+=(--bind-ro "$2:/real")
# A guard against what hangs; a slow disk takes minutes.
"$here/container.sh" --timeout 1500 "${arguments[@]}" -- bash -c "ldconfig && exec /checks/$checks /samples /real"
