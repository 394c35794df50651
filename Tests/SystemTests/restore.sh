#!/bin/bash
# Runs inside the container: a backup that is put back, and the removal, as docs/operations.md says.
#
#   restore.sh SAMPLES
#
# shellcheck disable=SC2317
set -uo pipefail
export LC_ALL=C.UTF-8 SYSTEMD_PAGER=cat SYSTEMD_COLORS=0

samples=$1
inbox=/srv/nianbao/inbox status=/srv/nianbao/status state=/var/lib/nianbao
# shellcheck source=Tests/SystemTests/lib.sh
source "$(dirname "$0")/lib.sh"

# versions: the reports that the ledger has
versions() { sqlite3 "file:$state/ledger.sqlite?mode=ro" 'SELECT agency, number, verdict FROM version ORDER BY 1, 2'; }

check 'users' systemd-sysusers nianbao.conf
check 'folders' systemd-tmpfiles --create nianbao.conf
install -d -m 3770 -g nianbao-inbox "$inbox"
sed -i -e 's/^settle = .*/settle = "1s"/' -e 's/^scan_interval = .*/scan_interval = "2s"/' -e 's/^memory = .*/memory = "500MB"/' \
    /etc/nianbao/nianbao.toml
check 'start' systemctl start nianbao
cp "$samples/青岚市民政局.txt" "$samples/青岚市教育局.txt" "$inbox"
check 'two reports are judged' within judged 2

# -- the backup, by root and without owners, as from a tape
check 'stop for the backup' systemctl stop nianbao
cp -r --no-preserve=mode,ownership "$state" /root/backup
before=$(versions)
check 'go on' systemctl start nianbao
sed 's/青岚市教育局/青岚市审计局/' "$samples/青岚市教育局.txt" >"$inbox/青岚市审计局.txt"
check 'a third one after the backup' within judged 3

# -- the disk is gone
check 'stop' systemctl stop nianbao
find "$state" -mindepth 1 -delete
cp -rT /root/backup "$state"
chown -R nianbao:nianbao "$state" && chmod 700 "$state"
check 'the two are there' same "$before" "$(versions)"
check 'start with what was put back' systemctl start nianbao
third() { grep -q '^青岚市审计局|1|' <(versions); }
check 'the third one is in the ledger again' within third
check 'and only once' same 3 "$(versions | wc -l)"
check 'verify' nianbao verify
check 'the state folder is the service’s alone' same '700 nianbao' "$(stat -c '%a %U' "$state")"
check 'rebuild' nianbao rebuild
check 'a receipt for each' same 3 "$(find "$status/reports" -name receipt.html | wc -l)"
check 'which readers can read' same '640 nianbao-readers' "$(stat -c '%a %G' "$status"/reports/2024/青岚市审计局/v1/receipt.html)"
check 'no alert is left of it' same '[]' "$(python3 -c 'import json,sys; print([a["kind"] for a in json.load(open(sys.argv[1]))["alerts"] if a["kind"].startswith(("ledger", "status"))])' "$status/alerts.json")"

# -- an empty file in the place of the ledger, and the backup once more, without its keys
three=$(versions) id=$(cat "$state/ledger-id")
check 'stop for the empty file' systemctl stop nianbao
rm -f "$state"/ledger.sqlite-*
truncate -s 0 "$state/ledger.sqlite"
check 'start with an empty file' systemctl start nianbao
check 'the ledger is the same' same "$three $id" "$(versions) $(cat "$state/ledger-id")"
check 'verify it' nianbao verify
check 'stop for the older copy' systemctl stop nianbao
find "$state" -mindepth 1 -delete
cp -rT /root/backup "$state"
rm "$state/ledger.keys"
chown -R nianbao:nianbao "$state" && chmod 700 "$state"
check 'start with the older copy' systemctl start nianbao
check 'the third one is there' within third
check 'the same reports' same "$three" "$(versions)"

# -- the removal keeps what is the office's
# one instance of a template: no list of units has it
check 'a receiver is enabled' systemctl --quiet enable nianbao-remote@probe.socket
check 'uninstall' make --silent --directory=/project uninstall
check 'nothing runs' test "$(systemctl is-active nianbao)" != active
check 'no program is left' test ! -e /usr/bin/nianbao -a ! -e /usr/libexec/nianbao
check 'no unit is left' same '' "$(find /usr/lib/systemd/system /etc/systemd/system -name 'nianbao*')"
check 'ledger and archive stay' test -s "$state/ledger.sqlite" -a -d "$state/archive"
check 'inbox and receipts stay' test -s "$inbox/青岚市教育局.txt" -a -s "$status/reports/2024/青岚市审计局/v1/receipt.html"
check 'settings stay' test -s /etc/nianbao/nianbao.toml
conclude
