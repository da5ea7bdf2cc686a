"""The cases of texts.txt and packs.txt: one file stands otherwise, or some of its fields do."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.cases import building
from tests.hostile import case
from tests.hostile.case import Case, Cases, Make

_LETTER = re.compile(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\U([0-9a-f]{8})")
_AGAIN = re.compile(r"\[\[(\d+) (.*?)\]\]", re.DOTALL)


def cases() -> Cases:
    return {name: Case(make) for name, make in _written("texts.txt")}


def packs() -> Cases:
    """Those that are laid on the story."""
    return {name: _pack(make) for name, make in _written("packs.txt")}


def _pack(make: Make) -> Case:
    def turned(story: Path) -> Path:
        pack = story.with_name("pack")
        shutil.copytree(building.CASES / "clean.extended" / "packs" / "a-night", pack)
        make(pack)
        return pack

    return Case(case.nothing, turned, is_laid=True)


def _written(file: str) -> Iterator[tuple[str, Make]]:
    whole = Path(__file__).with_name(file).read_bytes().decode("utf-8")
    for part in re.split(r"^== ", whole, flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        name, _, file = head.partition(" | ")
        file, more, _ = file.partition(" +")
        make = _fields if more else case.text
        yield name, make(file, _shown(body))


def _fields(file: str, body: str) -> Make:
    """Some fields of a file stand otherwise, and the others as they were."""

    def make(story: Path) -> None:
        names = set(re.findall(r"^(\w+):", body, flags=re.MULTILINE))
        before = re.split(
            r"^(?=\w+:)", (story / file).read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        kept = [block for block in before if block.partition(":")[0] not in names]
        case.text(file, "".join(kept) + body)(story)

    return make


def _shown(body: str) -> str:
    again = _AGAIN.sub(lambda found: _repeated(int(found[1]), found[2]), body)
    return _LETTER.sub(lambda found: chr(int(found[1] or found[2] or found[3], 16)), again)


def _repeated(times: int, words: str) -> str:
    if "{n}" in words:
        return "".join(words.replace("{n}", str(number)) for number in range(times))
    return words * times
