"""Our stories as Twine's and Twine's as ours: one passage for each scene."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from game.author import ids, tracks, twee
from game.author.scenes import yaml_text
from game.author.twee import Passage
from game.story import markup
from game.story.model import Scene, Story

# Harlowe is what Twine opens by default; its links are written as ours are here.
_FORMAT, _VERSION = "Harlowe", "3.3.9"
_SPECIAL = frozenset({"StoryTitle", "StoryData", "StoryInit", "StoryAuthor", "StoryMenu"})
_CODE_TAGS = frozenset({"script", "stylesheet"})
_MACRO = re.compile(
    r"<<.*?>>|<%.*?%>|\((?:[a-z][a-z-]*):[^()\n]*\)|<!--.*?-->|</?[a-zA-Z][^>\n]*>", re.DOTALL
)
_LONGEST_TEXT = 100
_ID = "id:"


def exported(story: Story) -> str:
    """Return the story as Twee 3, its passages placed as on the map."""
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
        _passage(scene, names, (plan.stations[scene.id].x, plan.stations[scene.id].y))
        for scene in story.scenes.values()
    )
    return twee.written((*head, *scenes))


def _names(story: Story) -> dict[str, str]:
    """Passages are called as scenes are; where two are alike the second has its id behind it."""
    names: dict[str, str] = {}
    for scene in story.scenes.values():
        title = _safe(scene.title)
        taken = title in names.values() or title in _SPECIAL
        names[scene.id] = f"{title} ({scene.id})" if taken else title
    return names


def _passage(scene: Scene, names: Mapping[str, str], place: tuple[int, int]) -> Passage:
    """Where a choice leads to several places, Twine gets the last one: it is the usual way.

    The id is kept in a tag, so that a story that comes back has the same scenes.
    """
    links = "\n".join(
        f"[[{_safe(choice.text)}->{names[choice.goto[-1].scene.id]}]]" for choice in scene.choices
    )
    text = "\n\n".join(part for part in (markup.plain(scene.text), links) if part)
    tags = (f"{_ID}{scene.id}", scene.chapter, *(() if scene.choices else ("ending",)))
    return Passage(names[scene.id], tags, text, place)


def _safe(words: str) -> str:
    return words.replace("[", "(").replace("]", ")").replace("->", "–").replace("|", "/")


def imported(text: str) -> Mapping[str, str]:
    """Return the files of a story made from Twee, by their paths; "check" says what is missing.

    Raises ``ids.Refused`` where there is no passage to make a scene of.
    """
    passages = twee.read(text)
    told = [each for each in passages if _is_told(each)]
    if not told:
        raise ids.Refused("There is no passage in this file. A passage begins with ':: Its name'.")
    names: dict[str, str] = {}
    for passage in told:
        slug = _id(passage)
        names.setdefault(passage.name, ids.fresh(slug, set(names.values())))
    start = _start(passages, told)
    title = next((p.text.strip() for p in passages if p.name == "StoryTitle"), "") or "From Twine"
    found = {"story.yaml": _cover(title, names[start])}
    found["1-from-twine/chapter.yaml"] = f"title: {yaml_text(title)}\nstart: {names[start]}\n"
    for passage in told:
        found[f"1-from-twine/{names[passage.name]}.yaml"] = "\n".join(_scene(passage, names)) + "\n"
    return found


def _id(passage: Passage) -> str:
    said = next((tag.removeprefix(_ID) for tag in passage.tags if tag.startswith(_ID)), "")
    return ids.slug(said) or ids.slug(passage.name) or "passage"


def _is_told(passage: Passage) -> bool:
    is_code = bool(_CODE_TAGS & {tag.lower() for tag in passage.tags})
    return bool(passage.name) and passage.name not in _SPECIAL and not is_code


def _start(passages: tuple[Passage, ...], told: list[Passage]) -> str:
    names = {passage.name for passage in told}
    data = next((p.text for p in passages if p.name == "StoryData"), "")
    try:
        fields: object = json.loads(data)
    except ValueError:
        fields = {}
    said = fields.get("start") if isinstance(fields, dict) else None
    for name in (str(said), "Start"):
        if name in names:
            return name
    return told[0].name


def _cover(title: str, start: str) -> str:
    return (
        f"title: {yaml_text(title)}\n"
        f"start: {start}\n"
        "# Made from Twine. 'power-struggle check' says what is still missing.\n"
        "chapters: [1-from-twine]\n"
    )


def _scene(passage: Passage, names: Mapping[str, str]) -> Iterator[str]:
    """A skeleton: the text, the choices, and notes of what Twine ran that no story here runs."""
    yield f"title: {yaml_text(passage.name[:_LONGEST_TEXT])}"
    told, left_out = _spoken(passage.text)
    for note in left_out:
        yield f"# Twine: {note}"
    yield "text: |"
    yield textwrap.indent(told or "(Write the text of this scene.)", "  ")
    links = twee.links(passage.text)
    known = [link for link in links if link.target in names]
    if known:
        yield "choices:"
    for number, link in enumerate(known, 1):
        yield f"  - id: choice-{number}"
        yield f"    text: {yaml_text(link.words)}"
        yield "    outcome: Write what comes of it."
        yield f"    goto: {names[link.target]}"
    for link in links:
        if link.target not in names:
            yield f"# Twine: a link led to '{_one_line(link.target)}', which is not there."


def _spoken(text: str) -> tuple[str, list[str]]:
    """The words of a passage, and the macros and tags taken out of it."""
    plain = twee.without_links(text)
    macros = [_one_line(found[0]) for found in _MACRO.finditer(plain)]
    words = _MACRO.sub("", plain).replace("\t", " ")
    shown = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in words)
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", shown))
    wrapped = (textwrap.fill(part, 100) for part in paragraphs if part)
    return "\n\n".join(wrapped), macros


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_TEXT]
