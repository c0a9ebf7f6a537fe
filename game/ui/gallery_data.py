"""Made-up people and figures for the gallery."""

from __future__ import annotations

from game.views.shapes import (
    Ballot,
    FigureView,
    ForecastView,
    Mark,
    OrderView,
    PersonView,
    TallyView,
    TermView,
)

WOMEN = ("Mina", "Ines", "Ruth", "Lena", "Vera", "Nora")


def _person(
    identity: str,
    given: str,
    surname: str,
    role: str,
    colour: str,
    emblem: str = "neutral",
    cut_out: bool = False,
) -> PersonView:
    return PersonView(
        identity,
        f"{given} {surname}",
        surname,
        given,
        role,
        "",
        colour,
        emblem,
        "left in March" if cut_out else "",
        cut_out,
        "Open list",
        codex=identity,
        recipe=(("female", "yes"),) if given in WOMEN else (),
    )


PEOPLE = tuple(
    _person(
        f"member{index}", given, surname, role, ("red", "ink", "blue", "sand")[index % 4], cut_out=index == 7
    )
    for index, (given, surname, role) in enumerate(
        (
            ("Mina", "Alder", "President"),
            ("Tomas", "Birch", "Treasurer"),
            ("Ines", "Cedar", "Editor"),
            ("Oskar", "Dogwood", "Head of halls"),
            ("Ruth", "Elder", "Secretary"),
            ("Jan", "Fir", "Candidate"),
            ("Lena", "Gorse", "Librarian"),
            ("Paul", "Hazel", "Porter"),
            ("Vera", "Ivy", "Steward"),
            ("Max", "Juniper", "Clerk"),
            ("Nora", "Larch", "Delegate"),
            ("Leo", "Maple", "Delegate"),
        )
    )
)

SENT_AWAY = (TermView("Sent away last year", -21, Mark.FACT), TermView("Letters answered", 5))
LEAN = FigureView(
    "Lean of the north hall",
    "+12",
    "",
    (
        TermView("The council appointed her", 34),
        TermView("Old friend of the treasurer", -27),
        TermView("Sent to the annexe", -16, Mark.FACT, SENT_AWAY),
        TermView("Fear for unity", 21),
    ),
    12,
)
DELEGATES = FigureView(
    "Delegates forecast",
    "122",
    "104 to 140 in 9 worlds of 10",
    (
        TermView("North hall, yours", 62),
        TermView("Rents", 34),
        TermView("The debate", 57, Mark.MODEL, (*SENT_AWAY[:1], TermView("Won the debate", 78))),
        TermView("Fear of the ban", -31),
    ),
    122,
    183,
    sum_label="Forecast, sum of terms",
)
ORDERS = (
    OrderView(
        "offer",
        "ally",
        "Offer a pact",
        "O",
        "18 %",
        terms=LEAN.terms,
        total=12,
        explanation="What it rests on.",
    ),
    OrderView("speak", "agitate", "Speak in a hall", "R", "6 halls"),
    OrderView("meet", "ally", "Meet in secret", "M", "risk of discovery 22 %"),
    OrderView("build", "organise", "Build a machine", "B", "", given=True),
    OrderView("circulate", "agitate", "Circulate a document", "C", "", "You own no unpublished document."),
)
TALLY = TallyView(487, 51, 38, 89, 333)
FORECAST = ForecastView(220, 320, 410, 520, 630)
BALLOTS = tuple(
    Ballot.AGAINST if index < 62 or index % 13 == 0 else Ballot.ABSTAINED if index % 23 == 0 else Ballot.FOR
    for index in range(665)
)
