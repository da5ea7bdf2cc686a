"""The folder for Linux: PyInstaller freezes the program, and everything else is laid beside it."""

import re
import shutil
from pathlib import Path

from game.packaging import contents, glibc, notices, parcels, work
from game.packaging.project import HERE, ROOT
from game.packaging.work import Shop

# Where Pythons that were built by hand look for their library.
_BUILT_IN = re.compile(rb"(?<=\0)/[^\0]{12,}/lib(?=\0)")


def folder(shop: Shop) -> Path:
    """Build the folder that is copied, packed and installed."""
    project = shop.project
    python = work.python()
    shop.say(f"freezing with {python}")
    tools = shop.tools(python)
    made = _freeze(shop, tools)
    package = shop.fresh("linux") / f"{project.name}-{project.version}"
    shutil.move(made, package)
    app = package / "app"
    _strip(shop, app)
    contents.files(app)
    contents.lay(package, app)
    _desktop(package)
    parts = _parts(shop, tools)
    inside = [(part.name, part.version) for part in parts if part.name in notices.INSIDE]
    contents.introduce(app, [(project.name, project.version), *inside])
    notices.write(package, project, parts)
    parcels.tidy(package, project.epoch)
    # What is frozen may lack a module that only one command needs, so the package is asked.
    shop.run(package / project.name, "--version")
    shop.run(package / project.name, "diagnose", "--help")
    shop.say(f"the folder for Linux: {parcels.size(package)}; needs glibc {glibc.checked(package)}")
    return package


def tar(shop: Shop, package: Path, out: Path) -> Path:
    name = f"{package.name}-linux-x86_64.tar.gz"
    return parcels.tar_gz(package, out / name, shop.project.epoch)


def _freeze(shop: Shop, tools: Path) -> Path:
    """Freeze a clean copy, so that nothing of the checkout but its sources comes in."""
    source = shop.fresh("source")
    contents.modules(source)
    work_folder, dist = shop.fresh("pyinstaller"), shop.fresh("frozen")
    shop.environment["POWER_STRUGGLE_ROOT"] = str(source)
    spec = HERE / "linux" / "power-struggle.spec"
    where = ("--distpath", dist, "--workpath", work_folder, "--log-level", "WARN")
    shop.run(tools, "-m", "PyInstaller", "--noconfirm", "--clean", *where, spec, cwd=work_folder)
    return dist / shop.project.name


def _strip(shop: Shop, app: Path) -> None:
    """Take the names for debuggers out of Python; the libraries of wheels bear none.

    Those that a wheel brings along were changed when it was made, and must stay as they are.
    """
    for path in parcels.paths(app):
        own = "lib-dynload" in path.parts or path.parent.name == "yaml"
        if own or path.name.startswith("libpython"):
            shop.run("strip", "--strip-unneeded", path)
            _forget(path, app)
            glibc.ask_for_less(path)


def _forget(path: Path, app: Path) -> None:
    """Take out where the Python of this machine lies: nothing is to be looked for there."""
    content = path.read_bytes()
    here = b"$ORIGIN" + b"/.." * len(path.parent.relative_to(app).parts)
    for found in set(_BUILT_IN.findall(content)):
        content = content.replace(found, here.ljust(len(found), b"\0"))
    path.write_bytes(content)


def _desktop(package: Path) -> None:
    shutil.copyfile(HERE / "linux" / "power-struggle.desktop", package / "power-struggle.desktop")
    shutil.copyfile(ROOT / "assets" / "icon" / "256.png", package / "power-struggle.png")
    installs = package / "install.sh"
    shutil.copyfile(HERE / "linux" / "install.sh", installs)
    installs.chmod(0o755)


def _parts(shop: Shop, tools: Path) -> list[notices.Part]:
    """Python, the packages inside, and the small loader that PyInstaller puts in front."""
    ask = "import sys, sysconfig as s; print(sys.version.split()[0], s.get_path('stdlib'))"
    version, library = shop.run(tools, "-c", ask).split(maxsplit=1)
    site = tools.parents[1] / "lib" / f"python{version.rpartition('.')[0]}" / "site-packages"
    licence = Path(library.strip()) / "LICENSE.txt"
    return [notices.python(version, licence), *notices.wheels(site, "pyinstaller")]
