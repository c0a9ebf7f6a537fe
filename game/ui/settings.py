"""What the player prefers: text size, motion, sound; kept in a small file that may be bad or missing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from game.ui import keymap
from game.ui.theme import PALETTES, TEXT_SIZES

APPLICATION = "general-line"


@dataclass(frozen=True)
class Settings:
    """Text size in percent (100 to 200), motion, sound, size of the window in pixels, palette by name, keys.

    ``volume`` is in percent; ``reveal_history``: the codex tells what became of everything without being asked.
    ``theme``: the title begins with its theme.
    ``keys`` has for each exchanged key the one it stands on now.
    """

    text_size: int = 100
    reduced_motion: bool = False
    sound: bool = True
    width: int = 1280
    height: int = 720
    fullscreen: bool = False
    palette: str = "poster"
    volume: int = 100
    reveal_history: bool = False
    theme: bool = True
    keys: dict[str, str] = field(default_factory=dict)

    def larger(self) -> Settings:
        """The next larger text size."""
        return replace(
            self, text_size=next((size for size in TEXT_SIZES if size > self.text_size), TEXT_SIZES[-1])
        )

    def smaller(self) -> Settings:
        """The next smaller text size."""
        return replace(
            self,
            text_size=next((size for size in reversed(TEXT_SIZES) if size < self.text_size), TEXT_SIZES[0]),
        )


def settings_path() -> Path:
    """Where the settings lie for this user."""
    import platformdirs

    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False)) / "settings.json"


def load(path: Path | None = None) -> Settings:
    """The saved settings; whatever is missing, of another type or out of range is the default."""
    try:
        raw = json.loads((path or settings_path()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return parse(raw)


def parse(raw: object) -> Settings:
    """Settings from plain data, taking only what is sound."""
    if not isinstance(raw, dict):
        return Settings()
    default = Settings()
    sound = {
        one.name: raw[one.name]
        for one in fields(Settings)
        if type(raw.get(one.name)) is type(getattr(default, one.name))
    }
    chosen = replace(default, **sound)
    return replace(
        chosen,
        text_size=max(100, min(200, chosen.text_size)),
        volume=max(10, min(100, chosen.volume)),
        width=max(640, min(7680, chosen.width)),
        height=max(360, min(4320, chosen.height)),
        keys=chosen.keys if _known(chosen.keys) else {},
        palette=chosen.palette if chosen.palette in PALETTES else default.palette,
    )


def _known(keys: dict[str, str]) -> bool:
    """Whether exchanged keys from a file are texts and lose no key."""
    texts = all(isinstance(one, str) for pair in keys.items() for one in pair)
    return texts and keymap.sound(keys)


def save(settings: Settings, path: Path | None = None) -> bool:
    """Write the settings; False when the disk refuses."""
    target = path or settings_path()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
    except OSError:
        return False
    return True
