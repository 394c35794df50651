"""A made-up annual report with the form's three tables, written as .docx in many styles."""
import dataclasses
import zipfile
from xml.sax.saxutils import escape

AGENCY = "青岚市人民政府"
YEAR = 2024

LABELS = [
    ("received", "一、本年新收政府信息公开申请数量"),
    ("carried_in", "二、上年结转政府信息公开申请数量"),
    ("granted", "（一）予以公开"),
    ("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("refused.state_secret", "1.属于国家秘密"),
    ("refused.prohibited_by_law", "2.其他法律行政法规禁止公开"),
    ("refused.security_and_stability", "3.危及“三安全一稳定”"),
    ("refused.third_party_rights", "4.保护第三方合法权益"),
    ("refused.internal_affairs", "5.属于三类内部事务信息"),
    ("refused.process_information", "6.属于四类过程性信息"),
    ("refused.enforcement_files", "7.属于行政执法案卷"),
    ("refused.administrative_query", "8.属于行政查询事项"),
    ("unavailable.not_held", "1.本机关不掌握相关政府信息"),
    ("unavailable.needs_creation", "2.没有现成信息需要另行制作"),
    ("unavailable.unclear_after_correction", "3.补正后申请内容仍不明确"),
    ("not_processed.petition", "1.信访举报投诉类申请"),
    ("not_processed.repeated", "2.重复申请"),
    ("not_processed.publication", "3.要求提供公开出版物"),
    ("not_processed.excessive", "4.无正当理由大量反复申请"),
    ("not_processed.reconfirmation", "5.要求行政机关确认或重新出具已获取信息"),
    ("other.correction_overdue", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("other.fee_overdue", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("other.other", "3.其他"),
    ("total", "（七）总计"),
    ("carried_out", "四、结转下年度继续办理"),
]
GROUPS = {
    "refused": "（三）不予公开", "unavailable": "（四）无法提供",
    "not_processed": "（五）不予处理", "other": "（六）其他处理",
}
# Letters of labels that a careless typist gets wrong.
MISPRINTS = {
    "refused.prohibited_by_law": "2.其它法律行政法规禁止公开", "unavailable.not_held": "1.本机关不掌握相关的政府信息",
    "not_processed.excessive": "4.无正当理由大量重复申请",
    "other.fee_overdue": "2.申请人逾期未按收费通知要求交纳费用、行政机关不再处理其政府信息公开申请",
}


# Rows whose first number has a note, and rows whose label has a footnote.
NOTED = ("received", "granted", "refused.process_information", "unavailable.not_held", "other.other", "total")
FOOTNOTED = ("一、本年新收政府信息公开申请数量", "4.保护第三方合法权益", "1.本机关不掌握相关政府信息", "2.重复申请", "（七）总计")

RESULTS = [row for row, _ in LABELS if row not in ("received", "carried_in", "total", "carried_out")]


def numbers(results, carried_in, carried_out):
    """Every number of table 3 by its row, so that they keep all its sums."""
    rows = dict(results)
    rows["total"] = [sum(rows[row][column] for row in results) for column in range(6)]
    rows["carried_in"] = carried_in
    rows["carried_out"] = carried_out
    rows["received"] = [
        total + after - before
        for total, after, before in zip(rows["total"], rows["carried_out"], rows["carried_in"])
    ]
    return {row: parts + [sum(parts)] for row, parts in rows.items()}


def large():
    """Numbers of which none of several digits stands twice, so that one out of place shows."""
    return numbers(
        {row: [1001 + i * 7 + column * 211 for column in range(6)] for i, row in enumerate(RESULTS)},
        [301 + column * 17 for column in range(6)], [402 + column * 29 for column in range(6)])


def small():
    """What most reports have: a few requests, and zeros."""
    rows = {row: [0] * 6 for row in RESULTS}
    rows["granted"] = [14, 3, 0, 0, 0, 1]
    rows["unavailable.not_held"] = [1200, 0, 0, 2, 0, 0]
    return numbers(rows, [0] * 6, [5, 0, 0, 0, 0, 0])


TRUTH = {
    "disclosure": {
        "rules": [41, 37, 59], "normative_documents": [13, 12, 117], "licensing": 1418, "penalties": 236,
        "coercion": 1290, "fees_10k_yuan": "58.206",
    },
    "requests": large(),
    "review": {
        "reconsideration": [214, 63, 58, 47, 382], "litigation_direct": [115, 31, 86, 29, 261],
        "litigation_after_reconsideration": [132, 71, 94, 18, 315],
    },
}


def truth(style):
    """What is written in a style."""
    return TRUTH | {"requests": small()} if style.small else TRUTH


@dataclasses.dataclass(frozen=True)
class Style:
    """How the report looks. Lengths are points, as in the program; widths are shares of the text's width."""
    name: str
    font: str = "AR PL UMing CN"
    size: float = 10.5
    margins: tuple = (105, 74, 99, 79)
    landscape: bool = False
    labels: tuple = (37, 48, 136)
    numbers: tuple = (33, 31, 31, 34, 34, 28, 38)
    cell_margin: float = 5.4
    vertical: str = "center"
    aligned: str = "center"
    line: str = ""
    border: str = "single"
    thickness: int = 4
    borders: tuple = ("top", "left", "bottom", "right", "insideH", "insideV")
    splits: bool = True
    repeats_head: bool = False
    header: str = ""
    footer: str = ""
    misprints: bool = False
    small: bool = False
    # Some numbers have a note beside them.
    noted: bool = False
    # Labels of rows have footnotes.
    footnotes: bool = False


def cell(text, columns=1, merge="", label=True):
    """One cell; `merge` is `restart` or `continue` where it hangs together with those below or above."""
    return {"text": text, "columns": columns, "merge": merge, "label": label}


def disclosure_rows():
    truth = TRUTH["disclosure"]
    three = ["本年制发件数", "本年废止件数", "现行有效件数"]
    rows = []

    def item(title, heads, lines):
        rows.append([cell(title, 4)])
        rows.append([cell("信息内容")] + [cell(head, 4 - len(heads) if len(heads) == 1 else 1) for head in heads])
        for label, values in lines:
            span = 3 if len(values) == 1 else 1
            rows.append([cell(label)] + [cell(str(value), span, label=False) for value in values])

    item("第二十条第（一）项", three, [("规章", truth["rules"]), ("行政规范性文件", truth["normative_documents"])])
    item("第二十条第（五）项", ["本年处理决定数量"], [("行政许可", [truth["licensing"]])])
    item("第二十条第（六）项", ["本年处理决定数量"],
         [("行政处罚", [truth["penalties"]]), ("行政强制", [truth["coercion"]])])
    item("第二十条第（八）项", ["本年收费金额（单位：万元）"], [("行政事业性收费", [truth["fees_10k_yuan"]])])
    return rows, 0


def request_rows(style):
    head = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    rows = [
        [cell(head, 3, "restart"), cell("申请人情况", 7)],
        [cell("", 3, "continue"), cell("自然人", 1, "restart"), cell("法人或其他组织", 5), cell("总计", 1, "restart")],
        [cell("", 3, "continue"), cell("", 1, "continue")]
        + [cell(text) for text in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")]
        + [cell("", 1, "continue")],
    ]
    met = None
    for row, label in LABELS:
        if style.misprints:
            label = MISPRINTS.get(row, label)
        values = [cell(str(value), label=False) for value in truth(style)["requests"][row]]
        if style.noted and row in NOTED:
            values[0]["text"] += f"（其中网上{values[0]['text']}件）"
        group = row.split(".")[0] if "." in row else None
        if row in ("received", "carried_in", "carried_out"):
            rows.append([cell(label, 3)] + values)
            continue
        first = cell("三、本年度办理结果", 1, "restart") if row == "granted" else cell("", 1, "continue")
        if group:
            own = cell(GROUPS[group], 1, "restart") if group != met else cell("", 1, "continue")
            rows.append([first, own, cell(label)] + values)
        else:
            rows.append([first, cell(label, 2)] + values)
        met = group
    return rows, 3


def review_rows():
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    values = [str(value) for block in TRUTH["review"].values() for value in block]
    return [
        [cell("行政复议", 5), cell("行政诉讼", 10)],
        [cell(text, 1, "restart") for text in outcomes] + [cell("未经复议直接起诉", 5), cell("复议后起诉", 5)],
        [cell("", 1, "continue") for _ in outcomes] + [cell(text) for text in outcomes * 2],
        [cell(value, label=False) for value in values],
    ], 3


def run(text, size):
    properties = f'<w:rPr><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text, size=16, indent=True, align="", line=560, rule="exact"):
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="{rule}"/>'
    first = f'<w:ind w:firstLine="{size * 40:.0f}"/>' if indent else ""
    centred = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{spacing}{first}{centred}</w:pPr>{run(text, size) if text else ''}</w:p>"


def table(rows, head, widths, style):
    total = 595.3 - style.margins[1] - style.margins[3] if not style.landscape else (
        841.9 - style.margins[1] - style.margins[3])
    twips = [round(width / sum(widths) * total * 20) for width in widths]
    side = f'w:val="{style.border}" w:sz="{style.thickness}" w:space="0" w:color="000000"'
    borders = "".join(f"<w:{name} {side}/>" for name in style.borders)
    margin = round(style.cell_margin * 20)
    text = (
        f'<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="{sum(twips)}"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in twips) + "</w:tblGrid>"
    )
    for index, row in enumerate(rows):
        properties = "" if style.splits else "<w:cantSplit/>"
        properties += "<w:tblHeader/>" if style.repeats_head and index < head else ""
        text += f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"
        column = 0
        for entry in row:
            text += table_cell(entry, sum(twips[column:column + entry["columns"]]), style)
            column += entry["columns"]
        text += "</w:tr>"
    return text + "</w:tbl>"


def table_cell(entry, width, style):
    properties = f'<w:tcW w:type="dxa" w:w="{width}"/>'
    if entry["columns"] > 1:
        properties += f'<w:gridSpan w:val="{entry["columns"]}"/>'
    if entry["merge"]:
        properties += f'<w:vMerge w:val="{entry["merge"]}"/>'
    properties += f'<w:vAlign w:val="{style.vertical}"/>'
    align = "" if entry["label"] else style.aligned
    line, rule = (style.line or "240 auto").split()
    text = paragraph(entry["text"], style.size, indent=False, align=align, line=int(line), rule=rule)
    if style.footnotes and entry["text"] in FOOTNOTED:
        number = FOOTNOTED.index(entry["text"]) + 1
        mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        text = text.replace("</w:p>", mark + "</w:p>")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>"


def body(style, spacers, step):
    """The report with so many empty lines of `step` points above its tables."""
    received = truth(style)["requests"]["received"][-1]
    parts = [paragraph(f"{AGENCY}{YEAR}年政府信息公开工作年度报告", 18, False, "center")]
    parts += [paragraph(text) for text in (
        "根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"
        f"编制本报告。所列数据的统计期限为{YEAR}年1月1日至{YEAR}年12月31日。",
        "一、总体情况", "（一）主动公开。本年及时更新机构职能和办事指南。",
        f"（二）依申请公开。全年共收到政府信息公开申请{received}件，均已按期答复。",
        "（三）政府信息管理。严格执行发布前的审查。", "（四）政府信息公开平台建设。安排专人维护网站栏目。",
        "（五）监督保障。把公开工作列入年度考核。")]
    parts += [paragraph("", 8, False, line=round(step * 20)) for _ in range(spacers)]
    parts.append(paragraph("二、主动公开政府信息情况"))
    parts.append(table(*disclosure_rows(), (104, 90, 88, 88), style))
    parts.append(paragraph("三、收到和处理政府信息公开申请情况"))
    parts.append(table(*request_rows(style), style.labels + style.numbers, style))
    parts.append(paragraph("四、政府信息公开行政复议、行政诉讼情况"))
    parts.append(table(*review_rows(), (1,) * 15, style))
    parts += [paragraph(text) for text in (
        "五、存在的主要问题及改进情况",
        "存在的问题：一是解读材料偏少，二是栏目更新不够及时。改进措施：一是每项新政策配发图解，二是每月检查一次栏目更新情况。",
        "六、其他需要报告的事项", f"{YEAR}年度没有收取信息处理费。")]
    return "".join(parts)


def footnotes():
    """A note for each label that has one."""
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{run("与上年口径一致。", 9)}</w:p></w:footnote>'
        for number in range(1, len(FOOTNOTED) + 1))
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{notes}</w:footnotes>"


def furniture(kind, text):
    """A running head or foot; `#` in its text is the page's number."""
    pieces = text.split("#")
    number = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' + more for kind, more in (
        ("begin", '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'), ("end", "")))
    runs = number.join(run(piece, 10.5) if piece else "" for piece in pieces)
    tag = "hdr" if kind == "header" else "ftr"
    return f'{DECLARATION}<w:{tag} {NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs}</w:p></w:{tag}>'


DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:r="{OFFICE}/officeDocument/2006/relationships"')
PACKAGE = f"{OFFICE}/package/2006"
KINDS = f"{OFFICE}/officeDocument/2006/relationships"
PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write(path, style, spacers, step):
    """Writes the report as a .docx."""
    parts = {kind: text for kind, text in (("header", style.header), ("footer", style.footer)) if text}
    width, height = (16838, 11906) if style.landscape else (11906, 16838)
    top, right, bottom, left = (round(margin * 20) for margin in style.margins)
    references = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in parts)
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{right}" '
        f'w:bottom="{bottom}" w:left="{left}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>')
    fonts = f'w:ascii="{style.font}" w:hAnsi="{style.font}" w:eastAsia="{style.font}"'
    styles = f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/></w:rPr></w:rPrDefault></w:docDefaults>"
    names = ["document", "styles"] + list(parts) + (["footnotes"] if style.footnotes else [])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", (
            f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' + "".join(
                f'<Override PartName="/word/{name}.xml" ContentType="{PARTS}.'
                f'{"document.main" if name == "document" else name}+xml"/>' for name in names) + "</Types>"))
        package.writestr("_rels/.rels", relations([("document", "officeDocument", "word/document.xml")]))
        package.writestr("word/_rels/document.xml.rels", relations(
            [(name, name, f"{name}.xml") for name in names[1:]]))
        package.writestr("word/document.xml", (
            f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body(style, spacers, step)}{section}</w:body></w:document>"))
        package.writestr("word/styles.xml", f"{DECLARATION}<w:styles {NAMESPACES}>{styles}</w:styles>")
        for kind, text in parts.items():
            package.writestr(f"word/{kind}.xml", furniture(kind, text))
        if style.footnotes:
            package.writestr("word/footnotes.xml", footnotes())


def relations(targets):
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="{key}" Type="{KINDS}/{kind}" Target="{target}"/>' for key, kind, target in targets
    ) + "</Relationships>"
