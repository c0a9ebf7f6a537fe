"""The read-only scenario: what the engine is told about a world.

Plain frozen dataclasses, built by ``game.scenario.load``. The engine indexes people, posts,
bodies, regions and blocs by their position in these tuples; ``Scenario.index`` gives the
position of an id. Shares, opinions and strengths are thousandths.
"""

from game.scenario.model.basics import NOT_LOOKED_UP, Citation, Compiled, Effect, Expression, Need
from game.scenario.model.bodies import Body, PactTemplate, Post, Region
from game.scenario.model.hinges import Consent, Event, Hinge, Option
from game.scenario.model.orders import OrderType, Slot
from game.scenario.model.people import Axis, Bloc, Contender, Feeling, Goal, Person, Quantity
from game.scenario.model.record import Deed, Fact, Opening
from game.scenario.model.scenario import Chapter, Expectation, Scenario
from game.scenario.model.sittings import AgendaItem, Meeting, MotionType, Rule
from game.scenario.model.texts import Document, Surfacing, Thesis

__all__ = [
    "NOT_LOOKED_UP",
    "AgendaItem",
    "Axis",
    "Bloc",
    "Body",
    "Chapter",
    "Citation",
    "Compiled",
    "Consent",
    "Contender",
    "Deed",
    "Document",
    "Effect",
    "Event",
    "Expectation",
    "Expression",
    "Fact",
    "Feeling",
    "Goal",
    "Hinge",
    "Meeting",
    "MotionType",
    "Need",
    "Opening",
    "Option",
    "OrderType",
    "PactTemplate",
    "Person",
    "Post",
    "Quantity",
    "Region",
    "Rule",
    "Scenario",
    "Slot",
    "Surfacing",
    "Thesis",
]
