"""The epilogue of a run: 300 to 600 words, and no clause that its records or the record's facts do not support."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from games import scenario_called

from game.chronicle.landmarks import recorded_vote
from game.chronicle.words import MONTHS
from game.engine.record import Record
from game.lab.table import Table
from game.saves import Setup
from game.views import narrative_moments
from game.views.narrative import narrative, words_of
from game.views.narrative_moments import Moment, Run
from game.views.parts import scene
from game.views.shapes import Mark
from game.views.wording import Wording

#: Kinds of records each template may rest on; templates of facts rest on facts alone.
SUPPORT = {
    "turn": {"turn"}, "orders": {"order"}, "answers": {"hinge"}, "votes": {"vote"}, "scores": {"outcome", "turn"},
    "office": {"post"}, "outcome": {"outcome"}, "figures": {"figures"}, "vote": {"vote"}, "hinge": {"hinge"},
    "post": {"post"}, "status": {"status"}, "death": {"death"}, "seat": {"seat"}, "pact": {"pact"},
    "document": {"document"}, "rule": {"rule"}, "severity": {"severity"},
}  # fmt: skip
FACTS = {"fact": None, "holder": {"tenure"}, "fate": {"status", "death"}}
#: Templates about a way through the log: any record may lie on it, and the act it begins with is an act.
WAYS = {"departure", "step", "difference", "absence", "own"}


def to_the_end(table: Table) -> Table:
    """Seats at the table are played by rivals too."""
    while (decision := table.game.decision) is not None:
        table.rival(decision)
    return table


@pytest.fixture(scope="module", params=[
    ("succession-1923", "rails"),
    ("succession-1923", {"rivals": "free", "seed": 3, "humans": ("zinoviev",), "strength": "clerk"}),
    ("succession-1923", {"rivals": "free", "seed": 4, "humans": ("stalin", "krupskaya"), "strength": "clerk"}),
    ("succession-1923", {"rivals": "nudged", "seed": 5, "humans": ("trotsky",), "strength": "clerk",
                         "start": date(1926, 2, 1), "until": date(1928, 1, 31)}),
    ("succession-1923", {"rivals": "free", "seed": 7, "humans": ("kamenev",), "strength": "clerk",
                         "until": date(1924, 7, 31)}),
    ("harbour-union", {"rivals": "rails"}),
    ("harbour-union", {"rivals": "free", "seed": 2, "humans": ("quist",)}),
    ("harbour-union", {"rivals": "free", "seed": 9, "humans": ("lunde",)}),
    ("directory-1795", {"rivals": "free", "seed": 2, "humans": ("barras",), "strength": "clerk"}),
], ids=["rails", "one", "two seats", "chapter", "first", "small rails", "small", "small too", "another"])  # fmt: skip
def run(request, rails_table):
    """A finished game."""
    name, setup = request.param
    if setup == "rails":
        return rails_table
    return to_the_end(Table.new(scenario_called(name), Setup(**setup)))


@pytest.fixture(scope="module")
def story(run):
    return narrative(run)


@pytest.fixture(scope="module")
def clauses(story):
    return [clause for passage in story for clause in passage.clauses]


def test_the_length(run, story):
    """A small scenario has less to tell."""
    words = sum(words_of(passage.clauses) for passage in story)
    assert words == sum(len(passage.text.split()) for passage in story)
    assert (300 if run.game.scenario.turns > 10 else 150) <= words <= 600


def test_every_clause_is_supported_by_records_of_its_kind_or_by_facts(run, clauses):
    facts = {fact.id: fact for fact in run.game.scenario.record}
    for clause in clauses:
        assert clause.records or clause.facts, clause.text
        kinds = {run.game.records[number].kind for number in clause.records}
        if clause.mark is Mark.FACT:
            assert clause.facts and not clause.records, clause.text
            known = FACTS[clause.rule]
            assert known is None or {facts[one].kind for one in clause.facts} <= known
        elif clause.rule not in WAYS:
            assert kinds and kinds <= SUPPORT[clause.rule], clause.text
        assert all(one in facts for one in clause.facts)


def test_the_way_from_the_departure_is_that_of_the_log(run, clauses):
    departure = next((clause for clause in clauses if clause.rule == "departure"), None)
    first = run.log.first_departure(run.game.records)
    assert (departure is None) == (first is None)
    if departure is not None:
        assert departure.records[0] == first.act.number and first.act.acted
        ways = [[one.number for one in run.log.path(lead, run.game.records)] for lead in first.leads]
        steps = [list(clause.records) for clause in clauses if clause.rule in ("step", "difference")]
        assert all(step in ways for step in steps)
    own = [run.game.records[clause.records[0]] for clause in clauses if clause.rule == "own"]
    assert all(act.who in run.game.setup.humans and act.acted for act in own)
    entries = {entry.causes for entry in run.log.entries}
    assert all(clause.records in entries for clause in clauses if clause.rule == "absence")


def said_by(run, clause):
    """Everything the supporting records and facts say, as one text, and the people they name."""
    scenario, words = run.game.scenario, Wording(run.game.scenario)
    labels = {(h.id, o.id): o.label for h in scenario.hinges for o in h.options}
    told, people = [], set()
    for number in clause.records:
        record = run.game.records[number]
        told += [words.sentence(record), repr(dict(record.data)), f"{record.day.day} {record.day.year}"]
        told += [labels.get((one, record.data.get("option")), "") for one in record.about]
        ids = " ".join([str(record.who), *record.about, str(dict(record.data)), *dict(record.data.get("scores", {}))])
        people.update(re.findall(r"[a-z_0-9]+", ids))
    for fact in scenario.record:
        if fact.id in clause.facts:
            told += [fact.text, repr(fact.data), f"{fact.begins.day} {fact.begins.year}"]
            told.append(labels.get((fact.data.get("hinge"), fact.data.get("option")), ""))
            people.update(re.findall(r"[a-z_0-9]+", repr(fact.data)))
    # what a difference says is what the log says of it, and the log rests on the same records
    if clause.rule in ("difference", "absence", "own"):
        told += [entry.here for entry in run.log.entries if set(clause.records) & {*entry.causes}]
    if clause.rule == "fact":
        told += [entry.was for entry in run.log.entries if entry.fact in clause.facts]
    return " ".join(told), people


def test_nobody_is_named_whom_the_support_does_not_name(run, clauses):
    people = {person.surname: person.id for person in run.game.scenario.people}
    for clause in clauses:
        told, ids = said_by(run, clause)
        for surname, who in people.items():
            if re.search(rf"\b{re.escape(surname)}\b", clause.text):
                same = {one.id for one in run.game.scenario.people if one.surname == surname}
                assert same & ids or re.search(rf"\b{re.escape(surname)}\b", told), (clause.text, who)


def test_every_number_is_in_the_support_or_counts_it(run, clauses):
    """Dates, tallies, members and scores; counts are counted again."""
    for clause in clauses:
        told, _ = said_by(run, clause)
        known = set(re.findall(r"-?\d+", told.replace(",", "")))
        assert set(re.findall(r"-?\d+", clause.text.replace(",", ""))) <= known | counts(run, clause), clause.text


def counts(run, clause):
    """Numbers a clause may say because they count what supports it."""
    records = [run.game.records[number] for number in clause.records]
    if clause.rule == "orders":
        orders = Counter(one.data["order"] for one in records)
        return {str(len(records)), str(len({one.who for one in records})), str(orders.most_common(1)[0][1])}
    if clause.rule == "answers":
        return {str(len(records)), str(sum(bool(one.data["historical"]) for one in records))}
    if clause.rule == "votes":
        held = [one for one in run.game.state.ballots if one.record in clause.records]
        pairs = [(one, fact) for one in held if (fact := recorded_vote(run.game.scenario, one)) is not None]
        same = sum(one.carried == fact.data["carried"] for one, fact in pairs)
        return {str(len(held)), str(len(pairs)), str(same)}
    return {str(len(records) - 1)} if clause.rule == "step" else set()


def test_every_date_is_a_day_of_the_support(run, clauses):
    facts = {fact.id: fact for fact in run.game.scenario.record}
    for clause in clauses:
        days = [run.game.records[number].day for number in clause.records]
        days += [facts[one].begins for one in clause.facts]
        known = {f"{day.day} {MONTHS[day.month - 1]}" for day in days}
        outside = re.sub("“[^”]*”", "", clause.text)  # a title may have a date in it
        said = {f"{one} {month}" for one, month in re.findall(rf"\b(\d+) ({'|'.join(MONTHS)})\b", outside)}
        texts = " ".join(facts[one].text for one in clause.facts)
        assert all(one in known or one in texts for one in said), clause.text


def test_no_passage_is_of_a_year_before_the_run(run, story):
    first = run.game.scenario.turn_dates(min(run.log.score))[0]
    years = [int(passage.title) for passage in story if passage.title.isdigit()]
    assert years == sorted(set(years)) and all(first.year <= year <= run.game.state.day.year for year in years)


def test_what_a_seat_may_not_read_is_not_told(run):
    secret = {record.number for record in run.game.records if record.secret_to is not None}
    told = [number for passage in narrative(run, lambda record: record.secret_to is None)
            for clause in passage.clauses for number in clause.records]  # fmt: skip
    assert told and not secret.intersection(told)


def test_a_clause_is_one_sentence_in_plain_words(run, clauses):
    ids = {one.id for kind in ("people", "posts", "bodies", "hinges", "events", "motions") for one
           in getattr(run.game.scenario, kind) if "_" in one.id}  # fmt: skip
    for clause in clauses:
        assert clause.text[0].isupper() and not clause.text.endswith(".")
        assert "  " not in clause.text and not ids.intersection(re.findall(r"\w+", clause.text))


def test_the_end_screen_has_the_story(run):
    from game.views.epilogue import epilogue_view

    seat = (run.game.setup.humans or (run.game.scenario.contenders[0].person,))[0]
    shown = epilogue_view(scene(run, seat)).story
    assert shown[0].title == "The beginning"
    assert run.game.state.phase != "over" or shown == narrative(run)


def test_a_game_that_has_just_begun_has_little_to_tell(harbour):
    story = narrative(Table.new(harbour, Setup(humans=("quist",))))
    assert story[0].title == "The beginning"
    assert sum(words_of(passage.clauses) for passage in story) < 150


def test_an_office_taken_from_a_seat_weighs_more_than_one_that_changes_hands(succession):
    """A General Secretary removed in 1927 is the turning point of a run, whoever comes after him."""
    table = Table.new(succession, Setup(seed=1))
    run = Run(table, Wording(succession), [], 1)

    def moment(now: str | None) -> Moment:
        change = {"post": "gensec", "was": "stalin", "now": now}
        record = Record(0, 29, date(1927, 10, 23), "post", None, ("gensec",), change)
        return next(narrative_moments._post(run, record))

    handed = moment("molotov").score
    assert moment(None).score == handed * (100 + narrative_moments.OUSTED) // 100 > handed > narrative_moments.DIFFERS
