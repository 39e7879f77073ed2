"""Rules gathered before an engine is opened."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ._call import CallOptions, Out, as_bytes, check, encoded
from ._handle import Handle, Owner
from ._native import library

if TYPE_CHECKING:
    from typing_extensions import Unpack


class Pack(Owner):
    def __init__(self, name: str) -> None:
        out = Out()
        check("pack_new", encoded(name), out=out)
        self._handle = Handle("pack", out.value, library.cop11_pack_free)

    def add(self, path: str, text: str | bytes) -> Pack:
        """Adds one rule file; `path` is its name inside the pack."""
        data = as_bytes(text)
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
        data = as_bytes(text)
        with self._handle.use() as pack:
            check("pack_add_signature", pack, data, len(data))
        return self
