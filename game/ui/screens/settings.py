"""The settings, each with what it does and its answers; what is pressed holds at once."""

from dataclasses import dataclass, replace

from game.play.playthrough import Playthrough
from game.ui import editor, knobs, leaf, spread, words_aside, words_school
from game.ui.boxes import Box, View
from game.ui.editor import Editor
from game.ui.entries import Answer, answers, glued, section
from game.ui.flow import Piece, whole
from game.ui.knobs import Group, Knob
from game.ui.pieces import Label, button, row, say
from game.ui.screen import Desk, Draft, Lay, Pop, Say, Settle, Sign, Step, Turn
from game.ui.screens import aside, way
from game.ui.settings import LONGEST_NAME, Settings
from game.ui.space import Space
from game.ui.spread import Spread
from game.ui.writing import left, line


@dataclass(frozen=True, slots=True)
class SettingsScreen:
    """``at`` is what was pressed last: however the text grows, its page stays open."""

    play: Playthrough | None = None
    number: int = 0
    at: str = ""

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        head = spread.slab(words_aside.SETTINGS, words_aside.SETTINGS_ABOUT, "slate", space, width)
        pieces: list[Piece] = [*head]
        for group in knobs.groups(desk.settings):
            pieces += _group(group, desk, width, space)
        if desk.lab.lesson.name != "never":
            pieces += _name(desk.settings, width, space)
        pieces += _reset(width, space)
        return spread.view(
            Spread(
                words_aside.SETTINGS,
                tuple(pieces),
                number=self.number,
                can_return=False,
                escape="close",
                away=aside.AWAY,
                at=self.at,
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, which = key.partition(":")
        if kind == "set":
            knob, _, option = which.partition(":")
            return self._settled(key, knobs.find(desk.settings, knob, int(option)))
        if key == "reset":
            return self._settled(key, knobs.as_it_came(desk.settings))
        if key == "name":
            return Step(Lay("name", self.play))
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page, at="")))
        return aside.elsewhere("settings", key, self.play, desk)

    def _settled(self, key: str, new: Settings) -> Step:
        return Step(Turn(replace(self, number=0, at=key)), (Settle(new),))


def _group(group: Group, desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
    pieces = list(section(group.title, width, space, 12))
    for number, knob in enumerate(group.knobs):
        is_fixed = knobs.is_fixed(knob, desk.settings, desk.lab.locked)
        shown = _fixed if is_fixed else _knob
        pieces += shown(knob, width, space, 9 if number else 4)
    return tuple(pieces)


def _knob(knob: Knob, width: int, space: Space, gap: float) -> tuple[Piece, ...]:
    those = [
        Answer(option.text, f"set:{knob.id}:{number}", option.is_on, f"{knob.title}: {option.text}")
        for number, option in enumerate(knob.options)
    ]
    return _row(knob.title, knob.about, answers(those, width, space), width, space, gap)


def _fixed(knob: Knob, width: int, space: Space, gap: float) -> tuple[Piece, ...]:
    """What a school has set is shown, and cannot be pressed."""
    those = [Answer(option.text, "", is_on=True) for option in knob.options if option.is_on]
    about = words_school.SET_BY_SCHOOL
    return _row(knob.title, about, answers(those, width, space), width, space, gap)


def _row(
    title: str, about: str, buttons: Piece, width: int, space: Space, gap: float
) -> tuple[Piece, ...]:
    """What is set at the left and its buttons at the right, or beneath it where they need room."""
    style = space.style("label", 18, 1.3, most=1.7)
    right = max(box.rect.right for box in buttons.boxes)
    inner = width - right - space.px(24)
    if inner < width * 0.52:
        above = say(title, style, width, space, space.px(gap))
        below = say(about, space.small, width, space)
        return (*glued(above), *glued(below), buttons._replace(gap=space.px(6)))
    rows = (*say(title, style, inner, space), *say(about, space.small, inner, space))
    boxes: list[Box] = []
    top = 0
    for piece in rows:
        boxes += [box.moved(0, top) for box in piece.boxes]
        top += piece.height
    down = max(0, (top - buttons.height) // 2)
    boxes += [box.moved(width - right, down) for box in buttons.boxes]
    return (whole(boxes, space.px(gap)),)


def _name(now: Settings, width: int, space: Space) -> tuple[Piece, ...]:
    written = f"{words_aside.NAME}: {now.name or words_aside.NAME_NONE}"
    change = words_aside.NAME_CHANGE if now.name else words_aside.NAME_WRITE
    name = button(Label(change, "name"), space)
    return _row(written, words_aside.NAME_ABOUT, whole((name,)), width, space, 9)


def _reset(width: int, space: Space) -> tuple[Piece, ...]:
    reset = button(Label(words_aside.RESET_NOW, "reset"), space)
    return _row(words_aside.RESET, words_aside.RESET_ABOUT, whole((reset,)), width, space, 9)


@dataclass(frozen=True, slots=True)
class NameScreen:
    """A line for a name; what is written holds at once.

    Where a name was asked for before a game, the game then begins at ``scene``.
    """

    editor: Editor
    number: int = 0
    scene: str = ""

    @classmethod
    def of(cls, settings: Settings, scene: str = "") -> "NameScreen":
        return cls(editor.start(settings.name, LONGEST_NAME), scene=scene)

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        keep = button(Label(words_aside.NAME_KEEP, "onward", look="bookmark"), space)
        keep = replace(keep, rect=keep.rect._replace(width=keep.rect.width + space.px(22)))
        uses = [
            piece
            for use in words_aside.NAME_USES
            for piece in say(use, space.body, width, space, space.px(12))
        ]
        shown = spread.view(
            Spread(
                words_aside.NAME,
                (
                    *spread.slab(words_aside.NAME, "", "slate", space, width),
                    *say(words_aside.NAME_PROMPT, space.body, width, space, space.px(16)),
                    line(self.editor, width, space),
                    row([keep], width, space, space.px(12)),
                    *say(
                        left(self.editor) or words_aside.NAME_PRIVATE,
                        space.note,
                        width,
                        space,
                        space.px(12),
                    ),
                ),
                (*spread.slab(words_aside.NAME_WHY, "", "red", space, width), *uses),
                number=self.number,
                can_return=False,
                escape="close",
                away=aside.AWAY,
            ),
            space,
        )
        return replace(shown, onward="onward")

    def write(self, edited: Editor) -> Step:
        said = edited.shown != self.editor.shown
        signed = (Draft(Sign(edited.shown)),) if said else ()
        return Step(Turn(replace(self, editor=edited, number=0)), signed)

    def press(self, key: str, desk: Desk) -> Step:
        if key == "onward":
            name = " ".join(self.editor.shown.split())
            return self._named(name, desk)
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        return Step(Pop()) if key == "close" else Step()

    def _named(self, name: str, desk: Desk) -> Step:
        named = replace(desk, settings=replace(desk.settings, name=name))
        if self.scene not in desk.story.scenes:
            return Step(Pop(), (Settle(named.settings),))
        if not name and desk.lab.lesson.name == "required":
            return Step(deeds=(Say(words_school.NAME_NEEDED),))
        begun = way.begun_at(self.scene, named)
        return Step(begun.move, (Settle(named.settings), *begun.deeds))
