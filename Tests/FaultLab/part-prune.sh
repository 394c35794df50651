# `nianbao prune` is killed at its calls: the ledger is sound after each kill, the copies of the current versions are there, and the next run
# does the rest.
prune_calls=(pwrite64 fdatasync unlink)

part_prune() {
    local call number most=6 before
    is_long && most=1000
    later | g++ -x c -shared -fPIC -o "$LAB/later.so" - -ldl 2>/dev/null || { skip 'no compiler: pruning'; return; }
    make_old
    for call in "${prune_calls[@]}"; do
        before=$injected
        for ((number = 1; number <= most; number++)); do
            rm -rf "$work"
            cp -a "$LAB/old" "$work"
            prune strace -f -qq -o "$work/trace" -E "LD_PRELOAD=$LAB/later.so" -e "trace=$call" -e "inject=$call:signal=KILL:when=$number"
            (($? == 137)) || break
            injected=$((injected + 1))
            sound "killed at $call $number"
            prune env "LD_PRELOAD=$LAB/later.so" || differs "prune does not go on: $(tail -1 "$work/words")"
            sound "done after $call $number"
            is_pruned || differs "prune after a kill at $call $number: $(copies) copies, $(query 'SELECT count(*) FROM record') records"
        done
        say "prune killed at $call: $((injected - before)) faults"
    done
}

# later: what makes the clock on the wall eleven years later in a program that it is loaded into; what the program finds is old then
later() {
    cat <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

int clock_gettime(clockid_t clock, struct timespec *time) {
    static int (*original)(clockid_t, struct timespec *);
    if (!original) *(void **)&original = dlsym(RTLD_NEXT, "clock_gettime");
    int answer = original(clock, time);
    if (answer == 0 && clock == CLOCK_REALTIME) time->tv_sec += 11L * 366 * 86400;
    return answer;
}
END
}

# make_old: a case with a report of two versions, a copy that no version names, and records that the journal has
make_old() {
    local mine=$LAB/prune-inbox
    rm -rf "$mine"
    cp -r "$inbox" "$mine"
    new_case
    INBOX=$mine nianbao
    sed 's/\t11$/\t10/' "$samples/青岚市民政局.txt" >"$mine/民政局/年报.txt"
    INBOX=$mine nianbao
    INBOX=$mine nianbao
    mkdir -p "$work/state/archive/ab"
    echo '中断' >"$work/state/archive/ab/$(printf 'ab%.0s' {1..32})"
    rm -rf "$LAB/old"
    cp -a "$work" "$LAB/old"
}

prune() {
    runs=$((runs + 1))
    timeout --kill-after=5 "$patience" "$@" "$program" prune --apply --config "$LAB/settings.toml" --state "$work/state" >>"$work/words" 2>&1
}

copies() { find "$work/state/archive" -type f ! -name '.*' | wc -l; }
is_pruned() { [[ $(copies) == 3 && $(query "SELECT count(*) FROM record WHERE event IN ('started', 'finding')") -lt 3 ]]; }

# sound NAME: nobody has changed the ledger, as far as it tells, and each current version has its copy
sound() {
    local content
    "$program" verify --state "$work/state" >"$work/verified" 2>&1
    (($? == 1)) && differs "verify, $1: $(cat "$work/verified")"
    for content in $(query 'SELECT content FROM version AS newest WHERE number =
        (SELECT max(number) FROM version WHERE year = newest.year AND agency = newest.agency)'); do
        compgen -G "$work/state/archive/${content:0:2}/$content*" >/dev/null || differs "$1: a current version has no copy"
    done
}
