"""Sheets laid over the page: what is to be mended, and the keys of the preview."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.story import resolve
from game.story.model import Scene
from game.story.problem import Problem
from game.story.reader import ID
from game.ui import words_preview as words
from game.ui.boxes import Box, Rect, Run
from game.ui.flow import Column, Piece, bottom, place, pour
from game.ui.pieces import Label, button, row, say
from game.ui.screens import problems as pages
from game.ui.space import Space
from game.ui.typeset import Style

# Pressed to have a scene written that is not there yet.
MAKE = "make:"
_GRADES = ("error", "warning", "advice")


class Fault(NamedTuple):
    """Something to be mended, and the line that it stands in."""

    problem: Problem
    line: str

    @property
    def is_advice(self) -> bool:
        return self.problem.severity == "advice"


def of_scene(problems: Sequence[Problem], lines: Sequence[str], scene: Scene | None) -> list[Fault]:
    """All errors, and what else is said about one scene; what hinders most comes first."""
    here = scene.mark.file if scene else ""
    found = [
        Fault(problem, line)
        for problem, line in zip(problems, lines, strict=True)
        if problem.severity == "error" or problem.mark.file == here
    ]
    return sorted(found, key=lambda fault: _rank(fault.problem, here))


def _rank(problem: Problem, here: str) -> tuple[int, bool]:
    return _GRADES.index(problem.severity), problem.mark.file != here


def missing(faults: Iterable[Fault]) -> str:
    """The name of the first scene that something leads to and that is not there; or nothing."""
    for problem, line in faults:
        found = ID.match(line[problem.mark.column - 1 :].lstrip("'\""))
        if problem.code == "unknown-scene" and found and resolve.NEW in problem.hint:
            return found[0]
    return ""


def mistakes(faults: Sequence[Fault], space: Space) -> tuple[Box, ...]:
    """A sheet with as many as it holds, and how many there are besides."""
    width = _width(space)
    head = say(words.MISTAKES[faults[0].problem.severity], _heading(space), width, space)
    groups = [pages.told(problem, line, width, space) for problem, line in faults]
    room = round(space.height * 0.62)
    pieces: list[Piece] = [*head, *groups[0]]
    shown = 1
    while shown < len(groups) and _height([*pieces, *groups[shown]]) < room:
        pieces += groups[shown]
        shown += 1
    if shown < len(groups):
        rest = words.more(len(groups) - shown)
        pieces += say(rest, space.note, width, space, space.px(14))
    scene = missing(faults)
    if scene:
        label = Label(words.make(scene), f"{MAKE}{scene}")
        pieces.append(row([button(label, space)], width, space, space.px(14)))
    return _sheet(pieces, space)


def keys(space: Space, faults: int = 0) -> tuple[Box, ...]:
    """The keys, and how many mistakes wait behind them."""
    width = _width(space)
    pieces = [*say(words.KEYS, _heading(space), width, space)]
    if faults:
        pieces += say(words.behind(faults), space.note, width, space, space.px(4))
    # It has to stay on one sheet however large the texts of the story are.
    style = space.style("text", 16, 1.4, most=1.5)
    font = space.style("label", 16, 1.4, most=1.5).font
    wide = max(space.measure.width(key, font) for key, _ in words.KEY_LIST) + space.px(16)
    for key, meaning in words.KEY_LIST:
        rows = say(meaning, style, width - wide, space, space.px(4))
        name = Run(key, 0, 0, font, "red")
        moved = [row._replace(boxes=tuple(box.moved(wide, 0) for box in row.boxes)) for row in rows]
        mark = Box(Rect(0, 0, wide, style.leading), "text", runs=(name,))
        pieces += [moved[0]._replace(boxes=(mark, *moved[0].boxes)), *moved[1:]]
    return _sheet(pieces, space)


def _heading(space: Space) -> Style:
    return space.style("label", 20, 1.35, "red", most=1.5)


def _width(space: Space) -> int:
    return min(space.width - space.px(120), round(space.px(470) * min(space.text, 1.5)))


def _height(pieces: Iterable[Piece]) -> int:
    return bottom(_column(pieces))


def _column(pieces: Iterable[Piece]) -> Column:
    return pour((piece._replace(breaks=False) for piece in pieces), 1_000_000)[0]


def _sheet(pieces: Sequence[Piece], space: Space) -> tuple[Box, ...]:
    """The pieces on a sheet of paper at the top left; a long one goes on below the window."""
    pad, left, top = space.px(22), space.px(20), space.px(20)
    column = _column(pieces)
    rect = Rect(left, top, _width(space) + 2 * pad, bottom(column) + 2 * pad)
    return (Box(rect, "notice", look="sheet"), *place(column, left + pad, top + pad))
