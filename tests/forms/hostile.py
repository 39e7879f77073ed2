"""Every text a person can write into a dossier, as one that would do harm where it is not
escaped: no format of a report, and no workbook, lets it act.

    hostile.py COP11 FOLDER DOSSIER...
"""

import csv
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys

import openpyxl

COP11, FOLDER, DOSSIERS = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
HARM = "<script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x\x1b[31m\u202e"
BEGINNINGS = ("=cmd|' /C calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1")
FREE = {"name", "title", "note", "why", "nature", "cause", "action", "owner", "by", "authority",
        "withheld_reason", "na_reason", "stated_by", "ref", "containment", "verified_by"}

count = failed = changed = 0


def ok(holds, name, more=""):
    global count, failed
    count += 1
    failed += not holds
    print(f"{'ok' if holds else 'not ok'} {count} - {name}")
    if not holds:
        print("".join(f"# {line!r}\n" for line in str(more).splitlines()[:10]), end="")


def poisoned(value):
    """The same, in which each free text begins and goes on as one that does harm."""
    global changed
    if isinstance(value, list):
        return [poisoned(one) for one in value]
    if not isinstance(value, dict):
        return value
    made = {}
    for key, one in value.items():
        if key in FREE and isinstance(one, str):
            changed += 1
            one = f"{BEGINNINGS[changed % len(BEGINNINGS)]} {HARM} {changed}"
        made[key] = poisoned(one)
    return made


def run(*words):
    return subprocess.run([COP11, *map(str, words)], capture_output=True, check=False)


def in_format(path, form):
    done = run("assess", path, "--full", "--format", form)
    ok(done.returncode in (0, 1, 3) and done.stdout, f"{path.stem}: {form} is written",
       done.stderr.decode())
    return done.stdout.decode()


def html(path):
    page = in_format(path, "html")
    ok("alert(1)" in page, f"{path.stem}: the page holds the text")
    tags = re.findall(r"<(?:script|img)[^>]*>", page)
    ok(not any("alert" in tag or "onerror" in tag for tag in tags) and "<script>alert" not in page,
       f"{path.stem}: no tag of it is one of the page", tags)
    ok(not re.search(r"<[^>]* onclick='x", page), f"{path.stem}: nor an attribute")
    ok("\x1b" not in page, f"{path.stem}: nor an escape of a terminal")


def table(path):
    text = in_format(path, "csv")
    bad = [cell for row in csv.reader(io.StringIO(text)) for cell in row
           if cell.lstrip("\ufeff").startswith(("=", "+", "-", "@", "\t", "\r"))]
    ok(not bad, f"{path.stem}: no cell of the CSV begins as a formula", "\n".join(bad))


def terminal(path):
    for form in ("text", "summary"):
        text = in_format(path, form)
        bad = [c for c in text if (ord(c) < 32 and c != "\n") or c in "\u202e\x7f"
               or 0x80 <= ord(c) < 0xA0]
        ok(not bad, f"{path.stem}: {form} holds nothing that a terminal obeys", bad)


def workbook(path):
    book = FOLDER / f"{path.stem}.xlsx"
    done = run("export", path, "-o", book)
    ok(done.returncode == 0, f"{path.stem}: a workbook is written", done.stderr.decode())
    cells = [cell for sheet in openpyxl.load_workbook(book) for row in sheet.iter_rows()
             for cell in row]
    ok(any("alert(1)" in str(cell.value) for cell in cells), f"{path.stem}: it holds the text")
    ok(not any(cell.data_type == "f" for cell in cells), f"{path.stem}: no cell is a formula")
    back = run("import", book)
    ok(back.stdout == path.read_bytes(), f"{path.stem}: it gives the dossier back",
       back.stderr.decode())


def printed(path):
    """The PDF is the page, printed: what a tag would have made of the text is not there."""
    file = FOLDER / f"{path.stem}.pdf"
    done = run("assess", path, "--format", "pdf", "-o", file)
    ok(done.returncode in (0, 1, 3), f"{path.stem}: a PDF is written", done.stderr.decode())
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()
    ok("alert(1)" in text and "<script>" in text, f"{path.stem}: it shows the text as text")
    ok(b"/JavaScript" not in file.read_bytes(), f"{path.stem}: and runs none of it")


shutil.rmtree(FOLDER, ignore_errors=True)
FOLDER.mkdir(parents=True)
for number, dossier in enumerate(map(pathlib.Path, DOSSIERS)):
    hostile = FOLDER / dossier.name
    hostile.write_text(json.dumps(poisoned(json.loads(dossier.read_text()))) + "\n")
    for look in (html, table, terminal, workbook) + ((printed,) if number == 0 else ()):
        look(hostile)
print(f"1..{count}")
sys.exit(failed > 0)
