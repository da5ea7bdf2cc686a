"""The preview follows the files: the place, the page and the state stay, mistakes come and go."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.checks import facts, signs
from game.commands import preview
from game.play.playthrough import begin
from game.story.model import Story
from game.story.problem import Mark, Problem
from game.ui import reading as readings
from game.ui import window, words_school
from game.ui import words_preview as words
from game.ui.art import Plate
from game.ui.boxes import transcript
from game.ui.preview import open as opening
from game.ui.preview import stand, tags, watch
from game.ui.preview.live import Live
from game.ui.screens.comparison import ComparisonScreen
from game.ui.screens.ending import EndingScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.scene import SceneScreen
from tests import screens
from tests.cases import building

STORY = building.CASES.parent / "stories" / "two-nights"
CORRIDOR = "1-smolny/corridor.yaml"
OPENING = "Everyone is waiting."


class Author:
    """An author at work: changes files, presses keys, and looks at what is shown."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder = folder
        self.advice: tuple[Problem, ...] = ()
        wishes = opening.Wishes(folder, data, "corridor", "1280x720", {}, self.judge)
        self.app: Live = opening.opened(wishes, data)
        self.saves()

    def judge(self, _: Story) -> tuple[Problem, ...]:
        return self.advice

    def writes(self, before: str, after: str, file: str = CORRIDOR) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        self.saves()

    def saves(self) -> None:
        for looked in watch.look(self.folder, self.judge):
            self.app.handle(pygame.event.Event(watch.CHANGED, looked=looked))

    def presses(self, *keys: int, held: int = 0) -> None:
        for key in keys:
            scancode = pygame.KSCAN_1 + key - pygame.K_1 if key in range(pygame.K_1, 58) else 0
            event = pygame.event.Event(pygame.KEYDOWN, key=key, mod=held, scancode=scancode)
            self.app.handle(event)

    @property
    def shown(self) -> str:
        self.app.draw()
        said = self.app.reading.notice
        return f"{transcript(self.app.view)}\n{said}"

    @property
    def caption(self) -> str:
        return pygame.display.get_caption()[0]


@pytest.fixture(name="author")
def _author(tmp_path: Path) -> Iterator[Author]:
    folder = tmp_path / "story"
    shutil.copytree(STORY, folder)
    window.start()
    author = Author(folder, tmp_path / "data")
    yield author
    author.app.close()
    pygame.display.quit()


def test_it_opens_at_the_scene_that_was_named(author: Author) -> None:
    assert OPENING in author.shown
    assert author.caption.startswith("Preview: corridor")
    assert words.START in author.shown


def test_what_is_written_is_seen_and_the_state_stays(author: Author) -> None:
    author.presses(pygame.K_1)
    decided = stand.play_of(author.app.reading.screen)
    assert decided is not None
    before = author.app.reading.screen
    author.writes("The order goes out.", "The order goes out by courier.")
    assert type(author.app.reading.screen) is type(before)
    after = stand.play_of(author.app.reading.screen)
    assert after is not None
    assert after.decisions == decided.decisions
    author.presses(pygame.K_o)
    assert "by courier" in author.shown


def test_the_page_that_was_open_stays_open(author: Author) -> None:
    author.presses(*[pygame.K_z] * 5)
    author.presses(pygame.K_PAGEDOWN)
    before = author.app.reading.screen
    assert isinstance(before, SceneScreen)
    assert before.number == 1
    size = author.app.glass.frame.get_size()
    author.writes("Everyone is waiting.", "Everyone waits, and nobody says a word.")
    after = author.app.reading.screen
    assert isinstance(after, SceneScreen)
    assert after.number == 1
    assert author.app.settings.text_size == 200
    assert author.app.glass.frame.get_size() == size


@pytest.mark.parametrize("place", ["title", "scene/0", "comparison", "check/0", "ending", "why"])
def test_every_screen_survives_a_story_that_was_changed(place: str) -> None:
    changed = stand.adjusted(screens.story(), {"army": 3}, "the-cart", "night", is_open=True)
    on = screens.space((1280, 720), 100)
    for name, play in screens.places():
        if name == place:
            start = readings.begin(screens.desk(), screens.screen(name, play))
            again = stand.renewed(start, changed)
            assert type(again.screen) is type(start.screen)
            assert again.view(on).title == start.view(on).title


def test_a_mistake_lies_over_the_page_until_it_is_mended(author: Author) -> None:
    author.writes("goto: palace", "goto: palce")
    shown = author.shown
    assert OPENING in shown
    assert "There is no scene 'palce'." in shown
    assert words.to_mend(1) in author.caption
    assert "goto: palce" in shown
    assert "Did you mean 'palace'? Or make it: power-struggle new scene palce" in shown
    assert "line" in shown
    author.writes("goto: palce", "goto: palace")
    shown = author.shown
    assert "palce" not in shown
    assert words.MENDED in shown
    author.writes("goto: palace", "goto: plaza")
    assert "There is no scene 'plaza'." in author.shown
    assert words.MENDED not in author.shown


def test_a_text_that_is_cut_short_is_told_unasked_and_is_not_mended(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(_: Author, story: Story) -> tuple[Problem, ...]:
        return tuple(signs.amiss(facts.gather(story, author.folder, author.app.gallery.catalogue)))

    monkeypatch.setattr(Author, "judge", judge)
    author.writes("goto: palace", "goto: palce")
    author.writes("goto: palce", "goto: palace\n    cost: Twelve men of room #67")
    shown = author.shown
    assert "Readers see only 'Twelve men of room'" in shown
    assert words.MISTAKES["warning"] in shown
    assert words.MENDED not in shown
    author.writes(" #67", " 67")
    assert words.MENDED in author.shown


def test_a_new_mistake_comes_before_the_keys(author: Author) -> None:
    author.presses(pygame.K_F3)
    author.saves()
    assert words.KEYS in author.shown
    author.writes("goto: palace", "goto: palce")
    assert "There is no scene 'palce'." in author.shown
    assert words.KEYS not in author.shown
    author.presses(pygame.K_F3)
    author.saves()
    assert f"{words.KEYS}\n{words.behind(1)}" in author.shown
    author.presses(pygame.K_ESCAPE)
    assert "There is no scene 'palce'." in author.shown


def test_looking_at_one_option_after_the_other_keeps_no_games(author: Author) -> None:
    author.presses(pygame.K_o, pygame.K_PAGEDOWN, pygame.K_o, pygame.K_PAGEDOWN, pygame.K_1)
    assert words_school.OTHER_GAME not in author.shown
    assert not list(author.app.shelf.data.rglob("autosave*"))


def test_backspace_leads_back_to_the_scene_and_asks_nothing(author: Author) -> None:
    before = author.shown
    author.presses(pygame.K_o)
    assert isinstance(author.app.reading.screen, ComparisonScreen)
    author.presses(pygame.K_BACKSPACE)
    assert isinstance(author.app.reading.screen, SceneScreen)
    assert author.shown.split("\n")[:4] == before.split("\n")[:4]
    author.presses(pygame.K_BACKSPACE)
    assert isinstance(author.app.reading.screen, SceneScreen)


def test_a_scene_that_is_missing_is_made_by_one_key(author: Author) -> None:
    author.app.make = lambda scene: preview._made(author.folder, scene)
    author.writes("goto: palace", "goto: bridge")
    author.presses(pygame.K_F4)
    assert "bridge.yaml is there" in author.shown
    author.saves()
    assert words.to_mend(1) not in author.caption
    assert author.app.story is not None
    assert "bridge" in author.app.story.scenes
    author.writes("goto: bridge", "goto: 'tunnel'")
    assert author.app.view.find("make:tunnel") is not None
    author.app.press("make:tunnel")
    assert (author.folder / "1-smolny" / "tunnel.yaml").is_file()
    author.app.press("make:tunnel")
    assert "There is a scene 'tunnel' already" in author.shown


@pytest.mark.parametrize("name", ["bridge.yaml.txt", "bridge.docx", "bridge.txt"])
def test_a_scene_that_is_there_under_a_wrong_name_is_not_made_again(
    name: str, author: Author
) -> None:
    made: list[str] = []

    def make(scene: str) -> str:
        made.append(scene)
        return ""

    author.app.make = make
    (author.folder / "1-smolny" / name).write_text("title: The bridge\n", encoding="utf-8")
    author.writes("goto: palace", "goto: bridge")
    assert f"'{name}'" in author.shown
    assert "'bridge.yaml'" in author.shown
    assert "new scene" not in author.shown
    author.presses(pygame.K_F4)
    assert made == []


def test_a_story_that_cannot_be_read_at_first_is_shown_when_it_can(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    shutil.copytree(STORY, folder)
    file = folder / CORRIDOR
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("text:", "txet:", 1), encoding="utf-8")
    window.start()
    author = Author(folder, tmp_path / "data")
    assert "A scene has no field 'txet'." in author.shown
    author.writes("txet:", "text:")
    assert OPENING in author.shown
    author.app.close()
    pygame.display.quit()


def test_a_scene_that_is_gone_leads_back_to_the_beginning(author: Author) -> None:
    author.presses(pygame.K_x, pygame.K_x)
    assert author.app.scene is not None
    assert author.app.scene.id == "morning"
    (author.folder / "2-after" / "morning.yaml").unlink()
    for file in author.folder.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub("(goto|scene|start): morning", r"\1: home", text), encoding="utf-8")
    author.saves()
    assert OPENING in author.shown
    assert words.lost("morning") in author.shown


def test_every_option_can_be_looked_at_closed_ones_too(author: Author) -> None:
    assert author.app.scene is not None
    choices = author.app.scene.choices
    assert any(choice.requires for choice in choices)
    for choice in choices:
        author.presses(pygame.K_o)
        assert isinstance(author.app.reading.screen, ComparisonScreen)
        assert choice.text in author.shown
        assert choice.id in author.caption
    author.presses(pygame.K_o)
    assert isinstance(author.app.reading.screen, SceneScreen)
    author.presses(pygame.K_o, held=pygame.KMOD_SHIFT)
    assert choices[-1].text in author.shown


def test_light_size_and_words_can_be_tried_and_nothing_is_written(author: Author) -> None:
    before = {path: path.read_bytes() for path in author.folder.rglob("*.yaml")}
    author.presses(pygame.K_z)
    assert author.app.settings.text_size == 115
    author.presses(pygame.K_z, held=pygame.KMOD_SHIFT)
    assert author.app.settings.text_size == 100
    author.presses(pygame.K_e)
    assert author.app.settings.is_easy
    author.presses(pygame.K_a)
    assert words.NO_PICTURE in author.shown or "To keep this light" in author.shown
    assert {path: path.read_bytes() for path in author.folder.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("colours", "said"), [("", "write: colours: sepia"), ("\n  colours: sepia", "In sepia")]
)
def test_no_light_falls_on_an_own_picture(author: Author, colours: str, said: str) -> None:
    author.writes("text:", f"illustration:\n  alt: A map.\n  picture: map.png{colours}\ntext:")
    author.presses(pygame.K_a)
    assert said in author.shown
    assert "mood:" not in author.shown


def test_scene_after_scene_in_the_order_of_the_story(author: Author) -> None:
    assert author.app.story is not None
    seen = []
    for _ in author.app.story.scenes:
        scene = author.app.scene
        assert scene is not None
        assert scene.title in author.shown
        seen.append(scene.id)
        author.presses(pygame.K_o, pygame.K_x)
    assert seen == ["corridor", "palace", "morning", "exile", "home"]


def test_any_scene_is_found_by_a_few_letters(author: Author) -> None:
    author.presses(pygame.K_j)
    for letter in "exi":
        author.app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    assert "exile" in author.shown
    author.presses(pygame.K_RETURN)
    assert author.app.scene is not None
    assert author.app.scene.id == "exile"
    assert isinstance(author.app.reading.screen, EndingScreen)


def test_scenes_to_go_to_stand_in_the_order_of_the_story(author: Author) -> None:
    author.presses(pygame.K_j)
    keys = [box.key for box in author.app.view.boxes if box.key.startswith("jump:")]
    assert keys == [f"jump:{name}" for name in ("corridor", "palace", "morning", "exile", "home")]


def test_escape_takes_away_what_lies_over_the_page_and_then_opens_the_menu(author: Author) -> None:
    author.advice = (Problem(Mark(f"story/{CORRIDOR}"), "long", "It is long.", "", "advice"),)
    author.saves()
    author.presses(pygame.K_w, pygame.K_F3)
    for shown in (words.KEYS, "It is long."):
        assert shown in author.shown
        author.presses(pygame.K_ESCAPE)
        assert shown not in author.shown
    assert isinstance(author.app.reading.screen, SceneScreen)
    author.presses(pygame.K_ESCAPE)
    assert isinstance(author.app.reading.screen, MenuScreen)


def test_a_menu_does_not_hide_what_is_said_about_the_scene_beneath_it(author: Author) -> None:
    author.advice = (Problem(Mark(f"story/{CORRIDOR}"), "long", "It is long.", "", "advice"),)
    author.saves()
    author.presses(pygame.K_o, pygame.K_ESCAPE)
    assert isinstance(author.app.reading.screen, MenuScreen)
    author.presses(pygame.K_w)
    assert "It is long." in author.shown


def test_keys_are_told_and_taken_away_again(author: Author) -> None:
    author.presses(pygame.K_F3)
    assert words.KEYS in author.shown
    author.presses(pygame.K_F3)
    assert words.KEYS not in author.shown


def test_advice_waits_until_it_is_asked_for(author: Author) -> None:
    advice = Problem(Mark(f"story/{CORRIDOR}"), "no-x", "It could be shorter.", "Cut.", "advice")
    elsewhere = Problem(Mark("story/x.yaml"), "no-x", "Not here.", "", "warning")
    author.advice = (advice, elsewhere)
    author.saves()
    assert "It could be shorter." not in author.shown
    author.presses(pygame.K_w)
    shown = author.shown
    assert "It could be shorter." in shown
    assert "Not here." not in shown


def test_numbers_to_begin_with_are_kept_within_their_limits() -> None:
    story = stand.adjusted(screens.story(), {"army": 5, "lenin": 99, "nothing": 3}, "")
    assert story.variables["army"].start == 5
    assert story.variables["lenin"].start == story.variables["lenin"].high
    assert story.variables["party"] == screens.story().variables["party"]


@pytest.mark.parametrize("scene", ["no-war-no-peace", "kronstadt", "the-visitor"])
def test_everything_on_a_picture_is_named_with_its_line(scene: str, author: Author) -> None:
    made = screens.story().scenes[scene]
    assert made.illustration is not None
    play = begin(screens.story(), scene)
    view = screens.screen("scene/0", play).view(screens.desk(), screens.space((1280, 720), 100))
    box = view.boxes[0]
    assert isinstance(box.art, Plate)
    found = tags.tags(box.art, box.rect, author.app.gallery.catalogue)
    said = " ".join(tag.text for tag in found)
    drawn = made.illustration
    for placed in (*drawn.cast, *drawn.props):
        assert placed.part.id in said
        assert f"line {placed.mark.line}" in said
    assert drawn.backdrop is None or drawn.backdrop.id in said
