"""Games in play and the one portable file they are kept in."""

from game.saves.file import Saved, SaveError, dump, glance, parse, read, write
from game.saves.game import Game, Line, Setup, replay

__all__ = ["Game", "Line", "SaveError", "Saved", "Setup", "dump", "glance", "parse", "read", "replay", "write"]
