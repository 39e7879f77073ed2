"""Prints the table of SECURITY.md's promises: promise, test, result.

usage: promises.py VARIANT...    reads build/test-VARIANT/results.xml (JUnit)

tests/promises says which tests hold which promise.  Red are a promise without a
test, a test of which no case ran, and a case that failed in any variant.
"""

import re
import sys

from summary import read


def promised():
    """The promises of SECURITY.md, in its order."""
    with open("SECURITY.md", encoding="utf-8") as file:
        part = file.read().split("\n## Promises\n")[1].split("\n## ")[0]
    return re.findall(r"^- (.*)$", part, re.MULTILINE)


def held():
    """{ promise: [(test, part of a title)] } of tests/promises."""
    promises, tests = {}, None
    with open("tests/promises", encoding="utf-8") as file:
        for line in file:
            if line.startswith("  "):
                test, _, title = line.strip().partition(":")
                tests.append((test, title.strip()))
            elif line.strip() and not line.startswith("#"):
                tests = promises.setdefault(line.strip(), [])
    return promises


def run_cases(variants):
    """[(test, title, passed)] of all variants."""
    cases = []
    for variant in variants:
        for test, passed, failed in read(variant):
            cases += [(test, title, True) for title in passed]
            cases += [(test, title, False) for title in failed]
    return cases


def result_of(cases, test, part):
    found = [ok for name, title, ok in cases if name == test and part in title]
    if not found:
        return False, "DID NOT RUN"
    failed = found.count(False)
    return not failed, f"{failed} FAILED" if failed else f"{len(found)} passed"


def table(promises, tests, cases):
    """Prints the table; returns how much of it is red."""
    red = 0
    for promise in promises:
        print(promise)
        if not tests.get(promise):
            print("    NO TEST")
            red += 1
        for test, part in tests.get(promise, []):
            fine, result = result_of(cases, test, part)
            red += not fine
            print(f"    {test + ': ' + part if part else test:66} {result}")
    for promise in tests:
        if promise not in promises:
            print(f"{promise}\n    IS NOT IN SECURITY.md")
            red += 1
    return red


def main(variants):
    print("\nThe promises of SECURITY.md, the tests that hold them, and results:")
    red = table(promised(), held(), run_cases(variants))
    print(f"{red} red" if red else "every promise is held")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
