"""Rivals: they choose among the engine's legal orders, from their own view, and keep their reasons."""

from game.ai.decide import decide

__all__ = ["decide"]
