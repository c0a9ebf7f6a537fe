"""The screens as pages of text, made from the same views as the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.text.page import MARKS, Page
from game.views.causes import REST
from game.views.codex import EntryView
from game.views.organisations import thousands
from game.views.parts import number
from game.views.shapes import (
    CodexView,
    DeskView,
    DigestView,
    DoctrineView,
    FigureView,
    LinkText,
    LogView,
    OrderView,
    OrganisationDetailView,
    OrganisationsView,
    OrganisationWords,
    PersonView,
    RelationsView,
    TableView,
)
from game.views.sums import plural


def names(people: Iterable[PersonView]) -> str:
    """Surnames in a row."""
    return ", ".join(one.surname for one in people) or "nobody"


def running(text: Iterable[LinkText]) -> str:
    """Running text without its links."""
    return "".join(piece.text for piece in text)


# ---- the desk


def desk(view: DeskView, after: Page | None = None) -> Page:
    """Who you are, what presses, where you stand; after the news its figures count on and nothing is told twice."""
    page = Page(figures=list(after.figures) if after else [])
    bar = view.bar
    page.head(f"{bar.date_text}, turn {bar.turn} of {bar.turns}: {view.headline}")
    posts = f" ({', '.join(view.posts)})" if view.posts else ""
    page.say(f"You are {view.you.name}{posts}.")
    if view.countdown is not None:
        page.say(f"{view.countdown} {view.countdown_text}.")
    if view.alerts:
        page.part("Alerts")
        for alert in view.alerts:
            page.item("!", alert.title, alert.detail)
    page.part("Standing", "open N shows the terms")
    for figure in view.standing:
        page.figure(figure)
    page.part("Where the line is made", "your share at each step")
    page.say(", ".join(f"{step.label} {step.value} of {step.whole}" for step in view.loop))
    if view.given:
        page.part("Given this turn")
        for given in view.given:
            page.item("*", given.title, given.detail)
    if view.dispatches and after is None:
        page.part("Dispatches")
        for one in view.dispatches:
            page.item("-", f"{one.date_text}: {one.headline}", running(one.body))
    return page


def orders(found: Iterable[OrderView], brief: bool = False) -> Page:
    """The menu: open orders numbered, locked ones with their reason or, in short, their number."""
    page = Page()
    page.part("Orders", "a number or its letter gives one")
    family, rows = "", list(found)
    shut = sum(1 for one in rows if one.locked_reason)
    for place, order in enumerate(rows, 1):
        if brief and order.locked_reason:
            continue
        if order.family != family:
            family = order.family
            page.lines.append(f"  {family}")
        if order.locked_reason:
            page.item(" x.", f"{order.button}: {order.locked_reason}")
        else:
            forecast = f"  ({order.forecast})" if order.forecast else ""
            given = "  given" if order.given else ""
            page.item(f"{place:>2}.", f"{order.button} [{order.key}]{forecast}{given}")
    if brief and shut:
        page.say(f"{shut} more are closed to you; orders says why.", 2)
    return page


def digest(view: DigestView) -> Page:
    """What happened since you last decided."""
    page = Page()
    page.head(view.title)
    if view.changes:
        page.part("For you")
        for figure in view.changes:
            page.figure(figure)
            _moved(page, figure)
    for head, mine in (("What touches you", True), ("The news", False)):
        found = [item for item in view.items if item.yours == mine]
        if found:
            page.part(head)
        for item in found:
            page.item("-", f"{item.date_text}: {item.text}", item.detail)
    if view.removed:
        page.part("No longer here")
        page.say(names(view.removed), 2)
    return page


def _moved(page: Page, figure: FigureView, least: int = 30) -> None:
    """Under a change that is felt, the act or event that weighed most in it."""
    causes = [term for term in figure.terms[1:] if abs(term.amount) >= least and term.label != REST]
    if causes:
        most = max(causes, key=lambda term: abs(term.amount))
        page.say(f"{most.label}: {number(most.amount, signed=True)}", 6)


# ---- knowledge


def table(view: TableView) -> Page:
    """The leading bureau."""
    page = Page()
    page.head(view.sentence)
    page.say(view.body)
    for place, band in enumerate(view.bands):
        page.part(f"{band.size}: {band.name}", band.detail)
        for seat in view.seats:
            if seat.band == place:
                role = f", {seat.person.role}" if seat.person.role else ""
                page.item("-", f"{seat.person.name}{role}")
                page.figure(seat.alone)
                page.figure(seat.as_bloc)
    page.part("Candidates", "voice but no vote")
    page.say(names(view.candidates), 2)
    page.part("On the table", view.meeting_text)
    for item in view.on_the_table:
        page.item("-", item.title, f"moved by {item.mover}" if item.mover else "")
    page.part(view.decided_title)
    page.say(view.decided_text, 2)
    return page


def organisations(view: OrganisationsView) -> Page:
    """All organisations in a list; the chosen one below."""
    page = Page()
    page.head(view.title)
    words = view.words
    page.lines.append(f"{'':22}{words.members:>8}{words.seats:>7}  {'machine':>8}  patron, {words.secretary}")
    for one in sorted(view.organisations, key=lambda each: -each.members):
        machine = "unknown" if one.machine is None else f"{one.machine / 10:.1f}"
        secretary = one.secretary.surname if one.secretary else "none"
        row = f"{one.name[:21]:22}{thousands(one.members):>8}{one.seats:>7}  {machine:>8}  {one.patron}, {secretary}"
        page.lines.append(row)
    if view.selected:
        _organisation(page, view.selected, view.words)
    page.say("map NAME opens an organisation.")
    return page


def _organisation(page: Page, one: OrganisationDetailView, words: OrganisationWords) -> None:
    page.head(one.organisation.name)
    page.say(f"{one.secretary_text}. {one.patron_text}.")
    for figure in (*one.figures, one.machine, one.autonomy, *one.clients):
        page.figure(figure)
    if one.staircase:
        page.part("The staircase", one.staircase_title)
        page.say(" > ".join(f"{step.label} {(step.share + 5) // 10} %" for step in one.staircase), 2)
    page.part(f"Mood of the {words.members}", "towards")
    for figure in one.sentiment:
        page.figure(figure)


def relations(view: RelationsView) -> Page:
    """Who is bound to whom."""
    page = Page()
    page.head(view.title)
    surname = {node.person.id: node.person.surname for node in view.nodes}
    page.part("Ties")
    words = {"pact": "pact with", "secret": "secret pact with", "patron": "is patron of", "feud": "feud with"}
    for tie in view.ties:
        label = f" ({tie.label})" if tie.label else ""
        page.item("-", f"{surname[tie.first]} {words[tie.kind.value]} {surname[tie.second]}{label}")
    page.part("Understandings you know of")
    for pact in view.pacts:
        page.item("-", pact.title, ". ".join(part for part in (pact.since, pact.ends, pact.terms_text) if part))
        if pact.trust:
            page.figure(pact.trust)
    if not view.pacts:
        page.say("none", 2)
    if view.offer:
        page.part(view.offer.title, view.offer.terms_text)
        page.figure(view.offer.accept)
    page.say("relations NAME weighs an offer to somebody else.")
    return page


def doctrine(view: DoctrineView) -> Page:
    """Theses, the mantle, the axes, the papers."""
    page = Page()
    page.head(view.title)
    page.part(view.theses_label)
    for thesis in view.theses:
        author = f", {thesis.author.surname}" if thesis.author else ""
        page.item("-", f"{thesis.title} ({thesis.standing.detail}{author})", thesis.text)
        page.figure(thesis.standing)
    page.part(view.mantle_label)
    for heir in view.mantle:
        page.figure(heir.standing)
    page.part("Where you stand")
    for axis in view.axes:
        if axis.figure:
            page.figure(axis.figure)
    page.part("Documents", "as far as you know")
    for paper in view.documents:
        page.item(
            "-", f"{paper.title} ({MARKS[paper.mark]}). Owner: {paper.owner}. Known to: {paper.known_by}.", paper.text
        )
        if paper.consequence:
            page.say(paper.consequence, 5)
    return page


def entries(found: Sequence[EntryView], typed: str) -> Page:
    """The codex's index for the words typed."""
    page = Page()
    page.head(f"Codex: {typed}" if typed else "Codex")
    rows = [one for one in found if not one.ref.startswith("source:")]
    sources = len(found) - len(rows)
    for entry in rows[:30]:
        page.item("-", f"{entry.ref}  {entry.title}", "")
    if sources:
        page.say(f"and {plural(sources, 'source')}; codex source:ID opens one.")
    if len(rows) > 30:
        page.say(f"and {len(rows) - 30} more; give more letters.")
    if not rows and not sources:
        page.say("Nothing of that name.")
    page.say("codex WORDS searches; codex KIND:ID opens an entry.")
    return page


def codex(view: CodexView) -> Page:
    """One entry."""
    page = Page()
    page.head(view.title)
    page.say(view.sentence)
    for section in view.sections:
        page.part(section.title, section.note)
        for line in section.lines:
            text = f"{line.label}: {line.text}" if line.label else line.text
            page.item("-", f"{text}  ({MARKS[line.mark]})" if line.mark.value != "model" else text)
        for axis in section.axes:
            if axis.figure:
                page.figure(axis.figure)
            elif axis.position is not None:
                page.item("-", f"{axis.label}: {axis.position // 10} of 100 from {axis.left} to {axis.right}")
        if section.figure:
            page.figure(section.figure)
        if section.people:
            page.say(", ".join(f"{p.surname} ({p.role})" if p.role else p.surname for p in section.people), 2)
    if view.sources:
        page.part("Sources")
        for source in view.sources:
            page.item("-", source)
    return page


def log(view: LogView, after: Page | None = None) -> Page:
    """The two lines, the score, the departures and a chain of causes; its figures count on from another page."""
    page = Page(figures=list(after.figures) if after else [])
    page.head(view.title)
    page.say(
        f"{view.turns_as_recorded} turns as recorded, {view.turns_own} on a line of its own, "
        f"{len(view.divergences)} departures; {view.seed_text}."
    )
    if view.fork_text:
        page.say(f"First departure: {view.fork_text}.")
    if view.history_tally:
        page.say(f"The last vote both have: {view.history_tally} in history, {view.here_tally} here.")
    page.figure(view.score_total)
    page.part("History")
    for point in view.facts:
        page.item("-", f"{point.date_text}: {point.text or point.title}")
    page.part("Departures", "newest first; log N shows the causes")
    for place, one in enumerate(view.divergences[:20], 1):
        page.item(
            f"{place:>2}.", f"{one.when}, {one.kind}, weight {one.weight}: {one.here}", f"In history: {one.history}"
        )
    if len(view.divergences) > 20:
        page.say(f"and {len(view.divergences) - 20} earlier ones")
    page.part(view.chain_title, "chain of causes")
    for link in view.chain:
        page.item("->", f"{link.when}: {link.text} ({link.note})")
    page.say(view.chain_note)
    return page
