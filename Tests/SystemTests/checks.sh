#!/bin/bash
# Runs inside the container: nianbao as it is installed, under the real systemd and journald.
#
#   checks.sh SAMPLES [REAL]
#
# SAMPLES is docs/samples; REAL, where it is at hand, a folder with real reports and what must come out for them.
# shellcheck disable=SC2317
set -uo pipefail
export LC_ALL=C.UTF-8 SYSTEMD_PAGER=cat SYSTEMD_COLORS=0

samples=$1 real=${2-}
inbox=/srv/nianbao/inbox status=/srv/nianbao/status
# shellcheck source=Tests/SystemTests/lib.sh
source "$(dirname "$0")/lib.sh"

# alert KIND WORDS, cleared KIND: an alert of that kind is told, with these words in it; it is over
alert() { grep -qF -- "$2" <(values MESSAGE NIANBAO_EVENT=alert NIANBAO_ALERT="$1"); }
cleared() { (($(count NIANBAO_EVENT=cleared NIANBAO_ALERT="$1") > 0)); }

# has ENTRY FIELD VALUE...: the entry, in JSON, has each field with that value
has() {
    local entry=$1
    shift
    while (($#)); do
        grep -qF "\"$1\":\"$2" <<<"$entry" || { echo "not found: $1 = $2 in $entry"; return 1; }
        shift 2
    done
}

# drop FILE [NAME]: as a bureau does it, in place and as itself
drop() { install -m 0644 -- "$1" "$inbox/${2-$(basename "$1")}"; }

# the verdict that the table of the samples names for a file
expected() { sed -n "s/^| $1 |[^|]*| \`\([a-z-]*\)\` |.*/\1/p" "$samples/README.md"; }

files=()
for file in "$samples"/*; do [[ $file == */README.md ]] || files+=("$file"); done

# -- as the package's scripts do it
check 'users' systemd-sysusers nianbao.conf
check 'folders' systemd-tmpfiles --create nianbao.conf
check 'no inbox is made' test ! -e "$inbox"
check 'catalog of messages' journalctl --update-catalog
check 'unit file is valid' systemd-analyze --man=no verify nianbao.service
check 'unit is fenced in: 0.5 of 10 at most' systemd-analyze security --threshold=5 nianbao.service
check 'pruning too: 0.2 of 10 at most' systemd-analyze security --threshold=2 nianbao-prune.service
# times of a test: an empty file is not waited for, a scan comes soon
sed -i -e 's/^settle = .*/settle = "1s"/' -e 's/^scan_interval = .*/scan_interval = "2s"/' \
    -e 's/^patience = .*/patience = "2s"/' -e 's/^memory = .*/memory = "500MB"/' \
    /etc/nianbao/nianbao.toml
check 'settings are good' nianbao config check

# -- what does not heal by starting again is started once, and told once
fails_for_good() { ! systemctl start nianbao && within is ActiveState failed && is NRestarts 0; }
told_down() { same "$1" "$(journalctl --sync; journalctl -q -t nianbao -p crit -o cat | grep -c '不会自行恢复')"; }
cp /etc/nianbao/nianbao.toml /run/nianbao.toml
echo 'nonsense = 1' >>/etc/nianbao/nianbao.toml
check 'a wrong setting ends it for good' fails_for_good
check 'with the status of a wrong setting' is ExecMainStatus 78
check 'and says so, once' within told_down 1
cp /run/nianbao.toml /etc/nianbao/nianbao.toml
library=$(ldconfig -p | sed -n 's/.*libxlsxwriter.* => //p' | head -1)
mv "$library" "$library.away"
check 'a missing library ends it for good' fails_for_good
check 'with the status of the loader' is ExecMainStatus 127
check 'and says so, once more' within told_down 2
mv "$library.away" "$library"
install -d -o nianbao -g nianbao -m 0700 /var/lib/nianbao
install -m 0600 -o root /dev/null /var/lib/nianbao/lock
check 'a file of another account in the state folder ends it for good' fails_for_good
check 'with a status of its own' is ExecMainStatus 77
check 'and says so, once more' within told_down 3
rm /var/lib/nianbao/lock
# From here on nothing is to complain in the log.
cursor=$(journalctl -q -n 0 --show-cursor | sed -n 's/^-- cursor: //p')

# -- without an inbox it runs, and says so; when the inbox appears it goes on
check 'starts without an inbox' systemctl start nianbao
check 'an alert says that the inbox is missing' within alert inbox-unreachable "$inbox"
check 'the inbox is not made by the daemon' test ! -e "$inbox"
install -d -m 3770 -g nianbao-inbox "$inbox"
check 'the alert is cleared' within cleared inbox-unreachable
check 'runs as nianbao' is User nianbao

# -- the samples: verdicts, STATUS line, fields, receipts
for file in "${files[@]}"; do drop "$file"; done
check "all ${#files[@]} samples are judged" within judged "${#files[@]}"
for file in "${files[@]}"; do
    name=$(basename "$file")
    check "$name: $(expected "$name")" same "$(expected "$name")" "$(verdict_of "$name")"
done
# how many samples have a verdict
many() { grep -c "| \`$1\` |" "$samples/README.md"; }
check 'STATUS line' within status_line "Status: \"各年度共收 ${#files[@]}，合格 $(many accepted)，基本合格 $(many accepted-with-warnings)，退回 $(many returned)，无法校核 $(many unreadable)"
check 'the doctor finds nothing to be done' runuser -u nianbao -- nianbao doctor
entry=$(journalctl -q -u nianbao -o json NIANBAO_EVENT=judged NIANBAO_VERDICT=returned NIANBAO_FILE=青岚市民政局.txt)
check 'fields of a returned report' has "$entry" SYSLOG_IDENTIFIER nianbao PRIORITY 4 _SYSTEMD_UNIT nianbao.service \
    NIANBAO_AGENCY 青岚市民政局 NIANBAO_YEAR 2024 NIANBAO_VERSION 1 NIANBAO_ERRORS 2 MESSAGE_ID '' NIANBAO_RECORD '' \
    NIANBAO_SHA256 "$(sha256sum <"$samples/青岚市民政局.txt" | cut -c -64)"
check 'one receipt a report' same "${#files[@]}" "$(find "$status/reports" -name receipt.html | wc -l)"
check 'journalctl -x explains' grep -q '校核结论是 returned，这是该单位该年度的第 1 版' <(journalctl -x -q NIANBAO_EVENT=judged NIANBAO_FILE=青岚市民政局.txt)
check 'overview' within grep -q 青岚市民政局 "$status/index.html"
check 'status for programs' within grep -q '"nianbao.status/1"' "$status/status.json"
check 'readers can read, others not' same '640 nianbao-readers' "$(stat -c '%a %G' "$status/status.json")"
check 'and so a receipt' same '640 nianbao-readers' "$(stat -c '%a %G' "$status"/reports/2024/青岚市民政局/v1/receipt.html)"

# -- who may read what: an account of the readers, and one of the service's group, as an earlier edition had it
useradd --groups nianbao-readers viewer
useradd --groups nianbao insider
by() { runuser -u "$1" -- "${@:2}"; }
refused() { ! "$@"; }
check 'a viewer sees the overview' by viewer test -r "$status/index.html"
check 'a viewer sees a receipt' by viewer test -r "$status/reports/2024/青岚市民政局/v1/receipt.html"
check 'a viewer can run the plugin' grep -q '^NIANBAO' <(by viewer nianbao monitor)
check 'a viewer is told what to type' grep -q '请在命令前加上 sudo -u nianbao' <(by viewer nianbao list 2>&1)
check 'the service itself can list' grep -q 青岚市民政局 <(by nianbao nianbao list)
for account in viewer insider nobody; do
    check "$account sees no report and no ledger" refused by "$account" ls /var/lib/nianbao
    check "$account cannot hold the lock" refused by "$account" flock --nonblock /var/lib/nianbao/lock true
done
check 'nobody sees no receipt' refused by nobody ls "$status"
check 'an insider sees no receipt' refused by insider ls "$status"
closed() { same '' "$(find /var/lib/nianbao -maxdepth 1 -perm /077)"; }
check 'the state folder is closed to all others' closed
chmod 0750 /var/lib/nianbao /var/lib/nianbao/archive
chmod 0640 /var/lib/nianbao/ledger.sqlite /var/lib/nianbao/lock
chgrp -R nianbao "$status"
check 'an installation of an earlier edition starts' systemctl restart nianbao
check 'and is closed' closed
check 'folders' systemd-tmpfiles --create nianbao.conf
check 'and its receipts are for readers' by viewer test -r "$status/reports/2024/青岚市民政局/v1/receipt.html"

# -- what the fence is for
main=$(property MainPID)
check 'the daemon cannot write to the inbox' same 1 "$(nsenter -t "$main" -m touch "$inbox/x" 2>/dev/null; echo $?)"
printf geheim >/etc/nianbao/credentials/probe
check 'the daemon sees no key' same 0 "$(nsenter -t "$main" -m find /etc/nianbao/credentials -mindepth 1 | wc -l)"
rm /etc/nianbao/credentials/probe
check 'the daemon has no network' same lo "$(nsenter -t "$main" -n ls /sys/class/net | tr '\n' ' ' | sed 's/ $//')"
install -m 0600 -o root "$samples/青岚市教育局.txt" "$inbox/无权读取.txt"
check 'a file without permission is an alert' within alert file-unreadable 无权读取.txt
rm "$inbox/无权读取.txt"

# -- a status folder that goes away and comes back is written to again, without a word from anybody
main=$(property MainPID)
mv "$status" "$status.away"
sed 's/青岚市教育局/青岚市地震局/' "$samples/青岚市教育局.txt" >"$inbox/地震局.txt"
check 'an alert says that the status folder is missing' within alert status-unwritable "$status"
check 'what comes is judged all the same' within judged $((${#files[@]} + 1))
check 'the service that cannot write there is the same' is MainPID "$main"
systemd-tmpfiles --create nianbao.conf
check 'a new status folder has the service start anew' within runs_anew "$main"
check 'and is filled' within test -s "$status/reports/2024/青岚市地震局/v1/receipt.html"
check 'with what was there before as well' within test -s "$status/reports/2024/青岚市民政局/v1/receipt.html"
main=$(property MainPID)
mkdir /srv/nianbao/beside
check 'another folder beside it' systemctl start nianbao-status.service
check 'changes nothing' is MainPID "$main"
rm -r "$status.away" /srv/nianbao/beside "$inbox/地震局.txt"

# -- nothing grows without end
check 'memory and tasks are bounded' test "$(property MemoryMax) $(property TasksMax)" = '4294967296 512'
before=$(count _SYSTEMD_UNIT=nianbao.service)
end=$((SECONDS + 20))
while ((SECONDS < end)); do
    ln -s /etc/passwd "$inbox/链接"
    sleep 0.02
    rm "$inbox/链接"
done
check 'a link made and removed for 20 s is an alert that is held' within alert file-refused 一再出现又消失
check 'and makes fewer than 20 entries in the journal' test "$(($(count _SYSTEMD_UNIT=nianbao.service) - before))" -lt 20
check 'prune finds nothing' grep -q 没有超过保存期限 <(runuser -u nianbao -- nianbao prune)
check 'the timer of pruning is not enabled' same disabled "$(systemctl is-enabled nianbao-prune.timer)"
check 'pruning works within its fence' systemctl start nianbao-prune.service
check 'and leaves the state folder to the service alone' same 700 "$(stat -c %a /var/lib/nianbao)"

# -- a loop that hangs: the watchdog kills it, systemd starts it again, nothing is told twice
mkdir -p /run/systemd/system/nianbao.service.d
printf '[Service]\nWatchdogSec=3\nRestartSec=100ms\n' >/run/systemd/system/nianbao.service.d/test.conf
systemctl daemon-reload
check 'restart' systemctl restart nianbao
main=$(property MainPID)
kill -STOP "$main"
sed 's/\t11$/\t10/' "$samples/青岚市民政局.txt" >"$inbox/青岚市民政局（修改稿）.txt"
check 'the watchdog kills it and it is started again' within restarted
# Three seconds without a sign of life is nothing on a machine with other work.
printf '[Service]\nRestartSec=100ms\n' >/run/systemd/system/nianbao.service.d/test.conf
systemctl daemon-reload
check 'it runs again' within is SubState running
check 'as another process' test "$main" != "$(property MainPID)"
check 'what came in meanwhile is judged' within judged $((${#files[@]} + 2))
check 'the corrected report is accepted' same accepted "$(verdict_of 青岚市民政局（修改稿）.txt)"
check 'as version 2' within test -s "$status/reports/2024/青岚市民政局/v2/receipt.html"

# -- killed as soon as the journal has a report, before the ledger can note that: each record once all the same
kills=3
told=$((${#files[@]} + 2))
for ((number = 1; number <= kills; number++)); do
    sed "s/青岚市教育局/青岚市第${number}中学/" "$samples/青岚市教育局.txt" >"$inbox/第${number}中学.txt"
    check "school $number is judged" within judged $((told + number))
    main=$(property MainPID)
    systemctl kill --signal=KILL nianbao
    check "kill $number: it runs again" within runs_anew "$main"
done

# -- as if the kill had come between telling the journal and noting it: the last records are in the journal, the ledger owes them
check 'stop to change the ledger' systemctl stop nianbao
sqlite3 /var/lib/nianbao/ledger.sqlite 'UPDATE record SET sent = NULL, confirmed = NULL WHERE number > (SELECT max(number) - 5 FROM record)'
check 'start with a ledger that owes' systemctl start nianbao
check 'nothing is owed any more' within status_line '待发日志 0'
check 'and nothing was told twice' same '' "$(values NIANBAO_RECORD | sort | uniq -d)"

# -- a clean stop, a new start, and one more file: when that is judged, all others were seen once more
check 'stop' systemctl stop nianbao
check 'stop: success, status 0' same 'success 0' "$(property Result) $(property ExecMainStatus)"
check 'start' systemctl start nianbao
sed 's/青岚市教育局/青岚市卫生健康局/' "$samples/青岚市教育局.txt" >"$inbox/青岚市卫生健康局.txt"
check 'the late one is judged' within judged $((told + kills + 1))
check 'no report is told twice' same $((told + kills + 1)) "$(count NIANBAO_EVENT=judged)"
check 'no record is told twice' same '' "$(values NIANBAO_RECORD | sort | uniq -d)"

# -- by the side of the running daemon
check 'recheck finds no other verdict' same '' "$(runuser -u nianbao -- nianbao recheck --json 2>&1)"

# -- another account writes what the service would: nobody believes it
id=$(sqlite3 'file:/var/lib/nianbao/ledger.sqlite?mode=ro' 'SELECT id FROM identity')
# forge NUMBER AGENCY: an entry by an account in no group, under the name of the service's ledger
forge() {
    printf '%s\n' MESSAGE=伪造 PRIORITY=6 SYSLOG_IDENTIFIER=nianbao "NIANBAO_LEDGER=$id" "NIANBAO_RECORD=$1" NIANBAO_EVENT=judged \
        "NIANBAO_AGENCY=$2" NIANBAO_YEAR=2024 NIANBAO_VERSION=1 NIANBAO_VERDICT=accepted 'NIANBAO_RECORDED=2026-01-01 00:00:00.000' \
        "NIANBAO_CHAIN=$(printf 伪造 | sha256sum | cut -c -64)" | setpriv --reuid=nobody --regid=nogroup --clear-groups logger --journald
}
for number in 1 2 3 9223372036854775807; do forge "$number" 伪造局; done
forge 4 ../../../../../../run/伪造
forge 4 $'\e[2J伪造'
journalctl --sync
check 'the forged entries are in the journal' same 6 "$(journalctl -q -o cat --output-fields=MESSAGE NIANBAO_LEDGER="$id" _UID="$(id -u nobody)" | wc -l)"
check 'verify compares, and finds nothing' nianbao verify
check 'verify counts what it did not believe' grep -q '其他账户写入的记录 6 条，未采信（账户 nobody 6 条）' <(nianbao verify)
install -d -o nianbao -g nianbao /run/anew /run/anew/state /run/anew/status
check 'replay takes what the service wrote' runuser -u nianbao -G systemd-journal -- nianbao replay --state /run/anew/state --status /run/anew/status
check 'the same reports' same "$(sqlite3 'file:/var/lib/nianbao/ledger.sqlite?mode=ro' 'SELECT year, agency, number, verdict FROM version ORDER BY 1, 2, 3')" \
    "$(sqlite3 /run/anew/state/ledger.sqlite 'SELECT year, agency, number, verdict FROM version ORDER BY 1, 2, 3')"
check 'and none of the forged ones' same 0 "$(sqlite3 /run/anew/state/ledger.sqlite "SELECT count(*) FROM record WHERE message LIKE '%伪造%'")"
check 'nothing is written beside the status folder' test ! -e /run/伪造
rm -r /run/anew

# -- writers that take their time: nothing is judged before it is whole
# as OLD NEW: the sample that is accepted, of another body; arrives NAME: the file is shown as arriving
as() { sed "s/青岚市教育局/$1/" "$samples/青岚市教育局.txt"; }
arrives() { grep -qF "\"$1\"" <(sed -n '/"receiving"/,/\]/p' "$status/status.json"); }
sed -i 's/^patience = .*/patience = "5m"/' /etc/nianbao/nianbao.toml
check 'more patience is taken' systemctl reload nianbao
before=$(count NIANBAO_EVENT=judged)
as 青岚市档案局 >/run/whole
exec 7>"$inbox/档案局.txt"
head -c 2000 /run/whole >&7
# As Explorer does: the full size first, and then piece by piece.
truncate -s "$(stat -c %s /run/whole)" "$inbox/整块.txt"
head -c 2000 /run/whole | dd of="$inbox/整块.txt" conv=notrunc status=none
as 青岚市司法局 >"$inbox/司法局.txt"
check 'a file that is whole does not wait for others' within judged $((before + 1))
as 青岚市气象局 >"$inbox/气象局.txt"
check 'nor does the next one' within judged $((before + 2))
check 'what is held open has no verdict' same '' "$(verdict_of 档案局.txt)"
check 'nor has what is half zeros' same '' "$(verdict_of 整块.txt)"
check 'both are shown as arriving' within arrives 档案局.txt
tail -c +2001 /run/whole >&7
exec 7>&-
check 'it is judged when it is closed' within judged $((before + 3))
as 青岚市信访局 | dd of="$inbox/整块.txt" conv=notrunc status=none
truncate -s "$(as 青岚市信访局 | wc -c)" "$inbox/整块.txt"
check 'and the other when it is filled' within judged $((before + 4))
# The words are the same as in other bodies' reports.
check 'each has one verdict, the true one' same 'accepted-with-warnings accepted-with-warnings' \
    "$(values NIANBAO_VERDICT NIANBAO_EVENT=judged NIANBAO_FILE=档案局.txt NIANBAO_FILE=整块.txt | xargs)"

# -- a bureau that speaks for another: with a folder a body, its report is no version of the other's
printf '名称,收件文件夹\n青岚市档案局,档案\n青岚市司法局,司法\n' >/etc/nianbao/agencies.csv
sed -i 's|^path = ""|path = "/etc/nianbao/agencies.csv"|' /etc/nianbao/nianbao.toml
check 'a roster is taken' systemctl reload nianbao
install -d -m 2770 -g nianbao-inbox "$inbox/司法"
{ cat /run/whole; echo; } >"$inbox/司法/说明2.txt"
hostile_returned() { [[ $(verdict_of 司法/说明2.txt) == returned ]]; }
check 'its report is returned' within hostile_returned
check 'under a rule of its own' grep -q 司法/说明2.txt <(journalctl -q -u nianbao -o json NIANBAO_EVENT=finding NIANBAO_RULE=folder-mismatch)
check 'apart from the other body' same 1 "$(runuser -u nianbao -- nianbao history 青岚市档案局 | grep -c 档案局.txt)"
check 'an alert says so' within alert folder-mismatch 收件文件夹
rm -r "$inbox/司法"
sed -i -e 's|^path = "/etc/nianbao/agencies.csv"|path = ""|' -e 's/^patience = .*/patience = "2s"/' /etc/nianbao/nianbao.toml
check 'the settings of the tests are back' systemctl reload nianbao
told=$((told + 5))

# -- what is wrong reaches people: a sender in a unit of its own, with the keys, beside a daemon without a network
mkdir -p /run/sink /run/systemd/system/nianbao-alerts.service.d /root/keys
echo ok >/run/sink/mode
coproc sink { python3 /sink/sink.py /run/sink; }
read -r port _ <&"${sink[0]}"
printf geheim-token >/root/keys/token
printf '[Service]\nLoadCredential=wecom-key:/root/keys/token\n' >/run/systemd/system/nianbao-alerts.service.d/test.conf
systemctl daemon-reload
check 'the sender is fenced in: 1.1 of 10 at most' systemd-analyze security --threshold=11 nianbao-alerts.service
check 'the sender starts' systemctl start nianbao-alerts
sender=$(systemctl show --property MainPID --value nianbao-alerts)
# channel NAME: the settings have one more
channel() {
    printf '\n[channels."%s"]\nkind = "wecom"\nurl = "http://127.0.0.1:%s/wecom"\ntoken = "wecom-key"\n' "$1" "$port" \
        >>/etc/nianbao/nianbao.toml
}
channel 值班群
check 'settings with a channel are good' nianbao config check
check 'both take the channel' systemctl reload nianbao
check 'a notice is sent and arrives' within runuser -u nianbao -- nianbao alert test 值班群
check 'it arrived' grep -q '"answer": {"errcode": 0}' /run/sink/requests
channel 新群
# What the daemon tells systemd of its reload is passed on as well.
check 'both take another one by hand' nianbao config reload "$(property MainPID)"
mv "$inbox" "$inbox.away"
check 'an alert reaches the robot' within grep -q '收件文件夹打不开' /run/sink/requests
sent_twice() { (($(grep -c '收件文件夹打不开' /run/sink/requests) == 2)); }
check 'and both robots' within sent_twice
check 'the sender is the same process' same "$sender" "$(systemctl show --property MainPID --value nianbao-alerts)"
plugin_sees() { local line; line=$(runuser -u nianbao -- nianbao monitor); grep "^NIANBAO CRITICAL - .*$1" <<<"$line" || { echo "$line"; return 1; }; }
check 'a plugin sees it' within plugin_sees 收件文件夹打不开
mv "$inbox.away" "$inbox"
check 'the sender sees neither the inbox nor the archive' same 0 \
    "$(nsenter -t "$(systemctl show --property MainPID --value nianbao-alerts)" -m find "$inbox" /var/lib/nianbao/archive -mindepth 1 | wc -l)"
check 'nor the key of the ledger' same '' \
    "$(nsenter -t "$(systemctl show --property MainPID --value nianbao-alerts)" -m -S "$(id -u nianbao)" cat /var/lib/nianbao/ledger.keys 2>/dev/null)"
check 'no key is in the journal, a file or an argument' same '' "$(
    journalctl -q -o export | grep -a geheim
    grep -rl geheim /etc/nianbao /var/lib/nianbao "$status" /run/systemd/system
    grep -al geheim /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null
)"
check 'the sender stops cleanly' systemctl stop nianbao-alerts
check 'its log holds no complaint of the run-time' \
    same '' "$(journalctl -q -u nianbao-alerts -o cat | grep -E 'Failed|error|Fatal|Signal' | grep -v 'nianbao-alerts.service: ')"

# -- the real reports
if [[ -d $real/gold ]]; then
    total=$((told + kills + 1))
    for gold in "$real"/gold/00?.json; do
        drop "$real/reports/$(sed -n 's/^ *"report": *"\(.*\)".*/\1/p' "$gold")"
        total=$((total + 1))
    done
    check 'the real reports are judged' within judged "$total"
    for gold in "$real"/gold/00?.json; do
        report=$(sed -n 's/^ *"report": *"\(.*\)".*/\1/p' "$gold")
        check "$report" same "$(sed -n 's/^ *"verdict": *"\([a-z-]*\)".*/\1/p' "$gold")" "$(verdict_of "$report")"
    done
else
    echo 'skipped: the real reports are not here'
fi

# -- a worker that is missing: nobody is blamed, nothing is lost
worker=/usr/libexec/nianbao/nianbao-reader
mv "$worker" "$worker.away"
# The one that has loaded already would go on.
pkill -x nianbao-reader
sed 's/青岚市教育局/青岚市农业农村局/' "$samples/青岚市教育局.txt" >"$inbox/青岚市农业农村局.txt"
check 'an alert says that no file can be read' within alert worker-failed "$worker"
check 'and the file has no verdict' same '' "$(verdict_of 青岚市农业农村局.txt)"
mv "$worker.away" "$worker"
check 'the alert is over' within cleared worker-failed
check 'the file is judged' same accepted-with-warnings "$(verdict_of 青岚市农业农村局.txt)"

# -- a worker that crashes, hangs, takes all memory, is taken over: the daemon is not touched
# told FILE WORDS: the verdict on the file was told with these words
told() { grep -qF -- "$2" <(values MESSAGE NIANBAO_EVENT=judged NIANBAO_FILE="$1"); }
# misbehave: files that have the worker do what they say, from lines of NAME WORDS DEED
misbehave() {
    local name words deed
    while read -r name words deed; do
        printf '%s' "$deed" >"$inbox/$name.txt"
        check "$name: $words" within told "$name.txt" "$words"
    done
}
if [[ -x /usr/local/libexec/BadWorker ]]; then
    mv "$worker" "$worker.away"
    cp /usr/local/libexec/BadWorker "$worker"
    pkill -x nianbao-reader
    main=$(property MainPID)
    misbehave <<'DEEDS'
crash 两次都没能读完 signal 11
trap 两次都没能读完 signal 4
takeover 两次都没能读完 execute
hoard 读取所用的内存超过 hoard
DEEDS
    sed -i 's/^time = .*/time = "1s"/' /etc/nianbao/nianbao.toml
    check 'a shorter limit is taken' systemctl reload nianbao
    misbehave <<'DEEDS'
hang 读取用时超过 sleep
loop 读取用时超过 spin
DEEDS
    check 'the daemon is the same process' is MainPID "$main"
    check 'no more workers are left than read at a time, of both kinds' test "$(pgrep -c -P "$main")" -le $((2 * $(nproc)))
    check 'and it holds no document' same '' "$(pgrep -P "$main" | xargs --no-run-if-empty --replace pgrep -P {})"
    mv "$worker.away" "$worker"
else
    echo 'skipped: no worker that misbehaves is here'
fi

check 'stop at the end' systemctl stop nianbao
check 'the log holds no complaint of the run-time' \
    same '' "$(journalctl -q -u nianbao -o cat --after-cursor="$cursor" | grep -E 'Failed|error|Fatal|Signal' | grep -v 'nianbao.service: ')"
conclude
