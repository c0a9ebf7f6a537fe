"""Before a game: the scenarios, their chapters, and the contenders one may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine import new
from game.engine.atlas import Atlas
from game.engine.state import State
from game.scenario.model import Chapter, Contender, Person, Scenario
from game.views.parts import MONTHS, day_text, person_view, posts_held
from game.views.shapes import ContenderView, LibraryView, PersonView, ScenarioCardView

DIFFICULTY = ("", "Gentle", "Moderate", "Hard", "Very hard", "Severe")
#: Skills compared for strengths and weaknesses: field of a person and its label.
SKILLS = ("organisation", "oratory", "theory", "intrigue")
RIVALS = {
    "free": ("Free", "Rivals follow their own interest."),
    "nudged": ("Nudged", "History is one of their reasons."),
    "rails": ("On rails", "They do what they did, as long as they can."),
}
#: How far rivals think: never a bonus.
STRENGTHS = {
    "clerk": ("Clerk", "They see little ahead and go with their pacts."),
    "secretary": ("Secretary", "They weigh what serves them, by temper."),
    "vozhd": ("Vozhd", "They look at more, waver less and keep to their aims."),
}


def library_view(loaded: Mapping[str, Scenario | str], folder: str = "") -> LibraryView:
    """Cards of the scenarios on this machine; a broken one says what is wrong."""
    return LibraryView("What do you play?", tuple(_card(name, one) for name, one in loaded.items()), folder)


def _card(name: str, one: Scenario | str) -> ScenarioCardView:
    if isinstance(one, str):
        return ScenarioCardView(
            name, name.replace("-", " "), "cannot be played", "", 0, (), faults=tuple(one.splitlines()[:6])
        )
    state = new(one, 1)
    return ScenarioCardView(
        id=one.id,
        title=one.title,
        subtitle=span(one),
        description=one.summary,
        turns=one.turns,
        contenders=faces(one, state),
        chapters=tuple((chapter.id, chapter.name) for chapter in one.chapters),
        minutes=max(10, one.turns * 5 // 2),
    )


def span(scenario: Scenario) -> str:
    """First and last month and the number of turns."""
    last = scenario.turn_dates(scenario.turns)[1]
    months = f"{MONTHS[scenario.start.month - 1]} {scenario.start.year} to {MONTHS[last.month - 1]} {last.year}"
    return f"{months}, {scenario.turns} turns"


def faces(scenario: Scenario, state: State) -> tuple[PersonView, ...]:
    """The contenders' faces as the scenario opens."""
    index = Atlas.of(scenario).index["people"]
    return tuple(person_view(state, index[one.person]) for one in scenario.contenders)


def chapter_text(scenario: Scenario, chapter: Chapter) -> str:
    """Dates and question of a chapter."""
    first, last = scenario.turn_dates(chapter.first_turn)[0], scenario.turn_dates(chapter.last_turn)[1]
    return f"{day_text(first)} to {day_text(last)}, about {chapter.minutes} minutes. {chapter.question}"


# ---- contenders


def contenders_view(scenario: Scenario, state: State | None = None) -> tuple[ContenderView, ...]:
    """Everybody one may be, in the scenario's order."""
    world = state if state is not None else new(scenario, 1)
    return tuple(_contender(scenario, world, one) for one in scenario.contenders)


def _contender(scenario: Scenario, state: State, one: Contender) -> ContenderView:
    number = Atlas.of(scenario).index["people"][one.person]
    who = scenario.people[number]
    strong, weak = _skills(scenario, who)
    grade = min(max(one.difficulty, 1), 5)
    return ContenderView(
        person=person_view(state, number),
        aim_short=one.title,
        aim=one.aim,
        lose_if=one.lose.text,
        difficulty=grade,
        difficulty_word=DIFFICULTY[grade],
        strengths=strong,
        weaknesses=weak,
        history=one.history or who.fate,
        born=f"Born {day_text(who.born)}" if who.born else "",
        posts=tuple(scenario.posts[q].name for q in posts_held(state, number)[:3]),
    )


def _skills(scenario: Scenario, who: Person) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]:
    """Skills of a person in steps of 0 to 5, the better half and the worse."""
    values = [(scenario.labels.get(name, name.capitalize()), _steps(getattr(who, name))) for name in SKILLS]
    values += [
        (scenario.labels.get("authority", "Authority"), _steps(who.authority)),
        (scenario.labels.get("health", "Health"), _steps(who.health)),
    ]
    values.sort(key=lambda pair: -pair[1])
    return tuple(values[:3]), tuple(reversed(values[3:]))


def _steps(value: int) -> int:
    return min(5, max(0, (value + 100) // 200))


def goals(one: Contender) -> Sequence[tuple[str, int]]:
    """The graded lines of an aim, shown from the start."""
    return [(goal.text, goal.points) for goal in (one.win, one.partial, *one.goals, one.lose)]
