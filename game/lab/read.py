"""lab.yaml becomes a value; what is wrong in it is a problem, and the rest of it still holds."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, get_args

from game.lab import wishes
from game.lab.lab import Asking, Content, Kiosk, Lab, Lesson, Reason, Value
from game.lab.variables import HAND_IN, KNOWN, unknown
from game.story import files
from game.story.page import Page
from game.story.problem import Problem, nearest
from game.story.reader import ID, Reader
from game.story.source import Node, Scalar, SourceError, parse, text_of

FILE = "lab.yaml"
_PART = "This part of lab.yaml"
_CODE = re.compile("[0-9A-Za-z]{3,20}")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
MOST_SEATS, LONGEST_IDLE = 60, 240


class Found(NamedTuple):
    """The file, "" where there is none, what it says, and what is wrong in it."""

    path: Path | None
    text: str
    lab: Lab
    problems: tuple[Problem, ...]

    def line(self, problem: Problem) -> str:
        lines = self.text.split("\n")
        return lines[problem.mark.line - 1] if problem.mark.line <= len(lines) else ""


NONE = Found(None, "", Lab(), ())


def find(folder: Path | None) -> Found:
    """Read the file in a folder: it never stops a lesson, whatever is in it."""
    path = folder / FILE if folder is not None else None
    if path is None or not path.exists():
        return NONE
    try:
        # A package of Debian has a link here, to where settings belong.
        text = text_of(files.content(files.File(str(path.resolve()), FILE)), FILE)
    except SourceError as trouble:
        return Found(path, "", Lab(), (trouble.problem,))
    lab, problems = read(text)
    return Found(path, text, lab, problems)


def read(text: str) -> tuple[Lab, tuple[Problem, ...]]:
    page = Page(FILE, text)
    node = parse(text, FILE, page.problems)
    # A template in which everything is still a comment is no mistake.
    if node is None or (isinstance(node, Scalar) and not node.text):
        found = [problem for problem in page.problems if problem.code != "empty-file"]
        return Lab(), tuple(found)
    lab = _lab(node, page)
    return lab, tuple(sorted(page.problems))


def _lab(node: Node, page: Page) -> Lab:
    with Reader(node, FILE, page) as reader:
        lesson = _lesson(reader.group("lesson"), page)
        lab = Lab(
            usual=_settings(reader.group("usual"), page),
            locked=_settings(reader.group("locked"), page),
            data=_folder("data", reader, KNOWN),
            hand_in=_folder("hand_in", reader, HAND_IN),
            seats=_number("seats", reader, MOST_SEATS),
            lesson=lesson,
            kiosk=_kiosk(reader.group("kiosk"), page),
            packs=_packs(reader),
        )
    return _followed(lab)


def _followed(lab: Lab) -> Lab:
    """What follows from one thing for another: who must give a reason is asked for one."""
    locked = dict(lab.locked)
    if lab.lesson.reason == "required":
        locked["ask_reason"] = True
    if lab.kiosk.is_on:
        locked["fullscreen"] = True
    return replace(lab, locked=locked)


def _settings(node: Node | None, page: Page) -> dict[str, Value]:
    if node is None:
        return {}
    with Reader(node, _PART, page) as reader:
        found: dict[str, Value] = {}
        for name in wishes.NAMES:
            if (value := _value(name, reader)) is not None:
                found |= wishes.settings(name, value)
        return found


def _value(name: str, reader: Reader) -> Value | None:
    """A value of the kind that its name asks for; None where there is none, or a wrong one."""
    scalar = reader.scalar(name)
    if scalar is None:
        return None
    wanted = wishes.NAMES[name]
    value = wishes.value(name, scalar.text)
    if value is None:
        message = f"'{name}' is {wanted.is_what}, not '{scalar.text}'."
        meant = nearest(scalar.text, [word for word in wanted.words if word.isalpha()])
        hint = meant or f"Write for example '{name}: {wanted.example}'."
        reader.report(reader.place(name), "setting", message, hint)
    return value


def _lesson(node: Node | None, page: Page) -> Lesson:
    if node is None:
        return Lesson()
    with Reader(node, "A lesson", page) as reader:
        return Lesson(
            chapters=reader.texts("chapters"),
            first=reader.text("first"),
            last=reader.text("last"),
            reason=reader.word("reason", get_args(Reason), "open"),
            name=reader.word("name", get_args(Asking), "open"),
            content=reader.word("content", get_args(Content), "open"),
        )


def _packs(reader: Reader) -> tuple[str, ...] | None:
    """The packs that are switched on for everybody; an empty list switches all of them off."""
    found = []
    for scalar in reader.scalars("packs"):
        if ID.fullmatch(scalar.text):
            found.append(scalar.text)
            continue
        message = f"'{scalar.text}' is not the id of a pack."
        hint = "Write what stands behind 'id' in the pack's story.yaml: 'packs: [a-night]'."
        reader.report(reader.page.mark(scalar), "id", message, hint)
    return tuple(found) if reader.has("packs") else None


def _kiosk(node: Node | None, page: Page) -> Kiosk:
    if node is None:
        return Kiosk()
    with Reader(node, "The kiosk", page) as reader:
        is_on, code = reader.yes("on"), _code(reader)
        if is_on and not reader.has("code"):
            message = "Without a code nobody can close the program from within."
            hint = "Write for example 'code: 1917', and tell it the teachers."
            page.report(reader.mark, "no-code", message, hint, "warning")
        return Kiosk(is_on, code, _number("idle_minutes", reader, LONGEST_IDLE))


def _code(reader: Reader) -> str:
    scalar = reader.scalar("code")
    if scalar is None or not scalar.text:
        return ""
    if not _CODE.fullmatch(scalar.text):
        message = "The code of a teacher is three to twenty letters and digits."
        reader.report(reader.place("code"), "code", message, "Write for example 'code: 1917'.")
        return ""
    return scalar.text


def _number(name: str, reader: Reader, most: int) -> int:
    found = reader.whole(name, 0)
    if 0 <= found <= most:
        return found
    message = f"'{name}' is a number from 0 to {most}, not {found}."
    reader.report(reader.place(name), "range", message, f"Write for example '{name}: {most // 4}'.")
    return 0


def _folder(name: str, reader: Reader, known: Sequence[str]) -> str:
    scalar = reader.scalar(name)
    text = scalar.text.strip() if scalar is not None else ""
    if scalar is not None and (meant := _meant(scalar, reader.page)):
        message = f"Between \" and \" this path loses backslashes; '{meant}' is meant."
        written = meant.replace("'", "''")
        hint = f"Write {name}: '{written}' between ' and ', or / in place of every backslash."
        reader.report(reader.place(name), "backslash", message, hint)
        return ""
    strange = unknown(text, known)
    for variable in strange:
        message = f"There is no variable '{{{variable}}}'."
        near = nearest(variable, known)
        hint = near or "Known are: " + ", ".join(f"{{{each}}}" for each in known) + "."
        reader.report(reader.place(name), "variable", message, hint)
    return "" if strange else text


def _meant(scalar: Scalar, page: Page) -> str:
    r"""The path that was meant, where YAML takes backslashes out of it; nothing where it is right.

    Between " and ", YAML reads two backslashes as one, and one with the letter behind it as
    something else: it finds "\\server\new" right, and reads \server, a new line and "ew".
    """
    found = _QUOTED.match(page.text, scalar.place.index)
    typed = found[1] if found is not None else ""
    is_share = typed.startswith(r"\\")
    alone = typed.replace(r"\\", "").replace(r"\"", "")
    if "\\" not in alone and (not is_share or typed.startswith(r"\\\\")):
        return ""
    once = re.sub(r"\\+", r"\\", " ".join(typed.split()))
    return f"\\{once}" if is_share else once
