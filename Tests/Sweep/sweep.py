#!/usr/bin/env python3
"""Pushes the form's tables down a page line by line, so that every row and every line of a row is once the one that the page
cuts, in many styles, and compares each cell that `nianbao check` reads from the PDF with what was written.

    sweep.py [--binary PATH] [--styles NAME,…] [--keep FOLDER] [--sample]

LibreOffice makes the PDFs. Ends with 1 where a cell is wrong, or where a PDF is accused of what the .docx is not.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import form
from styles import STYLES


def convert(folder, names):
    """All .docx of a folder into PDFs, many a call: starting LibreOffice takes longer than a document."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder)] + [str(folder / name) for name in names],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def results(binary, files):
    """What the program says of each file, in their order."""
    answer = subprocess.run(
        [binary, "check", "--format", "json", *map(str, files)], stdout=subprocess.PIPE, text=True)
    lines = [json.loads(line) for line in answer.stdout.splitlines() if line.startswith("{")]
    if len(lines) != len(files):
        sys.exit(f"{len(files)} files, {len(lines)} results")
    return lines


def cells(values):
    """The cells of a result or of the truth, by their places; `None` where one is not read."""
    found = {}
    for table, rows in form.TRUTH.items():
        for row, truth in rows.items():
            printed = (values.get(table) or {}).get(row)
            if not isinstance(truth, list):
                truth, printed = [truth], [printed]
            for column in range(len(truth)):
                found[table, row, column] = printed[column] if printed else None
    return found


def accusations(result):
    return collections.Counter(
        finding["rule"] for finding in result["findings"]
        if finding["severity"] != "info" and finding["rule"] != "table-unreadable")


def compare(result, truth, honest):
    """How many cells are right and unread, which are wrong, and of what the report is falsely accused."""
    read, written = cells(result), cells(truth)
    right = sum(read[place] == value for place, value in written.items())
    unread = sum(read[place] is None for place in written)
    wrong = [(place, read[place]) for place, value in written.items() if read[place] not in (None, value)]
    return right, unread, wrong, accusations(result) - honest


def is_whole(folder, name):
    """Whether the PDF has all digits of the .docx: LibreOffice loses pages where it can't break a table's head."""
    with zipfile.ZipFile(folder / f"{name}.docx") as package:
        written = re.sub(r"<[^>]*>", "", package.read("word/document.xml").decode())
    drawn = subprocess.run(["pdftotext", str(folder / f"{name}.pdf"), "-"], stdout=subprocess.PIPE, text=True).stdout
    return sum(map(str.isdigit, drawn)) >= sum(map(str.isdigit, written))


def sweep(style, lines, binary, folder):
    """What is counted in each PDF that could be made; the tables stand so many lines lower in it."""
    step = style.size * 1.2
    height = (595.3 if style.landscape else 841.9) - style.margins[0] - style.margins[2]
    numbers = lines or range(int(height / step) + 1)
    names = [f"{style.name}-{number:03}" for number in numbers]
    for number, name in zip(numbers, names):
        if not (folder / f"{name}.docx").exists():
            form.write(folder / f"{name}.docx", style, number, step)
    missing = [f"{name}.docx" for name in names if not (folder / f"{name}.pdf").exists()]
    if missing:
        convert(folder, missing)
    honest = accusations(results(binary, [folder / f"{names[0]}.docx"])[0])
    names = [name for name in names if is_whole(folder, name)]
    truth = form.truth(style)
    return [
        (name, *compare(result, truth, honest))
        for name, result in zip(names, results(binary, [folder / f"{name}.pdf" for name in names]))
    ]


# How many lines the tables are pushed down in the sample.
SAMPLE = [2, 5, 9, 13, 17]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=".build/debug/nianbao")
    parser.add_argument("--styles", default="")
    parser.add_argument("--sample", action="store_true", help="ten PDFs only")
    parser.add_argument("--keep", help="keep the files in this folder, and use those that are there")
    options = parser.parse_args()
    names = ["noto-serif", "short-pages"] if options.sample else options.styles.split(",") if options.styles else []
    wanted = [style for style in STYLES if not names or style.name in names]
    totals = collections.Counter()
    print(f"{'style':24}{'PDFs':>6}{'right':>9}{'unread':>8}{'wrong':>7}{'accused':>9}")
    for style in wanted:
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(options.keep or scratch)
            folder.mkdir(parents=True, exist_ok=True)
            rows = sweep(style, SAMPLE if options.sample else None, options.binary, folder)
        counts = collections.Counter(
            PDFs=len(rows), right=sum(row[1] for row in rows), unread=sum(row[2] for row in rows),
            wrong=sum(len(row[3]) for row in rows), accused=sum(bool(row[4]) for row in rows))
        totals += counts
        show(style.name, counts)
        for name, _, unread, wrong, accused in rows:
            if wrong or accused or unread:
                print(f"    {name}: unread {unread} {wrong[:4]} {dict(accused)}", flush=True)
    show("all", totals)
    sys.exit(bool(totals["wrong"] or totals["accused"]))


def show(name, counts):
    print(
        f"{name:24}{counts['PDFs']:>6}{counts['right']:>9}{counts['unread']:>8}{counts['wrong']:>7}"
        f"{counts['accused']:>9}", flush=True)


if __name__ == "__main__":
    main()
