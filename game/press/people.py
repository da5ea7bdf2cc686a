"""People are put together from shared pieces: a drawing is a list of names and a set of colours.

``assets/catalogue/people.json`` says who is made of what. A piece "@face_round" takes its place
on the head; a piece "speaking:far_open_behind" is there in that pose only, and one in
"sitting/hands:near_rest" is laid on the table in front of whoever sits. "+face" stands for all
the names of a set.
"""

import copy
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from game.press.drawing import HEAD
from game.stage import table
from game.stage.table import Table

_SVG = "http://www.w3.org/2000/svg"
_BOX = "-20 -140 660 1140"
_HEAD = "translate(178 28) scale(.88)"
ET.register_namespace("", _SVG)


class Library(NamedTuple):
    """All pieces and gradients by name, and the colour that each name of a colour stands for."""

    pieces: Mapping[str, ET.Element]
    paints: Mapping[str, ET.Element]
    colours: Table
    people: Mapping[str, Table]
    sets: Table = Table({})


def library(assets: Path) -> Library:
    pieces: dict[str, ET.Element] = {}
    paints: dict[str, ET.Element] = {}
    for path in sorted((assets / "pieces").glob("*.svg")):
        for child in ET.fromstring(path.read_text(encoding="utf-8")):  # noqa: S314 - our own
            if child.tag == _tag("defs"):
                paints |= {paint.get("id", ""): paint for paint in child}
            elif child.get("id"):
                pieces[child.get("id", "")] = child
    listed = table.read(assets / "catalogue" / "people.json")
    names = dict(listed.tables())
    none = Table({})
    people = dict(listed.tables("people"))
    return Library(pieces, paints, names.get("colours", none), people, names.get("sets", none))


def drawing(known: Library, name: str) -> str:
    """The whole drawing of a person as SVG."""
    row = known.people[name]
    whole = ET.Element(_tag("g"))
    if row.text("whole"):
        whole.set("transform", row.text("whole"))
    for word in _words(row, known.sets):
        whole.append(_placed(word, row, known))
    root = ET.Element(_tag("svg"), {"viewBox": _BOX})
    defs = ET.SubElement(root, _tag("defs"))
    root.append(whole)
    text = ET.tostring(whole, encoding="unicode")
    defs.extend(known.paints[paint] for paint in sorted(set(re.findall(r"url\(#(\w+)\)", text))))
    return _coloured(ET.tostring(root, encoding="unicode"), row, known.colours)


def _words(row: Table, sets: Table) -> Iterator[str]:
    for word in row.words("pieces"):
        yield from sets.words(word[1:]) if word.startswith("+") else (word,)


def _placed(word: str, row: Table, known: Library) -> ET.Element:
    poses, _, name = word.rpartition(":")
    pose, _, share = poses.partition("/")
    group = ET.Element(_tag("g"))
    if name.startswith("@"):
        group.set("transform", row.text("head", _HEAD))
        share = share or (HEAD if not name.startswith("@neck") else "")
    if share:
        group.set("data-share", share)
    if pose:
        group.set("data-expr", " ".join(f"pose_{one}" for one in pose.split("+")))
    group.extend(_unfolded(known.pieces[name.lstrip("@")], known))
    return group


def _unfolded(piece: ET.Element, known: Library) -> Iterator[ET.Element]:
    """A piece's sheets, with other pieces it uses put in their places."""
    for child in piece:
        if child.tag != _tag("use"):
            yield copy.deepcopy(child)
            continue
        group = ET.Element(_tag("g"))
        for key in ("transform", "data-expr"):
            if child.get(key):
                group.set(key, child.get(key, ""))
        group.extend(_unfolded(known.pieces[child.get("href", "").lstrip("#")], known))
        yield group


def _coloured(text: str, row: Table, names: Table) -> str:
    """In place of each colour that is a name, what this person wears."""
    worn = {}
    for name, code in row.texts("colours").items():
        if not names.text(name):
            raise KeyError(f"no colour is called '{name}'")
        worn[names.text(name)] = code
    return re.sub(r"#[0-9A-F]{6}", lambda found: worn.get(found[0], found[0]), text)


def _tag(name: str) -> str:
    return f"{{{_SVG}}}{name}"
