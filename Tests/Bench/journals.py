"""Journals of many counties, as systemd-journal-remote writes down what it is sent: records in chains, made from those of a real ledger."""
import hashlib
import json
import pathlib
import sqlite3
import struct
import subprocess
import time
import uuid

REMOTE = "/lib/systemd/systemd-journal-remote"
FRAME = {f"NIANBAO_{name}" for name in ("EVENT", "RECORDED", "CHAIN", "LEDGER", "RECORD")}
OWN = [("_UID", "997"), ("_SYSTEMD_UNIT", "nianbao.service"), ("_HOSTNAME", "office")]


def template(ledger):
    """The record of a report that was judged."""
    with sqlite3.connect(ledger) as database:
        row = database.execute(
            "SELECT priority, message, fields, at FROM record WHERE event = 'judged' LIMIT 1").fetchone()
    return dict(zip(("priority", "message", "fields", "at"), row))


class County:
    """An office's ledger, as far as its records go."""

    def __init__(self, name, bodies, judged):
        self.name, self.bodies, self.judged = name, bodies, judged
        self.ledger, self.link, self.number = uuid.uuid4().hex, "", 0
        self.fields = json.loads(judged["fields"])
        self.facts, self.result = json.loads(self.fields["FACTS"]), json.loads(self.fields["RESULT"])

    def begin(self):
        yield self.record("started", 6, "年报校核服务已启动。", {})
        facts = {"bodies": [{"name": body(number)} for number in range(self.bodies)], "everybody": {}, "groups": {},
                 "grace": 0, "movesToWorkday": False, "calendar": [], "zone": "Asia/Shanghai"}
        yield self.record("roster", 6, f"名录已登记：应报送的单位 {self.bodies} 个。",
                          {"COUNT": str(self.bodies), "FACTS": text(facts)})

    def judge(self, number, version):
        """A version of a body's report."""
        name = body(number)
        digest = hashlib.sha256(f"{self.ledger} {number} {version}".encode()).hexdigest()
        result = self.result | {"agency": name, "sha256": digest}
        fields = self.fields | {
            "AGENCY": name, "VERSION": str(version), "SHA256": digest, "RESULT": text(result),
            "FACTS": text(self.facts | {"content": digest}),
        }
        return self.record("judged", self.judged["priority"], f"合格：{name} 2024 第 {version} 版", fields)

    def year(self, versions):
        """All records of a year in which each body hands in so many versions."""
        yield from self.begin()
        for version in range(1, versions + 1):
            for number in range(self.bodies):
                yield self.judge(number, version)

    def finding(self, number):
        """A record of which there are many, and from which nothing follows."""
        return self.record("finding", 5, f"{body(number)} 2024：请核实。",
                           {"AGENCY": body(number), "YEAR": "2024", "VERSION": "1", "RULE": "x", "AT": "第一部分"})

    def record(self, event, priority, message, fields):
        """The record as the journal takes it: its fields in order."""
        self.number += 1
        fields = fields | {"OFFICE": self.name}
        parts = [self.link, str(self.number), event, str(priority), message, text(fields), self.judged["at"]]
        encoded = [part.encode() for part in parts]
        self.link = hashlib.sha256(b"".join(b"%d:%s," % (len(part), part) for part in encoded)).hexdigest()
        return [
            ("MESSAGE", message), ("PRIORITY", str(priority)), ("NIANBAO_EVENT", event),
            ("NIANBAO_RECORDED", self.judged["at"]), ("NIANBAO_CHAIN", self.link), ("NIANBAO_LEDGER", self.ledger),
            ("NIANBAO_RECORD", str(self.number)), *((f"NIANBAO_{name}", value) for name, value in fields.items()), *OWN,
        ]


def body(number):
    return f"第{number:04d}局"


def text(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def write(records, path, at=None):
    """Appends records to a journal file; answers how many there were."""
    count, start = 0, int((at or time.time()) * 1_000_000)
    remote = subprocess.Popen([REMOTE, "-o", str(path), "-"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for record in records:
        head = f"__REALTIME_TIMESTAMP={start + count}\n__MONOTONIC_TIMESTAMP={1 + count}\n_BOOT_ID={uuid.UUID(int=1).hex}\n"
        remote.stdin.write(head.encode() + b"".join(map(exported, record)) + b"\n")
        count += 1
    remote.stdin.close()
    remote.wait()
    return count


def exported(field):
    name, value = field[0].encode(), field[1].encode()
    return name + b"\n" + struct.pack("<Q", len(value)) + value + b"\n"


def new(ledger, count, bodies):
    """Many counties, of which nothing has been sent yet."""
    judged = template(ledger)
    return [County(f"第{index:04d}县", bodies, judged) for index in range(count)]


def fill(path, county, count):
    """Puts so many records into a copy of a county's ledger, as if their journals had been collected and removed long ago."""
    with sqlite3.connect(path) as ledger:
        for _ in range(count):
            record = dict(county.finding(0))
            fields = {name.removeprefix("NIANBAO_"): value for name, value in record.items()
                      if name.startswith("NIANBAO_") and name not in FRAME}
            ledger.execute(
                "INSERT INTO record (number, event, priority, message, fields, at, chain, sent, shown, confirmed) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [county.number, "finding", int(record["PRIORITY"]), record["MESSAGE"], text(fields), record["NIANBAO_RECORDED"],
                 county.link, *[record["NIANBAO_RECORDED"]] * 3])
    ledger.close()
