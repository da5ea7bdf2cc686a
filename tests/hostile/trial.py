"""What is done with a story that may come from anyone: all that reads it, and one that writes."""

import contextlib
import functools
import itertools
from collections.abc import Iterator
from pathlib import Path

import pygame

from game import paths
from game.author import from_twine, lesson, map_html, map_svg, scenes, shelf, tracks, twine
from game.author.ids import Refused
from game.checks import facts
from game.checks.check import check
from game.play import save, walks
from game.play.playthrough import begin
from game.stage import catalogue, compose
from game.stage.catalogue import Catalogue
from game.story import files, lay, load, packs
from game.story.layers import Layers
from game.story.lists import Person
from game.story.model import Illustration, Story
from game.story.problem import Problem, explain
from game.ui import blank
from game.ui.boxes import View
from game.ui.paint.fonts import Fonts
from game.ui.preview import watch
from game.ui.screen import Desk, Screen, Turn
from game.ui.screens import index
from game.ui.screens.stories import StoriesScreen
from game.ui.settings import Settings
from game.ui.space import Space
from tests.cases import building
from tests.hostile.case import SECRET, Case

_LINES, _PAGES, _SCENES, _PICTURES = 20, 5, 3, 3
_LONGEST, _PRINTED = 1_000, 2_000


@functools.cache
def _parts() -> Catalogue:
    return catalogue.scan(building.ASSETS)


@functools.cache
def _space() -> Space:
    pygame.font.init()
    return Space(1280, 720, 1.0, Fonts(paths.assets() / "fonts"))


def tried(path: Path, case: Case) -> str:
    """Read and play a story as everybody would, and say what came of it.

    Raises AssertionError where what is said is no sentence.
    """
    listed = packs.pack(path)
    assert listed.title
    watch.stamp(path)
    if case.is_laid:
        return _laid(path)
    with _meanwhile(case, path):
        loaded = load.load(path)
    assert (loaded.story is None) == bool(loaded.problems)
    _say(loaded.problems, path)
    screen = StoriesScreen().view(Desk(blank.STORY, Settings(), (), stories=(listed,)), _space())
    _set(screen)
    if loaded.story is None:
        return f"says: {loaded.problems[0].message}"
    _play(loaded.story, path)
    if len(loaded.story.scenes) <= _PRINTED:
        _write(path)
    return "plays"


def _laid(path: Path) -> str:
    """Lay a pack on the good story beside it, which plays with it or without it."""
    layers = Layers(path.with_name("story"), (path,))
    read = lay.read(layers)
    assert read.story is not None
    for left in read.left_out:
        _say(left.problems, path)
    _play(read.story, layers.folder)
    return f"says: {read.left_out[0].problems[0].message}" if read.left_out else "plays"


@contextlib.contextmanager
def _meanwhile(case: Case, path: Path) -> Iterator[None]:
    """Something happens between looking through a folder and reading what is in it."""
    survey = files.survey
    if case.during is None:
        yield
        return
    waiting = [case.during]

    def surveyed(folder: Path, problems: list[Problem], label: str = "") -> files.Shelf:
        found = survey(folder, problems, label)
        while waiting:
            waiting.pop()(path)
        return found

    files.survey = surveyed
    try:
        yield
    finally:
        files.survey = survey


def _say(problems: tuple[Problem, ...], path: Path) -> None:
    for problem in problems[:_LINES]:
        said = explain(problem, load.line_of(path, problem.mark))
        assert problem.message.strip().endswith((".", "?", "!", "…")), problem.message
        assert len(problem.message) <= _LONGEST, problem.message
        assert all(letter == "\n" or letter.isprintable() for letter in said), ascii(said)
        assert SECRET not in said, said


def _play(story: Story, path: Path) -> None:
    _say(check(facts.gather(story, path, _parts())), path)
    for scene in itertools.islice(story.scenes.values(), _PICTURES):
        if scene.illustration is not None:
            _draw(scene.illustration, path / scene.chapter)
    if story.illustration is not None:
        _draw(story.illustration, path)
    for person in itertools.islice(story.people.values(), _PICTURES):
        _portray(person, path)
    assert walks.walk(story, 5, 1).made >= 0
    kept = save.from_text(save.to_text(save.of(begin(story))))
    assert save.resume(story, kept).play.state == begin(story).state
    _look(story)
    if len(story.scenes) <= _PRINTED:
        _print(story)


def _draw(illustration: Illustration, folder: Path) -> None:
    """As the gallery does, which leaves the paper blank then."""
    with contextlib.suppress(OSError, ValueError, MemoryError):
        made = compose.plate(illustration, _parts(), 320, 180, 0.4, folder)
        assert (made.width, made.height) == (320, 180)
    with contextlib.suppress(OSError, ValueError, MemoryError):
        compose.cover(illustration, _parts(), 132, 82, folder)


def _portray(person: Person, folder: Path) -> None:
    """As the gallery does, which leaves the paper blank then."""
    with contextlib.suppress(OSError, ValueError, MemoryError):
        made = compose.photograph(folder / Path(person.picture).name, 40)
        assert (made.width, made.height, made.mode) == (40, 40, "RGBA")


def _look(story: Story) -> None:
    """The first pages of a few screens are set, and their words drawn."""
    desk = Desk(story, Settings(), ())
    play = begin(story)
    places = ["title", "chapters", "scene/0", "people"]
    for place in places:
        _turn(index.build(place, play, desk), desk)
    offered = [offer.choice.id for offer in play.offers if offer.is_open]
    if offered:
        _turn(index.build("comparison", play.choose(offered[0]), desk), desk)


def _turn(screen: Screen, desk: Desk) -> None:
    for _ in range(_PAGES):
        view = screen.view(desk, _space())
        _set(view)
        move = screen.press(view.forward, desk).move if view.forward else None
        if not isinstance(move, Turn):
            return
        screen = move.screen


def _set(view: View) -> None:
    fonts = _space().measure
    assert isinstance(fonts, Fonts)
    for box in view.boxes:
        for run in box.runs:
            fonts.words(run.text, run.font, (0, 0, 0))


def _print(story: Story) -> None:
    """The pages made for teachers."""
    plan = tracks.plan(story)
    assert map_svg.drawing(plan, story.title)
    assert map_html.page(plan, story.title, {})
    assert from_twine.imported(twine.exported(story, {})).files
    for chapter in itertools.islice(story.chapters.values(), _SCENES):
        assert lesson.card(story, chapter)


def _write(path: Path) -> None:
    """A new scene is written, which a .zip refuses."""
    with contextlib.suppress(Refused, OSError):
        book = shelf.opened(path)
        scenes.written(book, scenes.plan(book, scenes.Wish("quite-new")))
