"""Every screen of the shipped story holds at every size: nothing clipped, nothing overlapping."""

from dataclasses import replace

import pytest

from game.play.playthrough import begin
from game.ui import boxes, charts, evidence, page
from game.ui.boxes import transcript
from game.ui.screen import Go, Keep, Lay, Screen, Step
from game.ui.screens import comparison, index
from tests import screens
from tests.drawing import drawn

PLACES = list(screens.places())
NAMES = [f"{place}-{play.origin if play else ''}" for place, play in PLACES]


@pytest.mark.parametrize("number", range(len(PLACES)), ids=NAMES)
def test_every_place_holds_on_a_small_screen_with_large_text(number: int) -> None:
    place, play = PLACES[number]
    on = screens.space((1024, 768), 200)
    for view in screens.pages(screens.screen(place, play), on):
        assert screens.faults(view, on) == []


@pytest.mark.parametrize("text", screens.TEXTS)
@pytest.mark.parametrize("size", screens.SIZES, ids=str)
def test_places_hold_at_every_size(size: tuple[int, int], text: int) -> None:
    on = screens.space(size, text)
    for place, play in PLACES[:: 7 if text == 100 else 11]:
        for view in screens.pages(screens.screen(place, play), on):
            assert screens.faults(view, on) == [], place


@pytest.mark.parametrize("number", range(0, len(PLACES), 5), ids=NAMES[::5])
def test_tab_reaches_every_button(number: int) -> None:
    place, play = PLACES[number]
    view = screens.screen(place, play).view(screens.desk(), screens.space((1280, 720), 100))
    wanted = {box.key for box in view.boxes if box.key and not box.is_closed}
    focus, reached = "", set()
    for _ in wanted:
        focus = boxes.step(view, focus, 1)
        reached.add(focus)
    assert reached == wanted


@pytest.mark.parametrize("number", range(0, len(PLACES), 5), ids=NAMES[::5])
def test_a_button_is_hit_where_it_is_drawn(number: int) -> None:
    place, play = PLACES[number]
    view = screens.screen(place, play).view(screens.desk(), screens.space((1280, 720), 100))
    for box in view.focusable():
        middle = (box.rect.left + box.rect.width / 2, box.rect.top + box.rect.height / 2)
        hit = view.at(*middle)
        assert hit is not None
        assert hit.key == box.key


def test_a_digit_presses_a_card_that_was_seen_but_none_that_is_still_to_come() -> None:
    first = screens.screen("scene/0", begin(screens.story(), "the-garden"))
    views = list(screens.pages(first, screens.space((1024, 768), 200)))
    seen: set[str] = set()
    dealt = [{box.shortcut for box in view.boxes if box.role == "card"} for view in views]
    assert sum(map(bool, dealt)) > 1, "all cards are on one page"
    for view, here in zip(views, dealt, strict=True):
        seen |= here
        pressed = {digit for digit in "123456789" if view.shortcut(digit)}
        assert pressed == (seen if here else set())


def test_a_decision_is_written_down_before_anything_else() -> None:
    play = begin(screens.story(), "the-cart")
    choice = play.offers[0].choice.id
    step: Step = screens.screen("scene/0", play).press(f"choice:{choice}", screens.desk())
    kept = step.deeds[0]
    assert isinstance(kept, Keep)
    assert kept.play.turns[-1].decision.choice == choice
    assert isinstance(step.move, Go)


def test_the_comparison_shows_both_and_says_neither_is_right() -> None:
    after = screens.decided("martovs-motion")
    on = screens.space((1280, 720), 100)
    said = "\n".join(
        transcript(view) for view in screens.pages(screens.screen("comparison", after), on)
    )
    for told in ("Your choice", "History", "You went another way.", "Sources", "Our supposition"):
        assert told in said
    assert "correct" not in said.lower()


@pytest.mark.parametrize("place", ["scene/0", "why", "comparison", "check/0", "chapter-end"])
def test_the_menu_keeps_the_picture_of_what_it_lies_on(place: str) -> None:
    after, on, at = (
        screens.decided("martovs-motion"),
        screens.space((1280, 720), 100),
        screens.desk(),
    )
    move = screens.screen(place, after).press("menu", at).move
    assert isinstance(move, Lay)
    menu = index.build(move.place, move.play, at).view(at, on)
    shown = after.scene if place == "scene/0" else after.left
    assert after.scene.illustration != after.left.illustration
    assert menu.boxes[0].art == page.plate(shown, on)


@pytest.mark.parametrize("text", screens.TEXTS)
@pytest.mark.parametrize("size", screens.SIZES, ids=str)
def test_whose_picture_it_is_stands_on_it(size: tuple[int, int], text: int) -> None:
    on, story = screens.space(size, text), screens.story()
    scene = story.scenes[story.start.id]
    credit = "Photograph by Jane Dikson, Library of Congress; public domain"
    own = drawn(picture="mine.png")._replace(credit=credit)
    shown = replace(story, scenes={**story.scenes, scene.id: replace(scene, illustration=own)})
    view = index.build("scene/0", begin(shown), screens.desk()).view(screens.desk(), on)
    slips = [box for box in view.boxes if box.text and credit.startswith(box.text.rstrip("…"))]
    assert len(slips) == 1
    assert screens.faults(view, on) == []


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=str)
def test_no_page_of_a_comparison_is_for_sources_alone(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    on = screens.space(size, 100)
    shown = [screens.screen(place, play) for place, play in PLACES if place == "comparison"]
    counts = [len(list(screens.pages(screen, on))) for screen in shown]
    monkeypatch.setattr(evidence, "sources", lambda *_: ())
    assert [len(list(screens.pages(screen, on))) for screen in shown] == counts


def longer(count: int) -> Screen:
    """The comparison after a decision whose way back is told in so many more sentences."""
    story = screens.story()
    scene = story.scenes["sviyazhsk"]
    more = " And so the story goes on." * count
    told = tuple(each._replace(returns=f"{each.returns}{more}") for each in scene.choices)
    changed = replace(story, scenes={**story.scenes, scene.id: replace(scene, choices=told)})
    play = begin(changed, scene.id)
    return index.build("comparison", play.choose(play.offers[-1].choice.id), screens.desk())


def test_no_page_of_a_comparison_is_for_the_railway_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no page more than without the railway, or none more than without its pictures."""
    on = screens.space((1280, 720), 100)
    shown = [longer(count) for count in range(40)]
    pages = [len(list(screens.pages(screen, on))) for screen in shown]
    with monkeypatch.context() as without:
        without.setattr(charts, "fork", lambda *_: ())
        bare = [len(list(screens.pages(screen, on))) for screen in shown]
    monkeypatch.setattr(comparison, "_vignette", lambda *_: ())
    plain = [len(list(screens.pages(screen, on))) for screen in shown]
    assert all(seen in few for seen, *few in zip(pages, bare, plain, strict=True))
