#!/bin/bash
# Runs inside the container: the life of the RPM. Nothing is looked up in RPM's list of installed packages, which Debian does not keep.
# shellcheck disable=SC2317
set -uo pipefail
export LC_ALL=C.UTF-8 SYSTEMD_PAGER=cat SYSTEMD_COLORS=0
# shellcheck source=Tests/SystemTests/lib.sh
source /tests/SystemTests/lib.sh
inbox=/srv/nianbao/inbox status=/srv/nianbao/status
absent() { test ! -e "$1"; }
unknown() { ! systemctl cat "$1"; }

rpm --initdb
check 'install' rpm --install --nodeps --nosignature /package.rpm
check 'nothing is started' same inactive "$(systemctl is-active nianbao)"
check 'the service will be after a boot' same enabled "$(systemctl is-enabled nianbao)"
for unit in nianbao-alerts.service nianbao-collect.service nianbao-collect-alerts.service nianbao-prune.timer; do
    check "$unit is left to a person" same disabled "$(systemctl is-enabled "$unit")"
done
check 'users and groups' getent group nianbao nianbao-readers nianbao-inbox nianbao-desk
check 'folders' test -d "$status"
install -d -m 3770 -g nianbao-inbox "$inbox"
sed -i 's/^settle = .*/settle = "1s"/; s/^patience = .*/patience = "2s"/' /etc/nianbao/nianbao.toml
check 'start' systemctl start nianbao
install -m 0644 /samples/青岚市教育局.txt "$inbox"
check 'the first receipt' within test -s "$status/reports/2024/青岚市教育局/v1/receipt.html"
check 'its verdict' same accepted "$(verdict_of 青岚市教育局.txt)"
for file in /samples/*; do [[ $file == */README.md || $file == */青岚市教育局.txt ]] || install -m 0644 "$file" "$inbox"; done
samples=$(find "$inbox" -type f | wc -l)
check "$samples samples are judged" within judged "$samples"
check 'documents of every kind are read' same '' "$(
    sed -n 's/^| \([^ |]*\) |[^|]*| `\([a-z-]*\)` |.*/\1 \2/p' /samples/README.md | while read -r name verdict; do
        [[ $(verdict_of "$name") == "$verdict" ]] || echo "$name: $(verdict_of "$name"), not $verdict"; done)"
check 'journalctl -x explains' grep -q 这是该单位该年度的第 <(journalctl -x -q NIANBAO_EVENT=judged)

# -- once more over itself, as an upgrade does
main=$(property MainPID)
check 'upgrade' rpm --upgrade --force --nodeps --nosignature /package.rpm
check 'the service is another process' within runs_anew "$main"
check 'edited settings are kept' grep -q '^settle = "1s"' /etc/nianbao/nianbao.toml

# -- one instance of a template, which no list of units has
check 'a way in for a county' systemctl --quiet enable --now nianbao-remote@probe.socket
check 'somebody listens there' test -S /run/nianbao-remote/probe
check 'erase' rpm --erase nianbao
check 'nothing runs on' same '' "$(pgrep -u nianbao)"
check 'nothing listens on' same inactive "$(systemctl is-active nianbao-remote@probe.socket)"
check 'the unit is gone' unknown nianbao.service
check 'no unit is left' same '' "$(find /usr/lib/systemd/system /etc/systemd/system -name '*nianbao*')"
check 'no program is left' test ! -e /usr/bin/nianbao -a ! -e /usr/libexec/nianbao
check 'edited settings stay beside' grep -q '^settle = "1s"' /etc/nianbao/nianbao.toml.rpmsave
check 'the ledger stays' test -s /var/lib/nianbao/ledger.sqlite
check 'and what came in' test -s "$inbox/青岚市教育局.txt"
conclude
