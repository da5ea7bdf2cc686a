"""Every part of the library in every mood, small: it can be inked, it is seen, and moods differ."""

import functools
from collections import defaultdict
from pathlib import Path

import pytest
from PIL import Image

from game.stage.arrange import Look, Sprite
from game.stage.images import files, ink, sheets, tiles
from game.stage.images.sheets import Press
from game.stage.kinds import Mood, Part
from game.stage.view import View
from tests.drawing import shipped

LONGEST = 40
MOODS = tuple(shipped().moods.values())


def by_drawing() -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    for name, part in shipped().parts.items():
        found[name.split(".")[0]].append(part)
    return found


DRAWINGS = by_drawing()


def look_of(drawing: str) -> Look:
    looks: dict[str, Look] = {"bd": "layer", "fig": "figure", "crowd": "crowd"}
    return looks.get(drawing.partition("_")[0], "prop")


def inked(part: Part, look: Look, press: Press) -> Image.Image:
    sprite = Sprite(part, part.left, part.top, 1.0, flipped=False, depth=0.5, look=look)
    found = sheets.ink_sprite(sprite, press)
    assert found is not None, part.name
    return ink.printed(found.image.convert("RGBA"), press.mood)


def pressed(part: Part, mood: Mood) -> Press:
    view = View(part.left, part.top, part.width, part.height)
    scale = LONGEST / max(part.width, part.height)
    return Press(scale, view, mood, mood.side, tiles.grain(shipped()), read)


@functools.lru_cache(maxsize=32)
def read(path: Path) -> Image.Image:
    """Opened once for all moods, and that of a body for all its heads; kept small, to be quick."""
    return files.read(path).reduce(4)


@pytest.mark.parametrize("drawing", sorted(DRAWINGS))
def test_every_part_can_be_inked_in_every_mood(drawing: str) -> None:
    """Of people put together the parts are taken in every mood, and each whole in one of them."""
    for number, part in enumerate(DRAWINGS[drawing]):
        wanted = MOODS if part.over is None else (MOODS[number % len(MOODS)],)
        pictures = [inked(part, look_of(drawing), pressed(part, mood)) for mood in wanted]
        for picture in pictures:
            assert max(picture.getchannel("A").tobytes()) > 40, part.name
        assert len({picture.tobytes() for picture in pictures}) == len(wanted), part.name
