# Killed while the office decides: what was decided is there once or not at all, and to decide it again makes it so.

# decide [WRAPPER...]: waives two findings in one go
decide() {
    runs=$((runs + 1))
    timeout --kill-after=5 "$patience" "$@" "$program" waive 青岚市民政局 2024 1 2 --why 已核实 --by 王五 \
        --config "$LAB/settings.toml" --state "$work/state" --status "$work/status" >>"$work/words" 2>&1
}

# decided: a case in which the reports are judged and two findings are waived
decided() {
    new_case
    nianbao && decide && heal
}

part_decide() {
    local call number status most=6
    is_long && most=100000
    decided || differs "decide: $(tail -1 "$work/words")"
    [[ $(query 'SELECT count(*) FROM decision') == 2 ]] || differs 'decide: two decisions are not recorded'
    leavings >"$LAB/decided"
    for call in fdatasync pwrite64; do
        for ((number = 1; number <= most; number++)); do
            new_case
            nianbao
            status=0
            decide strace -f -b execve -qq -o "$work/trace" -e "trace=$call" -e "inject=$call:signal=KILL:when=$number" || status=$?
            ((status == 137)) || break
            injected=$((injected + 1))
            decide || differs "decide again: $(tail -1 "$work/words")"
            heal
            BASELINE=$LAB/decided compare "killed at $call $number of a decision"
        done
    done
}
