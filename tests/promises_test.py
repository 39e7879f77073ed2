"""Tests of promises.py and of tests/promises; prints TAP.

usage: promises_test.py BUILD [CTEST]
"""

import contextlib
import functools
import io
import json
import pathlib
import re
import subprocess
import sys

import promises

PAGE = """# Security
- no promise

## Promises

- It holds.
- It holds on
  two lines.

## More

- no promise
"""
BOTH = "It holds.\n  a: one\nIt holds on two lines.\n  b (tsan): two\n"
ONE = promises.Case("gcc", "a", "one of a", True)
TWO = promises.Case("tsan", "b", "two of b", True)


def shown(text, cases, variants):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        red = promises.show(PAGE, text, cases, variants)
    return red, out.getvalue()


def test_is_held_where_every_test_passed():
    red, out = shown(BOTH, [ONE, TWO], ["gcc", "tsan"])
    assert not red
    assert "It holds on two lines." in out
    assert "passed: 1 gcc" in out and "passed: 1 tsan" in out


def test_counts_the_cases_of_each_variant():
    again = ONE._replace(title="another one of a")
    _, out = shown(BOTH, [ONE, again, ONE._replace(variant="tsan"), TWO],
                   ["gcc", "tsan"])
    assert "passed: 2 gcc, 1 tsan" in out


def test_a_part_of_a_test_counts_for_the_whole():
    part, other = ONE._replace(test="a.part"), ONE._replace(test="another")
    red, out = shown(BOTH, [part, other, TWO], ["gcc", "tsan"])
    assert not red and "passed: 1 gcc" in out


def test_is_red_without_a_test():
    red, out = shown("It holds.\n  a: one\n", [ONE], ["gcc"])
    assert red == ["It holds on two lines."] and "NO TEST" in out


def test_is_red_where_one_case_failed():
    red, out = shown(BOTH, [ONE, ONE._replace(passed=False), TWO],
                     ["gcc", "tsan"])
    assert red == ["It holds."] and "FAILED: 1 gcc" in out


def test_is_red_where_no_case_ran():
    for cases in [TWO], [ONE._replace(title="other"), TWO]:
        red, out = shown(BOTH, cases, ["gcc", "tsan"])
        assert red == ["It holds."] and "DID NOT RUN" in out


def test_names_the_variant_that_was_not_asked_for():
    red, out = shown(BOTH, [ONE], ["gcc"])
    assert not red and "not in this run: tsan" in out
    red, out = shown(BOTH, [TWO], ["tsan"])
    assert not red and "not in this run: gcc" in out


def test_is_red_where_a_variant_ran_without_its_case():
    red, _ = shown(BOTH, [ONE, TWO._replace(variant="gcc")], ["gcc", "tsan"])
    assert red == ["It holds on two lines."]


def test_a_case_that_is_gone_is_missed_in_any_variant():
    red, _ = shown(BOTH, [TWO._replace(test="a"), TWO], ["tsan"])
    assert red == ["It holds."]


def test_is_red_where_the_page_does_not_hold_the_promise():
    red, out = shown(BOTH + "It was held.\n  a: one\n", [ONE, TWO],
                     ["gcc", "tsan"])
    assert red == ["It was held."] and "IS NOT IN SECURITY.md" in out


def printed(*command):
    return subprocess.run(command, check=True, text=True,
                          stdout=subprocess.PIPE).stdout


def labels_of_tests():
    """{ test: [label] } of this build."""
    listed = json.loads(printed(sys.argv[2], "--test-dir", sys.argv[1],
                                "--show-only=json-v1"))
    return {test["name"]: label["value"] for test in listed["tests"]
            for label in test["properties"] if label["name"] == "LABELS"}


def tests_that_hold_promises():
    text = pathlib.Path("tests/promises").read_text(encoding="utf-8")
    return [test for held in promises.held(text).values() for test in held]


@functools.cache
def sources(kind):
    return [path.read_text(encoding="utf-8")
            for path in pathlib.Path("tests").rglob(kind)
            if "node_modules" not in path.parts]


def is_written(part):
    """Whether a case with `part` in its title stands in a source: a function of C
    or Python, or the titles of busted, which joins those of `describe` and `it`."""
    if re.fullmatch(r"\w*_\w*", part):
        return any(f"{part}" in text for kind in ("*.c", "*.py")
                   for text in sources(kind))
    for text in sources("*_spec.lua"):
        titles = re.findall(r'\b(?:describe|it)\("([^"]*)"', text)
        if any(part in title or part.startswith(title + " ")
               and any(part[len(title) + 1:] in other for other in titles)
               for title in titles):
            return True
    return False


def test_each_case_that_holds_a_promise_is_written():
    """Else it is missed at the end of the whole run alone."""
    gone = [test.part for test in tests_that_hold_promises()
            if re.match(r"scripts|plugin|core", test.name) and test.part
            and not is_written(test.part)]
    assert not gone, f"no test has {gone} in its title"


def test_each_test_that_holds_a_promise_is_run_by_the_variant_it_names():
    """Else it is missed at the end of the whole run alone."""
    labels, wanted = labels_of_tests(), {}
    for test in tests_that_hold_promises():
        variant = test.variant or "gcc"
        runs = wanted.setdefault(
            variant, printed("tests/run", "labels", variant).strip())
        ours = [found for name, found in labels.items()
                if promises.is_part(name, test.name)]
        # Fuzzers are in the builds with sanitizers alone.
        assert ours or test.variant, f"there is no test {test.name}"
        assert not ours or any(re.search(runs, label) for found in ours
                               for label in found), f"{variant} {test.name}"


def main():
    tests = [(name, test) for name, test in globals().items()
             if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} - {name}")
        except AssertionError as error:
            failed += 1
            print(f"not ok {number} - {name}\n# {error!r}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
