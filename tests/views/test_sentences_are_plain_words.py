"""Every record of whole games, and every divergence, is a plain sentence: names, no ids, nothing left blank."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from games import HARBOUR, SUCCESSION, played, scenario_called

from game.chronicle.landmarks import headline
from game.engine.record import Record
from game.views.wording import Wording

KINDS = (
    "people", "blocs", "bodies", "posts", "regions", "pacts", "documents", "theses", "rules", "motions", "meetings",
    "orders", "hinges", "events", "quantities", "axes",
)  # fmt: skip
#: Marks of a sentence that was not finished, and doubled articles.
SPOILT = re.compile(r"[_{}]|…|\bthe the\b|\b[Tt]he The\b|\ba the\b|  |\bNone\b|\.\.|\bnobody's\b")


@pytest.fixture(scope="module", params=[(HARBOUR, "free", 6), (SUCCESSION, "rails", 41), (SUCCESSION, "free", 9)])
def table(request):
    name, rivals, turns = request.param
    scenario = scenario_called(name)
    return played(scenario, rivals=rivals, strength="clerk", until=scenario.turn_dates(turns)[1])


def ids(scenario):
    """Ids that no English sentence would hold by chance."""
    every = (one.id for kind in KINDS for one in getattr(scenario, kind))
    return {one for one in every if "_" in one or any(letter.isdigit() for letter in one)}


def sentences(table):
    words = Wording(table.game.scenario)
    found = [words.sentence(one) for one in table.game.records]
    return found + [text for entry in table.log.entries for text in (entry.was, entry.here)]


def test_no_sentence_holds_an_id_or_a_blank(table):
    unwanted = ids(table.game.scenario)
    for text in set(sentences(table)):
        assert text and not SPOILT.search(text), text
        assert not unwanted.intersection(re.findall(r"[a-z0-9_]+", text)), text


def test_a_sentence_begins_with_a_capital_and_has_no_stop(table):
    words = Wording(table.game.scenario)
    for record in table.game.records:
        text = words.sentence(record)
        assert not text[0].islower() and not text.endswith("."), text


def test_every_kind_of_record_that_happens_has_a_rule(table):
    from game.views.sentences import SENTENCES

    assert {one.kind for one in table.game.records} <= set(SENTENCES)


def test_an_option_nobody_argued_is_marked(harbour, harbour_table):
    words = Wording(harbour)
    decided = next(one for one in harbour_table.game.records if one.kind == "hinge")
    assert words.mark(decided) == "model"
    guess = replace(decided, data={**decided.data, "mark": "speculation"})
    assert words.mark(guess) == "speculation"


def test_she_loses_her_seat_and_he_his(succession):
    words, scenario = Wording(succession), succession
    woman = next(one for one in scenario.people if one.female)
    man = next(one for one in scenario.people if not one.female)
    body = next(one for one in scenario.bodies if one.role == "bureau")
    for person, word in ((woman, "her"), (man, "his")):
        data = {"body": body.id, "role": "lost"}
        lost = Record(0, 1, scenario.start, "seat", person.id, (body.id, person.id), data)
        assert words.sentence(lost) == f"{person.surname} loses {word} seat in the {body.short}"


def test_an_election_names_the_post(succession):
    words = Wording(succession)
    person, post = succession.people[0], succession.posts[0]
    motion = f"somewhere/{succession.settings['election_motion']}/{person.id}/{post.id}/{person.id}"
    made = Record(0, 1, succession.start, "motion", succession.people[1].id, (), {"change": "made", "motion": motion})
    assert words.sentence(made) == f"{succession.people[1].surname} proposes {person.surname} as {post.name}"


def test_a_headline_is_whole_words_and_short(succession):
    for fact in succession.record:
        text = headline(fact.text)
        assert 0 < len(text) <= 54 and fact.text.startswith(text)
        assert not text.endswith((",", ";", ":", " the", " of"))
