"""What pictures cost without a window: composed from their parts, and found where they are kept."""

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from game import paths
from game.stage import cache, catalogue, compose
from game.stage.catalogue import Catalogue
from game.stage.view import Frame
from game.story.model import Illustration, Scene
from tests.bench import table
from tests.bench.stories import shipped
from tests.bench.table import Row

# Each size with what composing may take of the processor; a kept one may take this by the clock.
_SIZES = ((Frame(1280, 720, 0.41), "300 ms"), (Frame(1920, 1080, 0.41), "600 ms"))
_KEPT = "60 ms"


def composing() -> Iterator[Row]:
    """Every picture of the shipped story; the slowest of them is named."""
    parts = catalogue.scan(paths.assets())
    scenes = [scene for scene in shipped().scenes.values() if scene.illustration is not None]
    for frame, goal in _SIZES:
        size = f"{frame.width}x{frame.height}"
        _composed(scenes[0], parts, frame)
        times = {scene.id: _composed(scene, parts, frame) for scene in scenes}
        yield table.of(f"compose a picture, {size}, processor", [*times.values()], "ms", goal, 0)
        slowest = max(times, key=times.__getitem__)
        yield Row("  ... the slowest", f"{times[slowest]:,.0f} ms  {slowest}", goal)
    with tempfile.TemporaryDirectory() as place:
        for frame, _ in _SIZES:
            kept = partial(_kept, _art(scenes[0]), parts, frame, Path(place))
            what = f"  ... found in the cache, {frame.width}x{frame.height}"
            yield table.of(what, table.repeated(9, kept), "ms", _KEPT)


def _art(scene: Scene) -> Illustration:
    assert scene.illustration is not None
    return scene.illustration


def _composed(scene: Scene, parts: Catalogue, frame: Frame) -> float:
    start = time.process_time()
    compose.plate(_art(scene), parts, *frame, paths.story() / scene.chapter)
    return (time.process_time() - start) * 1000


def _kept(art: Illustration, parts: Catalogue, frame: Frame, place: Path) -> float:
    start = time.perf_counter()
    cache.plate(art, parts, frame, None, place)
    return (time.perf_counter() - start) * 1000
