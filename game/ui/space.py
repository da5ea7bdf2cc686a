"""How much room there is, and how large things are in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.story.markup import Span
from game.ui import typeset
from game.ui.boxes import Face, Font
from game.ui.typeset import Line, Measure, Style

# A drawing is 1280 x 720 units; a unit is this many pixels in the window.
WIDE, HIGH = 1280, 720
_LEAST_TEXT = 15
_MOST_SET = 1000

_Paragraph = tuple[tuple[Span, ...], Style, int]


@dataclass(frozen=True, slots=True)
class Space:
    """The window in pixels, the reader's size of text (1 to 2), and a way to measure words."""

    width: int
    height: int
    text: float
    measure: Measure
    _set: dict[_Paragraph, tuple[Line, ...]] = field(default_factory=dict, compare=False)

    def lines(self, spans: Sequence[Span], style: Style, width: int) -> tuple[Line, ...]:
        """The lines of a paragraph, which are remembered: it is set anew for every page."""
        key = (tuple(spans), style, width)
        found = self._set.get(key)
        if found is None:
            if len(self._set) >= _MOST_SET:
                self._set.clear()
            found = self._set[key] = typeset.lines(*key, self.measure)
        return found

    @property
    def unit(self) -> float:
        return min(self.width / WIDE, self.height / HIGH)

    @property
    def is_large(self) -> bool:
        """Text so large that two columns would hold too few words each."""
        return self.text * self.reading > 1.45 * self.unit

    @property
    def reading(self) -> float:
        """Pixels for a unit of text: a narrow but high window need not shrink it as much."""
        return max(self.unit, min(0.94, self.height / HIGH))

    @property
    def graph(self) -> float:
        """Pixels for a unit of the words within a drawing, and of drawings that hold words."""
        return self.reading * min(self.text, 1.5)

    def px(self, units: float) -> int:
        return round(units * self.unit)

    def tall(self, units: float) -> int:
        """Pixels for something as high as the text in it."""
        return round(units * self.reading * self.text)

    def font(self, face: Face, units: float, most: float = 2.0) -> Font:
        """A font in the reader's size; ``most`` limits how much a large heading grows."""
        return Font(face, max(_LEAST_TEXT, round(units * self.reading * min(self.text, most))))

    def style(
        self,
        face: Face,
        units: float,
        leading: float = 1.48,
        colour: str = "ink",
        most: float = 2.0,
    ) -> Style:
        font = self.font(face, units, most)
        return Style(font, round(font.pixels * leading), colour)

    # The type scale of the book, in units.
    @property
    def body(self) -> Style:
        return self.style("text", 19)

    @property
    def small(self) -> Style:
        return self.style("text", 16, 1.4, "soft")

    @property
    def note(self) -> Style:
        return self.style("italic", 16, 1.42, "soft")

    @property
    def title(self) -> Style:
        return self.style("display", 40, 1.18, most=1.35)

    @property
    def cover(self) -> Style:
        return self.style("display", 60, 1.16, most=1.2)

    @property
    def heading(self) -> Style:
        return self.style("label", 24, 1.28, most=1.6)

    @property
    def eyebrow(self) -> Style:
        return self.style("label", 15, 1.4, "red", most=1.6)

    @property
    def label(self) -> Style:
        return self.style("label", 17, 1.35)
