"""What the pages about many worlds share: the log's style sheet, and names in place of ids."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

from game.engine.order import CHOOSE, STAND, VOICE, Order
from game.engine.record import Record
from game.reports.page import letters
from game.scenario.model import Scenario
from game.views.wording import Wording

if TYPE_CHECKING:
    from jinja2 import Environment

#: What an empty place in a table of people means.
NOBODY = "nobody"
#: Records whose sentence also tells the order that makes them.
_TOLD = {CHOOSE: "hinge", STAND: "stand", VOICE: "voice"}


def style() -> str:
    """The style sheet of the log's page; every page of the game is set in it."""
    from jinja2 import Environment

    page = resources.files("game.reports").joinpath("page.html.j2").read_text("utf-8")
    sheet = page.partition("<style>")[2].partition("</style>")[0]
    return Environment().from_string(sheet).render(letters=letters())


def environment(scenario: Scenario) -> Environment:
    """Templates in which ids become names; everything is escaped."""
    from jinja2 import Environment, PackageLoader

    words = Wording(scenario)
    made = Environment(
        loader=PackageLoader("game.reports", ""), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    made.globals["style"] = style()
    made.filters.update(
        surname=lambda who: words.person(who) if who else NOBODY,
        post=words.post,
        name=words.name,
        reason=lambda reason: reason_text(words, reason),
        motion=lambda parts: motion_text(words, parts),
        percent=percent,
        range=interval_text,
        points=points,
        first_up=lambda text: text[:1].upper() + text[1:],
    )
    return made


def percent(share: float) -> str:
    """A share 0..1 in whole per cent."""
    return f"{100 * share:.0f} %"


def interval_text(row: dict[str, Any]) -> str:
    """The interval of a share or difference, in per cent."""
    return f"{100 * row['low']:.0f} to {100 * row['high']:.0f}"


def points(difference: float) -> str:
    """A difference of shares in points, with its sign."""
    value = round(100 * difference)
    return f"{value:+d}" if value else "0"


def reason_text(words: Wording, reason: str) -> str:
    """The label of a consideration, without what it speaks of."""
    return words.spelled(reason) if reason else ""


def motion_text(words: Wording, parts: list[str]) -> str:
    """A motion from its type, body and subject."""
    kind, body, subject = parts
    return f"{words.motion_sentence(kind, subject)} ({words.body(body)})"


def order_text(scenario: Scenario, order: Order) -> str:
    """An order or answer as a sentence without its full stop."""
    words, args = Wording(scenario), dict(order.args)
    about = tuple(str(args[name]) for name in ("hinge",) if name in args)
    data = {**args, "order": order.kind, "args": args}
    kind = _TOLD.get(order.kind, "order")
    return words.sentence(Record(0, 0, scenario.start, kind, order.who, about, data))
