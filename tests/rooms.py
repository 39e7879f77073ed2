"""Holds the map of the sources: rooms call each other one way; prints TAP.

A room is a module of scripts/ or plugin/ and the folder of that name.  Its arrows are
`require` and `#include`.  Rooms that reach each other are a knot, of which none may
come to be.
"""
import os
import re
import sys

REQUIRE = re.compile(r'require\s*\(?\s*"([\w.]+)"')
INCLUDE = re.compile(r'^#include "([\w./]+)"', re.MULTILINE)
# Programs and parts of their own, that only look at the library.
APART = ("bindings", "build", "form", "hosts")


def sources(top, ends):
    """{ path below `top`: text }"""
    texts = {}
    for folder, _, names in os.walk(top):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), top)
            if name.endswith(ends) and not path.startswith(APART):
                with open(os.path.join(top, path), encoding="utf-8") as file:
                    texts[path] = file.read()
    return texts


def room(path):
    return path.split("/")[0].split(".")[0]


def required(text, _path, _texts):
    return [name.replace(".", "/") for name in REQUIRE.findall(text)]


def included(text, path, texts):
    """The files of ours that `path` includes, found as the compiler finds them."""
    for name in INCLUDE.findall(text):
        beside = os.path.join(os.path.dirname(path), name)
        yield next((found for found in (beside, name, "core/" + name)
                    if found in texts), path)


def arrows(texts, find):
    """{ room: the rooms it reaches at once }"""
    graph = {room(path): set() for path in texts}
    for path, text in texts.items():
        graph[room(path)] |= {room(to) for to in find(text, path, texts)
                              if room(to) in graph} - {room(path)}
    return graph


def reached(graph, start):
    seen, ways = set(), [start]
    while ways:
        for to in graph[ways.pop()] - seen:
            seen.add(to)
            ways.append(to)
    return seen


def knots(graph):
    """The sets of rooms of which each reaches each."""
    reach = {one: reached(graph, one) for one in graph}
    found = {frozenset(other for other in reach[one] if one in reach[other])
             for one in graph}
    return sorted((sorted(knot) for knot in found if knot))


def main():
    every = [("plugin", (".c", ".h"), included), ("scripts", ".lua", required)]
    print(f"1..{len(every)}")
    failed = 0
    for number, (top, ends, find) in enumerate(every, 1):
        tied = knots(arrows(sources(top, ends), find))
        failed += bool(tied)
        print(f"{'not ' if tied else ''}ok {number} - the rooms of {top}/ call each other "
              "one way")
        for knot in tied:
            print("# a knot: " + ", ".join(knot))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
