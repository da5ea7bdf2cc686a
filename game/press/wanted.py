"""Which parts the catalogue asks for, and from which drawing each is made."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from game.stage.catalogue import Catalogue

# Pixels for one unit of a drawing: sharp on a screen of 1920 x 1080.
BACKDROP = 1.5
FIGURE = 1.25


class Wanted(NamedTuple):
    part: str
    source: Path
    layer: str
    variant: frozenset[str]
    scale: float
    # Fills the picture, so that a smaller copy saves time on small screens.
    full: bool


def wanted(catalogue: Catalogue) -> tuple[Wanted, ...]:
    """Every part once, as large as it is ever asked for, in the order of their names."""
    everything = (*_layers(catalogue), *_figures(catalogue), *_props(catalogue))
    rising = sorted(everything, key=lambda item: item.scale)
    largest = {item.part: item for item in rising}
    return tuple(largest[part] for part in sorted(largest))


def _layers(catalogue: Catalogue) -> Iterator[Wanted]:
    for backdrop in catalogue.backdrops.values():
        for layer in backdrop.layers:
            drawing, _, name = layer.part.partition(".")
            yield Wanted(
                layer.part, _source(catalogue, drawing), name, frozenset(), BACKDROP, full=True
            )


def _figures(catalogue: Catalogue) -> Iterator[Wanted]:
    for figure in catalogue.figures.values():
        for expression in figure.expressions:
            for pose in figure.poses:
                variant = frozenset({expression, f"pose_{pose}"})
                part = f"{figure.drawing}.{expression}.{pose}"
                source = _source(catalogue, figure.drawing)
                yield Wanted(part, source, "", variant, FIGURE, full=False)


def _props(catalogue: Catalogue) -> Iterator[Wanted]:
    for prop in catalogue.props.values():
        for copy in prop.copies:
            drawing, _, layer = copy.part.partition(".")
            scale = round(BACKDROP * copy.height / prop.units, 3)
            source = _source(catalogue, drawing)
            yield Wanted(copy.part, source, layer, frozenset(), scale, prop.across)


def _source(catalogue: Catalogue, drawing: str) -> Path:
    return catalogue.folder / "parts" / f"{drawing}.svg"
