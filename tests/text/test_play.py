"""The whole game is played line by line, and a whole game reads as it did (tests/golden).

``python -m tests.text.test_play`` writes the golden transcript anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from game.lab.table import Table
from game.saves import Setup, read
from game.text.page import opened
from game.text.play import choose_seat, play
from game.views.orders import menu, next_blank
from game.views.parts import scene
from tests.views.games import SMALL, faults, figures, played, scenario

GOLDEN = Path(__file__).parent.parent / "golden" / "harbour-union-text.txt"
SEAT = scenario(SMALL).contenders[0].person
LOOKS = ("help", "table", "open 2", "map", "relations", "doctrine", "codex machine", "log", "whip", "desk")


class Player:
    """Gives the lines of a list, then plays on by a plain rule; keeps everything read and written."""

    def __init__(self, *lines: str, then: str | None = "done", most: int = 600) -> None:
        self.lines, self.then, self.most = list(lines), then, most
        self.transcript: list[str] = []
        self.asked = 0

    def read(self, prompt: str) -> str | None:
        self.asked += 1
        line = self._line(prompt) if self.asked <= self.most else None
        self.transcript.append(f"{prompt}{line if line is not None else ''}\n")
        return line

    def _line(self, prompt: str) -> str | None:
        if prompt.startswith("your"):
            return "1"
        if prompt.startswith("the end"):
            return "quit"
        if "orders>" not in prompt:
            return "1" if self.lines or self.then else None
        return self.lines.pop(0) if self.lines else self.then

    def write(self, text: str) -> None:
        self.transcript.append(text)

    @property
    def text(self) -> str:
        return "".join(self.transcript)


def new(seed: int = 7) -> Table:
    return Table.new(scenario(SMALL), Setup(seed=seed, humans=(SEAT,)))


def whole_game() -> str:
    """A game to its end: every screen once, three orders, then closing windows."""
    player = Player(*LOOKS, "S", "W", "orders", "undo", "done", "P", "done")
    assert play(new(), player.read, player.write) == 0
    return player.text


def test_a_whole_game_reads_as_it_did() -> None:
    assert whole_game() == GOLDEN.read_text(encoding="utf-8")


def test_a_game_comes_to_its_end_by_lines_alone() -> None:
    player = Player()
    table = new(3)
    assert play(table, player.read, player.write) == 0
    assert table.game.decision is None
    assert "WHAT BECAME OF THEM" in player.text


def test_no_more_input_leaves_the_game() -> None:
    player = Player(then=None)
    assert play(new(), player.read, player.write) == 1
    assert player.text.endswith("You leave the game.\n")


def test_what_is_not_understood_is_said_and_changes_nothing() -> None:
    table = new()
    player = Player("xyzzy", "999", "open 99", "stand 9 for", "fork 99", "save", "codex qqq", then=None)
    play(table, player.read, player.write)
    assert "no word of this game" in player.text and "Nothing of that name" in player.text
    assert [line for line in table.game.lines if line.order and line.order.who == SEAT] == []


def test_an_order_is_given_by_its_letter_and_taken_back() -> None:
    table = new()
    player = Player("S", "undo", then=None)
    play(table, player.read, player.write)
    assert "The last order is taken back." in player.text
    assert [line for line in table.game.lines if line.order and line.order.who == SEAT] == []


def test_a_locked_order_gives_its_reason() -> None:
    table = played(SEAT, 1)
    from game.views.orders import menu

    locked = next((place, o) for place, o in enumerate(menu(scene(table, SEAT)), 1) if o.locked_reason)
    player = Player(str(locked[0]), then=None)
    play(table, player.read, player.write)
    assert locked[1].locked_reason.split(".")[0] in " ".join(player.text.split())


def test_every_figure_opens_into_terms_that_sum() -> None:
    from game.views.desk import desk_view
    from game.views.table import table_view

    at = scene(played(SEAT, 2), SEAT)
    for view in (desk_view(at), table_view(at)):
        for figure in figures(view):
            assert faults(figure) == []
            page = opened(figure).text
            assert figure.value_text in page
            if figure.terms:
                assert figure.sum_label in page


def test_a_saved_game_is_whole(tmp_path: Path) -> None:
    table = new()
    path = tmp_path / "kept.line"
    player = Player("S", f"save {path}", then=None)
    play(table, player.read, player.write)
    assert "is kept in" in player.text
    assert read(path).scenario == SMALL


def test_a_fork_stands_at_the_opening_of_its_turn() -> None:
    table = played(SEAT, 3)
    player = Player("fork 2", then=None)
    play(table, player.read, player.write)
    assert "at the opening of turn 2" in player.text
    assert "turn 2 of" in player.text


def test_lines_fit_a_terminal() -> None:
    long = [line for line in whole_game().splitlines() if len(line) > 110 and not re.match(r".*>", line)]
    assert long == []


def test_a_seat_is_chosen_by_number_or_name() -> None:
    said: list[str] = []
    lines = iter(["nobody", "2"])
    assert (
        choose_seat(scenario(SMALL), lambda prompt: next(lines), said.append) == scenario(SMALL).contenders[1].person
    )
    surname = scenario(SMALL).people[scenario(SMALL).index["people"][SEAT]].surname
    assert choose_seat(scenario(SMALL), lambda prompt: surname, said.append) == SEAT
    assert choose_seat(scenario(SMALL), lambda prompt: None, said.append) is None


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(whole_game(), encoding="utf-8")


def test_an_order_whose_last_blank_leaves_no_choice_is_asked_about_before_it_is_given() -> None:
    book = scenario("succession-1923")
    for answer, orders in (("no", 0), ("yes", 1)):
        table = Table.new(book, Setup(seed=3, humans=("kamenev",)))
        moved = next(one for one in menu(scene(table, "kamenev")) if one.kind == "table")
        blank = next_blank(scene(table, "kamenev"), "table", {})
        assert blank is not None
        number = 1 + [one.id for one in blank.targets].index("approve_report")
        player = Player(moved.key, str(number), answer, then=None)
        player._line = lambda prompt, own=player: own.lines.pop(0) if own.lines else None  # type: ignore[method-assign]
        play(table, player.read, player.write)
        assert "there is no other" in player.text and "carries " in player.text and "Give it? (yes/no)" in player.text
        given = [r for r in table.game.records if r.kind == "order" and r.who == "kamenev"]
        assert len(given) == orders
