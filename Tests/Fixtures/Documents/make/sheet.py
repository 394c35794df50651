"""The known report as a sheet of a workbook, with openpyxl: a line of text a row, merged across; the tables cell for cell."""
from openpyxl import Workbook
from openpyxl.styles import Alignment

import known
from form import TABLES, grid

COLUMNS = 15


def _value(text):
    """A cell's value and number format: numbers are kept as numbers."""
    digits = text.replace(",", "")
    if digits.isdigit():
        return int(digits), "#,##0" if "," in text else "General"
    if digits.replace(".", "", 1).isdigit():
        return float(digits), "General"
    return text, "General"


def write(path):
    book = Workbook()
    sheet = book.active
    sheet.title = "年度报告"

    def line(text):
        row = sheet.max_row + (0 if sheet.max_row == 1 and sheet["A1"].value is None else 1)
        sheet.cell(row, 1, text).alignment = Alignment(wrap_text=True)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=COLUMNS)

    def table(section):
        top = sheet.max_row + 1
        for y, row in enumerate(grid(section)):
            for x, cell in enumerate(row):
                if cell is None:
                    continue
                place = sheet.cell(top + y, x + 1)
                place.value, place.number_format = _value(cell.text)
                if cell.columns > 1 or cell.rows > 1:
                    sheet.merge_cells(start_row=top + y, end_row=top + y + cell.rows - 1,
                                      start_column=x + 1, end_column=x + cell.columns)

    line(known.TITLE)
    line(known.PREAMBLE)
    for section in range(6):
        line(known.heading(section))
        for passage in known.passages(section):
            line(passage)
        if section in TABLES:
            table(section)
    for text in known.SIGNATURE:
        line(text)
    book.create_sheet("Sheet2")
    book.save(path)
