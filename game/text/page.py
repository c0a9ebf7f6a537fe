"""A page of text: wrapped lines, headed parts, and numbered figures that open into their terms."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

from game.views.parts import number
from game.views.shapes import FigureView, Mark, TermView

WIDTH = 78
MARKS = {Mark.FACT: "fact", Mark.MODEL: "model", Mark.SPECULATION: "speculation", Mark.UNKNOWN: "not known"}


def whole(typed: str) -> int:
    """The whole number that was typed, -1 if it is none."""
    return int(typed) if typed.isdecimal() and len(typed) < 10 else -1


@dataclass(slots=True)
class Page:
    """Lines to read, and the figures that can be opened by their number."""

    lines: list[str] = field(default_factory=list)
    figures: list[FigureView] = field(default_factory=list)

    def head(self, text: str) -> None:
        """A title under which a rule runs."""
        self.gap()
        self.lines += [*textwrap.wrap(text, WIDTH), "=" * min(len(text), WIDTH)]

    def part(self, text: str, note: str = "") -> None:
        """The head of a part."""
        self.gap()
        self.lines.append(f"{text.upper()}{f'  ({note})' if note else ''}")

    def gap(self) -> None:
        """One empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def say(self, text: str, indent: int = 0) -> None:
        """A wrapped paragraph."""
        for paragraph in text.split("\n"):
            self.lines += textwrap.wrap(
                paragraph, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent
            ) or [""]

    def item(self, sign: str, text: str, detail: str = "") -> None:
        """A line of a list with its sign, and a second line of detail."""
        lead = f" {sign} " if sign else "   "
        self.lines += textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))
        if detail:
            self.say(detail, len(lead) + 1)

    def figure(self, figure: FigureView) -> None:
        """A figure with the number that opens it."""
        self.figures.append(figure)
        detail = f"  {figure.detail}" if figure.detail else ""
        self.item(f"[{len(self.figures)}]", f"{figure.label}: {figure.value_text}{detail}")

    @property
    def text(self) -> str:
        """The whole page."""
        return "\n".join(self.lines)


def opened(figure: FigureView) -> Page:
    """A figure opened: every term signed, terms of terms indented, the sum under a rule."""
    page = Page()
    page.head(f"{figure.label}: {figure.value_text}")
    if figure.detail:
        page.say(figure.detail)
    if not figure.terms:
        page.say("It has no parts." if figure.mark is not Mark.UNKNOWN else "It is not known to you.")
        return page
    _terms(page, figure.terms, 0)
    page.lines.append("-" * 60)
    page.lines.append(f"{figure.sum_label:<50}{number(figure.total, figure.decimals):>10}")
    return page


def _terms(page: Page, terms: tuple[TermView, ...], depth: int) -> None:
    for term in terms:
        rows = textwrap.wrap(term.label, 48 - 3 * depth) or [""]
        amount = number(term.amount, term.decimals, signed=True)
        mark = "" if term.mark is Mark.MODEL else f"  {MARKS[term.mark]}"
        indent = "   " * depth
        for row in rows[:-1]:
            page.lines.append(f"{indent}{row}")
        page.lines.append(f"{f'{indent}{rows[-1]}':<50}{amount:>10}{mark}")
        _terms(page, term.terms, depth + 1)
