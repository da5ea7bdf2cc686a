"""A share that is really mounted and really lost, where whoever runs the tests may do that."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Mounted:
    """A file system of its own; its files are kept beside it while it is away."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._disk = place.with_name(f"{place.name}.disk")

    def mount(self) -> None:
        self.place.mkdir(exist_ok=True)
        self._disk.mkdir(exist_ok=True)
        # A folder of tmpfs bound here: after the unmount the files are still in it.
        _run("mount", "--bind", str(self._disk), str(self.place))

    def start(self) -> None:
        self._disk.mkdir(exist_ok=True)
        _run("mount", "-t", "tmpfs", "power-struggle-test", str(self._disk))
        self.mount()

    def lose(self) -> None:
        _run("umount", "--lazy", str(self.place))

    def end(self) -> None:
        for place in (self.place, self._disk):
            subprocess.run(["umount", "--lazy", str(place)], check=False, capture_output=True)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def mounted(place: Path) -> Iterator[Mounted]:
    share = Mounted(place)
    try:
        share.start()
    except (OSError, subprocess.CalledProcessError) as cause:
        share.end()
        pytest.skip(f"NOT TESTED: what a lost mount does, for nothing can be mounted here: {cause}")
    try:
        yield share
    finally:
        share.end()
