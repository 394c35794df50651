#!/bin/bash
# Runs in a container: does what `at` of lab.sh asks for, one command after the other.
trap 'rm -f /lab/booted' EXIT
touch /lab/booted
exec 3<>/lab/requests 4<>/lab/answers
while read -r -u 3 _; do
    status=0
    bash /lab/command </dev/null >/lab/output 2>&1 3>&- 4>&- || status=$?
    echo "$status" >&4
done
