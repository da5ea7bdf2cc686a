"""A new pack in a folder of its own: it extends a story, and plays at once."""

from pathlib import Path
from typing import NamedTuple

from game.author import ids, named, pages
from game.author.ids import Refused
from game.author.put import put
from game.author.scenes import yaml_text
from game.author.stories import author, refuse_taken
from game.story import files
from game.story.model import Scene, Story
from game.story.page import ONWARD
from game.story.problem import nearest

# Behind 'goto' in the scene of a pack, as a note.
_AFTER = "a scene of the story: from here it goes on"
_BEHIND = "where the choice led that this scene stands behind"


class Wish(NamedTuple):
    """``scene`` is the one that a choice is added to; without it, where the story begins.

    With ``choice`` the scene of the pack comes after that choice, and none is added.
    """

    folder: Path
    title: str = ""
    author: str = ""
    scene: str = ""
    choice: str = ""


class Made(NamedTuple):
    """What was made: the scene that is added to, and the new one that follows.

    ``behind`` is the choice after which it comes, if none is added.
    """

    at: Scene
    new: str
    behind: str = ""


def made(wish: Wish, story: Story) -> Made:
    """Write the files of a new pack for a story; refuse a folder that has something in it."""
    refuse_taken(wish.folder)
    at = _at(story, wish.scene)
    behind = _behind(at, wish.choice)
    name = ids.fresh(ids.slug(wish.folder.resolve().name) or "my-pack", [story.id])
    words = {
        "ID": name,
        "TITLE": yaml_text(wish.title or ids.title(name)),
        "AUTHOR": author(wish.author),
        "EXTENDS": story.id,
        "SCENE": at.id,
        "DATE": yaml_text(at.date or "1 January 1900"),
        "NEW": ids.fresh(f"{name}-scene", story.scenes),
        "GOTO": ONWARD if behind else _goto(at),
        "ON": _BEHIND if behind else _AFTER,
        "CHOICE": behind or at.choices[0].id,
    }
    heading = {**words, "TITLE": wish.title or ids.title(name)}
    for file, text in pages.all_of("pack"):
        place = file.replace("chapter/scene", f"{at.chapter}/{words['NEW']}")
        page = pages.behind() if behind and file == files.ADDITIONS else text
        put(wish.folder / place, pages.filled(page, heading if file.endswith(".md") else words))
    return Made(at, words["NEW"], behind)


def _behind(at: Scene, wanted: str) -> str:
    """The id of a choice of the story that was meant by its id, its number or its text."""
    if not wanted:
        return ""
    known = [choice.id for choice in at.choices]
    found = named.among(at.choices, wanted)
    if found is None:
        raise Refused(f"'{at.id}' has no choice '{wanted}'. Write one of: {', '.join(known)}.")
    return found.id


def _at(story: Story, wanted: str) -> Scene:
    """The scene that is named, or the first of the story that has something to decide."""
    if not wanted:
        scenes = (story.scenes[story.start.id], *story.scenes.values())
        return next((scene for scene in scenes if scene.choices), scenes[0])
    every = story.scenes.values()
    scene = story.scenes.get(wanted) or next(
        (each for each in every if named.fits(wanted, each.id, each.title)), None
    )
    if scene is None:
        known = [*story.scenes, *(each.title for each in every)]
        raise Refused(f"There is no scene '{wanted}'. {nearest(wanted, known)}".strip())
    if not scene.choices:
        raise Refused(f"'{scene.id}' is an ending, which has no choices. Name the scene before it.")
    return scene


def _goto(at: Scene) -> str:
    """Where the record goes on from a scene, or else its first choice."""
    record = at.history.choice.id if at.history else ""
    first = next((choice for choice in at.choices if choice.id == record), at.choices[0])
    return first.goto[-1].scene.id
