"""``python -m game.scenario.reference [FILE]``: the authoring reference, generated from the vocabulary.

Without a file it is printed; with one, the part of the file between the two marks is replaced.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from game.scenario import vocabulary
from game.scenario.expr import signature
from game.scenario.verbs import form_in_words

BEGIN = "<!-- reference: made by python -m game.scenario.reference, do not edit -->"
END = "<!-- end of reference -->"

#: Title and words of each list of words.
WORD_LISTS = (
    ("Powers of a post", vocabulary.POWERS),
    ("Kinds of a body", vocabulary.BODY_KINDS),
    ("Roles of a body", vocabulary.BODY_ROLES),
    ("Places of a person", vocabulary.PLACES),
    ("Colours of a bloc", vocabulary.COLOURS),
    ("States of a document", vocabulary.DOCUMENT_STATES),
    ("States of a thesis", vocabulary.THESIS_STATES),
    ("Subjects of a motion", vocabulary.SUBJECTS),
    ("Thresholds of a motion", vocabulary.THRESHOLDS),
    ("Families of orders", vocabulary.FAMILIES),
    ("Windows of orders", vocabulary.WINDOWS),
    ("Kinds of a slot", vocabulary.SLOT_KINDS),
    ("Kinds of an event", vocabulary.EVENT_KINDS),
    ("Words of a setting of events", vocabulary.TIMINGS),
    ("Dials of rivals", vocabulary.DIALS),
    ("Strengths of rivals", vocabulary.STRENGTHS),
    ("Changes of an expected number", vocabulary.CHANGES[1:]),
    ("Kinds of a fact", vocabulary.FACT_KINDS),
    ("Recorded statuses", vocabulary.STATUSES),
    ("Confidence", vocabulary.CONFIDENCE),
    ("Marks", vocabulary.MARKS),
)


def reference() -> str:
    """The whole reference as Markdown."""
    parts = [_fields(), _words(), _symbols()]
    for returns, title in (("bool", "Conditions"), ("int", "Numbers"), ("person", "Persons")):
        parts.append(_functions(returns, title))
    parts.append(_verbs())
    return "\n\n".join(parts) + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for row in rows:
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")
    return "\n".join(lines)


def _fields() -> str:
    """The keys of every list of a scenario and of a lesson file; those that must be there first and bold."""
    from game.scenario.lesson_file import LessonForm
    from game.scenario.loading import SECTIONS, HeadForm
    from game.scenario.schema_base import Form

    def keys(form: type[Form]) -> str:
        fields = sorted(form.model_fields.items(), key=lambda field: not field[1].is_required())
        return ", ".join(f"**`{_key(*one)}`**" if one[1].is_required() else f"`{_key(*one)}`" for one in fields)

    rows = [("`scenario.yaml`", keys(HeadForm)), *((f"`{key}`", keys(form)) for key, (_, form) in SECTIONS.items())]
    rows.append(("a lesson file", keys(LessonForm)))
    return "### Keys\n\n" + _table(("list", "keys"), rows)


def _key(name: str, field: Any) -> str:
    """The key of a field in a file."""
    alias = field.validation_alias
    return alias if isinstance(alias, str) else str(alias.choices[0]) if alias is not None else name


def _words() -> str:
    """The lists of words."""
    rows = [(title, ", ".join(f"`{word}`" for word in words)) for title, words in WORD_LISTS]
    return "### Words\n\n" + _table(("where", "words"), rows)


def _symbols() -> str:
    """Symbols and the slots they come from."""
    slots = {symbol: slot for slot, symbol in vocabulary.SLOT_SYMBOLS.items()}
    rows = [
        (f"`{symbol}`", vocabulary.in_words(kind), f"`{slots[symbol]}`" if symbol in slots else "")
        for symbol, kind in vocabulary.SYMBOLS.items()
    ]
    return "### Symbols\n\n" + _table(("symbol", "stands for", "slot of an order"), rows)


def _functions(returns: str, title: str) -> str:
    """Functions of one type."""
    rows = [
        (f"`{signature(function)}`", function.about)
        for function in vocabulary.FUNCTIONS.values()
        if function.returns == returns
    ]
    return f"### {title}\n\n" + _table(("function", "meaning"), rows)


def _verbs() -> str:
    """Effect verbs with their forms."""
    rows = [
        ("<br>".join(f"`{form_in_words(verb, form)}`" for form in forms), about)
        for verb, (forms, about) in vocabulary.VERBS.items()
    ]
    return "### Verbs\n\n" + _table(("form", "meaning"), rows)


def replaced(text: str) -> str:
    """A guide with its reference made current; ValueError if the marks are missing."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the marks {BEGIN} and {END} are missing")
    return f"{before}{BEGIN}\n\n{reference()}\n{END}{after}"


def main(arguments: list[str]) -> int:
    """Print the reference, or write it into a file."""
    if not arguments:
        print(reference())
        return 0
    path = Path(arguments[0])
    path.write_text(replaced(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
