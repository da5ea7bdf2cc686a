"""Whether every picture can be drawn, and be read by those who cannot see it."""

from collections.abc import Collection, Iterator

from game.checks.facts import Facts, advice, warning
from game.stage.catalogue import FACINGS, SIZES, SLOTS, Figure
from game.stage.images import files
from game.story.model import Illustration, Placed
from game.story.problem import Mark, Problem, nearest


def pictures(facts: Facts) -> Iterator[Problem]:
    for scene in facts.story.scenes.values():
        if scene.illustration is None:
            hint = "Add 'illustration' with 'alt' and 'backdrop'."
            yield advice(scene.mark, "no-picture", "This scene has no picture.", hint)
        else:
            yield from _spoken(scene.illustration)
            yield from _own(scene.illustration, facts)
            yield from _drawn(scene.illustration, facts)


def _spoken(drawn: Illustration) -> Iterator[Problem]:
    if not drawn.alt:
        message = "Nothing says what is to be seen in this picture."
        hint = "Add 'alt' with a sentence for those who cannot see it."
        yield warning(drawn.mark, "no-alt", message, hint)
    if drawn.picture and not drawn.credit:
        message = "Nothing says whose picture this is."
        yield advice(drawn.mark, "no-credit", message, "Add 'credit' with its maker and licence.")


def _own(drawn: Illustration, facts: Facts) -> Iterator[Problem]:
    """Yield what is wrong with a teacher's own picture beside the scene file."""
    if not drawn.picture:
        return
    hint = "Put the file beside the scene and write its name: 'picture: harbour.png'."
    if "/" in drawn.picture or "\\" in drawn.picture:
        message = f"'{drawn.picture}' is not the name of a file alone."
        yield warning(drawn.mark, "picture", message, hint)
        return
    beside = (facts.folder.resolve().parent / drawn.mark.file).parent
    try:
        files.size(beside / drawn.picture)
    except files.BadImage as cause:
        yield warning(drawn.mark, "picture", str(cause), hint)


def _drawn(drawn: Illustration, facts: Facts) -> Iterator[Problem]:
    catalogue = facts.catalogue
    if drawn.backdrop is not None:
        yield from _known("backdrop", drawn.backdrop.id, catalogue.backdrops, drawn.backdrop.mark)
    yield from _known("mood", drawn.mood, catalogue.moods, drawn.mark)
    for placed in drawn.cast:
        yield from _known("figure", placed.part.id, catalogue.figures, placed.part.mark)
        yield from _placed(placed)
        figure = catalogue.figures.get(placed.part.id)
        if figure is not None:
            yield from _figure(placed, figure)
            yield from _seat(figure, drawn, facts)
    for placed in drawn.props:
        yield from _known("prop", placed.part.id, catalogue.props, placed.part.mark)
        yield from _placed(placed)


def _placed(placed: Placed) -> Iterator[Problem]:
    yield from _known("place", placed.at, SLOTS, placed.mark)
    yield from _known("size", placed.size, SIZES, placed.mark)
    yield from _known("facing", placed.facing, FACINGS, placed.mark)


def _figure(placed: Placed, figure: Figure) -> Iterator[Problem]:
    yield from _known("expression", placed.expression, figure.expressions, placed.mark)
    yield from _known("pose", placed.pose, ("default", *figure.poses), placed.mark)


def _seat(figure: Figure, drawn: Illustration, facts: Facts) -> Iterator[Problem]:
    backdrop = facts.catalogue.backdrops.get(drawn.backdrop.id) if drawn.backdrop else None
    if figure.seated and (backdrop is None or backdrop.seat is None):
        chairs = [name for name, found in facts.catalogue.backdrops.items() if found.seat]
        message = f"'{figure.name}' sits, and this backdrop has no chair."
        hint = f"Backdrops with a chair: {', '.join(sorted(chairs))}."
        yield warning(drawn.mark, "no-chair", message, hint)


def _known(kind: str, name: str, known: Collection[str], mark: Mark) -> Iterator[Problem]:
    if name and name not in known:
        hint = nearest(name, known) or f"Write one of: {', '.join(sorted(known))}."
        yield warning(mark, f"unknown-{kind}", f"There is no {kind} '{name}'.", hint)
