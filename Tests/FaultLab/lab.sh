#!/bin/bash
# Breaks nianbao in every way that a machine can, and counts what is lost and what is doubled.
#
#   lab.sh PROGRAM short|long [PART...]
#
# PROGRAM is a built nianbao. Each part injects its faults into a run of its own, lets the program run once more without
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
program=$LAB/nianbao
. "$here/cases.sh"
. "$here/compare.sh"
for part in "$here"/part-*.sh; do . "$part"; done

parts=("$@")
((${#parts[@]})) || parts=($(for part in "$here"/part-*.sh; do basename "${part#*part-}" .sh; done))
make_corpus
baseline
for part in "${parts[@]}"; do
    echo "== $part"
    "part_$part"
done
verdict
