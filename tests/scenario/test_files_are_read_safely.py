"""Reading YAML: places, the traps of YAML 1.1, and files made to do harm."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.faults import Fault
from game.scenario.loading import examine
from game.scenario.reading import LARGEST_FILE, Node, decode, read_text, read_tree


def tree(text: str) -> tuple[Node | None, list[str]]:
    """The tree of a text and its faults."""
    faults: list[Fault] = []
    return read_tree(text, "x.yaml", faults), [str(fault) for fault in faults]


def refused(text: str) -> str:
    """The only fault of a text."""
    faults = tree(text)[1]
    assert len(faults) == 1, faults
    return faults[0]


def test_every_part_knows_its_place() -> None:
    root, faults = tree('a: 1\nb:\n  - {c: "two", d: [3, -4]}\n  - null\n')
    assert root is not None and not faults
    assert root.data == {"a": 1, "b": [{"c": "two", "d": [3, -4]}, None]}
    deep = root.at(("b", 0, "d", 1))
    assert (deep.data, deep.line, deep.column) == (-4, 3, 23)
    inner = root.at(("b", 0))
    assert [(key, inner.key_place(key)) for key in inner.keys] == [("c", (3, 6)), ("d", (3, 16))]
    assert inner.key_place("e") == (3, 5)
    quoted = root.at(("b", 0, "c"))
    assert (quoted.line, quoted.column, quoted.quoted) == (3, 10, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7), ("-7", -7), ("0", 0), ("true", True), ("false", False), ("null", None), ("~", None),
        ("'010'", "010"), ('"no"', "no"), ("1911-05-20", "1911-05-20"), ("1911-05", "1911-05"), ("n", "n"),
        ("a: b"[3:], "b"), ("12 men", "12 men"), ("NO WAY", "NO WAY"), ("2nd", "2nd"),
    ],
)  # fmt: skip
def test_plain_words_mean_what_they_say(text: str, value: object) -> None:
    root, faults = tree(f"k: {text}\n")
    assert root is not None and not faults
    assert root.data["k"] == value and type(root.data["k"]) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "yes", "No", "ON", "off", "True", "FALSE", "Null", "010", "0x1f", "0b11", "0o7", "1_000", "22:30",
        "1.5", ".5", "1e3", "1.", "-.inf", ".nan", "-007",
    ],
)  # fmt: skip
def test_words_that_yaml_would_turn_into_something_else_are_refused(text: str) -> None:
    assert refused(f"k: {text}\n").startswith(f"x.yaml:1:4: the unquoted {'word' if text.isalpha() else 'value'} ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3:1: the key 'a' is already used in line 1; keep one of them"),
        ("a: &x [1]\n", "x.yaml:1:4: the anchor &x is not allowed; write the value out"),
        ("a: *x\n", "x.yaml:1:4: the alias *x is not allowed; write the value out"),
        ("a: !!python/object:os.fork {}\n",
         "x.yaml:1:4: the tag tag:yaml.org,2002:python/object:os.fork is not allowed; remove it"),
        ("<<: {a: 1}\n", "x.yaml:1:1: merge keys are not allowed; write the values out"),
        ("? [a]\n: 1\n", "x.yaml:1:3: a key must be a word; quote it, or check the brackets"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2:1: a second document begins here; remove the line ---"),
        ("a: [1, 2\n", "x.yaml:2:1: this is not YAML: did not find expected ',' or ']'; "
         "check quotes, indentation and brackets; a text with , : # or ' in it stands in double quotes"),
        ("a:\n\t- 1\n", "x.yaml:2:1: this is not YAML: found character that cannot start any token; "
         "indent with spaces, not with tabs"),
        ("a: 12345678901234567\n", "x.yaml:1:4: the number 12345678901234567... is too large; check it"),
    ],
)  # fmt: skip
def test_what_yaml_allows_and_scenarios_do_not(text: str, message: str) -> None:
    assert refused(text) == message


def test_depth_is_capped_before_it_can_do_harm() -> None:
    message = "x.yaml:1:41: lists and mappings are nested deeper than 40; flatten this"
    assert re.match(r"x.yaml:1:[0-9]+: .*(deeper than 40|maximum nesting depth)", refused("[" * 200_000))
    assert refused("[" * 41 + "]" * 41) == message
    assert not tree("[" * 40 + "]" * 40)[1]


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{key}: &{key} [*{old}, *{old}]\n" for old, key in pairwise("abcdefg"))
    assert refused(bomb) == "x.yaml:1:4: the anchor &a is not allowed; write the value out"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"a: 1\nb: \x00\n", "x.yaml:2:4: a control character (U+0000) stands here; delete it"),
        (b"a: 1\nb: caf\xe9\n", "x.yaml:2:7: this byte (0xe9) is not UTF-8; save the file as UTF-8"),
        ("a: ok\n".encode("utf-16"), "x.yaml:1:1: this byte (0xff) is not UTF-8; save the file as UTF-8"),
        (b"\xef\xbb\xbfa: \x1b[0m\n", "x.yaml:1:4: a control character (U+001B) stands here; delete it"),
    ],
)
def test_bad_bytes_are_told_with_their_place(raw: bytes, message: str) -> None:
    faults: list[Fault] = []
    assert decode(raw, "x.yaml", faults) is None
    assert [str(fault) for fault in faults] == [message]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    faults: list[Fault] = []
    assert read_text(path, "x.yaml", faults) is None
    assert str(faults[0]) == (
        "x.yaml:1:1: this file has 2,000,001 bytes; the limit is 2,000,000; "
        "split it: lists under the same key are joined"
    )


def test_only_what_cannot_be_read_is_told_when_a_file_cannot_be_read(folder: Path) -> None:
    with (folder / "people.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: last, name: [\n")
    (folder / "events.yaml").write_bytes(b"\xff")
    faults = [str(fault).split(":")[0] for fault in examine(folder)[1]]
    assert faults == ["events.yaml", "people.yaml"]


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200), st.text(alphabet="abc:-[]{},&*!|>'\"\n #0.%@?\t", max_size=200).map(str.encode)
    )
)
def test_any_bytes_give_a_tree_or_a_fault(raw: bytes) -> None:
    faults: list[Fault] = []
    text = decode(raw, "x.yaml", faults)
    found = read_tree(text, "x.yaml", faults) if text is not None else None
    assert found is not None or faults
    assert all(fault.line >= 1 and fault.column >= 1 and fault.what for fault in faults)
