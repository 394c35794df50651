#!/bin/bash
# How the time for one file grows with the number of files that wait: a ratio, since the time itself depends on the machine.
#
#   backlog.sh PROGRAM [FEW [MANY]]
#
# 1.0 means that a file takes the same time in a backlog of MANY (20,000) as in one of FEW (1,000). Prints the peak of memory too.
set -euo pipefail
program=$(readlink -e -- "$1") few=${2-1000} many=${3-20000}
sample=$(readlink -e -- "$(dirname "$0")/../../docs/samples/青岚市教育局.txt")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

# run COUNT: prints the milliseconds a file, and the peak of memory in MB
run() {
    local work=$scratch/$1 number began ended
    mkdir -p "$work"/{inbox,state,status}
    for ((number = 1; number <= $1; number++)); do
        sed "s/青岚市教育局/青岚市第${number}中学/" "$sample" >"$work/inbox/$number.txt"
    done
    began=$(date +%s%N)
    /usr/bin/env time -f %M -o "$work/memory" "$program" watch --until-idle --settle 10ms --inbox "$work/inbox" \
        --state "$work/state" --status "$work/status" >/dev/null 2>"$work/words"
    ended=$(date +%s%N)
    awk -v n="$1" -v t=$((ended - began)) -v m="$(tail -1 "$work/memory")" 'BEGIN { printf "%.2f %.0f\n", t / n / 1e6, m / 1024 }'
}
read -r short memory_short < <(run "$few")
echo "$few files: $short ms a file, $memory_short MB"
read -r long memory_long < <(run "$many")
echo "$many files: $long ms a file, $memory_long MB"
awk -v a="$short" -v b="$long" 'BEGIN { printf "ratio: %.2f\n", b / a }'
