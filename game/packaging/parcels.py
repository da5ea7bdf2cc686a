"""Folders become archives that are the same, byte for byte, whenever they are made again."""

import gzip
import hashlib
import os
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from time import gmtime

_BLOCK = 1 << 20


def paths(folder: Path) -> list[Path]:
    """All files in a folder, in an order that no file system changes."""
    found = [path for path in folder.rglob("*") if path.is_file() or path.is_symlink()]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def tidy(folder: Path, epoch: int) -> None:
    """Give everything in a folder the same rights and the same time."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or bool(path.stat().st_mode & 0o100)
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch))


def tar_gz(folder: Path, target: Path, epoch: int) -> Path:
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=epoch) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in paths(folder):
            name = path.relative_to(folder.parent).as_posix()
            tar.add(path, name, filter=lambda entry: _nobodys(entry, epoch))
    return target


def _nobodys(entry: tarfile.TarInfo, epoch: int) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = epoch
    return entry


def zipped(folder: Path, target: Path, epoch: int) -> Path:
    when = gmtime(epoch)[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for path in paths(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, path.read_bytes(), compresslevel=9)
    return target


def sums(files: Iterable[Path], target: Path) -> Path:
    """Write the checksums as ``sha256sum -c`` reads them."""
    lines = [f"{sha256(path)}  {path.name}\n" for path in sorted(files)]
    target.write_text("".join(lines), encoding="ascii", newline="\n")
    return target


def sha256(path: Path) -> str:
    code = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            code.update(block)
    return code.hexdigest()


def size(path: Path) -> str:
    """How large a file or a folder is, in words."""
    if path.is_dir():
        files = paths(path)
        number = sum(each.lstat().st_size for each in files)
        return f"{number / 1e6:.1f} MB in {len(files)} files"
    return f"{path.stat().st_size / 1e6:.1f} MB"
