"""Whether every picture can be drawn, and be read by those who cannot see it."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from game.checks.facts import Facts, advice, warning
from game.stage import trouble
from game.stage.catalogue import FACINGS, SIZES, SLOTS, Figure
from game.story.layers import beside
from game.story.model import Illustration, Placed
from game.story.problem import Mark, Problem, nearest


def pictures(facts: Facts) -> Iterator[Problem]:
    story = facts.story
    covers = (story.illustration, *(pack.illustration for pack in story.packs))
    for drawn in filter(None, covers):
        yield from _picture(drawn, facts)
    for scene in story.scenes.values():
        if scene.illustration is None:
            hint = "Add 'illustration' with 'alt' and 'backdrop'."
            yield advice(scene.mark, "no-picture", "This scene has no picture.", hint)
        else:
            yield from _picture(scene.illustration, facts)


def portraits(facts: Facts) -> Iterator[Problem]:
    """Yield the people whose figure is not in the catalogue, or whose own picture is not there."""
    for person in facts.story.people.values():
        if person.picture:
            yield from _file(person.picture, person.mark, facts)
        if person.picture and not person.credit:
            yield _no_credit(person.mark)
        figure = facts.catalogue.figures.get(person.figure)
        names = [_Name("figure", person.figure, facts.catalogue.figures, person.mark)]
        if figure is not None:
            faces = figure.expressions
            names.append(_Name("expression", person.expression, faces, person.mark))
        yield from _unknowns(names, facts)


def _picture(drawn: Illustration, facts: Facts) -> Iterator[Problem]:
    yield from _spoken(drawn)
    if drawn.picture:
        yield from _file(drawn.picture, drawn.mark, facts)
    yield from _drawn(drawn, facts)


def _spoken(drawn: Illustration) -> Iterator[Problem]:
    if not drawn.alt:
        message = "Nothing says what is to be seen in this picture."
        hint = "Add 'alt' with a sentence for those who cannot see it."
        yield warning(drawn.mark, "no-alt", message, hint)
    if drawn.picture and not drawn.credit:
        yield _no_credit(drawn.mark)


def _no_credit(mark: Mark) -> Problem:
    message = "Nothing says whose picture this is."
    return advice(mark, "no-credit", message, "Add 'credit' with its maker and licence.")


def _file(picture: str, mark: Mark, facts: Facts) -> Iterator[Problem]:
    """Yield what is wrong with a teacher's own picture, beside the file that a mark is in."""
    hint = "Put the picture beside this file and write its name: 'picture: harbour.png'."
    if "/" in picture or "\\" in picture:
        message = f"'{picture}' is not the name of a file alone."
        yield warning(facts.find(mark, picture), "picture", message, hint)
        return
    folder = beside(facts.folder, facts.story.packs, mark)
    message = trouble.told(folder / picture)
    if message:
        hint = _meant(folder, picture) or hint
        yield warning(facts.find(mark, picture), "picture", message, hint)


def _meant(folder: Path, wanted: str) -> str:
    """Which file beside the scene was meant: a camera writes .JPG where somebody writes .jpg."""
    try:
        names = [path.name for path in folder.iterdir() if not path.name.endswith(".yaml")]
    except OSError:
        return ""
    if wanted in names:
        return ""
    alike = [name for name in names if name.lower() == wanted.lower()]
    return f"Write '{alike[0]}': capital letters count." if alike else nearest(wanted, names)


def _drawn(drawn: Illustration, facts: Facts) -> Iterator[Problem]:
    known = facts.catalogue
    backdrop = drawn.backdrop.id if drawn.backdrop else ""
    names = [_Name("backdrop", backdrop, known.backdrops, drawn.mark)]
    names += [_Name("mood", drawn.mood, known.moods, drawn.mark)]
    for placed in drawn.cast:
        names += [_Name("figure", placed.part.id, known.figures, placed.mark), *_placed(placed)]
        figure = known.figures.get(placed.part.id)
        if figure is not None:
            names += _posed(placed, figure)
            yield from _seat(figure, placed, drawn, facts)
    for placed in drawn.props:
        names += [_Name("prop", placed.part.id, known.props, placed.mark), *_placed(placed)]
    yield from _unknowns(names, facts)


class _Name(NamedTuple):
    """A word that an illustration uses, and those that it could use."""

    kind: str
    word: str
    known: Collection[str]
    mark: Mark


def _placed(placed: Placed) -> tuple[_Name, ...]:
    return (
        _Name("place", placed.at, SLOTS, placed.mark),
        _Name("size", placed.size, SIZES, placed.mark),
        _Name("facing", placed.facing, FACINGS, placed.mark),
    )


def _posed(placed: Placed, figure: Figure) -> tuple[_Name, ...]:
    return (
        _Name("expression", placed.expression, figure.expressions, placed.mark),
        _Name("pose", placed.pose, {"default", *figure.poses}, placed.mark),
    )


def _unknowns(names: Iterable[_Name], facts: Facts) -> Iterator[Problem]:
    yield from (_unknown(name, facts) for name in names if name.word not in ("", *name.known))


def _unknown(name: _Name, facts: Facts) -> Problem:
    kind, word, known, mark = name
    hint = nearest(word, known) or f"Write one of: {', '.join(sorted(known))}."
    message = f"There is no {kind} '{word}'."
    return warning(facts.find(mark, word), f"unknown-{kind}", message, hint)


def _seat(figure: Figure, placed: Placed, drawn: Illustration, facts: Facts) -> Iterator[Problem]:
    backdrop = facts.catalogue.backdrops.get(drawn.backdrop.id) if drawn.backdrop else None
    sits = figure.seated or placed.pose in figure.sitting
    if sits and (backdrop is None or backdrop.seat is None):
        chairs = [name for name, found in facts.catalogue.backdrops.items() if found.seat]
        message = f"'{figure.name}' sits, and this backdrop has no chair."
        hint = f"Backdrops with a chair: {', '.join(sorted(chairs))}."
        yield warning(facts.find(drawn.mark, figure.name), "no-chair", message, hint)
