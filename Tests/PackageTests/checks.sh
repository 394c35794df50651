#!/bin/bash
# Runs inside the container: the life of the package on a fresh system. /packages has first.deb, and next.deb, a later edition; /README.md is
# the project's.
# shellcheck disable=SC2317
set -uo pipefail
export LC_ALL=C.UTF-8 SYSTEMD_PAGER=cat SYSTEMD_COLORS=0 DEBIAN_FRONTEND=noninteractive
# shellcheck source=Tests/SystemTests/lib.sh
source /tests/SystemTests/lib.sh
inbox=/srv/nianbao/inbox status=/srv/nianbao/status

install_package() {
    apt-get install --quiet --yes --no-install-recommends -o Dpkg::Options::=--force-confold "/packages/$1.deb"
}
absent() { test ! -e "$1"; }
unknown() { ! systemctl cat "$1"; }
as() { sed "s/青岚市教育局/$1/" /samples/青岚市教育局.txt; }
reports() { find "$status/reports" -name receipt.html | wc -l; }
# versions: what the ledger has, a line a version
versions() { runuser -u nianbao -- nianbao list --json | sort; }

# -- on a system without Swift
check 'no Swift is here' same '' "$(type -P swift swiftc; find / -xdev -name 'libswiftCore*')"

# -- the README as it stands, line by line, from the package to the first receipt; what makes the package, and what only looks on, is left out
echo 'APT::Get::Assume-Yes "true"; APT::Install-Recommends "false";' >/etc/apt/apt.conf.d/90unattended
readme() { sed -n '/^## Install$/,/^## /{/^```sh$/,/^```$/{/^```/!p}}' /README.md; }
lines=$(readme | grep -v -e '^make ' -e '^journalctl ' | sed -e 's/ *#.*//' -e 's/^sudo //' -e 's|\./dist/nianbao_\*\.deb|/packages/first.deb|')
check 'the README has no more than ten lines' test "$(readme | wc -l)" -le 10
check 'and says to install' grep -q '^apt install /packages/first.deb' <<<"$lines"
while read -r line; do check "README: $line" bash -c "$line" </dev/null; done <<<"$lines"
((failed == 0)) || conclude
check 'the first receipt' within test -s "$status/reports/2024/青岚市民政局/v1/receipt.html"
check 'and its line in the journal' grep -q 退回修改：青岚市民政局 <(journalctl -q -u nianbao -o cat)
check 'its version is that of the program' same "$(dpkg-query -W -f '${Version}' nianbao)" "$(nianbao --version)"
check 'every library is found' same '' "$(ldd /usr/bin/nianbao /usr/libexec/nianbao/* | grep 'not found')"
check 'the service runs' within is SubState running
check 'and will after a boot' same enabled "$(systemctl is-enabled nianbao)"
for unit in nianbao-alerts.service nianbao-collect.service nianbao-collect-alerts.service nianbao-prune.timer; do
    check "$unit is left to a person" same disabled "$(systemctl is-enabled "$unit")"
done
check 'users and groups' getent group nianbao nianbao-readers nianbao-inbox
check 'the folder of the keys is closed' same '750 root nianbao' "$(stat -c '%a %U %G' /etc/nianbao/credentials)"
check 'no unit is unsound' systemd-analyze --man=no verify nianbao.service nianbao-alerts.service nianbao-collect.service nianbao-collect-alerts.service nianbao-prune.service nianbao-status.path
check 'the unit is fenced in as this systemd can: 0.5 of 10' systemd-analyze security --threshold=5 nianbao.service
check 'no file is changed' dpkg --verify nianbao

# -- another receipt
check 'the inbox is not made by the package' same '' "$(dpkg --listfiles nianbao | grep "^$inbox")"
install -m 0644 /samples/青岚市教育局.txt "$inbox"
check 'another receipt' within test -s "$status/reports/2024/青岚市教育局/v1/receipt.html"
check 'journalctl -x explains' grep -q 这是该单位该年度的第 <(journalctl -x -q NIANBAO_EVENT=judged)

# -- one January: every sample in each format, a roster, sixty bureaus but one
sed -i 's/^settle = .*/settle = "1s"/; s/^patience = .*/patience = "2s"/' /etc/nianbao/nianbao.toml
check 'settings are taken' systemctl reload nianbao
for file in /samples/*; do [[ $file == */README.md || $file == */青岚市教育局.txt || $file == */青岚市民政局.txt ]] || install -m 0644 "$file" "$inbox"; done
samples=$(find "$inbox" -type f | wc -l)
check "$samples samples are judged" within judged "$samples"
check 'documents of every kind are read' same '' "$(
    sed -n 's/^| \([^ |]*\) |[^|]*| `\([a-z-]*\)` |.*/\1 \2/p' /samples/README.md | while read -r name verdict; do
        [[ $(verdict_of "$name") == "$verdict" ]] || echo "$name: $(verdict_of "$name"), not $verdict"; done)"
sed -i 's|^path = ""|path = "/etc/nianbao/agencies.csv"|' /etc/nianbao/nianbao.toml
{ echo 名称; for number in {1..60}; do echo "青岚市第${number}中学"; done; } >/etc/nianbao/agencies.csv
check 'settings are good' nianbao config check
check 'a roster is taken' systemctl reload nianbao
for number in {1..59}; do as "青岚市第${number}中学" >"$inbox/第${number}中学.txt"; done
check 'and sixty bureaus but one' within judged $((samples + 59))
check 'the one that is missing is named' grep -q 青岚市第60中学 <(runuser -u nianbao -- nianbao missing)
check 'the doctor finds nothing to be done' runuser -u nianbao -- nianbao doctor

# -- a later edition, while reports come in
main=$(property MainPID)
for number in {61..120}; do as "青岚市第${number}小学" >"$inbox/第${number}小学.txt"; done
check 'upgrade' install_package next
check 'the service is another process' within runs_anew "$main"
check 'the file in hand was finished: a clean stop' same 1 "$(journalctl -q -u nianbao _PID=1 -o cat | grep -c 'nianbao.service: Deactivated successfully')"
check 'all are judged' within judged $((samples + 119))
check 'each once' same '' "$(values NIANBAO_FILE NIANBAO_EVENT=judged | sort | uniq -d)"
check 'edited settings are kept' grep -q '^settle = "1s"' /etc/nianbao/nianbao.toml
check 'the new ones lie beside them' grep -q 'the next edition' /etc/nianbao/nianbao.toml.dpkg-dist
check 'those that nobody edited are renewed' grep -q 'the next edition' /etc/nianbao/calendar.csv
check 'the ledger is whole' nianbao verify

# -- removed, and installed again: it goes on where it was
before=$(versions)
# one instance of a template: no list of units has it
check 'a way in for a county' systemctl --quiet enable --now nianbao-remote@probe.socket
check 'somebody listens there' test -S /run/nianbao-remote/probe
check 'remove' apt-get remove --quiet --yes nianbao
check 'nothing runs on' same '' "$(pgrep -u nianbao)"
check 'nothing listens on' same inactive "$(systemctl is-active nianbao-remote@probe.socket)"
check 'and nothing will after a boot' same '' "$(find /etc/systemd/system -name 'nianbao-remote@*')"
check 'the unit is gone' unknown nianbao.service
check 'the settings stay' test -s /etc/nianbao/nianbao.toml
check 'and the ledger' test -s /var/lib/nianbao/ledger.sqlite
check 'install again' install_package next
check 'it runs' within is SubState running
as 青岚市地震局 >"$inbox/地震局.txt"
check 'a new report is judged' within judged $((samples + 120))
check 'no other is told twice' same '' "$(values NIANBAO_FILE NIANBAO_EVENT=judged | sort | uniq -d)"
check 'the ledger has them all' same "$before" "$(versions | grep -v 青岚市地震局)"

# -- purged: settings and keys go, what may be a record of the office stays unless somebody says otherwise
echo key >/etc/nianbao/credentials/mail
check 'purge' apt-get purge --quiet --yes nianbao
check 'no settings are left' absent /etc/nianbao
check 'no unit is left' same '' "$(find /etc/systemd /lib/systemd -name '*nianbao*')"
check 'the ledger is' test -s /var/lib/nianbao/ledger.sqlite
check 'and the receipts' test -s "$status/reports/2024/青岚市教育局/v1/receipt.html"
check 'install once more' install_package first
check 'it runs' within is SubState running
check 'with the old ledger' test "$(versions | wc -l)" -gt 100
echo 'nianbao nianbao/purge-ledger boolean true' | debconf-set-selections
check 'purge, with everything' apt-get purge --quiet --yes nianbao
check 'the ledger is gone' absent /var/lib/nianbao
check 'the receipts too' absent "$status"
check 'the inbox never' test -s "$inbox/青岚市教育局.txt"
check 'install where all was purged' install_package next
check 'it begins anew, as nobody is missed' within is SubState running
conclude
