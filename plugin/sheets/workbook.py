"""Writes the sheets of a dossier as an .xlsx file, and reads such a file again.

The command `cop11` runs this with Python 3 and openpyxl: `write NAME` has the sheets as
JSON on standard input and gives the file on standard output; `read NAME` has the file and
gives the sheets.  NAME is what messages call the file.  What stands in which cell, and what
a cell means, is for the library.
"""

import base64
import datetime
import io
import json
import math
import re
import sys
import zipfile

try:
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
except ImportError:
    sys.exit(3)  # which the command tells

MARK = "cop11:"  # before the id of a sheet, in its first cell
FIRST_ROW, TITLES_ROW, KEYS_ROW = 3, 2, 1
CHOICES, KEPT = "cop11 choices", "cop11 dossier"  # sheets that nobody needs to see
KEPT_BYTES = 30000  # in one cell
MOST_BYTES = 256 * 1024 * 1024  # of a file when it is unpacked
MOST_ROWS, MOST_COLUMNS = 100000, 1000
LINE_POINTS, MOST_LINES = 14, 25  # of a row
BAD_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
NO_TIME = (1980, 1, 1, 0, 0, 0)
HOW = [
    "Fill in the white cells. Nothing else is read. Leave empty what is not known.",
    "An answer can be chosen from a list, or typed: yes; 40; at least 40; 35 to 45; 80 %; "
    "2013-11-30; Nov 2013; not before 2013-07; not known; withheld; not applicable.",
    "Reason: why it is not known, withheld or not applicable. Evidence: the ids of the sheet "
    "Evidence, with a semicolon between them.",
    "On the sheet of a list each item has a row. The columns for its reasons, evidence and "
    "remarks are folded: the + above them unfolds them. A row that is removed is gone from "
    "the dossier; a row that is filled in at the end is new.",
    "The sheet Lists says whether a list names all there are, and how many there are.",
    "A new facility gets its questions when the workbook is taken into a dossier and "
    "written again.",
]


class Refused(Exception):
    """What is wrong with a file, for whoever gave it."""


# ---- writing ----------------------------------------------------------------------

FILL = {
    "title": PatternFill("solid", fgColor="1F3A4D"),
    "fixed": PatternFill("solid", fgColor="EEF1F3"),
    "folded": PatternFill("solid", fgColor="5B7486"),
}
LINE = Border(bottom=Side(style="thin", color="C9D1D6"), right=Side(style="thin", color="C9D1D6"))


def put(cell, value):
    """A text stays one, whatever it begins with."""
    if value is None:
        return
    if isinstance(value, dict):
        cell.value = datetime.date.fromisoformat(value["date"])
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, str):
        cell.value = value
        cell.data_type = "s"
    else:
        cell.value = value


def titled(title, taken):
    """A name that a sheet can have, and no other one has."""
    plain = BAD_IN_TITLES.sub(" ", title)[:31].strip()
    name, number = plain, 2
    while name.lower() in taken:
        name = f"{plain[:27]} {number}"
        number += 1
    taken.add(name.lower())
    return name


def put_choices(book, choices):
    """The lists to choose from, one a column; gives where each stands."""
    sheet, at = book.create_sheet(CHOICES), {}
    for column, one in enumerate(choices, 1):
        for row, title in enumerate(one["titles"], 1):
            put(sheet.cell(row, column), title)
        letter = get_column_letter(column)
        at[one["name"]] = f"'{CHOICES}'!${letter}$1:${letter}${len(one['titles'])}"
    sheet.sheet_state = "hidden"
    return at


def put_kept(book, text):
    sheet, kept = book.create_sheet(KEPT), base64.b64encode(text.encode()).decode()
    for row in range(0, len(kept), KEPT_BYTES):
        put(sheet.cell(row // KEPT_BYTES + 1, 1), kept[row : row + KEPT_BYTES])
    sheet.sheet_state = "hidden"


def set_height(sheet, number, texts, columns):
    """As high as the longest text needs, which not every program sees to itself."""
    lines = [sum(max(1, math.ceil(len(line) / (column["width"] - 1))) for line in text.split("\n"))
             for text, column in zip(texts, columns)
             if isinstance(text, str) and not column.get("is_folded")]
    sheet.row_dimensions[number].height = LINE_POINTS * min(max(lines, default=1), MOST_LINES) + 3


def put_titles(sheet, columns):
    sheet.cell(KEYS_ROW, 1).value = None
    for number, column in enumerate(columns, 2):
        put(sheet.cell(KEYS_ROW, number), column["key"])
        cell = sheet.cell(TITLES_ROW, number)
        put(cell, column["title"])
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = FILL["folded" if column.get("is_folded") else "title"]
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        shape = sheet.column_dimensions[get_column_letter(number)]
        shape.width = column["width"]
        if column.get("is_folded"):
            shape.outlineLevel, shape.hidden = 1, True
    set_height(sheet, TITLES_ROW, [column["title"] for column in columns], columns)
    sheet.row_dimensions[KEYS_ROW].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 2)


def style(cell, column):
    cell.alignment, cell.border = Alignment("left", "top", wrap_text=True), LINE
    if not column.get("is_open"):
        cell.fill = FILL["fixed"]


class Lists:
    """The cells of a sheet in which an answer can be chosen. What is typed instead is
    taken too: the dossier says more than a list can hold."""

    def __init__(self, sheet, at):
        self.sheet, self.at, self.made = sheet, at, {}

    def add(self, name, help_text, cells):
        key = (name, help_text)
        if key not in self.made:
            rule = DataValidation(
                type="list" if name else None,
                formula1=self.at[name] if name else None,
                showErrorMessage=False,
                allow_blank=True,
            )
            if help_text:
                rule.prompt, rule.showInputMessage = help_text[:254], True
            self.sheet.add_data_validation(rule)
            self.made[key] = rule
        self.made[key].add(cells)


def put_row(sheet, lists, number, row, columns):
    put(sheet.cell(number, 1), row["key"])
    set_height(sheet, number, row["cells"], columns)
    for place, column in enumerate(columns, 2):
        cell = sheet.cell(number, place)
        put(cell, row["cells"][place - 2])
        style(cell, column)
        if row["choices"][place - 2]:
            lists.add(row["choices"][place - 2], column.get("help"), cell.coordinate)


def put_spare(sheet, lists, first, spare, columns):
    last = first + spare["count"] - 1
    for place, column in enumerate(columns, 2):
        letter = get_column_letter(place)
        if spare["choices"][place - 2]:
            lists.add(spare["choices"][place - 2], column.get("help"), f"{letter}{first}:{letter}{last}")
        for number in range(first, last + 1):
            style(sheet.cell(number, place), column)


def put_sheet(book, one, at, taken):
    sheet, columns = book.create_sheet(titled(one["title"], taken)), one["columns"]
    lists = Lists(sheet, at)
    put_titles(sheet, columns)
    put(sheet.cell(KEYS_ROW, 1), MARK + one["id"])
    for number, row in enumerate(one["rows"], FIRST_ROW):
        put_row(sheet, lists, number, row, columns)
    if one.get("spare"):
        put_spare(sheet, lists, FIRST_ROW + len(one["rows"]), one["spare"], columns)


def put_start(sheet, notice):
    sheet.title = "Start"
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(HOW + ([notice] if notice else []), 1):
        put(sheet.cell(number, 1), line)
        sheet.cell(number, 1).alignment = Alignment(wrap_text=True, vertical="top")


def without_clock(packed):
    """The same file, in which nothing says when it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", data)
            new.writestr(zipfile.ZipInfo(entry.filename, NO_TIME), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def write(document):
    book = openpyxl.Workbook()
    put_start(book.active, document.get("notice"))
    taken = {"start", CHOICES, KEPT}
    at = put_choices(book, document["choices"])
    for one in document["sheets"]:
        put_sheet(book, one, at, taken)
    book.move_sheet(CHOICES, len(document["sheets"]))
    put_kept(book, document["dossier"])
    packed = io.BytesIO()
    book.save(packed)
    return without_clock(packed)


# ---- reading ----------------------------------------------------------------------


def check_size(file):
    with zipfile.ZipFile(file) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > MOST_BYTES:
            raise Refused("it unpacks to more than 256 MiB")


def shown_percent(cell):
    return isinstance(cell.number_format, str) and "%" in cell.number_format


def plain(value):
    """A value as JSON has it: a day without a time is a date."""
    if isinstance(value, datetime.datetime):
        return {"date": value.date().isoformat()}
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, (int, float, str)) or value is None:
        return value
    return str(value)


def read_cell(cell, formula):
    value = cell.value
    if formula is not None and formula.data_type == "f" and value is None:
        return {"problem": "this formula has no result in the file: open it in a spreadsheet "
                "program and save it, or write the value"}
    if cell.data_type == "e":
        return {"problem": f"this cell shows {value}: write the value"}
    if isinstance(value, (int, float)) and not isinstance(value, bool) and shown_percent(cell):
        return f"{value * 100:.10g} %"
    return plain(value)


def read_rows(sheet, formulas, columns):
    rows = []
    pairs = zip(sheet.iter_rows(min_row=FIRST_ROW, max_col=len(columns)),
                formulas.iter_rows(min_row=FIRST_ROW, max_col=len(columns)))
    for number, (cells, behind) in enumerate(pairs, FIRST_ROW):
        read = [read_cell(cell, formula) for cell, formula in zip(cells, behind)]
        if any(value is not None for value in read):
            rows.append({"number": number, "cells": read})
    return rows


def read_sheet(sheet, formulas):
    """What a sheet of ours holds; None of any other."""
    first = sheet.cell(KEYS_ROW, 1).value
    if not isinstance(first, str) or not first.startswith(MARK):
        return None
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise Refused(f"sheet '{sheet.title}' has more than {MOST_ROWS} rows or "
                      f"{MOST_COLUMNS} columns")
    keys = [sheet.cell(KEYS_ROW, number).value for number in range(2, sheet.max_column + 1)]
    columns = ["key"] + [str(key) if key is not None else f"column {number}"
                         for number, key in enumerate(keys, 2)]
    return {"id": first[len(MARK):], "name": sheet.title, "columns": columns,
            "rows": read_rows(sheet, formulas, columns)}


def read_kept(book):
    if KEPT not in book.sheetnames:
        raise Refused("it has no dossier inside, as a workbook has that 'cop11 export' wrote")
    parts = [row[0].value for row in book[KEPT].iter_rows(max_col=1)]
    try:
        return base64.b64decode("".join(part or "" for part in parts), validate=True).decode()
    except (TypeError, ValueError) as wrong:
        raise Refused(f"the dossier inside it is damaged (sheet '{KEPT}')") from wrong


def read(file):
    check_size(file)
    book = openpyxl.load_workbook(file, data_only=True)
    formulas = openpyxl.load_workbook(file)
    sheets = [read_sheet(book[name], formulas[name]) for name in book.sheetnames
              if hasattr(book[name], "iter_rows")]
    return {"dossier": read_kept(book), "sheets": [one for one in sheets if one]}


# ---- the whole --------------------------------------------------------------------


def main(what):
    if what == "write":
        sys.stdout.buffer.write(write(json.load(sys.stdin.buffer)))
    else:
        json.dump(read(io.BytesIO(sys.stdin.buffer.read())), sys.stdout)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except Refused as refused:
        sys.exit(f"cop11: {sys.argv[2]}: {refused}")
    except Exception as wrong:  # whatever a file that is no workbook may lead to
        sys.exit(f"cop11: {sys.argv[2]}: it is no workbook that can be read: {wrong}")
