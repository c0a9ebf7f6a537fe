"""Every page that is written asks for nothing, fits a phone, prints, and passes axe-core without a serious finding.

Without Chromium, or for axe without its script, these are skipped and say so.
"""

from __future__ import annotations

import json

import pytest

from game.__main__ import main
from game.lab.table import Table
from game.saves import Setup, write
from tests.pages.browser import SIZES, axe, browser, program

pytestmark = pytest.mark.skipif(program() is None, reason="no Chromium on this machine")
needs_axe = pytest.mark.skipif(axe() is None, reason="no axe-core: npm install --no-save axe-core, or set AXE_CORE")
PAGES = ("report", "worksheet", "class", "why", "ensemble", "handout/index", "handout/lesson-plans", "handout/rules",
         "handout/organisations", "handout/timeline", "handout/glossary", "handout/role-quist", "large")  # fmt: skip
#: Grades of findings that no page may have.
GRAVE = ("serious", "critical")


def kept(scenario, path, **setup):
    """A game played to its end, the seat at the table too."""
    table = Table.new(scenario, Setup(**setup))
    while (decision := table.game.decision) is not None:
        table.rival(decision)
    write(table.game, path)
    return str(path)


@pytest.fixture(scope="module")
def folder(harbour, succession, tmp_path_factory):
    """All pages that the commands write, of one small game, and the log of a part of a large one."""
    folder = tmp_path_factory.mktemp("pages")
    saves = folder / "saves"
    saves.mkdir()
    small = kept(harbour, saves / "one.game", seed=3, humans=("quist",), player="Ann")
    kept(harbour, saves / "two.game", seed=4, humans=("lunde",), player="Bo <b>")
    large = kept(succession, folder / "large.game", seed=3, humans=("kamenev",), strength="clerk",
                 until=succession.turn_dates(5)[1])  # fmt: skip
    for words in (
        ["report", small], ["worksheet", small], ["class-report", str(saves)],
        ["why", small, "--turn", "2", "--order", "1", "-n", "4", "--jobs", "1"],
        ["ensemble", "harbour-union", "-n", "4", "--jobs", "1", "--keep", str(folder / "worlds.jsonl")],
        ["report", large],
    ):  # fmt: skip
        name = "large" if words[-1] == large else words[0].removesuffix("-report")
        assert main([*words, "-o", str(folder / f"{name}.html")]) == 0
    assert main(["handout", "harbour-union", "-o", str(folder / "handout")]) == 0
    return folder


@pytest.fixture(scope="module")
def window():
    with browser() as one:
        yield one


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", SIZES)
def test_a_page_asks_for_nothing_and_fits(folder, window, name, size):
    window.open(folder / f"{name}.html", size)
    away = [one for one in window.requests if not one.startswith(("file:", "data:"))]
    assert away == [] and len([one for one in window.requests if one.startswith("file:")]) == 1
    assert window.value("document.documentElement.scrollWidth") <= SIZES[size][0]
    assert window.value("document.body.innerText.length") > 100


def test_no_page_is_left_out(folder):
    written = {str(path.relative_to(folder))[:-5] for path in folder.rglob("*.html")}
    roles = {one for one in written if one.startswith("handout/role-")}
    assert written - roles <= {*PAGES} <= written


@pytest.mark.parametrize("name", PAGES)
def test_a_page_prints(folder, window, name, tmp_path):
    window.open(folder / f"{name}.html")
    window.print(tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def findings(window):
    """What axe-core finds in the open page: grade, rule and place."""
    window.value(f"{axe().read_text(encoding='utf-8')};0")
    asked = "axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify(found.violations))"
    return [(one["impact"], one["id"], one["nodes"][0]["html"][:200]) for one in json.loads(window.value(asked))]


@needs_axe
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_serious(folder, window, name, size):
    window.open(folder / f"{name}.html", size)
    assert [one for one in findings(window) if one[0] in GRAVE] == []


@needs_axe
def test_axe_would_find_what_is_wrong(window, tmp_path):
    page = tmp_path / "bad.html"
    page.write_text("<html><body><img src='data:,'><p style='color:#aaa'>pale</p></body></html>", encoding="utf-8")
    window.open(page)
    assert {"image-alt", "color-contrast"} <= {rule for _, rule, _ in findings(window)}
