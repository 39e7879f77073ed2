"""Makes the types of a report from the schema that a library describes.

usage: make_types.py LIBRARY OUTPUT.py
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def schema(library: str, folder: str) -> str:
    """The schema of reports, from the package and the library side by side."""
    package = pathlib.Path(folder) / "cop11"
    shutil.copytree(HERE / "cop11", package,
                    ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(library, package / "libcop11.so")
    ask = "import cop11; print(cop11.Engine().describe('report-schema'))"
    return subprocess.run([sys.executable, "-Bc", ask], cwd=folder, check=True,
                          stdout=subprocess.PIPE, text=True).stdout


def main(library: str, output: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        text = schema(library, folder)
    subprocess.run(
        [sys.executable, "-m", "datamodel_code_generator", "--output", output,
         "--input-file-type", "jsonschema", "--class-name", "Report",
         "--output-model-type", "typing.TypedDict", "--disable-timestamp",
         "--target-python-version", "3.11", "--formatters", "builtin"],
        input=text, text=True, check=True)


main(*sys.argv[1:])
