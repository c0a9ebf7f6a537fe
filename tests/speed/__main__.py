"""``python -m tests.speed [SCENARIO]``: a table of what the game costs."""

from __future__ import annotations

import resource
import sys

from tests.speed.measure import Figure, best, calibrating, quick, scenario, slow


def row(figure: Figure) -> str:
    """A row of the table."""
    time = f"{1000 * figure.seconds:.2f} ms" if figure.seconds < 1 else f"{figure.seconds:.2f} s"
    return f"| {figure.name} | {time} | {1 / figure.seconds:,.1f} | {figure.loops:,.3f} |"


def main() -> None:
    """Measure and print."""
    name = sys.argv[1] if len(sys.argv) > 1 else "succession-1923"
    print(f"calibrating loop: {1000 * best(calibrating, 20):.2f} ms\n")
    print("| what | time | per second | calibrating loops |\n|---|---:|---:|---:|")
    for figure in (*quick(name), *slow(scenario(name))):
        print(row(figure), flush=True)
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
