#!/bin/bash
# Runs inside the container: the inbox as Samba and SFTP share it, set up by what `nianbao share` prints for a roster of sixty.
#
#   shares.sh SAMPLES
#
# What needs a mount on the client's side is said to be skipped: a kernel with CIFS or NFS is not everywhere.
# shellcheck disable=SC2317
set -uo pipefail
export LC_ALL=C.UTF-8 SYSTEMD_PAGER=cat SYSTEMD_COLORS=0
samples=$1
inbox=/srv/nianbao/inbox status=/srv/nianbao/status returns=/srv/nianbao/returns desk=/srv/nianbao/desk
# shellcheck source=Tests/SystemTests/lib.sh
source "$(dirname "$0")/lib.sh"
for tool in smbd smbclient sshd sshpass setfacl; do
    type -P "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }
done

# -- a roster, and what follows from it
long=青岚市$(printf '很长的名称%.0s' {1..10})服务中心
{
    echo 名称,收件文件夹
    echo 青岚市财政局,财政局
    echo 青岚市档案局,档案局
    echo "$long,"
    for number in {1..57}; do echo "青岚市第${number}中学,第${number}中学"; done
} >/etc/nianbao/agencies.csv
sed -i -e 's|^path = ""|path = "/etc/nianbao/agencies.csv"|' -e 's/^settle = .*/settle = "1s"/' -e 's/^scan_interval = .*/scan_interval = "2s"/' \
    -e 's/^memory = .*/memory = "500MB"/' -e "/^\[returns\]/,/^folder/s|^folder = .*|folder = \"$returns\"|" \
    -e "/^\[desk\]/,/^folder/s|^folder = .*|folder = \"$desk\"|" /etc/nianbao/nianbao.toml
systemd-sysusers nianbao.conf
systemd-tmpfiles --create nianbao.conf
useradd --groups nianbao-readers viewer
for clerk in clerk colleague; do useradd --groups nianbao-desk,nianbao-readers "$clerk"; done
nianbao share --commands >/run/commands
check 'the commands run' sh /run/commands
check 'and run again' sh /run/commands
check 'sixty folders' same 60 "$(find "$inbox" -mindepth 1 -maxdepth 1 -type d | wc -l)"
nianbao share --samba >/etc/samba/smb.conf
check 'the settings of Samba are good' testparm -s
nianbao share --sftp >/etc/ssh/sshd_config.d/nianbao.conf
ssh-keygen -A >/dev/null
mkdir -p /run/sshd
check 'the settings of SSH are good' sshd -t
account() { sed -n "s/^bureau \(nb-[0-9a-f]*\) '[^']*' '$1'$/\1/p" /run/commands; }
finance=$(account 青岚市财政局) archive=$(account 青岚市档案局) slow=$(account "$long")
for account in "$finance" "$archive" "$slow" viewer clerk colleague; do
    printf 'secret\nsecret\n' | smbpasswd -s -a "$account" >/dev/null
    echo "$account:secret" | chpasswd
done
check 'Samba starts' systemctl start smbd
check 'SSH starts' systemctl start ssh
check 'nianbao starts' systemctl start nianbao
check 'the doctor finds nothing to be done' runuser -u nianbao -- nianbao doctor
check 'nor a right that is too wide' same '' "$(runuser -u nianbao -- nianbao doctor | grep 收件权限)"

as() { sed "s/青岚市教育局/$1/" "$samples/青岚市教育局.txt"; }
# smb USER SHARE COMMANDS
smb() { smbclient "//127.0.0.1/$2" -U "$1%secret" -c "$3"; }
refused() { ! "$@"; }
sftp_as() { printf '%s\n' "${@:2}" | sshpass -p secret sftp -q -o BatchMode=no -b - -o PreferredAuthentications=password \
    -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null "$1@127.0.0.1"; }
verdict() { [[ -n $(verdict_of "$1") ]]; }
mkdir /run/client && cd /run/client || exit
as 青岚市财政局 >年报.txt

# -- Samba: a copy, and who may
check 'login by the name of the body' smb 青岚市财政局 财政局 'put 年报.txt'
check 'the report is judged' within verdict 财政局/年报.txt
check 'the file is the account'\''s, and read by the service only' same "640 $finance nianbao-inbox" "$(stat -c '%a %U %G' "$inbox/财政局/年报.txt")"
check 'login by the account' smb "$archive" 档案局 'ls'
check 'another'\''s share is refused' refused smb "$finance" 档案局 'ls'
check 'and not shown' same '财政局 财政局-回执' "$(smbclient -g -L 127.0.0.1 -U "$finance%secret" 2>/dev/null | sed -n 's/^Disk|\([^|]*\)|.*/\1/p' | sort | paste -sd ' ')"
check 'nor reached from the own one' refused smb "$finance" 财政局 'cd ../档案局'
check 'no guest' refused smbclient -N //127.0.0.1/财政局 -c ls
check 'a wrong password is refused' refused smbclient //127.0.0.1/财政局 -U "$finance%wrong" -c ls
for name in '~$年报.docx' 年报.tmp .年报.swp Thumbs.db; do
    smb "$finance" 财政局 "put 年报.txt \"$name\"" >/dev/null 2>&1
    check "$name is not taken" test ! -e "$inbox/财政局/$name"
done

# -- Samba: the ways of writing
{ cat 年报.txt; echo; } >新版.txt
check 'overwrite' smb "$finance" 财政局 'put 新版.txt 年报.txt'
version() { test -s "$status/reports/2024/青岚市$1/v$2/receipt.html"; }
check 'is version 2' within version 财政局 2
check 'rename, of the case only' smb "$finance" 财政局 'put 年报.txt Report.TXT; rename Report.TXT report.txt'
check 'has one name' same report.txt "$(ls "$inbox/财政局" | grep -i '^report')"
as 青岚市档案局 >档案.txt
check 'rename into place' smb "$archive" 档案局 'put 档案.txt 待传.bin; rename 待传.bin 年报.txt'
check 'is judged' within verdict 档案局/年报.txt
name=$(printf '长%.0s' {1..80}).txt
as "$long" >long.txt
check 'a name of eighty characters' smb "$slow" "$long" "put long.txt $name"
check 'is judged' within verdict "$long/$name"
# A copy that takes its time: half of it, and the rest when another report was judged meanwhile.
as 青岚市档案局 | sed '$a 更正' >slow.txt
mkfifo slow
smb "$archive" 档案局 'put slow 更正.txt' >/dev/null &
copy=$!
exec 7>slow
head -c 2000 slow.txt >&7
as 青岚市财政局 | sed '$a 再次更正' >meanwhile.txt
check 'another report meanwhile' smb "$finance" 财政局 'put meanwhile.txt 再次更正.txt'
check 'is judged' within verdict 财政局/再次更正.txt
check 'what is being copied has no verdict' same '' "$(verdict_of 档案局/更正.txt)"
tail -c +2001 slow.txt >&7
exec 7>&-
wait "$copy"
check 'it is judged when it is whole' within verdict 档案局/更正.txt
check 'once' same 1 "$(count NIANBAO_EVENT=judged NIANBAO_FILE=档案局/更正.txt)"
check 'as the text that it is' same accepted-with-warnings "$(verdict_of 档案局/更正.txt)"

# -- the results, for the office
check 'a viewer reads the overview' smb viewer 年报结果 'get index.html /run/client/overview'
check 'which is whole' grep -q 财政局 /run/client/overview
check 'and writes nothing' refused smb viewer 年报结果 'put 年报.txt'
check 'a bureau does not' refused smb "$finance" 年报结果 'ls'

# -- the folder of the office
taken() { (($(count NIANBAO_EVENT=desk-taken) > 0)); }
check 'only the office'\''s group may look into its folder' same '3770 root nianbao-desk' "$(stat -c '%a %U %G' "$desk")"
check 'the office fetches the sheet of waivers' smb clerk 年报结果 'get 核销单.xlsx /run/client/核销单.xlsx'
check 'and puts it into its folder' smb clerk 年报办公室 'put 核销单.xlsx'
check 'where it is the clerk'\''s, and read by the service' same '640 clerk nianbao-desk' "$(stat -c '%a %U %G' "$desk/核销单.xlsx")"
check 'who takes it' within taken
check 'another clerk reads it' smb colleague 年报办公室 'get 核销单.xlsx /run/client/seen'
smb colleague 年报办公室 'del 核销单.xlsx' >/dev/null 2>&1
check 'and does not remove it' test -s "$desk/核销单.xlsx"
for account in "$finance" viewer; do
    check "$account does not look into it" refused smb "$account" 年报办公室 'ls'
    check 'nor writes there' refused smb "$account" 年报办公室 'put 年报.txt'
    check 'nor on the machine itself' refused runuser -u "$account" -- ls "$desk"
    check 'nor writes there' refused runuser -u "$account" -- touch "$desk/核销.xlsx"
done
check 'SFTP does not lead there' refused sftp_as "$finance" "get $desk/核销单.xlsx /run/client/stolen"

# -- what a bureau sees of itself
receipt() { smb "$1" "$2-回执" "get $3 /run/client/seen" && cat /run/client/seen; }
says() { receipt "$1" "$2" "$3" | grep -q "$4"; }
check 'a bureau reads its own receipt' within says "$finance" 财政局 回执.html 青岚市财政局
check 'and as text' says "$finance" 财政局 回执.txt 还要做的
check 'one of which nothing came reads that' same 1 "$(grep -c 尚未收到 "$returns/第1中学/回执.txt" | sed 's/^[1-9].*/1/')"
check 'not another'\''s' refused smb "$finance" 档案局-回执 'ls'
check 'nor by the machine'\''s own account' refused runuser -u "$finance" -- cat "$returns/档案局/回执.html"
check 'nor a list of them' refused runuser -u "$finance" -- ls "$returns"
check 'its own it can' runuser -u "$finance" -- cat "$returns/财政局/回执.html"
check 'it is not changed' refused smb "$finance" 财政局-回执 'put 年报.txt 回执.txt'
smb "$finance" 财政局-回执 'del 回执.txt' >/dev/null 2>&1
check 'nor removed' test -s "$returns/财政局/回执.txt"
check 'nor by the account itself' refused runuser -u "$finance" -- rm -f "$returns/财政局/回执.txt"
check 'nobody else'\''s name is in it' refused grep -qE '档案局|中学' "$returns/财政局/回执.html" "$returns/财政局/回执.txt"
check 'the rights stay over a new version' same 'rw-r-----+' "$(stat -c %A "$returns/财政局/回执.html" | cut -c 2-)$(getfacl -c "$returns/财政局/回执.html" 2>/dev/null | grep -q "user:$finance:r" && echo +)"

# -- SFTP
as 青岚市财政局 | sed '$a 第三次' >third.txt
check 'a file is put' sftp_as "$finance" 'put third.txt 第三次.txt'
check 'and judged' within verdict 财政局/第三次.txt
check 'with the rights of the others' same "640 $finance nianbao-inbox" "$(stat -c '%a %U %G' "$inbox/财政局/第三次.txt")"
check 'rename into place' sftp_as "$finance" 'put third.txt 传送中.part' 'rename 传送中.part 第四次.txt'
check 'the root cannot be listed' refused sftp_as "$finance" 'ls /'
check 'nor another'\''s folder' refused sftp_as "$finance" 'ls /档案局'
check 'nor read' refused sftp_as "$finance" 'get /档案局/年报.txt /run/client/stolen'
check 'nor written' refused sftp_as "$finance" 'put third.txt /档案局/第三次.txt'
check 'nor the machine' refused sftp_as "$finance" 'get /etc/passwd /run/client/stolen'
check 'no shell' refused sshpass -p secret ssh -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null "$finance@127.0.0.1" true
check 'nothing was stolen' test ! -e /run/client/stolen

check 'no alert is left' same '' "$(runuser -u nianbao -- nianbao alert list 2>&1 | grep -vE '报告|没有')"
for system in cifs nfs4; do
    grep -qw "$system" /proc/filesystems || echo "skipped: the kernel has no $system, so no mount of it as the inbox"
done
systemctl stop nianbao smbd ssh
conclude
