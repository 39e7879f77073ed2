"""drafts.py: every change of cop11.h is a draft of its own, and each binding that loads
the library at run time is for the draft of the header beside it.  Prints TAP.

The last line of drafts.txt is this draft's number and the digest of what the header
declares, without its comments, its spacing and the library's version.
"""
import hashlib
import pathlib
import re
import sys

NUMBER_OF_BINDING = {
    "csharp/Native.cs": r"const uint Draft = (\d+);",
    "java/src/cop11/Native.java": r"int DRAFT = (\d+);",
    "node/native.js": r"const DRAFT = (\d+);",
    "python/cop11/_native.py": r"^DRAFT = (\d+)\b",
    "ruby/cop11.rb": r"^  DRAFT = (\d+)\b",
    "rust/src/native.rs": r"const DRAFT: u32 = (\d+);",
}
NAMING_THE_FILE = ["include/cop11.h", "plugin/README.md",
                   "plugin/bindings/csharp/Native.cs", "plugin/bindings/csharp/README.md",
                   "plugin/bindings/java/README.md", "plugin/bindings/ruby/README.md"]


def declared(header: str) -> str:
    code = re.sub(r"/\*.*?\*/", " ", header, flags=re.DOTALL)
    code = re.sub(r"#define COP11_VERSION_\w+ \d+", " ", code)
    return " ".join(code.split())


def problem_of_header(header: str, draft: str) -> str:
    digest = hashlib.sha256(declared(header).encode()).hexdigest()
    known = pathlib.Path(__file__).with_name("drafts.txt").read_text().split()
    if known[-2:] == [draft, digest]:
        return ""
    return (f"cop11.h is not that of draft {known[-2]}: raise COP11_ABI_VERSION and "
            f"the bindings' numbers, then add its line to drafts.txt; "
            f"for this header it is\n{draft} {digest}")


def problems_of_texts(draft: str) -> list[str]:
    wrong = []
    for name, pattern in NUMBER_OF_BINDING.items():
        text = pathlib.Path("plugin/bindings", name).read_text()
        if re.findall(pattern, text, re.MULTILINE) != [draft]:
            wrong.append(f"plugin/bindings/{name}: no draft {draft}")
    for name in NAMING_THE_FILE:
        named = re.findall(r"libcop11\.so\.([\d.]*\d)", pathlib.Path(name).read_text())
        if set(named) != {"0." + draft}:
            wrong.append(f"{name}: names other than libcop11.so.0.{draft}: {named}")
    return wrong


def main() -> int:
    header = pathlib.Path("include/cop11.h").read_text()
    draft = re.search(r"#define COP11_ABI_VERSION (\d+)", header)[1]
    tests = [("a changed header is another draft", problem_of_header(header, draft)),
             ("bindings and texts name this draft", "\n".join(problems_of_texts(draft)))]
    for number, (name, problem) in enumerate(tests, 1):
        print(f"{'not ok' if problem else 'ok'} {number} - {name}")
        for line in problem.splitlines():
            print("#", line)
    print(f"1..{len(tests)}")
    return int(any(problem for _, problem in tests))


sys.exit(main())
