"""Rivals: they choose among the engine's legal orders, from their own view, and keep their reasons."""

from game.ai.decide import decide, plan

__all__ = ["decide", "plan"]
