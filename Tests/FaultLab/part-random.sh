# Killed many times in a row, at random moments, while a dozen honest reports come in: each has the verdict that it has where nothing happens.
part_random() {
    local round rounds=3
    is_long && rounds=40
    honest_corpus
    undisturbed
    for ((round = 1; round <= rounds; round++)); do killed_again_and_again "$round" 12; done
    work=$LAB/case
}

# honest_corpus: a dozen reports of as many bodies, each with prose of its own, so that none resembles another whichever comes first
honest_corpus() {
    honest=$LAB/honest
    mkdir -p "$honest"
    perl -CSDA -Mutf8 -e '
        my ($sample, $folder) = @ARGV;
        open my $in, "<", $sample or die; local $/; my $report = <$in>;
        srand 1;
        my $letters = sub { join "", map { chr 0x5000 + int rand 0x1000 } 1 .. 300 };
        for my $number (1 .. 12) {
            my ($overview, $problems) = ($letters->(), $letters->());
            (my $text = $report) =~ s/青岚市教育局/青岚市第${number}中学/g;
            $text =~ s/^(（五）监督保障。)/$1$overview。/m or die;
            $text =~ s/^(五、存在.*\n)/$1$problems。\n/m or die;
            # Every third one is to be returned.
            $text =~ s/2024年12月31日/2023年12月31日/ if $number % 3 == 0;
            open my $out, ">", "$folder/第${number}中学.txt" or die; print $out $text;
        }' "$samples/青岚市教育局.txt" "$honest"
}

# verdicts: what is left, but for the way to it. A report over which three lives ended is filed as our own fault first, and judged once
# nothing else waits.
verdicts() { leavings | grep -v '^record|judged|'; }

# undisturbed: what comes of the reports where nothing happens, and how long the program takes for one of them, in milliseconds
undisturbed() {
    local began
    new_case
    INBOX=$honest nianbao || differs "random: the program does not run: $(tail -1 "$work/words")"
    verdicts >"$LAB/undisturbed"
    say "undisturbed: $(query 'SELECT group_concat(n) FROM (SELECT verdict || " " || count(*) AS n FROM version GROUP BY verdict)')"
    new_case
    mkdir -p "$LAB/one"
    cp "$honest/第1中学.txt" "$LAB/one/"
    began=$(date +%s%N)
    INBOX=$LAB/one nianbao
    moment=$((($(date +%s%N) - began) / 1000000))
}

# killed_again_and_again SEED KILLS: a report comes in for each life of the daemon, which ends after a random part of what one takes
killed_again_and_again() {
    local number daemon pause coming=$LAB/coming before=$injected
    RANDOM=$1
    rm -rf "$coming"
    mkdir -p "$coming"
    new_case
    for ((number = 1; number <= $2; number++)); do
        [[ ! -e $honest/第${number}中学.txt ]] || cp "$honest/第${number}中学.txt" "$coming/"
        "$program" watch --settle 1ms --config "$LAB/settings.toml" --inbox "$coming" --state "$work/state" --status "$work/status" \
            >>"$work/words" 2>&1 &
        daemon=$!
        pause=$((moment * (RANDOM % 1000) / 1000))
        sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
        kill -KILL "$daemon"
        wait "$daemon" 2>/dev/null
        injected=$((injected + 1)) runs=$((runs + 1))
    done
    INBOX=$coming heal
    # What so many lives ended over is set aside for a minute to hours, which have passed.
    sqlite3 "$work/state/ledger.sqlite" 'UPDATE judging SET due = NULL'
    INBOX=$coming heal
    LEAVINGS=verdicts BASELINE=$LAB/undisturbed compare "killed $((injected - before)) times, seed $1"
}
