"""The functions and structs of cop11.h, as ctypes sees them."""

from __future__ import annotations

import ctypes
import pathlib

DRAFT = 2  # COP11_ABI_VERSION of the header that these structs follow
SHOW_SENSITIVE = 1

Log = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int32, ctypes.c_void_p,
                       ctypes.c_size_t)
Cancel = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p)


class Sized(ctypes.Structure):
    """Zeros, but for its own size and the fields given."""

    def __init__(self, **fields: object) -> None:
        super().__init__(struct_size=ctypes.sizeof(type(self)), **fields)


class Error(Sized):
    _fields_ = [("struct_size", ctypes.c_uint32), ("status", ctypes.c_int32),
                ("line", ctypes.c_int32), ("column", ctypes.c_int32),
                ("where", ctypes.c_char * 256),
                ("message", ctypes.c_char * 1024)]


class Call(Sized):
    _fields_ = [("struct_size", ctypes.c_uint32), ("flags", ctypes.c_uint32),
                ("as_of", ctypes.c_char_p), ("cancel", Cancel),
                ("cancel_data", ctypes.c_void_p),
                ("time_limit_ms", ctypes.c_uint32),
                ("reserved", ctypes.c_uint32), ("format", ctypes.c_char_p),
                ("evaluated_at", ctypes.c_char_p)]


class Options(Sized):
    _fields_ = [("struct_size", ctypes.c_uint32), ("flags", ctypes.c_uint32),
                ("pack", ctypes.c_void_p),
                ("layers", ctypes.POINTER(ctypes.c_void_p)),
                ("layer_count", ctypes.c_size_t),
                ("max_memory", ctypes.c_uint64),
                ("max_steps", ctypes.c_uint64),
                ("max_dossier", ctypes.c_uint64),
                ("max_report", ctypes.c_uint64),
                ("max_depth", ctypes.c_uint32), ("max_idle", ctypes.c_uint32),
                ("log", Log), ("log_data", ctypes.c_void_p),
                ("keys", ctypes.POINTER(ctypes.c_char_p)),
                ("key_count", ctypes.c_size_t)]


class Stats(Sized):
    _fields_ = [("struct_size", ctypes.c_uint32), ("states", ctypes.c_uint32),
                ("calls", ctypes.c_uint64), ("errors", ctypes.c_uint64),
                ("time_ns", ctypes.c_uint64), ("most_steps", ctypes.c_uint64),
                ("most_memory", ctypes.c_uint64)]


def _signatures() -> dict[str, tuple[object, list[object]]]:
    handle, text, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
    status, out = ctypes.c_int32, ctypes.POINTER(ctypes.c_void_p)
    error, call = ctypes.POINTER(Error), ctypes.POINTER(Call)
    options = ctypes.POINTER(Options)
    return {
        "version": (text, []),
        "text_data": (handle, [handle]),
        "text_size": (size, [handle]),
        "text_range": (ctypes.c_uint32, [handle]),
        "text_basis": (ctypes.c_uint32, [handle]),
        "text_free": (None, [handle]),
        "pack_new": (status, [text, out, error]),
        "pack_add": (status, [handle, text, text, size, error]),
        "pack_add_folder": (status, [handle, text, call, error]),
        "pack_add_signature": (status, [handle, text, size, error]),
        "pack_free": (None, [handle]),
        "engine_open": (status, [options, call, out, error]),
        "engine_close": (None, [handle]),
        "engine_stats": (status, [handle, ctypes.POINTER(Stats), error]),
        "describe": (status, [handle, text, call, out, error]),
        "lint": (status, [options, call, out, error]),
        "test": (status, [options, call, out, error]),
        "validate": (status, [handle, text, size, call, out, error]),
        "evaluate": (status, [handle, text, size, call, out, error]),
        "render": (status, [handle, text, size, text, call, out, error]),
        "diff": (status, [handle, text, size, text, size, call, out, error]),
    }


def load() -> ctypes.CDLL:
    """The library that lies in this package; without one, the system's."""
    own = pathlib.Path(__file__).with_name("libcop11.so")
    library = ctypes.CDLL(str(own) if own.exists() else f"libcop11.so.0.{DRAFT}")
    library.cop11_abi_version.restype = ctypes.c_uint32
    found = library.cop11_abi_version()
    if found != DRAFT:
        raise ImportError(f"this is the binding for draft {DRAFT} of libcop11, "
                          f"but the library is draft {found}")
    for name, (result, arguments) in _signatures().items():
        function = getattr(library, "cop11_" + name)
        function.restype, function.argtypes = result, arguments
    return library


library = load()
