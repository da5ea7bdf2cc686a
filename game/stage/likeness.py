"""Which figure shows a person, at a time of their life."""

from collections.abc import Mapping

from game.stage.catalogue import Catalogue, Figure


def faces(catalogue: Catalogue) -> Mapping[str, str]:
    """The figures there are, and whom each of them shows: "" is anybody."""
    return {name: figure.person for name, figure in catalogue.figures.items()}


def shows(figure: str, whom: str, person: str) -> bool:
    """Whether a figure that is drawn as somebody is this person, or is called as they are."""
    return person != "" and (whom == person or figure == person.replace("-", "_"))


def likeness(catalogue: Catalogue, person: str, year: int = 0) -> str:
    """The name of the figure that looks as this person did in that year, or nearest to it.

    Of several the one who looked so for the shortest time is meant, and without a year the one
    who did for the longest. Blank where nobody has drawn them.
    """
    figures = catalogue.figures.values()
    drawn = [figure for figure in figures if shows(figure.name, figure.person, person)]
    return min(drawn, key=lambda figure: _far(figure, year)).name if drawn else ""


def _far(figure: Figure, year: int) -> tuple[int, int]:
    first, last = figure.years
    if not year:
        return 0, first - last
    return max(first - year, year - last, 0), last - first
