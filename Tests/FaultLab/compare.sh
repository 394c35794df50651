# What is left after a case, compared with the run that nothing happened to.

query() { sqlite3 "file:$work/state/ledger.sqlite?mode=ro" "$@"; }

# Times and what counts them are another in each run, as is the name of the ledger in what the office fills in; in a sheet a moment is a number of days.
times='s/data-valid-until="[^"]*"//; s/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(\+08:00|Z)?/TIME/g; s/台账记录 [0-9]+/RECORD/
    s/"ledger_record" ?: ?[0-9]+/RECORD/; s/"ledger" ?: ?"[0-9a-f-]+"/LEDGER/; s/[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日 [0-9:]+/TIME/g; s,<v>4[0-9]{4}(\.[0-9]+)?</v>,TIME,g
    s,>[0-9a-f]{32}<,>LEDGER<,g'

sheets() { unzip -p "$1" 'xl/*'; }

# timeless FOLDER: the files of a folder, each with a hash of what it says but for times. Of what is about the moment only that it is there; of
# workbooks, which hold the time at which they were made, what their sheets hold.
timeless() {
    local calm=$LAB/calm book
    rm -rf "$calm"
    cp -r "$1" "$calm"
    (
        cd "$calm" || exit
        for book in *.xlsx; do [[ ! -e $book ]] || { sheets "$book" >"$book.sheets" && rm "$book"; }; done
        for book in heartbeat alerts.json *.prom; do [[ ! -e $book ]] || : >"$book"; done
        find . -type f -exec sed -i -E "$times" {} +
        find . -type f -exec sha256sum {} + | sort -k 2
    )
}

# leavings: everything that the program left, in a form that is the same for the same content
leavings() {
    # over which three runs died, and which was judged later: history that a run that is let alone does not have
    local passing="verdict = 'failed' AND successor IS NOT NULL"
    query "SELECT 'version', year, agency, number, content, verdict, result FROM version WHERE NOT ($passing) ORDER BY 2, 3, 4;
        SELECT 'arrival', hex(folder), name, version.content FROM arrival JOIN version ON version.id = version WHERE NOT ($passing) ORDER BY 2, 3;
        SELECT 'record', event, message FROM record WHERE event IN ('judged', 'finding', 'duplicate', 'decided', 'withdrawn', 'desk-taken') ORDER BY 2, 3;
        SELECT 'summary', sha256, errors, warnings, waived, is_overruled FROM summary
            WHERE version NOT IN (SELECT id FROM version WHERE $passing) ORDER BY 2, 3, 4;
        SELECT 'alert', kind, subject FROM alert WHERE cleared IS NULL
            AND (kind GLOB 'inbox-*' OR kind GLOB 'file-*' OR kind GLOB '*-unwritable' OR kind GLOB '*-short' OR kind GLOB 'returns-*') ORDER BY 2, 3;
        SELECT 'decision', year, agency, version, facts, withdrawal FROM decision ORDER BY 2, 3, id;
        SELECT 'entered', year, agency, number, facts FROM entered JOIN version ON version.id = version ORDER BY 2, 3, 4;
        SELECT 'desk', content, facts FROM desk_file ORDER BY 2;
        SELECT 'owed', page FROM publication WHERE written < wanted
        UNION ALL SELECT 'owed', folder || '/' || page FROM return_page WHERE written < wanted;
        SELECT 'judging', content FROM judging
        UNION ALL SELECT 'crash', content FROM crash"
    timeless "$work/status"
    # Half a file under a hidden name is not there for anybody, but not left either.
    timeless "$returns"
    (cd "$work/state/archive" && find . -type f ! -name '.*' -exec sha256sum {} + | sort)
}

baseline() {
    new_case
    nianbao || { say "the program does not run: $(tail -1 "$work/words")"; exit 1; }
    leavings >"$LAB/baseline"
    say "baseline: $(grep -c ^version "$LAB/baseline") reports, $(grep -c ^record "$LAB/baseline") records, $(wc -l <"$LAB/baseline") lines"
}

# compare NAME: counts what differs, says what
compare() {
    "${LEAVINGS-leavings}" >"$work/leavings" 2>&1
    if ! cmp -s "${BASELINE-$LAB/baseline}" "$work/leavings"; then
        differs "$1"
        diff "${BASELINE-$LAB/baseline}" "$work/leavings" | cut -c -300 | head -"${SHOWN-6}"
        [[ -z ${KEEP-} ]] || { cp -r "$work" "$KEEP/case-$injected"; }
    fi
    count_copies "$1"
}

# count_copies NAME: each record of the ledger is in the journal once, by the account that the program runs as
count_copies() {
    local id
    id=$(query 'SELECT id FROM identity')
    journalctl --sync 2>/dev/null
    journalctl -q --directory=/run/log/journal -o cat --output-fields=NIANBAO_RECORD "NIANBAO_LEDGER=$id" "_UID=$UID" | sort -n >"$work/copies"
    query 'SELECT number FROM record ORDER BY number' | sort -n >"$work/records"
    local missing twice
    missing=$(comm -23 <(sort "$work/records") <(sort -u "$work/copies") | wc -l)
    twice=$(uniq -d <"$work/copies" | wc -l)
    if ((missing || twice)); then
        say "JOURNAL: $1: $missing lost, $twice doubled"
        uniq -d <"$work/copies" | while read -r number; do
            journalctl -q --directory=/run/log/journal -o json --output-fields=NIANBAO_EVENT,NIANBAO_CHAIN,NIANBAO_REPLAYED,NIANBAO_RECORDED \
                "NIANBAO_LEDGER=$id" "NIANBAO_RECORD=$number"
        done
        query 'SELECT number, event, at, sent, confirmed, losses FROM record'
    fi
    lost=$((lost + missing)) doubled=$((doubled + twice))
}
