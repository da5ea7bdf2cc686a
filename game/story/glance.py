"""Slips that show in the lines alone, looked for where a file cannot be read.

Each of them is only a guess: it is told if the parser then gets on better than before.
"""

import re
from collections.abc import Iterator, Sequence

from game.story import blanks
from game.story.slipped import CANNOT, LONGEST, Meant, Place, beginning, indent, is_told

# Fields that are never more than a text.
PROSE = frozenset((
    "text", "text_easy", "outcome", "because", "for", "against", "returns", "cost", "detail",
    "says", "essay", "record", "tell", "note", "about", "alt", "summary", "quill", "fact",
    "question", "answer",
))  # fmt: skip
# No field has more lines than this, and looking through all of them for each takes long.
_FAR = 200
_SHOWN = 80
_BAR = re.compile(r"(?P<head>\s*(?:- +)*)[\w-]+:\s*[|>][-+0-9]*\s*(?:#.*)?")
_BARE = re.compile(r"(?P<head> *(?:- +)*)(?P<name>[\w-]+):\s*(?:#.*)?")
_PLAIN = re.compile(r" *(?:- +)*(?P<name>[\w-]+): +(?![|>\"'\[{#])\S.*")
_MARKED = re.compile(r"(?P<head>\s*)(?:(?P<mark>[–—•·‣*])\s+|-(?=[a-z_]+:\s|\{))(?P<rest>\S.*)")
_QUOTED = re.compile(r" *(?:- +)*(?:[\w-]+: +)?(?P<quote>[\"'])")
# A text between brackets that reaches into the next field.
_FLOW_NEXT = re.compile(r"[:\[{,] *(?P<quote>\")[^\"]*?(?=, (?P<next>[a-z_]+): )")
_FLOW = re.compile(r" *(?:- +)*(?:[\w-]+: +)?[\[{]")


def guesses(text: str, last: int) -> Iterator[Meant]:
    """What may have been meant by the lines down to the one where the parser stopped."""
    lines = text.replace("\r\n", "\n").split("\n")
    if found := odd_spaces(lines):
        yield found
    for line in _open(lines[: last + 1]):
        place = Place(lines, line, 0)
        for look in (_quote, _quote_in_brackets, _sign_in_brackets, _marker, _no_bar, _no_outcome):
            if found := look(place):
                yield found


def _open(lines: Sequence[str]) -> Iterator[int]:
    """The lines outside the texts that stand below a |."""
    edge = -1
    for number, line in enumerate(lines):
        if not is_told(line) or (edge >= 0 and indent(line) > edge):
            continue
        found = _BAR.fullmatch(line[:LONGEST])
        edge = len(found["head"]) if found else -1
        if len(line) <= LONGEST:
            yield number


def odd_spaces(lines: Sequence[str], by: str = " ") -> Meant | None:
    """All of them at once: where there is one, whole passages were taken over.

    ``by`` is what is to stand there.
    """
    odd = [at for at in _open(lines) if blanks.column(lines[at]) >= 0]
    if not odd:
        return None
    line = lines[odd[0]]
    mended = list(lines)
    for at in odd:
        mended[at] = blanks.mended(lines[at], by)
    said = blanks.said(line, odd[0] + 1)
    hint = blanks.hint(line, [at + 1 for at in odd[1:]], by)
    return Meant(odd[0], blanks.column(line), said, hint, tuple(mended))


def _next(place: Place) -> range:
    return range(place.line + 1, min(place.line + _FAR, len(place.lines)))


def _below(place: Place, column: int) -> list[int]:
    """The lines that follow and stand further to the right."""
    found: list[int] = []
    for at in _next(place):
        if place.lines[at].strip():
            if indent(place.lines[at]) <= column:
                break
            found.append(at)
    return found


def _quote(place: Place) -> Meant | None:
    """A quotation mark that is not closed where its field ends."""
    found = _QUOTED.match(place.text)
    if found is None:
        return None
    quote, start = found["quote"], found.start("quote")
    below = _below(place, max(beginning(place.text).key, indent(place.text)))
    if any(quote in text for text in (place.text[start + 1 :], *(place.lines[at] for at in below))):
        return None
    last = below[-1] if below else place.line
    said = f"{CANNOT}a quotation mark is opened here and never closed."
    text, sign, note = place.lines[last].partition(" #")
    closed = f"{text.rstrip()}{quote}{sign}{note}"
    where = "where the text ends, before the #" if sign else "at the end of this line"
    if last != place.line:
        where = f"at the end of line {last + 1}"
    hint = f"Write {quote} {where}{_shown(closed.strip(), is_whole=last == place.line)}"
    return Meant(place.line, start, said, hint, place.with_line(last, closed))


def _quote_in_brackets(place: Place) -> Meant | None:
    text = place.text.rstrip()
    end = len(text.rstrip("]}"))
    if text.count('"') % 2 == 0 or end == len(text) or not _FLOW.match(text):
        return None
    opened, where = text.rindex('"'), f"the {text[end:]} at the end of this line"
    if found := _FLOW_NEXT.search(text):
        opened, end = found.start("quote"), found.end()
        where = f"the comma in front of '{found['next']}'"
    said = f"{CANNOT}a quotation mark is opened here and never closed."
    mended = place.with_line(place.line, f'{text[:end]}"{text[end:]}')
    return Meant(place.line, opened, said, f'Write " before {where}.', mended)


def _sign_in_brackets(place: Place) -> Meant | None:
    """A number sign, behind which everything is a note, also the bracket that closes."""
    at = place.text.find(" #") + 1
    if not at or not place.text.rstrip().endswith(("}", "]")) or not _FLOW.match(place.text):
        return None
    said = f"{CANNOT}behind a # stands a note, and so this bracket is never closed."
    hint = "Put quotation marks round the text that has a # in it."
    mended = place.with_line(place.line, place.text.replace(" #", " +"))
    return Meant(place.line, at, said, hint, mended)


def _marker(place: Place) -> Meant | None:
    """What word processors make of a hyphen, or a hyphen without its space."""
    found = _MARKED.fullmatch(place.text)
    if found is None:
        return None
    mended = f"- {found['rest'].rstrip()}"
    said = f"{CANNOT}a list begins with a hyphen and a space."
    mark = found["mark"]
    hint = f"Write '- ' instead of '{mark}'" if mark else "Put a space behind this hyphen"
    hint += _shown(mended, is_whole=True)
    lines = place.with_line(place.line, found["head"] + mended)
    return Meant(place.line, len(found["head"]), said, hint, lines)


def _no_bar(place: Place) -> Meant | None:
    """A name with its text below it, where the | is missing that lets all of it be a text."""
    found = _BARE.fullmatch(place.text)
    if found is None or found["name"] not in PROSE or not _below(place, len(found["head"])):
        return None
    end = found.end("name") + 1
    said = f"{CANNOT}the | behind '{found['name']}:' is missing."
    line = f"{place.text[:end]} |{place.text[end:].rstrip()}"
    hint = f"Write '{found['name']}: |'."
    return Meant(place.line, end - 1, said, hint, place.with_line(place.line, line))


def _no_outcome(place: Place) -> Meant | None:
    """A text below a field that has its own already: a line between them was lost."""
    found = _PLAIN.fullmatch(place.text)
    column = beginning(place.text).key
    if found is None or found["name"] not in ("text", "detail") or column < 1:
        return None
    below = _below(place, column)
    if not below or _has(place, "outcome", column):
        return None
    said = f"{CANNOT}there is no 'outcome' above this text."
    line = f"{' ' * column}outcome: |"
    lines = (*place.lines[: below[0]], line, *place.lines[below[0] :])
    hint = f"Write the line '{line}' above line {below[0] + 1}."
    return Meant(below[0], indent(place.lines[below[0]]), said, hint, lines)


def _has(place: Place, name: str, column: int) -> bool:
    """Whether a field of this name goes with the line, in a list."""
    for at in _next(place):
        line = place.lines[at]
        if is_told(line) and indent(line) <= column:
            if indent(line) < column:
                return False
            if beginning(line).name == name:
                return True
    return False


def _shown(text: str, *, is_whole: bool) -> str:
    """The text to be copied; nothing is left out of it, so a long one is not shown."""
    return f": {text}" if is_whole and len(text) <= _SHOWN and " #" not in text else "."
