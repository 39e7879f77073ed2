"""Bad input through the ABI, on the library's own scripts and rules: one clear
error each, with its status and place, and nothing handed out.

usage: test_bad_input.py LIBRARY      prints TAP
"""

import ctypes
import sys
import tempfile
from pathlib import Path

import evaluate
from evaluate import Call, Error, Options

DOSSIER = b'{"format":"cop11.dossier/1"}'
FILLED = 1  # something to see that an out parameter was set to NULL
MORE = 300_000_000

# Texts in place of a dossier or report: what, the text, the status, the line
# and column, words of the message.
TEXTS = [
    ("an empty text", b"", "JSON", (1, 1), "Found the end of the text"),
    ("white space", b" \n ", "JSON", (2, 2), "Found the end of the text"),
    ("what is not JSON", b'{\n "a": tru}', "JSON", (2, 7), "expected a value"),
    ("a list at the top", b"[]", "JSON", (1, 1), "expected an object"),
    ("a text at the top", b'"x"', "JSON", (1, 1), "expected an object"),
    ("a NUL behind it", DOSSIER + b"\0", "JSON", (1, 29), "the byte 0x00"),
    ("UTF-16", '{"a":1}'.encode("utf-16"), "JSON", (1, 1), "plain UTF-8"),
    ("33 lists in each other", b'{"x":\n' + b"[" * 33, "LIMIT", (2, 32),
     "nested 33 deep, expected at most 32. Nest values less, or raise max_depth"),
]
# Rules in memory.
RULES = [
    ("with a syntax error", b'check "1" {\n  title = \n}', (2, 9),
     "stands behind this ="),
    ("without a check", b"-- none", (0, 0), "holds no check"),
    ("in Latin-1", b"-- \xe9", (1, 4), "not UTF-8"),
    ("that are compiled", b"\x1bLua", (1, 1), "compiled Lua"),
    ("with a NUL", b"a\0b", (1, 2), "the byte 0x00"),
    ("of 300 kB", b"-" * 300_000, (0, 0), "at most 262144"),
]


class Tests:
    """Counts the tests, and holds what they share."""

    def __init__(self, library):
        self.passed = []
        self.lib = evaluate.load(library)
        for name in ("validate", "render", "pack_new", "pack_add",
                     "pack_add_folder"):
            getattr(self.lib, "cop11_" + name).restype = ctypes.c_int32
        self.lib.cop11_pack_free.argtypes = [ctypes.c_void_p]
        self.engine = ctypes.c_void_p()
        self.lib.cop11_engine_open(None, None, ctypes.byref(self.engine),
                                   ctypes.byref(Error()))

    def check(self, name, passed, seen=""):
        self.passed.append(passed)
        print(f"{'' if passed else 'not '}ok {len(self.passed)} - {name}")
        if not passed:
            print(f"# {seen}", flush=True)

    def refuses(self, name, call, status, place, words):
        """call(error), a status and what was handed out, fails so."""
        error = Error()
        given, out = call(ctypes.byref(error))
        told = self.lib.cop11_status_name(given).decode()
        message = error.message.decode()
        self.check(name, told == "COP11_E_" + status and error.status == given
                   and (error.line, error.column) == place
                   and words in message and out is None,
                   f"{told} {error.line}:{error.column} {message}")

    def text(self, function, text, *rest):
        """A call on `text` of the engine."""
        def call(error):
            out = ctypes.c_void_p(FILLED)
            status = getattr(self.lib, "cop11_" + function)(
                self.engine, text, ctypes.c_size_t(len(text)), *rest,
                ctypes.byref(out), error)
            return status, out.value
        return call

    def pack(self, add):
        """A pack by add(pack, error), and an engine opened on it."""
        def call(error):
            pack, engine = ctypes.c_void_p(), ctypes.c_void_p()
            self.lib.cop11_pack_new(b"p", ctypes.byref(pack), None)
            status = add(pack, error) or self.lib.cop11_engine_open(
                ctypes.byref(Options(pack=pack)), None, ctypes.byref(engine),
                error)
            self.lib.cop11_pack_free(pack)
            return status, engine.value
        return call

    def rules(self, text):
        return self.pack(lambda pack, error: self.lib.cop11_pack_add(
            pack, b"a.lua", text, ctypes.c_size_t(len(text)), error))

    def folder(self, path):
        return self.pack(lambda pack, error: self.lib.cop11_pack_add_folder(
            pack, path, None, error))


def texts(tests):
    usual = ctypes.byref(Call(as_of=b"2013-11-30"))
    for name, text, status, place, words in TEXTS:
        for function, *rest in (("evaluate", usual), ("validate", usual),
                                ("render", b"text", None)):
            tests.refuses(f"{function} refuses {name}",
                          tests.text(function, text, *rest), status, place,
                          words)
    for function, option, *rest in (
            ("evaluate", "max_dossier allows 16777216", usual),
            ("validate", "max_dossier allows 16777216", usual),
            ("render", "max_report allows 268435456", b"text", None)):
        tests.refuses(f"{function} refuses 300 MB",
                      tests.text(function, b" " * MORE, *rest), "LIMIT", (0, 0),
                      option)
    tests.refuses("evaluate refuses an object that is no dossier",
                  tests.text("evaluate", b"\n{}", usual), "DOSSIER", (2, 1),
                  'which says "format": "cop11.dossier/1"')
    tests.refuses("render refuses an object that is no report",
                  tests.text("render", DOSSIER, b"text", None), "DOSSIER", (0, 0),
                  "this is a dossier, of which no report")
    for day, words in ((b"2014-02-30", "no day 30"), (b"", "write a date")):
        tests.refuses(f"the day '{day.decode()}' is refused",
                      tests.text("evaluate", DOSSIER,
                                 ctypes.byref(Call(as_of=day))),
                      "ARGUMENT", (0, 0), words)


def rules(tests):
    for name, text, place, words in RULES:
        tests.refuses(f"rules {name} are refused", tests.rules(text), "PACK",
                      place, words)
    with tempfile.TemporaryDirectory() as room:
        (Path(room) / "file").touch()
        for name, status, words in (("missing", "IO", "does not exist"),
                                    ("file", "IO", "is not a folder"),
                                    (".", "PACK", "holds no .lua file")):
            tests.refuses(f"the folder '{name}' is refused",
                          tests.folder(f"{room}/{name}".encode()), status,
                          (0, 0), words)


def main(library):
    tests = Tests(library)
    texts(tests)
    rules(tests)
    _, report = evaluate.evaluate(tests.lib, tests.engine, DOSSIER,
                                  Call(as_of=b"2013-11-30"))
    tests.check("and the engine is as good as before",
                b'"format":"cop11.report/1"' in report)
    tests.lib.cop11_engine_close(tests.engine)
    print(f"1..{len(tests.passed)}")
    return 0 if all(tests.passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
