"""The page of the parts: every place, light, person and thing that a picture can be made of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from game.author import told
from game.stage.catalogue import FACINGS, SIZES, SLOTS, Catalogue, Figure
from game.story.model import Illustration, Placed, Ref
from game.story.problem import Mark

_MARK = Mark("parts")
_HEAD = """# The parts of a picture

Write their names in the `illustration` of a scene. To look for one, say what is to be seen:
`power-struggle manual parts grey moustache`. What you leave out is chosen for you: the light
is the place's own, the first person stands at the right, and people look to the middle.

```yaml scene
illustration:
  alt: A train at night; a soldier stands before it.
  backdrop: armoured_train
  mood: night
  cast:
    - {figure: soldier, at: right, size: near, facing: left}
  props:
    - {prop: flag, at: left}
```
"""
ANYBODY, SOMEBODY = "Anybody", "Drawn as somebody"
_PEOPLE = """The years say when somebody looked so, or when such clothes were worn. Whoever is drawn
as somebody does for anybody else, as long as your readers do not know that face.
"""


class Sample(NamedTuple):
    """A small picture that shows one part; ``file`` is its path beside the page."""

    file: str
    illustration: Illustration


def page(catalogue: Catalogue) -> str:
    seen = told.texts("seen.yaml")
    parts = [_HEAD, "## Places: `backdrop`\n"]
    parts += [
        _entry("backdrop", name, seen, ("with a table to sit at",) if found.seat else ())
        for name, found in catalogue.backdrops.items()
    ]
    parts += ["## Lights: `mood`\n", *(_entry("mood", name, seen) for name in catalogue.moods)]
    parts += ["## People: `figure`\n", _PEOPLE]
    for title, figures in groups(catalogue).items():
        parts.append(f"### {title}\n")
        parts += [_entry("figure", found.name, seen, _says(found)) for found in figures]
    parts += ["## Things and crowds: `prop`\n"]
    parts += [_entry("prop", name, seen) for name in catalogue.props]
    parts += ["## Where, how near, which way\n", *_words()]
    return "\n".join(parts) + "\n"


def groups(catalogue: Catalogue) -> Mapping[str, tuple[Figure, ...]]:
    """Those who do for anybody, and those who are drawn as somebody."""
    figures = catalogue.figures.values()
    is_of = {figure.name: figure.person or _as(figure.name, catalogue) for figure in figures}
    return {
        ANYBODY: tuple(figure for figure in figures if not is_of[figure.name]),
        SOMEBODY: tuple(figure for figure in figures if is_of[figure.name]),
    }


def _as(name: str, catalogue: Catalogue) -> str:
    """Whom a figure shows whose face is no likeness: ill, disguised or from behind."""
    first = name.partition("_")[0]
    people = (figure.person for figure in catalogue.figures.values())
    return next((person for person in people if person == first), "")


def _entry(
    kind: str, name: str, seen: Mapping[str, Mapping[str, str]], more: Iterable[str] = ()
) -> str:
    said = seen.get(f"{kind}s", {}).get(name, "")
    beside = "; ".join(more)
    words = " ".join(part for part in (f"`{name}`.", said, f"({beside})" if beside else "") if part)
    return f"![{kind}: {name}](parts/{kind}-{name}.jpg) {words}\n"


def _says(figure: Figure) -> Iterator[str]:
    if figure.expressions[1:]:
        yield f"`expression`: {', '.join(figure.expressions)}"
    poses = [pose for pose in figure.poses if pose != "default"]
    if poses:
        yield f"`pose`: {', '.join(poses)}"
    if figure.sitting:
        yield f"{' and '.join(figure.sitting)} only at a table"
    first, last = figure.years
    if last:
        yield f"{first}" if first == last else f"{first} to {last}"


def _words() -> Iterator[str]:
    yield f"- `at`: {', '.join(SLOTS)}"
    yield f"- `size`: {', '.join(SIZES)}"
    yield f"- `facing`: {', '.join(FACINGS)}"


def samples(catalogue: Catalogue) -> Iterator[Sample]:
    """A picture of each part, as the page names them."""
    usual = next(iter(catalogue.backdrops), "")
    chair = next((name for name, each in catalogue.backdrops.items() if each.seat), usual)
    for name in catalogue.backdrops:
        yield Sample(f"parts/backdrop-{name}.jpg", _drawn(name))
    for name in catalogue.moods:
        yield Sample(f"parts/mood-{name}.jpg", _drawn(usual, mood=name))
    for name, figure in catalogue.figures.items():
        place = chair if figure.seated else ""
        yield Sample(f"parts/figure-{name}.jpg", _drawn(place, cast=(_placed(name),)))
    for name in catalogue.props:
        yield Sample(f"parts/prop-{name}.jpg", _drawn(usual, props=(_placed(name),)))


def _placed(name: str) -> Placed:
    return Placed(Ref(name, _MARK), "centre", "", "", "", "", _MARK)


def _drawn(
    backdrop: str,
    mood: str = "",
    cast: tuple[Placed, ...] = (),
    props: tuple[Placed, ...] = (),
) -> Illustration:
    place = Ref(backdrop, _MARK) if backdrop else None
    return Illustration("", place, mood, cast, props, None, "", "own", "", _MARK)
