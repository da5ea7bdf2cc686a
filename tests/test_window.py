"""The whole story in the real window: by keys alone, by clicks alone, and by all the other keys."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

import game as game_package
from game import paths
from game.play.save import Save
from game.ui import settings, words
from game.ui.settings import Settings
from tests import xvfb
from tests.twin import Twin, historical, twin
from tests.xvfb import SCREEN, SIZE, Program, kept, program, until

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(xvfb.MISSING), reason=f"not installed here: {xvfb.MISSING}"),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with xvfb.screen() as number:
        yield number


def is_over(twin: Twin) -> bool:
    return twin.play is not None and twin.play.is_over and not twin.view.forward


def through(same: Twin, press: Callable[[str], None]) -> None:
    """Follow the historical road from the title to its end."""
    same.agree()
    while not is_over(same):
        before = same.play
        press(historical(same))
        if same.play != before:
            same.agree()
    same.agree()
    assert same.play is not None
    assert same.play.scene.ending is not None
    assert same.play.scene.ending.historical


def test_the_story_is_played_to_its_end_by_keys_alone(display: str, tmp_path: Path) -> None:
    with program(display, tmp_path / "real") as real, twin(real, tmp_path / "twin") as same:
        through(same, same.key)


def test_the_story_is_played_to_its_end_by_clicks_alone(display: str, tmp_path: Path) -> None:
    """Without motion, as a reader may wish it; the other way through is with all of it."""
    for name in ("real", "twin"):
        settings.write(tmp_path / name, Settings(motion="reduced"))
    with program(display, tmp_path / "real") as real, twin(real, tmp_path / "twin") as same:
        through(same, same.click)


def called(name: str) -> str:
    """The title of the window while it shows the screen of a name."""
    return f"{name} – The Power Struggle"


def game(real: Program, slot: str = "autosave") -> Save:
    found = kept(real.data, slot)
    assert found is not None
    return found


def to_the_first_decision(same: Twin) -> None:
    same.agree()
    while same.play is None or not same.play.turns:
        same.key(historical(same))
    same.agree()


@pytest.fixture
def decided(display: str, tmp_path: Path) -> Iterator[tuple[Program, Twin]]:
    """The program and its twin after the first decision, where they ask why."""
    with program(display, tmp_path / "real") as real, twin(real, tmp_path / "twin") as same:
        to_the_first_decision(same)
        assert real.title == called(words.WHY)
        yield real, same


Both = tuple[Program, Twin]


@pytest.mark.parametrize(
    ("layout", "digits", "typed"),
    [
        ("us", "123456789", "He said: no."),
        ("fr", "ampersand eacute quotedbl apostrophe", "Décidé à partir, où qu'il aille."),
        ("ru", "123456789", "Он уже решил, что делать."),
        ("cz", "plus ecaron scaron ccaron", "Už se rozhodl, řekl příteli."),
    ],
    ids=["us", "fr", "ru", "cz"],
)
def test_every_keyboard_decides_and_writes(
    tmp_path: Path, layout: str, digits: str, typed: str
) -> None:
    """On French and Czech keyboards the keys of the digits give other signs; they decide too."""
    names = digits.split() if " " in digits else list(digits)
    with (
        xvfb.screen(layout) as display,
        program(display, tmp_path / "real") as real,
        twin(real, tmp_path / "twin") as same,
    ):
        same.digits = {str(number): name for number, name in enumerate(names, 1)}
        to_the_first_decision(same)
        real.types(typed)
        real.press("Return")
        real.shows(called(words.COMPARISON))
        assert game(real).decisions[0].reason == typed


def test_letters_that_are_keys_elsewhere_are_letters_in_a_sentence(decided: Both) -> None:
    real, _ = decided
    real.types("hls 1")
    real.press("BackSpace", "Return")
    real.shows(called(words.COMPARISON))
    assert game(real).decisions[0].reason == "hls"


def test_a_decision_is_taken_back_and_remembered(decided: Both) -> None:
    real, _ = decided
    decision = game(real).decisions[0]
    real.press("Return")
    real.shows(called(words.COMPARISON))
    real.press("BackSpace")
    real.shows(called(words.CHANGE_MIND))
    real.press("1", "Escape")
    real.shows(called(words.COMPARISON))
    real.press("BackSpace", "Return", "Return")
    until(lambda: not game(real).decisions, "a decision taken back")
    assert [back.decision for back in game(real).taken_back] == [decision]


def test_escape_opens_the_menu_and_closes_it(decided: Both) -> None:
    real, _ = decided
    for opens, closes in (("Escape", "Escape"), ("Escape", "1"), ("Escape", "BackSpace")):
        real.press(opens)
        real.shows(called(words.MENU))
        real.press(closes)
        real.shows(called(words.WHY))
    real.press("Escape", "9")
    assert real.ends() == 0


@pytest.mark.parametrize(
    ("key", "name"), [("F1", words.HELP), ("F2", words.SETTINGS), ("l", words.JOURNAL_NAME)]
)
def test_books_are_laid_on_any_page_and_taken_away(decided: Both, key: str, name: str) -> None:
    real, _ = decided
    real.press("Return")
    real.shows(called(words.COMPARISON))
    real.press(key)
    real.shows(called(name))
    real.press("Escape")
    real.shows(called(words.COMPARISON))


def test_a_game_is_kept_with_one_key_and_fetched_with_another(decided: Both) -> None:
    real, _ = decided
    real.press("Return")
    real.shows(called(words.COMPARISON))
    real.press("F5")
    until(lambda: kept(real.data, "quick") is not None, "the game kept with one key")
    real.press("BackSpace", "Return", "Return")
    until(lambda: not game(real).decisions, "a decision taken back")
    real.press("F9")
    real.shows(called(words.COMPARISON))
    assert len(game(real, "quick").decisions) == 1


def test_any_key_brings_back_what_was_hidden_and_does_nothing_else(decided: Both) -> None:
    real, same = decided
    real.press("Return")
    same.app.press("onward")
    real.press("h", "Return")
    same.agree()
    real.press("h", "Escape", "Escape")
    real.shows(called(words.MENU))


def test_the_whole_screen_and_back(decided: Both) -> None:
    real, _ = decided
    assert real.size == SIZE
    real.press("F11")
    until(lambda: real.size == SCREEN, "the whole screen")
    real.press("F11")
    until(lambda: real.size == SIZE, "the window as it was")
    assert real.title == called(words.WHY)


def test_everything_lies_where_it_should_in_a_window_of_another_size(
    display: str, tmp_path: Path
) -> None:
    size = (1000, 900)
    with (
        program(display, tmp_path / "real") as real,
        twin(real, tmp_path / "twin", size=size) as same,
    ):
        same.agree()
        # A window that is still being opened is given the size it was asked for once more.
        real.press("F1")
        real.shows(called(words.HELP))
        real.press("Escape")
        same.agree()
        real.resize(*size)
        until(lambda: real.size == size, "the new size")
        while same.play is None or not same.play.turns:
            before = same.play
            same.click(historical(same))
            if same.play != before:
                same.agree()


def test_a_game_goes_on_where_it_was_left(display: str, tmp_path: Path) -> None:
    data = tmp_path / "real"
    with program(display, data) as real, twin(real, tmp_path / "twin") as same:
        same.agree()
        while same.play is None or len(same.play.turns) < 2:
            same.key(historical(same))
        same.key(historical(same))
        same.agree()
        left = game(real)
        real.press("Escape", "9")
        assert real.ends() == 0
        with program(display, data) as again:
            again.shows("The Power Struggle")
            again.press("1")
            again.shows(pygame.display.get_caption()[0])
            assert game(again) == left


@pytest.mark.parametrize("driver", ["", "alsa", "no-such-driver"])
def test_without_sound_it_plays_on(display: str, tmp_path: Path, driver: str) -> None:
    changed = {"SDL_AUDIODRIVER": driver}
    with (
        program(display, tmp_path / "real", changed=changed) as real,
        twin(real, tmp_path / "twin") as same,
    ):
        to_the_first_decision(same)


def test_where_nothing_can_be_written_it_says_so_and_plays_on(display: str, tmp_path: Path) -> None:
    for name in ("real", "twin"):
        (tmp_path / name).write_text("a file in the way", encoding="utf-8")
    with program(display, tmp_path / "real") as real, twin(real, tmp_path / "twin") as same:
        same.agree()
        same.key("begin")
        assert words.not_kept("").split("(")[0] in same.app.reading.notice
        to_the_first_decision(same)


def test_without_typefaces_and_pictures_it_plays_on(display: str, tmp_path: Path) -> None:
    house = tmp_path / "house"
    shutil.copytree(paths.story(), house / "story")
    package, rest = Path(game_package.__file__).parent, shutil.ignore_patterns("__pycache__")
    shutil.copytree(package, house / "game", ignore=rest)
    (house / "pyproject.toml").write_text("", encoding="utf-8")
    (house / "assets").mkdir()
    with program(display, tmp_path / "real", at=house) as real:
        real.shows("The Power Struggle")
        real.press("1")

        def is_decided() -> bool:
            real.press("Next", "Return", "1")
            found = kept(real.data)
            return found is not None and bool(found.decisions)

        until(is_decided, "a decision")
