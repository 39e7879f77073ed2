"""Prints TAP, and runs the command for tests of exports."""

import subprocess


class Tap:
    def __init__(self):
        self.results = []

    def check(self, name, problem):
        """One test: `problem` is None or empty where it passed."""
        self.results.append(not problem)
        print("not ok" if problem else "ok", len(self.results), "-", name)
        if problem:
            print("# " + str(problem)[:1500].replace("\n", "\n# "))

    def end(self):
        print(f"1..{len(self.results)}")
        return 0 if all(self.results) else 1


def run(command, *arguments, text=None):
    """What the command prints, and what it says where it fails."""
    done = subprocess.run([command, *arguments], input=text, capture_output=True,
                          check=False)
    return done.stdout, done.stderr.decode()


def same(found, wanted):
    return None if found == wanted else f"found {found!r}, wanted {wanted!r}"
