#!/bin/bash
# What a backlog costs: how the time for a file and the memory grow with the number of files that wait at the start, and whether the daemon
# answers meanwhile.
#
#   backlog.sh PROGRAM [FEW [MANY [own|same|brief]]]
#
# Works off FEW (1,000) files, then MANY (20,000), beside a journald of its own, and prints of each: the time a file, on the clock and of the
# processors, which other work disturbs less; the peak of memory; how soon READY=1 came; the longest silence between two WATCHDOG=1; and how
# long a small file waited that came in the midst of it. Then the ratios, since times depend on the machine: 1.0 means that a file takes the
# same time in either. Each report has texts of its own; with "same" all have the same, which is the worst for the rule that compares them;
# with "brief" each is a line that is no report, which is the most files in the least time.
set -euo pipefail
here=$(readlink -e -- "$(dirname "$0")")
if [[ ${1-} != --inside ]]; then
    exec "$here/namespace.sh" bash "$here/backlog.sh" --inside "$@"
fi
shift
program=$(readlink -e -- "$1") few=${2-1000} many=${3-20000} texts=${4-own}
sample=$(readlink -e -- "$here/../../docs/samples/青岚市教育局.txt")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

# fill FOLDER COUNT: puts reports of as many bodies into a folder, some 600 letters of prose in each
fill() {
    perl -CSDA -Mutf8 -e '
        my ($sample, $folder, $count, $texts) = @ARGV;
        open my $in, "<", $sample or die; local $/; my $report = <$in>;
        my $letters = sub { join "", map { chr 0x5000 + int rand 0x1000 } 1 .. $_[0] };
        for my $number (1 .. $count) {
            srand($texts eq "same" ? 1 : $number);
            my ($overview, $problems) = ($letters->(300), $letters->(300));
            (my $text = $report) =~ s/青岚市教育局/青岚市第${number}中学/g;
            $text =~ s/^(（五）监督保障。)/$1$overview。/m or die;
            $text =~ s/^(五、存在.*\n)/$1$problems。\n/m or die;
            $text = "第${number}号通知：请按时报送年度报告。\n" if $texts eq "brief";
            open my $out, ">", "$folder/$number.txt" or die; print $out $text;
        }' "$sample" "$1" "$2" "$texts"
}

# listen SOCKET FILE: writes down when the daemon says that it is ready and alive, in seconds since this began
listen() {
    perl -MIO::Socket::UNIX -MTime::HiRes=time -e '
        my ($path, $file) = @ARGV;
        my $socket = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => $path) or die;
        open my $out, ">", $file or die; $out->autoflush(1);
        my $began = time; print $out "0 LISTENING\n";
        while (defined $socket->recv(my $text, 4096)) {
            printf $out "%.2f %s\n", time - $began, $_ for grep /^(READY|WATCHDOG)=1/, split /\n/, $text;
        }' "$1" "$2"
}

count() { sqlite3 -readonly "$work/state/ledger.sqlite" "SELECT count(*) FROM arrival $1" 2>/dev/null || echo 0; }
now() { date +%s%N; }

# run COUNT: prints what a backlog of COUNT costs, in numbers
run() {
    work=$scratch/$1
    mkdir -p "$work"/{inbox,state,status}
    fill "$work/inbox" "$1"
    listen "$work/notify" "$work/said" &
    local listener=$! began ended dropped waited=-1
    until [[ -s $work/said ]]; do sleep 0.05; done
    began=$(now)
    NOTIFY_SOCKET=$work/notify WATCHDOG_USEC=60000000 /usr/bin/env time -f '%U %S %M' -o "$work/cost" "$program" watch \
        --settle 10ms --inbox "$work/inbox" --state "$work/state" --status "$work/status" >/dev/null 2>"$work/words" &
    local daemon=$!
    until (($(count '') * 4 >= $1)); do sleep 0.2; done
    echo '又一份通知。' >"$work/inbox/newcomer.txt"
    dropped=$(now)
    until ((waited >= 0 && $(count '') > $1)); do
        if ((waited < 0 && $(count "WHERE name = x'$(printf newcomer.txt | od -An -tx1 | tr -d ' \n')'") == 1)); then
            waited=$((($(now) - dropped) / 1000000))
        fi
        sleep 0.2
    done
    kill "$(pgrep -P "$daemon")"
    wait "$daemon" || { cat "$work/words" >&2; exit 1; }
    ended=$(now)
    kill "$listener"
    tail -1 "$work/cost" | awk -v n="$1" -v t=$((ended - began)) -v waited="$waited" -v ready="$(awk '/READY/ { print $1; exit }' "$work/said")" \
        -v silence="$(awk '{ if ($1 - last > most) most = $1 - last; last = $1 } END { print most }' "$work/said")" \
        '{ printf "%.2f %.2f %.0f %s %s %.1f\n", t / n / 1e6, ($1 + $2) * 1e3 / n, $3 / 1024, ready, silence, waited / 1000 }'
    rm -rf "$work"
}
tell() { echo "$1 files: $2 ms a file, $3 ms of the processors, $4 MB; ready after $5 s, silent for $6 s at most, a newcomer waited $7 s"; }
read -ra little < <(run "$few")
tell "$few" "${little[@]}"
read -ra much < <(run "$many")
tell "$many" "${much[@]}"
awk -v a="${little[0]}" -v b="${much[0]}" -v c="${little[1]}" -v d="${much[1]}" -v e="${little[2]}" -v f="${much[2]}" \
    'BEGIN { printf "ratio: %.2f on the clock, %.2f of the processors, %.2f of the memory\n", b / a, d / c, f / e }'
