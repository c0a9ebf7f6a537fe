"""The epilogue of a run as a text of 300 to 600 words, told from its records by templates.

Every clause names the records of the run or the facts of the scenario's record that it rests on, and says
whether it is fact, model or speculation. A short scenario, or a run with few records, has less to tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from game.chronicle import Divergence
from game.chronicle.historical import is_act
from game.chronicle.landmarks import recorded_vote
from game.chronicle.words import day_text, first_up, listed
from game.engine.record import Record
from game.lab.table import Table
from game.views.narrative_moments import NO_VOTE, Moment, Run, answer_then, here_text, holder, moments, sayable
from game.views.narrative_words import Calendar, fact_text, scores_text, told
from game.views.shapes import ClauseView, Mark, PassageView
from game.views.sums import plural

#: Words the text aims at, and the most it may have.
ENOUGH, MOST = 530, 590
#: Points a moment loses for each of its year, and of its kind, that is told already.
SAME_YEAR, SAME_KIND = 9, 6
#: What the departure led to, posts named at the end, and moments of one turn.
LEADS, POSTS, A_TURN = 2, 3, 2
#: Heaviest differences in which an act of the table is looked for.
HEAVY = 12
#: Records that say more of an order than its name.
SEEN = ("thesis", "document", "pact", "secretary", "post", "motion", "recantation")


def narrative(table: Table, readable: Callable[[Record], bool] = lambda record: True) -> tuple[PassageView, ...]:
    """The story of a run; records that are not ``readable`` are neither told nor named."""
    run = Run.of(table, readable)
    if not run.records:
        return ()
    start, left, end = _start(run), _departure(run), _end(run)
    room = ENOUGH - sum(words_of(clauses) for clauses in (start, left, end))
    passages = [PassageView("The beginning", tuple(start)), PassageView("Its way beside history", tuple(left))]
    passages += _course(run, room, _told_already(left))
    passages.append(PassageView("The end" if table.game.decision is None else "So far", tuple(end)))
    return tuple(passage for passage in passages if passage.clauses)


def words_of(clauses: Sequence[ClauseView]) -> int:
    """Words of some clauses."""
    return sum(len(clause.text.split()) for clause in clauses)


def _told_already(clauses: Sequence[ClauseView]) -> set[int]:
    return {number for clause in clauses if clause.rule in ("departure", "step") for number in clause.records}


# ---- the beginning


def _start(run: Run) -> list[ClauseView]:
    opened = next((one for one in run.records if one.kind == "turn"), None)
    found = []
    if opened is not None:
        text = f"The run begins on {day_text(opened.day)}"
        found.append(ClauseView(text, Mark.MODEL, "turn", opened.turn, (opened.number,)))
        found += _stage(run, opened)
    return [*found, *_orders(run)]


def _stage(run: Run, opened: Record) -> list[ClauseView]:
    """Who, by the record, holds the weightiest posts as it begins."""
    scenario = run.table.game.scenario
    held = [(post, holder(run, post.id, opened.day)) for post in sorted(scenario.posts, key=lambda one: -one.weight)]
    known = [(post, fact) for post, fact in held if fact is not None][:POSTS]
    if not known:
        return []
    named = listed([f"{run.words.person(fact.data['who'])} ({run.words.post(post.id)})" for post, fact in known])
    text = f"By the record the weightiest posts are then held by {named}"
    return [ClauseView(text, Mark.FACT, "holder", opened.turn, (), tuple(fact.id for _, fact in known))]


def _orders(run: Run) -> list[ClauseView]:
    """How many orders were given from the table; if nobody sat there, by all."""
    humans = run.table.game.setup.humans
    given = [one for one in run.records if one.kind == "order" and one.acted]
    found = []
    for who in humans or (None,):
        own = [one for one in given if who in (None, one.who)]
        if own:
            text = _orders_text(run, who, own)
            found.append(ClauseView(text, Mark.MODEL, "orders", own[0].turn, tuple(one.number for one in own)))
    return found


def _orders_text(run: Run, who: str | None, own: Sequence[Record]) -> str:
    kind, times = Counter(str(one.data.get("order")) for one in own).most_common(1)[0]
    name = run.words.inside(kind, "orders")
    often = f", most often “{name}” ({plural(times, 'time')})" if times > 1 else ""
    if who is not None:
        return f"{run.words.person(who)} is played from the table and gives {plural(len(own), 'order')}{often}"
    people = len({one.who for one in own})
    return f"Nobody is played from the table: {plural(people, 'contender')} give {plural(len(own), 'order')}{often}"


# ---- the departure


def _departure(run: Run) -> list[ClauseView]:
    readable = {record.number for record in run.records}
    first = run.table.log.first_departure(run.table.game.records)
    if first is None or first.act.number not in readable:
        return _questions(run) if first is None else []
    act, shown = first.act, _shown(run, first.act)
    text = f"It first leaves history on {day_text(act.day)}, when {told(run.words, shown)}"
    numbers = tuple(dict.fromkeys((act.number, shown.number)))
    found = [ClauseView(text, Mark(run.words.mark(act)), "departure", act.turn, numbers)]
    beside = answer_then(run, act) if act.kind == "hinge" else None
    found += [beside] if beside else []
    for lead in first.leads[:LEADS]:
        found += _lead(run, lead, readable)
    return [*found, *_own(run, act, readable)]


def _own(run: Run, first: Record, readable: set[int]) -> list[ClauseView]:
    """Of those played from the table, the first act behind a difference, if it is not the departure itself."""
    humans, records = run.table.game.setup.humans, run.table.game.records
    heavy = sorted(run.table.log.entries, key=lambda one: (-one.weight, one.turn, one.key))[:HEAVY]
    behind = [
        (act, entry) for entry in heavy if sayable(entry) for act in run.table.log.path(entry, records)
        if act.who in humans and is_act(act) and act.number != first.number and act.number in readable
    ]  # fmt: skip
    if not behind:
        return []
    act, entry = min(behind, key=lambda pair: (pair[0].number, -pair[1].weight, pair[1].key))
    shown, here = _shown(run, act), entry.here.removeprefix(NO_VOTE)
    what = f"no such vote is taken: {here}" if entry.here.startswith(NO_VOTE) else here
    text = f"On {day_text(act.day)} {told(run.words, shown)}; this lies on the way to a difference: {what}"
    numbers = tuple(dict.fromkeys((act.number, shown.number, *(one for one in entry.causes if one in readable))))
    return [ClauseView(text, Mark(run.words.mark(act)), "own", act.turn, numbers)]


def _shown(run: Run, act: Record) -> Record:
    """What somebody's order is seen as: the first record of his own that it made, else the order."""
    made = (one for one in run.records if act.number in one.causes and one.who == act.who and one.kind in SEEN)
    return next(made, act) if act.kind == "order" else act


def _lead(run: Run, lead: Divergence, readable: set[int]) -> list[ClauseView]:
    """What an act led to: one step of the way, the difference, and what the record has."""
    way = [one for one in run.table.log.path(lead, run.table.game.records) if one.number in readable]
    if not way or not sayable(lead):
        return []
    found, numbers = [], tuple(one.number for one in way)
    if len(way) > 1:
        step = way[-1]
        found.append(ClauseView(
            f"From there the log leads in {plural(len(way) - 1, 'step')} to this: on {day_text(step.day)} "
            f"{told(run.words, step)}", Mark(run.words.mark(step)), "step", step.turn, numbers,
        ))  # fmt: skip
    fact = next((one for one in run.table.game.scenario.record if one.id == lead.fact), None)
    if fact is not None:
        found.append(run.recorded(fact, lead.was, lead.turn, way[-1].day))
    found.append(ClauseView(here_text(lead), Mark(lead.mark), "difference", lead.turn, numbers))
    return found


# ---- the course


def _course(run: Run, room: int, already: set[int]) -> list[PassageView]:
    """The moments that matter most, in order of time, a passage for each year."""
    chosen = _chosen(moments(run), room, already)
    passages, calendar = [], Calendar()
    for year in sorted({one.day.year for one in chosen}):
        clauses: list[ClauseView] = []
        for one in sorted((one for one in chosen if one.day.year == year), key=lambda one: (one.day, one.number)):
            clauses += one.clauses(calendar)
        passages.append(PassageView(str(year), tuple(clauses)))
    return passages


def _chosen(pool: list[Moment], room: int, already: set[int]) -> list[Moment]:
    """Take the weightiest one by one, each year and kind counting less the more of it there is."""
    chosen: list[Moment] = []
    years: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    turns: Counter[int] = Counter()
    left = [one for one in pool if not already.intersection(_numbers(one))]
    while left and room > 0:
        best = max(left, key=lambda one: (_worth(one, years, kinds), -one.day.toordinal(), one.what))
        left = [one for one in left if one.what != best.what]
        length = words_of(best.clauses(Calendar()))
        if turns[best.turn] >= A_TURN or length > room + MOST - ENOUGH:
            continue
        room -= length
        chosen.append(best)
        years[best.day.year] += 1
        kinds[best.what.partition(" ")[0]] += 1
        turns[best.turn] += 1
    return chosen


def _worth(one: Moment, years: Counter[int], kinds: Counter[str]) -> int:
    return one.score - SAME_YEAR * years[one.day.year] - SAME_KIND * kinds[one.what.partition(" ")[0]]


def _numbers(one: Moment) -> set[int]:
    return {number for clause in one.clauses(Calendar()) if clause.rule != "absence" for number in clause.records}


# ---- the end


def _end(run: Run) -> list[ClauseView]:
    found = [*_votes(run), *_asked(run), *_last(run, "figures")]
    found += [clause for post in _weightiest(run) for clause in post]
    return [*found, *_last(run, "outcome"), *_scores(run), *_fates(run)]


def _last(run: Run, kind: str) -> list[ClauseView]:
    """The last record of a kind."""
    record = next((one for one in reversed(run.records) if one.kind == kind), None)
    return [run.clause(record, Calendar())] if record is not None else []


def _votes(run: Run) -> list[ClauseView]:
    """How many votes were taken, and how many of those the record has too ended as they did there."""
    scenario = run.table.game.scenario
    own = {one.number for one in run.records if one.kind == "vote"}
    held = [one for one in run.table.game.state.ballots if one.record in own]
    pairs = [(one, fact) for one in held if (fact := recorded_vote(scenario, one)) is not None]
    if not held:
        return []
    same = sum(one.carried == fact.data.get("carried") for one, fact in pairs)
    ended = "all of these end" if same == len(pairs) else f"{same} of these {'ends' if same == 1 else 'end'}"
    beside = f"; the record has {len(pairs)} of them, and {ended} as in history" if pairs else ""
    text = f"The bodies vote on {plural(len(held), 'motion')}{beside}"
    numbers = tuple(one.record for one in held)
    facts, turn = tuple(dict.fromkeys(fact.id for _, fact in pairs)), run.table.game.records[numbers[-1]].turn
    return [ClauseView(text, Mark.MODEL, "votes", turn, numbers, facts)]


def _asked(run: Run) -> list[ClauseView]:
    """The same at the end, unless the run never left history and it has been said."""
    left = run.table.log.first_departure(run.table.game.records) is not None
    return _questions(run) if left else []


def _questions(run: Run) -> list[ClauseView]:
    """How many questions of the day were answered as in history."""
    asked = [one for one in run.records if one.kind == "hinge" and one.data.get("change") == "decided"]
    as_then = sum(bool(one.data.get("historical")) for one in asked)
    if not asked:
        return []
    share = "all are" if as_then == len(asked) else f"{as_then} {'is' if as_then == 1 else 'are'}"
    text = f"Of {plural(len(asked), 'answer')} to questions of the day {share} as in history"
    return [ClauseView(text, Mark.MODEL, "answers", asked[-1].turn, tuple(one.number for one in asked))]


def _weightiest(run: Run) -> list[list[ClauseView]]:
    """The last change of the weightiest posts that changed hands, beside the record."""
    last: dict[str, Record] = {str(one.data.get("post")): one for one in run.records if one.kind == "post"}
    posts = sorted(run.table.game.scenario.posts, key=lambda one: (-one.weight, one.id))
    return [_post(run, last[one.id]) for one in posts if one.id in last and last[one.id].data.get("now")][:POSTS]


def _post(run: Run, record: Record) -> list[ClauseView]:
    now, post = str(record.data["now"]), str(record.data["post"])
    text = f"{run.words.person(now)} has held this post since {day_text(record.day)}: {run.words.post(post)}"
    fact = holder(run, post, run.table.game.scenario.turn_dates(max(run.table.log.closed, 1))[1])
    found = [ClauseView(text, Mark.MODEL, "office", record.turn, (record.number,))]
    if fact is not None and fact.data["who"] != now:
        who = run.words.person(fact.data["who"])
        found.append(run.history(f"it is {who} at this time", fact, record.turn, "holder"))
    return found


def _scores(run: Run) -> list[ClauseView]:
    """The scores as they were last counted."""
    record = next((one for one in reversed(run.records) if one.data.get("scores")), None)
    if record is None:
        return []
    text = first_up(scores_text(run.words, dict(record.data["scores"]), run.table.game.setup.humans))
    return [ClauseView(text, Mark.MODEL, "scores", record.turn, (record.number,))]


def _fates(run: Run) -> list[ClauseView]:
    """What the record has of those played from the table, else of whoever first left history."""
    first = run.table.log.first_departure(run.table.game.records)
    names = run.table.game.setup.humans or ((first.who,) if first is not None else ())
    return [clause for who in names for clause in _fate(run, who)]


def _fate(run: Run, who: str) -> list[ClauseView]:
    scenario, turn = run.table.game.scenario, max(run.table.log.closed, run.first_turn)
    facts = [f for f in scenario.record if f.kind in ("status", "death") and f.data.get("who") == who]
    facts = [f for f in facts if f.begins >= scenario.start]
    fact = max(facts, key=lambda one: (one.weight, one.begins), default=None)
    if fact is None:
        return []
    return [run.recorded(fact, fact_text(fact, run.words.person(who)), turn, rule="fate")]

