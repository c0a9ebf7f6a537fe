"""What a save file holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from game.saves.branch import LONGEST, Branch, Course, Line, Origin, fresh_name
from game.saves.game import Setup
from game.saves.snapshot import SnapshotError


class SaveError(Exception):
    """A save that cannot be read or written; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save file holds."""

    scenario: str
    digest: str
    version: str
    setup: Setup
    lines: tuple[Line, ...]
    digests: dict[int, str]  # turn -> digest at its opening
    fields: dict[int, str]  # turn -> marks of the state's fields then
    turn: int
    note: str
    result: Mapping[str, Any] | None = None
    files: Mapping[str, str] = field(default_factory=dict)  # marks of the scenario's files when it was saved
    origin: Origin = field(default_factory=Origin)
    places: Mapping[int, int] = field(default_factory=dict)  # turn -> lines before its opening
    others: Mapping[str, Branch] = field(default_factory=dict)  # branches that rest
    snapshot: str = ""  # of the opening of the last turn, '' if there is none

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all branches in the order of making."""
        every = (self.origin, *(branch.origin for branch in self.others.values()))
        return tuple(origin.name for origin in sorted(every, key=lambda one: one.number))

    @property
    def resting(self) -> Branch:
        """The branch in play as it would be kept beside another."""
        marks = {turn: (self.places.get(turn, 0), digest) for turn, digest in self.digests.items()}
        return Branch(self.origin, self.lines, marks, self.fields, self.turn)

    def on(self, name: str) -> Saved:
        """The save as if another of its branches had been in play; LookupError names those there are."""
        if name == self.origin.name:
            return self
        if name not in self.others:
            raise LookupError(f"there is no branch '{name[:LONGEST]}'; there are {', '.join(self.names)}")
        branch = self.others[name]
        others = {one: other for one, other in self.others.items() if one != name}
        return replace(
            self, lines=branch.lines, turn=branch.turn, origin=branch.origin, result=None, snapshot="",
            digests={turn: digest for turn, (_, digest) in branch.turn_marks.items()},
            places={turn: number for turn, (number, _) in branch.turn_marks.items()},
            fields=dict(branch.field_marks), others={self.origin.name: self.resting, **others},
        )  # fmt: skip

    @property
    def course(self) -> Course:
        """What is played again to have the game."""
        return Course(self.origin, self.lines, self.others)

    @property
    def from_snapshot(self) -> Course:
        """A new branch that plays on from the snapshot, that in play resting beside it; SnapshotError without one."""
        if not self.snapshot:
            raise SnapshotError("this save keeps no snapshot")
        every = {self.origin.name: self.resting, **self.others}
        number = 1 + max(branch.origin.number for branch in every.values())
        name = fresh_name(every, self.turn)
        return Course(Origin(name, self.origin.name, self.turn, number, self.snapshot), (), every)
