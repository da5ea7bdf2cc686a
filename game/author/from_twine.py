"""Stories that come from Twine: ours come back as they were, others become skeletons."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.author import ids, keepsake, returned, twee
from game.author.scenes import yaml_text
from game.author.twee import Passage
from game.author.twine import ID, SPECIAL
from game.story.files import CHAPTER, COVER

_CODE_TAGS = frozenset({"script", "stylesheet", keepsake.TAG})
_MACRO = re.compile(
    r"<<.*?>>|<%.*?%>|\((?:[a-z][a-z-]*):[^()\n]*\)|<!--.*?-->|</?[a-zA-Z][^>\n]*>", re.DOTALL
)
_LONGEST_TEXT = 100
_CHAPTER = "1-from-twine"


class Imported(NamedTuple):
    """The files of a story by their paths, and the scenes by what became of them in Twine.

    ``gone`` are those that were ours and have no passage any more.
    """

    files: Mapping[str, str]
    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    is_ours: bool = False


class _Told(NamedTuple):
    """The passages that are scenes, the id of each by its name, and where the story begins."""

    passages: tuple[Passage, ...]
    names: Mapping[str, str]
    title: str
    start: str


def imported(text: str) -> Imported:
    """Return the files of a story made from Twee; "check" says what is missing.

    Raises ``ids.Refused`` where there is no passage to make a scene of.
    """
    passages = twee.read(text)
    told = tuple(each for each in passages if _is_told(each))
    if not told:
        raise ids.Refused("There is no passage in this file. A passage begins with ':: Its name'.")
    names: dict[str, str] = {}
    for passage in told:
        names.setdefault(passage.name, ids.fresh(_id(passage), set(names.values())))
    title = next((p.text.strip() for p in passages if p.name == "StoryTitle"), "")
    found = _Told(told, names, title, names[_start(passages, told)])
    kept = keepsake.files(passages)
    return _back(found, kept) if kept else Imported(_made(found))


def _made(told: _Told) -> dict[str, str]:
    """The story is somebody else's: one chapter of skeletons."""
    title = told.title or "From Twine"
    found = {COVER: _cover(title, told.start)}
    found[f"{_CHAPTER}/{CHAPTER}"] = f"title: {yaml_text(title)}\nstart: {told.start}\n"
    for passage in told.passages:
        found[f"{_CHAPTER}/{told.names[passage.name]}.yaml"] = _skeleton(passage, told.names)
    return found


def _back(told: _Told, kept: Mapping[str, str]) -> Imported:
    """The story is ours: what was not changed in Twine is as it was."""
    files = {path: text for path, text in kept.items() if _is_list(path)}
    files[COVER] = returned.cover(kept[COVER], told.title, told.start)
    ours = {path.rpartition("/")[2].removesuffix(".yaml"): path for path in kept if "/" in path}
    chapters = list(dict.fromkeys(path.partition("/")[0] for path in kept if "/" in path))
    changed, new = [], []
    for passage in told.passages:
        name = told.names[passage.name]
        text = kept.get(ours.get(name, ""), "")
        chapter = _chapter(passage, chapters, ours.get(name, ""))
        mended = returned.scene(name, text, passage, told.names, spoken) if text else None
        files[f"{chapter}/{name}.yaml"] = mended or _skeleton(passage, told.names)
        if mended is None:
            new.append(name)
        elif mended != text:
            changed.append(name)
    gone = (name for name in ours if name not in told.names.values() and name != "chapter")
    return Imported(files, tuple(changed), tuple(new), tuple(gone), is_ours=True)


def _is_list(path: str) -> bool:
    return "/" not in path or path.endswith(f"/{CHAPTER}")


def _chapter(passage: Passage, chapters: list[str], was: str) -> str:
    """A passage lies in the chapter that a tag names; else where it was, or in the last one."""
    tagged = next((tag for tag in passage.tags if tag in chapters), "")
    return tagged or was.rpartition("/")[0] or (chapters[-1] if chapters else _CHAPTER)


def _id(passage: Passage) -> str:
    said = next((tag.removeprefix(ID) for tag in passage.tags if tag.startswith(ID)), "")
    return ids.slug(said) or ids.slug(passage.name) or "passage"


def _is_told(passage: Passage) -> bool:
    is_code = bool(_CODE_TAGS & {tag.lower() for tag in passage.tags})
    return bool(passage.name) and passage.name not in SPECIAL and not is_code


def _start(passages: tuple[Passage, ...], told: tuple[Passage, ...]) -> str:
    names = {passage.name for passage in told}
    data = next((p.text for p in passages if p.name == "StoryData"), "")
    for name in (str(keepsake.fields(data).get("start")), "Start"):
        if name in names:
            return name
    return told[0].name


def _cover(title: str, start: str) -> str:
    return (
        f"title: {yaml_text(title)}\n"
        f"start: {start}\n"
        "# Made from Twine. 'power-struggle check' says what is still missing.\n"
        f"chapters: [{_CHAPTER}]\n"
    )


def _skeleton(passage: Passage, names: Mapping[str, str]) -> str:
    return "\n".join(_scene(passage, names)) + "\n"


def _scene(passage: Passage, names: Mapping[str, str]) -> Iterator[str]:
    """A skeleton: the text, the choices, and notes of what Twine ran that no story here runs."""
    yield f"title: {yaml_text(passage.name[:_LONGEST_TEXT])}"
    plain = twee.without_links(passage.text)
    for macro in _MACRO.finditer(plain):
        yield f"# Twine: {_one_line(macro[0])}"
    yield "text: |"
    told = "\n\n".join(textwrap.fill(part, 100) for part in spoken(plain))
    yield textwrap.indent(told or "(Write the text of this scene.)", "  ")
    links = twee.links(passage.text)
    known = [link for link in links if link.target in names]
    if known:
        yield "choices:"
    for number, link in enumerate(known, 1):
        yield f"  - id: choice-{number}"
        yield f"    text: {yaml_text(link.words)}"
        yield f"    outcome: {returned.OUTCOME}"
        yield f"    goto: {names[link.target]}"
    for link in links:
        if link.target not in names:
            yield f"# Twine: a link led to '{_one_line(link.target)}', which is not there."


def spoken(text: str) -> list[str]:
    """The paragraphs of a text without its macros and tags."""
    words = _MACRO.sub("", text).replace("\t", " ")
    shown = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in words)
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", shown))
    return [part for part in paragraphs if part]


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_TEXT]
