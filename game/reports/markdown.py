"""The log as Markdown."""

from __future__ import annotations

import re
from typing import Any

from game.reports.dates import day


def markdown(run: dict[str, Any]) -> str:
    """The whole run as one Markdown text."""
    parts = [_head(run), _story(run), _first(run), _divergences(run), _votes(run), _fates(run)]
    return "\n\n".join(part for part in parts if part) + "\n"


def plain(text: Any) -> str:
    """Text without anything Markdown would read as markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", str(text).replace("\n", " "))


def _mark(one: dict[str, Any]) -> str:
    """What a sentence is, and its turn."""
    return f"*{one['mark']}, turn {one['turn']}*"


def _head(run: dict[str, Any]) -> str:
    outcome = run["outcome"]
    score = run["score"][-1]["score"] / 10 if run["score"] else 0
    return "\n".join(
        [
            f"# {plain(run['title'])}: where this run left history",
            "",
            f"Seed {run['seed']}, rivals {run['rivals']}, {run['turns']} turns, {day(run['start'])} to "
            f"{day(run['end'])}, digest `{run['digest'][:16]}`.",
            f"Leader at the end: {plain(outcome['leader_name'])} ({plain(outcome['kind'])}). "
            f"Divergence {score:.0f} of 100, {len(run['divergences'])} divergences.",
            "",
            "Marks: *fact* has a source, *model* was computed here, *speculation* was never argued at the time.",
        ]
    )


def _story(run: dict[str, Any]) -> str:
    parts = ["## The story"]
    for passage in run["story"]:
        said = (f"{plain(one['text'])}. {_mark(one)}" for one in passage["clauses"])
        parts.append(f"**{plain(passage['title'])}.** {' '.join(said)}")
    return "\n\n".join(parts)


def _first(run: dict[str, Any]) -> str:
    one = run["first_departure"]
    if one is None:
        return "Nobody left the historical line. What differs below is the model's own."
    lines = [f"## First departure, {day(one['date'])}", "", f"{plain(one['act']['text'])}. {_mark(one['act'])}"]
    if one["instead"]:
        lines.append(f"In history: {plain(one['instead'])}. *fact*")
    for lead in one["leads"]:
        told = f"It led to: {plain(lead['is'])} (weight {lead['weight']}). {_mark(lead)}"
        lines += ["", told, "", *_chain(lead)]
    return "\n".join(lines)


def _chain(one: dict[str, Any]) -> list[str]:
    return [f"- {day(cause['date'])}: {plain(cause['text'])}. {_mark(cause)}" for cause in one["causes"]]


def _divergences(run: dict[str, Any]) -> str:
    rows = ["## Divergences", ""]
    for one in run["divergences"]:
        until = f", until turn {one['ended']}" if one["ended"] else ""
        rows.append(f"### {day(one['date'])}: {plain(one['is'])}")
        source = f" *fact*: {plain(one['source'])} ({one['confidence']})." if one["source"] else ""
        rows += [
            "",
            f"{one['kind'].capitalize()}{until}, weight {one['weight']}, turn {one['turn']}. *{one['mark']}*",
            f"In history: {plain(one['was'])}.{source}",
        ]
        if one["follows"]:
            rows.append(f"It follows from: {plain(one['follows'])}.")
        rows += ["", *_chain(one), ""] if one["causes"] else [""]
    return "\n".join(rows).rstrip()


def _votes(run: dict[str, Any]) -> str:
    if not run["votes"]:
        return ""
    rows = ["## Votes", "", "| date | body | motion | here | the record |", "|---|---|---|---|---|"]
    for vote in run["votes"]:
        here = f"turn {vote['turn']}: {vote['for']} to {vote['against']}, {vote['abstain']} abstaining"
        here += ", carried" if vote["carried"] else ", lost"
        here += " *model*"
        record = f"{plain(vote['record']['text'])} *fact*" if vote["record"] else ""
        motion = f"{plain(vote['body_name'])} | {plain(vote['text'])}"
        rows.append(f"| {day(vote['date'])} | {motion} | {here} | {record} |")
    return "\n".join(rows)


def _fates(run: dict[str, Any]) -> str:
    rows = ["## What became of each", "", "| person | this run | history | score |", "|---|---|---|---|"]
    for fate in run["fates"]:
        here, history = f"{plain(fate['here'])} *model*", f"{plain(fate['history'])} *fact*"
        rows.append(f"| {plain(fate['name'])} | {here} | {history} | {fate['score']} |")
    return "\n".join(rows)
