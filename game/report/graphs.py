"""The railway and the power share as drawings within a page, each with its words beside it."""

from collections.abc import Mapping, Sequence
from html import escape

from game.html import clean, element, table
from game.play import labels
from game.play.power import WHOLE, Share, rest
from game.play.railway import Station
from game.report import words
from game.story.model import Story

_STEP, _LINE, _AWAY = 62, 58, 20
_WIDE, _HIGH, _COLUMN = 760, 90, 40
# The colour of those who are no contenders.
_OTHERS = "#CDC3A9"


def railway(stations: Sequence[Station]) -> str:
    """The stations of a chapter on one line, with their numbers; the names stand in the text."""
    if len(stations) < 2:
        return ""
    width = _STEP * (len(stations) + 1)
    parts = [_svg(width, 86, words.RAILWAY_ABOUT)]
    line = f'<path d="M{_STEP // 2} {_LINE}H{width - _STEP // 2}" stroke="#17151A"'
    parts.append(f'{line} stroke-width="6"/>')
    for number, station in enumerate(stations, 1):
        parts.append(_stop(number, station))
    return "".join((*parts, "</svg>"))


def _stop(number: int, station: Station) -> str:
    x = _STEP * number
    away = station.same is False
    y = _AWAY if away else _LINE
    half = _STEP // 2 - 4
    way = f"M{x - half} {_LINE}C{x - half // 2} {_LINE} {x - half // 2} {_AWAY} {x} {_AWAY}"
    way += f"C{x + half // 2} {_AWAY} {x + half // 2} {_LINE} {x + half} {_LINE}"
    red = f'<path d="{way}" fill="none" stroke="#C6281F" stroke-width="4"/>' if away else ""
    fill = "#C6281F" if away else "#FFFDF6"
    title = f"<title>{clean(station.title)}: {clean(words.way(station.same))}</title>"
    return (
        f'<g>{title}{red}<circle cx="{x}" cy="{y}" r="9" fill="{fill}" stroke="#17151A" '
        f'stroke-width="3"/><text x="{x}" y="82" text-anchor="middle" font-size="13">{number}'
        "</text></g>"
    )


def power(story: Story, shares: Sequence[Share]) -> str:
    """Two drawings, the record's and this game's, and how it stands at their end in numbers."""
    if not shares:
        return ""
    last = shares[-1]
    names = [name for name in story.contenders if name in last.record]
    rows = [
        (story.contenders[name].name, words.points(last.record[name], last.yours.get(name, 0)))
        for name in names
    ]
    rows.append((labels.EVERYONE_ELSE, words.points(rest(last.record), rest(last.yours))))
    after = story.scenes[last.scene].title
    return "\n".join(
        (
            element("h2", words.POWER),
            element("p", words.POWER_ABOUT, "small"),
            element("p", labels.POWER_JUDGED, "small"),
            _key(story, names),
            element("p", words.POWER_RECORD),
            _columns(story, names, [share.record for share in shares]),
            element("p", words.POWER_YOURS),
            _columns(story, names, [share.yours for share in shares]),
            table(("", "Points"), rows, f"After “{after}”"),
        )
    )


def _key(story: Story, names: Sequence[str]) -> str:
    told = [(story.contenders[name].colour, story.contenders[name].name) for name in names]
    found = (
        f'<span class="swatch" style="background:{colour}"></span> {clean(name)}'
        for colour, name in (*told, (_OTHERS, labels.EVERYONE_ELSE))
    )
    return "<p>" + " &nbsp; ".join(found) + "</p>"


def _columns(story: Story, names: Sequence[str], rows: Sequence[Mapping[str, int]]) -> str:
    wide = min(_COLUMN, _WIDE / len(rows))
    parts = [_svg(_WIDE, _HIGH, words.POWER)]
    for place, row in enumerate(rows):
        total, top = max(WHOLE, sum(row.values())), 0.0
        told = [
            (story.contenders[name].name, story.contenders[name].colour, row.get(name, 0))
            for name in names
        ]
        for who, colour, points in (*told, (labels.EVERYONE_ELSE, _OTHERS, rest(row))):
            high = _HIGH * points / total
            title = clean(f"{who}: {points}")
            parts.append(
                f'<rect x="{place * wide:.1f}" y="{top:.1f}" width="{wide:.1f}" '
                f'height="{high:.1f}" fill="{colour}"><title>{title}</title>'
                "</rect>"
            )
            top += high
    return "".join((*parts, "</svg>"))


def _svg(width: int, height: int, label: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="{escape(label)}">'
    )
