"""The title: the red line, the faces above it, and who is missing today."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field

import pygame

from game.engine import new
from game.scenario.model import Scenario
from game.ui import art, draw, fonts, theme
from game.ui.app import App, Screen
from game.ui.canvas import Canvas
from game.ui.flow import Conductor
from game.ui.theme import Scale
from game.ui.widgets import Action, Widget
from game.views.library import faces
from game.views.shapes import PersonView, SaveView
from game.views.tutorial import lesson

#: The one diagonal of this poster: how much it rises for a unit across.
RISE = 0.335
FACES = 6


class MenuLine(Widget):
    """A line of the title's menu: ink on paper, white on ink under the cursor."""

    def __init__(self, text: str, detail: str, key: str, on_activate: Action, first: bool = False) -> None:
        super().__init__(
            label=f"{text}. {detail}", key=key, on_activate=on_activate, name=f"menu:{text}", focusable=True
        )
        self.text, self.detail, self.first_focus = text, detail, first

    def min_width(self, scale: Scale) -> int:
        return fonts.width(self.text, theme.HEADLINE, scale.percent) + scale.px(70)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(40)

    def draw(self, canvas: Canvas) -> None:
        on = self.hovered or self.focused
        if on:
            block = pygame.Rect(
                self.rect.left - canvas.px(36), self.rect.top, self.rect.width + canvas.px(60), self.rect.height
            )
            draw.slanted_block(canvas.surface, theme.INK, block, right=False)
        ink, second = (theme.WHITE, theme.MIST) if on else (theme.INK, theme.ASH)
        style = theme.Style("Oswald-SemiBold", 27, 40, caps=True)
        box = canvas.text(self.rect.left, self.rect.top, self.text, style, ink)
        right = canvas.key_box(self.rect.right - canvas.px(14), self.rect.centery, self.key, ink)
        left = max(self.rect.left + canvas.px(210), box.right + canvas.px(20))
        if right - left > canvas.px(8) + canvas.width(self.detail, theme.TEXT):
            canvas.text(
                left, self.rect.top + canvas.px(11), self.detail, theme.TEXT, second, room=right - left - canvas.px(8)
            )

    def draw_focus(self, canvas: Canvas) -> None:
        return


class TitlePage(Widget):
    """The poster and its menu."""

    def __init__(
        self, lines: list[MenuLine], people: list[PersonView], gone: frozenset[str], years: tuple[str, str], text: str
    ) -> None:
        super().__init__(list(lines))
        self.people, self.gone, self.years, self.text = people, gone, years, text
        self.sheet = pygame.Rect(0, 0, 1, 1)
        self.rise = RISE

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        high = scale.px(42 if len(self.children) < 6 else 38)
        top = rect.bottom - high * len(self.children) - scale.px(16)
        left = rect.left + rect.width * 606 // 1000
        if scale.columns < 3:
            left = rect.left + max(scale.px(60), rect.width - scale.px(460))
        for index, child in enumerate(self.children):
            child.place(scale, pygame.Rect(left, top + index * high, rect.right - left - scale.px(20), scale.px(40)))

    def _poster(self, scale: Scale) -> None:
        """What the poster fills: the whole window, or the part above the menu when that is wide."""
        self.sheet = pygame.Rect(self.rect)
        if scale.columns < 3 and self.children:
            self.sheet.height = max(scale.px(60), self.children[0].rect.top - scale.px(10) - self.rect.top)
        self.rise = min(RISE, self.sheet.height * 0.6 / max(1, self.sheet.width))

    def _line(self, x: float) -> float:
        """Where the red line's upper edge stands."""
        area = self.sheet
        if area.height < self.rect.height:
            return area.height * 0.97 - self._thick() - self.rise * x
        base = area.height * 0.79
        if self.children:
            # The line stays clear of the menu.
            menu_top = self.children[0].rect.top - area.width * 0.028
            base = min(base, menu_top + self.rise * self.children[0].rect.left - self._thick())
        return base - self.rise * x

    def figure_size(self, count: int) -> int:
        """Height in pixels of a figure on the line; the last one, highest up, keeps most of its head."""
        area = self.sheet
        size = min(area.height * 0.46, area.width * 0.59 / max(1, count) * 1.85)
        return int(max(area.height * 0.2, min(size, self._line(area.width * 0.86) / 0.7)))

    def _thick(self) -> float:
        return (
            min(self.sheet.height * 0.225, self.sheet.width * 0.14)
            if self.sheet.height == self.rect.height
            else self.sheet.height * 0.3
        )

    def draw(self, canvas: Canvas) -> None:
        canvas.fill(theme.PAPER, self.rect)
        self._poster(canvas.scale)
        with canvas.clipped(self.sheet):
            self._sun(canvas)
            self._row(canvas)
            self._band(canvas)
        self._corner(canvas)

    def _sun(self, canvas: Canvas) -> None:
        area = self.sheet
        middle, radius = (area.width * 53 // 100, area.height * 28 // 100), area.height * 40 // 100
        if area.height == self.rect.height and self.children:
            # Rings and disc stay above the words of the menu.
            room = self.children[0].rect.top - middle[1] - canvas.px(10)
            radius = min(radius, int(room - area.height * 0.057))
        for grow in (0.04, 0.055):
            draw.ring(canvas.surface, theme.INK, middle, radius + area.height * grow, max(1, canvas.px(1.5)))
        draw.disc(canvas.surface, theme.INK, middle, radius)

    def _row(self, canvas: Canvas) -> None:
        area = self.sheet
        count = max(1, len(self.people))
        first, last = area.width * 0.27, area.width * 0.86
        size = self.figure_size(count)
        for index, person in enumerate(self.people):
            x = first + (last - first) * index / max(1, count - 1)
            y = self._line(x)
            gone = person.id in self.gone
            picture = art.standing(person, size, gone, theme.ASH if gone else theme.INK)
            canvas.surface.blit(picture, (x - picture.get_width() / 2, y - size * 0.82))

    def _band(self, canvas: Canvas) -> None:
        area, thick = self.sheet, self._thick()
        left, right = self._line(0), self._line(area.width)
        surface = canvas.surface
        draw.polygon(
            surface, theme.RED, [(0, left), (area.width, right), (area.width, right + thick), (0, left + thick)]
        )
        for gap, wide, until in ((0.012, 0.012, 1.0), (0.034, 0.005, 0.36)):
            over, line, end = thick + area.height * gap, area.height * wide, area.width * until
            slope = [
                (0, left + over),
                (end, self._line(end) + over),
                (end, self._line(end) + over + line),
                (0, left + over + line),
            ]
            draw.polygon(surface, theme.INK, slope)
        self._lettering(canvas, thick)

    def _lettering(self, canvas: Canvas, thick: float) -> None:
        area = self.sheet
        angle = math.degrees(math.atan(self.rise))
        length = area.width * 0.74
        plain = fonts.poster("THE GENERAL LINE", "Oswald-Bold", theme.WHITE, int(length), int(thick * 0.62))
        turned = pygame.transform.rotozoom(plain, angle, 1)
        x = area.width * 0.53
        centre = (x, self._line(x) + thick * 0.52)
        canvas.surface.blit(turned, turned.get_rect(center=centre))

    def _corner(self, canvas: Canvas) -> None:
        left, top = canvas.px(34), canvas.px(44)
        room = int(self.rect.width * 0.19)
        if canvas.scale.columns < 3:
            return
        if self.years[0]:
            box = canvas.poster(pygame.Rect(left, top, room, canvas.px(104)), self.years[0], theme.INK)
            canvas.poster(
                pygame.Rect(left, box.bottom + canvas.px(12), room, canvas.px(48)),
                f"\N{EN DASH}{self.years[1]}",
                theme.RED,
            )
            top = box.bottom + canvas.px(72)
        canvas.lines(left, top, room, self.text, theme.SERIF)
        words = "A simulation. People were exiled and killed in events like these; the log says what became of each."
        aside, down = int(self.rect.width * 0.286), self.rect.bottom - canvas.px(70)
        canvas.lines(aside, down, int(self.rect.width * 0.27), words, theme.SECOND, theme.ASH)


@dataclass(frozen=True, slots=True)
class Found:
    """What was read beside the window: faces, who is missing, years, the newest save, the tutorial."""

    people: list[PersonView] = field(default_factory=list)
    gone: frozenset[str] = frozenset()
    years: tuple[str, str] = ("", "")
    newest: SaveView | None = None
    lesson: str = ""


def cast(people: list[PersonView], start: int) -> list[PersonView]:
    """Those on the line today: which, and in which order, goes by the clock; nobody owns its top."""
    left, found = list(people), list[PersonView]()
    while left and len(found) < FACES:
        start, place = divmod(start, len(left))
        found.append(left.pop(place))
    return found


def missing(people: list[PersonView], start: int) -> frozenset[str]:
    """The two who are cut out today, never side by side."""
    if len(people) < 4:
        return frozenset()
    first = start // 7 % (len(people) - 2)
    return frozenset((people[first].id, people[first + 2].id))


class TitleScreen(Screen):
    """The first screen."""

    name = "title"
    title = "The General Line"

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor
        self.people: list[PersonView] = []
        self.gone: frozenset[str] = frozenset()
        self.years = ("", "")
        self.text = "The struggle for a party: alliances, appointments, votes."
        self.newest: SaveView | None = None
        self.lesson = ""
        self.page: TitlePage | None = None
        self.start = time.time_ns() // 1_000_000
        self.greeted = False  # the theme is heard once an arrival

    def entered(self, app: App) -> None:
        """Read what there is beside the window; the page fills when it is known."""
        app.job(self._read, lambda job: self._loaded(app, job.result))

    def _read(self) -> Found:
        """What the title shows; the figures are drawn here too, so that the window does not wait for them."""
        if self._has_theme():
            self.conductor.app.sounds.prepare("theme")
        loaded = self.conductor.shelf.fill() if not self.conductor.shelf.whole else self.conductor.shelf.loaded
        sound = [one for one in loaded.values() if isinstance(one, Scenario)]
        saves = self.conductor.saves.view(self.conductor.folder, loaded, 8).saves
        newest = next((save for save in saves if not save.problem), None)
        tutorial = next((one.id for one in sound if lesson(one) is not None), "")
        if not sound:
            return Found(newest=newest, lesson=tutorial)
        main = max(sound, key=lambda one: one.turns)
        years = (str(main.start.year), str(main.turn_dates(main.turns)[0].year))
        people = self.people or cast(list(faces(main, new(main, 1))), self.start)
        gone = self.gone or missing(people, self.start)
        size = self.page.figure_size(len(people)) if self.page else 0
        for person in people if size else ():
            art.standing(person, size, person.id in gone, theme.ASH if person.id in gone else theme.INK)
        return Found(people, gone, years, newest, tutorial)

    def _loaded(self, app: App, found: Found | None) -> None:
        if found is None:
            return
        self.people, self.gone, self.years = found.people, found.gone, found.years
        self.newest, self.lesson = found.newest, found.lesson
        if app.screen is self:
            if self._has_theme():
                app.sounds.play("theme")
            self.greeted = True
            app.refresh()

    def _has_theme(self) -> bool:
        """Whether the theme is to be heard now."""
        return self.conductor.app.settings.theme and not self.greeted

    def build(self, app: App) -> Widget:
        items: list[tuple[str, str, str, Action]] = []
        if self.newest:
            path = self.newest.path
            items.append(("Continue", self.newest.title, "C", lambda: self._continue(path)))
        items.append(("New game", "choose a scenario and a contender", "N", lambda: self.conductor.open("library")))
        if self.lesson:
            items.append(("Learn to play", "a small committee, one real vote", "L", self._learn))
        items.append(("Saved games", "go on with another", "G", lambda: self.conductor.open("saves")))
        items.append(("Settings", "text size, colours, motion, keys", "S", lambda: self.conductor.open("options")))
        items.append(("Leave", "close the window", "Q", self._leave))
        lines = [MenuLine(text, detail, key, act, index == 0) for index, (text, detail, key, act) in enumerate(items)]
        self.page = TitlePage(lines, self.people, self.gone, self.years, self.text)
        return self.page

    def _continue(self, path: str) -> None:
        from pathlib import Path

        self.conductor.load(Path(path))

    def _learn(self) -> None:
        scenario = self.conductor.shelf.get(self.lesson)
        setup = lesson(scenario) if isinstance(scenario, Scenario) else None
        if isinstance(scenario, Scenario) and setup is not None:
            self.conductor.begin(scenario, setup)

    def _leave(self) -> None:
        self.conductor.app.running = False
