"""The words of the text game about its branches: fork, branch, branches, beside, drop."""

from __future__ import annotations

from game.engine import IllegalOrder
from game.lab.table import Table
from game.scenario.plain import plain
from game.text.beside import rows
from game.text.page import Page, whole
from game.text.seat import Seat
from game.views.log import turn_of_entry


def fork(seat: Seat, rest: str) -> None:
    """A new branch from an earlier turn; without a number from the first act behind the heaviest departure."""
    game = seat.table.game
    first, _, name = rest.partition(" ")
    turn, name = (whole(first), name) if first[:1].isdigit() else (turn_of_entry(seat.at(), ""), rest)
    if not game.first_turn <= turn <= game.state.turn:
        seat.say(f"fork TURN NAME, from {game.first_turn} to {game.state.turn}; the name may be left out.")
        return
    try:
        _sit_down(seat, seat.table.fork(turn, name.strip()))
    except ValueError as error:
        seat.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
        return
    made = seat.table.game.origin
    seat.say(f"A twin of this game stands at the opening of turn {turn}, as the branch “{made.name}”.")


def branch(seat: Seat, rest: str) -> None:
    """Take up another branch."""
    game = seat.table.game
    if rest == game.origin.name:
        seat.say(f"You are on the branch “{rest}”.")
        return
    try:
        table = seat.table.switch(rest)
    except LookupError as error:
        seat.say(f"branch NAME: {error.args[0]}.")
        return
    except (IllegalOrder, ValueError) as error:
        seat.say(f"The branch cannot be played again: {error}")
        return
    _sit_down(seat, table)
    seat.say(f"You are on the branch “{rest}”, in turn {seat.table.game.state.turn}.")


def branches(seat: Seat, rest: str) -> None:
    """List them."""
    here = seat.table.game.origin.name
    page = Page()
    page.part("Branches", "branch NAME takes one up, beside NAME shows it beside this one")
    for one in seat.table.game.branches:
        origin = one.origin
        whence = f", from “{origin.parent}” at the opening of turn {origin.turn}" if origin.parent else ""
        page.item("*" if one.name == here else "-", f"{one.name}: in turn {one.turn}{whence}")
    seat.show(page)


def beside(seat: Seat, rest: str) -> None:
    """Show another branch beside this one."""
    game = seat.table.game
    try:
        found = game.compare(rest)
    except LookupError as error:
        seat.say(f"beside NAME: {error.args[0]}.")
        return
    seat.write("\n".join(plain(row) for row in rows(game.scenario, found)) + "\n")


def drop(seat: Seat, rest: str) -> None:
    """Forget a branch that rests."""
    try:
        seat.table.game.drop(rest)
    except (LookupError, ValueError) as error:
        seat.say(f"drop NAME: {error.args[0]}.")
    else:
        seat.say(f"The branch “{rest}” is dropped.")


def _sit_down(seat: Seat, table: Table) -> None:
    """Play on at another table; what happened before is no news."""
    seat.table, seat.turn = table, 0
    seat.records, seat.ballots = len(table.game.records), len(table.game.state.ballots)
