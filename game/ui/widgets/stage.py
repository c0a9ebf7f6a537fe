"""The stage: one widget tree with its focus, hover, hotkeys, dialogs and nested tooltips.

It needs no window: give it a size and events, and ask it to paint on any surface.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui import theme
from game.ui.canvas import Canvas, TextMark
from game.ui.clock import now
from game.ui.theme import Scale
from game.ui.widgets import tips
from game.ui.widgets.core import Tooltip, Widget
from game.ui.widgets.focus import follow, nearest, path_to
from game.ui.widgets.keys import ARROWS, key_name
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.tip_stack import TipStack


class Stage(TipStack):
    """Holds a tree, sends it events and paints it; `dirty` asks for one more frame."""

    def __init__(self, root: Widget, scale: Scale, clock: Callable[[], int] | None = None) -> None:
        self.scale = scale
        self.clock = clock or now
        self.root = root
        self.modals: list[Widget] = []
        self.tips: list[tips.Tip] = []
        self.focus: Widget | None = None
        self.hover: Widget | None = None
        self.dirty = True
        self.reduced_motion = False
        self.on_codex: Callable[[str], object] | None = None
        self.lookup: Callable[[str], Tooltip] | None = None
        self.on_sound: Callable[[str, int], object] | None = None
        self.memory: dict[str, int] = {}
        self.overlay: Widget | None = None
        self.marks: list[TextMark] = []
        self._moving: list[Widget] = []
        self._hover_due: int | None = None
        self._close_due: int | None = None
        self._alarm: tuple[int, Callable[[], object]] | None = None
        self._keep = 0
        self._mouse = (0, 0)
        self._pressed: Widget | None = None
        self._returns: list[Widget | None] = []
        self.show(root)

    # -- the tree
    def show(self, root: Widget) -> None:
        """Put a tree on the stage, keeping focus and scrolling by name where both trees have it."""
        before = self.focus
        path = path_to(self.root, before) if before else None
        offsets = {
            widget.name: widget.offset
            for widget in self.root.walk()
            if isinstance(widget, Scroll) and widget.name
        }
        self.root = root
        root.attach(self)
        self.tips.clear()
        self._moving = [self.overlay] if self.overlay else []
        self.hover = self.focus = None
        self._scroll_as(offsets)
        self.layout()
        if self._scroll_as(offsets):  # columns make their scrolls when they are placed
            self.layout()
        again = (root.find(before.name) if before and before.name else None) or follow(root, path)
        if again and again.focusable:
            self.set_focus(again, scroll=False, quietly=True)
        for widget in root.walk():
            start = getattr(widget, "start_motion", None)
            if start and start():
                self.animate(widget)
        self.dirty = True

    def _scroll_as(self, offsets: dict[str, int]) -> bool:
        """Give scrolls the offsets kept by name; True when one changed."""
        changed = False
        for widget in self.root.walk():
            if isinstance(widget, Scroll) and offsets.get(widget.name, widget.offset) != widget.offset:
                widget.offset, changed = offsets[widget.name], True
        return changed

    def layout(self, scale: Scale | None = None) -> None:
        """Place everything for the window, again or for a new one."""
        self.scale = scale or self.scale
        whole = pygame.Rect(0, 0, self.scale.width, self.scale.height)
        for layer in [self.root, *self.modals]:
            layer.place(self.scale, whole)
        for tip in self.tips:
            tips.place(tip, self.scale)
        self.dirty = True

    def push_modal(self, widget: Widget) -> None:
        """Lay a dialog over the page; it keeps the focus until it is closed."""
        self.close_tips()
        self._returns.append(self.focus)
        widget.attach(self)
        self.modals.append(widget)
        self.layout()
        order = self.focus_order()
        self.set_focus(
            next((each for each in order if getattr(each, "first_focus", False)), order[0] if order else None)
        )

    def pop_modal(self) -> None:
        """Close the topmost dialog."""
        if self.modals:
            self.modals.pop()
            before = self._returns.pop() if self._returns else None
            self.set_focus(before if before in self.focus_order() else None, quietly=True)
            self.dirty = True

    # -- focus
    @property
    def scope(self) -> Widget:
        """What the focus may walk: the tooltip opened by keyboard, the dialog or the page."""
        if (
            self.tips
            and self.tips[-1].by_keyboard
            and any(each.focusable for each in self.tips[-1].box.walk())
        ):
            return self.tips[-1].box
        return self.modals[-1] if self.modals else self.root

    def focus_order(self) -> list[Widget]:
        """Everything the focus can reach, in reading order."""
        return [widget for widget in self.scope.walk() if widget.focusable]

    def set_focus(self, widget: Widget | None, scroll: bool = True, quietly: bool = False) -> None:
        """Move the focus and bring it into view; `quietly` does not tell the widget (after a rebuild)."""
        if self.focus:
            self.focus.focused = False
        self.focus = widget
        if widget:
            widget.focused = True
            if scroll:
                self._reveal(widget)
            gained = None if quietly else getattr(widget, "on_focus", None)
            if gained:
                gained()
        self.dirty = True

    def _reveal(self, widget: Widget) -> None:
        holders = [each for each in self.scope.walk() if isinstance(each, Scroll) and widget in each.walk()]
        for holder in reversed(holders):
            holder.show(widget.rect)

    def _step(self, by: int) -> bool:
        order = self.focus_order()
        if not order:
            return False
        at = order.index(self.focus) + by if self.focus in order else (0 if by > 0 else len(order) - 1)
        self.set_focus(order[at % len(order)])
        return True

    def _toward(self, direction: tuple[int, int]) -> bool:
        order = self.focus_order()
        if self.focus is None or self.focus not in order:
            return self._step(1)
        found = nearest(order, self.focus, direction)
        if found:
            self.set_focus(found)
        return found is not None

    # -- events
    def handle(self, event: pygame.event.Event) -> bool:
        """Take one event; True when it was used."""
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type == pygame.KEYUP:
            return bool(self.focus and self.focus.event(event))
        if event.type == pygame.MOUSEMOTION:
            return self._motion(event)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._press(event)
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            return self._release(event)
        if event.type == pygame.MOUSEWHEEL:
            return self._wheel(event)
        return False

    def _key(self, event: pygame.event.Event) -> bool:
        name = key_name(event)
        focused = self.focus
        if focused and focused.event(event):
            self.dirty = True
            return True
        if self._tip_key(name):
            return True
        if name in ("Tab", "Shift Tab"):
            return self._step(-1 if name == "Shift Tab" else 1)
        if name == "Enter" and focused and self._activate(focused):
            return True
        if self._hotkey(name):
            return True
        if name in ARROWS and self._toward(ARROWS[name]):
            return True
        return any(widget.event(event) for widget in self.scope.walk() if isinstance(widget, Scroll))

    def _tip_key(self, name: str) -> bool:
        if name == "Esc" and self.tips:
            return self.close_tip()
        if name == "P" and self.tips:
            return self.pin_tip()
        if name == "F1":
            return self.explain(self.focus or self.hover)
        return False

    def _activate(self, widget: Widget) -> bool:
        if widget.activate():
            self.sound("stamp" if getattr(widget, "stamps", False) else "tap")
            self.dirty = True
            return True
        if not widget.enabled:
            self.sound("tap")
            return True
        return bool(widget.tooltip) and self.open_tip(widget, by_keyboard=True)

    def _hotkey(self, name: str) -> bool:
        for widget in (self.modals[-1] if self.modals else self.root).walk():
            if (
                widget.key
                and widget.key.upper() == name.upper()
                and (widget.on_activate or not widget.enabled)
            ):
                if widget.focusable:
                    self.set_focus(widget)
                return self._activate(widget)
        return False

    def sound(self, name: str, loudness: int = 1000) -> None:
        """Play a short sound, at a loudness in thousandths, if somebody listens."""
        if self.on_sound:
            self.on_sound(name, loudness)

    def _under(self, position: tuple[int, int]) -> Widget | None:
        for tip in reversed(self.tips):
            if tip.box.rect.collidepoint(position):
                return tip.box.hit(position)
        return (self.modals[-1] if self.modals else self.root).hit(position)

    def _motion(self, event: pygame.event.Event) -> bool:
        self._mouse = event.pos
        if getattr(event, "buttons", (0, 0, 0))[0] and any(
            each.event(event) for each in self.scope.walk() if isinstance(each, Scroll)
        ):
            self.dirty = True
            return True
        under = self._under(event.pos)
        if under is not self.hover:
            for widget, over in ((self.hover, False), (under, True)):
                if widget:
                    widget.hovered = over
            self.hover = under
            self._hover_due = self.clock() + theme.HOVER_MS if under and under.tooltip else None
            self.dirty = True
        self.plan_closing(event.pos)
        if under and under.event(event):
            self.dirty = True
        return under is not None

    def _press(self, event: pygame.event.Event) -> bool:
        for layer in [tip.box for tip in reversed(self.tips)] + [
            self.modals[-1] if self.modals else self.root
        ]:
            for widget in layer.walk():
                if isinstance(widget, Scroll) and widget.event(event):
                    self.dirty = True
                    return True
        under = self._under(event.pos)
        self._pressed = under
        if under is None:
            return any(tip.box.rect.collidepoint(event.pos) for tip in self.tips)
        if under.focusable:
            self.set_focus(under, scroll=False)
        if under.event(event):
            self.dirty = True
        return True

    def _release(self, event: pygame.event.Event) -> bool:
        for widget in self.scope.walk():
            if isinstance(widget, Scroll) and widget.event(event):
                return True
        under, pressed = self._under(event.pos), self._pressed
        self._pressed = None
        if under is None or pressed is None or not self._same(under, pressed):
            return False
        return under.event(event) or self._activate(under)

    @staticmethod
    def _same(one: Widget, two: Widget) -> bool:
        """Whether two widgets are one, though the page was rebuilt between press and release."""
        if one is two:
            return True
        return (
            type(one) is type(two)
            and one.name == two.name
            and one.label == two.label
            and one.rect == two.rect
        )

    def _wheel(self, event: pygame.event.Event) -> bool:
        position = getattr(event, "pos", None) or self._mouse
        over = [
            each
            for each in self.scope.walk()
            if isinstance(each, Scroll) and each.rect.collidepoint(position)
        ]
        used = any(holder.event(event) for holder in reversed(over))
        if used:
            self.dirty = True
        return used

    # -- time
    def animate(self, widget: Widget) -> None:
        """Call the widget's `tick` every frame until it says it is done."""
        if widget not in self._moving:
            self._moving.append(widget)
        self.dirty = True

    def play(self, overlay: Widget) -> bool:
        """Lay a motion over the page until it ends; nothing is shown with reduced motion."""
        if self.reduced_motion:
            return False
        overlay.attach(self)
        overlay.place(self.scale, pygame.Rect(0, 0, self.scale.width, self.scale.height))
        self.overlay = overlay
        self.animate(overlay)
        return True

    @property
    def moving(self) -> bool:
        """Whether anything needs frames."""
        return bool(self._moving)

    def deadline(self) -> int | None:
        """The next moment in milliseconds at which something happens by itself."""
        alarm = self._alarm[0] if self._alarm else None
        due = [moment for moment in (self._hover_due, self._close_due, alarm) if moment is not None]
        return min(due) if due else None

    def wake_at(self, moment: int | None, act: Callable[[], object]) -> None:
        """Call an act once at a moment in milliseconds; None forgets the one that was waited for."""
        self._alarm = None if moment is None else (moment, act)

    def tick(self, now: int) -> None:
        """Open and close what is due and move what moves."""
        if self._alarm and now >= self._alarm[0]:
            act, self._alarm = self._alarm[1], None
            act()
        if self._hover_due is not None and now >= self._hover_due:
            self._hover_due = None
            if self.hover:
                self.open_tip(self.hover)
        if self._close_due is not None and now >= self._close_due:
            self._close_due = None
            self.tips = [tip for index, tip in enumerate(self.tips) if index < self._keep or tip.pinned]
            self.dirty = True
        if self._moving:
            self._moving = [widget for widget in self._moving if widget.tick(now)]
            if self.overlay and self.overlay not in self._moving:
                self.overlay = None
            self.dirty = True

    # -- painting
    def paint(self, surface: pygame.Surface) -> list[TextMark]:
        """Draw everything; returns every line of text drawn, by layer."""
        canvas = Canvas(surface, self.scale)
        surface.fill(theme.PAPER)
        self.root.paint(canvas)
        for modal in self.modals:
            canvas.layer += 1
            modal.paint(canvas)
        for tip in self.tips:
            canvas.layer += 1
            tips.paint(tip, canvas)
        if self.overlay:
            canvas.layer += 1
            self.overlay.paint(canvas)
        self.dirty = False
        self.marks = canvas.marks
        return canvas.marks

    def spoken(self) -> list[str]:
        """The labels of everything on the page in reading order, for screen readers and tests."""
        return [widget.label for widget in self.scope.walk() if widget.label]
