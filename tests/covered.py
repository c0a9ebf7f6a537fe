"""``python -m tests.covered``: fails if too few lines, or branches, of what was measured were gone through."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

#: Hundredths of lines, and of branches, that must be gone through.
LEAST = 95
#: What is counted -> names of its counts in a report.
COUNTED = {"lines": ("covered_lines", "num_statements"), "branches": ("covered_branches", "num_branches")}


def shares(totals: Mapping[str, int]) -> dict[str, float]:
    """Hundredths gone through of lines and of branches; nothing measured is nothing gone through."""
    return {name: 100 * totals[done] / totals[of] if totals.get(of) else 0.0 for name, (done, of) in COUNTED.items()}


def too_few(totals: Mapping[str, int]) -> list[str]:
    """Which of the two are below the least."""
    return [name for name, share in shares(totals).items() if share < LEAST]


def main() -> None:
    """Read the last measurement, say both shares and judge."""
    from coverage import Coverage
    from coverage.exceptions import NoDataError

    measured = Coverage()
    measured.load()
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        try:
            measured.json_report(outfile=str(report))
        except NoDataError:
            sys.exit("nothing was measured yet: python -m coverage run -m pytest ...")
        totals = json.loads(report.read_text())["totals"]
    for name, share in shares(totals).items():
        done, of = (totals.get(count, 0) for count in COUNTED[name])
        print(f"{share:.1f} % of {of:,} {name} were gone through ({of - done} not); the least is {LEAST} %")
    if too_few(totals):
        sys.exit(f"too few {' and '.join(too_few(totals))} were gone through")


if __name__ == "__main__":
    main()
