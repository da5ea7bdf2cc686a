"""A new pack in a folder of its own: it extends a story, and plays at once."""

from pathlib import Path
from typing import NamedTuple

from game.author import editor, ids, pages
from game.author.ids import Refused
from game.author.put import put
from game.author.scenes import yaml_text
from game.author.schema import Names
from game.author.stories import refuse_taken
from game.story.model import Scene, Story
from game.story.problem import nearest


class Wish(NamedTuple):
    """``scene`` is the one that a choice is added to; without it, where the story begins."""

    folder: Path
    title: str = ""
    author: str = ""
    scene: str = ""


class Made(NamedTuple):
    """What was made: the scene that is added to, and the new one that follows."""

    at: Scene
    new: str


def made(wish: Wish, story: Story, base: Path, pictures: Names) -> Made:
    """Write the files of a new pack for a story; refuse a folder that has something in it."""
    refuse_taken(wish.folder)
    at = _at(story, wish.scene)
    name = ids.fresh(ids.slug(wish.folder.resolve().name) or "my-pack", [story.id])
    words = {
        "ID": name,
        "TITLE": yaml_text(wish.title or ids.title(name)),
        "AUTHOR": yaml_text(wish.author or "Your name"),
        "EXTENDS": story.id,
        "SCENE": at.id,
        "DATE": yaml_text(at.date or "1 January 1900"),
        "NEW": ids.fresh(f"{name}-scene", story.scenes),
        "GOTO": _goto(at),
    }
    heading = {**words, "TITLE": wish.title or ids.title(name)}
    for file, text in pages.all_of("pack"):
        place = file.replace("chapter/scene", f"{at.chapter}/{words['NEW']}")
        put(wish.folder / place, pages.filled(text, heading if file.endswith(".md") else words))
    editor.written(wish.folder, pictures, base)
    return Made(at, words["NEW"])


def _at(story: Story, wanted: str) -> Scene:
    """The scene that is named, or the first of the story that has something to decide."""
    if not wanted:
        scenes = (story.scenes[story.start.id], *story.scenes.values())
        return next((scene for scene in scenes if scene.choices), scenes[0])
    scene = story.scenes.get(wanted)
    if scene is None:
        raise Refused(f"There is no scene '{wanted}'. {nearest(wanted, story.scenes)}".strip())
    if not scene.choices:
        raise Refused(f"'{wanted}' is an ending, which has no choices. Name the scene before it.")
    return scene


def _goto(at: Scene) -> str:
    """Where the record goes on from a scene, or else its first choice."""
    record = at.history.choice.id if at.history else ""
    first = next((choice for choice in at.choices if choice.id == record), at.choices[0])
    return first.goto[-1].scene.id
