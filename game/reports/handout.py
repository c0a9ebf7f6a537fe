"""Paper for a class: role sheets with private aims, a timeline so far, organisations, rules, glossary, lesson plans.

Nothing on these sheets tells what is still to come: facts end on the day the game begins, and what became of
people is left out unless the lesson reveals history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from game.chronicle.words import day_text, listed
from game.reports.plans import DEBRIEF, PREPARE, plans
from game.reports.sheets import environment
from game.scenario.lesson import Lesson, chapter_of, span_of
from game.scenario.model import Body, Chapter, Contender, Fact, Opening, PactTemplate, Scenario
from game.scenario.opening import opening
from game.views.glossary import TERMS, name_of

#: Facts of the timeline, and feelings told on a role sheet.
TOLD, FELT = 16, 6
#: The map's drawing: its size and the radius of the largest organisation.
WIDE, HIGH, LARGEST = 1000, 640, 64


@dataclass(frozen=True, slots=True)
class Brief:
    """What is to be played, as the sheets need it."""

    scenario: Scenario
    lesson: Lesson | None
    chapter: Chapter | None
    first: date
    last: date
    seats: tuple[Contender, ...]

    @staticmethod
    def of(scenario: Scenario, lesson: Lesson | None = None, chapter: Chapter | None = None) -> Brief:
        """The brief of a whole scenario, a chapter or a lesson."""
        if lesson is not None and lesson.chapter:
            chapter = chapter_of(scenario, lesson.chapter)
        start, end = (lesson.start, lesson.end) if lesson is not None else (None, None)
        if chapter is not None:
            start, end = span_of(scenario, chapter)
        wanted = lesson.seats if lesson is not None and lesson.seats else ()
        seats = tuple(one for one in scenario.contenders if not wanted or one.person in wanted)
        last = scenario.turn_dates(scenario.turns)[1]
        return Brief(scenario, lesson, chapter, max(start or scenario.start, scenario.start), end or last, seats)

    @property
    def title(self) -> str:
        """The name of what is played."""
        return f"{self.scenario.title}: {self.chapter.name}" if self.chapter else self.scenario.title

    @property
    def question(self) -> str:
        """The question of the chapter, else of the game."""
        return self.chapter.question if self.chapter else self.scenario.summary

    @property
    def turns(self) -> int:
        """Number of turns."""
        return self.scenario.turn_of(self.last) - self.scenario.turn_of(self.first) + 1


def sheets(brief: Brief) -> dict[str, str]:
    """File name -> page, all of a handout."""
    made = environment(brief.scenario)
    made.filters["day"] = day_text
    opened = opening(brief.scenario, brief.first)
    alive = [one for one in brief.seats if opened.places.get(one.person) != "dead"]
    common: dict[str, Any] = {
        "title": brief.title,
        "brief": brief,
        "span": f"{day_text(brief.first)} to {day_text(brief.last)}, {brief.turns} turns",
    }

    def page(template: str, heading: str, **more: Any) -> str:
        return made.get_template(template).render(heading=heading, **common, **more)

    roles = [_role(brief, one, opened) for one in alive]
    found = {f"role-{role['id']}.html": page("role.html.j2", role["name"], role=role) for role in roles}
    found["timeline.html"] = page("timeline.html.j2", "The time so far", facts=_timed(brief))
    found["organisations.html"] = page(
        "organisations.html.j2", "Who decides, and where", **_organisations(brief, opened)
    )
    found["rules.html"] = page("rules.html.j2", "The rules on one page", **_rules(brief))
    found["glossary.html"] = page("glossary.html.j2", "Words of the game", terms=_glossary(brief.scenario))
    found["lesson-plans.html"] = page(
        "plans.html.j2", "Lesson plans", plans=plans(brief.turns, _minutes(brief)), debrief=DEBRIEF, prepare=PREPARE
    )
    found["index.html"] = page("handout.html.j2", "Handout", roles=roles)
    return found


def _minutes(brief: Brief) -> int:
    """How long the game itself takes."""
    if brief.lesson is not None and brief.lesson.minutes:
        return brief.lesson.minutes * brief.turns
    return brief.chapter.minutes if brief.chapter else max(10, brief.turns * 5 // 2)


# ---- roles


def _role(brief: Brief, one: Contender, opened: Opening) -> dict[str, Any]:
    scenario = brief.scenario
    people = scenario.index["people"]
    who = scenario.people[people[one.person]]
    surname = {person.id: person.surname for person in scenario.people}
    living = [f for f in scenario.feelings if f.holder == one.person and opened.places.get(f.about) != "dead"]
    felt = sorted(living, key=lambda f: (-abs(f.value), f.about))
    told = brief.lesson is not None and brief.lesson.reveal
    return {
        "id": one.person,
        "name": who.name,
        "title": one.title,
        "role": who.role if brief.first == scenario.start else "",
        "about": who.about,
        "born": day_text(who.born) if who.born else "",
        "posts": _held(scenario, one.person, opened),
        "aim": one.aim,
        "goals": _goals(one),
        "strengths": one.strengths,
        "weaknesses": one.weaknesses,
        "advice": one.advice,
        "people": [scenario.people[people[name]].name for name in one.people if opened.places.get(name) != "dead"],
        "felt": [(surname[f.about], "well" if f.value > 0 else "badly", f.reason) for f in felt[:FELT] if f.value],
        "pacts": [_pact(scenario, pact) for pact in _pacts(brief, opened) if one.person in pact.members],
        "papers": [
            paper.title for paper in scenario.documents if one.person in paper.owners and _written(paper, brief)
        ],
        "history": (one.history or who.fate) if told else "",
    }


def _goals(one: Contender) -> list[tuple[str, str, int]]:
    """The graded lines of an aim: what each is, its words, its points."""
    lines = [
        ("won", one.win),
        ("in part", one.partial),
        *(("besides", goal) for goal in one.goals),
        ("lost", one.lose),
    ]
    return [(what, goal.text, goal.points) for what, goal in lines]


def _written(paper: Any, brief: Brief) -> bool:
    return paper.state != "unwritten" and (paper.written is None or paper.written <= brief.first)


def _held(scenario: Scenario, person: str, opened: Opening) -> list[str]:
    """Posts and seats on the day the game begins."""
    posts = [post.name for post in scenario.posts if opened.holders.get(post.id) == person]
    seats = [f"full member: {body.name}" for body in scenario.bodies if person in opened.full.get(body.id, ())]
    waiting = [f"candidate: {body.name}" for body in scenario.bodies if person in opened.candidates.get(body.id, ())]
    return [*posts, *seats, *waiting]


def _pacts(brief: Brief, opened: Opening) -> list[PactTemplate]:
    return [pact for pact in brief.scenario.pacts if pact.id in opened.pacts]


def _pact(scenario: Scenario, pact: PactTemplate) -> str:
    names = {person.id: person.surname for person in scenario.people}
    secret = ", in secret" if pact.secret else ""
    return f"{pact.name}: {listed([names[one] for one in pact.members])}{secret}. {pact.about}".strip()


# ---- the others


def timeline(brief: Brief) -> list[Fact]:
    """The heaviest dated facts up to the first day, in order; offices are told with the organisations."""
    scenario = brief.scenario
    secret = {pact.id for pact in scenario.pacts if pact.secret}
    pool = [
        fact for fact in scenario.record
        if fact.begins <= brief.first and fact.text and fact.kind not in ("tenure", "figure")
        and fact.data.get("pact") not in secret
    ]  # fmt: skip
    once: dict[tuple[date, str], Fact] = {}  # a vote and what became of its subject may be told in the same words
    for fact in sorted(pool, key=lambda fact: (-fact.weight, fact.begins, fact.id)):
        once.setdefault((fact.begins, fact.text), fact)
    return sorted(list(once.values())[:TOLD], key=lambda fact: (fact.begins, fact.id))


def _timed(brief: Brief) -> list[dict[str, Any]]:
    return [
        {"begins": fact.begins, "text": _told(brief.scenario, fact), "citation": fact.citation}
        for fact in timeline(brief)
    ]


def _told(scenario: Scenario, fact: Fact) -> str:
    """What the record says, with the name of the one it speaks of if it has none."""
    who = next((person.surname for person in scenario.people if person.id == fact.data.get("who")), "")
    nameless = fact.kind == "status" and who not in fact.text
    return f"{who}: {fact.text[:1].lower()}{fact.text[1:]}" if nameless else fact.text


def _organisations(brief: Brief, opened: Opening) -> dict[str, Any]:
    scenario = brief.scenario
    names = {person.id: person.name for person in scenario.people}
    secretaries = {
        post.region: names.get(opened.holders.get(post.id, ""), "vacant")
        for post in scenario.posts
        if post.first_secretary
    }
    return {
        "bodies": [_body(body, opened, scenario) for body in scenario.bodies],
        "posts": [
            (post.name, names.get(opened.holders.get(post.id, ""), "vacant"))
            for post in scenario.posts
            if not post.first_secretary and _exists(post, brief.first)
        ],
        "regions": [{"region": region, "secretary": secretaries.get(region.id, "")} for region in scenario.regions],
        "map": _map(scenario, secretaries),
        "wide": WIDE,
        "high": HIGH,
        "circle": _loop(scenario),
    }


def _exists(post: Any, day: date) -> bool:
    began = post.exists_from is None or post.exists_from <= day
    return began and (post.exists_to is None or day < post.exists_to)


def _body(body: Body, opened: Opening, scenario: Scenario) -> dict[str, Any]:
    surname = {person.id: person.surname for person in scenario.people}
    named = {other.id: other.name for other in scenario.bodies}
    full = [surname[one] for one in opened.full.get(body.id, ())]
    return {
        "name": body.name,
        "about": body.about,
        "elected": named.get(body.elected_by or "", ""),
        "joins": listed([named[one] for one in body.joins]) if body.joins else "",
        "full": ", ".join(full) if body.kind == "named" else "",
        "count": len(full) or body.full_seats,
    }


def _loop(scenario: Scenario) -> list[str]:
    """The circle of power in the scenario's own words."""
    words = ("posts", "secretaries", "delegations", "congress", "committee", "bureau")
    return [scenario.labels.get(f"loop_{word}", word.capitalize()) for word in words]


def _map(scenario: Scenario, secretaries: dict[str | None, str]) -> list[dict[str, Any]]:
    """Organisations as circles where the scenario puts them, their size by members; drawn inside the frame."""
    placed = [region for region in scenario.regions if region.territorial and (region.map_x or region.map_y)]
    if not placed:
        return []
    left, right = min(one.map_x for one in placed), max(one.map_x for one in placed)
    top, bottom = min(one.map_y for one in placed), max(one.map_y for one in placed)
    most = max(one.full + one.candidates for one in placed)
    return [
        {
            "name": one.short,
            "secretary": secretaries.get(one.id, "").rpartition(" ")[2],
            "x": 110 + (WIDE - 220) * (one.map_x - left) // max(right - left, 1),
            "y": 80 + (HIGH - 180) * (one.map_y - top) // max(bottom - top, 1),
            "r": max(12, round(LARGEST * ((one.full + one.candidates) / most) ** 0.5)),
        }
        for one in sorted(placed, key=lambda one: -one.full)
    ]


def _rules(brief: Brief) -> dict[str, Any]:
    """Families of orders with their names, those the lesson takes away left out, and the standing rules."""
    scenario, gone = brief.scenario, brief.lesson.forbidden if brief.lesson else ()
    families: dict[str, list[str]] = {}
    for one in scenario.orders:
        if one.id not in gone:
            families.setdefault(scenario.labels.get(f"family_{one.family}", one.family.capitalize()), []).append(
                one.name
            )
    names = {one.id: one.name for one in scenario.orders}
    return {
        "families": families,
        "gone": [names[one] for one in gone],
        "standing": [(rule.name, rule.about) for rule in scenario.rules if rule.on],
        "orders": max((one.orders for one in scenario.contenders), default=3),
    }


def _glossary(scenario: Scenario) -> Sequence[tuple[str, str]]:
    return sorted((name_of(scenario, term), text) for term, (_, text) in TERMS.items())
