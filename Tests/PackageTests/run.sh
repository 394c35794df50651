#!/bin/bash
# Tries the Debian package on a fresh system that has neither Swift nor any library of this machine, booted by systemd.
#
#   run.sh PACKAGE.deb
#
# Exits 0 when every check passed, 1 when one failed, 125 when this machine can boot no container. As root. The system is made once, of the
# distribution's packages, with those that this package depends on at hand but not installed; it is kept in .build/package-test.
set -euo pipefail
deb=$(readlink -e -- "$1")
here=$(readlink -e -- "$(dirname "$0")")
project=$(readlink -e -- "$here/../..")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The next edition: the same under a higher number, with one setting more in the settings file.
next_edition() {
    dpkg-deb --raw-extract "$deb" "$scratch/next"
    sed -i 's/^Version: .*/&+next/' "$scratch/next/DEBIAN/control"
    echo '# the next edition' >>"$scratch/next/etc/nianbao/nianbao.toml"
    echo '# the next edition' >>"$scratch/next/etc/nianbao/calendar.csv"
    dpkg-deb -Znone --root-owner-group --build "$scratch/next" "$scratch/packages/next.deb" >/dev/null
}

# A minimal system, with the archives of all that the package depends on in the cache of apt.
make_base() {
    local suite
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    rm -rf "$base"
    mkdir -p "$(dirname "$base")"
    mmdebstrap --quiet --variant=minbase --include=systemd,systemd-sysv,dbus,debconf --skip=cleanup/apt \
        --customize-hook="copy-in $scratch/packages /" \
        --customize-hook='chroot "$1" apt-get install --quiet --yes --no-install-recommends --download-only /packages/first.deb' \
        --customize-hook='rm -r "$1/packages"' "$suite" "$base" >"$scratch/base.log" 2>&1 ||
        { tail -20 "$scratch/base.log" >&2; echo "${0##*/}: no system can be made here" >&2; exit 125; }
    dpkg-deb --field "$deb" Depends >"$base.depends"
}

mkdir "$scratch/packages"
cp "$deb" "$scratch/packages/first.deb"
next_edition
chmod -R a+rX "$scratch"
base=$project/.build/package-test/base
if [[ $(cat "$base.depends" 2>/dev/null) != "$(dpkg-deb --field "$deb" Depends)" ]]; then make_base; fi

"$here/inspect.sh" "$deb"
"$project/Tests/SystemTests/container.sh" --timeout 1500 --base "$base" --bind-ro "$scratch/packages:/packages" \
    --bind-ro "$project/README.md:/README.md" --bind-ro "$project/docs/samples:/samples" --bind-ro "$project/Tests:/tests" -- /tests/PackageTests/checks.sh
