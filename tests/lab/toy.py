"""A copy of the small scenario with a vote whose cause is known: one order decides it, another does nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

from game.engine.order import DONE, Order
from game.lab.table import Table
from game.saves import Saved, Setup, dump, parse
from game.scenario import find, load
from game.scenario.model import Scenario

SEAT, TURN = "quist", 2
VOTE, POST = "toy@council_july", "union_treasurer"

TOY = """
documents:
- {id: page, title: A torn page, gist: "A sum in another hand.", owners: [quist], known_to: [quist], state: secret,
   written: "1911-03-02", source: invented}
motions:
- {id: toy_question, name: The toy question, sentence: "{body} gives the box to Storvik", subject: none,
   bodies: [delegate_council], word: "4000 * document('page') - 6000", carried: ["post union_treasurer to storvik"]}
orders:
- {id: decide, family: personal, name: Show the page, key: X, fiction: "One page decides it.",
   needs: [{if: "holds(SELF, 'capstan_editor')", else: "It is not yours."}], effects: ["document page known"],
   source: invented}
- {id: idle, family: personal, name: Look out of the window, key: V, fiction: "The tide is out.",
   needs: [{if: "holds(SELF, 'capstan_editor')", else: "It is not your window."}],
   effects: ["note Nothing comes of it"], source: invented}
facts:
- {id: vote.toy, kind: vote, begins: "1911-07-13", text: "The box stayed where it was.", weight: 100,
   data: {body: delegate_council, motion: toy_question, key: toy@council_july, for: 1, against: 8, carried: false,
   tally: exact}, source: invented}
"""


#: An order that only somebody else can give, and only once the page is known: what it changes comes by a reaction.
SEIZED = "audit_chair"
REACTION = """
orders:
- {id: seize, family: personal, name: Take the chair, key: Q, fiction: "Who has read the page takes the chair.",
   needs: [{if: "holds(SELF, 'strike_organiser') and document('page') >= 2", else: "Nothing is in your hands."}],
   effects: ["post audit_chair to SELF", "authority SELF +large", "mantle SELF +large"], source: invented}
"""


def scenario(folder: Path, more: str = "") -> Scenario:
    """The toy, laid out in a folder, with another file of its rules if given."""
    path = Path(shutil.copytree(find("harbour-union"), folder / "toy"))
    (path / "toy.yaml").write_text(TOY, encoding="utf-8")
    if more:
        (path / "more.yaml").write_text(more, encoding="utf-8")
    frame = path / "scenario.yaml"
    frame.write_text(f"{frame.read_text(encoding='utf-8')}\nparameters: {{word: 8000}}\n", encoding="utf-8")
    calendar = path / "calendar.yaml" if (path / "calendar.yaml").exists() else path / "bodies.yaml"
    text = calendar.read_text(encoding="utf-8")
    item = f'agenda: [{{key: "{VOTE}", motion: toy_question, movers: ["\'storvik\'"]}}], '
    place = text.index("source: invented", text.index("council_july"))
    calendar.write_text(text[:place] + item + text[place:], encoding="utf-8")
    return load(path)


def save(toy: Scenario, others: bool = True) -> Saved:
    """A game in which the seat gives both orders in the second turn and no other; without ``others`` nobody does."""
    seats = (SEAT,) if others else tuple(one.person for one in toy.contenders)
    table = Table.new(toy, Setup(humans=seats, strength="clerk"))
    wanted = [Order.of(SEAT, "decide"), Order.of(SEAT, "idle")]
    while True:
        table.advance()
        decision = table.game.decision
        if decision is None:
            return parse(dump(table.game), "toy")
        who = toy.people[decision.who].id
        if decision.kind == "window" and table.game.state.turn == TURN and wanted and who == SEAT:
            table.give(wanted.pop(0))
        elif decision.kind in ("window", "session", "voice"):
            table.give(Order.of(who, DONE))
        else:
            table.rival(decision)
