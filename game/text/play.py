"""The whole game in a terminal, line by line: the same views, the same orders, no window.

``play`` reads lines and writes text through two functions, so that a person, a test or a pipe can drive it.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine.order import CHOOSE, DONE, Order
from game.engine.state import Decision
from game.lab.table import Table
from game.scenario.model import Scenario
from game.scenario.plain import plain
from game.text import aims, decisions, pages
from game.text.asking import ask_order, give
from game.text.page import Page, whole
from game.text.seat import Quit, Read, Seat, Write
from game.text.words import words
from game.views import orders as order_views
from game.views.aims import aim_view, fared
from game.views.decision import answers, decision_view
from game.views.desk import desk_view
from game.views.digest import digest_view
from game.views.epilogue import epilogue_view
from game.views.hinge import hinge_view
from game.views.log import log_view
from game.views.parts import Scene
from game.views.rollcall import rollcall_view, shown_from
from game.views.shapes import OrderView
from game.views.tutorial import hint
from game.views.whip import agenda, motion_title, stands, whip_view


def play(table: Table, read: Read, write: Write) -> int:
    """Play until the game is over or the player quits; 0 when it came to its end, else 1."""
    seat = Seat(table, read, write)
    write(f"{plain(table.game.scenario.title)}. Type help for the words of the game.\n")
    try:
        while True:
            seat.table.advance()
            _news(seat)
            decision = seat.table.game.decision
            if decision is None:
                _end(seat)
                return 0
            _hint(seat)
            _DECIDE[decision.kind](seat, decision)
    except Quit:
        seat.say("You leave the game.")
        return 1


def _news(seat: Seat) -> None:
    """Votes and news since the seat last decided."""
    game, at = seat.table.game, seat.at()
    shown = shown_from(at, seat.ballots)
    for place in range(seat.ballots, len(game.state.ballots)):
        view = rollcall_view(at, place)
        seat.show(decisions.rollcall(view) if place in shown else decisions.tally(view))
    seat.ballots = len(game.state.ballots)
    if game.state.turn != seat.turn and game.decision is not None:
        if seat.turn:
            seat.show(pages.digest(digest_view(at, seat.records)))
            seat.told = game.state.turn
        else:
            seat.show(aims.aim(aim_view(at)))
        seat.turn, seat.records = game.state.turn, len(game.records)


def _hint(seat: Seat) -> None:
    """What the tutorial suggests now."""
    view = hint(seat.at())
    if view is not None:
        seat.say(f"Hint {view.step} of {view.steps}: {view.text}")


def _end(seat: Seat) -> None:
    at = seat.at()
    end = decisions.epilogue(epilogue_view(at))
    aims.fared(end, fared(at))
    decisions.fates(end, epilogue_view(at))
    seat.show(end)
    seat.show(pages.log(log_view(at), end))
    seat.say("why NAME tells what weighed in all that somebody did; codex NAME what became of anybody.")
    while True:
        line = seat.ask("the end> ")
        if line in ("", "quit", "q", "done"):
            return
        if not words(seat, line):
            seat.say("The game is over: open N, log N, codex WORDS, why NAME, save FILE or quit.")


# ---- the decisions


def _window(seat: Seat, decision: Decision) -> None:
    """Orders until the window is closed or somebody else must decide."""
    if decision.kind == "session":
        _agenda(seat)
    else:
        told = seat.told == seat.table.game.state.turn
        seat.show(pages.desk(desk_view(seat.at()), seat.figures if told else None))
        seat.told = 0
        lesson = seat.table.game.setup.lesson
        if lesson is not None and lesson.minutes:
            seat.say(f"Time for this turn: {lesson.minutes} minutes.")
    first = not seat.menu
    seat.show(pages.orders(order_views.menu(seat.at()), brief=not first))
    seat.menu = True
    before = seat.table.game.decision
    while seat.table.game.decision == before and seat.table.game.state.turn == seat.turn:
        line = seat.ask(f"{_prompt(seat)}> ")
        if line in ("done", "next", "end"):
            give(seat, Order.of(seat.at().id, DONE))
            return
        if line == "orders":
            seat.show(pages.orders(order_views.menu(seat.at())))
        elif line.startswith(("stand ", "withdraw")):
            _stand(seat, line)
        elif (order := _chosen(order_views.menu(seat.at()), line)) is not None:
            ask_order(seat, order)
            _hint(seat)
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
        yours = _yours(at, motion.id, place) if at.who in motion.movers else ""
        page.item(f"{place:>2}.", motion_title(at, motion) + yours)
    view = whip_view(at)
    if view is None:
        page.say("Nothing is before it.", 2)
    seat.show(page)
    if view:
        seat.show(decisions.whip(view, brief=True))


def _yours(at: Scene, motion: str, place: int) -> str:
    """That a motion is his own, and how it is taken back if it can be."""
    back = any(one.side == "withdraw" and not one.locked_reason for one in stands(at, motion))
    return f" (yours; withdraw {place} takes it back)" if back else " (yours)"


def _stand(seat: Seat, line: str) -> None:
    """Declare a side on a motion: ``stand 2 against``."""
    at = seat.at()
    parts = line.split()
    motions = agenda(at)
    side = "withdraw" if parts[0] == "withdraw" else parts[-1]
    digits = [whole(part) for part in parts if whole(part) >= 0]
    place = digits[0] if digits else 1
    if not 1 <= place <= len(motions):
        seat.say("There is no such motion on the agenda.")
        return
    offered = stands(at, motions[place - 1].id)
    found = next((one for one in offered if one.side == side), None)
    if found is None and any(one.side == "withdraw" for one in offered):
        seat.say("You moved it; withdraw N takes it back.")
    elif found is None:
        seat.say("Say stand N for, against, abstain or open; withdraw N takes your own motion back.")
    elif found.locked_reason:
        seat.say(found.locked_reason)
    else:
        give(seat, found.order)


def _chosen(found: tuple[OrderView, ...], line: str) -> OrderView | None:
    """The order a number or a letter names, as it is printed or small: no word of the game is a letter."""
    if 1 <= whole(line) <= len(found):
        return found[whole(line) - 1]
    keyed = [order for order in found if order.key]
    exact = next((order for order in keyed if order.key == line), None)
    return exact or next((order for order in keyed if order.key.lower() == line.lower()), None)


def _hinge(seat: Seat, decision: Decision) -> None:
    view = hinge_view(seat.at(), decision)
    seat.show(decisions.hinge(view))
    while True:
        line = seat.ask("your decision> ")
        if 1 <= whole(line) <= len(view.options):
            option = view.options[whole(line) - 1]
            if option.locked_reason:
                seat.say(option.locked_reason)
                continue
            give(seat, Order.of(seat.at().id, CHOOSE, hinge=view.id, option=option.id))
            return
        if not words(seat, line):
            seat.say("Give the number of an answer, or help.")


def _answer(seat: Seat, decision: Decision) -> None:
    found = answers(seat.at(), decision)
    seat.show(decisions.decision(decision_view(seat.at(), decision)))
    while True:
        line = seat.ask("your answer> ")
        if 1 <= whole(line) <= len(found):
            answer = found[whole(line) - 1]
            if answer.view.locked_reason:
                seat.say(answer.view.locked_reason)
                continue
            give(seat, answer.order)
            return
        if not words(seat, line):
            seat.say("Give the number of an answer, or help.")


_DECIDE: dict[str, Callable[[Seat, Decision], None]] = {
    "window": _window, "session": _window, "hinge": _hinge, "offer": _answer, "voice": _answer,
}  # fmt: skip


def choose_seat(scenario: Scenario, read: Read, write: Write) -> str | None:
    """Ask whom to play: a number or a name; None if the player leaves."""
    page = Page()
    page.head(f"{scenario.title}: who are you?")
    people = scenario.index["people"]
    for place, seat in enumerate(scenario.contenders, 1):
        page.item(f"{place:>2}.", f"{scenario.people[people[seat.person]].name}: {seat.title}", seat.aim)
    write(plain(page.text))
    while True:
        line = read("you are> ")
        if line is None or line.strip() in ("quit", "q"):
            return None
        typed = line.strip().lower()
        if 1 <= whole(typed) <= len(scenario.contenders):
            return scenario.contenders[whole(typed) - 1].person
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
