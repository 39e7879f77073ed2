"""The page for auditors, done as it says: its commands are run, its tables are typed into
the workbook written last, and what it shows of the output is looked for there.

    walk.py COP11 FOLDER PAGE

Nothing here reads or writes JSON: an auditor does not either.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import openpyxl

COP11, FOLDER, PAGE = (pathlib.Path(word).resolve() for word in sys.argv[1:])
TITLES_ROW, FIRST_ROW = 2, 3
SHEET = re.compile(r"sheet \*\*(.+?)\*\*")
WRITTEN = re.compile(r"-o (\S+\.xlsx)")

count = failed = 0


def ok(holds, name, more=""):
    global count, failed
    count += 1
    failed += not holds
    print(f"{'ok' if holds else 'not ok'} {count} - {name}")
    if not holds:
        print("".join(f"# {line}\n" for line in str(more).splitlines()[:40]), end="")


# ---- the page -----------------------------------------------------------------------


def blocks(text):
    """(kind, heading, lines): `sh`, `text`, or `table` with the line that leads to it."""
    kind, found, lead = None, [], ""
    for line in text.splitlines():
        if kind in ("sh", "text"):
            if line.startswith("```"):
                yield kind, lead, found
                kind = None
            else:
                found.append(line)
        elif line.startswith("```"):
            kind, found = line[3:], []
        elif line.startswith("|"):
            if kind != "table":
                kind, found = "table", []
            found.append([cell.strip() for cell in line.strip("|\n").split("|")])
        else:
            if kind == "table":
                yield kind, lead, found
                kind = None
            lead = line or lead
    if kind == "table":
        yield kind, lead, found


# ---- its commands -------------------------------------------------------------------


def run(lines):
    """Each command of a block; what all of them said."""
    said = ""
    for command in "\n".join(lines).replace("\\\n", " ").splitlines():
        done = subprocess.run(command, shell=True, cwd=FOLDER, capture_output=True, check=False,
                              env={**os.environ, "PATH": f"{COP11.parent}:{os.environ['PATH']}"})
        text = (done.stdout + done.stderr).decode()
        ok(done.returncode in (0, 1, 3), command, text)
        if done.returncode not in (0, 1, 3):
            sys.exit(f"1..{count}")  # nothing after it can be done
        said += text
    return said


def words(text):
    return " ".join(text.split())


def shown(lines, said):
    for line in filter(None, map(words, lines)):
        ok(line in words(said), f"the output says: {line}", said)


# ---- its tables ---------------------------------------------------------------------


def column(sheet, title):
    for cell in sheet[TITLES_ROW]:
        if isinstance(cell.value, str) and cell.value.startswith(title):
            return cell.column
    raise KeyError(f"{sheet.title}: no column '{title}'")


def row(sheet, title, begins):
    """The row of the question that begins so; else that of the item so called, or an
    empty one for it."""
    first = column(sheet, title)
    for number in range(FIRST_ROW, sheet.max_row + 1):
        value = sheet.cell(number, first).value
        if title == "Question" and str(value).startswith(begins):
            return number
        if title != "Question" and (value is None or value == begins):
            return number
    raise KeyError(f"{sheet.title}: no row for '{begins}'")


def type_in(book, lead, table):
    sheet = book[SHEET.search(lead)[1]]
    titles = [column(sheet, title) for title in table[0]]
    for cells in table[2:]:
        number = row(sheet, table[0][0], cells[0])
        for title, place, value in zip(table[0], titles, cells):
            if value and title != "Question":
                sheet.cell(number, place).value = value
    ok(True, f"typed on {sheet.title}: {len(table) - 2} rows")


# ---- the walk -----------------------------------------------------------------------

shutil.rmtree(FOLDER, ignore_errors=True)
FOLDER.mkdir(parents=True)
said, book = "", None
for kind, lead, lines in blocks(PAGE.read_text()):
    if kind == "sh":
        said = run(lines)
        for name in WRITTEN.findall("\n".join(lines)):
            book = FOLDER / name
    elif kind == "text":
        shown(lines, said)
    elif SHEET.search(lead):
        opened = openpyxl.load_workbook(book)
        type_in(opened, lead, lines)
        opened.save(book)
print(f"1..{count}")
sys.exit(failed > 0)
