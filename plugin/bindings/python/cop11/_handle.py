"""A handle of the library that is freed once, and after its last use."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator


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
