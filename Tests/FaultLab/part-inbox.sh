# The inbox is mounted over, renamed, removed, brought back; it lies on a file system without events, and is read-only.
part_inbox() {
    local share=$LAB/share
    mkdir -p "$share"
    mount --bind "$inbox" "$share"
    mount -o remount,bind,ro "$share"
    new_case
    "$program" watch --settle 10ms --config "$LAB/quick.toml" --inbox "$share" --state "$work/state" --status "$work/status" >"$LAB/words" 2>&1 &
    local daemon=$!
    within judged_all || differs 'read-only inbox'
    inbox_step 'unmounted' inbox-replaced umount "$share"
    inbox_step 'mounted again' '' mount --bind "$inbox" "$share"
    inbox_step 'mounted over' inbox-replaced mount -t tmpfs tmpfs "$share"
    inbox_step 'taken off again' '' umount "$share"
    inbox_step 'no folder' inbox-unreachable eval 'umount "$share"; rmdir "$share"'
    inbox_step 'made anew and mounted' '' eval 'mkdir "$share"; mount --bind "$inbox" "$share"'
    kill "$daemon"
    wait "$daemon"
    INBOX=$share nianbao
    compare 'inbox games'
    umount "$share"
    renamed
    without_events
    is_long && hanging
    return 0
}

# A plain folder is renamed, an empty one is made in its place, and the first one comes back under its name.
renamed() {
    local plain=$LAB/plain
    rm -rf "$plain"
    cp -r "$inbox" "$plain"
    new_case
    "$program" watch --settle 10ms --config "$LAB/quick.toml" --inbox "$plain" --state "$work/state" --status "$work/status" >"$LAB/words" 2>&1 &
    local daemon=$!
    within judged_all || differs 'a plain inbox'
    inbox_step 'renamed' inbox-unreachable mv "$plain" "$plain-away"
    inbox_step 'made anew, empty' inbox-replaced mkdir "$plain"
    inbox_step 'back under its name' '' eval 'rmdir "$plain"; mv "$plain-away" "$plain"'
    kill "$daemon"
    wait "$daemon"
    INBOX=$plain nianbao
    compare 'an inbox that was renamed'
}

# A call into the inbox that does not return for two minutes, as where the server of a share is gone: who does not wait for it
# says so, and all is well again when it returns.
hanging() {
    new_case
    strace -f -qq -o "$work/trace" -P "$inbox" -e trace=openat -e inject=openat:delay_enter=120s:when=6 \
        "$program" watch --settle 10ms --config "$LAB/quick.toml" --inbox "$inbox" --state "$work/state" --status "$work/status" \
        >"$LAB/words" 2>&1 &
    local tracer=$!
    inbox_step 'that hangs' inbox-unreachable true
    within grep -q inbox-unreachable "$work/status/alerts.json" || differs 'alerts.json rests'
    inbox_step 'that answers again' '' true
    within judged_all || differs 'an inbox that hung'
    kill "$(pgrep -P "$tracer")"
    wait "$tracer"
    nianbao
    compare 'an inbox that hung'
}

# inbox_step NAME ALERT COMMAND...: after COMMAND the alert that is firing is ALERT, or none
inbox_step() {
    local name=$1 alert=$2
    shift 2
    "$@"
    injected=$((injected + 1))
    within firing "$alert" || differs "inbox $name: $(query 'SELECT kind FROM alert WHERE cleared IS NULL')"
}
firing() { [[ $(query "SELECT group_concat(kind) FROM alert WHERE cleared IS NULL AND kind LIKE 'inbox-%'") == "$1" ]]; }

# A file that appears in the lower folder of an overlay tells nobody: the timer finds it.
without_events() {
    local below=$LAB/below merged=$LAB/merged
    mkdir -p "$below" "$merged" "$LAB/upper" "$LAB/upwork"
    mount -t overlay overlay -o "lowerdir=$below,upperdir=$LAB/upper,workdir=$LAB/upwork" "$merged" 2>/dev/null ||
        { skip 'no overlay file system'; return; }
    new_case
    "$program" watch --settle 10ms --config "$LAB/quick.toml" --inbox "$merged" --state "$work/state" --status "$work/status" >"$LAB/words" 2>&1 &
    local daemon=$!
    within test -s "$work/status/status.json"
    cp -r "$inbox"/. "$LAB/upper/"
    injected=$((injected + 1)) runs=$((runs + 1))
    within judged_all || differs 'a folder without events'
    within grep -q '系统没有通知' "$LAB/words" || differs 'a folder without events: does not say so'
    kill "$daemon"
    wait "$daemon"
    INBOX=$merged nianbao
    compare 'a folder without events'
    umount "$merged"
}
