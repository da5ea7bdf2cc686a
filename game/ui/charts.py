"""Meters, the parting rails, the railway and the power share, each with its words beside it."""

from collections.abc import Mapping, Sequence

from game.play import labels, railway
from game.play.playthrough import Playthrough
from game.play.power import WHOLE, Share, rest
from game.story.model import Story
from game.ui import words
from game.ui.art import Band, Fork, Meter, Power, Railway, Stop
from game.ui.boxes import Box, Rect, Run
from game.ui.flow import Piece
from game.ui.pieces import picture, say
from game.ui.space import Space

# The paper of those who are no contenders.
_OTHERS = "#CDC3A9"


def meter(label: str, art: Meter, width: int, space: Space) -> Piece:
    """Label, bar and signed change on one line; the label above where there is no room beside.

    What others pay is told in red, as what is lost is, though its number rises.
    """
    is_bad = art.after < art.before or art.is_cost
    style = space.style("text", 16, 1.4)
    number = space.style("display", 18, 1.3, "red" if is_bad else "slate")
    change = f"{art.after - art.before:+d}".replace("-", "−")
    wide = space.measure.width(label, style.font) + space.px(12)
    beside = wide < width * 0.5
    right = space.measure.width("+00", number.font) + space.px(8)
    left = max(wide, round(width * 0.38)) if beside else 0
    top = 0 if beside else style.leading
    middle = top + style.leading // 2
    bar = Rect(left, middle - space.px(6), width - left - right, space.px(12))
    name_top = (style.leading - space.measure.height(style.font)) // 2
    sum_top = middle - space.measure.height(number.font) // 2
    sum_left = width - space.measure.width(change, number.font)
    words_of = (
        Run(label, 0, name_top, style.font),
        Run(change, sum_left, sum_top, number.font, number.colour),
    )
    height = top + style.leading
    name = words.meter(label, art.before, art.after)
    text = Box(Rect(0, 0, width, height), "meter", name, runs=words_of)
    return Piece(height, (text, Box(bar, "graph", art=art)))


def fork(play: Playthrough, width: int, space: Space) -> tuple[Piece, ...]:
    """How often the reader went another way, lately, as rails that part."""
    another, of = railway.lately(play)
    if not of:
        return ()
    style = space.style("label", 16, 1.35, most=1.6)
    said = words.lately(another, of)
    right = space.measure.width(said, style.font)
    title = Run(words.HOW_FAR.upper(), 0, space.px(10), style.font)
    answer = Run(said, width - right, space.px(10), style.font, "red")
    fits = space.measure.width(title.text, style.font) + right + space.px(20) < width
    rows = (title, answer) if fits else (answer._replace(left=0),)
    head, rails = style.leading + space.px(10), round(62 * space.graph)
    boxes = (
        Box(Rect(0, 0, width, head), "text", f"{words.HOW_FAR} {said}", runs=rows, look="line"),
        Box(Rect(0, head, width, rails), "graph", art=Fork(another, of)),
    )
    return (Piece(head + rails, boxes, space.px(6)),)


def line(play: Playthrough, chapter: str, width: int, space: Space) -> tuple[Piece, ...]:
    """The railway of a chapter, and its stations in words."""
    passed = {turn.before.scene for turn in play.turns}
    stations = [
        station
        for station in railway.line(play, chapter)
        if station.scene in passed or play.story.scenes[station.scene].choices
    ]
    stops = tuple(
        Stop(station.title, station.same, station.scene in passed, len(station.closed))
        for station in stations
    )
    found = [picture(width, round(112 * space.graph), Railway(stops), gap=space.px(12))]
    style = space.style("text", 16, 1.4)
    for number, station in enumerate(stations, 1):
        way = words.station(station.same, is_passed=station.scene in passed)
        found += say(f"{number}  {station.title}: {way}", style, width, space, space.px(3))
    return tuple(found)


def power(story: Story, shares: Sequence[Share], width: int, space: Space) -> tuple[Piece, ...]:
    """Two graphs, the record's and the reader's, and in numbers how it stands at their end.

    One is enough as long as no decision has moved anything.
    """
    if not shares:
        return ()
    names = [name for name in story.contenders if name in shares[-1].record]
    total = max(WHOLE, *(sum(share.record.values()) for share in shares))
    scenes = tuple(share.scene for share in shares)
    record = [share.record for share in shares]
    yours = [share.yours for share in shares]
    graphs = [(words.POWER_RECORD, record), (words.POWER_YOURS, yours)]
    found = list(say(labels.POWER_JUDGED, space.small, width, space, space.px(10)))
    for label, rows in [(labels.POWER_SAME, record)] if record == yours else graphs:
        head = say(label, space.style("label", 16, 1.35), width, space, space.px(10))
        found += [piece._replace(glued=True) for piece in head]
        art = Power(_bands(story, names, rows), scenes, total)
        found.append(picture(width, space.px(70), art, gap=space.px(2)))
    return (*found, *_legend(story, names, shares[-1], width, space))


def _bands(
    story: Story, names: Sequence[str], rows: Sequence[Mapping[str, int]]
) -> tuple[Band, ...]:
    """What each had after each scene, from the top of the graph to its bottom."""
    contenders = [(story.contenders[name], name) for name in names]
    bands = [
        Band(who.name, who.colour, tuple(row.get(name, 0) for row in rows))
        for who, name in contenders
    ]
    return (*bands, Band(labels.EVERYONE_ELSE, _OTHERS, tuple(map(rest, rows))))


def _legend(
    story: Story, names: Sequence[str], last: Share, width: int, space: Space
) -> tuple[Piece, ...]:
    """One line for each contender, as they lie in the graph: colour, name, both their points."""
    found: list[Piece] = []
    for name in names:
        contender = story.contenders[name]
        text = words.points(contender.name, last.record[name], last.yours.get(name, 0))
        found += _entry(Band(text, contender.colour, (1,)), 1 if found else 6, width, space)
    text = words.points(labels.EVERYONE_ELSE, rest(last.record), rest(last.yours))
    return (*found, *_entry(Band(text, _OTHERS, (1,)), 1, width, space))


def _entry(band: Band, gap: int, width: int, space: Space) -> tuple[Piece, ...]:
    """A line of the legend beside a patch of its colour."""
    style = space.style("text", 16, 1.4)
    side = space.tall(12)
    aside = side + space.px(10)
    rows = say(band.name, style, width - aside, space, space.px(gap))
    patch = Box(
        Rect(0, (style.leading - side) // 2, side, side), "graph", art=Power((band,), ("",), 1)
    )
    moved = [row._replace(boxes=tuple(box.moved(aside, 0) for box in row.boxes)) for row in rows]
    return (moved[0]._replace(boxes=(*moved[0].boxes, patch)), *moved[1:])
