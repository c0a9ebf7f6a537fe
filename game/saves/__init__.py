"""Games in play and the one portable file they are kept in."""

from game.saves.file import Saved, SaveError, dump, glance, parse, read, write
from game.saves.game import Game, Line, Setup, replay
from game.saves.recovery import changes, recover

__all__ = [
    "Game", "Line", "SaveError", "Saved", "Setup", "changes", "dump", "glance", "parse", "read", "recover", "replay",
    "write",
]  # fmt: skip
