"""Before a game: scenarios, broken ones too, their chapters, and everybody one may be with his aim in lines."""

from __future__ import annotations

from game.engine.digest import digest
from game.engine.setup import start
from game.views import library


def test_every_scenario_has_a_card_and_a_broken_one_says_what_is_wrong(harbour, succession):
    view = library.library_view({"one": succession, "two": harbour, "bad-one": "people.yaml:3:1: no such id\nmore"})
    big, small, bad = view.scenarios
    assert (big.title, big.turns) == (succession.title, 41) and "41 turns" in big.subtitle
    assert small.subtitle == "May 1911 to Apr 1912, 6 turns"
    assert [one for one, _ in big.chapters] == [chapter.id for chapter in succession.chapters]
    assert len(big.contenders) == len(succession.contenders)
    assert bad.faults == ("people.yaml:3:1: no such id", "more") and bad.contenders == ()


def test_a_chapter_gives_its_dates_and_question(succession):
    text = library.chapter_text(succession, succession.chapters[0])
    assert "1923" in text and "1924" in text and text.endswith(succession.chapters[0].question)


def test_everybody_one_may_be_with_aim_and_strengths(harbour, succession):
    for scenario in (harbour, succession):
        views = library.contenders_view(scenario)
        assert [view.aim for view in views] == [one.aim for one in scenario.contenders]
        for view, one in zip(views, scenario.contenders, strict=True):
            assert view.lose_if == one.lose.text and 1 <= view.difficulty <= 5 and view.difficulty_word
            assert min(value for _, value in view.strengths) >= max(value for _, value in view.weaknesses)
            assert next(text for text, _ in library.goals(one)) == one.win.text


def test_looking_at_the_library_starts_no_game(harbour):
    state, _ = start(harbour, 1)
    before = digest(state)
    library.contenders_view(harbour, state)
    assert digest(state) == before
