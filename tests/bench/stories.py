"""What stories cost without a window: reading, checking, playing at random, saving."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from game import paths
from game.play import save, walks
from game.play.playthrough import Playthrough, begin
from game.story.load import load
from game.story.model import Story
from tests.bench import made, table
from tests.bench.table import Row

_GOALS = {1_000: ("75 ms", "500 ms"), 10_000: ("1,500 ms", "3,000 ms")}


def processor(*words: str) -> float:
    """The processor time of a whole command, in milliseconds."""
    environment = {**os.environ, **table.COMPILED}
    command = [sys.executable, *words]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, words
    return (used.ru_utime + used.ru_stime) * 1000


def _loaded(folder: Path) -> float:
    start = time.process_time()
    loaded = load(folder)
    gone = time.process_time() - start
    assert loaded.story is not None, loaded.problems[:3]
    return gone * 1000


def reading() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as place:
        shipped = paths.story()
        yield table.of("load the shipped story", table.repeated(7, partial(_loaded, shipped)), "ms")
        for scenes, (load_goal, check_goal) in _GOALS.items():
            folder, times = Path(place) / f"made-{scenes}", 7 if scenes < 5_000 else 3
            made.write(folder, scenes)
            values = table.repeated(times, partial(_loaded, folder))
            yield table.of(f"load {scenes:,} scenes, processor", values, "ms", load_goal, 0)
            words = ("-m", "game", "check", str(folder))
            values = table.repeated(3, partial(processor, *words))
            what = f"the whole command check, {scenes:,} scenes, processor"
            yield table.of(what, values, "ms", check_goal, 0)


def shipped() -> Story:
    loaded = load(paths.story())
    assert loaded.story is not None, loaded.problems[:3]
    return loaded.story


def playing() -> Iterator[Row]:
    story = shipped()

    def rate() -> float:
        start = time.process_time()
        found = walks.walk(story, 3_000, 1917)
        return found.made / (time.process_time() - start)

    yield table.of("choices a second at random", table.repeated(5, rate), "", "300,000", 0)


def historical(story: Story) -> Playthrough:
    """The whole of the record's road, with a sentence for every decision."""
    play = begin(story)
    while not play.is_over:
        record = play.scene.history
        offered = [offer.choice.id for offer in play.offers if offer.is_open]
        wanted = record.choice.id if record is not None else offered[0]
        reason = "Because whoever waits for the others has already decided, and not for himself."
        play = play.choose(wanted if wanted in offered else offered[0], reason)
    return play


def saving() -> Iterator[Row]:
    game = save.of(historical(shipped()), "Seat 7", "ending/0")
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        path = Path(place) / "autosave.json"

        def written() -> float:
            start = time.perf_counter()
            save.write(path, game)
            return (time.perf_counter() - start) * 1000

        what = f"write a save of {len(game.decisions)} decisions, with fsync"
        yield table.of(what, table.repeated(30, written), "ms", "5 ms")
        yield table.of("its size", [path.stat().st_size / 1000], "kB", "10 kB")
