#!/bin/bash
# Whether the RPM and the Debian package, built of one source, hold the same: files, units, settings, libraries.
#
#   alike.sh PACKAGE.deb PACKAGE.rpm
#
# What differs by the rules of the distributions is named here; all else is an error.
# shellcheck disable=SC2317
set -uo pipefail
here=$(readlink -e -- "$(dirname "$0")")
# shellcheck source=Tests/SystemTests/lib.sh
source "$here/../SystemTests/lib.sh"
deb=$(readlink -e -- "$1") rpm=$(readlink -e -- "$2")
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/deb" "$stage/rpm"
dpkg-deb --extract "$deb" "$stage/deb"
(cd "$stage/rpm" && rpm2cpio "$rpm" | cpio --quiet -idm)

# Debian: units below /lib, its own folder of zsh's, changelog and copyright, the licence as a link, /usr/share/doc without the RPM's licence.
rm -f "$stage"/deb/usr/share/doc/nianbao/{changelog*,copyright,LICENSE} "$stage/rpm/usr/share/doc/nianbao/LICENSE"
rm -rf "$stage/rpm/usr/share/licenses"
rmdir "$stage/rpm/etc/nianbao/credentials" 2>/dev/null
mkdir -p "$stage/deb/usr/lib/systemd"
cp -a "$stage/deb/lib/systemd/system" "$stage/deb/usr/lib/systemd/" && rm -r "$stage/deb/lib"
mkdir -p "$stage/deb/usr/share/zsh"
mv "$stage/deb/usr/share/zsh/vendor-completions" "$stage/deb/usr/share/zsh/site-functions"
find "$stage/deb/usr/share/man" "$stage/rpm/usr/share/man" -type f -name '*.gz' -exec gunzip {} +
for side in deb rpm; do
    # A link to a page that was compressed.
    find "$stage/$side/usr/share/man" -type l | while read -r link; do ln -sf "$(readlink "$link" | sed 's/\.gz$//')" "${link%.gz}.link"; rm "$link"; mv "${link%.gz}.link" "${link%.gz}"; done
done

# Debian's strip takes the names of the compilers out, too.
for file in "$stage"/{deb,rpm}/usr/{bin/nianbao,libexec/nianbao/*}; do objcopy --remove-section=.comment "$file"; done

list() { (cd "$stage/$1" && find . "${@:2}" | LC_ALL=C sort); }
check 'the same files' diff <(list deb ! -type d -printf '%P %m %l\n') <(list rpm ! -type d -printf '%P %m %l\n')
sums() { (cd "$stage/$1" && find . -type f ! -path './usr/bin/*' ! -path './usr/libexec/*' -exec sha256sum {} + | LC_ALL=C sort -k 2); }
check 'with the same in them, but for the programs' diff <(sums deb) <(sums rpm)
needed() { (cd "$stage/$1" && for file in usr/bin/nianbao usr/libexec/nianbao/*; do readelf -dW "$file" | sed -n "s|.*(NEEDED).*\[\(.*\)\]|$file \1|p"; done | LC_ALL=C sort); }
check 'which need the same libraries' diff <(needed deb) <(needed rpm)
check 'and are the same bytes' same "$(cd "$stage/deb" && sha256sum usr/bin/nianbao usr/libexec/nianbao/*)" "$(cd "$stage/rpm" && sha256sum usr/bin/nianbao usr/libexec/nianbao/*)"
settings() { sed 's|^/||' | LC_ALL=C sort; }
check 'the same settings are kept when they were edited' diff <(dpkg-deb --ctrl-tarfile "$deb" | tar -xO ./conffiles | settings) \
    <(rpm -qp --nosignature --configfiles "$rpm" 2>/dev/null | settings)
check 'every unit of the source is there' same '' "$(for unit in "$here"/../../systemd/*.{service,socket,path,timer}; do
    for side in deb rpm; do test -s "$stage/$side/usr/lib/systemd/system/${unit##*/}" || echo "$side: ${unit##*/}"; done; done)"
echo "note  $(stat -c '%s bytes' "$rpm"), installed $(rpm -qp --nosignature --queryformat '%{SIZE}' "$rpm" 2>/dev/null) bytes"
exit "$failed"
