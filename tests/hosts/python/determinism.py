"""The same bytes for ever: 50 processes, three locales, three time zones.

usage: determinism.py LIBRARY DOSSIER...      prints TAP

Each process has a locale, a time zone and a seed of its own, and writes every
dossier with shuffled keys and other white space before it evaluates it.  Their
reports must be the same bytes.  With the order of every list shuffled too,
outcomes, ratings, sentences and keys must stay, wherever in the report they
stand then.
"""

import collections
import ctypes
import hashlib
import json
import locale
import os
import random
import re
import subprocess
import sys
import tempfile
import time

import evaluate

PROCESSES = 50
LOCALES = ("C", "de_DE.UTF-8", "tr_TR.UTF-8")
ZONES = ("UTC", "Asia/Kathmandu", "America/St_Johns")


def make_locales(folder):
    """Compiles the locales into `folder`, so that no machine need have them."""
    for name in LOCALES[1:]:
        subprocess.run(["localedef", "-i", name.split(".")[0], "-f", "UTF-8",
                        os.path.join(folder, name)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def shuffled(value, chance, lists):
    """The same document with its keys, and maybe its lists, in other order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance, lists) for key in keys}
    if isinstance(value, list):
        items = [shuffled(item, chance, lists) for item in value]
        if lists:
            chance.shuffle(items)
        return items
    return value


def facilities_of(dossier):
    facilities = dossier.get("facilities", [])
    return facilities if isinstance(facilities, list) else facilities["items"]


def repointed(dossier, before):
    """Lets the pointers of records follow the facilities to where they went."""
    places = [one["id"] for one in facilities_of(dossier)]
    base = "/facilities/" + "items/" * isinstance(dossier["facilities"], dict)
    for record in dossier.get("records", []):
        for name in ("prompt", "fact"):
            head, at, tail = record.get(name, "").partition(base)
            if at:
                place, _, rest = tail.partition("/")
                now = places.index(facilities_of(before)[int(place)]["id"])
                record[name] = f"{head}{base}{now}/{rest}"
    return dossier


def written(dossier, seed, lists=False):
    chance = random.Random(seed)
    other = repointed(shuffled(dossier, chance, lists), dossier)
    return json.dumps(other, ensure_ascii=seed % 2,
                      indent=seed % 5 or None).encode()


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def reports(library, texts):
    lib, engine = evaluate.load(library), ctypes.c_void_p()
    assert lib.cop11_engine_open(None, None, ctypes.byref(engine), None) == 0
    for text in texts:
        status, report = evaluate.evaluate(lib, engine, text)
        assert status == 0, report
        yield report
    lib.cop11_engine_close(engine)


def child(library, seed, paths):
    """Prints the locale in force and the digest of each report."""
    locale.setlocale(locale.LC_ALL, LOCALES[seed % len(LOCALES)])
    time.tzset()
    texts = [written(read(path), seed) for path in paths]
    if seed % 2:  # the order of evaluations is another too
        texts.reverse()
    found = [hashlib.sha256(r).hexdigest() for r in reports(library, texts)]
    if seed % 2:
        found.reverse()
    print(locale.localeconv()["decimal_point"], *found)


def run_child(library, seed, paths, locales):
    zone = ZONES[seed // len(LOCALES) % len(ZONES)]
    environment = dict(os.environ, TZ=zone, LOCPATH=locales)
    done = subprocess.run([sys.executable, __file__, "--child", str(seed),
                           library, *paths], stdout=subprocess.PIPE,
                          env=environment, check=False, text=True)
    return done.stdout.split()


def settled(value, name=""):
    """The same for every order of lists: keys with values, and the items of
    lists but for ranges, sorted; numbers of items in pointers and keys gone."""
    if isinstance(value, dict):
        return sorted(([settled(key), settled(item, key)]
                       for key, item in value.items()), key=json.dumps)
    if isinstance(value, list):
        items = [settled(item) for item in value]
        return items if name == "range" else sorted(items, key=json.dumps)
    if isinstance(value, str):
        value = re.sub(r"\[#[0-9]+\]", "[#]", value)
        if re.match("(fact:)?/", value):
            value = re.sub(r"(?<=/)[0-9]+(?=/|$)", "#", value)
    return value


def verdicts(report):
    """What must survive the order of lists: all that is said, each part and
    row of it counted, but for the digest of what was read."""
    del report["dossier"]["digest"]
    said = collections.Counter()
    for part, rows in report.items():
        if isinstance(rows, dict):
            rows = [{key: row} for key, row in rows.items()]
        elif not isinstance(rows, list):
            rows = [rows]
        said.update(f"{part}: {json.dumps(settled(row))}" for row in rows)
    return said


def first_difference(one, other):
    found = [*(one - other), *(other - one)]
    return " and ".join(found[:1] + found[-1:])


def main(library, paths):
    results = []

    def check(name, passed):
        results.append(passed)
        print(f"{'' if passed else 'not '}ok {len(results)} - {name}",
              flush=True)

    with tempfile.TemporaryDirectory() as folder:
        make_locales(folder)
        answers = [run_child(library, seed, paths, folder)
                   for seed in range(PROCESSES)]
    check("the locales were in force",
          {answer[0] for answer in answers if answer} == {".", ","})
    for index, path in enumerate(paths):
        digests = {tuple(answer[index + 1:index + 2]) for answer in answers}
        check(f"{PROCESSES} processes write the same bytes for {path}",
              len(digests) == 1 and () not in digests)
    for path in paths:
        texts = [written(read(path), seed, seed > 0) for seed in range(6)]
        first, *others = (verdicts(json.loads(report))
                          for report in reports(library, texts))
        found = next(filter(None, (first_difference(first, other)
                                   for other in others)), "")
        check(f"the order of lists changes nothing said of {path}", not found)
        if found:
            print("#", found)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    if sys.argv[1] == "--child":
        child(sys.argv[3], int(sys.argv[2]), sys.argv[4:])
    else:
        sys.exit(main(sys.argv[1], sys.argv[2:]))
