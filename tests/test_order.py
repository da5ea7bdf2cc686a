"""The order of a story, along its chapters and choices."""

from game.play import order
from tests import screens
from tests.making import choice, scene, story


def test_what_leads_somewhere_comes_before_it() -> None:
    told = story(
        scene("a", choice("far", "z"), choice("near", "m"), record="far"),
        scene("b"),
        scene("m", choice("on", "z")),
        scene("z", choice("on", "e")),
        scene("e"),
    )
    assert order.scenes(told) == ("a", "m", "z", "e", "b")


def test_a_ring_and_a_way_to_oneself_have_an_end() -> None:
    told = story(
        scene("a", choice("on", "b")), scene("b", choice("back", "a"), choice("stay", "b"))
    )
    assert order.scenes(told) == ("a", "b")


def test_the_shipped_story_is_all_there_chapter_by_chapter() -> None:
    told = screens.story()
    found = order.scenes(told)
    assert sorted(found) == sorted(told.scenes)
    chapters = list(dict.fromkeys(told.scenes[name].chapter for name in found))
    assert chapters == list(told.chapters)
    firsts = [next(n for n in found if told.scenes[n].chapter == name) for name in chapters]
    assert firsts == [chapter.start.id for chapter in told.chapters.values()]
