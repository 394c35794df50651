# Reports that come in pieces, one held open all the time and one closed after each piece, while the daemon is killed at random moments:
# each is judged in the end, and nothing is left of its pieces.
part_writer() {
    local round rounds=2
    is_long && rounds=20
    for ((round = 1; round <= rounds; round++)); do pieces_under_kills "$round" 5; done
}

# pieces_under_kills SEED PIECES
pieces_under_kills() {
    local piece from size daemon held=$LAB/held closed=$LAB/closed slow=$LAB/slow left
    RANDOM=$1
    rm -rf "$slow"
    mkdir -p "$slow"
    new_case
    sed 's/青岚市教育局/青岚市档案局/g' "$samples/青岚市教育局.txt" >"$held"
    sed 's/青岚市教育局/青岚市气象局/g' "$samples/青岚市教育局.txt" >"$closed"
    size=$((($(stat -c %s "$held") + $2 - 1) / $2))
    exec 7>"$slow/held.txt"
    for ((piece = 0; piece < $2; piece++)); do
        "$program" watch --settle 10ms --config "$LAB/settings.toml" --inbox "$slow" --state "$work/state" --status "$work/status" \
            >>"$work/words" 2>&1 &
        daemon=$!
        within test -s "$work/status/heartbeat"
        from=$((piece * size + 1))
        tail -c "+$from" "$held" | head -c "$size" >&7
        tail -c "+$from" "$closed" | head -c "$size" >>"$slow/closed.txt"
        sleep "0.$((RANDOM % 900 + 100))"
        kill -KILL "$daemon"
        wait "$daemon" 2>/dev/null
        injected=$((injected + 1)) runs=$((runs + 1))
    done
    exec 7>&-
    INBOX=$slow heal
    left=$(query "SELECT count(*) FROM version WHERE successor IS NULL AND year || agency NOT IN ('2024青岚市档案局', '2024青岚市气象局')")
    ((left == 0)) || say "GHOSTS: seed $1: $(query 'SELECT year, agency, number, verdict, successor FROM version' | tr '\n' ' ')"
    ghosts=$((ghosts + left))
    [[ $(query 'SELECT count(DISTINCT agency) FROM version WHERE successor IS NULL') == 2 ]] || differs "writer: seed $1"
    count_copies "writer: seed $1"
}
