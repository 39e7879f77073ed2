"""Counts the results of every variant and prints one summary.

usage: summary.py VARIANT...     reads build/test-VARIANT/results.xml (JUnit)

A test whose output is TAP counts case by case, any other test as one.  A test
that failed without a failed case, by a crash say, adds one failure.  A skipped
test proves nothing, so it counts as failed.
"""

import re
import sys
import xml.etree.ElementTree as xml

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


def main(variants):
    all_passed = all_failed = 0
    print()
    for variant in variants:
        passed = failed = 0
        for test, good, bad in read(variant):
            passed, failed = passed + len(good), failed + len(bad)
            for title in bad:
                print(f"FAILED  {variant}: {test}: {title}")
        print(f"{variant:10}{passed:6} passed{failed:6} failed")
        all_passed, all_failed = all_passed + passed, all_failed + failed
    print(f"{all_passed} passed, {all_failed} failed")
    return 1 if all_failed or not all_passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
