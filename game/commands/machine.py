"""What a technician needs to know about this computer, one finding for each thing.

Libraries that may be broken are brought in by the function that looks at them, so that the others
can still be looked at.
"""

import ctypes
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game import files, paths
from game.commands.seen import Grade, Seen

if TYPE_CHECKING:
    from game.lab.places import Places

_COPY_AGAIN = "Copy the program folder again, whole, or install the package again."
_LEAST_MEMORY, _LEAST_DISK = 300, 50
_MB = 1_000_000


class Finding(NamedTuple):
    topic: str
    text: str
    grade: Grade
    advice: str


class Asked(NamedTuple):
    """What to look at: a story, and the folder for saves and settings, if one was named."""

    story: Path
    data: Path | None

    @property
    def places(self) -> "Places":
        from game.lab.places import places  # noqa: PLC0415

        return places(self.data)


def findings(asked: Asked) -> Iterator[Finding]:
    """Each thing has one finding or several."""
    for topic, look in _LOOKS.items():
        for seen in _looked(look, asked):
            yield Finding(topic, *seen)


def _looked(look: "_Look", asked: Asked) -> list[Seen]:
    try:
        found = look(asked)
        return [found] if isinstance(found, Seen) else list(found)
    except ImportError as cause:
        return [Seen(f"cannot be loaded: {cause}", "stop", _COPY_AGAIN)]
    except Exception as cause:  # one broken thing must not hide the others
        return [Seen(f"could not be looked at ({type(cause).__name__})", "notice")]


def _python(_asked: Asked) -> Seen:
    bits = 64 if sys.maxsize > 2**32 else 32
    return Seen(f"{sys.version.split()[0]}, {bits} bit, {sys.platform}")


def _program(_asked: Asked) -> Seen:
    return Seen(f"{_version('power-struggle')}, in {paths.shown(paths.author().parent)}")


def _pygame(_asked: Asked) -> Seen:
    from game.ui import probe  # noqa: PLC0415

    return Seen(probe.versions())


def _yaml(_asked: Asked) -> Seen:
    version = _version("PyYAML")
    if find_spec("yaml") is None:
        raise ImportError("there is no PyYAML")
    if find_spec("yaml._yaml") is None:
        return Seen(f"{version}, without its fast parser: stories open more slowly")
    return Seen(f"{version}, with its fast parser")


def _pictures(_asked: Asked) -> Seen:
    from game.stage import catalogue  # noqa: PLC0415
    from game.stage.images import files as images  # noqa: PLC0415

    found = catalogue.scan(paths.assets())
    what = (
        f"{len(found.backdrops)} backdrops, {len(found.figures)} figures, {len(found.parts)} parts"
    )
    try:
        for part in list(found.parts.values())[:1]:
            images.read(Path(part.files.flat))
    except images.BadImage as cause:
        return Seen(f"{what}; {cause}", "notice", _COPY_AGAIN)
    text = f"{what}; Pillow {_version('pillow')}"
    if found.troubles:
        return Seen(text, "notice", _COPY_AGAIN)
    return Seen(text)


def _fonts(_asked: Asked) -> Seen:
    from game.ui import probe  # noqa: PLC0415

    missing = probe.unread_fonts(paths.assets() / "fonts")
    if missing:
        return Seen(f"cannot be read: {', '.join(missing)}", "notice", _COPY_AGAIN)
    return Seen(f"all {len(probe.FONTS)} there")


def _lab(asked: Asked) -> Iterator[Seen]:
    from game.commands import school  # noqa: PLC0415

    missing = tuple(_missing(asked)) if asked.places.found.path else ()
    return school.lab(asked.places, missing)


def _missing(asked: Asked) -> Iterator[Seen]:
    """What lab.yaml names and is not here."""
    from game.commands import school, shelves  # noqa: PLC0415

    places = asked.places
    on = places.found.lab.packs or ()
    yield from shelves.lacking(asked.story, places.data, on)
    story, _ = shelves.opened(asked.story, places.data, on)
    if story is not None:
        yield from school.lesson_in(places, story)


def _saves(asked: Asked) -> Iterator[Seen]:
    from game.commands import school  # noqa: PLC0415

    return school.saves(asked.places)


def _hand_ins(asked: Asked) -> Iterator[Seen]:
    from game.commands import school  # noqa: PLC0415

    return school.hand_ins(asked.places)


def _cache(_asked: Asked) -> Seen:
    where = paths.shown(paths.cache())
    if files.can_write(paths.cache()):
        return Seen(f"{where}, can be written")
    return Seen(f"{where} cannot be written, so each picture is made again each time")


def _log(_asked: Asked) -> Seen:
    from game import log  # noqa: PLC0415

    where = paths.shown(log.place())
    return Seen(f"{where}{'' if log.place().is_file() else ', nothing is in it yet'}")


def _settings(asked: Asked) -> Seen:
    from game.ui import settings  # noqa: PLC0415

    places = asked.places
    sentence = settings.read(places.data, places.found.lab).sentence
    if sentence:
        return Seen(sentence, "notice", f"Delete or mend {settings.FILE}.")
    own = (places.data / settings.FILE).is_file()
    return Seen("read" if own else "none written yet, so all is as it came")


def _screen(_asked: Asked) -> Seen:
    from game.ui import probe  # noqa: PLC0415

    found = probe.screens()
    if found.trouble:
        advice = "To play in the terminal instead, write: power-struggle text"
        return Seen(f"none: {found.trouble}", "notice", advice)
    sizes = ", ".join(f"{width} x {height}" for width, height in found.sizes)
    text = f"{sizes or 'size unknown'}, by the driver '{found.driver}'"
    if found.is_small:
        return Seen(text, "notice", "The pages are made for a screen of 800 x 600 or more.")
    return Seen(text)


def _sound(_asked: Asked) -> Seen:
    from game.ui import probe  # noqa: PLC0415

    found = probe.speaker()
    if found.trouble:
        return Seen(f"none: {found.trouble}; everything can be played without it")
    return Seen(f"by the driver '{found.driver}'")


def _story(asked: Asked) -> Seen:
    from game.commands import shelves  # noqa: PLC0415

    return shelves.asked_for(asked.story, asked.places.data)


def _stories(asked: Asked) -> Iterator[Seen]:
    from game.commands import shelves  # noqa: PLC0415

    return shelves.others(asked.story, asked.places.data)


def _memory(_asked: Asked) -> Seen:
    free = free_memory()
    if free is None:
        return Seen("this system does not say how much is free")
    if free < _LEAST_MEMORY * _MB:
        return Seen(f"{free // _MB} MB free", "notice", "Close other programs.")
    return Seen(f"{free // _MB:,} MB free")


def _disk(asked: Asked) -> Seen:
    free = shutil.disk_usage(files.existing(asked.places.data)).free // _MB
    if free < _LEAST_DISK:
        advice = "Delete something, or name another folder with --data."
        return Seen(f"{free} MB free where games are kept", "notice", advice)
    return Seen(f"{free:,} MB free where games are kept")


def free_memory() -> int | None:
    """Return the bytes that programs could still have; None where nobody says."""
    if sys.platform == "win32":
        return _windows_memory()
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return None
    found = (line.split()[1] for line in lines if line.startswith("MemAvailable:"))
    return next((int(kilobytes) * 1024 for kilobytes in found), None)


class _MemoryStatus(ctypes.Structure):
    """Windows's MEMORYSTATUSEX."""

    _fields_ = (
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        ("total", ctypes.c_uint64),
        ("free", ctypes.c_uint64),
        ("rest", ctypes.c_uint64 * 5),
    )


def _windows_memory() -> int | None:
    if sys.platform != "win32":
        return None
    status = _MemoryStatus()
    status.length = ctypes.sizeof(status)
    if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.free)


def _version(package: str) -> str:
    """A program that was put into a folder has no list of its packages."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "version unknown"


_Look = Callable[[Asked], Seen | Iterator[Seen]]
_LOOKS: dict[str, _Look] = {
    "Program": _program,
    "Python": _python,
    "pygame-ce": _pygame,
    "PyYAML": _yaml,
    "Pictures": _pictures,
    "Fonts": _fonts,
    "Lab": _lab,
    "Saves": _saves,
    "Hand-ins": _hand_ins,
    "Cache": _cache,
    "Settings": _settings,
    "Log": _log,
    "Screen": _screen,
    "Sound": _sound,
    "Story": _story,
    "Stories": _stories,
    "Memory": _memory,
    "Disk": _disk,
}
