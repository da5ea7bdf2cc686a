"""Nothing that was typed is lost, however the window ends or the line is left."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.play import save
from game.ui import nib, play, settings, window, words
from game.ui.app import App
from game.ui.screen import Restart, Step
from tests import xvfb
from tests.test_window import called, to_the_first_decision
from tests.twin import next_key, twin
from tests.xvfb import program, until

STORY = Path(__file__).parent / "stories" / "two-nights"


def until_shown(app: App, title: str) -> None:
    while app.view.title != title:
        app.press(next_key(app.view, getattr(app.reading.screen, "play", None)))


def opened(data: Path) -> App:
    return play.opened(play.Wishes(STORY, data, "", "", is_full=False))


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    pygame.display.init()
    found = opened(tmp_path)
    yield found
    found.close()
    pygame.display.quit()


def kept(data: Path) -> list[str]:
    """Every sentence of the game that was kept by itself."""
    (path,) = data.glob("saves/*/autosave.json")
    found = save.read(path).save
    reasons = [decision.reason for decision in found.decisions]
    return [*reasons, *(said for name, said in found.notes.items() if name != "game")]


def closes(app: App) -> None:
    app.handle(pygame.Event(pygame.QUIT))


def quits(app: App) -> None:
    app.press("menu")
    app.press("quit")


def turns_to_the_title(app: App) -> None:
    app.press("menu")
    app.press("title")


def stands_idle(app: App) -> None:
    app.handle(pygame.Event(window.IDLE))


def waits(app: App) -> None:
    app.handle(pygame.Event(nib.DRAFT))


def keeps_it_in_a_slot(app: App) -> None:
    app._command("keep")


def crashes(app: App) -> None:
    app.close()


@pytest.mark.parametrize(
    "leave",
    [closes, quits, turns_to_the_title, stands_idle, waits, keeps_it_in_a_slot, crashes],
)
@pytest.mark.parametrize("kind", [pygame.TEXTINPUT, pygame.TEXTEDITING])
def test_a_reason_is_kept_however_it_is_left(
    app: App, tmp_path: Path, leave: Callable[[App], None], kind: int
) -> None:
    until_shown(app, words.WHY)
    app.handle(pygame.Event(kind, text="one seven"))
    leave(app)
    assert "one seven" in kept(tmp_path)


def test_a_question_is_kept_at_every_letter_that_the_clock_strikes(
    app: App, tmp_path: Path
) -> None:
    until_shown(app, words.CHAPTER_END)
    app.press("question:0")
    for count, letter in enumerate("seven", 1):
        app.handle(pygame.Event(pygame.TEXTINPUT, text=letter))
        waits(app)
        assert "seven"[:count] in kept(tmp_path)


@pytest.mark.parametrize("leave", [closes, stands_idle, waits, lambda app: app.press("close")])
def test_a_name_is_kept_as_well(app: App, tmp_path: Path, leave: Callable[[App], None]) -> None:
    app._take(Step(Restart("name")))
    app.handle(pygame.Event(pygame.TEXTINPUT, text="  Anna   K."))
    leave(app)
    assert settings.read(tmp_path)[0].name == "Anna K."


def test_the_title_goes_on_with_the_last_letter(app: App) -> None:
    until_shown(app, words.WHY)
    app.handle(pygame.Event(pygame.TEXTINPUT, text="seven"))
    turns_to_the_title(app)
    app.press("resume")
    assert app.view.title == words.WHY
    assert "seven" in [box.text for box in app.view.boxes if box.role == "entry"]


def test_what_is_written_is_told_of_once_and_then_no_more(app: App) -> None:
    until_shown(app, words.WHY)
    app.handle(pygame.Event(pygame.TEXTINPUT, text="seven"))
    keeps_it_in_a_slot(app)
    assert app.reading.notice == words.KEPT
    waits(app)
    assert app.reading.notice == words.KEPT


def rubs_out(app: App) -> None:
    for pressed in (pygame.K_a, pygame.K_BACKSPACE):
        app.handle(pygame.Event(pygame.KEYDOWN, key=pressed, mod=pygame.KMOD_CTRL, unicode=""))


@pytest.mark.parametrize("title", [words.WHY, words.CHAPTER_END])
def test_what_is_rubbed_out_by_hand_makes_no_other_game(
    app: App, tmp_path: Path, title: str
) -> None:
    until_shown(app, title)
    if title == words.CHAPTER_END:
        app.press("question:0")
    for clock in (waits, lambda _: None):
        app.handle(pygame.Event(pygame.TEXTINPUT, text="seven"))
        clock(app)
        rubs_out(app)
        clock(app)
    app.press("onward")
    assert app.reading.notice == ""
    assert "seven" not in kept(tmp_path)
    assert len(list(tmp_path.glob("saves/*/*.json"))) == 1


@pytest.mark.window
@pytest.mark.skipif(bool(xvfb.MISSING), reason=f"not installed here: {xvfb.MISSING}")
@pytest.mark.parametrize("last", [signal.SIGKILL, signal.SIGTERM])
def test_typed_and_killed_it_goes_on_with_the_last_letter(
    tmp_path: Path, last: signal.Signals
) -> None:
    """No space and no full stop: it is written down because some time has passed."""
    data = tmp_path / "real"
    with xvfb.screen() as display:
        with program(display, data) as real, twin(real, tmp_path / "twin") as same:
            to_the_first_decision(same)
            real.types("one seven")
            if last is signal.SIGKILL:
                until(lambda: reason(data) == "one seven", "the reason", lambda: reason(data))
            else:
                until(lambda: reason(data).startswith("o"), "a letter", lambda: reason(data))
            real.process.send_signal(last)
            real.ends()
            assert reason(data) == "one seven"
        with program(display, data) as again:
            again.shows("The Power Struggle")
            again.press("1")
            again.shows(called(words.WHY))


def reason(data: Path) -> str:
    found = xvfb.kept(data)
    return found.decisions[0].reason if found is not None and found.decisions else ""
