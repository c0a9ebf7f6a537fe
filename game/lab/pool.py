"""Work spread over processes or a Dask cluster, both behind ``concurrent.futures``.

Scenarios hold compiled expressions and do not pickle: workers load them by path, once each.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from itertools import islice
from typing import Any

from game.scenario import load
from game.scenario.model import Scenario


class PoolError(Exception):
    """The work cannot be done by these workers; the message says why."""


def processors() -> int:
    """How many workers are started unless another number is asked for."""
    return max(os.cpu_count() or 1, 1)


@lru_cache(maxsize=4)
def scenario_of(folder: str, digest: str) -> Scenario:
    """The scenario in a folder, loaded once in this process; PoolError if it is not the one meant."""
    scenario = load(folder)
    if scenario.digest != digest:
        raise PoolError(f"the scenario in {folder} has changed since the work began")
    return scenario


class Inline(Executor):
    """Does the work at once in this process: for one worker nothing need be started."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call the function now; its result or exception is in the future."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def workers(kind: str, jobs: int, prepare: Callable[..., None], arguments: tuple[Any, ...]) -> Iterator[Executor]:
    """An executor with ``jobs`` workers, each of which has called ``prepare(*arguments)`` first."""
    if kind == "dask":
        with _cluster(jobs, prepare, arguments) as executor:
            yield executor
    elif jobs == 1:
        prepare(*arguments)
        yield Inline()
    else:
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(prepare, arguments)) as executor:
            yield executor


_failure: list[str] = []


def _result(future: Future[Any]) -> Any:
    try:
        return future.result()
    except BrokenExecutor:
        raise PoolError("a worker was ended from outside; try again with fewer --jobs") from None


def _begin(prepare: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """A worker leaves interruption to the process that started it, which keeps what is done.

    If it cannot be prepared it says why when it is given work: a worker that dies breaks the whole pool.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        prepare(*arguments)
    except Exception as error:
        _failure.append(str(error))


def _call(function: Callable[[Any], Any], task: Any) -> Any:
    if _failure:
        raise PoolError(f"a worker could not begin: {_failure[0]}")
    return function(task)


@contextmanager
def _cluster(jobs: int, prepare: Callable[..., None], arguments: tuple[Any, ...]) -> Iterator[Executor]:
    """A Dask cluster: the one named in Dask's own settings, or one started on this machine."""
    try:
        dask: Any = import_module("dask")
        distributed: Any = import_module("distributed")
    except ImportError:
        raise PoolError("a Dask cluster needs the extra 'cluster': pip install 'general-line[cluster]'") from None
    if dask.config.get("scheduler-address", None):
        with distributed.Client(set_as_default=False) as client:
            yield _prepared(client, prepare, arguments)
        return
    with (
        distributed.LocalCluster(
            n_workers=jobs, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
    ):
        yield _prepared(client, prepare, arguments)


def _prepared(client: Any, prepare: Callable[..., None], arguments: tuple[Any, ...]) -> Executor:
    client.run(prepare, *arguments)
    executor: Executor = client.get_executor(pure=False, retries=0)
    return executor


def completed(
    executor: Executor, function: Callable[[Any], Any], tasks: Iterable[Any], ahead: int
) -> Iterator[Any]:
    """Results as they come, in no fixed order; at most ``ahead`` tasks are handed out at a time.

    Closing the iterator, as an interruption does, takes back what no worker has begun.
    """
    waiting = iter(tasks)
    handed: set[Future[Any]] = set()
    try:
        while True:
            handed |= {executor.submit(_call, function, task) for task in islice(waiting, ahead - len(handed))}
            if not handed:
                return
            done, handed = wait(handed, return_when=FIRST_COMPLETED)
            for future in done:
                yield _result(future)
    finally:
        for future in handed:
            future.cancel()
