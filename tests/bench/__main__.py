"""``python -m tests.bench`` prints every number that is held, and its goal beside it.

``python -m tests.bench reading turning`` prints only these. The parts are:

    reading    load and check stories of 1,000 and 10,000 scenes
    playing    choices a second at random
    saving     write a save, and its size
    packing    the package, compressed
    composing  pictures from their parts, at two sizes
    starting   from the start of the process to the first frame
    waiting    memory at a choice, and the processor while it waits
    turning    from a key to a changed picture

Times on a busy machine say little, so how busy it is stands above and below. ``motion`` is a
program of its own: ``python -m tests.bench.motion``. The window's parts need Xvfb and xdotool.
"""

import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from game import paths
from tests.bench import pictures, stories, table, windows
from tests.bench.table import Row


def packing() -> Iterator[Row]:
    """What a wheel holds: the package, the art and the story, compressed as a wheel is."""
    here = Path(__file__).parents[2] / "game"
    with tempfile.TemporaryDirectory() as place:
        packed = Path(place) / "package.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for folder in (here, paths.assets(), paths.story()):
                for file in folder.rglob("*"):
                    if file.is_file() and "__pycache__" not in file.parts:
                        archive.write(file, file.relative_to(folder.parent))
        size = packed.stat().st_size / 1_000_000
    yield table.of("the package, compressed, without Python", [size], "MB", "", 1)


PARTS: Mapping[str, Callable[[], Iterator[Row]]] = {
    "reading": stories.reading,
    "playing": stories.playing,
    "saving": stories.saving,
    "packing": packing,
    "composing": pictures.composing,
    "starting": windows.starting,
    "waiting": windows.waiting,
    "turning": windows.turning,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"There is no part '{unknown[0]}'. Write one of: {', '.join(PARTS)}.")
        return 2
    print(table.busy())
    for name in names or PARTS:
        for row in PARTS[name]():
            print(table.told(row), flush=True)
    print(table.busy())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
