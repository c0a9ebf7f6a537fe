"""Makes broken texts out of whole ones: flips, cuts, repeats, splices, and the tokens that hurt readers."""

from __future__ import annotations

from random import Random

#: Longest input, characters; larger files are refused by their size before they are read.
LONGEST = 120_000
TOKENS = (
    "(", ")", "[", "]", "{", "}", "((((((((", "[[[[[[[[", "{{{{", "'", '"', "\\", "\n", "\r", "\t", " ", "\x00",
    "\x1b[31m",
    ":", ": ", "- ", "#", "&a ", "*a", "!!python/object:os.system ", "<<: ", "---\n", "...", "|", ">", "? ", "%",
    "=", "= 1 0 0 0\n", "> ", "? ", "! ", "@ 0000-00-00", "end 1 0", "null", "true", "NaN", "Infinity", "-Infinity",
    "0", "-1", "1e999", "9" * 30, "9" * 5000, "0x1f", "1_000", "1.5", "\ud800", "\U0001f480", "é", "\u202e", "\u2028",
    "\ufeff",
    "__class__", ".__bases__", "lambda: 0", "**", "**9**9**9", "//", "// 0", "%", " and ", " or ", " not ", " in ",
    " if ",
    " for x in ", "yield", "await", ":=", "f'{1}'", "../../etc/passwd", "<script>", "SELF", "nobody", "all", "+large",
)  # fmt: skip


def mutated(dice: Random, seeds: list[str]) -> str:
    """A text broken in one to six ways."""
    text = dice.choice(seeds)
    for _ in range(dice.randint(1, 6)):
        text = dice.choice(WAYS)(dice, text, seeds)[:LONGEST]
    return text


def _place(dice: Random, text: str) -> int:
    return dice.randrange(len(text) + 1)


def _span(dice: Random, text: str) -> tuple[int, int]:
    first = _place(dice, text)
    return first, min(len(text), first + dice.choice((1, 1, 2, 4, 16, 200)))


def _insert(dice: Random, text: str, seeds: list[str]) -> str:
    place = _place(dice, text)
    return text[:place] + dice.choice(TOKENS) + text[place:]


def _replace(dice: Random, text: str, seeds: list[str]) -> str:
    first, last = _span(dice, text)
    return text[:first] + dice.choice(TOKENS) + text[last:]


def _letter(dice: Random, text: str, seeds: list[str]) -> str:
    first, _ = _span(dice, text)
    return text[:first] + chr(dice.choice((dice.randrange(128), dice.randrange(0x3000)))) + text[first + 1 :]


def _cut(dice: Random, text: str, seeds: list[str]) -> str:
    first, last = _span(dice, text)
    return text[:first] + text[last:]


def _end(dice: Random, text: str, seeds: list[str]) -> str:
    return text[: _place(dice, text)]


def _repeat(dice: Random, text: str, seeds: list[str]) -> str:
    first, last = _span(dice, text)
    return text[:last] + text[first:last] * dice.choice((1, 1, 2, 10, 1000)) + text[last:]


def _splice(dice: Random, text: str, seeds: list[str]) -> str:
    other = dice.choice(seeds)
    return text[: _place(dice, text)] + other[_place(dice, other) :]


def _swap(dice: Random, text: str, seeds: list[str]) -> str:
    rows = text.split("\n")
    one, other = dice.randrange(len(rows)), dice.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]
    return "\n".join(rows)


WAYS = (_insert, _insert, _replace, _replace, _letter, _letter, _cut, _end, _repeat, _splice, _swap)
