"""The files of a story as texts, by their paths; its packs are written into them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from game.author import shelf as shelves
from game.author import trees
from game.author.trees import Tree
from game.story import files
from game.story.files import ADDITIONS, CHAPTER, COVER, LISTS
from game.story.model import Branch, Choice, Story
from game.story.rules import written

_TIMELINE = "timeline.yaml"
_OF_COVER = ("variables", "contenders")
_OF_SCENE = ("choices", "echoes", "power")


def texts(folder: Path) -> dict[str, str]:
    """What a folder or a .zip holds that is read, and nothing else."""
    shelf = files.survey(folder.resolve(), [])
    found = {name: shelves.content(file) for name, file in shelf.lists.items()}
    for chapter, scenes in shelf.scenes.items():
        if chapter in shelf.covers:
            found[f"{chapter}/{CHAPTER}"] = shelves.content(shelf.covers[chapter])
        for name, file in scenes.items():
            found[f"{chapter}/{name}.yaml"] = shelves.content(file)
    return found


def gathered(folder: Path, story: Story) -> dict[str, str]:
    """The files of the story in a folder, with what its packs add; they then are one story."""
    found = texts(folder)
    if not story.packs:
        return found
    for pack in story.packs:
        _lay(found, texts(pack.folder))
    cover = trees.fields(found[COVER])
    cover["chapters"] = list(story.chapters)
    found[COVER] = trees.yaml(cover)
    for path in [path for path in found if "/" in path]:
        _agree(found, path, story)
    _order(found, story)
    return found


def _lay(found: dict[str, str], pack: Mapping[str, str]) -> None:
    """Put what a pack brings where it belongs."""
    additions = trees.fields(pack.get(ADDITIONS, ""))
    for path, text in pack.items():
        if path in (COVER, *LISTS):
            found[path] = _both(found.get(path, ""), text, only=path == COVER)
        elif "/" in path:
            found[path] = text
    for name, added in additions.items():
        path = next(path for path in found if path.endswith(f"/{name}.yaml"))
        found[path] = _added(found[path], added)


def _both(text: str, more: str, *, only: bool) -> str:
    """Two lists as one; of the cover of a pack ``only`` its variables and contenders."""
    theirs, added = trees.read(text), trees.read(more)
    if isinstance(added, list):
        return trees.yaml([*(theirs if isinstance(theirs, list) else []), *added])
    if not isinstance(added, dict) or not isinstance(theirs, dict | str):
        return text
    before = theirs if isinstance(theirs, dict) else {}
    if not only:
        return trees.yaml({**before, **added})
    parts: Mapping[str, Tree] = {name: added[name] for name in _OF_COVER if name in added}
    return trees.yaml({**before, **{name: _joined(before, parts, name) for name in parts}})


def _joined(before: Mapping[str, Tree], more: Mapping[str, Tree], name: str) -> Tree:
    """The values of two fields of one name: lists one after the other, groups together."""
    theirs, added = before.get(name, ""), more[name]
    if isinstance(added, list):
        return [*(theirs if isinstance(theirs, list) else []), *added]
    both = {**(theirs if isinstance(theirs, dict) else {})}
    return {**both, **added} if isinstance(added, dict) else added


def _added(text: str, more: Tree) -> str:
    scene, added = trees.fields(text), more if isinstance(more, dict) else {}
    parts = {name: added[name] for name in _OF_SCENE if name in added}
    return trees.yaml({**scene, **{name: _joined(scene, parts, name) for name in parts}})


def _agree(found: dict[str, str], path: str, story: Story) -> None:
    """Write into a scene what packs change in it: who shares the power, and where choices lead."""
    scene = story.scenes.get(path.rpartition("/")[2].removesuffix(".yaml"))
    if scene is None:
        return
    before = trees.fields(found[path])
    now = {**before}
    power, choices = before.get("power"), before.get("choices")
    if isinstance(power, dict) and scene.power.keys() != power.keys():
        now["power"] = {name: str(share) for name, share in scene.power.items()}
    if isinstance(choices, list):
        pairs = zip(choices, scene.choices, strict=False)
        now["choices"] = [_led(value, choice) for value, choice in pairs]
    if now != before:
        found[path] = trees.yaml(now)


def _led(value: Tree, choice: Choice) -> Tree:
    if not isinstance(value, dict):
        return value
    ways: list[Tree] = [_way(branch) for branch in choice.goto]
    goto = ways if len(ways) > 1 or choice.goto[0].when else choice.goto[0].scene.id
    return {**value, "goto": goto}


def _way(branch: Branch) -> Tree:
    """In the form that most are written in, with conditions or without."""
    when: Tree = [written(each) for each in branch.when]
    scene: dict[str, Tree] = {"scene": branch.scene.id}
    return {"when": when, **scene} if when else scene


def _order(found: dict[str, str], story: Story) -> None:
    """Put the events of the timeline in the order that the story has them in."""
    events = trees.read(found.get(_TIMELINE, ""))
    if isinstance(events, list):
        places = {event.text: at for at, event in enumerate(story.timeline)}
        found[_TIMELINE] = trees.yaml(sorted(events, key=lambda event: _place(event, places)))


def _place(event: Tree, places: Mapping[str, int]) -> int:
    text = event.get("text", "") if isinstance(event, dict) else ""
    return places.get(" ".join(text.split()), 0) if isinstance(text, str) else 0


def pictures(story: Story) -> Iterator[str]:
    """The names of the pictures of their own that scenes and people have; they are in no text."""
    drawn = (story.illustration, *(scene.illustration for scene in story.scenes.values()))
    plates = (each.picture for each in drawn if each is not None and each.picture)
    faces = (each.picture for each in story.people.values() if each.picture)
    yield from dict.fromkeys((*plates, *faces))
