"""libcop11 from Python: rates a dossier against RJC COP 11 Security (2013)."""

from ._call import CallOptions
from ._native import library as _library
from .engine import Engine, EngineOptions, Stats, lint, test
from .errors import Cop11Error, Status
from .pack import Pack
from .text import Basis, Rating, Text

__all__ = ["Basis", "CallOptions", "Cop11Error", "Engine", "EngineOptions",
           "Pack", "Rating", "Stats", "Status", "Text", "lint", "test", "version"]


def version() -> str:
    """The library's version, "major.minor.patch"."""
    return str(_library.cop11_version().decode())
