"""The map of a story as SVG: rails, stations and names, in the colours of the book."""

import textwrap
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from game.author.tracks import STEP, Plan, Rail, Row, Station

_STYLE = """
.paper { fill: #F6EDD8 }
.title { font: 700 40px Oswald, "Arial Narrow", sans-serif; fill: #17151A }
.chapter { font: 700 20px Oswald, "Arial Narrow", sans-serif; fill: #B3211A }
.years, .key { font: 13px Literata, Georgia, serif; fill: #4A4038 }
.name { font: 14px Literata, Georgia, serif; fill: #17151A }
.sitting { font: 700 12px Oswald, "Arial Narrow", sans-serif; fill: #B3211A }
.sitting, .name, .chapter, .years { paint-order: stroke; stroke: #F6EDD8; stroke-width: 5px }
.pole { stroke: #B3211A; stroke-width: 2 }
.jump { font: italic 11px Literata, Georgia, serif; fill: #4A4038 }
.rail { fill: none; stroke: #8A7A62; stroke-width: 3 }
.rail.main { stroke: #17151A; stroke-width: 6 }
.rail.away { stroke: #C6281F; stroke-width: 3 }
.stop { fill: #FCF6E8; stroke: #17151A; stroke-width: 4 }
.stop.branch { stroke: #2F4558 }
.stop.ending { fill: #C6281F; stroke: #17151A }
.stop.siding { fill: #DCCBA6; stroke: #8A7A62; stroke-dasharray: 4 3 }
.found .stop { stroke: #005AB4; stroke-width: 7 }
.dim { opacity: .25 }
a { cursor: pointer }
"""
_LETTERS, _LETTERS_ABOVE, _LETTERS_BESIDE = 20, 34, 19
# What a printer leaves of A3, in millimetres, and how many of them a unit needs to be read.
_SHORT, _LONG, _LEAST = 281, 404, 0.16
# A small map is not blown up beyond the width of this one; so much stands above a row.
_NARROWEST, _ABOVE = 1400, 60


class Sheet(NamedTuple):
    """A part of the map that is printed on a page of its own: its rows lie between two heights."""

    top: int
    bottom: int


def drawing(plan: Plan, title: str) -> str:
    """Return a whole SVG document; every station is a group that names its scene."""
    return _drawn(plan, title, Sheet(0, plan.height))


def pages(plan: Plan, title: str) -> Iterator[str]:
    """The same as one drawing or several, each of which can be read on a page of paper."""
    for sheet in sheets(plan):
        yield _drawn(plan, title, sheet)


def is_upright(plan: Plan) -> bool:
    """Whether all of it can be read on one upright sheet of A3."""
    return min(_SHORT / plan.width, _LONG / plan.height) >= _LEAST


def sheets(plan: Plan) -> list[Sheet]:
    """As few as can be read: one upright, or as many as are needed across."""
    if is_upright(plan):
        return [Sheet(0, plan.height)]
    most = max(plan.width, _NARROWEST) * _SHORT / _LONG
    found, top = [], 0
    edges = [*(row.y - _ABOVE for row in plan.rows[1:]), plan.height]
    for edge, following in zip(edges, [*edges[1:], None], strict=True):
        if following is None or following - top > most:
            found.append(Sheet(top, edge))
            top = edge
    return found


def _drawn(plan: Plan, title: str, sheet: Sheet) -> str:
    def is_on(y: int) -> bool:
        return sheet.top <= y < sheet.bottom

    head = (
        f"<style>{_STYLE}</style>",
        f'<text class="title" x="30" y="52">{escape(title)}</text>',
        '<text class="key" x="30" y="76">Black: as it happened. Red: another way. '
        "Red stations: endings. Dashed: no way leads there.</text>",
    )
    size = f'width="{plan.width}" height="{sheet.bottom - sheet.top}"'
    rails = enumerate(plan.rails)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(title)}" '
        f'viewBox="0 {sheet.top} {plan.width} {sheet.bottom - sheet.top}">',
        f'<rect class="paper" y="{sheet.top}" {size}/>',
        *(head if not sheet.top else ()),
        *(_rail(rail, number) for number, rail in rails if is_on(rail.start.y)),
        *(_row(row) for row in plan.rows if is_on(row.y)),
        *(_station(station) for station in plan.stations.values() if is_on(station.y)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _row(row: Row) -> str:
    """The title of a chapter on up to three lines, to the left of its first station."""
    title = f"{row.number} {row.title}" if row.number else row.title
    lines = textwrap.wrap(title, _LETTERS_BESIDE, max_lines=3, placeholder=" …")
    told = "".join(
        f'<text class="chapter" x="30" y="{row.y - 4 + 22 * number}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    below = row.y - 8 + 22 * len(lines)
    return f'{told}<text class="years" x="30" y="{below}">{escape(row.years)}</text>'


def _rail(rail: Rail, number: int) -> str:
    kind = "main" if rail.is_main else "away"
    title = f"<title>{escape(rail.choice.text)}</title>"
    if rail.end is None:
        return _stub(rail, kind, title, number)
    start, end = rail.start, rail.end
    if start.y == end.y and end.x - start.x == STEP and rail.is_main:
        return f'<path class="rail {kind}" d="M{start.x} {start.y}H{end.x}">{title}</path>'
    bow = 14 + 6 * (number % 4)
    if start.y == end.y:
        middle = (start.x + end.x) // 2
        way = f"M{start.x} {start.y}Q{middle} {start.y - bow * 2} {end.x} {end.y}"
    else:
        reach = min(STEP * 2 // 3, max(20, end.x - start.x))
        way = f"M{start.x} {start.y}C{start.x + reach} {start.y} {end.x} {start.y} {end.x} {end.y}"
    return f'<path class="rail {kind}" d="{way}">{title}</path>'


def _stub(rail: Rail, kind: str, title: str, number: int) -> str:
    """A line that goes on in another row: a short piece, and where it leads."""
    x, y = rail.start.x, rail.start.y
    if rail.is_main:
        end = x + STEP * 2 // 3
        return (
            f'<path class="rail {kind}" d="M{x} {y}H{end}">{title}</path>'
            f'<text class="jump" x="{end + 6}" y="{y + 4}">{escape(_short(rail.jump))}</text>'
        )
    fall = 16 + 9 * (number % 3)
    return f'<path class="rail {kind}" d="M{x} {y}q20 -{fall} 52 -{fall}">{title}</path>'


def _station(station: Station) -> str:
    scene = station.scene
    lines = _lines(scene.title)
    names = "".join(
        f'<text class="name" x="{station.x}" y="{station.y + 27 + 15 * number}" '
        f'text-anchor="middle">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    shape = f'<circle class="stop {station.kind}" cx="{station.x}" cy="{station.y}" r="9"/>'
    if station.kind == "ending":
        left, top = station.x - 9, station.y - 9
        shape = f'<rect class="stop ending" x="{left}" y="{top}" width="18" height="18"/>'
    names += _sitting(station)
    about = " · ".join(part for part in (scene.date, scene.place) if part)
    offers = "".join(f"\n– {choice.text}" for choice in scene.choices)
    return (
        f'<a id="at-{escape(scene.id)}" data-scene="{escape(scene.id)}" tabindex="0">'
        f"<title>{escape(scene.title)}\n{escape(about)}{escape(offers)}</title>{shape}{names}</a>"
    )


def _sitting(station: Station) -> str:
    """Where a part of a chapter begins, its title stands on a pole over the station."""
    if not station.scene.sitting:
        return ""
    title = _short(station.scene.sitting, _LETTERS_ABOVE)
    x, y = station.x, station.y
    return (
        f'<path class="pole" d="M{x} {y - 11}V{y - 34}"/>'
        f'<text class="sitting" x="{x}" y="{y - 39}" text-anchor="middle">{escape(title)}</text>'
    )


def _lines(title: str) -> list[str]:
    """A name on at most two lines."""
    if len(title) <= _LETTERS:
        return [title]
    words, first = title.split(), ""
    while words and len(first) + len(words[0]) < _LETTERS:
        first = f"{first} {words.pop(0)}".strip()
    return [first, _short(" ".join(words))] if first else [_short(title)]


def _short(text: str, most: int = _LETTERS) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
