"""The words of the text game that look, keep and go back, and decide nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.saves import SaveError, write
from game.scenario.plain import plain
from game.text import aims, branches, decisions, pages
from game.text.page import opened, whole
from game.text.seat import Quit, Seat
from game.text.why import why
from game.views import codex as codex_views
from game.views.aims import aim_view
from game.views.country import country
from game.views.desk import desk_view
from game.views.doctrine import doctrine_view
from game.views.log import entries as log_entries
from game.views.log import log_view
from game.views.organisations import organisations_view
from game.views.parts import Scene
from game.views.relations import offer_targets, relations_view
from game.views.table import table_view
from game.views.whip import agenda, whip_view

HELP = """\
A number chooses from the last list; an order's letter gives it (shift t for [Shift T]; a
list also takes the beginning of a name). Words:
  desk                  where you stand
  aim                   what you are measured by, and what of it holds now
  country               the state of the country and the greatest grievances, and what moved them
  orders                what you may order, and why not the rest
  done                  end this window; rivals act and the bodies meet
  table, map, relations, doctrine, log
                        the screens; map NAME, relations NAME and log N open one thing
  codex WORDS           search the codex; codex KIND:ID opens an entry
  whip                  who will vote how; whip N for the Nth motion
  why NAME              what weighed most in somebody's public acts; at the end all his choices
  open N                the terms of figure [N] of the last page
  history on|off        whether the codex tells what history did
  undo, redo            take the last order back, give it again
  fork TURN NAME        a new branch from the opening of an earlier turn
  branches, branch NAME list them, take one up; beside NAME, drop NAME
  save FILE             keep the game
  help, quit\
"""


def words(seat: Seat, line: str) -> bool:
    """Act on a word that looks and does not decide; False if it is none of them."""
    word, _, rest = line.partition(" ")
    act = _WORDS.get(word)
    if act is None:
        return not line
    act(seat, rest.strip())
    return True


def _open(seat: Seat, rest: str) -> None:
    if 1 <= whole(rest) <= len(seat.figures.figures):
        page = opened(seat.figures.figures[int(rest) - 1])
        seat.write(f"{plain(page.text)}\n")
    else:
        seat.say(f"open N opens a figure in square brackets; the last page has {len(seat.figures.figures)}.")


def _map(seat: Seat, rest: str) -> None:
    at = seat.at()
    chosen = _named(at, "regions", rest)
    seat.show(pages.organisations(organisations_view(at, chosen)))


def _named(at: Scene, field_name: str, typed: str) -> str:
    """The id of what a typed name begins, '' if nothing."""
    low = typed.lower()
    for one in getattr(at.scenario, field_name) if low else ():
        shown = [one.id, one.name, getattr(one, "short", ""), getattr(one, "surname", "")]
        if any(text.lower().startswith(low) for text in shown if text):
            return str(one.id)
    return ""


def _relations(seat: Seat, rest: str) -> None:
    at = seat.at()
    name, _, term = rest.partition(" ")
    target = _named(at, "people", name)
    if name and target not in offer_targets(at):
        seat.say("No offer can be made to anybody of that name.")
        target = ""
    seat.show(pages.relations(relations_view(at, target, term or "alliance")))


def _codex(seat: Seat, rest: str) -> None:
    at = seat.at()
    default, free = codex_views.may_reveal(at)
    told = (seat.reveal or default) if free else default
    view = codex_views.codex_view(at, rest, told) if ":" in rest else None
    found = codex_views.index(at, rest) if view is None else ()
    if view is None and len(found) == 1:
        view = codex_views.codex_view(at, found[0].ref, told)
    seat.show(pages.codex(view) if view else pages.entries(found, rest))


def _history(seat: Seat, rest: str) -> None:
    free = codex_views.may_reveal(seat.at())[1]
    seat.reveal = rest == "on"
    seat.say("History is told." if seat.reveal and free else "History is not told in the codex.")


def _log(seat: Seat, rest: str) -> None:
    at = seat.at()
    found = log_entries(at)
    chosen = found[whole(rest) - 1].key if 1 <= whole(rest) <= len(found) else ""
    seat.show(pages.log(log_view(at, chosen)))


def _whip(seat: Seat, rest: str) -> None:
    at = seat.at()
    motions = agenda(at)
    place = whole(rest) if rest else 1
    if motions and not 1 <= place <= len(motions):
        seat.say(f"There {'is 1 motion' if len(motions) == 1 else f'are {len(motions)} motions'} to count on.")
        return
    view = whip_view(at, motions[place - 1].id if motions else "")
    if view is None:
        seat.say("No motion is before a body this turn.")
    else:
        seat.show(decisions.whip(view))


def _undo(seat: Seat, rest: str) -> None:
    if seat.table.undo() is None:
        reason = seat.table.game.barrier
        seat.say(f"Your last order stands: {reason}." if reason else "There is no order to take back.")
    else:
        seat.ballots = min(seat.ballots, len(seat.table.game.state.ballots))
        seat.say("The last order is taken back.")


def _redo(seat: Seat, rest: str) -> None:
    seat.say("Given again." if seat.table.game.redo() is not None else "There is nothing to give again.")


def _save(seat: Seat, rest: str) -> None:
    if not rest:
        seat.say("save FILE: give a file.")
        return
    try:
        write(seat.table.game, Path(rest))
    except SaveError as error:
        seat.say(str(error))
    else:
        seat.say(f"The game is kept in {rest}.")


def _why(seat: Seat, rest: str) -> None:
    page = why(seat.at(), rest)
    if page is None:
        seat.say("why NAME: the surname of a contender.")
    else:
        seat.show(page)


def _help(seat: Seat, rest: str) -> None:
    seat.write(f"{HELP}\n")


def _quit(seat: Seat, rest: str) -> None:
    raise Quit


_WORDS: dict[str, Callable[[Seat, str], None]] = {
    "help": _help, "?": _help,
    "aim": lambda seat, rest: seat.show(aims.aim(aim_view(seat.at()))),
    "country": lambda seat, rest: seat.show(aims.country(country(seat.at()))),
    "desk": lambda seat, rest: seat.show(pages.desk(desk_view(seat.at()))),
    "table": lambda seat, rest: seat.show(pages.table(table_view(seat.at()))),
    "doctrine": lambda seat, rest: seat.show(pages.doctrine(doctrine_view(seat.at()))),
    "fork": branches.fork, "branch": branches.branch, "branches": branches.branches, "beside": branches.beside,
    "drop": branches.drop,
    "map": _map, "relations": _relations, "codex": _codex, "log": _log, "whip": _whip, "open": _open,
    "why": _why, "history": _history, "undo": _undo, "redo": _redo, "save": _save, "quit": _quit,
}  # fmt: skip
