"""The codex: an entry for everybody and everything, found by typing, linked in every direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.app import App
from game.ui.screens.base import GameScreen
from game.ui.screens.hero import CodexHero
from game.ui.screens.pieces import LineRow, faces
from game.ui.widgets import (
    Action,
    AxisBar,
    Breakdown,
    ChoiceRow,
    Column,
    Columns,
    ColumnSpec,
    Grid,
    Label,
    MainButton,
    Panel,
    Paragraph,
    Scroll,
    TextLink,
    Widget,
    notice,
    title,
)
from game.views.codex import KINDS, EntryView, codex_view, head_of, index, linked, may_reveal
from game.views.shapes import CodexSectionView, CodexView

if TYPE_CHECKING:
    from game.ui.flow import Conductor

#: Entries listed at once.
LISTED = 60
MEMORY = "reveal_history"


class CodexScreen(GameScreen):
    """Without a reference the index; typing searches it."""

    name = "codex"

    def __init__(self, conductor: Conductor, ref: str = "", typed: str = "") -> None:
        super().__init__(conductor)
        self.ref, self.typed, self.kind = ref, typed, "person"

    @property
    def tab_label(self) -> str:
        return self.conductor.label("screen_codex", "Codex")

    @property
    def reveal(self) -> bool:
        """Whether what became of people is told."""
        default, free = self.conductor.view("may reveal", may_reveal)
        wanted = default or self.app.settings.reveal_history
        return bool(self.app.stage.memory.get(MEMORY, int(wanted))) if free else default

    def build(self, app: App) -> Widget:
        entry = self._entry() if self.ref and not self.typed else None
        hints = [
            ("A-Z", "search"),
            ("F2", "hide history" if self.reveal else "tell history"),
            ("Tab", "next"),
            ("F1", "explain"),
        ]
        main = MainButton("Back", self._leave, key="Esc")
        return self.page(self._page(entry) if entry else self._index(), main=main, hints=hints)

    def _entry(self) -> CodexView | None:
        key = f"codex {self.ref} {self.reveal}"
        return self.conductor.view(key, lambda at: codex_view(at, self.ref, self.reveal))

    # ---- keys

    def on_key(self, app: App, key: str) -> bool:
        letter = app.pressed.removeprefix("Shift ")
        if key == "F2":
            self._switch()
        elif len(letter) == 1 and letter.isalpha():
            self.typed += letter.lower()
        elif app.pressed in ("Space", "-") and self.typed:
            self.typed += " "
        elif key == "Backspace" and self.typed:
            self.typed = self.typed[:-1]
        elif key == "Backspace":
            self._leave()
            return True
        else:
            return super().on_key(app, key)
        app.refresh()
        return True

    def _leave(self) -> None:
        if self.typed:
            self.typed = ""
            self.app.refresh()
        else:
            self.conductor.back()

    def _switch(self) -> None:
        _, free = self.conductor.view("may reveal", may_reveal)
        if not free:
            notice(self.app.stage, "Not in this lesson", "What became of people is told at the end.")
            return
        self.app.stage.memory[MEMORY] = int(not self.reveal)

    def _opener(self, reference: str) -> Action:
        return lambda: self._go(reference)

    def _go(self, reference: str) -> None:
        kind = reference.partition(":")[0]
        if kind in ("record", "fact"):
            self.conductor.open("log", chosen=reference)
        else:
            self.conductor.codex(reference)

    # ---- the index

    def _index(self) -> Widget:
        found: tuple[EntryView, ...] = self.conductor.view(f"index {self.typed}", lambda at: index(at, self.typed))
        counts = {kind: sum(1 for entry in found if entry.kind == kind) for kind in KINDS}
        kinds: list[Widget] = [
            ChoiceRow(
                head_of(self.conductor.game.scenario, kind),
                self._chooser(kind),
                detail=f"{counts[kind]}",
                chosen=kind == self.kind,
                name=f"kind:{kind}",
            )
            for kind in KINDS
            if counts[kind]
        ]
        shown = found if self.typed else tuple(entry for entry in found if entry.kind == self.kind)
        rows: list[Widget] = [
            ChoiceRow(e.title, self._opener(e.ref), detail=e.detail[:90], name=f"entry:{e.ref}")
            for e in shown[:LISTED]
        ]
        words = f"Search: {self.typed}" if self.typed else "Type a name, a body, a word"
        note = (
            f"{len(shown)} found" if len(shown) <= LISTED else f"the first {LISTED} of {len(shown)}; type to narrow"
        )
        if not rows:
            rows = [Paragraph("Nothing of that name. Backspace takes letters away.", theme.TEXT, theme.ASH)]
        head = "Found" if self.typed else head_of(self.conductor.game.scenario, self.kind)
        entries = Panel(head, [Grid(rows, cell=240, gap=8)], note)
        if self.typed:
            return Column([title(words), Scroll(entries, name="codex:found")], gap=12, flex=1)
        return Columns(
            [ColumnSpec("Kinds", Column(kinds, gap=4), 1), ColumnSpec("Entries", entries, 4)],
            "codex",
            head=title(words),
        )

    def _chooser(self, kind: str) -> Action:
        def choose() -> None:
            self.kind = kind
            self.app.refresh()

        return choose

    # ---- an entry

    def _page(self, entry: CodexView) -> Widget:
        sections = [self._section(section) for section in entry.sections]
        if entry.sources:
            rows: list[Widget] = [source_line(source) for source in entry.sources]
            sections.append(Panel("Sources", rows))
        middle, right = self._split(entry, sections)
        at = self.conductor.scene()
        sentence = Paragraph(linked(at.scenario, entry.sentence), theme.SERIF_BIG) if entry.sentence else Label("")
        if entry.person:
            alone = self.app.scale.columns == 1  # then the sentence has room under the figure
            hero = CodexHero(entry, entry.person)
            first: Widget = Column([hero, sentence], gap=18) if alone else hero
            middle = middle if alone else [sentence, *middle]
        else:
            first = title(entry.title, head_of(at.scenario, entry.kind).upper())
            first = Column([first, sentence, *middle[: len(middle) // 2]], gap=18)
            middle = middle[len(middle) // 2 :]
        specs = [
            ColumnSpec("Entry", first),
            ColumnSpec("Now", Column(middle, gap=18)),
            ColumnSpec("More", Column(right, gap=18)),
        ]
        return Columns(specs, f"codex {entry.id}")

    def _split(self, entry: CodexView, widgets: list[Widget]) -> tuple[list[Widget], list[Widget]]:
        """Sections in two columns of about the same weight, in order; a person's opinions begin the second."""
        weights = [
            3 + len(s.lines) + 2 * len(s.axes) + 2 * len(s.people) + (len(s.figure.terms) if s.figure else 0)
            for s in entry.sections
        ]
        if entry.person:
            cut = next((i for i, s in enumerate(entry.sections) if s.figure), len(widgets) // 2)
            return widgets[:cut], widgets[cut:]
        half, so_far = sum(weights) * 2 // 3, 0
        for place, weight in enumerate(weights):
            so_far += weight
            if so_far >= half:
                return widgets[: place + 1], widgets[place + 1 :]
        return widgets, []

    def _section(self, section: CodexSectionView) -> Widget:
        rows: list[Widget] = []
        for line in section.lines:
            act = self._opener(line.ref) if line.ref and line.ref.partition(":")[2] else None
            rows.append(LineRow(line, act, name=f"line:{section.title}:{line.label}:{line.text[:40]}"))
        rows += [AxisBar(axis) for axis in section.axes]
        if section.figure:
            rows.append(Breakdown(section.figure))
        if section.people:
            rows.append(faces(section.people, self._go))
        if section.text:
            rows.append(Paragraph(section.text))
        if section.note == "hidden":
            rows = [TextLink("Tell me what history did", self._tell, key="F2")]
            return Panel(section.title, rows)
        return Panel(section.title, rows, section.note)

    def _tell(self) -> None:
        self._switch()
        self.app.refresh()


def source_line(source: str) -> Widget:
    """A source as a line of second text."""
    return Paragraph(source, theme.SECOND, theme.ASH)
