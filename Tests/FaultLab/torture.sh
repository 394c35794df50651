#!/bin/bash
# The long form of the fault lab, in pieces that run beside each other, and one sum of all of them.
#
#   torture.sh PROGRAM [PIECE...]
#
# A piece is a part of the lab with what it is limited to, as lab.sh takes it: kill:openat, error:ENOSPC:rename. Without
# any, it is all of them. JOBS says how many run at a time, LOGS where what they say is kept. Exits 0 where each piece has
# ended and none has lost, doubled or changed anything; 125 where this machine permits no lab.
set -uo pipefail
here=$(readlink -e -- "$(dirname "$0")")
program=$(readlink -e -- "$1")
shift
. "$here/part-kill.sh"
. "$here/part-error.sh"
# The long ones first, so that none is left over at the end.
mapfile -t pieces < <(printf '%s\n' flood random inbox journald power damage disk full replay forged prune
    printf 'kill:%s\n' "${kill_calls[@]}"
    error_pieces)
(($#)) && pieces=("$@")
LOGS=${LOGS-$(mktemp -d)}
export LOGS here program

piece() {
    local began=$SECONDS status=0
    "$here/lab.sh" "$program" long "$1" >"$LOGS/$1.log" 2>&1 || status=$?
    echo "$status" >"$LOGS/$1.status"
    echo "$1: $(sed -n 's/^faults injected: //p' "$LOGS/$1.log") faults, $((SECONDS - began)) s, exit $status"
    grep -E '^(DIFFERENT|JOURNAL|FORGED|CRASHED|skipped|does not)' "$LOGS/$1.log"
    return 0
}
export -f piece

began=$SECONDS
printf '%s\n' "${pieces[@]}" | xargs -P "${JOBS-$(($(nproc) * 2))}" -I{} bash -c 'piece {}'
passed=0 skipped=0 failed=0
for piece in "${pieces[@]}"; do
    case $(cat "$LOGS/$piece.status" 2>/dev/null) in
        0) passed=$((passed + 1)) ;;
        125) skipped=$((skipped + 1)) ;;
        *) failed=$((failed + 1)) ;;
    esac
done
echo "== all: of ${#pieces[@]} pieces $passed passed, $skipped were skipped, $failed failed; $((SECONDS - began)) s; the logs are in $LOGS"
for line in 'faults injected' runs 'records lost' 'records doubled' 'ledgers or status files that differ' 'forged records taken' crashes 'ended by libdispatch' 'parts skipped'; do
    echo "$line: $(cat "$LOGS"/*.log | awk -F': ' -v line="$line" '$1 == line { sum += $2 } END { print sum + 0 }')"
done
((failed == 0)) || exit 1
((passed > 0)) || exit 125
