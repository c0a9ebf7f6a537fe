"""Games in play and the one portable file they are kept in."""

from game.saves.branch import Beside, Branch, Comparison, Course, Line, Origin
from game.saves.file import dump, glance, parse, read, write
from game.saves.game import Game, Setup, follow, replay
from game.saves.recovery import changes, recover
from game.saves.saved import Saved, SaveError
from game.saves.snapshot import SnapshotError

__all__ = [
    "Beside", "Branch", "Comparison", "Course", "Game", "Line", "Origin", "SaveError", "Saved", "Setup",
    "SnapshotError", "changes", "dump", "follow", "glance", "parse", "read", "recover", "replay", "write",
]  # fmt: skip
