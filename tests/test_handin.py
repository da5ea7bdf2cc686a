"""Handing in from the window: where it is offered, what is written, and what the pupil is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.lab.lab import Lab, Lesson
from game.lab.outbox import Given, Outbox
from game.play import games, record, sittings
from game.play.playthrough import Playthrough, begin
from game.report import bundle
from game.ui import deeds, handing, play, reading, words_handin
from game.ui.app import App
from game.ui.boxes import transcript
from game.ui.deeds import Shelf
from game.ui.reading import Reading
from game.ui.screen import Desk, Hand, Handed, Keep, Lay
from game.ui.screens import index, way
from game.ui.screens.settings import NameScreen
from game.ui.settings import Settings
from tests import screens
from tests.making import smolny
from tests.screens import SIZES, TEXTS, faults, pages, space

STORY = smolny()
ON = space((1280, 720), 100)
NIGHTS = Path(__file__).parent / "stories" / "two-nights"


def played(*choices: str) -> Playthrough:
    now = games.named(begin(STORY))
    for each in choices:
        now = now.choose(each, "Because.")
    return now


def opened(now: Playthrough, lab: Lab | None = None, name: str = "Anna") -> Reading:
    desk = Desk(STORY, Settings(name=name), (), lab=lab or Lab())
    return reading.begin(desk, index.build("hand-in", now, desk))


def pressed(now: Reading, key: str, shelf: Shelf) -> Reading:
    now, due = reading.take(now, now.screen.press(key, now.desk))
    for deed in due:
        if isinstance(deed, Hand | Keep):
            now = deeds.write(now, deed, shelf)
    return now


def told(now: Reading) -> str:
    return transcript(now.view(ON))


@pytest.mark.parametrize(
    ("place", "choices"),
    [
        ("menu", ["wait"]),
        ("chapter-end", ["wait", "parley"]),
        ("lesson-end", ["wait"]),
        ("ending", ["wait", "parley"]),
    ],
)
def test_it_is_offered_where_something_ends_and_in_the_menu(place: str, choices: list[str]) -> None:
    now = played(*choices)
    desk = Desk(STORY, Settings(), ())
    screen = index.build(place, now, desk)
    assert screen.view(desk, ON).find("hand-in") is not None
    assert screen.press("hand-in", desk).move == Lay("hand-in", now)


def test_it_is_offered_where_a_sitting_ends() -> None:
    """A leaf between two sittings is where most lessons stop."""
    told = screens.story()
    first = next(scene for scene in told.scenes.values() if sittings.divides(told, scene))
    turn = next(turn for turn in record.follow(told).turns if turn.after.scene == first.id)
    now = begin(told, turn.before.scene).choose(turn.decision.choice)
    screen = index.build("sitting", now, screens.desk())
    assert screen.view(screens.desk(), ON).find("hand-in") is not None


def test_what_is_handed_in_lies_in_the_folder_of_the_school(tmp_path: Path) -> None:
    box = Outbox(tmp_path / "here", bundle.replaces)
    shelf = Shelf(tmp_path / "here", tmp_path / "here/saves", None, box, tmp_path / "there")
    before = opened(played("wait"))
    assert before.view(ON).onward == "hand"
    after = pressed(before, "hand", shelf)
    assert box.close(60)
    file = next((tmp_path / "there").iterdir())
    game = bundle.read(file)
    assert (game.name, game.decisions[0].reason) == ("Anna", "Because.")
    assert file.name == f"Anna-{games.name_of(game)}.html"
    assert after.view(ON).onward == ""
    assert words_handin.AGAIN in told(after)


def test_without_a_school_the_pupil_is_told_where_the_page_lies(tmp_path: Path) -> None:
    after = pressed(opened(played("wait")), "hand", Shelf(tmp_path, tmp_path / "saves"))
    assert next((tmp_path / "hand-ins").glob("Anna-*.html")).name in told(after)


def test_what_was_said_of_a_page_is_not_said_of_a_longer_game(tmp_path: Path) -> None:
    now = played("wait")
    after = pressed(opened(now), "hand", Shelf(tmp_path, tmp_path / "saves"))
    longer = replace(after, stack=(index.build("hand-in", now.choose("parley"), after.desk),))
    assert words_handin.AGAIN not in told(longer)


def test_a_page_that_cannot_be_written_is_said_and_the_game_goes_on(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    after = pressed(opened(played("wait")), "hand", Shelf(tmp_path / "data", tmp_path / "saves"))
    assert "could not be written" in told(after)


HERE, THERE = Path("/here/Anna-1.html"), Path("/there")


@pytest.mark.parametrize(
    ("given", "to", "said"),
    [
        (Given(HERE), None, "Your page is ready: ‘Anna-1.html’, in /here."),
        (Given(THERE / "Anna-1.html"), THERE, "Handed in. It lies in the folder of your school."),
        (Given(HERE, waits=True), THERE, "kept on this computer as ‘Anna-1.html’"),
        (Given(None, waits=True, trouble="Disk full"), THERE, "Leave the program open"),
        (Given(None, trouble="Disk full"), None, "could not be written (Disk full)"),
    ],
)
def test_what_became_of_it_is_told_plainly(given: Given, to: Path | None, said: str) -> None:
    assert said in handing.told(given, to)


def test_a_name_is_asked_for_where_a_teacher_wants_one() -> None:
    now = opened(played("wait"), Lab(lesson=Lesson(name="required")), name="")
    after, due = reading.take(now, now.screen.press("hand", now.desk))
    assert isinstance(after.screen, NameScreen)
    assert not any(isinstance(deed, Hand) for deed in due)


def test_no_name_is_on_it_where_a_teacher_wants_none(tmp_path: Path) -> None:
    now = opened(played("wait"), Lab(lesson=Lesson(name="never")))
    assert now.view(ON).find("name") is None
    pressed(now, "hand", Shelf(tmp_path, tmp_path / "saves"))
    page = next((tmp_path / "hand-ins").glob("*.html"))
    assert page.name.startswith("hand-in-")
    assert "Anna" not in page.read_text(encoding="utf-8")


def test_without_a_decision_there_is_nothing_to_hand_in() -> None:
    now = opened(played())
    assert now.view(ON).find("hand") is None
    assert now.screen.press("hand", now.desk).deeds == ()


def test_every_new_game_has_a_name_of_its_own() -> None:
    desk = Desk(STORY, Settings(), ())
    names = set()
    for _ in range(3):
        kept = way.begun(desk).deeds[-1]
        assert isinstance(kept, Keep)
        names.add(kept.play.notes["game"])
    assert len(names) == 3


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
def test_the_screen_holds_at_every_size(size: tuple[int, int], text: int) -> None:
    on = space(size, text)
    now = opened(played("wait", "parley"))
    sentence = words_handin.waits("A name that is as long as names may be-0123456789.html")
    desk = replace(now.desk, handed=None)
    for view in pages(now.screen, on):
        assert faults(view, on) == []
    handed = replace(desk, handed=Handed(played("wait", "parley"), sentence))
    assert faults(now.screen.view(handed, on), on) == []


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    pygame.display.init()
    found = play.opened(
        play.Wishes(
            NIGHTS,
            tmp_path / "here",
            "",
            "",
            is_full=False,
            outbox=Outbox(tmp_path / "here", bundle.replaces),
            hand_in=lambda seat: tmp_path / "there" / (seat or "nobody"),
            seat="7",
        )
    )
    yield found
    found.close()
    pygame.display.quit()


def test_a_seat_hands_in_from_the_window(app: App, tmp_path: Path) -> None:
    app.press("begin")
    while not (isinstance(now := getattr(app.reading.screen, "play", None), Playthrough)) or (
        not now.turns
    ):
        choice = next((b.key for b in app.view.focusable() if b.key.startswith("choice:")), "")
        app.press(choice or app.view.onward)
    app.press(app.view.escape)
    app.press("hand-in")
    app.press("hand")
    assert app.shelf.outbox is not None
    assert app.shelf.outbox.close(60)
    files = list((tmp_path / "there" / "7").iterdir())
    assert [file.name.partition("-")[0] for file in files] == ["Seat 7"]
    assert (tmp_path / "here/seats/7/hand-ins" / files[0].name).is_file()
