"""Rules ready to run."""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from . import _native
from ._call import CallOptions, Out, as_bytes, caught, check, encoded
from ._handle import Handle, Owner
from ._native import library
from .pack import Pack
from .text import Text, returned

if TYPE_CHECKING:
    from typing_extensions import Unpack


class EngineOptions(TypedDict, total=False):
    """As in cop11_options; what is missing has its default."""

    pack: Pack
    layers: Sequence[Pack]
    keys: Sequence[str]
    log: Callable[[int, str], None]
    max_memory: int
    max_steps: int
    max_dossier: int
    max_report: int
    max_depth: int
    max_idle: int


class Stats(NamedTuple):
    """What an engine has done since it was opened, as in cop11_stats."""

    states: int
    calls: int
    errors: int
    time_ns: int
    most_steps: int
    most_memory: int


def _log(log: Callable[[int, str], None]) -> Any:
    return _native.Log(caught(
        lambda _, level, text, size: log(level, ctypes.string_at(text, size).decode()),
        None))


@contextlib.contextmanager
def _native_options(options: EngineOptions) -> Iterator[_native.Options]:
    """The struct, whose packs stay open until the block ends."""
    known = EngineOptions.__optional_keys__
    for name in options:
        if name not in known:
            raise TypeError(f"{name} is no option of an engine; these are: "
                            f"{', '.join(sorted(known))}")
    plain = {name: value for name, value in options.items()
             if name.startswith("max_")}
    native = _native.Options(**plain)
    with contextlib.ExitStack() as stack:
        def pointer(pack: Pack) -> int:
            return stack.enter_context(pack._handle.use())

        if pack := options.get("pack"):
            native.pack = pointer(pack)
        if layers := options.get("layers"):
            native.layers = (ctypes.c_void_p * len(layers))(*map(pointer, layers))
            native.layer_count = len(layers)
        if "keys" in options:
            keys = [encoded(key) for key in options["keys"]]
            # Not even an empty list may stand for "any pack is accepted".
            native.keys = (ctypes.c_char_p * max(len(keys), 1))(*keys)
            native.key_count = len(keys)
        if log := options.get("log"):
            native.log = _log(log)
        yield native


def lint(options: EngineOptions | None = None,
         **call: Unpack[CallOptions]) -> Text:
    """Everything wrong with the pack and layers, as JSON ("cop11.lint/1")."""
    with _native_options(options or {}) as native:
        return returned("lint", ctypes.byref(native), options=call)


def test(options: EngineOptions | None = None,
         **call: Unpack[CallOptions]) -> Text:
    """Runs the examples of the rules; the results as JSON ("cop11.test/1")."""
    with _native_options(options or {}) as native:
        return returned("test", ctypes.byref(native), options=call)


class Engine(Owner):
    """Serves any number of threads; without options on the built-in rules."""

    def __init__(self, options: EngineOptions | None = None,
                 **call: Unpack[CallOptions]) -> None:
        out = Out()
        with _native_options(options or {}) as native:
            self._log = native.log  # lives as long as the engine
            try:
                check("engine_open", ctypes.byref(native), options=call,
                      out=out)
            except BaseException:
                library.cop11_engine_close(out.value)  # the log may have raised
                raise
        self._handle = Handle("engine", out.value, library.cop11_engine_close)

    def stats(self) -> Stats:
        """For a host's metrics; waits for no call."""
        native = _native.Stats()
        with self._handle.use() as engine:
            check("engine_stats", engine, ctypes.byref(native))
        return Stats(*(getattr(native, name) for name in Stats._fields))

    def _do(self, function: str, *arguments: Any, options: CallOptions) -> Text:
        with self._handle.use() as engine:
            return returned(function, engine, *arguments, options=options)

    def evaluate(self, dossier: bytes | str, **call: Unpack[CallOptions]) -> Text:
        """The report on a dossier, "cop11.report/1"."""
        data = as_bytes(dossier)
        return self._do("evaluate", data, len(data), options=call)

    def validate(self, dossier: bytes | str, **call: Unpack[CallOptions]) -> Text:
        """Every problem of a dossier, "cop11.validation/1"."""
        data = as_bytes(dossier)
        return self._do("validate", data, len(data), options=call)

    def describe(self, what: str, **call: Unpack[CallOptions]) -> Text:
        """The rules, the vocabulary, the schemas; cop11.h lists the names."""
        return self._do("describe", encoded(what), options=call)

    def render(self, report: bytes | str, format: str, /,
               **call: Unpack[CallOptions]) -> Text:
        """A kept report in another format."""
        data = as_bytes(report)
        return self._do("render", data, len(data), encoded(format), options=call)

    def diff(self, old: bytes | str, new: bytes | str,
             **call: Unpack[CallOptions]) -> Text:
        """What became of each check, rating, finding and record."""
        one, other = as_bytes(old), as_bytes(new)
        return self._do("diff", one, len(one), other, len(other), options=call)
