"""``python -m tests.fuzz [--seconds N] [--seed N]``: a table of the inputs tried; status 1 if a reader failed."""

from __future__ import annotations

import argparse
import resource
import tempfile
from pathlib import Path

from tests.fuzz.run import fuzz
from tests.fuzz.targets import targets


def main() -> int:
    """Fuzz and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = fuzz(targets(Path(folder)), given.seconds, given.seed)
    print(f"{'reader':20} {'inputs':>9} {'refused':>9} {'seconds':>8} {'slowest ms':>10} {'crashes':>8}")
    for name, count in counts.items():
        print(
            f"{name:20} {count.inputs:9,} {count.refused:9,} {count.seconds:8.0f} {1000 * count.slowest:10.0f} "
            f"{len(count.crashes):8}"
        )
    total = sum(count.inputs for count in counts.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{total:,} inputs in {given.seconds:.0f} s, peak memory {peak} MB")
    for name, count in counts.items():
        for fault, text in count.crashes[:3]:
            print(f"{name}: {fault}\n    {text[:400]!r}")
    return 1 if any(count.crashes for count in counts.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
