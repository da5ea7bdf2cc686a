"""Which figure shows a person, at a time of their life."""

from game.stage.catalogue import Catalogue, Figure


def faces(catalogue: Catalogue) -> frozenset[str]:
    """Everybody of whom there is a likeness."""
    return frozenset(figure.person for figure in catalogue.figures.values() if figure.person)


def likeness(catalogue: Catalogue, person: str, year: int = 0) -> str:
    """The name of the figure that looks as this person did in that year, or nearest to it.

    Of several the one who looked so for the shortest time is meant, and without a year the one
    who did for the longest. Blank where nobody has drawn them.
    """
    drawn = [figure for figure in catalogue.figures.values() if figure.person == person]
    return min(drawn, key=lambda figure: _far(figure, year)).name if drawn else ""


def _far(figure: Figure, year: int) -> tuple[int, int]:
    first, last = figure.years
    if not year:
        return 0, first - last
    return max(first - year, year - last, 0), last - first
