#!/usr/bin/env python3
"""Changes one line of a C source at a time and runs the tests that should notice.
Prints TAP: one test a change, "not ok" where all tests still pass.

  mutate_c.py BUILD charges [FILE...]  only takes away what charges or asks
  mutate_c.py BUILD all [FILE...]      every kind of change, in FILEs or all below

BUILD is a configured Ninja build with its tests built.  Nothing in it changes:
a source is compiled aside and linked in front of the static library.

Charges are all built at once, each with a switch that takes it away: COP11_MUTANT,
a number.  Other changes are built one at a time.
"""
import os
import re
import resource
import shlex
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Each source and its tests; and what is compiled where a header is changed.
SOURCES = {
    "digest.c": ["digest", "pause", "charges"],
    "hostlib.c": ["charges", "author"],
    "json/cjson_guard.c": ["charges", "cjson_guard", "json_lua"],
    "json/empty.c": ["json_lua", "charges"],
    "json/keys.c": ["json_read", "charges"],
    "json/lua.c": ["json_lua", "charges"],
    "json/lua_write.c": ["charges", "json_lua_write"],
    "json/read.c": ["json_read", "charges"],
    "json/write.c": ["json_write", "charges"],
    "log.c": ["log", "charges"],
    "modules.c": ["modules"],
    "pack/beneath.c": ["beneath", "pack_folder"],
    "pack/check.c": ["pack_check"],
    "pack/folder.c": ["pack_folder", "waiting"],
    "pack/pack.c": ["pack", "waiting"],
    "pack/signature.c": ["signature", "waiting"],
    "pack/unpack.c": ["unpack"],
    "sandbox/author.c": ["author", "charges", "reading"],
    "sandbox/budget.c": ["budget", "cage", "waiting"],
    "sandbox/cage.c": ["cage", "charges", "author"],
    "sandbox/share.c": ["author", "reading"],
    "pages.c": ["pages"],
    "sandbox/slab.c": ["slab", "cage"],
    "stats.c": ["stats"],
    "worker.c": ["engine", "engine_limits", "waiting"],
    "build/lua_code.h": ["reading"],
    "build/lua_parser.h": ["reading"],
    "build/lua_table.h": ["author", "charges"],
    "build/lua_vm.h": ["author", "charges", "reading"],
}
COMPILED_WITH = {"build/lua_code.h": "lcode.c", "build/lua_parser.h": "lparser.c",
                 "build/lua_table.h": "ltable.c", "build/lua_vm.h": "lvm.c"}

# Of tests that take long, the cases that are run first.
QUICK = {
    "author": "author_*charge*",
    "cage": "cage__charges*",
    "charges": "steps__*",
    "reading": "reading__is_charged",
    "waiting": "waiting__asks*",
}

# Survivors that no test can notice: file, a part of the line as it was or is then, why.
ALLOWED = [
    ("worker.c", "budget_end", "the budget dies with the state"),
    ("sandbox/slab.c", "wanted >= taken", "of nothing more there is enough"),
    ("stats.c", "value >= known", "the same number is put again"),
    ("core/core.c", "call_charge(call, 1)", "the next charge ends the call"),
    ("core/sets.c", "call_charge(sets->report->call, 1)",
     "each set that is then tried is charged"),
]

CHARGES = re.compile(
    r"\b(cage_charge|call_charge|cage_pass|COP11_CHARGE|COP11_CHARGE_READING|pause_ask|pass|budget_pass|"
    r"budget_spend|budget_pass_bytes|pay)\(")
# What is replaced by what, one at a time.
CHANGES = [
    (r"(?<![<>=!-])<(?![<=])", "<="), (r"<=", "<"), (r"(?<![->=<])>(?![>=])", ">="),
    (r">=", ">"), (r"==", "!="), (r"!=", "=="), (r"&&", "||"), (r"\|\|", "&&"),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"\bif \(", "if (!"),
    (r" \+ 1\b", " + 2"), (r" - 1\b", " - 2"),
]
STATEMENT = re.compile(r"^\s+[a-z_]+(->[a-z_.]+|\[[^]]*\])*( [-+|]?= |\().*;$")


def mutants(lines, only_charges):
    """(number, changed line) of every change."""
    comment = False
    for number, line in enumerate(lines):
        comment = comment or line.lstrip().startswith("/*")
        ends, was = "*/" in line, comment
        comment = comment and not ends
        if was or line.startswith("#") and not only_charges:
            continue
        if CHARGES.search(line) and not line.startswith(("static", "void", "bool", "cop11", "#")):
            whole = statement_at(lines, number)
            changed = drop_charge(whole)
            if changed is not None:
                yield number, whole, changed
                if only_charges:
                    continue
        if only_charges:
            continue
        for pattern, with_ in CHANGES:
            for match in re.finditer(pattern, line.split("/*")[0]):
                changed = line[:match.start()] + with_ + line[match.end():]
                if with_ == "if (!":
                    changed = re.sub(r"if \(!(.*)\)( \{)?$", r"if (!(\1))\2", changed)
                yield number, [line], [changed]
        if STATEMENT.match(line) and "(void)" not in line and "return" not in line:
            yield number, [line], ["  ;"]


def statement_at(lines, number):
    """The lines of the statement that begins at `number`."""
    end = number
    while end + 1 < len(lines) and not lines[end].rstrip(" \\").endswith((";", "{", ")")):
        end += 1
    return lines[number:end + 1]


DROPPED = re.compile(
    r"^(\s*(?:else )?)((?:\(void\))?(?:cage_charge|cage_pass|call_charge|COP11_CHARGE|"
    r"COP11_CHARGE_READING|pause_ask|pass|budget_spend|budget_pass)\()(?=.*;\s*\\?$)", re.DOTALL)
DROPPED_STATUS = re.compile(r"^(\s*status = )(budget_pass_bytes\()", re.DOTALL)
DROPPED_RETURN = re.compile(r"^(\s*return )(budget_(?:spend|pass)\()", re.DOTALL)


def drop_charge(whole):
    """The statement without what it charges; None where it charges nothing."""
    text = "\n".join(whole)
    tail = " \\" if text.rstrip().endswith("\\") else ""
    if DROPPED.match(text):
        return ["  ;" + tail]
    if DROPPED_STATUS.match(text):
        return ["  status = COP11_OK;" + tail]
    return ["  return true;"] if DROPPED_RETURN.match(text) else None


def switch_charge(whole, number):
    """The statement that charges where mutant `number` is not chosen."""
    text = "\n".join(whole)
    for pattern, with_ in ((DROPPED, r"\1if (cop11_mutant != %d) \2"),
                           (DROPPED_STATUS, r"\1cop11_mutant == %d ? COP11_OK : \2"),
                           (DROPPED_RETURN, r"\1cop11_mutant == %d || \2")):
        if pattern.match(text):
            return pattern.sub(with_ % number, text).split("\n")
    raise SystemExit("mutate_c: no charge: " + text)


# Chooses a mutant and, by a pattern, the cases that are run.
SWITCH = """
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
int cop11_mutant;
__attribute__((constructor)) static void choose(void) {
  const char *number = getenv("COP11_MUTANT"), *cases = getenv("COP11_CASES");
  cop11_mutant = number ? atoi(number) : 0;
  if (cases)
    cmocka_set_test_filter(cases);
}
"""


class Build:
    def __init__(self, folder, top, room):
        self.folder, self.top, self.room = folder, top, room
        output = subprocess.check_output(["ninja", "-C", folder, "-t", "commands", "all"],
                                         text=True)
        self.commands = [line for line in output.splitlines() if " -o " in line]

    def command(self, end):
        """The command whose output ends so."""
        for line in self.commands:
            words = shlex.split(line.split(" && ")[1] if line.startswith(": &&") else line)
            if words[words.index("-o") + 1].endswith(end):
                return words
        raise SystemExit("mutate_c: the build makes no " + end)

    def compiles(self, source, changed, flags=()):
        """Compiles `changed` in place of the file `source`; None where it is no C."""
        of = COMPILED_WITH.get(source, source)
        words = self.command("/" + of + ".o")
        path = os.path.join(self.top, "plugin", source)
        where = os.path.join(self.room, source.replace("/", "-"))
        with open(where, "w", encoding="utf-8") as file:
            file.write(changed)
        words = [where if word == path else word for word in words]
        words[words.index("-o") + 1] = where + ".o"
        for flag in ("-MF", "-MT"):
            words[words.index(flag) + 1] = where + ".d"
        words = [word for word in words if word != "-Werror"]
        words[1:1] = ["-w", *flags]
        words += ["-iquote", os.path.dirname(path), "-g0"]
        done = subprocess.run(words, cwd=self.folder, capture_output=True)
        return where + ".o" if done.returncode == 0 else None

    def links(self, test, objects):
        """The test's program with `objects` in front of the library's own."""
        words = self.command("/test_" + test)
        program = os.path.join(self.room, "test_" + test)
        words[words.index("-o") + 1] = program
        library = next(i for i, word in enumerate(words) if word.endswith("cop11_static.a"))
        words[library:library] = objects
        linked = subprocess.run(words, cwd=self.folder, capture_output=True, text=True)
        if linked.returncode != 0:
            raise SystemExit("mutate_c: " + linked.stderr[-2000:])
        return program

    def passes(self, program, mutant=0, cases="*", seconds=120):
        """Whether those cases of the program still pass with that mutant, in so many
        seconds of processor time: a change may make a loop that never ends."""
        environment = {**os.environ, "COP11_SOURCE_DIR": self.top,
                       "COP11_MUTANT": str(mutant), "COP11_CASES": cases}
        try:
            return subprocess.run(
                [program], cwd=self.top, capture_output=True, timeout=600, env=environment,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)),
            ).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def patience(self, program):
        """Of `passes`, from the time that the program takes without a change."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        if not self.passes(program):
            raise SystemExit("mutate_c: " + program + " fails without a change")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return 2 + int(5 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))


def allowed(source, old, new):
    return next((why for file, part, why in ALLOWED
                 if file == source and (part in old or part in new)), None)


class Tap:
    """What was found, as it is found."""
    def __init__(self):
        self.count = self.survivors = 0

    def tell(self, source, number, old, new, survives):
        why = allowed(source, old, new) if survives else None
        lives = survives and not why
        self.count += 1
        self.survivors += lives
        print(f"{'not ' if lives else ''}ok {self.count} - {source}:{number + 1}: "
              f"{new.strip()} in place of {old.strip()}{' (' + why + ')' if why else ''}",
              flush=True)


def read(source):
    with open(os.path.join(TOP, "plugin", source), encoding="utf-8") as file:
        return file.read().split("\n")


def put(lines, number, old, new):
    return lines[:number] + new + [""] * (len(old) - len(new)) + lines[number + len(old):]


def with_switches(build, files):
    """All charges of the files, each with its switch: the objects, and for each
    mutant its source, line, and statement."""
    objects, found = [], []
    for source in files:
        lines = read(source)
        for number, old, _ in list(mutants(lines, True)):
            found.append((source, number, old))
            lines = put(lines, number, old, switch_charge(old, len(found)))
        if found and found[-1][0] == source:
            built = build.compiles(source, "\n".join(["extern int cop11_mutant;"] + lines))
            if not built:
                raise SystemExit("mutate_c: " + source + " with switches is no C")
            objects.append(built)
    return objects, found


def try_charges(build, files, tap):
    objects, found = with_switches(build, files)
    switch = os.path.join(build.room, "switch.c")
    with open(switch, "w", encoding="utf-8") as file:
        file.write(SWITCH)
    subprocess.check_call(["cc", "-c", switch, "-o", switch + ".o"])
    programs = {}
    for index, (source, number, old) in enumerate(found):
        for test in tests_of(source):
            if test not in programs:
                program = build.links(test, objects + [switch + ".o"])
                programs[test] = program, build.patience(program)
        survives = all(build.passes(programs[test][0], index + 1, cases, programs[test][1])
                       for test, cases in quickest_first(source))
        tap.tell(source, number, old[0], "nothing", survives)


def quickest_first(source):
    """Its tests and cases: those that most often tell, then all."""
    for test in tests_of(source):
        if test in QUICK:
            yield test, QUICK[test]
    for test in tests_of(source):
        yield test, "*"


def tests_of(source):
    if source == "core/cases.c":
        return ["core_cases", "core_charges"]
    return ["core_charges"] if source.startswith("core/") else SOURCES[source]


def try_all(build, files, tap):
    for source in files:
        lines = read(source)
        whole = build.compiles(source, "\n".join(lines))
        code = contents(whole)
        patience = {test: build.patience(build.links(test, [whole])) for test in tests_of(source)}
        for number, old, new in mutants(lines, False):
            built = build.compiles(source, "\n".join(put(lines, number, old, new)))
            if built and contents(built) != code:  # else it means the same, or is left out
                survives = all(build.passes(build.links(test, [built]), seconds=patience[test])
                               for test in tests_of(source))
                tap.tell(source, number, old[0], new[0], survives)


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def charging_core():
    """The files of the core that charge."""
    names = sorted(os.listdir(os.path.join(TOP, "plugin", "core")))
    return ["core/" + name for name in names
            if name.endswith(".c") and "call_charge(" in "\n".join(read("core/" + name))]


def main():
    folder, kind, files = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:]
    tap = Tap()
    with tempfile.TemporaryDirectory() as room:
        build = Build(folder, TOP, room)
        if kind == "charges":
            try_charges(build, files or [*SOURCES, *charging_core()], tap)
        else:
            try_all(build, files or SOURCES, tap)
    print(f"1..{tap.count}")
    return tap.survivors > 0


if __name__ == "__main__":
    sys.exit(main())
