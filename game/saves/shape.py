"""Typed values as plain JSON data and back; what comes back is of its declared type, or it is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import numpy as np

from game.engine.state import Ints

#: The largest number of a column and of what a record tells, either way; amounts are thousandths and far below.
LARGEST = 1 << 53
#: The largest whole number; a mask of people has a bit for each.
MASK = 1 << 2048
#: Numbers of an array that are written at a time.
PIECE = 2048
#: Fields that are not kept: the scenario is found again by its id, kept answers are made anew.
SKIPPED = ("scenario", "memo")


@cache
def hints(kind: type) -> Mapping[str, Any]:
    """The declared types of a dataclass by field, without those that are not kept."""
    found = get_type_hints(kind)
    return {one.name: found[one.name] for one in fields(kind) if one.name not in SKIPPED}


def text_of(value: Any) -> str:
    """A value as JSON text: arrays as shape and numbers, dataclasses as their fields, dates as text."""
    return _WRITER.encode(value)


def pieces_of(value: Any, deep: int = 3) -> Iterator[str]:
    """``text_of(value)`` in pieces, cut so many levels deep: the whole text of a game takes room to make."""
    if is_dataclass(value) and deep:
        value = _data_of(value)
    if isinstance(value, dict) and deep:
        for place, (name, item) in enumerate(value.items()):
            yield f"{',' if place else '{'}{text_of(str(name))}:"
            yield from pieces_of(item, deep - 1)
        yield "}" if value else "{}"
    elif isinstance(value, list) and deep:
        for place, item in enumerate(value):
            yield f"{',' if place else '['}{text_of(item)}"
        yield "]" if value else "[]"
    elif isinstance(value, np.ndarray):
        yield from _numbers(value)
    else:
        yield text_of(value)


def _data_of(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return [list(value.shape), value.ravel().tolist()]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in hints(type(value))}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, np.integer):
        return int(value)
    return dict(value)


def _numbers(value: Ints) -> Iterator[str]:
    """The text of an array, so many numbers at a time."""
    flat = value.ravel()
    yield f"[{text_of(list(value.shape))},["
    for begin in range(0, len(flat), PIECE):
        yield f"{',' if begin else ''}{text_of(flat[begin : begin + PIECE].tolist())[1:-1]}"
    yield "]]"


_WRITER = json.JSONEncoder(default=_data_of, ensure_ascii=True, separators=(",", ":"))


def of_data(kind: Any, data: Any) -> Any:
    """The value of a declared type that ``text_of`` has written; ValueError for anything else."""
    if kind is Any:
        return _plain(data)
    if kind == Ints:
        return _array(data)
    if isinstance(kind, type) and not get_origin(kind):
        return _simple(kind, data)
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        inner = next(part for part in parts if part is not NoneType)
        return None if data is None else of_data(inner, data)
    if origin is list:
        return [of_data(parts[0], item) for item in _of(list, data)]
    if origin is tuple:
        return _tuple(parts, _of(list, data))
    if origin in (dict, Mapping):
        return {of_data(parts[0], name): of_data(parts[1], item) for name, item in _of(dict, data).items()}
    raise TypeError(f"{kind} is not kept")


def _of(kind: type, data: Any) -> Any:
    if type(data) is not kind:
        raise ValueError(f"{str(data)[:40]!r} is not possible")
    return data


def _simple(kind: type, data: Any) -> Any:
    if is_dataclass(kind):
        return kind(**fields_of(kind, data))
    if issubclass(kind, Enum):
        return kind(data)
    if kind is date:
        return date.fromisoformat(_of(str, data))
    if kind is int and abs(_of(int, data)) > MASK:
        raise ValueError("a number is too large")
    return _of(kind, data)


def _tuple(parts: tuple[Any, ...], data: list[Any]) -> tuple[Any, ...]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(of_data(parts[0], item) for item in data)
    return tuple(of_data(part, item) for part, item in zip(parts, data, strict=True))


def fields_of(kind: type, data: Any) -> dict[str, Any]:
    """The fields of a dataclass; one that is missing takes its default, so that a field can be added later."""
    known = hints(kind)
    strange = [name for name in _of(dict, data) if name not in known]
    if strange:
        raise ValueError(f"{kind.__name__} has no '{strange[0][:40]}'")
    for one in fields(kind):
        needed = one.default is MISSING and one.default_factory is MISSING
        if needed and one.name in known and one.name not in data:
            raise ValueError(f"{kind.__name__} lacks '{one.name}'")
    return {name: of_data(known[name], item) for name, item in data.items()}


def _array(data: Any) -> Ints:
    """A column or table of whole numbers."""
    shape, values = _of(list, data)
    if not all(type(one) is int and 0 <= one <= len(values) for one in shape) or not 1 <= len(shape) <= 2:
        raise ValueError("the shape of an array is not possible")
    if not all(type(one) is int and abs(one) <= LARGEST for one in values):
        raise ValueError("an array holds something else than whole numbers")
    return np.array(values, dtype=np.int64).reshape(shape)


def _plain(data: Any) -> Any:
    """What a record may tell: words, whole numbers, yes and no, lists and tables of them."""
    if isinstance(data, dict):
        return {str(name): _plain(item) for name, item in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    if isinstance(data, float) or (isinstance(data, int) and abs(data) > LARGEST):
        raise ValueError(f"{str(data)[:40]} is not possible")
    return data
