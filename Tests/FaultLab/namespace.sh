#!/bin/bash
# Runs a command in a mount namespace of its own, with a journald of its own, where nothing outside is touched.
#
#   namespace.sh COMMAND [ARGUMENT...]
#
# $JOURNALD is the process of the journald; $LAB is a folder in memory, gone with the namespace. 125 where this machine permits none.

# Starts the journald; the parts of the lab that end it start it again.
start_journald() {
    SYSTEMD_LOG_TARGET=console /lib/systemd/systemd-journald </dev/null >/run/journald.log 2>&1 &
    JOURNALD=$!
    # The last thing that is set up before journald listens; its end would end the wait as well.
    until [[ -S /run/systemd/journal/io.systemd.journal ]]; do kill -0 "$JOURNALD" || return 125; done
}
[[ ${1-} != --functions ]] || return 0
set -euo pipefail
if [[ ${1-} != --inside ]]; then
    (($#)) || exit 64
    for tool in perl sqlite3 strace unzip; do
        command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed" >&2; exit 125; }
    done
    unshare --mount true 2>/dev/null || { echo 'skipped: no mount namespace can be had here' >&2; exit 125; }
    exec unshare --mount --propagation private bash "$(readlink -e -- "$0")" --inside "$@"
fi
shift
mount -t tmpfs -o mode=0755 tmpfs /run
mkdir -p /run/systemd/journald.conf.d /run/systemd/journal /run/log/journal /run/lab
printf '[Journal]\nStorage=volatile\nRateLimitIntervalSec=0\nReadKMsg=no\nAudit=no\nRuntimeMaxUse=1G\n%s\n' \
    "${JOURNALD_CONF-}" >/run/systemd/journald.conf.d/lab.conf
if [[ ! -s /etc/machine-id ]]; then
    tr -d - </proc/sys/kernel/random/uuid >/run/machine-id
    mount --bind /run/machine-id /etc/machine-id 2>/dev/null || { echo 'skipped: no /etc/machine-id' >&2; exit 125; }
fi
[[ -x /lib/systemd/systemd-journald ]] || { echo 'skipped: no systemd-journald' >&2; exit 125; }
start_journald || { cat /run/journald.log >&2; exit 125; }
export JOURNALD LAB=/run/lab
status=0
"$@" || status=$?
disown -a
kill -KILL "$JOURNALD" 2>/dev/null || true
exit "$status"
