"""A handle of the library that is freed once, and after its last use."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Self


class Handle:
    def __init__(self, name: str, pointer: int,
                 free: Callable[[int], None]) -> None:
        self._name, self._pointer, self._free = name, pointer, free
        self._lock = threading.Lock()
        self._users, self._closed = 0, False

    @contextlib.contextmanager
    def use(self) -> Iterator[int]:
        """The pointer, which stays good until the block ends."""
        with self._lock:
            if self._closed:
                raise ValueError(f"the {self._name} is closed")
            self._users += 1
        try:
            yield self._pointer
        finally:
            self._leave()

    def _leave(self) -> None:
        with self._lock:
            self._users -= 1
            last = self._closed and self._users == 0
        if last:
            self._free(self._pointer)

    def close(self) -> None:
        """Whoever uses it now is the one to free it."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            last = self._users == 0
        if last:
            self._free(self._pointer)


class Owner:
    """What has a handle and closes it, at the end of a `with` at the latest."""

    _handle: Handle

    def close(self) -> None:
        """Calls under way in other threads end first."""
        self._handle.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None,
                 error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_handle"):
            self._handle.close()
