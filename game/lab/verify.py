"""A save played again, its digests compared turn by turn with those that were kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine import IllegalOrder
from game.engine.digest import first_differing_mark, marks
from game.saves import Game, Saved, SnapshotError, changes
from game.saves.game import as_played
from game.saves.snapshot import unpack
from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Opening:
    """A turn as it opens in the replay."""

    turn: int
    digest: str


@dataclass(slots=True)
class Replayed:
    """What a replay found. ``differs`` is the first turn whose digest is not the kept one, 0 if none."""

    turns: list[Opening] = field(default_factory=list)
    differs: int = 0
    field_name: str = ""  # first field that differs then, '' if it cannot be told
    stopped: str = ""  # why the replay could not go on
    stopped_in: int = 0
    changes: str = ""  # what is not as in the scenario the save was made with, as the end of a sentence
    missing: int = 0  # kept turns that the replay never reached
    snapshot: str = ""  # what is wrong with the snapshot, '' if nothing

    @property
    def changed(self) -> bool:
        """Whether the scenario is not the one the save was made with."""
        return bool(self.changes)

    @property
    def whole(self) -> bool:
        """Whether the replay is the game that was saved."""
        return not self.differs and not self.stopped and not self.missing and not self.snapshot

    @property
    def sentence(self) -> str:
        """The finding in one sentence."""
        because = f"; {self.changes}" if self.changed else ""
        if self.differs:
            name = f", first in '{self.field_name}'" if self.field_name else ""
            return f"differs from the save when turn {self.differs} opens{name}{because}"
        if self.stopped or self.missing:
            return f"the same as the save as far as it goes, but it does not go to its end{because}"
        if self.snapshot:
            return f"the same as the save, but {self.snapshot}{because}"
        what = "turns, field by field" if self.changed else "digests"
        return f"the same as the save in all {len(self.turns)} {what}{because}"


def verify(scenario: Scenario, saved: Saved) -> Replayed:
    """Play a save again and compare; ValueError for a setting the scenario does not have."""
    game = Game.start(scenario, saved.setup, saved.origin)
    found = Replayed(changes=changes(saved, scenario))
    for line in saved.lines:
        try:
            game.repeat(line)
        except (IllegalOrder, LookupError, ValueError) as error:
            found.stopped, found.stopped_in = str(error), game.state.turn
            break
    found.turns = [Opening(turn, value) for turn, (_, value) in sorted(game.turn_marks.items())]
    found.missing = len(set(saved.digests) - set(game.turn_marks))
    found.snapshot = _snapshot(scenario, saved)
    for one in found.turns:
        if not _same(saved, game, one, found.changed):
            found.differs = one.turn
            found.field_name = first_differing_mark(saved.fields.get(one.turn, ""), game.field_marks[one.turn])
            break
    return found


def _same(saved: Saved, game: Game, one: Opening, changed: bool) -> bool:
    """Whether a turn opens as it was kept; a changed scenario has other digests, so then its fields are compared."""
    if changed and saved.fields.get(one.turn):
        return saved.fields[one.turn] == game.field_marks[one.turn]
    return saved.digests.get(one.turn, one.digest) == one.digest


def _snapshot(scenario: Scenario, saved: Saved) -> str:
    """What is wrong with the snapshot of a save: it must be the world whose marks stand at its turn's opening."""
    if not saved.snapshot:
        return ""
    lesson = saved.setup.lesson.digest if saved.setup.lesson is not None else ""
    try:
        state = unpack(saved.snapshot, as_played(scenario, saved.setup), lesson).state
    except SnapshotError as error:
        return "" if scenario.digest != saved.digest else str(error)
    same = marks(state)[1] == saved.fields.get(max(saved.fields, default=0), "")
    return "" if same else "its snapshot is of another world"
