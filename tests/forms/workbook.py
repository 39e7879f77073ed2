"""Workbooks of `cop11 export`, opened and saved by LibreOffice, edited by openpyxl, and
taken in again by `cop11 import`.

    workbook.py COP11 FOLDER DOSSIER...
"""

import datetime
import json
import pathlib
import subprocess
import sys
import zipfile

import openpyxl

COP11, FOLDER, DOSSIERS = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
TOPIC, PEOPLE = "Conduct and incidents", "Security personnel, one by one"
FIRST_ROW = 3

count = failed = 0


def ok(holds, name, more=""):
    global count, failed
    count += 1
    failed += not holds
    print(f"{'ok' if holds else 'not ok'} {count} - {name}")
    if not holds and more:
        print("".join(f"# {line}\n" for line in str(more).splitlines()[:20]), end="")


def run(*words, data=None):
    return subprocess.run([COP11, *map(str, words)], capture_output=True, input=data, check=False)


def export(dossier, path):
    done = run("export", dossier, "-o", path)
    return done.returncode == 0 and not done.stderr, done.stderr.decode()


def take(path):
    done = run("import", path)
    return done.returncode, done.stdout, done.stderr.decode()


def through_libreoffice(paths, out):
    """Each opened and saved."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{FOLDER.resolve()}/profile",
                    "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                    "--outdir", str(out), *map(str, paths)], capture_output=True, check=False)


def column(sheet, key):
    return [cell.value for cell in sheet[1]].index(key) + 1


def find(sheet, words, facility):
    for row in range(FIRST_ROW, sheet.max_row + 1):
        question = sheet.cell(row, column(sheet, "ask")).value
        if words in (question or "") and sheet.cell(row, column(sheet, "facility")).value == facility:
            return row
    raise KeyError(words)


def put(sheet, words, value, key="answer", number_format=None):
    cell = sheet.cell(find(sheet, words, "pit"), column(sheet, key))
    cell.value = value
    if number_format:
        cell.number_format = number_format


# ---- nobody changed anything --------------------------------------------------------


def unchanged():
    books = []
    for dossier in map(pathlib.Path, DOSSIERS):
        book = FOLDER / f"{dossier.stem}.xlsx"
        done, why = export(dossier, book)
        ok(done, f"{dossier.stem}: a workbook is written", why)
        books.append((dossier, book))
    again = FOLDER / "again.xlsx"
    export(books[0][0], again)
    ok(books[0][1].read_bytes() == again.read_bytes(), "the same dossier gives the same bytes")
    saved = FOLDER / "saved"
    through_libreoffice([book for _, book in books], saved)
    for dossier, book in books:
        for path, by in ((book, "as written"), (saved / book.name, "saved by LibreOffice")):
            status, text, why = take(path)
            ok(status == 0 and text == dossier.read_bytes() and not why,
               f"{dossier.stem}: {by}, it gives the dossier back", why)


# ---- what people type ---------------------------------------------------------------

ARMED = "How many security personnel are armed"
TRAINED = "How many of the armed persons are trained"
LICENSED = "How many of the armed persons hold a licence"
POLICY = "written policy or agreement on the conduct"


def filled_in():
    book = openpyxl.load_workbook(FOLDER / "gold-mine.xlsx")
    topic, people = book[TOPIC], book[PEOPLE]
    put(topic, ARMED, "approx. 40")
    put(topic, TRAINED, 0.8, number_format="0%")
    put(topic, LICENSED, "at least 35")
    put(topic, POLICY, "n")
    put(topic, POLICY, "E-01; E-03", "evidence")
    put(topic, POLICY, "=2+2 is no formula here", "note")
    topic.cell(find(topic, POLICY, "pit"), column(topic, "note")).data_type = "s"
    people.cell(7, column(people, "facility")).value = "pit"
    people.cell(7, column(people, "id|answer")).value = "G-5"
    people.cell(7, column(people, "armed|answer")).value = True
    people.cell(7, column(people, "licence.expires|answer")).value = datetime.date(2015, 2, 3)
    people.delete_rows(6)
    book.save(FOLDER / "filled.xlsx")


def check_filled(path, by):
    status, text, why = take(path)
    ok(status == 0, f"{by}: what was filled in is taken", why)
    if status != 0:
        return
    pit = json.loads(text)["facilities"]["items"][0]
    ok(pit["arms"]["armed_count"] == {"at_least": 1, "note": "approx. 40"}
       and "'approx. 40' is taken as" in why, f"{by}: about a number", why)
    ok(pit["arms"]["trained_count"] == {"percent": 80}, f"{by}: a percentage", pit["arms"])
    ok(pit["arms"]["licensed_count"] == {"at_least": 35}, f"{by}: a bound", pit["arms"])
    ok(pit["conduct"]["policy_written"] == {"value": False, "evidence": ["E-01", "E-03"],
                                            "note": "=2+2 is no formula here"},
       f"{by}: no, on evidence, with a remark", pit["conduct"]["policy_written"])
    ok([one["id"] for one in pit["people"]["items"]] == ["G-1", "G-2", "G-3", "G-5"],
       f"{by}: a row removed, and one that is new", pit["people"])
    ok(pit["people"]["items"][-1] == {"id": "G-5", "armed": True,
                                      "licence": {"expires": "2015-02-03"}},
       f"{by}: a day of the workbook", pit["people"]["items"][-1])
    dossier = FOLDER / "filled.json"
    dossier.write_bytes(text)
    report = json.loads(run("assess", dossier, "--format", "json").stdout)
    ok(report["format"] == "cop11.report/1", f"{by}: the dossier is assessed")


def slips():
    book = openpyxl.load_workbook(FOLDER / "gold-mine.xlsx")
    topic = book[TOPIC]
    put(topic, ARMED, "lots")
    put(topic, TRAINED, "=1+1")
    put(topic, LICENSED, "#REF!")
    topic.cell(find(topic, LICENSED, "pit"), column(topic, "answer")).data_type = "e"
    book["Assessment"].cell(FIRST_ROW, column(book["Assessment"], "answer")).value = "03/04/2013"
    path, out = FOLDER / "slips.xlsx", FOLDER / "slips.json"
    book.save(path)
    done = run("import", path, "-o", out)
    why = done.stderr.decode()
    for words, name in ((f"{TOPIC}!E{find(topic, ARMED, 'pit')}: 'lots' is no answer", "a word"),
                        (f"E{find(topic, TRAINED, 'pit')}: this formula has no result", "a formula"),
                        (f"E{find(topic, LICENSED, 'pit')}: this cell shows #REF!", "an error"),
                        ("Assessment!C3: '03/04/2013' can be read in two ways", "a day")):
        ok(words in why, f"a slip is told by its cell: {name}", why)
    ok(done.returncode == 2 and not out.exists(), "nothing is written then")


# ---- what is no workbook of ours ------------------------------------------------------


def strangers():
    def refused(path, words, name):
        status, text, why = take(path)
        ok(status == 2 and not text and words in why and len(why.splitlines()) == 1, name, why)

    junk = FOLDER / "junk.xlsx"
    junk.write_text("no workbook")
    refused(junk, "it is no workbook that can be read", "a file that is no workbook")
    other = FOLDER / "other.xlsx"
    openpyxl.Workbook().save(other)
    refused(other, "it has no dossier inside", "another workbook")
    bomb = FOLDER / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(5):
            packed.writestr(f"{number}", bytes(64 * 1024 * 1024))
    refused(bomb, "more than 256 MiB", "one that would fill the memory")
    book = openpyxl.load_workbook(FOLDER / "gold-mine.xlsx")
    book["cop11 dossier"].cell(1, 1).value = "%%%"
    damaged = FOLDER / "damaged.xlsx"
    book.save(damaged)
    refused(damaged, "the dossier inside it is damaged", "one whose dossier is damaged")


FOLDER.mkdir(parents=True, exist_ok=True)
unchanged()
filled_in()
check_filled(FOLDER / "filled.xlsx", "openpyxl")
through_libreoffice([FOLDER / "filled.xlsx"], FOLDER / "saved")
check_filled(FOLDER / "saved" / "filled.xlsx", "LibreOffice")
slips()
strangers()
print(f"1..{count}")
sys.exit(failed > 0)
