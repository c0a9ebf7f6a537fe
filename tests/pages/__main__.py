"""Pictures of pages at phone, laptop and print size: ``python -m tests.pages DIR PAGE...``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.pages.browser import SIZES, browser


def main(folder: Path, pages: list[Path]) -> None:
    """Write three pictures of each page: two of the screen, and the print as PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    with browser() as one:
        for page in pages:
            for size in SIZES:
                one.open(page, size)
                one.picture(folder / f"{page.stem}-{size}.png")
            one.open(page)
            one.print(folder / f"{page.stem}-print.pdf")
            print(page.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])
