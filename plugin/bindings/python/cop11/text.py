"""What a call returns."""

from __future__ import annotations

import ctypes
import enum
import json
from typing import TYPE_CHECKING, Any, cast

from ._call import CallOptions, Out, check
from ._native import library

if TYPE_CHECKING:
    from .report import Report


class Rating(enum.IntFlag):
    NOT_APPLICABLE = 1
    CONFORMANCE = 2
    MINOR = 4
    MAJOR = 8


class Basis(enum.IntEnum):
    NONE = 0
    STATED = 1
    EVIDENCED = 2
    AUDITOR_VERIFIED = 3


class Text(bytes):
    """The bytes of a result, in UTF-8; of a report also the ratings that the
    Member may still have, and the weakest support of what decided the rating."""

    range: Rating
    basis: Basis

    def __str__(self) -> str:
        return self.decode()

    def json(self) -> Any:
        """The document that these bytes are, where they are JSON."""
        return json.loads(self)

    def report(self) -> Report:
        """json() of a report that evaluate() returned, with its type."""
        return cast("Report", json.loads(self))


def returned(function: str, *arguments: Any, options: CallOptions) -> Text:
    """Calls a function that returns a text."""
    out = Out()
    try:
        check(function, *arguments, options=options, out=out)
        handle = out.value
        text = Text(ctypes.string_at(library.cop11_text_data(handle),
                                     library.cop11_text_size(handle)))
        text.range = Rating(library.cop11_text_range(handle))
        text.basis = Basis(library.cop11_text_basis(handle))
        return text
    finally:
        library.cop11_text_free(out.value)
