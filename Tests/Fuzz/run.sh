#!/bin/bash
# Fuzzes the readers: run.sh SECONDS [FORMAT...], so many seconds a format, all of them if none is named. With libFuzzer and
# the address sanitizer; begins with the known report, the kept corpus and the hostile files. Exits 1 where an input ends the
# program, takes too long or too much memory, and says where it lies.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
seconds=${1:?run.sh SECONDS [FORMAT...]}
shift
formats=("$@")
((${#formats[@]})) || formats=(txt doc rtf pdf html mht zip docx odt xlsx ofd)
build=.build-fuzz documents=Tests/Fixtures/Documents
found=$build/found
mkdir -p "$found"

NIANBAO_FUZZ=1 swift build -c release --scratch-path "$build" --product Fuzz || exit
mapfile -t libraries < <(pkg-config --libs libgcrypt libgsf-1 libsystemd libxml-2.0 libzip poppler | xargs -n1)
# The linker's word about symbols of the sanitizer that it need not export says nothing.
swiftc -sanitize=fuzzer,address -o "$build/fuzz" -Xlinker --whole-archive "$build/release/libFuzz.a" \
    -Xlinker --no-whole-archive "${libraries[@]}" -lstdc++ 2> >(grep -v 'Cannot export local symbol' >&2) || exit

# seeds FORMAT FOLDER: what the fuzzer begins with; of formats that are archives the part with the text
seeds() {
    case $1 in
        txt) cp "$documents"/known*.txt "$documents/known.md" "$2" ;;
        html) cp "$documents"/known*.html "$2" ;;
        docx) unzip -p "$documents/known.docx" word/document.xml >"$2/document.xml" ;;
        odt) unzip -p "$documents/known.odt" content.xml >"$2/content.xml" ;;
        xlsx) unzip -p "$documents/known.xlsx" xl/worksheets/sheet1.xml >"$2/sheet1.xml" ;;
        ofd) unzip -p "$documents/known.ofd" Doc_0/Pages/Page_0/Content.xml >"$2/Content.xml" ;;
        zip) cp "$documents"/known.{docx,xlsx,ofd} "$2" ;;
        *) cp "$documents/known.$1" "$2" ;;
    esac
    for kept in "Tests/Fuzz/Corpus/$1" "Tests/Fixtures/Hostile/$1"; do
        [[ -d $kept ]] && cp -r "$kept/." "$2"
    done
    return 0
}

failed=0
for format in "${formats[@]}"; do
    folder=$(mktemp -d)
    mkdir "$folder/seeds" "$folder/new"
    seeds "$format" "$folder/seeds"
    # Swift's own report of a crash would wait for an answer for ever. What libraries keep for the next call is no leak.
    if NIANBAO_FUZZ_FORMAT=$format SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 \
        "$build/fuzz" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=131072 -print_final_stats=1 \
        -artifact_prefix="$found/$format-" "$folder/new" "$folder/seeds" >"$folder/log" 2>&1; then
        echo "fuzz $format: $(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/log") runs, nothing found"
    else
        failed=1
        tail -n 40 "$folder/log"
        echo "FAILED: fuzz $format; the input lies in $found"
    fi
    [[ -n ${KEEP:-} ]] && mkdir -p "$KEEP/$format" && cp -r "$folder/new/." "$KEEP/$format"
    rm -r "$folder"
done
exit "$failed"
