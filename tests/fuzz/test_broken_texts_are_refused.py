"""Every reader meets broken texts for a moment; the fuzzer itself notices what it looks for."""

from __future__ import annotations

import time

from tests.fuzz import run
from tests.fuzz.run import Count, feed, fuzz
from tests.fuzz.targets import Target, targets


def test_no_reader_fails(tmp_path):
    counts = fuzz(targets(tmp_path), 4, seed=7)
    assert {name: count.crashes for name, count in counts.items() if count.crashes} == {}
    assert all(count.inputs > 10 for count in counts.values())
    assert all(count.refused for name, count in counts.items() if name not in ("YAML", "whole scenarios"))


def test_a_crash_and_a_hang_are_found(monkeypatch):
    monkeypatch.setattr(run, "PATIENCE", 0.05)
    for reader, word in ((lambda text: text[99], "IndexError"), (lambda text: time.sleep(1), "Hang")):
        count = Count()
        feed(Target("a reader", ["x"], reader, (ValueError,)), "x", count)
        assert count.crashes[0][0].startswith(word) and count.inputs == 1


def test_a_fault_a_reader_may_raise_is_no_crash():
    count = Count()
    feed(Target("a reader", ["x"], int, (ValueError,)), "x", count)
    assert (count.refused, count.crashes) == (1, [])
