"""Whether a picture is put together as somebody would draw it, with the page over it."""

from collections.abc import Iterator

from game.checks.facts import Facts, advice
from game.stage.overlap import Clash, clashes
from game.story.model import Illustration
from game.story.problem import Problem

_MOVE = "Put it elsewhere with 'at', or turn it with 'facing'."


def pictures(facts: Facts) -> Iterator[Problem]:
    """Yield what a picture would be better without. Nothing stops; a lesson goes on."""
    for scene in facts.story.scenes.values():
        drawn = scene.illustration
        if drawn is not None and not drawn.picture:
            for clash in dict.fromkeys(clashes(drawn, facts.catalogue)):
                yield _told(clash, drawn)


def _told(clash: Clash, drawn: Illustration) -> Problem:
    mark = clash.figure.mark if clash.figure is not None else drawn.mark
    name = f"'{clash.figure.part.id}'" if clash.figure is not None else ""
    thing = f"'{clash.thing}'" if clash.thing else "Something in the backdrop"
    match clash.kind:
        case "face":
            message = f"The page covers the face of {name}."
            hint = "Write 'at: right' or 'at: far_right' for this figure."
            return advice(mark, "face-covered", message, hint)
        case "behind":
            message = f"{thing} grows out of the head of {name}."
            return advice(mark, "behind-head", message, _MOVE)
        case "across":
            message = f"An arm of {name} goes through {thing}."
            return advice(mark, "arm-across", message, _MOVE)
        case "words":
            message = f"The page or the edge cuts through the words in '{clash.thing}'."
            hint = "Move the picture with 'focus: 0.3' or another number from 0 to 1."
            return advice(mark, "words-cut", message, hint)
