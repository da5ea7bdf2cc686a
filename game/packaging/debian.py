"""The package for Debian and Ubuntu, around the folder for Linux."""

import shutil
import textwrap
from pathlib import Path

from game.packaging import parcels, work
from game.packaging.glibc import FLOOR
from game.packaging.project import HERE, ROOT
from game.packaging.work import Shop

# SDL looks for these when it opens a window; any desktop has them.
_NEEDS = ("libx11-6", "libxext6", "libxcursor1", "libxi6", "libxrandr2", "libxfixes3")
_SIZES = (16, 24, 32, 48, 64, 128, 256)
# What belongs to a folder that is copied by hand, and not to a package.
_BY_HAND = ("install.sh", "power-struggle.desktop", "power-struggle.png")


def deb(shop: Shop, folder: Path, out: Path) -> Path:
    work.needed("dpkg-deb")
    project = shop.project
    root = shop.fresh("deb")
    program = root / "usr" / "lib" / project.name
    shutil.copytree(folder, program, symlinks=True, ignore=shutil.ignore_patterns(*_BY_HAND))
    _link(root / "usr" / "bin" / project.name, f"../lib/{project.name}/{project.name}")
    _link(program / "lab.yaml", f"/etc/{project.name}/lab.yaml")
    _copy(HERE / "lab-template.yaml", root / "etc" / project.name / "lab.yaml")
    _menu(root / "usr" / "share", project.name)
    papers = root / "usr" / "share" / "doc" / project.name
    _link(papers / "copyright", f"../../../lib/{project.name}/LICENCES.txt")
    _link(papers / "TECHNICIANS.txt", f"../../../lib/{project.name}/TECHNICIANS.txt")
    _control(shop, root)
    parcels.tidy(root, project.epoch)
    target = out / f"{project.name}_{project.version}_amd64.deb"
    # More threads make other bytes, and other machines have more.
    shop.environment["DPKG_DEB_THREADS_MAX"] = "1"
    shop.run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target)
    return target


def _menu(share: Path, name: str) -> None:
    _copy(HERE / "linux" / f"{name}.desktop", share / "applications" / f"{name}.desktop")
    icons = share / "icons" / "hicolor"
    for size in _SIZES:
        place = icons / f"{size}x{size}" / "apps" / f"{name}.png"
        _copy(ROOT / "assets" / "icon" / f"{size}.png", place)
    _copy(ROOT / "assets" / "icon" / "icon.svg", icons / "scalable" / "apps" / f"{name}.svg")


def _control(shop: Shop, root: Path) -> None:
    project = shop.project
    kilobytes = sum(path.lstat().st_size for path in parcels.paths(root)) // 1024
    floor = ".".join(map(str, FLOOR))
    lines = (
        f"Package: {project.name}",
        f"Version: {project.version}",
        "Architecture: amd64",
        f"Maintainer: {project.publisher} <nobody@localhost>",
        f"Installed-Size: {kilobytes}",
        f"Depends: libc6 (>= {floor}), libstdc++6, {', '.join(_NEEDS)}",
        "Recommends: libpulse0 | libasound2 | libasound2t64",
        "Section: education",
        "Priority: optional",
        "Description: history storybook about Leon Trotsky's decisions",
        *(f" {line}" for line in textwrap.wrap(project.about, 76)),
    )
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text("\n".join([*lines, ""]), encoding="utf-8")
    (control / "conffiles").write_text(f"/etc/{project.name}/lab.yaml\n", encoding="utf-8")
    for script in ("preinst", "postrm"):
        _copy(HERE / "linux" / f"{script}.sh", control / script)
        (control / script).chmod(0o755)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
