"""The OSCAL documents of every sample, and of a hostile report: held to
compliance-trestle (OSCAL 1.2.1), to NIST's JSON schemas with ajv, to each other, and to
the report they are made from.

usage: oscal.py COMMAND SCHEMAS ROOM DOSSIER...      prints TAP
SCHEMAS is a folder with oscal-*_schema.json, ROOM a folder to write into."""

import collections
import importlib
import json
import pathlib
import subprocess
import sys
import uuid

from trestle.core.duplicates_validator import DuplicatesValidator
from trestle.core.refs_validator import RefsValidator

from hostile import Hostile
from tap import Tap, run, same

MODELS = {  # the name in JSON, trestle's module and class, NIST's schema
    "assessment-plan": ("assessment-plan", "assessment_plan", "AssessmentPlan", "ap"),
    "assessment-results": ("assessment-results", "assessment_results",
                           "AssessmentResults", "ar"),
    "catalog": ("catalog", "catalog", "Catalog", "catalog"),
    "component-definition": ("component-definition", "component", "ComponentDefinition",
                             "component-definition"),
    "poam": ("plan-of-action-and-milestones", "poam", "PlanOfActionAndMilestones", "poam"),
    "profile": ("profile", "profile", "Profile", "profile"),
}
HERE = pathlib.Path(__file__).parent
SHORT = {"minor-nonconformance", "major-nonconformance"}


def trestle_problem(model, path):
    _, module, name, _ = MODELS[model]
    cls = getattr(importlib.import_module("trestle.oscal." + module), name)
    try:
        document = cls.oscal_read(path)
    except Exception as error:  # whatever trestle raises
        return error
    if not DuplicatesValidator().model_is_valid(document, True):
        return "a UUID is used twice"
    return None if RefsValidator().model_is_valid(document, True) else "a dead reference"


def ajv_problem(schema, paths):
    done = subprocess.run(["node", HERE / "schema.mjs", schema, *paths],
                          capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def columns(report):
    """The outcome of each check at each place, and whether a column is short."""
    for result in report["results"]:
        auditors = result.get("with_records", {}).get("outcome")
        for check in result.get("checks") or [result["check"]]:
            yield (check, result.get("facility")), result["outcome"], (
                result["outcome"] in SHORT or auditors in SHORT)


def prop(thing, name):
    return [one["value"] for one in thing.get("props", []) if one["name"] == name]


def place(thing):
    return prop(thing, "check")[0], (prop(thing, "facility") or [None])[0]


def honest(report, results):
    """Findings stand for what is settled, and for nothing else."""
    wanted, found = {}, {}
    for key, outcome, short in columns(report):
        settled = outcome in SHORT | {"conformance", "observation"}
        wanted[key] = ("not-satisfied" if short else "satisfied" if settled else outcome)
    for one in results.get("findings", []):
        found[place(one)] = one["target"]["status"]["state"]
    for one in results.get("observations", []):
        if prop(one, "check"):
            found[place(one)] = one["types"][0]
    return same(found, wanted)


def linked(catalog, results):
    """Whatever a finding points to is there."""
    statements = {part["id"] for group in catalog["groups"] for control in
                  group.get("controls", []) for part in control["parts"]}
    there = collections.Counter(one["uuid"] for kind in ("observations", "risks")
                                for one in results.get(kind, []))
    for one in results.get("findings", []):
        if one["target"]["target-id"] not in statements:
            return one["target"]["target-id"]
        for link in one.get("related-observations", []) + one.get("related-risks", []):
            if there[next(iter(link.values()))] != 1:
                return link
    return None


def export(tap, command, name, source, room):
    """Writes all models of `source`, a file; returns them by model."""
    documents = {}
    for model in MODELS:
        text, said = run(command, "export", "oscal/" + model, source)
        if model == "poam" and "no non-conformance" in said:
            continue
        tap.check(f"{name}: {model} is written", said)
        if not text:
            continue
        path = room / f"{name}.{model}.json"
        path.write_bytes(text)
        documents[model] = (path, json.loads(text)[MODELS[model][0]])
        tap.check(f"{name}: trestle takes {model}", trestle_problem(model, path))
    return documents


def try_sample(tap, command, dossier, room):
    name = pathlib.Path(dossier).stem
    report = json.loads(run(command, "assess", dossier, "--format", "json")[0])
    documents = export(tap, command, name, dossier, room)
    results = documents["assessment-results"][1]["results"][0]
    tap.check(f"{name}: what is open is no finding", honest(report, results))
    tap.check(f"{name}: what is referred to is there",
              linked(documents["catalog"][1], results))
    again, _ = run(command, "export", "oscal", dossier)
    tap.check(f"{name}: the same bytes each time",
              same(again, documents["assessment-results"][0].read_bytes()))
    return documents


FILED = {  # a dossier with what the samples lack
    "format": "cop11.dossier/1", "member": {"id": "M-1", "name": "A & B <Ltd>"},
    "assessment": {"date": "2014-05-02", "kind": "certification"},
    "facilities": {"complete": True, "items": [
        {"id": "mine", "handles_jewellery_products": True,
         "risk_assessment": {"exists": {"value": True, "evidence": ["E-1"]}}}]},
    "evidence": [{"id": "E-1", "kind": "document", "title": "Risk assessment",
                  "date": "2014-03-01", "ref": "files/risk 4.pdf",
                  "media_type": "application/pdf", "hash": "sha256:" + "ab" * 32}],
    "findings": [{"id": "F-1", "provision": "11.1", "facility": "mine", "by": "Auditor",
                  "party": "auditor", "rating": "minor-nonconformance", "nature": "Late.",
                  "raised": "2014-04-01", "action": "Do it.", "owner": "Head of security",
                  "due": "2014-08-31"}],
}


def try_filed(tap, command, room):
    dossier = room / "filed.dossier.json"
    dossier.write_text(json.dumps(FILED), encoding="utf-8")
    documents = export(tap, command, "filed", dossier, room)
    whole = documents["assessment-results"][1]
    link = whole["back-matter"]["resources"][0]["rlinks"][0]
    tap.check("evidence has its hash, its type and its address", same(link, {
        "href": "files/risk%204.pdf", "media-type": "application/pdf",
        "hashes": [{"algorithm": "SHA-256", "value": "ab" * 32}]}))
    seen = next(one for one in whole["results"][0]["observations"] if prop(one, "evidence"))
    tap.check("evidence leads to the facility that rests on it", same(
        [one["type"] for one in seen.get("subjects", [])], ["component"]))
    risk = next(one for one in whole["results"][0]["risks"] if prop(one, "finding"))
    tap.check("a corrective action has its deadline, owner and status", same(
        [risk["deadline"], prop(risk, "owner"), risk["status"],
         risk["remediations"][0]["lifecycle"], risk["risk-log"]["entries"][0]["start"]],
        ["2014-08-31T00:00:00Z", ["Head of security"], "remediating", "planned",
         "2014-04-01T00:00:00Z"]))
    root = uuid.uuid5(uuid.NAMESPACE_URL, "urn:cop11:oscal")
    tap.check("UUIDs follow from the Member and the name", same(
        risk["uuid"], str(uuid.uuid5(uuid.uuid5(root, "M-1"), "risk:entered F-1"))))
    tap.check("text is no markup", same(whole["metadata"]["title"],
                                        "A \\& B \\<Ltd\\>: assessment results"))
    return documents


def try_hostile(tap, command, dossier, room, first):
    report = json.loads(run(command, "assess", dossier, "--format", "json")[0])
    path = room / f"hostile-{first}.report.json"
    path.write_text(json.dumps(Hostile(first).of(report)), encoding="utf-8")
    return export(tap, command, f"hostile-{first}", path, room)


def main(command, schemas, room, dossiers):
    tap, room, all_of = Tap(), pathlib.Path(room), collections.defaultdict(list)
    room.mkdir(parents=True, exist_ok=True)
    made = [try_sample(tap, command, one, room) for one in dossiers]
    made.append(try_filed(tap, command, room))
    rich = next(one for one in dossiers if "withheld" in one)
    made += [try_hostile(tap, command, rich, room, first) for first in (0, 7, 13)]
    for documents in made:
        for model, (path, _) in documents.items():
            all_of[model].append(path)
    for model, paths in all_of.items():
        schema = pathlib.Path(schemas) / f"oscal-{MODELS[model][3]}_schema.json"
        tap.check(f"ajv takes all of {model}", ajv_problem(schema, paths))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]))
