"""A drawing (SVG) is taken apart into its sheets of paper, each rendered by itself."""

import copy
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import resvg_py
from PIL import Image

Numbers = npt.NDArray[np.float32]
Half = Literal["flat", "grain"]
Share = Literal["", "body", "head", "hands"]
HEAD, HANDS = "head", "hands"
_SVG = "http://www.w3.org/2000/svg"
_ROUGH = 0.125


class Box(NamedTuple):
    """A rectangle of pixels: left and top are in, right and bottom are out."""

    left: int
    top: int
    right: int
    bottom: int


class Sheet(NamedTuple):
    """One piece of a drawing, with the groups it lies in."""

    element: ET.Element
    chain: tuple[ET.Element, ...]

    @property
    def printed(self) -> bool:
        """Ink on the sheet beneath, or light: no cut edge and no shadow."""
        return bool({"flat", "glow"} & set(_classes(self.element)))

    @property
    def share(self) -> str:
        """To which share of a person it belongs: the head, the hands on the table, the body."""
        marked = (group.get("data-share") for group in self.chain)
        return next((word for word in marked if word), "body")

    @property
    def grained(self) -> bool:
        return any("grain" in _classes(child) for child in self.element.iter())


class Drawing(NamedTuple):
    left: float
    top: float
    width: float
    height: float
    defs: tuple[ET.Element, ...]
    sheets: tuple[Sheet, ...]


def read(text: str, layer: str, variant: frozenset[str]) -> Drawing:
    """The sheets of one layer (all when empty) in one variant of expression and pose."""
    root = ET.fromstring(text)  # noqa: S314 - our own drawings
    _prune(root, variant)
    left, top, width, height = (float(word) for word in root.get("viewBox", "").split())
    defs = tuple(child for child in root if child.tag == _tag("defs"))
    shown = [child for child in root if not layer or child.get("data-layer") == layer]
    sheets = tuple(sheet for child in shown for sheet in _sheets(child, ()))
    return Drawing(left, top, width, height, defs, sheets)


def render(drawing: Drawing, sheet: Sheet, half: Half, scale: float, box: Box) -> Numbers:
    """Pixels 0 to 1, height x width x RGBA, of a part of one sheet."""
    view = (
        drawing.left + box.left / scale,
        drawing.top + box.top / scale,
        (box.right - box.left) / scale,
        (box.bottom - box.top) / scale,
    )
    size = (box.right - box.left, box.bottom - box.top)
    picture = _picture(_document(drawing, sheet, half, view, size))
    pixels: Numbers = np.divide(np.asarray(picture), 255, dtype=np.float32)
    return pixels


def extent(drawing: Drawing, sheet: Sheet, scale: float) -> Box | None:
    """Where a sheet has ink, found on a small rendering, with a margin."""
    size = (round(drawing.width * scale), round(drawing.height * scale))
    small = (max(1, round(size[0] * _ROUGH)), max(1, round(size[1] * _ROUGH)))
    view = (drawing.left, drawing.top, drawing.width, drawing.height)
    found = _picture(_document(drawing, sheet, "flat", view, small)).getchannel("A").getbbox()
    if found is None:
        return None
    left, top, right, bottom = found
    across, down = size[0] / small[0], size[1] / small[1]
    return Box(
        max(0, int((left - 1) * across)),
        max(0, int((top - 1) * down)),
        min(size[0], int((right + 1) * across) + 1),
        min(size[1], int((bottom + 1) * down) + 1),
    )


def _picture(text: str) -> Image.Image:
    data = resvg_py.svg_to_bytes(svg_string=text, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(data))).convert("RGBA")


def _tag(name: str) -> str:
    return f"{{{_SVG}}}{name}"


def _classes(element: ET.Element) -> list[str]:
    return (element.get("class") or "").split()


def _prune(element: ET.Element, variant: frozenset[str]) -> None:
    for child in list(element):
        wanted = child.get("data-expr")
        if wanted is not None and not variant & set(wanted.split()):
            element.remove(child)
        else:
            _prune(child, variant)


def _sheets(element: ET.Element, chain: tuple[ET.Element, ...]) -> Iterator[Sheet]:
    if element.tag == _tag("defs"):
        return
    if "piece" in _classes(element) or element.tag != _tag("g"):
        yield Sheet(element, chain)
        return
    for child in element:
        yield from _sheets(child, (*chain, element))


def _document(
    drawing: Drawing,
    sheet: Sheet,
    half: Half,
    view: tuple[float, float, float, float],
    size: tuple[int, int],
) -> str:
    words = {
        "viewBox": " ".join(f"{number:.4f}" for number in view),
        "width": str(size[0]),
        "height": str(size[1]),
        "preserveAspectRatio": "none",
    }
    root = ET.Element(_tag("svg"), words)
    root.extend(drawing.defs)
    parent = root
    for group in sheet.chain:
        kept = {key: value for key, value in group.attrib.items() if key != "class"}
        parent = ET.SubElement(parent, _tag("g"), kept)
    element = copy.deepcopy(sheet.element)
    _keep(element, half)
    parent.append(element)
    return ET.tostring(root, encoding="unicode")


def _keep(element: ET.Element, half: Half) -> None:
    for child in list(element):
        grain = "grain" in _classes(child)
        holds = any("grain" in _classes(inner) for inner in child.iter())
        if (half == "flat" and grain) or (half == "grain" and not holds):
            element.remove(child)
        elif not grain:
            _keep(child, half)
