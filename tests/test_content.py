"""Content notes of chapters: what they offer, in the window and in the terminal."""

from dataclasses import replace

from game.lab.lab import Lab, Lesson
from game.play import content
from game.play.playthrough import Playthrough, begin
from game.story.model import Story
from game.terminal import talk
from game.ui.boxes import transcript
from game.ui.screen import Go, Keep, Turn
from game.ui.screens import index, way
from game.ui.screens.opening import OpeningScreen
from tests import screens

ON = screens.space((1024, 768), 100)
CHAPTER = "05-peace-at-the-bayonet"
SUMMARY = "and a German advance takes towns and prisoners"


def opening(scene: str = "no-war-no-peace") -> Playthrough:
    return begin(screens.story(), scene)


def shown(place: str, play: Playthrough, **changes: object) -> str:
    at = screens.desk(**changes)
    return transcript(index.build(place, play, at).view(at, ON))


def wished(play: Playthrough) -> Playthrough:
    """What pressing the link in the content note makes of a game; it is kept at once."""
    at = screens.desk()
    step = index.build("opening", play, at).press("summaries", at)
    assert isinstance(step.move, Turn)
    assert isinstance(step.move.screen, OpeningScreen)
    again = step.move.screen.play
    assert step.deeds == (Keep(again, "opening"),)
    return again


def test_whoever_would_rather_is_told_a_chapter_by_its_summaries() -> None:
    play = opening()
    assert SUMMARY not in shown("opening", play)
    brief = wished(play)
    assert SUMMARY in shown("opening", brief)
    assert way.arrival(brief, screens.desk()) == "brief"
    assert way.arrival(play, screens.desk()) == "content"
    full = wished(brief)
    assert SUMMARY not in shown("opening", full)
    assert way.arrival(full, screens.desk()) == "content"


def test_a_summary_leads_to_the_scene_after_all() -> None:
    play, at = wished(opening()), screens.desk()
    step = index.build("brief", play, at).press("full", at)
    assert step.move == Go("scene/0", play)


def test_the_wish_holds_for_its_own_chapter() -> None:
    brief = wished(opening())
    elsewhere = replace(opening("sviyazhsk"), notes=brief.notes)
    assert not content.is_passed_over(elsewhere)


def test_without_content_notes_nothing_is_said_of_what_a_chapter_holds() -> None:
    assert "tells of war" not in shown("opening", opening(), content_notes=False)


def test_where_a_school_wants_summaries_there_is_nothing_to_wish_for() -> None:
    at = replace(screens.desk(), lab=Lab(lesson=Lesson(content="summaries")))
    view = index.build("opening", opening(), at).view(at, ON)
    assert view.find("summaries") is None
    brief = index.build("brief", opening(), at).view(at, ON)
    assert brief.find("full") is None


def test_a_chapter_without_summaries_offers_none() -> None:
    told = screens.story()
    chapter = told.chapters[CHAPTER]._replace(summary=None)
    scenes = {name: replace(scene, summary=None) for name, scene in told.scenes.items()}
    bare: Story = replace(told, chapters={**told.chapters, CHAPTER: chapter}, scenes=scenes)
    assert content.offers(told, told.chapters[CHAPTER])
    assert not content.offers(bare, chapter)


def test_in_the_terminal_a_chapter_is_told_by_its_summaries_too() -> None:
    start = talk.begin(opening())
    assert "'summary'" in talk.view(start)[-1]
    reply = talk.answer(start, "summary")
    assert SUMMARY in " ".join(reply.says)
    assert (reply.talk.at, reply.talk.brief) == ("scene", True)
    assert talk.answer(start, "").talk.at == "note"
