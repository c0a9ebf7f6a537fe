"""Printed names of keys, as they stand on buttons and in hints."""

from __future__ import annotations

import pygame

from game.ui import keymap

_NAMES = {
    pygame.K_RETURN: "Enter",
    pygame.K_KP_ENTER: "Enter",
    pygame.K_ESCAPE: "Esc",
    pygame.K_SPACE: "Space",
    pygame.K_TAB: "Tab",
    pygame.K_BACKSPACE: "Backspace",
    pygame.K_UP: "Up",
    pygame.K_DOWN: "Down",
    pygame.K_LEFT: "Left",
    pygame.K_RIGHT: "Right",
    pygame.K_PAGEUP: "Page Up",
    pygame.K_PAGEDOWN: "Page Down",
    pygame.K_HOME: "Home",
    pygame.K_END: "End",
    pygame.K_DELETE: "Delete",
}
ARROWS = {"Up": (0, -1), "Down": (0, 1), "Left": (-1, 0), "Right": (1, 0)}


def key_name(event: pygame.event.Event) -> str:
    """What a key press means, after the player's exchanges: A, Shift A, 1, F1, Space, Ctrl Z, Shift Tab."""
    return keymap.meant(pressed_name(event))


def pressed_name(event: pygame.event.Event) -> str:
    """The name of the key that was pressed, whatever it stands for."""
    name = _NAMES.get(event.key) or pygame.key.name(event.key).upper()
    if name.startswith("[") and name.endswith("]") and len(name) == 3:
        name = name[1]
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return f"Ctrl {name}"
    shifted = event.mod & pygame.KMOD_SHIFT and (
        event.key == pygame.K_TAB or (len(name) == 1 and name.isalpha())
    )
    return f"Shift {name}" if shifted else name
