"""What is wrong with a story, for whoever writes it: where, what, and what to write instead."""

from dataclasses import dataclass, replace

from game.story.problem import Problem, printable
from game.ui import leaf, spread, words, words_aside, words_packs
from game.ui.boxes import Box, Rect, Run, View
from game.ui.entries import glued
from game.ui.flow import Piece
from game.ui.pieces import Label, button, row, say
from game.ui.screen import Desk, Lay, Reload, Step, Turn
from game.ui.screens import way
from game.ui.space import Space
from game.ui.spread import Spread
from game.ui.typeset import Style
from game.ui.writing import wrap

# Nobody mends more at one sitting, and to set thousands takes as many pages and some seconds.
_MOST = 100


@dataclass(frozen=True, slots=True)
class ProblemsScreen:
    """``lines`` are the lines of source the problems point at, "" where one cannot be read.

    ``is_laid``: they are those of a pack, and the screen lies on others.
    """

    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    number: int = 0
    is_laid: bool = False

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        files = len({problem.mark.file for problem in self.problems})
        count = words_aside.mistakes(len(self.problems), files)
        title = words_packs.LEFT_OUT if self.is_laid else words_aside.PROBLEMS
        slab = spread.slab(title, count, "red", space, width)
        again = Label(words_aside.READ_AGAIN, "reload", name=words_aside.READ_AGAIN_NAME)
        has_others = len(desk.stories) > 1 and not self.is_laid
        labels = [again, Label(words.STORIES, "stories")] if has_others else [again]
        away = Label(words.CLOSE, "close") if self.is_laid else Label(words.QUIT, "leave")
        buttons = row([button(label, space) for label in labels], width, space)
        two = spread.has_two(space)
        under = Piece(space.px(16))
        about = say(words_aside.PROBLEMS_ABOUT, space.note, width, space, space.px(10))
        pieces = [] if two else [*slab, *about]
        for problem, line in zip(self.problems[:_MOST], self.lines, strict=False):
            pieces += told(problem, line, width, space)
        if len(self.problems) > _MOST:
            more = words_aside.more_mistakes(len(self.problems) - _MOST)
            pieces += say(more, space.style("bold", 17, 1.4), width, space, space.px(20))
        return spread.view(
            Spread(
                title,
                tuple(pieces),
                number=self.number,
                can_return=False,
                escape=away.key,
                head=(*slab, under) if two else (buttons, under),
                beside=(buttons, *about, under),
                away=away,
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        if key in ("reload", "quick-keep"):
            return Step(deeds=(Reload(),))
        if key in ("stories", "leave"):
            return Step(Lay(key))
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        return way.elsewhere(key, None, desk)


def told(problem: Problem, line: str, width: int, space: Space) -> tuple[Piece, ...]:
    mark = problem.mark
    where = space.style("label", 16, 1.35, "red", most=1.7)
    message = words_aside.SEVERITIES[problem.severity] + printable(problem.message)
    pieces = [
        *say(words_aside.line_of(mark.file, mark.line), where, width, space, space.px(20)),
        *say(message, space.style("bold", 17, 1.4), width, space, space.px(2)),
        *_source(line, mark.column, width, space),
        *say(printable(problem.hint), space.style("text", 17, 1.4), width, space, space.px(4)),
    ]
    return (*glued(pieces[:-1]), pieces[-1])


def _source(line: str, column: int, width: int, space: Space) -> tuple[Piece, ...]:
    """The line as it stands in the file, on a slip of paper, with a red mark beneath the place."""
    text = printable(line.replace("\t", " "))
    if not text.strip():
        return ()
    style = space.style("text", 16, 1.45)
    across, down = space.px(12), space.px(7)
    rows = wrap(text, style, width - 2 * across, space.measure)
    at = max(number for number, each in enumerate(rows) if each.start < max(1, column))
    first = max(0, at - 1)
    shown = rows[first : at + 2]
    height = 2 * down + len(shown) * style.leading
    words_of = tuple(
        Run(each.text, across, down + number * style.leading, style.font)
        for number, each in enumerate(shown)
    )
    slip = Box(Rect(0, 0, width, height), "text", text.strip(), look="ribbon", runs=words_of)
    left, wide = _marked(rows[at].text, column - 1 - rows[at].start, style, space)
    under = down + (at - first + 1) * style.leading - space.px(2)
    bar = Box(Rect(across + left, under, wide, space.px(3)), "graph", look="bar")
    return (Piece(height, (slip, bar), space.px(8)),)


def _marked(text: str, index: int, style: Style, space: Space) -> tuple[int, int]:
    """Where the word at an index begins in its row, and how wide it is."""
    index = min(max(0, index), len(text))
    left = space.measure.width(text[:index], style.font)
    word = text[index:].split(" ", 1)[0]
    return left, max(space.px(10), space.measure.width(word, style.font))
