#!/usr/bin/env python3
"""Writes Sources/Journal/Data/normal-form.txt from the Unicode data of Python.

With `vectors` as its argument it writes the vectors of the tests instead. Takes the module
unicodedata2 where it is installed, because it follows Unicode more closely than Python itself.
"""
import random
import sys

try:
    import unicodedata2 as data
except ImportError:
    import unicodedata as data

SYLLABLES = range(0xAC00, 0xD7A4)


def scalars():
    return (c for c in range(0x110000) if not 0xD800 <= c < 0xE000)


def table():
    print(f"# Canonical classes and decompositions of Unicode {data.unidata_version}.")
    print("# Made by Scripts/normal-form.py; Hangul syllables are computed and not listed.")
    print("# c FIRST LAST CLASS: combining class of the scalars of a range.")
    print("# d SCALAR PARTS: decomposition that is composed again; x: one that is not.")
    first = last = kind = None
    for c in scalars():
        now = data.combining(chr(c))
        if now and now == kind and c == last + 1:
            last = c
            continue
        if kind:
            print(f"c {first:X} {last:X} {kind}")
        first, last, kind = c, c, now
    for c in scalars():
        parts = data.decomposition(chr(c))
        if not parts or parts.startswith("<") or c in SYLLABLES:
            continue
        text = "".join(chr(int(part, 16)) for part in parts.split())
        again = data.normalize("NFC", text) == chr(c)
        short = " ".join(f"{ord(s):X}" for s in text)
        print(f"{'d' if again else 'x'} {c:X} {short}")


def vectors():
    draw = random.Random(20261121)
    blocks = [
        (0x41, 0x17F), (0x300, 0x345), (0x370, 0x3FF), (0x400, 0x45F), (0x591, 0x5C7),
        (0x5D0, 0x5EA), (0x620, 0x655), (0x904, 0x95F), (0x9C7, 0x9D7), (0xB47, 0xB57),
        (0xDD9, 0xDDF), (0xE01, 0xE4E), (0xF40, 0xF84), (0x1100, 0x1112), (0x1161, 0x1175),
        (0x11A8, 0x11C2), (0x1E00, 0x1EF9), (0x1F00, 0x1FFE), (0x3046, 0x309A), (0xAC00, 0xAC80),
        (0xFB1D, 0xFB4E), (0xF900, 0xFA20), (0x1D158, 0x1D164), (0x11131, 0x11132),
    ]
    for _ in range(400):
        text = ""
        for _ in range(draw.randint(1, 3)):
            low, high = draw.choice(blocks)
            text += "".join(chr(draw.randint(low, high)) for _ in range(draw.randint(1, 2)))
            text += "".join(chr(draw.choice([0x301, 0x323, 0x345, 0x327, 0x5B4, 0x650, 0x93C]))
                            for _ in range(draw.randint(0, 2)))
        hexes = [" ".join(f"{ord(s):X}" for s in t) for t in (text, data.normalize("NFC", text))]
        print("    " + hexes[0] + " > " + hexes[1])


if __name__ == "__main__":
    vectors() if sys.argv[1:] == ["vectors"] else table()
