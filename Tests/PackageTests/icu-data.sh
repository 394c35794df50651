#!/bin/bash
# Whether dates, zones and texts come out the same with the part of ICU's data that the program is linked with (.ci/icu-data).
set -euo pipefail
here=$(readlink -e -- "$(dirname "$0")")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
"$here/../../.ci/icu-data" .
cc -I. -c "$here/../../Sources/CICUData/CICUData.S"
swiftc -O -static-stdlib "$here/dates.swift" -o whole
swiftc -O -static-stdlib "$here/dates.swift" CICUData.o -o part
test "$(stat -c %s part)" -lt "$(stat -c %s whole)"
./whole >whole.out
./part >part.out
cmp whole.out part.out
echo "the same $(wc -l <part.out) lines"
