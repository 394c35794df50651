# Records that another account has written to the journal: any local account may send what fields it likes.

# forge FIELD=VALUE...: an entry by an account in no group, as an intruder would send it, with the fields of a genuine one
forge() {
    forgeries=$((forgeries + 1)) injected=$((injected + 1))
    journalctl -q -o json --all "NIANBAO_LEDGER=$id" NIANBAO_EVENT=judged NIANBAO_VERDICT=returned | tail -1 |
        python3 "$here/forge.py" "$@" | setpriv --reuid=65534 --regid=65534 --clear-groups logger --journald
}

# count_taken BY: how many of the forged records are in the ledger
count_taken() {
    local taken
    taken=$(query "SELECT count(*) FROM record WHERE message LIKE '%伪造%' OR fields LIKE '%伪造%'")
    ((taken == 0)) || say "FORGED: $taken records taken by $1"
    forged=$((forged + taken))
}

part_forged() {
    command -v setpriv >/dev/null && command -v python3 >/dev/null || { skip 'no setpriv or python3: forged records'; return; }
    local id before=$LAB/forged-before forgeries=0 INBOX=$LAB/forged-inbox
    rm -rf "$INBOX"
    cp -r "$inbox" "$INBOX"
    new_case
    nianbao
    id=$(query 'SELECT id FROM identity')
    journalctl --sync
    # A verdict of his own, under each number that there is and beyond; numbers that overflow; names that are paths; what steers a terminal.
    local number last
    last=$(query 'SELECT max(number) FROM record')
    for ((number = 1; number <= last + 12; number++)); do
        forge NIANBAO_RECORD=$number NIANBAO_AGENCY=伪造局 MESSAGE=伪造 NIANBAO_VERDICT=accepted
    done
    forge NIANBAO_RECORD=9223372036854775807 MESSAGE=伪造
    forge NIANBAO_RECORD=$((last + 1)) NIANBAO_AGENCY=../../../../../../run/lab/伪造 MESSAGE=伪造
    forge NIANBAO_RECORD=$((last + 1)) $'NIANBAO_AGENCY=\e[2J\e]0;伪造\a' MESSAGE=伪造
    forge NIANBAO_LEDGER=$'\e[2J' MESSAGE=伪造
    forge NIANBAO_LEDGER=eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee MESSAGE=伪造
    journalctl --sync
    # They are there.
    (($(journalctl -q -o cat --output-fields=NIANBAO_RECORD _UID=65534 | grep -c .) >= last + 4)) || differs 'forged: nothing was forged'

    # Verified: no alarm.
    "$program" verify --state "$work/state" >"$work/words" 2>&1 || differs "forged: verify: $(cat "$work/words")"
    grep -q '其他账户写入的记录 [0-9]* 条，未采信（账户 nobody' "$work/words" || differs "forged: verify: $(cat "$work/words")"
    # Another run takes no forged copy for its own.
    nianbao
    count_taken 'a run'
    count_copies forged

    # What is owed while there is no journal is not taken for told because somebody has sent it under the same numbers.
    kill -KILL "$JOURNALD"
    wait "$JOURNALD" 2>/dev/null
    sed 's/青岚市教育局/青岚市水务局/' "$samples/青岚市教育局.txt" >"$INBOX/青岚市水务局.txt"
    nianbao
    rm -f /run/systemd/journal/io.systemd.journal
    start_journald || { differs 'forged: journald does not start again'; return; }
    heal
    count_taken 'a run that owed'
    count_copies 'forged: owed'

    # Damaged: recovery takes none, and the daemon goes on.
    head -c 100 /dev/urandom | dd of="$work/state/ledger.sqlite" conv=notrunc status=none
    heal
    heal
    count_taken recovery
    "$program" verify --state "$work/state" >"$work/words" 2>&1 || differs "forged: verify after recovery: $(cat "$work/words")"

    # Lost: replay takes none, and writes nothing beside the status folder.
    rm -rf "$before"
    cp -r "$work/status" "$before"
    replay_into "$before" --ledger "$id"
    count_taken replay
    [[ ! -e $LAB/伪造 ]] || differs 'forged: a file outside the status folder'
    ! grep -q $'\e' "$work/words" || differs 'forged: a terminal is steered'
    say "forged records: $forgeries"
}
