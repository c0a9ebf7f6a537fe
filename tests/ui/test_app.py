"""The window draws only when something changed, keeps its settings and does not wait for long work."""

from __future__ import annotations

import json
import math
import threading
import time
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.ui import gallery, settings, sound
from game.ui.app import App, Screen, press
from game.ui.jobs import Job
from game.ui.settings import Settings
from game.ui.widgets import (
    Column,
    FigureRow,
    Footer,
    Frame,
    Hemicycle,
    Label,
    MainButton,
    Tab,
    TabBar,
    Widget,
)
from game.ui.widgets.hemicycle import plan_of, seats_of
from game.ui.widgets.keys import key_name
from game.ui.widgets.motion import TurnChange
from game.views.shapes import Ballot

from . import samples


class Clock:
    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


class Page(Screen):
    name = "Page"

    def __init__(self, widget: Widget | None = None) -> None:
        self.widget = widget
        self.keys: list[str] = []

    def build(self, app: App) -> Widget:
        return self.widget or Column([FigureRow(figure) for figure in samples.STANDING])

    def on_key(self, app: App, key: str) -> bool:
        self.keys.append(key)
        return key == "G"


def app_of(page: Screen, **values: object) -> tuple[App, Clock]:
    clock = Clock()
    return App(page, Settings(sound=False, **values), clock=clock), clock  # type: ignore[arg-type]


def test_an_idle_window_redraws_nothing() -> None:
    app, clock = app_of(Page())
    assert app.step()
    for moment in range(0, 5000, 100):
        clock.now = moment
        assert not app.step()
    assert app.redraws == 1
    assert app.stage.deadline() is None and not app.stage.moving
    app.step([press(pygame.K_TAB)])
    assert app.redraws == 2


def test_keys_no_widget_takes_reach_the_screen() -> None:
    page = Page()
    app, _ = app_of(page)
    app.step([press(pygame.K_g), press(pygame.K_z, pygame.KMOD_CTRL)])
    assert page.keys == ["G", "Ctrl Z"]


def test_escape_leaves_the_top_screen_but_not_the_last() -> None:
    first, second = Page(), Page(Label("second"))
    app, _ = app_of(first)
    app.push(second)
    app.step([press(pygame.K_ESCAPE)])
    assert app.screen is first
    app.step([press(pygame.K_ESCAPE)])
    assert app.screen is first and app.running


def test_text_size_steps_by_keyboard_between_100_and_200() -> None:
    app, _ = app_of(Page())
    sizes = []
    for _ in range(6):
        app.step([press(pygame.K_EQUALS, pygame.KMOD_CTRL)])
        sizes.append(app.scale.percent)
    assert sizes == [125, 150, 175, 200, 200, 200]
    app.step([press(pygame.K_MINUS, pygame.KMOD_CTRL)])
    assert app.scale.percent == 175


def test_long_work_leaves_the_window_alive_and_comes_back_in_its_own_thread() -> None:
    app, _ = app_of(Page())
    gate = threading.Event()
    threads: list[str] = []

    def done(job: Job[int]) -> None:
        threads.append(threading.current_thread().name)
        assert job.result == 41

    def work() -> int:
        gate.wait(5)
        return 41

    job = app.job(work, done)
    app.step([press(pygame.K_TAB)])
    assert app.busy is job and threads == []
    gate.set()
    assert job.wait(5)
    app.step()
    assert threads == [threading.main_thread().name] and app.busy is None


def test_a_job_reports_progress_and_hands_over_its_error() -> None:
    app, _ = app_of(Page())
    seen: list[BaseException | None] = []

    def work(report: object) -> None:
        assert callable(report)
        report(400, "half a turn")
        raise ValueError("no")

    job = app.job(work, lambda job: seen.append(job.error), reports=True)
    job.wait(5)
    app.step()
    assert (job.progress, job.words) == (400, "half a turn")
    assert isinstance(seen[0], ValueError)


def test_settings_survive_a_bad_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    assert settings.load(path) == Settings()
    assert settings.save(Settings(150, True, False), path)
    assert settings.load(path) == Settings(150, True, False)
    for text in ("", "[]", "{", json.dumps({"text_size": "big", "sound": 0, "width": -4}), "\x00"):
        path.write_text(text, encoding="utf-8")
        loaded = settings.load(path)
        assert 100 <= loaded.text_size <= 200 and loaded.sound is True and loaded.width >= 640
    assert settings.parse({"text_size": 900}).text_size == 200


def test_sound_is_silent_when_it_is_not_wanted() -> None:
    assert not sound.open_sounds(False).play("stamp")
    for name, make in sound.SOUNDS.items():
        wave = make()
        assert 0.05 < len(wave) / sound.RATE < 3 or name == "theme", name
        assert abs(wave).max() <= 1.7


def test_the_theme_is_short_rises_and_dies_away() -> None:
    wave, rate = sound.title_theme(), sound.RATE
    assert 6 <= len(wave) / rate <= 10
    assert 0.3 < abs(wave).max() <= 1
    assert abs(wave[-100:]).max() < 0.001
    heard = [_pitch(wave, beat) for beat, _ in sound.MOTIF[:-1]]
    assert heard == sorted(heard) and heard[-1] > heard[0] * 1.5


def _pitch(wave: np.ndarray, beat: float) -> float:
    """The strongest tone above the drum in the second half of a beat, in Hz."""
    start = int((beat + 0.45) * sound.BEAT * sound.RATE)
    piece = wave[start : start + int(sound.BEAT * sound.RATE * 0.5)]
    strength = np.abs(np.fft.rfft(piece, 1 << 16))
    first = (1 << 16) * 120 // sound.RATE
    return float(first + strength[first:].argmax()) * sound.RATE / (1 << 16)


def test_a_roll_call_ends_after_three_seconds_and_sooner_when_hurried() -> None:
    for speed, ends in ((None, 3000), (pygame.K_4, 750)):
        finished: list[int] = []
        hall = Hemicycle(samples.BALLOTS, on_done=lambda finished=finished: finished.append(1))
        app, clock = app_of(Page(hall))
        app.stage.set_focus(hall)
        app.step()
        if speed:
            app.step([press(speed)])
        last = 0
        while hall.running and clock.now < 4000:
            clock.now += 50
            app.step()
            last = clock.now
        assert abs(last - ends) <= 100
        assert finished == [1]
        assert hall.tally()[Ballot.FOR] == samples.BALLOTS.count(Ballot.FOR)
        before = app.redraws
        app.step()
        assert app.redraws == before


def test_reduced_motion_shows_the_last_frame_at_once() -> None:
    hall = Hemicycle(samples.BALLOTS)
    app, _ = app_of(Page(hall), reduced_motion=True)
    assert not hall.running and not app.stage.moving


def test_space_skips_the_roll_call() -> None:
    hall = Hemicycle(samples.BALLOTS)
    app, _ = app_of(Page(hall))
    app.stage.set_focus(hall)
    app.step([press(pygame.K_SPACE)])
    assert not hall.running


def test_a_screenshot_is_a_picture_of_the_window(tmp_path: Path) -> None:
    app = gallery.make((1280, 720), 100, still=True)
    app.screenshot(tmp_path / "shot.png")
    assert pygame.image.load(str(tmp_path / "shot.png")).get_size() == (1280, 720)


def test_keys_have_printed_names() -> None:
    names = [
        key_name(press(key, mod))
        for key, mod in (
            (pygame.K_F1, 0),
            (pygame.K_3, 0),
            (pygame.K_SPACE, 0),
            (pygame.K_z, pygame.KMOD_CTRL),
            (pygame.K_TAB, pygame.KMOD_SHIFT),
            (pygame.K_KP2, 0),
            (pygame.K_b, pygame.KMOD_SHIFT),
            (pygame.K_ESCAPE, 0),
        )
    ]
    assert names == ["F1", "3", "Space", "Ctrl Z", "Shift Tab", "2", "Shift B", "Esc"]


def test_a_held_key_gives_no_second_order_but_walks_on() -> None:
    done: list[str] = []
    button = MainButton("End turn", lambda: done.append("end"), key="Space")
    app, _ = app_of(Page(Frame(None, Column([FigureRow(figure) for figure in samples.STANDING]), Footer([], button))))

    def real(kind: int, key: int, code: int) -> pygame.event.Event:
        return pygame.event.Event(kind, key=key, mod=0, unicode="", scancode=code)

    for _ in range(3):
        app.step([real(pygame.KEYDOWN, pygame.K_SPACE, 44)])
    assert done == ["end"]
    app.step([real(pygame.KEYUP, pygame.K_SPACE, 44), real(pygame.KEYDOWN, pygame.K_SPACE, 44)])
    assert done == ["end", "end"]
    app.stage.set_focus(None)
    for _ in range(3):
        app.step([real(pygame.KEYDOWN, pygame.K_TAB, 43)])
    assert app.stage.focus is app.stage.focus_order()[2]


def test_a_titled_job_holds_the_page_until_it_is_done() -> None:
    done: list[str] = []
    button = MainButton("End turn", lambda: done.append("end"), key="Space")
    app, _ = app_of(Page(Frame(None, Column([]), Footer([], button))))
    gate = threading.Event()
    job = app.job(lambda: gate.wait(5), lambda job: done.append("counted"), title="The votes are counted")
    app.step([press(pygame.K_SPACE)])
    assert done == [] and any("votes are counted" in mark.text for mark in app.stage.marks)
    gate.set()
    job.wait(5)
    app.step([press(pygame.K_SPACE)])
    app.step([press(pygame.K_SPACE)])
    assert done == ["counted", "end"] and app.stage.modals == []


def test_the_loop_sleeps_until_something_happens() -> None:
    app, _ = app_of(Page())
    app.step(pygame.event.get())
    drawn = app.redraws
    timer = threading.Timer(0.3, lambda: pygame.event.post(pygame.event.Event(pygame.QUIT)))
    timer.start()
    app.run()
    assert not app.running and app.redraws <= drawn + 1
    pygame.display.init()


def test_number_keys_open_screens_that_found_no_room_in_the_bar() -> None:
    opened: list[str] = []
    app, _ = app_of(Page(), text_size=200)
    app.tabs = [
        Tab(f"Screen number {index}", str(index), lambda index=index: opened.append(str(index)))
        for index in range(1, 8)
    ]
    app.step([press(pygame.K_7)])
    assert opened == []
    app.replace(Page(Column([TabBar(samples.BAR, app.tabs, "Screen number 1")])))
    app.step([press(pygame.K_7)])
    assert opened == ["7"]


@pytest.mark.parametrize("count", [1, 2, 7, 20, 53, 128, 300, 665, 2000])
def test_a_hall_seats_everyone_and_no_two_on_one_chair(count: int) -> None:
    seats = seats_of(count)
    assert len(seats) == count
    _, pitch = plan_of(count)
    ordered = sorted(seats)
    for index, one in enumerate(ordered):
        for two in ordered[index + 1 :]:
            if two[0] - one[0] > pitch:
                break
            assert math.dist(one[:2], two[:2]) > pitch * 0.6


def test_the_clock_of_a_window_goes_by_itself_and_motion_comes_to_its_end() -> None:
    app = App(Page(), Settings(sound=False))
    app.step()
    assert app.stage.play(TurnChange("OCT"))
    end = time.monotonic() + 5
    while app.stage.moving:
        assert time.monotonic() < end, "the wedge never withdraws"
        app.step()
    app.step()
    assert not any(app.step() for _ in range(20))
