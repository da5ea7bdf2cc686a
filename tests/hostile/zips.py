"""Cases of a .zip: what stands in its list, what lies in it, and what is left of it."""

import io
import stat
import struct
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.hostile.case import Case, Cases, both, nothing, put

Add = Callable[[ZipFile], None]
Turn = Callable[[bytes], bytes]

_AWAY = (
    "../outside/letter.txt", "/etc/passwd", "//server/share/a", "C:/Windows/a", "C:a", "..",
    "1-october/../../outside/letter.txt", "..\\outside\\letter.txt", "\\a", "a/..",
)  # fmt: skip
_ODD = (
    "con.yaml", "1-october/aux.yaml", "nul", "1-october/" + "a" * 5_000 + ".yaml", "a/" * 3_000,
    "a/" * 3_000 + "b.yaml", "1-october/a\x1b[31m.yaml", "1-october/a\nb.yaml", "1-october/a..yaml",
    "1-october/ .yaml", "1-october/\u202eb.yaml", "1-october/😀.yaml", "./story.yaml", "a//b.yaml",
    "Story.yaml", "STORY.YAML", "1-October/smolny.yaml", "1-october/Smolny.yaml", "~/.bashrc",
    "1-october/smolny.yaml/more.yaml", ".hidden/chapter.yaml", "__MACOSX/story.yaml", ".DS_Store",
)  # fmt: skip


def cases() -> Cases:
    return dict(_cases())


def _cases() -> Iterator[tuple[str, Case]]:
    yield "a good .zip", Case(nothing, _packed())
    yield "a good .zip of a folder", Case(nothing, _packed(top="my story/"))
    for name in _AWAY:
        yield f"a .zip with {name!a}", Case(nothing, _packed(_entry(name, "x")))
    for name in _ODD:
        yield f"a .zip with {name[:40]!a}", Case(nothing, _packed(_entry(name, "title: A\n")))
    for name, add in _added():
        yield f"a .zip {name}", Case(nothing, _packed(add))
    for name, turn in _turned():
        yield f"a .zip {name}", Case(nothing, _packed(turn=turn))
    yield "a .zip of nothing else", Case(nothing, _alone(_nothing))
    yield "a .zip in a .zip", Case(nothing, _alone(_nested))
    yield "a .zip in a .zip in a .zip", Case(nothing, _alone(lambda archive: _nested(archive, 20)))
    yield "a .zip of two stories", Case(nothing, _alone(_two))
    yield "a .zip of pictures alone", Case(nothing, _alone(_entry("a.png", "x")))
    yield "a .zip with letters of an old PC", Case(nothing, _packed(_entry("1-october/é.yaml", "a"),
          turn=lambda data: data.replace("é".encode(), b"\x82\xff")))  # fmt: skip
    while_read = {
        "goes": Path.unlink,
        "is cut": lambda pack: pack.write_bytes(pack.read_bytes()[:900]),
        "becomes a text": put("", b"Dear Anna"),
        "becomes a folder": both(Path.unlink, Path.mkdir),
    }
    for name, make in while_read.items():
        yield f"a .zip {name} while it is read", Case(nothing, _packed(), make)


def _packed(add: Add | None = None, *, turn: Turn = bytes, top: str = "") -> Callable[[Path], Path]:
    """The story in a .zip, with something more in it; then its bytes are turned."""

    def pack(story: Path) -> Path:
        held = io.BytesIO()
        with ZipFile(held, "w", ZIP_DEFLATED) as archive, warnings.catch_warnings():
            # Of names that are there twice.
            warnings.simplefilter("ignore")
            for file in sorted(story.rglob("*.yaml")):
                archive.write(file, top + file.relative_to(story).as_posix())
            if add is not None:
                add(archive)
        path = story.with_name("story.zip")
        path.write_bytes(turn(held.getvalue()))
        return path

    return pack


def _alone(add: Add) -> Callable[[Path], Path]:
    def pack(story: Path) -> Path:
        path = story.with_name("story.zip")
        with ZipFile(path, "w") as archive:
            add(archive)
        return path

    return pack


def _nothing(_: ZipFile) -> None:
    pass


def _entry(name: str, words: str) -> Add:
    def add(archive: ZipFile) -> None:
        info = ZipInfo("a")
        # Not through its own door, which would mend the name.
        info.filename = name
        archive.writestr(info, words)

    return add


def _big(name: str, megabytes: int) -> Add:
    def add(archive: ZipFile) -> None:
        info = ZipInfo(name)
        info.compress_type = ZIP_DEFLATED
        with archive.open(info, "w", force_zip64=True) as file:
            for _ in range(megabytes):
                file.write(bytes(1_000_000))

    return add


def _moded(name: str, mode: int, words: str) -> Add:
    def add(archive: ZipFile) -> None:
        info = ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, words)

    return add


def _many(count: int, name: str) -> Add:
    def add(archive: ZipFile) -> None:
        for number in range(count):
            archive.writestr(ZipInfo(name.format(number)), "")

    return add


def _by(method: int) -> Add:
    return lambda archive: archive.writestr("1-october/a.yaml", "title: A\n", method)


def _twice(name: str) -> Add:
    return lambda archive: archive.writestr(name, "title: A\n")


def _added() -> Iterator[tuple[str, Add]]:
    yield "with a scene of 300 megabytes", _big("1-october/a.yaml", 300)
    yield "with a list of 300 megabytes", _big("people.yaml", 300)
    yield "with a picture of 300 megabytes", _big("1-october/a.png", 300)
    yield "with 20,001 files", _many(20_001, "1-october/{}.png")
    yield "with 70,000 files", _many(70_000, "{}")
    yield "with 5,000 chapters", _many(5_000, "{}/chapter.yaml")
    yield "with text of 200 files of 200 kilobytes", _texts
    yield "with a link out", _moded("1-october/a.yaml", stat.S_IFLNK | 0o777, "../../outside")
    yield "with a link for a chapter", _moded("3-more", stat.S_IFLNK | 0o777, "../outside")
    yield "with a device", _moded("1-october/a.yaml", stat.S_IFCHR | 0o666, "")
    yield "with a pipe", _moded("1-october/a.yaml", stat.S_IFIFO | 0o666, "")
    yield "with a file that nobody may read", _moded("1-october/a.yaml", stat.S_IFREG, "title: A")
    yield "with a folder for a cover", _moded("people.yaml/", stat.S_IFDIR | 0o755, "")
    yield "with two covers", _twice("story.yaml")
    yield "with two scenes of one name", _twice("1-october/smolny.yaml")
    yield "packed by bzip2", _by(ZIP_BZIP2)
    yield "packed by LZMA", _by(ZIP_LZMA)
    yield "not packed at all", _by(ZIP_STORED)


def _texts(archive: ZipFile) -> None:
    for number in range(210):
        archive.writestr(f"1-october/a-{number}.yaml", "#" * 199_000)


def _nested(archive: ZipFile, depth: int = 1) -> None:
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as inner:
        inner.writestr("story.yaml", "title: A\nstart: a\n")
        if depth > 1:
            _nested(inner, depth - 1)
    archive.writestr("story.zip", held.getvalue())


def _two(archive: ZipFile) -> None:
    for name in ("one", "two"):
        archive.writestr(f"{name}/story.yaml", "title: A\nstart: a\n")


def _turned() -> Iterator[tuple[str, Turn]]:
    yield from _broken()
    yield from (
        ("in whose end are zeros", lambda data: data[:-22] + bytes(22)),
        ("with a list that begins elsewhere", _end(16, 0xFFFFFF)),
        ("with a list longer than it is", _end(12, 0x7FFFFFFF)),
        ("with a list of more than there are", lambda data: data[:-12] + b"\xff\xff" + data[-10:]),
        ("of several disks", lambda data: data[:-18] + b"\7\0\7\0" + data[-14:]),
        ("with a longer note than there is", lambda data: data[:-2] + b"\xff\xff"),
        ("with a note of 60 kilobytes", lambda data: data[:-2] + b"\x60\xea" + bytes(60_000)),
        ("with a password", _each(8, b"\1\0")),
        ("with a password of another kind", _each(10, b"\x63\0")),
        ("packed in an unknown way", _each(10, b"\x09\0")),
        ("that needs a later program", _each(6, b"\xff\0")),
        ("of the thirteenth month", _each(12, b"\xff\xff\xff\xff")),
        ("whose sums are wrong", _each(16, b"\0\0\0\0")),
        ("whose files are said to be small", _each(24, struct.pack("<I", 3))),
        ("whose files are said to be huge", _each(24, struct.pack("<I", 0xFFFFFFF0))),
        ("whose files all lie in one place", _each(42, bytes(4))),
        ("whose files lie behind its end", _each(42, b"\xf0\xff\xff\x7f")),
        ("whose packed words are spoilt", _spoilt),
        ("whose names have a byte of nothing", lambda data: data.replace(b"smolny", b"smo\0ny")),
        ("whose names are not in Unicode", lambda data: data.replace(b"smolny", b"smo\xfe\xffy")),
    )


def _broken() -> Iterator[tuple[str, Turn]]:
    yield from (
        ("of no bytes", lambda _: b""),
        ("of four bytes", lambda data: data[:4]),
        ("that is a text", lambda _: b"Dear Anna, here is the story."),
        ("that is a RAR", lambda _: b"Rar!\x1a\x07\x01\x00" + bytes(500)),
        ("that is a 7z", lambda _: b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(500)),
        ("that is a web page", lambda _: b"<!DOCTYPE html><title>404</title>"),
        ("without its end", lambda data: data[:-30]),
        ("without its second half", lambda data: data[: len(data) // 2]),
        ("without its first half", lambda data: data[len(data) // 2 :]),
        ("without its first letter", lambda data: data[1:]),
        ("behind a program", lambda data: b"MZ" + bytes(10_000) + data),
        ("before a letter", lambda data: data + b"Dear Anna" * 100),
        ("twice", lambda data: data + data),
    )


def _end(at: int, number: int) -> Turn:
    """A number in the last record of a .zip."""
    return lambda data: data[: at - 22] + struct.pack("<I", number) + data[at - 22 + 4 :]


def _each(at: int, words: bytes) -> Turn:
    """The same words in every entry of the list at its end."""

    def turn(data: bytes) -> bytes:
        first, *entries = data.split(b"PK\x01\x02")
        changed = [entry[: at - 4] + words + entry[at - 4 + len(words) :] for entry in entries]
        return b"PK\x01\x02".join([first, *changed])

    return turn


def _spoilt(data: bytes) -> bytes:
    middle = data.index(b"PK\x01\x02") // 2
    return (
        data[:middle]
        + bytes(byte ^ 0x5A for byte in data[middle : middle + 40])
        + data[middle + 40 :]
    )
