"""Cases of a scene's own picture, in a folder."""

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

from tests.hostile.case import Case, Cases, Make, both, text

Data = Callable[[], bytes]

_SIDES = (7_000, 7_000)
_HUGE = (10_000, 10_000)
_LAUGHS = '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def cases() -> Cases:
    return {**{name: Case(make) for name, make in _makes()}, **dict(_packed())}


def _packed() -> Iterator[tuple[str, Case]]:
    """The same in a .zip; of the huge ones one is enough."""
    for name, file, data in _files():
        if "megapixels" not in name or name.endswith("clear"):
            make = both(_scene(file), _drawn(file, data))
            yield f"a packed picture: {name}", Case(make, _zipped)


def _zipped(story: Path) -> Path:
    path = story.with_name("story.zip")
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for file in sorted(story.rglob("*.*")):
            archive.write(file, file.relative_to(story).as_posix())
    return path


def _makes() -> Iterator[tuple[str, Make]]:
    for name, file, data in _files():
        yield f"a picture: {name}", both(_scene(file), _drawn(file, data))
    beside = _scene("own.png")
    yield "a picture: not there", beside
    yield "a picture: a folder", both(beside, lambda story: (story / "1-october/own.png").mkdir())
    yield "a picture: a pipe", both(beside, lambda story: os.mkfifo(story / "1-october/own.png"))
    for name, target in (
        ("a link out", "../../outside/letter.txt"),
        ("a link to a device", "/dev/zero"),
        ("a link to itself", "own.png"),
    ):
        yield f"a picture: {name}", both(beside, _linked(target))
    yield "a picture: a terabyte of nothing", both(beside, _sparse)
    yield from _portraits()


def _portraits() -> Iterator[tuple[str, Make]]:
    """The same beside people.yaml; of the huge ones one is enough."""
    for name, file, data in _files():
        if "megapixels" not in name or name.endswith("turned"):
            yield f"a portrait: {name}", both(_person(file), _drawn(file, data, "."))
    named = _person("own.png")
    yield "a portrait: not there", named
    yield "a portrait: a folder", both(named, lambda story: (story / "own.png").mkdir())
    yield "a portrait: a pipe", both(named, lambda story: os.mkfifo(story / "own.png"))
    for target in ("../outside/letter.txt", "/dev/zero"):
        yield f"a portrait: a link to {target}", both(named, _linked(target, "."))
    for odd in ("../outside/letter.txt", "/dev/zero", "..", ".", "own\\x00.png"):
        yield f"a portrait: at {odd}", _person(f'"{odd}"')


def _person(file: str) -> Make:
    words = f"lenin: {{name: A, picture: {file}, credit: b}}\nantonov: {{name: C}}\n"
    return text("people.yaml", words)


def _scene(file: str) -> Make:
    words = (
        "title: A\ntext: B\nillustration:\n  alt: a\n  credit: b\n"
        f"  picture: {file}\nchoices:\n  - {{id: a, text: b, outcome: c, goto: palace}}\n"
    )
    return text("1-october/smolny.yaml", words)


def _linked(target: str, folder: str = "1-october") -> Make:
    return lambda story: (story / folder / "own.png").symlink_to(target)


def _drawn(file: str, data: Data, folder: str = "1-october") -> Make:
    """Made only when it is tried: some take a while."""

    def make(story: Path) -> None:
        (story / folder / file).write_bytes(data())

    return make


def _sparse(story: Path) -> None:
    with (story / "1-october/own.png").open("wb") as opened:
        opened.truncate(1_000_000_000_000)


def _small() -> bytes:
    return _saved(Image.new("RGB", (40, 30), "red"), "PNG")


def _files() -> Iterator[tuple[str, str, Data]]:
    yield from _bombs()
    yield from (
        ("nothing in it", "own.png", lambda: b""),
        ("a text", "own.png", lambda: b"Dear Anna"),
        ("cut in two", "own.png", lambda: _small()[:60]),
        ("of 100 megapixels", "own.png", lambda: _saved(Image.new("1", _HUGE), "PNG")),
        (
            "of 49 megapixels in two colours",
            "own.png",
            lambda: _saved(Image.new("1", _SIDES), "PNG"),
        ),
        (
            "of 49 megapixels, clear",
            "own.png",
            lambda: _saved(Image.new("P", _SIDES), "PNG", transparency=0),
        ),
        ("of 49 megapixels in grey", "own.jpg", lambda: _saved(Image.new("L", _SIDES), "JPEG")),
        (
            "of 49 megapixels, turned",
            "own.jpg",
            lambda: _saved(Image.new("L", _SIDES), "JPEG", exif=_EXIF),
        ),
        ("30,000 wide and 1 high", "own.png", lambda: _saved(Image.new("1", (30_000, 1)), "PNG")),
        ("1 wide and 9,000 high", "own.png", lambda: _saved(Image.new("1", (1, 9_000)), "PNG")),
        ("in inks", "own.jpg", lambda: _saved(Image.new("CMYK", (40, 30)), "JPEG")),
        ("of sixteen bits", "own.png", lambda: _saved(Image.new("I;16", (40, 30)), "PNG")),
        ("that moves", "own.webp", lambda: _moving("WEBP")),
        ("a GIF by another name", "own.png", lambda: _moving("GIF")),
        ("a TIFF by another name", "own.jpg", lambda: _saved(Image.new("RGB", (40, 30)), "TIFF")),
    )


def _bombs() -> Iterator[tuple[str, str, Data]]:
    yield from (
        ("of one point", "own.png", lambda: _saved(Image.new("RGB", (1, 1)), "PNG")),
        ("with a head that lies", "own.png", lambda: _png(60_000, 60_000, b"\0" * 100)),
        ("with a head of no size", "own.png", lambda: _png(0, 0, b"")),
        ("with less in it than its head says", "own.png", lambda: _png(4_000, 4_000, b"\0" * 100)),
        ("with a bomb for a body", "own.png", lambda: _png(10, 10, b"\0" * 40_000_000)),
        ("with a bomb for a note", "own.png", lambda: _noted(_small(), b"zTXt", b"a\0\0")),
        ("with a bomb for its colours", "own.png", lambda: _noted(_small(), b"iCCP", b"a\0\0")),
        ("a drawing that laughs", "own.svg", f"{_LAUGHS}<svg>&b;</svg>".encode),
        ("a drawing that fetches", "own.svg", lambda: _svg('<image href="file:///etc/passwd"/>')),
        ("a drawing that runs", "own.svg", lambda: _svg("<script>alert(1)</script>")),
        ("a drawing in a drawing", "own.svg", lambda: _svg('<g id="a"><use href="#a"/></g>')),
        ("a drawing without end", "own.svg", lambda: _svg("<g>" * 5_000 + "</g>" * 5_000)),
        ("a drawing of many shapes", "own.svg", lambda: _svg("<path d='M0 0'/>" * 19_000)),
        (
            "a drawing without a size",
            "own.svg",
            lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        ),
        ("a drawing that is none", "own.svg", _small),
    )


_EXIF = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"


def _saved(image: Image.Image, kind: str, **words: object) -> bytes:
    held = BytesIO()
    image.save(held, kind, **words)
    return held.getvalue()


def _moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "white", "black")]
    return _saved(frames[0], kind, save_all=True, append_images=frames[1:])


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png(width: int, height: int, body: bytes) -> bytes:
    """A picture in grey with whatever body, as large as its head says or not."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(body, 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _noted(picture: bytes, name: bytes, before: bytes) -> bytes:
    """A picture with something packed behind its head that unpacks to 40 megabytes."""
    at = 8 + 25
    bomb = _chunk(name, before + zlib.compress(b"\0" * 40_000_000, 9))
    return picture[:at] + bomb + picture[at:]


def _svg(body: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">{body}</svg>'.encode()
