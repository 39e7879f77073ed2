"""Reads each file with the types of its kind, and prints it again in one line."""
import json
import sys

import dossier
import report

for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    if sys.argv[1] == "dossier":
        again = dossier.dossier_to_dict(dossier.dossier_from_dict(document))
    else:
        again = report.report_to_dict(report.report_from_dict(document))
    print(json.dumps(again))
