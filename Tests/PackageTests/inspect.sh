#!/bin/bash
# What can be said of the Debian package without installing it.
#
#   inspect.sh PACKAGE.deb
# shellcheck disable=SC2317
set -uo pipefail
deb=$(readlink -e -- "$1")
here=$(readlink -e -- "$(dirname "$0")")
project=$(readlink -e -- "$here/../..")
# shellcheck source=Tests/SystemTests/lib.sh
source "$here/../SystemTests/lib.sh"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
dpkg-deb --extract "$deb" "$stage"

none() { same '' "$(cat)"; }
# The compiler's own sources are named in its run-time; where that was built is nothing of ours.
paths() { strings -a "$1" | grep -E "$project|/work/|^/tmp/.|^/home/|^/root/" | grep -vE '^/home/build-user/swift'; }

check 'lintian has nothing to say' lintian --fail-on error,warning "$deb"
check 'and nothing is hidden from it' same '' "$(find "$stage/usr/share/lintian" -type f 2>/dev/null)"
programs=$(find "$stage" -type f -exec sh -c 'head -c 4 "$1" | grep -q ELF' sh {} \; -print)
for program in $programs; do
    name=${program#"$stage"}
    check "$name: no RUNPATH, no RPATH" none < <(readelf -dW "$program" | grep -E 'RPATH|RUNPATH')
    check "$name: all symbols are bound at the start" grep -q NOW <(readelf -dW "$program")
    check "$name: tables are read-only after that" grep -q GNU_RELRO <(readelf -lW "$program")
    check "$name: lies anywhere in memory" grep -qE 'Type: +DYN' <(readelf -hW "$program")
    check "$name: no stack that can be executed" none < <(readelf -lW "$program" | grep GNU_STACK | grep -w RWE)
    check "$name: stripped" none < <(readelf -SW "$program" | grep -E ' \.symtab|\.debug_')
    check "$name: names no folder of this machine" none < <(paths "$program")
done
# What is written in C is compiled so that it checks its buffers, too; of that nothing is left where the compiler could prove them right.
check 'what is written in C guards its stack' grep -q __stack_chk_fail <(readelf -W --dyn-syms $programs)
for file in etc/nianbao/{nianbao.toml,agencies.csv,calendar.csv,collect.toml,offices.csv}; do
    check "/$file is a conffile" grep -qx "/$file" <(dpkg-deb --ctrl-tarfile "$deb" | tar -xO ./conffiles)
done
for page in man1/nianbao.1 man1/nianbao-list.1 man5/nianbao.toml.5 man7/nianbao-rules.7 man8/nianbao-alerts.service.8 man1/nianbao-collect.1; do
    for language in '' zh_CN/; do
        check "$language$page is there, compressed" test -s "$stage/usr/share/man/$language$page.gz"
    done
done
dead_links() {
    local document link
    find "$stage/usr/share/doc/nianbao" -name '*.md' | while read -r document; do
        grep -oP '\]\((?!https?:|#)\K[^)#\s]+' "$document" | while read -r link; do
            [[ -e ${document%/*}/$link || -L ${document%/*}/$link ]] || echo "${document#"$stage"}: $link"; done; done
}
check 'every link of the documents leads to a file' none < <(dead_links)
check 'poppler-data is depended on' grep -qw poppler-data <(dpkg-deb --field "$deb" Depends)
# ICU's whole data are 34 MB, and a program has them as soon as anything in it imports Foundation as a whole.
smaller() { test "$(stat -c %s "$stage/$1")" -lt "$2"; }
check 'the program has no more of ICU than it asks for' smaller usr/bin/nianbao 42000000
check 'the reader none' smaller usr/libexec/nianbao/nianbao-reader 20000000
echo "note  $(stat -c '%s bytes' "$deb"), installed $(dpkg-deb --field "$deb" Installed-Size) KiB; $(
    find "$stage" -type f -exec readelf -W --dyn-syms {} + 2>/dev/null | grep -o 'GLIBC_2\.[0-9]*' | sort -uV | tail -1)"
echo "note  Depends: $(dpkg-deb --field "$deb" Depends)"
exit "$failed"
