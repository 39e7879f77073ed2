"""What is pushed to CISO Assistant of every sample and of hostile reports, by push.py to
a stand-in for its back end, held to the report.

usage: ciso.py COMMAND ROOM DOSSIER...      prints TAP"""

import collections
import json
import os
import pathlib
import subprocess
import sys

import yaml

from ciso_server import TOKEN, Store, serve
from hostile import Hostile
from openscap import token
from tap import Tap, run, same

PUSH = pathlib.Path(__file__).parents[2] / "plugin/hosts/ciso-assistant/push.py"
RESULTS = {"conformance": ("compliant", None),
           "observation": ("compliant", "observation_sensitive_point"),
           "minor-nonconformance": ("partially_compliant", "minor_nonconformity"),
           "major-nonconformance": ("non_compliant", "major_nonconformity"),
           "not-applicable": ("not_applicable", None),
           "insufficient-evidence": ("not_assessed", None),
           "error": ("not_assessed", None)}
WORST = ("major-nonconformance", "minor-nonconformance")


def write(command, room, source):
    """The two files of a dossier or a report."""
    library, results = room / "library.yaml", room / "results.json"
    for kind, path in (("ciso-assistant/library", library), ("ciso-assistant", results)):
        _, said = run(command, "export", kind, str(source), "-o", str(path))
        if said:
            raise RuntimeError(said)
    return library, results


def push(library, results, *options, secret=TOKEN):
    done = subprocess.run(
        [sys.executable, PUSH, library, results, "--domain", "Ours", *options],
        capture_output=True, text=True, check=False,
        env={**os.environ, "CISO_ASSISTANT_TOKEN": secret})
    return done.returncode, done.stdout, done.stderr


def wanted(report):
    """By place and check: result, extended result, and the reason."""
    rows = collections.defaultdict(dict)
    for one in report["results"]:
        columns = {one["outcome"], one.get("with_records", {}).get("outcome")}
        counts = next((name for name in WORST if name in columns), one["outcome"])
        for check in one.get("checks") or [one["check"]]:
            rows[token(one.get("facility"))][check] = (*RESULTS[counts], one["reason"])
    return dict(rows)


def found(store, library):
    """The same of what was pushed; what was not touched is left out."""
    names = {node["urn"]: node["ref_id"] for node in
             json.loads(library.read_text())["objects"]["framework"]["requirement_nodes"]}
    rows = collections.defaultdict(dict)
    for one in store.items["requirement-assessments"].values():
        audit = store.items["compliance-assessments"][one["compliance_assessment"]]
        if one["observation"] is not None:
            rows[audit["name"].split(", ")[1]][names[one["requirement"]["urn"]]] = (
                one["result"], one["extended_result"], one["observation"].split("\n")[0])
    return dict(rows)


def count(store):
    return {kind: len(items) for kind, items in store.items.items()}


def try_push(tap, name, files, report):
    store = Store()
    url = serve(store)
    status, _, said = push(*files, "--url", url)
    tap.check(f"{name}: it is taken", said if status else None)
    tap.check(f"{name}: each place has the results of the report",
              same(found(store, files[0]), wanted(report)))
    before = count(store)
    status, _, said = push(*files, "--url", url)
    tap.check(f"{name}: the same push twice leaves the same",
              said if status else same(count(store), before))
    return store, url


def try_details(tap, files, report, store, url):
    linked = [one for one in store.items["requirement-assessments"].values()
              if one["evidences"]]
    tap.check("results are linked to evidence", None if linked else "none is")
    names = {one["name"].split(" ")[0] for one in store.items["evidences"].values()}
    tap.check("of which each piece is there", same(names, set(report["evidence"])))
    texts = " ".join(one["description"]
                     for one in store.items["compliance-assessments"].values())
    tap.check("an audit says the rating and its range", None if
              "Possible ratings: minor-nonconformance, major-nonconformance" in texts
              else texts)
    before, asked = count(store), len(store.requests)
    status, printed, said = push(*files, "--dry-run")
    tap.check("a dry run sends nothing", said if status else
              same((count(store), len(store.requests)), (before, asked)))
    tap.check("and prints each request", same(printed.count("\nPATCH requirement-"),
              sum(len(rows) for rows in wanted(report).values())))
    status, _, said = push(*files, "--url", url, secret="other")
    tap.check("a wrong token is told", same((status, "401" in said), (1, True)))
    results = json.loads(files[1].read_text())
    results["framework"] += "x"
    files[1].write_text(json.dumps(results))
    status, _, said = push(*files, "--url", url)
    tap.check("results of other rules are refused",
              same((status, "of the same rules?" in said), (1, True)))


def main(command, room, *dossiers):
    tap, room = Tap(), pathlib.Path(room)
    room.mkdir(parents=True, exist_ok=True)
    for dossier in dossiers:
        report = json.loads(run(command, "assess", dossier, "--format", "json")[0])
        files = write(command, room, dossier)
        held = try_push(tap, pathlib.Path(dossier).stem, files, report)
        if "large-gold-mine" in dossier:
            try_details(tap, files, report, *held)
    rich = next(one for one in dossiers if "withheld" in one)
    report = json.loads(run(command, "assess", rich, "--format", "json")[0])
    for first in (0, 7, 13):
        file = room / "hostile.json"
        file.write_text(json.dumps(Hostile(first).of(report)))
        library, results = write(command, room, file)
        document = yaml.safe_load(library.read_text(encoding="utf-8"))
        tap.check(f"the library of hostile report {first} is YAML",
                  same(document, json.loads(library.read_text(encoding="utf-8"))))
        status, _, said = push(library, results, "--url", serve(Store()))
        tap.check(f"hostile report {first} is taken", said if status else None)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
