"""The known report as text: tabs, bars, a cell a line, and Markdown."""
import known
from form import TABLES, grid


def _report(write_table):
    lines = [known.TITLE, "", known.PREAMBLE, ""]
    for section in range(6):
        lines += [known.heading(section), ""] + known.passages(section)
        lines += write_table(section) if section in TABLES else []
        lines.append("")
    return "\n".join(lines + known.SIGNATURE) + "\n"


def _places(section):
    return [[cell.text if cell else "" for cell in row] for row in grid(section)]


def _tabs(section):
    return ["\t".join(row) for row in _places(section)]


def _bars(section):
    """As saved web pages have them: only the cells that begin in a row."""
    return [" | ".join(cell.text for cell in row) + " |" for row in TABLES[section]]


def _cell_lines(section):
    return [line for row in TABLES[section] for line in ["\t" + cell.text for cell in row] + [""]]


def _markdown(section):
    lines = ["| " + " | ".join(row) + " |" for row in _places(section)]
    return [lines[0], "|" + " --- |" * len(_places(section)[0])] + lines[1:] + [""]


def tabbed():
    return _report(_tabs)


def barred():
    return _report(_bars)


def cell_lines():
    return _report(_cell_lines)


def markdown():
    lines = [f"# {known.TITLE}", "", known.PREAMBLE, ""]
    for section in range(6):
        lines += [f"## {known.heading(section)}", ""]
        lines += [line for passage in known.passages(section) for line in (passage, "")]
        lines += _markdown(section) if section in TABLES else []
    return "\n".join(lines + ["\n\n".join(known.SIGNATURE)]) + "\n"
