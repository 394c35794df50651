#!/bin/bash
# Three counties and a province: real services, journals that travel over TLS, on a network that can be cut.
#
#   collect.sh PROGRAM
#
# Sets all up as docs/scale.md says, with the commands that it has. Exits 0 when every check passed, 1 when one failed, 125 when this machine can
# boot no container or has no nginx.
# shellcheck disable=SC2016,SC2317
set -uo pipefail
export LC_ALL=C.UTF-8 SYSTEMD_PAGER=cat SYSTEMD_COLORS=0
here=$(readlink -e -- "$(dirname "$0")")
project=$(readlink -e -- "$here/../..")
program=$(readlink -e -- "${1:?usage: collect.sh PROGRAM}")
# shellcheck source=Tests/SystemTests/lib.sh
source "$here/lib.sh"
# shellcheck source=Tests/SystemTests/lab.sh
source "$here/lab.sh"
# shellcheck source=Tests/SystemTests/offices.sh
source "$here/offices.sh"
patience=600

give_up() { echo "${0##*/}: $*" >&2; exit 125; }
((EUID == 0)) || give_up 'only root can boot a container'
for tool in nginx openssl ip sqlite3; do command -v "$tool" >/dev/null || give_up "$tool is not installed"; done
[[ -x /usr/lib/systemd/systemd-journal-upload ]] || give_up 'systemd-journal-remote is not installed'

lab_up
trap lab_down EXIT
trap 'exit 130' INT TERM HUP
stage=$lab/stage
mkdir "$stage"
"$here/stage.sh" "$program" "$stage" || exit 1
network province "${counties[@]}" || give_up 'no network can be made'
for name in province "${counties[@]}"; do
    start "$name" --stage "$stage" --bind-ro "$project/docs/samples:/samples" --bind-ro "$here:/checks"
done
for name in province "${counties[@]}"; do
    ready "$name" || exit 125
    check "$name: users, folders" script "$name" <<<'ldconfig; systemd-sysusers nianbao.conf && systemd-tmpfiles --create nianbao.conf'
done

# -- certificates, the way in, and the collector, as the document has them
check 'the recipe for an authority' block province ca
check 'and for the offices of the example' block province ca-offices
# The levels above sum up and send nothing here.
check 'a list of three offices that send' script province <<'S'
sed -i 's/,\(qinglan\|linjiang\)\(\r*\)$/,\2/' /etc/nianbao/offices.csv
# A folder so small that its files are soon full.
mkdir -p /var/log/journal/remote
mount -t tmpfs -o size=160M tmpfs /var/log/journal/remote
mkdir -p /etc/systemd/system/nianbao-collect.service.d
printf '[Service]\nRestartSec=100ms\n' >/etc/systemd/system/nianbao-collect.service.d/test.conf
systemctl daemon-reload
S
check 'the authority is made once' refused block province ca
check 'offices that are new' block province ca-offices
check 'units are valid' at province systemd-analyze --man=no verify nianbao-collect.service nianbao-collect-alerts.service nianbao-remote@x.service
check 'the collector is fenced in: 0.2 of 10' at province systemd-analyze security --threshold=2 nianbao-collect.service
check 'and what receives: 0.7' at province systemd-analyze security --threshold=7 nianbao-remote@x.service
check 'the province is set up' block province province
check 'the collector runs' is_at province nianbao-collect ActiveState active
check 'no office has been heard of' troubled unheard 3

# -- the counties; one has worked for itself before
for county in "${counties[@]}"; do check "$county: settings" settle_in "$county"; done
check 'tonghua works already' script tonghua <<<'systemctl start nianbao && find /samples -type f ! -name README.md -exec cp -t /srv/nianbao/inbox {} +'
check 'and has judged the samples' within judged_at tonghua 17
for county in "${counties[@]}"; do join "$county"; done

# -- reports come in, while the collector is killed again and again
for county in "${counties[@]}"; do check "$county: 30 reports" hand_in "$county" 1 30; done
for ((kill = 0; kill < 8; kill++)); do
    at province systemctl kill --signal=KILL nianbao-collect
    sleep "0.$((RANDOM % 10))"
done
check 'tonghua has judged them' within judged_at tonghua 47
for county in shiqiao dongling; do check "$county has judged them" within judged_at "$county" 30; done
check 'the collector was started anew' test "$(at province systemctl show --property NRestarts --value nianbao-collect)" -gt 3
for county in "${counties[@]}"; do agrees "$county"; done
check 'nothing is wrong' within untroubled

# -- how long it takes
for county in "${counties[@]}"; do delay "$county"; done

# -- an office is cut off, and comes back
cable down shiqiao
check 'shiqiao: ten reports while cut off' hand_in shiqiao 31 36
check 'are judged there all the same' within judged_at shiqiao 37
check 'others go on' hand_in dongling 31 36
check 'and are judged' within judged_at dongling 37
agrees dongling
check 'the province has nothing of what is cut off' same no "$(shows shiqiao 36)"
cable up shiqiao
agrees shiqiao
check 'nothing is wrong' within untroubled
check 'what came is for the group of what receives' same '640 systemd-journal-remote' \
    "$(at province stat -c '%a %G' /var/log/journal/remote/remote-qinglan-shiqiao.journal)"

# -- what receives is killed in the middle; files fill and others begin
check 'what receives is killed' at province systemctl kill --signal=KILL 'nianbao-remote@*.service'
check 'tonghua: more reports' hand_in tonghua 31 36
check 'are judged' within judged_at tonghua 54
check 'its files are filled' fill tonghua
check 'and were rotated' within rotated qinglan-tonghua
agrees tonghua
check 'those that the kill has left half written were set aside' at province sh -c 'ls /var/log/journal/remote/*~'
check 'old files can be removed' script province <<<'systemctl start nianbao-vacuum && systemctl is-failed nianbao-vacuum; test $? != 0'

# -- the service: watchdog, reload, a list with a mistake
check 'the watchdog ends a collector that hangs' hangs
agrees shiqiao
check 'reload' at province systemctl reload nianbao-collect
check 'a list with a mistake is refused' script province <<'S'
cp /etc/nianbao/offices.csv /run/offices.csv
echo '新县,没有的市,neu' >>/etc/nianbao/offices.csv
! systemctl reload nianbao-collect
S
check 'and the service goes on' is_at province nianbao-collect ActiveState active
check 'a good one is taken' script province <<<'cp /run/offices.csv /etc/nianbao/offices.csv && systemctl reload nianbao-collect'
check 'no ledger can be damaged by all this' at province nianbao verify --config /etc/nianbao/collect.toml

# -- another account of an office's machine writes what the service would
check 'tonghua: an account in no group forges records' forge tonghua
check 'that is shown' within troubled foreign 1
agrees tonghua

# -- certificates: none, one of another authority, one of the name of another office
refusals

# -- an office's ledger is put back from a backup, and the journal is gone
fork dongling
check 'the fork is shown' within troubled fork 1
check 'and not followed' same no "$(agree dongling >/dev/null && echo yes || echo no)"
check 'a person confirms' confirm dongling 从备份恢复，已核实
agrees dongling
check 'that can be taken back' undo dongling 记错了
check 'the fork is shown again' within troubled fork 1
check 'and not followed' same no "$(agree dongling >/dev/null && echo yes || echo no)"
check 'a person confirms once more' confirm dongling 确实是从备份恢复的
agrees dongling

# -- what has come is passed on to a higher office: with one certificate, and late entries too
higher dongling
for county in tonghua shiqiao; do check "$county: its records get there, each once" within passed_on "$county" dongling; done
cable down shiqiao
check 'shiqiao: a report while cut off' hand_in shiqiao 38 38
check 'is judged' within judged_at shiqiao 38
check 'tonghua: a later one' hand_in tonghua 38 38
check 'is judged' within judged_at tonghua 55
check 'and gets there' within passed_on tonghua dongling
cable up shiqiao
agrees shiqiao
check 'shiqiao: what came late is passed on as well' within passed_on shiqiao dongling
check 'no more is passed on' at province systemctl stop 'nianbao-relay@*'

# -- an office begins anew: first under the name of another, then under its own
anew shiqiao 青岚市桐花县
check 'two of one name: shown' within troubled two-of-one-name 1
agrees tonghua
check 'shiqiao has its own name again' rename_office shiqiao 青岚市石桥县
check 'another ledger: shown' within troubled new-ledger 1
check 'a person confirms' confirm shiqiao 重装了服务器，已核实
agrees shiqiao
check 'a reason is needed' refused at province nianbao collect confirm 青岚市石桥县 --why ''

# -- a clock that is ahead, as an entry has it
check 'tonghua: an entry of tomorrow' from_tomorrow tonghua
check 'is shown' within troubled clock 1

# -- a certificate that is revoked, and an office that is off the list
check 'the recipe for taking back a certificate' block province ca-revoke
check 'its holder gets no further' within refused_at dongling
check 'off the list' script province <<<'sed -i "s/,linjiang-dongling\r*$/,/" /etc/nianbao/offices.csv && systemctl reload nianbao-collect'
check 'its records count no more' within gone 临江市东陵县
check 'the collector starts once more' at province systemctl restart nianbao-collect
check 'nor do they come back' gone 临江市东陵县

# -- the end
check 'stop' script province <<<'systemctl stop nianbao-collect && test "$(systemctl show -p Result --value nianbao-collect)" = success'
check 'the alerts were told' test "$(at province sh -c 'journalctl -q -u nianbao-collect NIANBAO_EVENT=alert -o cat | grep -c .')" -gt 5
echo 'skipped: the clock of a container is the machine'\''s: that of an office was not put off, an entry of tomorrow was sent in its place'
if ((failed)); then
    echo '-- the journal of the collector'
    at province journalctl -q -u nianbao-collect -u nginx -u 'nianbao-remote@*' -n 60 -o short-precise --no-hostname
    for county in "${counties[@]}"; do
        echo "-- $county"
        at "$county" journalctl -q -u systemd-journal-upload -n 15 -o short-precise --no-hostname
    done
    echo 'FAILED'
else
    echo 'all passed'
fi
exit "$failed"
