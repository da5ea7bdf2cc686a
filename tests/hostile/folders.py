"""Cases of folders: files that are missing, links, names, numbers of files, and files that move."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import made
from tests.hostile.case import PALACE, SCENE, Case, Cases, Make, both, nothing, put, text

_ENDING = "title: A\ntext: B\n"
# What Windows takes for its devices, whatever stands behind the point.
DEVICES = ("con", "prn", "aux", "nul", "com1", "lpt9")
_MISSING = (
    "story.yaml", "people.yaml", "glossary.yaml", "sources.yaml", "timeline.yaml", SCENE, PALACE,
    "1-october/chapter.yaml", "1-october", "2-after",
)  # fmt: skip
_ODD_NAMES = (
    "Winter Palace", "winter_palace", "-winter", "winter.", " winter", "winter ", "зима", "冬",
    "win\nter", "win\x1b[31mter", "win\x07ter", "win\udce9ter", "win\u202eter", "😀", "a" * 200,
    "story", "chapter", "../winter"[3:] + "..", "~", "$HOME", "%PATH%", "*", "win'ter\"", "win;ter",
)  # fmt: skip


def cases() -> Cases:
    return dict(_cases())


def _cases() -> Iterator[tuple[str, Case]]:
    yield "a good story", Case(nothing)
    for file in _MISSING:
        yield f"{file} is missing", Case(_gone(file))
        yield f"{file} goes while it is read", Case(nothing, during=_gone(file))
    for name in DEVICES:
        yield f"a scene with the name {name}", Case(text(f"1-october/{name}.yaml", _ENDING))
        yield f"a chapter with the name {name}", Case(_chapter(name))
    for name in _ODD_NAMES:
        yield f"a scene with the name {name!a}", Case(text(f"1-october/{name}.yaml", _ENDING))
    yield from _links()
    yield from _sizes()
    yield from _kinds()
    yield from _changes()


def _gone(file: str) -> Make:
    def make(story: Path) -> None:
        path = story / file
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return make


def _chapter(name: str) -> Make:
    cover = text(f"{name}/chapter.yaml", f"title: A\nstart: in-{len(name)}\n")
    return both(_gone("story.yaml"), text("story.yaml", "title: A\nstart: smolny\n"), cover,
                text(f"{name}/in-{len(name)}.yaml", _ENDING))  # fmt: skip


def _linked(name: str, target: str) -> Make:
    def make(story: Path) -> None:
        path = story / name
        if path.exists():
            _gone(name)(story)
        path.symlink_to(target)

    return make


def _links() -> Iterator[tuple[str, Case]]:
    yield "a scene is a link out", Case(_linked(SCENE, "../../outside/scene.yaml"))
    yield "a scene is a link to nothing", Case(_linked(SCENE, "nowhere"))
    yield "a scene is a link to itself", Case(_linked(SCENE, "smolny.yaml"))
    yield "a scene is a link to a device", Case(_linked(SCENE, "/dev/zero"))
    yield "a chapter is a link out", Case(_linked("2-after", "../outside"))
    yield "a chapter is a link to the story", Case(_linked("3-more", "."))
    yield "a chapter is a link to the root", Case(_linked("3-more", "/"))
    yield "the cover is a link out", Case(_linked("story.yaml", "../outside/scene.yaml"))
    yield "people are a link to a device", Case(_linked("people.yaml", "/dev/urandom"))
    yield "the story is a link", Case(nothing, _turned_link)
    out = nothing, _linked(SCENE, "../../outside/scene.yaml")
    yield "a scene becomes a link while it is read", Case(out[0], during=out[1])


def _turned_link(story: Path) -> Path:
    link = story.with_name("link")
    link.symlink_to(story.name)
    return link


def _sizes() -> Iterator[tuple[str, Case]]:
    yield "ten thousand scenes", Case(_scenes(10_000))
    yield "three thousand pictures", Case(_many(3_000))
    yield "five hundred chapters", Case(_folders(500))
    yield "folders in folders", Case(_deep(200))
    yield "a scene of ten megabytes", Case(put(SCENE, b"title: A\n" * 1_000_000))
    yield "a cover of ten megabytes", Case(put("story.yaml", b"#" * 10_000_000))
    yield "a scene of a gigabyte of nothing", Case(_sparse(SCENE, 1_000_000_000))
    yield "a cover of a terabyte of nothing", Case(_sparse("story.yaml", 1_000_000_000_000))


def _scenes(count: int) -> Make:
    def make(story: Path) -> None:
        shutil.rmtree(story)
        made.write(story, count)

    return make


def _many(count: int) -> Make:
    def make(story: Path) -> None:
        for number in range(count):
            os.close(os.open(story / "1-october" / f"{number}.png", os.O_CREAT | os.O_WRONLY))

    return make


def _folders(count: int) -> Make:
    def make(story: Path) -> None:
        for number in range(count):
            (story / f"{number}-chapter").mkdir()
            (story / f"{number}-chapter" / "chapter.yaml").write_bytes(b"title: A\nstart: smolny\n")

    return make


def _deep(count: int) -> Make:
    def make(story: Path) -> None:
        path = story / "1-october"
        for _ in range(count):
            path /= "deeper"
        path.mkdir(parents=True)
        (path / "scene.yaml").write_text(_ENDING, encoding="utf-8")

    return make


def _sparse(file: str, size: int) -> Make:
    def make(story: Path) -> None:
        with (story / file).open("wb") as opened:
            opened.truncate(size)

    return make


def _kinds() -> Iterator[tuple[str, Case]]:
    for file in (SCENE, "story.yaml", "people.yaml"):
        yield f"{file} is a folder", Case(both(_gone(file), _folder(file)))
        yield f"{file} is a pipe", Case(both(_gone(file), _pipe(file)))
        yield f"{file} is in Latin 1", Case(put(file, "title: Señor\n".encode("latin-1")))
        yield f"{file} is in UTF-16", Case(put(file, "title: A\n".encode("utf-16")))
        yield f"{file} is in UTF-32", Case(put(file, "title: A\n".encode("utf-32")))
        yield f"{file} is a program", Case(put(file, b"MZ\x90\0\3\0\0\0\4\0\xff\xff" * 99))
        yield f"{file} has half a letter", Case(put(file, b"title: \xed\xa0\xbd\n"))
        yield f"{file} has an overlong letter", Case(put(file, b"title: \xc0\xaf\xc1\xbf\n"))
    yield "a chapter is a file", Case(both(_gone("2-after"), text("2-after", _ENDING)))
    yield "two names differ in capitals", Case(text("1-october/Smolny.yaml", _ENDING))
    yield "two chapters differ in capitals", Case(text("2-After/moscow.yaml", _ENDING))
    yield "two scenes have one name", Case(text("2-after/smolny.yaml", _ENDING))
    yield (
        "two accents of one name",
        Case(
            both(
                text("1-october/caf\u00e9.yaml", _ENDING),
                text("1-october/cafe\u0301.yaml", _ENDING),
            )
        ),
    )
    yield "a scene lies beside the cover", Case(text("smolny.yaml", _ENDING))
    yield "a scene ends in .yml", Case(text("1-october/more.yml", _ENDING))
    yield "a scene ends in .YAML", Case(text("1-october/more.YAML", _ENDING))
    yield "a scene ends in .yaml.txt", Case(text("1-october/more.yaml.txt", _ENDING))
    yield "the story is an empty folder", Case(_emptied)
    yield "the story is a file", Case(_emptied, _as_file)
    yield "the story is not there", Case(_emptied, _removed)
    yield "the story has the name of a .zip", Case(nothing, _renamed("story.zip"))
    yield "the story has the name -", Case(nothing, _renamed("--help"))
    yield "the story has a name with a line in it", Case(nothing, _renamed("a\nb\x1b[2J"))


def _folder(file: str) -> Make:
    return lambda story: (story / file).mkdir()


def _pipe(file: str) -> Make:
    return lambda story: os.mkfifo(story / file)


def _emptied(story: Path) -> None:
    shutil.rmtree(story)
    story.mkdir()


def _as_file(story: Path) -> Path:
    story.rmdir()
    story.write_text("title: A\n", encoding="utf-8")
    return story


def _removed(story: Path) -> Path:
    story.rmdir()
    return story


def _renamed(name: str) -> Callable[[Path], Path]:
    return lambda story: story.rename(story.with_name(name))


def _changes() -> Iterator[tuple[str, Case]]:
    for name, make in (
        ("a scene grows", put(SCENE, b"a: b\n" * 100_000)),
        ("a scene becomes empty", put(SCENE, b"")),
        ("a scene becomes another", text(SCENE, "title: A\ntext: B\n")),
        ("a scene becomes a folder", both(_gone(SCENE), _folder(SCENE))),
        ("a scene becomes a pipe", both(_gone(SCENE), _pipe(SCENE))),
        ("a cover becomes a list", text("story.yaml", "- a\n")),
        ("a cover becomes a pipe", both(_gone("story.yaml"), _pipe("story.yaml"))),
        ("the story goes", shutil.rmtree),
        ("the story becomes a file", both(shutil.rmtree, Path.touch)),
    ):
        yield f"{name} while it is read", Case(nothing, during=make)
