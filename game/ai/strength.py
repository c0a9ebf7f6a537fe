"""The three strengths of rivals: how much one thinks of, how steadily, and how closely he keeps to his aim.

Never a bonus: all pay the same prices and see by the same view. Shares are thousandths unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strength:
    """How a rival thinks. ``devotion`` and what follows it are 1000 for somebody who goes by temper alone."""

    waver: int  # half-width of wavering, points
    doubt: int  # how far he misjudges the power of others, standard deviation
    rounds: int  # in a turn every so manieth type of order comes to mind
    targets: tuple[int, int]  # fillings looked at of a first blank and of each later one
    attacks: int  # every so manieth turn attacks come to mind
    motions: int  # in a turn every so manieth other type of motion comes to mind
    friends: int  # friends thought of for a seat if his aim asks for a share of the power there
    reckoned: int  # motions reckoned through
    answers: int  # others whose answer to a motion is reckoned with
    partners: int  # leaders thought of for an agreement
    confident: int  # chance a severe motion must have
    at_sittings: bool = True  # declares himself and works at sittings, asks for lighter terms
    devotion: int = 1000  # what his aim weighs
    caution: int = 1000  # what being seen in the wrong company costs
    courtship: int = 1000  # what the good opinion others have of him weighs
    company: int = 1000  # what an agreement weighs
    building: int = 1000  # what machines weigh
    survival: int = 1000  # what a motion against himself weighs
    reserve: int = 1  # orders kept for a sitting at which he is the target
    prepares: bool = False  # asks for votes on a motion of his aim before it is moved
    seizes: bool = False  # does not put off a great chance because he moved something lately
    reckons_all: bool = False  # before he leaves an agreement, counts all it binds in full, not at half
    numerate: bool = False  # a figure his aim asks for weighs more until it is reached
    foresight: bool = False  # expects others to answer a motion that lies before him as serves them
    watchful: bool = False  # keeps an order for a sitting that could take an office his aim asks for


#: Targets of whoever does the work of his own office, which he knows best.
OWN_OFFICE = (6, 2)
#: At most so many of anything else for whoever holds the appointments: small people come to him through his office.
BESIDES = (2, 1)

STRENGTHS = {
    "clerk": Strength(
        waver=40, doubt=220, rounds=5, targets=(2, 1), attacks=2, motions=4, friends=3, reckoned=1, answers=0,
        partners=1, confident=700, at_sittings=False,
    ),
    "secretary": Strength(
        waver=22, doubt=150, rounds=2, targets=(2, 1), attacks=1, motions=3, friends=3, reckoned=2, answers=6,
        partners=2, confident=640,
    ),
    "vozhd": Strength(
        waver=8, doubt=60, rounds=1, targets=(6, 2), attacks=1, motions=1, friends=30, reckoned=4, answers=9,
        partners=4, confident=620, devotion=3000, caution=3000, courtship=3000, company=2000, building=2000,
        survival=2000, reserve=2, prepares=True, seizes=True, reckons_all=True, numerate=True, foresight=True,
        watchful=True,
    ),
}  # fmt: skip
