# Thousands of files at once while the daemon does not listen: more than the kernel has room to tell of. Each of them is found.
part_flood() {
    local count=300
    is_long && count=20000 patience=1800
    new_case
    local flooded=$LAB/flooded-inbox
    rm -rf "$flooded"
    cp -r "$inbox" "$flooded"
    "$program" watch --settle 10ms --config "$LAB/settings.toml" --inbox "$flooded" --state "$work/state" --status "$work/status" \
        >"$LAB/words" 2>&1 &
    local daemon=$!
    runs=$((runs + 1))
    within judged_all || differs 'flood: does not start'
    kill -STOP "$daemon"
    # The same bytes under other names, so that each is an arrival and none takes long.
    perl -e 'my ($from, $folder, $count) = @ARGV; open my $in, "<", $from or die; local $/; my $text = <$in>;
        for (1 .. $count) { open my $out, ">", "$folder/$_.txt" or die; print $out $text }' "$inbox/通知.txt" "$flooded" "$count"
    injected=$((injected + 1))
    kill -CONT "$daemon"
    within arrived $((count + 3)) || differs "flood: $(query 'SELECT count(*) FROM arrival') of $((count + 3)) files"
    kill "$daemon"
    wait "$daemon"
    INBOX=$flooded nianbao
    arrived $((count + 3)) || differs 'flood: an arrival was lost or doubled'
    [[ $(query "SELECT count(*) FROM record WHERE event = 'duplicate'") == "$count" ]] || differs 'flood: records of arrivals'
    count_copies flood
}

arrived() { [[ $(query 'SELECT count(*) FROM arrival' 2>/dev/null) == "$1" ]]; }
