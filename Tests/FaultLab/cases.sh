# What the parts share: a corpus, a case, a run, and the counts.

injected=0 runs=0 lost=0 doubled=0 different=0 forged=0 ghosts=0 crashed=0 dispatch=0 skipped=0

say() { printf '%s\n' "$*"; }
skip() { say "skipped: $*"; skipped=$((skipped + 1)); }
differs() {
    say "DIFFERENT: $*"
    different=$((different + 1))
}
is_long() { [[ $length == long ]]; }

# A guard against what never comes, and no limit: a machine with other work may take a hundred times as long as a quiet one.
patience=300

# within COMMAND...: COMMAND succeeds, sooner or later
within() {
    local end=$((SECONDS + patience))
    until "$@" 2>/dev/null; do
        ((SECONDS < end)) || return 1
        sleep 0.05
    done
}

# The inbox of all cases: a report that is accepted, one that is returned, one that can't be read.
make_corpus() {
    inbox=$LAB/inbox
    mkdir -p "$inbox/民政局"
    cp "$samples/青岚市教育局.txt" "$inbox/"
    cp "$samples/青岚市民政局.txt" "$inbox/民政局/年报.txt"
    echo '这不是年度报告。' >"$inbox/通知.txt"
    # Bureaus that see their own results: of one nothing ever comes.
    returns=$LAB/returns
    printf '名称,收件文件夹\n青岚市教育局,\n青岚市民政局,民政局\n青岚市水利局,\n' >"$LAB/agencies.csv"
    # The small disks of the lab are not what the office would call low.
    printf '[alerts]\ndisk_free = "1MB"\ninodes_free = 1\n[roster]\npath = "%s"\n[returns]\nfolder = "%s"\n' \
        "$LAB/agencies.csv" "$returns" >"$LAB/settings.toml"
    # The same with looks that follow each other soon.
    { printf '[inbox]\nscan_interval = "1s"\n'; cat "$LAB/settings.toml"; } >"$LAB/quick.toml"
}

# new_case: an empty state folder, an empty status folder, and nothing that bureaus see
new_case() {
    work=$LAB/case
    rm -rf "$work" "$returns"
    mkdir -p "$work/state" "$work/status" "$returns"
}

# nianbao [WRAPPER...]: works off the inbox; its words go to $work/words
nianbao() {
    runs=$((runs + 1))
    timeout --kill-after=5 "$patience" "$@" "$program" watch --until-idle --settle 1ms --config "$LAB/settings.toml" \
        --inbox "${INBOX-$inbox}" --state "$work/state" --status "$work/status" >>"$work/words" 2>&1
}

# find_own_files: which files the program opens itself; what its loader opens comes first, and would be all that a fault ever meets
find_own_files() {
    local path
    own_files=()
    new_case
    nianbao strace -f -qq -o "$work/trace" -e trace=openat || { say "the program does not run under strace: $(tail -1 "$work/words")"; exit 1; }
    while read -r path; do
        # Bytes above 127 are octal numbers in what strace says.
        own_files+=(-P "$(printf "${path//%/%%}")")
    done < <(grep -oE '"/[^"]+"' "$work/trace" | tr -d '"' | grep -vE '\.so|^/(proc|sys|lib|usr/lib|etc/ld)|hwcaps|^/tmp/' | sort -u)
}

# What the loader calls as well, before the program begins.
loader_calls=' openat read pread64 newfstatat close fcntl lseek '

# inject WHAT SYSCALL NUMBER: a run in which the NUMBER-th call of a thread meets WHAT; false where it is never reached.
# The processes that the program starts are left alone.
inject() {
    local status=0 files=()
    if [[ $loader_calls == *" $2 "* ]]; then
        [[ -v own_files ]] || { find_own_files && new_case; }
        files=("${own_files[@]}")
    fi
    nianbao strace -f -b execve -qq "${files[@]}" -o "$work/trace" -e "trace=$2" -e "inject=$2:$1:when=$3" || status=$?
    if [[ $1 == signal=KILL ]]; then
        ((status == 137)) || return 1
    else
        grep -q INJECTED "$work/trace" || return 1
        # Ended by a signal that nobody sent: a trap. libdispatch counts the threads of its pool now and then, by opening
        # /proc/TID/stat, and traps where it can't; that is not ours to mend, but nothing may be lost by it.
        if ((status >= 128)) && grep -qE '"/proc/[0-9]+/stat".*INJECTED' "$work/trace"; then
            dispatch=$((dispatch + 1))
        elif ((status >= 128)); then
            crashed=$((crashed + 1))
            say "CRASHED ($status): $*"
            tail -3 "$work/words"
        fi
    fi
    injected=$((injected + 1))
}

# heal: the run that follows, without any fault
heal() {
    nianbao || nianbao || { say "does not start again: $(tail -1 "$work/words")"; different=$((different + 1)); }
}

# every WHAT SYSCALL [STEP]: a case for the first, second … call until a run ends by itself
every() {
    local what=$1 call=$2 step=${3-1} number before=$injected
    for ((number = 1; ; number += step)); do
        new_case
        inject "$what" "$call" "$number" || break
        heal
        compare "$what at $call $number"
        ((number < ${MOST-100000})) || break
    done
    say "$what at $call: $((injected - before)) faults"
}

verdict() {
    say "faults injected: $injected"
    say "runs: $runs"
    say "records lost: $lost"
    say "records doubled: $doubled"
    say "ledgers or status files that differ: $different"
    say "forged records taken: $forged"
    say "ghosts left: $ghosts"
    say "crashes: $crashed"
    say "ended by libdispatch: $dispatch"
    say "parts skipped: $skipped"
    ((lost == 0 && doubled == 0 && different == 0 && forged == 0 && ghosts == 0 && crashed == 0)) || return 1
    # Where nothing could be broken nothing has been shown.
    ((injected > 0 || skipped == 0)) || return 125
}
