"""``run --debug-digests``: the same game in two processes that differ in all that must not matter.

Hash seed, time zone, locale, threads and the processor's features are others; after every order both tell the digest
of their world. The first order after which they differ is named, with the first field that differs.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import game

if TYPE_CHECKING:
    from game.lab.table import Table

#: What a process is told so that it prints the digest of its world after every order.
TRACE = "GENERAL_LINE_TRACE"
#: Dispatch targets that numpy may use.
FEATURES = "AVX2 FMA3 AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR X86_V3 X86_V4"


def surroundings() -> tuple[dict[str, str], dict[str, str]]:
    """The two sets of things in which nothing of a game may depend."""
    features = " ".join(dispatched())
    one = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"}
    other = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"}
    return one, {**other, "PYTHONOPTIMIZE": "2", **({"NPY_DISABLE_CPU_FEATURES": features} if features else {})}


def dispatched() -> list[str]:
    """The features of this processor that this numpy can be told not to use."""
    try:
        from numpy._core import _multiarray_umath as inside
    except ImportError:  # numpy before 2
        from numpy.core import _multiarray_umath as inside  # type: ignore[no-redef]
    known, present = inside.__cpu_dispatch__, inside.__cpu_features__
    return [name for name in FEATURES.split() if name in known and present.get(name)]


# ---- in each of the two processes


def trace(table: Table, script: Any) -> None:
    """Play a game to its end and print a row after every order: turn, digest, marks of fields, order."""
    game = table.game
    _tell(table, "the beginning")
    while (decision := game.decision) is not None:
        order = script.next(game.state, decision) if script is not None and game.human_to_act else None
        if order is None:
            table.rival(decision)
        else:
            table.give(order)
        _tell(table, str(game.lines[-1].order))
    if script is not None:
        script.finish()


def _tell(table: Table, order: str) -> None:
    from game.engine.digest import marks

    print(table.game.state.turn, *marks(table.game.state), order, flush=True)


# ---- around them


def debug_digests(words: list[str]) -> int:
    """Run ``words`` twice and say where the runs part; 0 if they do not, 1 if they do."""
    call = [sys.executable, "-m", "game", *words]
    with ExitStack() as stack:
        runs = [stack.enter_context(_started(call, changes)) for changes in surroundings()]
        streams = [_rows(run) for run in runs]
        count, last = 0, "the beginning"
        for number, rows in enumerate(zip_longest(*streams)):
            if rows[0] != rows[1]:
                print(_difference(number, last, rows))
                for run in runs:
                    run.kill()
                return 1
            count, last = number, rows[0][3]
        faults = [run.communicate()[1] for run in runs]
    if runs[0].returncode:
        print(faults[0].strip(), file=sys.stderr)
        return runs[0].returncode
    print(f"the same in both processes after each of {count} orders")
    return 0


def _started(call: list[str], changes: Mapping[str, str]) -> subprocess.Popen[str]:
    path = os.pathsep.join(filter(None, (str(Path(game.__file__).parents[1]), os.environ.get("PYTHONPATH", ""))))
    around = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", TRACE: "1", **changes}
    return subprocess.Popen(call, env=around, text=True, encoding="utf-8", stdout=-1, stderr=-1)


def _rows(run: subprocess.Popen[str]) -> Iterator[tuple[str, str, str, str]]:
    """What a process tells: turn, digest, marks, order."""
    assert run.stdout is not None
    for row in run.stdout:
        turn, digest, marks, order = row.rstrip("\n").split(" ", 3)
        yield turn, digest, marks, order


def _difference(number: int, last: str, rows: tuple[Any, ...]) -> str:
    """Where two runs part, in a sentence."""
    from game.engine.digest import first_differing_mark

    one, other = rows
    if one is None or other is None:
        return f"they part after {number - 1} orders ({last}): one of the runs goes on, the other does not"
    if one[3] != other[3]:
        return f"they part at order {number} in turn {one[0]}: one has '{one[3]}', the other '{other[3]}'"
    field = first_differing_mark(one[2], other[2])
    where = f", first in '{field}'" if field else ""
    return f"they part after order {number} in turn {one[0]} ({one[3]}){where}"
