"""News: a thing is told once, equal things are told together, what touches the reader stands first."""

from __future__ import annotations

from typing import Any

from game.engine.record import Record
from game.views import news
from game.views.digest import digest_view
from game.views.parts import Scene
from tests.views.games import scenario, steps

BOOK = "succession-1923"
SEAT = scenario().contenders[0].person


def scenes() -> list[Scene]:
    return [Scene(table, scenario().index["people"][SEAT]) for table in steps(SEAT, seed=3)]


class Told:
    """A scene with records of its own, numbered as they are written."""

    def __init__(self, seat: str = "kamenev") -> None:
        book = scenario(BOOK)
        self.at = Scene(next(steps(seat, name=BOOK)), book.index["people"][seat])
        self.game = self.at.table.game
        self.first = len(self.game.records)

    def write(
        self, kind: str, who: str | None, about: tuple[str, ...], *causes: int, day: int = 0,
        secret_to: tuple[str, ...] | None = None, **data: Any,
    ) -> int:  # fmt: skip
        number = len(self.game.records)
        first = self.game.records[0].day
        date = first.replace(day=day) if day else first
        self.game.records.append(Record(number, 1, date, kind, who, about, data, causes, secret_to))
        return number

    @property
    def items(self) -> list[news.Item]:
        return news.items(self.at, news.since(self.at, self.first))

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.items]


def test_an_understanding_tells_its_offer_its_terms_and_the_order_at_once() -> None:
    told = Told()
    order = told.write("order", "trotsky", ("bukharin",), order="offer", args={"target": "bukharin"})
    both, terms = ("trotsky", "bukharin"), {"offer": "o", "term": "peace"}
    offer = told.write("offer", "trotsky", both, order, change="made", **terms)
    answer = told.write("offer", "bukharin", both, offer, change="accepted", **terms)
    told.write("pact", None, ("p", "trotsky", "bukharin"), answer, change="formed", secret=False)
    (item,) = told.items
    assert item.text == "Trotsky and Bukharin come to an understanding"
    assert item.also == ("Bukharin accepts Trotsky's terms (peace)",)
    assert order in {record.number for record in item.records}


def test_a_refused_offer_is_told_by_its_answer() -> None:
    told = Told()
    offer = told.write("offer", "trotsky", ("trotsky", "kamenev"), change="made", offer="o", term="peace")
    told.write("offer", "kamenev", ("trotsky", "kamenev"), offer, change="refused", offer="o", term="peace")
    assert told.texts == ["Kamenev refuses Trotsky's terms (peace)"]


def test_who_brought_something_about_stands_under_it() -> None:
    told = Told()
    order = told.write(
        "order", "rykov", ("abroad", "pyatakov"), order="post_away", args={"choice": "abroad", "target": "pyatakov"}
    )
    told.write("status", "pyatakov", ("pyatakov",), order, status="abroad")
    (item,) = told.items
    assert item.text == "Pyatakov is sent abroad" and item.also[0].startswith("Rykov: ")


def test_an_order_aimed_at_the_reader_is_told_beside_what_names_him_not() -> None:
    told = Told()
    order = told.write("order", "bukharin", ("kamenev",), order="polemic", args={"target": "kamenev"})
    told.write("thesis", "bukharin", ("permanent_revolution",), order, change="attacked")
    assert len(told.items) == 2 and told.items[0].yours


def test_the_same_done_to_several_is_one_piece_of_news() -> None:
    told = Told()
    for who in ("joffe", "krasin", "tsiurupa"):
        told.write("status", who, (who,), status="ill")
        told.write("seat", who, ("orgburo", who), body="orgburo", role="full")
    assert sorted(told.texts) == [
        "Joffe, Krasin and Tsiurupa are ill and absent",
        "Joffe, Krasin and Tsiurupa become full members of the Orgburo",
    ]


def test_what_one_rival_did_in_a_turn_is_one_line_and_small() -> None:
    told = Told()
    told.write("order", "stalin", ("moscow",), order="speak", args={"region": "moscow"})
    told.write("order", "stalin", (), order="rest", args={})
    told.write("status", "joffe", ("joffe",), status="ill")
    ill, acts = told.items
    assert acts.text.startswith("Stalin: ") and "; rest" in acts.text and acts.weight < ill.weight


def test_a_place_filled_again_is_not_told_as_vacant() -> None:
    told = Told()
    told.write("post", "uglanov", ("moscow_secretary", "uglanov"), post="moscow_secretary", was="uglanov", now=None)
    told.write("post", "molotov", ("moscow_secretary", "molotov"), post="moscow_secretary", was=None, now="molotov")
    (text,) = told.texts
    assert text.startswith("Molotov becomes ")


def test_a_charge_is_told_as_it_stands_last() -> None:
    told = Told()
    told.write("charge", None, ("leningrad25",), step="warned")
    told.write("charge", None, ("leningrad25",), step="condemned")
    told.write("charge", None, ("left23",), step="tolerated")
    assert sorted(told.texts) == [
        "No charge lies open against the left any more", "The way is open to have the Leningraders condemned",
    ]  # fmt: skip


def test_what_touches_the_reader_stands_first_and_the_weightiest_is_the_title() -> None:
    for at in scenes():
        view = digest_view(at, 0)
        flags = [one.yours for one in view.items]
        assert flags == sorted(flags, reverse=True)
        for mine in (True, False):
            weights = [one.weight for one in view.items if one.yours == mine]
            assert weights == sorted(weights, reverse=True)
        if view.items:
            assert view.title.rstrip(".") == max(view.items, key=lambda one: one.weight).text.rstrip(".")


def test_a_story_is_told_once() -> None:
    told = Told()
    for state in ("leaked", "press"):
        told.write("document", "stalin", ("chkheidze_letter",), state=state)
    assert [bool(one.detail) for one in told.items] == [True, False]
    for at in scenes():
        stories = [one.detail for one in news.items(at, at.table.game.records) if one.detail]
        assert len(stories) == len(set(stories))


def test_every_record_is_in_one_piece_of_news() -> None:
    for at in scenes():
        found = [record.number for one in news.items(at, at.table.game.records) for record in one.records]
        assert len(found) == len(set(found))


def test_a_change_of_patron_is_told_and_a_loss_of_ones_own_man_first() -> None:
    told = Told("bukharin")
    told.write("patron", None, ("uglanov", "stalin"), was="bukharin")
    told.write("patron", None, ("kirov", "stalin"), was="zinoviev")
    told.write("patron", None, ("kviring", "stalin"), was="nobody", day=18)
    told.write("patron", None, ("komarov", "stalin"), was="nobody", day=18)
    told.write("patron", None, ("lepse", "nobody"), was="tomsky")
    told.write("patron", None, ("molotov", "stalin"), was="stalin")
    assert told.texts[0] == "Uglanov leaves Bukharin and now follows Stalin" and told.items[0].yours
    assert set(told.texts[1:]) == {
        "Kirov leaves Zinoviev and now follows Stalin",
        "Kviring and Komarov now follow Stalin",
        "Lepse no longer follows Tomsky",
    }


def test_a_change_of_patron_that_is_secret_is_not_told() -> None:
    told = Told()
    told.write("patron", None, ("kirov", "stalin"), was="zinoviev", secret_to=("stalin",))
    assert told.texts == []


def test_a_man_won_over_tells_the_order_that_won_him() -> None:
    told = Told()
    order = told.write("order", "stalin", ("kirov",), order="cultivate", args={"target": "kirov"})
    told.write("patron", None, ("kirov", "stalin"), order, was="zinoviev")
    (item,) = told.items
    assert item.text == "Kirov leaves Zinoviev and now follows Stalin" and order in {r.number for r in item.records}


def test_those_who_join_an_understanding_one_by_one_are_told_once_with_who_said_yes() -> None:
    told = Told()
    choice = told.write("hinge", "bukharin", ("creed_1925",), option="c", change="decided")
    members = ["bukharin"]
    for who in ("tomsky", "rykov"):
        both, terms = ("bukharin", who), {"offer": f"o {who}", "term": "join", "what": "duumvirate"}
        told.write("offer", "bukharin", both, choice, change="made", **terms)
        answer = told.write("offer", who, both, choice, change="accepted", **terms)
        members.append(who)
        change = "formed" if len(members) == 2 else "joined"
        told.write("pact", None, ("duumvirate", *members), answer, change=change, secret=False)
    (item,) = [one for one in told.items if "understanding" in one.text]
    assert item.text == "Bukharin, Tomsky and Rykov are of one understanding now"
    assert set(item.also) == {f"{name} joins the majority of 1925, as Bukharin asked" for name in ("Tomsky", "Rykov")}


def test_who_is_said_to_be_ill_twice_is_told_once_with_what_brought_it_about() -> None:
    told = Told()
    told.write("status", "rykov", ("rykov",), status="ill")
    order = told.write("order", "rykov", (), order="cure", args={})
    told.write("status", "rykov", ("rykov",), order, status="ill")
    assert [text for text in told.texts if "ill" in text] == ["Rykov is ill and absent"]
