"""A ledger with many results: copies of one that the daemon has recorded."""
import collections
import random
import sqlite3


# So many a year, for as many years before as it takes.
BODIES = 3_000


def fill(path, count):
    """Copies the only version of a ledger, with its arrival and its texts, so many times, each for a body of its own."""
    with sqlite3.connect(path) as ledger:
        ledger.execute("PRAGMA cache_size = -500000")
        version = row(ledger, "version")
        arrival = row(ledger, "arrival")
        passages = ledger.execute("SELECT section, text FROM passage WHERE version = ?", [version["id"]]).fetchall()
        chosen = random.Random(1)
        blocks = collections.defaultdict(bytes)
        first = version["id"] + 1
        for number in range(count):
            year = int(version["year"]) - 1 - number // BODIES
            at = f"{year + 1}{version['at'][4:]}"
            copy = version | {
                "id": first + number, "year": str(year), "agency": f"另一个机关{number % BODIES:04d}",
                "content": f"{number:064x}", "at": at,
            }
            insert(ledger, "version", copy)
            insert(ledger, "arrival", arrival | {
                "id": arrival["id"] + 1 + number, "version": copy["id"], "name": f"{number}.docx".encode(), "at": at,
            })
            for section, text in passages:
                insert(ledger, "passage", {"version": copy["id"], "section": section, "text": text})
                # What is alike to nothing.
                blocks[copy["year"], copy["id"] // 64, section] += copy["id"].to_bytes(8, "little") + chosen.randbytes(128)
        for (year, block, section), sketches in blocks.items():
            insert(ledger, "sketch", {"year": year, "block": block, "section": section, "sketches": sketches})
    ledger.close()


def row(ledger, table):
    cursor = ledger.execute(f"SELECT * FROM {table} LIMIT 1")
    return dict(zip([column[0] for column in cursor.description], cursor.fetchone()))


def insert(ledger, table, values):
    names = ", ".join(f'"{name}"' for name in values)
    ledger.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", list(values.values()))
