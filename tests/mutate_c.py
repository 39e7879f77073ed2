#!/usr/bin/env python3
"""Changes one line of a C source at a time and runs the tests that should notice.
Prints TAP: one test a change, "not ok" where all tests still pass.

  mutate_c.py BUILD charges        only takes away what charges or asks
  mutate_c.py BUILD all [FILE...]  every kind of change, in FILEs or all below

BUILD is a configured Ninja build with its tests built.  Nothing in it changes:
a source is compiled aside and linked in front of the static library.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile

# Each source and its tests; and what is compiled where a header is changed.
SOURCES = {
    "author.c": ["author", "charges", "reading"],
    "beneath.c": ["beneath", "pack_folder"],
    "budget.c": ["budget", "cage", "waiting"],
    "cage.c": ["cage", "charges", "author"],
    "cjson_guard.c": ["charges", "cjson_guard", "json_lua"],
    "digest.c": ["digest", "pause", "charges"],
    "hostlib.c": ["charges", "author"],
    "json_empty.c": ["json_lua", "charges"],
    "json_keys.c": ["json_read", "charges"],
    "json_lua.c": ["json_lua", "charges"],
    "json_lua_write.c": ["charges", "json_lua_write"],
    "json_read.c": ["json_read", "charges"],
    "json_write.c": ["json_write", "charges"],
    "log.c": ["log", "charges"],
    "modules.c": ["modules"],
    "pack.c": ["pack", "waiting"],
    "pack_check.c": ["pack_check"],
    "pack_folder.c": ["pack_folder", "waiting"],
    "share.c": ["author", "reading"],
    "signature.c": ["signature", "waiting"],
    "slab.c": ["slab", "cage"],
    "unpack.c": ["unpack"],
    "worker.c": ["engine", "engine_limits", "waiting"],
    "build/lua_code.h": ["reading"],
    "build/lua_parser.h": ["reading"],
    "build/lua_table.h": ["author", "charges"],
    "build/lua_vm.h": ["author", "charges", "reading"],
}
COMPILED_WITH = {"build/lua_code.h": "lcode.c", "build/lua_parser.h": "lparser.c",
                 "build/lua_table.h": "ltable.c", "build/lua_vm.h": "lvm.c"}

# Survivors that no test can notice: file, a part of the changed line, why.
ALLOWED = [
    ("worker.c", "budget_end", "the budget dies with the state"),
]

CHARGES = re.compile(
    r"\b(cage_charge|cage_pass|COP11_CHARGE|COP11_CHARGE_READING|pause_ask|pass|budget_pass|"
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


def drop_charge(whole):
    text = "\n".join(whole)
    tail = " \\" if text.rstrip().endswith("\\") else ""
    body = text.rstrip(" \\")
    if re.match(r"\s*(\(void\))?(cage_charge|cage_pass|COP11_CHARGE|COP11_CHARGE_READING|pause_ask|pass|"
                r"budget_spend|budget_pass)\(", body) and body.endswith(";"):
        return ["  ;" + tail]
    if re.match(r"\s*status = budget_pass_bytes", body) and body.endswith(";"):
        return ["  status = COP11_OK;" + tail]
    if re.match(r"\s*return budget_(spend|pass)\(", body):
        return ["  return true;"]
    return None


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

    def compiles(self, source, changed):
        """Compiles `changed` in place of the file `source`; false where it is no C."""
        of = COMPILED_WITH.get(source, source)
        words = self.command("/" + of + ".o")
        path = os.path.join(self.top, "plugin", source)
        where = os.path.join(self.room, os.path.basename(source))
        with open(where, "w", encoding="utf-8") as file:
            file.write(changed)
        words = [where if word == path else word for word in words]
        words[words.index("-o") + 1] = os.path.join(self.room, "changed.o")
        for flag in ("-MF", "-MT"):
            words[words.index(flag) + 1] = os.path.join(self.room, "changed.d")
        words = [word for word in words if word != "-Werror"]
        words.insert(1, "-w")
        words += ["-I" + os.path.dirname(path)]
        return subprocess.run(words, cwd=self.folder, capture_output=True).returncode == 0

    def passes(self, test):
        """Whether the test still passes with it."""
        words = self.command("/test_" + test)
        program = os.path.join(self.room, "changed_test")
        words[words.index("-o") + 1] = program
        library = next(i for i, word in enumerate(words) if word.endswith("cop11_static.a"))
        words.insert(library, os.path.join(self.room, "changed.o"))
        linked = subprocess.run(words, cwd=self.folder, capture_output=True, text=True)
        if linked.returncode != 0:
            raise SystemExit("mutate_c: " + linked.stderr[-2000:])
        try:
            return subprocess.run([program], cwd=self.top, capture_output=True, timeout=120,
                                  env={**os.environ, "COP11_SOURCE_DIR": self.top}
                                  ).returncode == 0
        except subprocess.TimeoutExpired:
            return False


def allowed(source, line):
    return next((why for file, part, why in ALLOWED if file == source and part in line), None)


def main():
    folder, kind, files = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:]
    top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    count = survivors = 0
    with tempfile.TemporaryDirectory() as room:
        build = Build(folder, top, room)
        for source in files or SOURCES:
            path = os.path.join(top, "plugin", source)
            with open(path, encoding="utf-8") as file:
                lines = file.read().split("\n")
            for number, old, new in mutants(lines, kind == "charges"):
                text = "\n".join(lines[:number] + new + [""] * (len(old) - len(new))
                                 + lines[number + len(old):])
                if not build.compiles(source, text):
                    continue
                count += 1
                survives = all(build.passes(test) for test in SOURCES[source])
                why = allowed(source, old[0]) if survives else None
                survivors += survives and not why
                print(f"{'not ' if survives and not why else ''}ok {count} - {source}:"
                      f"{number + 1}: {new[0].strip()} in place of {old[0].strip()}"
                      f"{' (' + why + ')' if why else ''}", flush=True)
    print(f"1..{count}")
    return survivors > 0


if __name__ == "__main__":
    sys.exit(main())
