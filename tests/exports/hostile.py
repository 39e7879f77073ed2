"""Reports whose every free text is an attack: on the forms of exports, on markup, on
whoever reads a line of them.  What names something else stays as it is."""

import json
import sys

NASTY = [
    "<script>alert(1)</script>", "]]>&amp;&#0;'\"", "  \u00a0\u3000 blanks \u2009 ",
    "two\nlines\r\n\tand a tab", "\u0001\u0007\u001b[31m\ufffe\uffff", "\u202etxt.exe",
    "# **bold** [x](javascript:1) `c` {{ insert: param, x }} | a | b |", "", " ", "---",
    "- item: 'a: b' # c", "=1+1", "\U0001f512" * 300, "1. not a list", "\\", "../../etc",
    "null", "true", "1e3", "2013-11-30", "!!python/object:os.system [x]", "&anchor *alias",
]
TEXTS = {"reason", "title", "says", "remedy", "ask", "text", "note", "name", "nature",
         "cause", "action", "containment", "owner", "by", "why", "authority", "ref",
         "hash", "media_type", "date", "due", "raised", "closed_on", "valid_until",
         "verified_by", "message", "cure", "assessed_text", "notice", "source", "unit",
         "not_assessed_why", "country", "stated_by", "expects", "label", "rule",
         "condition"}


class Hostile:
    """Puts one nasty text after another into a copy of a report."""

    def __init__(self, first=0):
        self.at = first

    def text(self):
        self.at += 1
        return NASTY[self.at % len(NASTY)]

    def of(self, value, key=None):
        if isinstance(value, dict):
            return {name: self.of(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [self.of(one, key if key == "value" else None) for one in value]
        if isinstance(value, str) and key in TEXTS:
            return self.text()
        return value


if __name__ == "__main__":  # hostile.py FIRST <report
    json.dump(Hostile(int(sys.argv[1])).of(json.load(sys.stdin)), sys.stdout)
