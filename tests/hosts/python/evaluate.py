"""libcop11 from Python, with ctypes: the same report as the C command.

usage: evaluate.py LIBRARY COMMAND DOSSIER...      prints TAP
"""

import ctypes
import re
import subprocess
import sys

Log = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int32,
                       ctypes.c_void_p, ctypes.c_size_t)
Cancel = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p)


class Sized(ctypes.Structure):
    """A struct of cop11.h: zeros, but for its own size."""

    def __init__(self, **fields):
        super().__init__(struct_size=ctypes.sizeof(type(self)), **fields)


class Error(Sized):
    _fields_ = [("struct_size", ctypes.c_uint32),
                ("status", ctypes.c_int32),
                ("line", ctypes.c_int32),
                ("column", ctypes.c_int32),
                ("where", ctypes.c_char * 256),
                ("message", ctypes.c_char * 1024)]


class Options(Sized):
    _fields_ = [("struct_size", ctypes.c_uint32),
                ("flags", ctypes.c_uint32),
                ("pack", ctypes.c_void_p),
                ("layers", ctypes.c_void_p),
                ("layer_count", ctypes.c_size_t),
                ("max_memory", ctypes.c_uint64),
                ("max_steps", ctypes.c_uint64),
                ("max_dossier", ctypes.c_uint64),
                ("max_report", ctypes.c_uint64),
                ("max_depth", ctypes.c_uint32),
                ("max_idle", ctypes.c_uint32),
                ("log", Log),
                ("log_data", ctypes.c_void_p),
                ("keys", ctypes.POINTER(ctypes.c_char_p)),
                ("key_count", ctypes.c_size_t)]


class Call(Sized):
    _fields_ = [("struct_size", ctypes.c_uint32),
                ("flags", ctypes.c_uint32),
                ("as_of", ctypes.c_char_p),
                ("cancel", Cancel),
                ("cancel_data", ctypes.c_void_p),
                ("time_limit_ms", ctypes.c_uint32),
                ("reserved", ctypes.c_uint32)]


def load(path):
    lib = ctypes.CDLL(path)
    handle, out = ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p)
    status, text, size = ctypes.c_int32, ctypes.c_char_p, ctypes.c_size_t
    error = ctypes.POINTER(Error)
    signatures = {
        "version": (text, []),
        "status_name": (text, [status]),
        "text_data": (handle, [handle]),
        "text_size": (size, [handle]),
        "text_free": (None, [handle]),
        "options_init": (status, [ctypes.POINTER(Options), ctypes.c_uint32]),
        "engine_open": (status, [ctypes.POINTER(Options), ctypes.POINTER(Call),
                                 out, error]),
        "engine_close": (None, [handle]),
        "evaluate": (status, [handle, text, size, ctypes.POINTER(Call), out,
                              error]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(lib, "cop11_" + name)
        function.restype, function.argtypes = result, arguments
    return lib


def evaluate(lib, engine, dossier, call=None):
    """The status, and the report's bytes or the error's message."""
    report, error = ctypes.c_void_p(), Error()
    status = lib.cop11_evaluate(engine, dossier, len(dossier), call,
                                ctypes.byref(report), ctypes.byref(error))
    if status:
        return status, error.message
    data = ctypes.string_at(lib.cop11_text_data(report),
                            lib.cop11_text_size(report))
    lib.cop11_text_free(report)
    return status, data


def compact(text):
    """JSON without the white space between its tokens; these stay, byte for
    byte and in their order."""
    return re.sub(rb'("(?:[^"\\]|\\.)*")|[ \t\r\n]+',
                  lambda found: found[1] or b"", text)


def main(library, command, dossiers):
    results = []

    def check(name, passed):
        results.append(passed)
        print("" if passed else "not ", end="")
        print(f"ok {len(results)} - {name}", flush=True)

    lib = load(library)
    lines = []
    log = Log(lambda _, level, text, size:
              lines.append(ctypes.string_at(text, size)))
    options, engine, error = Options(log=log), ctypes.c_void_p(), Error()
    check("python opens an engine", lib.cop11_engine_open(
        ctypes.byref(options), None, ctypes.byref(engine),
        ctypes.byref(error)) == 0)
    for path in dossiers:
        with open(path, "rb") as file:
            dossier = file.read()
        wanted = subprocess.run([command, "assess", "--format", "json", path],
                                stdout=subprocess.PIPE, check=False).stdout
        status, report = evaluate(lib, engine, dossier)
        check(f"python and the command write the same tokens for {path}",
              status == 0 and len(report) > 2 and report == compact(wanted))
    usual, size = Options(key_count=7), ctypes.sizeof(Options)
    check("python's options are those of the header",
          lib.cop11_options_init(ctypes.byref(usual), size) == 0 and size == 104
          and (usual.max_idle, usual.key_count) == (8, 0))
    keys = (ctypes.c_char_p * 1)(b"none")
    refused = lib.cop11_engine_open(
        ctypes.byref(Options(keys=keys, key_count=1)), None,
        ctypes.byref(ctypes.c_void_p()), ctypes.byref(error))
    check("python hands keys over", refused != 0
          and error.message.startswith(b"cop11_options.keys[0] is not"))
    stop = Cancel(lambda _: 1)
    status, _ = evaluate(lib, engine, dossier, Call(cancel=stop))
    check("python cancels a call",
          lib.cop11_status_name(status) == b"COP11_E_CANCELLED")
    status, message = evaluate(lib, engine, b'{"a":')
    check("python reads why a dossier is refused",
          lib.cop11_status_name(status) == b"COP11_E_JSON" and message != b"")
    lib.cop11_engine_close(engine)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
