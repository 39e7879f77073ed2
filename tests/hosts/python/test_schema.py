"""The JSON Schemas of libcop11, judged by a validator that is not ours.

The schema of dossiers and the library's own reader must say the same of any
dossier, well-formed or mutated; what JSON Schema cannot say (that ids exist, are
used once, that bounds are in order) is left out.  Reports must be what the
schema of reports describes.

usage: test_schema.py LIBRARY DOSSIER...      prints TAP
"""

import copy
import ctypes
import json
import random
import re
import sys

import jsonschema

import evaluate

ROUNDS = 200
UNSAYABLE = re.compile("is not in the dossier's list of evidence|used twice|looks like"
                       "|at_least is above|is not the id of a facility")


class Library:
    """The calls of cop11.h this test makes, JSON in and out as Python."""

    def __init__(self, path):
        self.lib = evaluate.load(path)
        handle, text = ctypes.c_void_p, ctypes.c_char_p
        out = ctypes.POINTER(ctypes.c_void_p)
        error = ctypes.POINTER(evaluate.Error)
        call = ctypes.POINTER(evaluate.Call)
        self.lib.cop11_describe.argtypes = [handle, text, handle, out, error]
        self.lib.cop11_validate.argtypes = [handle, text, ctypes.c_size_t,
                                            call, out, error]
        self.engine = self.call(self.lib.cop11_engine_open, None, None)

    def call(self, function, *arguments):
        """What a call gives; what it says is wrong becomes an exception."""
        out, error = ctypes.c_void_p(), evaluate.Error()
        if function(*arguments, ctypes.byref(out), ctypes.byref(error)):
            raise RuntimeError(error.message.decode())
        return out

    def ask(self, function, *arguments):
        out = self.call(function, self.engine, *arguments)
        data = ctypes.string_at(self.lib.cop11_text_data(out),
                                self.lib.cop11_text_size(out))
        self.lib.cop11_text_free(out)
        return json.loads(data)

    def describe(self, what):
        return self.ask(self.lib.cop11_describe, what.encode(), None)

    def read(self, function, dossier):
        text = json.dumps(dossier).encode()
        return self.ask(function, text, len(text), None)

    def validate(self, dossier):
        return self.read(self.lib.cop11_validate, dossier)

    def evaluate(self, dossier):
        return self.read(self.lib.cop11_evaluate, dossier)


# ---- dossiers at random ------------------------------------------------------

DATES = ["2012-02-29", "2013-11-30", "2013-05", "2012"]


class Generator:
    """Dossiers over the vocabulary that `describe facts` gives."""

    def __init__(self, facts, seed):
        self.random = random.Random(seed)
        self.facts = facts

    def chance(self, probability):
        return self.random.random() < probability

    def value(self, fact):
        kind, pick = fact["type"], self.random.choice
        if kind == "choices":
            if fact.get("may_be_none") and self.chance(0.2):
                return "none"
            return [v["value"] for v in fact["values"] if self.chance(0.5)]
        if "values" in fact:
            return pick(fact["values"])["value"]
        if kind == "date":
            return pick(DATES + ["never"] * fact.get("may_be_never", False))
        if kind == "months" and fact.get("may_be_none_stated"):
            return pick([6, "none-stated"])
        if kind == "text":
            return pick(["x", "a text", "\u00e9\u00e9"])
        return pick([n for n in (1, 3, 7)
                     if fact.get("least", 0) <= n <= fact.get("most", 9)]
                    or [fact.get("least", fact.get("most"))])

    def bounds(self, fact):
        kind = fact["type"]
        if kind == "choice":
            return {"one_of": [v["value"] for v in fact["values"][:2]]}
        if kind == "count" and self.chance(0.5):
            return {"share": self.random.choice(["all", "some", "none"])}
        if kind == "date":
            return {"at_least": "2012", "at_most": "2013-02-28"}
        if kind == "count":
            return {"at_least": 1}
        return {"value": self.value(fact)}

    def envelope(self, fact):
        way = self.random.randrange(6)
        if way == 0:
            return {"state": "withheld", "withheld_reason": "kept back",
                    "as_of": "2013", "set_by": "law"}
        if way == 1:
            return {"state": "unknown", "why": "not asked"}
        if way == 2 and "not_applicable_when" in fact:
            return {"state": "not_applicable", "na_reason": "none here"}
        if way == 3:
            return self.bounds(fact)
        return {"state": "known", "value": self.value(fact), "note": "n",
                "evidence": ["E1", {"id": "E2", "supports": "for"}]}

    def fact(self, fact):
        way = self.random.randrange(8)
        if way == 0:
            return self.random.choice([None, "unknown", "not_assessed"])
        return self.envelope(fact) if way < 5 else self.value(fact)

    def fill(self, facts, base, share):
        """An object with some of the facts whose pointers begin with base."""
        result = {}
        for fact in facts:
            pointer = fact["pointer"]
            if not pointer.startswith(base) or not self.chance(share):
                continue
            *groups, key = pointer[len(base):].split("/")
            place = result
            for group in groups:
                place = place.setdefault(group, {})
            place[key] = self.fact(fact)
        return result

    def list(self, part):
        items = [self.fill(part["facts"], part["pointer"] + "/*/", 0.6)
                 for _ in range(self.random.randrange(3))]
        if self.chance(0.5):
            return items
        return {"items": items, "complete": self.chance(0.5), "why": "w",
                "note": None, "stated_by": "A", "evidence": ["E1"]}

    def facility(self, number):
        base = "/facilities/*/"
        result = self.fill(self.facts["facts"], base, 0.4)
        for part in self.facts["lists"]:
            if part["pointer"].startswith(base) and self.chance(0.5):
                result[part["list"]] = self.list(part)
        result["id"] = f"f{number}"
        return result

    def dossier(self):
        return {
            "format": "cop11.dossier/1",
            "assessment": {"date": "2013-11-30"},
            "member": self.fill(self.facts["facts"], "/member/", 0.5),
            "evidence": [{"id": "E1", "kind": "document"},
                         {"id": "E2", "kind": "interview",
                          "date": "2013-01-02", "title": None}],
            "records": [{"kind": "judgement", "by": "A", "party": "auditor", "authority": "lead",
                         "why": "seen", "prompt": "p", "answer": "yes"}],
            "findings": [{"id": "F", "provision": "11.1", "nature": "n",
                          "rating": "minor-nonconformance",
                          "evidence": ["E1"], "cap": {"exists": True}}],
            "facilities": [self.facility(i)
                           for i in range(self.random.randrange(1, 3))],
        }

    JUNK = [True, 7, -1, 2.5, 1e300, "", " ", "x", "2013-02-30", [7], [None],
            {"value": {}}, {"state": "x"}, {"bogus": 1}]

    def mutate(self, dossier):
        """Puts junk, a misspelt key or nothing at one random place."""
        places = []

        def walk(node):
            keys = node if isinstance(node, dict) else range(len(node))
            for key in keys:
                places.append((node, key))
                if isinstance(node[key], (dict, list)):
                    walk(node[key])

        walk(dossier)
        node, key = self.random.choice(places)
        if isinstance(node, dict) and self.chance(0.2):
            node[key + "x"] = node.pop(key)
        elif isinstance(node, dict) and self.chance(0.2):
            del node[key]
        else:
            node[key] = copy.deepcopy(self.random.choice(self.JUNK))


# ---- the tests ---------------------------------------------------------------

def difference(library, validator, dossier):
    """None where reader and schema agree, else what each says."""
    problems = [p for p in library.validate(dossier)["problems"]
                if p["kind"] == "error"]
    sayable = [p for p in problems if not UNSAYABLE.search(p["message"])]
    error = next(validator.iter_errors(dossier), None)
    if error is None and sayable:
        return f"the schema accepts what the reader refuses: {sayable[0]}"
    if error is not None and not problems:
        return (f"the schema refuses what the reader accepts: "
                f"{list(error.absolute_path)} {error.message[:300]}")
    return None


def main(path, dossiers):
    results = []

    def check(name, problem):
        results.append(problem is None)
        print("ok" if problem is None else "not ok", len(results), "-", name)
        if problem is not None:
            print("#", problem, flush=True)

    library = Library(path)
    schemas = {what: library.describe(what)
               for what in ("dossier-schema", "report-schema")}
    validators = {}
    for what, schema in schemas.items():
        jsonschema.Draft7Validator.check_schema(schema)
        validators[what] = jsonschema.Draft7Validator(schema)
        check(f"{what} is a JSON Schema", None)

    generator = Generator(library.describe("facts"), 11)
    for mutations in (0, 1, 2):
        problem = None
        for _ in range(ROUNDS // (mutations + 1)):
            dossier = generator.dossier()
            for _ in range(mutations):
                generator.mutate(dossier)
            problem = problem or difference(
                library, validators["dossier-schema"], dossier)
        check(f"schema and reader agree after {mutations} mutations", problem)

    for name in dossiers:
        with open(name, "rb") as file:
            dossier = json.load(file)
        check(f"the schema accepts {name}", difference(
            library, validators["dossier-schema"], dossier))
        error = next(validators["report-schema"].iter_errors(
            library.evaluate(dossier)), None)
        check(f"the report on {name} is what its schema describes",
              error and f"{list(error.absolute_path)} {error.message[:300]}")
    library.lib.cop11_engine_close(library.engine)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
