"""The styles in which the sweep writes the report."""
from form import Style

WIDE = (45, 60, 110)
VERTICAL = ("top", "left", "bottom", "right", "insideV")
STYLES = [
    Style("song"),
    Style("kai-12", font="AR PL UKai CN", size=12),
    Style("hei-9", font="WenQuanYi Zen Hei", size=9, margins=(72, 90, 72, 90)),
    Style("noto-serif", font="Noto Serif CJK SC", size=9, labels=WIDE),
    Style("noto-sans-top", font="Noto Sans CJK SC", size=10.5, vertical="top", aligned="left"),
    Style("narrow", size=12, numbers=(22, 22, 22, 22, 22, 22, 26), cell_margin=2),
    Style("bottom", vertical="bottom", aligned="right"),
    Style("repeats", repeats_head=True, footer="- # -"),
    Style("whole-rows", splits=False, footer="第 # 页"),
    Style("furnished", header="青岚市水利局政府信息公开工作年度报告", footer="青岚市水利局　#"),
    Style("landscape", landscape=True, size=14, footer="#"),
    Style("double", border="double", size=12),
    Style("thick", thickness=18, font="WenQuanYi Zen Hei"),
    Style("misprinted", misprints=True, size=12),
    Style("tight", size=14, labels=(24, 30, 80), numbers=(30,) * 6 + (34,), cell_margin=1, margins=(60, 50, 60, 50)),
    Style("zeros", small=True, font="AR PL UKai CN"),
    Style("spaced", line="360 auto", small=True),
    Style("exact", line="280 exact", vertical="top"),
    Style("short-pages", margins=(300, 74, 290, 79)),
    Style("tiny-pages", size=14, labels=(30, 40, 90), margins=(370, 50, 370, 50)),
    Style("padded", cell_margin=8),
    Style("horizontal", borders=("top", "bottom", "insideH")),
    Style("horizontal-12", borders=("top", "bottom", "insideH"), size=12, font="AR PL UKai CN", footer="- # -"),
    Style("vertical", borders=VERTICAL),
    Style("vertical-small", borders=VERTICAL, small=True, size=12, font="AR PL UKai CN", footer="- # -"),
    Style("vertical-top", borders=VERTICAL, vertical="top", aligned="left", size=9, font="Noto Sans CJK SC"),
    Style("vertical-bottom", borders=VERTICAL, vertical="bottom", small=True, misprints=True),
    Style("noted", noted=True),
    Style("footnoted", footnotes=True, header="青岚市人民政府", footer="#"),
    Style("unruled", borders=(), small=True),
    Style("unruled-large", borders=(), size=9, font="Noto Sans CJK SC"),
]
