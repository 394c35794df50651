#!/usr/bin/python3
"""Writes the known report in every format into the folder above. README.md says what is needed."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

import known
import ofd
import sheet
import text
import web
import word

TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir)


def put(name, content, encoding="utf-8"):
    with open(os.path.join(TARGET, name), "wb") as file:
        file.write(content.encode(encoding))


def convert(source, ending, filter_name, target):
    """Has LibreOffice write a document in another format."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
             f"{ending}:{filter_name}", "--outdir", folder, source], check=True, stdout=subprocess.DEVNULL)
        made = os.path.splitext(os.path.basename(source))[0] + "." + ending
        shutil.copyfile(os.path.join(folder, made), os.path.join(TARGET, target))


def main():
    put("known.json", json.dumps(known.expected(), ensure_ascii=False, indent=1) + "\n")
    put("known.txt", text.tabbed())
    put("known-bars.txt", text.barred())
    put("known-cells.txt", text.cell_lines(), "gb18030")
    put("known.md", text.markdown())
    put("known.html", web.page())
    put("known.mht", web.archive(), "ascii")
    path = os.path.join(TARGET, "known.docx")
    word.write(path)
    sheet.write(os.path.join(TARGET, "known.xlsx"))
    ofd.write(os.path.join(TARGET, "known.ofd"))
    convert(path, "doc", "MS Word 97", "known.doc")
    convert(path, "odt", "writer8", "known.odt")
    convert(path, "rtf", "Rich Text Format", "known.rtf")
    convert(path, "pdf", "writer_pdf_Export", "known.pdf")
    with tempfile.TemporaryDirectory() as folder:
        typed = os.path.join(folder, "typed.docx")
        word.write(typed, automatic=False)
        convert(typed, "html", "HTML (StarWriter)", "known-libreoffice.html")


if __name__ == "__main__":
    sys.exit(main())
