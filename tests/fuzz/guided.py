"""``python -m tests.fuzz.guided READER -max_total_time=60``: the same readers, led by coverage (atheris).

A crash ends the run with its input; what ``READER`` can be is told when it is none.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["game"]):
    from tests.fuzz.run import Count, feed
    from tests.fuzz.targets import Target, targets


def main() -> None:
    """Fuzz one reader."""
    folder = Path(tempfile.mkdtemp())
    known = {one.name: one for one in targets(folder)}
    if len(sys.argv) < 2 or sys.argv[1] not in known:
        raise SystemExit(f"name a reader: {', '.join(known)}")
    target: Target = known[sys.argv.pop(1)]
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(target.seeds):
        (corpus / str(number)).write_text(seed, encoding="utf-8")
    count = Count()

    def one(data: bytes) -> None:
        feed(target, data.decode("utf-8", errors="surrogateescape"), count)
        if count.crashes:
            raise AssertionError(count.crashes[0][0])

    atheris.Setup([*sys.argv, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
