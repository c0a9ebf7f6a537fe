"""The hall: up to 2000 seats in an arc, squares for, wedges against, rings abstained, called in 3 s."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import pygame

from game.ui import art, draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.keep import kept
from game.ui.theme import Scale
from game.ui.widgets.core import Widget
from game.ui.widgets.keys import key_name
from game.views.shapes import Ballot, PersonView

Seat = tuple[float, float, float]
"""x, y and the angle of a seat; the unit is the hall's outer radius, the centre is (0, 0)."""


#: Room over the arc for cries, in units; how far their plates are turned, in degrees.
HEAD, TURN = 40, 10
LEAST_INNER = 0.36
AROUND = {1: 150, 2: 180, 3: 220}
"""Units of the window that a page needs above and below the hall, by the number of columns."""
"""The inner radius of a full hall; small halls leave more room in the middle."""


@lru_cache(maxsize=64)
def plan_of(count: int) -> tuple[int, float]:
    """Rows of a hall and the pitch of its seats, along the arc as between rows, in outer radii."""
    best = (1, min(0.2, math.pi / max(1, count - 1)))
    for rows in range(2, 2 + count // 30):
        pitch = math.pi * rows / (count - rows + math.pi * rows * (rows - 1) / 2)
        if 1 - (rows - 1) * pitch < LEAST_INNER:
            break
        best = (rows, pitch)
    return best


@lru_cache(maxsize=16)
def seats_of(count: int) -> tuple[Seat, ...]:
    """Seats of a hall, ordered from the left end of the arc to the right: the order of the call."""
    if count <= 0:
        return ()
    rows, pitch = plan_of(count)
    radii = [1 - row * pitch for row in range(rows)]
    seats: list[Seat] = []
    for radius, share in zip(radii, _largest_remainder(count, radii), strict=True):
        for index in range(share):
            angle = math.pi - math.pi * (index / (share - 1) if share > 1 else 0.5)
            seats.append((math.cos(angle) * radius, math.sin(angle) * radius, angle))
    seats.sort(key=lambda seat: (-round(seat[2], 6), -(seat[0] ** 2 + seat[1] ** 2)))
    return tuple(seats)


def _largest_remainder(count: int, weights: Sequence[float]) -> list[int]:
    whole = sum(weights)
    exact = [count * weight / whole for weight in weights]
    shares = [int(each) for each in exact]
    order = sorted(range(len(weights)), key=lambda index: (shares[index] - exact[index], index))
    for index in order[: count - sum(shares)]:
        shares[index] += 1
    return shares


@kept(4)
def _stamp(ballot: Ballot, size: int, degrees: int) -> pygame.Surface:
    large = pygame.Surface((size * 8, size * 8), pygame.SRCALPHA)
    middle, half = size * 4, size * 2
    if ballot is Ballot.FOR:
        pygame.draw.rect(large, theme.LIGHT_RED, (middle - half, middle - half, 2 * half, 2 * half))
    elif ballot is Ballot.AGAINST:
        # The wedge points at the chair.
        pygame.draw.polygon(
            large,
            theme.WHITE,
            [(middle - half, middle - half), (middle - half, middle + half), (middle + half * 1.1, middle)],
        )
    elif ballot is Ballot.ABSTAINED:
        pygame.draw.circle(large, theme.MIST, (middle, middle), half, max(2, size * 3 // 4))
    else:
        pygame.draw.circle(large, theme.ASH, (middle, middle), max(2, size * 3 // 4))
    turned = pygame.transform.rotate(large, degrees)
    return pygame.transform.smoothscale(turned, (max(1, turned.get_width() // 4), max(1, turned.get_height() // 4)))


def forget() -> None:
    """Forget stamps and plates, after the palette changed."""
    _stamp.cache_clear()
    heckle_plate.cache_clear()


class Hemicycle(Widget):
    """An animated roll call. Keys 1, 2 and 4 set its speed, Space or a click shows the end.

    `on_progress(count)` is called as ballots are called, `on_done()` once after the last.
    """

    def __init__(
        self,
        ballots: Sequence[Ballot],
        *,
        presidium: Sequence[PersonView] = (),
        heckles: Sequence[str] = (),
        presidium_word: str = "Presidium",
        animated: bool = True,
        on_progress: Callable[[int], object] | None = None,
        on_done: Callable[[], object] | None = None,
        flex: int = 1,
        name: str = "hemicycle",
    ) -> None:
        counts = ", ".join(
            f"{sum(each is kind for each in ballots)} {kind.value}" for kind in Ballot if kind is not Ballot.WAITING
        )
        cries = f". Cries: {', '.join(heckles)}" if heckles else ""
        super().__init__(label=f"{len(ballots)} seats: {counts}{cries}", flex=flex, name=name, focusable=True)
        self.ballots = tuple(ballots)
        self.presidium, self.heckles, self.presidium_word = tuple(presidium), tuple(heckles), presidium_word
        self.on_progress, self.on_done = on_progress, on_done
        self.called = 0 if animated else len(self.ballots)
        self.speed = 1
        self._last: int | None = None
        self._elapsed = 0

    # -- time
    def start_motion(self) -> bool:
        """Begin the call; with reduced motion only its last frame is shown."""
        if self.stage and self.stage.reduced_motion:
            self.finish()
        return self.called < len(self.ballots)

    def tick(self, now: int) -> bool:
        if self._last is not None:
            self._elapsed += (now - self._last) * self.speed
        self._last = now
        before = self.called
        if self._elapsed >= theme.ROLL_CALL_MS:
            self.finish()
            return False
        self.called = max(before, len(self.ballots) * self._elapsed // theme.ROLL_CALL_MS)
        if self.called != before and self.on_progress:
            self.on_progress(self.called)
        return self.called < len(self.ballots)

    def finish(self) -> None:
        """Show the last frame."""
        done = self.called >= len(self.ballots)
        self.called = len(self.ballots)
        self._elapsed = theme.ROLL_CALL_MS
        if not done:
            if self.on_progress:
                self.on_progress(self.called)
            if self.on_done:
                self.on_done()
        self.ask_redraw()

    def resume(self, before: Hemicycle) -> None:
        """Go on where another call of the same ballots stood, after the page was built again."""
        self.called, self.speed = before.called, before.speed
        self._elapsed, self._last = before._elapsed, before._last

    @property
    def running(self) -> bool:
        """Whether ballots are still being called."""
        return self.called < len(self.ballots)

    def tally(self) -> dict[Ballot, int]:
        """The ballots called so far."""
        shown = self.ballots[: self.called]
        return {kind: sum(ballot is kind for ballot in shown) for kind in Ballot}

    def event(self, event: pygame.event.Event) -> bool:
        if not self.running:
            return False
        if event.type == pygame.KEYDOWN:
            return self.control(key_name(event))
        if event.type == pygame.MOUSEBUTTONUP:
            self.finish()
            return True
        return False

    def control(self, key: str) -> bool:
        """Speed keys and skip; a screen may pass its own keys here."""
        if not self.running:
            return False
        if key in ("1", "2", "4"):
            self.speed = int(key)
            return True
        if key in ("Space", "Enter"):
            self.finish()
            return True
        return False

    # -- drawing
    def min_width(self, scale: Scale) -> int:
        return scale.px(280)

    def height_for(self, scale: Scale, width: int) -> int:
        room = max(scale.px(130), scale.height - scale.px(AROUND[scale.columns]))
        return min(width * 58 // 100, scale.px(520), room)

    def draw_focus(self, canvas: Canvas) -> None:
        pygame.draw.rect(canvas.surface, theme.LIGHT_BLUE, self.rect, canvas.px(theme.FOCUS))

    def _hall(self, canvas: Canvas) -> tuple[int, int, int]:
        plinth = canvas.px(52) if self.presidium_word else 0
        margin = canvas.px(10)
        head = canvas.px(HEAD) if self.heckles else 0
        half = min((self.rect.width - 2 * margin) // 2, self.rect.height - plinth - head - 2 * margin)
        # Half a seat stands beyond the outer row.
        radius = int(half / (1 + plan_of(len(self.ballots))[1] * 0.5))
        spare = self.rect.height - plinth - head - 2 * margin - radius
        return self.rect.centerx, self.rect.top + head + margin + spare // 2 + radius, max(20, radius)

    def draw(self, canvas: Canvas) -> None:
        canvas.fill(theme.INK, self.rect)
        left, base, radius = self._hall(canvas)
        seats = seats_of(len(self.ballots))
        size = self._seat_size(radius, len(seats))
        for index, (x, y, angle) in enumerate(seats):
            ballot = self.ballots[index] if index < self.called else Ballot.WAITING
            turn = self._turn(ballot, angle)
            stamp = _stamp(ballot, size, turn)
            canvas.surface.blit(stamp, stamp.get_rect(center=(left + round(x * radius), base - round(y * radius))))
        self._dais(canvas, left, base, radius)
        self._plates(canvas)

    @staticmethod
    def _seat_size(radius: int, count: int) -> int:
        return max(3, int(radius * plan_of(count)[1] * 0.56))

    @staticmethod
    def _turn(ballot: Ballot, angle: float) -> int:
        if ballot in (Ballot.ABSTAINED, Ballot.WAITING):
            return 0
        degrees = round(math.degrees(angle) / 3) * 3
        return (degrees + 180) % 360 if ballot is Ballot.AGAINST else degrees % 90

    def _dais(self, canvas: Canvas, middle: int, base: int, radius: int) -> None:
        rows, pitch = plan_of(len(self.ballots))
        inner = int(radius * (1 - (rows - 0.5) * pitch))
        faces = self.presidium[:3]
        size = min(canvas.px(112), inner * 2 // max(2, len(faces) + 1))
        if size >= canvas.px(28):
            for index, person in enumerate(faces):
                big = size * 11 // 10 if index == len(faces) // 2 and len(faces) > 1 else size
                picture = art.portrait_round(person, big, theme.WHITE)
                spread = (index - (len(faces) - 1) / 2) * size * 1.04
                canvas.surface.blit(picture, picture.get_rect(midbottom=(middle + int(spread), base)))
        if self.presidium_word:
            wide = min(
                canvas.px(350),
                max(inner * 2, canvas.width(self.presidium_word, theme.BUTTON) + canvas.px(70)),
            )
            block = pygame.Rect(0, 0, wide, canvas.px(38))
            block.midtop = (middle, base + canvas.px(10))
            cut = block.height / theme.SLOPE
            draw.polygon(
                canvas.surface,
                theme.RED,
                [
                    block.topleft,
                    block.topright,
                    (block.right - cut, block.bottom),
                    (block.left + cut, block.bottom),
                ],
            )
            canvas.text(
                block.centerx,
                block.centery - canvas.line_height(theme.BUTTON) // 2,
                self.presidium_word,
                theme.BUTTON,
                theme.WHITE,
                "centre",
            )

    def _due(self) -> list[str]:
        """The cries heard so far; they come in turn while the hall is called."""
        whole, count = len(self.ballots), len(self.heckles)
        return [
            text for index, text in enumerate(self.heckles) if self.called * (count + 1) >= whole * (index + 1)
        ][:3]

    def _plates(self, canvas: Canvas) -> None:
        """Two slanted plates in the upper corners, outside the arc; the third cry is a line of the transcript."""
        left, base, radius = self._hall(canvas)
        for place, text in enumerate(self._due()):
            if place == 2:
                self._transcript(canvas, text, left, base)
                continue
            plate = heckle_plate(text, canvas.scale.percent, place)
            box = plate.get_rect(topleft=(self.rect.left + canvas.px(6), self.rect.top))
            near = box.right
            if place:
                box.topright = (self.rect.right - canvas.px(6), self.rect.top)
                near = box.left
            if math.hypot(near - left, box.bottom - canvas.px(10) - base) >= radius + canvas.px(10):
                canvas.surface.blit(plate, box)

    def _transcript(self, canvas: Canvas, text: str, middle: int, base: int) -> None:
        words = f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"
        room = middle - canvas.px(190) - self.rect.left
        if canvas.width(words, theme.BUTTON) <= room:
            canvas.text(self.rect.left, base + canvas.px(18), words, theme.BUTTON, theme.MIST)


@kept(2)
def heckle_plate(text: str, percent: int, side: int) -> pygame.Surface:
    """A cry on a slanted plate, turned: red on the left of the hall, white on the right."""
    ground, ink = (theme.WHITE, theme.INK) if side else (theme.RED, theme.WHITE)
    high = 44 * percent // 100
    words = fonts.picture(text.upper(), theme.HEADLINE, percent, ink)
    plate = pygame.Surface((words.get_width() + high * 3 // 2, high), pygame.SRCALPHA)
    draw.slanted_block(plate, ground, plate.get_rect())
    plate.blit(words, words.get_rect(center=plate.get_rect().center))
    return pygame.transform.rotozoom(plate, -TURN if side else TURN, 1)
