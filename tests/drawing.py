"""Pictures asked for in a few words, for the tests of the stage."""

import functools
from pathlib import Path

from game import paths
from game.stage import catalogue
from game.stage.kinds import Catalogue
from game.story.model import Colours, Illustration, Placed, Ref
from game.story.problem import Mark

HERE = Mark("story/made.yaml")


@functools.cache
def shipped() -> Catalogue:
    return catalogue.scan(paths.assets())


def placed(words: str) -> Placed:
    """Read "lenin right near left fierce lapel"; what is left out or "-" is empty."""
    part, *rest = words.split()
    told = ["" if word == "-" else word for word in rest]
    at, size, facing, expression, pose = (*told, *[""] * (5 - len(told)))
    return Placed(Ref(part, HERE), at, size, facing, expression, pose, HERE)


def drawn(
    backdrop: str = "",
    *cast: str,
    props: tuple[str, ...] = (),
    mood: str = "",
    focus: float | None = None,
    picture: str = "",
    colours: Colours = "own",
) -> Illustration:
    return Illustration(
        alt="",
        backdrop=Ref(backdrop, HERE) if backdrop else None,
        mood=mood,
        cast=tuple(placed(words) for words in cast),
        props=tuple(placed(words) for words in props),
        focus=focus,
        picture=picture,
        colours=colours,
        credit="",
        mark=Mark(str(Path("story") / "made.yaml")),
    )
