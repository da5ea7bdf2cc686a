"""Which parts the catalogue asks for, and from which drawing each is made."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.press import people
from game.press.drawing import HANDS, HEAD, Share
from game.stage.catalogue import Catalogue, Figure

# Pixels for one unit of a drawing: sharp on a screen of 1920 x 1080.
BACKDROP = 1.5
FIGURE = 1.1


class Wanted(NamedTuple):
    """``drawing`` is the text of an SVG; ``full`` is what fills the picture, and so is
    kept in a smaller copy too, which saves time on small screens."""

    part: str
    drawing: str
    layer: str
    variant: frozenset[str]
    scale: float
    full: bool
    share: Share = ""


def wanted(catalogue: Catalogue) -> tuple[Wanted, ...]:
    """Every part once, as large as it is ever asked for, in the order of their names."""
    drawings = _drawings(catalogue)
    everything = (
        *_layers(catalogue, drawings),
        *_figures(catalogue, drawings),
        *_props(catalogue, drawings),
    )
    rising = sorted(everything, key=lambda item: item.scale)
    largest = {item.part: item for item in rising}
    return tuple(largest[part] for part in sorted(largest))


def _drawings(catalogue: Catalogue) -> Mapping[str, str]:
    """Drawings by name: those that are files, and the people put together from pieces."""
    known = people.library(catalogue.folder)
    drawings = {name: people.drawing(known, name) for name in known.people}
    for path in (catalogue.folder / "parts").glob("*.svg"):
        drawings[path.stem] = path.read_text(encoding="utf-8")
    return drawings


def _layers(catalogue: Catalogue, drawings: Mapping[str, str]) -> Iterator[Wanted]:
    for backdrop in catalogue.backdrops.values():
        for layer in backdrop.layers:
            name, _, inner = layer.part.partition(".")
            yield Wanted(layer.part, drawings[name], inner, frozenset(), BACKDROP, full=True)


def _figures(catalogue: Catalogue, drawings: Mapping[str, str]) -> Iterator[Wanted]:
    for figure in catalogue.figures.values():
        drawn = drawings[figure.drawing]
        if f'data-share="{HEAD}"' in drawn:
            yield from _shares(figure, drawn)
            continue
        for expression, pose in figure.looks:
            variant = frozenset({expression, f"pose_{pose}"})
            part = f"{figure.drawing}.{expression}.{pose}"
            yield Wanted(part, drawn, "", variant, FIGURE * figure.detail, full=False)


def _shares(figure: Figure, drawn: str) -> Iterator[Wanted]:
    """A head for each expression and a body for each pose: each fits each."""
    usual = frozenset({figure.expressions[0], f"pose_{figure.quiet}"})
    whole = Wanted(figure.drawing, drawn, "", usual, FIGURE * figure.detail, full=False)
    for expression in figure.expressions:
        variant = frozenset({expression, f"pose_{figure.quiet}"})
        part = f"{figure.drawing}.head.{expression}"
        yield whole._replace(part=part, variant=variant, share="head")
    for pose in figure.poses:
        variant = frozenset({figure.expressions[0], f"pose_{pose}"})
        part = f"{figure.drawing}.body.{pose}"
        yield whole._replace(part=part, variant=variant, share="body")
        if f'data-share="{HANDS}" data-expr="pose_{pose}"' in drawn:
            part = f"{figure.drawing}.hands.{pose}"
            yield whole._replace(part=part, variant=variant, share="hands")


def _props(catalogue: Catalogue, drawings: Mapping[str, str]) -> Iterator[Wanted]:
    for prop in catalogue.props.values():
        for copy in prop.copies:
            name, _, inner = copy.part.partition(".")
            scale = round(BACKDROP * copy.height / prop.units, 3)
            yield Wanted(copy.part, drawings[name], inner, frozenset(), scale, prop.across)
