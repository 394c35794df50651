"""The three tables of the national form, as the known report fills them in: rows of cells with their spans."""
from collections import namedtuple

from known import DISCLOSURE, RESULTS, REQUESTS, REVIEW

Cell = namedtuple("Cell", "text columns rows", defaults=(1, 1))


def _grouped(number):
    return f"{number:,}" if isinstance(number, int) else number


def disclosure():
    counts = [Cell("信息内容")] + [Cell(text) for text in ("本年制发件数", "本年废止件数", "现行有效件数")]
    decisions = [Cell("信息内容"), Cell("本年处理决定数量", 3)]

    def one(label, value):
        return [Cell(label), Cell(_grouped(value), 3)]

    return [
        [Cell("第二十条第（一）项", 4)], counts,
        [Cell("规章")] + [Cell(str(n)) for n in DISCLOSURE["rules"]],
        [Cell("行政规范性文件")] + [Cell(str(n)) for n in DISCLOSURE["normative_documents"]],
        [Cell("第二十条第（五）项", 4)], decisions, one("行政许可", DISCLOSURE["licensing"]),
        [Cell("第二十条第（六）项", 4)], decisions, one("行政处罚", DISCLOSURE["penalties"]),
        one("行政强制", DISCLOSURE["coercion"]),
        [Cell("第二十条第（八）项", 4)], [Cell("信息内容"), Cell("本年收费金额（单位：万元）", 3)],
        one("行政事业性收费", DISCLOSURE["fees_10k_yuan"]),
    ]


def requests():
    def values(row):
        return [Cell(str(n)) for n in REQUESTS[row]]

    rows = [
        [Cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), Cell("申请人情况", 7)],
        [Cell("自然人", 1, 2), Cell("法人或其他组织", 5), Cell("总计", 1, 2)],
        [Cell(text) for text in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
        [Cell("一、本年新收政府信息公开申请数量", 3)] + values("received"),
        [Cell("二、上年结转政府信息公开申请数量", 3)] + values("carried_in"),
    ]
    groups = [row[1] for row in RESULTS]
    for index, (row, group, label) in enumerate(RESULTS):
        cells = [Cell("三、本年度办理结果", 1, len(RESULTS) + 1)] if index == 0 else []
        if group is None:
            cells.append(Cell(label, 2))
        else:
            if groups.index(group) == index:
                cells.append(Cell(group, 1, groups.count(group)))
            cells.append(Cell(label))
        rows.append(cells + values(row))
    rows.append([Cell("（七）总计", 2)] + values("total"))
    rows.append([Cell("四、结转下年度继续办理", 3)] + values("carried_out"))
    return rows


def review():
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    return [
        [Cell("行政复议", 5), Cell("行政诉讼", 10)],
        [Cell(text, 1, 2) for text in outcomes] + [Cell("未经复议直接起诉", 5), Cell("复议后起诉", 5)],
        [Cell(text) for text in outcomes + outcomes],
        [Cell(str(n)) for block in REVIEW.values() for n in block],
    ]


# By the index of the section under which they stand.
TABLES = {1: disclosure(), 2: requests(), 3: review()}
WIDTHS = {1: 4, 2: 10, 3: 15}


def grid(section):
    """The table as a rectangle: each place holds its cell where the cell begins, `None` where another cell covers it."""
    rows = TABLES[section]
    places = [[False] * WIDTHS[section] for _ in rows]
    result = [[None] * WIDTHS[section] for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while places[y][x]:
                x += 1
            result[y][x] = cell
            for covered in range(y, y + cell.rows):
                places[covered][x:x + cell.columns] = [True] * cell.columns
    assert all(all(row) for row in places), "the spans leave a hole"
    return result
