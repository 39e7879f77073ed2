"""Whether a file is SARIF 2.1.0, as far as this project writes it: the properties that
the standard requires or defines for the objects used, and no others."""
import json
import sys

import jsonschema

TEXT = {"type": "object", "required": ["text"], "additionalProperties": False,
        "properties": {"text": {"type": "string"}}}
POSITIVE = {"type": "integer", "minimum": 1}


def record(required, **properties):
    return {"type": "object", "required": required, "additionalProperties": False,
            "properties": properties}


def list_of(item):
    return {"type": "array", "items": item}


LOCATION = record([], physicalLocation=record(
    [],
    artifactLocation=record([], uri={"type": "string", "format": "uri-reference",
                                     "pattern": "^[A-Za-z0-9%._~/-]+$"}),
    region=record([], startLine=POSITIVE, startColumn=POSITIVE, snippet=TEXT)))
RESULT = record(
    ["message"], ruleId={"type": "string"}, message=TEXT, locations=list_of(LOCATION),
    level={"enum": ["none", "note", "warning", "error"]},
    suppressions=list_of(record(["kind"], kind={"enum": ["inSource", "external"]},
                                justification={"type": "string"})))
DRIVER = record(["name"], name={"type": "string"}, rules={
    **list_of(record(["id"], id={"type": "string"}, shortDescription=TEXT)),
    "uniqueItems": True})
SCHEMA = record(["version", "runs"], version={"const": "2.1.0"}, runs=list_of(record(
    ["tool"], tool=record(["driver"], driver=DRIVER), results=list_of(RESULT),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]})))

with open(sys.argv[1], encoding="utf-8") as file:
    log = json.load(file)
jsonschema.Draft7Validator(SCHEMA).validate(log)
for run in log["runs"]:
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert all(result["ruleId"] in known for result in run["results"])
