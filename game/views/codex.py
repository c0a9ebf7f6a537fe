"""The codex: an entry for everybody and everything, live, linked and found by typing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from game.engine.state import UNWRITTEN
from game.scenario.model import Scenario
from game.views import aftermath, glossary
from game.views.codex_people import person_entry
from game.views.codex_things import (
    body_entry,
    document_entry,
    hinge_entry,
    pact_entry,
    post_entry,
    region_entry,
    source_entry,
    term_entry,
    thesis_entry,
)
from game.views.parts import Scene, post_line, status_text
from game.views.shapes import CodexView, LinkText

KINDS = ("person", "body", "post", "region", "document", "thesis", "pact", "hinge", "term", "source")
HEADS = {
    "person": "People", "body": "Bodies", "post": "Posts", "region": "Organisations", "document": "Documents",
    "thesis": "Theses", "pact": "Understandings", "hinge": "Decisions", "term": "Terms", "source": "Sources",
}  # fmt: skip
#: Kinds whose head is a label of the scenario.
LABELLED = {
    "post": "posts", "region": "regions", "document": "documents", "thesis": "theses", "pact": "pacts",
    "hinge": "hinges",
}  # fmt: skip


def head_of(scenario: Scenario, kind: str) -> str:
    """What entries of a kind are called in this scenario."""
    plain = HEADS.get(kind, kind)
    return scenario.labels.get(LABELLED.get(kind, ""), plain)


@dataclass(frozen=True, slots=True)
class EntryView:
    """A line of the codex's index."""

    ref: str
    kind: str
    title: str
    detail: str = ""


def index(at: Scene, typed: str = "") -> tuple[EntryView, ...]:
    """Every entry the seat may know of, or those in which the typed words occur, best matches first."""
    found = [_live(at, entry) for entry in _everything(at.scenario) if _open(at, entry.ref)]
    words = typed.lower().split()
    if not words:
        return tuple(found)
    matches = [e for e in found if all(word in f"{e.title} {e.detail}".lower() for word in words)]
    return tuple(sorted(matches, key=lambda e: (not _begins(e.title, words[0]), KINDS.index(e.kind), e.title)))


def _live(at: Scene, entry: EntryView) -> EntryView:
    """People stand in the index with the posts they hold now."""
    if entry.kind != "person":
        return entry
    person = at.scenario.index["people"][entry.ref.partition(":")[2]]
    line = ", ".join(text for text in (post_line(at.seen, person), status_text(at.seen, person)) if text)
    return EntryView(entry.ref, entry.kind, entry.title, line)


def _begins(title: str, word: str) -> bool:
    return any(part.lower().startswith(word) for part in title.split())


def _open(at: Scene, ref: str) -> bool:
    """Papers and understandings a seat does not know of, and what is not decided yet, have no entry."""
    kind, _, key = ref.partition(":")
    if kind == "hinge":
        return aftermath.past(at, at.scenario.hinges[at.atlas.index["hinges"][key]])
    if kind == "document":
        return int(at.seen.documents[at.atlas.index["documents"][key]]) != UNWRITTEN
    if kind == "pact":
        data = at.scenario.pacts[at.atlas.index["pacts"][key]]
        return not data.secret or any(pact.id == key for pact in at.seen.pacts)
    return True


@dataclass(frozen=True)
class _Held:
    """A scenario as a key of the cache."""

    scenario: Scenario

    def __hash__(self) -> int:
        return id(self.scenario)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.scenario is self.scenario


def _everything(scenario: Scenario) -> tuple[EntryView, ...]:
    return _entries(_Held(scenario))


@lru_cache(maxsize=4)
def _entries(held: _Held) -> tuple[EntryView, ...]:
    scenario = held.scenario
    found = [EntryView(f"person:{p.id}", "person", p.name) for p in scenario.people]
    found += [EntryView(f"body:{b.id}", "body", b.name, b.short) for b in scenario.bodies]
    found += [EntryView(f"post:{q.id}", "post", q.name, q.short) for q in scenario.posts]
    found += [EntryView(f"region:{r.id}", "region", r.name, r.covers) for r in scenario.regions]
    found += [EntryView(f"document:{d.id}", "document", d.title) for d in scenario.documents]
    found += [EntryView(f"thesis:{t.id}", "thesis", t.name) for t in scenario.theses]
    found += [EntryView(f"pact:{k.id}", "pact", k.name) for k in scenario.pacts]
    found += [EntryView(f"hinge:{h.id}", "hinge", h.name) for h in scenario.hinges]
    found += [EntryView(f"term:{t}", "term", glossary.name_of(scenario, t)) for t in sorted(glossary.TERMS)]
    found += [EntryView(f"term:{a.id}", "term", a.name, f"{a.low_name} to {a.high_name}") for a in scenario.axes]
    found += [EntryView(f"term:{u.id}", "term", u.name, "standing rule") for u in scenario.rules]
    found += [EntryView(f"term:{n.id}", "term", n.name, "state of the world") for n in scenario.quantities]
    found += [EntryView(f"source:{s}", "source", s) for s in sources_of(scenario)]
    return tuple(found)


def sources_of(scenario: Scenario) -> list[str]:
    """Every source cited, in order of the alphabet."""
    fields = (
        "people",
        "bodies",
        "posts",
        "regions",
        "pacts",
        "documents",
        "theses",
        "hinges",
        "events",
        "record",
    )
    cited = {one.citation.source for field in fields for one in getattr(scenario, field)}
    return sorted(source for source in cited if source)


# ---- entries


def codex_view(at: Scene, ref: str, reveal: bool = False) -> CodexView | None:
    """The entry of a reference; ``reveal`` also tells what became of it in history. None for no such thing."""
    kind, _, key = ref.partition(":")
    if kind == "bloc" and key in at.scenario.index["blocs"]:
        leader = at.scenario.blocs[at.scenario.index["blocs"][key]].leader
        kind, key = "person", leader
    makers = {
        "body": ("bodies", body_entry), "post": ("posts", post_entry), "region": ("regions", region_entry),
        "document": ("documents", document_entry), "thesis": ("theses", thesis_entry),
        "hinge": ("hinges", hinge_entry),
    }  # fmt: skip
    if kind == "person" and key in at.scenario.index["people"]:
        return person_entry(at, at.scenario.index["people"][key], reveal)
    if kind in makers:
        field, make = makers[kind]
        place = at.atlas.index[field].get(key)
        return make(at, place, reveal) if place is not None and _open(at, ref) else None
    if kind == "pact":
        return pact_entry(at, key, reveal)
    if kind == "term":
        return term_entry(at, key)
    if kind == "source":
        return source_entry(at, key)
    return None


def may_reveal(at: Scene) -> tuple[bool, bool]:
    """Whether history is told from the start, and whether the reader may switch it (settings.reveal_history).

    Without the setting it is hidden until asked for; false locks it; after the end everything is open.
    """
    setting = at.scenario.settings.get("reveal_history")
    if at.table.game.state.phase == "over":
        return True, True
    return bool(setting), setting is not False


def explain(at: Scene, ref: str) -> tuple[str, str] | None:
    """What a link says on hover: the title and the sentence of its entry; None for no such thing."""
    entry = codex_view(at, ref)
    return (entry.title, entry.sentence or head_of(at.scenario, entry.kind)) if entry else None


# ---- links in running text


def linked(scenario: Scenario, text: str) -> tuple[LinkText, ...]:
    """Text with the people and bodies it names as links."""
    pattern, refs = _pattern(_Held(scenario))
    if pattern is None:
        return (LinkText(text),)
    pieces, last = [], 0
    for match in pattern.finditer(text):
        if match.start() > last:
            pieces.append(LinkText(text[last : match.start()]))
        pieces.append(LinkText(match.group(0), refs[match.group(0)]))
        last = match.end()
    if last < len(text):
        pieces.append(LinkText(text[last:]))
    return tuple(pieces)


@lru_cache(maxsize=4)
def _pattern(held: _Held) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    refs: dict[str, str] = {}
    for person in held.scenario.people:
        refs.setdefault(person.surname, f"person:{person.id}")
    for body in held.scenario.bodies:
        refs.setdefault(body.short, f"body:{body.id}")
    names = sorted((name for name in refs if len(name) > 3), key=len, reverse=True)
    if not names:
        return None, refs
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names)})\b"), refs
