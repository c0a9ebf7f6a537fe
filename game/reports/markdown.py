"""The log as Markdown."""

from __future__ import annotations

import re
from typing import Any


def markdown(run: dict[str, Any]) -> str:
    """The whole run as one Markdown text."""
    parts = [_head(run), _first(run), _votes(run), _divergences(run), _fates(run)]
    return "\n\n".join(part for part in parts if part) + "\n"


def plain(text: Any) -> str:
    """Text without anything Markdown would read as markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", str(text).replace("\n", " "))


def _head(run: dict[str, Any]) -> str:
    outcome = run["outcome"]
    leader = outcome["leader"] or "nobody"
    score = run["score"][-1]["score"] / 10 if run["score"] else 0
    return "\n".join(
        [
            f"# {plain(run['title'])}: where this run left history",
            "",
            f"Seed {run['seed']}, rivals {run['rivals']}, {run['turns']} turns, digest `{run['digest'][:16]}`.",
            f"Leader at the end: {plain(leader)} ({plain(outcome['kind'])}). Divergence {score:.0f} of 100.",
            "",
            "Marks: *fact* has a source, *model* was computed here, *speculation* was never argued at the time.",
        ]
    )


def _first(run: dict[str, Any]) -> str:
    one = run["first_departure"]
    if one is None:
        return "The run never left the record."
    lines = [
        f"## First departure, {one['date']}",
        "",
        f"{plain(one['is'])}. In history: {plain(one['was'])}.",
        "",
    ]
    return "\n".join(lines + [f"- {c['date']}: {plain(c['text'])}" for c in one["causes"]])


def _votes(run: dict[str, Any]) -> str:
    if not run["votes"]:
        return ""
    rows = ["## Votes", "", "| date | body | motion | here | record |", "|---|---|---|---|---|"]
    for vote in run["votes"]:
        here = f"{vote['for']}–{vote['against']}–{vote['abstain']} {'carried' if vote['carried'] else 'lost'}"
        record = plain(vote["record"]["text"]) if vote["record"] else ""
        rows.append(
            f"| {vote['date']} | {vote['body']} | {vote['motion']} {plain(vote['subject'])} | {here} | {record} |"
        )
    return "\n".join(rows)


def _divergences(run: dict[str, Any]) -> str:
    rows = ["## Divergences", ""]
    for one in run["divergences"]:
        rows.append(f"### {one['date']}: {plain(one['is'])} ({one['kind']}, weight {one['weight']})")
        rows.append("")
        source = f" Source: {plain(one['source'])} ({one['confidence']})." if one["source"] else ""
        rows.append(f"- *fact* In history: {plain(one['was'])}.{source}")
        rows += [f"- *model* {cause['date']}: {plain(cause['text'])}" for cause in one["causes"]]
        rows.append("")
    return "\n".join(rows).rstrip()


def _fates(run: dict[str, Any]) -> str:
    rows = ["## What became of each", "", "| person | this run | history |", "|---|---|---|"]
    rows += [f"| {plain(f['name'])} | {plain(f['here'])} | {plain(f['history'])} |" for f in run["fates"]]
    return "\n".join(rows)
