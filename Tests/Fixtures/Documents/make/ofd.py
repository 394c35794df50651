"""The known report as an OFD file (GB/T 33190), written by hand: text with positions, rules of the tables as paths."""
import zipfile
from xml.sax.saxutils import escape

import known
from form import TABLES, grid

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
WIDTH, HEIGHT, MARGIN = 210, 297, 22
BODY, SMALL = 4.2, 3.0
# The shares of a table's width, column by column.
SHARES = {1: [3, 3, 3, 3], 2: [2, 2.4, 4.6] + [1.7] * 7, 3: [1] * 15}


class Pages:
    """Lays lines and rows on pages, from top to bottom."""

    def __init__(self):
        self.pages, self.top, self.id = [[]], MARGIN, 100

    def next_id(self):
        self.id += 1
        return self.id

    def room(self, height):
        if self.top + height > HEIGHT - MARGIN:
            self.pages.append([])
            self.top = MARGIN

    def text(self, text, x, y, size):
        """One line of text; every letter is as wide as `size`, digits and letters of Latin half."""
        widths = [size / 2 if ord(letter) < 0x250 else size for letter in text]
        steps = " ".join(f"{width:g}" for width in widths[:-1])
        deltas = f' DeltaX="{steps}"' if steps else ""
        self.pages[-1].append(
            f'<ofd:TextObject ID="{self.next_id()}" Boundary="{x:g} {y:g} {sum(widths):g} {size * 1.2:g}" Font="3" '
            f'Size="{size:g}"><ofd:TextCode X="0" Y="{size:g}"{deltas}>{escape(text)}</ofd:TextCode></ofd:TextObject>')

    def rule(self, x1, y1, x2, y2):
        self.pages[-1].append(
            f'<ofd:PathObject ID="{self.next_id()}" Boundary="{x1:g} {y1:g} {max(x2 - x1, 0.2):g} {max(y2 - y1, 0.2):g}" '
            f'LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L {x2 - x1:g} {y2 - y1:g}</ofd:AbbreviatedData></ofd:PathObject>')

    def paragraph(self, text, size=BODY, indent=2):
        for line in wrapped("　" * indent + text, WIDTH - 2 * MARGIN, size):
            self.room(size * 1.7)
            spaces = len(line) - len(line.lstrip("　"))
            self.text(line.lstrip("　"), MARGIN + spaces * size, self.top, size)
            self.top += size * 1.7
        self.top += 1


def wrapped(text, width, size):
    lines, line, used = [], "", 0
    for letter in text:
        step = size / 2 if ord(letter) < 0x250 else size
        if used + step > width + 0.01:
            lines, line, used = lines + [line], "", 0
        line, used = line + letter, used + step
    return lines + [line]


def table(pages, section):
    total = WIDTH - 2 * MARGIN
    unit = total / sum(SHARES[section])
    edges = [MARGIN]
    for share in SHARES[section]:
        edges.append(edges[-1] + share * unit)
    rows = grid(section)
    heights = [_height(row, edges) for row in rows]
    for first, last in _chunks(pages, rows, heights):
        pages.room(sum(heights[first:last]))
        _rows(pages, rows, heights, edges, first, last)
    pages.top += 4


def _height(row, edges):
    lines = [1]
    for x, cell in enumerate(row):
        if cell and cell.rows == 1:
            lines.append(len(wrapped(cell.text, edges[x + cell.columns] - edges[x] - 1, SMALL)))
    return max(lines) * SMALL * 1.3 + 2


def _chunks(pages, rows, heights):
    """Runs of rows that fit on what is left of the page, then on whole pages."""
    first, left = 0, HEIGHT - MARGIN - pages.top
    while first < len(rows):
        last, used = first, 0
        while last < len(rows) and used + heights[last] <= left:
            used, last = used + heights[last], last + 1
        if last > first:
            yield first, last
        first, left = last, HEIGHT - 2 * MARGIN


def _rows(pages, rows, heights, edges, first, last):
    tops = [pages.top]
    for height in heights[first:last]:
        tops.append(tops[-1] + height)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell is None or y + cell.rows <= first or y >= last:
                continue
            top = tops[max(y, first) - first]
            bottom = tops[min(y + cell.rows, last) - first]
            left, right = edges[x], edges[x + cell.columns]
            for line in ((left, top, right, top), (left, bottom, right, bottom),
                         (left, top, left, bottom), (right, top, right, bottom)):
                pages.rule(*line)
            if y >= first:
                _cell(pages, cell.text, left, top, right)
    pages.top = tops[-1]


def _cell(pages, text, left, top, right):
    for number, line in enumerate(wrapped(text, right - left - 1, SMALL)):
        pages.text(line, left + 0.5, top + 1 + number * SMALL * 1.3, SMALL)


def write(path):
    pages = Pages()
    pages.paragraph(known.TITLE, size=5.6, indent=1)
    pages.paragraph(known.PREAMBLE)
    for section in range(6):
        pages.paragraph(known.heading(section))
        for passage in known.passages(section):
            pages.paragraph(passage)
        if section in TABLES:
            table(pages, section)
    for line in known.SIGNATURE:
        pages.paragraph(line, indent=26)
    _package(path, pages)


def _package(path, pages):
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH} {HEIGHT}</ofd:PhysicalBox></ofd:PageArea>"
    count = len(pages.pages)
    members = {
        "OFD.xml": f'<ofd:OFD {SPACE} DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo><ofd:DocID>'
                   f"00000000000000000000000000000001</ofd:DocID></ofd:DocInfo>"
                   f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>{pages.id}</ofd:MaxUnitID>{area}"
                              f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
                              + "".join(f'<ofd:Page ID="{10 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>'
                                        for n in range(count)) + "</ofd:Pages></ofd:Document>",
        "Doc_0/PublicRes.xml": f'<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体" '
                               f'FamilyName="宋体"/></ofd:Fonts></ofd:Res>',
    }
    for number, objects in enumerate(pages.pages):
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f'<ofd:Page {SPACE}>{area}<ofd:Content><ofd:Layer ID="{80 + number}">' + "\n".join(objects)
            + _footer(pages, number) + "</ofd:Layer></ofd:Content></ofd:Page>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, (2025, 1, 17, 9, 0, 0))
            archive.writestr(info, head + text, zipfile.ZIP_DEFLATED)


def _footer(pages, number):
    return (f'<ofd:TextObject ID="{pages.next_id()}" Boundary="100 281 12 4" Font="3" Size="3"><ofd:TextCode X="0" Y="3" '
            f'DeltaX="g 4 1.5">- {number + 1} -</ofd:TextCode></ofd:TextObject>')
