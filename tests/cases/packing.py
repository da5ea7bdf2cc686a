"""Makes the .zip of a case: its pack.txt says, line by line, what goes in, and what goes wrong."""

import stat
import warnings
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo


def packed(story: Path, text: str) -> Path:
    """Return a .zip of the story beside its folder."""
    path = story.with_name("story.zip")
    lines = [line.split(" ", 2) for line in text.splitlines() if line]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, warnings.catch_warnings():
        # It warns of a name that is there twice; that is what a case wants.
        warnings.simplefilter("ignore")
        for command, *words in lines:
            _add(archive, story, command, words)
    for command, *words in lines:
        _spoil(path, command, words)
    return path


def _add(archive: ZipFile, story: Path, command: str, words: list[str]) -> None:
    match command, words:
        case "story", [top]:
            _story(archive, story, top)
        case "entry", [name, content]:
            archive.writestr(ZipInfo(name), content.replace("\\n", "\n"))
        case "big", [name, megabytes]:
            archive.writestr(ZipInfo(name), bytes(1_000_000) * int(megabytes), ZIP_DEFLATED)
        case "bzip2", [name]:
            archive.writestr(ZipInfo(name), "title: A", ZIP_BZIP2)
        case "link", [name, target]:
            info = ZipInfo(name)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, target)
        case "many", [count, top]:
            for number in range(int(count)):
                archive.writestr(ZipInfo(f"{top}/{number}.yaml"), "")


def _story(archive: ZipFile, story: Path, top: str) -> None:
    for file in sorted(story.rglob("*.yaml")):
        name = file.relative_to(story).as_posix()
        archive.write(file, name if top == "." else f"{top}/{name}")


def _spoil(path: Path, command: str, words: list[str]) -> None:
    data = path.read_bytes()
    match command:
        case "cut":
            path.write_bytes(data[: len(data) // 2])
        case "bytes":
            path.write_text(" ".join(words), encoding="utf-8")
        case "turn":
            # One letter in the packed words of a file: its sum no longer fits.
            before, after = words
            path.write_bytes(data.replace(before.encode(), after.encode()))
        case "lock":
            # The mark of a password in the list at the end and before each file.
            data = data.replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1")
            path.write_bytes(data)
