# The ledger and the status files from the journal alone: this machine's, and journal files of several machines in a folder.
part_replay() {
    new_case
    local mine=$LAB/replay-inbox
    rm -rf "$mine"
    cp -r "$inbox" "$mine"
    mkfifo "$mine/管道"
    INBOX=$mine nianbao
    "$program" waive 青岚市民政局 2024 1 2 --why 已核实 --state "$work/state" --status "$work/status" >>"$work/words" 2>&1 &&
        "$program" unwaive 青岚市民政局 2024 2 --why 核销有误 --state "$work/state" --status "$work/status" >>"$work/words" 2>&1 &&
        "$program" overrule 通知 未知年度 accepted --why 已核对 --state "$work/state" --status "$work/status" >>"$work/words" 2>&1 ||
        differs "decide: $(tail -1 "$work/words")"
    cp "$samples/青岚市教育局.txt" "$mine/又一份.txt"
    sed 's/\t11$/\t10/' "$samples/青岚市民政局.txt" >"$mine/民政局/年报.txt"
    INBOX=$mine nianbao
    INBOX=$mine nianbao
    local id before=$LAB/replay-before
    id=$(query 'SELECT id FROM identity')
    rm -rf "$before"
    cp -r "$work/status" "$before"
    [[ -z $("$program" verify --state "$work/state" | grep -E '缺失|改动|不符|不同|插入' | grep -v 没有发现) ]] || differs "verify: $("$program" verify --state "$work/state")"
    journalctl --sync
    replay_into "$before" --ledger "$id"
    if [[ -x /lib/systemd/systemd-journal-remote ]]; then
        local folder=$LAB/journals
        rm -rf "$folder"
        mkdir -p "$folder"
        journalctl -q -o export "NIANBAO_LEDGER=$id" | /lib/systemd/systemd-journal-remote -o "$folder/machine-1.journal" - 2>/dev/null
        replay_into "$before" --directory "$folder" --match "_UID=$UID"
    else
        skip 'no systemd-journal-remote: replay from the files of other machines'
    fi
}

# replay_into BEFORE OPTION...: a new state and status folder from the journal; the status files are those of BEFORE
replay_into() {
    local before=$1
    shift
    rm -rf "$work"
    mkdir -p "$work/status"
    runs=$((runs + 1)) injected=$((injected + 1))
    "$program" replay --config "$LAB/settings.toml" --state "$work/state" --status "$work/status" "$@" >"$work/words" 2>&1 ||
        differs "replay $*: $(cat "$work/words")"
    local page book
    # What is about the moment, and not about reports, comes from the clock: alerts of a look, figures with times. All else is the same but
    # for when it was written, and until when that holds.
    for page in "$before" "$work/status"; do
        rm -f "$page"/{heartbeat,alerts.json,nianbao.prom}
        sed -i -E '/"(generated_at|valid_until)"/d' "$page/status.json"
        sed -i -E 's/data-valid-until="[^"]*"//; s/更新于 [^，]*，有效至 <[^>]*>[^<]*<[^>]*>|更新于 [^，]*，有效至 [^<]*|datetime="[^"]*"|以下是 [^的]*的情况|有效至[^<]*<time[^>]*>[^<]*//g' "$page/index.html"
        for book in "$page"/*.xlsx; do [[ ! -e $book ]] || { sheets "$book" >"$book.sheets" && rm "$book"; }; done
    done
    diff -r "$before" "$work/status" >"$work/diff" && return
    differs "replay $*: $(head -c 1500 "$work/diff")"
}
