"""Counts the results of every variant and prints one summary.

usage: summary.py VARIANT...     reads build/test-VARIANT/results.xml (JUnit)

Before it stands the table of SECURITY.md's promises; one that is red counts as
failed.

A test whose output is TAP counts case by case, any other test as one.  A test
that failed without a failed case, by a crash say, adds one failure.  A skipped
test proves nothing, so it counts as failed.
"""

import re
import sys
import xml.etree.ElementTree as xml

import promises

CASE = re.compile(r"^(not )?ok\b *\d*(.*)$", re.MULTILINE)


def read(variant):
    """Yields (test, names of the passed, names of the failed) of one variant."""
    try:
        suite = xml.parse(f"build/test-{variant}/results.xml").getroot()
    except (OSError, xml.ParseError):
        yield "the build", [], ["did not finish"]
        return
    if suite.find("testcase") is None:
        yield "the build", [], ["has no tests"]
    for test in suite.iter("testcase"):
        name, status = test.get("name"), test.get("status")
        if status == "notrun" or test.find("skipped") is not None:
            yield name, [], ["was skipped"]
            continue
        passed, failed = [], []
        for bad, rest in CASE.findall(test.findtext("system-out") or ""):
            title = re.sub(r"^# *SKIP\b", "", rest.strip(" -"), flags=re.I).strip()
            if re.search(r"# *SKIP\b", rest, re.I):
                failed.append(f"{title} was skipped")
            elif bad:
                failed.append(title)
            else:
                passed.append(title)
        if status != "run" and not failed:
            failed.append("failed")
        if not passed and not failed:
            passed = [name]
        yield name, passed, failed


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def cases(variant, results):
    """Each case of read(variant) by itself."""
    for test, passed, failed in results:
        for title in passed:
            yield promises.Case(variant, test, title, True)
        for title in failed:
            yield promises.Case(variant, test, title, False)


def main(variants):
    results = {variant: list(read(variant)) for variant in variants}
    all_cases = [case for variant in variants
                 for case in cases(variant, results[variant])]
    red = promises.show(text_of("SECURITY.md"), text_of("tests/promises"),
                        all_cases, variants)
    print()
    for promise in red:
        print(f"FAILED  promise: {promise}")
    for case in all_cases:
        if not case.passed:
            print(f"FAILED  {case.variant}: {case.test}: {case.title}")
    for variant in variants:
        good = [case.passed for case in all_cases if case.variant == variant]
        print(f"{variant:10}{good.count(True):6} passed"
              f"{good.count(False):6} failed")
    passed = sum(case.passed for case in all_cases)
    failed = len(all_cases) - passed + len(red)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
