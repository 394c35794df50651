# A disk without room or without inodes: the daemon waits, says so, and goes on by itself.
part_full() {
    full_case 'disk full' size=24m 'dd if=/dev/zero of=$work/fill bs=64k status=none 2>/dev/null; true' 'rm -f $work/fill'
    full_case 'no inodes' size=64m,nr_inodes=120 'for ((f = 0; f < 200; f++)); do : >$work/fill-$f || break; done 2>/dev/null' 'rm -f $work/fill-*'
}

# full_case NAME OPTIONS BREAK MEND
full_case() {
    work=$LAB/full
    mkdir -p "$work"
    mount -t tmpfs -o "$2" tmpfs "$work"
    mkdir "$work/state" "$work/status"
    local empty=$LAB/empty-inbox
    rm -rf "$empty"
    mkdir "$empty"
    "$program" watch --settle 10ms --config "$LAB/settings.toml" --inbox "$empty" --state "$work/state" --status "$work/status" >"$LAB/words" 2>&1 &
    local daemon=$!
    within test -s "$work/status/status.json" || differs "$1: does not start"
    eval "$3"
    cp -r "$inbox"/. "$empty/"
    injected=$((injected + 1)) runs=$((runs + 1))
    within said || differs "$1: says nothing: $(tail -2 "$LAB/words")"
    eval "$4"
    within judged_all || differs "$1: does not go on: $(tail -3 "$LAB/words")"
    kill "$daemon"
    wait "$daemon"
    INBOX=$empty nianbao
    compare "$1"
    umount -l "$work"
    work=$LAB/case
}

# It has said what is short: as an alert, or where the ledger takes none, in words of priority 2.
said() { grep -qE 'state-short|台账无法写入|台账文件夹' "$LAB/words" || journalctl -q --directory=/run/log/journal -o cat -n 20 MESSAGE_ID=f393f3df9b0143728775f2219b46e78c | grep -qE '台账文件夹|归档文件夹'; }
judged_all() { [[ $(query 'SELECT count(*) FROM version' 2>/dev/null) == 3 ]]; }
