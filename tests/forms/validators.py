"""The schemas under two validators of Python: jsonschema, and fastjsonschema, which
compiles them.  Each accepts every sample and report, and the questionnaire.

usage: validators.py COMMAND DOSSIER...      prints TAP
"""

import json
import subprocess
import sys

import fastjsonschema
import jsonschema


def printed(command, *arguments):
    """What the command prints, as data; its status says what was found."""
    run = subprocess.run([command, *arguments], stdout=subprocess.PIPE, check=False)
    return json.loads(run.stdout)


def main(command, dossiers):
    results = []

    def check(name, action):
        try:
            problem = action()
        except (jsonschema.SchemaError, fastjsonschema.JsonSchemaException,
                fastjsonschema.JsonSchemaDefinitionException) as error:
            problem = error
        results.append(problem is None)
        print("ok" if problem is None else "not ok", len(results), "-", name)
        if problem is not None:
            print("#", str(problem)[:400].replace("\n", "\n# "))

    def load(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    subjects = {
        "dossier": [(path, load(path)) for path in dossiers],
        "report": [(path, printed(command, "assess", "--format", "json", path))
                   for path in dossiers],
        "questionnaire-schema": [("questionnaire", printed(command, "schema",
                                                           "questionnaire"))],
    }
    for what, documents in subjects.items():
        schema = printed(command, "schema", what)
        check(f"jsonschema takes {what}",
              lambda: jsonschema.Draft7Validator.check_schema(schema))
        validator = jsonschema.Draft7Validator(schema)
        compiled = {}
        check(f"fastjsonschema compiles {what}",
              lambda: compiled.update(it=fastjsonschema.compile(schema)))
        for path, document in documents:
            check(f"jsonschema accepts {what} {path}",
                  lambda: next(validator.iter_errors(document), None))
            if compiled:
                check(f"fastjsonschema accepts {what} {path}",
                      lambda: compiled["it"](document) and None)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
