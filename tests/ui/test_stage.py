"""Focus, hotkeys, nested tooltips, dialogs and scrolling work by keyboard and by mouse."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.ui.app import press
from game.ui.theme import HOVER_MS, Scale
from game.ui.widgets import (
    AlertCard,
    Breakdown,
    Button,
    Column,
    FaceCell,
    FigureRow,
    Footer,
    Frame,
    HoldButton,
    MainButton,
    OrderRow,
    Panel,
    Paragraph,
    PersonTile,
    Removal,
    Row,
    Scroll,
    Stage,
    Tab,
    TabBar,
    Table,
    TableColumn,
    TableRow,
    TurnChange,
    Widget,
    confirm,
    eased,
)

from . import samples

WIDE = Scale(1280, 720)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture(autouse=True)
def display() -> None:
    pygame.display.init()
    pygame.font.init()


def stage_of(widget: Widget, clock: Clock | None = None) -> Stage:
    return Stage(widget, WIDE, clock or Clock())


def move(stage: Stage, position: tuple[int, int]) -> None:
    stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=position, buttons=(0, 0, 0), rel=(0, 0)))


def click(stage: Stage, position: tuple[int, int]) -> None:
    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=position, button=1))
    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=position, button=1))


def orders(given: list[str]) -> Panel:
    return Panel(
        "Orders", [OrderRow(order, lambda order=order: given.append(order.kind)) for order in samples.ORDERS]
    )


def test_tab_walks_every_focusable_widget_and_comes_round() -> None:
    stage = stage_of(orders([]))
    order = stage.focus_order()
    assert len(order) == len(samples.ORDERS)
    walked = []
    for _ in order:
        stage.handle(press(pygame.K_TAB))
        walked.append(stage.focus)
    assert walked == order
    stage.handle(press(pygame.K_TAB))
    assert stage.focus is order[0]
    stage.handle(press(pygame.K_TAB, pygame.KMOD_SHIFT))
    assert stage.focus is order[-1]


def test_arrows_move_to_the_nearest_widget_that_way() -> None:
    buttons = [Button(name, lambda: None, name=name) for name in ("a", "b", "c", "d")]
    stage = stage_of(Column([Row(buttons[:2]), Row(buttons[2:])], gap=20))
    stage.set_focus(buttons[0])
    stage.handle(press(pygame.K_RIGHT))
    assert stage.focus is buttons[1]
    stage.handle(press(pygame.K_DOWN))
    assert stage.focus is buttons[3]
    stage.handle(press(pygame.K_LEFT))
    assert stage.focus is buttons[2]
    stage.handle(press(pygame.K_UP))
    assert stage.focus is buttons[0]


def test_letters_give_orders_and_enter_gives_the_focused_one() -> None:
    given: list[str] = []
    stage = stage_of(orders(given))
    stage.handle(press(pygame.K_o))
    stage.handle(press(pygame.K_TAB))
    assert stage.focus is not None and stage.focus.name == "order:intercept"
    stage.set_focus(stage.root.find("order:publish"))
    stage.handle(press(pygame.K_RETURN))
    assert given == ["offer", "publish"]


def test_a_locked_order_does_nothing_and_says_why() -> None:
    given: list[str] = []
    stage = stage_of(orders(given))
    stage.handle(press(pygame.K_v))
    stage.set_focus(stage.root.find("order:verify"))
    stage.handle(press(pygame.K_RETURN))
    assert given == []
    assert any("returning officer holds" in line for line in stage.spoken())
    surface = pygame.Surface((1280, 720))
    assert any("returning officer" in mark.text for mark in stage.paint(surface))


def test_tooltips_nest_pin_and_close_the_last_first() -> None:
    row = FigureRow(samples.DELEGATES)
    stage = stage_of(Column([row]))
    stage.set_focus(row)
    stage.handle(press(pygame.K_F1))
    assert [tip.box.title for tip in stage.tips] == ["Delegates forecast"]
    assert stage.focus is not None and stage.focus.label.startswith("The debate")
    stage.handle(press(pygame.K_F1))
    assert [tip.box.title for tip in stage.tips] == ["Delegates forecast", "The debate"]
    assert stage.tips[1].parent is stage.tips[0]
    assert not stage.tips[1].box.rect.colliderect(stage.tips[0].box.rect)
    stage.handle(press(pygame.K_p))
    assert stage.tips[1].pinned and not stage.tips[0].pinned
    stage.handle(press(pygame.K_ESCAPE))
    stage.handle(press(pygame.K_ESCAPE))
    assert stage.tips == [] and stage.focus is row


def test_hover_opens_after_a_short_delay_and_leaving_closes_unless_pinned() -> None:
    clock = Clock()
    row = FigureRow(samples.DELEGATES)
    stage = stage_of(Column([row]), clock)
    move(stage, row.rect.center)
    stage.tick(clock.now)
    assert stage.tips == []
    clock.now = HOVER_MS
    stage.tick(clock.now)
    assert len(stage.tips) == 1
    term = next(widget for widget in stage.tips[0].box.walk() if widget.tooltip)
    move(stage, term.rect.center)
    clock.now *= 2
    stage.tick(clock.now)
    assert len(stage.tips) == 2
    stage.tips[0].pinned = True
    move(stage, (2, 700))
    clock.now += HOVER_MS
    stage.tick(clock.now)
    assert [tip.box.title for tip in stage.tips] == ["Delegates forecast"]


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_nested_box_never_covers_the_sum_it_came_from(size: tuple[int, int], percent: int) -> None:
    row = FigureRow(samples.DELEGATES)
    stage = Stage(Column([row]), Scale(*size, percent), Clock())
    stage.set_focus(row)
    stage.handle(press(pygame.K_F1))
    stage.handle(press(pygame.K_F1))
    parent, child = (tip.box for tip in stage.tips)
    total = next(widget for widget in parent.walk() if type(widget).__name__ == "SumRow")
    assert not child.rect.colliderect(total.rect)
    assert pygame.Rect((0, 0), size).contains(child.rect)


def test_f1_a_second_time_opens_the_codex() -> None:
    opened: list[str] = []
    row = FigureRow(samples.STANDING[2])
    row.codex = "term:posts"
    stage = stage_of(Column([row]))
    stage.on_codex = opened.append
    stage.set_focus(row)
    stage.handle(press(pygame.K_F1))
    stage.handle(press(pygame.K_F1))
    assert opened == ["term:posts"]


def test_links_in_running_text_take_focus_and_lead_on() -> None:
    opened: list[str] = []
    stage = stage_of(Column([Paragraph(samples.DISPATCH.body)]))
    stage.on_codex = opened.append
    stage.lookup = lambda reference: ("Person", reference)
    assert [widget.label for widget in stage.focus_order()] == ["Dogwood", "weakness"]
    stage.handle(press(pygame.K_TAB))
    stage.handle(press(pygame.K_F1))
    assert stage.tips[0].box.title == "Person"
    stage.handle(press(pygame.K_ESCAPE))
    stage.handle(press(pygame.K_RETURN))
    assert opened == ["person:dogwood"]


def test_a_dialog_keeps_the_focus_and_starts_on_the_cautious_answer() -> None:
    done: list[str] = []
    stage = stage_of(orders(done))
    confirm(
        stage,
        "Break the pact?",
        "Break the pact with Birch? He knows by morning.",
        "Break it",
        lambda: done.append("broken"),
        yes_key="B",
    )
    assert stage.focus is not None and stage.focus.label == "Keep it"
    stage.handle(press(pygame.K_o))
    assert done == []
    stage.handle(press(pygame.K_RETURN))
    assert stage.modals == [] and done == []
    confirm(
        stage,
        "Break the pact?",
        "He knows by morning.",
        "Break it",
        lambda: done.append("broken"),
        yes_key="B",
    )
    stage.handle(press(pygame.K_b))
    assert done == ["broken"] and stage.modals == []


def test_focus_scrolls_into_view_and_the_wheel_moves() -> None:
    rows = [AlertCard(samples.ALERTS[0], lambda: None) for _ in range(40)]
    scroll = Scroll(Column(rows), name="s")
    stage = stage_of(Column([scroll]))
    assert scroll.furthest > 0
    stage.set_focus(rows[-1])
    assert scroll.rect.contains(rows[-1].rect)
    before = scroll.offset
    stage.handle(pygame.event.Event(pygame.MOUSEWHEEL, y=1, x=0, pos=(600, 300)))
    assert scroll.offset < before
    track = (scroll.rect.right - 2, scroll.rect.top + 4)
    stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=track, button=1))
    assert scroll.offset == 0


def test_a_rebuilt_page_keeps_focus_and_scrolling() -> None:
    def build() -> Widget:
        return Column([Scroll(Column([OrderRow(order, lambda: None) for order in samples.ORDERS * 9]), name="list")])

    stage = stage_of(build())
    scroll = stage.root.children[0]
    assert isinstance(scroll, Scroll)
    scroll.move_to(120)
    stage.set_focus(stage.root.find("order:offer"), scroll=False)
    stage.show(build())
    again = stage.root.children[0]
    assert isinstance(again, Scroll) and again.offset == 120
    assert stage.focus is stage.root.find("order:offer")


def test_the_mouse_activates_what_it_pressed() -> None:
    done: list[str] = []
    button = MainButton("End turn", lambda: done.append("end"), key="Space")
    stage = stage_of(Frame(None, orders([]), Footer([("F1", "explain")], button)))
    click(stage, button.rect.center)
    stage.handle(press(pygame.K_SPACE))
    assert done == ["end", "end"]


def test_a_cut_out_person_cannot_be_chosen() -> None:
    chosen: list[str] = []
    read: list[str] = []
    tiles = [PersonTile(person, lambda person=person: chosen.append(person.id)) for person in samples.PEOPLE]
    stage = stage_of(Column(tiles))
    stage.on_codex = read.append
    for tile in tiles:
        stage.set_focus(tile)
        stage.handle(press(pygame.K_RETURN))
    assert chosen == ["alder", "birch", "cedar", "dogwood"]
    assert read == ["person:elder"]


def test_terms_sum_to_the_figure_that_is_shown() -> None:
    for figure in (*samples.STANDING, samples.LEAN):
        assert sum(term.amount for term in figure.terms) == figure.total
        labels = [widget.label for widget in Breakdown(figure).walk()]
        assert any(label.startswith(figure.sum_label) for label in labels)


def test_selecting_a_row_may_rebuild_the_page_and_the_click_still_counts() -> None:
    chosen: list[int] = []
    opened: list[int] = []

    def build() -> Widget:
        rows = [
            TableRow(
                (f"Row {index}", str(index)),
                lambda index=index: opened.append(index),
                name=f"row{index}",
                on_focus=lambda index=index: select(index),
            )
            for index in range(5)
        ]
        return Column([Table((TableColumn("Name"), TableColumn("Seats", align="right")), rows)])

    def select(index: int) -> None:
        chosen.append(index)
        stage.show(build())

    stage = stage_of(build())
    row = stage.root.find("row3")
    assert row is not None
    click(stage, row.rect.center)
    assert chosen == [3] and opened == [3]
    assert stage.focus is stage.root.find("row3")
    stage.handle(press(pygame.K_DOWN))
    assert chosen == [3, 4]


def test_the_focus_comes_back_after_a_dialog() -> None:
    stage = stage_of(orders([]))
    first = stage.focus_order()[2]
    stage.set_focus(first)
    confirm(stage, "Sure?", "It cannot be undone.", "Yes", lambda: None)
    stage.handle(press(pygame.K_ESCAPE))
    assert stage.modals == [] and stage.focus is first


def test_a_narrow_table_drops_columns_into_a_second_line() -> None:
    columns = [
        TableColumn("Hall", 150, keep=9),
        TableColumn("Seats", 60, keep=8),
        TableColumn("Reason", 200, keep=2),
    ]
    row = TableRow((FaceCell("North", "Alder", samples.ALDER), "105", "Follows the president"), name="north")
    table = Table(columns, [row])
    stage = Stage(Column([table]), Scale(640, 360), Clock())
    assert table.hidden == []
    stage.layout(Scale(320, 360))
    assert table.hidden == [2]
    marks = [mark.text for mark in stage.paint(pygame.Surface((320, 360)))]
    assert "Reason: Follows the president" in marks


def test_the_tabs_that_do_not_fit_are_in_a_menu() -> None:
    opened: list[str] = []
    names = ("Desk", "Council", "Organisations", "Relations", "Doctrine", "Codex", "Log")
    tabs = [Tab(name, str(index + 1), lambda name=name: opened.append(name)) for index, name in enumerate(names)]
    for scale in (Scale(1280, 720), Scale(1920, 1080, 200), Scale(1280, 720, 200)):
        bar = TabBar(samples.BAR, tabs, "Desk")
        stage = Stage(Column([bar]), scale, Clock())
        shown = [widget for widget in bar.walk() if widget.name.startswith("tab:")]
        assert shown
        assert all(one.rect.right <= two.rect.left for one, two in pairwise(shown))
        assert shown[-1].rect.right < scale.width - bar.rect.height
    stage.set_focus(stage.root.find("tab:menu"))
    stage.handle(press(pygame.K_RETURN))
    assert len(stage.modals) == 1
    stage.handle(press(pygame.K_7))
    assert opened == ["Log"] and stage.modals == []


def test_hold_to_open_needs_a_whole_second() -> None:
    done: list[str] = []
    clock = Clock()
    button = HoldButton("Hold to open", lambda: done.append("open"))
    stage = stage_of(Column([Row([button])]), clock)
    stage.set_focus(button)
    stage.handle(press(pygame.K_RETURN))
    clock.now = 900
    stage.tick(clock.now)
    stage.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0))
    clock.now = 1100
    stage.tick(clock.now)
    assert done == []
    stage.handle(press(pygame.K_RETURN))
    clock.now = 2200
    stage.tick(clock.now)
    assert done == ["open"] and not stage.moving


def test_motion_ends_and_leaves_the_page() -> None:
    clock = Clock()
    removal = Removal(samples.ELDER)
    stage = stage_of(Column([removal]), clock)
    surface = pygame.Surface((1280, 720))
    assert stage.play(TurnChange("May"))
    for moment in range(0, 460, 20):
        clock.now = moment
        stage.tick(moment)
        stage.paint(surface)
    assert stage.overlay is None and not stage.moving
    stage.reduced_motion = True
    assert not stage.play(TurnChange("June"))
    assert [eased(share) for share in (0, 500, 1000)] == [0, 875, 1000]
