"""What looks as if it could be pressed can be, and what stands at the top of a page is whole."""

import pytest

from game.play.playthrough import begin
from game.story import markup
from game.ui.art import Beads, Medallion
from game.ui.boxes import View, transcript
from game.ui.screen import Lay, Stay
from game.ui.screens import index
from game.ui.screens.card import CardScreen
from game.ui.screens.scene import explained, eyebrow
from tests import screens
from tests.screens import SIZES, TEXTS, space

ON = space((1280, 720), 100)
ADVISED = "zina"


def all_of(place: str, scene: str) -> list[View]:
    play = begin(screens.story(), scene)
    return list(screens.pages(screens.screen(place, play), ON))


def test_a_speaker_leads_to_their_card_by_name_and_by_portrait() -> None:
    scene = next(each for each in screens.story().scenes.values() if each.advisers)
    boxes = [box for view in all_of("scene/0", scene.id) for box in view.boxes]
    for adviser in scene.advisers:
        key = f"person:{adviser.who.id}"
        assert key in {box.key for box in boxes if box.role == "link" and box.art is None}
        play = begin(screens.story(), scene.id)
        move = screens.screen("scene/0", play).press(key, screens.desk()).move
        assert move == Lay(key.replace(":", "/"), play)
    faces = [box for box in boxes if isinstance(box.art, Medallion)]
    assert all(box.key and box.role == "link" for box in faces)


def test_the_beads_lead_to_the_railway() -> None:
    play = begin(screens.story(), ADVISED)
    screen = screens.screen("scene/0", play)
    (beads,) = [box for box in screen.view(screens.desk(), ON).boxes if isinstance(box.art, Beads)]
    assert beads.role == "button"
    assert screen.press(beads.key, screens.desk()).move == Lay("railway", play)


@pytest.mark.parametrize("kind", ["person", "term"])
def test_a_card_has_no_link_to_itself(kind: str) -> None:
    linked = (
        (scene.id, link)
        for scene in screens.story().scenes.values()
        for link in markup.links(scene.text)
    )
    scene, link = next((scene, link) for scene, link in linked if link.kind == kind)
    key = f"{kind}:{link.id}"
    screen = CardScreen(key, begin(screens.story(), scene))
    said = ""
    for view in screens.pages(screen, ON):
        said += transcript(view)
        assert view.find(key) is None
    assert screens.story().scenes[scene].title in said


def test_the_way_back_is_a_button() -> None:
    for place in ("scene/0", "menu", "check/0"):
        play = screens.decided(screens.story().start.id)
        back = index.build(place, play, screens.desk()).view(screens.desk(), ON).find("back")
        assert back is not None
        assert back.look == "tab"


def test_a_date_of_two_calendars_is_explained_and_no_other() -> None:
    double = {each.id for each in screens.story().scenes.values() if "/" in each.date}
    found = {
        each.id for each in screens.story().scenes.values() if explained(each, screens.story())
    }
    assert found == double
    assert double
    for scene in sorted(double)[:4]:
        for place in ("scene/0", "scene/1"):
            play = begin(screens.story(), scene)
            screen = screens.screen(place, play)
            assert screen.view(screens.desk(), ON).find("term:old-style") is not None
            assert screen.press("term:old-style", screens.desk()).move != Stay()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
def test_no_date_is_cut_off(size: tuple[int, int], text: int) -> None:
    on = space(size, text)
    for scene in screens.story().scenes.values():
        if scene.choices:
            play = begin(screens.story(), scene.id)
            for number in (0, 1):
                view = screens.screen(f"scene/{number}", play).view(screens.desk(), on)
                said = " ".join(transcript(view).split())
                assert " ".join(scene.date.upper().split()) in said.replace("link: ", "").upper()
    assert eyebrow(scene)
