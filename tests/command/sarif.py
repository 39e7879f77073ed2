"""Whether a file is SARIF 2.1.0 by the published schema, each result has its rule, and
no address holds what an address may not."""
import json
import os
import re
import sys

import jsonschema

SCHEMA = os.path.join(os.path.dirname(__file__), "..", "forms", "node_modules", "@microsoft",
                      "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json")

with open(SCHEMA, encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[1], encoding="utf-8") as file:
    log = json.load(file)
jsonschema.Draft4Validator(schema).validate(log)
for run in log["runs"]:
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    for result in run["results"]:
        assert result["ruleId"] in known, result["ruleId"]
        for location in result.get("locations", []):
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch("[A-Za-z0-9%._~/-]+", uri), uri
