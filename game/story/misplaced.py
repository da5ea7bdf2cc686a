"""Lines that begin too far to the left or to the right: which it is, and where it belongs."""

import re

from game.story.slipped import CANNOT, Meant, Place, beginning, indent, is_field, is_told, spaces

_BEGINNING = re.compile(r"[ ]*(?:- +)*[\w-]*")


def moved(place: Place) -> Meant | None:
    """A line that does not begin like those that it goes with, or that follows such a line."""
    if not _BEGINNING.fullmatch(place.text[: place.column]):
        return None
    if not is_field(place.text):
        return _text(place)
    if found := _under(place):
        return found
    beside = _beside(place)
    if beside is None:
        return _undashed(place)
    target, at = beside
    if _is_odd(place, at, target):
        return _above(place, at, target)
    return _meant(place, target, at)


def _meant(place: Place, target: int, at: int) -> Meant:
    column = indent(place.text)
    found = beginning(place.lines[at])
    below = "'-'" if beginning(place.text).dash >= 0 else found.shown
    said = f"{CANNOT}this line begins with {spaces(column)}, and fits nothing above it."
    hint = f"Let it begin with {spaces(target)}: exactly below {below} in line {at + 1}."
    return Meant(place.line, column, said, hint, _shifted(place, column, target))


def _text(place: Place) -> Meant | None:
    """A line of a text that does not begin like the line above."""
    at = next(place.above(), None)
    column = indent(place.text)
    if at is None or indent(place.lines[at]) == column or is_field(place.lines[at]):
        return None
    target = indent(place.lines[at])
    said = f"{CANNOT}this line begins with {spaces(column)}, and fits nothing above it."
    hint = f"Let it begin with {spaces(target)}: exactly below the text in line {at + 1}."
    return Meant(place.line, column, said, hint, _shifted(place, column, target))


def _beside(place: Place) -> tuple[int, int] | None:
    """The nearest column of something above that is open, and its line."""
    here = beginning(place.text)
    column = indent(place.text)
    found: list[tuple[int, int]] = []
    least = 1000
    for at in place.above():
        if indent(place.lines[at]) >= least:
            continue
        least = indent(place.lines[at])
        other = beginning(place.lines[at]).of(here)
        if other not in (-1, column):
            found.append((other, at))
    return min(found, key=lambda each: abs(each[0] - column), default=None)


def _is_odd(place: Place, at: int, target: int) -> bool:
    """Whether it is a line above that does not fit, and not this one."""
    here, column = beginning(place.text), indent(place.text)
    if beginning(place.lines[at]).dash >= 0 > here.dash:
        return False
    before = [other for other in place.above() if other < at]
    if target < column:
        near = next((other for other in before if indent(place.lines[other]) <= column), None)
        return near is not None and beginning(place.lines[near]).of(here) == column
    return _is_alone(place, before, target) and _goes_on(place, column)


def _is_alone(place: Place, before: list[int], target: int) -> bool:
    """Whether nothing before a line begins like it, in the group of fields that it is in."""
    near = next((other for other in before if indent(place.lines[other]) <= target), None)
    return near is None or indent(place.lines[near]) < target


def _goes_on(place: Place, column: int) -> bool:
    """Whether there is another line below that begins like this one."""
    here = beginning(place.text)
    below = (line for line in place.lines[place.line + 1 :] if is_told(line))
    near = next((line for line in below if indent(line) <= column), "")
    return bool(near) and beginning(near).of(here) == column


def _above(place: Place, at: int, target: int) -> Meant:
    column = indent(place.text)
    what = "'-'" if beginning(place.text).dash >= 0 else beginning(place.text).shown
    said = f"{CANNOT}this line begins with {spaces(target)}, and fits nothing round it."
    hint = f"Let it begin with {spaces(column)}: exactly above {what} in line {place.line + 1}."
    line = " " * column + place.lines[at].lstrip(" ")
    return Meant(at, target, said, hint, place.with_line(at, line))


def _under(place: Place) -> Meant | None:
    """The first of a list, to the left of the name that it stands under."""
    at, column = next(place.above(), None), indent(place.text)
    if at is None or beginning(place.text).dash < 0 or not place.lines[at].rstrip().endswith(":"):
        return None
    above = beginning(place.lines[at])
    if above.key <= column:
        return None
    said = f"{CANNOT}this line begins with {spaces(column)}, and fits nothing above it."
    hint = f"Let it begin with {spaces(above.key + 2)}: further right than {above.shown}."
    return Meant(place.line, column, said, hint, _shifted(place, column, above.key + 2))


def _undashed(place: Place) -> Meant | None:
    """The first of a list without its dash, which shows only at the second."""
    column, first = indent(place.text), -1
    for at in place.above():
        if indent(place.lines[at]) <= column:
            break
        first = at
    if beginning(place.text).dash < 0 or first < 0 or beginning(place.lines[first]).key < 0:
        return None
    name = beginning(place.lines[first]).name
    said = f"{CANNOT}the first of this list has no '-' before it."
    hint = f"Write '- {name}: ...', with {spaces(column)} before the '-'."
    line = f"{' ' * column}- {place.lines[first].lstrip(' ')}"
    return Meant(first, indent(place.lines[first]), said, hint, place.with_line(first, line))


def lost(place: Place) -> Meant | None:
    """A paragraph that begins at the edge, below a text that does not."""
    above = next((place.lines[at] for at in place.above()), "")
    column, target = indent(place.text), indent(above)
    if column >= target or is_field(place.text) or is_field(above):
        return None
    said = f"{CANNOT}this belongs to the text above, and does not begin like it."
    hint = f"Let every line of it begin with {spaces(target)}."
    lines = list(place.lines)
    for at in range(place.line, len(lines)):
        if lines[at].strip() and (indent(lines[at]) != column or is_field(lines[at])):
            break
        if lines[at].strip():
            lines[at] = " " * target + lines[at].lstrip(" ")
    return Meant(place.line, column, said, hint, tuple(lines))


def _shifted(place: Place, column: int, target: int) -> tuple[str, ...]:
    """The lines with this one, and those that belong to it, moved to where they should begin."""
    lines = list(place.lines)
    found = beginning(place.text)
    right = target + found.key - column if found.key >= 0 else target
    for at in range(place.line, len(lines)):
        here, other = indent(lines[at]), beginning(lines[at])
        # Fields that stand right already, or that no list can go on with, are left alone.
        is_right = here == right == other.key or (here == column and other.dash < 0 <= found.dash)
        if lines[at].strip() and (here < column or (is_right and at > place.line)):
            break
        if lines[at].strip():
            lines[at] = " " * (target + here - column) + lines[at].lstrip()
    return tuple(lines)
