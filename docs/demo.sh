#!/bin/bash
# Shows nianbao at work: starts the daemon on a scratch inbox, drops in the sample reports, prints each result as it
# appears, says where the receipts are, and ends by itself. `make demo` builds the program and calls this.
set -euo pipefail
program=$(readlink -e -- "${1:?usage: demo.sh PROGRAM}")
cd "$(dirname "$0")/samples"

scratch=$(mktemp -d "${TMPDIR:-/tmp}/nianbao-demo.XXXXXX")
inbox=$scratch/收件箱 status=$scratch/结果 state=$scratch/台账
mkdir "$inbox" "$status" "$state"
# an empty file is usually given half an hour to fill up
# and reports on a year long past are late, which is of no interest here
printf '[inbox]\npatience = "2s"\n[roster]\npath = "%s"\n[rules]\nlate = "off"\n' "$(readlink -e ../demo-agencies.csv)" \
    >"$scratch/nianbao.toml"

daemon=
stop() { if [[ -n $daemon ]]; then kill -TERM "$daemon" 2>/dev/null || true; wait "$daemon"; fi; }
trap stop EXIT

samples=()
for file in *; do [[ $file == README.md ]] || samples+=("$file"); done
judged() { find "$status" -name result.json | wc -l; }

echo "==> 校核程序启动，收件箱：$inbox"
"$program" watch --config "$scratch/nianbao.toml" --inbox "$inbox" --status "$status" --state "$state" \
    --settle 1s --print &
daemon=$!

echo "==> 放入 ${#samples[@]} 份示例文件（青岚市为虚构），结果逐份显示："
for file in "${samples[@]}"; do cp -- "$file" "$inbox/"; done
end=$((SECONDS + 60))
while (($(judged) < ${#samples[@]})); do
    kill -0 "$daemon" 2>/dev/null || { echo '校核程序提前退出，演示未完成。' >&2; exit 5; }
    ((SECONDS < end)) || { echo "60 秒内只完成了 $(judged) 份，演示未完成。" >&2; exit 5; }
    sleep 0.1
done
stop
daemon=

echo
echo '==> 其中一份的校核意见（nianbao check 青岚市民政局.txt）：'
"$program" check 青岚市民政局.txt || (($? == 1))

echo
echo '==> 还有谁没有报送（nianbao missing --year 2024）：'
"$program" missing --year 2024 --config "$scratch/nianbao.toml" --state "$state"

echo
echo '==> 回执（用浏览器打开，可打印）：'
find "$status/reports" -name receipt.html | sort | sed 's/^/    /'
echo '==> 总览：用浏览器打开（不需要服务器；没有桌面的，把整个“结果”文件夹拷到有浏览器的电脑上双击 index.html）：'
echo "    xdg-open '$status/index.html'"
echo "==> 看完可以删除：rm -r $scratch"
