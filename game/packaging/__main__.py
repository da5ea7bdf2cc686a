"""``python -m game.packaging TARGET``: one command for each package, from a clean checkout."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from game.packaging import debian, frozen, installers, parcels, portable
from game.packaging.project import ROOT, project
from game.packaging.work import Failed, Shop

_About = tuple[str, Callable[[Shop, Path], list[Path]]]


def _tar(shop: Shop, out: Path) -> list[Path]:
    return [frozen.tar(shop, frozen.folder(shop), out)]


def _linux(shop: Shop, out: Path) -> list[Path]:
    folder = frozen.folder(shop)
    return [frozen.tar(shop, folder, out), debian.deb(shop, folder, out)]


def _zip(shop: Shop, out: Path) -> list[Path]:
    return [portable.zipped(shop, portable.folder(shop), out)]


TARGETS: dict[str, _About] = {
    "tar": ("Linux: a folder as .tar.gz", _tar),
    "zip": ("Windows: a folder as .zip", _zip),
    "windows": ("Windows: the folder as .zip, a Setup and an MSI", installers.everything),
    "linux": ("Linux: the folder as .tar.gz, and a .deb", _linux),
}

PACKED = (".gz", ".deb", ".zip", ".exe", ".msi")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m game.packaging", description=__doc__)
    about = "; ".join(f"{name}: {said}" for name, (said, _) in TARGETS.items())
    parser.add_argument("target", choices=TARGETS, help=about)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="default: dist/")
    parser.add_argument("--work", type=Path, help="build here, and leave it to be looked at")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    try:
        if asked.work is not None:
            return _build(asked.target, asked.work.resolve(), asked.out.resolve())
        with tempfile.TemporaryDirectory(prefix="power-struggle-") as folder:
            return _build(asked.target, Path(folder), asked.out.resolve())
    except Failed as cause:
        sys.stderr.write(f"{cause}\n")
        return 2


def _build(target: str, folder: Path, out: Path) -> int:
    shop = Shop(folder, project())
    made = TARGETS[target][1](shop, out)
    for path in made:
        shop.say(f"{path.name}: {parcels.size(path)}, sha256 {parcels.sha256(path)}")
    known = [path for path in out.iterdir() if path.suffix in PACKED]
    parcels.sums(known, out / "SHA256SUMS.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
