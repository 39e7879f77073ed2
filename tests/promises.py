"""The table of SECURITY.md's promises: promise, test, result.

tests/promises says which tests hold which promise.  Red are a promise without a
test, a test of which no case ran, and a case that failed.  The variant gcc runs
every test; where it does not run, tests of other variants are not missed.
"""

import re
from collections import namedtuple

# A test that holds a promise: all its cases with `part` in their title, in
# `variant` or, where that is empty, in all that run it.
Test = namedtuple("Test", "name variant part")
Case = namedtuple("Case", "variant test title passed")
TEST = re.compile(r"^  ([^\s:]+)(?: \((\w+)\))?(?:: (.*))?$")


def promised(page):
    """The promises of SECURITY.md, in its order."""
    part = page.split("\n## Promises\n")[1].split("\n## ")[0]
    items = re.findall(r"^- (.*(?:\n  .*)*)$", part, re.MULTILINE)
    return [" ".join(item.split()) for item in items]


def held(text):
    """{ promise: [Test] } of tests/promises."""
    promises, tests = {}, None
    for line in text.splitlines():
        if line.startswith("  "):
            name, variant, part = TEST.match(line).groups(default="")
            tests.append(Test(name, variant, part))
        elif line.strip() and not line.startswith("#"):
            tests = promises.setdefault(line.strip(), [])
    return promises


def count(cases, variants):
    """How many of the cases passed in which variants."""
    numbers = ((v, sum(case.variant == v for case in cases)) for v in variants)
    return ", ".join(f"{number} {v}" for v, number in numbers if number)


def is_part(name, whole):
    """Whether the test `name` is `whole` or, as scripts.lint of scripts, a part
    of it."""
    return name == whole or name.startswith(whole + ".")


def result(test, cases, variants):
    """(whether it is red, what it says) of a test that holds a promise."""
    of_test = [case for case in cases if is_part(case.test, test.name)]
    found = [case for case in of_test if test.part in case.title
             and test.variant in ("", case.variant)]
    failed = [case for case in found if not case.passed]
    if failed:
        return True, f"FAILED: {count(failed, variants)}"
    if found:
        return False, f"passed: {count(found, variants)}"
    if test.variant and test.variant not in variants:
        return False, f"not in this run: {test.variant}"
    if "gcc" not in variants and not of_test:
        return False, "not in this run: gcc"
    return True, "DID NOT RUN"


def show(page, text, cases, variants):
    """Prints the table; returns the promises that are red."""
    tests, red = held(text), []
    promises = promised(page)
    print("\nThe promises of SECURITY.md, the tests that hold them, results:")
    for promise in promises:
        print(f"\n{promise}")
        found = [(test, *result(test, cases, variants))
                 for test in tests.get(promise, [])]
        for test, _, words in found:
            name = f"{test.name}: {test.part}" if test.part else test.name
            print(f"    {name:66} {words}")
        if not found:
            print("    NO TEST")
        if not found or any(is_red for _, is_red, _ in found):
            red.append(promise)
    for promise in tests:
        if promise not in promises:
            print(f"\n{promise}\n    IS NOT IN SECURITY.md")
            red.append(promise)
    return red
