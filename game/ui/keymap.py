"""Which key does what: keys are exchanged in pairs, so that none ever does two things and none is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: What keys do everywhere, by the key it stands on unless exchanged.
ACTS: tuple[tuple[str, str], ...] = (
    ("Space", "Go on: the red act"),
    ("F1", "Explain; again: the codex"),
    ("P", "Pin an open box"),
    ("F2", "Tell or hide history"),
    ("F3", "Where a hint points"),
    ("F9", "To the next vote or alert"),
    ("Ctrl Z", "Take an order back"),
    ("Ctrl Y", "Give it again"),
    ("Ctrl S", "Save"),
    ("F10", "The menu of the game"),
    ("F11", "The whole screen"),
    ("Ctrl +", "Larger text"),
    ("Ctrl -", "Smaller text"),
)
#: Keys that stay, so that nobody locks himself out.
_STAY = "Enter, Esc, Tab, Shift Tab, Up, Down, Left, Right, Page Up, Page Down, Home, End, Backspace"
FIXED = frozenset(_STAY.split(", "))
#: Named keys that running text may speak of.
NAMED = re.compile(r"\b(Space|F\d{1,2}|Ctrl [A-Z+-])(?![\w])")

_on: dict[str, str] = {}  # key an act stands on by default -> the key it stands on now
_from: dict[str, str] = {}  # key pressed -> the key it means


def use(exchanged: Mapping[str, str]) -> None:
    """Take a whole set of exchanges; what is not a sound one counts as none."""
    _on.clear()
    _from.clear()
    if sound(exchanged):
        _on.update({key: now for key, now in exchanged.items() if key != now})
        _from.update({now: key for key, now in _on.items()})


def sound(exchanged: Mapping[str, str]) -> bool:
    """Whether every key in it goes to another in it, no fixed key moves, and names are short."""
    keys, values = list(exchanged), list(exchanged.values())
    whole = sorted(keys) == sorted(values)
    return whole and not FIXED & set(keys) and all(0 < len(key) <= 24 for key in keys)


def printed(key: str) -> str:
    """The key on which an act stands now, as it is printed."""
    return _on.get(key, key)


def meant(pressed: str) -> str:
    """The key that a pressed one stands for."""
    return _from.get(pressed, pressed)


def exchanged_with(exchanged: Mapping[str, str], act: str, pressed: str) -> dict[str, str]:
    """The exchanges after an act is put on a pressed key; what stood there takes the key the act leaves."""
    new = dict(exchanged)
    left = new.get(act, act)
    other = next((key for key, now in new.items() if now == pressed), pressed)
    new[act], new[other] = pressed, left
    return {key: now for key, now in new.items() if key != now}


def is_letter(key: str) -> bool:
    """Whether a key is a letter, with or without Shift."""
    plain = key.removeprefix("Shift ")
    return len(plain) == 1 and plain.isalpha()


def refusal(exchanged: Mapping[str, str], pressed: str) -> str:
    """Why an act may not be put on a pressed key, '' if it may; ``exchanged`` is what would come of it."""
    if pressed in FIXED:
        return f"{pressed} always does what it does, so that nobody is locked out."
    everywhere = {key for key, _ in ACTS} | set("1234567")
    for key, now in exchanged.items():
        if is_letter(now) and key in everywhere and not is_letter(key):
            return f"{key} works on every page, and on some letters are typed: a letter cannot take its place."
    return ""


def told(text: str) -> str:
    """Running text with the named keys as they stand now."""
    return NAMED.sub(lambda found: printed(found.group(0)), text) if _on else text
