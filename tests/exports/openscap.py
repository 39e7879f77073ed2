"""The XCCDF of every sample, of hostile reports and of faulty folders: held to what
OpenSCAP validates, and, once its command and our host have asked our check engine, to
the report.

usage: openscap.py COMMAND HOST ROOM DOSSIER...      prints TAP
HOST is the folder that `make` filled, ROOM a folder to write into."""

import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from hostile import Hostile
from tap import Tap, run, same

SPACE = {"x": "http://checklists.nist.gov/xccdf/1.2"}
RULE = "xccdf_cop11_rule_"
PROFILE = "xccdf_cop11_profile_"
SHORT = {"minor-nonconformance", "major-nonconformance"}
RESULTS = {"conformance": "pass", "observation": "informational",
           "insufficient-evidence": "unknown", "not-applicable": "notapplicable",
           "error": "error"}
HERE = pathlib.Path(__file__).parent
SCRIPT = """<Rule id="xccdf_cop11_rule_script" selected="true"><title>A script</title>
<check system="http://open-scap.org/page/SCE"><check-content-ref href="passes.sh"/></check>
</Rule>"""


def oscap(*arguments, host=None, **more):
    """The command as Debian has it; with the engine where `host` is its folder."""
    environment = {**os.environ, **more}
    if host:
        environment["OSCAP_CHECK_ENGINE_PLUGIN_DIR"] = str(host / "oscap")
    return subprocess.run(["oscap", *arguments], capture_output=True, text=True,
                          check=False, env=environment)


def invalid(path):
    """Why OpenSCAP's schemas and Schematron rules refuse a file."""
    done = oscap("xccdf", "validate", str(path))
    return None if done.returncode == 0 else done.stdout + done.stderr


def token(place):
    return "member" if place is None else "facility-" + "".join(
        one if one.isascii() and (one.isalnum() or one in ".-") else
        "".join(f"_{byte:02X}" for byte in one.encode()) for one in place)


def wanted(report):
    """By place and rule: the result, and the reason."""
    places = collections.defaultdict(dict)
    for one in report["results"]:
        auditors = one.get("with_records", {}).get("outcome")
        short = one["outcome"] in SHORT or auditors in SHORT
        for check in one.get("checks") or [one["check"]]:
            places[token(one.get("facility"))][RULE + check] = (
                "fail" if short else RESULTS[one["outcome"]], one["reason"])
    return dict(places)


def found(path):
    """The same of a file of results; what was not selected is left out."""
    answers = {}
    for one in ElementTree.parse(path).iterfind(".//x:rule-result", SPACE):
        result = one.find("x:result", SPACE).text
        message = one.find("x:message", SPACE)
        if result != "notselected":
            answers[one.get("idref")] = (
                result, "" if message is None else message.text.split("\n")[0])
    return answers


class Room:
    """A folder with a dossier and the Benchmark on it."""

    def __init__(self, path, command, dossier, *options):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        shutil.copy(dossier, path / "dossier.json")
        self.path, self.benchmark = path, path / "benchmark.xml"
        self.said = run(command, "export", "xccdf", str(path / "dossier.json"),
                        "-o", str(self.benchmark), *options)[1]

    def change(self, old, new):
        text = self.benchmark.read_text()
        assert old in text, f"{old} is not in the Benchmark"
        self.benchmark.write_text(text.replace(old, new))

    def evaluate(self, host, profile, **more):
        """What the command oscap answers, by rule."""
        results = self.path / "results.xml"
        done = oscap("xccdf", "eval", "--profile", PROFILE + profile, "--results",
                     str(results), str(self.benchmark), host=host, **more)
        if not results.exists():
            raise RuntimeError(done.stdout + done.stderr)
        return found(results)

    def answer(self, host, profile, check="11.1.3", **more):
        return self.evaluate(host, profile, **more).get(RULE + check)


def try_sample(tap, command, host, path, dossier):
    name = pathlib.Path(dossier).stem
    room = Room(path / name, command, dossier)
    report = json.loads(run(command, "assess", dossier, "--format", "json")[0])
    should = wanted(report)
    tap.check(f"{name}: the Benchmark is valid", invalid(room.benchmark))
    out = room.path / "results"
    out.mkdir()
    done = subprocess.run([host / "cop11-oscap", room.benchmark, out],
                          capture_output=True, text=True, check=False)
    files = sorted(out.iterdir())
    tap.check(f"{name}: the host gives each place the results of the report",
              done.stderr + done.stdout or
              same({one.stem: found(one) for one in files}, should))
    counts = any(result in ("fail", "unknown", "error") for place in should.values()
                 for result, _ in place.values())
    tap.check(f"{name}: its status says whether all passed",
              same(done.returncode, 2 if counts else 0))
    tap.check(f"{name}: they are valid", "".join(filter(None, map(invalid, files))))
    targets = [one.text for file in files for one in
               ElementTree.parse(file).iterfind(".//x:target", SPACE)]
    tap.check(f"{name}: each has its place as target", same(sorted(targets), sorted(should)))
    for place in sorted(should)[:None if "large-gold" in name else 1]:
        tap.check(f"{name}: the unmodified command answers the same at {place}",
                  same(room.evaluate(host, place), should[place]))
    tap.check(f"{name}: its results are valid", invalid(room.path / "results.xml"))


def try_report(tap, command, host, path, dossier):
    """What people see; and that scripts work beside us."""
    room = Room(path / "shown", command, dossier)
    room.change("</Benchmark>", SCRIPT + "</Benchmark>")
    script = room.path / "passes.sh"
    script.write_text("#!/bin/sh\nexit 101\n")
    script.chmod(0o755)
    answers = room.evaluate(host, "facility-mine")
    tap.check("a script is checked beside our engine",
              same(answers.get(RULE + "script"), ("pass", "")))
    tap.check("while ours answers", same(answers[RULE + "11.1.10"][0], "fail"))
    said = oscap("--version", host=host).stdout
    tap.check("the command names both engines",
              None if "SCE Version" in said and "libcop11 Version" in said else said)
    shown = oscap("xccdf", "generate", "report", str(room.path / "results.xml")).stdout
    count = list(answers.values())
    failed = sum(result == "fail" for result, _ in count)
    tap.check("the HTML report counts what failed",
              None if failed and f"{failed} failed" in shown else shown[:600])
    why = answers[RULE + "11.1.10"][1]
    tap.check("and says why", None if why and why in shown.replace("&amp;", "&") else
              f"it does not say '{why}'")
    tap.check("and which wording weighs what",
              None if "9 medium" in shown and "9 high" in shown else shown[:600])


def try_faults(tap, command, host, path, dossier):
    """An answer never rests on what the Benchmark does not say."""
    def fails(name, answer, words):
        tap.check(name, None if answer and answer[0] == "error" and words in answer[1]
                  else answer)

    room = Room(path / "faulty", command, dossier)
    tap.check("without our engine nothing is checked",
              same(room.answer(None, "facility-mine"), ("notchecked",
                   "No candidate or applicable check found.")))
    room.change(">none-stated<", ">12<")
    fails("a parameter that was changed", room.answer(host, "facility-mine", "11.3.3"),
          "is 12 in the Benchmark and none-stated in the rules in use")
    room = Room(path / "faulty", command, dossier)
    digest = ElementTree.parse(room.benchmark).find(
        ".//x:Value[@id='xccdf_cop11_value_rules']/x:value", SPACE).text
    room.change(digest, "0" * 64)
    fails("rules that are not those of the Benchmark",
          room.answer(host, "facility-mine"), "name its rules in COP11_RULES")
    room = Room(path / "faulty", command, dossier)
    room.change(">facility-mine<", ">facility-gone<")
    fails("a facility that is gone", room.answer(host, "facility-mine"),
          "has no result for xccdf_cop11_rule_11.1.3 at facility-gone")
    (room.path / "dossier.json").write_text('{"format":\n 3}')
    fails("a dossier that is none", room.answer(host, "facility-mine"), "COP11_E_DOSSIER")
    (room.path / "dossier.json").unlink()
    fails("no dossier", room.answer(host, "facility-mine"), "cannot be read")
    os.mkfifo(room.path / "dossier.json")
    fails("a pipe in its place", room.answer(host, "facility-mine"), "cannot be read")


def try_rules(tap, command, host, path, dossier):
    rules = path / "rules"
    shutil.rmtree(rules, ignore_errors=True)
    shutil.copytree(HERE.parent.parent / "rules", rules)
    file = rules / "provisions" / "11.1.lua"
    file.write_text(file.read_text() + "\n-- ours\n")
    room = Room(path / "own", command, dossier, "--rules", str(rules))
    right = room.answer(host, "facility-mine", COP11_RULES=str(rules))
    tap.check("rules of one's own are named by COP11_RULES",
              None if right and right[0] == "pass" else right or room.said)
    wrong = room.answer(host, "facility-mine")
    tap.check("and missed without", None if wrong and wrong[0] == "error" else wrong)
    none = room.answer(host, "facility-mine", COP11_RULES=str(path / "nowhere"))
    tap.check("a folder that is not there is an error",
              None if none and "COP11_E_IO" in none[1] else none)


def try_hostile(tap, command, path, dossier):
    report = json.loads(run(command, "assess", dossier, "--format", "json")[0])
    for first in (0, 7, 13):
        file = path / f"hostile-{first}.json"
        file.write_text(json.dumps(Hostile(first).of(report)))
        for kind in ("xccdf", "xccdf/results"):
            out = path / f"hostile-{first}.xml"
            _, said = run(command, "export", kind, str(file), "-o", str(out))
            tap.check(f"hostile report {first} as {kind} is valid", said or invalid(out))


def main(command, host, room, *dossiers):
    tap, host, room = Tap(), pathlib.Path(host), pathlib.Path(room)
    mine = next(one for one in dossiers if one.endswith("large-gold-mine.json"))
    for dossier in dossiers:
        try_sample(tap, command, host, room, dossier)
    try_report(tap, command, host, room, mine)
    try_faults(tap, command, host, room, mine)
    try_rules(tap, command, host, room, mine)
    try_hostile(tap, command, room,
                next(one for one in dossiers if "withheld" in one))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
