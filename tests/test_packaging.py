"""How packages are built, in small: what goes in, what must not, and that it is the same again."""

import json
import os
import re
import shutil
import struct
import sys
import tarfile
import tomllib
import uuid
import zipfile
from pathlib import Path

import pytest

from game.packaging import (
    contents,
    glibc,
    imports,
    installers,
    notices,
    parcels,
    summary,
    work,
)
from game.packaging.project import HERE, ROOT, project
from game.packaging.work import Failed, Shop

PINS = HERE / "pins"


def names(file: str) -> set[str]:
    text = (PINS / file).read_text(encoding="utf-8")
    return set(re.findall(r"^([\w-]+)==", text, re.MULTILINE))


def test_everything_is_pinned_by_its_hash() -> None:
    for file in PINS.glob("*.txt"):
        text = file.read_text(encoding="utf-8").replace("\\\n", " ")
        for line in text.splitlines():
            assert line.startswith("#") or re.fullmatch(
                r"[\w-]+==[\w.]+( +--hash=sha256:[0-9a-f]{64})+", line
            ), line


def test_what_the_game_needs_is_pinned_for_each_system_and_nothing_more() -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=;]", line)[0].lower() for line in said["dependencies"]}
    assert names("linux.txt") == names("windows.txt") == needed == set(notices.INSIDE)


def test_conditions_of_wheels_are_not_read_for_the_wrong_system(tmp_path: Path) -> None:
    """pip would have left it out here, where it builds for Windows."""
    info = tmp_path / "speech-1.0.dist-info"
    info.mkdir()
    needs = (
        'Requires-Dist: comtypes; sys_platform == "win32"\n'
        'Requires-Dist: extra-only; extra == "x"\n'
    )
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: speech\nVersion: 1.0\n{needs}")
    assert notices.missing(tmp_path) == ["comtypes"]


def folder(at: Path) -> Path:
    made = at / "thing"
    (made / "школа").mkdir(parents=True)
    (made / "школа" / "b.txt").write_text("b")
    (made / "a.sh").write_text("a")
    (made / "a.sh").chmod(0o700)
    (made / "link").symlink_to("a.sh")
    return made


def test_the_same_folder_makes_the_same_archives(tmp_path: Path) -> None:
    made = [folder(tmp_path / name) for name in ("one", "two")]
    os.utime(made[1] / "a.sh", (1, 1))
    codes = set()
    for number, each in enumerate(made):
        parcels.tidy(each, 1_700_000_000)
        tar = parcels.tar_gz(each, tmp_path / f"{number}.tar.gz", 1_700_000_000)
        packed = parcels.zipped(each, tmp_path / f"{number}.zip", 1_700_000_000)
        codes.add((parcels.sha256(tar), parcels.sha256(packed)))
    assert len(codes) == 1
    with tarfile.open(tmp_path / "0.tar.gz") as opened:
        assert opened.getmember("thing/a.sh").mode == 0o755
        assert {entry.uname for entry in opened} == {"root"}
    with zipfile.ZipFile(tmp_path / "0.zip") as packed_again:
        assert "thing/школа/b.txt" in packed_again.namelist()


def page(*kinds: int) -> bytes:
    """The summary of an MSI, as far as it is written anew: a number and two times."""
    fields = [struct.pack("<II", kinds[0], 39) + b"{drawn by lot}".ljust(40, b"\0")]
    fields += [struct.pack("<IQ", kind, 7) for kind in kinds[1:]]
    at, rows, values = 8 + 8 * len(fields), b"", b""
    for number, field in zip((9, 12, 13), fields, strict=True):
        rows += struct.pack("<II", number, at + len(values))
        values += field
    section = struct.pack("<II", at + len(values), len(fields)) + rows + values
    name = uuid.UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le
    return b"in front" + bytes(28) + name + struct.pack("<I", 48) + section


def test_an_msi_says_no_time_of_today_and_no_number_drawn_by_lot(tmp_path: Path) -> None:
    msi, code = tmp_path / "game.msi", uuid.UUID(int=1917)
    msi.write_bytes(page(30, 64, 64))
    summary.settle(msi, code, 1_700_000_000)
    content = msi.read_bytes()
    assert f"{{{code}}}".upper().encode() in content
    assert content.count(struct.pack("<Q", 133_444_736_000_000_000)) == 2
    assert b"lot" not in content


@pytest.mark.parametrize("content", [b"no summary", page(30, 64, 64)[:-9] + b"!", page(30, 64, 3)])
def test_an_msi_of_another_maker_stops_the_build(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "game.msi").write_bytes(content)
    with pytest.raises(Failed, match=r"game\.msi"):
        summary.settle(tmp_path / "game.msi", uuid.UUID(int=1), 1_700_000_000)


@pytest.mark.skipif(shutil.which("wixl") is None, reason="not installed here: wixl")
def test_the_same_folder_makes_the_same_msi(tmp_path: Path) -> None:
    codes = set()
    for name in ("one", "two"):
        made = folder(tmp_path / name)
        (made / "link").unlink()
        parcels.tidy(made, 1_700_000_000)
        shop = Shop(tmp_path / name / "work", project())
        codes.add(parcels.sha256(installers.msi(shop, made, tmp_path / name)))
    assert len(codes) == 1


def test_checksums_are_as_sha256sum_reads_them(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"")
    sums = parcels.sums([tmp_path / "a.zip"], tmp_path / "SUMS")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sums.read_text() == f"{empty}  a.zip\n"


def elf(asks: dict[str, str]) -> bytes:
    """The smallest library for Linux that asks for functions: each version with one of its own."""
    names, symbols, numbers, needs = b"\0libc.so.6\0", bytes(24), bytes(2), b""
    places = {}
    for word in (*asks, *asks.values()):
        places[word] = len(names)
        names += word.encode() + b"\0"
    for number, (version, function) in enumerate(asks.items(), 2):
        symbols += struct.pack("<I20x", places[function])
        numbers += struct.pack("<H", number)
        code = sum(version.encode())
        needs += struct.pack("<IHHII", code, 0, number, places[version], 16)
    needs = struct.pack("<HHIII", 1, len(asks), 1, 16, 0) + needs
    table, content = bytes(64), b""
    for kind, part in ((3, names), (11, symbols), (0x6FFFFFFF, numbers), (0x6FFFFFFE, needs)):
        table += struct.pack("<4xI16xQQI20x", kind, 64 + len(content), len(part), 1)
        content += part
    head = struct.pack("<4sB35xQ10xHH2x", b"\x7fELF", 2, 64 + len(content), 64, 5)
    return head.ljust(64, b"\0") + content + table


def test_a_newer_c_library_than_is_promised_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "old.so").write_bytes(elf({"GLIBC_2.17": "getauxval", "GLIBC_2.4": "readlinkat"}))
    (tmp_path / "text").write_text("GLIBC_9.9 in a text is no matter")
    assert max(glibc.asked_of(tmp_path)) == (2, 17)
    (tmp_path / "new.so").write_bytes(elf({"GLIBC_2.99": "think"}))
    with pytest.raises(Failed, match=r"new\.so asks for glibc 2\.99"):
        glibc.checked(tmp_path)


def test_programs_of_this_system_can_be_read() -> None:
    asked = glibc.asks(Path(sys.executable).resolve())
    assert sys.platform != "linux" or any(ask.functions for ask in asked)


def test_an_older_form_of_a_function_is_asked_for_where_it_does(tmp_path: Path) -> None:
    path = tmp_path / "python.so"
    path.write_bytes(elf({"GLIBC_2.2.5": "sin", "GLIBC_2.35": "hypot", "GLIBC_2.99": "think"}))
    glibc.ask_for_less(path)
    names = [(ask.name, *ask.functions) for ask in glibc.asks(path)]
    assert names == [("GLIBC_2.2.5", "sin"), ("GLIBC_2.2.5", "hypot"), ("GLIBC_2.99", "think")]


def test_the_promise_is_the_same_everywhere() -> None:
    floor = ".".join(map(str, glibc.FLOOR))
    for paper in ("README.md", "TECHNICIANS.md"):
        assert f"glibc {floor}" in (HERE / paper).read_text(encoding="utf-8")


def library(needs: str, machine: int = 0x8664) -> bytes:
    """The smallest file for Windows that needs a library: one section that holds its imports."""
    head = bytearray(0x400)
    head[0x3C:0x40] = struct.pack("<I", 0x40)
    head[0x40:0x44] = b"PE\0\0"
    struct.pack_into("<HH", head, 0x44, machine, 1)
    struct.pack_into("<H", head, 0x54, 240)
    struct.pack_into("<H", head, 0x58, 0x20B)
    struct.pack_into("<II", head, 0x58 + 112 + 8, 0x1000, 40)
    struct.pack_into("<4I", head, 0x58 + 240 + 8, 0x200, 0x1000, 0x200, 0x200)
    struct.pack_into("<I", head, 0x200 + 12, 0x1000 + 0x40)
    name = needs.encode() + b"\0"
    head[0x240 : 0x240 + len(name)] = name
    return bytes(head)


@pytest.mark.parametrize("needs", ["KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll", "Beside.dll"])
def test_libraries_that_are_there_are_found(tmp_path: Path, needs: str) -> None:
    (tmp_path / "beside.dll").write_bytes(library("kernel32.dll"))
    (tmp_path / "game.pyd").write_bytes(library(needs))
    imports.closed(tmp_path)


def test_a_library_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "game.pyd").write_bytes(library("fluidsynth-3.dll"))
    with pytest.raises(Failed, match=r"fluidsynth-3\.dll, for game\.pyd"):
        imports.closed(tmp_path)


def test_a_library_for_other_processors_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "game.pyd").write_bytes(library("kernel32.dll", machine=0x14C))
    with pytest.raises(Failed, match="64-bit"):
        imports.closed(tmp_path)


def test_a_library_that_nobody_has_named_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "libogg-0.dll").touch()
    (tmp_path / "math.cpython-313-x86_64-linux-gnu.so").touch()
    assert [row.licence for row, _ in notices.found(tmp_path)] == ["BSD-3-Clause"]
    (tmp_path / "libstrange.so.1").touch()
    with pytest.raises(Failed, match=r"libstrange\.so\.1"):
        notices.found(tmp_path)


def test_every_licence_has_its_text() -> None:
    for row in notices.libraries():
        text = HERE / "licences" / f"{row.licence}.txt"
        assert row.within in ("pillow", "python") or (text.is_file() and row.copyright)
    assert (HERE / "licences" / f"{notices.INSIDE['pygame-ce']}.txt").is_file()


def test_both_papers_are_written(tmp_path: Path) -> None:
    (tmp_path / "libogg-0.dll").touch()
    part = notices.Part("pygame-ce", "1.0", "LGPL-2.1-or-later", "https://pypi.org", "")
    notices.write(tmp_path, project(), [part])
    assert "Xiph.Org" in (tmp_path / notices.LICENCES).read_text(encoding="utf-8")
    bill = json.loads((tmp_path / notices.BILL).read_text(encoding="utf-8"))
    assert [each["name"] for each in bill["components"]] == ["pygame-ce", "libogg-0.dll"]


def test_nothing_of_the_makers_goes_into_a_package(tmp_path: Path) -> None:
    contents.modules(tmp_path)
    there = {path.name for path in (tmp_path / "game").iterdir()}
    assert there.isdisjoint({"packaging", "press", "__pycache__"})
    assert {"cli.py", "ui", "story"} <= there


def test_stories_and_papers_lie_open(tmp_path: Path) -> None:
    contents.lay(tmp_path, tmp_path / "app")
    assert (tmp_path / "stories" / contents.STORY / "story.yaml").is_file()
    assert (tmp_path / "TECHNICIANS.txt").is_file()
    contents.for_windows(tmp_path)
    lines = (tmp_path / "lab-template.yaml").read_bytes()
    assert lines.count(b"\r\n") == lines.count(b"\n") > 50


def test_a_wheel_holds_the_same_art_as_a_package() -> None:
    """The drawings and the press that bakes them stay in the checkout: no game reads them."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = said["tool"]["hatch"]["build"]["targets"]["wheel"]
    art = {f"assets/{name}": f"game/shipped/assets/{name}" for name in contents.ART}
    assert wheel["force-include"] == {**art, "story": "game/shipped/story"}
    assert wheel["exclude"] == [f"game/{name}" for name in contents.MAKERS]


def test_a_version_for_windows_has_four_numbers() -> None:
    assert project()._replace(version="1.2").numbers == "1.2.0.0"
    assert project()._replace(version="1.2.3rc1").numbers == "1.2.0.0"


def test_what_windows_knows_the_program_by_never_changes() -> None:
    assert str(installers._UPGRADE) == "d2b3c8a6-6c1e-4f43-9d8d-0a1d4b0f1917"


def test_what_is_missing_is_said_before_anything_is_built() -> None:
    with pytest.raises(Failed, match="no-such-tool"):
        work.needed("no-such-tool")
    assert work.python(sys.version_info[:2]) == Path(sys.executable)
