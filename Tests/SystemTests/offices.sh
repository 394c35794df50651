# What collect.sh does with offices: to be sourced.
# shellcheck shell=bash disable=SC2016

counties=(tonghua shiqiao dongling)
declare -A names=([tonghua]=青岚市桐花县 [shiqiao]=青岚市石桥县 [dongling]=临江市东陵县)
declare -A certificates=([tonghua]=qinglan-tonghua [shiqiao]=qinglan-shiqiao [dongling]=linjiang-dongling)

# block NAME WORD: runs the commands that docs/scale.md has for a machine
block() { sed -n "/^\`\`\`sh $2\$/,/^\`\`\`\$/{/^\`\`\`/!p}" "$project/docs/scale.md" | { echo 'set -e'; cat; } | script "$1"; }

refused() { ! "$@"; }
is_at() { same "$4" "$(at "$1" systemctl show --property "$3" --value "$2")"; }

# settle_in COUNTY: forty bureaus, and times of a test
settle_in() {
    script "$1" <<S
set -e
echo '10.9.0.1 huiji.yunchuan.example' >>/etc/hosts
install -d -m 3770 -g nianbao-inbox /srv/nianbao/inbox
{ echo 名称; for n in {1..40}; do echo "${names[$1]}第\${n}中学"; done; } >/etc/nianbao/agencies.csv
sed -i -e 's/^settle = .*/settle = "1s"/' -e 's/^scan_interval = .*/scan_interval = "2s"/' -e 's/^patience = .*/patience = "2s"/' \
    -e 's|^path = ""|path = "/etc/nianbao/agencies.csv"|' /etc/nianbao/nianbao.toml
S
}

# rename_office COUNTY NAME: [office] name
rename_office() {
    script "$1" <<S
set -e
sed -i '/^\[office\]/,/^\[/{/^\[office\]/d; /^name = /d}' /etc/nianbao/nianbao.toml
printf '[office]\nname = "$2"\n' >>/etc/nianbao/nianbao.toml
nianbao config check
systemctl restart nianbao
S
}

# join COUNTY: as the document has it, with the file that the province has made
join() {
    at province cat "/root/nianbao-ca/${certificates[$1]}.tar" >"$lab/shared/$1/office.tar"
    check "$1: its name" rename_office "$1" "${names[$1]}"
    at "$1" cp /lab/office.tar /root/office.tar
    # What hangs is found sooner than after three minutes.
    script "$1" <<'S'
mkdir -p /etc/systemd/system/systemd-journal-upload.service.d
printf '[Service]\nWatchdogSec=20\nRestartSec=1\n' >/etc/systemd/system/systemd-journal-upload.service.d/test.conf
S
    check "$1: sends, as the document has it" block "$1" county
    check "$1: and what it had recorded before" block "$1" county-history
}

# hand_in COUNTY FROM TO: reports of bureaus; every fourth is returned, every fourth has warnings
hand_in() {
    script "$1" <<S
cd /samples
for ((n = $2; n <= $3; n++)); do
    case \$((n % 4)) in 0) base=青岚市民政局 ;; 1) base=青岚市水利局 ;; 2) base=青岚市林业局 ;; 3) base=青岚市教育局 ;; esac
    sed "s/\$base/${names[$1]}第\${n}中学/" \$base.txt >/srv/nianbao/inbox/第\${n}中学.txt
done
S
}

ledger='file:/var/lib/nianbao/ledger.sqlite?mode=ro'
collected='file:/var/lib/nianbao-collect/ledger.sqlite?mode=ro'
ask_county() { at "$1" sqlite3 "$ledger" "$2"; }
ask_province() { at province sqlite3 "$collected" "$1"; }
judged_at() { (($(ask_county "$1" "SELECT count(*) FROM record WHERE event = 'judged'") >= $2)); }

# shows COUNTY NUMBER: whether the province has the report of a bureau
shows() { ask_province "SELECT iif(count(*) > 0, 'yes', 'no') FROM office_body WHERE office = '${names[$1]}' AND agency LIKE '%第$2中学' AND verdict IS NOT NULL"; }

# what a county says of its bodies, and what the province says of them; who is late, the counts tell
said_by_county() {
    at "$1" bash -c 'for year in $(sqlite3 "'"$ledger"'" "SELECT DISTINCT year FROM version"); do
        runuser -u nianbao -- nianbao list --json --year "$year"; done' | python3 -c '
import json, sys
for line in sys.stdin:
    body = json.loads(line)
    report = body["report"] or {}
    state = body["state"] if report else "-"
    print(body["year"], body["agency"], state, *(report.get(key, "-") for key in ("version", "errors", "warnings", "waived")))' | sort
}
said_by_province() {
    ask_province "SELECT year || ' ' || agency || ' ' || coalesce(verdict, '-') || ' ' || coalesce(version, '-') || ' ' || coalesce(errors, '-')
        || ' ' || coalesce(warnings, '-') || ' ' || coalesce(waived, '-') FROM office_body WHERE office = '${names[$1]}'
        AND year IN (SELECT DISTINCT year FROM office_body WHERE office = '${names[$1]}' AND verdict IS NOT NULL)" | sort
}

# the records of a ledger, each with its link
chain='SELECT number, event, chain FROM record ORDER BY number'
chain_of_county() { at "$1" sqlite3 "$ledger" "$chain"; }
chain_of_province() {
    at province bash -c 'sqlite3 "file:/var/lib/nianbao-collect/offices/$(sqlite3 "$1" "$2").sqlite?mode=ro" "$3"' ask \
        "$collected" "SELECT ledger FROM office WHERE name = '${names[$1]}'" "$chain"
}

# agree COUNTY: its records are in the province, each once, and its bodies stand there as here
agree() {
    diff <(chain_of_county "$1") <(chain_of_province "$1") && diff <(said_by_county "$1") <(said_by_province "$1")
}
agrees() {
    check "$1: the province has every record, once, and shows every report as it is there" within agree "$1"
    check "$1: nianbao collect offices" offices_agree "$1"
}
# the line of an office, with the counts that its own list has for the year
offices_agree() {
    local line year counts
    # without the words in brackets: an office's own list does not count who was late
    line=$(grep -F "${names[$1]}  " <(at province runuser -u nianbao-collect -- nianbao collect offices) | sed 's/（[^）]*）//') || return 1
    year=$(sed 's/.* \([0-9]*\) 年度.*/\1/' <<<"$line")
    counts=$(at "$1" runuser -u nianbao -- nianbao list --json --year "$year" | python3 -c '
import json, sys
bodies = [json.loads(line) for line in sys.stdin]
listed = [body for body in bodies if body["deadline"]]
print("应报 %d，已报 %d，逾期未报 %d" % (len(listed), sum(body["report"] is not None for body in listed), sum(body["state"] == "overdue" for body in listed)))')
    [[ $line == *"年度：$counts" ]] || { echo "$line"; echo "$counts"; return 1; }
}

# troubled KIND COUNT: so many troubles of a kind, by what the ledger has
troubled() { same "$2" "$(ask_province "SELECT count(*) FROM office_trouble WHERE kind = '$1'")"; }
untroubled() { at province runuser -u nianbao-collect -- nianbao collect offices; }
confirm() {
    at province nianbao collect confirm "${names[$1]}" --why "$2" --by 张三 &&
        refused at province nianbao collect confirm "${names[$1]}" --why "$2"
}
undo() { at province nianbao collect undo "${names[$1]}" --why "$2" --by 张三; }
gone() { same 0 "$(ask_province "SELECT count(*) FROM office WHERE name = '$1'")"; }

# delay COUNTY: how long it takes from a record in a county to the ledger of the province
delay() {
    local before
    before=$(ask_province "SELECT record FROM office WHERE name = '${names[$1]}'")
    hand_in "$1" 37 37
    echo "      $1: $(script province <<S
for ((try = 0; try < 6000; try++)); do
    found=\$(sqlite3 '$collected' "SELECT round((julianday('now') - julianday(recorded)) * 86400, 2) FROM office WHERE name = '${names[$1]}' AND record > $before")
    [[ -z \$found ]] || break
    sleep 0.02
done
echo "\$found s from a record there to the ledger of the province"
S
)"
}

# fill COUNTY: sends so much that what receives has to begin another file
fill() {
    script "$1" <<'S'
head -c 600000 /dev/urandom | base64 --wrap=8000 | while read -r line; do echo "$line"; done >/run/noise
for ((n = 0; n < 4; n++)); do systemd-run --quiet --wait -p LogNamespace=nianbao -p StandardOutput=journal cat /run/noise; done
S
}
rotated() { (($(at province bash -c "ls /var/log/journal/remote | grep -c '^remote-$1@'") > 0)); }

# hangs: the collector stands still; the watchdog ends it, and it is started anew
hangs() {
    local main
    script province <<'S'
printf '[Service]\nWatchdogSec=3\nRestartSec=100ms\n' >/etc/systemd/system/nianbao-collect.service.d/test.conf
systemctl daemon-reload && systemctl restart nianbao-collect
S
    main=$(at province systemctl show --property MainPID --value nianbao-collect)
    at province kill -STOP "$main"
    within anew_after "$main" || return 1
    script province <<'S'
printf '[Service]\nRestartSec=100ms\n' >/etc/systemd/system/nianbao-collect.service.d/test.conf
systemctl daemon-reload && systemctl restart nianbao-collect
S
}
anew_after() {
    local main
    main=$(at province systemctl show --property MainPID --value nianbao-collect)
    [[ $main != 0 && $main != "$1" ]]
}

# forge COUNTY: records by an account in no group, under the name of the service's ledger and in its journal
forge() {
    script "$1" <<S
id=\$(sqlite3 '$ledger' 'SELECT id FROM identity')
last=\$(sqlite3 '$ledger' 'SELECT max(number) FROM record')
setpriv --reuid=nobody --regid=nogroup --clear-groups python3 - "\$id" "\$last" <<'P'
import socket, sys
ledger, last = sys.argv[1], int(sys.argv[2])
journal = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
journal.connect("/run/systemd/journal.nianbao/socket")
for number in (1, last, last + 1, 9223372036854775807):
    journal.send("\n".join(["MESSAGE=伪造", "PRIORITY=6", "SYSLOG_IDENTIFIER=nianbao", "NIANBAO_LEDGER=" + ledger, "NIANBAO_RECORD=%d" % number,
        "NIANBAO_EVENT=judged", "NIANBAO_AGENCY=伪造局", "NIANBAO_YEAR=2024", "NIANBAO_VERSION=1", "NIANBAO_VERDICT=accepted",
        "NIANBAO_RECORDED=2026-01-01 00:00:00.000", "NIANBAO_CHAIN=" + "0" * 64]).encode())
P
S
}

# refusals: what is sent with a wrong certificate gets nowhere
refusals() {
    local before
    script tonghua <<'S'
cd /run && journalctl -q --namespace=nianbao -n 1 -o export >entry
certificate() { openssl req -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "$2" -keyout "$1.key" -out "$1.pem" 2>/dev/null; }
certificate other /CN=qinglan-shiqiao
S
    script province <<'S'
cd /root/nianbao-ca
for subject in /CN=unknown '/O=x/CN=qinglan-shiqiao' '/CN=..\/nginx'; do
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$subject" -keyout x.key -out x.csr 2>/dev/null
    openssl x509 -req -in x.csr -CA ca.pem -CAkey ca.key -days 30 -out x.pem 2>/dev/null
    cat x.key x.pem
done >/lab/others
S
    csplit -s -f "$lab/shared/tonghua/pair" -z "$lab/shared/province/others" '/BEGIN PRIVATE/' '{*}'
    before=$(at province bash -c 'ls /var/log/journal/remote | grep -v @ | sort | tr "\n" " "')
    check 'a certificate of another authority is refused by TLS' sent_with 'code 400' --key=/run/other.key --cert=/run/other.pem
    check 'one of no office too' sent_with 'code 502' --key=/lab/pair00 --cert=/lab/pair00
    check 'one with more in its name too' sent_with 'code 403' --key=/lab/pair01 --cert=/lab/pair01
    check 'one with a path for a name too' sent_with 'code 403' --key=/lab/pair02 --cert=/lab/pair02
    check 'a machine that another authority vouches for is sent nothing' sent_with 'certificate' --key=/etc/nianbao/tls/office.key \
        --cert=/etc/nianbao/tls/office.pem --trust=/run/other.pem
    check 'nothing of it was written' same "$before" "$(at province bash -c 'ls /var/log/journal/remote | grep -v @ | sort | tr "\n" " "')"
    check 'no account of the province can send past nginx' refused at province runuser -u nobody -- \
        curl --silent --fail --unix-socket /run/nianbao-remote/qinglan-tonghua http://localhost/upload --data x
}
# sent_with WORDS OPTION...: an upload fails, with these words
sent_with() {
    local words=$1 output
    shift
    [[ $* == *--trust=* ]] || set -- "$@" --trust=/etc/nianbao/tls/ca.pem
    # It takes each option from its settings or from the command line, and not from both.
    output=$(at tonghua systemd-run --quiet --wait --pipe -p TemporaryFileSystem=/etc/systemd/journal-upload.conf.d \
        /usr/lib/systemd/systemd-journal-upload --url=https://huiji.yunchuan.example:19532 "$@" /run/entry) && return 1
    grep -F "$words" <<<"$output" || { echo "$output"; return 1; }
}
# refused_at COUNTY: what it has to send is refused
refused_at() {
    at "$1" systemctl start nianbao-alive
    grep -q 'The SSL certificate error' <(at "$1" journalctl -q -u systemd-journal-upload -o cat)
}

# fork COUNTY: the ledger of a moment is put back after more has come, and nothing is left that tells of that
fork() {
    check "$1: a backup" script "$1" <<<'systemctl stop nianbao && cp -a /var/lib/nianbao /run/backup && systemctl start nianbao'
    check "$1: more reports" hand_in "$1" 38 39
    check "$1: are judged" within judged_at "$1" 39
    agrees "$1"
    check "$1: the backup is put back, all else is lost" script "$1" <<'S'
set -e
systemctl stop nianbao systemd-journal-upload
systemctl stop systemd-journald@nianbao.socket systemd-journald-varlink@nianbao.socket systemd-journald@nianbao.service || :
rm -rf /var/log/journal/*.nianbao/* /srv/nianbao/status/* /var/lib/nianbao /srv/nianbao/inbox/第3[89]中学.txt
cp -a /run/backup /var/lib/nianbao
systemctl start nianbao systemd-journal-upload
S
    check "$1: one other report" hand_in "$1" 40 40
    check "$1: is judged" within judged_at "$1" 38
}

# anew COUNTY NAME: its ledger is lost, and another one is begun under a name
anew() {
    check "$1: begins anew" script "$1" <<'S'
set -e
systemctl stop nianbao
rm -rf /var/lib/nianbao/* /srv/nianbao/status/*
runuser -u nianbao -g systemd-journal -- nianbao replay --empty
S
    check "$1: under the name $2" rename_office "$1" "$2"
    check "$1: all is judged once more" within judged_at "$1" 37
}

# from_tomorrow COUNTY: an entry with a time that is still to come
from_tomorrow() {
    script "$1" <<'S'
set -e
journalctl -q --namespace=nianbao -t nianbao-alive -n 1 -o export >/run/entry
sed -i -E "s/^__REALTIME_TIMESTAMP=.*/__REALTIME_TIMESTAMP=$(date -d tomorrow +%s)000000/; /^__CURSOR=/d" /run/entry
/usr/lib/systemd/systemd-journal-upload /run/entry
S
}

# higher COUNTY: its machine stands in for that of a higher office, to which the province passes on what it gets, with one certificate
higher() {
    at province bash -c 'tar -C /etc/nianbao/tls -cf - server.key server.pem ca.pem crl.pem' >"$lab/shared/$1/tls.tar"
    check "$1: stands in for a higher office" script "$1" <<'S'
set -e
mkdir -p -m 0700 /etc/nianbao/tls && tar -C /etc/nianbao/tls -xf /lab/tls.tar
cp /usr/share/doc/nianbao/systemd/examples/province/nginx/nianbao.conf /etc/nginx/conf.d/
systemctl start nianbao-remote@qinglan.socket nginx
printf '名称,上级,证书\n青岚市桐花县,,qinglan\n青岚市石桥县,,qinglan\n' >/etc/nianbao/offices.csv
systemctl start nianbao-collect
S
    check 'the province passes on, as the document has it' script province <<S
set -e
tar -C /etc/nianbao/tls -xf /root/nianbao-ca/qinglan.tar
mkdir -p /etc/systemd/journal-upload.conf.d
cp /usr/share/doc/nianbao/systemd/examples/city/system/* /etc/systemd/system/
echo '$(address "$1") huiji.yunchuan.example' >>/etc/hosts
mkdir -p /etc/systemd/system/nianbao-relay@.service.d
printf '[Service]\nRestartSec=1\nRuntimeMaxSec=20\n' >/etc/systemd/system/nianbao-relay@.service.d/test.conf
systemctl daemon-reload
systemctl start nianbao-relay@qinglan-tonghua nianbao-relay@qinglan-shiqiao
S
}
# passed_on COUNTY AT: the records of a county, as the higher office at another one's machine has them
passed_on() {
    diff <(chain_of_province "$1") <(at "$2" bash -c 'sqlite3 "file:/var/lib/nianbao-collect/offices/$(sqlite3 "$1" "$2").sqlite?mode=ro" "$3"' ask \
        "$collected" "SELECT ledger FROM office WHERE name = '${names[$1]}'" "$chain")
}
