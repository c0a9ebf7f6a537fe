"""``python -m game.scenario.check FOLDER...``: print every fault of a scenario, or ok."""

from __future__ import annotations

import sys
from pathlib import Path

from game.scenario.faults import FAULT


def main(arguments: list[str]) -> int:
    """Check folders; 0 when all can be loaded, 2 when one cannot or none is named."""
    from game.scenario.loading import examine

    if not arguments:
        print("usage: python -m game.scenario.check FOLDER...", file=sys.stderr)
        return 2
    bad = False
    for name in arguments:
        scenario, faults = examine(Path(name))
        for fault in faults:
            print(f"{name.rstrip('/')}/{fault}")
        wrong = sum(fault.level == FAULT for fault in faults)
        warnings = f" ({len(faults) - wrong} warnings)" if len(faults) > wrong else ""
        print(f"{name}: {f'{wrong} faults' if wrong else 'ok'}{warnings}")
        bad = bad or scenario is None
    return 2 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
