"""What somebody meant whose YAML cannot be read, and how the line would be read.

PyYAML says where it had to stop; the slip is often in another place, and of another kind.
"""

import re
from collections.abc import Callable

from game.story.misplaced import lost, moved
from game.story.slipped import CANNOT, LONGEST, Meant, Place, beginning, indent

VALUES, NAME = "mapping values are not allowed", "could not find expected ':'"
BLOCK = r"expected <block end>|did not find expected (key|'-' indicator)"
TOKEN, OPEN = "cannot start any token", "end of stream"
SIGN = "alphabetic or numeric character|directive name"
TAB = "tab"
BRACKET = r"expected ',' or '[\]}]'"
_TIGHT = re.compile(r"(?P<head>[ ]*(?:- +)*(?P<name>[a-z_]+):)(?P<rest>[^\s:/].*)")
_BARE = re.compile(r"(?P<head>[ ]*(?:- +)*)(?P<name>[a-z_]+) (?P<rest>\S.*)")
_FIELD = re.compile(r"(?P<head>[ ]*(?:- +)*(?:[\w-]+: +)?)(?P<value>\S.*?)(?P<note>\s+#.*)?\s*")
_PAIRS = (("{", "}"), ("[", "]"))
_SHOWN = 120


def meant(heard: str, text: str, line: int, column: int) -> Meant | None:
    """Say what was meant where it can be told; ``heard`` is what PyYAML says."""
    lines = text.replace("\r\n", "\n").split("\n")
    if line >= len(lines) or len(lines[line]) > LONGEST:
        return None
    place = Place(lines, line, column)
    for known, looks in _LOOKS:
        if re.search(known, heard):
            return next((found for look in looks if (found := look(place))), None)
    return None


def _tight(place: Place) -> Meant | None:
    """A colon without a space behind it, here or in the lines that were read as one text."""
    most = indent(place.text)
    for at in range(place.line, -1, -1):
        found = _TIGHT.fullmatch(place.lines[at][:LONGEST].rstrip())
        if found and indent(place.lines[at]) <= most:
            name, head, rest = found["name"], found["head"], found["rest"]
            said = f"{CANNOT}the space behind the colon of '{name}' is missing."
            hint = f"Put a space behind this colon{_whole(f'{name}: {rest}')}"
            return Meant(at, len(head), said, hint, place.with_line(at, f"{head} {rest}"))
        if at < place.line and re.search(r":(\s|$)", place.lines[at]):
            return None
    return None


def _no_colon(place: Place) -> Meant | None:
    """A name without its colon, in the line above."""
    at = next(place.above(), None)
    found = _BARE.fullmatch(place.lines[at][:LONGEST].rstrip()) if at is not None else None
    if at is None or found is None or beginning(place.text).key != len(found["head"]):
        return None
    name, rest = found["name"], found["rest"]
    said = f"{CANNOT}there is no colon behind '{name}'."
    hint = f"Write '{name}:' with a space behind it{_whole(f'{name}: {rest}')}"
    mended = place.with_line(at, f"{found['head']}{name}: {rest}")
    return Meant(at, len(found["head"]) + len(name), said, hint, mended)


def _after_quote(place: Place) -> Meant | None:
    """A text that goes on behind the quotation mark that closes it."""
    found = _FIELD.fullmatch(place.text)
    if found is None or found["value"][:1] not in ("'", '"'):
        return None
    value, head = found["value"], found["head"]
    if place.column <= len(head):
        return None
    if value[0] == value[-1] == "'":
        quoted = f'"{_escaped(value[1:-1])}"'
        said = f"{CANNOT}the apostrophe ends a text that begins with one."
        hint = f"Put other quotation marks round it{_whole(_named(head) + quoted)}"
    else:
        quoted = _in_single(value)
        said = f"{CANNOT}the text goes on behind its closing quotation mark."
        hint = "Put the other kind of quotation marks round all of it"
        hint += _whole(_named(head) + quoted)
    mended = place.with_line(place.line, f"{head}{quoted}")
    return Meant(place.line, place.column, said, hint, mended)


def _unquoted(place: Place) -> Meant | None:
    """A text that begins with a sign which means something else."""
    found = _FIELD.fullmatch(place.text)
    if found is None or found["value"][:1] not in "*&!@`%[{" or place.column < len(found["head"]):
        return None
    if (found["value"][0], found["value"][-1]) in _PAIRS:
        return None
    said = f"{CANNOT}a text that begins with {found['value'][0]} needs quotation marks."
    return _quoted(place, found, said)


def _second_colon(place: Place) -> Meant | None:
    found = _FIELD.fullmatch(place.text)
    if found is None or ":" not in found["head"] or place.column < len(found["head"]):
        return None
    return _quoted(place, found, f"{CANNOT}there is a second colon in this line.")


def _quoted(place: Place, found: re.Match[str], said: str) -> Meant:
    head, quoted = found["head"], f'"{_escaped(found["value"])}"'
    hint = f"Put quotation marks round the text{_whole(_named(head) + quoted)}"
    mended = place.with_line(place.line, f"{head}{quoted}{found['note'] or ''}")
    return Meant(place.line, place.column, said, hint, mended)


def _tab(place: Place) -> Meant | None:
    if place.text[place.column : place.column + 1] != "\t":
        return None
    said = f"{CANNOT}a tab stands where only spaces may stand."
    hint = "Use spaces, two for each step."
    mended = tuple(line.replace("\t", "  ") for line in place.lines)
    return Meant(place.line, place.column, said, hint, mended)


def _in_brackets(place: Place) -> Meant | None:
    """Something between brackets that are closed, in their line."""
    if not set("]}") & set(place.text[place.column :]):
        return None
    said = f"{CANNOT}a text between these brackets needs quotation marks."
    hint = "Put them round a text that has a colon, a comma or a quotation mark of its own in it."
    return Meant(place.line, place.column, said, hint, ())


def _named(head: str) -> str:
    return head.strip().lstrip("- ") + " " if ":" in head else ""


def _whole(text: str) -> str:
    """What is to be written, to be copied; of a long one nothing is shown rather than a part."""
    return f": {text}" if len(text) <= _SHOWN else "."


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _in_single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


_LOOKS: tuple[tuple[str, tuple[Callable[[Place], Meant | None], ...]], ...] = (
    (VALUES, (_tight, _no_colon, moved, _second_colon)),
    (NAME, (_tight, lost)),
    (BLOCK, (_after_quote, _unquoted, moved)),
    (TAB, (_tab,)),
    (TOKEN, (_unquoted,)),
    (SIGN, (_unquoted,)),
    (BRACKET, (_in_brackets,)),
)
