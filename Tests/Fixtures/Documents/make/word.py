"""The known report as a Word document, with python-docx.

As Word makes it: headings and aspects numbered by a list of the styles, merged cells with gridSpan and vMerge, a footnote, a
header, and a footer with the page number.
"""
import zipfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

import known
from form import TABLES, WIDTHS, grid

FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{known.FOOTNOTE}</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def _numbering(document):
    """A list of two levels, 一、 and （一）; the id of the list."""
    part = document.part.numbering_part.element
    level = ('<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:suff w:val="nothing"/>'
             '<w:lvlText w:val="{2}"/><w:lvlJc w:val="left"/></w:lvl>')
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
        + level.format(0, "chineseCountingThousand", "%1、") + level.format(1, "chineseCountingThousand", "（%2）")
        + "</w:abstractNum>")
    part.insert(0, definition)
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return 90


def _numbered(paragraph, level):
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'))
    return paragraph


def _font(style, size, bold=False):
    style.font.name, style.font.size, style.font.bold = "Noto Serif CJK SC", Pt(size), bold
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "Noto Serif CJK SC")


def _field(paragraph, instruction):
    for piece in ('<w:fldChar w:fldCharType="begin"/>', f"<w:instrText>{instruction}</w:instrText>",
                  '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>'):
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}>{piece}</w:r>'))


def _table(document, section):
    rows = grid(section)
    table = document.add_table(len(rows), WIDTHS[section], style="Table Grid")
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell is None:
                continue
            place = table.cell(y, x)
            if cell.columns > 1 or cell.rows > 1:
                place = place.merge(table.cell(y + cell.rows - 1, x + cell.columns - 1))
            place.paragraphs[0].add_run(cell.text).font.size = Pt(9)


def _with_footnote(paragraph, text):
    before, after = text.split(known.FOOTNOTE_BEHIND, 1)
    paragraph.add_run(before + known.FOOTNOTE_BEHIND)
    paragraph._p.append(parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'))
    paragraph.add_run(after)


def write(path, automatic=True):
    """Writes it; with numbers and notes as Word draws them, or, not `automatic`, with typed numbers and no notes."""
    document = docx.Document()
    _font(document.styles["Normal"], 12)
    _font(document.styles["Heading 1"], 14, bold=True)
    _numbering(document)
    page = document.sections[0]
    page.header.paragraphs[0].text = known.HEADER
    _field(page.footer.paragraphs[0], "PAGE")
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(known.TITLE).font.size = Pt(18)
    document.add_paragraph(known.PREAMBLE)
    for section in range(6):
        _heading(document, section, automatic)
        for number, text in enumerate(known.PASSAGES[section]):
            paragraph = document.add_paragraph()
            if section == 0 and automatic:
                _numbered(paragraph, 1)
            if number == 0 and section == 0 and automatic:
                _with_footnote(paragraph, text)
            else:
                paragraph.add_run(text if automatic else known.passages(section)[number])
        if section in TABLES:
            _table(document, section)
    for line in known.SIGNATURE:
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.core_properties.author = document.core_properties.comments = ""
    document.save(path)
    if automatic:
        _add_footnotes(path)


def _heading(document, section, automatic):
    heading = document.add_heading(level=1)
    if automatic:
        _numbered(heading, 0).add_run(known.SECTIONS[section])
    else:
        heading.add_run(known.heading(section))


def _add_footnotes(path):
    """python-docx has no footnotes: the part is put into the package."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    types = members["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    members["[Content_Types].xml"] = types.replace(
        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>').encode()
    relations = members["word/_rels/document.xml.rels"].decode()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    members["word/_rels/document.xml.rels"] = relations.replace(
        "</Relationships>",
        f'<Relationship Id="rIdNotes" Type="{office}" Target="footnotes.xml"/></Relationships>').encode()
    members["word/footnotes.xml"] = FOOTNOTES.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            if not name.startswith("docProps/thumbnail"):
                archive.writestr(zipfile.ZipInfo(name, (2025, 1, 17, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
