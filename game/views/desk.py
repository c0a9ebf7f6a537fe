"""The desk: who you are, what presses, what came in, what you may order."""

from __future__ import annotations

from game.chronicle.words import first_up
from game.engine import lines, motions, posts
from game.engine.record import Record
from game.engine.state import Motion, Sitting
from game.views import news, orders, standing
from game.views.parts import Scene, bar_view, day_text, person_view, posts_held
from game.views.shapes import (
    AlertView,
    BarView,
    DeskView,
    DispatchView,
    GivenOrderView,
    Level,
    LinkText,
    PersonView,
)

#: So many dispatches and alerts are shown.
DISPATCHES, ALERTS = 7, 3
#: What news of this turn counts for over news of the last.
FRESH = 60
#: Health below which rest is advised, and authority of a decision that waits.
FRAIL = 350


def desk_view(at: Scene) -> DeskView:
    """The desk of the seat."""
    game = at.table.game
    days, words, _ = countdown(at)
    return DeskView(
        bar=bar_view(at),
        you=person_view(at.seen, at.who),
        headline=headline(at),
        countdown=days,
        countdown_text=words,
        standing=standing.standing(at),
        alerts=alerts(at),
        dispatches=dispatches(at),
        loop=standing.loop(at),
        orders=orders.menu(at),
        given=given(at),
        undo_stopped=game.barrier if not game.can_undo else "",
        can_undo=int(game.can_undo),
        can_redo=int(game.can_redo),
        posts=tuple(at.scenario.posts[q].short or at.scenario.posts[q].name for q in posts_held(at.seen, at.who)),
    )


def headline(at: Scene) -> str:
    """What is at stake now, in a sentence."""
    decision, bar = at.table.game.decision, bar_view(at)
    if decision is None:
        return "The game is over."
    if decision.kind == "session":
        return f"{meeting_name(at, decision.about)} sits."
    if decision.kind != "window":
        return "A question waits for you."
    return _orders_left(bar)


def _orders_left(bar: BarView) -> str:
    words = ("No orders", "One order", "Two orders", "Three orders", "Four orders", "Five orders")
    left = words[bar.orders_left] if bar.orders_left < len(words) else f"{bar.orders_left} orders"
    return f"{left} left."


def meeting_name(at: Scene, meeting: str) -> str:
    """The name of a sitting; a standing one is called by its body."""
    number = at.atlas.index["meetings"].get(meeting, -1)
    if number >= 0:
        return at.scenario.meetings[number].name
    body = next((s.body for s in at.table.game.state.sittings if s.meeting == meeting), -1)
    name = at.scenario.bodies[body].name if body >= 0 else at.words.name(meeting)
    return name if name.lower().startswith("the ") else f"The {name}"


# ---- the countdown


def next_congress(at: Scene) -> Sitting | None:
    """The congress to come."""
    ahead = at.table.game.state.sittings
    return next((s for s in ahead if not s.held and at.scenario.bodies[s.body].role == "congress"), None)


def countdown(at: Scene) -> tuple[int | None, str, Sitting | None]:
    """Days to the next congress and its name; (None, '', None) if none is called."""
    sitting = next_congress(at)
    if sitting is None:
        return None, "", None
    days = (sitting.day - at.table.game.state.day).days
    name = meeting_name(at, sitting.meeting)
    if days <= 0:
        return None, "", sitting
    return (
        days,
        f"day{'s' if days != 1 else ''} to {name[0].lower() + name[1:] if name.startswith('The ') else name}",
        sitting,
    )


# ---- alerts


def alerts(at: Scene) -> tuple[AlertView, ...]:
    """What asks for attention, the most pressing first."""
    found = [
        *_waiting(at),
        *_against_you(at),
        *_congress(at),
        *_charge(at),
        *_vacancies(at),
        *_ending(at),
        *_health(at),
        *_unseen(at),
    ]
    order = {Level.ACT: 0, Level.LOOK: 1, Level.UNKNOWN: 2}
    found.sort(key=lambda one: order[one.level])
    return tuple(found[:ALERTS])


def _waiting(at: Scene) -> list[AlertView]:
    decision = at.table.game.decision
    if decision is None or decision.kind == "window" or decision.who != at.who:
        return []
    return [AlertView(Level.ACT, headline(at), "Nothing goes on until you answer.", "Answer", "screen:home")]


def your_motions(at: Scene) -> list[Motion]:
    """Motions on the agenda that touch the seat or its bloc."""
    state = at.table.game.state
    hit = [(motion, motions.target(state, motion)) for motion in state.agenda if not motion.blocked]
    return [m for m, p in hit if p == at.who or (p >= 0 and at.bloc >= 0 and lines.bloc_of(state, p) == at.bloc)]


def _against_you(at: Scene) -> list[AlertView]:
    found = []
    for motion in your_motions(at):
        kind = lines.motion_type(at.seen, motion)
        if lines.hostile(kind):
            body = at.scenario.bodies[motion.body].short
            found.append(
                AlertView(
                    Level.ACT, f"Against you: {kind.name}", f"Before the {body}", "Count", f"motion:{motion.id}"
                )
            )
    return found


def _congress(at: Scene) -> list[AlertView]:
    days, _, sitting = countdown(at)
    last = at.scenario.turn_dates(min(at.table.game.state.turn + 1, at.scenario.turns))[1]
    if sitting is None or days is None or sitting.day > last:
        return []
    figure = standing.delegates(at)
    text = f"{figure.value_text} {figure.detail} delegates with your side" if figure else ""
    title = f"{meeting_name(at, sitting.meeting)}, {day_text(sitting.day)}"
    return [AlertView(Level.ACT, title, text, "Count", "screen:organisations")]


def _charge(at: Scene) -> list[AlertView]:
    if at.bloc < 0 or not int(at.seen.charge[at.bloc]):
        return []
    step = at.words.severity(int(at.seen.charge[at.bloc]))
    text = f"A motion to have your circle {step} is open to your rivals."
    return [AlertView(Level.ACT, "A charge lies open", text, "See", f"bloc:{at.scenario.blocs[at.bloc].id}")]


def _vacancies(at: Scene) -> list[AlertView]:
    state = at.seen
    empty = [q for q in range(len(at.scenario.posts)) if posts.to_be_filled(state, q)]
    empty.sort(key=lambda q: (-at.scenario.posts[q].weight, q))
    found = []
    for q in empty[:2]:
        post = at.scenario.posts[q]
        if not post.weight and not post.powers:
            continue
        body = at.words.name(post.filled_by) if post.filled_by else ""
        detail = f"The {body.removeprefix('The ')} fills it" if body else "It falls to those who appoint"
        found.append(AlertView(Level.LOOK, f"{post.short or post.name}: vacant", detail, "See", f"post:{post.id}"))
    return found


def _ending(at: Scene) -> list[AlertView]:
    found = []
    for pact in at.seen.pacts:
        if at.bloc in pact.members and pact.until == at.seen.turn:
            others = [at.scenario.blocs[k].leader for k in pact.members if k != at.bloc]
            title = f"Your understanding with {at.words.people(others)} ends"
            found.append(AlertView(Level.LOOK, title, "After this turn it binds nobody.", "See", "screen:relations"))
    return found


def _health(at: Scene) -> list[AlertView]:
    if int(at.seen.health[at.who]) >= FRAIL:
        return []
    cures = [
        kind for kind in at.scenario.orders
        if any(e.verb == "health" and e.args[:1] == ("SELF",) for e in kind.effects)
    ]  # fmt: skip
    goto = f"order:{cures[0].id}" if cures else f"person:{at.id}"
    return [AlertView(Level.LOOK, "Your health is failing", "An illness costs a turn or more.", "Rest", goto)]


def _unseen(at: Scene) -> list[AlertView]:
    unseen = [region for region in at.scenario.regions if at.unknown(f"region {region.id}")]
    if not unseen:
        return []
    largest = max(unseen, key=lambda region: region.full)
    count = len(unseen) - 1
    rest = f" and {count} other{'s' if count != 1 else ''}" if count else ""
    title = f"How will {largest.name} vote?"
    return [AlertView(Level.UNKNOWN, title, f"Its machine{rest}: not seen by you", "Look", "screen:organisations")]


# ---- dispatches


def dispatches(at: Scene) -> tuple[DispatchView, ...]:
    """The weightiest news of the last turn and this."""
    turn = at.table.game.state.turn
    found = news.items(at, news.since(at, 0, turn - 1))
    found.sort(key=lambda one: -one.weight - (FRESH if one.record.turn == turn else 0))
    shown = found[:DISPATCHES]
    return tuple(
        DispatchView(
            one.date_text,
            one.text,
            (LinkText(one.story),) if one.story else (),
            one.mark,
            new=one.record.turn == turn,
            source=reference(at, one.record),
        )
        for one in shown
    )


def reference(at: Scene, record: Record) -> str:
    """The codex entry a piece of news leads to."""
    fields = (("people", "person"), ("posts", "post"), ("documents", "document"), ("theses", "thesis"),
              ("bodies", "body"), ("regions", "region"))  # fmt: skip
    for one in (*record.about, record.who or ""):
        for field, kind in fields:
            if one in at.atlas.index[field]:
                return f"{kind}:{one}"
    return ""


# ---- given


def given(at: Scene) -> tuple[GivenOrderView, ...]:
    """Orders given this turn, and what came of each."""
    game = at.table.game
    mine = [
        r for r in game.records
        if r.turn == game.state.turn and r.kind == "order" and r.who == at.id
    ]  # fmt: skip
    return tuple(
        GivenOrderView(
            str(record.number),
            first_up(at.words.sentence(record).partition(": ")[2]) or at.words.sentence(record),
            news.outcome_of(at, record),
            undo_note="Take it back with Ctrl Z"
            if game.can_undo
            else f"It stands: {game.barrier}"
            if game.barrier
            else "",
        )
        for record in mine
    )


def you(at: Scene) -> PersonView:
    """The seat's own face."""
    return person_view(at.seen, at.who)
