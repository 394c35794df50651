# A journald that is stopped, killed, restarted, or drops what exceeds a limit, while there is something to tell.
part_journald() {
    local number most=2
    is_long && most=25
    for ((number = 1; number <= most; number++)); do
        journald_case "stopped while $number" stop "$number"
        journald_case "killed while $number" kill "$number"
    done
    limited_case
}

# journald_case NAME WHAT NUMBER: the journald meets WHAT some moments after the daemon began
journald_case() {
    new_case
    nianbao &
    local run=$!
    sleep "0.0$((RANDOM % 90 + 10))"
    if [[ $2 == stop ]]; then
        kill -STOP "$JOURNALD"
        wait "$run"
        # What was sent is on its way still: the next run must not send it again.
        nianbao
        kill -CONT "$JOURNALD"
    else
        kill -KILL "$JOURNALD"
        wait "$JOURNALD" 2>/dev/null
        wait "$run"
        rm -f /run/systemd/journal/io.systemd.journal
        start_journald
    fi
    injected=$((injected + 1))
    heal
    heal
    compare "journald $1"
}

# A limit of five entries: what is dropped is found out and sent again until all of it is there.
limited_case() {
    new_case
    kill -KILL "$JOURNALD"
    wait "$JOURNALD" 2>/dev/null
    rm -f /run/systemd/journal/io.systemd.journal
    sed -i 's/^RateLimitIntervalSec=.*/RateLimitIntervalSec=2s\nRateLimitBurst=3/' /run/systemd/journald.conf.d/lab.conf
    start_journald
    nianbao
    injected=$((injected + 1))
    sed -i '/^RateLimitBurst/d; s/^RateLimitIntervalSec=.*/RateLimitIntervalSec=0/' /run/systemd/journald.conf.d/lab.conf
    kill -KILL "$JOURNALD"
    wait "$JOURNALD" 2>/dev/null
    rm -f /run/systemd/journal/io.systemd.journal
    start_journald
    heal
    heal
    compare 'journald with a limit'
}
