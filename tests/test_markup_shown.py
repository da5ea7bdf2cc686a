"""Nobody ever sees the signs of the markup: not on a page, not in a terminal, not on paper."""

import re
from collections.abc import Iterator

import pytest

from game.author import lesson
from game.play import notes, save
from game.play.playthrough import Playthrough, begin
from game.play.record import follow
from game.report.handin import hand_in
from game.story import markup
from game.story.model import Prose
from game.terminal import show
from game.ui.boxes import View
from tests import screens
from tests.pages import transcript

_SIGNS = re.compile(r"\*|\]\(")
ON = (1280, 720)


def answered(play: Playthrough) -> Playthrough:
    """With an answer to every source check of the scene that was left."""
    for number, check in enumerate(play.left.source_checks):
        if check.answers:
            play = play.note(notes.check(play.left.id, number), check.answers[0].text)
    return play


def record() -> Playthrough:
    play = begin(screens.story())
    for turn in follow(screens.story()).turns:
        play = answered(play.choose(turn.decision.choice))
    return play


def decided() -> Iterator[Playthrough]:
    """Every scene, with each of its choices."""
    for scene in screens.story().scenes.values():
        yield from (screens.decided(scene.id, number) for number, _ in enumerate(scene.choices))


def places() -> Iterator[tuple[str, Playthrough | None]]:
    for place, play in screens.places():
        is_check = play is not None and place.startswith("check/")
        yield place, answered(play) if play is not None and is_check else play
    yield from (("comparison", play) for play in decided())
    story, whole = screens.story(), record()
    yield from ((place, whole) for place in ("journal", "people", "timeline", "railway"))
    yield from ((f"person/{name}", whole) for name in story.people)
    yield from ((f"term/{name}", whole) for name in story.glossary)


def shown(view: View) -> Iterator[str]:
    for box in view.boxes:
        yield box.text
        yield from (run.text for run in box.runs)


def test_in_the_window() -> None:
    on, found = screens.space(ON, 100), set()
    for place, play in places():
        for view in screens.pages(screens.screen(place, play), on):
            found |= {text for text in shown(view) if _SIGNS.search(text)}
    assert not found


def test_in_a_terminal() -> None:
    story, found = screens.story(), set()
    for play in (*decided(), *(begin(story, name) for name in story.scenes)):
        told = (*show.scene(play), *show.scene(play, brief=True), *show.chapter(play))
        told += show.comparison(play) if play.turns else ()
        for check in play.left.source_checks:
            told += (
                *show.check(story, check),
                *show.checked(story, check, 0 if check.answers else None),
            )
        found |= {text for text in told if _SIGNS.search(text)}
    assert not found


def test_on_paper() -> None:
    story = screens.story()
    papers = [hand_in(story, save.of(record()))]
    papers += [lesson.key(story, chapter) for chapter in story.chapters.values()]
    for paper in papers:
        lines = transcript(paper).splitlines()
        assert [line for line in lines if _SIGNS.search(line)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("to say *I*.", "to say I."),
        ("**Never** so", "Never so"),
        ("[the guard](person:lenin) and *[Iskra](term:iskra)*", "the guard and Iskra"),
        ("3 * 4", "3 * 4"),
        ("[sic] (1905)", "[sic] (1905)"),
    ],
)
def test_the_words_without_it(text: str, words: str) -> None:
    assert markup.unmarked(text) == words
    assert markup.plain(Prose(text, screens.story().mark)) == words
