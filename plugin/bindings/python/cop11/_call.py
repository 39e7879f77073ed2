"""One call of the library: what it is given, its callbacks, its error."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any, TypedDict

from . import _native
from ._native import library
from .errors import Cop11Error, Status

_thread = threading.local()  # `raised`: what a callback raised in this call


class CallOptions(TypedDict, total=False):
    as_of: str  # "YYYY-MM-DD"; without it the dossier's assessment.date
    format: str  # of evaluate and diff: "json", "text", "html" or "csv"
    evaluated_at: str  # printed in the report as it is
    show_sensitive: bool
    cancel: Callable[[], bool]  # asked again and again; True ends the call
    time_limit_ms: int


def caught(action: Callable[..., Any], otherwise: Any) -> Callable[..., Any]:
    """`action` as C may call it: what it raises is kept for check()."""
    def run(*arguments: Any) -> Any:
        try:
            return action(*arguments)
        except BaseException as error:  # carried through, whatever it is
            if getattr(_thread, "raised", None) is None:
                _thread.raised = error
            return otherwise
    return run


def as_bytes(text: bytes | str) -> bytes:
    return text.encode() if isinstance(text, str) else bytes(text)


def encoded(text: str) -> bytes:
    if "\0" in text:
        raise ValueError("a NUL would end this text")
    return text.encode()


def _optional(text: str | None) -> bytes | None:
    return None if text is None else encoded(text)


def _native_call(options: CallOptions) -> _native.Call:
    known = CallOptions.__optional_keys__
    for name in options:
        if name not in known:
            raise TypeError(f"{name} is no option of a call; these are: "
                            f"{', '.join(sorted(known))}")
    call = _native.Call(as_of=_optional(options.get("as_of")),
                        format=_optional(options.get("format")),
                        evaluated_at=_optional(options.get("evaluated_at")),
                        time_limit_ms=options.get("time_limit_ms", 0))
    if options.get("show_sensitive"):
        call.flags = _native.SHOW_SENSITIVE
    if cancel := options.get("cancel"):
        # Python has interrupts of its own to notice, Ctrl-C among them.
        call.cancel = _native.Cancel(caught(lambda _: int(bool(cancel())), 1))
    return call


def _error(error: _native.Error) -> Cop11Error:
    return Cop11Error(Status(error.status), error.message.decode(),
                      error.where.decode(), error.line, error.column)


def check(function: str, *arguments: Any, options: CallOptions | None = None,
          out: Out | None = None) -> None:
    """Calls cop11_`function`, which takes behind its arguments the call's options
    and an out parameter, where it has them, and an error; raises what went wrong."""
    error = _native.Error()
    more: list[Any] = []
    if options is not None:
        more.append(ctypes.byref(_native_call(options)))
    if out is not None:
        more.append(out.reference)
    before, _thread.raised = getattr(_thread, "raised", None), None
    status = getattr(library, "cop11_" + function)(*arguments, *more,
                                                   ctypes.byref(error))
    raised, _thread.raised = _thread.raised, before
    if raised is not None:
        raise raised
    if status:
        raise _error(error)


class Out:
    """The out parameter of a call."""

    def __init__(self) -> None:
        self._pointer = ctypes.c_void_p()
        self.reference = ctypes.byref(self._pointer)

    @property
    def value(self) -> int:
        return self._pointer.value or 0
