"""The library's reader of JSON against another strict one, Python's: both
accept the same texts, refuse the same, and read the same values.

What the library refuses beyond RFC 8259 (tests/json/refused.txt) is refused
here by hooks of Python's own parser.

usage: differential.py READ_JSON FOLDER...      prints TAP
       each file of the folders is read, and changed at random
"""

import decimal
import json
import math
import os
import random
import re
import subprocess
import sys

SEED = 11
GENERATED = 8000
CHANGED = 12000
DEPTH = 64


class Refused(Exception):
    pass


class Digits(tuple):
    """A number as it is written."""

    def __new__(cls, text):
        return super().__new__(cls, (text,))


# ---- Python's parser, made strict --------------------------------------------

def pairs(items):
    keys = dict(items)
    if len(keys) < len(items):
        raise Refused("a key is there twice")
    return keys


def number(text):
    """A number that a double keeps, of 17 digits at most, is its value; of any
    other each character counts."""
    nearest = float(text)
    mantissa = re.split("[eE]", text)[0]
    digits = re.sub("[-.]", "", mantissa).strip("0")
    if digits and not 0 < abs(nearest) < math.inf or len(digits) > 17:
        return Digits(text)
    kept = decimal.Decimal(repr(nearest)) == decimal.Decimal(text if digits else 0)
    return nearest if kept else Digits(text)


def constant(text):
    raise Refused(text + " is no JSON")


def check_string(text):
    if "\0" in text:
        raise Refused("a string with NUL")
    text.encode()  # half a surrogate pair has no UTF-8


def check(value, depth=1):
    if isinstance(value, str):
        check_string(value)
    elif isinstance(value, (dict, list)):
        if depth > DEPTH:
            raise Refused("too deep")
        for key in value if isinstance(value, dict) else ():
            check_string(key)
        for child in value.values() if isinstance(value, dict) else value:
            check(child, depth + 1)


def strict(data):
    """The value, or None and why it is refused."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=pairs,
                           parse_int=number, parse_float=number,
                           parse_constant=constant)
        check(value)
    except (Refused, ValueError, RecursionError) as why:
        return None, str(why) or "refused"
    return value, None


def same(one, other):
    """Equal values; for Python alone True is 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other


# ---- texts -------------------------------------------------------------------

NUMBERS = ["0", "-0", "1", "-1", "12", "012", "0.5", "-0.0", "1.", ".5", "1e5",
           "1E+5", "1e-5", "1e", "1e+", "9007199254740991", "9007199254740992",
           "-9007199254740991", "-9007199254740992", "90071992547409910",
           "100000000000000", "0.123456789012345", "0.1234567890123456",
           "1234567890.12345", "1234567890.123450", "12345678901234500e-2",
           "1e308", "1.79769313486231e308", "1.79769313486232e308", "1e309",
           "-1e309", "2.22507385850721e-308", "2.22507385850720e-308",
           "2.2250738585072e-308", "1e-400", "0e999999999999", "0.0e-9999",
           "1e99999999999999999999", "NaN", "Infinity", "-Infinity", "0x10",
           "1_000", "+1", "--1", "1e5.5", "\uff11"]
PARTS = ["a", "\u00e9", "\u20ac", "\U0001f600", "\x7f", "\x1f", "\t", "\n", "/",
         "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0041",
         "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\uD83D\\u0041",
         "\\u0000", "\\u12", "\\u 123", "\\u+123", "\\x41", "\\'", "\\U0041",
         "\u2028", "\ufeff"]
SPACES = ["", "", "", " ", "\n", "\r\n\t ", "\u00a0", "\f", "\v"]
WORDS = ["null", "true", "false", "nul", "True", "NULL"]
BYTES = [b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"0", b"9", b"-",
         b".", b"e", b" ", b"\0", b"\n", b"\x80", b"\xc0\xaf", b"\xed\xa0\x80",
         b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xff", b"u", b"\\u"]


class Texts:
    """Texts at random, mostly JSON."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.oddness = 0

    def pick(self, choices, fine):
        """One of the first `fine` choices, seldom of the others."""
        if self.random.random() >= self.oddness:
            choices = choices[:fine]
        return self.random.choice(choices)

    def space(self):
        return self.pick(SPACES, 6)

    def string(self):
        count = self.random.choice((0, 1, 2, 9))
        fine = [part for part in PARTS if strict(f'"{part}"'.encode())[1] is None]
        odd = [part for part in PARTS if part not in fine]
        return '"' + "".join(self.pick(fine + odd, len(fine))
                             for _ in range(count)) + '"'

    def number(self):
        way = self.random.randrange(3)
        if way == 0:
            return str(self.random.randrange(-10**4, 10**4))
        if way == 1:
            digits = self.random.randrange(1, 18)
            return (f"{self.random.randrange(10)}."
                    f"{self.random.randrange(10**digits):0{digits}}"
                    f"e{self.random.randrange(-330, 330)}")
        return self.random.choice(NUMBERS)

    def value(self, depth):
        way = self.random.randrange(4 if depth > 4 else 8)
        if way == 0:
            return self.pick(WORDS, 3)
        if way == 1:
            return self.number()
        if way < 4:
            return self.string()
        count = self.random.randrange(4)
        if way < 6:
            inner = ",".join(self.item(depth) for _ in range(count))
            return "[" + (inner or self.space()) + "]"
        inner = ",".join(self.space() + self.string() + self.space() + ":" +
                         self.item(depth) for _ in range(count))
        return "{" + (inner or self.space()) + "}"

    def item(self, depth):
        return self.space() + self.value(depth + 1) + self.space()

    def text(self):
        self.oddness = self.random.choice((0, 0, 0.02))
        if self.random.randrange(50) == 0:
            depth = self.random.randrange(60, 70)
            return ("[" * depth + "]" * depth).encode()
        return self.item(0).encode("utf-8", "surrogatepass")

    def change(self, data):
        """The text with one or two bytes more, less or others."""
        for _ in range(self.random.choice((1, 1, 2))):
            at = self.random.randrange(len(data) + 1)
            until = at + self.random.choice((0, 1, 1, 3))
            data = data[:at] + self.random.choice(
                BYTES + [b"", data[at // 2:at // 2 + 4]]) + data[until:]
        return data


# ---- comparing ---------------------------------------------------------------

def ask(program, texts):
    """What the library says of each: accepted or not, and its words."""
    asked = b"".join(b"%d\n%s" % (len(text), text) for text in texts)
    said = subprocess.run([program], input=asked, stdout=subprocess.PIPE,
                          check=True).stdout
    at = 0
    for _ in texts:
        end = said.index(b"\n", at)
        size = int(said[at + 1:end])
        yield said[at:at + 1] == b"+", said[end + 1:end + 1 + size]
        at = end + 1 + size


def difference(text, accepted, words):
    value, why = strict(text)
    if (why is None) != accepted:
        return f"{text[:200]!r}: Python: {why}; the library: {words[:100]!r}"
    if accepted and not same(strict(words)[0], value):
        return f"{text[:200]!r}: the library reads {words[:200]!r}"
    return None


def read_files(folders):
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                yield file.read()


def main(program, folders):
    texts = Texts(SEED)
    files = list(read_files(folders))
    generated = [texts.text() for _ in range(GENERATED)]
    short = [text for text in files + generated if len(text) < 5000]
    changed = [texts.change(texts.random.choice(short)) for _ in range(CHANGED)]
    number = failed = 0
    for name, group in (("files", files), ("generated texts", generated),
                        ("changed texts", changed)):
        answers = list(ask(program, group))
        accepted = sum(answer for answer, _ in answers)
        wrong = [found for text, answer in zip(group, answers)
                 if (found := difference(text, *answer))]
        few = min(accepted, len(group) - accepted) < len(group) // 20
        number += 1
        failed |= bool(wrong) or few
        print(f"{'not ' if wrong or few else ''}ok {number} - {len(group)} "
              f"{name} are read alike, {accepted} of them accepted")
        for found in wrong[:5]:
            print("#", found)
    print(f"1..{number}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
