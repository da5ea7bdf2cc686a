"""Wherever there is a line to write in, it and its button are on the page that is shown."""

from collections.abc import Iterator

import pytest

from game.play.playthrough import begin
from game.story.model import Question
from game.story.problem import Mark
from game.ui import editor, writing
from game.ui.boxes import View, transcript
from game.ui.preview.jump import JumpScreen
from game.ui.screen import Screen, Step, Turn, Writing
from game.ui.screens.question import Asked, QuestionScreen
from game.ui.screens.school import LeaveScreen
from tests import screens

SIZES = ((800, 480), (1024, 600), (1024, 768), (1280, 720), (1366, 768), (1920, 1080))
TEXTS = (100, 115, 130, 150, 175, 200)
LONG = "What they had was not enough, and winter came. "


def lines() -> Iterator[tuple[str, Screen]]:
    """Every screen with a line, and for each kind that with the longest of what is asked."""
    scenes = [scene for scene in screens.story().scenes.values() if scene.choices]
    decided = [screens.decided(each.id, n) for each in scenes for n in range(len(each.choices))]
    longest = max(decided, key=lambda play: len(play.turns[-1].comparison.chosen.text))
    yield "why", screens.screen("why", longest)
    before = [scene for scene in scenes if scene.before]
    scene = max(before, key=lambda each: len(each.before.text if each.before else ""))
    place = f"before/{scene.id}/scene/0"
    yield "before", screens.screen(place, begin(screens.story(), scene.id))
    asked = {
        (chapter.id, number): question.text
        for chapter in screens.story().chapters.values()
        for number, question in enumerate(chapter.questions)
    }
    chapter, number = max(asked, key=lambda key: len(asked[key]))
    yield "question", screens.screen(f"question/{chapter}/{number}", longest)
    question = Question("Who spoke, and to whom? " * 40, "", Mark(""))
    endless = Asked("before/x", "A long question", scene, question)
    yield "endless", QuestionScreen.of(longest, endless, "scene/0")
    yield "name", screens.screen("name")
    yield "code", LeaveScreen()


LINES = dict(lines())
# A line that finds something has no button of its own.
ALL = {**LINES, "jump": JumpScreen(editor.start())}


def keys(view: View) -> list[str]:
    return [box.key for box in view.focusable()]


def typed(screen: Screen, text: str) -> Screen:
    assert isinstance(screen, Writing)
    step: Step = screen.write(screen.editor.typed(text))
    assert isinstance(step.move, Turn)
    return step.move.screen


def texts(screen: Screen) -> Iterator[str]:
    """Nothing, a little, and so much that no more fits in, of short and of endless words."""
    assert isinstance(screen, Writing)
    most = screen.editor.most
    yield ""
    yield "dad pays"
    for part in (LONG, "w" * 60, "ж "):
        yield (part * most)[: most // 2]
        yield (part * most)[:most]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", LINES)
def test_a_line_and_its_button_are_on_the_page_that_is_shown(
    name: str, size: tuple[int, int], text: int
) -> None:
    on, at = screens.space(size, text), screens.desk()
    for written in texts(LINES[name]):
        view = typed(LINES[name], written).view(at, on)
        assert {"entry", "onward"} <= set(keys(view)), written
        assert view.onward == "onward"
        assert screens.faults(view, on) == []
        caret = next(box for box in view.boxes if box.look == "caret")
        entry = view.find("entry")
        assert entry is not None
        assert entry.rect.top <= caret.rect.top < caret.rect.bottom <= entry.rect.bottom + 6


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ALL)
def test_turning_pages_leads_to_the_line_and_back(
    name: str, size: tuple[int, int], text: int
) -> None:
    on = screens.space(size, text)
    views = list(screens.pages(ALL[name], on))
    assert "entry" in keys(views[0]) or name == "endless" or size == (800, 480)
    assert sum("entry" in keys(view) for view in views) == 1
    for view in views:
        assert screens.faults(view, on) == []
        assert view.onward


@pytest.mark.parametrize("text", [LONG * 5, "w" * 200, "a " * 90, "", "one row"])
def test_up_and_down_lead_through_all_rows(text: str) -> None:
    on, line = screens.space((1280, 720), 100), editor.start(text)
    for by, end in ((-1, 0), (1, len(line.text))):
        seen = [line.cursor]
        while line.cursor != end:
            line = line.placed(writing.index_below(line, 300, on, by))
            seen.append(line.cursor)
        assert seen == sorted(set(seen), reverse=by < 0)
        assert len(seen) <= len(text) / 5 + 2


@pytest.mark.parametrize(
    ("written", "told"), [(223, ""), (224, "56 c"), (279, "1 c"), (280, "The")]
)
def test_how_much_room_is_left_is_told_before_there_is_none(written: int, told: str) -> None:
    screen = typed(LINES["why"], ("word " * 60)[:written])
    said = transcript(screen.view(screens.desk(), screens.space((1280, 720), 200)))
    lines = [line for line in said.splitlines() if "character" in line]
    assert "".join(line[: len(told)] for line in lines) == told
    assert bool(lines) == bool(told)
