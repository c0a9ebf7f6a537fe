"""The whole game in a terminal, line by line: the same views, the same orders, no window.

``play`` reads lines and writes text through two functions, so that a person, a test or a pipe can drive it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.engine import IllegalOrder
from game.engine.order import CHOOSE, DONE, Order
from game.engine.state import Decision
from game.lab.table import Table, replayed
from game.saves import SaveError, write
from game.scenario.model import Scenario
from game.text import pages
from game.text.page import Page, opened
from game.views import codex as codex_views
from game.views import orders as order_views
from game.views.decision import answers, decision_view
from game.views.desk import desk_view
from game.views.digest import digest_view
from game.views.doctrine import doctrine_view
from game.views.epilogue import epilogue_view
from game.views.hinge import hinge_view
from game.views.log import entries as log_entries
from game.views.log import log_view, turn_of_entry
from game.views.organisations import organisations_view
from game.views.parts import Scene, scene
from game.views.relations import offer_targets, relations_view
from game.views.rollcall import rollcall_view, shown_from
from game.views.shapes import OrderView
from game.views.table import table_view
from game.views.whip import agenda, stands, whip_view

#: Reads one line for a prompt; None when there is no more.
Read = Callable[[str], str | None]
Write = Callable[[str], object]

HELP = """\
A number chooses from the last list; an order's letter gives it. Words:
  desk                  where you stand (also: d)
  orders                what you may order (also: o)
  done                  end this window; rivals act and the bodies meet
  table, map, relations, doctrine, log
                        the screens; map NAME, relations NAME and log N open one thing
  codex WORDS           search the codex; codex KIND:ID opens an entry
  whip                  who will vote how; whip N for the Nth motion
  open N                the terms of figure [N] of the last page
  history on|off        whether the codex tells what history did
  undo, redo            take the last order back, give it again
  fork TURN             go on from the opening of an earlier turn
  save FILE             keep the game
  help, quit\
"""


class Quit(Exception):
    """The player leaves, or there is no more input."""


@dataclass(slots=True)
class Seat:
    """A player at a terminal."""

    table: Table
    read: Read
    write: Write
    figures: Page = field(default_factory=Page)
    records: int = 0
    ballots: int = 0
    turn: int = 0
    reveal: bool = False

    # ---- reading and writing

    def at(self) -> Scene:
        """What the seat sees now."""
        return scene(self.table)

    def show(self, page: Page) -> None:
        """Write a page; its figures are those that open from now on."""
        if page.figures:
            self.figures = page
        self.write(f"{page.text}\n")

    def ask(self, prompt: str) -> str:
        """One line, stripped; Quit when there is none."""
        line = self.read(prompt)
        if line is None:
            raise Quit
        return line.strip()

    def say(self, text: str) -> None:
        """One sentence."""
        page = Page()
        page.say(text)
        self.write(f"{page.text}\n")


def play(table: Table, read: Read, write: Write) -> int:
    """Play until the game is over or the player quits; 0 when it came to its end, else 1."""
    seat = Seat(table, read, write)
    write(f"{table.game.scenario.title}. Type help for the words of the game.\n")
    try:
        while True:
            seat.table.advance()
            _news(seat)
            decision = seat.table.game.decision
            if decision is None:
                _end(seat)
                return 0
            _DECIDE[decision.kind](seat, decision)
    except Quit:
        seat.say("You leave the game.")
        return 1


def _news(seat: Seat) -> None:
    """Votes and news since the seat last decided."""
    game, at = seat.table.game, seat.at()
    for number in shown_from(at, seat.ballots):
        seat.show(pages.rollcall(rollcall_view(at, number)))
    seat.ballots = len(game.state.ballots)
    if game.state.turn != seat.turn and game.decision is not None:
        if seat.turn:
            seat.show(pages.digest(digest_view(at, seat.records)))
        seat.turn, seat.records = game.state.turn, len(game.records)


def _end(seat: Seat) -> None:
    seat.show(pages.epilogue(epilogue_view(seat.at())))
    seat.show(pages.log(log_view(seat.at())))
    while True:
        line = seat.ask("the end> ")
        if line in ("", "quit", "q", "done"):
            return
        if not words(seat, line):
            seat.say("The game is over: open N, log N, codex WORDS, save FILE or quit.")


# ---- the decisions


def _window(seat: Seat, decision: Decision) -> None:
    """Orders until the window is closed or somebody else must decide."""
    if decision.kind == "session":
        _agenda(seat)
    else:
        seat.show(pages.desk(desk_view(seat.at())))
    found = order_views.menu(seat.at())
    seat.show(pages.orders(found))
    before = seat.table.game.decision
    while seat.table.game.decision == before and seat.table.game.state.turn == seat.turn:
        line = seat.ask(f"{_prompt(seat)}> ")
        if line in ("done", "next", "end"):
            _give(seat, Order.of(seat.at().id, DONE))
            return
        if line in ("orders", "o"):
            seat.show(pages.orders(order_views.menu(seat.at())))
        elif line.startswith(("stand ", "withdraw")):
            _stand(seat, line)
        elif (order := _chosen(order_views.menu(seat.at()), line)) is not None:
            _order(seat, order)
        elif not words(seat, line):
            seat.say(f"“{line}” is no word of this game. Type help, orders or done.")


def _prompt(seat: Seat) -> str:
    bar = desk_view(seat.at()).bar
    return f"{bar.date_text}, {bar.orders_left} of {bar.orders_total} orders"


def _agenda(seat: Seat) -> None:
    at = seat.at()
    page = Page()
    page.head(desk_view(at).headline)
    page.part("The agenda", "whip N; stand N for, against, abstain or open")
    for place, motion in enumerate(agenda(at), 1):
        page.item(f"{place:>2}.", at.words.motion_sentence(motion.type, motion.subject))
    seat.show(page)
    view = whip_view(at)
    if view:
        seat.show(pages.whip(view))


def _stand(seat: Seat, line: str) -> None:
    """Declare a side on a motion: ``stand 2 against``."""
    at = seat.at()
    parts = line.split()
    motions = agenda(at)
    side = "withdraw" if parts[0] == "withdraw" else parts[-1]
    digits = [int(part) for part in parts if part.isdigit()]
    place = digits[0] if digits else 1
    if not 1 <= place <= len(motions):
        seat.say("There is no such motion on the agenda.")
        return
    found = next((one for one in stands(at, motions[place - 1].id) if one.side == side), None)
    if found is None:
        seat.say("Say stand N for, against, abstain or open; withdraw N takes your own motion back.")
    elif found.locked_reason:
        seat.say(found.locked_reason)
    else:
        _give(seat, found.order)


def _chosen(found: tuple[OrderView, ...], line: str) -> OrderView | None:
    """The order a number or a letter names."""
    if line.isdigit() and 1 <= int(line) <= len(found):
        return found[int(line) - 1]
    return next((order for order in found if order.key and order.key == line), None)


def _order(seat: Seat, order: OrderView) -> None:
    """Ask for the blanks one by one, say what it would do, and give it."""
    if order.locked_reason:
        seat.say(f"{order.button}: {order.locked_reason}")
        return
    filled: dict[str, str] = {}
    while (blank := order_views.next_blank(seat.at(), order.kind, filled)) is not None:
        page = Page()
        page.part(blank.prompt, f"{order.button}; empty line goes back")
        for place, target in enumerate(blank.targets, 1):
            if target.locked_reason:
                page.item(" x.", f"{target.label}: {target.locked_reason}")
            else:
                chance = f"  {target.forecast}" if target.forecast else ""
                page.item(f"{place:>2}.", f"{target.label}{chance}", target.detail)
        seat.show(page)
        line = seat.ask(f"{blank.prompt} ")
        if not line:
            return
        if not line.isdigit() or not 1 <= int(line) <= len(blank.targets):
            seat.say("Give a number of the list.")
        elif reason := blank.targets[int(line) - 1].locked_reason:
            seat.say(reason)
        else:
            filled[blank.slot] = blank.targets[int(line) - 1].id
    _confirmed(seat, order, filled)


def _confirmed(seat: Seat, order: OrderView, filled: Mapping[str, str]) -> None:
    """Say the price and the effects; the irreversible is asked about, the rest is given."""
    at = seat.at()
    whole = order_views.whole(at, order.kind, filled)
    page = Page()
    page.item("*", f"{order.button}: {order_views.price_text(at, whole)}")
    for term in order_views.preview_terms(at, order_views.order_type(at, order.kind), filled):
        page.item("  -", term.label)
    seat.show(page)
    if order.irreversible and seat.ask(f"{order.irreversible} Do it? (yes/no) ") not in ("yes", "y"):
        return
    _give(seat, whole)


def _give(seat: Seat, order: Order) -> None:
    try:
        seat.table.give(order)
    except IllegalOrder as refused:
        seat.say(f"Not allowed: {refused}")


def _hinge(seat: Seat, decision: Decision) -> None:
    view = hinge_view(seat.at(), decision)
    seat.show(pages.hinge(view))
    while True:
        line = seat.ask("your decision> ")
        if line.isdigit() and 1 <= int(line) <= len(view.options):
            option = view.options[int(line) - 1]
            if option.locked_reason:
                seat.say(option.locked_reason)
                continue
            _give(seat, Order.of(seat.at().id, CHOOSE, hinge=view.id, option=option.id))
            return
        if not words(seat, line):
            seat.say("Give the number of an answer, or help.")


def _answer(seat: Seat, decision: Decision) -> None:
    found = answers(seat.at(), decision)
    seat.show(pages.decision(decision_view(seat.at(), decision)))
    while True:
        line = seat.ask("your answer> ")
        if line.isdigit() and 1 <= int(line) <= len(found):
            answer = found[int(line) - 1]
            if answer.view.locked_reason:
                seat.say(answer.view.locked_reason)
                continue
            _give(seat, answer.order)
            return
        if not words(seat, line):
            seat.say("Give the number of an answer, or help.")


_DECIDE: dict[str, Callable[[Seat, Decision], None]] = {
    "window": _window, "session": _window, "hinge": _hinge, "offer": _answer, "voice": _answer,
}  # fmt: skip


# ---- the words


def words(seat: Seat, line: str) -> bool:
    """Act on a word that looks and does not decide; False if it is none of them."""
    word, _, rest = line.partition(" ")
    act = _WORDS.get(word)
    if act is None:
        return not line
    act(seat, rest.strip())
    return True


def _open(seat: Seat, rest: str) -> None:
    if rest.isdigit() and 1 <= int(rest) <= len(seat.figures.figures):
        page = opened(seat.figures.figures[int(rest) - 1])
        seat.write(f"{page.text}\n")
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
    chosen = found[int(rest) - 1].key if rest.isdigit() and 1 <= int(rest) <= len(found) else ""
    seat.show(pages.log(log_view(at, chosen)))


def _whip(seat: Seat, rest: str) -> None:
    at = seat.at()
    motions = agenda(at)
    place = int(rest) if rest.isdigit() else 1
    view = whip_view(at, motions[place - 1].id if 1 <= place <= len(motions) else "")
    if view is None:
        seat.say("No motion is before a body this turn.")
    else:
        seat.show(pages.whip(view))


def _undo(seat: Seat, rest: str) -> None:
    if seat.table.undo() is None:
        reason = seat.table.game.barrier
        seat.say(f"Your last order stands: {reason}." if reason else "There is no order to take back.")
    else:
        seat.ballots = min(seat.ballots, len(seat.table.game.state.ballots))
        seat.say("The last order is taken back.")


def _redo(seat: Seat, rest: str) -> None:
    seat.say("Given again." if seat.table.game.redo() is not None else "There is nothing to give again.")


def _fork(seat: Seat, rest: str) -> None:
    """Go on from an earlier turn; without a number from the turn of the first act behind the heaviest departure."""
    game = seat.table.game
    turn = int(rest) if rest.isdigit() else turn_of_entry(seat.at(), "")
    if not 1 <= turn <= game.state.turn:
        seat.say(f"fork TURN, from 1 to {game.state.turn}.")
        return
    seat.table = replayed(game.scenario, game.setup, game.lines, before_turn=turn)
    seat.records, seat.ballots, seat.turn = len(seat.table.game.records), len(seat.table.game.state.ballots), 0
    seat.say(f"A twin of this game stands at the opening of turn {turn}.")


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


def _help(seat: Seat, rest: str) -> None:
    seat.write(f"{HELP}\n")


def _quit(seat: Seat, rest: str) -> None:
    raise Quit


_WORDS: dict[str, Callable[[Seat, str], None]] = {
    "help": _help,
    "desk": lambda seat, rest: seat.show(pages.desk(desk_view(seat.at()))),
    "d": lambda seat, rest: seat.show(pages.desk(desk_view(seat.at()))),
    "table": lambda seat, rest: seat.show(pages.table(table_view(seat.at()))),
    "doctrine": lambda seat, rest: seat.show(pages.doctrine(doctrine_view(seat.at()))),
    "map": _map, "relations": _relations, "codex": _codex, "log": _log, "whip": _whip, "open": _open,
    "history": _history, "undo": _undo, "redo": _redo, "fork": _fork, "save": _save, "quit": _quit, "q": _quit,
}  # fmt: skip


def choose_seat(scenario: Scenario, read: Read, write: Write) -> str | None:
    """Ask whom to play: a number or a name; None if the player leaves."""
    page = Page()
    page.head(f"{scenario.title}: who are you?")
    people = scenario.index["people"]
    for place, seat in enumerate(scenario.contenders, 1):
        page.item(f"{place:>2}.", f"{scenario.people[people[seat.person]].name}: {seat.title}", seat.aim)
    write(page.text)
    while True:
        line = read("you are> ")
        if line is None or line.strip() in ("quit", "q"):
            return None
        typed = line.strip().lower()
        if typed.isdigit() and 1 <= int(typed) <= len(scenario.contenders):
            return scenario.contenders[int(typed) - 1].person
        for seat in scenario.contenders:
            if typed and typed in (seat.person, scenario.people[people[seat.person]].surname.lower()):
                return seat.person
        write("Give a number or a surname of the list, or quit.")


def read_line(prompt: str) -> str | None:
    """One line of this terminal, None at its end."""
    try:
        return input(prompt)
    except EOFError:
        return None


def terminal(table: Table) -> int:
    """Play at this terminal."""
    return play(table, read_line, lambda text: print(text, end="", flush=True))
