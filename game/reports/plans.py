"""Lesson plans for one, two and four lessons around a game: timings in minutes, aims, debrief."""

from __future__ import annotations

from dataclasses import dataclass

#: Minutes of a lesson.
LESSON = 45
PREPARE = (
    "Play the first three turns yourself, from the seat you know least, and read the log they leave.",
    "Write a lesson file: scenario or chapter, seed, seats, dial, questions. One seed is one luck for the class.",
    "Print a role sheet for each player, and for everybody the rules, the time so far and the words of the game.",
    "Say beforehand what the class will be asked: not who won, but why it came so, and how they know.",
)
DEBRIEF = (
    "Everybody steps out of the role first: say your own name, and one thing you did that you would not defend.",
    "Facts: what differs from the record? Read the first departure and the three heaviest differences from the log.",
    "Causes: who could have acted otherwise, and what would have been enough? Change one thing only.",
    "The model: name one thing it leaves out or makes too simple. What would a source show that the game cannot?",
    "People: read what became of each in history. These were lives, not pieces.",
)


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a lesson."""

    minutes: int
    what: str
    how: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan: its lessons, each a list of steps whose minutes sum to a lesson."""

    title: str
    aims: tuple[str, ...]
    lessons: tuple[tuple[Step, ...], ...]


def plans(turns: int, minutes: int) -> list[Plan]:
    """Plans for a game of so many turns that takes so many minutes; what does not fit is said."""
    return [_one(turns, minutes), _two(turns, minutes), _four(turns, minutes)]


def _fit(room: int, turns: int, minutes: int) -> str:
    """How many turns fit into some minutes."""
    possible = max(1, turns * room // max(minutes, 1))
    if possible >= turns:
        return f"all {turns} turns"
    return f"about {possible} of {turns} turns; save, and stop there"


def _one(turns: int, minutes: int) -> Plan:
    room = 25
    return Plan(
        "One lesson",
        ("Explain how offices become votes.", "Tell a fact of the record from an outcome of the game."),
        (
            (
                Step(5, "Roles", "Role sheets are read in silence. Aims stay private."),
                Step(5, "The circle of power", "On the rules page: follow one appointment to the seat it makes."),
                Step(room, "Play", f"In pairs at one screen: {_fit(room, turns, minutes)}."),
                Step(10, "Debrief", "Points 1, 2 and 5 of the debrief. The worksheet is homework."),
            ),
        ),
    )


def _two(turns: int, minutes: int) -> Plan:
    room = 35
    return Plan(
        "Two lessons",
        ("Explain how offices become votes.", "Weigh causes of a departure with evidence from the log."),
        (
            (
                Step(5, "Roles and rules", "Role sheets and the rules page."),
                Step(room, "Play", f"In pairs: {_fit(room, turns, minutes)}."),
                Step(
                    5,
                    "Save",
                    "Everybody saves under the own name. The teacher makes worksheets and the class report.",
                ),
            ),
            (
                Step(15, "Worksheet", "Alone: cause and consequence. The log is open beside it."),
                Step(10, "Compare", "The class report: when did each game leave history, and by whose act?"),
                Step(20, "Debrief", "All five points."),
            ),
        ),
    )


def _four(turns: int, minutes: int) -> Plan:
    room = 70
    return Plan(
        "Four lessons",
        (
            "Explain how offices become votes.",
            "Weigh causes, consequences and significance with evidence.",
            "Judge a model: what it shows, what it leaves out.",
        ),
        (
            (
                Step(10, "The time so far", "The timeline, read aloud, a date each."),
                Step(10, "Who decides, and where", "The sheet of organisations: mark who owes whom an office."),
                Step(10, "Roles", "Role sheets; each writes down one person to win and one to fear."),
                Step(15, "First turn together", "One screen for all: each order is argued by the class."),
            ),
            (
                Step(
                    5, "Agreements", "Two minutes to talk to others in role; promises are allowed and may be broken."
                ),
                Step(35, "Play", f"In pairs, over two lessons: {_fit(room, turns, minutes)}."),
                Step(5, "Diary", "Three sentences in role: what I wanted, what I did, whom I trust."),
            ),
            (
                Step(35, "Play on", "To the end, or to the turn agreed."),
                Step(10, "Save and first look", "Read the first departure in the log. Was it meant?"),
            ),
            (
                Step(15, "Worksheet", "In pairs of different games: significance and contingency."),
                Step(10, "Class report", "Common and rare paths. Which was possible at the time, and who argued it?"),
                Step(20, "Debrief", "All five points."),
            ),
        ),
    )
