"""Reads YAML files into plain data that remembers where each part was written.

One pass over parser events, without recursion: depth, size, aliases, duplicate keys and the
words that YAML 1.1 would turn into something else are refused here, with their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern
from typing import Any

import yaml

from game.scenario.faults import Fault, nearest
from game.scenario.plain import STEERING

LARGEST_FILE = 2_000_000  # bytes
WIDTH = 1 << 21  # more columns than any file has
DEEPEST = 40
MOST_FAULTS_IN_A_FILE = 200

try:
    _Loader: Any = yaml.CSafeLoader
except AttributeError:  # PyYAML built without its C part
    _Loader = yaml.SafeLoader

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_TRAP_WORD = re.compile(r"(?i:yes|no|on|off)\Z|True\Z|TRUE\Z|False\Z|FALSE\Z|Null\Z|NULL\Z")
_TRAP_NUMBER = re.compile(
    r"[-+]?(0[0-9_]+|0x[0-9a-fA-F_]+|0b[01_]+|0o[0-7_]+|[0-9][0-9_]*_[0-9_]*|[0-9]+(:[0-9]{1,2})+"
    r"|([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+|\.(?i:inf|nan))\Z"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


#: What to do where a file is no YAML.
AMISS = "check quotes, indentation and brackets; a text with , : # or ' in it stands in double quotes"
TABS = "indent with spaces, not with tabs"
#: The keys and parts of every plain value: one table, since there are ten thousands of them.
NOTHING: dict[Any, Any] = {}


@dataclass(slots=True)
class Node:
    """A part of a file: ``data`` as plain Python, its place (from 1) and its parts."""

    data: Any
    line: int
    column: int
    quoted: bool = False  # a text in quotes on one line: columns inside it can be counted
    keys: dict[str, int] = field(default_factory=dict)  # line * WIDTH + column of each: pairs take room
    parts: dict[Any, Node] = field(default_factory=dict)  # by key or by position

    def at(self, path: tuple[Any, ...], of_key: bool = False) -> Node:
        """The deepest part along ``path`` that exists (of a key: its own place)."""
        node = self
        for step in path:
            part = node.parts.get(step)
            if part is None:
                return node
            if of_key and step is path[-1] and step in node.keys:
                return Node(step, *node.key_place(step))
            node = part
        return node

    def key_place(self, key: str) -> tuple[int, int]:
        """Line and column of a key; those of the mapping if it has no such key."""
        place = self.keys.get(key)
        return (self.line, self.column) if place is None else divmod(place, WIDTH)


@dataclass(slots=True)
class _Open:
    """A mapping or list being read."""

    node: Node
    key: str | None = None  # the key that waits for its value
    is_map: bool = False


class FileRefused(Exception):
    """A file that cannot be read further; the fault is already noted."""


def read_text(path: Path, name: str, faults: list[Fault]) -> str | None:
    """The text of a file, or None with a fault noted."""
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for, a device would never end
            faults.append(Fault(name, 1, 1, "this is not a file", do="give a text file"))
            return None
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        faults.append(
            Fault(name, 1, 1, f"this file cannot be opened ({error.strerror})", do="check its permissions")
        )
        return None
    if size > LARGEST_FILE:
        what = f"this file has {size:,} bytes; the limit is {LARGEST_FILE:,}"
        faults.append(Fault(name, 1, 1, what, do="split it: lists under the same key are joined"))
        return None
    return decode(raw, name, faults)


def decode(raw: bytes, name: str, faults: list[Fault]) -> str | None:
    """UTF-8 text without control characters, or None with a fault noted."""
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line, column = _place(before, len(before))
        what = f"this byte (0x{raw[error.start]:02x}) is not UTF-8"
        faults.append(Fault(name, line, column, what, do="save the file as UTF-8"))
        return None
    found = _CONTROL.search(text)
    if found:
        line, column = _place(text, found.start())
        what = f"a control character (U+{ord(found.group()):04X}) stands here"
        faults.append(Fault(name, line, column, what, do="delete it"))
        return None
    return text


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def read_tree(text: str, name: str, faults: list[Fault]) -> Node | None:
    """The tree of one YAML document, or None with faults noted."""
    reader = _Reader(name, faults)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            reader.take(event)
    except FileRefused:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = f"this is not YAML: {error.problem or error.context}"
        faults.append(Fault(name, line, column, what, do=TABS if "cannot start any token" in what else AMISS))
        return None
    except yaml.YAMLError as error:
        what = f"this is not YAML: {str(error).splitlines()[0]}"
        faults.append(Fault(name, 1, 1, what, do=AMISS))
        return None
    return reader.root or Node(None, 1, 1)


class _Reader:
    """Builds the tree from events; keeps its own stack, so depth cannot exhaust Python's."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        self.name = name
        self.faults = faults
        self.root: Node | None = None
        self.stack: list[_Open] = []

    def fault(self, event: Any, what: str, near: str = "", do: str = "") -> None:
        """Note a fault at an event."""
        mark = event.start_mark
        self.faults.append(Fault(self.name, mark.line + 1, mark.column + 1, what, near, do))
        if len(self.faults) > MOST_FAULTS_IN_A_FILE:
            raise FileRefused

    def take(self, event: Any) -> None:
        """One parser event."""
        if getattr(event, "anchor", None) is not None:
            kind = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            sign = "*" if kind == "alias" else "&"
            self.fault(
                event, f"the {kind} {sign}{event.anchor[:40]} is not allowed", do="write the value out"
            )
            raise FileRefused
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self.start(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.end()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self.fault(event, "a second document begins here", do="remove the line ---")
            raise FileRefused

    def start(self, event: Any) -> None:
        """A mapping or a list begins."""
        is_map = isinstance(event, yaml.MappingStartEvent)
        if len(self.stack) >= DEEPEST:
            self.fault(event, f"lists and mappings are nested deeper than {DEEPEST}", do="flatten this")
            raise FileRefused
        if event.tag is not None:
            self.fault(event, f"the tag {event.tag[:40]} is not allowed", do="remove it")
        if self.stack and self.stack[-1].is_map and self.stack[-1].key is None:
            self.fault(event, "a key must be a word", do="quote it, or check the brackets")
            raise FileRefused
        mark = event.start_mark
        node = Node({} if is_map else [], mark.line + 1, mark.column + 1)
        self.place(node)
        self.stack.append(_Open(node, is_map=is_map))

    def end(self) -> None:
        """A mapping or a list ends."""
        self.stack.pop()

    def scalar(self, event: Any) -> None:
        """A key or a plain value."""
        if event.tag is not None and event.tag != "!":
            self.fault(event, f"the tag {event.tag[:40]} is not allowed", do="remove it")
        steering = STEERING.search(event.value)
        if steering is not None:
            self.fault(event, f"a control character (U+{ord(steering[0]):04X}) is written here", do="delete it")
        top = self.stack[-1] if self.stack else None
        if top is not None and top.is_map and top.key is None:
            self.key(event, top)
            return
        mark = event.start_mark
        plain = event.implicit[0] and not event.style
        value = self.resolve(event) if plain else event.value
        one_line = mark.line == event.end_mark.line and event.style not in ("|", ">")
        column = mark.column + 1 + (event.style in ("'", '"'))
        self.place(Node(value, mark.line + 1, column, one_line, NOTHING, NOTHING))

    def key(self, event: Any, top: _Open) -> None:
        """A key: a word that has not been used in this mapping."""
        name = intern(event.value)
        mark = event.start_mark
        if name in top.node.keys:
            first, _ = top.node.key_place(name)
            self.fault(event, f"the key {name[:40]!r} is already used in line {first}", do="keep one of them")
        elif name == "<<" and not event.style:
            self.fault(event, "merge keys are not allowed", do="write the values out")
        else:
            top.node.keys[name] = (mark.line + 1) * WIDTH + mark.column + 1
        top.key = name

    def place(self, node: Node) -> None:
        """Put a finished or opened node into its parent."""
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if top.is_map:
            key, top.key = top.key, None
            if key not in top.node.parts:
                top.node.parts[key] = node
                top.node.data[key] = node.data
            return
        top.node.parts[len(top.node.data)] = node
        top.node.data.append(node.data)

    def resolve(self, event: Any) -> Any:
        """What an unquoted scalar means: a whole number, true, false, nothing, or text."""
        text: str = event.value
        if _WHOLE.match(text):
            if len(text) > 15:
                self.fault(event, f"the number {text[:20]}... is too large", do="check it")
                return 0
            return int(text)
        if text in ("true", "false"):
            return text == "true"
        if text in ("", "~", "null"):
            return None
        if _TRAP_WORD.match(text):
            near = "true" if text.lower() in ("yes", "on", "true") else "false"
            near = "null" if text.lower() == "null" else near
            self.fault(
                event, f"the unquoted word {text} means something else in YAML", near, "or put it in quotes"
            )
        elif _TRAP_NUMBER.match(text):
            do = "put it in quotes if it is text; numbers are whole, without leading zeros"
            self.fault(event, f"the unquoted value {text[:40]} means something else in YAML", do=do)
        return intern(text)  # ids and words come again and again


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every YAML file of a scenario's folder with its relative name, in path order."""
    found = [path for path in folder.rglob("*.yaml") if path.is_file()]
    named = sorted((path.relative_to(folder).as_posix(), path) for path in found)
    yield from ((name, path) for name, path in named if not name.startswith(".") and "/." not in name)


def unknown_key(file: str, node: Node, key: str, known: list[str]) -> Fault:
    """The fault of a key that nothing reads."""
    line, column = node.key_place(key)
    return Fault(
        file, line, column, f"unknown key {key[:60]!r}", nearest(key, known), "remove it or correct it"
    )
