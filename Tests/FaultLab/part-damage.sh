# A ledger of which bytes were changed, cut off or lost: it is set aside whole, and made anew.
part_damage() {
    local number most=3 size
    is_long && most=60
    for ((number = 1; number <= most; number++)); do
        new_case
        nianbao
        sqlite3 "$work/state/ledger.sqlite" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
        size=$(stat -c %s "$work/state/ledger.sqlite")
        case $((number % 3)) in
        0) truncate -s $((RANDOM * size / 32768)) "$work/state/ledger.sqlite" ;;
        1) dd if=/dev/urandom of="$work/state/ledger.sqlite" bs=4096 seek=$((RANDOM % (size / 4096))) count=1 conv=notrunc status=none ;;
        2) head -c 100 /dev/urandom | dd of="$work/state/ledger.sqlite" conv=notrunc status=none ;;
        esac
        injected=$((injected + 1))
        heal
        heal
        # Where the damage hit what no check of the file can see, the chain tells it.
        if ! compare_quietly && "$program" verify --state "$work/state" >/dev/null 2>&1; then
            compare "damage $number"
        fi
    done
    # Gone altogether: from the journal it is the same again, with its id and with the times at which everything came.
    local before
    new_case
    nianbao
    before=$(identity)
    rm "$work/state/ledger.sqlite"*
    injected=$((injected + 1))
    heal
    SHOWN=10 compare_quietly || differs 'ledger removed'
    [[ $(identity) == "$before" ]] || differs "ledger removed: $before became $(identity)"
    # With the status files alone to tell of it, a person has to decide.
    new_case
    nianbao
    rm -r "$work/state"
    injected=$((injected + 1))
    if nianbao || [[ -e $work/state/ledger.sqlite ]]; then differs 'a new ledger was made in silence'; fi
}

# What tells a ledger from one that was made later of the same files.
identity() { query 'SELECT id FROM identity UNION ALL SELECT min(at) FROM version UNION ALL SELECT max(at) FROM arrival'; }

compare_quietly() { leavings >"$work/leavings" 2>&1 && cmp -s "$LAB/baseline" "$work/leavings"; }
