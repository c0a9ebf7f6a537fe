"""The General Line: a simulation of a struggle for power inside a party, driven by scenario data."""

__version__ = "0.1.0"
