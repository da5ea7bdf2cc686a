"""An illustration becomes a finished picture; what is missing or broken is left out."""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from game.stage import arrange
from game.stage.catalogue import Catalogue, Mood
from game.stage.images import apart, files, finish, medal, own, plates, tiles
from game.stage.images.plates import Atmosphere
from game.stage.images.sheets import Press
from game.stage.pixels import Pixels, Sheet
from game.stage.view import Frame, View
from game.story.model import Illustration

__all__ = (
    "Ink", "Pixels", "Sheet", "cover", "layers", "paper", "photograph", "plate", "portrait",
    "troubles", "vignette",
)  # fmt: skip

Ink = Literal["slate", "red", "sepia"]
_PAPER = (246, 237, 216)
_PLAIN = Mood("", "#17151A", "#8A7A62", "#F2E6CC", 0.3, 1.0, "#BFB196", 0.2, "#FBF4E3", -1)


def plate(
    illustration: Illustration,
    catalogue: Catalogue,
    width: int,
    height: int,
    covered: float = 0.0,
    folder: Path | None = None,
) -> Pixels:
    """The whole picture, RGB. A page will cover the share ``covered`` of its left side.

    ``folder`` is where a scene's own picture lies; without it, beside the scene's file.
    """
    frame = Frame(width, height, covered)
    return files.pixels(_plate(illustration, catalogue, frame, folder).image)


def troubles(
    illustration: Illustration, catalogue: Catalogue, folder: Path | None = None
) -> tuple[str, ...]:
    """Sentences about what cannot be shown of a picture."""
    frame = Frame(320, 180)
    arranged = arrange.arrange(illustration, catalogue, frame)
    return arranged.troubles + _plate(illustration, catalogue, frame, folder).troubles


def is_bare(illustration: Illustration, catalogue: Catalogue) -> bool:
    """Whether there is nothing but paper to be seen, because no part that is named is there."""
    arranged = arrange.arrange(illustration, catalogue, Frame(320, 180))
    return not illustration.picture and not arranged.sprites


def layers(
    illustration: Illustration,
    catalogue: Catalogue,
    width: int,
    height: int,
    covered: float = 0.0,
    folder: Path | None = None,
) -> Iterator[Sheet]:
    """The same picture as a few sheets, back to front, each cut to what it shows.

    They reach beyond the frame as far as ``view.reach`` says, so that they can be moved; at rest
    they look like the plate. An own picture is one sheet.
    """
    frame = Frame(width, height, covered)
    if illustration.picture:
        yield Sheet(plate(illustration, catalogue, *frame, folder), 0, 0, 0.0)
        return
    arranged = arrange.arrange(illustration, catalogue, frame)
    press, air = _press(illustration, catalogue, frame, arranged.view)
    yield from apart.apart(arranged, press, air, tiles.paper(catalogue))


def vignette(
    illustration: Illustration,
    catalogue: Catalogue,
    width: int,
    height: int,
    ink: Ink = "slate",
    folder: Path | None = None,
) -> Pixels:
    """A small picture in two inks with a dot screen, for the comparison of two roads.

    Composed at twice its size: at its own, the grain would hide the faces.
    """
    frame, plain = Frame(width * 2, height * 2), illustration._replace(colours="own")
    image = _plate(plain, catalogue, frame, folder, close=True).image.reduce(2)
    noise, spread = tiles.noise(catalogue), finish.contrast(image)
    pitch = max(3, round(height / 40))
    return files.pixels(finish.duotone(image, own.INKS[ink], pitch, noise, spread))


def cover(
    illustration: Illustration, catalogue: Catalogue, width: int, height: int, folder: Path
) -> Pixels:
    """The picture of a story's cover, small; a ValueError where nothing of it can be shown."""
    frame = Frame(width * 2, height * 2)
    made = _plate(illustration, catalogue, frame, folder, close=bool(illustration.cast))
    is_bare = not arrange.arrange(illustration, catalogue, frame).sprites
    if is_bare and (made.troubles or not illustration.picture):
        raise ValueError("Nothing of this picture can be shown.")
    return files.pixels(made.image.reduce(2))


def portrait(
    figure: str, catalogue: Catalogue, side: int, ink: Ink = "sepia", expression: str = ""
) -> Pixels:
    """Head and shoulders of a figure in one ink, cut round (RGBA); blank where there is none."""
    drawn = catalogue.figures.get(figure)
    standing = [pose for pose in drawn.poses if pose not in drawn.sitting] if drawn else []
    pose = standing[0] if standing else ""
    part = catalogue.parts.get(drawn.part(expression, pose)) if drawn else None
    if drawn is None or part is None:
        return Pixels(side, side, "RGBA", bytes(4 * side * side))
    grain = tiles.grain(catalogue)
    return files.pixels(medal.portrait(drawn, part, side, own.INKS[ink], grain))


def photograph(path: Path, side: int, ink: Ink = "sepia") -> Pixels:
    """An own picture of a person, as ``portrait`` shows a figure; a ValueError where it is none."""
    try:
        image = own.whole(path, (side * medal.FINE, side * medal.FINE))
    except files.BadImage as cause:
        raise ValueError(str(cause)) from cause
    return files.pixels(medal.photograph(image, side, own.INKS[ink]))


def paper(width: int, height: int, catalogue: Catalogue | None = None) -> Pixels:
    """Blank paper for the pages of the book; its tooth comes with the catalogue."""
    if catalogue is None:
        return Pixels(width, height, "RGB", bytes(_PAPER) * (width * height))
    return files.pixels(finish.page(tiles.paper(catalogue), (width, height), _PAPER))


def _plate(
    illustration: Illustration,
    catalogue: Catalogue,
    frame: Frame,
    folder: Path | None,
    *,
    close: bool = False,
) -> plates.Plate:
    found: tuple[str, ...] = ()
    if illustration.picture:
        path = (folder or Path(illustration.mark.file).parent) / Path(illustration.picture).name
        focus = 0.5 if illustration.focus is None else illustration.focus
        try:
            ink = "" if illustration.colours == "own" else illustration.colours
            repeated = own.Tiles(tiles.noise(catalogue), tiles.paper(catalogue))
            return plates.Plate(own.plate(path, frame, focus, ink, repeated), ())
        except files.BadImage as cause:
            found = (str(cause),)
    arranged = arrange.arrange(illustration, catalogue, frame)
    if close:
        arranged = arrange.nearer(arranged, frame, illustration.focus)
    press, air = _press(illustration, catalogue, frame, arranged.view)
    made = plates.flat(arranged, press, air, tiles.paper(catalogue))
    return plates.Plate(made.image, found + made.troubles)


def _press(
    illustration: Illustration, catalogue: Catalogue, frame: Frame, view: View
) -> tuple[Press, Atmosphere]:
    backdrop = None
    if illustration.backdrop is not None:
        backdrop = catalogue.backdrops.get(illustration.backdrop.id)
    usual = backdrop.mood if backdrop is not None else ""
    mood = catalogue.moods.get(illustration.mood) or catalogue.moods.get(usual) or _PLAIN
    if backdrop is not None and backdrop.key:
        mood = mood._replace(key=backdrop.key)
    side = backdrop.side if backdrop is not None and backdrop.side else mood.side
    # A row of people is drawn from two drawings, each a flat picture and its tone.
    read = functools.lru_cache(maxsize=4)(files.read)
    press = Press(frame.width / view.width, view, mood, side, tiles.grain(catalogue), read)
    if backdrop is None:
        return press, Atmosphere((), 0.3, "")
    return press, Atmosphere(backdrop.lights, backdrop.halo, backdrop.weather)
