"""Checks of a converted scenario as a whole: dates, references between parts, and lints.

Everything found is noted, nothing is raised; what only looks odd is a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from string import Formatter
from typing import Any

from game.scenario import vocabulary
from game.scenario.checks_lint import check_lint
from game.scenario.checks_record import check_record
from game.scenario.draft import Draft, Item, Notes
from game.scenario.faults import Fault
from game.scenario.model import Effect
from game.scenario.places import assets_dir

#: Ids that would be mistaken for words of the engine.
ENGINE_WORDS = frozenset(
    (*vocabulary.BODY_KINDS, *vocabulary.BODY_ROLES, *vocabulary.POWERS, *vocabulary.PLACES, *vocabulary.VERBS)
)
#: First key, second key, what is wrong: the second date must not come before the first.
ORDER_OF_DATES = {
    "people": ("born", "died", "this person dies before being born"),
    "pacts": ("since", "until", "this pact ends before it begins"),
    "posts": ("exists_from", "exists_to", "this post ends before it begins"),
    "meetings": ("opens", "closes", "this meeting closes before it opens"),
    "hinges": ("opens", "closes", "this hinge closes before it opens"),
    "events": ("opens", "closes", "this event closes before it opens"),
    "record": ("begins", "ends", "this fact ends before it begins"),
}


def check(draft: Draft, faults: list[Fault]) -> None:
    """Note every fault and warning of the whole."""
    notes = Notes(faults)
    for step in _STEPS:
        step(draft, notes)
    check_record(draft, notes)
    check_lint(draft, notes)


def _dates(draft: Draft, notes: Notes) -> None:
    """Nothing ends before it begins, and what is dated can be reached."""
    for section, (first, second, what) in ORDER_OF_DATES.items():
        for item in draft.of(section):
            begin, end = getattr(item.made, first), getattr(item.made, second)
            if begin is not None and end is not None and end < begin:
                notes.fault(item, second, what, f"correct {first} or {second}")
    if draft.head is None:
        return
    last = draft.last_day()
    span = f"it runs from {draft.head.start.isoformat()} to {last.isoformat()}"
    for section in ("meetings", "hinges", "events"):
        for item in draft.of(section):
            if item.made.closes < draft.head.start or item.made.opens > last:
                notes.warn(item, "opens", "this lies outside the scenario", span)


def _people(draft: Draft, notes: Notes) -> None:
    """Patron chains end."""
    patrons = {item.made.id: item.made.patron for item in draft.of("people")}
    for item in draft.of("people"):
        seen, person = {item.made.id}, item.made.patron
        while person is not None and person not in seen:
            seen.add(person)
            person = patrons.get(person)
        if person == item.made.id:
            notes.fault(item, "patron", "this patron chain runs in a circle", "let it end in a leader or nobody")


def _blocs(draft: Draft, notes: Notes) -> None:
    """One bloc a leader; contenders lead; pacts are between leaders."""
    leaders: set[str] = set()
    for item in draft.of("blocs"):
        if item.made.leader in leaders:
            notes.fault(item, "leader", f"{item.made.leader} leads another bloc already", "give each one leader")
        leaders.add(item.made.leader)
    seats: set[str] = set()
    for item in draft.of("contenders"):
        person = item.made.person
        if person not in draft.leaders:
            notes.fault(item, "person", f"the contender {person} leads no bloc", "add a bloc with this leader")
        if person in seats:
            notes.fault(item, "person", f"{person} is a contender already", "remove one of the two")
        seats.add(person)
    if draft.head is not None and not seats:
        notes.whole("there are no contenders", "add contenders:")
    for item in draft.of("pacts"):
        for place, person in enumerate(item.made.members):
            if person not in draft.leaders:
                notes.fault(item, ("members", place), f"{person} leads no bloc", "a pact joins leaders of blocs")


def _bodies(draft: Draft, notes: Notes) -> None:
    """The bodies the engine needs exist once; joint bodies join."""
    by_role: dict[str, list[Item]] = {}
    for item in draft.of("bodies"):
        by_role.setdefault(item.made.role, []).append(item)
        if item.made.kind == "joint" and not item.made.joins:
            notes.fault(item, "kind", "a joint body joins no others", "add joins: [a, b]")
        if item.made.joins and item.made.kind != "joint":
            notes.fault(item, "joins", "only a joint body joins others", "write kind: joint")
    for role in ("bureau", "committee", "congress"):
        found = by_role.get(role, [])
        if not found and set(by_role) <= set(vocabulary.BODY_ROLES):
            notes.whole(f"there is no body with the role {role}", "add one in bodies.yaml")
        for item in found[1:] if role != "congress" else ():
            notes.fault(item, "role", f"there is another body with the role {role}", "keep one")


def _posts(draft: Draft, notes: Notes) -> None:
    """First secretaries belong to one region each."""
    held: dict[str, str] = {}
    for item in draft.of("posts"):
        post = item.made
        if not post.first_secretary:
            continue
        if post.region is None:
            notes.fault(item, "first_secretary", "a first secretary needs a region", "add region:")
        elif post.region in held:
            notes.fault(item, "region", f"{held[post.region]} is first secretary there already", "keep one a region")
        else:
            held[post.region] = post.id
    for item in draft.of("regions"):
        if item.made.id not in held and item.made.territorial:
            notes.warn(item, "id", "no post is first secretary here", "add one in posts:")


def _meetings(draft: Draft, notes: Notes) -> None:
    """Assemblies have seats; agenda items fit their body and subject."""
    bodies, motions = draft.made("bodies"), draft.made("motions")
    keys: dict[str, Item] = {}
    for item in draft.of("meetings"):
        meeting, body = item.made, bodies.get(item.made.body)
        if body is not None and body.kind == "assembly" and not meeting.seats:
            notes.fault(item, "body", "this assembly has no delegates", "add seats:")
        for name in meeting.elects:
            elector = bodies[name].elected_by if name in bodies else None
            joined = body.joins if body is not None else ()
            if elector is not None and meeting.body not in (elector, name) and not {elector, name} & {*joined}:
                notes.warn(item, "elects", f"{name} is elected by {elector}, not by {meeting.body}")
        for place, line in enumerate(meeting.agenda):
            where = ("agenda", place)
            if line.key in keys:
                first = keys[line.key].made.id
                notes.warn(item, (*where, "key"), f"the key {line.key!r} is used in {first} too")
            keys[line.key] = item
            motion = motions.get(line.motion)
            if motion is not None:
                _agenda_line(draft, notes, item, where, motion)


def _agenda_line(draft: Draft, notes: Notes, item: Item, where: tuple[Any, ...], motion: Any) -> None:
    """One standing item against its motion type."""
    line, body = item.made.agenda[where[1]], item.made.body
    if motion.bodies and body not in motion.bodies:
        allowed = ", ".join(motion.bodies)
        notes.fault(item, (*where, "motion"), f"{motion.id} cannot be moved in {body}", f"it belongs in {allowed}")
    if motion.subject == "none" or line.subject is None:
        return
    known = draft.names.of(motion.subject)
    if line.subject not in known:
        word = vocabulary.in_words(motion.subject)
        what = f"there is no {word} {line.subject[:60]!r}"
        notes.fault(item, (*where, "subject"), what, f"{motion.id} is about a {word}", known=known)


def _motions(draft: Draft, notes: Notes) -> None:
    """Sentences have only places that can be filled."""
    for item in draft.of("motions"):
        try:
            names = [name for _, name, _, _ in Formatter().parse(item.made.sentence) if name is not None]
        except ValueError:
            what = "the braces of this sentence do not match"
            notes.fault(item, "sentence", what, "write {subject}, {mover}, {body}")
            continue
        for name in names:
            if name not in ("subject", "mover", "body"):
                notes.fault(item, "sentence", f"{{{name}}} cannot be filled", "use {subject}, {mover}, {body}")
    for item in draft.of("theses"):
        axis = draft.made("axes").get(item.made.axis)
        if axis is not None and item.made.pole not in (axis.low, axis.high):
            what = f"{item.made.pole!r} is no pole of {axis.id}"
            notes.fault(item, "pole", what, f"write {axis.low} or {axis.high}", known=(axis.low, axis.high))


def _orders(draft: Draft, notes: Notes) -> None:
    """Slots fit their names; keys are not given twice."""
    keys: dict[tuple[str, str], str] = {}
    for item in draft.of("orders"):
        order = item.made
        windows = ("before", "session") if order.window == "both" else (order.window,)
        taken = next((keys[order.key, window] for window in windows if (order.key, window) in keys), None)
        if order.key and taken is not None:
            notes.warn(item, "key", f"the key {order.key} is also the key of {taken}")
        keys.update({(order.key, window): order.id for window in windows})
        for place, slot in enumerate(order.slots):
            allowed = vocabulary.SLOT_KIND_OF_NAME.get(slot.name, (slot.kind,))
            if slot.kind not in allowed and slot.kind in vocabulary.SLOT_KINDS:
                what = f"a slot called {slot.name} cannot be of kind {slot.kind}"
                notes.fault(item, ("slots", place, "kind"), what, f"write {' or '.join(allowed)}")
            if slot.kind == "choice" and not slot.choices:
                notes.fault(item, ("slots", place), "this choice has no choices", "add choices: {id: label}")


def _events(draft: Draft, notes: Notes) -> None:
    """The setting of an event is given in the scenario, by one of its three words."""
    settings = draft.head.settings if draft.head is not None else {}
    for item in draft.of("events") if draft.head is not None else ():
        name = item.made.settable
        if name is None:
            if item.made.leeway:
                notes.warn(item, "leeway", "nothing moves this event", "add settable:, or remove leeway")
        elif settings.get(name) not in vocabulary.TIMINGS:
            words = ", ".join(vocabulary.TIMINGS)
            notes.fault(item, "settable", f"settings do not say when {name} come", f"add {name}: {words}", settings)


def _hinges(draft: Draft, notes: Notes) -> None:
    """Hinges offer options their deciders can take, and name their cast."""
    for item in draft.of("hinges"):
        hinge = item.made
        if not hinge.options:
            notes.fault(item, "options", "this hinge has no option", "add options:")
        elif len(hinge.options) == 1:
            notes.warn(item, "options", "this hinge has one option only")
        seen: set[str] = set()
        for place, option in enumerate(hinge.options):
            if option.id in seen:
                notes.fault(item, ("options", place, "id"), f"the option {option.id} is given twice", "rename one")
            seen.add(option.id)
            if option.decider >= len(hinge.deciders):
                what = f"there is no group {option.decider} of deciders"
                notes.fault(item, ("options", place, "decider"), what, "groups count from 0")
            if option.consent is not None and option.consent.needed > len(option.consent.who):
                what = f"{option.consent.needed} must agree, but {len(option.consent.who)} are asked"
                notes.fault(item, ("options", place, "consent"), what, "lower needed or ask more")
        _cast(draft, notes, item, [effect for option in hinge.options for effect in option.effects])


def _cast(draft: Draft, notes: Notes, item: Item, effects: Iterable[Effect]) -> None:
    """People named in effects belong to the cast, so that the log can say who was missing.

    Not whoever only reads a paper: who has read it is a secret, and the cast is shown.
    """
    people = draft.names.ids.get("person", {})
    done = [effect for effect in flat(effects) if effect.verb != "learn"]
    named = {arg for effect in done for arg in effect.args if isinstance(arg, str) and arg in people}
    missing = sorted(named - set(item.made.cast))
    if missing:
        where = "cast" if "cast" in item.node.parts else "id"
        notes.warn(item, where, f"effects name people who are not in the cast: {', '.join(missing)}", "add them")


def _drawings(draft: Draft, notes: Notes) -> None:
    """Portraits and emblems exist."""
    for field, folder, sections in (
        ("portrait", "portraits", ("people",)),
        ("emblem", "emblems", ("blocs", "bodies", "posts", "regions")),
    ):
        drawn = sorted(path.stem for path in (assets_dir() / folder).glob("*.svg"))
        for section in sections if drawn else ():
            for item in draft.of(section):
                name = getattr(item.made, field)
                if name is not None and name not in drawn:
                    do = f"use one of assets/{folder}"
                    notes.warn(item, field, f"there is no drawing {name[:60]!r}", do, known=drawn)


def flat(effects: Iterable[Effect]) -> Iterator[Effect]:
    """Every plain effect, branches opened."""
    for effect in effects:
        if effect.then or effect.otherwise or effect.chance is not None or effect.test is not None:
            yield from flat(effect.then)
            yield from flat(effect.otherwise)
        else:
            yield effect


def _head(draft: Draft, notes: Notes) -> None:
    """Chapters lie inside the scenario; poles differ; the engine's words are no ids."""
    turns = draft.head.turns if draft.head is not None else 1000
    for item in draft.of("chapters"):
        chapter = item.made
        if not chapter.first_turn <= chapter.last_turn <= turns:
            what = f"turns {chapter.first_turn} to {chapter.last_turn} do not lie inside 1 to {turns}"
            notes.fault(item, "last_turn", what, "correct the turns")
    for item in draft.of("axes"):
        if item.made.low == item.made.high:
            notes.fault(item, "high", "both poles have the same name", "give them different ids")
    unity = [item for item in draft.of("quantities") if item.made.role == "unity"]
    for item in unity[1:]:
        notes.fault(item, "role", "another quantity has this role", "keep one")
    for section in ("people", "bodies", "posts", "regions", "blocs"):
        for item in draft.of(section):
            if item.made.id in ENGINE_WORDS:
                notes.fault(item, "id", f"{item.made.id!r} is a word of the engine", "choose another id")


def _history(draft: Draft, notes: Notes) -> None:
    """Deeds lie inside the scenario."""
    turns = draft.head.turns if draft.head is not None else 1000
    for item in draft.of("history"):
        if item.made.turn > turns:
            notes.fault(item, "turn", f"there are only {turns} turns", "correct the turn")


_STEPS: tuple[Callable[[Draft, Notes], None], ...] = (
    _head, _dates, _people, _blocs, _bodies, _posts, _meetings, _motions, _orders, _hinges, _events,
    _history, _drawings,
)  # fmt: skip
