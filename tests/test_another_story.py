"""A story about somebody else is about nobody but them, whatever of the program is looked at."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import game
from game.author import lesson, map_html, map_svg, stories, tracks
from game.cli import main
from game.lab.lab import Lab
from game.play import save
from game.play.playthrough import Playthrough, begin
from game.report import classroom, handin, tally
from game.story.load import load
from game.story.model import Story
from game.ui.boxes import transcript
from game.ui.screen import Desk
from game.ui.screens import index
from game.ui.screens.people import PeopleScreen, Tab
from game.ui.settings import Settings
from tests import pages, screens
from tests.terminal import Room

HERE = Path(__file__).parent
ON = screens.space((1280, 720), 100)
NAMES = "Trotsk|Lenin|Stalin|Soviet|Bolshev|Kamenev|Kornilov"
OURS = re.compile(rf"\S* ?\S*(?:{NAMES})\S* ?\S*", re.IGNORECASE)
# The small story of a woman has none of these words, so whoever says them is the program.
STRANGE = re.compile(rf"\S* ?\S*(?:{NAMES}|\b(?:he|his|him|party|essay)\b)\S* ?\S*", re.IGNORECASE)
TABS: tuple[Tab, ...] = ("people", "words", "dates", "sources")
ASIDE = ("menu", "journal", "railway", "hand-in", "saves", "settings", "help", "timeline")
FREE = ("title", "chapters", "stories", "help", "settings", "name", "saves", "people", "leave")
# Where the program itself may name somebody of the story that it comes with.
ALLOWED = {
    "cli.py": "Decide as Leon Trotsky; then see what he did, what came of it, how sure we are, "
    "and who says so.",
    "packaging/debian.py": "Description: history storybook about Leon Trotsky's decisions",
    "ui/sound.py": "soviet_hall",
}


@cache
def montgomery() -> Story:
    loaded = load(HERE / "stories" / "montgomery")
    assert loaded.story is not None, loaded.problems
    return loaded.story


def ways(story: Story) -> Iterator[Playthrough]:
    """A game in every scene, and one after each of the choices that are open there."""
    for scene in story.scenes.values():
        here = begin(story, scene.id)
        yield here
        yield from (here.choose(offer.choice.id) for offer in here.offers if offer.is_open)


def places(play: Playthrough) -> Iterator[str]:
    scene, left = play.scene, play.left
    yield from (*ASIDE, "opening", "content", "scene/0", "brief", f"before/{scene.id}/scene/0")
    if not play.turns:
        return
    yield from ("why", "comparison", "chapter-end", "take-back", "sitting", "lesson-end", "ending")
    yield from (f"check/{number}" for number in range(len(left.source_checks)))
    asked = play.story.chapters[left.chapter].questions
    yield from (f"question/{left.chapter}/{number}" for number in range(len(asked)))
    yield f"after/{left.id}/comparison/0"


def window(story: Story) -> Iterator[str]:
    """All that the window says of a story, page after page."""
    at = Desk(story, Settings(), (), lab=Lab(seats=3))
    shown = [index.build(place, None, at) for place in (*FREE, "seats")]
    for play in ways(story):
        shown += [index.build(place, play, at) for place in places(play)]
        shown += [PeopleScreen(play, tab) for tab in TABS]
        shown += [index.build(f"person/{name}", play, at) for name in story.people]
        shown += [index.build(f"term/{name}", play, at) for name in story.glossary]
    for screen in shown:
        yield from (transcript(view) for view in screens.pages(screen, ON, at))


def terminal(story: Story, data: Path) -> Iterator[str]:
    """All that the terminal says on two ways through a story, with every command at each step."""
    asks = ("help", "?", "log", "line", "standing", "ledger", "power", "again", "easy", "full")
    for number in "12":
        typed = ["1", *(word for _ in range(14) for word in (*asks, "answer So.", number, ""))]
        yield Room(story, data / number).hears(*typed)


def papers(story: Story) -> Iterator[str]:
    """All that is printed or handed in, as it is read."""
    for chapter in story.chapters.values():
        for make in (lesson.card, lesson.key, lesson.log):
            yield pages.transcript(make(story, chapter))
    games = [save.of(play, "Ada") for play in ways(story) if play.turns]
    yield from (pages.transcript(handin.hand_in(story, game)) for game in games)
    those = tally.pupils(story, games, has_names=False)
    wanted = classroom.Wanted(has_names=False, left_out=())
    yield pages.transcript(classroom.classroom(story, those, wanted))
    plan = tracks.plan(story)
    yield from (map_svg.drawing(plan, story.title), map_html.page(plan, story.title, {}))


def everything(story: Story, data: Path) -> Iterator[str]:
    yield from window(story)
    yield from terminal(story, data)
    yield from papers(story)


def test_a_story_about_a_woman_names_nobody_else(tmp_path: Path) -> None:
    told = "\n".join(everything(montgomery(), tmp_path))
    assert sorted({found[0] for found in STRANGE.finditer(told)}) == []
    assert "What Rosa Parks did is documented" in told
    assert "? parks: look up" in told


def test_checks_of_it_name_nobody_else(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(HERE / "stories" / "montgomery")])
    assert STRANGE.findall(capsys.readouterr().out) == []


def test_the_finished_example_names_nobody_of_ours(tmp_path: Path) -> None:
    folder = stories.made(stories.Wish(tmp_path / "july", like="example"), {})
    loaded = load(folder)
    assert loaded.story is not None, loaded.problems
    told = "\n".join(everything(loaded.story, tmp_path / "data"))
    assert sorted({found[0] for found in OURS.finditer(told)}) == []


def test_what_cannot_be_shared_is_not_spoken_of(tmp_path: Path) -> None:
    """A story without contenders has no power to tell of."""
    here = Room(montgomery(), tmp_path)
    assert "power:" not in here.last("1", "help")
    assert here.last("1", "power") == "This story does not tell how power was shared.\n"


def words_of(path: Path) -> Iterator[str]:
    """The texts in a file of the program, but not what explains it to who reads it there."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explains = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from () if id(node) in explains else (node.value,)


def test_no_sentence_and_no_hint_of_the_program_takes_its_example_from_our_story() -> None:
    root = Path(game.__file__).parent
    found = {
        (path.relative_to(root).as_posix(), text)
        for path in root.rglob("*.py")
        for text in words_of(path)
        if OURS.search(text)
    }
    assert found == set(ALLOWED.items())
