"""The counterfactual log: the record against the run."""

from game.chronicle.chronicle import Chronicle, chain
from game.chronicle.divergence import Departure, Divergence, Kind

__all__ = ["Chronicle", "Departure", "Divergence", "Kind", "chain"]
