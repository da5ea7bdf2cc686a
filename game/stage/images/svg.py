"""A teacher's drawing (SVG) becomes a picture where resvg is installed; the game comes without it.

A drawing may come from anyone: what could fetch files or grow without end is not drawn.
"""

import re
import xml.etree.ElementTree as ET
from importlib import import_module
from typing import Protocol, cast

ENDING = ".svg"
LARGEST = 1_000_000
_ACROSS = 1920
_NARROWEST = 8.0
_LONGEST_PATHS = 20_000
_NOT_DRAWN = frozenset({"use", "image", "filter", "pattern", "mask", "foreignObject", "script"})
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d+)?)(?:px)?\s*")
_AGAIN = "save it as PNG, JPEG or WebP"


class BadDrawing(Exception):
    """Why a drawing is not shown, as the end of a sentence that begins with its name."""


class _Resvg(Protocol):
    def svg_to_bytes(
        self, *, svg_string: str, width: int, height: int, skip_system_fonts: bool
    ) -> bytes: ...


def png(data: bytes) -> bytes:
    """Return the drawing as a PNG file."""
    try:
        resvg = cast("_Resvg", import_module("resvg_py"))
    except ImportError:
        raise BadDrawing(f"is a drawing (SVG), which cannot be shown here; {_AGAIN}.") from None
    text, width, height = _looked_at(data)
    tall = max(1, round(_ACROSS * height / width))
    try:
        made = resvg.svg_to_bytes(
            svg_string=text, width=_ACROSS, height=tall, skip_system_fonts=False
        )
    except BaseException as cause:
        # A panic of resvg is no Exception; anything else, such as Ctrl+C, goes its way.
        if isinstance(cause, Exception) or type(cause).__name__ == "PanicException":
            raise BadDrawing(f"cannot be drawn; {_AGAIN}.") from None
        raise
    return bytes(made)


def _looked_at(data: bytes) -> tuple[str, float, float]:
    if len(data) > LARGEST:
        raise BadDrawing(f"is a drawing larger than 1 MB; {_AGAIN}.")
    try:
        text = data.decode("utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            text = re.sub(r"<!DOCTYPE[^\[>]*>", "", text, count=1)
        if "<!" in re.sub(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", "", text, flags=re.DOTALL):
            raise BadDrawing(f"declares things of its own, which is not read here; {_AGAIN}.")
        root = ET.fromstring(text)  # noqa: S314 - without declarations nothing can grow
    except (UnicodeDecodeError, ET.ParseError):
        raise BadDrawing(f"is no drawing (SVG) that can be read; {_AGAIN}.") from None
    names = [str(element.tag).rpartition("}")[2] for element in root.iter()]
    odd = sorted(_NOT_DRAWN & set(names))
    if odd or len(names) > _LONGEST_PATHS:
        what = f"uses '{odd[0]}'" if odd else "has too many shapes"
        raise BadDrawing(f"{what}, which is not drawn here; {_AGAIN}.")
    return text, *_size(root)


def _size(root: ET.Element) -> tuple[float, float]:
    """Width and height, from the box of the drawing or from its size; never a mere line."""
    box = root.get("viewBox", "").replace(",", " ").split()[2:]
    words = box if len(box) == 2 else [root.get("width", ""), root.get("height", "")]
    found = [_LENGTH.fullmatch(word) for word in words]
    width, height = (float(one[1]) if one else 0.0 for one in found)
    if not width or not height or max(width / height, height / width) > _NARROWEST:
        raise BadDrawing(f"does not say how wide and high it is ('viewBox'); {_AGAIN}.")
    return width, height
