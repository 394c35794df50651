"""The known report as a web page of a portal, and as a web archive (mht)."""
import quopri
from html import escape

import known
from form import TABLES


def _table(section):
    rows = []
    for row in TABLES[section]:
        cells = []
        for cell in row:
            spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            cells.append(f"<td{spans}><p>{escape(cell.text)}</p></td>")
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return '<table border="1" cellspacing="0"><tbody>\n' + "\n".join(rows) + "\n</tbody></table>"


def _content():
    pieces = [f"<h1>{known.TITLE}</h1>", f"<p>{known.PREAMBLE}</p>"]
    for section in range(6):
        pieces.append(f"<h2>{known.heading(section)}</h2>")
        pieces += [f"<p>&emsp;&emsp;{escape(text)}</p>" for text in known.passages(section)]
        pieces += [_table(section)] if section in TABLES else []
    pieces += [f'<p style="text-align:right">{text}</p>' for text in known.SIGNATURE]
    return "\n".join(pieces)


def page(charset="utf-8"):
    """A page with a portal's furniture around the report."""
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{known.TITLE}_青岚市人民政府门户网站</title>
<style>td {{ padding: 2px }}</style><script>var visits = 40321;</script></head>
<body><header><nav><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zmhd/">政民互动</a></li></ul></nav></header>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 政府信息公开年报</div>
<div class="article" id="zoom">
{_content()}
</div>
<div class="share"><a href="#">打印</a> <a href="#">关闭</a></div>
<footer><p>主办：青岚市人民政府办公室　网站标识码：0000000000</p></footer></body></html>
"""


def archive():
    """As browsers and WPS save it: one part, GBK, quoted-printable."""
    body = quopri.encodestring(page("gb2312").encode("gb18030")).decode("ascii")
    lines = [
        "From: <Saved by a browser>", f"Subject: =?utf-8?Q?{quopri.encodestring('年报'.encode()).decode().strip()}?=",
        "MIME-Version: 1.0", 'Content-Type: multipart/related; type="text/html"; boundary="----=_NextPart_000"', "",
        "This is a multi-part message in MIME format.", "", "------=_NextPart_000",
        'Content-Type: text/html; charset="gb2312"', "Content-Transfer-Encoding: quoted-printable",
        "Content-Location: http://www.example.gov.cn/report.html", "",
    ]
    return "\r\n".join(lines + body.split("\n") + ["------=_NextPart_000--", ""])
