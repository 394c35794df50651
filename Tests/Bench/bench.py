#!/usr/bin/env python3
"""Measures the program beside the floor, which is a C program, and beside what a Python programmer would use, all in one run.

    bench.py [--binary PATH] [--floor PATH] [--files N] [--big N] [--results N] [--write FILE]

Times are those of whole processes with all their children, the median of several runs. Prints the tables of docs/performance.md,
and puts them there with --write. Says on standard error how far it is.
"""
import argparse
import ctypes
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import typing

import journals
import ledgers
import reports

RUNS = 7


def say(words):
    print(f"  {words}", file=sys.stderr, flush=True)


class Cost(typing.NamedTuple):
    """What a process and its descendants took: seconds of processors and of the clock, and the most bytes that itself held: in all, and
    without what it shares with the files that it is loaded from."""
    cpu: float
    wall: float
    memory: int = 0
    own: int = 0


def adopt_orphans():
    """Has what a command leaves behind, as a reader that is just ending, counted with it (PR_SET_CHILD_SUBREAPER)."""
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def measured(run):
    """What a function, which runs a command, costs, with its answer as the memory."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    memory, own = run()
    wall = time.perf_counter() - began
    try:
        while True:
            os.waitpid(-1, 0)
    except ChildProcessError:
        pass
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, memory, own)


def cost(command, runs=RUNS):
    """The medians of some runs of a command."""
    def run():
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        return 0, 0
    # The first one fills the caches.
    taken = [measured(run) for _ in range(runs + 1)][1:]
    return Cost(statistics.median(cost.cpu for cost in taken), statistics.median(cost.wall for cost in taken))


def milliseconds(seconds):
    value = seconds * 1000
    return f"{value:.0f} ms" if value >= 20 else f"{value:.1f} ms"


def times(left, right):
    ratio = left / right
    return f"{ratio:.0f} ×" if ratio >= 20 else f"{ratio:.1f} ×"


class Table:
    def __init__(self, *head):
        self.rows = [head, ["---"] * len(head)]

    def add(self, *row):
        self.rows.append(row)
        say(" · ".join(row))

    def __str__(self):
        return "".join("| " + " | ".join(row) + " |\n" for row in self.rows)


def python(code, file):
    return [sys.executable, "-c", code, str(file)]


DOCX = """
import sys, docx
document = docx.Document(sys.argv[1])
print(len([p.text for p in document.paragraphs]), len([c.text for t in document.tables for r in t.rows for c in r.cells]))
"""
PDF = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf: print(sum(len(p.extract_tables()) + len(p.extract_text()) for p in pdf.pages))
"""


def check_table(bench):
    """`check` of one file, and of one more among many."""
    table = Table("work", "CPU", "beside it", "ratio", "goal")
    table.add("`--version`", milliseconds(cost([bench.binary, "--version"]).cpu), "", "", "≤ 15 ms")
    floor = cost([bench.floor, bench.files["docx"]]).cpu
    beside = {"docx": cost(python(DOCX, bench.files["docx"])).cpu, "pdf": cost(python(PDF, bench.files["pdf"])).cpu}
    for ending, file in bench.files.items():
        first = cost([bench.binary, "check", file]).cpu
        copies = [bench.folder / "copies" / f"{number}.{ending}" for number in range(bench.count)]
        for copy in copies:
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(file, copy)
        more = (cost([bench.binary, "check", *copies], runs=3).cpu - first) / (len(copies) - 1)
        shutil.rmtree(bench.folder / "copies")
        if ending == "docx":
            table.add("one .docx", milliseconds(first), f"C that hashes, unzips, parses: {milliseconds(floor)}",
                      times(first, floor), "≤ 25 ms")
            table.add("one more .docx", milliseconds(more), f"the same: {milliseconds(floor)}", times(more, floor), "≤ 6 ×")
        else:
            table.add(f"one .{ending}", milliseconds(first), "", "", "")
            table.add(f"one more .{ending}", milliseconds(more), "", "", "")
        if ending in beside:
            library, goal = {"docx": ("python-docx", 15), "pdf": ("pdfplumber", 30)}[ending]
            table.add(f"one .{ending}, beside a library", milliseconds(first), f"{library}: {milliseconds(beside[ending])}",
                      f"{times(beside[ending], first)} faster", f"≥ {goal} ×")
    return table


class Daemon:
    """A daemon with folders of its own."""

    def __init__(self, bench, name):
        self.folder = bench.folder / name
        for part in ("inbox", "state", "status"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        self.command = [bench.binary, "watch", "--inbox", self.folder / "inbox", "--state", self.folder / "state",
                        "--status", self.folder / "status"]
        self.until_idle = ["--settle", "100ms", "--until-idle"]

    def work_off(self):
        """Works the inbox off; what that took, with the memory of the daemon itself."""
        def run():
            process = subprocess.Popen(
                self.command + self.until_idle, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
            memory = own = 0
            while process.poll() is None:
                memory, own = max(memory, held(process.pid, "VmHWM")), max(own, held(process.pid, "RssAnon"))
                time.sleep(0.02)
            return memory, own
        return measured(run)

    def rest(self):
        """The median of some runs that find nothing to do. The first one of a state writes what nothing has written yet."""
        taken = [self.work_off() for _ in range(4)][1:]
        return Cost(*(statistics.median(part) for part in zip(*taken)))

    def start(self, *options):
        """Starts it as a service, and waits until it is ready; the process, and how long that took."""
        address = self.folder / "notify"
        address.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as news:
            news.bind(str(address))
            began = time.perf_counter()
            process = subprocess.Popen(
                [*self.command, *options], env=os.environ | {"NOTIFY_SOCKET": str(address)},
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while b"READY=1" not in news.recv(65536):
                pass
            return process, time.perf_counter() - began


def end(process):
    process.send_signal(signal.SIGTERM)
    process.wait()


def held(process, what):
    """The memory that a process has, of a kind, in bytes; 0 where it is gone."""
    try:
        for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith(f"{what}:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def megabytes(cost):
    return f"{cost.memory / 1e6:.0f} MB, {cost.own / 1e6:.0f} of it own"


def backlog_table(bench):
    """A full inbox at the start."""
    table = Table("backlog", "wall a file", "CPU a file", "cores busy", "peak memory", "goal")
    cores = os.cpu_count()
    for count in bench.backlogs:
        daemon = Daemon(bench, f"backlog-{count}")
        idle = daemon.rest()
        reports.many(bench.files["docx"], count, daemon.folder / "inbox")
        taken = daemon.work_off()
        receipts = len(list((daemon.folder / "status").rglob("receipt.html")))
        if receipts < count:
            sys.exit(f"{count} files, {receipts} receipts")
        busy = taken.cpu / taken.wall / cores
        table.add(f"{count} .docx", milliseconds((taken.wall - idle.wall) / count), milliseconds((taken.cpu - idle.cpu) / count),
                  f"{busy:.0%} of {cores}", megabytes(taken), "≤ 12 ms CPU, ≥ 85 % busy, ≤ 40 MB")
        shutil.rmtree(daemon.folder)
    return table


def syncs(folder):
    """How long three syncs take, as a receipt needs them, in seconds."""
    taken = []
    for number in range(20):
        began = time.perf_counter()
        for name in ("a", "b", "c"):
            with open(folder / name, "wb") as file:
                file.write(b"x" * 4096)
                os.fsync(file.fileno())
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def latency_table(bench):
    """From the rename into the inbox to the receipt, less the time in which a file settles."""
    table = Table("dropped into the idle daemon", "p50", "p97", "p99", "worst", "3 syncs", "goal")
    daemon = Daemon(bench, "latency")
    source = bench.folder / "dropped"
    source.mkdir()
    reports.many(bench.files["docx"], bench.drops, source)
    settle = 0.2
    settings = daemon.folder / "nianbao.toml"
    settings.write_text(f'[inbox]\nsettle = "{int(settle * 1000)}ms"\n')
    process, _ = daemon.start("--config", settings)
    taken = []
    try:
        wait_for(lambda: (daemon.folder / "status" / "index.html").exists(), process)
        for file in sorted(source.iterdir()):
            number = int(file.stem)
            receipt = daemon.folder / "status" / "reports" / "2024" / reports.name(number)
            began = time.perf_counter()
            file.rename(daemon.folder / "inbox" / file.name)
            wait_for(lambda: receipt.is_dir() and any(receipt.rglob("receipt.html")), process, pause=0.0005)
            taken.append(time.perf_counter() - began - settle)
    finally:
        end(process)
    taken.sort()
    at = lambda share: milliseconds(taken[min(len(taken) - 1, int(len(taken) * share))])  # noqa: E731
    table.add(f"{len(taken)} .docx", at(0.5), at(0.97), at(0.99), milliseconds(taken[-1]), milliseconds(syncs(bench.folder)),
              "p99 ≤ 25 ms + 3 syncs")
    shutil.rmtree(daemon.folder)
    return table


def wait_for(condition, process, pause=0.01):
    while not condition():
        if process.poll() is not None:
            sys.exit("the daemon has ended")
        time.sleep(pause)


def ledger_table(bench):
    """What a ledger that is full costs."""
    table = Table("results in the ledger", "until READY", "start and stop", "CPU a file", "peak memory", "goal")
    for results in (0, bench.results):
        daemon = Daemon(bench, f"ledger-{results}")
        if results:
            reports.many(bench.files["docx"], 1, daemon.folder / "inbox")
            daemon.work_off()
            ledgers.fill(daemon.folder / "state" / "ledger.sqlite", results)
            for file in (daemon.folder / "inbox").iterdir():
                file.unlink()
        idle = daemon.rest()
        starts = []
        for _ in range(3):
            process, until_ready = daemon.start()
            starts.append(until_ready)
            end(process)
        reports.many(bench.files["docx"], bench.drops, daemon.folder / "inbox")
        taken = daemon.work_off()
        table.add(f"{results:,}", milliseconds(statistics.median(starts)), milliseconds(idle.wall),
                  milliseconds((taken.cpu - idle.cpu) / bench.drops), megabytes(taken), "the same")
        shutil.rmtree(daemon.folder)
    return table


def overview_table(bench):
    """What it takes to write all pages about all reports, by the bodies of the roster: the overview is the largest of them."""
    table = Table("bodies of the roster", "CPU of a first start, with all pages about all", "index.html")
    for bodies in (1, 3_000):
        daemon = Daemon(bench, f"overview-{bodies}")
        roster = daemon.folder / "agencies.csv"
        names = "".join(f"另一个机关{number:04d},县直\n" for number in range(bodies))
        roster.write_text(f"名称,分组\n{names}")
        settings = daemon.folder / "nianbao.toml"
        settings.write_text(f'[roster]\npath = "{roster}"\n')

        def anew():
            for part in ("state", "status"):
                shutil.rmtree(daemon.folder / part)
                (daemon.folder / part).mkdir()
            return daemon.work_off()
        daemon.until_idle = ["--config", settings, "--settle", "100ms", "--until-idle"]
        taken = statistics.median(anew().cpu for _ in range(RUNS))
        written = (daemon.folder / "status" / "index.html").stat().st_size
        table.add(f"{bodies:,}", milliseconds(taken), f"{written / 1000:.0f} KB")
        shutil.rmtree(daemon.folder)
    return table


def waits(process):
    """How often each thread of a process has waited for something so far."""
    counts = {}
    for thread in pathlib.Path(f"/proc/{process}/task").iterdir():
        try:
            words = (thread / "status").read_text()
        except OSError:
            continue
        counts[thread.name] = int(words.split("\nvoluntary_ctxt_switches:")[1].split()[0])
    return counts


def waits_in(seconds, process):
    """How often a process waits in some time. A thread that ends takes its count along, so that they are looked at often."""
    total, last = 0, waits(process)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.2)
        now = waits(process)
        total += sum(count - last.get(thread, 0) for thread, count in now.items())
        last = now
    return total


def busy(process):
    """The seconds of processors that a process has taken so far."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle_table(bench):
    """A minute of a service that has nothing to do: a file is there once, under many names."""
    table = Table("files in the inbox", "waits a minute", "CPU a minute")
    for count in (0, bench.idle_files):
        daemon = Daemon(bench, f"idle-{count}")
        first = bench.folder / "again.txt"
        shutil.copy(bench.files["txt"], first)
        for number in range(count):
            os.link(first, daemon.folder / "inbox" / f"{number:05d}.txt")
        daemon.work_off()
        process, _ = daemon.start()
        time.sleep(75)
        before = busy(process.pid)
        count_of_waits = waits_in(60, process.pid)
        table.add(f"{count:,}", f"{count_of_waits}", milliseconds(busy(process.pid) - before))
        end(process)
        shutil.rmtree(daemon.folder)
    return table


class Collector(Daemon):
    """A collector with folders of its own."""

    def __init__(self, bench, name):
        super().__init__(bench, name)
        self.journals = self.folder / "journals"
        self.journals.mkdir()
        settings = self.folder / "collect.toml"
        settings.write_text(
            f'[state]\npath = "{self.folder}/state"\n[status]\npath = "{self.folder}/status"\n'
            f'[collect]\njournals = "{self.journals}"\n')
        self.command = [bench.binary, "collect", "run", "--config", settings]
        self.until_idle = ["--until-idle"]

    def shown(self, county):
        """Whether the first page's data have reached the last record of a county."""
        try:
            province = json.loads((self.folder / "status" / "province.json").read_text())
        except FileNotFoundError:
            return False
        return any(office["ledger"] == county.ledger and office["record"] >= county.number for office in province["offices"])


def size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def collect_table(bench):
    """What it takes to collect the records of a province."""
    office = Daemon(bench, "office")
    reports.many(bench.files["docx"], 1, office.folder / "inbox")
    office.work_off()
    template = office.folder / "state" / "ledger.sqlite"
    table = Table("what", "measured")
    collector = Collector(bench, "collect")
    counties = journals.new(template, bench.counties, 100)
    send(collector, counties, lambda county: county.year(versions=3))
    total = sum(county.number for county in counties)
    say(f"{total:,} records of {bench.counties} counties")
    taken = collector.work_off()
    table.add(f"{bench.counties} 个县 × 100 个单位 × 3 版，共 {total:,} 条记录：全部汇集并写好网页",
              f"{taken.wall:.0f} s，{taken.cpu:.0f} s CPU，每条 {milliseconds(taken.cpu / total)}")
    table.add("峰值内存", megabytes(taken))
    table.add("收到的日志、汇集的台账、网页", "、".join(
        f"{size(place) / 1e6:.0f} MB" for place in (collector.journals, collector.folder / "state", collector.folder / "status")))
    idle = collector.rest()
    table.add("没有新记录时，从启动到全部看过一遍", f"{idle.wall:.1f} s，{idle.cpu:.1f} s CPU")
    process, _ = collector.start()
    waits = []
    for number in range(bench.collected):
        county = counties[number % len(counties)]
        record = [county.judge(number, 4)]
        began = time.perf_counter()
        journals.write(record, collector.journals / f"remote-county{number % len(counties):04d}.journal")
        wait_for(lambda: collector.shown(county), process)
        waits.append(time.perf_counter() - began)
    end(process)
    waits.sort()
    table.add("一个县的结论写入日志，到全省总览页更新：中位、最慢", f"{milliseconds(statistics.median(waits))}、{milliseconds(waits[-1])}")
    shutil.rmtree(collector.folder)
    for before in (0, bench.records):
        collector = Collector(bench, f"collect-{before}")
        counties = journals.new(template, 100, 100)
        send(collector, counties, lambda county: county.begin())
        collector.work_off()
        for county in counties:
            journals.fill(collector.folder / "state" / "offices" / f"{county.ledger}.sqlite", county, before // 100)
        idle = collector.rest()
        send(collector, counties, lambda county: (county.judge(number, 1) for number in range(20)))
        taken = collector.work_off()
        table.add(f"已有 {before:,} 条记录时，再汇集 100 个县的 2,000 份报告，每份", f"{milliseconds((taken.cpu - idle.cpu) / 2000)} CPU")
        shutil.rmtree(collector.folder)
    return table


def send(collector, counties, records):
    """Has each county's records come."""
    for index, county in enumerate(counties):
        journals.write(records(county), collector.journals / f"remote-county{index:04d}.journal")


class Bench:
    def __init__(self, options, folder):
        self.binary, self.floor, self.folder = options.binary.resolve(), options.floor.resolve(), folder
        self.count, self.backlogs, self.drops, self.results = options.files, (200, options.big), 200, options.results
        self.idle_files = options.idle
        self.counties, self.collected, self.records = options.counties, 50, options.records
        self.files = reports.each_format(folder)


TABLES = {"check": check_table, "backlog": backlog_table, "latency": latency_table, "ledger": ledger_table,
          "overview": overview_table, "idle": idle_table, "collect": collect_table}
# Where the tables stand between marks, where not in the document that is named.
DOCUMENTS = {"collect": "scale.md"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=".build/release/nianbao")
    parser.add_argument("--floor", type=pathlib.Path, default=".build/bench/floor")
    parser.add_argument("--files", type=int, default=50, help="how many files are checked in one call")
    parser.add_argument("--big", type=int, default=2000, help="the size of the larger backlog")
    parser.add_argument("--results", type=int, default=100_000, help="how many results the full ledger has")
    parser.add_argument("--idle", type=int, default=10_000, help="how many files lie in the inbox of the idle service")
    parser.add_argument("--counties", type=int, default=100, help="how many counties of 100 bodies are collected")
    parser.add_argument("--records", type=int, default=1_000_000, help="how many records a full collection has")
    parser.add_argument("--only", choices=TABLES, help="one table alone")
    parser.add_argument("--write", type=pathlib.Path, help="the document in which the tables stand between marks")
    options = parser.parse_args()
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="nianbao-bench-") as folder:
        bench = Bench(options, pathlib.Path(folder))
        for name, table in TABLES.items():
            if options.only in (None, name):
                say(f"== {name}")
                words = str(table(bench))
                print(words)
                if options.write:
                    put(options.write.with_name(DOCUMENTS.get(name, options.write.name)), name, words)


def put(document, name, table):
    """Puts a table between its marks."""
    text = document.read_text()
    begin, end = f"<!-- bench: {name} -->\n", "<!-- end -->"
    head, rest = text.split(begin, 1)
    document.write_text(head + begin + "\n" + table + "\n" + rest[rest.index(end):])


if __name__ == "__main__":
    main()
