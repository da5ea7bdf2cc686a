"""Contact sheets: every part by its name, and every scene as it is read, on a few pages."""

import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pygame

from game.play import order
from game.play.playthrough import begin
from game.stage import compose, likeness
from game.stage.catalogue import Catalogue, Figure
from game.story.model import Illustration, Placed, Ref, Story
from game.story.problem import Mark
from game.ui import contact
from game.ui.contact import Cell, Section
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

_HERE = Mark("")
_WIDE, _TALL, _SCENE = (296, 167), (178, 237), (366, 206)


class Guide(NamedTuple):
    """What authors are told of the parts: a line about each, by kind and name; and who does for
    whom: people in groups, by the title of each."""

    seen: Mapping[str, Mapping[str, str]]
    people: Mapping[str, Sequence[Figure]]


def write_parts(catalogue: Catalogue, guide: Guide, path: Path) -> Iterator[Path]:
    """Write the sheet of everything that a picture can be made of, as an author names it."""
    fonts = Fonts(catalogue.folder / "fonts")
    sections = (
        Section("Places: backdrop", _backdrops(catalogue, guide)),
        Section("Lights: mood", _moods(catalogue, guide)),
        *(
            Section(f"People: figure. {title}", _people(catalogue, figures, guide))
            for title, figures in guide.people.items()
        ),
        Section("Things and crowds: prop", _props(catalogue, guide)),
        Section("People: expression, pose", _looks(catalogue, guide)),
    )
    return contact.write(sections, fonts, path)


def write_scenes(story: Story, folder: Path, catalogue: Catalogue, path: Path) -> Iterator[Path]:
    """Write the sheet of scenes."""
    # Papers want the format of a window; this one nobody sees, and it needs no screen.
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.display.set_mode((1280, 720))
    fonts = Fonts(catalogue.folder / "fonts")
    try:
        yield from contact.write(scenes(story, folder, catalogue, fonts), fonts, path)
    finally:
        pygame.display.quit()


def scenes(story: Story, folder: Path, catalogue: Catalogue, fonts: Fonts) -> Iterator[Section]:
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
        yield from _chapters(story, cell)
    finally:
        gallery.close()


def _chapters(story: Story, cell: Callable[[str], Cell]) -> Iterator[Section]:
    ordered = order.scenes(story)
    for chapter in story.chapters.values():
        those = (name for name in ordered if story.scenes[name].chapter == chapter.id)
        yield Section(f"{chapter.title}, {chapter.years}".rstrip(", "), map(cell, those))


def _backdrops(catalogue: Catalogue, guide: Guide) -> Iterator[Cell]:
    for name, backdrop in catalogue.backdrops.items():
        notes = [backdrop.mood, "chair" if backdrop.seat is not None else "", backdrop.weather]
        more = ", ".join(note for note in notes if note)
        said = _said(guide, "backdrops", name)
        yield Cell(_drawn(catalogue, _WIDE, backdrop=name), name, more, said)


def _said(guide: Guide, kind: str, name: str) -> str:
    return guide.seen.get(kind, {}).get(name, "")


def _people(catalogue: Catalogue, figures: Iterable[Figure], guide: Guide) -> Iterator[Cell]:
    """Everybody once, with a line about them."""
    for figure in figures:
        picture = _figure(catalogue, figure, ("", ""))
        said = _said(guide, "figures", figure.name)
        yield Cell(picture, figure.name, " · ".join(_years(figure)), said)


def _looks(catalogue: Catalogue, guide: Guide) -> Iterator[Cell]:
    """Every face in every pose."""
    for figure in itertools.chain(*guide.people.values()):
        for look in figure.looks if figure.looks[1:] else ():
            yield Cell(_figure(catalogue, figure, look), figure.name, " · ".join(look))


def _figure(catalogue: Catalogue, figure: Figure, look: tuple[str, str]) -> pygame.Surface:
    chair = next((name for name, found in catalogue.backdrops.items() if found.seat), "")
    backdrop = chair if figure.seated else ""
    return _drawn(catalogue, _TALL, backdrop, cast=(_placed(figure.name, *look),))


def _years(figure: Figure) -> tuple[str, ...]:
    first, last = figure.years
    return (f"{first}–{last}" if first != last else str(first),) if last else ()


def _props(catalogue: Catalogue, guide: Guide) -> Iterator[Cell]:
    for name, prop in catalogue.props.items():
        picture = _drawn(catalogue, _WIDE, props=(_placed(name),))
        more = "across the picture" if prop.across else ""
        yield Cell(picture, name, more, _said(guide, "props", name))


def _moods(catalogue: Catalogue, guide: Guide) -> Iterator[Cell]:
    backdrop = next(iter(catalogue.backdrops), "")
    for name in catalogue.moods:
        picture = _drawn(catalogue, _WIDE, backdrop, mood=name)
        yield Cell(picture, name, "", _said(guide, "moods", name))


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
