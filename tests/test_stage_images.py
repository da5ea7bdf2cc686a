"""Pictures from anywhere: what is odd, broken or too large becomes a sentence, never a crash."""

import io
import struct
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from game.stage import compose
from game.stage.images import files
from game.story.model import Illustration
from tests.drawing import drawn, shipped

SIZES = ((64, 36), (160, 90))


def picture(form: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> bytes:
    saved = io.BytesIO()
    Image.new(mode, size).save(saved, form)
    return saved.getvalue()


def claimed(width: int, height: int) -> bytes:
    """A PNG whose head claims a size that its few bytes do not hold."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    whole = b"\x89PNG\r\n\x1a\n"
    for name, data in chunks:
        whole += struct.pack(">I", len(data)) + name + data
        whole += struct.pack(">I", zlib.crc32(name + data))
    return whole


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "cannot be read"),
        (b"not a picture at all", "cannot be read"),
        (picture()[:60], "cannot be read"),
        (picture("JPEG")[:300], "cannot be read"),
        (picture("WEBP")[:40], "cannot be read"),
        (picture("GIF"), "cannot be read"),
        (picture("BMP"), "cannot be read"),
        (picture("TIFF"), "cannot be read"),
        (picture("PPM"), "cannot be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot be read"),
        (claimed(9000, 9000), "too many pixels"),
        (claimed(20, 60_000), "too many pixels"),
        (claimed(60_000, 60_000), "too many pixels"),
        (claimed(2_000_000_000, 2_000_000_000), "too many pixels"),
        (claimed(2000, 2000), "cannot be read"),
    ],
)
def test_a_bad_picture_is_a_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "mine.png"
    path.write_bytes(data)
    with pytest.raises(files.BadImage, match=sentence) as caught:
        files.read(path)
    assert "'mine.png'" in str(caught.value)


def test_no_picture_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(files.BadImage, match=r"There is no picture 'gone\.png'"):
        files.read(tmp_path / "gone.png")
    with pytest.raises(files.BadImage, match="is not a file"):
        files.read(tmp_path)


def test_a_huge_file_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.png"
    path.write_bytes(picture())
    monkeypatch.setattr(files, "LARGEST_FILE", 10)
    with pytest.raises(files.BadImage, match="larger than"):
        files.read(path)


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "L"), ("PNG", "LA"), ("PNG", "P"), ("PNG", "1"),
        ("PNG", "I;16"), ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("WEBP", "RGBA"),
    ],
)  # fmt: skip
def test_every_usual_kind_becomes_plain_bytes(tmp_path: Path, form: str, mode: str) -> None:
    path = tmp_path / "mine.png"
    path.write_bytes(picture(form, mode))
    found = files.load(path)
    assert (found.width, found.height) == (40, 30)
    assert len(found.data) == 40 * 30 * len(found.mode)


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    made = compose.paper(20, 10, shipped())
    files.write(made, tmp_path / "paper.png")
    assert files.load(tmp_path / "paper.png") == made


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("size", [(40, 30), (3, 200), (200, 3)])
def test_an_own_picture_of_any_shape_fills_the_frame(
    tmp_path: Path, size: tuple[int, int], width: int, height: int
) -> None:
    (tmp_path / "mine.png").write_bytes(picture(mode="RGBA", size=size))
    made = compose.plate(drawn(picture="mine.png"), shipped(), width, height, 0.4, tmp_path)
    assert (made.width, made.height, made.mode) == (width, height, "RGB")
    assert len(made.data) == width * height * 3


def test_an_own_picture_stays_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.png").write_bytes(picture())
    inner = tmp_path / "chapter"
    inner.mkdir()
    assert compose.troubles(drawn(picture="../mine.png"), shipped(), inner) == (
        "There is no picture 'mine.png'.",
    )


def test_a_broken_picture_gives_way_to_the_parts(tmp_path: Path) -> None:
    (tmp_path / "mine.png").write_bytes(b"broken")
    illustration = drawn("kremlin_office", picture="mine.png")
    with_parts = compose.plate(illustration, shipped(), 64, 36, 0.0, tmp_path)
    assert with_parts == compose.plate(drawn("kremlin_office"), shipped(), 64, 36)


@pytest.mark.parametrize(
    "illustration",
    [
        drawn(),
        drawn("nowhere", "nobody", props=("nothing",), mood="strange"),
        drawn("", "lenin"),
        drawn("archive", focus=-3.0),
        drawn("archive", focus=7.0),
    ],
)
def test_any_illustration_can_be_drawn(illustration: Illustration) -> None:
    for width, height in SIZES:
        made = compose.plate(illustration, shipped(), width, height, 0.4)
        assert len(made.data) == width * height * 3


def test_a_part_that_is_broken_is_told_and_left_out(tmp_path: Path) -> None:
    bad = tmp_path / "bad.webp"
    bad.write_bytes(b"broken")
    parts = {
        name: part._replace(files=part.files._replace(flat=str(bad)), small=None)
        if name == "bd_archive.desk"
        else part
        for name, part in shipped().parts.items()
    }
    found = compose.troubles(drawn("archive"), replace(shipped(), parts=parts))
    assert [told.split(";")[0] for told in found] == ["The picture 'bad.webp' cannot be read"]


def test_the_sheets_together_are_the_plate() -> None:
    """Laid over each other, what moves shows the same picture as the one that stands still."""
    illustration = drawn("petrograd_day", "lenin right")
    whole = Image.new("RGB", (320, 180))
    for sheet in compose.layers(illustration, shipped(), 320, 180):
        picture = sheet.pixels
        part = Image.frombytes(picture.mode, (picture.width, picture.height), picture.data)
        whole.paste(part, (sheet.left, sheet.top), part if picture.mode == "RGBA" else None)
    plate = compose.plate(illustration, shipped(), 320, 180)
    one, other = whole.resize((16, 9)), Image.frombytes("RGB", (320, 180), plate.data)
    pairs = zip(one.tobytes(), other.resize((16, 9)).tobytes(), strict=True)
    assert max(abs(left - right) for left, right in pairs) < 40


def test_a_photograph_is_shown_as_it_was_held(tmp_path: Path) -> None:
    photo = Image.new("RGB", (40, 20), "white")
    photo.paste((200, 0, 0), (0, 0, 10, 20))
    turned = Image.Exif()
    turned[0x0112] = 6
    photo.save(tmp_path / "turned.jpg", exif=turned)
    found = files.read(tmp_path / "turned.jpg")
    assert found.size == (20, 40)
    top, bottom = found.getpixel((10, 3)), found.getpixel((10, 36))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[1] < 60
    assert bottom[1] > 200


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_colour_keeps_its_light_and_dark(tmp_path: Path, mode: str) -> None:
    ramp = Image.linear_gradient("L")
    if mode == "I;16":
        made = ramp.convert("I").point(lambda value: value * 257 + 0).convert("I;16")
    else:
        made = (ramp.convert("LA") if mode == "PA" else ramp.convert("RGB")).convert(mode)
    path = tmp_path / ("mine.jpg" if mode == "CMYK" else "mine.png")
    try:
        made.save(path)
    except OSError:
        pytest.skip("This Pillow does not write it.")
    grey = files.read(path).convert("L").resize((1, 16), Image.Resampling.BOX)
    values = [int(value) for value in grey.tobytes()]
    assert values[0] < 40
    assert values[-1] > 215
    assert 90 < values[8] < 170


SQUARE = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'>%s</svg>"


def test_a_drawing_is_shown_where_that_can_be(tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    path = tmp_path / "mine.svg"
    path.write_bytes(SQUARE % b"<rect width='40' height='30' fill='#00f'/>")
    found = files.read(path)
    assert found.size == (1920, 1440)
    assert found.convert("RGB").getpixel((960, 720)) == (0, 0, 255)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "no drawing"),
        (b"\xff\xfe<\0s\0", "no drawing"),
        (SQUARE[:20], "no drawing"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1'/>", "how wide"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 0'/>", "how wide"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9999'/>", "how wide"),
        (SQUARE % b"<image href='/etc/passwd'/>", "uses 'image'"),
        (SQUARE % b"<g id='a'/><use href='#a'/>", "uses 'use'"),
        (SQUARE % (b"<g/>" * 30_000), "too many shapes"),
        (SQUARE % (b" " * 1_100_000), "larger than 1 MB"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + SQUARE % b"&b;", "declares"),
        (b"PNG", "no drawing"),
    ],
)
def test_a_drawing_that_could_do_harm_is_a_sentence(
    tmp_path: Path, data: bytes, sentence: str
) -> None:
    pytest.importorskip("resvg_py")
    path = tmp_path / "mine.svg"
    path.write_bytes(data)
    with pytest.raises(files.BadImage, match=sentence):
        files.read(path)


def test_without_resvg_a_drawing_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    path = tmp_path / "mine.svg"
    path.write_bytes(SQUARE % b"")
    with pytest.raises(files.BadImage, match="save it as PNG, JPEG or WebP"):
        files.read(path)


def test_no_part_of_a_photograph_need_lie_beneath_the_page(tmp_path: Path) -> None:
    photo = Image.new("RGB", (300, 300), "black")
    photo.paste((255, 255, 255), (0, 0, 30, 300))
    photo.save(tmp_path / "mine.png")
    made = compose.plate(drawn(picture="mine.png"), shipped(), 640, 360, 0.4, tmp_path)
    image = Image.frombytes(made.mode, (made.width, made.height), made.data).convert("L")
    left = image.crop((250, 40, 280, 320)).resize((1, 1)).tobytes()[0]
    right = image.crop((420, 40, 600, 320)).resize((1, 1)).tobytes()[0]
    assert left > 180
    assert right < 60
