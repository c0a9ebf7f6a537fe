"""Whatever file a teacher or author gives that is none: one sentence, status 2, and nothing is written."""

from __future__ import annotations

import os

import pytest

#: Commands on a save, as typed; SAVE stands for it.
OF_A_SAVE = {
    "why order": "why SAVE --turn 2 --order 1 -n 2 --jobs 1 -o OUT.html",
    "why hinge": "why SAVE --hinge owners_offer -n 2 --jobs 1 -o OUT.json",
    "why list": "why SAVE --turn 2",
    "worksheet": "worksheet SAVE -o OUT.html",
    "report": "report SAVE -o OUT.html",
    "report data": "report SAVE -o OUT.csv",
    "replay": "replay SAVE --verify",
    "play": "play --load SAVE --text",
}
#: Commands on a lesson, a scenario or a folder; IT stands for it.
OF_A_FILE = {
    "handout lesson": "handout IT.yaml -o OUT",
    "play lesson": "play --lesson IT.yaml --text",
    "class lesson": "class-report KEPT -o OUT.html --lesson IT.yaml",
}
OF_A_SCENARIO = {
    "handout": "handout IT -o OUT",
    "play": "play IT --as quist --text",
    "run": "run IT --save OUT.game",
    "ensemble": "ensemble IT -n 2 --jobs 1 -o OUT.html",
}
WRONG = {
    "missing": None,
    "empty": b"",
    "foreign": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "text": b"Dear diary,\ntoday I left the party.\n",
    "of a later version": "later",
    "cut off": "cut",
    "a folder": "folder",
}


@pytest.fixture
def refused(general_line, tmp_path):
    """Give a command that must be refused; the folder must stay as it was."""

    def call(line, **names):
        words = [str(names.get(word, word)) for word in line.split()]
        before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
        answer = general_line(*words)
        assert answer.status == 2, (words, answer)
        assert answer.out == "", answer
        sentence = answer.err.removeprefix("general-line: ").strip()
        assert answer.err.startswith("general-line: ") and "\n" not in sentence and "Traceback" not in sentence
        assert len(sentence.split()) >= 4
        assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
        return sentence

    return call


def spoiled(path, how, kept_save):
    """A file that is no save, or not this one's."""
    data = WRONG[how]
    if data == "folder":
        path.mkdir()
    elif data == "later":
        head, _, rest = kept_save.read_bytes().partition(b"\n")
        path.write_bytes(head[: head.rindex(b" ")] + b" 99\n" + rest)
    elif data == "cut":
        path.write_bytes(kept_save.read_bytes()[:-400])
    elif data is not None:
        path.write_bytes(data)
    return path


@pytest.mark.parametrize("how", WRONG)
@pytest.mark.parametrize("command", OF_A_SAVE)
def test_a_save_that_is_none(refused, tmp_path, kept_save, command, how):
    path = spoiled(tmp_path / "evening.game", how, kept_save)
    assert "evening.game" in refused(OF_A_SAVE[command], SAVE=path)


@pytest.mark.parametrize("how", ["missing", "empty", "foreign", "text", "a folder"])
@pytest.mark.parametrize("command", OF_A_FILE)
def test_a_lesson_that_is_none(general_line, refused, tmp_path, kept_save, command, how):
    spoiled(tmp_path / "IT.yaml", how, kept_save)
    refused(OF_A_FILE[command], KEPT=kept_save.parent)


@pytest.mark.parametrize("how", ["missing", "foreign", "text", "a folder"])
@pytest.mark.parametrize("command", OF_A_SCENARIO)
def test_a_scenario_that_is_none(refused, tmp_path, kept_save, command, how):
    path = spoiled(tmp_path / "own", how, kept_save)
    refused(OF_A_SCENARIO[command], IT=path)


@pytest.mark.parametrize("how", ["missing", "an empty folder", "a file", "nothing but others", "nothing but broken"])
@pytest.mark.parametrize("csv", ["", " --csv OUT.csv"])
def test_a_folder_of_saves_that_is_none(refused, tmp_path, kept_save, how, csv):
    folder = tmp_path / "class"
    if how == "a file":
        folder.write_text("saves", encoding="utf-8")
    elif how != "missing":
        folder.mkdir()
    if how.startswith("nothing but"):
        name = "broken.game" if how.endswith("broken") else "notes.txt"
        (folder / name).write_bytes(kept_save.read_bytes()[:500])
    sentence = refused(f"class-report class -o OUT.html{csv}")
    assert "class" in sentence and ("broken.game" in sentence) == how.endswith("broken")


@pytest.mark.parametrize("command", ["why order", "worksheet", "report"])
@pytest.mark.parametrize("output", ["nowhere/OUT.html", "OUT.pdf", "taken.html"])
def test_an_output_that_cannot_be_written(refused, tmp_path, kept_save, command, output):
    (tmp_path / "taken.html").mkdir()
    line = OF_A_SAVE[command].replace("OUT.html", output)
    assert output.partition("/")[0] in refused(line, SAVE=kept_save)


@pytest.mark.parametrize("words", [
    "class-report KEPT -o nowhere/OUT.html", "class-report KEPT -o OUT.html --csv OUT.html",
    "class-report KEPT -o taken.html", "class-report KEPT -o OUT.html --csv taken.csv",
    "handout harbour-union -o taken.html", "handout harbour-union:atlantis -o OUT",
    "handout harbour-union -o file/OUT",
])  # fmt: skip
def test_an_output_of_a_class_or_handout_that_cannot_be_written(refused, tmp_path, kept_save, words):
    (tmp_path / "taken.csv").mkdir()
    (tmp_path / "taken.html").mkdir()
    (tmp_path / "taken.html" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    refused(words, KEPT=kept_save.parent)


@pytest.mark.parametrize("words", ["new-scenario taken", "schema -o file", "validate nowhere", "validate file",
                                   "validate --expect nowhere", "validate --play 2 nowhere"])  # fmt: skip
def test_an_author_names_what_is_not_there(refused, tmp_path, words):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.yaml").write_text("mine: 1", encoding="utf-8")
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    refused(words)


@pytest.mark.parametrize("words", [
    "why SAVE --turn 2 --order 99", "why SAVE --turn 77 --order 1", "why SAVE --hinge atlantis", "why SAVE",
    "why SAVE --hinge owners_offer --option atlantis", "why SAVE --turn 2 --order 1 -n 0",
    "why SAVE --turn x --order 1",
])  # fmt: skip
def test_a_question_about_what_the_save_does_not_hold(refused, kept_save, words):
    refused(words, SAVE=kept_save)


@pytest.mark.parametrize("words", ["class-report KEPT -o OUT.html --csv OUT.csv", "handout harbour-union -o OUT"])
def test_a_disk_that_is_full_half_way_leaves_no_page(general_line, tmp_path, kept_save, monkeypatch, words):
    from game.saves import whole

    def write(path, text, keep=None):
        if sum(one.is_file() for one in tmp_path.rglob("*")) > 0:
            raise OSError(28, "No space left on device")
        path.write_text(text, encoding="utf-8")

    monkeypatch.setattr(whole, "write_whole", write)
    answer = general_line(*(str(kept_save.parent) if word == "KEPT" else word for word in words.split()))
    assert answer.status == 2 and "No space left" in answer.err
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
@pytest.mark.parametrize("command", ["worksheet", "report"])
def test_a_folder_that_may_not_be_written_to(refused, tmp_path, kept_save, command):
    (tmp_path / "shut").mkdir(mode=0o500)
    refused(OF_A_SAVE[command].replace("OUT.html", "shut/OUT.html"), SAVE=kept_save)
