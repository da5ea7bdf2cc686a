"""What Twine has no room for, in passages of its own: Twine keeps them, and we read them again.

Such a passage holds files of the story by their paths, as JSON. It may come from anyone, so only
what can be a file of a story is taken out of it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from game.author.twee import Passage
from game.story.files import CHAPTER, COVER, LISTS, MOST_FILES
from game.story.reader import DEVICES, ID
from game.story.source import MOST_BYTES

TAG = "power-struggle"
NAME = "Kept for The Power Struggle"
_SAID = (
    "Leave this passage as it is: it holds what Twine does not show, and "
    "'power-struggle import' reads it again."
)
_FOLDER = re.compile(r"[\w][\w .-]{0,98}[\w]|[\w]")
_ENDING = ".yaml"
# Half a letter, which no file can hold.
_ODD = re.compile("[\ud800-\udfff]")


def passages(files: Mapping[str, str]) -> Iterator[Passage]:
    """One passage for what lies beside the chapters, and one for each chapter."""
    parts: dict[str, dict[str, str]] = {}
    for path, text in files.items():
        parts.setdefault(path.rpartition("/")[0], {})[path] = text
    for number, (folder, held) in enumerate(parts.items()):
        text = json.dumps(held, ensure_ascii=False, indent=0)
        # Twine would take two brackets for a link, and draw an arrow to a passage of that name.
        text = text.replace("[[", "[\\u005b")
        name = f"{NAME}: {folder}" if folder else NAME
        yield Passage(name, (TAG,), f"{_SAID}\n\n{text}", (number * 150, 0))


def files(found: Iterable[Passage]) -> dict[str, str]:
    """The files in passages that ``passages`` made; what cannot be one is left out."""
    kept: dict[str, str] = {}
    taken: set[str] = set()
    for passage in found:
        for path, text in _held(passage).items():
            is_new = path.lower() not in taken and len(kept) < MOST_FILES
            if is_new and isinstance(text, str) and _is_file(path, text):
                taken.add(path.lower())
                kept[path] = text
    return kept if COVER in kept else {}


def _held(passage: Passage) -> dict[str, object]:
    text = passage.text
    return fields(text[text.find("{") :]) if TAG in passage.tags and "{" in text else {}


def fields(text: str) -> dict[str, object]:
    """The names and values of a JSON object; none where it is something else."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_file(path: str, text: str) -> bool:
    """Whether a path can only mean a file of a story, and its text is not too long for one."""
    if len(text) > MOST_BYTES or _ODD.search(text):
        return False
    folder, slash, name = path.rpartition("/")
    if not slash:
        return name in (COVER, *LISTS)
    is_folder = _FOLDER.fullmatch(folder) and folder.partition(".")[0].lower() not in DEVICES
    stem = name.removesuffix(_ENDING)
    is_scene = name.endswith(_ENDING) and ID.fullmatch(stem) and stem not in DEVICES
    return bool(is_folder and (name == CHAPTER or is_scene))
