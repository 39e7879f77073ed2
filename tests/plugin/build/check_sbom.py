"""The bill of materials that is installed and that "build" describes: judged by
CycloneDX's own library, and held against the sources it speaks of.

usage: check_sbom.py SBOM LIBRARY LUA CJSON SODIUM_LIBRARY      prints TAP
"""

import ctypes
import hashlib
import json
import os
import pathlib
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

here = pathlib.Path(__file__).parent
sys.path.append(str(here.parents[1] / "exports"))
from tap import Tap, same  # noqa: E402


def strictly(text):
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return problem and str(problem.data)


def described(library):
    """What cop11_describe gives of "build"."""
    lib = ctypes.CDLL(library)
    engine, text = ctypes.c_void_p(), ctypes.c_void_p()
    lib.cop11_text_data.restype = ctypes.c_char_p
    assert lib.cop11_engine_open(None, None, ctypes.byref(engine), None) == 0
    assert lib.cop11_describe(engine, b"build", None, ctypes.byref(text), None) == 0
    return json.loads(lib.cop11_text_data(text))


def hash_of(path):
    """As the part's cop11:hash-of says; the sources' own bytes where it is a file."""
    if not os.path.isdir(path):
        return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
    files = sorted(pathlib.Path(path).glob("*.c")) + sorted(pathlib.Path(path).glob("*.h"))
    sums = "".join(f"{hash_of(file)}  {file.name}\n" for file in files)
    return hashlib.sha256(sums.encode()).hexdigest()


def main(sbom, library, *sources):
    text = pathlib.Path(sbom).read_text(encoding="utf-8")
    document = json.loads(text)
    parts = {part["name"]: part for part in document["components"]}
    build = described(library)
    tap = Tap()
    tap.check("it is strictly CycloneDX 1.6", strictly(text))
    # A validator that takes anything would prove nothing.
    tap.check("a hash of another length is not", None if strictly(
        text.replace('"content": "', '"content": "0')) else "it was accepted")
    tap.check("describe gives the same", same(build["sbom"], document))
    tap.check("its versions are those that describe gives",
              same({name: part["version"] for name, part in parts.items()},
                   {part["name"]: part["version"] for part in build["parts"]}))
    tap.check("each part has the hash of its source",
              same([part["hashes"][0]["content"] for part in parts.values()],
                   [hash_of(path) for path in sources]))
    urls = [PackageURL.from_string(part["purl"]) for part in parts.values()]
    tap.check("each part's purl is one, and of its version",
              same([url.version for url in urls],
                   [part["version"] for part in parts.values()]))
    tap.check("written as purl's own library writes it",
              same([url.to_string() for url in urls],
                   [part["purl"] for part in parts.values()]))
    tap.check("each part has a CPE of the version upstream",
              same([part["cpe"].split(":")[3:6] for part in parts.values()],
                   [["lua", "lua", parts["Lua"]["version"].split("-")[0]],
                    ["mpx", "lua-cjson", parts["lua-cjson"]["version"].split("+")[0]],
                    ["libsodium", "libsodium",
                     parts["libsodium"]["version"].split("-")[0]]]))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
