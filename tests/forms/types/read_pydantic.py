"""Reads each file with the types of its kind, and prints it again in one line."""
import sys

import dossier
import report

model = dossier.Dossier if sys.argv[1] == "dossier" else report.Report
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        document = model.model_validate_json(file.read())
    print(document.model_dump_json(by_alias=True, exclude_unset=True))
