"""Rules gathered before an engine is opened."""

from __future__ import annotations

import os
from types import TracebackType
from typing import TYPE_CHECKING

from ._call import CallOptions, Out, check, encoded
from ._handle import Handle
from ._native import library

if TYPE_CHECKING:
    from typing_extensions import Unpack


class Pack:
    def __init__(self, name: str) -> None:
        out = Out()
        check("pack_new", encoded(name), out=out)
        self._handle = Handle("pack", out.value, library.cop11_pack_free)

    def add(self, path: str, text: str | bytes) -> Pack:
        """Adds one rule file; `path` is its name inside the pack."""
        data = text.encode() if isinstance(text, str) else bytes(text)
        with self._handle.use() as pack:
            check("pack_add", pack, encoded(path), data, len(data))
        return self

    def add_folder(self, folder: str | os.PathLike[str],
                   **call: Unpack[CallOptions]) -> Pack:
        """Adds every *.lua below a folder, and its signature."""
        with self._handle.use() as pack:
            check("pack_add_folder", pack, encoded(os.fsdecode(folder)), options=call)
        return self

    def add_signature(self, text: str | bytes) -> Pack:
        data = text.encode() if isinstance(text, str) else bytes(text)
        with self._handle.use() as pack:
            check("pack_add_signature", pack, data, len(data))
        return self

    def close(self) -> None:
        self._handle.close()

    def __enter__(self) -> Pack:
        return self

    def __exit__(self, kind: type[BaseException] | None,
                 error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_handle"):
            self._handle.close()
