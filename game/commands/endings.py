"""To every ending of a story a way that needs no luck, in words."""

from collections.abc import Iterator

from game.play import labels
from game.play.ways import Way, ways
from game.story.model import Story


def told(story: Story) -> Iterator[str]:
    """Yield a line for each ending: how many decisions it takes, and which of them matter."""
    found = ways(story)
    names = [scene.id for scene in story.scenes.values() if not scene.choices]
    wide = max(map(len, names), default=0)
    yield "Endings, each with the way that leaves the record least:"
    for name in names:
        yield f"  {name:{wide}}  {_way(found[name]) if name in found else 'No way was found.'}"


def _way(way: Way) -> str:
    many = labels.decisions(len(way.decisions))
    others = ", ".join(f"'{choice}' in '{scene}'" for scene, choice, _ in way.departures)
    return f"{many}, all as in the record." if not others else f"{many}; not as in it: {others}."


def as_json(story: Story) -> dict[str, object]:
    return {
        name: {
            "decisions": [list(decision[:2]) for decision in way.decisions],
            "departures": [list(decision[:2]) for decision in way.departures],
        }
        for name, way in ways(story).items()
    }
