"""Lesson cards, keys and logs: what a teacher prints before the bell."""

from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.author import lesson
from game.cli import main
from game.story import texts
from game.story.model import Chapter, Story
from tests import screens

CHAPTERS = list(screens.story().chapters.values())


class Nesting(HTMLParser):
    """Fails where elements are not closed in the order in which they were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(
        self,
        tag: str,
        attrs: list[tuple[str, str | None]],  # noqa: ARG002 - the parser hands them over
    ) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.id)
def test_every_chapter_has_its_pages(chapter: Chapter) -> None:
    story = screens.story()
    pages = [make(story, chapter) for make in (lesson.card, lesson.key, lesson.log)]
    for page in pages:
        nesting = Nesting()
        nesting.feed(page)
        assert nesting.open == []
        assert "://" not in page
    for scene in story.scenes.values():
        if scene.chapter == chapter.id and scene.choices:
            assert all(f">{scene.title.replace('&', '&amp;')}<" in page for page in pages)


def test_a_card_gives_the_time_of_every_sitting() -> None:
    whole = lesson.card(screens.story(), CHAPTERS[3])
    for wanted in (
        "minutes to play, in 3 sittings",
        "4.2 From the Kresty",
        "power-struggle lesson",
    ):
        assert wanted in whole


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.id)
def test_a_card_names_every_source_of_its_chapter(chapter: Chapter) -> None:
    story = screens.story()
    card = unescape(lesson.card(story, chapter))
    scenes = [scene for scene in story.scenes.values() if scene.chapter == chapter.id]
    named = {ref.id for scene in scenes for ref in texts.sources(scene)}
    assert [name for name in named if story.sources[name].title not in card] == []


@pytest.mark.parametrize("make", [lesson.card, lesson.key, lesson.log])
def test_a_sitting_has_pages_of_its_own(make: Callable[[Story, Chapter, str], str]) -> None:
    story, chapter = screens.story(), CHAPTERS[3]
    second, last = make(story, chapter, "4.2"), make(story, chapter, "4.3")
    assert "From the Kresty to the Smolny" in second
    assert ">The velvet hall<" in second
    assert ">The seal<" not in second
    asked = chapter.questions[0].text
    assert asked in last
    assert asked not in second


def test_the_key_alone_gives_answers_away() -> None:
    story, chapter = screens.story(), CHAPTERS[6]
    assert "How one can tell" in lesson.key(story, chapter)
    assert "How one can tell" not in lesson.card(story, chapter)
    assert "How one can tell" not in lesson.log(story, chapter)


@pytest.mark.parametrize("part", ["7", "7.2"])
@pytest.mark.parametrize("option", ["", "--answers", "--blank"])
def test_the_command_writes_a_page(option: str, part: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    words = ["lesson", part, *([option] if option else []), "-o", str(path)]
    assert main(words) == 0
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_unknown_chapter_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["lesson", "07-icee"]) == 2
    assert "Did you mean '07-ice'?" in capsys.readouterr().err
    assert main(["lesson", "7.9"]) == 2


def test_a_page_is_named_after_its_sitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lesson", "7.2"]) == 0
    assert main(["lesson", "7"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "07-ice-2-card.html",
        "07-ice-card.html",
    ]
