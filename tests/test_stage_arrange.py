"""Where things go on the stage: all of it numbers, nothing drawn."""

import itertools

import pytest

from game.stage.arrange import Arrangement, Sprite, arrange, nearer
from game.stage.spread import Spot, apart, clear, nearest
from game.stage.view import Frame, look_at
from game.story.model import Illustration
from tests.drawing import drawn, shipped

WIDE, PAGE = Frame(1280, 720), Frame(1280, 720, 0.4)
CROWDED = ("trotsky_1917 centre near", "lenin centre near", "stalin centre near")


def figures(arranged: Arrangement) -> list[Sprite]:
    return [sprite for sprite in arranged.sprites if sprite.look == "figure"]


def middle(sprite: Sprite) -> float:
    return sprite.left + sprite.width / 2


@pytest.mark.parametrize(
    ("cast", "head"),
    [
        ("trotsky_1917 left", 346),
        ("trotsky_1917 centre", 640),
        ("trotsky_1917 right", 934),
        ("trotsky_1917 - far", 934),
        ("trotsky_1917", 934),
        ("trotsky_1917 nowhere", 934),
    ],
)
def test_the_hero_stands_at_the_slot(cast: str, head: float) -> None:
    hero = arrange(drawn("", cast), shipped(), WIDE).hero
    assert hero is not None
    assert hero.x == pytest.approx(head, abs=25)


@pytest.mark.parametrize("size", ["far", "mid", "near", "close"])
@pytest.mark.parametrize("slot", ["far_left", "left", "centre", "right", "far_right"])
def test_nobody_is_hidden_by_the_page(slot: str, size: str) -> None:
    arranged = arrange(drawn("kremlin_office", f"lenin {slot} {size}"), shipped(), PAGE)
    view = arranged.view
    assert arranged.hero is not None
    assert view.left + 0.4 * view.width < arranged.hero.x < view.left + view.width


@pytest.mark.parametrize("frame", [WIDE, PAGE, Frame(1024, 768, 0.4), Frame(1920, 1080)])
def test_people_keep_apart(frame: Frame) -> None:
    places = sorted(map(middle, figures(arrange(drawn("", *CROWDED), shipped(), frame))))
    assert len(places) == 3
    assert all(right - left > 120 for left, right in itertools.pairwise(places))


def test_people_look_at_the_middle_of_the_picture() -> None:
    arranged = arrange(drawn("", "lenin left mid", "stalin right mid"), shipped(), WIDE)
    turned = {sprite.part.name.split(".")[0]: sprite.flipped for sprite in figures(arranged)}
    assert turned == {"fig_lenin": False, "fig_stalin": True}


@pytest.mark.parametrize(("facing", "turned"), [("left", [True]), ("right", [False])])
def test_the_author_may_turn_somebody(facing: str, turned: list[bool]) -> None:
    arranged = arrange(drawn("", f"lenin right near {facing}"), shipped(), WIDE)
    assert [sprite.flipped for sprite in figures(arranged)] == turned


def test_the_hero_of_the_train_stands_in_its_door() -> None:
    arranged = arrange(drawn("armoured_train", "trotsky_war right near"), shipped(), WIDE)
    hero = figures(arranged)[0]
    assert 800 < middle(hero) < 900
    assert hero.top + hero.height == pytest.approx(545, abs=12)


def test_who_sits_takes_the_chair_and_has_the_desk_before_him() -> None:
    arranged = arrange(drawn("coyoacan_study", "trotsky_1940 left"), shipped(), WIDE)
    names = [sprite.part.name for sprite in arranged.sprites]
    order = [
        "fig_trotsky_1940.calm.sitting",
        "bd_coyoacan_study.desk",
        "fig_trotsky_1940.hands.sitting",
        "bd_coyoacan_study.things",
    ]
    assert [name for name in names if name in order] == order


def test_who_finds_no_chair_stands() -> None:
    arranged = arrange(drawn("red_square", "trotsky_1940 left"), shipped(), WIDE)
    assert [sprite.part.name for sprite in figures(arranged)] == ["fig_trotsky_1940.calm.default"]
    assert not arranged.troubles


def test_at_a_table_there_is_room_for_several() -> None:
    cast = ("general right - - calm sitting", "diplomat right - - calm sitting")
    arranged = arrange(drawn("brest_hall", *cast), shipped(), WIDE)
    places = sorted(middle(sprite) for sprite in figures(arranged) if "hands" in sprite.part.name)
    assert len(places) == 2
    assert places[1] - places[0] > 120


def test_a_head_lies_on_its_body_within_its_edges() -> None:
    """Baked apart, so that each expression goes with each pose."""
    body = shipped().parts["fig_lenin.calm.lapel"]
    other = shipped().parts["fig_lenin.fierce.default"]
    assert body.files == shipped().parts["fig_lenin.body.lapel"].files
    assert body.over == shipped().parts["fig_lenin.head.calm"]
    assert other.over == shipped().parts["fig_lenin.head.fierce"]
    for part in (body, other):
        assert part.over is not None
        assert part.left <= part.over.left
        assert part.top <= part.over.top


def test_a_flag_turns_round_rather_than_cross_a_head() -> None:
    arranged = arrange(
        drawn("", "trotsky_1917 right near", props=("flag far_right",)), shipped(), WIDE
    )
    flag = next(sprite for sprite in arranged.sprites if sprite.part.name == "prop_flag")
    assert arranged.hero is not None
    assert flag.flipped
    assert flag.left > arranged.hero.x


@pytest.mark.parametrize(
    ("illustration", "trouble"),
    [
        (drawn("nowhere"), "There is no backdrop 'nowhere'."),
        (drawn("", "nobody"), "There is no figure 'nobody'."),
        (drawn("", props=("nothing",)), "There is no prop 'nothing'."),
        (drawn("red_square", "lenin - - - - sitting"), "'lenin' sits, and this backdrop"),
    ],
)
def test_what_is_missing_is_told_and_left_out(illustration: Illustration, trouble: str) -> None:
    arranged = arrange(illustration, shipped(), WIDE)
    assert [told[: len(trouble)] for told in arranged.troubles] == [trouble]


@pytest.mark.parametrize(
    ("frame", "focus", "left", "width"),
    [
        (WIDE, 640, 0, 1280),
        (WIDE, 0, -40, 1280),
        (WIDE, 1280, 40, 1280),
        (PAGE, 896, 0, 1280),
        (Frame(720, 720), 640, 280, 720),
        (Frame(720, 720), 5000, 600, 720),
    ],
)
def test_the_view_has_the_focus_in_what_is_seen(
    frame: Frame, focus: float, left: float, width: float
) -> None:
    view = look_at(frame, focus)
    assert (view.left, view.width) == (left, width)


@pytest.mark.parametrize("frame", [Frame(496, 150), Frame(300, 300), Frame(200, 900)])
def test_nearer_shows_the_hero_and_nothing_beyond_the_stage(frame: Frame) -> None:
    arranged = nearer(arrange(drawn("", "lenin far_right"), shipped(), WIDE), frame, None)
    view = arranged.view
    assert arranged.hero is not None
    assert view.left < arranged.hero.x < view.left + view.width
    assert view.left >= -40
    assert view.left + view.width <= 1320.001
    assert view.top + view.height <= 744.001


@pytest.mark.parametrize(
    ("wanted", "widths", "places"),
    [
        ([100, 500], [100, 100], (100, 500)),
        ([300, 310], [100, 100], (300, 400)),
        ([980, 990], [100, 100], (900, 1000)),
        ([500, 100], [100, 100], (500, 100)),
        ([500, 500, 500], [900, 900, 900], (0, 500, 1000)),
        ([], [], ()),
    ],
)
def test_apart(wanted: list[float], widths: list[float], places: tuple[float, ...]) -> None:
    assert apart(wanted, widths, 0, 1000) == pytest.approx(places)


@pytest.mark.parametrize(
    ("value", "place"), [(50, 50), (100, 70), (150, 70), (190, 230), (220, 230), (500, 500)]
)
def test_clear_of_a_wall(value: float, place: float) -> None:
    assert clear(value, 20, [(90, 210)]) == place


def test_only_a_near_spot_draws_the_hero() -> None:
    spots = (Spot(100), Spot(400))
    assert nearest(180, spots) == Spot(100)
    assert nearest(900, spots) is None
