"""The known report: what it says, apart from how a file shows it.

The place and its government do not exist. Every number is used once and none is zero, so that a cell that moves shows.
"""

AGENCY = "青岚市人民政府"
YEAR = 2024
TITLE = f"{AGENCY}{YEAR}年政府信息公开工作年度报告"
PREAMBLE = (
    "根据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。"
    f"本报告所列数据的统计期限自{YEAR}年1月1日起至{YEAR}年12月31日止。"
)
SIGNATURE = [AGENCY, f"{YEAR + 1}年1月17日"]
FOOTNOTE = "专栏地址见市政府门户网站首页。"
HEADER = "政府信息公开工作年度报告"
# The passage that bears the footnote, and the words behind which its mark stands.
FOOTNOTE_BEHIND = "公开专栏"

SECTIONS = [
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
]
NUMERALS = "一二三四五六七八九"

APPLICANTS = ["natural_person", "business", "research", "public_welfare", "legal_service", "other", "total"]

# Row id, group, label: 三、本年度办理结果.
RESULTS = [
    ("granted", None, "（一）予以公开"),
    ("partly_granted", None, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("refused.state_secret", "（三）不予公开", "1.属于国家秘密"),
    ("refused.prohibited_by_law", "（三）不予公开", "2.其他法律行政法规禁止公开"),
    ("refused.security_and_stability", "（三）不予公开", "3.危及“三安全一稳定”"),
    ("refused.third_party_rights", "（三）不予公开", "4.保护第三方合法权益"),
    ("refused.internal_affairs", "（三）不予公开", "5.属于三类内部事务信息"),
    ("refused.process_information", "（三）不予公开", "6.属于四类过程性信息"),
    ("refused.enforcement_files", "（三）不予公开", "7.属于行政执法案卷"),
    ("refused.administrative_query", "（三）不予公开", "8.属于行政查询事项"),
    ("unavailable.not_held", "（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("unavailable.needs_creation", "（四）无法提供", "2.没有现成信息需要另行制作"),
    ("unavailable.unclear_after_correction", "（四）无法提供", "3.补正后申请内容仍不明确"),
    ("not_processed.petition", "（五）不予处理", "1.信访举报投诉类申请"),
    ("not_processed.repeated", "（五）不予处理", "2.重复申请"),
    ("not_processed.publication", "（五）不予处理", "3.要求提供公开出版物"),
    ("not_processed.excessive", "（五）不予处理", "4.无正当理由大量反复申请"),
    ("not_processed.reconfirmation", "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
    ("other.correction_overdue", "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("other.fee_overdue", "（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("other.other", "（六）其他处理", "3.其他"),
]


def _with_total(parts):
    return parts + [sum(parts)]


def _requests():
    rows = {row[0]: _with_total([101 + index + 23 * column for column in range(6)])
            for index, row in enumerate(RESULTS)}
    totals = [sum(row[column] for row in rows.values()) for column in range(6)]
    carried_in = [301 + 17 * column for column in range(6)]
    carried_out = [402 + 29 * column for column in range(6)]
    rows["total"] = _with_total(totals)
    rows["carried_in"] = _with_total(carried_in)
    rows["carried_out"] = _with_total(carried_out)
    rows["received"] = _with_total([totals[i] + carried_out[i] - carried_in[i] for i in range(6)])
    return rows


DISCLOSURE = {
    "rules": [15, 10, 64], "normative_documents": [19, 12, 88],
    "licensing": 1418, "penalties": 279, "coercion": 29, "fees_10k_yuan": "58.206",
}
REQUESTS = _requests()
REVIEW = {
    "reconsideration": _with_total([21, 6, 5, 4]),
    "litigation_direct": _with_total([14, 3, 8, 2]),
    "litigation_after_reconsideration": _with_total([13, 7, 9, 1]),
}

PASSAGES = [
    [
        # The five aspects are numbered （一）to（五）.
        f"主动公开情况。全年在门户网站公开专栏公布政府信息977条，其中，规划计划类432条、民生保障类351条、城市建设类194条。",
        f"依申请公开情况。全年新收政府信息公开申请{REQUESTS['received'][-1]}件，均在法定期限内答复。",
        "政府信息管理情况。公文拟稿时同步确定公开属性，每季度清理失效文件。",
        "政府信息公开平台建设情况。改版门户网站公开专栏，手机也能查阅。",
        "监督保障情况。明确分管负责人和承办科室，全年组织业务培训两次。",
    ],
    [], [], [],
    [
        "存在的主要问题：一是政策解读形式较为单一，群众不易看懂；二是公开目录更新不够及时。",
        "改进情况：一是增加图表和问答式解读，每季度选取两个热点问题作专题说明；二是把目录更新纳入月度检查。",
    ],
    [f"{YEAR}年，本机关未收取政府信息公开信息处理费。无其他需要报告的事项。"],
]


def heading(index):
    return f"{NUMERALS[index]}、{SECTIONS[index]}"


def passages(index):
    """The passages of a section, with the numbers that a word processor would draw."""
    if index == 0:
        return [f"（{NUMERALS[number]}）{text}" for number, text in enumerate(PASSAGES[0])]
    return PASSAGES[index]


def expected():
    """What a reader must find, in the shape of a result."""
    return {
        "title": TITLE, "agency": AGENCY, "year": YEAR, "verdict": "accepted",
        "sections": {str(index + 1): title for index, title in enumerate(SECTIONS)},
        "disclosure": DISCLOSURE, "requests": REQUESTS, "review": REVIEW,
    }


def check():
    """Every number once, none zero, but for the two that sentences repeat."""
    cells = [n for row in REQUESTS.values() for n in row] + [n for row in REVIEW.values() for n in row]
    for value in DISCLOSURE.values():
        cells += value if isinstance(value, list) else [value]
    assert len(cells) == len(set(map(str, cells))), "a number stands twice"
    assert 0 not in cells


check()
