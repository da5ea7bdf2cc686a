"""Packs in the window: listed, switched on and off, told what is wrong with, played and left."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game import paths
from game.lab.lab import AS_IT_CAME, Lab
from game.play import save
from game.story import library, packs
from game.story.library import Shelved
from game.story.packs import Pack
from game.ui import play as opening
from game.ui import settings, window, words_school
from game.ui.app import App
from game.ui.boxes import transcript
from game.ui.play import Wishes
from game.ui.screen import Desk, Extend, Lay, Pop, Say, Settle, Step
from game.ui.screens import index
from game.ui.screens.problems import ProblemsScreen
from game.ui.screens.stories import StoriesScreen
from game.ui.screens.title import TitleScreen
from game.ui.settings import Settings
from tests import extending, screens
from tests.asides import LINES, PROBLEMS, pages
from tests.extending import NIGHT


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return extending.with_night(tmp_path)


def shelved(folder: Path, *, is_on: bool = False) -> Shelved:
    return Shelved(packs.pack(folder / "packs" / NIGHT), is_on)


def at_list(*here: Shelved, lab: Lab = AS_IT_CAME) -> Desk:
    own = replace(Settings(), packs=("of-another-story",))
    return replace(screens.desk(), packs=here, settings=own, lab=lab)


def test_packs_are_switched_on_and_off_in_the_list_of_stories(folder: Path) -> None:
    on = screens.space((1280, 720), 100)
    for is_on, packs_now in ((False, ("of-another-story", "night")), (True, ("of-another-story",))):
        at = at_list(shelved(folder, is_on=is_on))
        view = StoriesScreen().view(at, on)
        card = view.find("pack:1")
        assert card is not None
        assert "A teacher" in card.text
        assert ("Press to switch it off" in card.text) is is_on
        settled = replace(at.settings, packs=packs_now)
        assert StoriesScreen().press("pack:1", at) == Step(
            deeds=(Settle(settled), Extend(packs_now))
        )
    for key in ("pack:0", "pack:2", "pack:x", "faults:7"):
        assert StoriesScreen().press(key, at) == Step()


def test_what_a_school_has_switched_on_stays(folder: Path) -> None:
    at = at_list(shelved(folder, is_on=True), lab=Lab(packs=("night",)))
    assert StoriesScreen().press("pack:1", at).deeds == (Say(words_school.SET_BY_SCHOOL),)
    card = StoriesScreen().view(at, screens.space((1280, 720), 100)).find("pack:1")
    assert card is not None
    assert f"On. {words_school.SET_BY_SCHOOL}" in card.text


def test_a_pack_for_a_story_that_is_not_here_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "story", lambda: folder / "story")
    cover = folder / "data" / "stories" / "lost" / "story.yaml"
    cover.parent.mkdir(parents=True)
    cover.write_text("title: Lost\nid: lost\nextends: gone\n", encoding="utf-8")
    listed = packs.found([folder / "story"], [folder / "data" / "stories"])
    found = library.found(folder / "story", listed, ["lost"])
    assert found.left_out == []
    (lost,) = found.packs
    assert "There is no story 'gone' here" in lost.problems[0].message
    assert lost.lines == ("extends: gone",)
    at, on = at_list(lost), screens.space((1280, 720), 100)
    card = StoriesScreen().view(at, on).find("pack:1")
    assert card is not None
    assert "It cannot be switched on here" in card.text
    assert StoriesScreen().press("pack:1", at) == Step(Lay("faults/1"))


def test_the_title_offers_packs_where_there_are_some(folder: Path) -> None:
    on = screens.space((1280, 720), 100)
    for here in ((), (shelved(folder),)):
        at = replace(at_list(*here), stories=(Pack(Path("/one"), "One"),))
        offered = "stories" in {
            box.key for box in index.build("title", None, at).view(at, on).boxes
        }
        assert offered is bool(here)


def test_what_is_wrong_with_a_pack_is_told_over_the_list() -> None:
    at = at_list(
        Shelved(Pack(Path("/a"), "A night", id="night"), is_on=True, problems=PROBLEMS, lines=LINES)
    )
    on = screens.space((1280, 720), 100)
    assert screens.faults(StoriesScreen().view(at, on), on) == []
    assert StoriesScreen().press("faults:1", at).move == Lay("faults/1")
    told = index.build("faults/1", None, at)
    assert isinstance(told, ProblemsScreen)
    assert told.problems == PROBLEMS
    assert told.view(at, on).escape == "close"
    assert told.press("close", at).move == Pop()
    assert isinstance(index.build("faults/2", None, at), TitleScreen)


def test_of_thousands_of_mistakes_the_first_are_told() -> None:
    on, at = screens.space((1280, 720), 100), screens.desk()
    shown = list(pages(ProblemsScreen(PROBLEMS[:1] * 14_000, LINES[:1] * 14_000), on, at))
    assert len(shown) < 100
    said = " ".join(box.text for _, view in shown for box in view.boxes)
    assert "13900 more are told after that" in said


@pytest.mark.parametrize("text", [100, 200])
def test_the_list_of_packs_fits(text: int) -> None:
    on = screens.space((1024, 768), text)
    many = tuple(
        Shelved(Pack(Path(f"/{n}"), f"Pack {n}", "A teacher"), n % 2 == 0, PROBLEMS[: n % 3])
        for n in range(30)
    )
    at = replace(at_list(*many), settings=Settings(text_size=text))
    for _, view in pages(StoriesScreen(), on, at):
        assert screens.faults(view, on) == []


class Reader:
    """Somebody who opens the window, presses boxes, and opens it again."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, lab: Lab) -> None:
        monkeypatch.setattr(paths, "story", lambda: folder / "story")
        monkeypatch.setattr(paths, "beside", lambda: None)
        shutil.move(folder / "packs", folder / "data" / "stories")
        story, data = folder / "story", folder / "data"
        self.wishes = Wishes(story, data, "", "", is_full=False, lab=lab)
        window.start()
        self.app = opening.opened(self.wishes)

    def presses(self, *keys: str) -> None:
        for key in keys:
            assert key in {box.key for box in self.app.view.boxes}, transcript(self.app.view)
            self.app.press(key)
            again = opening.next_wishes(self.wishes, self.app)
            if again is not None:
                self.app.close()
                self.wishes = again
                self.app = opening.opened(again)

    @property
    def shown(self) -> str:
        return f"{transcript(self.app.view)}\n{self.app.reading.notice}"


@pytest.fixture(name="reader")
def _reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    reader = Reader(folder, monkeypatch, AS_IT_CAME)
    yield reader
    reader.app.close()
    pygame.display.quit()


def test_a_reader_switches_a_pack_on_plays_it_and_switches_it_off(reader: Reader) -> None:
    assert "Read another one, or add to this one" in reader.shown
    reader.presses("stories", "pack:1")
    assert "Press to switch it off" in reader.shown
    reader.presses("back")
    assert "This one with ‘A night in Smolny’" in reader.shown
    reader.presses("begin")
    while "choice:sleep" not in {box.key for box in reader.app.view.boxes}:
        reader.presses(reader.app.view.onward)
    reader.presses("choice:sleep")
    reader.app = again(reader)
    reader.presses("stories", "pack:1", "back", "resume")
    assert "'A night in Smolny' was switched on when you saved" in reader.shown
    assert "The corridors of Smolny" in reader.shown
    autosave, aside = sorted(reader.app.shelf.saves.glob("*.json"))
    assert (autosave.name, aside.name[:6]) == ("autosave.json", "other-")
    kept = save.read(aside).save
    assert [decision.choice for decision in kept.decisions] == ["sleep"]


def again(reader: Reader) -> App:
    """The program closed and opened: what is switched on stays so."""
    reader.app.close()
    app = opening.opened(reader.wishes._replace(packs=None))
    assert "sleep" in {choice.id for choice in app.reading.desk.story.scenes["smolny"].choices}
    return app


def test_a_new_game_loses_nothing_of_one_whose_pack_is_off(reader: Reader) -> None:
    reader.presses("stories", "pack:1", "back", "begin")
    while "choice:sleep" not in {box.key for box in reader.app.view.boxes}:
        reader.presses(reader.app.view.onward)
    reader.presses("choice:sleep")
    reader.app = again(reader)
    reader.presses("stories", "pack:1", "back", "begin")
    (aside,) = reader.app.shelf.saves.glob("other-*.json")
    kept = save.read(aside).save
    assert [decision.choice for decision in kept.decisions] == ["sleep"]
    assert kept.packs == {"night": "A night in Smolny"}


def test_the_stories_that_lie_here_are_offered_at_every_seat(reader: Reader) -> None:
    reader.app.close()
    reader.wishes = reader.wishes._replace(seat="7")
    reader.app = opening.opened(reader.wishes)
    reader.presses("stories", "pack:1")
    assert "Press to switch it off" in reader.shown
    assert settings.read(reader.wishes.data / "seats" / "7").settings.packs == ("night",)
