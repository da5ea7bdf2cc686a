"""Words become lines: wrapping, emphasis, links. Only the width of words is asked from outside."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from game.story.markup import Span
from game.ui.boxes import Face, Font, Rect, Run

# What parts the names in a path.
_SEPARATORS = "/\\"


class Measure(Protocol):
    """How wide words are and how high a line is, in pixels."""

    def width(self, text: str, font: Font) -> int: ...

    def height(self, font: Font) -> int: ...


class Style(NamedTuple):
    """How a text looks: its font, the distance of its lines in pixels, its colour."""

    font: Font
    leading: int
    colour: str = "ink"


class Line(NamedTuple):
    """One line: its runs from the left edge and its top, and the links in it with their places."""

    runs: tuple[Run, ...]
    links: tuple[tuple[str, Rect, str], ...]
    width: int


class _Bit(NamedTuple):
    """Part of a word in one style, or a space (``text`` is one blank)."""

    text: str
    font: Font
    colour: str
    link: str


def plain(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def lines(spans: Sequence[Span], style: Style, width: int, measure: Measure) -> tuple[Line, ...]:
    """Return the lines of a paragraph, ragged right; a word wider than the column is cut."""
    found: list[Line] = []
    row: list[_Bit] = []
    used = 0
    for word in _words(spans, style):
        for part in _fitting(word, width, measure):
            wide = _width(part, measure)
            space = measure.width(" ", style.font) if row else 0
            if row and not _has_room(row, part, used + space + wide, style, width, measure):
                found.append(_line(row, style, measure))
                row, used, space = [], 0, 0
            if row:
                row.append(_Bit(" ", style.font, style.colour, _shared(row[-1], part[0])))
            row += part
            used += space + wide
    if row:
        found.append(_line(row, style, measure))
    return tuple(found)


def _has_room(
    row: list[_Bit], part: list[_Bit], used: int, style: Style, width: int, measure: Measure
) -> bool:
    """Whether a word still fits. Near the edge the line is set and measured as a whole.

    A line set in one stroke can be a little wider than the sum of its words.
    """
    if used > width or used < width - style.font.pixels:
        return used <= width
    blank = _Bit(" ", style.font, style.colour, "")
    return _line([*row, blank, *part], style, measure).width <= width


def _shared(before: _Bit, after: _Bit) -> str:
    """A space within a link belongs to the link, so that its underline runs on."""
    return before.link if before.link == after.link else ""


def _words(spans: Sequence[Span], style: Style) -> Iterable[list[_Bit]]:
    """Words in order; one that changes its style in the middle has several bits."""
    word: list[_Bit] = []
    for span in spans:
        font = _font(span, style)
        colour = "red" if span.link else style.colour
        for number, piece in enumerate(span.text.split(" ")):
            if number and word:
                yield word
                word = []
            if piece:
                word.append(_Bit(piece, font, colour, span.link))
    if word:
        yield word


def _font(span: Span, style: Style) -> Font:
    faces: dict[str, Face] = {"emphasis": "italic", "strong": "bold"}
    if span.style == "emphasis" and style.font.face == "italic":
        return Font("text", style.font.pixels)
    return Font(faces.get(span.style, style.font.face), style.font.pixels)


def _width(bits: Iterable[_Bit], measure: Measure) -> int:
    return sum(measure.width(bit.text, bit.font) for bit in bits)


def _fitting(word: list[_Bit], width: int, measure: Measure) -> Iterable[list[_Bit]]:
    """The word itself, or pieces of it where it is wider than the column."""
    # No column holds more letters than pixels, and to measure very long words takes long.
    if sum(len(bit.text) for bit in word) <= width and _width(word, measure) <= width:
        yield word
        return
    for bit in word:
        rest = bit.text
        while rest:
            count = min(len(rest), max(1, width))
            while count > 1 and measure.width(rest[:count], bit.font) > width:
                count = max(1, count * 3 // 4) if count > 8 else count - 1
            while count < len(rest) and measure.width(rest[: count + 1], bit.font) <= width:
                count += 1
            count = _parting(rest, count)
            yield [bit._replace(text=rest[:count])]
            rest = rest[count:]


def _parting(rest: str, count: int) -> int:
    """Where to part what is too wide, of which so many letters fit: after the last separator.

    So the names of folders stay whole in a path, as long as each has room by itself.
    """
    if count == len(rest):
        return count
    found = max(rest.rfind(sign, 0, count) for sign in _SEPARATORS)
    return found + 1 if found > 0 else count


def _line(bits: list[_Bit], style: Style, measure: Measure) -> Line:
    """Join bits of one look into runs, so that a line is drawn in few strokes."""
    runs: list[Run] = []
    links: list[tuple[str, Rect, str]] = []
    left = 0
    at = 0
    while at < len(bits):
        look = bits[at][1:]
        end = at
        while end < len(bits) and bits[end][1:] == look:
            end += 1
        text = "".join(bit.text for bit in bits[at:end])
        bit = bits[at]
        wide = measure.width(text, bit.font)
        top = (style.leading - measure.height(bit.font)) // 2
        runs.append(Run(text, left, top, bit.font, bit.colour, bool(bit.link)))
        if bit.link:
            links.append((bit.link, Rect(left, 0, wide, style.leading), text.strip()))
        left += wide
        at = end
    return Line(tuple(runs), tuple(links), left)


def shortened(text: str, font: Font, width: int, measure: Measure) -> str:
    """The text on one line, cut with an ellipsis where it is too long."""
    if len(text) <= width and measure.width(text, font) <= width:
        return text
    text = text[: max(0, width)]
    while text and measure.width(text + "…", font) > width:
        text = text[:-1]
    return text.rstrip(" ,;:–") + "…"
