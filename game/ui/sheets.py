"""Contact sheets: every part by its name, and every scene as it is read, on one picture each."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pygame

from game.play import order
from game.play.playthrough import begin
from game.stage import compose, likeness
from game.stage.catalogue import Catalogue, Figure
from game.story.model import Illustration, Placed, Ref, Story
from game.story.problem import Mark
from game.ui.boxes import Font
from game.ui.gallery import Gallery
from game.ui.paint.fonts import Fonts
from game.ui.paint.painter import Hot, Painter
from game.ui.paint.papers import surface
from game.ui.paint.scenery import Scenery
from game.ui.screen import Desk
from game.ui.screens import index
from game.ui.settings import Settings
from game.ui.space import Space
from game.ui.theme import BOOK
from game.ui.wings import Wings

_ACROSS = 1920
_GAP, _NAME, _MORE = 14, 20, 17
_HERE = Mark("")
_WIDE, _TALL, _SCENE = (296, 167), (178, 237), (366, 206)


class Cell(NamedTuple):
    """One picture on a sheet; ``more`` is the smaller line beneath its name."""

    picture: pygame.Surface
    name: str
    more: str


class Section(NamedTuple):
    title: str
    cells: Iterable[Cell]


def write_parts(catalogue: Catalogue, path: Path) -> str:
    """Write the sheet of parts; return why it cannot be done, "" where it is."""
    return _written(parts(catalogue, Fonts(catalogue.folder / "fonts")), path)


def write_scenes(story: Story, folder: Path, catalogue: Catalogue, path: Path) -> str:
    """Write the sheet of scenes; return why it cannot be done, "" where it is."""
    # Papers want the format of a window; this one nobody sees, and it needs no screen.
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.display.set_mode((1280, 720))
    sheet = scenes(story, folder, catalogue, Fonts(catalogue.folder / "fonts"))
    pygame.display.quit()
    return _written(sheet, path)


def _written(sheet: pygame.Surface, path: Path) -> str:
    try:
        pygame.image.save(sheet, path)
    except (OSError, pygame.error) as cause:
        return str(cause).rstrip(".")
    return ""


def parts(catalogue: Catalogue, fonts: Fonts) -> pygame.Surface:
    """Everything that a picture can be made of, as an author names it."""
    sections = (
        Section("Backdrops", _backdrops(catalogue)),
        Section("Figures: expression, pose, years", _figures(catalogue)),
        Section("Things", _props(catalogue)),
        Section("Moods", _moods(catalogue)),
    )
    return laid(sections, fonts)


def scenes(story: Story, folder: Path, catalogue: Catalogue, fonts: Fonts) -> pygame.Surface:
    """Every scene at 1280 x 720 with its page over it, chapter by chapter."""
    gallery = Gallery(catalogue, folder)
    gallery.packs = story.packs
    space = Space(1280, 720, 1.0, fonts)
    painter = Painter(fonts, BOOK, space, gallery, Scenery(Wings(catalogue, gallery.beside)))
    frame = pygame.Surface((space.width, space.height))
    desk = Desk(story, Settings(), (), faces=likeness.faces(catalogue))

    def cell(id: str) -> Cell:
        play = begin(story, id)
        view = index.build("scene/0", play, desk).view(desk, space)
        painter.paint(frame, view, Hot())
        gallery.wait()
        painter.paint(frame, view, Hot())
        return Cell(pygame.transform.smoothscale(frame, _SCENE), id, play.scene.date)

    try:
        return laid(_chapters(story, cell), fonts)
    finally:
        gallery.close()


def _chapters(story: Story, cell: Callable[[str], Cell]) -> Iterator[Section]:
    ordered = order.scenes(story)
    for chapter in story.chapters.values():
        those = (name for name in ordered if story.scenes[name].chapter == chapter.id)
        yield Section(f"{chapter.title}, {chapter.years}".rstrip(", "), map(cell, those))


def laid(sections: Iterable[Section], fonts: Fonts) -> pygame.Surface:
    """Rows of cells under their headings, as many beside each other as there is room for."""
    placed: list[tuple[pygame.Surface, int, int]] = []
    top = _GAP
    for section in sections:
        placed.append((fonts.words(section.title, Font("display", 26), BOOK["red"]), _GAP, top))
        left, top, below = _GAP, top + 40, 0
        for cell in section.cells:
            width, height = cell.picture.get_size()
            if left + width > _ACROSS:
                left, top = _GAP, below
            placed += _cell(cell, left, top, fonts)
            left, below = left + width + _GAP, top + height + _NAME + _MORE + _GAP
        top = below or top
    sheet = pygame.Surface((_ACROSS + _GAP, top + _GAP))
    sheet.fill(BOOK["paper"])
    for picture, x, y in placed:
        sheet.blit(picture, (x, y))
    return sheet


def _cell(
    cell: Cell, left: int, top: int, fonts: Fonts
) -> Iterator[tuple[pygame.Surface, int, int]]:
    width, height = cell.picture.get_size()
    name = fonts.words(cell.name, Font("label", 15), BOOK["ink"])
    more = fonts.words(cell.more, Font("label", 12), BOOK["soft"])
    yield cell.picture, left, top
    for words, y in ((name, top + height + 2), (more, top + height + _NAME)):
        kept = words.subsurface((0, 0, min(width, words.get_width()), words.get_height()))
        yield kept, left, y


def _backdrops(catalogue: Catalogue) -> Iterator[Cell]:
    for name, backdrop in catalogue.backdrops.items():
        notes = [backdrop.mood, "chair" if backdrop.seat is not None else "", backdrop.weather]
        more = ", ".join(note for note in notes if note)
        yield Cell(_drawn(catalogue, _WIDE, backdrop=name), name, more)


def _figures(catalogue: Catalogue) -> Iterator[Cell]:
    chair = next((name for name, found in catalogue.backdrops.items() if found.seat), "")
    for name, figure in catalogue.figures.items():
        for look in figure.looks:
            backdrop = chair if figure.seated else ""
            picture = _drawn(catalogue, _TALL, backdrop, cast=(_placed(name, *look),))
            yield Cell(picture, name, " · ".join((*look, *_years(figure))))


def _years(figure: Figure) -> tuple[str, ...]:
    first, last = figure.years
    return (f"{first}–{last}" if first != last else str(first),) if last else ()


def _props(catalogue: Catalogue) -> Iterator[Cell]:
    for name, prop in catalogue.props.items():
        picture = _drawn(catalogue, _WIDE, props=(_placed(name),))
        yield Cell(picture, name, "across the picture" if prop.across else "")


def _moods(catalogue: Catalogue) -> Iterator[Cell]:
    backdrop = next(iter(catalogue.backdrops), "")
    for name in catalogue.moods:
        yield Cell(_drawn(catalogue, _WIDE, backdrop, mood=name), name, "")


def _drawn(
    catalogue: Catalogue,
    size: tuple[int, int],
    backdrop: str = "",
    cast: tuple[Placed, ...] = (),
    props: tuple[Placed, ...] = (),
    mood: str = "",
) -> pygame.Surface:
    shown = Ref(backdrop, _HERE) if backdrop else None
    drawn = Illustration("", shown, mood, cast, props, None, "", "own", "", _HERE)
    # Made at twice its size: at its own, the grain would hide what is drawn.
    made = surface(compose.plate(drawn, catalogue, size[0] * 2, size[1] * 2))
    return pygame.transform.smoothscale(made, size)


def _placed(part: str, expression: str = "", pose: str = "") -> Placed:
    return Placed(Ref(part, _HERE), "centre", "near", "right", expression, pose, _HERE)
