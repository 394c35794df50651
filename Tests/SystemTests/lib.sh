# What the scripts share that check an installed nianbao: to be sourced.
# Every check polls for what it expects; none waits for a fixed time in the hope that something happened, and none demands that
# it happens soon: a machine with other work takes its time.
# shellcheck shell=bash disable=SC2034

failed=0

# check NAME COMMAND...: COMMAND succeeds
check() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then
        echo "ok    $name"
    else
        echo "FAIL  $name"
        tail -5 <<<"$output" | sed 's/^/      | /'
        failed=1
    fi
}

# same EXPECTED ACTUAL
same() { [[ $2 == "$1" ]] || { echo "expected: $1"; echo "found: $2"; return 1; }; }

# within COMMAND...: COMMAND succeeds, sooner or later; what never comes is given up
within() {
    local end=$((SECONDS + ${patience-180}))
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.1
    done
}

property() { systemctl show --property "$1" --value nianbao; }
is() { same "$2" "$(property "$1")"; }
restarted() { (($(property NRestarts) > 0)); }
# runs_anew PID: the service runs, as another process than PID
runs_anew() { [[ $(property SubState) == running && $(property MainPID) != "$1" ]]; }
status_line() { grep -E "$1" <(systemctl status nianbao); }

# values FIELD [MATCH...]: what the entries of the unit that match have in FIELD, a line an entry
values() {
    local field=$1
    shift
    journalctl --sync
    journalctl -q -u nianbao -o cat --output-fields="$field" "$@"
}
count() {
    journalctl --sync
    journalctl -q -u nianbao -o json "$@" | wc -l
}
verdict_of() { values NIANBAO_VERDICT NIANBAO_EVENT=judged NIANBAO_FILE="$1" | tail -1; }
judged() { (($(count NIANBAO_EVENT=judged) >= $1)); }

# conclude: shows the journal of the unit where a check failed, and ends as the checks did
conclude() {
    if ((failed)); then
        echo '-- the journal of the unit'
        journalctl -q -u nianbao -o short-precise --no-hostname | tail -60
        echo 'FAILED'
    else
        echo 'all passed'
    fi
    exit "$failed"
}
