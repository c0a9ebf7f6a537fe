"""The closed vocabulary of scenario files: words, expression functions, effect verbs.

Expressions compile to functions of a ``Context`` that has one attribute a symbol and one method a
function. Quoted ids become indexes (positions in the scenario's tuples), except the kinds in
``KEPT_AS_TEXT``, which stay strings. Effect arguments stay as written: ids and symbols are
strings, sizes are signed integers, person calls are ``Expression`` objects of kind "person".
The authoring reference and the error messages are generated from these tables.
"""

from __future__ import annotations

from dataclasses import dataclass

# --- kinds of ids -------------------------------------------------------------------------------

#: Kind of id -> field of ``Scenario`` that holds it, which is also the key in ``Scenario.index``.
FIELD_OF_KIND = {
    "person": "people", "bloc": "blocs", "body": "bodies", "post": "posts", "region": "regions",
    "pact": "pacts", "document": "documents", "thesis": "theses", "rule": "rules",
    "motion_type": "motions", "meeting": "meetings", "order": "orders", "hinge": "hinges",
    "event": "events", "quantity": "quantities", "axis": "axes", "fact": "record", "chapter": "chapters",
}  # fmt: skip

#: In expressions these stay strings; ``event`` may name an event or a hinge.
KEPT_AS_TEXT = frozenset({"power", "choice", "event"})

_KIND_IN_WORDS = {
    "bool": "condition", "int": "number", "motion_type": "motion type", "event": "event or hinge",
    "choice": "option",
}  # fmt: skip


def in_words(kind: str) -> str:
    """A kind of id or type of value in words."""
    return _KIND_IN_WORDS.get(kind, kind)


def with_article(kind: str) -> str:
    """A kind in words with its article."""
    word = in_words(kind)
    return f"an {word}" if word[0] in "aeio" else f"a {word}"


# --- words --------------------------------------------------------------------------------------

POWERS = (
    "appointments", "agenda", "circulation", "press", "discipline", "surveillance", "army", "economy",
    "government", "international", "unions", "youth", "region", "schools", "archive", "chair",
)  # fmt: skip
BODY_KINDS = ("named", "committee", "assembly", "joint")
BODY_ROLES = ("bureau", "committee", "control", "congress", "conference", "joint", "office", "council")
PLACES = ("centre", "posted", "abroad")
COLOURS = ("red", "ink", "blue", "sand", "ash")
CONFIDENCE = ("high", "medium", "low")
MARKS = ("fact", "model", "speculation")
DOCUMENT_STATES = ("unwritten", "secret", "known", "leaked", "delegations", "press", "abroad")
THESIS_STATES = ("unspoken", "launched", "adopted", "condemned")
THRESHOLDS = ("majority", "two_thirds", "two_thirds_entitled")
SUBJECTS = ("none", "person", "bloc", "post", "document", "thesis", "region", "meeting", "rule")
FAMILIES = ("organise", "agitate", "ally", "session", "inform", "personal")
WINDOWS = ("before", "session", "both")
SLOT_KINDS = (
    "person", "region", "post", "body", "document", "thesis", "pact", "motion", "motion_type", "pole",
    "term", "choice", "subject",
)  # fmt: skip
#: How rivals behave, how well they think, and how a number moves.
DIALS = ("rails", "nudged", "free")
STRENGTHS = ("clerk", "secretary", "vozhd")
CHANGES = ("", "rises", "falls")
TERMS = ("alliance", "support", "peace", "silence", "post")
EVENT_KINDS = ("fixed", "shifted", "chance")
#: Words of a setting that events belong to: by date, moved by luck, or not at all.
TIMINGS = ("dated", "seeded", "never")
FACT_KINDS = (
    "tenure", "vote", "meeting", "pact", "status", "death", "publication", "choice", "figure", "happening",
)  # fmt: skip
TENURE_ROLES = ("full", "candidate", "holder")
STATUSES = ("posted", "abroad", "exiled", "expelled", "deported", "readmitted", "recanted", "ill")
TALLIES = ("exact", "about", "unknown")
QUANTITY_ROLES = ("", "unity")
SIZES = ("small", "medium", "large")

#: Acts every game has; the historical line may use them beside the scenario's orders.
NATIVE_ACTS: dict[str, tuple[str, ...]] = {
    "choose": ("hinge", "option"),
    "reply": ("offer", "answer", "term", "what"),
    "stand": ("motion", "side"),
    "voice": ("hinge", "option", "side"),
    "done": (),
}

# --- symbols ------------------------------------------------------------------------------------

#: Symbol -> its type. ``any`` fits every kind; ``motion``, ``pole`` and ``term`` are compared with nothing.
SYMBOLS = {
    "SELF": "person", "TARGET": "person", "OTHER": "person", "DECIDER": "person", "OWNER": "person",
    "PERSON": "person", "REGION": "region", "POST": "post", "BODY": "body", "DOC": "document",
    "THESIS": "thesis", "PACT": "pact", "MOTION": "motion", "MTYPE": "motion_type", "SUBJECT": "any",
    "CHOICE": "choice", "POLE": "pole", "TERM": "term",
}  # fmt: skip

#: Name of an order's slot -> the symbol its filling is known by.
SLOT_SYMBOLS = {
    "target": "TARGET", "other": "OTHER", "person": "PERSON", "region": "REGION", "post": "POST",
    "body": "BODY", "document": "DOC", "thesis": "THESIS", "pact": "PACT", "motion": "MOTION",
    "motion_type": "MTYPE", "subject": "SUBJECT", "choice": "CHOICE", "pole": "POLE", "term": "TERM",
}  # fmt: skip

#: Which kinds of slot may carry which name.
SLOT_KIND_OF_NAME = {
    "target": ("person",), "other": ("person",), "person": ("person",), "region": ("region",),
    "post": ("post",), "body": ("body",), "document": ("document",), "thesis": ("thesis",),
    "pact": ("pact",), "motion": ("motion",), "motion_type": ("motion_type",),
    "subject": ("subject", "person", "post", "document", "thesis", "region"),
    "choice": ("choice",), "pole": ("pole",), "term": ("term",),
}  # fmt: skip

#: Symbols with a meaning where something is written; orders add those of their slots.
SYMBOLS_OF = {
    "order": ("SELF", "OWNER"),
    "hinge": ("SELF", "DECIDER", "OWNER", "DOC"),
    "event": ("SELF", "OWNER"),
    "document": ("SELF", "OWNER", "DOC"),
    "thesis": ("SELF", "OWNER", "THESIS"),
    "motion": (
        "SELF", "OWNER", "TARGET", "OTHER", "PERSON", "REGION", "POST", "BODY", "DOC", "THESIS", "MOTION",
        "MTYPE", "SUBJECT",
    ),
    "meeting": ("SELF", "BODY"),
    "goal": ("SELF",),
    "expectation": (),
}  # fmt: skip

# --- expression functions -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the expression language: kinds of its parameters, type of its value, meaning."""

    name: str
    parameters: tuple[str, ...]
    returns: str  # bool, int or person
    about: str


def _functions(returns: str, *lines: str) -> dict[str, Function]:
    """Read lines of the form ``name kind kind: meaning``."""
    found: dict[str, Function] = {}
    for line in lines:
        head, _, about = line.partition(": ")
        name, *parameters = head.split()
        found[name] = Function(name, tuple(parameters), returns, about)
    return found


FUNCTIONS: dict[str, Function] = {
    **_functions(
        "bool",
        "alive person: is alive",
        "in_party person: is a member of the party",
        "at_centre person: is at the centre, neither posted away nor abroad nor exiled",
        "acts person: is alive, in the party and not exiled",
        "leader person: heads a bloc",
        "contender person: is one of the seats",
        "holds person post: holds the post",
        "sits person body: is a full member of the body",
        "attends person body: is a full or candidate member of the body",
        "power person power: holds a post with that power",
        "vacant post: nobody holds the post",
        "same_post post post: both are one post",
        "reach person person: the two can meet or write to each other",
        "allied person person: are bound by a pact of 500 or more, or are of one bloc",
        "bound person person: are bound by any pact",
        "pact pact: the named pact is in force",
        "follows person person: the patron chain of the first ends in the second",
        "controls person region: the first secretary is this person or a follower of his",
        "majority person body: would carry a motion there by his own certain count",
        "two_thirds person body: would have two thirds there by his own certain count",
        "rule rule: the rule is on",
        "fired event: the event or hinge has happened",
        "chose hinge choice: the hinge was decided this way by any of its deciders",
        "knows person document: has read the document",
        "owns person document: holds the document",
        "meets body: the body sits this turn",
        "sitting body: the body sits now",
        "carried motion_type: a motion of this type has ever been carried",
        "carried_against person motion_type: one was carried against this person or his bloc",
        "on_agenda motion_type: a motion of this type stands on the agenda",
        "congress_due int: a congress meets within so many turns",
        "chosen choice: the order's choice is this one",
        "free_person person: is alive, in the party, no first secretary and not in the bureau",
    ),
    **_functions(
        "int",
        "opinion person person: what the first thinks of the second, -1000..1000",
        "authority person: authority, 0..1000",
        "credit person: credit left, 0..1000",
        "health person: health, 0..1000",
        "mantle person: standing as the founder's heir, 0..1000",
        "severity person: severity against his bloc: 0, 1000, 2000 or 3000",
        "charge person: severity a motion against his bloc may be moved for now",
        "cohesion person: cohesion of his bloc, 0..1000",
        "exposure person: how far his bloc is exposed, 0..1000",
        "press person: his bloc's press, -1000..1000",
        "oratory person: oratory, 0..1000",
        "theory person: theory, 0..1000",
        "organisation person: organisation, 0..1000",
        "intrigue person: intrigue, 0..1000",
        "axis person axis: his place on the axis, -1000..1000",
        "machine region: strength of the machine, 0..1000",
        "autonomy region: autonomy, 0..1000",
        "grievance region: grievance, 0..1000",
        "fear region: fear, 0..1000",
        "independence region: independence of the members, 0..1000",
        "sentiment region person: liking of the rank and file for the leader, -1000..1000",
        "clients region person: share of lower secretaries who are the leader's, 0..1000",
        "regions_held person: number of regions whose first secretary is his",
        "people_free person: reliable people without a first secretary's post or a bureau seat",
        "quantity quantity: the quantity, 0..1000",
        "year: the year",
        "month: the month, 1..12",
        "turn: the turn, 1 is the first",
        "since event: turns since the event or hinge happened, 999 if it has not",
        "last person order: turns since he gave this order, 999 if he has not",
        "placements: first secretaries replaced from above in the last six turns",
        "debt person person: favours the first owes the second, thousandths",
        "dossier person person: material the first holds on the second, thousandths",
        "precedents motion_type: times a motion of this type was carried",
        "document document: 0 unwritten, 1 secret, 2 known, 3 leaked, 4 delegations, 5 press, 6 abroad",
        "thesis thesis: 0 unspoken, 1 launched, 2 adopted, 3 condemned",
        "votes_of person body: full members there of his bloc or allied to it",
        "members_of body: full members with a vote",
        "free_seats body: full seats nobody has",
        "free_places body: candidate seats nobody has",
        "power_share person: Banzhaf share in the bureau as it votes, thousandths",
        "delegates person: share of the last congress that stood with him, thousandths",
        "untaught: members who joined lately and belong to nobody, thousandths",
        "enrolment: turns of an enrolment campaign left",
        "pact_strength person person: strength of the strongest pact between their blocs, 0..1000",
        "tenure person post: turns he has held the post, this one counted, 0 if he does not hold it",
        "scores person: points of his aim so far",
        "hidden person: votes nobody can see that he holds, always 0 in a redacted view",
    ),
    **_functions(
        "person",
        "holder post: who holds the post",
        "chief bloc: the leader of the bloc",
        "patron person: his patron",
        "leader_of person: the end of his patron chain, nobody if it ends in no leader",
        "secretary region: the first secretary of the region",
        "majority_leader: the weightiest leader of the leading side of the bureau",
        "minority_leader: the weightiest leader of the other side, nobody if there is none",
        "rival person: the leader this one dislikes or fears most",
        "owner document: the first holder of the document",
        "thesis_owner thesis: the leader the thesis belongs to",
    ),
}

#: Plain arithmetic, same types as in Python; ``clamp(value, low, high)``.
ARITHMETIC = {"min": (2, 6), "max": (2, 6), "abs": (1, 1), "clamp": (3, 3)}

# --- effect verbs -------------------------------------------------------------------------------
#
# A form is a line of places. P person (id, symbol or person call), P>P a pair (two arguments),
# P0 person or nobody, R region, R* region or all, Q post, B body, D document, T thesis, K pact,
# U rule, M motion type, N quantity, E event or hinge, C calendar meeting, POLE axis:pole,
# SIZE signed size, INT integer (both also as {expression}), ANY an id, a symbol or "-",
# TEXT the rest of the line, MOTION the symbol, one|of|these a word, lower-case alone: the word
# itself (kept as an argument).

VERBS: dict[str, tuple[tuple[str, ...], str]] = {
    "opinion": (("P>P SIZE",), "changes what the first thinks of the second"),
    "mantle": (("P SIZE",), "changes his standing as the founder's heir"),
    "authority": (("P SIZE",), "changes his authority"),
    "credit": (("P SIZE",), "changes his credit"),
    "health": (("P SIZE",), "changes his health"),
    "axis": (("P POLE SIZE",), "moves his opinion towards the pole"),
    "patron": (("P to P0",), "gives him another patron, or none"),
    "mood": (("R* P SIZE",), "changes the liking of the rank and file for the leader"),
    "lean": (("R* POLE SIZE",), "moves the opinion of the rank and file towards the pole"),
    "machine": (("R* SIZE",), "changes the strength of the machine"),
    "autonomy": (("R* SIZE",), "changes the autonomy"),
    "grievance": (("R* SIZE",), "changes the grievance"),
    "fear": (("R* SIZE",), "changes the fear"),
    "independence": (("R* SIZE",), "changes the independence of the members"),
    "clients": (("R* P INT",), "gives the leader so many thousandths of the secretaries who are nobody's"),
    "take": (("R* P INT",), "gives the leader so many thousandths of everybody else's secretaries"),
    "secretary": (("R P",), "makes the person first secretary"),
    "replace": (("R P",), "tries to make the person first secretary; autonomy and machine may refuse"),
    "squad": (("R P",), "sends a flying squad against the leader's hold on the region"),
    "post": (
        ("Q to P", "Q vacated|threatened"),
        "fills or empties a post, or lays it open to a cheap motion",
    ),
    "seat": (("B P full|candidate|lost|threatened",), "gives or takes a seat, or lays it open"),
    "status": (
        ("P centre|posted|abroad|exiled|deported|expelled|readmitted|ill|dead",),
        "sends the person somewhere, puts him out or takes him back",
    ),
    "document": (
        ("D known|leaked|delegations|press|abroad|suppressed", "D to P"),
        "brings a document further out, stops it, or gives it a new holder",
    ),
    "learn": (("P D",), "the person reads the document"),
    "pact": (
        ("K formed|broken|strained",),
        "proposes the named pact to its members (on the historical line it binds them), breaks or strains it",
    ),
    "bind": (("P P SIZE",), "makes a pact of that strength between two blocs"),
    "unbind": (("P P",), "ends every pact between two blocs"),
    "legal": (
        ("P tolerated|warned|condemned|banned",),
        "opens and cheapens the motion against his bloc for four turns",
    ),
    "severity": (
        ("P tolerated|warned|condemned|banned|up|down",),
        "sets the severity against his bloc; only for motions and recantations",
    ),
    "cohesion": (("P SIZE",), "changes the cohesion of his bloc"),
    "exposure": (("P SIZE",), "changes how far his bloc is exposed"),
    "press": (("P SIZE",), "changes his bloc's press"),
    "quantity": (("N SIZE",), "changes a quantity of the world"),
    "rule": (("U on|off",), "turns a standing rule on or off"),
    "call": (("C postponed|advanced INT",), "moves a dated meeting by so many months"),
    "summon": (("B",), "calls an extraordinary sitting this turn"),
    "intake": (("INT",), "sets the entrants a turn, in heads"),
    "enrolment": (("INT",), "opens an enrolment campaign of so many turns"),
    "gate": (("closed|normal|open",), "sets how freely members are taken in"),
    "teach": (("P SIZE",), "wins lately joined members for the leader"),
    "dossier": (("P>P SIZE",), "the first holds material on the second"),
    "debt": (("P>P SIZE",), "the first owes the second a favour"),
    "settle": (("P>P",), "the first has paid his debt to the second"),
    "thesis": (
        ("T launched|adopted|condemned|attacked", "T to P"),
        "moves a thesis on, or gives it to a leader",
    ),
    "know": (("P R",), "the leader sees the machine of the region"),
    "reveal": (("P P",), "the first learns the second's pacts, papers and health"),
    "motion": (("M B ANY P",), "the person moves a motion of the type in the body on the subject"),
    "event": (("E",), "makes the event happen now, if its needs hold and its cast can act"),
    "note": (("TEXT",), "writes a line in the log"),
    "table": (("",), "puts the order's motion on the agenda"),
    "block": (("MOTION",), "keeps the motion from the agenda"),
    "second": (("MOTION",), "seconds the motion"),
    "amend": (("MOTION",), "takes the edge off the motion"),
    "lobby": (("MOTION SIZE",), "moves up to four waverers towards the giver's side"),
    "speech": (("MOTION SIZE",), "speaks for the giver's side of the motion"),
    "offer": (("",), "makes the order's offer; `choice` says how (`open`, `secret`) or what is promised"),
    "break": (("P",), "breaks the pact with this leader"),
    "mediate": (("P P",), "brings two leaders closer"),
    "caucus": (("MOTION",), "binds his side before the vote"),
    "recant": (("SIZE",), "recants: severity falls, standing falls more"),
}
