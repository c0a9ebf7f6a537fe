"""News: the weighty first, nothing twice, a story under what it did, nothing of one's own in front."""

from __future__ import annotations

from game.engine.record import Record
from game.views import news
from game.views.desk import desk_view
from game.views.digest import digest_view
from game.views.parts import Scene
from tests.views.games import scenario, steps

SEAT = scenario().contenders[0].person


def scenes() -> list[Scene]:
    return [Scene(table, scenario().index["people"][SEAT]) for table in steps(SEAT, seed=3)]


def test_no_sentence_is_told_twice_on_a_desk_or_in_a_digest() -> None:
    for at in scenes():
        told = [one.headline for one in desk_view(at).dispatches]
        assert len(told) == len(set(told))
        texts = [one.text for one in digest_view(at, 0).items]
        assert len(texts) == len(set(texts))


def test_a_death_brought_by_an_event_is_one_piece_of_news_with_its_story() -> None:
    at = scenes()[-1]
    found = news.items(at, at.table.game.records)
    deaths = [one for one in found if one.record.kind == "death"]
    assert deaths
    caused = [one for one in deaths if any(at.table.game.records[c].kind == "event" for c in one.record.causes)]
    stories = {event.id: event.story for event in scenario().events}
    for one in caused:
        event = next(at.table.game.records[c] for c in one.record.causes if at.table.game.records[c].kind == "event")
        if set(event.about[1:]) & set(one.record.about):
            assert one.detail == stories[event.about[0]]
            assert event.number not in {other.record.number for other in found}


def test_the_lead_of_the_desk_is_its_heaviest_news() -> None:
    for at in scenes():
        view, turn = desk_view(at), at.table.game.state.turn
        if not view.dispatches:
            continue
        found = news.items(at, news.since(at, 0, turn - 1))
        best = max(one.weight + (60 if one.record.turn == turn else 0) for one in found)
        lead = next(one for one in found if one.text == view.dispatches[0].headline)
        assert lead.weight + (60 if lead.record.turn == turn else 0) == best


def test_what_touches_a_leader_weighs_more_than_the_same_of_others() -> None:
    at = scenes()[-1]
    posts = [one for one in news.items(at, at.table.game.records) if one.record.kind == "status"]
    assert all(one.weight >= 100 for one in posts)
    leader, other = (
        at.atlas.leaders[0],
        next(number for number in range(len(scenario().people)) if at.atlas.contender[number] < 0),
    )
    assert news._rank(at, leader) > news._rank(at, other)


def test_a_reason_is_told_once() -> None:
    for at in scenes():
        for one in news.items(at, at.table.game.records):
            if one.record.kind in ("elsewhere", "did not happen"):
                assert one.detail == ""


def test_the_death_of_one_of_the_bureau_weighs_more_than_that_of_another() -> None:
    at = scenes()[-1]
    bureau = next(number for number, one in enumerate(scenario().bodies) if one.role == "bureau")
    inside = scenario().people[at.table.game.history[0].full[bureau][0]].id
    outside = next(one.id for one in scenario().people if one.id not in news._founders(at))
    weights = [
        news._extra(at, Record(0, 1, scenario().start, "death", None, (who,), {})) for who in (inside, outside)
    ]
    assert weights[0] >= weights[1] + news.GREAT_DEATH


def test_an_offer_given_tells_its_answer() -> None:
    for at in scenes():
        records = at.table.game.records
        answered = {r.data.get("offer"): r for r in records if r.kind == "offer" and r.data.get("change") != "made"}
        for order in (r for r in records if r.kind == "order" and r.data.get("order") == "offer"):
            made = [r for r in records if r.kind == "offer" and order.number in r.causes and news.visible(r, at.id)]
            answer = answered.get(made[0].data.get("offer")) if made else None
            if answer is not None and news.visible(answer, at.id):
                assert "offers" not in news.outcome_of(at, order)
