"""Each folder of tests/handed holds the games of a class; beside them stands what is told of them.

``says.txt`` is the page over the class, ``names.txt`` the same with names, and beside each game
stands its hand-in.
"""

import csv
import io
import json
import os
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import cli, paths
from game.play import games, labels, save
from game.play.playthrough import Playthrough, begin
from game.play.save import BadSave, Save
from game.report import bundle, classroom, gather, handin, rows, tally, words
from game.story.load import load
from game.story.model import Story
from tests import pages
from tests.making import smolny

HERE = Path(__file__).parent
HANDED = sorted(path for path in (HERE / "handed").iterdir() if path.is_dir())
GAMES = [game for folder in HANDED for game in sorted(folder.glob("*.json"))]
UPDATE = bool(os.environ.get("UPDATE_CASES"))


@cache
def story(name: str) -> Story:
    loaded = load(HERE / "stories" / name)
    assert loaded.story is not None
    return loaded.story


def agrees(page: str, file: Path) -> None:
    assert pages.faults(page) == []
    said = pages.transcript(page)
    if UPDATE:
        file.write_text(said, encoding="utf-8", newline="\n")
    assert said == file.read_text(encoding="utf-8")


def whole(folder: Path, *, has_names: bool) -> str:
    found = gather.gather(folder)
    known = story(folder.name)
    wanted = classroom.Wanted(has_names, words.left_out(found.older, 0, len(found.strange)))
    those = tally.pupils(known, found.games, has_names=has_names)
    return classroom.classroom(known, those, wanted)


@pytest.mark.parametrize("file", GAMES, ids=lambda file: file.stem)
def test_a_hand_in_says_what_was_decided_and_why(file: Path) -> None:
    page = handin.hand_in(story(file.parent.name), bundle.read(file))
    agrees(page, file.with_suffix(".txt"))


@pytest.mark.parametrize("folder", HANDED, ids=lambda folder: folder.name)
def test_the_page_over_a_class(folder: Path) -> None:
    agrees(whole(folder, has_names=False), folder / "says.txt")
    agrees(whole(folder, has_names=True), folder / "names.txt")


@pytest.mark.parametrize("folder", HANDED, ids=lambda folder: folder.name)
def test_nobody_is_named_unless_it_is_asked_for(folder: Path) -> None:
    named = [save.read(file).save.name for file in folder.glob("*.json")]
    assert any(named)
    page = pages.transcript(whole(folder, has_names=False))
    assert [name for name in named if name and name in page] == []


@pytest.mark.parametrize("folder", HANDED, ids=lambda folder: folder.name)
def test_the_order_of_a_class_says_nothing(folder: Path, tmp_path: Path) -> None:
    for number, file in enumerate(sorted(folder.glob("*.json"), reverse=True)):
        shutil.copy(file, tmp_path / f"{number}.json")
    assert gather.gather(tmp_path).games == gather.gather(folder).games


ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING, ANYTHING, ANYTHING)
@settings(max_examples=60, deadline=None)
def test_whatever_somebody_writes_stays_text(name: str, reason: str, answer: str) -> None:
    play = begin(smolny()).choose("wait", reason).note("check/smolny/0", answer)
    game = save.of(play, name)
    page = handin.hand_in(smolny(), game)
    assert pages.faults(page) == []
    assert page.encode("utf-8")
    assert bundle.of_page(page) == game
    assert rows.table([tally.Pupil(name, play)]).encode("utf-8")


def test_a_hand_in_holds_its_game() -> None:
    play = games.named(begin(smolny()).choose("wait", "</pre><b>& “no”"))
    game = save.of(play.note("question/01-one/0", "<i>"), "Надя")
    page = handin.hand_in(smolny(), game)
    assert bundle.of_page(page) == game
    again = page.replace("<pre hidden id", '<pre hidden="" class="x" id')
    assert bundle.of_page(again) == game


@pytest.mark.parametrize("data", [b"", b"<html>", b"\xff\xfe\x00", b"<pre hidden>{}</pre>"])
def test_a_page_that_is_no_hand_in_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "page.html").write_bytes(data)
    with pytest.raises(BadSave, match="not a hand-in"):
        bundle.read(tmp_path / "page.html")
    with pytest.raises(BadSave, match="no saved game"):
        bundle.read(tmp_path / "gone.html")


def test_a_page_of_any_size_is_refused_at_once(tmp_path: Path) -> None:
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(BadSave, match="not a hand-in"):
        bundle.read(tmp_path / "huge.html")


def test_every_way_through_a_long_story_can_be_handed_in() -> None:
    loaded = load(paths.story())
    assert loaded.story is not None
    play = games.named(begin(loaded.story))
    while not play.is_over:
        history = play.scene.history
        open_now = [offer.choice.id for offer in play.offers if offer.is_open]
        done = history.choice.id if history is not None else ""
        play = play.choose(done if done in open_now else open_now[0], "So it was.")
    page = handin.hand_in(loaded.story, save.of(play, "Anna"))
    assert pages.faults(page) == []
    said = pages.transcript(page)
    for expected in (words.POWER, labels.REAL, labels.SOURCES, words.TEACHER, "So it was."):
        assert expected in said
    assert "score" not in said.lower()


def test_a_game_that_no_longer_fits_says_so() -> None:
    game = replace(save.of(begin(smolny()).choose("wait")), story="other")
    odd = replace(game, decisions=(*game.decisions, *game.decisions))
    assert "no longer fit" in pages.transcript(handin.hand_in(smolny(), odd))


def played(*choices: str, name: str = "", token: str = "") -> Save:
    play: Playthrough = begin(smolny())
    if token:
        play = play.note("game", token)
    for each in choices:
        play = play.choose(each)
    return save.of(play, name)


def test_two_of_one_name_who_decide_alike_are_two(tmp_path: Path) -> None:
    save.write(tmp_path / "a.json", played("wait", name="Anna", token="a"))
    save.write(tmp_path / "b.json", played("wait", name="Anna", token="b"))
    assert len(gather.gather(tmp_path).games) == 2


def test_of_one_game_the_longest_is_read(tmp_path: Path) -> None:
    for number, token in enumerate(("a", "")):
        for extra in ((), ("parley",)):
            game = played("wait", *extra, token=token)
            save.write(tmp_path / f"{number}{len(extra)}.json", game)
            (tmp_path / f"{number}{len(extra)}.html").write_text(handin.hand_in(smolny(), game))
    found = gather.gather(tmp_path)
    assert [len(game.decisions) for game in found.games] == [2, 2]
    assert found.older == 6


def test_what_is_no_game_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "day" / ".hidden").mkdir(parents=True)
    save.write(tmp_path / "day" / "a.json", played("wait"))
    save.write(tmp_path / "day" / "begun.json", played())
    save.write(tmp_path / "day" / ".hidden" / "b.json", played("flee"))
    (tmp_path / "settings.json").write_text("{}")
    (tmp_path / "bad.json").write_text('{"format": "power-struggle-save"')
    (tmp_path / "letter.html").write_text("<p>Dear class")
    (tmp_path / "link.json").symlink_to(tmp_path / "day" / "a.json")
    found = gather.gather(tmp_path)
    assert len(found.games) == 1
    assert [path.name for path in found.strange] == ["bad.json"]


def test_the_most_divided_come_first() -> None:
    known = smolny()
    those = [played(each, token=each) for each in ("wait", "wait", "flee")]
    split = [played("wait", each, token=f"{each}2") for each in ("parley", "parley", "parley")]
    found = tally.divided(known, tally.pupils(known, those + split, has_names=False))
    assert [each.scene.id for each in tally.most_divided(found)] == ["smolny"]


NIGHTS = str(HERE / "stories" / "two-nights")
CLASS = HERE / "handed" / "two-nights"


def test_the_command_makes_a_hand_in_of_a_save_and_of_a_hand_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, again = tmp_path / "one.html", tmp_path / "two.html"
    anna = str(CLASS / "anna.json")
    assert cli.main(["report", anna, "-o", str(first), "--story", NIGHTS]) == 0
    assert cli.main(["report", str(first), "-o", str(again), "--story", NIGHTS]) == 0
    assert first.read_bytes() == again.read_bytes()
    assert "open it in a browser" in capsys.readouterr().out


def test_the_story_of_a_game_is_found_among_the_packs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = ["-o", str(tmp_path / "one.html"), "--data", str(tmp_path)]
    assert cli.main(["report", str(CLASS / "anna.json"), *to]) == 2
    assert "another story, 'two-nights'" in capsys.readouterr().err
    shutil.copytree(NIGHTS, tmp_path / "stories" / "two-nights")
    assert cli.main(["report", str(CLASS / "anna.json"), *to]) == 0
    assert cli.main(["class", str(CLASS), *to]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report", "gone.json"], "There is no saved game here."),
        (["report", "a.json", "-o", "a.pdf"], "write for example -o page.html"),
        (["report", "page.html"], "not a hand-in"),
        (["report", "mine.html"], "Name another file with -o."),
        (["report", "mine.html", "-o", "no/../mine.html/x.html"], "cannot be written"),
        (["class", "gone"], "gone is not a folder."),
        (["class", "empty"], "There are no games in empty."),
        (["class", "empty", "-o", "class.pdf"], "write for example -o page.html"),
        (["class", "bad"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "a.json").write_text(json.dumps({"format": "power-struggle-save"}))
    shutil.copy(CLASS / "anna.json", tmp_path / "a.json")
    (tmp_path / "page.html").write_text("<p>")
    known = story("two-nights")
    page = handin.hand_in(known, bundle.read(CLASS / "anna.json"))
    (tmp_path / "mine.html").write_text(page, encoding="utf-8")
    assert cli.main([*arguments, "--story", NIGHTS]) == 2
    assert said in capsys.readouterr().err
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") == page


def test_a_class_may_be_a_table_for_a_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "class.csv"
    assert cli.main(["class", str(CLASS), "-o", str(file), "--story", NIGHTS, "--names"]) == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    found = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    second = {row["Who"]: row["Decision"] for row in found if row["Number"] == "2"}
    assert sorted(second) == ["Anna (1)", "Anna (2)"]
    assert set(second.values()) == {"Storm it", "Parley"}
    assert any(row["In their own words"].startswith("The garrison <hes") for row in found)
    assert {row["Beside the record"] for row in found} == {words.SAME, words.OTHER, words.SILENT}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "=cmd|' /C calc'!A0", "\t=1"])
def test_what_a_pupil_writes_is_never_a_formula(text: str) -> None:
    play = begin(smolny()).choose("wait", text)
    found = rows.table([tally.Pupil(text, play)])
    cells = [cell for row in csv.reader(io.StringIO(found[1:])) for cell in row]
    assert [cell for cell in cells if cell[:1] in "=+-@\t" and cell] == []


def test_one_game_may_be_a_table_too(tmp_path: Path) -> None:
    file = tmp_path / "anna.csv"
    assert cli.main(["report", str(CLASS / "anna.json"), "-o", str(file), "--story", NIGHTS]) == 0
    assert "Anna,2,Smolny,The palace,Storm it" in file.read_text(encoding="utf-8-sig")


def test_a_class_may_lie_in_the_folder_that_its_page_is_written_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CLASS, tmp_path / "in")
    page = tmp_path / "in" / "class.html"
    for _ in range(2):
        assert cli.main(["class", str(tmp_path / "in"), "-o", str(page), "--story", NIGHTS]) == 0
        assert ": 4 pupils." in capsys.readouterr().out
