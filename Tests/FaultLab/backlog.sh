#!/bin/bash
# How the time for one file grows with the number of files that wait: a ratio, since the time itself depends on the machine.
#
#   backlog.sh PROGRAM [FEW [MANY [same]]]
#
# 1.0 means that a file takes the same time in a backlog of MANY (20,000) as in one of FEW (1,000). Prints the time on the clock, the time of
# the processors, which other work on the machine disturbs less, and the peak of memory. Each report has texts of its own; with "same" all have
# the same, which is the worst for the rule that compares them.
set -euo pipefail
program=$(readlink -e -- "$1") few=${2-1000} many=${3-20000} texts=${4-own}
sample=$(readlink -e -- "$(dirname "$0")/../../docs/samples/青岚市教育局.txt")
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
            open my $out, ">", "$folder/$number.txt" or die; print $out $text;
        }' "$sample" "$1" "$2" "$texts"
}

# run COUNT: prints the milliseconds a file on the clock and of the processors, and the peak of memory in MB
run() {
    local work=$scratch/$1 began ended
    mkdir -p "$work"/{inbox,state,status}
    fill "$work/inbox" "$1"
    began=$(date +%s%N)
    /usr/bin/env time -f '%U %S %M' -o "$work/cost" "$program" watch --until-idle --settle 10ms --inbox "$work/inbox" \
        --state "$work/state" --status "$work/status" >/dev/null 2>"$work/words"
    ended=$(date +%s%N)
    tail -1 "$work/cost" | awk -v n="$1" -v t=$((ended - began)) \
        '{ printf "%.2f %.2f %.0f\n", t / n / 1e6, ($1 + $2) * 1e3 / n, $3 / 1024 }'
    rm -rf "$work"
}
tell() { echo "$1 files: $2 ms a file, $3 ms of the processors, $4 MB"; }
read -r clock_few cost_few memory < <(run "$few")
tell "$few" "$clock_few" "$cost_few" "$memory"
read -r clock_many cost_many memory < <(run "$many")
tell "$many" "$clock_many" "$cost_many" "$memory"
awk -v a="$clock_few" -v b="$clock_many" -v c="$cost_few" -v d="$cost_many" \
    'BEGIN { printf "ratio: %.2f, of the processors %.2f\n", b / a, d / c }'
