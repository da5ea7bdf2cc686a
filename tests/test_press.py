"""The press: what it takes from drawings, and that nothing baked is out of date."""

from pathlib import Path

import pytest

from tests.drawing import shipped

pytest.importorskip("numpy")
pytest.importorskip("resvg_py")

import numpy as np
from PIL import Image

from game.press import bake, drawing, people, press, tiles
from game.press.wanted import wanted
from game.stage import table

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -20 120 100">'


def read(body: str, layer: str = "", *variant: str) -> drawing.Drawing:
    return drawing.read(f"{HEAD}{body}</svg>", layer, frozenset(variant))


def square(x: int, colour: str, extra: str = "") -> str:
    return f'<g class="piece" {extra}><path d="M{x} 0 h40 v40 h-40 Z" fill="{colour}"/></g>'


def test_every_part_is_baked_from_its_drawing_as_it_is_now() -> None:
    index = Path(shipped().folder) / "baked" / "index.json"
    known = {name: row.text("stamp") for name, row in table.read(index).tables("parts")}
    assert known == {item.part: press._stamp(item) for item in wanted(shipped())}


def test_a_layer_is_taken_by_its_name() -> None:
    body = (
        f'<g data-layer="a">{square(0, "#FF0000")}</g><g data-layer="b">{square(0, "#00FF00")}</g>'
    )
    assert len(read(body).sheets) == 2
    assert len(read(body, "b").sheets) == 1


def test_a_variant_leaves_the_others_out() -> None:
    body = square(0, "#FF0000", 'data-expr="calm"') + square(0, "#00FF00", 'data-expr="fierce sad"')
    assert len(read(body, "", "calm").sheets) == 1
    assert len(read(body, "", "sad").sheets) == 1
    assert len(read(body, "", "merry").sheets) == 0


def test_a_part_knows_where_in_its_drawing_it_lay() -> None:
    made = bake.bake(read(square(30, "#3F566B")), 2)
    assert made is not None
    assert (made.left, made.top) == (26, -2)
    assert made.flat.getpixel((40, 40)) == pytest.approx((63, 86, 107, 255), abs=3)
    assert made.tone is None
    assert made.flat.width % 12 == made.flat.height % 12 == 0


def test_tone_is_kept_apart_from_ink() -> None:
    body = (
        '<g class="piece"><path d="M0 0 h60 v60 h-60 Z" fill="#FFFFFF"/>'
        '<path class="grain" d="M0 0 h30 v60 h-30 Z" fill="#000000" fill-opacity="0.5"/></g>'
    )
    made = bake.bake(read(body), 1)
    assert made is not None
    assert made.tone is not None
    alpha = np.asarray(made.tone.getchannel("A"))
    assert alpha[40, 25] == pytest.approx(128, abs=3)
    assert alpha[40, 65] == 0


def test_a_sheet_throws_its_shadow_only_on_what_lies_beneath() -> None:
    alone = bake.bake(read(square(30, "#FFFFFF")), 1)
    below = '<g class="piece"><path d="M0 -10 h100 v80 h-100 Z" fill="#FFFFFF"/></g>'
    both = bake.bake(read(below + square(30, "#FFFFFF")), 1)
    assert alone is not None
    assert both is not None
    assert alone.flat.getbbox() == (4, 8, 44, 48)
    pixel = both.flat.getpixel((84, 64))
    assert isinstance(pixel, tuple)
    assert pixel[0] < 250


def test_a_body_is_baked_with_the_shadow_of_its_head_and_with_room_for_it() -> None:
    head = f'<g data-share="head">{square(20, "#FF0000")}</g>'
    below = '<g class="piece"><path d="M0 20 h90 v50 h-90 Z" fill="#FFFFFF"/></g>'
    source = read(below + head)
    whole, body, alone = (bake.bake(source, 1, share) for share in ("", "body", "head"))
    assert whole is not None
    assert body is not None
    assert alone is not None
    assert body.flat.size == whole.flat.size
    assert alone.flat.getbbox() == (6, 8, 46, 48)
    red, white = whole.flat.getpixel((40, 30)), body.flat.getpixel((40, 36))
    assert red == pytest.approx((255, 0, 0, 255), abs=3)
    assert white == pytest.approx((255, 255, 255, 255), abs=3)
    assert body.flat.getpixel((40, 50)) == whole.flat.getpixel((40, 50)) != white


def test_tone_is_kept_as_its_colour_over_its_strength() -> None:
    tone = Image.new("RGBA", (4, 3), (10, 20, 30, 128))
    stacked = press._stacked(tone)
    assert stacked.size == (4, 6)
    assert stacked.getpixel((0, 0)) == (10, 20, 30)
    assert stacked.getpixel((0, 5)) == (128, 128, 128)


def test_nothing_drawn_is_nothing_baked() -> None:
    assert bake.bake(read(""), 1) is None


def test_a_person_is_put_together_from_pieces() -> None:
    known = people.library(shipped().folder)
    assert known.people
    for name in known.people:
        text = people.drawing(known, name)
        assert drawing.read(text, "", frozenset({"calm", "pose_default"})).sheets


def test_a_set_stands_for_its_names_and_hands_are_laid_on_the_table() -> None:
    known = people.library(shipped().folder)
    text = people.drawing(known, "fig_trotsky_1917")
    assert 'data-share="head"' in text
    assert 'data-share="hands" data-expr="pose_sitting"' in text
    shares = {sheet.share for sheet in drawing.read(text, "", frozenset({"pose_sitting"})).sheets}
    assert shares == {"body", "head", "hands"}


def test_nobody_wears_a_colour_that_has_no_name() -> None:
    known = people.library(shipped().folder)
    for row in known.people.values():
        assert [name for name in row.texts("colours") if not known.colours.text(name)] == []


def test_the_noise_has_every_value_equally_often() -> None:
    counts = np.bincount(np.asarray(tiles._grey(tiles._noise())).ravel(), minlength=256)
    assert counts[1:255].min() > 0.9 * counts[1:255].mean()
