"""Gives the entry on standard input other fields, as logger --journald takes them: forge.py FIELD=VALUE..."""

import json
import sys

entry = {name: value for name, value in json.load(sys.stdin).items() if not name.startswith("_") and isinstance(value, str)}
entry.update(field.split("=", 1) for field in sys.argv[1:])
for name, value in entry.items():
    # What has several lines, logger can't send.
    print(f"{name}={value}" if "\n" not in value else f"{name}=")
