"""What installs the folder for Windows: a Setup for one user, and an MSI for a whole computer."""

import re
import subprocess
import uuid
from pathlib import Path

from game.packaging import contents, parcels, portable, summary, work
from game.packaging.project import HERE, ROOT
from game.packaging.work import Failed, Shop

_ID = "PowerStruggle"
_ICON = ROOT / "assets" / "icon" / "power-struggle.ico"
# These must never change: by them Windows knows that a newer version is the same program.
_UPGRADE = uuid.UUID("d2b3c8a6-6c1e-4f43-9d8d-0a1d4b0f1917")
_MENU = uuid.UUID("5b1f2d1c-95c6-4a35-8f07-3d4b9a1e1940")
# wixl-heat draws the names of folders by lot.
_DRAWN = re.compile(r"\bdir[0-9A-F]{32}\b")


def setup(shop: Shop, folder: Path, out: Path) -> Path:
    """A Setup that needs no administrator."""
    work.needed("makensis")
    project = shop.project
    target = out / f"{_ID}-{project.version}-Setup.exe"
    defined = {
        "SOURCE": folder,
        "TARGET": target,
        "VERSION": project.version,
        "NUMBERS": project.numbers,
        "TITLE": project.title,
        "ID": _ID,
        "PUBLISHER": project.publisher,
        "ICON": _ICON,
        "STORY": contents.STORY,
    }
    words = [f"-D{name}={value}" for name, value in defined.items()]
    shop.run("makensis", "-V2", *words, HERE / "windows" / "setup.nsi")
    return target


def msi(shop: Shop, folder: Path, out: Path) -> Path:
    """An MSI into Program Files, as group policy and other tools of administrators want it."""
    work.needed("wixl", "wixl-heat")
    there = shop.fresh("msi")
    # wixl takes only paths that are relative to where it runs.
    (there / "folder").symlink_to(folder)
    (there / "icon.ico").write_bytes(_ICON.read_bytes())
    product, files = _product(shop, folder), _files(shop, folder)
    (there / "main.wxs").write_text(product, encoding="utf-8")
    (there / "files.wxs").write_text(files, encoding="utf-8")
    target = out / f"{_ID}-{shop.project.version}.msi"
    how = ("-a", "x64", "-D", "Win64=yes", "-D", "SOURCE=folder")
    shop.run("wixl", *how, "-o", target, "main.wxs", "files.wxs", cwd=there)
    summary.settle(target, uuid.uuid5(_UPGRADE, product + files), shop.project.epoch)
    return target


def _product(shop: Shop, folder: Path) -> str:
    project = shop.project
    text = (HERE / "windows" / "msi.wxs.txt").read_text(encoding="utf-8")
    inside = "".join(parcels.sha256(path) for path in parcels.paths(folder))
    for word, value in {
        "product": uuid.uuid5(_UPGRADE, f"{project.version} {inside}"),
        "upgrade": _UPGRADE,
        "menu": _MENU,
        "title": project.title,
        "version": project.numbers.rpartition(".")[0],
        "publisher": project.publisher,
    }.items():
        text = text.replace(f"{{{word}}}", str(value))
    return text


def _files(shop: Shop, folder: Path) -> str:
    """The list of files as wixl wants it; names of components come from their paths."""
    names = (path.relative_to(folder).as_posix() for path in parcels.paths(folder))
    paths = "".join(f"folder/{name}\n" for name in names)
    how = ("--directory-ref", "INSTALLDIR", "--component-group", "Files", "--var", "var.SOURCE")
    done = subprocess.run(
        ["wixl-heat", "--prefix", "folder/", *how, "--win64"],
        env=shop.environment,
        input=paths,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(f"wixl-heat cannot list the files:\n{done.stderr}")
    return _numbered(done.stdout)


def _numbered(listed: str) -> str:
    """Give the folders numbers, in the order in which they come."""
    names = list(dict.fromkeys(_DRAWN.findall(listed)))
    return _DRAWN.sub(lambda drawn: f"dir{names.index(drawn[0]) + 1}", listed)


def everything(shop: Shop, out: Path) -> list[Path]:
    """The folder as a zip, and both installers around the same folder."""
    folder = portable.folder(shop)
    zipped = portable.zipped(shop, folder, out)
    shop.say(f"zip: {parcels.size(zipped)}")
    installer = setup(shop, folder, out)
    shop.say(f"Setup: {parcels.size(installer)}")
    return [zipped, installer, msi(shop, folder, out)]
