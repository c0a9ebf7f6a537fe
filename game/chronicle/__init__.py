"""The counterfactual log: the record against the run."""

from game.chronicle.chronicle import Chronicle, chain
from game.chronicle.divergence import Divergence, Kind

__all__ = ["Chronicle", "Divergence", "Kind", "chain"]
