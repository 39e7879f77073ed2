#!/usr/bin/env python3
"""Lists the C functions of plugin/ that no test entered.

  cmake -S . -B build/coverage -G Ninja -DCOP11_TESTS=ON -DCMAKE_BUILD_TYPE=None \\
    -DCMAKE_C_COMPILER=gcc -DCMAKE_C_FLAGS='-O0 --coverage'
  ninja -C build/coverage
  ctest --test-dir build/coverage -L 'unit|attack'
  python3 tests/coverage.py build/coverage

Any tests may be run in between: what was run since the build counts.
"""
import json
import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def counted(build):
    """Absolute paths of what the compiler wrote for the library's own sources."""
    for part in ("cop11_own", "cop11_core"):
        for folder, _, names in os.walk(os.path.join(build, "CMakeFiles", part + ".dir")):
            for name in names:
                if name.endswith(".gcno"):
                    yield os.path.join(folder, name)


def functions(path):
    """(file, function, times entered) of one object."""
    output = subprocess.check_output(["gcov", "-t", "--json-format", path],
                                     cwd=os.path.dirname(path), stderr=subprocess.DEVNULL)
    for line in output.splitlines():
        for file in json.loads(line)["files"]:
            name = os.path.relpath(os.path.realpath(file["file"]), TOP)
            if name.startswith("plugin/") and name.endswith(".c"):
                for function in file["functions"]:
                    yield name, function["name"], function["execution_count"]


def main():
    entered, missed = 0, []
    for path in counted(os.path.abspath(sys.argv[1])):
        for file, name, times in functions(path):
            entered += times > 0
            if times == 0:
                missed.append((file, name))
    for file, name in sorted(missed):
        print(file + ": " + name)
    print(f"{entered} of {entered + len(missed)} functions were entered")


if __name__ == "__main__":
    main()
