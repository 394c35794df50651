"""Made-up reports of real size in each format, and as many different ones as are asked for."""
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Fixtures/Documents/make"))

import known  # noqa: E402
import ofd  # noqa: E402
import text  # noqa: E402
import web  # noqa: E402
import word  # noqa: E402

# Real reports have some 3,300 letters, a thousand more than the known one.
LONGER = [
    "本年度结合机构职能调整，对专栏目录逐项核对，补充了办事指南、服务事项和联系方式，撤下已经失效的内容，方便群众查找使用。",
    "围绕群众关心的就业、教育、医疗、住房等事项及时发布信息，对涉及面广的政策同步作出说明，并在办事大厅提供纸质材料。",
    "对拟公开的内容实行起草、审查、核准三道把关，涉及商业秘密和个人隐私的内容先作区分处理，再按规定发布，全年没有发生泄密事件。",
    "注重听取群众意见，对来信来电反映的问题逐一登记，能当场说明的当场说明，需要协调的及时转有关科室办理，并把办理情况告知来信人。",
    "对下级单位加强指导，召开座谈会听取基层意见，印发操作手册，对新任职的工作人员单独辅导，使其尽快熟悉条例和办理流程。",
]


def lengthen():
    """Makes the known report as long as a real one."""
    for passage, more in zip(known.PASSAGES[0], LONGER):
        at = known.PASSAGES[0].index(passage)
        known.PASSAGES[0][at] = passage + more * 3


def convert(source, ending, filter_name, target):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
             f"{ending}:{filter_name}", "--outdir", folder, str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.move(pathlib.Path(folder) / f"{source.stem}.{ending}", target)


def drop_picture(path):
    """Takes the mention of a preview out, which python-docx looks for and the file does not have."""
    with zipfile.ZipFile(path) as package:
        members = {member: package.read(member) for member in package.namelist()}
    name = "_rels/.rels"
    members[name] = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", members[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for member, content in members.items():
            package.writestr(member, content)


def each_format(folder):
    """The report in every format that is measured: its file by its ending."""
    lengthen()
    files = {ending: folder / f"report.{ending}" for ending in ("docx", "doc", "pdf", "html", "ofd", "txt")}
    word.write(str(files["docx"]))
    drop_picture(files["docx"])
    convert(files["docx"], "doc", "MS Word 97", files["doc"])
    convert(files["docx"], "pdf", "writer_pdf_Export", files["pdf"])
    files["html"].write_text(web.page())
    ofd.write(str(files["ofd"]))
    files["txt"].write_text(text.tabbed())
    return files


def name(number):
    """A body's name of as many letters as the known one's."""
    digits = "〇一二三四五六七八九"
    return "青岚市" + "".join(digits[int(digit)] for digit in f"{number:05d}") + "局"


def letters(seed, count):
    """Prose of its own: what bodies copy from one another is another matter."""
    chosen = random.Random(seed)
    return "".join(chr(0x5000 + chosen.randrange(0x1000)) for _ in range(count - 1)) + "。"


def many(source, count, folder):
    """As many .docx of different bodies as are asked for, of which each is in a folder that exists."""
    with zipfile.ZipFile(source) as package:
        members = {member: package.read(member) for member in package.namelist()}
    document = members["word/document.xml"].decode()
    for number in range(count):
        own = document.replace(known.AGENCY, name(number))
        for sentence in LONGER:
            own = own.replace(sentence, letters(number, len(sentence)))
        members["word/document.xml"] = own.encode()
        with zipfile.ZipFile(folder / f"{number:05d}.docx", "w", zipfile.ZIP_DEFLATED) as package:
            for member, content in members.items():
                package.writestr(member, content)
