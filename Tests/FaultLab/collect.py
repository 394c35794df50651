#!/usr/bin/env python3
"""Kills the collector at every system call of a kind, has it go on, and compares what is left with a run that nothing happened to.

    collect.py PROGRAM short|long|probe

PROGRAM is a built nianbao. The journals are of five counties: one whole, one with a record that never came and has been confirmed over, one
that was put back from a backup and confirmed, one of which half comes before each run and half in it, one of which such a confirmation was taken
back and a record was forged. Exits 0 where nothing was lost, doubled
or different, 1 where something was (a probe only sees whether it can), 125 where this machine has no strace or no systemd-journal-remote.
"""
from collections import Counter
import hashlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Bench"))
import journals

CALLS = ["pwrite64", "fdatasync", "rename", "renameat", "unlink", "openat", "ftruncate", "mkdir", "fsync", "pread64", "close", "write",
         "newfstatat", "getdents64", "mmap", "fcntl"]
JUDGED = {
    "priority": 6, "at": "2025-02-01 01:02:03.000",
    "fields": journals.text({
        "AGENCY": "", "YEAR": "2024", "VERSION": "1", "VERDICT": "accepted", "FILE": "年报.txt",
        "FACTS": journals.text({"content": "", "device": 1, "inode": 2, "modified": 3, "changed": 4, "size": 5, "owner": 0, "name": "5bm05oql"}),
        "RESULT": journals.text({
            "schema": "nianbao.result/1", "rulebook": "1.5", "file": "年报.txt", "sha256": "", "bytes": 5, "format": "txt", "agency": "",
            "year": 2024, "verdict": "accepted", "findings": [], "sections": {}, "disclosure": None, "requests": None, "review": None}),
    }),
}


class Lab:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.journals, self.state, self.site = folder / "journals", folder / "state", folder / "site"
        self.settings = folder / "collect.toml"
        self.settings.write_text(
            f'[state]\npath = "{self.state}"\n[status]\npath = "{self.site}"\n[collect]\njournals = "{self.journals}"\n'
            'silence = "1000000h"\npatience = "1ms"\n')
        self.before, self.after = folder / "before", folder / "after"

    def prepare(self):
        """The journals before the run and in it, and the state that the run finds."""
        for place in (self.before, self.after, self.site):
            place.mkdir()
        whole, gap, fork, growing, undone = (journals.County(f"第{name}县", 6, JUDGED) for name in "一二三四五")
        send(self.before, "a", judged(whole, range(6)))
        records = judged(gap, range(6))
        send(self.before, "b", records[:4] + records[5:])
        send(self.before, "c", judged(fork, range(3)))
        send(self.before, "d", judged(growing, range(2)))
        records = judged(undone, range(3))
        send(self.before, "e", records)
        shutil.copytree(self.before, self.after, dirs_exist_ok=True)
        for sender, county in (("c", fork), ("e", undone)):
            saved = vars(county).copy()
            send(self.after, sender, [county.judge(number, 2) for number in range(3)])
            branch = journals.County(county.name, 6, JUDGED)
            vars(branch).update(saved)
            send(self.after, sender, [branch.judge(number, 3) for number in range(2, 6)])
        send(self.after, "e", [altered(records[-1])])
        send(self.after, "d", [growing.judge(number, 1) for number in range(2, 6)])
        self.use(self.before)
        self.run()
        # Both ways of the third are in the journals before anybody is asked.
        self.use(self.after)
        self.run()
        self.decide("confirm", undone)
        self.run()
        self.decide("confirm", gap)
        self.decide("confirm", fork)
        self.decide("undo", undone)
        shutil.copytree(self.state, self.folder / "found")

    def decide(self, command, county):
        answer = self.call(command, county.name, "--why", "已核实")
        assert answer.returncode == 0, answer.stderr

    def use(self, journals_of):
        shutil.rmtree(self.journals, ignore_errors=True)
        shutil.copytree(journals_of, self.journals)

    def reset(self):
        for place in (self.state, self.site):
            shutil.rmtree(place, ignore_errors=True)
        self.site.mkdir()
        shutil.copytree(self.folder / "found", self.state)

    def call(self, *arguments, tracing=()):
        return subprocess.run(
            [*tracing, self.program, "collect", *arguments, "--config", self.settings], capture_output=True, text=True,
            env=os.environ | {"SWIFT_BACKTRACE": "enable=no"})

    def run(self, tracing=()):
        return self.call("run", "--until-idle", tracing=tracing)

    def outcome(self):
        """All that is left, but for when it was made."""
        found = []
        for path in sorted(self.state.glob("offices/*.sqlite")):
            found += rows(path, "SELECT number, event, chain FROM record ORDER BY number")
            found += rows(path, "SELECT number, chain FROM abandoned ORDER BY number, chain")
            found += rows(path, "SELECT number, link FROM stray ORDER BY number, link")
            found += rows(path, "SELECT year, agency, number, verdict, at FROM version ORDER BY year, agency, number")
        ledger = self.state / "ledger.sqlite"
        found += rows(ledger, "SELECT name, source, ledger, record, recorded, began FROM office ORDER BY name")
        found += rows(ledger, "SELECT * FROM office_body ORDER BY office, year, position")
        found += rows(ledger, "SELECT * FROM office_sum ORDER BY office, year")
        found += rows(ledger, "SELECT about, kind, source, words FROM office_trouble ORDER BY about, kind, source")
        found += rows(ledger, "SELECT * FROM office_abandoned ORDER BY ledger, number, chain")
        found += [(str(path.relative_to(self.site)), digest(path)) for path in sorted(self.site.rglob("*")) if is_stable(path)]
        return found


def judged(county, numbers):
    return list(county.begin()) + [county.judge(number, 1) for number in numbers]


def altered(record):
    return [(name, "改过的" if name == "MESSAGE" else value) for name, value in record]


def send(folder, sender, records):
    journals.write(records, folder / f"remote-{sender}.journal")


def rows(path, question):
    with sqlite3.connect(path) as database:
        return database.execute(question).fetchall()


def is_stable(path):
    """Whether a page says nothing of the moment: an office's, and the tables."""
    return path.is_file() and (path.parent.name == "offices" or path.suffix == ".csv")


def digest(path):
    # Since when something is wrong is another moment each time.
    return hashlib.sha256(re.sub(rb"<time>.*?</time>", b"", path.read_bytes())).hexdigest()


def points(count, most):
    """Which of so many calls are tried: all of them, or some from the first to the last."""
    if most is None or count <= most:
        return range(1, count + 1)
    return sorted({1 + round(index * (count - 1) / (most - 1)) for index in range(most)})


def count_calls(lab, call):
    lab.reset()
    report = lab.folder / "strace"
    lab.run(["strace", "-f", "-qq", "-o", report, "-e", f"trace={call}"])
    return sum(f" {call}(" in line for line in report.read_text(errors="replace").splitlines())


def main():
    program, length = os.path.realpath(sys.argv[1]), sys.argv[2]
    if not shutil.which("strace") or not os.path.exists(journals.REMOTE):
        print("no strace or no systemd-journal-remote", file=sys.stderr)
        return 125
    if length == "probe":
        return 0
    most = None if length == "long" else 6
    wrong = total = killed = 0
    with tempfile.TemporaryDirectory(prefix="nianbao-collect-") as folder:
        lab = Lab(program, pathlib.Path(folder))
        lab.prepare()
        lab.reset()
        lab.run()
        expected = lab.outcome()
        assert len(expected) > 50, expected
        for call in CALLS if length == "long" else CALLS[:5]:
            numbers = points(count_calls(lab, call), most)
            for number in numbers:
                lab.reset()
                run = lab.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                               f"inject={call}:signal=KILL:when={number}"])
                killed += run.returncode in (-9, 137)
                lab.run()
                total += 1
                left = lab.outcome()
                if left != expected:
                    wrong += 1
                    differing = list(((Counter(left) - Counter(expected)) + (Counter(expected) - Counter(left))).elements())
                    print(f"{call} {number}: {differing[:6]}")
            print(f"{call}: {len(numbers)}", flush=True)
    print(f"faults injected: {total}, killed: {killed}, with another outcome: {wrong}")
    return 0 if killed and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
