"""The page of the parts: every place, light, person and thing that a picture can be made of."""

from collections.abc import Iterator
from typing import NamedTuple

from game.stage.catalogue import FACINGS, SIZES, SLOTS, Catalogue, Figure
from game.story.model import Illustration, Placed, Ref
from game.story.problem import Mark

_MARK = Mark("parts")
_HEAD = """# The parts of a picture

Write their names in the `illustration` of a scene. What you leave out is chosen for you: the light
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


class Sample(NamedTuple):
    """A small picture that shows one part; ``file`` is its path beside the page."""

    file: str
    illustration: Illustration


def page(catalogue: Catalogue) -> str:
    parts = [_HEAD, "## Places: `backdrop`\n"]
    parts += [
        _entry("backdrop", name, ", with a table to sit at" if found.seat else "")
        for name, found in catalogue.backdrops.items()
    ]
    parts += ["## Lights: `mood`\n", *(_entry("mood", name, "") for name in catalogue.moods)]
    parts += ["## People: `figure`\n"]
    parts += [_entry("figure", name, _says(found)) for name, found in catalogue.figures.items()]
    parts += ["## Things and crowds: `prop`\n"]
    parts += [_entry("prop", name, "") for name in catalogue.props]
    parts += ["## Where, how near, which way\n", *_words()]
    return "\n".join(parts) + "\n"


def _entry(kind: str, name: str, says: str) -> str:
    return f"![{kind}: {name}](parts/{kind}-{name}.jpg) `{name}`{says}\n"


def _says(figure: Figure) -> str:
    faces = f", `expression`: {' or '.join(figure.expressions)}" if figure.expressions[1:] else ""
    poses = [pose for pose in figure.poses if pose != "default"]
    stands = f", `pose`: {' or '.join(poses)}" if poses else ""
    sits = f" ({' and '.join(figure.sitting)} only at a table)" if figure.sitting else ""
    first, last = figure.years
    when = f" ({first} to {last})" if last else ""
    return f"{faces}{stands}{sits}{when}"


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
