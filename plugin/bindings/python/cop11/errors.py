"""What a call raises when it fails."""

from __future__ import annotations

import enum


class Status(enum.IntEnum):
    """The kinds of failure of cop11.h, without the prefix COP11_E_."""

    ARGUMENT = 1
    MEMORY = 2
    LIMIT = 3
    CANCELLED = 4
    JSON = 5
    DOSSIER = 6
    PACK = 7
    IO = 8
    INTERNAL = 9


class Cop11Error(Exception):
    """`where` is a file name or a JSON Pointer, "" where there is none; `line`
    and `column` (in bytes) count from 1, 0 where there are none."""

    def __init__(self, status: Status, message: str, where: str = "",
                 line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.status, self.message = status, message
        self.where, self.line, self.column = where, line, column

    def __str__(self) -> str:
        place = self.where
        if self.line:
            place += f":{self.line}:{self.column}"
        return f"{place}: {self.message}" if place else self.message
