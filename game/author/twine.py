"""Our stories for Twine: one passage for each scene, with its words and its ways."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from game.author import keepsake, tracks, twee
from game.author.twee import Link, Passage
from game.story import markup
from game.story.model import Branch, Choice, Scene, Story
from game.story.rules import Condition, written

# Harlowe is what Twine opens by default; its links are written as ours are here.
_FORMAT, _VERSION = "Harlowe", "3.3.9"
SPECIAL = frozenset({"StoryTitle", "StoryData", "StoryInit", "StoryAuthor", "StoryMenu"})
ID = "id:"
# Below the passages that keep what Twine does not show.
_DOWN = 150


class Shown(NamedTuple):
    """What Twine shows of a scene: its words, and a link for each place that a choice leads to."""

    text: str
    links: tuple[Link, ...]


def exported(story: Story, files: Mapping[str, str]) -> str:
    """Return the story as Twee 3, its passages placed as on the map.

    ``files`` are those of the story: what Twine has no room for is kept in them.
    """
    ifid = str(uuid5(NAMESPACE_URL, f"power-struggle/{story.id}")).upper()
    names = _names(story)
    data = {
        "ifid": ifid,
        "format": _FORMAT,
        "format-version": _VERSION,
        "start": names[story.start.id],
    }
    head = (
        Passage("StoryTitle", (), story.title),
        Passage("StoryData", (), json.dumps(data, indent=2)),
    )
    plan = tracks.plan(story)
    scenes = (
        _passage(scene, names, (plan.stations[scene.id].x, plan.stations[scene.id].y + _DOWN))
        for scene in story.scenes.values()
    )
    return twee.written((*head, *scenes, *keepsake.passages(files)))


def _names(story: Story) -> dict[str, str]:
    """Passages are called as scenes are; where two are alike the second has its id behind it."""
    names: dict[str, str] = {}
    for scene in story.scenes.values():
        own = called(scene)
        taken = own[0] in names.values() or own[0] in SPECIAL
        names[scene.id] = own[1] if taken else own[0]
    return names


def called(scene: Scene) -> tuple[str, str]:
    """What the passage of a scene is called, alone and beside another of this name."""
    title = safe(scene.title)
    return title, f"{title} ({scene.id})"


def _passage(scene: Scene, names: Mapping[str, str], place: tuple[int, int]) -> Passage:
    """The id is kept in a tag, so that a story that comes back has the same scenes."""
    links = "\n".join(_links(scene, names))
    text = "\n\n".join(part for part in (shown(scene).text, links) if part)
    tags = (f"{ID}{scene.id}", scene.chapter, *(() if scene.choices else ("ending",)))
    return Passage(names[scene.id], tags, text, place)


def shown(scene: Scene) -> Shown:
    """``target`` of each link is the id of a scene."""
    links = (Link(safe(choice.text), branch.scene.id) for choice, branch in _ways(scene))
    return Shown(markup.plain(scene.text), tuple(links))


def _ways(scene: Scene) -> Iterator[tuple[Choice, Branch]]:
    return ((choice, branch) for choice in scene.choices for branch in choice.goto)


def _links(scene: Scene, names: Mapping[str, str]) -> Iterator[str]:
    """A link for each way; what it depends on stands behind it as a note, which Twine hides."""
    for choice, branch in _ways(scene):
        link = f"[[{safe(choice.text)}->{names[branch.scene.id]}]]"
        notes = (_note("asks for", choice.requires), _note("when", branch.when))
        yield " ".join((link, *(note for note in notes if note)))


def _note(word: str, conditions: tuple[Condition, ...]) -> str:
    said = ", ".join(map(written, conditions))
    return f"<!-- {word}: {said} -->" if said else ""


def safe(words: str) -> str:
    return words.replace("[", "(").replace("]", ")").replace("->", "–").replace("|", "/")
