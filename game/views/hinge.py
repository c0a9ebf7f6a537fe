"""A dated moment: what lies on the table, the answers that were argued, and what each would do."""

from __future__ import annotations

from game.engine import forecast, hinges
from game.engine.ledger import Breakdown
from game.engine.state import Decision, Motion
from game.scenario.model import Effect, Hinge, Option
from game.views.effect_words import described, with_amount
from game.views.parts import Scene, day_text, figure_view, person_view
from game.views.shapes import FigureView, ForecastView, HingeOptionView, HingeView, Mark, PersonView, TermView

#: So many things that an option does are named; the rest is "and more".
NAMED = 5


def hinge_view(at: Scene, decision: Decision) -> HingeView:
    """The moment as its decider sees it."""
    hinge = hinges.find(at.seen, decision.about)
    person = hinges.decider(at.table.game.state, hinge, decision.group)
    day = decision.day or at.table.game.state.day
    title, text, source, mark = _paper(at, hinge)
    return HingeView(
        id=hinge.id,
        date_text=day_text(day).upper(),
        turn_text=f"turn {at.table.game.state.turn} of {at.scenario.turns}",
        context=_context(at, hinge, title),
        document_title=title,
        document_text=text,
        document_source=source,
        document_mark=mark,
        title=_sentence(hinge.name),
        sentence=_who_decides(at, person),
        options=tuple(
            option_view(at, hinge, decision.group, option, reason.text if reason else "")
            for option, reason in hinges.options(at.table.game.state, hinge, decision.group)
        ),
        unknowns=unknowns(at),
        footnote="What an option does is the model's reckoning. It sees no more than you do.",
    )


def _sentence(text: str) -> str:
    text = text[0].upper() + text[1:] if text else text
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _context(at: Scene, hinge: Hinge, title: str) -> str:
    """The words over the paper: whose it is, or that there is none."""
    if not title:
        return "The situation"
    document = at.atlas.index["documents"][hinge.document or ""]
    owners = [at.scenario.people[who].surname for who in at.seen.document_owner[document][:2]]
    return f"Document. Owner {' and '.join(owners)}" if owners else "Document"


def _paper(at: Scene, hinge: Hinge) -> tuple[str, str, str, Mark]:
    """The title and text of the document if the seat may read it, else the situation under no title."""
    place = at.atlas.index["documents"].get(hinge.document or "", -1)
    source = hinge.citation.source
    if place >= 0 and not at.unknown(f"document {hinge.document}"):
        paper = at.scenario.documents[place]
        text = f"{hinge.situation} {paper.gist}".strip()
        return paper.title, text, paper.citation.source or source, Mark(paper.citation.mark)
    return "", hinge.situation, source, Mark(hinge.citation.mark)


def _who_decides(at: Scene, person: int) -> str:
    if person == at.who:
        return f"You are {at.scenario.people[at.who].name}. It is for you to decide."
    if person >= 0:
        return f"{at.scenario.people[person].name} decides, and asks you what to do."
    return "It is for you to decide."


# ---- options


def option_view(at: Scene, hinge: Hinge, group: int, option: Option, locked: str) -> HingeOptionView:
    """One alternative: who argued it, what it would do, whose consent it needs."""
    context = hinges.context_of(at.seen, hinge, group)
    terms = described(at, option.effects, context)
    told = tuple(with_amount(term) for term in terms[:NAMED])
    more = (f"and {len(terms) - NAMED} more",) if len(terms) > NAMED else ()
    reveal = bool(dict(at.scenario.settings.get("reveal", {})).get("history_before_choice"))
    return HingeOptionView(
        id=option.id,
        title=option.label,
        author=_author(at, option.argued_by),
        authors_text=option.argued_by,
        consequence="; ".join((*told, *more)),
        arguments=_consent_words(at, hinge, group, option),
        mark=Mark(option.mark),
        done_in_history=option.historical and reveal,
        forecasts=_forecasts(at, hinge, group, option),
        locked_reason=locked,
        figures=_figures(at, hinge, group, option, terms),
        risk=option.risk,
    )


def _author(at: Scene, text: str) -> PersonView | None:
    """The first person whose surname stands in the words of who argued it."""
    low = text.lower()
    found = [
        (low.index(person.surname.lower()), -len(person.surname), number)
        for number, person in enumerate(at.scenario.people)
        if person.surname and person.surname.lower() in low
    ]
    return person_view(at.seen, min(found)[2]) if found else None


def _consent_words(at: Scene, hinge: Hinge, group: int, option: Option) -> tuple[str, ...]:
    """Who must agree, and what is known of their minds."""
    if option.consent is None:
        return ()
    answers = hinges.consents(at.seen, hinge, group, option)
    needs = f"Needs {option.consent.needed} of {len(answers)}. {option.consent.text}".strip()
    says = [
        f"{at.scenario.people[who].surname} {'would agree' if line.total > 0 else 'would refuse'}"
        for who, line in answers
    ]
    return (needs, *([f"As far as you know: {', '.join(says)}."] if says else []))


def _figures(at: Scene, hinge: Hinge, group: int, option: Option, terms: list[TermView]) -> tuple[FigureView, ...]:
    """What opens: the score line of everybody who must agree, and the voices heard."""
    found = [
        figure_view(at.words, line, f"{at.scenario.people[who].surname}: consent", detail="agrees above 0")
        for who, line in hinges.consents(at.seen, hinge, group, option)
    ]
    heard = hinges.voices(at.seen, hinge, option.id, hinges.decider(at.seen, hinge, group))
    if heard.terms:
        found.append(_voices(at, heard))
    return tuple(found)


def _voices(at: Scene, heard: Breakdown) -> FigureView:
    return figure_view(at.words, heard, "Voices heard", detail="by your regard for each speaker")


def _forecasts(at: Scene, hinge: Hinge, group: int, option: Option) -> tuple[ForecastView, ...]:
    """The chance that a motion this option puts would carry."""
    found = []
    for effect in option.effects:
        motion = _motion(at, hinge, group, effect) if effect.verb == "motion" else None
        if motion is not None:
            found.append(vote_forecast(at, motion))
    return tuple(found[:1])


def vote_forecast(at: Scene, motion: Motion) -> ForecastView:
    """The share for a motion, 9 worlds in 10, as the seat can reckon it."""
    made = forecast.vote(at.seen, motion)
    whole = max(1, made.of)
    low, middle, high = (1000 * value // whole for value in (made.low, made.expected, made.high))
    return ForecastView(
        low, (low + middle) // 2, middle, (middle + high) // 2, high,
        f"Votes for, of {made.of}; carries {made.chance // 10} in 100",
    )  # fmt: skip


def _motion(at: Scene, hinge: Hinge, group: int, effect: Effect) -> Motion | None:
    """The motion an effect would put, if its body and mover can be named now."""
    from game.engine.act import person_of
    from game.engine.motions import next_sitting

    context = hinges.context_of(at.seen, hinge, group)
    kinds, bodies = at.atlas.index["motions"], at.atlas.index["bodies"]
    kind, body = str(effect.args[0]), bodies.get(str(effect.args[1]), -1)
    if kind not in kinds or body < 0:
        return None
    mover = person_of(context, effect.args[3])
    data, sitting = at.scenario.motions[kinds[kind]], next_sitting(at.seen, body)
    subject = str(effect.args[2])
    if mover < 0 or (sitting is None and at.scenario.bodies[body].kind == "assembly"):
        return None
    if data.subject == "person" and subject not in at.atlas.index["people"]:
        who = person_of(context, effect.args[2])
        subject = at.scenario.people[who].id if who >= 0 else ""
    if data.subject != "none" and not subject:
        return None
    meeting = sitting.meeting if sitting else ""
    return Motion(f"{meeting}/{kind}/{subject}", kind, body, meeting, (mover,), data.subject, subject)


# ---- what is not known


def unknowns(at: Scene) -> tuple[str, ...]:
    """What the seat cannot know before it chooses, in general words."""
    regions = sum(1 for region in at.scenario.regions if at.unknown(f"region {region.id}"))
    found = []
    if regions:
        word = at.words.label("regions").lower() if regions != 1 else at.words.label("region")
        found.append(f"How the machines of {regions} {word} would vote")
    found.append("What others have agreed in secret")
    if any(key.startswith("document ") for key in at.sight.unknown):
        found.append("Which papers others hold")
    found.append("What only comes out afterwards")
    return tuple(found)


__all__ = ["hinge_view", "option_view", "unknowns", "vote_forecast"]
