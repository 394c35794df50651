#!/bin/bash
# Breaks nianbao in every way that a machine can, and counts what is lost and what is doubled.
#
#   lab.sh PROGRAM short|long [PART[:LIMIT...]...]
#
# PROGRAM is a built nianbao; a part in its long form may be limited to some faults, as kill:openat or error:EIO:read. Each part injects its faults into a run of its own, lets the program run once more without
# any, and compares all that is left with a run that nothing happened to: the ledger, the status files, and the journal, where
# each record must be once. Exits 0 where nothing was lost, doubled or different; 125 where this machine permits no lab.
set -uo pipefail
here=$(readlink -e -- "$(dirname "$0")")
if [[ ${1-} != --inside ]]; then
    exec "$here/namespace.sh" bash "$here/lab.sh" --inside "$@"
fi
shift
program=$(readlink -e -- "$1") length=$2
shift 2
samples=$here/../../docs/samples
export LC_ALL=C.UTF-8 SWIFT_BACKTRACE=enable=no LIBDISPATCH_LOG=NO SYSTEMD_PAGER=cat
# A build that goes on meanwhile changes nothing of this.
cp "$program" "$LAB/nianbao"
# The program that reads documents lies beside it in a build, and where it belongs on an installed system.
for reader in "${program%/*}/nianbao-reader" "${program%/bin/*}/libexec/nianbao/nianbao-reader"; do
    [[ ! -x $reader ]] || cp -n "$reader" "${reader%/*}/libnianbao-poppler.so" "$LAB/"
done
program=$LAB/nianbao
. "$here/namespace.sh" --functions
. "$here/cases.sh"
. "$here/compare.sh"
for part in "$here"/part-*.sh; do . "$part"; done

parts=("$@")
((${#parts[@]})) || parts=($(for part in "$here"/part-*.sh; do basename "${part#*part-}" .sh; done))
trap 'kill -KILL "$JOURNALD" 2>/dev/null' EXIT
# The shell reports each process that was killed: of interest only where something failed.
exec 2>"$LAB/errors"
make_corpus
baseline
for part in "${parts[@]}"; do
    echo "== $part"
    began=$SECONDS
    IFS=: read -ra words <<<"$part"
    "part_${words[0]}" "${words[@]:1}"
    echo "== $part: done, $((SECONDS - began)) s"
done
status=0
verdict || status=$?
((status == 0)) || grep -v " Killed " "$LAB/errors"
exit "$status"
