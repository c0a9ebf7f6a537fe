"""Entry point of ``general-line`` and ``python -m game``."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command line; ``--version`` answers without importing the game."""
    words = sys.argv[1:] if argv is None else argv
    if words == ["--version"]:
        from game import __version__

        print(f"general-line {__version__}")
        return 0
    from game.cli import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
