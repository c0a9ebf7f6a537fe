"""Orders: what was chosen. Plain data, the same from a person, a rival, a file or a test."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

#: Acts every game has, whatever its scenario declares.
CHOOSE = "choose"  # answer a hinge: hinge, option
REPLY = "reply"  # answer an offer: offer, answer = accept | refuse | counter (with term)
STAND = "stand"  # say how you stand on a motion: motion, side = for | against | abstain | open
VOICE = "voice"  # speak for or against an option of somebody else's hinge
DONE = "done"  # end this window

#: The largest number a blank may hold.
LARGEST = 10**15

NATIVE = (CHOOSE, REPLY, STAND, VOICE, DONE)


@dataclass(frozen=True, slots=True)
class Order:
    """An intent: ``who`` gives the order ``kind`` with its blanks filled (sorted pairs)."""

    who: str
    kind: str
    args: tuple[tuple[str, Any], ...] = ()

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a blank."""
        return dict(self.args).get(name, default)

    @staticmethod
    def of(who: str, kind: str, **args: Any) -> Order:
        """Build an order from keyword blanks."""
        return Order(who, kind, tuple(sorted(args.items())))

    def __str__(self) -> str:
        """One line that ``parse`` reads back."""
        words = [self.who, self.kind]
        words += [f"{name}={json.dumps(value, ensure_ascii=True)}" for name, value in self.args]
        return " ".join(words)

    @staticmethod
    def parse(line: str) -> Order:
        """Read the text form; ValueError with a sentence if it is not one."""
        head, _, rest = line.strip().partition(" ")
        kind, _, rest = rest.strip().partition(" ")
        if not head or not kind:
            raise ValueError("an order needs a person and a kind, as in: someone done")
        args: dict[str, Any] = {}
        decoder = json.JSONDecoder()
        rest = rest.strip()
        while rest:
            name, equals, tail = rest.partition("=")
            if not equals or not name.isidentifier():
                raise ValueError(f"expected name=value, found {rest[:40]!r}")
            try:
                value, end = decoder.raw_decode(tail)
            except (ValueError, RecursionError):
                raise ValueError(f"the value of {name} cannot be read: {tail[:40]!r}") from None
            if isinstance(value, (dict, list, float)) or (isinstance(value, int) and abs(value) > LARGEST):
                raise ValueError(f"the value of {name} must be a word, a whole number or yes/no")
            args[name] = value
            rest = tail[end:].strip()
        return Order.of(head, kind, **args)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an order is not open: a sentence, ready to show."""

    text: str
    id: str = "need"
