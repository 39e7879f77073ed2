import sys

import cop11

with open(sys.argv[1], "rb") as file, cop11.Engine() as engine:
    try:
        text = engine.evaluate(file.read())
    except cop11.Cop11Error as error:
        sys.exit(f"{error.status.name} {error}")
    print(text.report()["member"]["text"])
