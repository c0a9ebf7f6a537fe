"""What an effect would do, in plain words: one template a verb, filled with the names of the scenario."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from game.chronicle.words import listed
from game.engine import doctrine, effects, forecast, offers
from game.engine.context import Context
from game.engine.ledger import Term
from game.engine.state import Offer
from game.scenario.model import Effect
from game.views.parts import Scene, number
from game.views.shapes import TermView

#: Verb -> words; {1}, {2}... are its arguments by name, {label} what the scenario calls the verb, others LABELS.
TEMPLATES: Mapping[str, str] = {
    "opinion": "{1} thinks of {2}",
    "debt": "{1} owes {2} a favour",
    "settle": "{1} owes {2} nothing more",
    "dossier": "Material of {1} on {2}",
    "authority": "Authority of {1}",
    "credit": "{label} of {1}",
    "mantle": "{label} of {1}",
    "health": "Health of {1}",
    "press": "Press of {1}",
    "cohesion": "Cohesion around {1}",
    "exposure": "Exposure of {1}",
    "patron": "{1} follows {3}",
    "axis": "Views of {1}, towards {2}",
    "mood": "Mood towards {2}, {1}",
    "lean": "Views of {members}, {1}, towards {2}",
    "machine": "Machine, {1}",
    "autonomy": "Autonomy, {1}",
    "grievance": "Grievance, {1}",
    "fear": "Fear, {1}",
    "independence": "Independence of {members}, {1}",
    "clients": "{clients} of {2}, {1}",
    "take": "{clients} taken for {2}, {1}",
    "secretary": "{2} becomes {first_secretary}, {1}",
    "replace": "{2} is sent as {first_secretary}, {1}",
    "squad": "A flying squad against {2}, {1}",
    "post": "{1}: {2} {3}",
    "seat": "{2} in the {1}: {3}",
    "status": "{1}: {2}",
    "document": "“{1}”: {2} {3}",
    "learn": "{1} reads “{2}”",
    "pact": "“{1}” is {2}",
    "pact formed": "“{1}” binds {3}",
    "pact proposed": "“{1}” is proposed to {3}",
    "pact renewed": "“{1}” is renewed",
    "bind": "{1} and {2} are bound",
    "unbind": "{1} and {2} are bound no more",
    "legal": "The way opens to have {1} {2}",
    "legal tolerated": "No charge lies open against {1}",
    "document suppressed": "“{1}” is suppressed",
    "post threatened": "{1} is in danger",
    "post vacated": "{1} falls vacant",
    "severity": "Standing of {1}: {2}",
    "quantity": "{1}",
    "rule": "“{1}”: {2}",
    "call": "{1} is {2}, months",
    "summon": "The {1} is called together",
    "intake": "New {members}, heads",
    "enrolment": "Enrolment, turns",
    "gate": "The gates: {1}",
    "teach": "Newcomers taught by {1}",
    "thesis": "“{1}”: {2} {3}",
    "know": "{1} sees the machine, {2}",
    "reveal": "{1} learns the secrets of {2}",
    "motion": "Moved in the {2}: {1} ({3})",
    "event": "{1}",
    "table": "The motion stands on the agenda",
    "block": "Kept off the agenda: {1}",
    "second": "You stand behind it: {1}",
    "amend": "Reduced to a form of words: {1}",
    "lobby": "Up to four waverers moved towards your side",
    "speech": "Your speech, points towards your side",
    "offer": "The offer is made",
    "break": "Your understanding with {1} ends",
    "mediate": "Peace between {1} and {2}",
    "caucus": "Your circle votes as one",
    "recant": "You admit your errors",
}
#: Labels of the scenario that templates name, and what stands there without them.
LABELS = {"members": "members", "clients": "Lower secretaries", "first_secretary": "first secretary"}
#: Verbs whose amounts are thousandths of what the screens show in hundredths with one decimal.
TENTHS = frozenset(
    ("opinion", "axis", "mood", "lean", "machine", "autonomy", "grievance", "fear", "independence", "clients", "take",
     "quantity")
)  # fmt: skip
#: Words of arguments that are not names.
PLAIN = {
    "all": "everywhere",
    "nobody": "nobody",
    "vacated": "falls vacant",
    "threatened": "is in danger",
    "to": "goes to",
    "-": "",
    "lost": "loses the seat",
    "full": "full member",
    "candidate": "candidate",
    "legal": "legal",
}


def effect_view(at: Scene, term: Term, by: int = -1) -> TermView:
    """An effect in words; a chance names what it may bring, with the amounts. ``by`` is the bloc behind it."""
    about = dict(term.about)
    if term.reason == "effect_chance":
        inner = tuple(effect_view(at, one, by) for one in term.terms)
        return TermView(f"{int(about['chance']) // 10} in 100: {'; '.join(with_amount(one) for one in inner)}", 0)
    verb = term.reason.removeprefix("effect_")
    if verb == "note":
        return TermView(str(about.get("text", "")) or "A remark", 0)
    words = [word_of(at, value) for key, value in sorted(about.items()) if key.startswith("word")]
    if verb == "pact":  # a question of the day may have the id of the understanding it is about
        words = [at.words.inside(about["word1"], "pacts"), *words[1:]]
    special = f"{verb} {about.get('word2', '')}"
    if special == "pact formed":
        special, whom = _coming_about(at, str(about["word1"]), by)
        words.append(whom)
    own = at.scenario.reasons.get(term.reason, "")  # without blanks it is the reason of a sum and names nobody
    template = (own if "{" in own else "") or TEMPLATES.get(special) or TEMPLATES.get(verb)
    text = _filled(at, verb, words, template) if template else _plain(at, verb, words)
    return TermView(text, term.amount, decimals=int(verb in TENTHS))


def _coming_about(at: Scene, pact: str, by: int) -> tuple[str, str]:
    """Which template tells that an understanding comes about, and whom it names."""
    if at.seen.by_record:
        return "pact formed", _members(at, pact)
    asked = _asked(at, pact, by)
    return ("pact proposed", asked) if asked else ("pact renewed", "")


def _asked(at: Scene, pact: str, by: int) -> str:
    """Who would be asked to join an understanding, and how likely each other is to."""
    put = offers.invitations(at.seen, pact, by)
    names = [_likely(at, one) for one in put if one.to != at.bloc]
    return listed([*names, "you"] if len(names) < len(put) else names)


def _likely(at: Scene, put: Offer) -> str:
    name = at.scenario.people[at.atlas.leaders[put.to]].surname
    return f"{name} ({forecast.offer(at.seen, put)[1] // 10} in 100)"


def _members(at: Scene, pact: str) -> str:
    place = at.atlas.index["pacts"].get(pact, -1)
    return listed([at.words.person(one) for one in at.scenario.pacts[place].members]) if place >= 0 else ""


def described(at: Scene, listed: Iterable[Effect], context: Context) -> list[TermView]:
    """What effects would do, in words; a thesis put forward or attacked brings effects of its own."""
    found, by = [], context.bloc(context.person_symbol("SELF", "DECIDER"))
    for term in effects.describe(listed, context):
        found.append(effect_view(at, term, by))
        found += [effect_view(at, one, by) for one in _of_thesis(at, term, context)]
    return found


def _of_thesis(at: Scene, term: Term, context: Context) -> list[Term]:
    about = dict(term.about)
    number = at.atlas.index["theses"].get(str(about.get("word1")), -1) if term.reason == "effect_thesis" else -1
    if number < 0:
        return []
    word, thesis = str(about.get("word2")), at.scenario.theses[number]
    brings = {"launched": thesis.launch, "attacked": thesis.attack}.get(word, ())
    if not doctrine.can_be(at.seen, number, word):
        return []
    speaker = context.person_symbol("SELF", "DECIDER")
    return effects.describe(brings, doctrine.context_of(at.seen, number, speaker))


def with_amount(term: TermView) -> str:
    """What an effect does and by how much, in words."""
    return f"{term.label} {number(term.amount, term.decimals, True)}" if term.amount else term.label


def _filled(at: Scene, verb: str, words: list[str], template: str) -> str:
    label = at.words.label(verb)
    blanks = {str(place): word for place, word in enumerate(words, 1)}
    blanks |= {f"word{place}": word for place, word in enumerate(words, 1)}
    blanks |= {name: at.scenario.labels.get(name, plain) for name, plain in LABELS.items()}
    text = template.replace("{label}", label[0].upper() + label[1:])
    made = re.sub(r"\{(\w+)\}", lambda blank: blanks.get(blank[1], ""), text)
    return made.replace(" ()", "").replace("  ", " ").strip().rstrip(":,").strip()


def _plain(at: Scene, verb: str, words: list[str]) -> str:
    label = at.words.label(verb).capitalize()
    named = ", ".join(word for word in words if word)
    return f"{label}: {named}" if named else label


def word_of(at: Scene, value: object) -> str:
    """An argument in words: a pole by its name, a plain word as said, else the scenario's name."""
    text = str(value)
    axis, _, pole = text.partition(":")
    if pole and axis in at.atlas.index["axes"]:
        data = at.scenario.axes[at.atlas.index["axes"][axis]]
        name = data.high_name if pole == data.high else data.low_name
        return name[0].lower() + name[1:]
    if text in PLAIN:
        return PLAIN[text]
    if "/" in text:
        return at.words.motion_name(text)
    return at.words.name(text)
