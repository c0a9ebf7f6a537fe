"""Keyed dice: every draw is a function of seed, turn, purpose, subject and entity, of nothing else.

A 64-bit key is taken from blake2b and spread over the entities by SplitMix64, so worlds that
differ in one thing share their luck everywhere else.
"""

from __future__ import annotations

from enum import IntEnum
from hashlib import blake2b
from typing import overload

import numpy as np

from game.engine.state import Ints, State


class Purpose(IntEnum):
    """What a draw is for; the numbers are permanent."""

    BALLOT = 1  # high half: the ballot, low half: absence
    TICKET = 2  # high half: a delegate's ticket, low half: whether he is an official
    LUCK = 3  # of a region at a vote
    LIST = 4  # places on a list
    CROSSING = 5
    BENCH_REGION = 6
    BENCH_FOLLOWS = 7
    BENCH_PATRON = 8
    REPLACE = 9  # a first secretary
    SIGHT = 10  # what a rival sees of a bench
    NEWCOMER = 11  # whose man a new member of a committee is
    SEATS = 20  # order in which contenders are asked
    ILLNESS = 21
    EVENT = 22
    EFFECT = 23
    OFFER = 24
    DISCOVERY = 25
    CHOICE = 26
    BELIEF = 27
    DESK = 29  # a first secretary when the desk of appointments passes
    MOVED = 28  # days by which an event is moved, drawn once a game (turn 0)


_GOLDEN, _FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_MASK = (1 << 64) - 1
_U30, _U27, _U31, _U32 = (np.uint64(bits) for bits in (30, 27, 31, 32))
_UGOLDEN, _UFIRST, _USECOND = np.uint64(_GOLDEN), np.uint64(_FIRST), np.uint64(_SECOND)
_ULOW = np.uint64(0xFFFFFFFF)


def key(seed: int, turn: int, purpose: Purpose, about: int | str) -> int:
    """The 64-bit key of a subject's draws."""
    text = f"{seed}|{turn}|{int(purpose)}|{about}"
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def _spread(start: int, ids: Ints) -> np.ndarray[tuple[int, ...], np.dtype[np.uint64]]:
    """SplitMix64 of ``start + (id + 1) * golden`` for each id."""
    z = ids.astype(np.uint64)
    z *= _UGOLDEN
    z += np.uint64((start + _GOLDEN) & _MASK)
    z ^= z >> _U30
    z *= _UFIRST
    z ^= z >> _U27
    z *= _USECOND
    z ^= z >> _U31
    return z


def _mix(start: int, entity: int) -> int:
    z = (start + (entity + 1) * _GOLDEN) & _MASK
    z = ((z ^ (z >> 30)) * _FIRST) & _MASK
    z = ((z ^ (z >> 27)) * _SECOND) & _MASK
    return z ^ (z >> 31)


@overload
def draw(seed: int, turn: int, purpose: Purpose, about: int | str, ids: int) -> int: ...
@overload
def draw(seed: int, turn: int, purpose: Purpose, about: int | str, ids: Ints) -> Ints: ...
def draw(seed: int, turn: int, purpose: Purpose, about: int | str, ids: Ints | int) -> Ints | int:
    """Uniform integers 0 <= d < 2**32, one an entity id."""
    start = key(seed, turn, purpose, about)
    if isinstance(ids, int):
        return _mix(start, ids) >> 32
    return (_spread(start, ids) >> _U32).astype(np.int64)


def pair(seed: int, turn: int, purpose: Purpose, about: int | str, ids: Ints) -> tuple[Ints, Ints]:
    """Two independent uniform integers 0 <= d < 2**32 an entity id, from one 64-bit draw."""
    z = _spread(key(seed, turn, purpose, about), ids)
    return (z >> _U32).astype(np.int64), (z & _ULOW).astype(np.int64)


def chance(state: State, purpose: Purpose, about: int | str, entity: int, thousandths: int) -> bool:
    """True with probability ``thousandths``/1000, by this turn's keyed draw."""
    return draw(state.seed, state.turn, purpose, about, entity) * 1000 >> 32 < thousandths


def bell(seed: int, turn: int, purpose: Purpose, about: int | str, ids: Ints, deviation: int) -> Ints:
    """Bell-shaped integers with mean 0 and standard deviation ``deviation``: the sum of four bytes."""
    d = draw(seed, turn, purpose, about, ids)
    total = (d & 255) + (d >> 8 & 255) + (d >> 16 & 255) + (d >> 24 & 255)
    luck: Ints = (total - 510) * deviation // 148
    return luck
