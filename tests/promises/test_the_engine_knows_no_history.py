"""History is data: no file of the program names a person, place or year of any scenario, or quotes one of its ids."""

from __future__ import annotations

import re
import tokenize
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from games import HARBOUR, SUCCESSION, scenario_called

import game
from game.scenario import vocabulary

PACKAGE = Path(game.__file__).parent
SCENARIOS = (SUCCESSION, HARBOUR, "directory-1795")
#: Kinds of things whose ids no file may quote.
KINDS = (
    "people", "posts", "bodies", "regions", "documents", "theses", "hinges", "events", "pacts", "blocs", "motions",
    "rules", "meetings",
)  # fmt: skip
#: Words in the names of regions that are also ordinary English words.
ORDINARY = {"north", "south", "far", "east", "west", "centre", "central", "cells", "army", "youth", "students"}


def files():
    found = sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.j2")])
    assert len(found) > 100
    return found


def text_of(path):
    return path.read_text(encoding="utf-8")


@cache
def engine_words() -> frozenset[str]:
    """Every word of the closed vocabulary of scenario files."""
    found: set[str] = set(vocabulary.FUNCTIONS) | set(vocabulary.VERBS) | set(vocabulary.FIELD_OF_KIND)
    for value in vars(vocabulary).values():
        if isinstance(value, tuple | frozenset):
            found |= {word for word in value if isinstance(word, str)}
    found |= set(vocabulary.NATIVE_ACTS) | {name for names in vocabulary.NATIVE_ACTS.values() for name in names}
    found |= set(vocabulary.SLOT_SYMBOLS) | set(vocabulary.FIELD_OF_KIND.values())
    return frozenset(found)


@cache
def names() -> frozenset[str]:
    """Surnames and names of places and regions, as whole words, lower case."""
    found: set[str] = set()
    for one in map(scenario_called, SCENARIOS):
        found |= {person.surname for person in one.people}
        for region in one.regions:
            found |= set(re.findall(r"[A-Z][a-z]{3,}", f"{region.name} {region.short}"))
        found |= set(re.findall(r"[A-Z][a-z]{3,}", one.place))
    return frozenset(word.lower() for word in found if len(word) > 2) - ORDINARY


@cache
def years() -> frozenset[str]:
    """Every year a scenario spans or records."""
    found: set[int] = set()
    for one in map(scenario_called, SCENARIOS):
        days: list[date] = [one.start, one.turn_dates(one.turns)[1], *(fact.begins for fact in one.record)]
        found |= set(range(min(days).year, max(days).year + 1))
    return frozenset(map(str, found))


@cache
def ids() -> frozenset[str]:
    """Ids of things of the scenarios, and of the scenarios themselves."""
    found: set[str] = set(SCENARIOS)
    for one in map(scenario_called, SCENARIOS):
        for kind in KINDS:
            found |= set(one.index[kind])
    return frozenset(found)


def quoted(path):
    """(line, text) of every plain string literal of a file, docstrings apart."""
    if path.suffix == ".j2":
        for number, line in enumerate(text_of(path).splitlines(), 1):
            yield from ((number, found) for found in re.findall(r"['\"]([\w-]+)['\"]", line))
        return
    with path.open("rb") as source:
        for token in tokenize.tokenize(source.readline):
            if token.type == tokenize.STRING and len(token.string) < 80:
                yield token.start[0], token.string.strip("rbfuRBFU").strip("'\"")


def test_the_lists_are_not_empty():
    assert {"stalin", "trotsky", "ravndal", "leningrad", "urals"} <= names()
    assert {"1911", "1923", "1929"} <= years()
    assert {"gensec", "politburo", "north_quay", "testament", "congress_14"} <= ids()
    assert {"motion", "bureau", "appointments", "region"} <= engine_words()


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_file_of_the_program_names_history(path):
    words = {}
    for number, line in enumerate(text_of(path).splitlines(), 1):
        for word in re.findall(r"[A-Za-z]+|(?<![\w.#])\d{4}(?![\w.%])", line):
            words.setdefault(word.lower(), number)
    named = {word: words[word] for word in sorted(words.keys() & (names() | years()))}
    assert not named, f"{path}: {named}"
    literal = {text: number for number, text in quoted(path) if text in ids() and text not in engine_words()}
    assert not literal, f"{path}: {literal}"
