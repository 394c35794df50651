#!/bin/bash
# Builds the Debian package of what is committed in two folders, and compares the bytes. Half an hour on two cores.
#
#   reproducible.sh [PACKAGE.deb]      PACKAGE.deb: built of the same commit in another folder already; one build less
#
# The packages of Swift that it depends on are the same in both: Package.resolved of this folder goes along.
set -euo pipefail
project=$(readlink -e -- "$(dirname "$0")/../..")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# build FOLDER: the package, made there; its path
build() {
    mkdir -p "$1"
    git -C "$project" archive HEAD | tar -x -C "$1"
    [[ ! -e $project/Package.resolved ]] || cp "$project/Package.resolved" "$1"
    make --silent --directory="$1" deb >&2
    ls "$1"/dist/nianbao_*.deb
}

first=${1-}
[[ -n $first ]] || first=$(build "$scratch/one")
second=$(build "$scratch/another/much/longer/path")
sha256sum "$first" "$second"
if cmp "$first" "$second"; then
    echo 'the same bytes'
else
    for deb in "$first" "$second"; do
        dpkg-deb -x "$deb" "$deb.files"
        (cd "$deb.files" && find . -type f -exec sha256sum {} + | sort -k 2) >"$deb.sums"
    done
    trap - EXIT
    diff "$first.sums" "$second.sums" || true
    echo "both are kept in $scratch"
    exit 1
fi
