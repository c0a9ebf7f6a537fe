"""Views of a made-up student union, for tests of the window."""

from __future__ import annotations

from game.views.shapes import (
    AlertView,
    AxisView,
    Ballot,
    BarView,
    CurveView,
    DeskView,
    DispatchView,
    FigureView,
    ForecastView,
    GivenOrderView,
    LeanView,
    Level,
    LinkText,
    LoopStepView,
    Mark,
    OrderView,
    PersonView,
    StairStepView,
    TallyView,
    TermView,
    TimelinePointView,
    WhipRowView,
)


def person(
    identity: str,
    given: str,
    surname: str,
    role: str = "",
    colour: str = "sand",
    cut_out: bool = False,
    **more: str,
) -> PersonView:
    """A member of the union."""
    return PersonView(
        identity,
        f"{given} {surname}",
        surname,
        given,
        role,
        "",
        colour,
        more.get("emblem", "neutral"),
        more.get("status_text", ""),
        cut_out,
        more.get("bloc", ""),
        codex=f"person:{identity}",
    )


ALDER = person("alder", "Mina", "Alder", "President", "red", emblem="apparatus", bloc="House slate")
BIRCH = person("birch", "Tomas", "Birch", "Treasurer", "red", emblem="apparatus")
CEDAR = person("cedar", "Ines", "Cedar", "Editor of the gazette", "ink", emblem="book", bloc="Open list")
DOGWOOD = person("dogwood", "Oskar", "Dogwood", "Head of halls", "blue", emblem="left")
ELDER = person("elder", "Ruth", "Elder", "Left the union", "ink", True, status_text="left in March")
PEOPLE = (ALDER, BIRCH, CEDAR, DOGWOOD, ELDER)

DEBATE_TERMS = (
    TermView("Won the autumn debate", 26, Mark.FACT),
    TermView("Ill, one speech", -3, Mark.FACT),
    TermView("Reply refused", -2, Mark.MODEL),
)
FORECAST_TERMS = (
    TermView("Halls of residence, yours", 62),
    TermView("Rents, promised", 34),
    TermView("The debate", 21, Mark.MODEL, DEBATE_TERMS),
    TermView("First years, unpledged", 36),
    TermView("Fear of a split", -31),
)
DELEGATES = FigureView(
    "Delegates forecast",
    "122",
    "\N{PLUS-MINUS SIGN}18 of 665",
    FORECAST_TERMS,
    122,
    183,
    sum_label="Forecast, sum of terms",
    codex="term:delegates",
)
STANDING = (
    DELEGATES,
    FigureView("Council, as it votes", "0.0 %", "2 of 7 votes", (TermView("Never pivotal", 0),), 0, 0, 1),
    FigureView("Posts", "31", "of 100, down 4", (TermView("Editor", 18), TermView("Two halls", 13)), 31, 310),
    FigureView(
        "Founder's mantle",
        "54",
        "of 100, up 2",
        (TermView("Wrote the charter", 40), TermView("Quoted", 14)),
        54,
        540,
    ),
)
LEAN = FigureView(
    "North hall leans for",
    "+12",
    "",
    (
        TermView("Council appointed her", 34),
        TermView("Old friend of the treasurer", -27),
        TermView("Moved out last year", -16),
        TermView("Fear of a split", 21),
    ),
    12,
)

ORDERS = (
    OrderView("appoint", "organise", "Appoint or transfer", "A", "3 posts open to you"),
    OrderView("build", "organise", "Build a machine", "B", "North hall: strength 78 to 82", given=True),
    OrderView(
        "verify",
        "organise",
        "Verify the rolls",
        "V",
        "",
        "Needs the power of discipline, which the returning officer holds.",
    ),
    OrderView("publish", "agitate", "Publish", "U", "the gazette"),
    OrderView("offer", "ally", "Offer a pact", "O", "accepts 18 in 100", terms=FORECAST_TERMS, total=122),
    OrderView("intercept", "inform", "Read the letters", "I", "", "The porters answer to the treasurer."),
)
ALERTS = (
    AlertView(Level.ACT, "Congress opens 18 May", "29 seats unfilled", "Fill", "screen:organisations"),
    AlertView(Level.LOOK, "Head of halls: vacant", "Elder left in March", "See", "post:halls"),
    AlertView(Level.UNKNOWN, "How will the north vote?", "Two reports disagree", "Ask", "region:north"),
)
BAR = BarView("Mar\N{EN DASH}Apr", 16, 41, 2, 3, CEDAR)
LOOP = (
    LoopStepView("Posts", 4, 83),
    LoopStepView("Secretaries", 2, 16),
    LoopStepView("Delegates", 122, 665, True, figure=DELEGATES),
    LoopStepView("Committee", 9, 53),
    LoopStepView("Council", 2, 7),
)
DISPATCH = DispatchView(
    "1 March",
    "Ban on printing the open letter",
    (
        LinkText("The February meeting took your memorandum, signed with "),
        LinkText("Dogwood", "person:dogwood"),
        LinkText(", and locked it in the safe. The truce holds until the congress. Your allies read it as "),
        LinkText("weakness", "term:weakness"),
        LinkText("."),
    ),
    Mark.FACT,
    True,
)
DESK = DeskView(
    BAR,
    CEDAR,
    "Two orders left.",
    47,
    "days to the annual congress",
    STANDING,
    ALERTS,
    (DISPATCH,),
    LOOP,
    ORDERS,
    (GivenOrderView("1", "Speak in the north hall", "12 March, first years"),),
    posts=("Editor",),
)

TALLY = TallyView(487, 51, 38, 89, 333)
FORECAST = ForecastView(220, 320, 410, 520, 630, "Passes", 500)
LEANS = (LeanView(960), LeanView(-970, 60), LeanView(120, 460), LeanView(0, 900))
WHIP = tuple(
    WhipRowView(
        f"hall{index}",
        f"Hall {index}",
        who.surname,
        who,
        105 - 9 * index,
        LEANS[index % 4],
        96 - index,
        "Follows the president",
        "a promise on rents",
    )
    for index, who in enumerate(PEOPLE * 2)
)
BALLOTS = tuple(
    Ballot.AGAINST if index % 9 == 0 else Ballot.ABSTAINED if index % 31 == 0 else Ballot.FOR for index in range(665)
)
CURVE = CurveView(
    "Where 665 delegates stand",
    "On leadership, model estimate",
    "Collective",
    "One leader",
    tuple(max(0, 80 - abs(index - 12) * 10) + max(0, 130 - abs(index - 46) * 8) for index in range(64)),
    350,
    "the motion divides",
    700,
)
STAIRS = (
    StairStepView("Cells", 710),
    StairStepView("Districts", 860),
    StairStepView("Province", 940),
    StairStepView("Delegates", 1000),
)
AXES = (AxisView("Rents", "Frozen", "Free", 440), AxisView("Leadership", "Collective", "One leader", None))
FACTS = (
    TimelinePointView(270, "The founder leaves", "21 January", weight=900),
    TimelinePointView(410, "Letter read to the halls", "21 May", weight=700),
    TimelinePointView(640, "Dogwood leaves the halls", "15 January", weight=600),
)
HERE = (
    TimelinePointView(820, "You refuse the rents", "29 April", weight=800),
    TimelinePointView(900, "The letter is printed", "1 June", weight=500),
)
