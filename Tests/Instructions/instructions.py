#!/usr/bin/env python3
"""Counts the instructions that a report of each format takes, and compares them with the baseline.

    instructions.py PROGRAM [--write]

Fails where a format takes a tenth more than the baseline says, and names the functions that grew. With --write the counts become the
baseline. Only what is in the program itself counts: its own code and Swift's library, which it is linked with, but no library of the
system. So the counts depend on the toolchain alone, and where that is another one than the baseline's nothing is compared.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).parent
BASELINE = FOLDER / "baseline.json"
DOCUMENTS = FOLDER.parent / "Fixtures/Documents"
FORMATS = ["docx", "doc", "pdf", "html", "ofd", "txt"]
ALLOWED = 1.1
# Of the functions that take most: the rest says nothing of a growth.
KEPT = 60
# What hands out memory, in all libraries.
ALLOCATORS = {"malloc", "calloc", "realloc", "memalign", "posix_memalign", "aligned_alloc"}


def counts(profile, program):
    """The instructions of each function of the program itself, and how often memory was asked for, from a file of callgrind's."""
    names, own, allocations = {}, collections.Counter(), 0
    inside, function, called, skips = False, "", "", False
    for line in profile.read_text().splitlines():
        named = re.match(r"(c?ob|c?fn)=(\(\d+\))(?: (.*))?$", line)
        if named:
            kind, number, name = named.groups()
            key = (kind[-2:], number)
            if name:
                names[key] = name
            if kind == "ob":
                inside = os.path.basename(names[key]) == program.name
            elif kind == "fn":
                function = names[key]
            elif kind == "cfn":
                called = names[key]
        elif line.startswith("calls="):
            # The next line is what was called.
            skips = True
            # Its own helpers do not count again.
            if called in ALLOCATORS and function not in ALLOCATORS:
                allocations += int(line[len("calls="):].split()[0])
        elif re.match(r"[-+*\d]", line):
            if inside and not skips:
                own[function] += int(line.split()[1])
            skips = False
    return own, allocations


def measured(program, format):
    """The instructions of a report, and of the functions that take most, by their readable names."""
    with tempfile.TemporaryDirectory() as folder:
        profile = pathlib.Path(folder) / "profile"
        subprocess.run(
            ["valgrind", "--quiet", "--tool=callgrind", "--collect-atstart=no", "--toggle-collect=*Main*counted*",
             f"--callgrind-out-file={profile}", program, DOCUMENTS / f"known.{format}"],
            # Without it Swift orders the same elements otherwise in each process.
            env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1"), check=True, stdout=subprocess.DEVNULL)
        own, allocations = counts(profile, program)
    readable = collections.Counter()
    names = list(own)
    shown = subprocess.run(["swift", "demangle", "--simplified", "--compact"], input="\n".join(names), text=True,
                           capture_output=True, check=True).stdout.splitlines()
    for name, words in zip(names, shown):
        # Of the copies of a function that compilers and callgrind tell apart.
        readable[re.sub(r"'\d+$", "", words)] += own[name]
    return {"instructions": sum(own.values()), "allocations": allocations, "functions": dict(readable.most_common(KEPT))}


def toolchain():
    return subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def grown(now, before):
    """The functions that grew most, as lines."""
    growth = {name: count - before.get(name, 0) for name, count in now.items()}
    most = sorted(growth.items(), key=lambda item: -item[1])[:10]
    return [f"    {more:+,} {name}" for name, more in most if more > 0]


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    now = {"toolchain": toolchain(), "formats": {format: measured(program, format) for format in FORMATS}}
    if "--write" in sys.argv[2:]:
        BASELINE.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n")
        return 0
    baseline = json.loads(BASELINE.read_text())
    if baseline["toolchain"] != now["toolchain"]:
        print(f"skipped: the baseline is of another toolchain, {baseline['toolchain']}")
        return 0
    failed = False
    for format, own in now["formats"].items():
        before = baseline["formats"][format]
        ratio = own["instructions"] / before["instructions"]
        print(f"{format}: {own['instructions']:,} instructions, {ratio:.3f} of the baseline; {own['allocations']:,} allocations")
        if ratio > ALLOWED:
            failed = True
            print("\n".join(["  too many; what grew most:"] + grown(own["functions"], before["functions"])))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
