"""What somebody meant whose YAML cannot be read, and how the line would be read.

PyYAML says where it had to stop; the slip is often in another place, and of another kind.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

VALUES, NAME = "mapping values are not allowed", "could not find expected ':'"
BLOCK = r"expected <block end>|did not find expected (key|'-' indicator)"
TOKEN, OPEN = "cannot start any token", "end of stream"
SIGN = "alphabetic or numeric character|directive name"
TAB = "tab"
BRACKET = r"expected ',' or '[\]}]'"
_TIGHT = re.compile(r"(?P<head>[ ]*(?:- +)*(?P<name>[a-z_]+):)(?P<rest>[^\s:/].*)")
_FIELD = re.compile(r"(?P<head>[ ]*(?:- +)*(?:[\w-]+: +)?)(?P<value>\S.*?)(?P<note>\s+#.*)?\s*")
_KEY = re.compile(r"(?P<dash>(?:- +)*)(?P<name>[\w-]+):(?:\s|$)")
_BEGINNING = re.compile(r"[ ]*(?:- +)*[\w-]*")
_CANNOT = "This cannot be read: "
_SHOWN = 50
# Nobody writes longer lines, and patterns are slow on them.
_LONGEST = 2_000


class Meant(NamedTuple):
    """Where the slip is (counted from 0), what to say, and the lines as they should be.

    Where nobody can say how they should be there are none.
    """

    line: int
    column: int
    said: str
    hint: str
    lines: tuple[str, ...]


class _Place(NamedTuple):
    """Where the parser stopped."""

    lines: Sequence[str]
    line: int
    column: int

    @property
    def text(self) -> str:
        return self.lines[self.line]

    def with_line(self, at: int, text: str) -> tuple[str, ...]:
        return (*self.lines[:at], text, *self.lines[at + 1 :])


def meant(heard: str, text: str, line: int, column: int) -> Meant | None:
    """Say what was meant where it can be told; ``heard`` is what PyYAML says."""
    lines = text.replace("\r\n", "\n").split("\n")
    if line >= len(lines) or len(lines[line]) > _LONGEST:
        return None
    place = _Place(lines, line, column)
    for known, looks in _LOOKS:
        if re.search(known, heard):
            return next((found for look in looks if (found := look(place))), None)
    return None


def _tight(place: _Place) -> Meant | None:
    """A colon without a space behind it, here or in the lines that were read as one text."""
    most = _indent(place.text)
    for at in range(place.line, -1, -1):
        found = _TIGHT.fullmatch(place.lines[at][:_LONGEST].rstrip())
        if found and _indent(place.lines[at]) <= most:
            head, rest = found["head"], found["rest"]
            said = f"{_CANNOT}the space behind the colon of '{found['name']}' is missing."
            hint = f"Write '{found['name']}: {_short(rest)}'."
            return Meant(at, len(head), said, hint, place.with_line(at, f"{head} {rest}"))
        if at < place.line and re.search(r":(\s|$)", place.lines[at]):
            return None
    return None


def _after_quote(place: _Place) -> Meant | None:
    """A text that goes on behind the quotation mark that closes it."""
    found = _FIELD.fullmatch(place.text)
    if found is None or found["value"][:1] not in ("'", '"'):
        return None
    value, head = found["value"], found["head"]
    if place.column <= len(head):
        return None
    if value[0] == value[-1] == "'":
        quoted = f'"{_escaped(value[1:-1])}"'
        said = f"{_CANNOT}the apostrophe ends a text that begins with one."
        hint = f"Put other quotation marks round it: {_named(head)}{_short(quoted)}"
    else:
        quoted = _in_single(value)
        said = f"{_CANNOT}the text goes on behind its closing quotation mark."
        hint = f"Put the other kind of quotation marks round all of it: {_named(head)}"
        hint += _short(quoted)
    mended = place.with_line(place.line, f"{head}{quoted}")
    return Meant(place.line, place.column, said, hint, mended)


def _unquoted(place: _Place) -> Meant | None:
    """A text that begins with a sign which means something else."""
    found = _FIELD.fullmatch(place.text)
    if found is None or found["value"][:1] not in "*&!@`%[{" or place.column < len(found["head"]):
        return None
    said = f"{_CANNOT}a text that begins with {found['value'][0]} needs quotation marks."
    return _quoted(place, found, said)


def _second_colon(place: _Place) -> Meant | None:
    found = _FIELD.fullmatch(place.text)
    if found is None or ":" not in found["head"] or place.column < len(found["head"]):
        return None
    return _quoted(place, found, f"{_CANNOT}there is a second colon in this line.")


def _quoted(place: _Place, found: re.Match[str], said: str) -> Meant:
    head, quoted = found["head"], f'"{_escaped(found["value"])}"'
    hint = f"Put quotation marks round the text: {_named(head)}{_short(quoted)}"
    mended = place.with_line(place.line, f"{head}{quoted}{found['note'] or ''}")
    return Meant(place.line, place.column, said, hint, mended)


def _moved(place: _Place) -> Meant | None:
    """A line that begins a little to the left or to the right of those that it goes with."""
    column = _indent(place.text)
    if not _BEGINNING.fullmatch(place.text[: place.column]):
        return None
    beside = _beside(place, column)
    if beside is None:
        return None
    target, at, what = beside
    many = "1 space" if column == 1 else f"{column or 'no'} spaces"
    said = f"{_CANNOT}this line begins with {many}, and fits nothing above it."
    hint = f"Let it begin with {target or 'no'} {'space' if target == 1 else 'spaces'}: "
    hint += f"exactly below {what} in line {at + 1}."
    return Meant(place.line, column, said, hint, _shifted(place, column, target))


def _lost(place: _Place) -> Meant | None:
    """A paragraph that begins at the edge, below a text that does not."""
    above = next((line for line in reversed(place.lines[: place.line]) if line.strip()), "")
    column, target = _indent(place.text), _indent(above)
    if column >= target or _is_field(place.text) or _is_field(above):
        return None
    said = f"{_CANNOT}this belongs to the text above, and does not begin like it."
    hint = f"Let every line of it begin with {target} spaces."
    lines = list(place.lines)
    for at in range(place.line, len(lines)):
        if lines[at].strip() and (_indent(lines[at]) != column or _is_field(lines[at])):
            break
        if lines[at].strip():
            lines[at] = " " * target + lines[at].lstrip(" ")
    return Meant(place.line, column, said, hint, tuple(lines))


def _is_field(line: str) -> bool:
    """Whether a line is one of a list, or begins with a name and a colon."""
    text = line.lstrip(" ")
    return text.startswith("- ") or _KEY.match(text) is not None


def _beside(place: _Place, column: int) -> tuple[int, int, str] | None:
    """The nearest column of something above that is open, its line, and its name."""
    is_item, is_key = place.text.startswith("- ", column), _KEY.match(place.text[column:])
    found: list[tuple[int, int, str]] = []
    least = 1000
    for at in range(place.line - 1, -1, -1):
        line = place.lines[at]
        indent = _indent(line)
        if not line.strip() or line.lstrip().startswith("#") or indent >= least:
            continue
        if not is_item and not is_key:
            return (indent, at, "the text") if indent != column else None
        least = indent
        if key := _KEY.match(line[indent:]):
            to = indent + len(key["dash"])
            found += [(indent, at, "'-'")] if is_item and key["dash"] else []
            found += [(to, at, f"'{key['name']}'")] if not is_item else []
    others = [each for each in found if each[0] != column]
    return min(others, key=lambda each: abs(each[0] - column), default=None)


def _shifted(place: _Place, column: int, target: int) -> tuple[str, ...]:
    """The lines with this one, and those that belong to it, moved to where they should begin."""
    lines = list(place.lines)
    key = _KEY.match(place.text[column:])
    right = target + len(key["dash"]) if key else target
    for at in range(place.line, len(lines)):
        indent = _indent(lines[at])
        is_right = at > place.line and indent == right and _KEY.match(lines[at].lstrip())
        if lines[at].strip() and (indent < column or is_right):
            break
        if lines[at].strip():
            lines[at] = " " * (target + indent - column) + lines[at].lstrip()
    return tuple(lines)


def _tab(place: _Place) -> Meant | None:
    if place.text[place.column : place.column + 1] != "\t":
        return None
    said = f"{_CANNOT}a tab stands where only spaces may stand."
    hint = "Use spaces, two for each step."
    mended = tuple(line.replace("\t", "  ") for line in place.lines)
    return Meant(place.line, place.column, said, hint, mended)


def _unclosed(place: _Place) -> Meant | None:
    """A quotation mark that nothing closes: the line is taken for the whole text."""
    quote = place.text[place.column : place.column + 1]
    if quote not in ("'", '"') or quote in place.text[place.column + 1 :]:
        return None
    said = f"{_CANNOT}a quotation mark is opened here and never closed."
    hint = "Close it; for a text with quotation marks in it, use the other kind round it."
    mended = place.with_line(place.line, f"{place.text.rstrip()}{quote}")
    return Meant(place.line, place.column, said, hint, mended)


def _in_brackets(place: _Place) -> Meant | None:
    """Something between brackets that are closed, in their line."""
    if not set("]}") & set(place.text[place.column :]):
        return None
    said = f"{_CANNOT}a text between these brackets needs quotation marks."
    hint = "Put them round a text that has a colon, a comma or a quotation mark of its own in it."
    return Meant(place.line, place.column, said, hint, ())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _named(head: str) -> str:
    return head.strip().lstrip("- ") + " " if ":" in head else ""


def _short(text: str) -> str:
    """Of a long text the beginning and the end, so that the hint can be read at a glance."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 10]}…{text[-6:]}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _in_single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


_LOOKS: tuple[tuple[str, tuple[Callable[[_Place], Meant | None], ...]], ...] = (
    (VALUES, (_tight, _moved, _second_colon)),
    (NAME, (_tight, _lost)),
    (BLOCK, (_after_quote, _unquoted, _moved)),
    (TAB, (_tab,)),
    (TOKEN, (_unquoted,)),
    (OPEN, (_unclosed,)),
    (SIGN, (_unquoted,)),
    (BRACKET, (_in_brackets,)),
)
