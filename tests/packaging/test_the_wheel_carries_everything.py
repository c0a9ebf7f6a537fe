"""The built package has its scenarios and drawings inside and plays from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile

import pytest

hatchling = pytest.importorskip("hatchling", reason="the package cannot be built without hatchling")


def run(*words, cwd, **environment):
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False, cwd=cwd,
        env={**os.environ, **environment},
    )  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory, repo):
    """A wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    words = ("-m", "pip", "wheel", str(repo), "--no-deps", "--no-build-isolation", "--quiet", "-w", str(folder))
    answer = run(*words, cwd=folder)
    assert answer.returncode == 0, answer.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The wheel unpacked as a site folder, far from the checkout."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def call(installed, cwd, *words):
    """The command in an empty folder with nothing but the installed package on the path."""
    return run("-P", "-m", "game", *words, cwd=cwd, PYTHONPATH=str(installed))


def test_every_file_of_scenarios_and_assets_is_in_it(wheel, repo):
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for part in ("scenarios", "assets"):
        ours = {str(path.relative_to(repo)) for path in (repo / part).rglob("*") if path.is_file()}
        assert len(ours) > 10
        assert {f"game/_data/{name}" for name in ours} <= inside


def test_every_module_and_template_is_in_it(wheel, repo):
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    ours = {str(path.relative_to(repo)) for pattern in ("*.py", "*.j2") for path in (repo / "game").rglob(pattern)}
    assert ours <= inside
    assert not [name for name in inside if "__pycache__" in name or name.startswith("tests")]


def test_it_has_the_command_the_licences_and_the_version(wheel):
    from game import __version__

    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        entry = next(name for name in names if name.endswith("entry_points.txt"))
        assert "general-line = game.__main__:main" in archive.read(entry).decode()
    assert wheel.name.startswith(f"general_line-{__version__}-")
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {"game/_data/assets/fonts/OFL-Oswald.txt", "game/_data/assets/fonts/OFL-PTSerif.txt"} <= set(names)


def test_it_is_played_from_an_empty_folder(installed, tmp_path):
    where = run("-P", "-c", "import game; print(game.__file__)", cwd=tmp_path, PYTHONPATH=str(installed))
    assert where.stdout.startswith(str(installed))
    listing = call(installed, tmp_path, "scenarios")
    assert listing.returncode == 0, listing.stderr
    assert "succession-1923" in listing.stdout and "cannot" not in listing.stdout
    answer = call(installed, tmp_path, "run", "harbour-union", "--seed", "1", "--json", "--save", "here.game")
    assert answer.returncode == 0, answer.stderr
    report = call(installed, tmp_path, "report", "here.game", "-o", "here.html")
    assert report.returncode == 0, report.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here.game", "here.html"]


def test_it_plays_the_same_game_as_the_checkout(installed, tmp_path, harbour_table):
    answer = call(installed, tmp_path, "run", "harbour-union", "--seed", "1", "--json")
    assert json.loads(answer.stdout)["digest"] == harbour_table.game.turn_marks[7][1]


def test_the_checkout_is_played_from_an_empty_folder(repo, tmp_path):
    answer = run("-P", "-m", "game", "scenarios", cwd=tmp_path, PYTHONPATH=str(repo))
    assert answer.returncode == 0, answer.stderr
    assert "harbour-union" in answer.stdout
