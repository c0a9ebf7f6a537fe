"""Attribution by twin worlds as a page and as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.chronicle.words import day_text
from game.engine.order import Order
from game.reports.dates import day
from game.reports.sheets import (
    NOBODY,
    environment,
    interval_text,
    motion_text,
    order_text,
    percent,
    points,
    reason_text,
)
from game.scenario.model import Scenario
from game.views.wording import Wording

#: Outcomes in the chart, and lines of each table on a terminal.
TOP, LINES = 12, 8
#: Characters of a label.
LABEL = 44


def page(scenario: Scenario, it: dict[str, Any]) -> str:
    """The figures of an attribution (``game.lab.attribution.sums``) as one self-contained HTML page."""
    made = environment(scenario)
    words = Wording(scenario)
    made.filters["day"] = day
    made.filters["tally"] = tally_text
    made.filters["voter"] = lambda voter: voter_name(words, voter)
    with_it, without = both_worlds(scenario, it)
    return made.get_template("why.html.j2").render(
        it=it,
        heading="Why it happened",
        with_it=with_it,
        without=without,
        votes={row["id"]: vote_text(scenario, row["id"]) for row in it["votes"]},
        top=[{**row, "place": place} for place, row in enumerate(top(scenario, it))],
    )


def both_worlds(scenario: Scenario, it: dict[str, Any]) -> tuple[str, str]:
    """What the two worlds of a pair differ in, as sentences without full stops."""
    given = order_text(scenario, Order.parse(it["given"]))
    instead = it["instead"]
    return given, order_text(scenario, Order.parse(instead)) if instead else "The order is not given"


def voter_name(words: Wording, voter: str) -> str:
    """A person's surname, or the name of a region whose delegation votes."""
    return words.person(voter) if voter in words.scenario.index["people"] else words.name(voter)


def vote_text(scenario: Scenario, key: str) -> str:
    """The record's sentence of a recorded vote."""
    fact = next((one for one in scenario.record if one.kind == "vote" and one.data.get("key") == key), None)
    return f"{day_text(fact.begins)}: {fact.text}" if fact else key


def shortened(sentence: str) -> str:
    """The first words of a sentence, as many as a label holds."""
    words = sentence.rstrip(".").split()
    while len(words) > 1 and len(" ".join(words)) > LABEL:
        words.pop()
    return " ".join(words)


def top(scenario: Scenario, it: dict[str, Any]) -> list[dict[str, Any]]:
    """The outcomes that change most often in either mode, each with a short label."""
    words = Wording(scenario)
    rows = [{"label": "the leader at the end", **it["leader"]}]
    rows += [{"label": f"the aim of {words.person(row['id'])}", **row} for row in it["aims"]]
    rows += [{"label": words.post(row["id"]), **row} for row in it["posts"]]
    rows += [{"label": shortened(vote_text(scenario, row["id"])), **row} for row in it["votes"]]
    rows = [row for row in rows if row["direct"]["pairs"] or row["anew"]["pairs"]]
    rows.sort(key=lambda row: -max(row["direct"]["share"], row["anew"]["share"]))
    return rows[:TOP]


def text(scenario: Scenario, it: dict[str, Any]) -> str:
    """The figures of an attribution in lines."""
    return "\n".join(_lines(scenario, Wording(scenario), it))


def _lines(scenario: Scenario, words: Wording, it: dict[str, Any]) -> Iterator[str]:
    with_it, without = both_worlds(scenario, it)
    yield f"{it['title']}, {day(it['date'])}, {it['pairs']} of {it['asked']} pairs of worlds with the same luck"
    yield f"With:    {with_it}"
    yield f"Without: {without}"
    yield ""
    yield f"{'Changes in':46} directly          others anew       through reactions, points"
    rows = top(scenario, it)
    for row in rows:
        shares = f"{_share(row['direct']):16}  {_share(row['anew']):16}  {_added(row['reactions'])}"
        yield f"  {row['label'][:44]:44} {shares}"
    if not rows:
        yield "  nothing: every outcome is the same in both worlds of every pair"
    yield ""
    yield f"{'Leader at the end, others anew':42} with    without  difference, points"
    for row in it["leader"]["people"][:LINES]:
        name, figures = words.person(row["id"]) if row["id"] else NOBODY, row["anew"]
        shares = f"{percent(figures['with']):>5}   {percent(figures['without']):>5}"
        yield f"  {name:40} {shares}    {_added(figures)}"
    for mode, caption in (("direct", "directly"), ("anew", "others anew")):
        yield from _rolls(words, it["rolls"][mode], caption)
    yield ""
    yield from it["limits"]
    yield from (f"World {one['world']} was left out: {one['fault']}" for one in it["faults"])


def _moved(roll: dict[str, Any]) -> bool:
    """Whether a ballot is held in one world only, or goes otherwise."""
    return bool(roll["voters"] or roll["with"] or roll["without"] or roll["tally"][0] != roll["tally"][1])


def tally_text(tally: list[list[float]]) -> str:
    """Mean votes for and against with and without."""
    with_it, without = (f"{votes_for:.1f} to {against:.1f}" for votes_for, against in tally)
    return f"{with_it} with, {without} without"


def _share(row: dict[str, Any]) -> str:
    return f"{percent(row['share']):>5} ({interval_text(row)})"


def _added(row: dict[str, Any]) -> str:
    return f"{points(row['difference']):>4} ({interval_text(row)})"


def _rolls(words: Wording, rolls: list[dict[str, Any]], caption: str) -> Iterator[str]:
    moved = [roll for roll in rolls if _moved(roll)]
    if moved:
        yield ""
        yield f"Votes of this turn and the next that change, {caption}"
    for roll in moved:
        alone = f"only with {roll['with']}, only without {roll['without']}"
        yield f"  {motion_text(words, roll['motion'])}: in both worlds of {roll['both']} pairs, {alone}"
        if roll["both"]:
            yield f"    mean tally {tally_text(roll['tally'])}"
        for row in roll["voters"][:LINES]:
            change = f"{row['change'][0]} instead of {row['change'][1]}"
            why = f"; {reason_text(words, row['reason']).lower()}" if row["reason"] else ""
            yield f"    {voter_name(words, row['id'])}: {_share(row).strip()}, {change}{why}"
