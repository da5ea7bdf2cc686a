"""The books laid beside the story, each as a screen, and a desk with kept games for them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from game.play import playthrough, save
from game.play.playthrough import Playthrough
from game.play.save import Slot
from game.story.problem import Mark, Problem
from game.ui.boxes import View, transcript
from game.ui.screen import (
    Desk,
    Screen,
    Stay,
    Turn,
)
from game.ui.screens import index
from game.ui.screens.journal import JournalScreen
from game.ui.screens.people import PeopleScreen
from game.ui.screens.problems import ProblemsScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.settings import NameScreen
from game.ui.settings import Settings
from game.ui.space import Space
from tests import screens

SIZES = ((1024, 768), (1280, 720), (1920, 1080))
TEXTS = (100, 130, 200)
REASON = "Nobody else would have written it down."
SAVES = Path("/nowhere/saves")
PROBLEMS = (
    Problem(
        Mark("story/01/the-cart.yaml", 16, 11),
        "unknown-scene",
        "There is no scene 'winter-palce'.",
        "Did you mean 'winter-palace'?",
    ),
    Problem(Mark("story/01/the-cart.yaml", 3, 1), "missing", "A scene needs a 'text'."),
    Problem(Mark("story/story.yaml", 2, 900), "long", "This is long.", "Write less. " * 20),
)
LINES = ("    goto: winter-palce", "", "word " * 300)


def played(turns: int = 6) -> Playthrough:
    """A game in which the first choice was always taken, and once taken back."""
    play = playthrough.begin(screens.story())
    for number in range(turns):
        offered = [offer.choice.id for offer in play.offers if offer.is_open]
        if number == 2:
            play = play.choose(offered[-1]).undo()
        play = play.choose(offered[0], REASON)
    return play


def kept(file: str, turns: int, place: str = "scene/0") -> Slot:
    game = save.of(played(turns), "Anna", place)
    return Slot(SAVES / file, replace(game, written="2026-11-25T18:20:00+00:00"), "")


def desk(**changes: object) -> Desk:
    slots = (
        kept("autosave.json", 6, "comparison/0"),
        *(kept(f"save-{number}.json", number) for number in range(5)),
        Slot(SAVES / "save-9.json", None, save.UNREADABLE),
    )
    return replace(screens.desk(**changes), slots=slots)


def made() -> Mapping[str, Screen]:
    play, on = played(), desk()
    places = ("people", "timeline", "settings", "saves", "help", "person/lenin", "term/soviet")
    found = {place: index.build(place, play, on) for place in places}
    found |= {f"{place} at first": index.build(place, None, on) for place in places}
    found["words"] = PeopleScreen(play, "words")
    found["sources"] = PeopleScreen(play, "sources")
    found["journal"] = JournalScreen(play, 0)
    found["journal of a chapter"] = JournalScreen(play, 0, "01-the-pen")
    found["journal at first"] = JournalScreen(played(0), 0)
    found["name"] = NameScreen.of(Settings(name="Seat 14"))
    found["a game to delete"] = SavesScreen(play, asked="save-2.json")
    found["problems"] = ProblemsScreen(PROBLEMS, LINES)
    return found


NAMES = tuple(made())


def pages(first: Screen, on: Space, at: Desk) -> Iterator[tuple[Screen, View]]:
    """All pages of a screen, as turning them shows them."""
    here = first
    for _ in range(400):
        view = here.view(at, on)
        yield here, view
        move = here.press(view.forward, at).move if view.forward else Stay()
        if not isinstance(move, Turn):
            return
        here = move.screen
    pytest.fail("The pages have no end.")


def told(first: Screen, at: Desk, on: Space | None = None) -> str:
    shown = on or screens.space((1280, 720), 100)
    return "\n".join(transcript(view) for _, view in pages(first, shown, at))


def turned(screen: Screen, key: str, at: Desk) -> Screen:
    move = screen.press(key, at).move
    assert isinstance(move, Turn)
    return move.screen
